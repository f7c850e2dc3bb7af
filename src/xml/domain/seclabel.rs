//! `<seclabel>`: the label under which a machine or a file is confined.

use crate::xml::{OnlyYes, YesNo};
use crate::{walk, words};

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

/// Of a disk or a character device, in place of the machine's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeviceSeclabel {
    pub model: Option<String>,
    /// Whether the file cannot be labelled, as a running machine has found out.
    pub skip: OnlyYes,
    pub relabel: YesNo,
    pub label: Option<String>,
}

walk!(DeviceSeclabel, |seclabel, xml| {
    let says = seclabel.label.is_some() || seclabel.relabel == YesNo::No;
    if xml.is_reading() || xml.is_active() || says {
        seclabel.model.attr("model", xml);
        xml.live(|xml| seclabel.skip.sparse("labelskip", xml));
        if xml.is_reading() || !seclabel.skip.0 {
            seclabel.relabel.attr("relabel", xml);
        }
        seclabel.label.leaf("label", xml);
    }
});
