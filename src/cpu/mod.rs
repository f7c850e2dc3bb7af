//! CPU models: which there are on an architecture, and what several hosts have in common.

mod x86;
mod x86_constants;

use crate::error::{Error, Result};
use crate::types::*;
use crate::xml::cpu::{CustomCpu, Fallback, HostCpu};

/// How the models of an architecture are known.
enum Family {
    X86,
    Ppc64,
    /// Any name is a model.
    Arm,
    S390,
}

/// Architectures that exist and whose CPUs nothing is known of.
const WITHOUT_MODELS: &[&str] = &[
    "alpha",
    "cris",
    "itanium",
    "lm32",
    "loongarch64",
    "m68k",
    "microblaze",
    "microblazeel",
    "mips",
    "mips64",
    "mips64el",
    "mipsel",
    "openrisc",
    "parisc",
    "parisc64",
    "ppc",
    "ppcemb",
    "ppcle",
    "riscv32",
    "riscv64",
    "sh4",
    "sh4eb",
    "sparc",
    "sparc64",
    "unicore32",
    "xtensa",
    "xtensaeb",
];

const PPC64: &[&str] = &["POWER6", "POWER7", "POWER8", "POWER9", "POWER10", "POWERPC_e5500", "POWERPC_e6500"];

fn is_known(arch: &str) -> bool {
    WITHOUT_MODELS.contains(&arch) || family(arch).is_ok()
}

fn family(arch: &str) -> Result<Family> {
    match arch {
        "i686" | "x86_64" => Ok(Family::X86),
        "ppc64" | "ppc64le" => Ok(Family::Ppc64),
        "aarch64" | "armv6l" | "armv7b" | "armv7l" => Ok(Family::Arm),
        "s390" | "s390x" => Ok(Family::S390),
        _ => Err(Error::new(VIR_ERR_NO_SUPPORT, format!("'{arch}' architecture is not supported by CPU driver"))
            .from_origin(VIR_FROM_CPU)),
    }
}

/// The names of the CPU models of an architecture; `None` where any name is accepted.
///
/// # Errors
/// `VIR_ERR_INVALID_ARG` for an unknown architecture, `VIR_ERR_NO_SUPPORT` for one without models.
pub fn model_names(arch: &str) -> Result<Option<Vec<&'static str>>> {
    if !is_known(arch) {
        return Err(Error::new(VIR_ERR_INVALID_ARG, format!("cannot find architecture {arch}")));
    }
    Ok(match family(arch)? {
        Family::X86 => Some(x86::names().collect()),
        Family::Ppc64 => Some(PPC64.to_vec()),
        Family::Arm | Family::S390 => None,
    })
}

/// The richest CPU that all of `documents` (`<cpu>` of hosts) can give to a guest. With `expand` every feature is told.
///
/// # Errors
/// For documents that are no CPU, unknown models and features (`VIR_ERR_INTERNAL_ERROR`), CPUs that have nothing in common
/// (`VIR_ERR_OPERATION_FAILED`), and architectures of which nothing is known (`VIR_ERR_NO_SUPPORT`).
pub fn baseline(documents: &[&str], expand: bool) -> Result<String> {
    let fail = |code, text: String| Error::new(code, text).from_origin(VIR_FROM_CPU);
    let cpus: Vec<HostCpu> = documents.iter().map(|text| HostCpu::parse(text)).collect::<Result<_, _>>()?;
    let [first, others @ ..] = &cpus[..] else {
        return Err(fail(VIR_ERR_INVALID_ARG, "no CPUs given".to_owned()));
    };
    for cpu in &cpus {
        let arch = cpu.arch.as_deref().unwrap_or_default();
        if !is_known(arch) {
            return Err(fail(VIR_ERR_CONFIG_UNSUPPORTED, format!("Unknown architecture {arch}")));
        }
        if cpu.model.is_none() {
            return Err(fail(VIR_ERR_XML_ERROR, "Missing CPU model name".to_owned()));
        }
    }
    let arch = first.arch.as_deref().unwrap_or_default();
    let model = first.model.clone().unwrap_or_default();
    let answer = match family(arch)? {
        Family::X86 => x86::baseline(&cpus, expand)?,
        Family::Ppc64 => {
            if let Some(cpu) = cpus.iter().find(|cpu| !PPC64.contains(&cpu.model.as_deref().unwrap_or_default())) {
                let name = cpu.model.as_deref().unwrap_or_default();
                return Err(fail(VIR_ERR_INTERNAL_ERROR, format!("Unknown CPU model {name}")));
            }
            if others.iter().any(|other| other.model != first.model) {
                return Err(fail(VIR_ERR_OPERATION_FAILED, "CPUs are incompatible".to_owned()));
            }
            CustomCpu { fallback: Fallback::Forbid, model, ..CustomCpu::default() }
        }
        Family::Arm => CustomCpu { model, ..CustomCpu::default() },
        Family::S390 => {
            return Err(fail(VIR_ERR_NO_SUPPORT, format!("cannot compute baseline CPU of {arch} architecture")));
        }
    };
    Ok(answer.format())
}
