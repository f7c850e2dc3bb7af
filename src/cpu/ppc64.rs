//! POWER processors: models without features, known by the processor version register.

use super::{Comparison, Described, Era, fail, guest};
use crate::error::Result;
use crate::types::*;
use crate::xml::cpu::HostCpu;
use crate::xml::domain::cpu::{Cpu, Fallback, Mode};

struct Model {
    name: &'static str,
    vendor: &'static str,
    /// The upper halves of the version register that it stands for.
    versions: &'static [u16],
}

const fn model(name: &'static str, vendor: &'static str, versions: &'static [u16]) -> Model {
    Model { name, vendor, versions }
}

const VENDORS: [&str; 2] = ["IBM", "Freescale"];

/// In the order in which they are listed.
const MODELS: &[Model] = &[
    model("POWER6", "IBM", &[0x3e]),
    model("POWER7", "IBM", &[0x3f, 0x4a]),
    model("POWER8", "IBM", &[0x4b, 0x4c, 0x4d]),
    model("POWER9", "IBM", &[0x4e]),
    model("POWER10", "IBM", &[0x80]),
    model("POWER11", "IBM", &[0x82]),
    model("POWERPC_e5500", "Freescale", &[0x8024]),
    model("POWERPC_e6500", "Freescale", &[0x8040]),
];

/// What libvirt 9.0.0 does not know.
const NEWER: &str = "POWER11";

fn known(era: Era) -> impl Iterator<Item = &'static Model> {
    MODELS.iter().filter(move |model| era == Era::Libvirt12_8 || model.name != NEWER)
}

pub(super) fn names(era: Era) -> impl Iterator<Item = &'static str> {
    known(era).map(|model| model.name)
}

pub(super) fn vendor_of(name: &str, era: Era) -> Option<&'static str> {
    known(era).find(|model| model.name == name).map(|model| model.vendor)
}

fn find(name: Option<&str>, era: Era) -> Result<&'static Model> {
    let name = name.ok_or_else(|| fail(VIR_ERR_INVALID_ARG, "no CPU model specified"))?;
    let unknown = || fail(VIR_ERR_INTERNAL_ERROR, format!("Unknown CPU model {name}"));
    known(era).find(|model| model.name == name).ok_or_else(unknown)
}

/// Older documents name revisions of models.
fn without_revision(name: &str) -> &str {
    match name {
        "POWER7_v2.1" | "POWER7_v2.3" | "POWER7+_v2.1" => "POWER7",
        "POWER8_v1.0" => "POWER8",
        name => name,
    }
}

/// The generation in `power8`.
fn generation(name: &str, prefix: &str, era: Era) -> Option<u32> {
    let last = if era == Era::Libvirt12_8 { 11 } else { 10 };
    name.strip_prefix(prefix)?.parse().ok().filter(|generation| (6..=last).contains(generation))
}

pub(super) fn compare(host: &Described, cpu: &Described, era: Era) -> Result<Comparison> {
    let own = find(host.model, era)?;
    let named = cpu.model.map(without_revision);
    let other = match cpu.mode {
        _ if cpu.is_host => find(named, era)?,
        Mode::Custom => find(named, era)?,
        Mode::HostPassthrough | Mode::Maximum => own,
        Mode::HostModel => {
            if let Some(compatible) = named {
                let has = generation(own.name, "POWER", era)
                    .ok_or_else(|| fail(VIR_ERR_INTERNAL_ERROR, "Host CPU does not support compatibility modes"))?;
                let wanted = generation(compatible, "power", era)
                    .ok_or_else(|| fail(VIR_ERR_INTERNAL_ERROR, format!("Unknown compatibility mode {compatible}")))?;
                if wanted > has {
                    return Ok(Comparison::Incompatible(None));
                }
            }
            own
        }
    };
    if other.name != own.name {
        let text = format!("host CPU model does not match required CPU model {}", other.name);
        return Ok(Comparison::Incompatible(Some(text)));
    }
    Ok(Comparison::Identical)
}

pub(super) fn baseline(cpus: &[Described], era: Era) -> Result<Cpu> {
    let own = find(cpus[0].model, era)?;
    for cpu in cpus {
        if cpu.model != Some(own.name) {
            return Err(fail(VIR_ERR_OPERATION_FAILED, "CPUs are incompatible"));
        }
        match cpu.vendor {
            Some(vendor) if !VENDORS.contains(&vendor) => {
                return Err(fail(VIR_ERR_OPERATION_FAILED, format!("Unknown CPU vendor {vendor}")));
            }
            Some(vendor) if vendor != own.vendor => {
                let text = format!("CPU vendor {} of model {} differs from vendor {vendor}", own.vendor, own.name);
                return Err(fail(VIR_ERR_OPERATION_FAILED, text));
            }
            Some(_) | None => {}
        }
    }
    Ok(guest(own.name, Fallback::Forbid, None, Vec::new()))
}

/// The model that a version register tells of.
///
/// # Errors
/// `VIR_ERR_OPERATION_FAILED` for one that nobody knows.
pub(super) fn decode(version: u32, era: Era) -> Result<HostCpu> {
    let half = (version >> 16) as u16;
    let model = known(era)
        .find(|model| model.versions.contains(&half))
        .ok_or_else(|| fail(VIR_ERR_OPERATION_FAILED, format!("Cannot find CPU model with PVR 0x{version:08x}")))?;
    Ok(HostCpu { model: Some(model.name.to_owned()), vendor: Some(model.vendor.to_owned()), ..HostCpu::default() })
}
