//! The library's own event loop, on poll(2). Any thread may add, change and remove; the thread that waits is woken for it.

use std::collections::BTreeMap;
use std::mem;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use parking_lot::{Mutex, ReentrantMutex};

use super::{EventLoop, HandleCallback, TimeoutCallback};
use crate::error::{Error, Result};
use crate::sys::poll::{PollFd, Waker, poll};
use crate::types::*;

/// A loop; whoever calls [`PollLoop::run_once`] lends it a thread.
#[derive(Default)]
pub struct PollLoop {
    state: Mutex<State>,
    waker: OnceLock<Waker>,
    /// One thread runs a round, and a callback may run a round within.
    running: ReentrantMutex<()>,
}

#[derive(Default)]
struct State {
    handles: BTreeMap<i32, Handle>,
    timeouts: BTreeMap<i32, Timeout>,
    last_watch: i32,
    last_timer: i32,
    /// Who of both kinds was added or changed first is called first.
    last_turn: u64,
    /// Callbacks that wait for being dropped by the loop, in the order of their removal.
    removed: Vec<Callback>,
    /// Whether a thread waits that has not seen the latest changes.
    is_waiting: bool,
}

#[derive(Clone)]
struct Handle {
    fd: i32,
    events: i32,
    turn: u64,
    callback: HandleCallback,
    /// It is not called again within itself.
    is_running: bool,
}

#[derive(Clone)]
struct Timeout {
    /// When it is called next, and how long after that again; `None` while it is switched off.
    next: Option<(Instant, Duration)>,
    turn: u64,
    callback: TimeoutCallback,
    is_running: bool,
}

/// Kept until it may be dropped.
enum Callback {
    Handle(#[expect(dead_code, reason = "kept for its drop")] HandleCallback),
    Timeout(#[expect(dead_code, reason = "kept for its drop")] TimeoutCallback),
}

/// What a round waits for.
struct Round {
    fds: Vec<PollFd>,
    /// The watch of each descriptor but the first, which is the waker's.
    watches: Vec<i32>,
    /// `None`: for ever.
    timeout: Option<Duration>,
    /// Dropped when the round ends.
    _removed: Vec<Callback>,
}

/// What is to be called in this round.
enum Ready {
    Handle(i32, i32),
    Timeout(i32),
}

impl PollLoop {
    /// One round: waits until something happens and calls whom it concerns. Callbacks that were removed before it are
    /// dropped at its end, and it does not wait when there are any.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` when waiting is impossible: out of descriptors or memory.
    pub fn run_once(&self) -> Result<()> {
        let _running = self.running.lock();
        let waker = self.waker()?;
        let mut round = self.prepare(waker);
        let polled = poll(&mut round.fds, round.timeout);
        self.state.lock().is_waiting = false;
        polled.map_err(|error| Error::system(&error, "cannot wait for events"))?;
        if round.fds.first().is_some_and(|fd| fd.revents != 0) {
            waker.clear();
        }
        for (_, ready) in self.ready(&round) {
            match ready {
                Ready::Handle(watch, events) => self.call_handle(watch, events),
                Ready::Timeout(timer) => self.call_timeout(timer),
            }
        }
        Ok(())
    }

    fn waker(&self) -> Result<&Waker> {
        if let Some(waker) = self.waker.get() {
            return Ok(waker);
        }
        let made = Waker::new().map_err(|error| Error::system(&error, "cannot make an event descriptor"))?;
        Ok(self.waker.get_or_init(|| made))
    }

    fn prepare(&self, waker: &Waker) -> Round {
        let mut state = self.state.lock();
        let mut fds = vec![PollFd { fd: waker.fd(), events: libc::POLLIN, revents: 0 }];
        let mut watches = Vec::new();
        for (watch, handle) in &state.handles {
            if handle.events != 0 && !handle.is_running {
                fds.push(PollFd { fd: handle.fd, events: to_poll(handle.events), revents: 0 });
                watches.push(*watch);
            }
        }
        let timeouts = state.timeouts.values().filter(|timeout| !timeout.is_running);
        let first = timeouts.filter_map(|timeout| timeout.next).map(|(due, _)| due).min();
        let timeout = match state.removed.is_empty() {
            true => first.map(|due| due.saturating_duration_since(Instant::now())),
            false => Some(Duration::ZERO),
        };
        state.is_waiting = true;
        Round { fds, watches, timeout, _removed: mem::take(&mut state.removed) }
    }

    /// Whose turn it is after waiting, in order.
    fn ready(&self, round: &Round) -> Vec<(u64, Ready)> {
        let state = self.state.lock();
        let mut ready = Vec::new();
        for (fd, watch) in round.fds.iter().skip(1).zip(&round.watches) {
            let events = from_poll(fd.revents);
            if let Some(handle) = state.handles.get(watch).filter(|_| events != 0) {
                ready.push((handle.turn, Ready::Handle(*watch, events)));
            }
        }
        let now = Instant::now();
        for (timer, timeout) in &state.timeouts {
            if timeout.next.is_some_and(|(due, _)| due <= now) && !timeout.is_running {
                ready.push((timeout.turn, Ready::Timeout(*timer)));
            }
        }
        ready.sort_by_key(|(turn, _)| *turn);
        ready
    }

    /// Calls a watch's callback, unless an earlier one of this round removed it or is not interested any more.
    fn call_handle(&self, watch: i32, events: i32) {
        let mut state = self.state.lock();
        let Some(handle) = state.handles.get_mut(&watch) else { return };
        let events = events & (handle.events | VIR_EVENT_HANDLE_ERROR | VIR_EVENT_HANDLE_HANGUP);
        if events == 0 || handle.events == 0 {
            return;
        }
        handle.is_running = true;
        let (callback, fd) = (HandleCallback::clone(&handle.callback), handle.fd);
        drop(state);
        callback(watch, fd, events);
        let mut state = self.state.lock();
        match state.handles.get_mut(&watch) {
            Some(handle) => handle.is_running = false,
            None => state.removed.push(Callback::Handle(callback)),
        }
    }

    /// Calls a timer's callback, unless an earlier one of this round removed it or switched it off.
    fn call_timeout(&self, timer: i32) {
        let mut state = self.state.lock();
        let Some(timeout) = state.timeouts.get_mut(&timer) else { return };
        let now = Instant::now();
        let Some((_, interval)) = timeout.next.filter(|(due, _)| *due <= now) else { return };
        timeout.next = Some((now + interval, interval));
        timeout.is_running = true;
        let callback = TimeoutCallback::clone(&timeout.callback);
        drop(state);
        callback(timer);
        let mut state = self.state.lock();
        match state.timeouts.get_mut(&timer) {
            Some(timeout) => timeout.is_running = false,
            None => state.removed.push(Callback::Timeout(callback)),
        }
    }

    /// Changes something and wakes the thread that waits for what was before.
    fn change<R>(&self, change: impl FnOnce(&mut State) -> R) -> R {
        let mut state = self.state.lock();
        let result = change(&mut state);
        if mem::take(&mut state.is_waiting) {
            drop(state);
            if let Some(waker) = self.waker.get() {
                waker.wake();
            }
        }
        result
    }
}

impl State {
    fn turn(&mut self) -> u64 {
        self.last_turn += 1;
        self.last_turn
    }
}

impl EventLoop for PollLoop {
    fn add_handle(&self, fd: i32, events: i32, callback: HandleCallback) -> Option<i32> {
        self.change(|state| {
            let watch = state.last_watch.checked_add(1)?;
            state.last_watch = watch;
            let handle = Handle { fd, events, turn: state.turn(), callback, is_running: false };
            state.handles.insert(watch, handle);
            Some(watch)
        })
    }

    fn update_handle(&self, watch: i32, events: i32) {
        self.change(|state| {
            let turn = state.turn();
            if let Some(handle) = state.handles.get_mut(&watch).filter(|handle| handle.events != events) {
                (handle.events, handle.turn) = (events, turn);
            }
        });
    }

    fn remove_handle(&self, watch: i32) -> bool {
        self.change(|state| {
            let handle = state.handles.remove(&watch);
            let callback = handle.map(|handle| Callback::Handle(handle.callback));
            let found = callback.is_some();
            state.removed.extend(callback);
            found
        })
    }

    fn add_timeout(&self, milliseconds: i32, callback: TimeoutCallback) -> Option<i32> {
        self.change(|state| {
            let timer = state.last_timer.checked_add(1)?;
            state.last_timer = timer;
            let timeout = Timeout { next: next(milliseconds), turn: state.turn(), callback, is_running: false };
            state.timeouts.insert(timer, timeout);
            Some(timer)
        })
    }

    fn update_timeout(&self, timer: i32, milliseconds: i32) {
        self.change(|state| {
            let turn = state.turn();
            if let Some(timeout) = state.timeouts.get_mut(&timer) {
                (timeout.next, timeout.turn) = (next(milliseconds), turn);
            }
        });
    }

    fn remove_timeout(&self, timer: i32) -> bool {
        self.change(|state| {
            let timeout = state.timeouts.remove(&timer);
            let callback = timeout.map(|timeout| Callback::Timeout(timeout.callback));
            let found = callback.is_some();
            state.removed.extend(callback);
            found
        })
    }
}

/// When a timer of that interval is called first; never for a negative one.
fn next(milliseconds: i32) -> Option<(Instant, Duration)> {
    let interval = Duration::from_millis(milliseconds.try_into().ok()?);
    Some((Instant::now() + interval, interval))
}

const PAIRS: [(i32, i16); 4] = [
    (VIR_EVENT_HANDLE_READABLE, libc::POLLIN),
    (VIR_EVENT_HANDLE_WRITABLE, libc::POLLOUT),
    (VIR_EVENT_HANDLE_ERROR, libc::POLLERR),
    (VIR_EVENT_HANDLE_HANGUP, libc::POLLHUP),
];

fn to_poll(events: i32) -> i16 {
    PAIRS.iter().filter(|(event, _)| events & event != 0).fold(0, |bits, (_, bit)| bits | bit)
}

fn from_poll(bits: i16) -> i32 {
    PAIRS.iter().filter(|(_, bit)| bits & bit != 0).fold(0, |events, (event, _)| events | event)
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::os::fd::AsRawFd;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    use super::*;

    #[test]
    fn a_descriptor_and_a_timer_are_called() {
        let events = Arc::new(PollLoop::default());
        let (mut reader, mut writer) = std::io::pipe().unwrap();
        let calls = Arc::new(AtomicUsize::new(0));
        let (seen, fd) = (Arc::clone(&calls), reader.as_raw_fd());
        let watch = events.add_handle(
            fd,
            VIR_EVENT_HANDLE_READABLE,
            Arc::new(move |_, _, _| {
                seen.fetch_add(1, Ordering::Relaxed);
            }),
        );
        writer.write_all(b"x").unwrap();
        events.run_once().unwrap();
        assert_eq!(calls.load(Ordering::Relaxed), 1);
        reader.read_exact(&mut [0]).unwrap();

        let (seen, own) = (Arc::clone(&calls), Arc::clone(&events));
        events.add_timeout(
            5,
            Arc::new(move |timer| {
                seen.fetch_add(10, Ordering::Relaxed);
                assert!(own.remove_timeout(timer));
            }),
        );
        events.run_once().unwrap();
        assert_eq!(calls.load(Ordering::Relaxed), 11);
        assert!(watch.is_some_and(|watch| events.remove_handle(watch) && !events.remove_handle(watch)));
        assert_eq!(Arc::strong_count(&calls), 3, "removed but not yet dropped");
        events.run_once().unwrap();
        assert_eq!(Arc::strong_count(&calls), 1);
    }

    #[test]
    fn another_thread_wakes_the_loop() {
        let events = Arc::new(PollLoop::default());
        let other = Arc::clone(&events);
        let called = Arc::new(AtomicUsize::new(0));
        let seen = Arc::clone(&called);
        let adder = thread::spawn(move || {
            thread::sleep(Duration::from_millis(20));
            other.add_timeout(
                0,
                Arc::new(move |_| {
                    seen.fetch_add(1, Ordering::Relaxed);
                }),
            )
        });
        while called.load(Ordering::Relaxed) == 0 {
            events.run_once().unwrap();
        }
        assert_eq!(adder.join().unwrap(), Some(1));
    }
}
