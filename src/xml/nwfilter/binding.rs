//! `<filterbinding>`: the filter of one network card.

use crate::error::Origin;
use crate::mac::Mac;
use crate::types::*;
use crate::walk;
use crate::xml::common::filterref::Filterref;
use crate::xml::common::owner::Owner;
use crate::xml::{Fault, Root};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Binding {
    /// The machine whose card it is.
    pub owner: Owner,
    /// The card on the host.
    pub port: String,
    /// What the card is connected to where it has no bridge: a name that must not be empty.
    pub link: Option<String>,
    /// Some once it is read.
    pub mac: Option<Mac>,
    pub filterref: Filterref,
}

walk!(Binding, |binding, xml| {
    binding.owner.child("owner", xml);
    binding.port.via("portdev", "name", xml);
    let linked = xml.has("linkdev");
    binding.link.via("linkdev", "name", xml);
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "Unable to parse MAC '{}'", |xml| binding.mac.via("mac", "address", xml));
    xml.lacking(VIR_ERR_INTERNAL_ERROR, NO_FILTER, |xml| binding.filterref.child("filterref", xml));
    xml.check(|| binding.check(linked));
});

const NO_FILTER: &str = "filter binding has no filter reference";

impl Root for Binding {
    const NAME: &'static str = "filterbinding";
    const LABEL: &'static str = "nwfilterbinding_definition";
    const ORIGIN: Origin = VIR_FROM_NWFILTER;
}

impl Binding {
    fn check(&self, linked: bool) -> Result<(), Fault> {
        let text = if self.port.is_empty() {
            "filter binding has no port dev name"
        } else if linked && self.link.as_deref().unwrap_or_default().is_empty() {
            "filter binding has no link dev name"
        } else {
            self.owner.check("filter binding")?;
            match self.mac {
                None => "filter binding has no MAC address",
                Some(_) if self.filterref.filter.is_empty() => NO_FILTER,
                Some(_) => return Ok(()),
            }
        };
        Err(Fault::internal(text))
    }
}
