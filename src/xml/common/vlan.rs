//! `<vlan>`: the virtual LANs that a port belongs to.

use crate::types::{VIR_ERR_XML_ERROR, VIR_FROM_NONE};
use crate::xml::{Element, Expected, Fault, Reader, Text, Value, Writer, YesNo, read, write};
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
        let mut trunk: Option<Trunk> = None;
        xml.complaining(VIR_FROM_NONE, |xml| {
            let sentence = "invalid \"trunk='{}'\" in <vlan> - must be yes or no";
            xml.refuse(VIR_ERR_XML_ERROR, sentence, |xml| trunk.attr("trunk", xml));
            self.tags.child("tag", xml);
            xml.check(|| self.check(trunk));
        });
        self.trunk = trunk == Some(Trunk(YesNo::Yes)) || self.tags.len() > 1;
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
    fn check(&self, trunk: Option<Trunk>) -> Result<(), Fault> {
        if self.tags.is_empty() {
            return Err(Fault::xml("missing tag id - each <vlan> must have at least one <tag id='n'/> subelement"));
        }
        if self.tags.iter().filter(|tag| tag.native_mode.is_some()).count() > 1 {
            return Err(Fault::xml("duplicate native vlan setting"));
        }
        if self.tags.len() > 1 && trunk == Some(Trunk(YesNo::No)) {
            let text = "invalid \"trunk='no'\" in <vlan> - trunk='yes' is required for more than one vlan tag";
            return Err(Fault::xml(text));
        }
        Ok(())
    }
}

/// Yes or no in any case, and no where it is empty.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Trunk(YesNo);

impl Value for Trunk {
    const EXPECTED: Expected = YesNo::EXPECTED;
    fn parse(text: &str) -> Option<Self> {
        let text = if text.is_empty() { "no" } else { text };
        YesNo::parse(&text.to_ascii_lowercase()).map(Self)
    }
    fn write(&self, out: &mut Text) {
        self.0.write(out);
    }
}
