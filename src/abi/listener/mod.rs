//! Callbacks of C's that listen to events: how they are registered, called with what their kind of event says, and freed.

mod domain;

use std::ffi::{c_int, c_void};
use std::ptr;
use std::sync::Arc;

use super::Call;
use super::handle::{self, Handle};
use crate::error::{Error, Result};
use crate::event_hub::*;
use crate::object::*;
use crate::sys::regex::Regex;
use crate::types::*;

/// A function of the program's, what it wants to be given, and how that is freed. Addresses are numbers here, which may
/// travel between threads.
pub(crate) struct Callback {
    pub(crate) function: usize,
    opaque: usize,
    free: virFreeCallback,
}

/// Calls a [`Callback`] as one of the types of `<libvirt/libvirt-*.h>`; its last argument, `opaque`, is added.
macro_rules! call {
    ($callback:ident as $kind:ty, $($argument:expr),+) => {{
        // SAFETY: the program registered a function of this type for this event, as the header asks (abi's policy).
        let function = unsafe { std::mem::transmute::<*const (), $kind>($callback.pointer()) };
        if let Some(function) = function {
            // SAFETY: as above; the arguments stay valid while it runs.
            unsafe { function($($argument,)+ $callback.opaque()) };
        }
    }};
}
use call;

impl Callback {
    fn pointer(&self) -> *const () {
        ptr::with_exposed_provenance(self.function)
    }

    fn opaque(&self) -> *mut c_void {
        ptr::with_exposed_provenance_mut(self.opaque)
    }
}

impl Listener for Callback {
    fn deliver(&self, connection: &Arc<Connection>, event: &Event) {
        let conn = handle::pointer(connection);
        match event {
            Event::Domain(DomainSubject { name, uuid, id }, event) => {
                let domain = Domain::new(connection, name, *uuid, *id);
                domain::deliver(self, conn, handle::pointer(&domain), event);
            }
            Event::Network(name, uuid, event) => {
                let network = Network::new(connection, name, *uuid);
                let network = handle::pointer(&network);
                match event {
                    NetworkEvent::Lifecycle { event, detail } => {
                        call!(self as virConnectNetworkEventLifecycleCallback, conn, network, *event, *detail);
                    }
                    NetworkEvent::MetadataChange { kind, uri } => {
                        let uri = uri.as_deref().map(c_text);
                        let uri = uri.as_ref().map_or(ptr::null(), |uri| uri.as_ptr());
                        call!(self as virConnectNetworkEventMetadataChangeCallback, conn, network, *kind, uri);
                    }
                }
            }
            Event::StoragePool(name, uuid, event) => {
                let pool = StoragePool::new(connection, name, *uuid);
                let pool = handle::pointer(&pool);
                match event {
                    PoolEvent::Lifecycle { event, detail } => {
                        call!(self as virConnectStoragePoolEventLifecycleCallback, conn, pool, *event, *detail);
                    }
                    PoolEvent::Refresh => call!(self as virConnectStoragePoolEventGenericCallback, conn, pool),
                }
            }
            Event::NodeDevice(name, event) => {
                let device = NodeDevice::new(connection, name);
                let device = handle::pointer(&device);
                match event {
                    NodeDeviceEvent::Lifecycle { event, detail } => {
                        call!(self as virConnectNodeDeviceEventLifecycleCallback, conn, device, *event, *detail);
                    }
                    NodeDeviceEvent::Update => call!(self as virConnectNodeDeviceEventGenericCallback, conn, device),
                }
            }
            Event::Monitor(DomainSubject { name, uuid, id }, event) => {
                let domain = Domain::new(connection, name, *uuid, *id);
                let domain = handle::pointer(&domain);
                let (name, details) = (c_text(&event.name), event.details.as_deref().map(c_text));
                let details = details.as_ref().map_or(ptr::null(), |details| details.as_ptr());
                let (seconds, micros) = (event.seconds, event.micros);
                call!(
                    self as virConnectDomainQemuMonitorEventCallback,
                    conn,
                    domain,
                    name.as_ptr(),
                    seconds,
                    micros,
                    details
                );
            }
            Event::Secret(SecretSubject { uuid, usage_type, usage_id }, event) => {
                let secret = Secret::new(connection, *uuid, *usage_type, usage_id);
                let secret = handle::pointer(&secret);
                match event {
                    SecretEvent::Lifecycle { event, detail } => {
                        call!(self as virConnectSecretEventLifecycleCallback, conn, secret, *event, *detail);
                    }
                    SecretEvent::ValueChanged => call!(self as virConnectSecretEventGenericCallback, conn, secret),
                }
            }
        }
    }

    fn retire(&self) {
        if let Some(free) = self.free {
            // SAFETY: the program registered it for what it gave with the callback, which is not called any more.
            unsafe { free(self.opaque()) };
        }
    }
}

/// A callback for some events of monitors only.
struct Chosen {
    callback: Callback,
    chosen: Choice,
}

/// Which events of monitors a callback is told.
pub(crate) enum Choice {
    Named { name: String, any_case: bool },
    Matching(Regex),
}

impl Choice {
    /// By a name, or by a regular expression; `flags`: `VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_…`.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` for other flags, and for what is no expression.
    pub(crate) fn new(event: &str, flags: u32) -> Result<Self> {
        const REGEX: u32 = VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX;
        const NOCASE: u32 = VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE;
        Error::check_flags(flags, REGEX | NOCASE)?;
        let any_case = flags & NOCASE != 0;
        if flags & REGEX == 0 {
            return Ok(Self::Named { name: event.to_owned(), any_case });
        }
        let wrong = |words| Error::new(VIR_ERR_INVALID_ARG, format!("failed to compile regex '{event}': {words}"));
        Regex::new(event, any_case).map(Self::Matching).map_err(wrong)
    }
}

impl Listener for Chosen {
    fn deliver(&self, connection: &Arc<Connection>, event: &Event) {
        let Event::Monitor(_, MonitorEvent { name, .. }) = event else { return };
        let is_chosen = match &self.chosen {
            Choice::Named { name: wanted, any_case: true } => name.eq_ignore_ascii_case(wanted),
            Choice::Named { name: wanted, any_case: false } => name == wanted,
            Choice::Matching(regex) => regex.matches(name),
        };
        if is_chosen {
            self.callback.deliver(connection, event);
        }
    }

    fn retire(&self) {
        self.callback.retire();
    }
}

impl Call {
    /// The callback that the program registers. `function` is its address, `None` for NULL.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` for NULL.
    pub(crate) fn callback(
        &self,
        function: Option<usize>,
        opaque: *mut c_void,
        free: virFreeCallback,
    ) -> Result<Callback> {
        let function = function.ok_or_else(|| Error::argument("cb", "must not be NULL"))?;
        Ok(Callback { function, opaque: self.opaque(opaque), free })
    }

    /// Complains about a number that names no kind of event: it has to be below `end`.
    pub(crate) fn event_id(&self, id: c_int, end: c_int) -> Result<c_int> {
        self.count(id, "eventID")?;
        if id < end { Ok(id) } else { Err(Error::argument("eventID", format!("must be less than {end}"))) }
    }

    /// The one object that a callback shall listen to, if the handle is not NULL.
    ///
    /// # Errors
    /// The kind's own for what is no live object; `VIR_ERR_INVALID_ARG` for an object of another connection, where `called`
    /// says what to call it: "network 'default' in virX" must match connection.
    pub(crate) fn subject<'a, T: Handle>(
        &self,
        connection: &Connection,
        handle: *const T::C,
        argument: &'static str,
        called: impl FnOnce(&T) -> String,
    ) -> Result<Option<&'a T>> {
        if handle.is_null() {
            return Ok(None);
        }
        let object = self.borrow::<T>(handle)?;
        if !ptr::eq(object.connection(), connection) {
            return Err(Error::about(argument, format!("{} must match connection", called(object))));
        }
        Ok(Some(object))
    }
}

/// Has a connection's events of one kind told to a callback; the number by which it can be removed.
pub(crate) fn register(
    connection: Arc<Connection>,
    kind: Kind,
    subject: Option<Subject>,
    by_function: bool,
    callback: Callback,
) -> Result<c_int> {
    let hub = Arc::clone(connection.driver.events()?);
    let function = callback.function;
    hub.register(Registration { connection, kind, subject, by_function, function, listener: Box::new(callback) })
}

/// Has what monitors say told to a callback: all, or what is chosen; the number by which it can be removed.
pub(crate) fn register_monitor(
    connection: Arc<Connection>,
    subject: Option<Subject>,
    chosen: Option<Choice>,
    callback: Callback,
) -> Result<c_int> {
    let Some(chosen) = chosen else { return register(connection, Kind::Monitor, subject, false, callback) };
    let hub = Arc::clone(connection.driver.events()?);
    let function = callback.function;
    let listener = Box::new(Chosen { callback, chosen });
    hub.register(Registration { connection, kind: Kind::Monitor, subject, by_function: false, function, listener })
}
