//! `<vlan>`: the virtual LANs that a port belongs to.

use crate::xml::YesNo;
use crate::{element, words};

words! { pub enum NativeMode { Tagged = "tagged", Untagged = "untagged" } }

element! {
    pub struct Vlan {
        trunk: Option<YesNo> = attr("trunk"),
        tags: Vec<Tag> = child("tag"),
    }
}

element! {
    pub struct Tag {
        id: u32 = required("id"),
        native_mode: Option<NativeMode> = attr("nativeMode"),
    }
}
