//! The callbacks that listen to a driver's events, the events that wait for them, and how the two come together.

use std::collections::VecDeque;
use std::mem;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use parking_lot::Mutex;

use super::{Event, Kind, Subject, deferred};
use crate::error::{Error, Result};
use crate::event;
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
    /// Is told when the first callback comes (true) and when the last goes.
    source: Option<Source>,
}

/// What makes events only while somebody listens. Called without locks.
pub type Source = Box<dyn Fn(bool) + Send + Sync>;

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
    /// Someone is about to change it, who sees to it that nothing is forgotten.
    Changing,
    /// The program's event loop, by a timer that is switched on when something waits.
    Timer(i32),
    /// A thread of ours that starts with an event and ends with the last, for programs without an event loop.
    Thread { running: bool },
}

impl EventHub {
    pub fn new() -> Arc<Self> {
        Arc::new(Self { inner: Mutex::default(), listening: AtomicUsize::new(0), source: None })
    }

    /// A hub whose events come from somewhere that wants to know whether anybody listens.
    pub fn with_source(source: Source) -> Arc<Self> {
        Arc::new(Self { inner: Mutex::default(), listening: AtomicUsize::new(0), source: Some(source) })
    }

    /// Has an event delivered to whoever listens to it by then. Returns at once and calls nobody, so that it may be called
    /// under locks.
    pub fn emit(self: &Arc<Self>, event: Event) {
        if self.listening.load(Ordering::Acquire) == 0 {
            return;
        }
        let mut inner = self.inner.lock();
        inner.queue.push_back(event);
        // who was the first to wait has woken the courier, if that could be
        let wakes = inner.queue.len() == 1 || inner.courier == Courier::Thread { running: false };
        drop(inner);
        if wakes {
            deferred::wake(self);
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
        let is_first = self.listening.fetch_add(1, Ordering::Release) == 0;
        drop(inner);
        self.settle();
        if let Some(source) = self.source.as_ref().filter(|_| is_first) {
            source(true);
        }
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
        let is_last = self.listening.fetch_sub(1, Ordering::Release) == 1;
        let retired = inner.sweep();
        drop(inner);
        if let Some(source) = self.source.as_ref().filter(|_| is_last) {
            source(false);
        }
        retire(retired);
        self.settle();
        Some(())
    }

    /// Delivers what waits.
    fn deliver(self: &Arc<Self>) {
        let mut inner = self.inner.lock();
        let waiting = mem::take(&mut inner.queue);
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

    /// Sees to it that there is a courier while there are callbacks, and none when there are none. The event loop is the
    /// program's, so it is not called under a lock.
    fn settle(self: &Arc<Self>) {
        loop {
            let mut inner = self.inner.lock();
            let wanted = inner.live().next().is_some();
            if !wanted {
                inner.queue.clear();
            }
            let next = match (inner.courier, wanted) {
                (Courier::None, true) => {
                    inner.courier = Courier::Changing;
                    drop(inner);
                    self.hire()
                }
                (Courier::Timer(timer), false) => {
                    inner.courier = Courier::Changing;
                    drop(inner);
                    event::remove_timeout(timer);
                    Courier::None
                }
                (Courier::Thread { .. }, false) => {
                    inner.courier = Courier::None;
                    return;
                }
                (Courier::None, false)
                | (Courier::Changing, _)
                | (Courier::Timer(_) | Courier::Thread { .. }, true) => return,
            };
            self.inner.lock().courier = next;
            self.wake();
        }
    }

    /// A timer in the program's event loop; without a loop, threads.
    fn hire(self: &Arc<Self>) -> Courier {
        let hub = Arc::downgrade(self);
        let deliver = move |timer| {
            if let Some(hub) = hub.upgrade() {
                // what comes from here on switches it on again
                event::update_timeout(timer, -1);
                hub.deliver();
            }
        };
        event::add_timeout(-1, deliver).map_or(Courier::Thread { running: false }, Courier::Timer)
    }

    /// Lets the courier know that something waits.
    pub(super) fn wake(self: &Arc<Self>) {
        let mut inner = self.inner.lock();
        if inner.queue.is_empty() {
            return;
        }
        match inner.courier {
            Courier::Timer(timer) => {
                drop(inner);
                event::update_timeout(timer, 0);
            }
            Courier::Thread { running: false } => {
                let hub = Arc::clone(self);
                let work = move || {
                    while hub.goes_on() {
                        hub.deliver();
                    }
                };
                // without memory for a thread the event waits for the next one
                let started = thread::Builder::new().name("virt-events".to_owned()).spawn(work);
                inner.courier = Courier::Thread { running: started.is_ok() };
            }
            Courier::None | Courier::Changing | Courier::Thread { running: true } => {}
        }
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
        let (removed, callbacks) = mem::take(&mut self.callbacks).into_iter().partition(|callback| callback.removed);
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

    /// Whether it would be told the same things by the same function. What is chosen of monitors' events is not known here.
    fn is_same(&self, other: &Self) -> bool {
        self.kind != Kind::Monitor
            && self.function == other.function
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

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Sender, channel};
    use std::time::Duration;

    use super::*;
    use crate::connect;
    use crate::driver::{Ask, Question};
    use crate::uuid::Uuid;

    struct Nobody;

    impl Ask for Nobody {
        fn kinds(&self) -> Result<Vec<i32>> {
            unreachable!("the test driver's default connection asks nothing")
        }

        fn credentials(&self, _: &[Question]) -> Result<Vec<Option<String>>> {
            unreachable!("the test driver's default connection asks nothing")
        }
    }

    /// Tells what it is called with; removes the callback whose number it has.
    struct Teller {
        told: Sender<String>,
        removes: Option<i32>,
    }

    impl Listener for Teller {
        fn deliver(&self, connection: &Arc<Connection>, event: &Event) {
            self.told.send(format!("{event:?}")).unwrap();
            if let Some(id) = self.removes {
                let hub = connection.driver.events().unwrap();
                let _ = hub.deregister(connection, id);
            }
        }
        fn retire(&self) {
            self.told.send("retired".to_owned()).unwrap();
        }
    }

    fn connection() -> Arc<Connection> {
        connect::open(Some("test:///default"), &Nobody, 0).unwrap()
    }

    fn registration(connection: &Arc<Connection>, function: usize, listener: Teller) -> Registration {
        Registration {
            connection: Arc::clone(connection),
            kind: Kind::NodeDevice(VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE),
            subject: None,
            by_function: false,
            function,
            listener: Box::new(listener),
        }
    }

    #[test]
    fn events_come_in_order_until_the_callback_removes_itself() {
        let connection = connection();
        let hub = EventHub::new();
        let (told, telling) = channel();
        let wait = || telling.recv_timeout(Duration::from_secs(10)).unwrap();
        let id = hub.register(registration(&connection, 1, Teller { told: told.clone(), removes: None })).unwrap();
        let events: Vec<_> = (0..100).map(|at| Event::node_device_lifecycle("d", at)).collect();
        events.iter().for_each(|event| hub.emit(event.clone()));
        events.iter().for_each(|event| assert_eq!(wait(), format!("{event:?}")));
        hub.deregister(&connection, id).unwrap();
        assert_eq!(wait(), "retired");
        assert!(hub.deregister(&connection, id).is_err());

        let hub = connection.driver.events().unwrap();
        let id = hub.register(registration(&connection, 2, Teller { told, removes: Some(0) })).unwrap();
        assert_eq!(id, 0);
        hub.emit(events[0].clone());
        hub.emit(events[1].clone());
        assert_eq!(wait(), format!("{:?}", events[0]));
        assert_eq!(wait(), "retired");
        assert!(telling.recv_timeout(Duration::from_millis(50)).is_err());
    }

    #[test]
    fn the_same_function_listens_once_to_the_same_thing() {
        let connection = connection();
        let hub = EventHub::new();
        let (told, telling) = channel();
        let make = |function, subject| Registration {
            subject,
            ..registration(&connection, function, Teller { told: told.clone(), removes: None })
        };
        let one = Subject::Name("one".to_owned());
        assert_eq!(hub.register(make(1, None)).unwrap(), 0);
        assert!(hub.register(make(1, None)).is_err());
        assert_eq!(hub.register(make(1, Some(one.clone()))).unwrap(), 1);
        assert_eq!(hub.register(make(2, Some(one))).unwrap(), 2);
        hub.emit(Event::node_device_lifecycle("two", 0));
        hub.emit(Event::pool_refresh("one", Uuid::default()));
        assert!(telling.recv_timeout(Duration::from_secs(10)).is_ok());
        assert!(telling.recv_timeout(Duration::from_millis(50)).is_err());
        (0..3).for_each(|id| hub.deregister(&connection, id).unwrap());
    }
}
