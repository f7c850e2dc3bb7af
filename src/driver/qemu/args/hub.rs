//! Hubs of USB ports.

use super::address;
use super::line::{Line, Properties};
use crate::xml::Fault;
use crate::xml::domain::Domain;

pub(super) fn add(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    for hub in &domain.devices.hubs {
        let mut device = Properties::device("usb-hub");
        device.maybe("id", hub.place.alias.name.clone());
        address::set(domain, &hub.place.location, &mut device)?;
        line.json("-device", device);
    }
    Ok(())
}
