//! `<idmap>`: which users and groups of the host the users and groups of a container are.

use crate::element;

element! {
    pub struct IdMap {
        uid: Vec<IdRange> = child("uid"),
        gid: Vec<IdRange> = child("gid"),
    }
}

element! {
    pub struct IdRange {
        start: u32 = required("start") else VIR_ERR_XML_ERROR "invalid idmap start/target/count settings",
        target: u32 = required("target") else VIR_ERR_XML_ERROR "invalid idmap start/target/count settings",
        count: u32 = required("count") else VIR_ERR_XML_ERROR "invalid idmap start/target/count settings",
    }
}
