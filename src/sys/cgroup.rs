//! Control groups: Linux's `/proc/PID/cgroup`, and where the hierarchies are mounted (cgroups(7)).

use std::path::{Path, PathBuf};
use std::{fs, io, process};

/// Puts this process into the control groups that another one is in.
///
/// # Errors
/// What the kernel says: that there is no such process, that this one has no right to a group.
pub fn join(pid: u32) -> io::Result<()> {
    let groups = fs::read_to_string(format!("/proc/{pid}/cgroup"))?;
    let mounts = fs::read_to_string("/proc/self/mounts")?;
    for folder in groups.lines().filter_map(|group| folder(group, &mounts)) {
        fs::write(folder.join("cgroup.procs"), process::id().to_string())?;
    }
    Ok(())
}

/// The folder of one line "number:controllers:path". `None` where the hierarchy is not mounted: then nobody uses it.
fn folder(group: &str, mounts: &str) -> Option<PathBuf> {
    let mut parts = group.splitn(3, ':').skip(1);
    let (controllers, path) = (parts.next()?, parts.next()?);
    let controller = controllers.split(',').next().filter(|name| !name.is_empty());
    let mount = mounts.lines().find_map(|mount| {
        let mut columns = mount.split(' ').skip(1);
        let (at, kind, options) = (columns.next()?, columns.next()?, columns.next()?);
        let matches = match controller {
            Some(name) => kind == "cgroup" && options.split(',').any(|option| option == name),
            None => kind == "cgroup2",
        };
        matches.then_some(at)
    })?;
    Some(Path::new(mount).join(path.trim_start_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_found_in_their_hierarchy() {
        let mounts = "cgroup /c/cpu cgroup rw,cpu,cpuacct 0 0\ncgroup2 /c/unified cgroup2 rw 0 0\n";
        assert_eq!(folder("3:cpu,cpuacct:/a/b", mounts), Some(PathBuf::from("/c/cpu/a/b")));
        assert_eq!(folder("0::/a", mounts), Some(PathBuf::from("/c/unified/a")));
        assert_eq!(folder("4:memory:/a", mounts), None);
        assert_eq!(folder("nonsense", mounts), None);
    }

    #[test]
    fn a_process_that_is_not_there_has_no_groups() {
        assert!(join(u32::MAX).is_err());
    }
}
