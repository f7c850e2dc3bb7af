//! `<cpu>` as a document of its own: a CPU to compare or to find a common base of. A domain's is in `domain/`.

use super::{Element, Fault, Read, Root, Writer, format_as, parse_with};
use crate::error::Origin;
use crate::types::*;
use crate::{element, walk, words};

words! { pub enum Policy { Require = "require", Disable = "disable" } }
words! { pub enum Fallback { Allow = "allow", Forbid = "forbid" } }

/// The CPU of a host, as `virConnectBaselineCPU` takes it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HostCpu {
    pub mode: Option<String>,
    pub arch: Option<String>,
    pub model: Option<String>,
    pub vendor: Option<String>,
    pub topology: Option<Topology>,
    pub features: Vec<Feature>,
}

walk!(HostCpu, |cpu, xml| {
    cpu.mode.attr("mode", xml);
    cpu.arch.leaf("arch", xml);
    cpu.model.leaf("model", xml);
    cpu.vendor.leaf("vendor", xml);
    cpu.topology.child("topology", xml);
    cpu.features.child("feature", xml);
    xml.check(|| cpu.check());
});

element! {
    pub struct Topology {
        sockets: u32 = required("sockets"),
        dies: Option<u32> = attr("dies"),
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
