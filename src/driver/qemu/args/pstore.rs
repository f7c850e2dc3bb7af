//! Memory in which a guest keeps what it said last before it crashed.

use super::address;
use super::line::{Line, Properties};
use crate::xml::Fault;
use crate::xml::domain::Domain;

pub(super) fn add(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    if let Some(pstore) = &domain.devices.pstore {
        let alias = pstore.place.alias.name.as_deref().unwrap_or_default();
        let memory = format!("mem{alias}");
        let path = pstore.path.as_deref().unwrap_or_default();
        let object = Properties::object("memory-backend-file", &memory).with("mem-path", path);
        line.json("-object", object.with("share", true).with("size", pstore.size.kib * 1024));
        let mut device = Properties::device("acpi-erst").with("id", alias).with("memdev", memory);
        address::set(domain, &pstore.place.location, &mut device)?;
        line.json("-device", device);
    }
    Ok(())
}
