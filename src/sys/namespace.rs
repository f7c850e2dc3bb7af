//! Namespaces of processes (namespaces(7)).

use std::fs::File;
use std::io;
use std::os::fd::{OwnedFd, RawFd};

/// The namespaces of this process, opened: user, IPC, host name, network, processes, mounts, as far as the kernel has them.
pub fn open_own() -> Vec<OwnedFd> {
    let names = ["user", "ipc", "uts", "net", "pid", "mnt"];
    names.iter().filter_map(|name| File::open(format!("/proc/self/ns/{name}")).ok()).map(OwnedFd::from).collect()
}

/// Puts this process into a namespace. A user namespace that it is in already cannot be entered, which is no failure.
pub fn enter(file: RawFd) -> io::Result<()> {
    // SAFETY: setns takes any number and any type, 0 for whatever the file is.
    if unsafe { libc::setns(file, 0) } == 0 {
        return Ok(());
    }
    match io::Error::last_os_error() {
        error if error.raw_os_error() == Some(libc::EINVAL) => Ok(()),
        error => Err(error),
    }
}
