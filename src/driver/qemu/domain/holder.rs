//! Who has what a machine needs: an image that is locked, a port that is taken. Found in `/proc`, where the caller may look.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use crate::driver::qemu::Root;

/// Which process has the file open, as a sentence names it: a machine, or a program. `None` when it is none that this user may look into.
pub(super) fn of_file(root: &Root, path: &Path) -> Option<String> {
    let wanted = fs::metadata(path).ok()?;
    let same =
        |file: &Path| fs::metadata(file).is_ok_and(|file| (file.dev(), file.ino()) == (wanted.dev(), wanted.ino()));
    named(root, process_with(same))
}

/// Who listens on a TCP port of this host.
pub(super) fn of_port(root: &Root, port: u16) -> Option<String> {
    let sockets: Vec<String> = ["/proc/net/tcp", "/proc/net/tcp6"]
        .iter()
        .filter_map(|table| fs::read_to_string(table).ok())
        .flat_map(|table| table.lines().filter_map(|line| listening(line, port)).map(str::to_owned).collect::<Vec<_>>())
        .map(|inode| format!("socket:[{inode}]"))
        .collect();
    let same = |file: &Path| {
        fs::read_link(file).is_ok_and(|target| sockets.iter().any(|socket| target.as_os_str() == socket.as_str()))
    };
    named(root, process_with(same))
}

/// The inode of a socket that listens on the port, from its line of `/proc/net/tcp`.
fn listening(line: &str, port: u16) -> Option<&str> {
    const LISTEN: &str = "0A";
    let words: Vec<&str> = line.split_ascii_whitespace().collect();
    let number = u16::from_str_radix(words.get(1)?.rsplit(':').next()?, 16).ok()?;
    (number == port && *words.get(3)? == LISTEN).then(|| words.get(9).copied())?
}

/// The first process that has an open file of which `same` is true.
fn process_with(same: impl Fn(&Path) -> bool) -> Option<u32> {
    let entries = fs::read_dir("/proc").ok()?.flatten();
    let mut processes = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    processes.find(|process| {
        let mut files = fs::read_dir(format!("/proc/{process}/fd")).into_iter().flatten().flatten();
        files.any(|file| same(&file.path()))
    })
}

fn named(root: &Root, process: Option<u32>) -> Option<String> {
    let process = process?;
    if let Some(name) = root.name_of_process(process) {
        return Some(format!("domain '{name}' (process {process})"));
    }
    let program = fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default();
    Some(format!("{} (process {process})", program.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::driver::qemu::layout::Layout;
    use crate::test_folder::TestFolder;
    use std::net::TcpListener;
    use std::time::{Duration, Instant};

    #[test]
    fn who_holds_a_file_or_a_port_is_named() {
        let folder = TestFolder::new();
        let root = Root::of(Layout::embedded(folder.path()));
        let path = folder.path().join("a");
        let file = fs::File::create(&path).unwrap();
        let own = format!("(process {})", std::process::id());
        assert!(of_file(&root, &path).unwrap().ends_with(&own));
        drop(file);
        until_nobody(|| of_file(&root, &path));
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        assert!(of_port(&root, port).unwrap().ends_with(&own));
        drop(listener);
        until_nobody(|| of_port(&root, port));
    }

    /// Programs that other tests start have our files until they are themselves.
    fn until_nobody(holder: impl Fn() -> Option<String>) {
        let end = Instant::now() + Duration::from_secs(60);
        while let Some(holder) = holder() {
            assert!(Instant::now() < end, "{holder}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}
