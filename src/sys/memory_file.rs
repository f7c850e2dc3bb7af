//! Files that exist in memory only.

use std::fs::File;
use std::io::{self, Seek, Write};
use std::os::fd::{AsRawFd, FromRawFd};

/// A file with this content, read from its beginning; nobody can change it.
///
/// # Errors
/// Those of memfd_create(2), and when memory is exhausted.
pub fn memory_file(content: &[u8]) -> io::Result<File> {
    // SAFETY: the name ends with a NUL.
    let fd = unsafe { libc::memfd_create(c"solovirt".as_ptr(), libc::MFD_CLOEXEC | libc::MFD_ALLOW_SEALING) };
    if fd < 0 {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: a new descriptor that nobody else has.
    let mut file = unsafe { File::from_raw_fd(fd) };
    file.write_all(content)?;
    file.rewind()?;
    // SAFETY: a descriptor and flags.
    let sealed = unsafe { libc::fcntl(file.as_raw_fd(), libc::F_ADD_SEALS, libc::F_SEAL_WRITE | libc::F_SEAL_GROW) };
    if sealed < 0 { Err(io::Error::last_os_error()) } else { Ok(file) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn reads_as_it_was_made_and_stays_so() {
        let mut file = memory_file(b"content").unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        assert_eq!(text, "content");
        assert!(file.write(b"more").is_err());
    }
}
