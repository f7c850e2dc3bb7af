//! Waiting for many descriptors (epoll(7)).

use std::io;
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd, RawFd};
use std::time::Duration;

/// A set of descriptors, each under a number of the caller's.
pub struct Epoll(OwnedFd);

/// What came for one descriptor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ready {
    pub token: u64,
    /// There is something to read, or the other side is gone.
    pub readable: bool,
    pub writable: bool,
}

impl Epoll {
    /// # Errors
    /// Those of epoll_create1(2).
    pub fn new() -> io::Result<Self> {
        // SAFETY: no preconditions.
        let fd = unsafe { libc::epoll_create1(libc::EPOLL_CLOEXEC) };
        // SAFETY: on success a new descriptor that is nobody else's.
        if fd < 0 { Err(io::Error::last_os_error()) } else { Ok(Self(unsafe { OwnedFd::from_raw_fd(fd) })) }
    }

    fn control(&self, operation: libc::c_int, fd: RawFd, token: u64, read: bool, write: bool) -> io::Result<()> {
        let events = if read { libc::EPOLLIN } else { 0 } | if write { libc::EPOLLOUT } else { 0 };
        let mut event = libc::epoll_event { events: events.cast_unsigned(), u64: token };
        // SAFETY: descriptors and a live event.
        if unsafe { libc::epoll_ctl(self.0.as_raw_fd(), operation, fd, &mut event) } == 0 {
            Ok(())
        } else {
            Err(io::Error::last_os_error())
        }
    }

    /// Waits for something to read from then on. A closed descriptor leaves the set by itself.
    ///
    /// # Errors
    /// Those of epoll_ctl(2).
    pub fn add(&self, fd: &impl AsRawFd, token: u64) -> io::Result<()> {
        self.control(libc::EPOLL_CTL_ADD, fd.as_raw_fd(), token, true, false)
    }

    /// Changes what is waited for.
    ///
    /// # Errors
    /// Those of epoll_ctl(2).
    pub fn change(&self, fd: &impl AsRawFd, token: u64, read: bool, write: bool) -> io::Result<()> {
        self.control(libc::EPOLL_CTL_MOD, fd.as_raw_fd(), token, read, write)
    }

    /// Waits until something comes or time is up; fills `ready` from its beginning and says how many. 0 also after a signal.
    ///
    /// # Errors
    /// Those of epoll_wait(2) but for `EINTR`.
    pub fn wait(&self, ready: &mut [Ready; 16], timeout: Option<Duration>) -> io::Result<usize> {
        let mut events = [libc::epoll_event { events: 0, u64: 0 }; 16];
        let milliseconds = timeout.map_or(-1, |time| {
            // Rounded up: who waits for 1.5 ms must not be woken after 1.
            libc::c_int::try_from(time.as_micros().div_ceil(1000)).unwrap_or(libc::c_int::MAX)
        });
        // SAFETY: there is room for as many events as is said.
        let count = unsafe { libc::epoll_wait(self.0.as_raw_fd(), events.as_mut_ptr(), 16, milliseconds) };
        let Ok(count) = usize::try_from(count) else {
            let error = io::Error::last_os_error();
            return if error.kind() == io::ErrorKind::Interrupted { Ok(0) } else { Err(error) };
        };
        for (ready, event) in ready.iter_mut().zip(&events[..count]) {
            let flags = event.events.cast_signed();
            *ready = Ready {
                token: event.u64,
                readable: flags & (libc::EPOLLIN | libc::EPOLLHUP | libc::EPOLLERR) != 0,
                writable: flags & libc::EPOLLOUT != 0,
            };
        }
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use std::os::unix::net::UnixStream;

    #[test]
    fn tells_what_is_ready_under_its_number() {
        let (epoll, mut ready) = (Epoll::new().unwrap(), [Ready::default(); 16]);
        let (mut one, other) = UnixStream::pair().unwrap();
        epoll.add(&other, 7).unwrap();
        assert_eq!(epoll.wait(&mut ready, Some(Duration::ZERO)).unwrap(), 0);
        one.write_all(b"x").unwrap();
        assert_eq!(epoll.wait(&mut ready, None).unwrap(), 1);
        assert_eq!(ready[0], Ready { token: 7, readable: true, writable: false });
        epoll.change(&other, 8, false, true).unwrap();
        assert_eq!(epoll.wait(&mut ready, None).unwrap(), 1);
        assert_eq!(ready[0], Ready { token: 8, readable: false, writable: true });
    }
}
