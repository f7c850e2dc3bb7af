//! Elements that several kinds of documents have: networks and machines, volumes and disks.

pub mod bandwidth;
pub mod encryption;
pub mod filterref;
pub mod ip;
pub mod link;
pub mod owner;
pub mod virtualport;
pub mod vlan;
