//! What the QEMU driver keeps of a `<domain>`: how it is read, with what this driver fills in, and written.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

use super::args::{self, Context};
use super::capabilities::{Accelerator, Emulator, Emulators, Giver};
use super::confine::{self, Settings};
use super::layout::Layout;
use super::postparse::{self, Driver};
use super::{address, alias, error, firmware};
use crate::cpu::Era;
use crate::error::{Error, Result};
use crate::supervisor::FIRST_FILE;
use crate::types::*;
use crate::xml::domain::Hypervisor;
use crate::xml::domain::device::interface::{Interface, Kind};
use crate::xml::domain::postparse::PostParse;
use crate::xml::{Dump, Read, Unknown};

pub use crate::xml::domain::Domain as Definition;

/// How files of definitions begin. `virsh edit` and every other program of libvirt's change them through the library.
const HEADER: &str = "<!-- Written by solovirt; it replaces this file when the machine is defined again. -->\n\n";

/// Reads a document that a program wants to define or start; what it says that is not known comes back beside it.
///
/// # Errors
/// What is wrong with the document, with `strict` also what is not known.
pub fn read(text: &str, strict: bool, host: &Host) -> Result<(Definition, Vec<Unknown>)> {
    let as_9_0 = host.vocabulary == Vocabulary::Libvirt9_0;
    let (mut definition, unknown) = Definition::parse_with(text, Read { strict, as_9_0, ..Read::default() })?;
    let emulator = host.emulator(&definition)?;
    let driver = Driver { emulator: &emulator, lib: host.lib, vocabulary: host.vocabulary };
    postparse::complete(&mut definition, driver, &PostParse { fd_groups: true, ..PostParse::default() })?;
    Ok((definition, unknown))
}

/// What definitions are read and completed with.
pub struct Host<'a> {
    pub emulators: &'a Emulators,
    /// The folder of what machines keep for themselves.
    pub lib: &'a Path,
    pub vocabulary: Vocabulary,
}

/// Below the folder of what machines keep for themselves: the variables of their firmware.
pub fn nvram(lib: &Path) -> PathBuf {
    lib.join("nvram")
}

/// Which release's documents are read: what came later is not known then.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Vocabulary {
    Libvirt9_0,
    #[default]
    Libvirt12_8,
}

impl Vocabulary {
    /// The models of processors that were known then.
    pub fn era(self) -> Era {
        match self {
            Self::Libvirt9_0 => Era::Libvirt9_0,
            Self::Libvirt12_8 => Era::Libvirt12_8,
        }
    }
}

impl FromStr for Vocabulary {
    type Err = ();

    /// By the number of the release.
    fn from_str(release: &str) -> Result<Self, ()> {
        match release {
            "9.0.0" => Ok(Self::Libvirt9_0),
            "12.8.0" => Ok(Self::Libvirt12_8),
            _ => Err(()),
        }
    }
}

impl Host<'_> {
    /// Where machines keep the variables of their firmware.
    pub fn nvram(&self) -> PathBuf {
        nvram(self.lib)
    }

    /// The emulator that a definition names, or the one of its architecture.
    pub fn emulator(&self, definition: &Definition) -> Result<Arc<Emulator>> {
        let default = PostParse::default();
        let arch = definition.os.arch.as_deref().unwrap_or(default.arch);
        let named = definition.devices.emulator.as_ref().map(PathBuf::from);
        match named.or_else(|| self.emulators.find(arch)) {
            Some(binary) => {
                let told = |failure: Error| failure.with_addition(" (/domain/devices/emulator)");
                self.emulators.of(&binary).map_err(told)
            }
            None => Err(error(VIR_ERR_CONFIG_UNSUPPORTED, format!("No emulator found for arch '{arch}'"))),
        }
    }
}

/// What QEMU would be started with for a document: the words of the command line.
///
/// # Errors
/// What is wrong with the document, or not given to QEMU.
pub fn command_line(text: &str, host: &Host, layout: &Layout) -> Result<Vec<String>> {
    let (mut definition, _) = read(text, false, host)?;
    let emulator = host.emulator(&definition)?;
    // libvirt shows cards on a tap each, without what belongs to the kind of their network, at places that are looked for again.
    for card in &mut definition.devices.interfaces {
        *card = Interface {
            kind: Kind::Ethernet(Box::default()),
            mac: card.mac.clone(),
            model: card.model.clone(),
            script: card.script.clone(),
            ..Interface::default()
        };
    }
    address::assign(&mut definition)?;
    firmware::choose(&mut definition, &host.nvram())?;
    // What is only shown need not be able to run here.
    let accelerator = if definition.hypervisor == Hypervisor::Kvm { Accelerator::Kvm } else { Accelerator::Tcg };
    let (emulators, era) = (host.emulators, host.vocabulary.era());
    Giver { emulators, emulator: &emulator, accelerator, era }.settle(&mut definition)?;
    alias::assign(&mut definition);
    let settings = Settings::read(&layout.settings())?;
    let name = format!("domain--1-{}", definition.name);
    let context = Context {
        monitor: args::Monitor::Socket,
        folder: layout.lib.join(&name),
        channels: layout.lib.join("channel/target").join(&name),
        memory: layout.lib.join("ram"),
        first_file: FIRST_FILE,
        sandbox: settings.sandbox,
        process_name: settings.process_name,
        huge_page: crate::host::Host::default().huge_page(),
    };
    let args::Command { words, environment, .. } = args::command(&definition, &emulator, &context)?;
    let variables = environment.into_iter().map(|(name, value)| format!("{name}={value}"));
    Ok(variables.chain(words).collect())
}

/// Reads a definition that was complete when it was written. It was checked then.
///
/// # Errors
/// What is wrong with the document.
pub fn read_stored(text: &str) -> Result<Definition> {
    let (mut definition, _) = Definition::parse(text, false)?;
    // In the order in which it was written: devices that were added stand behind the others.
    definition.complete_again(&PostParse { validate: false, ..PostParse::default() })?;
    Ok(definition)
}

/// Reads the document of a machine that runs.
///
/// # Errors
/// What is wrong with the document.
pub fn read_running(text: &str) -> Result<Definition> {
    let (mut definition, _) = Definition::parse_with(text, Read { active: true, ..Read::default() })?;
    definition.complete_again(&PostParse { validate: false, ..PostParse::default() })?;
    Ok(definition)
}

/// The document of a machine that runs.
pub fn running(definition: &Definition) -> String {
    written(definition, true)
}

/// The content of a definition's file.
pub fn stored(definition: &Definition) -> String {
    written(definition, false)
}

/// A whole file, passwords included.
fn written(definition: &Definition, active: bool) -> String {
    HEADER.to_owned() + &definition.format(Dump { active, secure: true, migratable: false })
}

/// The document; `flags`: `VIR_DOMAIN_XML_…`.
pub fn format(definition: &Definition, flags: u32) -> String {
    // Who starts it elsewhere chooses anew.
    let definition = match flags & (VIR_DOMAIN_XML_INACTIVE | VIR_DOMAIN_XML_MIGRATABLE) {
        0 => Cow::Borrowed(definition),
        _ => confine::without_chosen(definition),
    };
    definition.format(Dump {
        active: flags & VIR_DOMAIN_XML_INACTIVE == 0 && definition.id.is_some(),
        secure: flags & VIR_DOMAIN_XML_SECURE != 0,
        migratable: flags & VIR_DOMAIN_XML_MIGRATABLE != 0,
    })
}
