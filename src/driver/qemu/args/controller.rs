//! Controllers, kind by kind in libvirt's order. What the board has by itself is not given.

use super::address;
use super::line::{Line, Properties};
use crate::driver::qemu::board::Board;
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::controller::{Controller, Type};
use crate::xml::domain::device::virtio::VirtioOptions;

pub(super) fn add(domain: &Domain, board: Board, line: &mut Line) -> Result<(), Fault> {
    for controller in &domain.devices.controllers {
        if let Some(hole) = controller.pcihole64 {
            let chip = if board == Board::Q35 { "q35-pcihost" } else { "i440FX-pcihost" };
            line.option("-global", format!("{chip}.pci-hole64-size={}K", hole.kib));
        }
    }
    let root = domain.devices.controllers.iter().find(|one| one.kind == Type::Pci && one.index == Some(0));
    let hotplug = root.and_then(|root| root.target.as_ref()).and_then(|target| target.hotplug);
    if let (Some(hotplug), Board::I440fx) = (hotplug, board) {
        line.option("-global", format!("PIIX4_PM.acpi-root-pci-hotplug={}", hotplug.word()));
    }
    for kind in [Type::Pci, Type::Usb, Type::Scsi, Type::Ide, Type::Sata, Type::VirtioSerial] {
        for controller in domain.devices.controllers.iter().filter(|one| one.kind == kind) {
            let device = match kind {
                Type::Pci => pci(controller),
                Type::Usb => usb(domain, controller)?,
                Type::Scsi => scsi(controller)?,
                Type::Ide if controller.index == Some(0) => None,
                Type::Ide => Some(Properties::device("piix3-ide")),
                Type::Sata if controller.index == Some(0) && board == Board::Q35 => None,
                Type::Sata => Some(Properties::device("ahci")),
                Type::VirtioSerial => Some(virtio_serial(controller)),
                Type::Fdc | Type::Ccid | Type::Xenbus | Type::Isa | Type::Nvme => None,
            };
            if let Some(mut device) = device {
                let companion = kind == Type::Usb && controller.master.is_some();
                if !companion {
                    device.maybe("id", controller.alias.name.clone());
                }
                address::set(domain, &controller.location, &mut device)?;
                line.json("-device", device);
            }
        }
    }
    Ok(())
}

/// Readers of smart cards come when there are USB ports to plug them in.
pub(super) fn add_readers(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    for controller in domain.devices.controllers.iter().filter(|one| one.kind == Type::Ccid) {
        let mut device = Properties::device("usb-ccid");
        device.maybe("id", controller.alias.name.clone());
        address::set(domain, &controller.location, &mut device)?;
        line.json("-device", device);
    }
    Ok(())
}

fn pci(controller: &Controller) -> Option<Properties> {
    let root = controller.index == Some(0);
    let name = controller.model_name.as_deref().filter(|_| !root)?;
    let mut device = Properties::device(name);
    if let Some(target) = &controller.target {
        device.maybe("index", target.index);
        device.maybe("chassis_nr", target.chassis_number);
        device.maybe("port", target.port.map(|port| port.0));
        device.maybe("chassis", target.chassis);
        device.maybe("bus_nr", target.bus_number);
        device.maybe("numa_node", target.node);
        device.switch("hotplug", target.hotplug);
        device.maybe("mem-reserve", target.memory_reserve.map(|size| size * 1024));
    }
    Some(device)
}

fn usb(domain: &Domain, controller: &Controller) -> Result<Option<Properties>, Fault> {
    let model = controller.model.as_deref().unwrap_or_default();
    let driver = match model {
        "none" | "" => return Ok(None),
        "piix3-uhci" => "piix3-usb-uhci",
        "piix4-uhci" => "piix4-usb-uhci",
        "ehci" => "usb-ehci",
        "ich9-ehci1" => "ich9-usb-ehci1",
        "ich9-uhci1" => "ich9-usb-uhci1",
        "ich9-uhci2" => "ich9-usb-uhci2",
        "ich9-uhci3" => "ich9-usb-uhci3",
        "vt82c686b-uhci" => "vt82c686b-usb-uhci",
        "nec-xhci" => "nec-usb-xhci",
        other => other,
    };
    let mut device = Properties::device(driver);
    if let Some(ports) = controller.ports {
        device.set("p2", ports);
        device.set("p3", ports);
    }
    if let Some(port) = controller.master {
        let bus = address::controller(domain, Type::Usb, controller.index.unwrap_or(0))?;
        device.set("masterbus", format!("{bus}.0"));
        device.set("firstport", port);
    }
    Ok(Some(device))
}

fn scsi(controller: &Controller) -> Result<Option<Properties>, Fault> {
    let model = controller.model.as_deref().unwrap_or_default();
    let driver = match model {
        "ncr53c90" => return Ok(None),
        "virtio-scsi" | "virtio-transitional" | "virtio-non-transitional" => {
            address::virtio("virtio-scsi", &controller.location, model)
        }
        "lsilogic" => "lsi".to_owned(),
        "ibmvscsi" => "spapr-vscsi".to_owned(),
        "lsisas1068" => "mptsas1068".to_owned(),
        "lsisas1078" => "megasas".to_owned(),
        "vmpvscsi" => "pvscsi".to_owned(),
        "am53c974" => "am53c974".to_owned(),
        "dc390" => "dc-390".to_owned(),
        other => return Err(Fault::unsupported(format!("Unsupported controller model: {other}"))),
    };
    let mut device = Properties::device(&driver);
    let options = &controller.driver;
    device.iothread(options.iothread);
    device.nonzero("num_queues", options.queues);
    device.nonzero("cmd_per_lun", options.cmd_per_lun);
    device.nonzero("max_sectors", options.max_sectors);
    device.switch("ioeventfd", options.ioeventfd);
    virtio_options(&options.virtio, &mut device);
    Ok(Some(device))
}

fn virtio_serial(controller: &Controller) -> Properties {
    let model = controller.model.as_deref().unwrap_or_default();
    let mut device = Properties::device(&address::virtio("virtio-serial", &controller.location, model));
    device.maybe("max_ports", controller.ports);
    device.maybe("vectors", controller.vectors);
    virtio_options(&controller.driver.virtio, &mut device);
    device
}

/// What every virtio device may have.
pub(super) fn virtio_options(options: &VirtioOptions, device: &mut Properties) {
    device.switch("iommu_platform", options.iommu);
    device.switch("ats", options.ats);
    device.switch("packed", options.packed);
    device.switch("page-per-vq", options.page_per_vq);
}
