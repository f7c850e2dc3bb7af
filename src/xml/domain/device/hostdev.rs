//! `<hostdev>`: a device of the host that is given to the guest.

use super::address::{Alias, Boot, Location, PciAddress, Rom};
use super::interface::{PciDriver, Team};
use super::source::{Host, StartupPolicy};
use crate::types::*;
use crate::uuid::Uuid;
use crate::xml::common::encryption::Auth;
use crate::xml::common::ip::{Ip, Route};
use crate::xml::{Fault, Hex, IsYes, OnOff, YesNo};
use crate::{element, variants, walk, words};

words! { pub enum Mode { Subsystem = "subsystem", Capabilities = "capabilities" } }
words! { pub enum Sgio { Filtered = "filtered", Unfiltered = "unfiltered" } }
words! { pub enum ScsiProtocol { Adapter = "adapter", Iscsi = "iscsi" } }
words! { pub enum HostProtocol { Vhost = "vhost" } }
words! { pub enum MdevModel { VfioPci = "vfio-pci", VfioCcw = "vfio-ccw", VfioAp = "vfio-ap" } }
words! {
    pub enum VhostModel { Virtio = "virtio", Transitional = "virtio-transitional", NonTransitional = "virtio-non-transitional" }
}
words! { pub enum GuestReset { Off = "off", Uninitialized = "uninitialized", On = "on" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hostdev {
    pub mode: Mode,
    pub kind: Kind,
    /// Of a device of the machine's own, not of a container.
    pub managed: IsYes,
    pub readonly: bool,
    pub shareable: bool,
    pub boot: Option<Boot>,
    pub alias: Alias,
    pub rom: Option<Rom>,
    pub location: Location,
}

walk!(Hostdev, |hostdev, xml| {
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown hostdev mode '{}'", |xml| hostdev.mode.attr("mode", xml));
    xml.refuse(VIR_ERR_XML_ERROR, "missing source address type", |xml| xml.need("type"));
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown host device source address type '{}'", |xml| {
        hostdev.kind.tag("type", xml);
    });
    if !xml.has("source") {
        xml.check(|| Err(Fault::xml("Missing <source> element in hostdev device")));
    }
    if xml.is_reading() || hostdev.mode == Mode::Subsystem {
        hostdev.managed.attr("managed", xml);
    }
    hostdev.kind.inline(xml);
    hostdev.readonly.child("readonly", xml);
    hostdev.shareable.child("shareable", xml);
    hostdev.boot.child("boot", xml);
    hostdev.alias.child("alias", xml);
    hostdev.rom.child("rom", xml);
    hostdev.location.inline(xml);
});

variants! {
    pub enum Kind {
        Usb(Usb) = "usb",
        Pci(Pci) = "pci",
        Scsi(Box<Scsi>) = "scsi",
        ScsiHost(ScsiHost) = "scsi_host",
        Mdev(Mdev) = "mdev",
        Storage(Storage) = "storage",
        Misc(Misc) = "misc",
        Net(Net) = "net",
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Usb {
    pub policy: StartupPolicy,
    pub guest_reset: Option<GuestReset>,
    pub vendor: Option<Hex<4>>,
    pub product: Option<Hex<4>>,
    pub address: Option<UsbAddress>,
}

walk!(Usb, |usb, xml| {
    xml.element("source", |xml| {
        usb.policy.sparse("startupPolicy", xml);
        usb.guest_reset.attr("guestReset", xml);
        usb.vendor.via("vendor", "id", xml);
        usb.product.via("product", "id", xml);
        usb.address.child("address", xml);
    });
});

element! {
    pub struct UsbAddress {
        bus: u32 = attr("bus"),
        device: u32 = attr("device"),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pci {
    pub display: Option<OnOff>,
    pub ramfb: Option<OnOff>,
    pub driver: PciDriver,
    pub write_filtering: Option<YesNo>,
    pub address: PciAddress,
    pub teaming: Option<Team>,
}

walk!(Pci, |pci, xml| {
    xml.newer(|xml| {
        pci.display.attr("display", xml);
        pci.ramfb.attr("ramfb", xml);
    });
    pci.driver.child("driver", xml);
    xml.element("source", |xml| {
        pci.write_filtering.attr("writeFiltering", xml);
        pci.address.child("address", xml);
    });
    pci.teaming.child("teaming", xml);
});

/// A SCSI disk of a host adapter or behind iSCSI.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scsi {
    pub sgio: Option<Sgio>,
    pub rawio: Option<YesNo>,
    pub protocol: Option<ScsiProtocol>,
    pub name: Option<String>,
    pub adapter: Option<String>,
    pub address: Option<ScsiAddress>,
    pub hosts: Vec<Host>,
    pub initiator: Option<String>,
    pub auth: Option<Auth>,
}

walk!(Scsi, |scsi, xml| {
    scsi.sgio.attr("sgio", xml);
    scsi.rawio.attr("rawio", xml);
    xml.element("source", |xml| {
        if xml.is_reading() || scsi.protocol == Some(ScsiProtocol::Iscsi) {
            xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "Unknown SCSI subsystem protocol '{}'", |xml| {
                scsi.protocol.attr("protocol", xml);
            });
        }
        scsi.name.attr("name", xml);
        scsi.hosts.child("host", xml);
        scsi.auth.child("auth", xml);
        xml.group("initiator", |xml| scsi.initiator.via("iqn", "name", xml));
        scsi.adapter.via("adapter", "name", xml);
        scsi.address.child("address", xml);
    });
});

element! {
    pub struct ScsiAddress {
        bus: u32 = attr("bus"),
        target: u32 = attr("target"),
        unit: u64 = attr("unit"),
    }
}

/// A SCSI host that the kernel serves (vhost-scsi).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScsiHost {
    pub protocol: HostProtocol,
    pub model: Option<VhostModel>,
    pub wwpn: Option<String>,
}

walk!(ScsiHost, |host, xml| {
    host.model.attr("model", xml);
    xml.element("source", |xml| {
        xml.refuse(VIR_ERR_XML_ERROR, "Missing scsi_host subsystem protocol", |xml| xml.need("protocol"));
        xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "Unknown scsi_host subsystem protocol '{}'", |xml| {
            host.protocol.attr("protocol", xml);
        });
        host.wwpn.attr("wwpn", xml);
    });
});

/// A mediated device: a share of a card.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mdev {
    pub model: MdevModel,
    pub display: Option<OnOff>,
    pub ramfb: Option<OnOff>,
    pub uuid: Uuid,
}

walk!(Mdev, |mdev, xml| {
    mdev.model.required("model", xml);
    mdev.display.attr("display", xml);
    mdev.ramfb.attr("ramfb", xml);
    xml.element("source", |xml| {
        xml.element("address", |xml| {
            xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "Missing 'uuid' attribute for element <address>", |xml| {
                xml.need("uuid");
            });
            xml.refuse(VIR_ERR_INTERNAL_ERROR, "Cannot parse uuid attribute of element <address>", |xml| {
                mdev.uuid.attr("uuid", xml);
            });
        });
    });
});

/// Of a container: a block device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Storage {
    pub block: Option<String>,
}

walk!(Storage, |storage, xml| {
    xml.element("source", |xml| storage.block.leaf("block", xml));
});

/// Of a container: a character device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Misc {
    pub char: Option<String>,
}

walk!(Misc, |misc, xml| {
    xml.element("source", |xml| misc.char.leaf("char", xml));
});

/// Of a container: a network interface.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Net {
    pub interface: Option<String>,
    pub ips: Vec<Ip>,
    pub routes: Vec<Route>,
}

walk!(Net, |net, xml| {
    xml.element("source", |xml| net.interface.leaf("interface", xml));
    net.ips.child("ip", xml);
    net.routes.child("route", xml);
});
