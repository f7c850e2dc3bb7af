//! ARM processors: known by implementer and part number of the main identification register, and by the kernel's names of
//! what they can do.

use super::{Comparison, Described, fail, guest};
use crate::error::Result;
use crate::types::*;
use crate::xml::cpu::{Feature, HostCpu};
use crate::xml::domain::cpu::{Cpu, Fallback, Mode};

/// Implementers by their letter.
const VENDORS: &[(u8, &str)] = &[
    (0x41, "ARM"),
    (0x42, "Broadcom"),
    (0x43, "Cavium"),
    (0x44, "DigitalEquipment"),
    (0x46, "Fujitsu"),
    (0x48, "HiSilicon"),
    (0x49, "Infineon"),
    (0x4d, "Freescale"),
    (0x4e, "NVIDIA"),
    (0x50, "APM"),
    (0x51, "Qualcomm"),
    (0x56, "Marvell"),
    (0x69, "Intel"),
    (0x70, "Phytium"),
];

/// Part numbers.
const MODELS: &[(u16, &str)] = &[
    (0xd03, "cortex-a53"),
    (0xd07, "cortex-a57"),
    (0xd08, "cortex-a72"),
    (0xd0c, "Neoverse-N1"),
    (0xd49, "Neoverse-N2"),
    (0xd40, "Neoverse-V1"),
    (0xc00, "Falkor"),
    (0x0af, "ThunderX2 99xx"),
    (0x001, "a64fx"),
    (0xd01, "Kunpeng-920"),
    (0x662, "FT-2000+"),
    (0x663, "Tengyun-S2500"),
];

/// The lengths of vectors that a guest may be given, in bits.
const VECTOR_STEP: u32 = 128;
const LONGEST_VECTOR: u32 = 2048;

/// Whether a guest's CPU may ask for it: `sve` and its lengths.
fn is_feature(name: &str) -> bool {
    match name.strip_prefix("sve") {
        Some("") => true,
        Some(bits) => bits.parse().is_ok_and(|bits: u32| {
            (VECTOR_STEP..=LONGEST_VECTOR).contains(&bits)
                && bits.is_multiple_of(VECTOR_STEP)
                && !name.starts_with("sve0")
        }),
        None => false,
    }
}

pub(super) fn validate(cpu: &Cpu) -> Result<()> {
    match cpu.features.iter().find(|feature| !is_feature(&feature.name)) {
        Some(feature) => Err(fail(VIR_ERR_CONFIG_UNSUPPORTED, format!("unknown CPU feature: {}", feature.name))),
        None => Ok(()),
    }
}

/// Only hosts are compared, by vendor and model.
pub(super) fn compare(host: &Described, cpu: &Described) -> Comparison {
    if (host.vendor, host.model) == (cpu.vendor, cpu.model) {
        return Comparison::Identical;
    }
    let text = |text: Option<&str>| text.unwrap_or("<null>").to_owned();
    Comparison::Incompatible(Some(format!(
        "Host CPU model does not match required CPU vendor {} or(and) model {}",
        text(cpu.vendor),
        text(cpu.model)
    )))
}

/// What the first one is.
pub(super) fn baseline(cpus: &[Described]) -> Cpu {
    guest(cpus[0].model.unwrap_or_default(), Fallback::Allow, None, Vec::new())
}

pub(super) fn update(guest: &mut Cpu, host: Option<&Cpu>, relative: bool) -> Result<()> {
    if relative && guest.mode == Some(Mode::HostModel) {
        super::take_host(guest, host)?;
    }
    Ok(())
}

/// The names of the bits of the auxiliary vector's `AT_HWCAP` (arch/arm64/include/uapi/asm/hwcap.h of the kernel), which
/// `/proc/cpuinfo` lists under `Features`; later ones are in `AT_HWCAP2`, of which libvirt does not tell.
const CAPABILITIES: &str = "fp asimd evtstrm aes pmull sha1 sha2 crc32 atomics fphp asimdhp cpuid asimdrdm jscvt fcma lrcpc \
    dcpop sha3 sm3 sm4 asimddp sha512 sve asimdfhm dit uscat ilrcpc flagm ssbs sb paca pacg";

/// The model and the features that `/proc/cpuinfo` tells of its first processor.
///
/// # Errors
/// `VIR_ERR_INTERNAL_ERROR` when it does not, `VIR_ERR_OPERATION_FAILED` for a part or implementer that nobody knows.
pub(super) fn decode(cpuinfo: &str) -> Result<HostCpu> {
    let line = |name: &str| {
        let lines = cpuinfo.lines().filter_map(|line| line.split_once(':'));
        lines.map(|(key, value)| (key.trim(), value.trim())).find(|(key, _)| *key == name).map(|(_, value)| value)
    };
    let number = |name: &str| u16::from_str_radix(line(name)?.strip_prefix("0x")?, 16).ok();
    let (Some(vendor), Some(part)) = (number("CPU implementer"), number("CPU part")) else {
        return Err(fail(VIR_ERR_INTERNAL_ERROR, "CPUID registers unavailable"));
    };
    let (_, model) = MODELS
        .iter()
        .find(|(known, _)| *known == part)
        .ok_or_else(|| fail(VIR_ERR_OPERATION_FAILED, format!("Cannot find CPU model with PVR 0x{part:03x}")))?;
    let (_, vendor) = VENDORS.iter().find(|(known, _)| u16::from(*known) == vendor).ok_or_else(|| {
        fail(VIR_ERR_OPERATION_FAILED, format!("Cannot find CPU vendor with vendor id 0x{vendor:02x}"))
    })?;
    let said: Vec<&str> = line("Features").unwrap_or_default().split_ascii_whitespace().collect();
    let told = CAPABILITIES.split_ascii_whitespace().filter(|name| said.contains(name));
    Ok(HostCpu {
        model: Some((*model).to_owned()),
        vendor: Some((*vendor).to_owned()),
        features: told.map(|name| Feature { policy: None, name: name.to_owned() }).collect(),
        ..HostCpu::default()
    })
}
