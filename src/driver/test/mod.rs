//! `test:///default` and `test:///FILE`: a hypervisor that exists in memory only, for programs that test themselves.
//!
//! All connections of a process to `test:///default` share one [`State`]; each `test:///FILE` has its own.

mod checkpoint;
mod domain;
mod file;
mod host;
mod interface;
mod network;
mod nodedev;
mod snapshot;
mod storage;

use std::ffi::CStr;
use std::sync::{Arc, Weak};

use parking_lot::Mutex;

use crate::driver::*;
use crate::error::{Code, Error, Result};
use crate::event_hub::EventHub;
use crate::types::*;

/// One connection to the imagined host.
pub struct Test {
    state: Arc<State>,
}

/// The imagined host. Each store has locks of its own.
struct State {
    events: Arc<EventHub>,
    host: host::Host,
    domains: domain::Domains,
    interfaces: interface::Interfaces,
    pools: storage::Pools,
    devices: nodedev::Devices,
    networks: network::Networks,
}

impl State {
    /// A host with nothing on it.
    fn empty() -> Self {
        Self {
            events: EventHub::new(),
            host: host::Host::default(),
            domains: domain::Domains::empty(),
            interfaces: interface::Interfaces::default(),
            pools: storage::Pools::default(),
            devices: nodedev::Devices::default(),
            networks: network::Networks::default(),
        }
    }

    /// What stands behind `test:///default`.
    fn builtin() -> Result<Self> {
        Ok(Self {
            events: EventHub::new(),
            host: host::Host::default(),
            domains: domain::Domains::builtin()?,
            interfaces: interface::Interfaces::builtin()?,
            pools: storage::Pools::builtin()?,
            devices: nodedev::Devices::builtin()?,
            networks: network::Networks::builtin()?,
        })
    }
}

/// The state that connections to `test:///default` share while there is one.
static SHARED: Mutex<Weak<State>> = Mutex::new(Weak::new());

pub fn open(opening: &Opening) -> Result<Open> {
    let uri = opening.uri;
    if uri.scheme.as_deref() != Some("test") || uri.host.is_some() {
        return Ok(Open::Declined);
    }
    check_flags(opening.flags, VIR_CONNECT_RO | VIR_CONNECT_NO_ALIASES)?;
    match uri.path.as_deref() {
        None | Some("/") => Err(error(VIR_ERR_INVALID_ARG, "testOpen: supply a path or use test:///default")),
        Some("/default") => {
            let mut shared = SHARED.lock();
            let state = match shared.upgrade() {
                Some(state) => state,
                None => Arc::new(State::builtin()?),
            };
            *shared = Arc::downgrade(&state);
            Ok(Open::Accepted(Box::new(Test { state })))
        }
        Some(path) => {
            let file = file::File::read(path)?;
            file.authenticate(opening)?;
            Ok(Open::Accepted(Box::new(Test { state: Arc::new(file.state) })))
        }
    }
}

/// An error of this driver's.
fn error(code: Code, detail: impl Into<String>) -> Error {
    Error::new(code, detail).from_origin(VIR_FROM_TEST)
}

/// Complains in this driver's name about flags that are not among `known`.
fn check_flags(flags: u32, known: u32) -> Result<()> {
    Error::check_flags(flags, known).map_err(|error| error.from_origin(VIR_FROM_TEST))
}

impl Driver for Test {
    fn name(&self) -> &'static CStr {
        c"TEST"
    }

    fn version(&self) -> Result<u64> {
        Ok(2)
    }

    fn events(&self) -> Result<&Arc<EventHub>> {
        Ok(&self.state.events)
    }

    fn host(&self) -> Result<&dyn HostDriver> {
        Ok(self)
    }

    fn domains(&self) -> Result<&dyn DomainDriver> {
        Ok(self)
    }

    fn snapshots(&self) -> Result<&dyn SnapshotDriver> {
        Ok(self)
    }

    fn checkpoints(&self) -> Result<&dyn CheckpointDriver> {
        Ok(self)
    }

    fn networks(&self) -> Result<&dyn NetworkDriver> {
        Ok(self)
    }

    fn interfaces(&self) -> Result<&dyn InterfaceDriver> {
        Ok(self)
    }

    fn storage_pools(&self) -> Result<&dyn StoragePoolDriver> {
        Ok(self)
    }

    fn storage_volumes(&self) -> Result<&dyn StorageVolumeDriver> {
        Ok(self)
    }

    fn node_devices(&self) -> Result<&dyn NodeDeviceDriver> {
        Ok(self)
    }
}
