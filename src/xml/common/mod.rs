//! Elements that several kinds of documents have: networks and machines, volumes and disks.

pub mod bandwidth;
pub mod encryption;
pub mod ip;
pub mod virtualport;
pub mod vlan;
