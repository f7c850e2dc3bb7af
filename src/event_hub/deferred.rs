//! Waking couriers when a call is over: drivers emit while they hold locks, and an event loop may be the program's own, which
//! is not to be called then.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use super::EventHub;

thread_local! {
    /// How many calls of the library this thread is in, one within the other.
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    static WAITING: RefCell<Vec<Arc<EventHub>>> = const { RefCell::new(Vec::new()) };
}

/// A call of the library on this thread, until it is dropped.
pub struct InCall(());

impl InCall {
    pub fn enter() -> Self {
        DEPTH.set(DEPTH.get() + 1);
        Self(())
    }
}

impl Drop for InCall {
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get() - 1);
        // a thread that is ending has nothing left
        let waiting = WAITING.try_with(|waiting| waiting.try_borrow_mut().map(|mut list| std::mem::take(&mut *list)));
        if let Ok(Ok(waiting)) = waiting {
            waiting.iter().for_each(EventHub::wake);
        }
    }
}

/// Wakes a hub's courier once the innermost call of this thread is over; at once where there is none.
pub(super) fn wake(hub: &Arc<EventHub>) {
    let put_off = DEPTH.get() > 0
        && WAITING.try_with(|waiting| waiting.try_borrow_mut().map(|mut list| list.push(Arc::clone(hub))).is_ok())
            == Ok(true);
    if !put_off {
        EventHub::wake(hub);
    }
}
