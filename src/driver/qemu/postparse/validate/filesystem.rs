//! `<filesystem>`: 9pfs, which is in QEMU, and virtiofs, which is a program beside it.

use super::{Whole, each, refuse};
use crate::xml::domain::Domain;
use crate::xml::domain::cpu::MemoryAccess as CellAccess;
use crate::xml::domain::device::filesystem::{
    AccessMode, DriverType, Filesystem, Multidevs, Sandbox, Source, WritePolicy,
};
use crate::xml::domain::memory::MemoryAccess;
use crate::xml::{Fault, Octal};

pub(super) fn check(whole: Whole) -> Result<(), Fault> {
    each("filesystem", &whole.domain.devices.filesystems, |filesystem| check_filesystem(whole, filesystem))
}

fn check_filesystem(whole: Whole, filesystem: &Filesystem) -> Result<(), Fault> {
    let access = filesystem.access_mode.unwrap_or_default();
    let Source::Mount(mount) = &filesystem.source else {
        let fault = Fault::unsupported("only supports mount filesystem type");
        return Err(fault.at("@type").expecting("expected 'mount'"));
    };
    let modes = filesystem.fmode != Octal(0) || filesystem.dmode != Octal(0);
    let mode = if filesystem.fmode != Octal(0) { "@fmode" } else { "@dmode" };
    refuse(modes && access != AccessMode::Mapped, || {
        let fault = Fault::unsupported("fmode and dmode must be used with accessmode=mapped");
        fault.at(mode).expecting("add accessmode='mapped'")
    })?;
    let kind = filesystem.driver.kind;
    let sandboxed = filesystem.binary.as_ref().is_some_and(|binary| binary.sandbox != Sandbox::Default);
    refuse(kind != DriverType::Virtiofs && sandboxed, || {
        Fault::unsupported("sandbox can only be used with driver=virtiofs").at("binary/sandbox")
    })?;
    let fault = |text: &str, at: &str| Fault::unsupported(text).at(at);
    match kind {
        DriverType::Default | DriverType::Path => Ok(()),
        DriverType::Handle => refuse(access != AccessMode::Passthrough, || {
            fault("only supports passthrough accessmode", "@accessmode").expecting("expected 'passthrough'")
        }),
        DriverType::Loop | DriverType::Nbd | DriverType::Ploop => {
            Err(fault("Filesystem driver type not supported", "driver/@type")
                .expecting("expected 'path' or 'virtiofs'"))
        }
        DriverType::Mtp => refuse(!whole.has("usb-mtp"), || {
            fault("MTP filesystem device is not supported with this QEMU binary", "driver/@type")
        }),
        DriverType::Virtiofs => {
            if mount.socket.is_none() {
                refuse(filesystem.readonly && whole.as_9_0, || {
                    fault("virtiofs does not yet support read-only mode", "readonly")
                })?;
                refuse(access != AccessMode::Passthrough, || {
                    fault("virtiofs only supports passthrough accessmode", "@accessmode")
                })?;
                refuse(filesystem.driver.write_policy != WritePolicy::Default, || {
                    fault("virtiofs does not support wrpolicy", "driver/@wrpolicy")
                })?;
            }
            refuse(filesystem.model.is_some(), || fault("virtiofs does not support model", "@model"))?;
            refuse(filesystem.driver.format.is_some(), || fault("virtiofs does not support format", "driver/@format"))?;
            refuse(!whole.has("vhost-user-fs-device"), || {
                fault("virtiofs is not supported with this QEMU binary", "driver/@type")
            })?;
            refuse(filesystem.multidevs != Multidevs::Default, || {
                fault("virtiofs does not support multidevs", "@multidevs")
            })?;
            refuse(modes, || fault("virtiofs does not support fmode and dmode", mode))?;
            require_shared_memory(whole, "virtiofs")
        }
    }
}

/// A program beside QEMU sees the guest's memory only when that is shared.
pub(super) fn require_shared_memory(whole: Whole, what: &str) -> Result<(), Fault> {
    let Domain { cpu, memory_backing, .. } = whole.domain;
    let shared = memory_backing.access == MemoryAccess::Shared;
    let has_ram_id = whole.emulator.machine(whole.machine).is_some_and(|machine| machine.default_ram_id.is_some());
    let numa = cpu.as_ref().and_then(|cpu| cpu.numa.as_ref());
    let fits = match numa.map_or(&[][..], |numa| &numa.cells[..]) {
        [] => has_ram_id && shared,
        cells => cells.iter().all(|cell| match cell.access {
            CellAccess::Default => shared,
            CellAccess::Shared => true,
            CellAccess::Private => false,
        }),
    };
    refuse(!fits, || {
        let hint = "add <memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking>";
        Fault::unsupported(format!("'{what}' requires shared memory")).expecting(hint)
    })
}
