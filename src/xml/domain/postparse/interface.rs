//! Network cards: addresses and identities that were left out.

use std::mem;

use super::{PostParse, random_bytes, random_uuid};
use crate::mac::Mac;
use crate::xml::Fault;
use crate::xml::common::ip::Family;
use crate::xml::common::virtualport::PortType;
use crate::xml::domain::Domain;
use crate::xml::domain::device::interface::{Driver, Kind};

/// Models that libvirt knows, in its spelling.
const MODELS: [&str; 20] = [
    "netfront",
    "rtl8139",
    "virtio",
    "e1000",
    "e1000e",
    "virtio-transitional",
    "virtio-non-transitional",
    "usb-net",
    "spapr-vlan",
    "lan9118",
    "scm91c111",
    "vlance",
    "vmxnet",
    "vmxnet2",
    "vmxnet3",
    "Am79C970A",
    "Am79C973",
    "82540EM",
    "82545EM",
    "82543GC",
];

impl Domain {
    /// Drops what only virtio cards have from those that do not say that they are one, and a single queue, which all have.
    pub(super) fn simplify_interfaces(&mut self) {
        for interface in &mut self.devices.interfaces {
            let virtio = interface.model.as_ref().is_some_and(|model| model.to_ascii_lowercase().starts_with("virtio"));
            if !virtio || matches!(interface.kind, Kind::Hostdev(_)) {
                let options = mem::take(&mut interface.driver.virtio);
                interface.driver = Driver { virtio: options, ..Driver::default() };
                if let Some(backend) = interface.backend.there() {
                    backend.vhost = None;
                }
            }
            if interface.driver.queues == 1 {
                interface.driver.queues = 0;
            }
        }
    }

    pub(super) fn complete_interfaces(&mut self, driver: &PostParse) -> Result<(), Fault> {
        for interface in &mut self.devices.interfaces {
            if interface.mac.address.is_none() {
                interface.mac.address = Some(Mac::with_prefix(driver.mac_prefix, random_bytes()?));
            }
            if let Some(port) = &mut interface.virtualport {
                let bridged = matches!(interface.kind, Kind::Bridge(_) | Kind::Network(_));
                if port.interface.is_none() && bridged && matches!(port.kind, None | Some(PortType::OpenVSwitch)) {
                    port.interface = Some(random_uuid()?);
                }
            }
            let source_ips = match &mut interface.kind {
                Kind::Ethernet(ethernet) => &mut ethernet.ips[..],
                _ => &mut [],
            };
            for ip in interface.ips.iter_mut().chain(source_ips) {
                ip.family = ip.family.or(ip.address.map(Family::of));
            }
            let filtered = matches!(interface.kind, Kind::Network(_) | Kind::Bridge(_) | Kind::Ethernet(_));
            interface.filterref = interface.filterref.take().filter(|_| filtered);
            if let Some(model) = &mut interface.model
                && let Some(known) = MODELS.iter().find(|known| known.eq_ignore_ascii_case(model))
            {
                (*known).clone_into(model);
            }
        }
        Ok(())
    }
}
