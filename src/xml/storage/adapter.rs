//! `<adapter>` of a pool of type scsi: the host bus adapter whose disks are the volumes.

use crate::types::{VIR_ERR_XML_ERROR, VIR_FROM_NONE};
use crate::xml::domain::device::address::PciAddress;
use crate::xml::{Fault, YesNo};
use crate::{variants, walk};

variants! {
    pub enum Adapter by "type" {
        ScsiHost(ScsiHost) = "scsi_host",
        FcHost(Box<FcHost>) = "fc_host",
    }
}

/// An adapter by its name (`host0`, `scsi_host0`), or by where it is plugged in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScsiHost {
    pub name: Option<String>,
    pub parent: Option<ParentAddress>,
}

walk!(ScsiHost, |host, xml| {
    if xml.is_reading() && !xml.given("type") {
        let needs_type = ["wwnn", "wwpn", "parent"].iter().any(|name| xml.given(name));
        let has_address = xml.has("parentaddr");
        xml.check(|| match (needs_type, has_address) {
            (true, _) => {
                let text = "Use of 'wwnn', 'wwpn', and 'parent' attributes requires use of the adapter 'type'";
                Err(Fault::xml(text))
            }
            (_, true) => Err(Fault::xml("Use of 'parentaddr' element requires use of the adapter 'type'")),
            _ => Ok(()),
        });
        let nameless = !xml.given("name");
        xml.check(|| if nameless { Err(Fault::xml("missing storage pool source adapter")) } else { Ok(()) });
    }
    host.name.attr("name", xml);
    host.parent.child("parentaddr", xml);
    xml.check(|| match (&host.name, &host.parent) {
        (None, None) => Err(Fault::xml("Either 'name' or 'parent' must be specified for the 'scsi_host' adapter")),
        (Some(_), Some(_)) => {
            Err(Fault::xml("Both 'name' and 'parent' cannot be specified for the 'scsi_host' adapter"))
        }
        _ => Ok(()),
    });
});

/// A device on the PCI bus, and which of its adapters.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParentAddress {
    pub unique_id: u32,
    pub address: PciAddress,
}

walk!(ParentAddress, |parent, xml| {
    let has_address = xml.has("address");
    xml.check(|| match has_address {
        true => Ok(()),
        false => Err(Fault::xml("Missing scsi_host PCI address element")),
    });
    xml.refuse(VIR_ERR_XML_ERROR, "Missing or invalid scsi adapter 'unique_id' value", |xml| {
        parent.unique_id.required("unique_id", xml);
    });
    parent.address.child("address", xml);
});

/// A virtual adapter on a Fibre Channel one; the parent is found by its device's name or by its own names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FcHost {
    pub parent: Option<String>,
    pub parent_wwnn: Option<String>,
    pub parent_wwpn: Option<String>,
    pub parent_fabric_wwn: Option<String>,
    /// Whether the adapter is deleted when the pool is stopped.
    pub managed: Option<YesNo>,
    pub wwnn: Option<String>,
    pub wwpn: Option<String>,
}

walk!(FcHost, |host, xml| {
    host.parent.attr("parent", xml);
    host.parent_wwnn.attr("parent_wwnn", xml);
    host.parent_wwpn.attr("parent_wwpn", xml);
    host.parent_fabric_wwn.attr("parent_fabric_wwn", xml);
    host.managed.attr("managed", xml);
    host.wwnn.attr("wwnn", xml);
    host.wwpn.attr("wwpn", xml);
    xml.check(|| host.check());
});

impl FcHost {
    fn check(&self) -> Result<(), Fault> {
        if self.wwnn.is_none() || self.wwpn.is_none() {
            return Err(Fault::xml("'wwnn' and 'wwpn' must be specified for adapter type 'fchost'"));
        }
        let names = [&self.wwnn, &self.wwpn, &self.parent_wwnn, &self.parent_wwpn, &self.parent_fabric_wwn];
        names.into_iter().flatten().try_for_each(|name| check_wwn(name))?;
        let alone = |given, name: &str, other| {
            Fault::xml(format!("when providing {given}='{name}', the {other} must also be provided"))
        };
        match (&self.parent_wwnn, &self.parent_wwpn) {
            (Some(wwnn), None) => Err(alone("parent_wwnn", wwnn, "parent_wwpn")),
            (None, Some(wwpn)) => Err(alone("parent_wwpn", wwpn, "parent_wwnn")),
            _ => Ok(()),
        }
    }
}

/// Complains about what is no name of 64 bits: 16 hexadecimal digits.
fn check_wwn(name: &str) -> Result<(), Fault> {
    let digits = name.strip_prefix("0x").unwrap_or(name);
    match digits.len() == 16 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        true => Ok(()),
        false => Err(Fault::internal(format!("Malformed wwn: {name}")).with_origin(VIR_FROM_NONE)),
    }
}
