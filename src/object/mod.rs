//! What a C handle points at: one type per kind of object. They know names and identities, not how a driver does things.

mod connection;
mod domain;
mod host;
mod name;
mod network;
mod storage;
mod stream;
mod tag;

pub use connection::{Connection, ErrorHandler};
pub use domain::{Checkpoint, Domain, Snapshot};
pub use host::{Interface, NodeDevice, NwFilter, NwFilterBinding, Secret};
pub use name::Name;
pub use network::{Network, NetworkPort};
pub use storage::{StoragePool, StorageVolume};
pub use stream::Stream;
pub use tag::{Object, Tag, c_text};
