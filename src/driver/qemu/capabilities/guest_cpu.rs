//! The CPU of a machine that starts: `host-model`, and models that QEMU has not, become what the emulator gives here; and the CPU of one
//! that runs, which tells what QEMU made of it.

use std::sync::Arc;

use serde_json::Value;

use super::host_cpu::{HostModel, UNSPOKEN, guest_of_host};
use super::{Accelerator, Details, Emulator, Emulators, spelling};
use crate::cpu::{self, Comparison, Era};
use crate::driver::qemu::error;
use crate::error::{Error, Result};
use crate::host::Host;
use crate::types::*;
use crate::xml::cpu::AnyCpu;
use crate::xml::domain::cpu::{Check, Cpu, Fallback, Match, Mode, Policy};
use crate::xml::domain::{Domain, Hypervisor};

/// An emulator, and how it runs a machine.
pub struct Giver<'a> {
    pub emulators: &'a Emulators,
    pub emulator: &'a Emulator,
    pub accelerator: Accelerator,
    pub era: Era,
}

impl Giver<'_> {
    fn details(&self) -> Result<Arc<Details>> {
        self.emulators.details(self.emulator, self.accelerator)
    }

    fn host_model(&self) -> Result<Option<HostModel>> {
        Ok(self.emulator.host_model(&*self.details()?, self.accelerator, self.era))
    }

    /// Tells of a machine's CPU what the host makes of it, whether it can be started or not.
    ///
    /// # Errors
    /// `VIR_ERR_CONFIG_UNSUPPORTED` where the host's CPU is not known, `VIR_ERR_INTERNAL_ERROR` for unknown models and features.
    pub fn update(&self, domain: &mut Domain) -> Result<()> {
        let arch = domain.os.arch.clone().unwrap_or_default();
        let host = self.host_model()?.map(|host| host.movable);
        match &mut domain.cpu {
            Some(cpu) => cpu::update(&arch, cpu, host.as_ref(), self.era),
            None => Ok(()),
        }
    }

    /// Makes the CPU of a machine that is about to start one that QEMU can be told of.
    ///
    /// # Errors
    /// `VIR_ERR_CONFIG_UNSUPPORTED` for modes, models and features that the emulator does not give; `VIR_ERR_CPU_INCOMPATIBLE` for what the
    /// host lacks, or has and may not; those of [`Emulators::details`].
    pub fn settle(&self, domain: &mut Domain) -> Result<()> {
        let arch = domain.os.arch.clone().unwrap_or_default();
        let (name, hypervisor) = (domain.name.as_str(), domain.hypervisor);
        let Some(cpu) = domain.cpu.as_mut().filter(|cpu| is_chosen(cpu)) else { return Ok(()) };
        let mode = cpu.mode.unwrap_or(Mode::Custom);
        // Nothing is known of the CPUs of some architectures: QEMU gets their names as they are.
        let is_known = cpu::model_names(&arch, self.era).is_ok();
        if self.is_plain(cpu) && !(is_known && self.withdraws(&arch, cpu)) || mode == Mode::Custom && !is_known {
            cpu.model.get_or_insert_default().fallback = Fallback::Forbid;
            return Ok(());
        }
        let told =
            |failure: Error, remedy: &str| failure.with_addition(&format!(" (domain '{name}', /domain/cpu{remedy})"));
        self.check_mode(&arch, hypervisor, mode)
            .map_err(|failure| told(failure, "/@mode; take another mode, or a model by name"))?;
        cpu::validate_features(&arch, cpu, self.era)?;
        if cpu.check != Check::None {
            self.check_host(&arch, cpu, mode).map_err(|failure| told(failure, "; say check='none' to try it"))?;
        }
        let details = self.details()?;
        if matches!(mode, Mode::Custom | Mode::HostModel) {
            let host = self.host_model()?.map(|host| host.movable);
            cpu::update(&arch, cpu, host.as_ref(), self.era)?;
            let usable = self.emulator.usable_models(&details, self.era);
            cpu::translate(&arch, cpu, usable.as_deref(), self.era)?;
            cpu.model.get_or_insert_default().fallback = Fallback::Forbid;
        }
        if matches!(arch.as_str(), "i686" | "x86_64") {
            cpu.features.retain(|feature| !UNSPOKEN.contains(&feature.name.as_str()));
            if let Some(richest) = &details.richest_cpu {
                let known = richest.known_features(false);
                // What QEMU has no word for it does not give either.
                cpu.features.retain(|feature| feature.policy != Policy::Disable || known.contains(&feature.name));
            }
        }
        Ok(())
    }

    /// Whether nothing needs to be known to give it: QEMU has it, by this name.
    fn is_plain(&self, cpu: &Cpu) -> bool {
        let name = cpu.model_name().unwrap_or_default();
        let is_there = || self.emulator.has_type(&format!("{name}-{}-cpu", self.emulator.target));
        cpu.mode.unwrap_or(Mode::Custom) == Mode::Custom
            && cpu.check == Check::None
            && cpu.matching != Some(Match::Minimum)
            && cpu.features.is_empty()
            && is_there()
    }

    /// Whether a model once had more, which guests are told that they do not get.
    fn withdraws(&self, arch: &str, cpu: &Cpu) -> bool {
        let mut copy = cpu.clone();
        // A model that only QEMU knows is QEMU's alone.
        cpu::update(arch, &mut copy, None, self.era).is_ok() && !copy.features.is_empty()
    }

    fn check_mode(&self, arch: &str, hypervisor: Hypervisor, mode: Mode) -> Result<()> {
        let host = crate::sys::machine();
        let details = self.details()?;
        let is_given = match mode {
            Mode::HostPassthrough => {
                self.accelerator == Accelerator::Kvm && self.emulator.arch().is_some_and(|own| own.runs_on(&host))
            }
            Mode::Maximum => details.cpu_models.iter().any(|model| model.name == "max"),
            Mode::HostModel => self.host_model()?.is_some(),
            Mode::Custom => !details.cpu_models.is_empty(),
        };
        if is_given {
            return Ok(());
        }
        Err(error(
            VIR_ERR_CONFIG_UNSUPPORTED,
            format!(
                "CPU mode '{}' for {arch} {} domain on {host} host is not supported by hypervisor",
                mode.word(),
                hypervisor.word()
            ),
        ))
    }

    /// Compares it with all that the host has.
    fn check_host(&self, arch: &str, cpu: &Cpu, mode: Mode) -> Result<()> {
        let full = self.host_model()?.map(|host| self.with_host(arch, host.reported)).transpose()?;
        if let Some(full) = &full {
            cpu::check_forbidden(cpu, full)?;
        }
        if cpu.check != Check::Partial || !matches!(mode, Mode::Custom | Mode::HostModel) {
            return Ok(());
        }
        let full = full.map(|full| AnyCpu::Guest(Box::new(full)));
        match cpu::compare(arch, full.as_ref(), &AnyCpu::Guest(Box::new(cpu.clone())), self.era)? {
            Comparison::Identical | Comparison::Superset => Ok(()),
            Comparison::Incompatible(why) => {
                let error = why.map_or_else(
                    || Error::bare(VIR_ERR_CPU_INCOMPATIBLE),
                    |why| Error::new(VIR_ERR_CPU_INCOMPATIBLE, why),
                );
                Err(error.from_origin(VIR_FROM_CPU))
            }
        }
    }

    /// What QEMU gives under KVM is not all that the processor has.
    fn with_host(&self, arch: &str, reported: Cpu) -> Result<Cpu> {
        if self.accelerator != Accelerator::Kvm || !matches!(arch, "i686" | "x86_64") {
            return Ok(reported);
        }
        let own = cpu::of_host(&Host::default(), None, self.era)?;
        let Some(mut full) = guest_of_host(&own) else { return Ok(reported) };
        let mut expanded = reported;
        cpu::expand(arch, &mut expanded, self.era)?;
        for feature in expanded.features.into_iter().filter(|feature| feature.policy == Policy::Require) {
            if !full.features.iter().any(|known| known.name == feature.name) {
                full.features.push(feature);
            }
        }
        Ok(full)
    }
}

/// Whether it is more than a topology.
pub fn is_chosen(cpu: &Cpu) -> bool {
    cpu.mode.unwrap_or(Mode::Custom) != Mode::Custom || cpu.model_name().is_some()
}

/// Asks QEMU what a CPU is with all its features: a command for the monitor. `None` where only QEMU's word counts.
pub fn question(domain: &Domain) -> Option<String> {
    let cpu = domain.cpu.as_ref().filter(|cpu| is_chosen(cpu))?;
    let is_x86 = matches!(domain.os.arch.as_deref(), Some("i686" | "x86_64"));
    let mode = cpu.mode.unwrap_or(Mode::Custom);
    if !is_x86 || mode != Mode::Custom && cpu.check != Check::Full {
        return None;
    }
    let name = match mode {
        Mode::Custom | Mode::HostModel => cpu.model_name().unwrap_or_default(),
        Mode::HostPassthrough => "host",
        Mode::Maximum => "max",
    };
    let props = cpu.features.iter().filter_map(|feature| {
        let state = match feature.policy {
            Policy::Force | Policy::Require => true,
            Policy::Disable | Policy::Forbid => false,
            Policy::Optional => return None,
        };
        Some((spelling::to_qemu(&feature.name).to_owned(), Value::Bool(state)))
    });
    let props: serde_json::Map<String, Value> = props.collect();
    let arguments = serde_json::json!({ "type": "full", "model": { "name": name, "props": props } });
    Some(serde_json::json!({ "execute": "query-cpu-model-expansion", "arguments": arguments }).to_string())
}

/// The features that a running machine's first processor was refused: a command for the monitor.
pub const REFUSED: &str =
    r#"{"execute":"qom-get","arguments":{"path":"/machine/unattached/device[0]","property":"unavailable-features"}}"#;

/// Writes what QEMU answered to [`question`] and [`REFUSED`] into a definition.
///
/// # Errors
/// `VIR_ERR_OPERATION_FAILED` where `check='full'` and something differs.
pub fn learn(domain: &mut Domain, answer: &Value, refused: &Value, era: Era) -> Result<()> {
    let arch = domain.os.arch.clone().unwrap_or_default();
    let (Some(cpu), Some(props)) = (&mut domain.cpu, answer["model"]["props"].as_object()) else { return Ok(()) };
    let on = props.iter().filter(|(_, value)| **value == Value::Bool(true));
    let enabled: Vec<&str> = on.map(|(name, _)| spelling::from_qemu(name)).collect();
    let refused = refused.as_array().into_iter().flatten().filter_map(Value::as_str);
    let disabled: Vec<&str> = refused.map(spelling::from_qemu).collect();
    cpu::update_live(&arch, cpu, &enabled, &disabled, era)
}
