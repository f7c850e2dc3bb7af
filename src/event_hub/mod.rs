//! Events: drivers tell what happens, programs listen. A driver's shared state has one [`EventHub`] and calls
//! `state.events.emit(Event::…)`, with or without locks of its own; the hub keeps the callbacks of all its connections and
//! calls them later, from the program's event loop, in the order of emission.
//!
//! A program that never registered an event loop gets its events in a thread of the library's (the original refuses the
//! registration). What C passes and gets is in `abi/listener/`.

mod deferred;
mod domain;
mod event;
mod hub;

pub use deferred::InCall;
pub use domain::{DomainEvent, GraphicsAddress};
pub use event::{
    DomainSubject, Event, Kind, MonitorEvent, NetworkEvent, NodeDeviceEvent, PoolEvent, SecretEvent, SecretSubject,
    Subject,
};
pub use hub::{EventHub, Listener, Registration};
