//! Places on PCI. First the buses are counted, growing as devices need them; then each device gets its place.

mod bus;
mod chipset;
mod device;
mod options;
mod zpci;

pub use bus::text;
pub use zpci::LAST_UID;

use crate::driver::qemu::board::Board;
use crate::xml::domain::Domain;
use crate::xml::domain::device::address::{Address, Pci, PciAddress};
use crate::xml::domain::device::controller::{Controller, Type};
use crate::xml::{Fault, OnOff};
use bus::{AUTOMATIC, Bus, Buses, DEVICE, EXPRESS, plug_of};
use device::{Fixture, Plug, Plugs, Rank};

pub(super) fn assign(domain: &mut Domain, board: Board) -> Result<(), Fault> {
    let root = domain.devices.controllers.iter().find(|one| one.kind == Type::Pci && one.index == Some(0));
    let root = root.and_then(|root| root.model.clone());
    let plugs = Plugs::new(root.as_deref() == Some("pcie-root"));
    let last = pci_controllers(domain).filter_map(|one| one.index).max();
    let numbers = (board == Board::S390).then(|| zpci::Numbers::of_given(domain, plugs)).transpose()?;
    let mut count = last.map_or(0, |last| last as usize + 1);
    if count > 256 {
        return Err(Fault::internal(format!("PCI controller index {} too high, maximum is 255", count - 1)));
    }
    if count > 0 {
        count = count_buses(domain, board, plugs, count, root.as_deref())?;
    }
    let mut buses = buses(domain, board, count);
    buses.growing = false;
    collect(domain, plugs, &mut buses)?;
    if board.may_have_pci() {
        chipset::reserve(domain, board, plugs, &mut buses)?;
        place(domain, plugs, &mut buses)?;
        mark_multifunction(domain, plugs);
        options::complete(domain, board)?;
    }
    numbers.map_or(Ok(()), |numbers| numbers.of_placed(domain, plugs))
}

fn pci_controllers(domain: &Domain) -> impl Iterator<Item = &Controller> {
    domain.devices.controllers.iter().filter(|one| one.kind == Type::Pci)
}

/// The buses of the controllers, and of those that are missing between them.
fn buses(domain: &Domain, board: Board, count: usize) -> Buses {
    let mut models: Vec<Option<&str>> = vec![None; count];
    for controller in pci_controllers(domain) {
        if let Some(model) = models.get_mut(controller.index.unwrap_or(0) as usize) {
            *model = controller.model.as_deref();
        }
    }
    let missing = match board {
        Board::Pseries => "pci-root",
        _ if models.contains(&Some("pcie-root")) => "pcie-root-port",
        _ => "pci-bridge",
    };
    let model =
        |(at, model): (usize, Option<&str>)| Bus::new(model.unwrap_or(if at == 0 { "pci-root" } else { missing }));
    let list = models.into_iter().enumerate().map(model).collect();
    Buses { list, growing: true, many_roots: board == Board::Pseries }
}

/// How many buses there must be. Controllers are added for those that have none.
fn count_buses(
    domain: &mut Domain,
    board: Board,
    plugs: Plugs,
    count: usize,
    root: Option<&str>,
) -> Result<usize, Fault> {
    let mut buses = buses(domain, board, count);
    collect(domain, plugs, &mut buses)?;
    chipset::reserve(domain, board, plugs, &mut buses)?;
    if root == Some("pci-root") && !buses.list.iter().all(Bus::is_full) {
        // One more device can be plugged in later.
        buses.next(DEVICE | AUTOMATIC, None)?;
    }
    place_in(&mut plugs.of(domain), &mut buses, false)?;
    if count == 1 && buses.list.len() > 1 && root == Some("pcie-root") {
        buses.next(EXPRESS | AUTOMATIC, None)?;
    }
    let mut at = 1;
    while at < buses.list.len() {
        let there = pci_controllers(domain).any(|one| one.index == Some(at as u32));
        if !there {
            let model = buses.list[at].model.clone();
            let plug = plug_of(&model);
            let index = Some(at as u32);
            let controller = Controller { kind: Type::Pci, index, model: Some(model), ..Controller::default() };
            domain.devices.controllers.push(controller);
            if plug != 0 {
                buses.next(plug, None)?;
            }
        }
        at += 1;
    }
    Ok(buses.list.len())
}

/// Takes the places that the definition names.
fn collect(domain: &mut Domain, plugs: Plugs, buses: &mut Buses) -> Result<(), Fault> {
    for plug in plugs.of(domain) {
        let Some(Address::Pci(pci)) = &*plug.place else { continue };
        let place = pci.address;
        if place.is_empty() {
            continue;
        }
        let soldered = match plug.fixture {
            Some(Fixture::FirstIde) => place == bus::address(0, 1, 1),
            Some(Fixture::FirstPiix3Usb) => place == bus::address(0, 1, 2),
            _ => false,
        };
        if soldered {
            continue;
        }
        buses.reserve(&place, plug.plug)?;
    }
    Ok(())
}

fn place(domain: &mut Domain, plugs: Plugs, buses: &mut Buses) -> Result<(), Fault> {
    place_in(&mut plugs.of(domain), buses, true)
}

/// Finds places for devices that have none; `written`: not only to see how many buses there must be.
fn place_in(all: &mut Vec<Plug>, buses: &mut Buses, written: bool) -> Result<(), Fault> {
    all.sort_by_key(|plug| plug.rank);
    // Where the controllers of one USB bus are together.
    let mut together: Vec<(u32, PciAddress)> = Vec::new();
    for plug in all.iter() {
        if let (Some((index, _)), Some(Address::Pci(pci)), false) = (plug.companion, &*plug.place, plug.is_wanted()) {
            together.push((index, pci.address));
        }
    }
    for plug in all.iter_mut() {
        let soldered = plug.rank == Rank::Controller && plug.fixture == Some(Fixture::FirstIde);
        if !plug.is_wanted() || soldered {
            continue;
        }
        let address = match plug.companion {
            Some((index, function)) => {
                let slot = together.iter().find(|(other, _)| *other == index).map(|(_, place)| *place);
                let address = match slot {
                    Some(slot) => {
                        let address = PciAddress { function: crate::xml::Hex(function), ..slot };
                        buses.reserve(&address, plug.plug)?;
                        address
                    }
                    None => buses.next(plug.plug, Some(function))?,
                };
                if written {
                    together.push((index, address));
                }
                address
            }
            None => buses.next(plug.plug, None)?,
        };
        if written {
            let multifunction = plug.companion.filter(|(_, function)| *function == 0).map(|_| OnOff::On);
            let zpci = match plug.place.take() {
                Some(Address::Pci(pci)) => pci.zpci,
                _ => None,
            };
            *plug.place = Some(Address::Pci(Pci { address, multifunction, zpci }));
        }
    }
    Ok(())
}

/// The first function of a slot says that there are others.
fn mark_multifunction(domain: &mut Domain, plugs: Plugs) {
    let mut all = plugs.of(domain);
    let slot = |address: &PciAddress| (address.domain.0, address.bus.0, address.slot.0);
    let shared: Vec<_> = all
        .iter()
        .filter_map(|plug| match &*plug.place {
            Some(Address::Pci(pci)) if pci.address.function.0 != 0 => Some(slot(&pci.address)),
            _ => None,
        })
        .collect();
    for plug in &mut all {
        if let Some(Address::Pci(pci)) = &mut *plug.place
            && pci.address.function.0 == 0
            && !pci.address.is_empty()
            && shared.contains(&slot(&pci.address))
        {
            pci.multifunction.get_or_insert(OnOff::On);
        }
    }
}
