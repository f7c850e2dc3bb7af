//! What a driver is: traits, one per kind of object, whose methods default to "not supported"; and the table of drivers.
//!
//! Drivers do not know each other. They get objects by name and UUID and look their own state up.

mod checkpoint;
mod domain;
mod host;
mod interface;
mod moment;
mod network;
mod nodedev;
mod nwfilter;
mod qemu;
mod remote;
mod secret;
mod snapshot;
mod storage_pool;
mod storage_volume;
mod stream;
pub mod test;

use std::ffi::CStr;
use std::sync::Arc;

pub use checkpoint::CheckpointDriver;
pub use domain::*;
pub use host::{CpuMap, HostDriver, Hypervisor};
pub use interface::InterfaceDriver;
pub use moment::{Moments, Removal};
pub use network::{Lease, NetworkChange, NetworkDriver};
pub use nodedev::NodeDeviceDriver;
pub use nwfilter::NwFilterDriver;
pub use secret::SecretDriver;
pub use snapshot::SnapshotDriver;
pub use storage_pool::StoragePoolDriver;
pub use storage_volume::StorageVolumeDriver;
pub use stream::{FileStream, Received, StreamCallback, StreamDriver};

use crate::error::{Result, unsupported};
use crate::event_hub::EventHub;
use crate::typed_param::TypedParams;
use crate::uri::Uri;

/// What a driver may ask the program while a connection opens.
pub trait Ask {
    /// The kinds of questions that the program answers (`VIR_CRED_…`), those that it prefers first.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` when it answers none, because it did not pass a callback.
    fn kinds(&self) -> Result<Vec<i32>>;

    /// Asks for credentials; gives the answers in the order of the questions, `None` where there is no answer.
    ///
    /// # Errors
    /// `VIR_ERR_AUTH_CANCELLED` or `VIR_ERR_AUTH_FAILED` when the program cannot or will not answer.
    fn credentials(&self, questions: &[Question]) -> Result<Vec<Option<String>>>;
}

/// A program that answers nothing, as a service does.
pub struct Nobody;

impl Ask for Nobody {
    fn kinds(&self) -> Result<Vec<i32>> {
        Ok(Vec::new())
    }

    fn credentials(&self, questions: &[Question]) -> Result<Vec<Option<String>>> {
        Ok(questions.iter().map(|_| None).collect())
    }
}

/// One question for [`Ask`].
#[derive(Clone, Debug)]
pub struct Question {
    /// A `VIR_CRED_…`.
    pub kind: i32,
    pub prompt: String,
    pub challenge: Option<String>,
    pub default: Option<String>,
}

/// What a program wants to open.
pub struct Opening<'a> {
    pub uri: &'a Uri,
    pub ask: &'a dyn Ask,
    /// `VIR_CONNECT_…`.
    pub flags: u32,
}

/// What a driver makes of a URI.
pub enum Open {
    /// Not this driver's; the next one is asked.
    Declined,
    Accepted(Box<dyn Driver>),
}

/// Opens a URI, or declines it.
pub type Factory = fn(&Opening) -> Result<Open>;

/// Asked in this order.
pub const TABLE: &[Factory] = &[test::open, qemu::open, remote::open];

/// The URI by which this host's first hypervisor is reached, where it has one.
pub fn probe() -> Option<String> {
    qemu::probe().map(str::to_owned)
}

/// One open connection of a driver.
pub trait Driver: Send + Sync {
    /// What `virConnectGetType` says.
    fn name(&self) -> &'static CStr;

    /// The hypervisor's version, major × 1,000,000 + minor × 1,000 + release.
    fn version(&self) -> Result<u64> {
        unsupported()
    }

    /// Asks now and then whether the other side still lives: every `interval` seconds, and gives up after `count` silences.
    /// True when it does.
    fn set_keep_alive(&self, _interval: i32, _count: u32) -> Result<bool> {
        unsupported()
    }

    /// Who is said to act through the connection.
    fn set_identity(&self, _identity: &TypedParams, _flags: u32) -> Result<()> {
        unsupported()
    }

    /// Whether the connection can still be used: always, for a driver that works in this process.
    fn is_alive(&self) -> Result<bool> {
        Ok(true)
    }

    /// Whether nobody can listen to what goes over the connection: nobody can where nothing leaves the machine.
    fn is_secure(&self) -> Result<bool> {
        Ok(true)
    }

    /// Whether the connection is encrypted.
    fn is_encrypted(&self) -> Result<bool> {
        Ok(false)
    }

    /// Where events of the connection's objects come from.
    fn events(&self) -> Result<&Arc<EventHub>> {
        unsupported()
    }

    fn host(&self) -> Result<&dyn HostDriver> {
        unsupported()
    }

    fn domains(&self) -> Result<&dyn DomainDriver> {
        unsupported()
    }

    fn snapshots(&self) -> Result<&dyn SnapshotDriver> {
        unsupported()
    }

    fn checkpoints(&self) -> Result<&dyn CheckpointDriver> {
        unsupported()
    }

    fn networks(&self) -> Result<&dyn NetworkDriver> {
        unsupported()
    }

    fn interfaces(&self) -> Result<&dyn InterfaceDriver> {
        unsupported()
    }

    fn storage_pools(&self) -> Result<&dyn StoragePoolDriver> {
        unsupported()
    }

    fn storage_volumes(&self) -> Result<&dyn StorageVolumeDriver> {
        unsupported()
    }

    fn node_devices(&self) -> Result<&dyn NodeDeviceDriver> {
        unsupported()
    }

    fn secrets(&self) -> Result<&dyn SecretDriver> {
        unsupported()
    }

    fn nwfilters(&self) -> Result<&dyn NwFilterDriver> {
        unsupported()
    }
}
