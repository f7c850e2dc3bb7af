//! `<cpu>` as a document of its own: a CPU to compare or to find a common base of. A domain's is in `domain/`.

use super::domain::cpu::{Cache, Cpu, MaxPhysAddr, check_features};
use super::{Dump, Element, Fault, NonZero, OnOff, Read, Reader, Root, YesNo, format_as, parse_with};
use crate::arch;
use crate::error::Origin;
use crate::types::*;
use crate::{element, walk};

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
        sockets: NonZero = required("sockets"),
        dies: Option<NonZero> = attr("dies"),
        clusters: Option<NonZero> = attr("clusters") @newer,
        cores: NonZero = required("cores"),
        threads: NonZero = required("threads"),
    }
}

element! {
    pub struct Feature {
        policy: Option<String> = attr("policy"),
        name: String = required("name") missing VIR_ERR_XML_ERROR "Invalid CPU feature name",
    }
}

impl Root for HostCpu {
    const NAME: &'static str = "cpu";
    const LABEL: &'static str = "CPU_definition";
    const ORIGIN: Origin = VIR_FROM_CPU;
}

/// One of either.
#[derive(Clone, Debug, PartialEq)]
pub enum AnyCpu {
    Host(Box<HostCpu>),
    Guest(Box<Cpu>),
}

impl HostCpu {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the document.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let options = Read { as_9_0: true, ..Read::default() };
        parse_as(text, options, |xml| read_host(xml, options))
    }

    fn check(&self, strict: bool) -> Result<(), Fault> {
        if strict && self.features.iter().any(|feature| !is_feature_name(&feature.name, true)) {
            return Err(schema(UNMET));
        }
        if strict && self.cache.is_some() {
            return Err(schema("Element cpu has extra content: cache"));
        }
        check_features(self.features.iter().map(|feature| feature.name.as_str()))?;
        check_cache(self.cache.as_ref())
    }
}

element! {
    /// What must be right of a host's CPU before anything else counts.
    pub struct Heading {
        mode: Option<String> = attr("mode"),
        migratable: Option<OnOff> = attr("migratable"),
        arch: Option<String> = leaf("arch"),
        model: Option<String> = leaf("model"),
    }
}

impl Heading {
    fn check(&self, options: Read) -> Result<(), Fault> {
        if options.strict && (self.mode.is_some() || self.migratable.is_some()) {
            return Err(schema("Invalid attribute of element cpu"));
        }
        if self.mode.is_some() {
            return Err(Fault::unsupported("Attribute mode is only allowed for guest CPU"));
        }
        if self.migratable.is_some() {
            return Err(Fault::unsupported(MIGRATABLE));
        }
        let known = if options.as_9_0 { arch::is_known } else { arch::is_known_today };
        match self.arch.as_deref() {
            None => return Err(Fault::xml("Missing CPU architecture")),
            Some(arch) if !known(arch) && options.strict => return Err(schema("Invalid value of element arch")),
            Some(arch) if !known(arch) => return Err(Fault::unsupported(format!("Unknown architecture {arch}"))),
            Some(_) => {}
        }
        match self.model {
            None => Err(Fault::xml("Missing CPU model name")),
            Some(_) => Ok(()),
        }
    }
}

impl AnyCpu {
    /// Reads either: the CPU of a host says its architecture.
    ///
    /// # Errors
    /// What is wrong with the document.
    pub fn parse(text: &str, options: Read) -> Result<Self, Fault> {
        parse_as(text, options, |xml| {
            if xml.has("arch") {
                if xml.given("match") {
                    xml.check(|| {
                        Err(Fault::xml("'arch' element cannot be used inside 'cpu' element with 'match' attribute'"))
                    });
                }
                return Self::Host(Box::new(read_host(xml, options)));
            }
            if options.strict {
                xml.each_needs("feature", "policy", VIR_ERR_XML_INVALID_SCHEMA, UNMET);
            }
            let mut cpu = Cpu::default();
            cpu.read(xml);
            xml.check(|| check_guest(&cpu, options.strict));
            Self::Guest(Box::new(cpu))
        })
    }
}

/// A complaint of the strict reader's kind.
fn schema(text: &str) -> Fault {
    Fault::new(VIR_ERR_XML_INVALID_SCHEMA, text).with_origin(VIR_FROM_XML)
}

const MIGRATABLE: &str = "Attribute migratable is only allowed for 'host-passthrough' / 'maximum' CPU mode";

fn parse_as<T>(text: &str, options: Read, body: impl FnOnce(&mut Reader) -> T) -> Result<T, Fault> {
    let mut read = None;
    parse_with(text, HostCpu::LABEL, HostCpu::ORIGIN, options, |xml| {
        if xml.name() != HostCpu::NAME {
            xml.check(|| Err(Fault::xml("XML does not contain expected 'cpu' element")));
        }
        read = Some(body(xml));
    })?;
    read.ok_or_else(|| Fault::xml("XML does not contain expected 'cpu' element"))
}

fn read_host(xml: &mut Reader, options: Read) -> HostCpu {
    let mut heading = Heading::default();
    heading.read(xml);
    xml.check(|| heading.check(options));
    let mut cpu = HostCpu::default();
    cpu.read(xml);
    // An element is read once.
    (cpu.arch, cpu.model) = (heading.arch, heading.model);
    xml.check(|| cpu.check(options.strict));
    cpu
}

/// What the schema says of a feature.
const UNMET: &str = "Element feature failed to validate attributes";

/// Whether the schema's letters for names of features suffice; for hosts it has no dot, though there are features with one.
fn is_feature_name(name: &str, for_host: bool) -> bool {
    let also = |byte| matches!(byte, b'-' | b'_') || byte == b'.' && !for_host;
    name.bytes().all(|byte| byte.is_ascii_alphanumeric() || also(byte))
}

fn check_cache(cache: Option<&Cache>) -> Result<(), Fault> {
    match cache.and_then(|cache| cache.level) {
        Some(level) if !(1..=3).contains(&level) => Err(Fault::xml("invalid CPU cache level, must be in range [1,3]")),
        Some(_) | None => Ok(()),
    }
}

/// What is not asked of the CPU of a domain.
fn check_guest(cpu: &Cpu, strict: bool) -> Result<(), Fault> {
    if strict && cpu.features.iter().any(|feature| !is_feature_name(&feature.name, false)) {
        return Err(schema(UNMET));
    }
    check_cache(cpu.cache.as_ref())
}

/// The document of a guest's CPU.
pub fn format_guest(cpu: &Cpu) -> String {
    format_as(cpu, HostCpu::NAME, Dump::default())
}
