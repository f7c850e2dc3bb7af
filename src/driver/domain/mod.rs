//! What a driver does with domains, one trait per topic; the files are named as in `api/domain`.

mod agent;
mod block;
mod console;
mod define;
mod device;
mod event;
mod interface;
mod job;
mod lifecycle;
mod lookup;
mod lxc;
mod memory;
mod metadata;
mod migrate;
mod qemu;
mod save;
mod security;
mod state;
mod stats;
mod tune;
mod vcpu;

pub use agent::{DomainAgent, FilesystemInfo};
pub use block::{CopyDestination, DiskErrors, DomainBlock};
pub use console::DomainConsole;
pub use define::{CapabilityQuery, DomainDefine};
pub use device::DomainDevice;
pub use event::DomainEvent;
pub use interface::{DomainInterface, GuestInterface};
pub use job::DomainJob;
pub use lifecycle::DomainLifecycle;
pub use lookup::DomainLookup;
pub use lxc::DomainLxc;
pub use memory::DomainMemory;
pub use metadata::DomainMetadata;
pub use migrate::DomainMigrate;
pub use qemu::DomainQemu;
pub use save::DomainSave;
pub use security::DomainSecurity;
pub use state::DomainState;
pub use stats::{DomainStatistics, DomainStats};
pub use tune::DomainTune;
pub use vcpu::{CpuStats, DomainVcpu, IoThread};

/// A driver with domains.
pub trait DomainDriver:
    DomainAgent
    + DomainBlock
    + DomainConsole
    + DomainDefine
    + DomainDevice
    + DomainEvent
    + DomainInterface
    + DomainJob
    + DomainLifecycle
    + DomainLookup
    + DomainLxc
    + DomainMemory
    + DomainMetadata
    + DomainMigrate
    + DomainQemu
    + DomainSave
    + DomainSecurity
    + DomainState
    + DomainStats
    + DomainTune
    + DomainVcpu
{
}

impl<T> DomainDriver for T where
    T: DomainAgent
        + DomainBlock
        + DomainConsole
        + DomainDefine
        + DomainDevice
        + DomainEvent
        + DomainInterface
        + DomainJob
        + DomainLifecycle
        + DomainLookup
        + DomainLxc
        + DomainMemory
        + DomainMetadata
        + DomainMigrate
        + DomainQemu
        + DomainSave
        + DomainSecurity
        + DomainState
        + DomainStats
        + DomainTune
        + DomainVcpu
{
}
