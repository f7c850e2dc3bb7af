//! What the test driver keeps of a `<domain>`: how it is read, with what this driver fills in, and written.

use std::collections::HashSet;

use crate::error::Result;
use crate::types::*;
use crate::xml::domain::device::interface::Interface;
use crate::xml::domain::postparse::PostParse;
use crate::xml::{Dump, Rare, Read, Unknown};

pub use crate::xml::domain::{Action, Domain as Definition};

/// The domain that `test:///default` begins with, as it would be defined.
const BUILTIN: &str = include_str!("builtin.xml");

/// What the imagined host gives to a machine that does not say.
pub fn post_parse() -> PostParse {
    PostParse { arch: "i686", ..PostParse::default() }
}

/// Reads a document, with the defaults of this driver filled in; what it says that is not known comes back beside it.
///
/// # Errors
/// What is wrong with the document, with `strict` also what is not known.
pub fn read(text: &str, strict: bool) -> Result<(Definition, Vec<Unknown>)> {
    let (mut definition, unknown) = Definition::parse_with(text, Read { strict, as_9_0: true, ..Read::default() })?;
    // What is meant for one hypervisor alone does not get to an imagined guest.
    definition.namespaces = Rare::default();
    definition.post_parse(&post_parse())?;
    Ok((definition, unknown))
}

/// Fills in the defaults of this driver in a definition that was read as a part of another document.
///
/// # Errors
/// What contradicts itself, or cannot be completed.
pub fn complete(definition: &mut Definition) -> Result<()> {
    Ok(definition.post_parse(&PostParse { validate: false, ..post_parse() })?)
}

/// Gives the host's ends of network interfaces names: the first that no other has.
pub fn name_interfaces(definition: &mut Definition) {
    let interfaces = &mut definition.devices.interfaces;
    let name_of = |interface: &Interface| interface.target.as_ref().and_then(|target| target.device.clone());
    let mut taken: HashSet<String> = interfaces.iter().filter_map(name_of).collect();
    let mut number = 0;
    for interface in interfaces.iter_mut().filter(|interface| name_of(interface).is_none()) {
        let mut name = format!("testnet{number}");
        while taken.contains(&name) {
            number += 1;
            name = format!("testnet{number}");
        }
        taken.insert(name.clone());
        interface.target.get_or_insert_default().device = Some(name);
    }
}

/// The domain that `test:///default` begins with.
///
/// # Errors
/// None, unless its document is wrong.
pub fn builtin() -> Result<Definition> {
    Ok(read(BUILTIN, true)?.0)
}

/// The document; `flags`: `VIR_DOMAIN_XML_…`.
pub fn format(definition: &Definition, flags: u32) -> String {
    let dump = Dump {
        active: flags & VIR_DOMAIN_XML_INACTIVE == 0 && definition.id.is_some(),
        secure: flags & VIR_DOMAIN_XML_SECURE != 0,
        migratable: flags & VIR_DOMAIN_XML_MIGRATABLE != 0,
    };
    definition.format(dump)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interfaces_get_free_names() {
        let interface = |target: &str| format!("<interface type='user'>{target}</interface>");
        let interfaces = [interface(""), interface("<target dev='testnet1'/>"), interface(""), interface("")].concat();
        let text = format!(
            "<domain type='test'><name>a</name><memory>1024</memory><os><type>hvm</type></os><devices>{interfaces}</devices></domain>"
        );
        let (mut definition, unknown) = read(&text, true).unwrap();
        assert_eq!(unknown, []);
        name_interfaces(&mut definition);
        let names =
            definition.devices.interfaces.iter().map(|interface| interface.target.clone().unwrap().device.unwrap());
        assert_eq!(names.collect::<Vec<_>>(), ["testnet0", "testnet1", "testnet2", "testnet3"]);
    }

    #[test]
    fn the_builtin_document_comes_back() {
        let definition = builtin().unwrap();
        let text = format(&definition, VIR_DOMAIN_XML_INACTIVE);
        assert_eq!(read(&text, true).unwrap().0, definition);
    }
}
