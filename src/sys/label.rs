//! Security labels of this process, through the files that libselinux and libapparmor use, too (proc(5), `attr`).

use std::{fs, io};

/// The SELinux label of this process.
pub fn selinux() -> io::Result<String> {
    let label = fs::read("/proc/self/attr/current")?;
    let end = label.iter().position(|byte| *byte == 0).unwrap_or(label.len());
    Ok(String::from_utf8_lossy(&label[..end]).trim_end().to_owned())
}

/// Whether SELinux enforces labels.
pub fn selinux_enforces() -> bool {
    fs::read("/sys/fs/selinux/enforce").is_ok_and(|state| state.first() == Some(&b'1'))
}

/// Has the next program of this thread run under an SELinux label.
pub fn set_selinux_for_exec(label: &str) -> io::Result<()> {
    fs::write("/proc/thread-self/attr/exec", format!("{label}\0"))
}

/// Changes this thread's AppArmor profile.
pub fn set_apparmor(profile: &str) -> io::Result<()> {
    let own = "/proc/thread-self/attr/apparmor/current";
    let path = if fs::exists(own)? { own } else { "/proc/thread-self/attr/current" };
    fs::write(path, format!("changeprofile {profile}"))
}
