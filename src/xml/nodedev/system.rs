//! `<capability type='system'>`: the computer itself.

use crate::types::VIR_ERR_INTERNAL_ERROR;
use crate::uuid::Uuid;
use crate::xml::Fault;
use crate::{element, walk};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct System {
    pub product: Option<String>,
    pub hardware: Hardware,
    pub firmware: Firmware,
}

walk!(System, |system, xml| {
    system.product.leaf("product", xml);
    xml.element("hardware", |xml| {
        xml.open();
        system.hardware.inline(xml);
    });
    xml.element("firmware", |xml| {
        xml.open();
        system.firmware.inline(xml);
    });
    xml.check(|| match system.hardware.uuid {
        Some(_) => Ok(()),
        None => Err(Fault::internal("no system UUID supplied for '{name}'")),
    });
});

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hardware {
    pub vendor: Option<String>,
    pub version: Option<String>,
    pub serial: Option<String>,
    pub uuid: Option<Uuid>,
}

walk!(Hardware, |hardware, xml| {
    hardware.vendor.leaf("vendor", xml);
    hardware.version.leaf("version", xml);
    hardware.serial.leaf("serial", xml);
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "malformed uuid element for '{name}'", |xml| hardware.uuid.leaf("uuid", xml));
});

element! {
    pub struct Firmware {
        vendor: Option<String> = leaf("vendor"),
        version: Option<String> = leaf("version"),
        release_date: Option<String> = leaf("release_date"),
    }
}
