//! `<capabilities>`: what a host has and which guests it can run. Only written.

use super::{Dump, Element, Reader, Writer, format_as};

/// The whole document.
#[derive(Clone, Debug, Default)]
pub struct Capabilities {
    pub host: Host,
    pub guests: Vec<Guest>,
}

#[derive(Clone, Debug, Default)]
pub struct Host {
    pub uuid: Option<String>,
    pub arch: String,
    pub features: Vec<&'static str>,
    /// Sizes of memory pages in KiB.
    pub page_sizes: Vec<u32>,
    pub cells: Vec<Cell>,
    pub security: Option<SecurityModel>,
}

/// A NUMA node.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    pub id: u32,
    pub memory_kib: u64,
    /// Size of a page in KiB, and how many there are.
    pub pages: Vec<(u32, u64)>,
    pub cpus: Vec<Cpu>,
}

#[derive(Clone, Debug, Default)]
pub struct Cpu {
    pub id: u32,
    pub socket: u32,
    pub die: u32,
    pub core: u32,
    pub siblings: String,
}

#[derive(Clone, Debug, Default)]
pub struct SecurityModel {
    pub model: String,
    pub doi: String,
}

/// A kind of guest.
#[derive(Clone, Debug, Default)]
pub struct Guest {
    pub os_type: String,
    pub arch: String,
    pub word_size: u32,
    pub emulator: String,
    pub domain_types: Vec<String>,
    pub features: Vec<&'static str>,
}

impl Capabilities {
    /// The document in libvirt's layout: an empty line before the host, before each guest and before the end.
    pub fn format(&self) -> String {
        let dense = format_as(&Written(self.clone()), "capabilities", Dump::default());
        let mut text = String::with_capacity(dense.len() + 16);
        for line in dense.lines() {
            if matches!(line, "  <host>" | "  <guest>" | "</capabilities>") {
                text.push('\n');
            }
            text.push_str(line);
            text.push('\n');
        }
        text
    }
}

#[derive(Default)]
struct Written(Capabilities);

impl Element for Written {
    fn read(&mut self, _: &mut Reader) {}
    fn write(&self, xml: &mut Writer) {
        xml.element("host", |xml| self.0.host.write(xml));
        for guest in &self.0.guests {
            xml.element("guest", |xml| guest.write(xml));
        }
    }
}

fn leaf(xml: &mut Writer, name: &'static str, text: &str) {
    xml.element(name, |xml| xml.content(&text.to_owned()));
}

fn flags(xml: &mut Writer, names: &[&'static str]) {
    xml.element("features", |xml| names.iter().for_each(|name| xml.element(name, |_| ())));
}

impl Host {
    fn write(&self, xml: &mut Writer) {
        if let Some(uuid) = &self.uuid {
            leaf(xml, "uuid", uuid);
        }
        xml.element("cpu", |xml| {
            leaf(xml, "arch", &self.arch);
            flags(xml, &self.features);
            for size in &self.page_sizes {
                xml.element("pages", |xml| {
                    xml.word("unit", "KiB");
                    xml.attribute("size", size);
                });
            }
        });
        xml.element("power_management", |_| ());
        xml.element("iommu", |xml| xml.word("support", "no"));
        xml.element("topology", |xml| {
            xml.element("cells", |xml| {
                xml.attribute("num", &(self.cells.len() as u32));
                xml.open();
                self.cells.iter().for_each(|cell| xml.element("cell", |xml| cell.write(xml)));
            });
        });
        if let Some(security) = &self.security {
            xml.element("secmodel", |xml| {
                leaf(xml, "model", &security.model);
                leaf(xml, "doi", &security.doi);
            });
        }
    }
}

impl Cell {
    fn write(&self, xml: &mut Writer) {
        xml.attribute("id", &self.id);
        xml.element("memory", |xml| {
            xml.word("unit", "KiB");
            xml.content(&self.memory_kib);
        });
        for (size, count) in &self.pages {
            xml.element("pages", |xml| {
                xml.word("unit", "KiB");
                xml.attribute("size", size);
                xml.content(count);
            });
        }
        xml.element("cpus", |xml| {
            xml.attribute("num", &(self.cpus.len() as u32));
            for cpu in &self.cpus {
                xml.element("cpu", |xml| {
                    xml.attribute("id", &cpu.id);
                    xml.attribute("socket_id", &cpu.socket);
                    xml.attribute("die_id", &cpu.die);
                    xml.attribute("core_id", &cpu.core);
                    xml.attribute("siblings", &cpu.siblings);
                });
            }
        });
    }
}

impl Guest {
    fn write(&self, xml: &mut Writer) {
        leaf(xml, "os_type", &self.os_type);
        xml.element("arch", |xml| {
            xml.attribute("name", &self.arch);
            xml.element("wordsize", |xml| xml.content(&self.word_size));
            leaf(xml, "emulator", &self.emulator);
            for kind in &self.domain_types {
                xml.element("domain", |xml| xml.attribute("type", kind));
            }
        });
        flags(xml, &self.features);
    }
}
