//! The system's log.

use std::ffi::CString;

/// Says under which name this process writes, for good.
pub fn open_syslog(name: &str) {
    let name = CString::new(name.replace('\0', "")).unwrap_or_default();
    // SAFETY: syslog keeps the pointer, so the string is never freed.
    unsafe { libc::openlog(name.into_raw(), libc::LOG_PID, libc::LOG_DAEMON) }
}

/// Writes one line. `priority` is a `LOG_…`.
pub fn syslog(priority: i32, text: &str) {
    let text = CString::new(text.replace('\0', "")).unwrap_or_default();
    // SAFETY: a format with one string, and the string.
    unsafe { libc::syslog(priority, c"%s".as_ptr(), text.as_ptr()) }
}
