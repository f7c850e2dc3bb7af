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
mod label;
mod settings;

use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};

use crate::error::Result;
use crate::supervisor::confine::Confinement;
use crate::sys::process::Resource;
use crate::xml::domain::Domain;
use crate::xml::domain::device::hostdev::Kind as HostdevKind;
use grants::Grants;
pub use label::{models, of_running, without_chosen};
pub use settings::Settings;

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
    label::check(definition)?;
    let user = label::user(definition, place)?;
    let landlock = label::landlock(definition, place.settings);
    let own_rights = !place.settings.dynamic_ownership || !label::relabels(definition);
    let mut grants = Grants::new(user.as_ref(), own_rights, place.settings_file);
    let name = &definition.name;
    for disk in &mut definition.devices.disks {
        chain::complete(disk, &grants).map_err(|failure| {
            let place = format!("domain '{name}', /domain/devices/disk[target/@dev='{}']/source", disk.target());
            let remedy =
                "'qemu-img info --backing-chain' shows what the images name, 'qemu-img rebase -u' names another";
            failure.with_addition(&format!(" ({place}); {remedy}"))
        })?;
    }
    label::settle(definition, place, user.as_ref(), landlock);
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
    let limits = limits(&definition, place.settings);
    let confinement = Confinement { user, limits, rules: landlock.is_some().then_some(rules) };
    Ok(Confined { definition, folder, arguments, files, names, confinement })
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
    limits
}
