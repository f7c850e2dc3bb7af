//! Threads as the kernel knows them.

/// The kernel's number of the calling thread.
pub fn thread_id() -> i32 {
    // SAFETY: gettid has no preconditions and cannot fail.
    unsafe { libc::gettid() }
}
