//! `<controller>`: what other devices are plugged into.

use super::address::{Alias, Location};
use super::disk::IoThreads;
use super::virtio::VirtioOptions;
use crate::types::*;
use crate::xml::{Hex, OnOff, Rare, Size};
use crate::{element, rare, walk, words};

words! {
    pub enum Type {
        Ide = "ide", Fdc = "fdc", Scsi = "scsi", Sata = "sata", VirtioSerial = "virtio-serial", Ccid = "ccid", Usb = "usb",
        Pci = "pci", Xenbus = "xenbus", Isa = "isa"; newer: Nvme = "nvme",
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Controller {
    pub kind: Type,
    /// None until post-parse counts.
    pub index: Option<u32>,
    pub model: Option<String>,
    pub ports: Option<u32>,
    pub vectors: Option<u32>,
    pub max_grant_frames: Option<u32>,
    pub max_event_channels: Option<u32>,
    pub model_name: Option<Box<String>>,
    pub target: Option<Box<Target>>,
    pub driver: Rare<Driver>,
    pub alias: Alias,
    /// Of a companion of a USB 2 controller: its first port there.
    pub master: Option<u32>,
    pub location: Location,
    pub pcihole64: Option<Size>,
    /// Of an NVMe controller.
    pub serial: Option<Box<String>>,
}

walk!(Controller, |controller, xml| {
    controller.kind.required("type", xml);
    controller.index.attr("index", xml);
    controller.model.attr("model", xml);
    controller.ports.attr("ports", xml);
    controller.vectors.attr("vectors", xml);
    controller.max_grant_frames.attr("maxGrantFrames", xml);
    controller.max_event_channels.attr("maxEventChannels", xml);
    xml.single("model", VIR_ERR_XML_ERROR, "Multiple <model> elements in controller definition not allowed");
    xml.single("target", VIR_ERR_XML_ERROR, "Multiple <target> elements in controller definition not allowed");
    if controller.kind == Type::Nvme {
        controller.serial.leaf("serial", xml);
    }
    // Older versions know no other of these.
    if !xml.migratable() || !controller.is_spapr_root() {
        controller.model_name.via("model", "name", xml);
    }
    controller.target.child("target", xml);
    controller.driver.child("driver", xml);
    controller.alias.child("alias", xml);
    controller.master.via("master", "startport", xml);
    controller.location.inline(xml);
    controller.pcihole64.child("pcihole64", xml);
});

rare! { Driver }

impl Controller {
    fn is_spapr_root(&self) -> bool {
        self.model.as_deref() == Some("pci-root")
            && self.model_name.as_deref().is_some_and(|name| name == "spapr-pci-host-bridge")
    }
}

element! {
    pub struct Driver {
        queues: u32 = sparse("queues"),
        cmd_per_lun: u32 = sparse("cmd_per_lun"),
        max_sectors: u32 = sparse("max_sectors"),
        ioeventfd: Option<OnOff> = attr("ioeventfd"),
        iothread: u32 = sparse("iothread"),
        virtio: VirtioOptions = inline(),
        iothreads: Option<IoThreads> = child("iothreads") @newer,
    }
}

element! {
    pub struct Target {
        chassis_number: Option<u32> = attr("chassisNr"),
        chassis: Option<u32> = attr("chassis"),
        port: Option<Hex<1>> = attr("port"),
        bus_number: Option<u32> = attr("busNr"),
        index: Option<u32> = attr("index"),
        hotplug: Option<OnOff> = attr("hotplug"),
        memory_reserve: Option<u64> = attr("memReserve") @newer,
        node: Option<u32> = leaf("node"),
    }
}
