//! `<sysinfo>`: what firmware tells the guest about the machine.

use crate::{element, variants, walk};

variants! {
    pub enum Sysinfo by "type" {
        Smbios(Smbios) = "smbios",
        FwCfg(FwCfg) = "fwcfg",
    }
}

element! {
    pub struct Smbios {
        bios: Option<Block> = child("bios"),
        system: Option<Block> = child("system"),
        base_boards: Vec<Block> = child("baseBoard"),
        chassis: Option<Block> = child("chassis"),
        oem_strings: Option<Strings> = child("oemStrings"),
    }
}

element! {
    pub struct Block {
        entries: Vec<Entry> = child("entry"),
    }
}

element! {
    pub struct Strings {
        entries: Vec<String> = leaf("entry"),
    }
}

element! {
    pub struct FwCfg {
        entries: Vec<Entry> = child("entry"),
    }
}

/// A name and what it stands for: text, or of `fwcfg` also a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    pub name: Option<String>,
    pub file: Option<String>,
    pub value: Option<String>,
}

walk!(Entry, |entry, xml| {
    entry.name.attr("name", xml);
    entry.file.attr("file", xml);
    entry.value.text(xml);
});
