//! `-cpu`: model, features, and what hypervisors show of themselves.

use super::line::Line;
use crate::driver::qemu::board::Board;
use crate::driver::qemu::capabilities::{Emulator, to_qemu};
use crate::xml::domain::Domain;
use crate::xml::domain::clock::{Tickpolicy, TimerName};
use crate::xml::domain::cpu::{CacheMode, MaxPhysAddrMode, Mode, Policy};
use crate::xml::domain::device::panic::Model as PanicModel;
use crate::xml::domain::features::hyperv::{self, Hyperv};
use crate::xml::{Fault, OnOff, YesNo};

pub(super) fn add(domain: &Domain, board: Board, emulator: &Emulator, line: &mut Line) -> Result<(), Fault> {
    let cpu = domain.cpu.as_ref();
    let model = cpu.and_then(|cpu| cpu.model.as_ref()).and_then(|model| model.name.clone());
    let mut words = Vec::new();
    match cpu.and_then(|cpu| cpu.mode) {
        Some(Mode::HostPassthrough) => {
            words.push("host".to_owned());
            let migratable = cpu.and_then(|cpu| cpu.migratable).filter(|_| emulator.tells_migratable());
            words.extend(migratable.map(|state| format!("migratable={}", state.word())));
        }
        Some(Mode::Maximum) => words.push("max".to_owned()),
        Some(Mode::HostModel) if board.is_ppc64() => words.push("host".to_owned()),
        // What is started is settled before; a definition alone does not say which model it is.
        Some(Mode::HostModel) => {
            let arch = domain.os.arch.as_deref().unwrap_or_default();
            return Err(Fault::unsupported(format!("unexpected host-model CPU for {arch} architecture")));
        }
        Some(Mode::Custom) | None => words.extend(model),
    }
    let own = words.len();
    for feature in cpu.iter().flat_map(|cpu| &cpu.features) {
        let state = match feature.policy {
            Policy::Require | Policy::Force => "on",
            Policy::Disable | Policy::Forbid => "off",
            Policy::Optional => continue,
        };
        words.push(format!("{}={state}", to_qemu(&feature.name)));
    }
    match cpu.and_then(|cpu| cpu.maxphysaddr.as_ref()) {
        Some(bits) if bits.mode == MaxPhysAddrMode::Passthrough => {
            words.push("host-phys-bits=on".to_owned());
            words.extend(bits.limit.map(|limit| format!("host-phys-bits-limit={limit}")));
        }
        Some(bits) => words.extend(bits.bits.map(|bits| format!("phys-bits={bits}"))),
        None => {}
    }
    add_paravirtual(domain, &mut words);
    match cpu.and_then(|cpu| cpu.cache.as_ref()).map(|cache| cache.mode) {
        Some(CacheMode::Emulate) => words.push("l3-cache=on".to_owned()),
        Some(CacheMode::Passthrough) => words.extend(["host-cache-info=on".to_owned(), "l3-cache=off".to_owned()]),
        Some(CacheMode::Disable) => {
            let host = cpu.is_some_and(|cpu| cpu.mode == Some(Mode::HostPassthrough));
            words.extend(host.then(|| "host-cache-info=off".to_owned()));
            words.push("l3-cache=off".to_owned());
        }
        None => {}
    }
    if own == 0 && !words.is_empty() {
        let default = if domain.os.arch.as_deref() == Some("i686") { "qemu32" } else { "qemu64" };
        words.insert(0, if board.is_x86() { default } else { "host" }.to_owned());
    }
    if !words.is_empty() {
        line.option("-cpu", words.join(","));
    }
    Ok(())
}

fn add_paravirtual(domain: &Domain, words: &mut Vec<String>) {
    let features = &domain.features;
    let mut switch =
        |name: &str, state: Option<OnOff>| words.extend(state.map(|state| format!("{name}={}", state.word())));
    let mut frequency = None;
    for timer in &domain.clock.timers {
        let state = timer.present.map(|present| if present == YesNo::Yes { OnOff::On } else { OnOff::Off });
        match timer.name {
            TimerName::Kvmclock => switch("kvmclock", state),
            TimerName::Hypervclock => switch("hv-time", state.filter(|state| *state == OnOff::On)),
            TimerName::Tsc if timer.frequency > 0 => frequency = Some(timer.frequency),
            TimerName::Armvtimer if timer.tickpolicy == Some(Tickpolicy::Discard) => {
                switch("kvm-no-adjvtime", Some(OnOff::On));
            }
            TimerName::Platform | TimerName::Pit | TimerName::Rtc | TimerName::Hpet => {}
            TimerName::Tsc | TimerName::Armvtimer => {}
        }
    }
    switch("kvm-pv-eoi", features.apic.as_ref().and_then(|apic| apic.eoi));
    switch("kvm-pv-unhalt", features.pvspinlock.as_ref().map(|feature| feature.state));
    words.extend(frequency.map(|frequency| format!("tsc-frequency={frequency}")));
    if let Some(hyperv) = &features.hyperv {
        add_hyperv(hyperv, words);
    }
    let panics = &domain.devices.panics;
    words.extend(panics.iter().any(|one| one.model == Some(PanicModel::HyperV)).then(|| "hv-crash=on".to_owned()));
    if let Some(kvm) = &features.kvm {
        let on = |one: &Option<crate::xml::domain::features::Required>| {
            one.as_ref().is_some_and(|one| one.state == OnOff::On)
        };
        words.extend(on(&kvm.hidden).then(|| "kvm=off".to_owned()));
        words.extend(on(&kvm.hint_dedicated).then(|| "kvm-hint-dedicated=on".to_owned()));
        words.extend(on(&kvm.poll_control).then(|| "kvm-poll-control=on".to_owned()));
        words.extend(kvm.pv_ipi.as_ref().filter(|one| one.state == OnOff::Off).map(|_| "kvm-pv-ipi=off".to_owned()));
    }
    let pmu = features.pmu.as_ref().map(|feature| feature.state);
    words.extend(pmu.map(|state| format!("pmu={}", state.word())));
}

fn add_hyperv(hyperv: &Hyperv, words: &mut Vec<String>) {
    if hyperv.mode == hyperv::Mode::Passthrough {
        words.push("hv-passthrough=on".to_owned());
    }
    let state =
        |one: &Option<crate::xml::domain::features::Required>| one.as_ref().is_some_and(|one| one.state == OnOff::On);
    let plain = [
        ("relaxed", state(&hyperv.relaxed)),
        ("vapic", state(&hyperv.vapic)),
        ("vpindex", state(&hyperv.vpindex)),
        ("runtime", state(&hyperv.runtime)),
        ("synic", state(&hyperv.synic)),
        ("stimer", hyperv.stimer.as_ref().is_some_and(|one| one.state == OnOff::On)),
        ("reset", state(&hyperv.reset)),
        ("frequencies", state(&hyperv.frequencies)),
        ("reenlightenment", state(&hyperv.reenlightenment)),
        ("tlbflush", hyperv.tlbflush.as_ref().is_some_and(|one| one.state == OnOff::On)),
        ("ipi", state(&hyperv.ipi)),
        ("evmcs", state(&hyperv.evmcs)),
        ("avic", state(&hyperv.avic)),
    ];
    words.extend(plain.iter().filter(|(_, on)| *on).map(|(name, _)| format!("hv-{name}=on")));
    let direct = hyperv.stimer.as_ref().filter(|one| one.state == OnOff::On).and_then(|one| one.direct.as_ref());
    words.extend(direct.filter(|one| one.state == OnOff::On).map(|_| "hv-stimer-direct=on".to_owned()));
    let spinlocks = hyperv.spinlocks.as_ref().filter(|one| one.state == OnOff::On);
    words.extend(spinlocks.map(|one| format!("hv-spinlocks={:#x}", one.retries)));
    let vendor = hyperv.vendor_id.as_ref().filter(|one| one.state == OnOff::On).and_then(|one| one.value.as_ref());
    words.extend(vendor.map(|vendor| format!("hv-vendor-id={vendor}")));
}
