//! `errno`, which callbacks of C programs set; std only reads it (`io::Error::last_os_error`).

/// Sets the calling thread's `errno`.
pub fn set_errno(number: i32) {
    // SAFETY: the address of the thread's own number.
    unsafe { *libc::__errno_location() = number }
}
