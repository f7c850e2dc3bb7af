//! What a whole definition may not say: contradictions between elements that each are well formed. One file for each
//! part of the machine. Which hypervisor can do what is its driver's to check.

mod chardev;
mod controller;
mod disk;
mod graphics;
mod hostdev;
mod interface;
mod memory;
mod numa;
mod os;
mod seclabel;
mod tuning;
mod unique;
mod vhost_user;

use super::Domain;
use crate::xml::Fault;

impl Domain {
    /// Checks what post-parse has completed.
    ///
    /// # Errors
    /// The first contradiction.
    pub(super) fn validate(&self) -> Result<(), Fault> {
        self.validate_disks()?;
        self.validate_controllers()?;
        self.validate_filesystems()?;
        self.validate_interfaces()?;
        self.validate_chardevs()?;
        self.validate_hostdevs()?;
        self.validate_screens()?;
        self.validate_audio()?;
        self.validate_memories()?;
        self.validate_small_devices()?;
        self.validate_seclabels()?;
        self.validate_uniqueness()?;
        self.validate_assignment()?;
        self.validate_hugepages()?;
        self.validate_os()?;
        self.validate_features()?;
        self.validate_sysinfo()?;
        self.validate_cpu()
    }
}

/// A fault when something is wrong.
fn refuse_if(wrong: bool, fault: impl FnOnce() -> Fault) -> Result<(), Fault> {
    if wrong { Err(fault()) } else { Ok(()) }
}
