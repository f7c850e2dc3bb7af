//! What a file descriptor that somebody passed in is.

use std::io;
use std::mem::MaybeUninit;
use std::os::fd::RawFd;

/// Whether it is a socket.
///
/// # Errors
/// Those of fstat(2): `EBADF` for a number that is no open descriptor.
pub fn is_socket(fd: RawFd) -> io::Result<bool> {
    let mut status = MaybeUninit::<libc::stat>::zeroed();
    // SAFETY: there is room for one `stat`, and any number may be asked about.
    if unsafe { libc::fstat(fd, status.as_mut_ptr()) } != 0 {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: all zeros are a `stat`, and fstat only fills it in.
    let mode = unsafe { status.assume_init() }.st_mode;
    Ok(mode & libc::S_IFMT == libc::S_IFSOCK)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::fd::AsRawFd;

    #[test]
    fn sockets_are_told_from_files() {
        let (one, _other) = std::os::unix::net::UnixStream::pair().unwrap();
        assert!(is_socket(one.as_raw_fd()).unwrap());
        assert!(!is_socket(std::fs::File::open("/dev/null").unwrap().as_raw_fd()).unwrap());
        assert_eq!(is_socket(-1).unwrap_err().raw_os_error(), Some(libc::EBADF));
    }
}
