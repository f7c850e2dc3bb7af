//! `<domainCapabilities>`: what one emulator can do for one type of machine.

pub mod cpu;
pub mod feature;

pub use cpu::CpuMode;
pub use feature::Features;

use super::domain::Hypervisor;
use crate::error::Origin;
use crate::types::*;
use crate::xml::{Dump, Root, YesNo, format};
use crate::{element, walk};

/// The whole document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DomainCapabilities {
    /// The emulator's program.
    pub path: Option<String>,
    pub domain: Hypervisor,
    pub machine: Option<String>,
    pub arch: String,
    /// The most processors that a guest can have; 0 where that is not known.
    pub max_vcpus: u32,
    pub iothreads: Option<YesNo>,
    pub os: Option<Os>,
    pub cpu_modes: Vec<CpuMode>,
    pub memory_backing: Option<Capability>,
    pub devices: Devices,
    pub features: Features,
}

walk!(DomainCapabilities, |capabilities, xml| {
    capabilities.path.leaf("path", xml);
    capabilities.domain.leaf("domain", xml);
    capabilities.machine.leaf("machine", xml);
    capabilities.arch.leaf("arch", xml);
    capabilities.max_vcpus.sparse_via("vcpu", "max", xml);
    capabilities.iothreads.via("iothreads", "supported", xml);
    capabilities.os.child("os", xml);
    xml.group("cpu", |xml| capabilities.cpu_modes.child("mode", xml));
    capabilities.memory_backing.child("memoryBacking", xml);
    xml.element("devices", |xml| {
        xml.open();
        capabilities.devices.inline(xml);
    });
    capabilities.features.child("features", xml);
});

impl Root for DomainCapabilities {
    const NAME: &'static str = "domainCapabilities";
    const LABEL: &'static str = "domainCapabilities";
    const ORIGIN: Origin = VIR_FROM_CAPABILITIES;
}

impl DomainCapabilities {
    /// The document, as libvirt writes it.
    pub fn format(&self) -> String {
        format(self, Dump::default())
    }
}

/// Something that is supported or not, and the words that its attributes may be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Capability {
    pub supported: YesNo,
    pub choices: Vec<Choice>,
}

walk!(Capability, |capability, xml| {
    capability.supported.required("supported", xml);
    let supported = capability.supported == YesNo::Yes;
    if xml.is_reading() || supported {
        xml.open();
        xml.read_if(supported, |xml| capability.choices.child("enum", xml));
    }
});

impl Capability {
    /// Supported, with these choices: what each is called, and its words.
    pub fn with(choices: &[(&str, &[&str])]) -> Self {
        let choices = choices.iter().map(|(name, words)| Choice::new(name, words));
        Self { supported: YesNo::Yes, choices: choices.collect() }
    }

    /// Not supported.
    pub fn none() -> Self {
        Self { supported: YesNo::No, ..Self::default() }
    }

    /// The words of one choice; none where nothing is told of it.
    pub fn choice(&self, name: &str) -> Option<&[String]> {
        self.choices.iter().find(|choice| choice.name == name).map(|choice| &choice.words[..])
    }
}

element! {
    /// The words that an attribute may be. Words that this library does not know are kept.
    pub struct Choice {
        name: String = required("name"),
        words: Vec<String> = leaf("value"),
    }
}

impl Choice {
    pub fn new(name: &str, words: &[&str]) -> Self {
        Self { name: name.to_owned(), words: words.iter().map(|&word| word.to_owned()).collect() }
    }
}

/// How guests can boot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Os {
    pub capability: Capability,
    pub loader: Option<Loader>,
    pub varstore: Option<Capability>,
    pub firmware_features: Option<Capability>,
}

walk!(Os, |os, xml| {
    os.capability.inline(xml);
    let supported = os.capability.supported == YesNo::Yes;
    if xml.is_reading() || supported {
        xml.read_if(supported, |xml| {
            os.loader.child("loader", xml);
            os.varstore.child("varstore", xml);
            os.firmware_features.child("firmwareFeatures", xml);
        });
    }
});

/// The firmware that a guest can be given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loader {
    pub supported: YesNo,
    /// Files that hold one.
    pub paths: Vec<String>,
    pub choices: Vec<Choice>,
}

walk!(Loader, |loader, xml| {
    loader.supported.required("supported", xml);
    let supported = loader.supported == YesNo::Yes;
    if xml.is_reading() || supported {
        xml.open();
        xml.read_if(supported, |xml| {
            loader.paths.leaf("value", xml);
            loader.choices.child("enum", xml);
        });
    }
});

element! {
    /// What is told of each kind of device; nothing of what is left out.
    pub struct Devices {
        disk: Option<Capability> = child("disk"),
        graphics: Option<Capability> = child("graphics"),
        video: Option<Capability> = child("video"),
        hostdev: Option<Capability> = child("hostdev"),
        rng: Option<Capability> = child("rng"),
        filesystem: Option<Capability> = child("filesystem"),
        tpm: Option<Capability> = child("tpm"),
        redirdev: Option<Capability> = child("redirdev"),
        channel: Option<Capability> = child("channel"),
        crypto: Option<Capability> = child("crypto"),
        interface: Option<Capability> = child("interface"),
        panic: Option<Capability> = child("panic"),
        console: Option<Capability> = child("console"),
    }
}

#[cfg(test)]
mod tests;
