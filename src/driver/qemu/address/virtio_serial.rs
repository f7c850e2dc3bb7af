//! Ports of virtio-serial controllers. Port 0 is kept for consoles, which QEMU places itself.

use std::collections::BTreeMap;

use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::address::{Address, VirtioSerial};
use crate::xml::domain::device::chardev::{ChannelTarget, ConsoleType};
use crate::xml::domain::device::controller::{Controller, Type};

/// Ports that a controller has when nobody says how many.
const PORTS: u32 = 31;

pub(super) fn assign(domain: &mut Domain) -> Result<(), Fault> {
    let mut controllers: BTreeMap<u32, Vec<bool>> = BTreeMap::new();
    for controller in domain.devices.controllers.iter().filter(|one| one.kind == Type::VirtioSerial) {
        let ports = controller.ports.unwrap_or(PORTS) as usize;
        controllers.insert(controller.index.unwrap_or(0), vec![false; ports]);
    }
    let devices = &mut domain.devices;
    let consoles = devices.consoles.iter().filter(|console| console.kind == Some(ConsoleType::Virtio));
    let consoles: Vec<&Option<Address>> = consoles.map(|console| &console.place.location.address).collect();
    let channels = devices.channels.iter_mut();
    let channels = channels.filter(|channel| matches!(channel.target, Some(ChannelTarget::Virtio(_))));
    let mut places: Vec<_> = channels.map(|channel| &mut channel.place.location.address).collect();
    for place in consoles {
        if let Some(Address::VirtioSerial(address)) = place {
            reserve(&mut controllers, address)?;
        }
    }
    for place in &places {
        if let Some(Address::VirtioSerial(address)) = place
            && address.port > 0
        {
            reserve(&mut controllers, address)?;
        }
    }
    let mut added = Vec::new();
    for place in &mut places {
        let wished = match place {
            None => None,
            Some(Address::VirtioSerial(address)) if address.port == 0 => Some(address.controller),
            Some(_) => continue,
        };
        let free = |ports: &Vec<bool>| ports.iter().skip(1).position(|taken| !taken).map(|at| at + 1);
        let mut found = controllers.iter().filter(|(index, _)| wished.is_none_or(|wished| wished == **index));
        let found = found.find_map(|(index, ports)| free(ports).map(|port| (*index, port)));
        let (controller, port) = match found {
            Some(found) => found,
            None if wished.is_some() => return Err(Fault::xml("Unable to find a free virtio-serial port")),
            None => {
                let index = (0..).find(|index| !controllers.contains_key(index)).unwrap_or(0);
                controllers.insert(index, vec![false; PORTS as usize]);
                added.push(index);
                (index, 1)
            }
        };
        let address = VirtioSerial { controller, bus: 0, port: port as u32 };
        reserve(&mut controllers, &address)?;
        **place = Some(Address::VirtioSerial(address));
    }
    for index in added {
        domain.devices.controllers.push(Controller {
            kind: Type::VirtioSerial,
            index: Some(index),
            ..Controller::default()
        });
    }
    Ok(())
}

fn reserve(controllers: &mut BTreeMap<u32, Vec<bool>>, address: &VirtioSerial) -> Result<(), Fault> {
    let VirtioSerial { controller, port, .. } = *address;
    let Some(ports) = controllers.get_mut(&controller) else {
        return Err(Fault::xml(format!("virtio serial controller {controller} is missing")));
    };
    match ports.get_mut(port as usize) {
        Some(true) => {
            Err(Fault::xml(format!("virtio serial port {port} on controller {controller} is already occupied")))
        }
        Some(taken) => {
            *taken = true;
            Ok(())
        }
        None => Err(Fault::xml(format!("virtio serial controller {controller} does not have port {port}"))),
    }
}
