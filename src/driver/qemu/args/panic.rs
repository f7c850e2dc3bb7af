//! Devices by which a guest tells that it has crashed. What firmware does, or the CPU, is no device.

use super::address;
use super::line::{Line, Properties};
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::address::Address;
use crate::xml::domain::device::panic::Model;

pub(super) fn add(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    for panic in &domain.devices.panics {
        match panic.model {
            Some(Model::Isa) => {
                let mut device = Properties::device("pvpanic");
                if let Some(Address::Isa(isa)) = &panic.place.location.address {
                    device.set("ioport", isa.iobase.0);
                }
                line.json("-device", device);
            }
            Some(Model::Pvpanic) => {
                let mut device = Properties::device("pvpanic-pci");
                address::set(domain, &panic.place.location, &mut device)?;
                line.json("-device", device);
            }
            Some(Model::Pseries | Model::HyperV | Model::S390) | None => {}
        }
    }
    Ok(())
}
