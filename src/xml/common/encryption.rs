//! `<encryption>` and `<auth>`: which secrets open an image or a server.

use crate::types::*;
use crate::uuid::Uuid;
use crate::xml::Fault;
use crate::{element, walk, words};

words! {
    pub enum EncryptionFormat { Default = "default", Qcow = "qcow", Luks = "luks", Luks2 = "luks2"; newer: LuksAny = "luks-any" }
}
words! { pub enum Engine { Qemu = "qemu", Librbd = "librbd" } }
words! { pub enum AuthType { Chap = "chap", Ceph = "ceph" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Encryption {
    pub format: EncryptionFormat,
    pub engine: Option<Engine>,
    pub secrets: Vec<ImageSecret>,
    /// What a new image is encrypted with; only LUKS leaves the choice.
    pub cipher: Option<Cipher>,
    pub ivgen: Option<Ivgen>,
}

walk!(Encryption, |encryption, xml| {
    xml.filled(|xml| {
        xml.refuse(VIR_ERR_XML_ERROR, "unknown volume encryption format", |xml| xml.need("format"));
        xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown volume encryption format type {}", |xml| {
            encryption.format.attr("format", xml);
        });
    });
    encryption.engine.attr("engine", xml);
    xml.open();
    if xml.is_strict() {
        xml.single("secret", VIR_ERR_XML_ERROR, "only one secret of an encryption is known to the schema");
    }
    encryption.secrets.child("secret", xml);
    if encryption.format == EncryptionFormat::Luks {
        let lacks_cipher = xml.has("ivgen") && !xml.has("cipher");
        xml.check(|| match lacks_cipher {
            true => Err(Fault::xml("ivgen element found, but cipher is missing")),
            false => Ok(()),
        });
        encryption.cipher.child("cipher", xml);
        encryption.ivgen.child("ivgen", xml);
    } else {
        xml.reported(|xml| {
            encryption.cipher.child("cipher", xml);
            encryption.ivgen.child("ivgen", xml);
        });
    }
});

element! {
    pub struct Cipher {
        name: String = required("name") else VIR_ERR_XML_ERROR "cipher info missing 'name' attribute",
        size: u32 = required("size"),
        mode: Option<String> = attr("mode"),
        hash: Option<String> = attr("hash"),
    }
}

element! {
    pub struct Ivgen {
        name: String = required("name") else VIR_ERR_XML_ERROR "missing ivgen info name string",
        hash: Option<String> = attr("hash"),
    }
}

words! { pub enum ImageSecretKind { Passphrase = "passphrase" } }

/// A secret that opens an image.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageSecret {
    pub kind: ImageSecretKind,
    pub name: SecretName,
}

walk!(ImageSecret, |secret, xml| {
    xml.filled(|xml| {
        xml.refuse(VIR_ERR_XML_ERROR, "unknown volume encryption secret type", |xml| xml.need("type"));
        xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown volume encryption secret type {}", |xml| {
            secret.kind.attr("type", xml);
        });
    });
    secret.name.inline(xml);
});

/// Which secret it is; its value is never in the document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecretName {
    pub uuid: Option<Uuid>,
    /// What it is used for.
    pub usage: Option<String>,
}

walk!(SecretName, |secret, xml| {
    xml.complaining(VIR_FROM_NONE, |xml| {
        xml.refuse(VIR_ERR_XML_ERROR, "invalid secret uuid '{}'", |xml| secret.uuid.attr("uuid", xml));
    });
    secret.usage.attr("usage", xml);
    xml.check(|| secret.check());
});

impl SecretName {
    fn check(&self) -> Result<(), Fault> {
        let text = match (&self.uuid, &self.usage) {
            (None, None) => "missing secret uuid or usage attribute",
            (Some(_), Some(_)) => "either secret uuid or usage expected",
            _ => return Ok(()),
        };
        Err(Fault::xml(text).with_origin(VIR_FROM_NONE))
    }
}

element! {
    /// A secret that opens a server.
    pub struct ServerSecret {
        /// What it is for: `iscsi`, `ceph`.
        kind: Option<String> = attr("type"),
        name: SecretName = inline(),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Auth {
    pub kind: Option<AuthType>,
    pub username: String,
    pub secret: Option<ServerSecret>,
}

walk!(Auth, |auth, xml| {
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown auth type '{}'", |xml| {
        xml.filled(|xml| auth.kind.attr("type", xml));
    });
    xml.refuse(VIR_ERR_XML_ERROR, "missing username for auth", |xml| auth.username.required("username", xml));
    auth.secret.child("secret", xml);
    xml.check(|| match auth.secret {
        _ if auth.username.is_empty() => Err(Fault::xml("missing username for auth")),
        None => Err(Fault::xml("Missing <secret> element in auth")),
        Some(_) => Ok(()),
    });
});
