//! The machine as a whole: emulator, firmware, what happens at its end, what it is protected with.

use std::fs;
use std::path::Path;

use super::{Whole, refuse};
use crate::driver::qemu::board::Board;
use crate::types::*;
use crate::xml::domain::device::source::Source;
use crate::xml::domain::launch_security::LaunchSecurity;
use crate::xml::domain::os::{Firmware, LoaderType, Type};
use crate::xml::domain::{Action, CrashAction, Domain, Hypervisor};
use crate::xml::{Fault, IsYes, OnOff, Variant, YesNo};

/// Where the kernel tells whether S390's protected guests can be had.
const PROTECTED_HOST: &str = "/sys/firmware/uv/prot_virt_host";
const SEV: &str = "/dev/sev";

pub(super) fn check(whole: Whole) -> Result<(), Fault> {
    let Whole { domain, emulator, binary, .. } = whole;
    if let Some(kind @ (Type::Xen | Type::Linux | Type::Exe | Type::Uml | Type::XenPvh)) = domain.os.kind {
        let text = format!("Emulator '{binary}' does not support os type '{}'", kind.word());
        return Err(Fault::unsupported(text).at("/domain/os/type").expecting("expected 'hvm'"));
    }
    let runs = match domain.hypervisor {
        Hypervisor::Qemu => true,
        Hypervisor::Kvm => emulator.kvm.present,
        // What stands in old files is kept; it is not started.
        Hypervisor::Kqemu => !whole.as_9_0,
        Hypervisor::Xen | Hypervisor::Lxc | Hypervisor::Uml | Hypervisor::Openvz | Hypervisor::Test => false,
        Hypervisor::Vmware | Hypervisor::HyperV | Hypervisor::Vbox | Hypervisor::Phyp | Hypervisor::Parallels => false,
        Hypervisor::Bhyve | Hypervisor::Vz | Hypervisor::Hvf | Hypervisor::None => false,
    };
    refuse(!runs, || {
        let text = format!("Emulator '{binary}' does not support virt type '{}'", domain.hypervisor.word());
        let hint = if emulator.kvm.present { "expected one of qemu, kvm" } else { "expected 'qemu'" };
        Fault::unsupported(text).at("/domain/@type").expecting(hint)
    })?;
    refuse(domain.memtune.min_guarantee.0.is_some(), || {
        Fault::unsupported("Parameter 'min_guarantee' not supported by QEMU.").at("/domain/memtune/min_guarantee")
    })?;
    check_firmware(whole)?;
    refuse(domain.genid.is_some() && !whole.has("vmgenid"), || {
        Fault::unsupported("this QEMU does not support the 'genid' capability").at("/domain/genid")
    })?;
    if domain.os.use_serial == Some(IsYes(true)) {
        let fault = |text: &str, code| Fault::new(code, text).at("/domain/os/bios/@useserial");
        refuse(!whole.board.is_x86(), || {
            fault("BIOS serial console only supported on x86 architectures", VIR_ERR_CONFIG_UNSUPPORTED)
        })?;
        refuse(domain.devices.serials.is_empty(), || {
            fault("need at least one serial port to use BIOS serial output", VIR_ERR_XML_ERROR)
        })?;
    }
    if whole.as_9_0 { check_endings(domain) } else { Ok(()) }
}

/// UEFI and ACPI need each other.
fn check_firmware(whole: Whole) -> Result<(), Fault> {
    let os = &whole.domain.os;
    let by_path = os.loader.as_ref().is_some_and(|loader| loader.kind == Some(LoaderType::Pflash));
    let uefi = by_path || os.firmware == Some(Firmware::Efi);
    refuse(uefi && whole.board.is_x86() && !whole.has_acpi(), || {
        let fault = Fault::unsupported("UEFI requires ACPI on this architecture");
        fault.at("/domain/features").expecting("add <acpi/>")
    })?;
    refuse(whole.has_acpi() && whole.arch == "aarch64" && !uefi, || {
        let fault = Fault::unsupported("ACPI requires UEFI on this architecture");
        fault.at("/domain/features/acpi").expecting("leave it out, or say <os firmware='efi'>")
    })
}

/// What libvirt's driver does not do when a guest ends; our supervisors do.
fn check_endings(domain: &Domain) -> Result<(), Fault> {
    let (off, crash) = (domain.on_poweroff, domain.on_crash);
    let reboot = domain.on_reboot.unwrap_or(Action::Restart);
    let is = |action| off == action || reboot == action;
    refuse(is(Action::RenameRestart) || crash == CrashAction::RenameRestart, || {
        Fault::unsupported(
            "qemu driver doesn't support the 'rename-restart' action for 'on_reboot'/'on_poweroff'/'on_crash'",
        )
    })?;
    refuse(is(Action::Preserve), || {
        Fault::unsupported("qemu driver doesn't support the 'preserve' action for 'on_reboot'/'on_poweroff'")
    })?;
    refuse(off == Action::Restart && reboot == Action::Destroy, || {
        Fault::unsupported("qemu driver doesn't support 'onReboot' set to 'destroy and 'onPoweroff' set to 'reboot'")
    })
}

/// What it sleeps with, and the firmware that it boots.
pub(super) fn check_boot(whole: Whole) -> Result<(), Fault> {
    let domain = whole.domain;
    let sleeps = whole.has("PIIX4_PM") || whole.board == Board::Q35 && whole.has("ICH9-LPC");
    let sleep = |given: Option<YesNo>, state: &str, element: &str| {
        refuse(given.is_some() && !sleeps, || {
            let fault = Fault::unsupported(format!("setting ACPI {state} not supported"));
            fault.at(format!("/domain/pm/{element}")).expecting("machines of x86 have it")
        })
    };
    sleep(domain.pm.suspend_to_mem, "S3", "suspend-to-mem")?;
    sleep(domain.pm.suspend_to_disk, "S4", "suspend-to-disk")?;
    let Some(loader) = &domain.os.loader else { return Ok(()) };
    if loader.secure == Some(YesNo::Yes) {
        let fault = |text: &str| Fault::unsupported(text).at("/domain/os/loader/@secure");
        refuse(whole.board != Board::Q35, || fault("Secure boot is supported with q35 machine types only"))?;
        refuse(whole.arch != "x86_64", || fault("Secure boot is supported for x86_64 architecture only"))?;
        let smm = domain.features.smm.as_ref().is_some_and(|smm| smm.state == OnOff::On);
        refuse(domain.os.firmware.is_none() && !smm, || {
            fault("Secure boot requires SMM feature enabled").expecting("add <smm state='on'/> to <features>")
        })?;
    }
    let source = domain.os.nvram.as_ref().and_then(|nvram| nvram.source.as_ref());
    match source {
        None | Some(Source::File(_) | Source::Block(_) | Source::Network(_)) => Ok(()),
        Some(other @ (Source::Dir(_) | Source::Volume(_) | Source::Nvme(_) | Source::VhostUser(_)))
        | Some(other @ (Source::VhostVdpa(_) | Source::Ctl(_))) => {
            let fault = Fault::unsupported(format!("unsupported nvram disk type '{}'", other.tag_word()));
            Err(fault.at("/domain/os/nvram/@type").expecting("expected one of file, block, network"))
        }
    }
}

/// Guests that their host cannot look into.
pub(super) fn check_security(whole: Whole) -> Result<(), Fault> {
    let Whole { domain, .. } = whole;
    refuse(!domain.cputune.cachetunes.is_empty() && domain.hypervisor != Hypervisor::Kvm, || {
        let fault = Fault::unsupported("cachetune is only supported for KVM domains");
        fault.at("/domain/cputune/cachetune").expecting("leave it out, or say <domain type='kvm'>")
    })?;
    let Some(security) = &domain.launch_security else { return Ok(()) };
    let host_has = |path: &str| Path::new(path).exists();
    let (has, what) = match &**security {
        LaunchSecurity::Sev(_) => (whole.has("sev-guest") && host_has(SEV), "SEV launch security"),
        LaunchSecurity::SevSnp(_) => (whole.has("sev-snp-guest") && host_has(SEV), "SEV SNP launch security"),
        LaunchSecurity::Tdx(_) => (whole.has("tdx-guest"), "TDX launch security"),
        LaunchSecurity::S390Pv(()) => (whole.has("s390-pv-guest"), "S390 PV launch security"),
    };
    let fault = |text: String| Fault::unsupported(text).at("/domain/launchSecurity/@type");
    refuse(!has, || fault(format!("{what} is not supported with this QEMU binary")))?;
    let protects = || fs::read_to_string(PROTECTED_HOST).is_ok_and(|answer| answer.trim() == "1");
    let pv = matches!(**security, LaunchSecurity::S390Pv(()));
    refuse(pv && !protects(), || fault(format!("{what} is not supported by this host or kernel")))
}
