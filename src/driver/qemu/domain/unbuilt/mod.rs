//! What a definition may ask for and a start does not carry out, or this QEMU cannot. It is refused, so that no machine runs without
//! what it was to have.

mod device;
mod disk;
mod whole;

use super::Definition;
use crate::driver::qemu::capabilities::Emulator;
use crate::driver::qemu::error;
use crate::error::Result;
use crate::types::*;

/// Something that is asked for in vain.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Unbuilt {
    /// Where it stands: `/domain/cputune/shares`.
    path: String,
    why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    /// Nothing here does it.
    Unbuilt,
    /// It needs a release of QEMU: major × 1,000,000 + minor × 1000.
    Newer(u32),
    /// QEMU has nothing like it.
    Unknown,
    /// It is what other hypervisors do.
    Foreign,
    /// What it needs beside QEMU, and does not get.
    Needs(&'static str),
}

/// Whether something is asked for, where, and why in vain.
type Asked = (bool, &'static str, Why);

/// What is asked for in vain.
#[derive(Default)]
struct Found(Vec<Unbuilt>);

impl Found {
    /// Takes note of those that are asked for, below `path`.
    fn ask<const N: usize>(&mut self, path: &str, asked: [Asked; N]) {
        let asked = asked.into_iter().filter(|(is_asked, ..)| *is_asked);
        self.0.extend(asked.map(|(_, rest, why)| Unbuilt { path: format!("{path}{rest}"), why }));
    }
}

/// The path of the device at a place among its like, counted from 1 as XPath does.
fn device_path(name: &str, at: usize) -> String {
    format!("/domain/devices/{name}[{}]", at + 1)
}

/// # Errors
/// `VIR_ERR_CONFIG_UNSUPPORTED` with the path of the first of them.
pub(super) fn refuse(definition: &Definition, emulator: &Emulator) -> Result<()> {
    let mut found = Found::default();
    whole::find(definition, &mut found);
    disk::find(definition, &mut found);
    device::find(definition, &mut found);
    let missing = |unbuilt: &Unbuilt| !matches!(unbuilt.why, Why::Newer(version) if emulator.version >= version);
    let Some(Unbuilt { path, why }) = found.0.into_iter().find(missing) else { return Ok(()) };
    let version = |number: u32| format!("{}.{}", number / 1_000_000, number / 1000 % 1000);
    let reason = match why {
        Why::Unbuilt => "is not carried out when a machine starts yet".to_owned(),
        Why::Newer(needed) => format!(
            "needs QEMU {} or later, and '{}' is {}",
            version(needed),
            emulator.binary.display(),
            version(emulator.version)
        ),
        Why::Unknown => "is nothing that QEMU can do".to_owned(),
        Why::Foreign => "is for machines of another hypervisor than QEMU".to_owned(),
        Why::Needs(what) => format!("needs {what}"),
    };
    let text = format!("domain '{}': {path} {reason}; take it out to start without", definition.name);
    Err(error(VIR_ERR_CONFIG_UNSUPPORTED, text))
}

#[cfg(test)]
mod tests;
