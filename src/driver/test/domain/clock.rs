//! What counts for domains that nothing measures: the time since 1970.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Every imagined domain has worked for so long.
pub fn now() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

/// [`now`] in microseconds.
pub fn microseconds() -> u64 {
    u64::try_from(now().as_micros()).unwrap_or(u64::MAX)
}
