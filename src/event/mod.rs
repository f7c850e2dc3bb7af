//! The event loop: which one the program registered, and how the library's own parts use it.
//!
//! A program registers the library's loop ([`poll`]) or functions of its own (`abi/event_loop.rs`), once. Callbacks run in the
//! thread that runs the loop; they may call everything here. A callback is dropped after its removal, by the loop and never
//! under a lock.

mod poll;

use std::sync::{Arc, OnceLock};

pub use poll::PollLoop;

/// Called with the watch's number, the descriptor, and the `VIR_EVENT_HANDLE_…` that came.
pub type HandleCallback = Arc<dyn Fn(i32, i32, i32) + Send + Sync>;

/// Called with the timer's number.
pub type TimeoutCallback = Arc<dyn Fn(i32) + Send + Sync>;

/// What a loop does. Numbers of watches and timers are positive, and what has been removed is not called any more.
pub trait EventLoop: Send + Sync {
    /// Watches a descriptor for a set of `VIR_EVENT_HANDLE_…`; the number of the watch, `None` when the loop refuses.
    fn add_handle(&self, fd: i32, events: i32, callback: HandleCallback) -> Option<i32>;

    /// Changes what is watched for; 0 is nothing.
    fn update_handle(&self, watch: i32, events: i32);

    /// Whether there was such a watch.
    fn remove_handle(&self, watch: i32) -> bool;

    /// Calls every so many milliseconds, in each round for 0, not at all for -1; the number of the timer, `None` when the
    /// loop refuses.
    fn add_timeout(&self, milliseconds: i32, callback: TimeoutCallback) -> Option<i32>;

    /// Changes the interval; the next call is a whole one away.
    fn update_timeout(&self, timer: i32, milliseconds: i32);

    /// Whether there was such a timer.
    fn remove_timeout(&self, timer: i32) -> bool;
}

static REGISTERED: OnceLock<&'static dyn EventLoop> = OnceLock::new();
static DEFAULT: OnceLock<PollLoop> = OnceLock::new();

/// Registers a loop for good; false when there is one already.
pub fn register(make: impl FnOnce() -> &'static dyn EventLoop) -> bool {
    let mut is_first = false;
    REGISTERED.get_or_init(|| {
        is_first = true;
        make()
    });
    is_first
}

/// The library's own loop, registered or not.
pub fn default_loop() -> &'static PollLoop {
    DEFAULT.get_or_init(PollLoop::default)
}

/// The registered loop.
pub fn registered() -> Option<&'static dyn EventLoop> {
    REGISTERED.get().copied()
}

/// Whether callbacks can be called.
pub fn is_registered() -> bool {
    REGISTERED.get().is_some()
}

/// [`EventLoop::add_handle`] of the registered loop; `None` without one.
pub fn add_handle(fd: i32, events: i32, callback: impl Fn(i32, i32, i32) + Send + Sync + 'static) -> Option<i32> {
    registered()?.add_handle(fd, events, Arc::new(callback))
}

/// [`EventLoop::update_handle`] of the registered loop.
pub fn update_handle(watch: i32, events: i32) {
    if let Some(registered) = registered() {
        registered.update_handle(watch, events);
    }
}

/// [`EventLoop::remove_handle`] of the registered loop.
pub fn remove_handle(watch: i32) -> bool {
    registered().is_some_and(|registered| registered.remove_handle(watch))
}

/// [`EventLoop::add_timeout`] of the registered loop; `None` without one.
pub fn add_timeout(milliseconds: i32, callback: impl Fn(i32) + Send + Sync + 'static) -> Option<i32> {
    registered()?.add_timeout(milliseconds, Arc::new(callback))
}

/// [`EventLoop::update_timeout`] of the registered loop.
pub fn update_timeout(timer: i32, milliseconds: i32) {
    if let Some(registered) = registered() {
        registered.update_timeout(timer, milliseconds);
    }
}

/// [`EventLoop::remove_timeout`] of the registered loop.
pub fn remove_timeout(timer: i32) -> bool {
    registered().is_some_and(|registered| registered.remove_timeout(timer))
}
