//! `<features>` and `<sysinfo>`: what only some machines have.

use super::{Whole, refuse};
use crate::driver::qemu::board::Board;
use crate::xml::domain::Hypervisor;
use crate::xml::domain::sysinfo::Sysinfo;
use crate::xml::{Fault, OnOff};

pub(super) fn check(whole: Whole) -> Result<(), Fault> {
    let Whole { domain, board, arch, machine, .. } = whole;
    let features = &domain.features;
    let x86 = board.is_x86();
    let only = |given: bool, fits: bool, name: &str| refuse(given && !fits, || whole.no_feature(name));
    if let Some(apic) = &features.apic {
        refuse(apic.eoi.is_some() && !x86, || {
            let text = format!(
                "The 'eoi' attribute of the 'apic' feature is not supported for architecture '{arch}' or machine type '{machine}'"
            );
            Fault::unsupported(text).at("/domain/features/apic/@eoi").expecting("leave it out")
        })?;
    }
    refuse(features.hyperv.is_some() && !x86 && board != Board::ArmVirt, || {
        let text = format!("Hyperv features are not supported for architecture '{arch}' or machine type '{machine}'");
        Fault::unsupported(text).at("/domain/features/hyperv").expecting("leave it out")
    })?;
    only(features.pvspinlock.is_some(), x86, "pvspinlock")?;
    refuse(features.pmu.as_ref().is_some_and(|pmu| pmu.state == OnOff::Off) && board.is_ppc64(), || {
        let fault = Fault::unsupported(format!("PMU is always enabled for architecture '{arch}'"));
        fault.at("/domain/features/pmu/@state").expecting("expected 'on'")
    })?;
    refuse(features.vmport.is_some() && !x86, || {
        Fault::unsupported("vmport is not available with this QEMU binary").at("/domain/features/vmport")
    })?;
    only(features.gic.is_some(), board == Board::ArmVirt, "gic")?;
    only(features.ioapic.is_some(), x86, "ioapic")?;
    let pseries = board == Board::Pseries;
    only(features.hpt.is_some(), pseries, "hpt")?;
    only(features.htm.is_some(), pseries, "htm")?;
    only(features.nested_hv.is_some(), pseries, "nested-hv")?;
    only(features.ccf_assist.is_some(), pseries, "ccf-assist")?;
    only(features.cfpc.is_some(), pseries, "cfpc")?;
    only(features.sbbc.is_some(), pseries, "sbbc")?;
    only(features.ibs.is_some(), pseries, "ibs")?;
    only(features.async_teardown.is_some(), board == Board::S390, "async-teardown")?;
    only(features.ras.is_some(), board == Board::ArmVirt, "ras")?;
    only(features.ps2.is_some(), x86, "ps2")?;
    only(features.aia.is_some(), board == Board::RiscvVirt, "aia")?;
    let core = features.vmcoreinfo.as_ref().is_some_and(|core| core.state == OnOff::On);
    refuse(core && !whole.has("vmcoreinfo"), || {
        Fault::unsupported("vmcoreinfo is not available with this QEMU binary").at("/domain/features/vmcoreinfo")
    })?;
    if let Some(tcg) = &features.tcg {
        let kind = domain.hypervisor;
        refuse(kind != Hypervisor::Qemu, || {
            let text = format!("TCG features are incompatible with domain type '{}'", kind.word());
            Fault::unsupported(text).at("/domain/features/tcg").expecting("leave them out")
        })?;
        refuse(tcg.tb_cache.is_some_and(|cache| cache.kib % 1024 != 0), || {
            let fault = Fault::unsupported("tb-cache size must be an integer multiple of MiB");
            fault.at("/domain/features/tcg/tb-cache")
        })?;
    }
    domain.sysinfo.iter().try_for_each(check_sysinfo)
}

/// Names of files that QEMU's own firmware takes for its own.
fn check_sysinfo(sysinfo: &Sysinfo) -> Result<(), Fault> {
    let Sysinfo::FwCfg(files) = sysinfo else { return Ok(()) };
    for name in files.entries.iter().filter_map(|entry| entry.name.as_deref()) {
        let fault = |text: &str| Fault::unsupported(text).at("/domain/sysinfo/entry/@name");
        refuse(!name.starts_with("opt/"), || {
            fault("Invalid firmware name").expecting("expected a name that begins with 'opt/'")
        })?;
        refuse(name.starts_with("opt/ovmf/") || name.starts_with("opt/org.qemu/"), || {
            fault("That firmware name is reserved").expecting("expected 'opt/', your domain, a name")
        })?;
    }
    Ok(())
}
