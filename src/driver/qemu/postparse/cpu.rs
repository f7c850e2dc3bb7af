//! `<cpu>`: the model that a machine has by default, and how strictly it is compared with the host's.

use crate::driver::qemu::board::Board;
use crate::driver::qemu::capabilities::Emulator;
use crate::xml::domain::cpu::{Check, Cpu, Fallback, Feature, Match, Mode, Model, Policy};
use crate::xml::domain::{Domain, Hypervisor};
use crate::xml::{Fault, OnOff};

pub(super) fn complete(domain: &mut Domain, board: Board, emulator: &Emulator) -> Result<(), Fault> {
    let has_model = |cpu: &Cpu| cpu.model.as_ref().is_some_and(|model| model.name.is_some());
    let custom = |cpu: &Cpu| matches!(cpu.mode, None | Some(Mode::Custom));
    let tcg = domain.hypervisor == Hypervisor::Qemu;
    if domain.cpu.as_ref().is_none_or(|cpu| custom(cpu) && !has_model(cpu))
        && let Some(name) = default_model(domain, board, emulator, tcg)
    {
        let cpu = domain.cpu.get_or_insert_default();
        cpu.mode = Some(Mode::Custom);
        cpu.matching = Some(Match::Exact);
        cpu.check = Check::None;
        cpu.model = Some(Model { fallback: Fallback::Forbid, vendor_id: None, name: Some(name) });
    }
    let Some(cpu) = &mut domain.cpu else { return Ok(()) };
    require_sve(cpu)?;
    if cpu.mode == Some(Mode::HostPassthrough) {
        cpu.migratable.get_or_insert(if emulator.tells_migratable() { OnOff::On } else { OnOff::Off });
    }
    if custom(cpu) && !has_model(cpu) || cpu.check != Check::Default {
        return Ok(());
    }
    cpu.check = match cpu.mode {
        Some(Mode::HostPassthrough | Mode::Maximum) => Check::None,
        Some(Mode::HostModel) => Check::Partial,
        Some(Mode::Custom) | None => {
            if tcg {
                Check::None
            } else {
                Check::Partial
            }
        }
    };
    Ok(())
}

/// libvirt's name of the model that the machine has by default.
fn default_model(domain: &Domain, board: Board, emulator: &Emulator, tcg: bool) -> Option<String> {
    let known = board.is_x86() || board.is_arm() || board.is_ppc64() || board == Board::S390;
    let told = tcg || board.is_x86() || board == Board::S390 || board.is_ppc64();
    if !known || !told {
        return None;
    }
    let kind = emulator.machine(domain.os.machine.as_deref()?)?.default_cpu.as_deref()?;
    let name = emulator.cpu_of_kind(kind)?;
    Some(if board.is_ppc64() && name.starts_with("power") { name.to_uppercase() } else { name.to_owned() })
}

/// Lengths of vectors need vectors.
fn require_sve(cpu: &mut Cpu) -> Result<(), Fault> {
    if !cpu.features.iter().any(|feature| feature.name.starts_with("sve") && feature.name != "sve") {
        return Ok(());
    }
    match cpu.features.iter_mut().find(|feature| feature.name == "sve") {
        Some(sve) if matches!(sve.policy, Policy::Disable | Policy::Forbid) => {
            Err(Fault::unsupported("SVE disabled, but SVE vector lengths provided"))
        }
        Some(sve) => {
            sve.policy = Policy::Require;
            Ok(())
        }
        None => {
            cpu.features.push(Feature { policy: Policy::Require, name: "sve".to_owned() });
            Ok(())
        }
    }
}
