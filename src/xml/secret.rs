//! `<secret>`: a password or key, and what it is for. The value itself is never part of the document.
//!
//! Source: <https://libvirt.org/formatsecret.html>, and what libvirt 9.0.0 takes and writes.

use super::{Expected, Fault, Filled, Read, Root, Text, Unknown, Value, YesNo, parse};
use crate::error::Origin;
use crate::types::*;
use crate::uuid::Uuid;
use crate::{variants, walk};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Secret {
    /// Kept in memory only.
    pub ephemeral: Flag,
    /// Whether the value is shown to nobody.
    pub private: Flag,
    /// Some once it is parsed.
    pub uuid: Option<Uuid>,
    pub description: String,
    pub usage: Usage,
}

walk!(Secret, |secret, xml| {
    xml.refuse(VIR_ERR_XML_ERROR, "invalid value of 'ephemeral'", |xml| secret.ephemeral.attr("ephemeral", xml));
    xml.refuse(VIR_ERR_XML_ERROR, "invalid value of 'private'", |xml| secret.private.attr("private", xml));
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "malformed uuid element", |xml| secret.uuid.leaf("uuid", xml));
    secret.description.sparse_leaf("description", xml);
    if xml.is_reading() || secret.usage != Usage::None(()) {
        xml.group("usage", |xml| {
            xml.lacking(VIR_ERR_XML_ERROR, "unknown secret usage type", |xml| xml.need_filled("type"));
            let sentence = "unknown secret usage type {}";
            xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, sentence, |xml| secret.usage.tag("type", xml));
            secret.usage.inline(xml);
        });
    }
});

/// `yes` or `no`; left out or empty it is `no`, which is always written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flag(pub bool);

impl Value for Flag {
    const EXPECTED: Expected = YesNo::EXPECTED;
    fn parse(text: &str) -> Option<Self> {
        Filled::parse(text).map(|flag: Filled<YesNo>| Self(flag.0 == Some(YesNo::Yes)))
    }
    fn write(&self, out: &mut Text) {
        YesNo::from(self.0).write(out);
    }
}

variants! {
    /// What a secret is for. One thing of a kind has one secret.
    pub enum Usage {
        None(()) = "none",
        Volume(Path) = "volume",
        Ceph(CephName) = "ceph",
        Iscsi(Target) = "iscsi",
        Tls(TlsName) = "tls",
        Vtpm(VtpmName) = "vtpm",
    }
}

/// A usage with the name of the thing in a child.
macro_rules! usages {
    ($($name:ident = $child:literal lacking $sentence:literal;)+) => {$(
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name(pub String);

        walk!($name, |name, xml| {
            name.0.leaf($child, xml);
            xml.check(|| if name.0.is_empty() { Err(Fault::internal($sentence)) } else { Ok(()) });
        });
    )+};
}

usages! {
    Path = "volume" lacking "volume usage specified, but volume path is missing";
    CephName = "name" lacking "Ceph usage specified, but name is missing";
    Target = "target" lacking "iSCSI usage specified, but target is missing";
    TlsName = "name" lacking "TLS usage specified, but name is missing";
    VtpmName = "name" lacking "vTPM usage specified, but name is missing";
}

impl Root for Secret {
    const NAME: &'static str = "secret";
    const LABEL: &'static str = "definition_of_secret";
    const ORIGIN: Origin = VIR_FROM_SECRET;
}

impl Secret {
    /// Reads a document; fills in its UUID where it has none.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn parse(text: &str, options: Read) -> Result<(Self, Vec<Unknown>), Fault> {
        let (mut secret, unknown) = parse::<Self>(text, options)?;
        if secret.uuid.is_none() {
            secret.uuid = Some(Uuid::random().map_err(|error| Fault::internal(error.to_string()))?);
        }
        Ok((secret, unknown))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::xml::tests::check_samples;

    fn read(text: &str) -> Result<Secret, Fault> {
        Secret::parse(text, Read::default()).map(|(secret, _)| secret)
    }

    #[test]
    fn samples_are_as_the_oracle_has_them() {
        check_samples("secret", |text| read(text).unwrap_or_else(|fault| panic!("{fault}")));
    }

    #[test]
    fn what_is_wrong() {
        let said = |text: &str| read(text).map_err(|fault| (fault.code, fault.text)).expect_err(text);
        for (text, code, sentence) in [
            ("<secret ephemeral='maybe'/>", VIR_ERR_XML_ERROR, "invalid value of 'ephemeral'"),
            ("<secret private='YES'/>", VIR_ERR_XML_ERROR, "invalid value of 'private'"),
            ("<secret><uuid>x</uuid></secret>", VIR_ERR_INTERNAL_ERROR, "malformed uuid element"),
        ] {
            assert_eq!(said(text), (code, sentence.to_owned()));
        }
        let usage = |usage: &str| said(&format!("<secret><usage{usage}</usage></secret>"));
        assert_eq!(usage(">"), (VIR_ERR_XML_ERROR, "unknown secret usage type".to_owned()));
        assert_eq!(usage(" type=''>"), (VIR_ERR_XML_ERROR, "unknown secret usage type".to_owned()));
        assert_eq!(usage(" type='x'>"), (VIR_ERR_CONFIG_UNSUPPORTED, "unknown secret usage type x".to_owned()));
        for (kind, sentence) in [
            ("volume", "volume usage specified, but volume path is missing"),
            ("ceph", "Ceph usage specified, but name is missing"),
            ("iscsi", "iSCSI usage specified, but target is missing"),
            ("tls", "TLS usage specified, but name is missing"),
            ("vtpm", "vTPM usage specified, but name is missing"),
        ] {
            assert_eq!(usage(&format!(" type='{kind}'>")), (VIR_ERR_INTERNAL_ERROR, sentence.to_owned()));
        }
    }
}
