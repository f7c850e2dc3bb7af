//! One event: whom it is about, and what happened.

use super::DomainEvent;
use crate::types::*;
use crate::uuid::Uuid;

/// What a driver emits. [`Event::lifecycle`] and its like make the common ones.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    Domain(DomainSubject, DomainEvent),
    /// A network by name and UUID.
    Network(String, Uuid, NetworkEvent),
    /// A storage pool by name and UUID.
    StoragePool(String, Uuid, PoolEvent),
    /// A node device by name.
    NodeDevice(String, NodeDeviceEvent),
    Secret(SecretSubject, SecretEvent),
    /// What the monitor of a domain of QEMU's says, as it stands.
    Monitor(DomainSubject, MonitorEvent),
}

/// A domain as it was when something happened to it.
#[derive(Clone, Debug, PartialEq)]
pub struct DomainSubject {
    pub name: String,
    pub uuid: Uuid,
    /// -1 when it does not run.
    pub id: i32,
}

#[derive(Clone, Debug, PartialEq)]
pub enum NetworkEvent {
    /// A `VIR_NETWORK_EVENT_…`.
    Lifecycle { event: i32, detail: i32 },
    /// A `VIR_NETWORK_METADATA_…` and, for an element, its namespace.
    MetadataChange { kind: i32, uri: Option<String> },
}

#[derive(Clone, Debug, PartialEq)]
pub enum PoolEvent {
    /// A `VIR_STORAGE_POOL_EVENT_…`.
    Lifecycle {
        event: i32,
        detail: i32,
    },
    Refresh,
}

#[derive(Clone, Debug, PartialEq)]
pub enum NodeDeviceEvent {
    /// A `VIR_NODE_DEVICE_EVENT_…`.
    Lifecycle {
        event: i32,
        detail: i32,
    },
    Update,
}

#[derive(Clone, Debug, PartialEq)]
pub enum SecretEvent {
    /// A `VIR_SECRET_EVENT_…`.
    Lifecycle {
        event: i32,
        detail: i32,
    },
    ValueChanged,
}

/// A secret by UUID and by what it is for.
#[derive(Clone, Debug, PartialEq)]
pub struct SecretSubject {
    pub uuid: Uuid,
    /// A `VIR_SECRET_USAGE_TYPE_…`.
    pub usage_type: i32,
    pub usage_id: String,
}

/// An event of QEMU's monitor.
#[derive(Clone, Debug, PartialEq)]
pub struct MonitorEvent {
    pub name: String,
    /// When it happened: seconds since 1970, and microseconds.
    pub seconds: i64,
    pub micros: u32,
    /// JSON.
    pub details: Option<String>,
}

/// What a callback was registered for: the kind of object, and the number that C has for the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A `VIR_DOMAIN_EVENT_ID_…`.
    Domain(i32),
    /// A `VIR_NETWORK_EVENT_ID_…`.
    Network(i32),
    /// A `VIR_STORAGE_POOL_EVENT_ID_…`.
    StoragePool(i32),
    /// A `VIR_NODE_DEVICE_EVENT_ID_…`.
    NodeDevice(i32),
    /// A `VIR_SECRET_EVENT_ID_…`.
    Secret(i32),
    /// All that monitors say.
    Monitor,
}

/// The one object that a callback listens to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    Uuid(Uuid),
    Name(String),
}

impl Event {
    /// Something that happened to a domain, whose `id` is -1 when it does not run.
    pub fn domain(name: &str, uuid: Uuid, id: i32, event: DomainEvent) -> Self {
        Self::Domain(DomainSubject { name: name.to_owned(), uuid, id }, event)
    }

    /// A step of a domain's life: a `VIR_DOMAIN_EVENT_…` and its detail.
    pub fn domain_lifecycle(name: &str, uuid: Uuid, id: i32, event: i32, detail: i32) -> Self {
        Self::domain(name, uuid, id, DomainEvent::Lifecycle { event, detail })
    }

    /// A step of a network's life: a `VIR_NETWORK_EVENT_…`.
    pub fn network_lifecycle(name: &str, uuid: Uuid, event: i32) -> Self {
        Self::Network(name.to_owned(), uuid, NetworkEvent::Lifecycle { event, detail: 0 })
    }

    /// A step of a storage pool's life: a `VIR_STORAGE_POOL_EVENT_…`.
    pub fn pool_lifecycle(name: &str, uuid: Uuid, event: i32) -> Self {
        Self::StoragePool(name.to_owned(), uuid, PoolEvent::Lifecycle { event, detail: 0 })
    }

    /// The contents of a storage pool were read anew.
    pub fn pool_refresh(name: &str, uuid: Uuid) -> Self {
        Self::StoragePool(name.to_owned(), uuid, PoolEvent::Refresh)
    }

    /// A step of a node device's life: a `VIR_NODE_DEVICE_EVENT_…`.
    pub fn node_device_lifecycle(name: &str, event: i32) -> Self {
        Self::NodeDevice(name.to_owned(), NodeDeviceEvent::Lifecycle { event, detail: 0 })
    }

    /// By what callbacks for it are registered.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Domain(_, event) => Kind::Domain(event.id()),
            Self::Network(_, _, NetworkEvent::Lifecycle { .. }) => Kind::Network(VIR_NETWORK_EVENT_ID_LIFECYCLE),
            Self::Network(_, _, NetworkEvent::MetadataChange { .. }) => {
                Kind::Network(VIR_NETWORK_EVENT_ID_METADATA_CHANGE)
            }
            Self::StoragePool(_, _, PoolEvent::Lifecycle { .. }) => {
                Kind::StoragePool(VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE)
            }
            Self::StoragePool(_, _, PoolEvent::Refresh) => Kind::StoragePool(VIR_STORAGE_POOL_EVENT_ID_REFRESH),
            Self::NodeDevice(_, NodeDeviceEvent::Lifecycle { .. }) => {
                Kind::NodeDevice(VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE)
            }
            Self::NodeDevice(_, NodeDeviceEvent::Update) => Kind::NodeDevice(VIR_NODE_DEVICE_EVENT_ID_UPDATE),
            Self::Secret(_, SecretEvent::Lifecycle { .. }) => Kind::Secret(VIR_SECRET_EVENT_ID_LIFECYCLE),
            Self::Secret(_, SecretEvent::ValueChanged) => Kind::Secret(VIR_SECRET_EVENT_ID_VALUE_CHANGED),
            Self::Monitor(..) => Kind::Monitor,
        }
    }

    /// Whether it is about this object.
    pub fn is_about(&self, subject: &Subject) -> bool {
        match (self, subject) {
            (Self::Domain(DomainSubject { uuid, .. }, _), Subject::Uuid(wanted))
            | (Self::Monitor(DomainSubject { uuid, .. }, _), Subject::Uuid(wanted))
            | (Self::Network(_, uuid, _), Subject::Uuid(wanted))
            | (Self::StoragePool(_, uuid, _), Subject::Uuid(wanted))
            | (Self::Secret(SecretSubject { uuid, .. }, _), Subject::Uuid(wanted)) => uuid == wanted,
            (Self::NodeDevice(name, _), Subject::Name(wanted)) => name == wanted,
            (Self::NodeDevice(..), Subject::Uuid(_)) | (_, Subject::Name(_)) => false,
        }
    }
}
