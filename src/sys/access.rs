//! What this process may do with a file.

use std::ffi::CString;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// Whether it is a file that this process may run.
pub fn is_executable(path: &Path) -> bool {
    let Ok(name) = CString::new(path.as_os_str().as_bytes()) else { return false };
    // SAFETY: a path that ends with a NUL.
    path.is_file() && unsafe { libc::access(name.as_ptr(), libc::X_OK) } == 0
}

/// Whether this thread may read, or also write, or enter, what is at a path: with the rights that it has for files now.
///
/// # Errors
/// Those of faccessat2(2).
pub fn may_access(path: &Path, write: bool, enter: bool) -> io::Result<()> {
    let name = CString::new(path.as_os_str().as_bytes())?;
    let mode = libc::R_OK | if write { libc::W_OK } else { 0 } | if enter { libc::X_OK } else { 0 };
    // SAFETY: a path that ends with a NUL, and numbers. The system call itself asks for the rights that open(2) would have.
    let result = unsafe { libc::syscall(libc::SYS_faccessat2, libc::AT_FDCWD, name.as_ptr(), mode, libc::AT_EACCESS) };
    if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}
