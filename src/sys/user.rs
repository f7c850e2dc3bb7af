//! Who runs this process.

/// Whether it is root, as far as rights to files go.
pub fn is_root() -> bool {
    // SAFETY: geteuid has no preconditions and cannot fail.
    unsafe { libc::geteuid() == 0 }
}
