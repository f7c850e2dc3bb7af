//! `<lease>`: a lock that the machine holds.

use crate::element;

element! {
    pub struct Lease {
        lockspace: Option<String> = leaf("lockspace"),
        key: Option<String> = leaf("key"),
        target: Target = child("target"),
    }
}

element! {
    pub struct Target {
        path: Option<String> = attr("path"),
        offset: u64 = sparse("offset") else VIR_ERR_XML_ERROR "Malformed lease target offset {}",
    }
}
