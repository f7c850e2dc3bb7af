//! `<capability type='mdev'>`: a mediated device, made of a part of a real one; and the types that can be made.

use crate::types::*;
use crate::uuid::Uuid;
use crate::xml::{Fault, Lenient};
use crate::{element, walk};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mdev {
    pub kind: Option<String>,
    pub uuid: Option<Uuid>,
    /// Where the parent is plugged in.
    pub parent_address: Option<String>,
    pub iommu_group: u32,
    pub attributes: Vec<MdevAttribute>,
}

walk!(Mdev, |mdev, xml| {
    xml.filled(|xml| mdev.kind.via("type", "id", xml));
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "Invalid uuid '{}' for new mdev device", |xml| mdev.uuid.leaf("uuid", xml));
    xml.reported(|xml| mdev.parent_address.leaf("parent_addr", xml));
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid iommuGroup number attribute for '{name}'", |xml| {
        xml.filled(|xml| mdev.iommu_group.via("iommuGroup", "number", xml));
    });
    mdev.attributes.child("attr", xml);
    xml.check(|| match mdev.kind {
        Some(_) => Ok(()),
        None => Err(Fault::unsupported("missing type id attribute for '{name}'")),
    });
});

/// A setting in the device's folder below `/sys`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MdevAttribute {
    pub name: Option<String>,
    pub value: Option<String>,
}

walk!(MdevAttribute, |attribute, xml| {
    xml.filled(|xml| {
        attribute.name.attr("name", xml);
        attribute.value.attr("value", xml);
    });
});

element! {
    /// What mediated devices can be made of a device.
    pub struct MdevTypes {
        types: Vec<MdevType> = child("type"),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MdevType {
    pub id: String,
    pub name: Option<String>,
    pub device_api: Option<String>,
    pub available_instances: Lenient<u32>,
}

walk!(MdevType, |kind, xml| {
    xml.refuse(VIR_ERR_XML_ERROR, "missing 'id' attribute for mediated device's <type> element", |xml| {
        xml.filled(|xml| kind.id.required("id", xml));
    });
    kind.name.leaf("name", xml);
    kind.device_api.leaf("deviceAPI", xml);
    kind.available_instances.leaf("availableInstances", xml);
    xml.check(|| match (&kind.device_api, kind.available_instances.0) {
        (None, _) => Err(Fault::xml(format!("missing device API for mediated device type '{}'", kind.id))),
        (_, None) => {
            let text = format!("missing number of available instances for mediated device type '{}'", kind.id);
            Err(Fault::xml(text))
        }
        _ => Ok(()),
    });
});
