//! CPUs: comparing them to the host's and to what an emulator gives, and what several have in common.

use crate::cpu::{self, Era, Options};
use crate::driver::Hypervisor;
use crate::driver::qemu::capabilities::{Choice, Emulators, UNSPOKEN, baseline_of_mainframes};
use crate::driver::qemu::{check_flags, error};
use crate::error::Result;
use crate::host::Host;
use crate::types::*;
use crate::xml::cpu::{AnyCpu, HostCpu, format_guest};
use crate::xml::domain::cpu::{Cpu, Fallback};
use crate::xml::{Dump, Read, Root, format_as};

/// Flags of baselines that libvirt 9.0.0 knows.
const BASELINE: u32 = VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES | VIR_CONNECT_BASELINE_CPU_MIGRATABLE;

/// Flags of comparisons.
const COMPARE: u32 = VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE | VIR_CONNECT_COMPARE_CPU_VALIDATE_XML;

pub fn compare(xml: &str, flags: u32, era: Era) -> Result<virCPUCompareResult> {
    check_flags(flags, COMPARE)?;
    let own = cpu::of_host(&Host::default(), None, era)?;
    let arch = own.arch.clone().unwrap_or_default();
    cpu::compare_document(&arch, Some(&AnyCpu::Host(Box::new(own))), xml, flags, era)
}

pub fn compare_hypervisors(
    emulators: &Emulators,
    of: Hypervisor,
    xml: &str,
    flags: u32,
    era: Era,
) -> Result<virCPUCompareResult> {
    check_flags(flags, COMPARE)?;
    let choice = emulators.choose(of, era)?;
    let (accelerator, details) = emulators.details_of(&choice)?;
    let host = choice.emulator.host_model(&details, accelerator, era).map(|host| host.reported);
    let says = |cpu: &Cpu| cpu.model.as_ref().is_some_and(|model| model.fallback == Fallback::Forbid);
    let Some(host) = host.filter(says) else {
        let text =
            format!("QEMU '{}' does not support reporting CPU model for virttype '{}'", path(&choice), kind(&choice));
        return Err(error(VIR_ERR_OPERATION_UNSUPPORTED, text));
    };
    match choice.arch.as_str() {
        "i686" | "x86_64" => cpu::compare_document(&choice.arch, Some(&AnyCpu::Guest(Box::new(host))), xml, flags, era),
        arch => {
            let text = format!("comparing with the hypervisor CPU is not supported for arch {arch}");
            Err(error(VIR_ERR_OPERATION_UNSUPPORTED, text))
        }
    }
}

pub fn baseline(documents: &[&str], flags: u32, era: Era) -> Result<String> {
    check_flags(flags, BASELINE)?;
    let options = Options {
        unspoken: &UNSPOKEN,
        migratable: flags & VIR_CONNECT_BASELINE_CPU_MIGRATABLE != 0,
        era,
        ..Options::default()
    };
    cpu::baseline_of_hosts(documents, flags & VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES != 0, &options)
}

pub fn baseline_hypervisors(
    emulators: &Emulators,
    of: Hypervisor,
    documents: &[&str],
    flags: u32,
    era: Era,
) -> Result<String> {
    let newer = if era == Era::Libvirt12_8 { VIR_CONNECT_BASELINE_CPU_IGNORE_HOST } else { 0 };
    check_flags(flags, BASELINE | newer)?;
    let read = Read { as_9_0: era == Era::Libvirt9_0, ..Read::default() };
    let cpus = documents.iter().map(|text| AnyCpu::parse(text, read)).collect::<Result<Vec<_>, _>>()?;
    let choice = emulators.choose(of, era)?;
    let (accelerator, details) = emulators.details_of(&choice)?;
    let Some(usable) = choice.emulator.usable_models(&details, era) else {
        let text = format!("QEMU '{}' does not support any CPU models for virttype '{}'", path(&choice), kind(&choice));
        return Err(error(VIR_ERR_OPERATION_UNSUPPORTED, text));
    };
    let asked = |flag| flags & flag != 0;
    let expand = asked(VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES);
    match choice.arch.as_str() {
        "i686" | "x86_64" => {}
        "s390" | "s390x" => {
            let cpu = baseline_of_mainframes(&choice.emulator, accelerator, &cpus, &usable, expand)?;
            return Ok(format_as(&cpu, HostCpu::NAME, Dump::default()));
        }
        arch => {
            let text = format!("computing baseline hypervisor CPU is not supported for arch {arch}");
            return Err(error(VIR_ERR_OPERATION_UNSUPPORTED, text));
        }
    }
    let migratable = asked(VIR_CONNECT_BASELINE_CPU_MIGRATABLE);
    let richest = details.richest_cpu.as_ref().filter(|_| !asked(VIR_CONNECT_BASELINE_CPU_IGNORE_HOST));
    let features = richest.map(|cpu| cpu.known_features(migratable));
    let told_apart = richest.is_some_and(|cpu| cpu.unmovable.is_some());
    let options = Options {
        usable: Some(&usable),
        features: features.as_deref(),
        // The emulator has said already which features they are.
        migratable: migratable && !told_apart,
        era,
        ..Options::default()
    };
    let mut cpu = cpu::baseline(&choice.arch, &cpus, &options)?;
    cpu.model.get_or_insert_default().fallback = Fallback::Forbid;
    if expand {
        cpu::expand(&choice.arch, &mut cpu, era)?;
    }
    Ok(format_guest(&cpu))
}

fn path(choice: &Choice) -> std::path::Display<'_> {
    choice.emulator.binary.display()
}

fn kind(choice: &Choice) -> &'static str {
    choice.hypervisor.word()
}
