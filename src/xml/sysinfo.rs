//! `<sysinfo>` of a host: what its firmware tells of the machine. A domain's is in `domain/`.

use super::domain::sysinfo::{Block, Strings};
use crate::error::Origin;
use crate::types::*;
use crate::xml::{Dump, Root, format};
use crate::{element, variants};

variants! {
    /// A host's tables, by how they are told.
    pub enum HostSysinfo by required "type" {
        Smbios(HostSmbios) = "smbios",
    }
}

element! {
    /// The tables of SMBIOS, in the blocks of `dmidecode`.
    pub struct HostSmbios {
        bios: Option<Block> = child("bios"),
        system: Option<Block> = child("system"),
        base_boards: Vec<Block> = child("baseBoard"),
        chassis: Option<Block> = child("chassis"),
        processors: Vec<Block> = child("processor"),
        memory_devices: Vec<Block> = child("memory_device"),
        oem_strings: Option<Strings> = child("oemStrings"),
    }
}

impl Root for HostSysinfo {
    const NAME: &'static str = "sysinfo";
    const LABEL: &'static str = "sysinfo";
    const ORIGIN: Origin = VIR_FROM_SYSINFO;
}

impl HostSysinfo {
    /// The document, as libvirt writes it.
    pub fn format(&self) -> String {
        format(self, Dump::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::xml::tests::check_samples;
    use crate::xml::{Read, parse};

    #[test]
    fn samples_come_back_as_libvirt_writes_them() {
        check_samples("sysinfo", |text| {
            parse::<HostSysinfo>(text, Read::default()).unwrap_or_else(|fault| panic!("{fault}")).0
        });
    }

    #[test]
    fn a_host_whose_tables_say_nothing() {
        assert_eq!(HostSysinfo::default().format(), "<sysinfo type='smbios'/>\n");
    }
}
