//! What this process may do with a file.

use std::ffi::CString;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// Whether it is a file that this process may run.
pub fn is_executable(path: &Path) -> bool {
    let Ok(name) = CString::new(path.as_os_str().as_bytes()) else { return false };
    // SAFETY: a path that ends with a NUL.
    path.is_file() && unsafe { libc::access(name.as_ptr(), libc::X_OK) } == 0
}
