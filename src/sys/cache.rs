//! What the kernel keeps of files in memory.

use std::fs::File;
use std::os::fd::AsRawFd;

/// Writes what was written to a file, and forgets what is on the disk: other programs need the memory more. A file that has no cache is no
/// harm.
pub fn forget(file: &File) {
    let wait = libc::SYNC_FILE_RANGE_WAIT_BEFORE | libc::SYNC_FILE_RANGE_WRITE | libc::SYNC_FILE_RANGE_WAIT_AFTER;
    // SAFETY: a descriptor and numbers; 0 bytes are all from the offset on.
    unsafe {
        libc::sync_file_range(file.as_raw_fd(), 0, 0, wait);
        libc::posix_fadvise(file.as_raw_fd(), 0, 0, libc::POSIX_FADV_DONTNEED);
    }
}
