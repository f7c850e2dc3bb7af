//! What the emulator cannot do, or libvirt's QEMU driver lets nobody ask of it: libvirt's sentence and code, then where it is said in the
//! definition and what is taken instead. One file for each part of the machine; the order is libvirt's.

mod address;
mod chardev;
mod clock;
mod controller;
mod cpu;
mod disk;
mod features;
mod filesystem;
mod graphics;
mod hostdev;
mod input;
mod interface;
mod iommu;
mod machine;
mod memory;
mod pci;
mod small;
mod sound;
mod tpm;
mod video;

use super::Driver;
use crate::driver::qemu::board::Board;
use crate::driver::qemu::capabilities::Emulator;
use crate::driver::qemu::definition::Vocabulary;
use crate::xml::Fault;
use crate::xml::domain::Domain;

/// What checks look at.
#[derive(Clone, Copy)]
struct Whole<'a> {
    domain: &'a Domain,
    emulator: &'a Emulator,
    board: Board,
    /// The emulator, as complaints call it.
    binary: &'a str,
    arch: &'a str,
    /// The type of machine.
    machine: &'a str,
    /// Whether what libvirt 9.0.0 refuses is refused though later ones, or this library, can do it.
    as_9_0: bool,
}

/// # Errors
/// The first of them.
pub(super) fn validate(domain: &Domain, driver: Driver) -> Result<(), Fault> {
    let whole = Whole {
        domain,
        emulator: driver.emulator,
        board: Board::of(domain),
        binary: domain.devices.emulator.as_deref().unwrap_or_default(),
        arch: domain.os.arch.as_deref().unwrap_or_default(),
        machine: domain.os.machine.as_deref().unwrap_or_default(),
        as_9_0: driver.vocabulary == Vocabulary::Libvirt9_0,
    };
    machine::check(whole)?;
    cpu::check(whole)?;
    memory::check(whole)?;
    clock::check(whole)?;
    machine::check_boot(whole)?;
    cpu::check_vcpus(whole)?;
    features::check(whole)?;
    machine::check_security(whole)?;
    address::check(whole)?;
    disk::check(whole)?;
    controller::check(whole)?;
    filesystem::check(whole)?;
    interface::check(whole)?;
    chardev::check(whole)?;
    input::check(whole)?;
    tpm::check(whole)?;
    graphics::check(whole)?;
    sound::check(whole)?;
    video::check(whole)?;
    hostdev::check(whole)?;
    iommu::check(whole)?;
    small::check(whole)
}

impl Whole<'_> {
    fn has(&self, kind: &str) -> bool {
        self.emulator.has_type(kind)
    }

    /// A feature that this kind of machine does not have.
    fn no_feature(&self, name: &str) -> Fault {
        let (arch, machine) = (self.arch, self.machine);
        let text =
            format!("The '{name}' feature is not supported for architecture '{arch}' or machine type '{machine}'");
        Fault::unsupported(text).at(format!("/domain/features/{name}")).expecting("leave it out")
    }

    fn has_acpi(&self) -> bool {
        self.domain.features.acpi
    }

    fn cells(&self) -> usize {
        let numa = self.domain.cpu.as_ref().and_then(|cpu| cpu.numa.as_ref());
        numa.map_or(0, |numa| numa.cells.len())
    }

    /// Threads that are only counted have the lowest numbers that are free.
    fn has_iothread(&self, id: u32) -> bool {
        let named = |id: u32| self.domain.iothread_ids.iter().any(|thread| thread.id == id);
        let unnamed = self.domain.iothreads.unwrap_or(0) as usize;
        let unnamed = unnamed.saturating_sub(self.domain.iothread_ids.len());
        named(id) || (1..id).filter(|below| !named(*below)).count() < unnamed
    }
}

/// Checks each device of a kind; complaints say which one it is.
fn each<T>(name: &str, devices: &[T], check: impl Fn(&T) -> Result<(), Fault>) -> Result<(), Fault> {
    for (at, device) in devices.iter().enumerate() {
        check(device).map_err(|fault| match devices {
            [_] => fault.within(&format!("/domain/devices/{name}")),
            _ => fault.within(&format!("/domain/devices/{name}[{}]", at + 1)),
        })?;
    }
    Ok(())
}

/// A fault when something is wrong.
fn refuse(wrong: bool, fault: impl FnOnce() -> Fault) -> Result<(), Fault> {
    if wrong { Err(fault()) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
