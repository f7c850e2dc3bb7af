//! Controllers, and the USB devices that need one.

use super::refuse_if;
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::controller::{Controller, Type};
use crate::xml::domain::device::input::Bus as InputBus;

impl Domain {
    pub(super) fn validate_controllers(&self) -> Result<(), Fault> {
        for controller in &self.devices.controllers {
            if controller.kind == Type::Pci {
                controller.validate_pci()?;
            }
        }
        self.validate_usb()
    }

    fn validate_usb(&self) -> Result<(), Fault> {
        let usb = || self.devices.controllers.iter().filter(|controller| controller.kind == Type::Usb);
        let disabled = usb().any(|controller| controller.model.as_deref() == Some("none"));
        for companion in usb().filter(|controller| controller.master.is_some()) {
            let master = |other: &Controller| other.master.is_none() && other.index == companion.index;
            refuse_if(!usb().any(master), || Fault::detail("No master USB controller specified"))?;
        }
        if !disabled {
            return Ok(());
        }
        let others = usb().any(|controller| controller.model.as_deref() != Some("none"));
        refuse_if(others, || Fault::detail("Can't add another USB controller: USB is disabled for this domain"))?;
        let inputs = self.devices.inputs.iter().any(|input| input.bus == Some(InputBus::Usb));
        refuse_if(inputs, || Fault::unsupported("Can't add USB input device. USB bus is disabled"))?;
        refuse_if(!self.devices.hubs.is_empty(), || {
            Fault::unsupported("Can't add USB hub: USB is disabled for this domain")
        })
    }
}

impl Controller {
    fn validate_pci(&self) -> Result<(), Fault> {
        let Some(target) = &self.target else { return Ok(()) };
        let index = self.index.unwrap_or_default();
        if let Some(number) = target.index {
            refuse_if((index == 0) != (number == 0), || {
                Fault::unsupported("Only the PCI controller with index 0 can have target index 0, and vice versa")
            })?;
            refuse_if(number > 30, || {
                Fault::unsupported(format!("PCI controller target index '{number}' out of range - must be 0-30"))
            })?;
        }
        let in_range = |what: &str, number: Option<u32>, first: u32, last: u32| match number {
            Some(number) if !(first..=last).contains(&number) => Err(Fault::unsupported(format!(
                "PCI controller {what} '{number}' out of range - must be {first}-{last}"
            ))),
            _ => Ok(()),
        };
        in_range("chassisNr", target.chassis_number, 1, 255)?;
        in_range("chassis", target.chassis, 0, 255)?;
        in_range("port", target.port.and_then(|port| u32::try_from(port.0).ok()), 0, 255)?;
        in_range("busNr", target.bus_number, 1, 254)?;
        refuse_if(index == 0 && target.node.is_some(), || {
            Fault::unsupported("The PCI controller with index=0 can't be associated with a NUMA node")
        })
    }
}
