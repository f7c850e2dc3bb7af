//! PCI buses: what can be plugged into each, and which slots are taken.

use crate::types::*;
use crate::xml::domain::device::address::PciAddress;
use crate::xml::{Fault, Hex};

/// Kinds of plugs, as bits: what a device has, and what a bus takes.
pub const DEVICE: u32 = 1 << 0;
pub const EXPRESS: u32 = 1 << 1;
pub const ROOT_PORT: u32 = 1 << 2;
pub const UPSTREAM_PORT: u32 = 1 << 3;
pub const DOWNSTREAM_PORT: u32 = 1 << 4;
pub const DMI_BRIDGE: u32 = 1 << 5;
pub const EXPANDER: u32 = 1 << 6;
pub const EXPRESS_EXPANDER: u32 = 1 << 7;
pub const BRIDGE: u32 = 1 << 8;
pub const EXPRESS_BRIDGE: u32 = 1 << 9;
const KINDS: u32 = (1 << 10) - 1;
const ENDPOINTS: u32 = DEVICE | EXPRESS;
/// Of a device: its place is chosen by us. Of a bus: it is one that we choose.
pub const AUTOMATIC: u32 = 1 << 10;
/// Several such devices share a slot.
pub const SHARES_SLOT: u32 = 1 << 11;
/// The device is a part of the root bus.
pub const INTEGRATED: u32 = 1 << 12;

/// What a plug of each kind needs, in the words of complaints.
const NEEDS: [(u32, &str); 10] = [
    (DEVICE, "standard PCI device"),
    (EXPRESS, "PCI Express device"),
    (ROOT_PORT, "pcie-root-port"),
    (UPSTREAM_PORT, "pcie-switch-upstream-port"),
    (DOWNSTREAM_PORT, "pcie-switch-downstream-port"),
    (DMI_BRIDGE, "dmi-to-pci-bridge"),
    (EXPRESS_BRIDGE, "pcie-to-pci-bridge"),
    (EXPANDER, "pci-expander-bus"),
    (EXPRESS_EXPANDER, "pcie-expander-bus"),
    (BRIDGE, "pci-bridge"),
];

/// What a controller of that model plugs into.
pub fn plug_of(model: &str) -> u32 {
    match model {
        "pcie-root-port" => ROOT_PORT | SHARES_SLOT,
        "pci-bridge" => BRIDGE,
        "pci-expander-bus" => EXPANDER,
        "pcie-expander-bus" => EXPRESS_EXPANDER,
        "dmi-to-pci-bridge" => DMI_BRIDGE,
        "pcie-to-pci-bridge" => EXPRESS_BRIDGE,
        "pcie-switch-upstream-port" => UPSTREAM_PORT,
        "pcie-switch-downstream-port" => DOWNSTREAM_PORT,
        _ => 0,
    }
}

/// What the bus of a controller of that model takes, and its first and last slot.
fn sockets_of(model: &str) -> (u32, u64, u64) {
    match model {
        "pci-root" => (AUTOMATIC | DEVICE | BRIDGE | EXPANDER, 1, 31),
        "pci-bridge" | "pcie-to-pci-bridge" => (AUTOMATIC | DEVICE | BRIDGE, 1, 31),
        "pci-expander-bus" => (AUTOMATIC | DEVICE | BRIDGE, 0, 31),
        "pcie-root" => (EXPRESS | ROOT_PORT | DMI_BRIDGE | EXPRESS_EXPANDER, 1, 31),
        "dmi-to-pci-bridge" => (DEVICE | BRIDGE, 0, 31),
        "pcie-root-port" | "pcie-switch-downstream-port" => {
            (AUTOMATIC | EXPRESS | UPSTREAM_PORT | EXPRESS_BRIDGE, 0, 0)
        }
        "pcie-switch-upstream-port" => (DOWNSTREAM_PORT, 0, 31),
        "pcie-expander-bus" => (ROOT_PORT | DMI_BRIDGE, 0, 31),
        _ => (0, 0, 0),
    }
}

/// One bus.
#[derive(Clone, Debug)]
pub struct Bus {
    pub model: String,
    takes: u32,
    first: u64,
    last: u64,
    /// A bit for each function of each slot.
    functions: [u8; 32],
    /// Slots whose functions are several devices.
    shared: [bool; 32],
}

impl Bus {
    pub fn new(model: &str) -> Self {
        let (takes, first, last) = sockets_of(model);
        Self { model: model.to_owned(), takes, first, last, functions: [0; 32], shared: [false; 32] }
    }

    pub fn is_full(&self) -> bool {
        (self.first..=self.last).all(|slot| self.functions[slot as usize] != 0)
    }

    /// A free slot and function for a plug, from the first slot on.
    fn free(&self, plug: u32, function: Option<u64>) -> Option<(u64, u64)> {
        let wished = function.unwrap_or(0);
        (self.first..=self.last).find_map(|slot| {
            let taken = self.functions[slot as usize];
            let is_free = |function: u64| taken & (1 << function) == 0;
            if taken == 0 {
                return Some((slot, wished));
            }
            if plug & SHARES_SLOT == 0 || !self.shared[slot as usize] {
                return None;
            }
            let mut candidates = if function.is_some() { wished..wished + 1 } else { 0..8 };
            candidates.find(|function| is_free(*function)).map(|function| (slot, function))
        })
    }
}

/// All buses of a machine.
#[derive(Clone, Debug)]
pub struct Buses {
    pub list: Vec<Bus>,
    /// Whether buses are added where none has a place.
    pub growing: bool,
    /// Whether those are roots themselves.
    pub many_roots: bool,
}

/// `0000:00:1f.2`
pub fn text(address: &PciAddress) -> String {
    let PciAddress { domain, bus, slot, function } = address;
    format!("{:04x}:{:02x}:{:02x}.{}", domain.0, bus.0, slot.0, function.0)
}

pub fn address(bus: u64, slot: u64, function: u64) -> PciAddress {
    PciAddress { domain: Hex(0), bus: Hex(bus), slot: Hex(slot), function: Hex(function) }
}

impl Buses {
    pub fn is_slot_taken(&self, bus: u64, slot: u64) -> bool {
        self.list.get(bus as usize).is_some_and(|bus| bus.functions[slot as usize] != 0)
    }

    /// Takes a place that the definition names.
    pub fn reserve(&mut self, place: &PciAddress, plug: u32) -> Result<(), Fault> {
        let mut place = *place;
        if self.growing {
            let missing = (place.bus.0 as usize + 1).saturating_sub(self.list.len());
            self.grow(&mut place, plug, missing)?;
        }
        self.take(&place, plug, true)
    }

    /// The first free place for a plug, which is taken.
    pub fn next(&mut self, plug: u32, function: Option<u64>) -> Result<PciAddress, Fault> {
        if self.list.is_empty() {
            return Err(Fault::xml("No PCI buses available"));
        }
        let mut found = None;
        for (at, bus) in self.list.iter().enumerate() {
            if self.fits(&address(at as u64, 0, 0), plug, false).is_ok()
                && let Some((slot, function)) = bus.free(plug, function)
            {
                found = Some(address(at as u64, slot, function));
                break;
            }
        }
        let place = match found {
            Some(place) => place,
            None if self.growing => {
                let mut place = address(self.list.len() as u64, 0, function.unwrap_or(0));
                self.grow(&mut place, plug, 1)?;
                place.slot = Hex(self.list[place.bus.0 as usize].first);
                place
            }
            None => return Err(Fault::internal("No more available PCI slots")),
        };
        self.take(&place, plug, false)?;
        Ok(place)
    }

    /// Adds buses that take the plug; the place may move to a later one.
    fn grow(&mut self, place: &mut PciAddress, plug: u32, count: usize) -> Result<(), Fault> {
        if count == 0 {
            return Ok(());
        }
        let mut count = count;
        let model = if plug & DEVICE != 0 {
            if !self.many_roots && !self.list.iter().any(|bus| bus.takes & BRIDGE != 0) {
                // Conventional devices of a PCI Express machine are behind a bridge, which is in a port.
                if count == 1 {
                    count += 1;
                    place.bus = Hex(place.bus.0 + 1);
                }
                let mut port = Bus::new("pcie-root-port");
                port.takes = EXPRESS_BRIDGE;
                self.list.push(port);
                self.list.push(Bus::new("pcie-to-pci-bridge"));
                count -= 2;
            }
            if self.many_roots { "pci-root" } else { "pci-bridge" }
        } else if plug & (EXPRESS | UPSTREAM_PORT) != 0 {
            "pcie-root-port"
        } else {
            let text = match NEEDS.iter().skip(2).find(|(kind, _)| plug & kind != 0) {
                Some((_, model)) => format!(
                    "a PCI slot is needed to connect a PCI controller model='{model}', but none is available, and it cannot be automatically added"
                ),
                None => format!("Cannot automatically add a new PCI bus for a device with connect flags {plug:02x}"),
            };
            return Err(Fault::internal(text));
        };
        self.list.extend((0..count).map(|_| Bus::new(model)));
        Ok(())
    }

    fn take(&mut self, place: &PciAddress, plug: u32, given: bool) -> Result<(), Fault> {
        let name = text(place);
        let code = if given { VIR_ERR_XML_ERROR } else { VIR_ERR_INTERNAL_ERROR };
        if self.list.is_empty() {
            return Err(Fault::new(code, "No PCI buses available"));
        }
        let invalid = |what: String| Fault::new(code, format!("Invalid PCI address {name}. {what}"));
        if place.domain.0 != 0 {
            return Err(invalid("Only PCI domain 0 is available".to_owned()));
        }
        if place.bus.0 as usize >= self.list.len() {
            return Err(invalid(format!("Only PCI buses up to {} are available", self.list.len() - 1)));
        }
        self.fits(place, plug, given)?;
        let bus = &mut self.list[place.bus.0 as usize];
        let (slot, function) = (place.slot.0, place.function.0);
        if slot < bus.first {
            return Err(invalid(format!("slot must be >= {}", bus.first)));
        }
        if slot > bus.last {
            return Err(invalid(format!("slot must be <= {}", bus.last)));
        }
        let functions = &mut bus.functions[slot as usize];
        if *functions & (1 << function) != 0 {
            let fault = Fault::new(code, format!("Attempted double use of PCI Address {name}"));
            let hint = "leave it out of one of the two devices, and a free one is chosen";
            return Err(fault.at("/domain/devices/*/address").expecting(hint));
        }
        if *functions == 0 && plug & SHARES_SLOT != 0 {
            bus.shared[slot as usize] = true;
        }
        *functions |= 1 << function;
        Ok(())
    }

    /// Whether a bus takes a plug. Where the definition says so, endpoints of either kind may be on any bus for endpoints.
    fn fits(&self, place: &PciAddress, plug: u32, given: bool) -> Result<(), Fault> {
        let code = if given { VIR_ERR_XML_ERROR } else { VIR_ERR_INTERNAL_ERROR };
        let (name, bus) = (text(place), place.bus.0);
        let (mut takes, mut plug) = (self.list[bus as usize].takes, plug);
        if plug & INTEGRATED != 0 {
            if bus != 0 {
                let text = format!("The device at PCI address {name} needs to be an integrated device (bus=0)");
                return Err(Fault::new(code, text));
            }
            takes |= AUTOMATIC;
        }
        if given {
            if takes & ENDPOINTS != 0 {
                takes |= ENDPOINTS;
            }
            if plug & BRIDGE != 0 {
                plug |= DEVICE;
            }
        } else if plug & AUTOMATIC != 0 && takes & AUTOMATIC == 0 {
            return Err(Fault::new(
                code,
                format!(
                    "The device at PCI address {name} was auto-assigned this address, but the PCI controller with index='{bus}' doesn't allow auto-assignment"
                ),
            ));
        }
        if plug & takes & KINDS != 0 {
            return Ok(());
        }
        let needs = NEEDS.iter().find(|(kind, _)| plug & kind != 0).map_or("PCI device", |(_, needs)| needs);
        Err(Fault::new(
            code,
            format!(
                "The device at PCI address {name} cannot be plugged into the PCI controller with index='{bus}'. It requires a controller that accepts a {needs}."
            ),
        ))
    }
}
