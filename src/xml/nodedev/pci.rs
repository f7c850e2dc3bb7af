//! `<capability type='pci'>`: a device on the PCI bus.

use super::Known;
use super::mdev::MdevTypes;
use super::vpd::Vpd;
use crate::types::*;
use crate::xml::domain::device::address::PciAddress;
use crate::xml::{AnyBase, Base16, Fault, Variant};
use crate::{element, variants, walk, words};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pci {
    /// Class, subclass and programming interface.
    pub class: Option<Base16<6>>,
    pub domain: Option<u32>,
    pub bus: Option<u32>,
    pub slot: Option<u32>,
    pub function: Option<u32>,
    pub product: Id,
    pub vendor: Id,
    /// In the order of the variants.
    pub functions: Vec<PciCapability>,
    /// Devices that can only be given away together.
    pub iommu_group: Option<IommuGroup>,
    /// The node of the host's memory that it is near to, where the host has some.
    pub numa_node: Known,
    pub express: Option<Express>,
}

walk!(Pci, |pci, xml| {
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid PCI class supplied for '{name}'", |xml| pci.class.leaf("class", xml));
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid PCI domain ID supplied for '{name}'", |xml| {
        pci.domain.leaf("domain", xml);
    });
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid PCI bus ID supplied for '{name}'", |xml| pci.bus.leaf("bus", xml));
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid PCI slot ID supplied for '{name}'", |xml| pci.slot.leaf("slot", xml));
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid PCI function ID supplied for '{name}'", |xml| {
        pci.function.leaf("function", xml);
    });
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid PCI product ID supplied for '{name}'", |xml| {
        pci.product.child("product", xml);
    });
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid PCI vendor ID supplied for '{name}'", |xml| {
        pci.vendor.child("vendor", xml);
    });
    xml.each_needs("capability", "type", VIR_ERR_XML_ERROR, "Missing capability type");
    xml.only("type", PciCapability::TAGS, |xml| pci.functions.child("capability", xml));
    if xml.is_reading() || pci.iommu_group.as_ref().is_some_and(|group| !group.addresses.is_empty()) {
        pci.iommu_group.child("iommuGroup", xml);
    }
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid NUMA node ID supplied for '{name}'", |xml| {
        xml.filled(|xml| pci.numa_node.sparse_via("numa", "node", xml));
    });
    pci.express.child("pci-express", xml);
    xml.check(|| pci.check());
});

impl Pci {
    /// Brings what the device is into the order of the variants, each once: the last one counts, of bridges the first.
    pub(super) fn order(&mut self) {
        let bridge = |function: &PciCapability| match function {
            PciCapability::PciBridge(()) | PciCapability::CardbusBridge(()) => true,
            PciCapability::PhysicalFunction(_)
            | PciCapability::VirtualFunctions(_)
            | PciCapability::MdevTypes(_)
            | PciCapability::Vpd(_) => false,
        };
        let first = self.functions.iter().find(|function| bridge(function)).cloned();
        self.functions.retain(|function| match function {
            PciCapability::MdevTypes(types) => !types.types.is_empty(),
            other => !bridge(other),
        });
        self.functions.extend(first);
        self.functions.reverse();
        super::order_variants(&mut self.functions);
        self.functions.dedup_by_key(|function| function.tag_word());
        if let Some(express) = &mut self.express {
            for link in express.capability.iter_mut().chain(&mut express.status) {
                link.port.0 = link.port.0.max(-1);
            }
        }
    }

    fn check(&self) -> Result<(), Fault> {
        if self.class.is_some_and(|class| class.0 > 0xff_ffff) {
            return Err(Fault::internal("invalid PCI class supplied for '{name}'"));
        }
        let needed = [
            (self.domain.is_some(), "domain"),
            (self.bus.is_some(), "bus"),
            (self.slot.is_some(), "slot"),
            (self.function.is_some(), "function"),
            (self.vendor.id.is_some(), "vendor"),
            (self.product.id.is_some(), "product"),
        ];
        match needed.iter().find(|(given, _)| !given) {
            Some((_, what)) => Err(Fault::internal(format!("no PCI {what} ID supplied for '{{name}}'"))),
            None => Ok(()),
        }
    }
}

/// A vendor's or a product's number, and what it is called.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Id {
    pub id: Option<Base16<4>>,
    pub name: Option<String>,
}

walk!(Id, |id, xml| {
    xml.filled(|xml| id.id.attr("id", xml));
    id.name.text(xml);
});

variants! {
    /// What else a device on the PCI bus is.
    pub enum PciCapability by "type" {
        PhysicalFunction(PhysicalFunction) = "phys_function",
        VirtualFunctions(VirtualFunctions) = "virt_functions",
        PciBridge(()) = "pci-bridge",
        CardbusBridge(()) = "cardbus-bridge",
        MdevTypes(MdevTypes) = "mdev_types",
        Vpd(Box<Vpd>) = "vpd",
    }
}

/// The device of which this one is a virtual function.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PhysicalFunction {
    pub address: Option<PciAddress>,
}

walk!(PhysicalFunction, |function, xml| {
    function.address.child("address", xml);
    xml.check(|| match function.address {
        Some(_) => Ok(()),
        None => Err(Fault::xml("Missing address in 'phys_function' capability")),
    });
});

/// The virtual functions that there are, and how many there can be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VirtualFunctions {
    pub max_count: u32,
    pub addresses: Vec<PciAddress>,
}

walk!(VirtualFunctions, |functions, xml| {
    xml.refuse(VIR_ERR_XML_ERROR, "Malformed 'maxCount' parameter", |xml| {
        xml.filled(|xml| functions.max_count.sparse("maxCount", xml));
    });
    functions.addresses.child("address", xml);
});

element! {
    pub struct IommuGroup {
        number: u32 = required("number"),
        addresses: Vec<PciAddress> = child("address"),
    }
}

words! {
    /// What the link is capable of, or its state.
    pub enum Validity { Capability = "cap", Status = "sta" }
}

/// What the link is capable of, and how it is now.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Express {
    pub capability: Option<Link>,
    pub status: Option<Link>,
}

walk!(Express, |express, xml| {
    xml.only("validity", &["cap"], |xml| express.capability.child("link", xml));
    xml.only("validity", &["sta"], |xml| express.status.child("link", xml));
});

words! {
    /// Gigatransfers a second.
    pub enum LinkSpeed { G2_5 = "2.5", G5 = "5", G8 = "8", G16 = "16", G32 = "32", G64 = "64" }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// Which of the two it is.
    pub validity: Validity,
    pub port: Known,
    pub speed: Option<LinkSpeed>,
    /// Lanes, read in any base.
    pub width: AnyBase,
}

walk!(Link, |link, xml| {
    link.validity.required("validity", xml);
    link.port.sparse("port", xml);
    xml.filled(|xml| link.speed.attr("speed", xml));
    link.width.required("width", xml);
});
