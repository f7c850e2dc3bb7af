//! What a PCI controller says of itself to the guest: the kind of device, chassis, port, number of its bus.

use crate::driver::qemu::board::Board;
use crate::xml::domain::Domain;
use crate::xml::domain::device::address::Address;
use crate::xml::domain::device::controller::Type;
use crate::xml::{Fault, Hex};

pub(super) fn complete(domain: &mut Domain, board: Board) -> Result<(), Fault> {
    let controllers = &mut domain.devices.controllers;
    for at in 0..controllers.len() {
        if controllers[at].kind != Type::Pci {
            continue;
        }
        let targets = || controllers.iter().filter_map(|one| one.target.as_ref());
        let lowest_bus = targets().filter_map(|target| target.bus_number).min().unwrap_or(256);
        let used: Vec<u32> = targets().filter_map(|target| target.index).collect();
        let controller = &mut controllers[at];
        let index = controller.index.unwrap_or(0);
        let place = match &controller.location.address {
            Some(Address::Pci(pci)) => pci.address,
            _ => Default::default(),
        };
        let model = controller.model.as_deref().unwrap_or_default();
        let name = match model {
            "pci-bridge" => "pci-bridge",
            "dmi-to-pci-bridge" => "i82801b11-bridge",
            "pcie-to-pci-bridge" => "pcie-pci-bridge",
            "pcie-root-port" => "pcie-root-port",
            "pcie-switch-upstream-port" => "x3130-upstream",
            "pcie-switch-downstream-port" => "xio3130-downstream",
            "pci-expander-bus" => "pxb",
            "pcie-expander-bus" => "pxb-pcie",
            "pci-root" if board == Board::Pseries => "spapr-pci-host-bridge",
            _ => continue,
        };
        controller.model_name.get_or_insert_with(|| Box::new(name.to_owned()));
        if matches!(model, "dmi-to-pci-bridge" | "pcie-to-pci-bridge" | "pcie-switch-upstream-port") {
            continue;
        }
        let target = controller.target.get_or_insert_default();
        match model {
            "pci-bridge" => {
                target.chassis_number.get_or_insert(index);
                if u64::from(index) <= place.bus.0 {
                    return Err(Fault::unsupported(format!(
                        "PCI controller at index {index} (0x{index:02x}) has bus='0x{:02x}', but index must be larger than bus",
                        place.bus.0
                    )));
                }
            }
            "pcie-root-port" => {
                target.chassis.get_or_insert(index);
                target.port.get_or_insert(Hex((place.slot.0 << 3) + place.function.0));
            }
            "pcie-switch-downstream-port" => {
                target.chassis.get_or_insert(index);
                target.port.get_or_insert(Hex(place.slot.0));
            }
            "pci-expander-bus" | "pcie-expander-bus" if target.bus_number.is_none() => {
                if lowest_bus <= 2 {
                    return Err(Fault::unsupported(format!(
                        "No free busNr lower than current lowest busNr is available to auto-assign to bus {}. Must be manually assigned",
                        place.bus.0
                    )));
                }
                target.bus_number = Some(lowest_bus - 2);
            }
            "pci-root" if target.index.is_none() => {
                // The first root is the one that the machine has by itself.
                let free = if index == 0 { Some(0) } else { (1..=30).find(|free| !used.contains(free)) };
                let Some(free) = free else {
                    return Err(Fault::unsupported(format!("No usable target index found for {}", place.bus.0)));
                };
                target.index = Some(free);
            }
            _ => {}
        }
    }
    Ok(())
}
