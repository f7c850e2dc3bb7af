//! The CPU of this host.

use super::{Era, Family, Usable, arm, family, x86};
use crate::error::Result;
use crate::host::Host;
use crate::xml::NonZero;
use crate::xml::cpu::{HostCpu, Topology};
use crate::xml::domain::cpu::{MaxPhysAddr, MaxPhysAddrMode};

/// The CPU of this host as the capabilities tell of it: architecture, topology, and as far as they are known model, vendor,
/// features, signature, microcode, counter and the width of addresses. What the processor says itself is not in `host`'s files.
///
/// # Errors
/// When the kernel does not tell of its processors.
pub fn of_host(host: &Host, usable: Option<Usable>, era: Era) -> Result<HostCpu> {
    let arch = crate::sys::machine();
    let family = family(&arch, era).ok();
    let cpuinfo = host.cpuinfo()?;
    let known = match family {
        Some(Family::X86) => HostCpu { microcode: microcode(&cpuinfo), ..x86::host(usable, era) },
        Some(Family::Arm) => arm::decode(&cpuinfo).unwrap_or_default(),
        Some(Family::Ppc64 | Family::S390 | Family::RiscV | Family::Loongarch) | None => HostCpu::default(),
    };
    let bits = address_bits(&cpuinfo).filter(|_| family == Some(Family::X86));
    let topology = host.topology()?;
    Ok(HostCpu {
        arch: Some(arch),
        topology: Some(Topology {
            sockets: NonZero(topology.sockets),
            dies: Some(NonZero(1)),
            clusters: (era == Era::Libvirt12_8).then_some(NonZero(1)),
            cores: NonZero(topology.cores),
            threads: NonZero(topology.threads),
        }),
        maxphysaddr: bits.map(|bits| MaxPhysAddr {
            mode: MaxPhysAddrMode::Emulate,
            bits: Some(bits),
            ..MaxPhysAddr::default()
        }),
        ..known
    })
}

/// `microcode : 0x1000065`
fn microcode(cpuinfo: &str) -> Option<u32> {
    let (_, version) = cpuinfo.lines().find(|line| line.starts_with("microcode"))?.split_once(':')?;
    u32::from_str_radix(version.trim().strip_prefix("0x")?, 16).ok().filter(|version| *version != 0)
}

/// How many bits of a physical address the processors of this host have, where the kernel tells.
pub fn host_address_bits() -> Option<u32> {
    address_bits(&Host::default().cpuinfo().ok()?)
}

/// `address sizes : 48 bits physical, 48 bits virtual`
fn address_bits(cpuinfo: &str) -> Option<u32> {
    let (_, sizes) = cpuinfo.lines().find(|line| line.starts_with("address sizes"))?.split_once(':')?;
    sizes.trim().split(' ').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_kernel_tells() {
        let text =
            "microcode\t: 0x1000065\ncache size\t: 1024 KB\naddress sizes\t: 48 bits physical, 57 bits virtual\n";
        assert_eq!((microcode(text), address_bits(text)), (Some(0x0100_0065), Some(48)));
        assert_eq!((microcode(""), address_bits("address sizes\t: many")), (None, None));
    }
}
