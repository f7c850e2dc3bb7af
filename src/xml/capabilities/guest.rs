//! `<guest>`: a kind of guest that the host can run.

use crate::xml::domain::Hypervisor;
use crate::xml::domain::os::Type;
use crate::xml::{OnOff, YesNo};
use crate::{element, walk};

element! {
    pub struct Guest {
        os_type: Type = leaf("os_type"),
        arch: Arch = child("arch"),
        features: Features = child("features"),
    }
}

/// The machine that such a guest sees.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arch {
    pub name: String,
    /// Bits of a word.
    pub word_size: u32,
    /// What every type of domain runs with, unless it says otherwise.
    pub program: Program,
    pub domains: Vec<Domain>,
}

walk!(Arch, |arch, xml| {
    arch.name.required("name", xml);
    arch.word_size.leaf("wordsize", xml);
    arch.program.inline(xml);
    arch.domains.child("domain", xml);
});

element! {
    /// What runs a guest.
    pub struct Program {
        emulator: Option<String> = leaf("emulator"),
        loader: Option<String> = leaf("loader"),
        machines: Vec<Machine> = child("machine"),
    }
}

element! {
    /// A type of machine.
    pub struct Machine {
        /// Which one it is another name of.
        canonical: Option<String> = attr("canonical"),
        max_cpus: u32 = sparse("maxCpus"),
        deprecated: Option<YesNo> = attr("deprecated"),
        name: String = text(),
    }
}

element! {
    /// A type of domain.
    pub struct Domain {
        kind: Hypervisor = required("type"),
        program: Program = inline(),
    }
}

element! {
    /// What such a guest may have.
    pub struct Features {
        pae: Option<Feature> = child("pae"),
        nonpae: Option<Feature> = child("nonpae"),
        ia64_be: Option<Feature> = child("ia64_be"),
        acpi: Option<Feature> = child("acpi"),
        apic: Option<Feature> = child("apic"),
        cpuselection: Option<Feature> = child("cpuselection"),
        deviceboot: Option<Feature> = child("deviceboot"),
        disksnapshot: Option<Feature> = child("disksnapshot"),
        hap: Option<Feature> = child("hap"),
        external_snapshot: Option<Feature> = child("externalSnapshot"),
    }
}

element! {
    pub struct Feature {
        default: Option<OnOff> = attr("default"),
        /// Whether a guest can choose.
        toggle: Option<YesNo> = attr("toggle"),
    }
}

impl Feature {
    /// One that a guest either has by default, or may ask for.
    pub fn new(default: bool, toggle: bool) -> Self {
        Self { default: Some(default.into()), toggle: Some(toggle.into()) }
    }
}
