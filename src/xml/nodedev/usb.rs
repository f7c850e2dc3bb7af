//! `<capability type='usb_device'>` and `<capability type='usb'>`: devices on the USB, and their interfaces.

use super::pci::Id;
use crate::types::VIR_ERR_INTERNAL_ERROR;
use crate::walk;
use crate::xml::Fault;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UsbDevice {
    pub bus: Option<u32>,
    pub device: Option<u32>,
    /// Of the bus or hub where it is plugged in; 0 is not known.
    pub port: u32,
    pub product: Id,
    pub vendor: Id,
}

walk!(UsbDevice, |usb, xml| {
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid USB bus number supplied for '{name}'", |xml| usb.bus.leaf("bus", xml));
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid USB device number supplied for '{name}'", |xml| {
        usb.device.leaf("device", xml);
    });
    xml.newer(|xml| {
        xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid USB port number supplied for '{name}'", |xml| {
            usb.port.sparse_leaf("port", xml);
        });
    });
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid USB product ID supplied for '{name}'", |xml| {
        usb.product.child("product", xml);
    });
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid USB vendor ID supplied for '{name}'", |xml| {
        usb.vendor.child("vendor", xml);
    });
    xml.check(|| usb.check());
});

impl UsbDevice {
    fn check(&self) -> Result<(), Fault> {
        let needed = [
            (self.bus.is_some(), "bus number"),
            (self.device.is_some(), "device number"),
            (self.vendor.id.is_some(), "vendor ID"),
            (self.product.id.is_some(), "product ID"),
        ];
        match needed.iter().find(|(given, _)| !given) {
            Some((_, what)) => Err(Fault::internal(format!("no USB {what} supplied for '{{name}}'"))),
            None => Ok(()),
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UsbInterface {
    pub number: Option<u32>,
    pub class: Option<u32>,
    pub subclass: Option<u32>,
    pub protocol: Option<u32>,
    pub description: Option<String>,
}

walk!(UsbInterface, |usb, xml| {
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid USB interface number supplied for '{name}'", |xml| {
        usb.number.leaf("number", xml);
    });
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid USB interface class supplied for '{name}'", |xml| {
        usb.class.leaf("class", xml);
    });
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid USB interface subclass supplied for '{name}'", |xml| {
        usb.subclass.leaf("subclass", xml);
    });
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid USB interface protocol supplied for '{name}'", |xml| {
        usb.protocol.leaf("protocol", xml);
    });
    usb.description.leaf("description", xml);
    xml.check(|| usb.check());
});

impl UsbInterface {
    fn check(&self) -> Result<(), Fault> {
        let needed =
            [(self.number, "number"), (self.class, "class"), (self.subclass, "subclass"), (self.protocol, "protocol")];
        match needed.iter().find(|(number, _)| number.is_none()) {
            Some((_, what)) => Err(Fault::internal(format!("no USB interface {what} supplied for '{{name}}'"))),
            None => Ok(()),
        }
    }
}
