//! How the C library's allocator keeps memory (mallopt(3)).

/// Has memory given back to the kernel as soon as it is free, where by itself the allocator keeps as much as was ever needed at once.
/// For processes that live long and do little.
pub fn keep_little() {
    // SAFETY: numbers.
    #[cfg(target_env = "gnu")]
    unsafe {
        libc::mallopt(libc::M_MMAP_THRESHOLD, 32 << 10);
        libc::mallopt(libc::M_TRIM_THRESHOLD, 32 << 10);
        libc::mallopt(libc::M_TOP_PAD, 0);
    }
}
