//! `<controller>`: those that the emulator or the board has, and options that only virtio's have.

use super::{Whole, pci, refuse};
use crate::driver::qemu::board::Board;
use crate::xml::Fault;
use crate::xml::domain::device::address::Address;
use crate::xml::domain::device::controller::{Controller, Type};

/// Models of SCSI controllers, the devices that they are, and what libvirt calls those.
const SCSI: [(&str, &str, &str); 9] = [
    ("lsilogic", "lsi53c895a", "the LSI 53C895A SCSI controller"),
    ("virtio-scsi", "virtio-scsi-device", "virtio scsi controller"),
    ("virtio-transitional", "virtio-scsi-device", "virtio scsi controller"),
    ("virtio-non-transitional", "virtio-scsi-device", "virtio scsi controller"),
    ("lsisas1068", "mptsas1068", "the LSI SAS1068 (MPT Fusion) controller"),
    ("lsisas1078", "megasas", "the LSI SAS1078 (MegaRAID) controller"),
    ("vmpvscsi", "pvscsi", "the pvscsi (VMware paravirtual SCSI) controller"),
    ("dc390", "dc390", "the DC390 (ESP) controller"),
    ("am53c974", "am53c974", "the AM53C974 (ESP) controller"),
];

pub(super) fn check(whole: Whole) -> Result<(), Fault> {
    for controller in &whole.domain.devices.controllers {
        check_controller(whole, controller).map_err(|fault| fault.within(&path(controller)))?;
    }
    Ok(())
}

/// Controllers are sorted, so they are told by kind and number.
pub(super) fn path(controller: &Controller) -> String {
    let (kind, index) = (controller.kind.word(), controller.index.unwrap_or(0));
    format!("/domain/devices/controller[@type='{kind}'][@index='{index}']")
}

fn check_controller(whole: Whole, controller: &Controller) -> Result<(), Fault> {
    let model = controller.model.as_deref().unwrap_or_default();
    let virtio = controller.kind == Type::Scsi && model.starts_with("virtio");
    if controller.kind == Type::Scsi {
        check_scsi_model(whole, model)?;
    }
    if !virtio {
        check_no_virtio(controller)?;
    }
    let first = controller.index.unwrap_or(0) == 0;
    match controller.kind {
        Type::Ide => {
            let built_in = has_built_in_ide(whole);
            refuse(!(built_in && first), || {
                let text = match built_in {
                    true => "Only a single IDE controller is supported for this machine type",
                    false => "IDE controllers are unsupported for this QEMU binary or machine type",
                };
                Fault::unsupported(text).expecting("take another bus for its disks, such as sata or virtio")
            })
        }
        Type::Scsi if virtio => check_iothread(whole, controller),
        Type::Scsi => refuse(model == "ncr53c90", || {
            let fault = Fault::unsupported("ncr53c90 SCSI controller is not a built-in for this machine");
            fault.at("@model").expecting("take virtio-scsi")
        }),
        Type::Pci => pci::check(whole, controller),
        // The first one of a Q35 is soldered to it.
        Type::Sata => refuse(!(whole.has("ich9-ahci") || first && whole.board == Board::Q35), || {
            Fault::unsupported("SATA is not supported with this QEMU binary").at("@type")
        }),
        Type::Nvme => refuse(!whole.has("nvme"), || {
            Fault::unsupported("NVMe controller is not supported with this QEMU binary").at("@type")
        }),
        Type::Fdc | Type::VirtioSerial | Type::Ccid | Type::Usb | Type::Xenbus | Type::Isa => Ok(()),
    }
}

/// Boards with an IDE controller soldered to them.
fn has_built_in_ide(whole: Whole) -> bool {
    let own = ["malta", "sun4u", "g3beige"].contains(&whole.machine);
    let x86 = matches!(whole.board, Board::I440fx | Board::IsaPc);
    x86 || own || whole.machine.starts_with("mac99")
}

fn check_scsi_model(whole: Whole, model: &str) -> Result<(), Fault> {
    let fault = |text: String| Fault::unsupported(text).at("@model");
    match SCSI.iter().find(|(name, ..)| *name == model) {
        Some((_, device, what)) => refuse(!whole.has(device), || fault(format!("This QEMU doesn't support {what}"))),
        None => refuse(matches!(model, "auto" | "buslogic"), || {
            fault(format!("Unsupported controller model: {model}")).expecting("expected one of virtio-scsi, lsilogic")
        }),
    }
}

fn check_no_virtio(controller: &Controller) -> Result<(), Fault> {
    let driver = &controller.driver;
    let given = [
        (driver.queues > 0, "queues", "by"),
        (driver.cmd_per_lun > 0, "cmd_per_lun", "by"),
        (driver.max_sectors > 0, "max_sectors", "by"),
        (driver.ioeventfd.is_some(), "ioeventfd", "by"),
        (driver.iothread > 0, "iothread", "for"),
    ];
    given.into_iter().try_for_each(|(given, name, by)| {
        refuse(given, || {
            let fault = Fault::unsupported(format!("'{name}' is only supported {by} virtio-scsi controller"));
            fault.at(format!("driver/@{name}")).expecting("leave it out")
        })
    })
}

fn check_iothread(whole: Whole, controller: &Controller) -> Result<(), Fault> {
    let id = controller.driver.iothread;
    if id == 0 {
        return Ok(());
    }
    let fault = |text: String| Fault::unsupported(text).at("driver/@iothread");
    let fits = matches!(controller.location.address, None | Some(Address::Pci(_) | Address::Ccw(_)));
    refuse(!fits, || {
        fault("virtio-scsi IOThreads only available for virtio pci and virtio ccw controllers".to_owned())
    })?;
    refuse(!whole.has_iothread(id), || fault(format!("controller iothread '{id}' not defined in iothreadid")))
}
