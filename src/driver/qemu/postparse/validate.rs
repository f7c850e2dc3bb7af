//! What the emulator cannot do, or libvirt does not let it.

use crate::driver::qemu::board::Board;
use crate::driver::qemu::capabilities::{Emulator, program};
use crate::xml::Fault;
use crate::xml::domain::device::graphics::Kind as GraphicsKind;
use crate::xml::domain::device::panic::Model as PanicModel;
use crate::xml::domain::device::tpm::Backend as TpmBackend;
use crate::xml::domain::{Domain, Hypervisor};

/// # Errors
/// The first of them.
pub(super) fn validate(domain: &Domain, emulator: &Emulator) -> Result<(), Fault> {
    let board = Board::of(domain);
    let binary = domain.devices.emulator.as_deref().unwrap_or_default();
    if domain.hypervisor == Hypervisor::Kvm && !emulator.kvm.present || domain.hypervisor == Hypervisor::Hvf {
        let text = format!("Emulator '{binary}' does not support virt type '{}'", domain.hypervisor.word());
        return Err(Fault::unsupported(text));
    }
    let machine = domain.os.machine.as_deref().unwrap_or_default();
    if emulator.machine(machine).is_none() {
        return Err(Fault::unsupported(format!("Emulator '{binary}' does not support machine type '{machine}'")));
    }
    let devices = &domain.devices;
    if !devices.parallels.is_empty() && (board == Board::S390 || board == Board::Pseries) {
        return Err(Fault::unsupported("parallel ports are not supported"));
    }
    for graphics in &devices.graphics {
        if let GraphicsKind::Spice(spice) = &graphics.kind
            && spice.tls_port.is_some_and(|port| port > 0)
        {
            let text = "spice TLS port set in XML configuration, but TLS is disabled in qemu.conf";
            return Err(Fault::unsupported(text));
        }
        if let GraphicsKind::Rdp(_) | GraphicsKind::Desktop(_) = graphics.kind {
            let kind = if matches!(graphics.kind, GraphicsKind::Rdp(_)) { "rdp" } else { "desktop" };
            return Err(Fault::unsupported(format!("{kind} graphics are not supported with this QEMU")));
        }
    }
    for tpm in &devices.tpms {
        if let TpmBackend::Emulator(module) = &tpm.backend
            && let Some(version) = module.version
            && program("swtpm").is_none()
        {
            return Err(Fault::unsupported(format!("TPM version '{}' is not supported", version.word())));
        }
    }
    for panic in &devices.panics {
        let addressed = panic.place.location.address.is_some();
        match panic.model {
            Some(PanicModel::Isa) if !emulator.has_type("pvpanic") => {
                return Err(Fault::unsupported("the QEMU binary does not support the ISA panic device"));
            }
            Some(model @ (PanicModel::Pseries | PanicModel::S390 | PanicModel::HyperV)) if addressed => {
                let text = format!("setting the panic device address is not supported for model '{}'", model.word());
                return Err(Fault::unsupported(text));
            }
            _ => {}
        }
    }
    Ok(())
}
