//! What a domain's imagined guest and hypervisor remember beside the definition, whether it runs or not.

/// When the guests of the original live: seconds since 1970.
const GUEST_TIME: i64 = 627_319_920;

#[derive(Debug)]
pub struct Runtime {
    /// The guest's time, which stands still: seconds since 1970 and nanoseconds.
    pub time: (i64, u32),
    /// Which of the guest's filesystems are frozen, by their number.
    pub frozen: [bool; 2],
    /// How those I/O threads poll that were added, in that order.
    pub io_threads: Vec<IoThreadPolling>,
}

impl Default for Runtime {
    fn default() -> Self {
        Self { time: (GUEST_TIME, 0), frozen: [false; 2], io_threads: Vec::new() }
    }
}

/// How an I/O thread looks for work before it sleeps.
#[derive(Clone, Copy, Debug)]
pub struct IoThreadPolling {
    pub id: u32,
    /// For how long at most.
    pub max_nanoseconds: u64,
    /// By which factor that grows and shrinks.
    pub grow: u32,
    pub shrink: u32,
}

impl IoThreadPolling {
    /// How a new thread does it.
    pub fn new(id: u32) -> Self {
        Self { id, max_nanoseconds: 32_768, grow: 0, shrink: 0 }
    }
}
