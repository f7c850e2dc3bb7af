//! `<smartcard>`: a reader of smart cards.

use super::address::Place;
use super::chardev;
use crate::{element, variants};

element! {
    pub struct Smartcard {
        kind: Kind = inline(),
        place: Place = inline(),
    }
}

variants! {
    pub enum Kind by required "mode" {
        Host(()) = "host",
        HostCertificates(Certificates) = "host-certificates",
        Passthrough(chardev::Backend) = "passthrough",
    }
}

element! {
    pub struct Certificates {
        certificates: Vec<String> = leaf("certificate"),
        database: Option<String> = leaf("database"),
    }
}
