//! Network cards: addresses and identities that were left out.

use super::{PostParse, random_bytes, random_uuid};
use crate::mac::Mac;
use crate::xml::Fault;
use crate::xml::common::virtualport::PortType;
use crate::xml::domain::Domain;
use crate::xml::domain::device::interface::Kind;

impl Domain {
    pub(super) fn complete_interfaces(&mut self, driver: &PostParse) -> Result<(), Fault> {
        for interface in &mut self.devices.interfaces {
            if interface.mac.address.is_none() {
                interface.mac.address = Some(Mac::with_prefix(driver.mac_prefix, random_bytes()?));
            }
            if let Some(port) = &mut interface.virtualport {
                let bridged = matches!(interface.kind, Kind::Bridge(_) | Kind::Network(_));
                if port.interface.is_none() && bridged && matches!(port.kind, None | Some(PortType::OpenVSwitch)) {
                    port.interface = Some(random_uuid()?);
                }
            }
            if let Some(filter) = &mut interface.filterref {
                filter.parameters.sort_by(|one, other| one.name.cmp(&other.name));
            }
        }
        Ok(())
    }
}
