//! Post-parse: what a definition means beyond what it says. Defaults, implied devices, numbers and addresses that were left
//! out, and the order of lists, over the whole model. What only one hypervisor knows is its driver's work, before or after this.

mod chardev;
mod controller;
pub(super) mod disk;
mod graphics;
mod hostdev;
mod interface;
mod memory;
mod numa;
mod os;
mod tuning;
mod vcpu;
mod video;

pub use disk::bus_and_index;

use std::fs::File;
use std::io::Read;

use super::clock::{Adjusted, Adjustment, Basis, Offset, Variable};
use super::device::chardev::ConsoleType;
use super::device::video::Type as VideoType;
use super::sysinfo::Sysinfo;
use super::{Action, Domain};
use crate::types::*;
use crate::uuid::Uuid;
use crate::xml::Fault;

/// What the driver of the machine has to say.
#[derive(Clone, Debug)]
pub struct PostParse {
    /// The architecture of a machine that names none.
    pub arch: &'static str,
    /// How generated MAC addresses begin.
    pub mac_prefix: [u8; 3],
    /// What a console is that does not say.
    pub console: ConsoleType,
    /// Whether images may be descriptors that `virDomainFDAssociate` has named.
    pub fd_groups: bool,
    /// Whether the whole is checked. What another document holds was checked when it was a definition.
    pub validate: bool,
}

impl Default for PostParse {
    fn default() -> Self {
        Self {
            arch: "x86_64",
            mac_prefix: [0x52, 0x54, 0x00],
            console: ConsoleType::Serial,
            fd_groups: false,
            validate: true,
        }
    }
}

/// What only one hypervisor knows, at the places where libvirt asks for it. Each may find what it did before.
pub trait Completion {
    /// The machine and what it always has, before anything else is added. Controllers are numbered.
    ///
    /// # Errors
    /// What the hypervisor cannot do.
    fn machine(&self, domain: &mut Domain) -> Result<(), Fault>;

    /// The graphics card of a machine that has a screen and does not say which.
    fn video(&self, domain: &Domain) -> Option<VideoType>;

    /// Devices that say too little.
    ///
    /// # Errors
    /// What the hypervisor cannot do.
    fn devices(&self, domain: &mut Domain) -> Result<(), Fault>;

    /// Where devices are, once all are there.
    ///
    /// # Errors
    /// No place, or one that is taken.
    fn places(&self, domain: &mut Domain) -> Result<(), Fault>;

    /// Whether the hypervisor can do it all. What nobody can do is checked behind it.
    ///
    /// # Errors
    /// What it cannot do.
    fn check(&self, domain: &Domain) -> Result<(), Fault>;
}

/// Nothing.
impl Completion for () {
    fn machine(&self, _: &mut Domain) -> Result<(), Fault> {
        Ok(())
    }
    fn video(&self, _: &Domain) -> Option<VideoType> {
        None
    }
    fn devices(&self, _: &mut Domain) -> Result<(), Fault> {
        Ok(())
    }
    fn places(&self, _: &mut Domain) -> Result<(), Fault> {
        Ok(())
    }
    fn check(&self, _: &Domain) -> Result<(), Fault> {
        Ok(())
    }
}

impl Domain {
    /// Fills in what was left out, and checks the whole.
    ///
    /// # Errors
    /// What contradicts itself, or cannot be completed.
    pub fn post_parse(&mut self, driver: &PostParse) -> Result<(), Fault> {
        self.post_parse_with(driver, &())
    }

    /// As [`Domain::post_parse`], with what the driver adds.
    ///
    /// # Errors
    /// As [`Domain::post_parse`].
    pub fn post_parse_with(&mut self, driver: &PostParse, own: &dyn Completion) -> Result<(), Fault> {
        self.sort_again();
        self.complete_with(driver, own)
    }

    /// Whether disks and controllers stand where they would if the finished definition was read again: then all have their
    /// bus and number, which are not known of all of them while they are sorted first.
    pub fn is_in_order(&self) -> bool {
        self.disks_are_in_order() && self.controllers_are_in_order()
    }

    /// Puts them there.
    pub fn sort_again(&mut self) {
        self.sort_disks();
        self.sort_controllers();
    }

    /// As [`Domain::post_parse`] after a change of a definition that was complete before: lists keep their order.
    ///
    /// # Errors
    /// As [`Domain::post_parse`].
    pub fn complete_again(&mut self, driver: &PostParse) -> Result<(), Fault> {
        self.complete_with(driver, &())
    }

    fn complete_with(&mut self, driver: &PostParse, own: &dyn Completion) -> Result<(), Fault> {
        self.complete(driver, own).map_err(|fault| match fault.origin {
            Some(_) => fault,
            None => fault.with_origin(VIR_FROM_DOMAIN),
        })
    }

    fn complete(&mut self, driver: &PostParse, own: &dyn Completion) -> Result<(), Fault> {
        self.complete_identity()?;
        self.complete_vcpus()?;
        self.complete_os(driver)?;
        self.complete_memory()?;
        self.complete_numa()?;
        self.complete_tuning()?;
        self.complete_events();
        if let Some(perf) = self.perf.there() {
            perf.sort();
        }
        self.complete_sysinfo();
        self.add_scsi_controllers();
        self.number_controllers()?;
        self.complete_inputs();
        self.simplify_interfaces();
        own.machine(self)?;
        own.devices(self)?;
        self.complete_disks()?;
        self.complete_hostdevs()?;
        self.complete_filesystems();
        self.complete_interfaces(driver)?;
        self.complete_chardevs(driver)?;
        self.complete_graphics()?;
        self.complete_videos(own.video(self))?;
        self.complete_other_devices()?;
        self.add_implicit_controllers()?;
        own.devices(self)?;
        own.places(self)?;
        self.repeat_console();
        self.devices.shrink();
        if !driver.validate {
            return Ok(());
        }
        if !driver.fd_groups {
            self.refuse_fd_groups()?;
        }
        self.validate_tuning()?;
        own.check(self)?;
        self.validate()
    }

    fn complete_identity(&mut self) -> Result<(), Fault> {
        if self.name.is_empty() {
            return Err(Fault::new(VIR_ERR_NO_NAME, ""));
        }
        if self.name.contains('/') {
            return Err(Fault::xml(format!("name {} cannot contain '/'", self.name)));
        }
        if self.title.as_ref().is_some_and(|title| title.contains('\n')) {
            return Err(Fault::xml("Domain title can't contain newlines"));
        }
        if self.uuid.is_none() {
            self.uuid = Some(random_uuid()?);
        }
        if let Some(genid) = &mut self.genid
            && genid.uuid.is_none()
        {
            genid.uuid = Some(random_uuid()?);
        }
        Ok(())
    }

    fn complete_sysinfo(&mut self) {
        for sysinfo in &mut self.sysinfo {
            if let Sysinfo::Smbios(smbios) = sysinfo {
                smbios.sort();
            }
        }
        self.keywrap.sort_by_key(|cipher| cipher.name.word());
    }

    fn complete_events(&mut self) {
        self.on_reboot.get_or_insert(Action::Restart);
        match &mut self.clock.offset {
            Offset::Utc(Adjusted { adjustment: Some(Adjustment::Seconds(adjustment)) }) => {
                self.clock.offset = Offset::Variable(Variable { adjustment: *adjustment, basis: Some(Basis::Utc) });
            }
            Offset::Localtime(Adjusted { adjustment: Some(Adjustment::Seconds(adjustment)) }) => {
                self.clock.offset =
                    Offset::Variable(Variable { adjustment: *adjustment, basis: Some(Basis::Localtime) });
            }
            Offset::Variable(variable) => {
                variable.basis.get_or_insert(Basis::Utc);
            }
            Offset::Utc(_) | Offset::Localtime(_) | Offset::Timezone(_) | Offset::Absolute(_) => {}
        }
    }
}

fn random_uuid() -> Result<Uuid, Fault> {
    Uuid::random().map_err(|error| Fault::internal(format!("Failed to generate UUID: {error}")))
}

/// Bytes that nobody can guess.
fn random_bytes<const LENGTH: usize>() -> Result<[u8; LENGTH], Fault> {
    let mut bytes = [0; LENGTH];
    let read = File::open("/dev/urandom").and_then(|mut source| source.read_exact(&mut bytes));
    read.map(|()| bytes).map_err(|error| Fault::internal(format!("no random bytes from /dev/urandom: {error}")))
}
