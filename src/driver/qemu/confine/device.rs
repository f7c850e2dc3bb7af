//! Devices of the host, and what else devices read: a function for each kind.

use super::boot::read;
use super::grants::Grants;
use crate::error::Result;
use crate::sys::landlock::Access;
use crate::xml::domain::device::Devices;
use crate::xml::domain::device::filesystem::{Filesystem, Source};
use crate::xml::domain::device::hostdev::{Hostdev, Kind};
use crate::xml::domain::device::input::Input;
use crate::xml::domain::device::interface::{Interface, Kind as InterfaceKind, SocketMode};
use crate::xml::domain::device::memory::Memory;
use crate::xml::domain::device::rng::{Backend, Rng};
use crate::xml::domain::device::shmem::Shmem;
use crate::xml::domain::device::smartcard::{Kind as SmartcardKind, Smartcard};
use crate::xml::domain::device::tpm::{Backend as TpmBackend, Tpm};

pub fn allow_all(devices: &mut Devices, grants: &mut Grants) -> Result<()> {
    devices.filesystems.iter().try_for_each(|one| filesystem(one, grants))?;
    devices.interfaces.iter_mut().try_for_each(|one| interface(one, grants))?;
    devices.hostdevs.iter_mut().try_for_each(|one| hostdev(one, grants))?;
    devices.inputs.iter().try_for_each(|one| input(one, grants))?;
    devices.memories.iter().try_for_each(|one| memory(one, grants))?;
    devices.rngs.iter().try_for_each(|one| rng(one, grants))?;
    devices.smartcards.iter().for_each(|one| smartcard(one, grants));
    devices.tpms.iter().try_for_each(|one| tpm(one, grants))?;
    devices.shmems.iter().try_for_each(|one| shmem(one, grants))?;
    if let Some(path) = devices.pstore.as_ref().and_then(|pstore| pstore.path.as_deref()) {
        grants.shared_file(path)?;
    }
    if devices.vsock.is_some() {
        grants.need("/dev/vhost-vsock", Access::Write)?;
    }
    Ok(())
}

/// A tree that the guest sees: all of it.
fn filesystem(filesystem: &Filesystem, grants: &mut Grants) -> Result<()> {
    let access = if filesystem.readonly { Access::Read } else { Access::Whole };
    match &filesystem.source {
        Source::Mount(mount) | Source::Bind(mount) => match &mount.directory {
            Some(path) => grants.need(path, access),
            None => Ok(()),
        },
        Source::Block(_) | Source::File(_) | Source::Template(_) | Source::Ram(_) | Source::Volume(_) => Ok(()),
    }
}

fn interface(interface: &mut Interface, grants: &mut Grants) -> Result<()> {
    if let Some(rom) = &mut interface.rom {
        read(&mut rom.file, grants)?;
    }
    match &mut interface.kind {
        // It passes descriptors, so it has to be a socket that QEMU has connected itself.
        InterfaceKind::VhostUser(user) => match (&mut user.path, user.mode) {
            (Some(path), SocketMode::Client) => grants.need(path, Access::Write),
            (Some(path), SocketMode::Server) => {
                *path = grants.socket(path)?;
                Ok(())
            }
            (None, _) => Ok(()),
        },
        InterfaceKind::User(_) | InterfaceKind::Server(_) | InterfaceKind::Client(_) | InterfaceKind::Mcast(_) => {
            Ok(())
        }
        InterfaceKind::Udp(_) | InterfaceKind::Null(()) | InterfaceKind::Ethernet(_) | InterfaceKind::Network(_) => {
            Ok(())
        }
        InterfaceKind::Bridge(_) | InterfaceKind::Internal(_) | InterfaceKind::Direct(_) => Ok(()),
        InterfaceKind::Vdpa(vdpa) => vdpa.device.as_deref().map_or(Ok(()), |path| grants.need(path, Access::Write)),
        InterfaceKind::Hostdev(_) | InterfaceKind::Vds(_) => Ok(()),
    }
}

fn hostdev(hostdev: &mut Hostdev, grants: &mut Grants) -> Result<()> {
    if let Some(rom) = &mut hostdev.rom {
        read(&mut rom.file, grants)?;
    }
    match &hostdev.kind {
        Kind::Usb(_) => {
            // It is looked for by what it is, and comes back under another number.
            grants.allow("/dev/bus/usb", Access::Write);
            grants.allow("/run/udev", Access::Read);
            grants.allow("/sys", Access::Read);
        }
        Kind::Pci(_) | Kind::Mdev(_) => {
            grants.allow("/dev/vfio", Access::Write);
            grants.allow("/sys", Access::Write);
        }
        Kind::Scsi(_) | Kind::ScsiHost(_) | Kind::Storage(_) | Kind::Misc(_) | Kind::Net(_) => {}
    }
    Ok(())
}

fn input(input: &Input, grants: &mut Grants) -> Result<()> {
    let paths = [&input.source.device, &input.source.evdev];
    paths.into_iter().flatten().try_for_each(|path| grants.need(path, Access::Write))
}

/// Memory that is a file of the host.
fn memory(memory: &Memory, grants: &mut Grants) -> Result<()> {
    memory.source.path.as_deref().map_or(Ok(()), |path| grants.need(path, Access::Write))
}

fn rng(rng: &Rng, grants: &mut Grants) -> Result<()> {
    match &rng.backend {
        Backend::Random(random) => grants.need(random.path.as_deref().unwrap_or("/dev/urandom"), Access::Read),
        Backend::Egd(_) | Backend::Builtin(()) => Ok(()),
    }
}

/// The host's module; programs in place of one are spoken with through sockets.
fn tpm(tpm: &Tpm, grants: &mut Grants) -> Result<()> {
    match &tpm.backend {
        TpmBackend::Passthrough(passthrough) => {
            // Where commands are cancelled.
            grants.allow("/sys", Access::Write);
            grants.need(passthrough.device.as_deref().unwrap_or("/dev/tpm0"), Access::Write)
        }
        TpmBackend::Emulator(_) => Ok(()),
        TpmBackend::External(external) => match external.source.as_ref().and_then(|source| source.path.as_deref()) {
            Some(path) => grants.need(path, Access::Write),
            None => Ok(()),
        },
    }
}

fn shmem(shmem: &Shmem, grants: &mut Grants) -> Result<()> {
    match &shmem.server {
        Some(server) => server.path.as_deref().map_or(Ok(()), |path| grants.need(path, Access::Write)),
        None => grants.shared_file(&format!("/dev/shm/{}", shmem.name)),
    }
}

fn smartcard(card: &Smartcard, grants: &mut Grants) {
    match &card.kind {
        SmartcardKind::Host(()) => {
            grants.allow("/etc/pki/nssdb", Access::Read);
        }
        SmartcardKind::HostCertificates(certificates) => {
            grants.allow(certificates.database.as_deref().unwrap_or("/etc/pki/nssdb"), Access::Read);
        }
        SmartcardKind::Passthrough(_) => {}
    }
}
