//! `<vlan>`: the virtual LANs that a port belongs to.

use crate::types::VIR_FROM_NONE;
use crate::xml::{Element, Fault, Reader, Writer, read, write};
use crate::{walk, words};

words! { pub enum NativeMode { Tagged = "tagged", Untagged = "untagged" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vlan {
    /// Packets carry tags; always so where there are several.
    pub trunk: bool,
    pub tags: Vec<Tag>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    pub id: u32,
    /// What becomes of packets that carry no tag, in Open vSwitch.
    pub native_mode: Option<NativeMode>,
}

walk!(Tag, |tag, xml| {
    tag.id.required("id", xml);
    tag.native_mode.attr("nativeMode", xml);
    let id = tag.id;
    xml.check(|| match id {
        0..=MAX_ID => Ok(()),
        _ => Err(Fault::xml(format!("vlan tag id {id} too large (maximum {MAX_ID})"))),
    });
});

const MAX_ID: u32 = 4095;

/// By hand, because whether it is a trunk follows from more than one thing.
impl Element for Vlan {
    fn read(&mut self, xml: &mut Reader) {
        use read::Field as _;
        let mut trunk: Option<String> = None;
        xml.complaining(VIR_FROM_NONE, |xml| {
            xml.filled(|xml| trunk.attr("trunk", xml));
            self.tags.child("tag", xml);
            xml.check_value(|| self.check(trunk.as_deref()));
        });
        self.trunk = trunk.is_some_and(|trunk| trunk.eq_ignore_ascii_case("yes")) || self.tags.len() > 1;
    }

    fn write(&self, xml: &mut Writer) {
        use write::Field as _;
        if self.trunk {
            xml.word("trunk", "yes");
        }
        self.tags.child("tag", xml);
    }
}

impl Vlan {
    /// `trunk`: what the document says of it, in whatever case.
    fn check(&self, trunk: Option<&str>) -> Result<(), Fault> {
        if self.tags.is_empty() {
            return Err(Fault::xml("missing tag id - each <vlan> must have at least one <tag id='n'/> subelement"));
        }
        let native = self.tags.iter().filter(|tag| tag.native_mode.is_some()).count();
        if native > 1 {
            return Err(Fault::xml("duplicate native vlan setting"));
        }
        let Some(trunk) = trunk.filter(|trunk| !trunk.eq_ignore_ascii_case("yes")) else { return Ok(()) };
        let text = if self.tags.len() > 1 {
            format!("invalid \"trunk='{trunk}'\" in <vlan> - trunk='yes' is required for more than one vlan tag")
        } else if native > 0 {
            "invalid configuration in <vlan> - \"trunk='no'\" is not allowed with a native vlan id".to_owned()
        } else if !trunk.eq_ignore_ascii_case("no") {
            format!("invalid \"trunk='{trunk}'\" in <vlan> - must be yes or no")
        } else {
            return Ok(());
        };
        Err(Fault::xml(text))
    }
}
