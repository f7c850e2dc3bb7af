//! Devices that need only a model or two.

use crate::driver::qemu::board::Board;
use crate::driver::qemu::capabilities::Emulator;
use crate::xml::common::encryption::Engine;
use crate::xml::domain::Domain;
use crate::xml::domain::device::hostdev::{Kind as HostdevKind, MdevModel};
use crate::xml::domain::device::interface::{Interface, Kind as InterfaceKind};
use crate::xml::domain::device::panic::Model as PanicModel;
use crate::xml::domain::device::shmem::{Megabytes, Model as ShmemModel, Msi, Shmem};
use crate::xml::domain::device::source::{ImageFormat, Source};
use crate::xml::domain::device::tpm::{Backend, Model as TpmModel, Version};
use crate::xml::domain::device::video::Type as VideoType;
use crate::xml::domain::device::vsock::Model as VsockModel;
use crate::xml::{Fault, OnOff};

/// KiB of a QXL card's memory that are its screen.
const QXL_VGAMEM: u32 = 16 * 1024;

/// The card that a board has when nobody says which.
pub(super) fn default_video(board: Board, emulator: &Emulator) -> VideoType {
    match board {
        board if board.is_ppc64() => VideoType::Vga,
        Board::ArmVirt | Board::RiscvVirt | Board::S390 => VideoType::Virtio,
        _ if emulator.has_type("cirrus-vga") => VideoType::Cirrus,
        _ if emulator.has_type("VGA") => VideoType::Vga,
        _ => VideoType::Default,
    }
}

pub(super) fn complete(domain: &mut Domain, board: Board, emulator: &Emulator) -> Result<(), Fault> {
    let machine = domain.os.machine.clone().unwrap_or_default();
    let devices = &mut domain.devices;
    for disk in &mut devices.disks {
        disk.driver.name.get_or_insert_with(|| "qemu".to_owned());
        if !matches!(disk.source, Source::Volume(_)) {
            disk.driver.format.get_or_insert(ImageFormat::Raw);
        }
        complete_encryption(&mut disk.source);
        if let Some(encryption) = &mut disk.encryption {
            encryption.engine.get_or_insert(Engine::Qemu);
        }
        let mut below = disk.backing_store.as_deref_mut();
        while let Some(store) = below {
            if let Some(source) = &mut store.source {
                complete_encryption(source);
            }
            below = store.below.as_deref_mut();
        }
    }
    for host in &mut devices.hostdevs {
        if let HostdevKind::Mdev(mdev) = &mut host.kind
            && mdev.model == MdevModel::VfioPci
        {
            mdev.display.get_or_insert(OnOff::Off);
        }
    }
    for interface in &mut devices.interfaces {
        if interface.model.is_none() {
            interface.model = default_card(interface, board, &machine, emulator);
        }
    }
    for video in &mut devices.videos {
        let model = &mut video.model;
        if model.kind == VideoType::Default {
            model.kind = default_video(board, emulator);
        }
        if model.kind == VideoType::Qxl && model.vgamem == 0 {
            model.vgamem = QXL_VGAMEM;
        }
    }
    for panic in &mut devices.panics {
        panic.model.get_or_insert(match board {
            Board::Pseries => PanicModel::Pseries,
            Board::S390 => PanicModel::S390,
            _ => PanicModel::Isa,
        });
    }
    devices.shmems.iter_mut().try_for_each(complete_shmem)?;
    if let Some(vsock) = &mut devices.vsock {
        vsock.model.get_or_insert(VsockModel::Virtio);
    }
    for tpm in &mut devices.tpms {
        let model = *tpm.model.get_or_insert(if board.is_ppc64() { TpmModel::Spapr } else { TpmModel::Tis });
        if let Backend::Emulator(emulator) = &mut tpm.backend {
            let second = matches!(model, TpmModel::Spapr | TpmModel::Crb) || board == Board::ArmVirt;
            emulator.version.get_or_insert(if second { Version::V2_0 } else { Version::V1_2 });
        }
    }
    Ok(())
}

/// QEMU decrypts, unless the library of the storage does.
fn complete_encryption(source: &mut Source) {
    let common = match source {
        Source::File(file) => &mut file.common,
        Source::Block(block) | Source::VhostVdpa(block) | Source::Ctl(block) => &mut block.common,
        Source::Dir(dir) => &mut dir.common,
        Source::Network(network) => &mut network.common,
        Source::Volume(volume) => &mut volume.common,
        Source::Nvme(nvme) => &mut nvme.common,
        Source::VhostUser(vhost) => &mut vhost.common,
    };
    if let Some(encryption) = &mut common.children.encryption {
        encryption.engine.get_or_insert(Engine::Qemu);
    }
}

fn default_card(interface: &Interface, board: Board, machine: &str, emulator: &Emulator) -> Option<String> {
    let model = match interface.kind {
        InterfaceKind::Hostdev(_) => return None,
        InterfaceKind::Vdpa(_) => "virtio",
        _ => match board {
            Board::S390 | Board::ArmVirt | Board::RiscvVirt => "virtio",
            board if board.is_arm() && machine == "versatilepb" => "smc91c111",
            board if board.is_arm() => "lan9118",
            _ if emulator.has_type("rtl8139") => "rtl8139",
            _ if emulator.has_type("e1000") => "e1000",
            _ if emulator.has_type("virtio-net-device") => "virtio",
            _ => "rtl8139",
        },
    };
    Some(model.to_owned())
}

fn complete_shmem(shmem: &mut Shmem) -> Result<(), Fault> {
    let model = shmem.model.word();
    if shmem.model != ShmemModel::Doorbell && shmem.size.is_none() {
        shmem.size = Some(Megabytes(4 << 20));
    }
    let text = match (shmem.model, shmem.server.is_some()) {
        (ShmemModel::Ivshmem, _) | (ShmemModel::Plain, false) => return Ok(()),
        (ShmemModel::Doorbell, false) => format!("shmem model '{model}' is supported only with server option enabled"),
        (ShmemModel::Plain, true) => format!("shmem model '{model}' is supported only with server option disabled"),
        (ShmemModel::Doorbell, true) if shmem.size.is_some() => {
            format!("shmem model '{model}' does not support size setting")
        }
        (ShmemModel::Doorbell, true) => {
            shmem.msi.get_or_insert_with(Msi::default).ioeventfd.get_or_insert(OnOff::On);
            return Ok(());
        }
    };
    Err(Fault::unsupported(text))
}
