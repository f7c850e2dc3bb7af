//! What the QEMU driver keeps of a `<domain>`: how it is read, with what this driver fills in, and written.

use crate::error::Result;
use crate::types::*;
use crate::xml::domain::postparse::PostParse;
use crate::xml::{Dump, Unknown};

pub use crate::xml::domain::Domain as Definition;

/// How files of definitions begin. `virsh edit` and every other program of libvirt's change them through the library.
const HEADER: &str = "<!-- Written by solovirt; it replaces this file when the machine is defined again. -->\n\n";

/// Reads a document that a program wants to define or start; what it says that is not known comes back beside it.
///
/// # Errors
/// What is wrong with the document, with `strict` also what is not known.
pub fn read(text: &str, strict: bool) -> Result<(Definition, Vec<Unknown>)> {
    let (mut definition, unknown) = Definition::parse(text, strict)?;
    definition.post_parse(&PostParse::default())?;
    Ok((definition, unknown))
}

/// Reads a definition that was complete when it was written. It was checked then.
///
/// # Errors
/// What is wrong with the document.
pub fn read_stored(text: &str) -> Result<Definition> {
    let (mut definition, _) = Definition::parse(text, false)?;
    definition.post_parse(&PostParse { validate: false, ..PostParse::default() })?;
    Ok(definition)
}

/// The content of a definition's file.
pub fn stored(definition: &Definition) -> String {
    HEADER.to_owned() + &definition.format(Dump { active: false, secure: true, migratable: false })
}

/// The document; `flags`: `VIR_DOMAIN_XML_…`.
pub fn format(definition: &Definition, flags: u32) -> String {
    definition.format(Dump {
        active: flags & VIR_DOMAIN_XML_INACTIVE == 0 && definition.id.is_some(),
        secure: flags & VIR_DOMAIN_XML_SECURE != 0,
        migratable: flags & VIR_DOMAIN_XML_MIGRATABLE != 0,
    })
}
