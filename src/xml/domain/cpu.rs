//! `<cpu>`: the processor that the guest sees.

use std::collections::HashSet;

use crate::error::excerpt;
use crate::types::*;
use crate::xml::{CpuSet, Fault, NonZero, OnOff, Size, YesNo};
use crate::{element, walk, words};

/// Letters of what CPUID calls the vendor.
const VENDOR_ID_LENGTH: usize = 12;

words! {
    pub enum Mode { Custom = "custom", HostModel = "host-model", HostPassthrough = "host-passthrough", Maximum = "maximum" }
}
words! { pub enum Match { Exact = "exact", Minimum = "minimum", Strict = "strict" } }
words! { pub enum Check { Default = "default", None = "none", Partial = "partial", Full = "full" } }
words! { pub enum Fallback { Allow = "allow", Forbid = "forbid" } }
words! {
    pub enum Policy { Require = "require", Force = "force", Optional = "optional", Disable = "disable", Forbid = "forbid" }
}
words! { pub enum CacheMode { Emulate = "emulate", Passthrough = "passthrough", Disable = "disable" } }
words! { pub enum MaxPhysAddrMode { Emulate = "emulate", Passthrough = "passthrough" } }
words! { pub enum MemoryAccess { unsaid Default = "default", Shared = "shared", Private = "private" } }
words! { pub enum Associativity { None = "none", Direct = "direct", Full = "full" } }
words! { pub enum WritePolicy { None = "none", WriteBack = "writeback", WriteThrough = "writethrough" } }
words! { pub enum AccessType { Access = "access", Read = "read", Write = "write" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cpu {
    pub mode: Option<Mode>,
    pub matching: Option<Match>,
    pub check: Check,
    pub migratable: Option<OnOff>,
    pub deprecated_features: Option<OnOff>,
    pub model: Option<Model>,
    pub vendor: Option<String>,
    pub topology: Option<Topology>,
    pub cache: Option<Cache>,
    pub maxphysaddr: Option<Box<MaxPhysAddr>>,
    pub features: Vec<Feature>,
    pub numa: Option<Box<Numa>>,
}

walk!(Cpu, |cpu, xml| {
    xml.complaining(VIR_FROM_CPU, |xml| {
        xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "Invalid mode attribute '{}'", |xml| cpu.mode.attr("mode", xml));
        cpu.matching.attr("match", xml);
        cpu.check.sparse("check", xml);
        cpu.migratable.attr("migratable", xml);
        let of_host = matches!(cpu.mode, Some(Mode::HostPassthrough | Mode::Maximum));
        xml.check(|| match cpu.migratable {
            Some(_) if !of_host => Err(Fault::unsupported(
                "Attribute migratable is only allowed for 'host-passthrough' / 'maximum' CPU mode",
            )),
            _ => Ok(()),
        });
        xml.newer(|xml| cpu.deprecated_features.attr("deprecated_features", xml));
        // What the host has is not said again.
        if xml.is_reading() || !of_host {
            cpu.model.slim("model", xml);
            xml.check_value(|| cpu.check_model());
            cpu.vendor.leaf("vendor", xml);
        }
        cpu.topology.child("topology", xml);
        xml.single("cache", VIR_ERR_XML_ERROR, "at most one CPU cache element may be specified");
        cpu.cache.child("cache", xml);
        cpu.maxphysaddr.child("maxphysaddr", xml);
        cpu.features.child("feature", xml);
        xml.check(|| cpu.check());
    });
    cpu.numa.child("numa", xml);
});

impl Cpu {
    /// What the model is called.
    pub fn model_name(&self) -> Option<&str> {
        self.model.as_ref().and_then(|model| model.name.as_deref())
    }

    fn check_model(&self) -> Result<(), Fault> {
        let vendor_id = match self.mode {
            None | Some(Mode::Custom | Mode::HostModel) => {
                self.model.as_ref().and_then(|model| model.vendor_id.as_ref())
            }
            Some(Mode::HostPassthrough | Mode::Maximum) => None,
        };
        match vendor_id {
            Some(id) if id.len() != VENDOR_ID_LENGTH => {
                Err(Fault::xml(format!("vendor_id must be exactly {VENDOR_ID_LENGTH} characters long")))
            }
            Some(id) if id.contains(',') => Err(Fault::xml("vendor id is invalid")),
            _ => Ok(()),
        }
    }

    fn check(&self) -> Result<(), Fault> {
        if self.model_name().is_none() {
            if self.vendor.is_some() {
                return Err(Fault::xml("CPU vendor specified without CPU model"));
            }
            if matches!(self.mode, None | Some(Mode::Custom)) && !self.features.is_empty() {
                return Err(Fault::xml("Non-empty feature list specified without CPU model"));
            }
        }
        check_features(self.features.iter().map(|feature| feature.name.as_str()))
    }
}

/// Every feature is named once.
///
/// # Errors
/// `VIR_ERR_XML_ERROR`.
pub fn check_features<'a>(names: impl Iterator<Item = &'a str>) -> Result<(), Fault> {
    let mut seen = HashSet::new();
    for name in names {
        if name.is_empty() {
            return Err(Fault::xml("Invalid CPU feature name"));
        }
        if !seen.insert(name) {
            return Err(Fault::xml(format!("CPU feature '{}' specified more than once", excerpt(name))));
        }
    }
    Ok(())
}

/// A model of the processor, by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    pub fallback: Fallback,
    pub vendor_id: Option<String>,
    /// None where only the host's model is wanted.
    pub name: Option<String>,
}

walk!(Model, |model, xml| {
    if xml.is_reading() || model.name.is_some() {
        xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "Invalid fallback attribute", |xml| {
            model.fallback.attr("fallback", xml);
        });
    }
    model.vendor_id.attr("vendor_id", xml);
    model.name.text(xml);
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
    pub struct Cache {
        level: Option<u32> = attr("level"),
        mode: CacheMode = required("mode"),
    }
}

element! {
    pub struct MaxPhysAddr {
        mode: MaxPhysAddrMode = required("mode"),
        bits: Option<u32> = attr("bits"),
        limit: Option<u32> = attr("limit") @newer,
    }
}

element! {
    pub struct Feature {
        policy: Policy = attr("policy") else VIR_ERR_CONFIG_UNSUPPORTED "Invalid CPU feature policy",
        name: String = required("name") missing VIR_ERR_XML_ERROR "Invalid CPU feature name",
    }
}

element! {
    pub struct Numa {
        cells: Vec<Cell> = child("cell"),
        interconnects: Interconnects = child("interconnects"),
    }
}

/// A NUMA node of the guest.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    pub id: Option<u32>,
    pub cpus: Option<CpuSet>,
    pub memory: Size,
    pub access: MemoryAccess,
    pub discard: Option<YesNo>,
    pub distances: Vec<Sibling>,
    pub caches: Vec<NodeCache>,
}

walk!(Cell, |cell, xml| {
    cell.id.attr("id", xml);
    cell.cpus.attr("cpus", xml);
    cell.memory.attr_with("memory", "unit", xml);
    cell.access.sparse("memAccess", xml);
    cell.discard.attr("discard", xml);
    xml.group("distances", |xml| cell.distances.child("sibling", xml));
    cell.caches.child("cache", xml);
});

element! {
    pub struct Sibling {
        id: u32 = required("id"),
        value: u32 = required("value"),
    }
}

/// A cache of memory at the side of a node.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NodeCache {
    pub level: u32,
    pub associativity: Associativity,
    pub policy: WritePolicy,
    pub size: Amount,
    pub line: Line,
}

walk!(NodeCache, |cache, xml| {
    cache.level.required("level", xml);
    // libvirt wants both and writes neither when it is `none`, so that it cannot read what it wrote.
    xml.older(|xml| xml.need("associativity"));
    cache.associativity.sparse("associativity", xml);
    xml.older(|xml| xml.need("policy"));
    cache.policy.sparse("policy", xml);
    cache.size.child("size", xml);
    cache.line.child("line", xml);
});

/// A size whose number is an attribute, in KiB.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Amount {
    pub size: Size,
}

walk!(Amount, |amount, xml| {
    amount.size.attr_with("value", "unit", xml);
});

element! {
    /// The bytes that are loaded at once.
    pub struct Line {
        value: u32 = attr("value"),
        unit: Option<String> = attr("unit"),
    }
}

element! {
    pub struct Interconnects {
        latencies: Vec<Latency> = child("latency"),
        bandwidths: Vec<Bandwidth> = child("bandwidth"),
    }
}

element! {
    pub struct Latency {
        initiator: u32 = required("initiator"),
        target: u32 = required("target"),
        cache: u32 = sparse("cache"),
        kind: AccessType = required("type"),
        value: u32 = required("value"),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bandwidth {
    pub initiator: u32,
    pub target: u32,
    pub cache: u32,
    pub kind: AccessType,
    /// A second.
    pub value: Size,
}

walk!(Bandwidth, |bandwidth, xml| {
    bandwidth.initiator.required("initiator", xml);
    bandwidth.target.required("target", xml);
    bandwidth.cache.sparse("cache", xml);
    bandwidth.kind.required("type", xml);
    bandwidth.value.attr_with("value", "unit", xml);
});

#[cfg(test)]
mod tests {
    use super::super::Domain;

    fn refused(cpu: &str) -> String {
        let text =
            format!("<domain type='test'><name>a</name><memory>1024</memory><os><type>hvm</type></os>{cpu}</domain>");
        Domain::parse(&text, true).expect_err(cpu).text
    }

    #[test]
    fn features_are_named_once() {
        let a = "<feature name='a'/>";
        let twice = "CPU feature 'a' specified more than once";
        assert_eq!(refused(&format!("<cpu><model>m</model>{a}<feature policy='disable' name='a'/></cpu>")), twice);
        assert_eq!(refused(&format!("<cpu mode='host-passthrough'>{a}{a}</cpu>")), twice);
        assert_eq!(refused("<cpu mode='host-model'><feature name=''/></cpu>"), "Invalid CPU feature name");
        assert_eq!(refused(&format!("<cpu>{a}</cpu>")), "Non-empty feature list specified without CPU model");
    }

    #[test]
    fn vendors_are_of_models() {
        assert_eq!(
            refused("<cpu mode='host-model'><vendor>V</vendor></cpu>"),
            "CPU vendor specified without CPU model"
        );
        let model = |id: &str| refused(&format!("<cpu><model vendor_id='{id}'>m</model></cpu>"));
        assert_eq!(model("short"), "vendor_id must be exactly 12 characters long");
        assert_eq!(model("eleven,twelv"), "vendor id is invalid");
    }
}
