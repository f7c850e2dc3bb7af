//! Places of what is soldered to a board: the PIIX3 of i440FX, the ICH9 of Q35.

use super::bus::{self, AUTOMATIC, Buses, DEVICE, EXPRESS};
use super::device::{Fixture, Plug, Plugs};
use crate::driver::qemu::board::Board;
use crate::types::*;
use crate::xml::domain::Domain;
use crate::xml::domain::device::address::{Address, Pci, PciAddress};
use crate::xml::{Fault, OnOff};

pub(super) fn reserve(domain: &mut Domain, board: Board, plugs: Plugs, buses: &mut Buses) -> Result<(), Fault> {
    match board {
        Board::I440fx => reserve_piix3(&mut plugs.of(domain), buses),
        Board::Q35 => reserve_ich9(&mut plugs.of(domain), buses),
        _ => Ok(()),
    }
}

fn set(plug: &mut Plug, address: PciAddress, multifunction: Option<OnOff>) {
    *plug.place = Some(Address::Pci(Pci { address, multifunction, zpci: None }));
}

/// Puts a device at the place that it has on that board, and nowhere else.
fn solder(plug: &mut Plug, place: PciAddress, complaint: &str) -> Result<(), Fault> {
    if plug.is_wanted() {
        set(plug, place, None);
    }
    match &*plug.place {
        Some(Address::Pci(pci)) if pci.address != place => Err(Fault::new(VIR_ERR_INTERNAL_ERROR, complaint)),
        _ => Ok(()),
    }
}

fn reserve_piix3(all: &mut [Plug], buses: &mut Buses) -> Result<(), Fault> {
    let plug = DEVICE | AUTOMATIC;
    for one in all.iter_mut() {
        let (place, complaint) = match one.fixture {
            Some(Fixture::FirstIde) => (bus::address(0, 1, 1), "Primary IDE controller must have PCI address 0:0:1.1"),
            Some(Fixture::FirstPiix3Usb) => {
                (bus::address(0, 1, 2), "PIIX3 USB controller at index 0 must have PCI address 0:0:1.2")
            }
            _ => continue,
        };
        solder(one, place, complaint)?;
        if !buses.list.is_empty() {
            buses.reserve(&place, plug)?;
        }
    }
    if !buses.list.is_empty() {
        // The ISA bridge, and power management.
        buses.reserve(&bus::address(0, 1, 0), plug)?;
        buses.reserve(&bus::address(0, 1, 3), plug)?;
    }
    reserve_video(all, buses, 2, plug)
}

/// QEMU puts the first graphics card into the first slot behind what is soldered.
fn reserve_video(all: &mut [Plug], buses: &mut Buses, slot: u64, kind: u32) -> Result<(), Fault> {
    let Some(video) = all.iter_mut().find(|one| one.fixture == Some(Fixture::FirstVideo)) else { return Ok(()) };
    if !video.is_wanted() {
        return Ok(());
    }
    let place = bus::address(0, slot, 0);
    if buses.is_slot_taken(0, slot) {
        let place = buses.next(video.plug, None)?;
        if !buses.growing {
            set(video, place, None);
        }
    } else {
        buses.reserve(&place, kind)?;
        set(video, place, None);
    }
    Ok(())
}

fn reserve_ich9(all: &mut [Plug], buses: &mut Buses) -> Result<(), Fault> {
    for one in all.iter_mut() {
        if one.fixture == Some(Fixture::FirstSata) {
            let complaint = "Primary SATA controller must have PCI address 0:0:1f.2";
            let wanted = one.is_wanted();
            let place = bus::address(0, 0x1f, 2);
            solder(one, place, complaint)?;
            if wanted {
                buses.reserve(&place, EXPRESS)?;
            }
        }
        let first_companion = one.companion.is_some_and(|(_, function)| function == 0);
        let slots: &[u64] = match one.fixture {
            Some(Fixture::DmiBridge) => &[0x1e],
            _ if first_companion => &[0x1d, 0x1a],
            _ => &[],
        };
        if one.place.is_none()
            && let Some(slot) = slots.iter().find(|slot| !buses.is_slot_taken(0, **slot))
        {
            let place = bus::address(0, *slot, 0);
            buses.reserve(&place, EXPRESS)?;
            set(one, place, first_companion.then_some(OnOff::On));
        }
    }
    if !buses.list.is_empty() {
        // The ISA bridge, and the SMBus.
        buses.reserve(&bus::address(0, 0x1f, 0), EXPRESS)?;
        buses.reserve(&bus::address(0, 0x1f, 3), EXPRESS)?;
    }
    reserve_video(all, buses, 1, EXPRESS)?;
    if !buses.is_slot_taken(0, 0x1b)
        && let Some(sound) = all.iter_mut().find(|one| one.fixture == Some(Fixture::Ich9Sound) && one.is_wanted())
    {
        let place = bus::address(0, 0x1b, 0);
        buses.reserve(&place, EXPRESS)?;
        set(sound, place, None);
    }
    Ok(())
}
