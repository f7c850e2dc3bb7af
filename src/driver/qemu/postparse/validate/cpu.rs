//! `<cpu>` and `<vcpu>`: what QEMU emulates of a processor, and how many there may be.

use super::{Whole, refuse};
use crate::cpu::host_address_bits;
use crate::driver::qemu::board::Board;
use crate::xml::domain::cpu::{CacheMode, MaxPhysAddrMode, Mode};
use crate::xml::{Fault, OnOff};

/// Processors of x86 that need no extended interrupt mode.
const WITHOUT_EIM: u32 = 255;

pub(super) fn check(whole: Whole) -> Result<(), Fault> {
    let Some(cpu) = &whole.domain.cpu else { return Ok(()) };
    let arch = whole.arch;
    if let Some(address) = &cpu.maxphysaddr {
        let (mode, at) = (address.mode.word(), "/domain/cpu/maxphysaddr");
        refuse(!whole.board.is_x86(), || {
            let text =
                format!("CPU maximum physical address bits specification is not supported for '{arch}' architecture");
            Fault::unsupported(text).at(at)
        })?;
        match (address.mode, address.bits) {
            (MaxPhysAddrMode::Passthrough, Some(_)) => {
                let text =
                    format!("CPU maximum physical address bits number specification cannot be used with mode='{mode}'");
                return Err(Fault::unsupported(text).at(format!("{at}/@bits")).expecting("leave it out"));
            }
            (MaxPhysAddrMode::Emulate, None) => {
                let text = format!("if using CPU maximum physical address mode='{mode}', bits= must be specified too");
                return Err(Fault::unsupported(text).at(at).expecting("add bits, such as bits='40'"));
            }
            (MaxPhysAddrMode::Emulate, Some(bits)) => {
                let host = host_address_bits();
                if let Some(host) = host.filter(|host| bits > *host) {
                    let text =
                        "The number of virtual CPU address bits cannot exceed the number supported by the host CPU";
                    let fault = Fault::unsupported(text).at(format!("{at}/@bits"));
                    return Err(fault.expecting(format!("expected at most {host}")));
                }
            }
            (MaxPhysAddrMode::Passthrough, None) => {}
        }
    }
    let of_host = matches!(cpu.mode, Some(Mode::HostPassthrough | Mode::Maximum));
    if let Some(cache) = &cpu.cache {
        let mode = cache.mode.word();
        refuse(!whole.board.is_x86(), || {
            let text = format!("CPU cache specification is not supported for '{arch}' architecture");
            Fault::unsupported(text).at("/domain/cpu/cache")
        })?;
        let at = "/domain/cpu/cache/@level";
        match cache.mode {
            CacheMode::Emulate => refuse(cache.level != Some(3), || {
                let text = format!("CPU cache mode '{mode}' can only be used with level='3'");
                Fault::unsupported(text).at(at).expecting("expected 3")
            })?,
            CacheMode::Passthrough if !of_host => {
                let text = format!(
                    "CPU cache mode '{mode}' can only be used with '{}' / '{}' CPUs",
                    Mode::HostPassthrough.word(),
                    Mode::Maximum.word()
                );
                return Err(Fault::unsupported(text).at("/domain/cpu/@mode"));
            }
            CacheMode::Passthrough | CacheMode::Disable => refuse(cache.level.is_some(), || {
                let text = format!("unsupported CPU cache level for mode '{mode}'");
                Fault::unsupported(text).at(at).expecting("leave it out")
            })?,
        }
    }
    let maximum = format!("max-{}-cpu", whole.emulator.target.replace("aarch64", "arm"));
    refuse(cpu.mode == Some(Mode::Maximum) && !whole.has(&maximum), || {
        let fault = Fault::unsupported("maximum CPU is not supported by QEMU binary");
        fault.at("/domain/cpu/@mode").expecting("take a model by name")
    })
}

pub(super) fn check_vcpus(whole: Whole) -> Result<(), Fault> {
    let domain = whole.domain;
    let most = domain.vcpu.maximum.unwrap_or(1);
    let now = domain.vcpu.current.unwrap_or(most);
    let at = "/domain/vcpu";
    let limit = whole.emulator.machine(whole.machine).map_or(0, |machine| machine.max_cpus);
    refuse(limit > 0 && most > limit, || {
        let text = format!("Maximum CPUs greater than specified machine type limit {limit}");
        Fault::unsupported(text).at(at)
    })?;
    if let Some(topology) = domain.cpu.as_ref().and_then(|cpu| cpu.topology.as_ref()) {
        let levels = [Some(topology.sockets), topology.dies, topology.clusters, Some(topology.cores)];
        let cores: u64 = levels.into_iter().flatten().map(|level| u64::from(level.0)).product();
        let threads = topology.threads.0;
        let all = cores.saturating_mul(threads.into());
        refuse(all != u64::from(most), || {
            let fault = Fault::unsupported("CPU topology doesn't match maximum vcpu count");
            fault.at("/domain/cpu/topology").expecting(format!("it has {all} processors, <vcpu> says {most}"))
        })?;
        let step = if whole.board == Board::Pseries { threads } else { 1 };
        refuse(!now.is_multiple_of(step.max(1)), || {
            let text = format!("vCPUs count must be a multiple of the vCPU hotplug granularity ({step})");
            Fault::unsupported(text).at(format!("{at}/@current"))
        })?;
    }
    if !whole.board.is_x86() || most <= WITHOUT_EIM {
        return Ok(());
    }
    refuse(whole.board != Board::Q35, || {
        let text = format!("more than {WITHOUT_EIM} vCPUs are only supported on q35-based machine types");
        Fault::unsupported(text).at(at)
    })?;
    let extended = domain.devices.iommus.iter().any(|iommu| iommu.driver.eim == Some(OnOff::On));
    refuse(!extended, || {
        let text = format!("more than {WITHOUT_EIM} vCPUs require extended interrupt mode enabled on the iommu device");
        let hint = "add <iommu model='intel'><driver intremap='on' eim='on'/></iommu> to <devices>";
        Fault::unsupported(text).at(at).expecting(hint)
    })
}
