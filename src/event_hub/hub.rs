//! The callbacks that listen to a driver's events, the events that wait for them, and how the two come together.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use parking_lot::Mutex;

use super::{Event, Kind, Subject};
use crate::error::{Error, Result};
use crate::object::Connection;
use crate::types::*;

/// A callback of the program's. Called without locks, so that it may call everything.
pub trait Listener: Send + Sync {
    fn deliver(&self, connection: &Arc<Connection>, event: &Event);
    /// Called once, when the callback was removed and does not run any more.
    fn retire(&self);
}

/// A callback and what it listens to. It keeps its connection open, as the original's do: a program that closes its
/// connection without removing its callbacks still gets events.
pub struct Registration {
    pub connection: Arc<Connection>,
    pub kind: Kind,
    /// The one object it listens to; else all of that kind.
    pub subject: Option<Subject>,
    /// Made by `virConnectDomainEventRegister`, which knows callbacks by function instead of by number.
    pub by_function: bool,
    /// The address of the function: the same one cannot listen to the same thing twice.
    pub function: usize,
    pub listener: Box<dyn Listener>,
}

/// The callbacks of all connections that share a driver's state, numbered in one row, and the events on their way.
pub struct EventHub {
    inner: Mutex<Inner>,
    /// How many callbacks there are, so that an event costs nothing when nobody listens.
    listening: AtomicUsize,
}

#[derive(Default)]
struct Inner {
    next_id: i32,
    callbacks: Vec<Callback>,
    queue: VecDeque<Event>,
    courier: Courier,
    /// How many threads are calling callbacks; while any does, none is taken out of `callbacks`.
    delivering: usize,
}

struct Callback {
    id: i32,
    removed: bool,
    registration: Arc<Registration>,
}

/// Who calls the callbacks.
#[derive(Clone, Copy, Default, PartialEq)]
enum Courier {
    /// Nobody; there are no callbacks.
    #[default]
    None,
    /// A thread of ours that starts with an event and ends with the last.
    Thread { running: bool },
}

impl EventHub {
    pub fn new() -> Arc<Self> {
        Arc::new(Self { inner: Mutex::default(), listening: AtomicUsize::new(0) })
    }

    /// Has an event delivered to whoever listens to it by then. Returns at once and calls nobody.
    pub fn emit(self: &Arc<Self>, event: Event) {
        if self.listening.load(Ordering::Acquire) > 0 {
            self.inner.lock().queue.push_back(event);
            self.wake();
        }
    }

    /// Adds a callback and gives its number.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` when the same function already listens to the same thing.
    pub fn register(self: &Arc<Self>, registration: Registration) -> Result<i32> {
        let mut inner = self.inner.lock();
        if inner.live().any(|callback| callback.registration.is_same(&registration)) {
            return Err(refused("event callback already tracked".to_owned()));
        }
        let id = inner.next_id;
        inner.next_id = id.wrapping_add(1);
        inner.callbacks.push(Callback { id, removed: false, registration: Arc::new(registration) });
        self.listening.fetch_add(1, Ordering::Release);
        drop(inner);
        self.settle();
        Ok(id)
    }

    /// Removes a connection's callback by its number.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` when that connection has none of that number.
    pub fn deregister(self: &Arc<Self>, connection: &Connection, id: i32) -> Result<()> {
        self.remove(|callback| callback.id == id && callback.registration.belongs_to(connection))
            .ok_or_else(|| refused(format!("could not find event callback {id} for deletion")))
    }

    /// Removes a callback that was registered by its function.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` when that connection has none.
    pub fn deregister_function(self: &Arc<Self>, connection: &Connection, function: usize) -> Result<()> {
        self.remove(|callback| {
            let registration = &callback.registration;
            registration.by_function && registration.function == function && registration.belongs_to(connection)
        })
        .ok_or_else(|| refused(format!("event callback function {function:#x} not registered")))
    }

    /// Removes the first callback that is meant; `None` when there is none.
    fn remove(self: &Arc<Self>, is_meant: impl Fn(&Callback) -> bool) -> Option<()> {
        let mut inner = self.inner.lock();
        inner.callbacks.iter_mut().find(|callback| !callback.removed && is_meant(callback))?.removed = true;
        self.listening.fetch_sub(1, Ordering::Release);
        let retired = inner.sweep();
        drop(inner);
        retire(retired);
        self.settle();
        Some(())
    }

    /// Delivers what waits.
    fn deliver(self: &Arc<Self>) {
        let mut inner = self.inner.lock();
        let waiting = std::mem::take(&mut inner.queue);
        inner.delivering += 1;
        for event in &waiting {
            // callbacks that are added meanwhile get the next event; none changes its place
            for at in 0..inner.callbacks.len() {
                let Some(registration) = inner.callbacks.get(at).and_then(|callback| callback.wants(event)) else {
                    continue;
                };
                drop(inner);
                registration.listener.deliver(&registration.connection, event);
                drop(registration);
                inner = self.inner.lock();
            }
        }
        inner.delivering -= 1;
        let retired = inner.sweep();
        drop(inner);
        retire(retired);
        self.settle();
    }

    /// Sees to it that there is a courier while there are callbacks, and none when there are none.
    fn settle(self: &Arc<Self>) {
        let mut inner = self.inner.lock();
        let wanted = inner.live().next().is_some();
        match inner.courier {
            Courier::None if wanted => inner.courier = Courier::Thread { running: false },
            Courier::Thread { .. } if !wanted => inner.courier = Courier::None,
            Courier::None | Courier::Thread { .. } => {}
        }
        if !wanted {
            inner.queue.clear();
        }
    }

    /// Lets the courier know that something waits.
    fn wake(self: &Arc<Self>) {
        let mut inner = self.inner.lock();
        if inner.courier != (Courier::Thread { running: false }) || inner.queue.is_empty() {
            return;
        }
        let hub = Arc::clone(self);
        let thread = thread::Builder::new().name("virt-events".to_owned()).spawn(move || {
            while hub.goes_on() {
                hub.deliver();
            }
        });
        // without memory for a thread the event waits for the next one's attempt
        inner.courier = Courier::Thread { running: thread.is_ok() };
    }

    /// Whether the thread has more to do; after `false` another one may start.
    fn goes_on(&self) -> bool {
        let mut inner = self.inner.lock();
        let more = !inner.queue.is_empty();
        if !more && inner.courier == (Courier::Thread { running: true }) {
            inner.courier = Courier::Thread { running: false };
        }
        more
    }
}

impl Inner {
    fn live(&self) -> impl Iterator<Item = &Callback> {
        self.callbacks.iter().filter(|callback| !callback.removed)
    }

    /// Takes the removed callbacks out, unless someone is still walking over them.
    #[must_use]
    fn sweep(&mut self) -> Vec<Callback> {
        if self.delivering > 0 {
            return Vec::new();
        }
        let (removed, callbacks) =
            std::mem::take(&mut self.callbacks).into_iter().partition(|callback| callback.removed);
        self.callbacks = callbacks;
        removed
    }
}

impl Callback {
    /// The registration, if it is to be told of the event.
    fn wants(&self, event: &Event) -> Option<Arc<Registration>> {
        let Registration { kind, subject, .. } = &*self.registration;
        let wanted = !self.removed && *kind == event.kind() && subject.as_ref().is_none_or(|one| event.is_about(one));
        wanted.then(|| Arc::clone(&self.registration))
    }
}

impl Registration {
    fn belongs_to(&self, connection: &Connection) -> bool {
        std::ptr::eq(Arc::as_ptr(&self.connection), connection)
    }

    /// Whether it would be told the same things by the same function.
    fn is_same(&self, other: &Self) -> bool {
        self.function == other.function
            && self.kind == other.kind
            && self.subject == other.subject
            && self.by_function == other.by_function
            && Arc::ptr_eq(&self.connection, &other.connection)
    }
}

/// Tells callbacks that they are gone. Without locks: their connections may close.
fn retire(callbacks: Vec<Callback>) {
    for callback in callbacks {
        callback.registration.listener.retire();
    }
}

/// What is wrong with a registration is no affair of a particular driver.
fn refused(complaint: String) -> Error {
    Error::new(VIR_ERR_INVALID_ARG, complaint).from_origin(VIR_FROM_NONE)
}
