//! `<controller>`: models that were left out, and what a board does not have.

use crate::driver::qemu::board::Board;
use crate::driver::qemu::capabilities::Emulator;
use crate::types::*;
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::controller::{Controller, Type};

/// Ports that a USB 3 controller of QEMU has at most.
const XHCI_PORTS: u32 = 15;

pub(super) fn complete(domain: &mut Domain, board: Board, emulator: &Emulator) -> Result<(), Fault> {
    let hypervisor = domain.hypervisor.word();
    for controller in &mut domain.devices.controllers {
        match controller.kind {
            Type::Scsi => {
                if matches!(controller.model.as_deref(), None | Some("auto")) {
                    controller.model = Some(default_scsi(board, emulator).to_owned());
                }
            }
            Type::Usb => complete_usb(controller, board, emulator, hypervisor)?,
            Type::Pci => check_pci(controller, board)?,
            Type::Ide
            | Type::Fdc
            | Type::Sata
            | Type::VirtioSerial
            | Type::Ccid
            | Type::Xenbus
            | Type::Isa
            | Type::Nvme => {}
        }
    }
    Ok(())
}

fn default_scsi(board: Board, emulator: &Emulator) -> &'static str {
    match board {
        Board::Pseries => "ibmvscsi",
        Board::ArmVirt | Board::RiscvVirt | Board::S390 => "virtio-scsi",
        _ if emulator.has_type("lsi53c895a") => "lsilogic",
        _ => "virtio-scsi",
    }
}

fn complete_usb(controller: &mut Controller, board: Board, emulator: &Emulator, hypervisor: &str) -> Result<(), Fault> {
    if controller.model.is_none() {
        let has = |name: &'static str, qom: &str| emulator.has_type(qom).then(|| name.to_owned());
        controller.model = match board {
            Board::S390 if controller.location.address.is_none() => Some("none".to_owned()),
            board if board.is_ppc64() => {
                has("qemu-xhci", "qemu-xhci").or(has("nec-xhci", "nec-usb-xhci")).or(has("pci-ohci", "pci-ohci"))
            }
            _ if emulator.target == "aarch64" && board.is_arm() => {
                has("qemu-xhci", "qemu-xhci").or(has("nec-xhci", "nec-usb-xhci"))
            }
            _ => has("piix3-uhci", "piix3-usb-uhci"),
        };
    }
    let model = controller.model.as_deref().unwrap_or_default();
    if model == "qusb1" || model == "qusb2" {
        return Err(Fault::unsupported(format!(
            "USB controller model type 'qusb1' or 'qusb2' is not supported in {hypervisor}"
        )));
    }
    if matches!(model, "nec-xhci" | "qemu-xhci") && controller.ports.is_some_and(|ports| ports > XHCI_PORTS) {
        return Err(Fault::unsupported(format!("'{model}' controller only supports up to '{XHCI_PORTS}' ports")));
    }
    Ok(())
}

fn check_pci(controller: &Controller, board: Board) -> Result<(), Fault> {
    match controller.model.as_deref().unwrap_or_default() {
        "pci-root" | "pcie-root" if board != Board::Pseries && controller.index != Some(0) => {
            Err(Fault::new(VIR_ERR_XML_ERROR, "pci-root and pcie-root controllers should have index 0"))
        }
        "pci-expander-bus" if board != Board::I440fx => {
            let text = "pci-expander-bus controllers are only supported on 440fx-based machinetypes";
            Err(Fault::unsupported(text))
        }
        "pcie-expander-bus" if board != Board::Q35 && board != Board::ArmVirt => {
            let text = "pcie-expander-bus controllers are not supported with this machine type";
            Err(Fault::unsupported(text))
        }
        _ => Ok(()),
    }
}
