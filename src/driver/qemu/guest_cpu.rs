//! The processor that a guest gets: what `host-model`, `match='minimum'` and optional features stand for on this host, by a model that the
//! emulator has.

use super::capabilities::{Accelerator, Emulator, Emulators, UNSPOKEN};
use super::definition::Definition;
use super::error;
use crate::cpu::{self, Comparison, Era};
use crate::error::Result;
use crate::types::*;
use crate::xml::cpu::AnyCpu;
use crate::xml::domain::Hypervisor;
use crate::xml::domain::cpu::{Check, Cpu, Fallback, Match, Mode, Policy};

/// Makes the CPU of a definition one that can be given to QEMU.
///
/// # Errors
/// `VIR_ERR_CPU_INCOMPATIBLE` when it is to be checked and the host cannot give it; `VIR_ERR_CONFIG_UNSUPPORTED` where the emulator says
/// nothing of the host, and for models that neither it has nor can be said by another.
pub fn complete(definition: &mut Definition, emulator: &Emulator, emulators: &Emulators, era: Era) -> Result<()> {
    let arch = definition.os.arch.clone().unwrap_or_default();
    let accelerator = match definition.hypervisor == Hypervisor::Kvm {
        true => Accelerator::Kvm,
        false => Accelerator::Tcg,
    };
    let Some(cpu) = definition.cpu.as_deref_mut().filter(|cpu| depends(cpu)) else { return Ok(()) };
    let details = emulators.details(emulator, accelerator)?;
    let host = emulator.host_model(&details, accelerator, era);
    if cpu.check == Check::Partial
        && let Some(host) = &host
    {
        let wanted = AnyCpu::Guest(Box::new(cpu.clone()));
        let has = AnyCpu::Guest(Box::new(host.reported.clone()));
        if let Comparison::Incompatible(why) = cpu::compare(&arch, Some(&has), &wanted, era)? {
            let why = why.unwrap_or_default();
            let text = format!(
                "guest CPU is not compatible with host CPU: {why} (domain '{}', /domain/cpu; say check='none' to try it)",
                definition.name
            );
            return Err(error(VIR_ERR_CPU_INCOMPATIBLE, text));
        }
    }
    if cpu.mode == Some(Mode::HostModel) && host.is_none() {
        let text = format!(
            "CPU mode 'host-model' for {arch} {} domain on {} host is not supported by hypervisor (domain '{}', /domain/cpu/@mode; \
             take 'maximum' or a model by name)",
            definition.hypervisor.word(),
            crate::sys::machine(),
            definition.name
        );
        return Err(error(VIR_ERR_CONFIG_UNSUPPORTED, text));
    }
    cpu::update(&arch, cpu, host.as_ref().map(|host| &host.movable), era)?;
    let usable = emulator.usable_models(&details, era);
    cpu::translate(&arch, cpu, usable.as_deref(), era)?;
    if let Some(model) = &mut cpu.model {
        model.fallback = Fallback::Forbid;
    }
    cpu.features.retain(|feature| !UNSPOKEN.contains(&feature.name.as_str()));
    Ok(())
}

/// Whether what it stands for depends on the host or the emulator.
fn depends(cpu: &Cpu) -> bool {
    match cpu.mode {
        Some(Mode::HostPassthrough | Mode::Maximum) => false,
        Some(Mode::HostModel) => true,
        Some(Mode::Custom) | None => {
            let relative = cpu.matching == Some(Match::Minimum) || cpu.check == Check::Partial;
            let optional = cpu.features.iter().any(|feature| feature.policy == Policy::Optional);
            let other = cpu.model.as_ref().is_some_and(|model| model.fallback == Fallback::Allow);
            cpu.model_name().is_some() && (relative || optional || other)
        }
    }
}
