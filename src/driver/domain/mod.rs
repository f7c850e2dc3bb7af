//! What a driver does with domains, one trait per topic; the files are named as in `api/domain`.

mod affected;
mod agent;
mod block;
mod console;
mod define;
mod device;
mod ending;
mod event;
mod filter;
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

pub use affected::Affected;
pub use agent::{DomainAgent, FilesystemInfo};
pub use block::{CopyDestination, DiskErrors, DomainBlock};
pub use console::DomainConsole;
pub use define::{CapabilityQuery, DomainDefine};
pub use device::DomainDevice;
pub use ending::Ending;
pub use event::DomainEvent;
pub use filter::{KNOWN as LIST_FLAGS, Listed, effective as effective_list_flags, is_listed};
pub use interface::{DomainInterface, GuestInterface};
pub use job::DomainJob;
pub use lifecycle::DomainLifecycle;
pub use lookup::DomainLookup;
pub use lxc::DomainLxc;
pub use memory::DomainMemory;
pub use metadata::{DomainMetadata, check_metadata_kind, metadata_of, set_metadata_of};
pub use migrate::DomainMigrate;
pub use qemu::DomainQemu;
pub use save::DomainSave;
pub use security::DomainSecurity;
pub use state::DomainState;
pub use stats::{DomainStatistics, DomainStats, STATS_FILTERS, check_stats};
pub use tune::DomainTune;
pub use vcpu::{CpuStats, DomainVcpu, IoThread};

/// A trait that is nothing but the sum of others.
macro_rules! sum {
    ($(#[$doc:meta])* $name:ident = $first:ident $(+ $part:ident)*) => {
        $(#[$doc])*
        pub trait $name: $first $(+ $part)* {}

        impl<T: $first $(+ $part)*> $name for T {}
    };
}

sum! {
    /// A driver with domains.
    DomainDriver = DomainAgent
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
}
