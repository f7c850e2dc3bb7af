//! `<seclabel>`: the label under which a machine or a file is confined.

use crate::xml::YesNo;
use crate::{element, walk, words};

words! { pub enum SeclabelType { None = "none", Dynamic = "dynamic", Static = "static" } }

/// Of the machine.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seclabel {
    pub kind: Option<SeclabelType>,
    pub model: Option<String>,
    pub relabel: Option<YesNo>,
    pub label: Option<String>,
    pub baselabel: Option<String>,
    pub imagelabel: Option<String>,
}

walk!(Seclabel, |seclabel, xml| {
    seclabel.kind.attr("type", xml);
    seclabel.model.attr("model", xml);
    seclabel.relabel.attr("relabel", xml);
    seclabel.label.leaf("label", xml);
    xml.live(|xml| seclabel.imagelabel.leaf("imagelabel", xml));
    seclabel.baselabel.leaf("baselabel", xml);
});

element! {
    /// Of a disk or a character device, in place of the machine's.
    pub struct DeviceSeclabel {
        model: Option<String> = attr("model"),
        label_skip: Option<YesNo> = attr("labelskip"),
        relabel: Option<YesNo> = attr("relabel"),
        label: Option<String> = leaf("label"),
    }
}
