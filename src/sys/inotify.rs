//! Folders that tell when something in them changes: inotify(7).

use std::ffi::CString;
use std::fs::File;
use std::io::{self, Read};
use std::os::fd::{AsRawFd, FromRawFd, RawFd};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// A descriptor that becomes readable when a folder that it watches changes.
pub struct FolderWatch(File);

impl FolderWatch {
    /// # Errors
    /// Those of inotify_init1(2): too many open files.
    pub fn new() -> io::Result<Self> {
        // SAFETY: inotify_init1 has no preconditions.
        let fd = unsafe { libc::inotify_init1(libc::IN_CLOEXEC | libc::IN_NONBLOCK) };
        if fd < 0 {
            return Err(io::Error::last_os_error());
        }
        // SAFETY: a descriptor that was just made and is nobody else's.
        Ok(Self(unsafe { File::from_raw_fd(fd) }))
    }

    /// Watches a folder for files that come, go or were written. Twice is once.
    ///
    /// # Errors
    /// Those of inotify_add_watch(2): no such folder, no right to read it, too many watches.
    pub fn add(&self, folder: &Path) -> io::Result<()> {
        let path = CString::new(folder.as_os_str().as_bytes())?;
        let events = libc::IN_CREATE
            | libc::IN_DELETE
            | libc::IN_MOVED_FROM
            | libc::IN_MOVED_TO
            | libc::IN_CLOSE_WRITE
            | libc::IN_DELETE_SELF
            | libc::IN_ONLYDIR;
        // SAFETY: a live descriptor and a path that ends with a NUL.
        let watch = unsafe { libc::inotify_add_watch(self.0.as_raw_fd(), path.as_ptr(), events) };
        if watch < 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
    }

    pub fn fd(&self) -> RawFd {
        self.0.as_raw_fd()
    }

    /// Forgets what was told, so that the descriptor waits for what comes next.
    pub fn clear(&self) {
        let mut buffer = [0; 4096];
        while (&self.0).read(&mut buffer).is_ok_and(|count| count > 0) {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sys::poll::{PollFd, poll};
    use crate::test_folder::TestFolder;
    use std::time::Duration;

    #[test]
    fn changes_are_told() {
        let folder = TestFolder::new();
        let watch = FolderWatch::new().unwrap();
        watch.add(folder.path()).unwrap();
        let told = || {
            let mut fds = [PollFd { fd: watch.fd(), events: libc::POLLIN, revents: 0 }];
            poll(&mut fds, Some(Duration::from_millis(20))).unwrap() > 0
        };
        assert!(!told());
        std::fs::write(folder.path().join("a"), "").unwrap();
        assert!(told());
        watch.clear();
        assert!(!told());
        assert!(watch.add(&folder.path().join("none")).is_err());
    }
}
