//! `<domaincheckpoint>`: a moment from which on changes of a domain's disks are known.

mod align;

use super::domain::Embedded;
use crate::error::{Origin, excerpt};
use crate::types::*;
use crate::xml::{Dump, Element, Fault, Read, Root, Unknown, parse_with};
use crate::{element, walk, words};

words! { pub enum Tracking { No = "no", Bitmap = "bitmap" } }

/// A checkpoint that is to be made, or one that was.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checkpoint {
    /// Whether it was made before: a document then has to say what else the library finds out itself.
    pub exists: bool,
    pub name: Option<String>,
    pub description: Option<String>,
    pub parent: Option<String>,
    /// Seconds since 1970.
    pub creation_time: Option<i64>,
    /// None where all disks are meant.
    pub disks: Option<Disks>,
    pub domain: Embedded,
}

element! {
    pub struct Disks {
        disks: Vec<Disk> = child("disk"),
    }
}

/// One disk: whether its changes are known, and in which bitmap.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Disk {
    /// The disk's target, or its source.
    pub name: String,
    pub tracking: Option<Tracking>,
    pub bitmap: Option<String>,
    /// What changed since, in bytes, where somebody asked.
    pub size: Option<u64>,
}

walk!(Checkpoint, |checkpoint, xml| {
    let exists = checkpoint.exists;
    checkpoint.name.leaf("name", xml);
    checkpoint.description.leaf("description", xml);
    xml.read_if(exists, |xml| {
        xml.group("parent", |xml| checkpoint.parent.leaf("name", xml));
        xml.refuse(VIR_ERR_XML_INVALID_SCHEMA, "'{}' is no time", |xml| {
            checkpoint.creation_time.leaf("creationTime", xml);
        });
    });
    checkpoint.disks.child("disks", xml);
    xml.read_if(exists, |xml| checkpoint.domain.child("domain", xml));
    xml.check(|| checkpoint.check());
});

walk!(Disk, |disk, xml| {
    xml.lacking(VIR_ERR_XML_INVALID_SCHEMA, "a disk without a name", |xml| disk.name.required("name", xml));
    xml.refuse(VIR_ERR_XML_INVALID_SCHEMA, "checkpoint='{}' is neither 'no' nor 'bitmap'", |xml| {
        disk.tracking.attr("checkpoint", xml);
    });
    disk.bitmap.attr("bitmap", xml);
    xml.reported(|xml| disk.size.attr("size", xml));
    xml.check(|| match disk {
        Disk { tracking: Some(Tracking::No), bitmap: Some(bitmap), .. } => {
            Err(invalid(format!("disk '{}' has a bitmap '{bitmap}', but no checkpoint", disk.name)))
        }
        _ => Ok(()),
    });
});

impl Root for Checkpoint {
    const NAME: &'static str = "domaincheckpoint";
    const LABEL: &'static str = "domain_checkpoint";
    const ORIGIN: Origin = VIR_FROM_DOMAIN_CHECKPOINT;
}

impl Checkpoint {
    /// Reads what is to be made, or with `exists` what was made before. Always strict, as libvirt is here.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn parse(text: &str, exists: bool) -> Result<(Self, Vec<Unknown>), Fault> {
        let mut model = Self { exists, ..Self::default() };
        let options = Read { strict: true, ..Read::default() };
        let unknown = parse_with(text, Self::LABEL, Self::ORIGIN, options, |reader| {
            reader.expect_name(Self::NAME);
            model.read(reader);
        })?;
        Ok((model, unknown))
    }

    /// The document, as libvirt writes it; with `secure` the domain's passwords too.
    pub fn format(&self, secure: bool) -> String {
        crate::xml::format(self, Dump { secure, ..Dump::default() })
    }

    fn check(&self) -> Result<(), Fault> {
        let may_stand = |c: u8| c.is_ascii_alphanumeric() || b"-_.".contains(&c);
        let is_name = |name: &str| !name.starts_with('.') && name.bytes().all(may_stand);
        if let Some(name) = self.name.as_deref().filter(|name| !is_name(name)) {
            return Err(invalid(format!("'{}' is no name of a checkpoint", excerpt(name))));
        }
        if self.disks.as_ref().is_some_and(|disks| disks.disks.is_empty()) {
            return Err(invalid("no disk in disks".to_owned()));
        }
        if self.exists && self.name.is_none() {
            return Err(Fault::xml("a redefined checkpoint must have a name"));
        }
        if self.exists && self.creation_time.is_none() {
            return Err(Fault::internal("missing creationTime from existing checkpoint"));
        }
        Ok(())
    }
}

/// What libvirt's schema does not allow.
fn invalid(text: String) -> Fault {
    Fault::new(VIR_ERR_XML_INVALID_SCHEMA, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_exists_has_to_say_more() {
        let (new, _) =
            Checkpoint::parse("<domaincheckpoint><creationTime>5</creationTime></domaincheckpoint>", false).unwrap();
        assert_eq!(new, Checkpoint::default());
        let missing = Checkpoint::parse("<domaincheckpoint><name>n</name></domaincheckpoint>", true).unwrap_err();
        assert_eq!(missing.sentence(), "internal error: missing creationTime from existing checkpoint");
    }

    #[test]
    fn what_the_schema_does_not_allow() {
        for body in [
            "<name>a/b</name>",
            "<unknown/>",
            "<disks/>",
            "<disks><disk/></disks>",
            "<disks><disk name='d' checkpoint='x'/></disks>",
            "<disks><disk name='d' checkpoint='no' bitmap='b'/></disks>",
        ] {
            let fault = Checkpoint::parse(&format!("<domaincheckpoint>{body}</domaincheckpoint>"), false).unwrap_err();
            assert_eq!((fault.code, fault.origin), (VIR_ERR_XML_INVALID_SCHEMA, Some(VIR_FROM_XML)), "{body}");
        }
    }
}
