//! `<sysinfo>`: what firmware tells the guest about the machine.

use crate::{element, variants, walk};

variants! {
    pub enum Sysinfo by required "type" {
        Smbios(Smbios) = "smbios",
        FwCfg(FwCfg) = "fwcfg",
    }
}

element! {
    pub struct Smbios {
        bios: Option<Block> = slim("bios"),
        system: Option<Block> = slim("system"),
        base_boards: Vec<Block> = slim("baseBoard"),
        chassis: Option<Block> = slim("chassis"),
        oem_strings: Option<Strings> = slim("oemStrings"),
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

const BIOS: &[&str] = &["vendor", "version", "date", "release"];
const SYSTEM: &[&str] = &["manufacturer", "product", "version", "serial", "uuid", "sku", "family"];
const BASE_BOARD: &[&str] = &["manufacturer", "product", "version", "serial", "asset", "location"];
const CHASSIS: &[&str] = &["manufacturer", "version", "serial", "asset", "sku"];

impl Smbios {
    /// Puts the entries of each block in their usual order, one of each name; others than the known names are left out.
    pub fn sort(&mut self) {
        let blocks = [(&mut self.bios, BIOS), (&mut self.system, SYSTEM), (&mut self.chassis, CHASSIS)];
        blocks.into_iter().filter_map(|(block, names)| Some((block.as_mut()?, names))).for_each(Block::sort);
        self.base_boards.iter_mut().map(|block| (block, BASE_BOARD)).for_each(Block::sort);
    }
}

impl Block {
    /// Of names and their values.
    pub fn new(entries: &[(&str, &str)]) -> Self {
        let entries = entries.iter().map(|&(name, value)| Entry {
            name: Some(name.to_owned()),
            value: Some(value.to_owned()),
            ..Entry::default()
        });
        Self { entries: entries.collect() }
    }

    fn sort((block, names): (&mut Self, &[&str])) {
        let place = |entry: &Entry| names.iter().position(|name| Some(*name) == entry.name.as_deref());
        block.entries.retain(|entry| place(entry).is_some() && entry.value.is_some());
        block.entries.sort_by_key(place);
        block.entries.dedup_by_key(|entry| entry.name.clone());
    }
}
