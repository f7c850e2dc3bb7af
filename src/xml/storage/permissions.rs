//! `<permissions>`: mode, owner, group and security label of what a pool or a volume is.

use crate::types::VIR_ERR_XML_ERROR;
use crate::walk;
use crate::xml::{Expected, Fault, Text, Value, unsigned};

/// What is not given is left to the system.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Permissions {
    pub mode: Option<Mode>,
    pub owner: Id,
    pub group: Id,
    pub label: Option<String>,
}

walk!(Permissions, |permissions, xml| {
    let code = VIR_ERR_XML_ERROR;
    xml.refuse(code, "malformed octal mode", |xml| permissions.mode.leaf("mode", xml));
    let blank = [xml.blank("owner"), xml.blank("group")];
    xml.check_value(|| match blank {
        [true, _] => Err(Fault::xml("malformed owner element")),
        [_, true] => Err(Fault::xml("malformed group element")),
        [false, false] => Ok(()),
    });
    xml.refuse(code, "malformed owner element", |xml| permissions.owner.sparse_leaf("owner", xml));
    xml.refuse(code, "malformed group element", |xml| permissions.group.sparse_leaf("group", xml));
    permissions.label.leaf("label", xml);
});

/// The nine bits of access, in octal after a zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mode(pub u32);

impl Value for Mode {
    const EXPECTED: Expected = Expected::Kind("an octal number up to 0777, such as 0644");
    fn parse(text: &str) -> Option<Self> {
        let mode = unsigned(text, 8)?.try_into().ok()?;
        (mode <= 0o777).then_some(Self(mode))
    }
    fn write(&self, out: &mut Text) {
        out.displayed(&format_args!("0{:o}", self.0));
    }
}

/// A user's or a group's number, written as a signed one. -1 is nobody's: it is not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Id(pub u32);

impl Default for Id {
    fn default() -> Self {
        Self(u32::MAX)
    }
}

impl Value for Id {
    const EXPECTED: Expected = Expected::Kind("a user's or group's number, or -1");
    fn parse(text: &str) -> Option<Self> {
        match text {
            "-1" => Some(Self::default()),
            _ => unsigned(text, 10)?.try_into().ok().map(Self),
        }
    }
    fn write(&self, out: &mut Text) {
        out.number(i128::from(self.0.cast_signed()));
    }
}
