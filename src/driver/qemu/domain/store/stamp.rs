//! How files and folders are told apart from what they were.

use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// What changes when a file is replaced or edited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    pub device: u64,
    pub inode: u64,
    pub size: u64,
    /// Nanoseconds since 1970.
    pub changed: i64,
}

/// Kernels tell times in steps; within one, a second change does not show.
const STEP: Duration = Duration::from_millis(20);

impl Stamp {
    pub fn of(metadata: &Metadata) -> Self {
        Self {
            device: metadata.dev(),
            inode: metadata.ino(),
            size: metadata.size(),
            changed: metadata.mtime().saturating_mul(1_000_000_000).saturating_add(metadata.mtime_nsec()),
        }
    }

    /// Whether whatever changed after this was read shows in the stamp.
    pub fn is_settled(&self) -> bool {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let age = i128::try_from(now.as_nanos()).unwrap_or(i128::MAX) - i128::from(self.changed);
        age > STEP.as_nanos() as i128
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_new_is_not_settled() {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_nanos() as i64;
        let at = |changed| Stamp { changed, ..Stamp::default() };
        assert!(!at(now).is_settled() && !at(now + 1_000_000_000).is_settled());
        assert!(at(now - 1_000_000_000).is_settled());
    }
}
