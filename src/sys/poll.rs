//! Waiting for file descriptors, and waking who waits: poll(2), eventfd(2).

use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::{AsRawFd, FromRawFd, RawFd};
use std::time::Duration;

/// What to wait for on one descriptor and what came: `POLLIN` and so on.
pub type PollFd = libc::pollfd;

/// Waits until something comes or time is up; `None` waits for ever. How many have something. A signal ends the wait with
/// 0, so that the caller looks at what changed.
///
/// # Errors
/// Those of poll(2) but for `EINTR`.
pub fn poll(fds: &mut [PollFd], timeout: Option<Duration>) -> io::Result<usize> {
    let milliseconds = timeout.map_or(-1, |time| {
        // Rounded up: who waits for 1.5 ms must not be woken after 1.
        libc::c_int::try_from(time.as_micros().div_ceil(1000)).unwrap_or(libc::c_int::MAX)
    });
    // SAFETY: the slice is valid for as many elements as it has.
    let count = unsafe { libc::poll(fds.as_mut_ptr(), fds.len() as libc::nfds_t, milliseconds) };
    usize::try_from(count).or_else(|_| match io::Error::last_os_error() {
        error if error.kind() == io::ErrorKind::Interrupted => Ok(0),
        error => Err(error),
    })
}

/// A descriptor that becomes readable when another thread says so.
pub struct Waker(File);

impl Waker {
    /// # Errors
    /// Those of eventfd(2): too many open files.
    pub fn new() -> io::Result<Self> {
        // SAFETY: eventfd has no preconditions.
        let fd = unsafe { libc::eventfd(0, libc::EFD_CLOEXEC | libc::EFD_NONBLOCK) };
        if fd < 0 {
            return Err(io::Error::last_os_error());
        }
        // SAFETY: a descriptor that was just made and is nobody else's.
        Ok(Self(unsafe { File::from_raw_fd(fd) }))
    }

    /// Another hand on the same descriptor, for the thread that waits.
    ///
    /// # Errors
    /// Too many open files.
    pub fn duplicate(&self) -> io::Result<Self> {
        self.0.try_clone().map(Self)
    }

    pub fn fd(&self) -> RawFd {
        self.0.as_raw_fd()
    }

    /// Makes the descriptor readable. Cannot fail but when it is readable already.
    pub fn wake(&self) {
        let _ = (&self.0).write(&1u64.to_ne_bytes());
    }

    /// Makes it unreadable again.
    pub fn clear(&self) {
        let _ = (&self.0).read(&mut [0; 8]);
    }
}
