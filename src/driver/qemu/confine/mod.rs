//! What a machine may touch, from its definition: who its QEMU runs as, the files that it is given open, and what it may open itself.
//! One function for each kind of device; the supervisor puts it all on (`supervisor/confine`).
//!
//! QEMU gets images, logs and sockets as descriptors wherever it can take them: it needs no right to the paths, and files keep their owners.
//! The definition that its command line is made of has the names of the descriptors in the place of the paths.

mod base;
mod boot;
mod chain;
mod chardev;
mod device;
mod disk;
mod grants;
mod graphics;
mod identity;
mod settings;

use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};

use crate::error::Result;
use crate::supervisor::confine::Confinement;
use crate::sys::process::{Resource, User};
use crate::xml::domain::Domain;
use crate::xml::domain::device::hostdev::Kind as HostdevKind;
use crate::xml::domain::seclabel::{Seclabel, SeclabelType};
use crate::xml::{OnOff, YesNo};
use grants::Grants;
pub use settings::Settings;

/// The security model of users and groups, as libvirt names it.
pub const DAC: &str = "dac";

/// Where a machine is started.
pub struct Place<'a> {
    /// `qemu.conf`.
    pub settings_file: &'a Path,
    pub settings: &'a Settings,
    /// Machines of the system, which root does not run as itself.
    pub privileged: bool,
    /// The machine's own folder.
    pub folder: &'a Path,
}

/// A machine with what it is given.
pub struct Confined {
    /// What the command line is made of.
    pub definition: Domain,
    /// What QEMU calls the machine's own folder, where it makes files and sockets.
    pub folder: PathBuf,
    /// To be put behind the command line.
    pub arguments: Vec<String>,
    /// From `FIRST_FILE` on.
    pub files: Vec<OwnedFd>,
    /// What QEMU calls files in its messages, and their paths.
    pub names: Vec<(String, String)>,
    pub confinement: Confinement,
}

/// Opens what a machine needs, and says what it may open itself. The definition is told what images are below those that it names.
///
/// # Errors
/// `VIR_ERR_SYSTEM_ERROR` for what cannot be opened, `VIR_ERR_OPERATION_FAILED` for what QEMU's user must be let to first: each with the path.
pub fn confine(definition: &mut Domain, place: &Place) -> Result<Confined> {
    let label = label(definition);
    let user = user(label, place)?;
    let relabels = label.is_none_or(|label| label.kind != Some(SeclabelType::None) && label.relabel != Some(YesNo::No));
    let own_rights = !place.settings.dynamic_ownership || !relabels;
    let mut grants = Grants::new(user.as_ref(), own_rights, place.settings_file);
    for disk in &mut definition.devices.disks {
        chain::complete(disk, &grants)?;
    }
    let mut definition = definition.clone();
    let folder = grants.own_folder(place.folder)?.into();
    base::allow(&definition, &mut grants)?;
    boot::allow(&mut definition, &mut grants)?;
    let devices = &mut definition.devices;
    for disk in &mut devices.disks {
        disk::allow(disk, &mut grants)?;
    }
    chardev::allow_all(devices, &mut grants)?;
    graphics::allow_all(devices, &mut grants)?;
    device::allow_all(devices, &mut grants)?;
    let Grants { files, arguments, names, rules, .. } = grants;
    let confined = place.settings.landlock;
    let limits = limits(&definition, place.settings);
    let confinement = Confinement { user, limits, rules: confined.then_some(rules) };
    Ok(Confined { definition, folder, arguments, files, names, confinement })
}

/// What a definition says of users and groups.
fn label(definition: &Domain) -> Option<&Seclabel> {
    definition.seclabels.iter().find(|label| label.model.as_deref() == Some(DAC))
}

/// Who a machine runs as; `None` for who runs this process.
fn user(label: Option<&Seclabel>, place: &Place) -> Result<Option<User>> {
    if !place.privileged {
        return Ok(None);
    }
    let said = label.and_then(|label| match label.kind {
        Some(SeclabelType::Static) => label.label.as_deref(),
        Some(SeclabelType::Dynamic) | None => label.baselabel.as_deref(),
        Some(SeclabelType::None) => None,
    });
    match said {
        Some(text) => identity::of_label(text).map(|user| Some(user).filter(|user| user.user != 0 || user.group != 0)),
        None => identity::of_system(place.settings),
    }
}

/// How much a machine may use of what the host gives by the process.
fn limits(definition: &Domain, settings: &Settings) -> Vec<(Resource, u64)> {
    let mut limits = settings.limits.clone();
    let from_host = |kind: &HostdevKind| matches!(kind, HostdevKind::Pci(_) | HostdevKind::Mdev(_));
    if definition.memory_backing.locked {
        limits.push((Resource::LockedMemory, u64::MAX));
    } else if definition.devices.hostdevs.iter().any(|hostdev| from_host(&hostdev.kind)) {
        // The devices see all of the guest's memory, and their registers are a part of it.
        let most = definition.max_memory.as_ref().map_or(definition.memory.size.kib, |most| most.size.kib);
        limits.push((Resource::LockedMemory, (most + (1 << 20)) << 10));
    }
    if definition.memory.dump_core == Some(OnOff::Off)
        && !limits.iter().any(|(resource, _)| *resource == Resource::Core)
    {
        limits.push((Resource::Core, 0));
    }
    limits
}
