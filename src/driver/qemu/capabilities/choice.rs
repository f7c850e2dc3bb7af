//! Which emulator, kind of domain and machine a question is about: what a program says of them, and what is taken for the rest.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Accelerator, Arch, Details, Emulator, Emulators};
use crate::arch;
use crate::cpu::Era;
use crate::driver::Hypervisor as Wish;
use crate::driver::qemu::error;
use crate::error::Result;
use crate::types::*;
use crate::xml::Value as _;
use crate::xml::domain::Hypervisor;

/// What it is about then.
#[derive(Clone, Debug)]
pub struct Choice {
    pub emulator: Arc<Emulator>,
    /// libvirt's name.
    pub arch: String,
    pub hypervisor: Hypervisor,
    /// By its full name.
    pub machine: String,
}

fn invalid<T>(text: String) -> Result<T> {
    Err(error(VIR_ERR_INVALID_ARG, text))
}

impl Emulators {
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` for words that nobody knows and what does not belong together, `VIR_ERR_CONFIG_UNSUPPORTED` where there is no
    /// emulator, and those of [`Emulators::of`].
    pub fn choose(&self, wish: Wish, era: Era) -> Result<Choice> {
        let hypervisor = match wish.domain_type.map(|word| (word, Hypervisor::parse(word))) {
            Some((word, None)) => return invalid(format!("unknown virttype: {word}")),
            Some((_, Some(Hypervisor::None))) | None => None,
            Some((_, hypervisor)) => hypervisor,
        };
        let is_known = match era {
            Era::Libvirt9_0 => arch::is_known,
            Era::Libvirt12_8 => arch::is_known_today,
        };
        let host = crate::sys::machine();
        let arch = wish.arch.unwrap_or(&host);
        if !is_known(arch) {
            return invalid(format!("unknown architecture: {arch}"));
        }
        let missing = || {
            let text = format!("unable to find any emulator to serve '{arch}' architecture");
            error(VIR_ERR_CONFIG_UNSUPPORTED, text)
        };
        let binary = wish.emulator.map(PathBuf::from).or_else(|| self.find(arch)).ok_or_else(missing)?;
        let emulator = self.of(&binary)?;
        let own = emulator.arch().map_or(emulator.target.as_str(), |own| own.name);
        if own != arch && family(own).is_none_or(|own| family(arch) != Some(own)) {
            return invalid(format!("architecture from emulator '{own}' doesn't match given architecture '{arch}'"));
        }
        let best = if emulator.kvm.enabled { Hypervisor::Kvm } else { Hypervisor::Qemu };
        let hypervisor = hypervisor.unwrap_or(best);
        if matches!(hypervisor, Hypervisor::Kvm | Hypervisor::Hvf) && best == Hypervisor::Qemu {
            let word = hypervisor.word();
            return invalid(format!("the accel '{word}' is not supported by '{}' on this host", binary.display()));
        }
        let machine = match wish.machine {
            Some(name) => emulator.machine(name).filter(|machine| machine.name != "none").ok_or(name),
            None => emulator.preferred_machine().ok_or(""),
        };
        match machine {
            Ok(machine) => Ok(Choice { machine: machine.name.clone(), arch: arch.to_owned(), hypervisor, emulator }),
            Err(name) => invalid(format!("the machine '{name}' is not supported by emulator '{}'", binary.display())),
        }
    }

    /// What the emulator of a choice can do with the choice's accelerator.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` where it does not run domains of that kind; those of [`Emulators::details`].
    pub fn details_of(&self, choice: &Choice) -> Result<(Accelerator, Arc<Details>)> {
        let Choice { emulator, hypervisor, .. } = choice;
        let Some(accelerator) = Accelerator::of(*hypervisor, emulator.kvm) else {
            let (path, word) = (emulator.binary.display(), hypervisor.word());
            return invalid(format!("Emulator '{path}' does not support virt type '{word}'"));
        };
        Ok((accelerator, self.details(emulator, accelerator)?))
    }
}

impl Choice {
    /// Whether the emulator runs machines of the architecture.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` when it does not.
    pub fn check_arch(&self) -> Result<()> {
        let own = self.emulator.arch().map_or("", |own| own.name);
        let also = [("x86_64", "i686"), ("aarch64", "armv7l"), ("armv7l", "armv6l"), ("ppc64", "ppc64le")];
        if own == self.arch || also.contains(&(own, self.arch.as_str())) {
            return Ok(());
        }
        invalid(format!("Emulator '{}' does not support arch '{}'", self.emulator.binary.display(), self.arch))
    }
}

/// Architectures that one emulator may serve.
fn family(arch: &str) -> Option<&'static str> {
    match arch {
        "i686" | "x86_64" => Some("x86"),
        "ppc" | "ppcle" | "ppcemb" | "ppc64" | "ppc64le" => Some("ppc"),
        "armv6l" | "armv7l" | "armv7b" | "aarch64" => Some("arm"),
        "s390" | "s390x" => Some("s390"),
        _ => None,
    }
}

impl Emulator {
    /// The architecture that it was built for; of several the one that libvirt names.
    pub fn arch(&self) -> Option<Arch> {
        let mut those = Arch::all().filter(|arch| arch.target == self.target);
        let first = those.next();
        first.filter(|arch| arch.name != "armv6l").or(those.next())
    }
}
