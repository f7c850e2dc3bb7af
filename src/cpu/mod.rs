//! CPU models: which there are on an architecture, what several hosts have in common, whether a host can run a guest's, and what a
//! guest's becomes on a host. Nothing here runs a hypervisor: a driver says what its own can do.
//!
//! Models, features and choices are libvirt's: a guest that moves between a host of ours and one of libvirt's keeps its CPU.

mod arm;
mod described;
mod host;
mod ppc64;
mod s390;
mod x86;

use described::{Described, feature_of, guest, model_of, set_feature, take_host};

use crate::arch;
use crate::error::{Code, Error, Result};
use crate::types::*;
use crate::xml::Read;
use crate::xml::cpu::{AnyCpu, HostCpu, format_guest};
use crate::xml::domain::cpu::{Check, Cpu, Fallback, Match, Mode, Policy};
use crate::xml::domain_capabilities::cpu::Model as UsableModel;

pub use host::{host_address_bits, of_host};
pub use x86::Registers;

/// How much is known of models and features. Answers never name what the receiver may not know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Era {
    #[default]
    Libvirt9_0,
    Libvirt12_8,
}

/// The models that a hypervisor has, each with the features for want of which this host cannot run it.
pub type Usable<'a> = &'a [UsableModel];

/// What a baseline may be made of.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// The models that may be answered; all that are known where nothing is said.
    pub usable: Option<Usable<'a>>,
    /// The features that may be answered; the same.
    pub features: Option<&'a [String]>,
    /// Features that the hypervisor has no word for: they are left out of the answer.
    pub unspoken: &'a [&'a str],
    /// Only what lets a guest move to another host.
    pub migratable: bool,
    pub era: Era,
}

/// The richest CPU that a hypervisor can give, as itself describes it.
#[derive(Clone, Debug, Default)]
pub struct Offer<'a> {
    pub features: Vec<&'a str>,
    /// Twelve letters, as CPUID tells them.
    pub vendor: Option<&'a str>,
    pub family: u32,
    pub model: u32,
    pub stepping: u32,
}

/// How a CPU compares to a host's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// The host cannot run it, and why.
    Incompatible(Option<String>),
    Identical,
    /// The host can do more.
    Superset,
}

/// The rules that an architecture's models follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    X86,
    Ppc64,
    Arm,
    S390,
    /// Of their CPUs a guest gets what the hypervisor gives.
    RiscV,
    Loongarch,
}

fn fail(code: Code, text: impl Into<String>) -> Error {
    Error::new(code, text).from_origin(VIR_FROM_CPU)
}

fn family(arch: &str, era: Era) -> Result<Family> {
    match arch {
        "i686" | "x86_64" => Ok(Family::X86),
        "ppc64" | "ppc64le" => Ok(Family::Ppc64),
        "aarch64" | "armv6l" | "armv7b" | "armv7l" => Ok(Family::Arm),
        "s390" | "s390x" => Ok(Family::S390),
        "riscv64" if era == Era::Libvirt12_8 => Ok(Family::RiscV),
        "loongarch64" if era == Era::Libvirt12_8 => Ok(Family::Loongarch),
        _ => Err(fail(VIR_ERR_NO_SUPPORT, format!("'{arch}' architecture is not supported by CPU driver"))),
    }
}

/// The names of the CPU models of an architecture; `None` where any name is accepted.
///
/// # Errors
/// `VIR_ERR_INVALID_ARG` for an unknown architecture, `VIR_ERR_NO_SUPPORT` for one without models.
pub fn model_names(arch: &str, era: Era) -> Result<Option<Vec<&'static str>>> {
    let known = match era {
        Era::Libvirt9_0 => arch::is_known(arch),
        Era::Libvirt12_8 => arch::is_known_today(arch),
    };
    if !known {
        return Err(Error::new(VIR_ERR_INVALID_ARG, format!("cannot find architecture {arch}")));
    }
    Ok(match family(arch, era)? {
        Family::X86 => Some(x86::names(era).collect()),
        Family::Ppc64 => Some(ppc64::names(era).collect()),
        Family::Arm | Family::S390 | Family::RiscV | Family::Loongarch => None,
    })
}

/// Whether a model of an architecture is known by a name.
pub fn is_model(arch: &str, name: &str) -> bool {
    matches!(model_names(arch, Era::Libvirt12_8), Ok(Some(names)) if names.contains(&name))
}

/// Who makes the processors that a model is named after, where that is known.
pub fn vendor_of(arch: &str, model: &str, era: Era) -> Option<&'static str> {
    match family(arch, era).ok()? {
        Family::X86 => x86::vendor_of(model, era).map(x86::Vendor::name),
        Family::Ppc64 => ppc64::vendor_of(model, era),
        Family::Arm | Family::S390 | Family::RiscV | Family::Loongarch => None,
    }
}

/// The richest CPU that all of `documents` (`<cpu>` of hosts) can give to a guest, as a document. With `expand` every feature is
/// told.
///
/// # Errors
/// As [`baseline`], and for documents that are no host's CPU.
pub fn baseline_of_hosts(documents: &[&str], expand: bool, options: &Options) -> Result<String> {
    let hosts = documents.iter().map(|text| HostCpu::parse(text)).collect::<Result<Vec<_>, _>>()?;
    let arch = hosts.first().and_then(|cpu| cpu.arch.clone()).unwrap_or_default();
    let hosts: Vec<AnyCpu> = hosts.into_iter().map(|cpu| AnyCpu::Host(Box::new(cpu))).collect();
    let mut cpu = baseline(&arch, &hosts, options)?;
    cpu.features.retain(|feature| !options.unspoken.contains(&feature.name.as_str()));
    if expand {
        self::expand(&arch, &mut cpu, options.era)?;
    }
    Ok(format_guest(&cpu))
}

/// The richest CPU that all of `cpus` can give to a guest, within what `options` allow. `arch` decides by which rules.
///
/// # Errors
/// For CPUs without a model (`VIR_ERR_INVALID_ARG`), unknown models and features and where no model fits (`VIR_ERR_INTERNAL_ERROR`), CPUs that have
/// nothing in common (`VIR_ERR_OPERATION_FAILED`), and architectures of which nothing is known (`VIR_ERR_NO_SUPPORT`).
pub fn baseline(arch: &str, cpus: &[AnyCpu], options: &Options) -> Result<Cpu> {
    let described: Vec<Described> = cpus.iter().map(Described::from).collect();
    if described.is_empty() {
        return Err(fail(VIR_ERR_INVALID_ARG, "no CPUs given"));
    }
    if let Some(at) = described.iter().position(|cpu| cpu.model.is_none()) {
        return Err(fail(VIR_ERR_INVALID_ARG, format!("no CPU model specified at index {at}")));
    }
    match family(arch, options.era)? {
        Family::X86 => x86::baseline(&described, options),
        Family::Ppc64 => ppc64::baseline(&described, options.era),
        Family::Arm => Ok(arm::baseline(&described)),
        Family::S390 | Family::RiscV | Family::Loongarch => {
            Err(fail(VIR_ERR_NO_SUPPORT, format!("cannot compute baseline CPU of {arch} architecture")))
        }
    }
}

/// Compares a `<cpu>` document, a host's or a guest's, to the host's CPU, or to the guest's that a hypervisor gives at most; `flags` are `VIR_CONNECT_COMPARE_CPU_…`.
///
/// # Errors
/// What is wrong with the document, and as [`compare`]; with `VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE` also
/// `VIR_ERR_CPU_INCOMPATIBLE`, whose text names the features.
pub fn compare_document(
    arch: &str,
    host: Option<&AnyCpu>,
    document: &str,
    flags: u32,
    era: Era,
) -> Result<virCPUCompareResult> {
    Error::check_flags(flags, VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE | VIR_CONNECT_COMPARE_CPU_VALIDATE_XML)?;
    let strict = flags & VIR_CONNECT_COMPARE_CPU_VALIDATE_XML != 0;
    let cpu = AnyCpu::parse(document, Read { strict, as_9_0: era == Era::Libvirt9_0, ..Read::default() })?;
    match compare(arch, host, &cpu, era)? {
        Comparison::Identical => Ok(VIR_CPU_COMPARE_IDENTICAL),
        Comparison::Superset => Ok(VIR_CPU_COMPARE_SUPERSET),
        Comparison::Incompatible(why) if flags & VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE != 0 => {
            let error = match why {
                Some(why) => Error::new(VIR_ERR_CPU_INCOMPATIBLE, why),
                None => Error::bare(VIR_ERR_CPU_INCOMPATIBLE),
            };
            Err(error.from_origin(VIR_FROM_CPU))
        }
        Comparison::Incompatible(_) => Ok(VIR_CPU_COMPARE_INCOMPATIBLE),
    }
}

/// Compares a CPU to the CPU of a host of the architecture.
///
/// # Errors
/// For unknown models and features (`VIR_ERR_INTERNAL_ERROR`), and architectures of which nothing is known (`VIR_ERR_NO_SUPPORT`).
pub fn compare(arch: &str, host: Option<&AnyCpu>, cpu: &AnyCpu, era: Era) -> Result<Comparison> {
    let family = family(arch, era)?;
    let cpu = Described::from(cpu);
    if matches!(family, Family::S390 | Family::RiscV | Family::Loongarch) || family == Family::Arm && !cpu.is_host {
        return Ok(Comparison::Identical);
    }
    let Some(host) = host.map(Described::from).filter(|host| host.model.is_some()) else {
        return Ok(Comparison::Incompatible(Some("unknown host CPU".to_owned())));
    };
    if family == Family::Arm {
        return Ok(arm::compare(&host, &cpu));
    }
    if let Some(other) = cpu.arch.filter(|other| self::family(other, era).ok() != Some(family)) {
        return Ok(Comparison::Incompatible(Some(format!("CPU arch {other} does not match host arch"))));
    }
    if let Some(vendor) = cpu.vendor.filter(|vendor| host.vendor != Some(vendor)) {
        let text = format!("host CPU vendor does not match required CPU vendor {vendor}");
        return Ok(Comparison::Incompatible(Some(text)));
    }
    match family {
        Family::Ppc64 => ppc64::compare(&host, &cpu, era),
        Family::X86 | Family::Arm | Family::S390 | Family::RiscV | Family::Loongarch => x86::compare(&host, &cpu, era),
    }
}

/// Tells every feature of a guest's CPU, in the order of their names.
///
/// # Errors
/// `VIR_ERR_INTERNAL_ERROR` for an unknown model, `VIR_ERR_NO_SUPPORT` for an architecture of which nothing is known.
pub fn expand(arch: &str, cpu: &mut Cpu, era: Era) -> Result<()> {
    match family(arch, era)? {
        Family::X86 => return x86::expand(cpu, era),
        Family::Ppc64 | Family::Arm | Family::S390 | Family::RiscV | Family::Loongarch => {}
    }
    cpu.features.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(())
}

/// Makes a guest's CPU one that does not depend on the host any more: `host-model`, `match='minimum'` and optional features become
/// what `host` (the host's CPU as a guest is told of it) gives. `host-passthrough` and `maximum` stay as they are.
///
/// # Errors
/// `VIR_ERR_CONFIG_UNSUPPORTED` where the host is not known, `VIR_ERR_INTERNAL_ERROR` for unknown models and features,
/// `VIR_ERR_NO_SUPPORT` for an architecture of which nothing is known.
pub fn update(arch: &str, cpu: &mut Cpu, host: Option<&Cpu>, era: Era) -> Result<()> {
    let family = family(arch, era)?;
    let relative = match cpu.mode.unwrap_or(Mode::Custom) {
        Mode::HostPassthrough | Mode::Maximum => return Ok(()),
        Mode::HostModel => true,
        Mode::Custom => {
            cpu.matching == Some(Match::Minimum)
                || cpu.features.iter().any(|feature| feature.policy == Policy::Optional)
        }
    };
    match family {
        Family::X86 => x86::update(cpu, host, relative, era),
        Family::Arm => arm::update(cpu, host, relative),
        Family::S390 => s390::update(cpu, host, relative),
        Family::Ppc64 => {
            if cpu.mode.unwrap_or(Mode::Custom) == Mode::Custom {
                cpu.matching = Some(Match::Exact);
            }
            Ok(())
        }
        Family::RiscV => Ok(()),
        Family::Loongarch => match relative && cpu.mode == Some(Mode::HostModel) {
            true => take_host(cpu, host),
            false => Ok(()),
        },
    }
}

/// Brings a running guest's CPU in line with what the hypervisor gave to it: the features that it has, and those that it was
/// refused. Does nothing where the hypervisor's word counts alone.
///
/// # Errors
/// `VIR_ERR_OPERATION_FAILED` where `check='full'` and something differs; as [`compare`].
pub fn update_live(arch: &str, cpu: &mut Cpu, enabled: &[&str], disabled: &[&str], era: Era) -> Result<()> {
    let is_checked = cpu.mode.unwrap_or(Mode::Custom) == Mode::Custom || cpu.check == Check::Full;
    match family(arch, era)? {
        Family::X86 if is_checked => {
            x86::update_live(cpu, enabled, disabled, era)?;
            // From here on it is what the guest has.
            cpu.check = Check::Full;
            Ok(())
        }
        Family::X86 | Family::Ppc64 | Family::Arm | Family::S390 | Family::RiscV | Family::Loongarch => Ok(()),
    }
}

/// A guest's CPU without what keeps it from moving to another host.
///
/// # Errors
/// `VIR_ERR_NO_SUPPORT` for an architecture of which nothing is known.
pub fn copy_migratable(arch: &str, cpu: &Cpu, era: Era) -> Result<Cpu> {
    Ok(match family(arch, era)? {
        Family::X86 => x86::copy_migratable(cpu, era),
        Family::Ppc64 | Family::Arm | Family::S390 | Family::RiscV | Family::Loongarch => cpu.clone(),
    })
}

/// An x86 guest's CPU without the features that only model-specific registers tell of.
pub fn drop_registers(cpu: &mut Cpu, era: Era) {
    x86::drop_registers(cpu, era);
}

/// Says a guest's CPU with a model that the hypervisor has, unless it has the guest's own.
///
/// # Errors
/// `VIR_ERR_CONFIG_UNSUPPORTED` where the guest wants no other model, `VIR_ERR_NO_SUPPORT` where no other is known, `VIR_ERR_INTERNAL_ERROR` where none
/// fits.
pub fn translate(arch: &str, cpu: &mut Cpu, usable: Option<Usable>, era: Era) -> Result<()> {
    let family = family(arch, era)?;
    let Some((usable, model)) = usable.zip(cpu.model.as_ref()) else { return Ok(()) };
    let name = model.name.as_deref().unwrap_or_default();
    if cpu.mode.unwrap_or(Mode::Custom) != Mode::Custom || usable.iter().any(|usable| usable.name == name) {
        return Ok(());
    }
    if model.fallback != Fallback::Allow {
        let text = format!("CPU model {name} is not supported by hypervisor");
        return Err(fail(VIR_ERR_CONFIG_UNSUPPORTED, text));
    }
    match family {
        Family::X86 => x86::translate(cpu, usable, era),
        Family::Ppc64 | Family::Arm | Family::S390 | Family::RiscV | Family::Loongarch => {
            Err(fail(VIR_ERR_NO_SUPPORT, format!("cannot translate CPU model {name} to a supported model")))
        }
    }
}

/// Checks that the features of a guest's CPU exist and that their policies can be followed.
///
/// # Errors
/// `VIR_ERR_CONFIG_UNSUPPORTED` names the first that does not, `VIR_ERR_NO_SUPPORT` for an architecture of which nothing is known.
pub fn validate_features(arch: &str, cpu: &Cpu, era: Era) -> Result<()> {
    match family(arch, era)? {
        Family::X86 => x86::validate(cpu, era),
        Family::Arm => arm::validate(cpu),
        Family::S390 => s390::validate(cpu),
        Family::Ppc64 | Family::RiscV | Family::Loongarch => Ok(()),
    }
}

/// Checks that the host has none of the features that a guest forbids.
///
/// # Errors
/// `VIR_ERR_CPU_INCOMPATIBLE` names the first.
pub fn check_forbidden(guest: &Cpu, host: &Cpu) -> Result<()> {
    let forbidden = guest.features.iter().filter(|feature| feature.policy == Policy::Forbid);
    let mut held = forbidden.filter(|feature| {
        feature_of(&host.features, &feature.name).is_some_and(|feature| feature.policy != Policy::Disable)
    });
    match held.next() {
        Some(feature) => {
            Err(fail(VIR_ERR_CPU_INCOMPATIBLE, format!("Host CPU provides forbidden feature '{}'", feature.name)))
        }
        None => Ok(()),
    }
}

/// Whether a CPU has a feature, by its model or by itself.
///
/// # Errors
/// `VIR_ERR_INTERNAL_ERROR` for unknown models and features, `VIR_ERR_NO_SUPPORT` where features are not known.
pub fn has_feature(arch: &str, cpu: &AnyCpu, feature: &str, era: Era) -> Result<bool> {
    match family(arch, era)? {
        Family::X86 => x86::has(&Described::from(cpu), feature, era),
        Family::Ppc64 | Family::Arm | Family::S390 | Family::RiscV | Family::Loongarch => {
            Err(fail(VIR_ERR_NO_SUPPORT, format!("cannot check guest CPU feature for {arch} architecture")))
        }
    }
}

/// The model that is nearest to what the registers of an x86 host say.
///
/// # Errors
/// `VIR_ERR_INTERNAL_ERROR` when no model fits.
pub fn decode_registers(registers: &Registers, usable: Option<Usable>, era: Era) -> Result<HostCpu> {
    x86::decode(registers, usable, era)
}

/// The guest's CPU that is nearest to what a hypervisor offers on x86.
///
/// # Errors
/// `VIR_ERR_INTERNAL_ERROR` when no model fits.
pub fn decode_offer(offer: &Offer, usable: Option<Usable>, era: Era) -> Result<Cpu> {
    x86::decode_offer(offer, usable, era)
}

/// The model that the version register of a POWER host tells of.
///
/// # Errors
/// `VIR_ERR_OPERATION_FAILED` for one that nobody knows.
pub fn decode_version(version: u32, era: Era) -> Result<HostCpu> {
    ppc64::decode(version, era)
}

#[cfg(test)]
mod tests;
