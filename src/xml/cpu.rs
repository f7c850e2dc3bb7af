//! `<cpu>` as a document of its own: a CPU to compare or to find a common base of. A domain's is in `domain/`.

use super::domain::cpu::{Cache, MaxPhysAddr};
use super::{Element, Fault, NonZero, Read, Root, Writer, YesNo, format_as, parse_with};
use crate::error::Origin;
use crate::types::*;
use crate::{element, walk, words};

words! { pub enum Policy { Require = "require", Disable = "disable" } }
words! { pub enum Fallback { Allow = "allow", Forbid = "forbid" } }

/// The CPU of a host: as it stands in the capabilities, and as `virConnectBaselineCPU` takes it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HostCpu {
    pub mode: Option<String>,
    pub arch: Option<String>,
    pub flags: Flags,
    pub model: Option<String>,
    pub vendor: Option<String>,
    pub microcode: Option<u32>,
    pub signature: Option<Signature>,
    pub counter: Option<Counter>,
    pub topology: Option<Topology>,
    pub cache: Option<Cache>,
    pub maxphysaddr: Option<MaxPhysAddr>,
    pub features: Vec<Feature>,
    /// The sizes of memory pages that there are, in KiB.
    pub pages: Vec<PageSize>,
}

walk!(HostCpu, |cpu, xml| {
    cpu.mode.attr("mode", xml);
    cpu.arch.leaf("arch", xml);
    cpu.flags.child("features", xml);
    cpu.model.leaf("model", xml);
    cpu.vendor.leaf("vendor", xml);
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "invalid microcode version", |xml| {
        cpu.microcode.via("microcode", "version", xml);
    });
    cpu.signature.child("signature", xml);
    cpu.counter.child("counter", xml);
    cpu.topology.child("topology", xml);
    cpu.cache.child("cache", xml);
    cpu.maxphysaddr.child("maxphysaddr", xml);
    cpu.features.child("feature", xml);
    cpu.pages.child("pages", xml);
});

element! {
    /// What the chip can do for guests, as documents told since the first ones.
    pub struct Flags {
        vmx: bool = child("vmx"),
        svm: bool = child("svm"),
        pae: bool = child("pae"),
        nonpae: bool = child("nonpae"),
    }
}

element! {
    /// Which chip it is, in the numbers of CPUID.
    pub struct Signature {
        family: NonZero = required("family"),
        model: u32 = required("model"),
        stepping: u32 = required("stepping"),
    }
}

/// A counter of time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counter {
    /// In Hz.
    pub frequency: u64,
    /// Whether a guest's can run at another speed.
    pub scaling: Option<YesNo>,
}

walk!(Counter, |counter, xml| {
    xml.word("name", "tsc");
    counter.frequency.required("frequency", xml);
    counter.scaling.attr("scaling", xml);
});

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageSize {
    pub kib: u32,
}

walk!(PageSize, |page, xml| {
    xml.word("unit", "KiB");
    page.kib.required("size", xml);
});

element! {
    pub struct Topology {
        sockets: u32 = required("sockets"),
        dies: Option<u32> = attr("dies"),
        clusters: Option<u32> = attr("clusters") @newer,
        cores: u32 = required("cores"),
        threads: u32 = required("threads"),
    }
}

element! {
    pub struct Feature {
        policy: Option<String> = attr("policy"),
        name: String = required("name"),
    }
}

impl Root for HostCpu {
    const NAME: &'static str = "cpu";
    const LABEL: &'static str = "CPU_definition";
    const ORIGIN: Origin = VIR_FROM_CPU;
}

impl HostCpu {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the document.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let mut cpu = Self::default();
        parse_with(text, Self::LABEL, Self::ORIGIN, Read::default(), |xml| {
            if xml.name() != Self::NAME {
                return xml.check(|| Err(Fault::xml("XML does not contain expected 'cpu' element")));
            }
            cpu.read(xml);
            xml.check(|| cpu.check());
        })?;
        Ok(cpu)
    }

    fn check(&self) -> Result<(), Fault> {
        if self.mode.is_some() {
            return Err(Fault::unsupported("Attribute mode is only allowed for guest CPU"));
        }
        if self.arch.is_none() {
            return Err(Fault::xml("Missing CPU architecture"));
        }
        for (at, feature) in self.features.iter().enumerate() {
            if self.features[..at].iter().any(|other| other.name == feature.name) {
                return Err(Fault::xml(format!("CPU feature '{}' specified more than once", feature.name)));
            }
        }
        Ok(())
    }
}

/// A CPU to give to a guest, as `virConnectBaselineCPU` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CustomCpu {
    pub fallback: Fallback,
    pub model: String,
    pub vendor: Option<String>,
    pub features: Vec<(Policy, &'static str)>,
}

impl CustomCpu {
    /// The document.
    pub fn format(&self) -> String {
        format_as(&Written(self.clone()), "cpu", super::Dump::default())
    }
}

/// Answers are only ever written.
#[derive(Default)]
struct Written(CustomCpu);

impl Element for Written {
    fn read(&mut self, _: &mut super::Reader) {}
    fn write(&self, xml: &mut Writer) {
        let Self(cpu) = self;
        xml.word("mode", "custom");
        xml.word("match", "exact");
        xml.element("model", |xml| {
            xml.word("fallback", cpu.fallback.word());
            xml.content(&cpu.model);
        });
        if let Some(vendor) = &cpu.vendor {
            xml.element("vendor", |xml| xml.content(vendor));
        }
        for (policy, name) in &cpu.features {
            xml.element("feature", |xml| {
                xml.word("policy", policy.word());
                xml.word("name", name);
            });
        }
    }
}
