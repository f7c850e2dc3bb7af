//! `<address>`: where a device is plugged in, and `<alias>`: what it is called.

use crate::types::VIR_FROM_NONE;
use crate::xml::{
    AnyBase, Base16, CpuSet, Element, Expected, Fault, Hex, Long16, NonZero, OnOff, Reader, Text, Value, Writer,
};
use crate::{element, variants, walk};

variants! {
    pub enum Address by "type"
        missing VIR_ERR_INTERNAL_ERROR "No type specified for device address"
        unknown VIR_ERR_CONFIG_UNSUPPORTED "unknown address type '{}'"
    {
        Pci(Pci) = "pci",
        Drive(Drive) = "drive",
        VirtioSerial(VirtioSerial) = "virtio-serial",
        Ccid(Ccid) = "ccid",
        Usb(Usb) = "usb",
        SpaprVio(SpaprVio) = "spapr-vio",
        VirtioS390(NoPlace) = "virtio-s390",
        Ccw(Ccw) = "ccw",
        VirtioMmio(()) = "virtio-mmio",
        Isa(Isa) = "isa",
        Dimm(Dimm) = "dimm",
        Unassigned(()) = "unassigned",
    }
}

/// A place on the PCI bus. All zero means: somewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct PciAddress {
    pub domain: Hex<4>,
    pub bus: Hex<2>,
    pub slot: Hex<2>,
    pub function: Hex<1>,
}

walk!(PciAddress, |pci, xml| {
    pci.domain.attr("domain", xml);
    pci.bus.attr("bus", xml);
    pci.slot.attr("slot", xml);
    pci.function.attr("function", xml);
    xml.check(|| pci.check());
});

impl PciAddress {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn check(&self) -> Result<(), Fault> {
        self.check_ranges().map_err(|fault| fault.with_origin(VIR_FROM_NONE))
    }

    fn check_ranges(&self) -> Result<(), Fault> {
        let Self { domain, bus, slot, function } = self;
        if domain.0 > 0xffff {
            return Err(Fault::xml(format!("Invalid PCI address domain='0x{:x}', must be <= 0xFFFF", domain.0)));
        }
        if bus.0 > 0xff {
            return Err(Fault::xml(format!("Invalid PCI address bus='0x{:x}', must be <= 0xFF", bus.0)));
        }
        if slot.0 > 0x1f {
            return Err(Fault::xml(format!("Invalid PCI address slot='0x{:x}', must be <= 0x1F", slot.0)));
        }
        if function.0 > 7 {
            return Err(Fault::xml(format!("Invalid PCI address function=0x{:x}, must be <= 7", function.0)));
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pci {
    pub address: PciAddress,
    pub multifunction: Option<OnOff>,
    pub zpci: Option<Zpci>,
}

walk!(Pci, |pci, xml| {
    if xml.is_reading() || !pci.address.is_empty() {
        pci.address.inline(xml);
        pci.multifunction.attr("multifunction", xml);
    }
    pci.zpci.child("zpci", xml);
});

/// What an S390 machine needs beside the address: both are always there after its post-parse.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Zpci {
    /// From 1.
    pub uid: Option<Hex<4>>,
    pub fid: Option<Hex<8>>,
}

impl Zpci {
    /// Whether it says anything.
    pub fn is_given(&self) -> bool {
        self.uid.is_some() || self.fid.is_some()
    }
}

/// As libvirt writes it, one that is not there is 0.
impl Element for Zpci {
    fn read(&mut self, xml: &mut Reader) {
        self.uid = xml.attribute("uid");
        self.fid = xml.attribute("fid");
    }
    fn write(&self, xml: &mut Writer) {
        xml.attribute("uid", &self.uid.unwrap_or_default());
        xml.attribute("fid", &self.fid.unwrap_or_default());
    }
}

/// A place on a bus of drives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Drive {
    pub controller: u32,
    pub bus: u32,
    pub target: u32,
    pub unit: u32,
}

walk!(Drive, |drive, xml| {
    drive.controller.attr("controller", xml);
    drive.bus.attr("bus", xml);
    drive.target.attr("target", xml);
    drive.unit.attr("unit", xml);
});

element! {
    pub struct VirtioSerial {
        controller: u32 = attr("controller"),
        bus: u32 = attr("bus"),
        port: u32 = attr("port"),
    }
}

element! {
    pub struct Ccid {
        controller: u32 = attr("controller"),
        slot: u32 = attr("slot"),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Usb {
    pub bus: u32,
    /// `2` or `1.4.2`: a path of hubs.
    pub port: Option<String>,
}

walk!(Usb, |usb, xml| {
    usb.bus.attr("bus", xml);
    usb.port.attr("port", xml);
    xml.check(|| {
        let good = |part: &str| part.bytes().all(|c| c.is_ascii_digit()) && part.parse::<u32>().is_ok();
        match &usb.port {
            Some(port) if port.split('.').count() > 4 || !port.split('.').all(good) => {
                Err(Fault::internal("Cannot parse <address> 'port' attribute"))
            }
            _ => Ok(()),
        }
    });
});

/// The address of a bus that has no addresses, which is therefore wrong.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NoPlace;

walk!(NoPlace, |_place, xml| {
    xml.check(|| Err(Fault::xml("virtio-s390 bus doesn't have an address")));
});

element! {
    pub struct SpaprVio {
        reg: Option<Long16<8>> = attr("reg"),
    }
}

/// A place on the channel I/O of an S390 machine: all three or none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ccw {
    pub cssid: Option<Hex<1>>,
    pub ssid: Option<Hex<1>>,
    pub devno: Option<Hex<4>>,
}

walk!(Ccw, |ccw, xml| {
    ccw.cssid.attr("cssid", xml);
    ccw.ssid.attr("ssid", xml);
    ccw.devno.attr("devno", xml);
    xml.check(|| ccw.check());
});

impl Ccw {
    fn check(&self) -> Result<(), Fault> {
        match (self.cssid, self.ssid, self.devno) {
            (None, None, None) => Ok(()),
            (Some(cssid), Some(ssid), Some(devno)) if cssid.0 <= 0xfe && ssid.0 <= 3 && devno.0 <= 0xffff => Ok(()),
            (Some(cssid), Some(ssid), Some(devno)) => Err(Fault::internal(format!(
                "Invalid specification for virtio ccw address: cssid='0x{:x}' ssid='0x{:x}' devno='0x{:04x}'",
                cssid.0, ssid.0, devno.0
            ))),
            _ => Err(Fault::internal("Invalid partial specification for virtio ccw address")),
        }
    }
}

element! {
    pub struct Isa {
        iobase: Base16<1> = sparse("iobase"),
        irq: Base16<1> = sparse("irq"),
    }
}

element! {
    pub struct Dimm {
        slot: AnyBase = attr("slot"),
        base: Long16<1> = sparse("base"),
    }
}

/// What every device ends with. A few have elements between the name and the location.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    pub alias: Alias,
    pub location: Location,
}

walk!(Place, |place, xml| {
    place.alias.child("alias", xml);
    place.location.inline(xml);
});

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Location {
    /// What the guest's firmware numbers the device with.
    pub acpi_index: u32,
    /// To which NUMA nodes of the guest it is near.
    pub acpi_nodes: Option<Box<CpuSet>>,
    pub address: Option<Address>,
}

walk!(Location, |location, xml| {
    xml.group("acpi", |xml| {
        location.acpi_index.sparse("index", xml);
        xml.newer(|xml| location.acpi_nodes.attr("nodeset", xml));
    });
    location.address.child("address", xml);
});

/// A name of the user's begins with `ua-` and stays in the definition; others are made at start.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alias {
    pub name: Option<String>,
}

impl Alias {
    fn is_users(name: &str) -> bool {
        name.starts_with("ua-") && name.bytes().all(|c| c.is_ascii_alphanumeric() || b"-_.".contains(&c))
    }
}

impl Element for Alias {
    fn read(&mut self, xml: &mut Reader) {
        let name: Option<String> = xml.attribute("name");
        self.name = name.filter(|name| xml.is_active() || Self::is_users(name));
    }
    fn write(&self, xml: &mut Writer) {
        if let Some(name) = &self.name
            && (xml.is_active() || Self::is_users(name))
        {
            xml.attribute("name", name);
        }
    }
}

element! {
    /// When a device boots, counted from 1.
    pub struct Boot {
        order: NonZero = required("order"),
        /// What an S390 machine hands to the boot loader.
        loadparm: Option<Box<LoadParm>> = attr("loadparm"),
    }
}

/// Up to eight letters, digits, blanks and points, in capitals.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LoadParm(pub String);

impl Value for LoadParm {
    const EXPECTED: Expected = Expected::Kind("up to 8 letters, digits, blanks and points");
    fn parse(text: &str) -> Option<Self> {
        let good = |c: u8| c.is_ascii_alphanumeric() || c == b'.' || c == b' ';
        let fits = (1..=8).contains(&text.len()) && text.bytes().all(good);
        fits.then(|| Self(text.to_ascii_uppercase()))
    }
    fn write(&self, out: &mut Text) {
        out.escaped(&self.0);
    }
    fn refusal(text: &str) -> Option<Fault> {
        Some(Fault::internal(match text.len() {
            1..=8 => format!(
                "invalid loadparm char '{}', expecting chars in set of [a-zA-Z0-9.] and blank spaces",
                first_bad(text)
            ),
            _ => format!("loadparm value '{text}' must be between 1 and 8 characters"),
        }))
    }
}

fn first_bad(text: &str) -> char {
    text.chars().find(|c| !c.is_ascii_alphanumeric() && *c != '.' && *c != ' ').unwrap_or_default()
}

element! {
    /// Firmware on a card.
    pub struct Rom {
        enabled: Option<crate::xml::YesNo> = attr("enabled"),
        bar: Option<OnOff> = attr("bar"),
        file: Option<String> = attr("file"),
    }
}
