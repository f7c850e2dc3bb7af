//! Controllers: their order and numbers, and those that other devices need.

use std::collections::{HashMap, HashSet};

use crate::types::*;
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::address::Address;
use crate::xml::domain::device::chardev::{ChannelTarget, ConsoleType};
use crate::xml::domain::device::controller::{Controller, Type};
use crate::xml::domain::device::disk::Bus;
use crate::xml::domain::device::hostdev::Kind;

/// The last controller that a disk may imply, far more than a machine has.
const MOST_IMPLIED: u32 = 65535;

impl Domain {
    /// Controllers of one type stand in the order of their numbers, the companions of a USB controller behind it.
    pub(super) fn sort_controllers(&mut self) {
        let mut kinds: Vec<Type> = Vec::new();
        let mut last: HashMap<Type, (u32, bool)> = HashMap::new();
        let mut all: Vec<_> = std::mem::take(&mut self.devices.controllers)
            .into_iter()
            .map(|mut one| {
                one.find_master();
                if !kinds.contains(&one.kind) {
                    kinds.push(one.kind);
                }
                let kind = kinds.iter().position(|kind| *kind == one.kind);
                // One without a number stays behind the last of those before it, as if all were plugged in one by one.
                let own = one.index.map(|index| (index, one.master.is_some()));
                let place = own.or_else(|| last.get(&one.kind).copied());
                if let Some(own) = own {
                    last.entry(one.kind).and_modify(|last| *last = own.max(*last)).or_insert(own);
                }
                ((kind, place), one)
            })
            .collect();
        all.sort_by_key(|(place, _)| *place);
        self.devices.controllers = all.into_iter().map(|(_, controller)| controller).collect();
    }

    pub(super) fn controllers_are_in_order(&self) -> bool {
        let kinds = self.kinds_of_controllers();
        self.devices.controllers.iter().is_sorted_by_key(|controller| {
            let kind = kinds.iter().position(|kind| *kind == controller.kind);
            (kind, controller.index, controller.master.is_some())
        })
    }

    /// Each once, in the order of the controllers.
    fn kinds_of_controllers(&self) -> Vec<Type> {
        let mut kinds = Vec::new();
        for controller in &self.devices.controllers {
            if !kinds.contains(&controller.kind) {
                kinds.push(controller.kind);
            }
        }
        kinds
    }

    /// Plugs one more in where it belongs.
    pub fn insert_controller(&mut self, mut controller: Controller) {
        controller.find_master();
        let controllers = &mut self.devices.controllers;
        let before = |other: &Controller| {
            let main_first = controller.master.is_none() && other.master.is_some() && other.index == controller.index;
            other.kind == controller.kind
                && controller.index.is_some()
                && other.index.is_some()
                && (other.index > controller.index || main_first)
        };
        let at = controllers.iter().position(before);
        let same = |other: &Controller| other.kind == controller.kind;
        let at = at.or_else(|| controllers.iter().rposition(same).map(|at| at + 1));
        controllers.insert(at.unwrap_or(controllers.len()), controller);
    }

    /// The controllers of devices of the host come before all others are numbered.
    pub(super) fn add_scsi_controllers(&mut self) {
        let scsi_hosts: Vec<u32> = self.devices.hostdevs.iter().filter_map(scsi_controller).collect();
        self.need_controllers(Type::Scsi, scsi_hosts);
    }

    pub(super) fn number_controllers(&mut self) -> Result<(), Fault> {
        let controllers = &mut self.devices.controllers;
        if controllers.iter().all(|controller| controller.index.is_some()) {
            return self.refuse_duplicate_controllers();
        }
        let numbers = controllers.iter().filter_map(|one| Some((one.kind, one.index?)));
        let mut used: HashSet<(Type, u32)> = numbers.collect();
        let mut first_free: HashMap<Type, u32> = HashMap::new();
        for at in 0..controllers.len() {
            if controllers[at].index.is_some() {
                continue;
            }
            let kind = controllers[at].kind;
            let companion = kind == Type::Usb && controllers[at].is_ich9() && at > 0 && controllers[at - 1].is_ich9();
            controllers[at].index = match companion {
                true => controllers[at - 1].index,
                false => {
                    let next = first_free.entry(kind).or_default();
                    while !used.insert((kind, *next)) {
                        *next += 1;
                    }
                    Some(*next)
                }
            };
        }
        self.refuse_duplicate_controllers()
    }

    fn refuse_duplicate_controllers(&self) -> Result<(), Fault> {
        let mut seen = HashSet::with_capacity(self.devices.controllers.len());
        for controller in self.devices.controllers.iter().filter(|controller| controller.kind != Type::Usb) {
            if !seen.insert((controller.kind, controller.index)) {
                let (kind, index) = (controller.kind.word(), controller.index.unwrap_or_default());
                return Err(Fault::new(
                    VIR_ERR_XML_ERROR,
                    format!("Multiple '{kind}' controllers with index '{index}'"),
                ));
            }
        }
        Ok(())
    }

    /// Adds the controllers on which disks, channels and smart cards are.
    ///
    /// # Errors
    /// When there would be absurdly many.
    pub(super) fn add_implicit_controllers(&mut self) -> Result<(), Fault> {
        for (bus, kind) in [
            (Bus::Scsi, Type::Scsi),
            (Bus::Fdc, Type::Fdc),
            (Bus::Ide, Type::Ide),
            (Bus::Sata, Type::Sata),
            (Bus::Nvme, Type::Nvme),
        ] {
            let disks = self.devices.disks.iter().filter(|disk| disk.target.bus == Some(bus));
            let Some(last) = disks.filter_map(|disk| drive_controller(disk.place.location.address.as_ref())).max()
            else {
                continue;
            };
            if last > MOST_IMPLIED {
                let text = format!("a disk on '{}' controller {last} would need all those before it", kind.word());
                return Err(Fault::unsupported(text));
            }
            self.need_controllers(kind, 0..=last);
        }
        self.add_virtio_serial_controllers();
        let smartcards = self.devices.smartcards.iter().map(|card| match &card.place.location.address {
            Some(Address::Ccid(ccid)) => ccid.controller,
            _ => 0,
        });
        let smartcards: Vec<u32> = smartcards.collect();
        self.need_controllers(Type::Ccid, smartcards);
        Ok(())
    }

    fn add_virtio_serial_controllers(&mut self) {
        let channels = self.devices.channels.iter();
        let channels = channels.filter(|channel| matches!(channel.target, Some(ChannelTarget::Virtio(_))));
        let consoles = self.devices.consoles.iter().filter(|console| console.kind == Some(ConsoleType::Virtio));
        let places = channels.map(|channel| &channel.place).chain(consoles.map(|console| &console.place));
        let indexes = places.map(|place| match &place.location.address {
            Some(Address::VirtioSerial(address)) => address.controller,
            _ => 0,
        });
        let indexes: Vec<u32> = indexes.collect();
        self.need_controllers(Type::VirtioSerial, indexes);
    }

    fn need_controllers(&mut self, kind: Type, indexes: impl IntoIterator<Item = u32>) {
        let mut indexes = indexes.into_iter().peekable();
        if indexes.peek().is_none() {
            return;
        }
        let controllers = &mut self.devices.controllers;
        let there = controllers.iter().filter(|controller| controller.kind == kind);
        let mut there: HashSet<u32> = there.filter_map(|controller| controller.index).collect();
        let missing = indexes.filter(|index| there.insert(*index));
        controllers.extend(missing.map(|index| Controller { kind, index: Some(index), ..Controller::default() }));
    }
}

fn drive_controller(address: Option<&Address>) -> Option<u32> {
    match address {
        Some(Address::Drive(drive)) => Some(drive.controller),
        _ => None,
    }
}

fn scsi_controller(hostdev: &crate::xml::domain::device::hostdev::Hostdev) -> Option<u32> {
    matches!(hostdev.kind, Kind::Scsi(_)).then(|| drive_controller(hostdev.location.address.as_ref()).unwrap_or(0))
}

impl Controller {
    /// A companion by its model has its master's ports, even where the document does not say which.
    fn find_master(&mut self) {
        if self.kind == Type::Usb && self.master.is_none() {
            self.master = self.first_port_as_companion();
        }
    }

    /// Each companion of an ICH9 controller has two of its ports.
    fn first_port_as_companion(&self) -> Option<u32> {
        match self.model.as_deref() {
            Some("ich9-uhci1") => Some(0),
            Some("ich9-uhci2") => Some(2),
            Some("ich9-uhci3") => Some(4),
            _ => None,
        }
    }

    fn is_ich9(&self) -> bool {
        self.model.as_deref().is_some_and(|model| model.starts_with("ich9-"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All rows of five out of these, each numbered by its ports so that equal ones can be told apart.
    #[test]
    fn sorting_is_plugging_in_one_by_one() {
        let some =
            [(None, None), (Some(0), None), (Some(1), None), (Some(0), Some(0)), (Some(1), Some(2)), (Some(2), None)];
        for row in 0..some.len().pow(5) {
            let controllers = (0..5).map(|at| {
                let (index, master) = some[row / some.len().pow(at) % some.len()];
                let kind = if (row >> at) % 3 == 0 { Type::Scsi } else { Type::Usb };
                Controller { kind, index, master, ports: Some(at as _), ..Controller::default() }
            });
            let (mut sorted, mut plugged) = (Domain::default(), Domain::default());
            sorted.devices.controllers = controllers.clone().collect();
            sorted.sort_controllers();
            controllers.for_each(|controller| plugged.insert_controller(controller));
            assert_eq!(sorted.devices.controllers, plugged.devices.controllers);
        }
    }
}
