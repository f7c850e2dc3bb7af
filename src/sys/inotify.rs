//! Folders that tell when something in them changes: inotify(7).

use std::ffi::CString;
use std::fs::File;
use std::io::{self, Read};
use std::os::fd::{AsRawFd, FromRawFd, RawFd};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::time::Duration;

use crate::sys::poll::{PollFd, poll};

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

    /// Watches a folder for files that come, go, grow or were written. Twice is once.
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
            | libc::IN_MODIFY
            | libc::IN_DELETE_SELF
            | libc::IN_ONLYDIR;
        // SAFETY: a live descriptor and a path that ends with a NUL.
        let watch = unsafe { libc::inotify_add_watch(self.0.as_raw_fd(), path.as_ptr(), events) };
        if watch < 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
    }

    /// Waits until there is something to take; whether there was in time.
    ///
    /// # Errors
    /// Those of poll(2).
    pub fn wait(&self, timeout: Duration) -> io::Result<bool> {
        let mut fds = [PollFd { fd: self.fd(), events: libc::POLLIN, revents: 0 }];
        poll(&mut fds, Some(timeout)).map(|count| count > 0)
    }

    pub fn fd(&self) -> RawFd {
        self.0.as_raw_fd()
    }

    /// Takes what was told, so that the descriptor waits for what comes next. Whether it was more than that files have grown.
    pub fn take(&self) -> bool {
        let mut buffer = [0; 4096];
        let mut more = false;
        while let Ok(count @ 1..) = (&self.0).read(&mut buffer) {
            let mut rest = &buffer[..count];
            // A watch, what happened, a cookie, and the length of the name that follows: 4 bytes each, in the host's order.
            while let Some((event, tail)) = rest.split_first_chunk::<16>() {
                let number = |at: usize| u32::from_ne_bytes([event[at], event[at + 1], event[at + 2], event[at + 3]]);
                more |= number(4) & !libc::IN_MODIFY != 0;
                rest = tail.get(number(12) as usize..).unwrap_or_default();
            }
        }
        more
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_folder::TestFolder;

    #[test]
    fn changes_are_told() {
        let folder = TestFolder::new();
        let watch = FolderWatch::new().unwrap();
        watch.add(folder.path()).unwrap();
        let told = || watch.wait(Duration::from_millis(20)).unwrap();
        assert!(!told());
        std::fs::write(folder.path().join("a"), "").unwrap();
        assert!(told());
        assert!(watch.take());
        assert!(!told());
        let mut open = std::fs::OpenOptions::new().append(true).open(folder.path().join("a")).unwrap();
        std::io::Write::write_all(&mut open, b"x").unwrap();
        assert!(told() && !watch.take());
        drop(open);
        assert!(told() && watch.take());
        assert!(watch.add(&folder.path().join("none")).is_err());
    }
}
