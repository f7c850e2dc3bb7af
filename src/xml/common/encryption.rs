//! `<encryption>` and `<auth>`: which secrets open an image or a server.

use crate::uuid::Uuid;
use crate::{element, words};

words! {
    pub enum EncryptionFormat { Default = "default", Qcow = "qcow", Luks = "luks", Luks2 = "luks2" }
}
words! { pub enum Engine { Qemu = "qemu", Librbd = "librbd" } }
words! { pub enum AuthType { Chap = "chap", Ceph = "ceph" } }

element! {
    pub struct Encryption {
        format: EncryptionFormat = required("format"),
        engine: Option<Engine> = attr("engine"),
        secrets: Vec<Secret> = child("secret"),
        cipher: Option<Cipher> = child("cipher"),
        ivgen: Option<Ivgen> = child("ivgen"),
    }
}

element! {
    pub struct Cipher {
        name: String = required("name"),
        size: u32 = required("size"),
        mode: Option<String> = attr("mode"),
        hash: Option<String> = attr("hash"),
    }
}

element! {
    pub struct Ivgen {
        name: String = required("name"),
        hash: Option<String> = attr("hash"),
    }
}

element! {
    /// A secret by name; its value is never in the document.
    pub struct Secret {
        kind: Option<String> = attr("type"),
        uuid: Option<Uuid> = attr("uuid"),
        usage: Option<String> = attr("usage"),
    }
}

element! {
    pub struct Auth {
        kind: Option<AuthType> = attr("type"),
        username: String = required("username"),
        secret: Option<Secret> = child("secret"),
    }
}
