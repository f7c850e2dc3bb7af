//! `<domainCapabilities>`: what an emulator can do for a type of machine.

use super::choice::Choice;
use super::details::Enclaves;
use super::{Accelerator, Details, Emulator, program};
use crate::cpu::{self, Era};
use crate::driver::qemu::board::Board;
use crate::driver::qemu::firmware::Installed;
use crate::error::Result;
use crate::host::Host;
use crate::sys::kvm;
use crate::xml::domain::cpu::Cpu;
use crate::xml::domain_capabilities::cpu::{Custom, HostModel, Models, Passthrough};
use crate::xml::domain_capabilities::feature::{Hyperv, Section, Sev, Sgx};
use crate::xml::domain_capabilities::{
    Capability, Choice as Words, CpuMode, Devices, DomainCapabilities, Features, Loader, Os,
};
use crate::xml::{Size, YesNo};

/// Machines of mainframes that have no CPU but the host's under KVM.
const WITHOUT_MODELS: [&str; 4] =
    ["s390-ccw-virtio-2.4", "s390-ccw-virtio-2.5", "s390-ccw-virtio-2.6", "s390-ccw-virtio-2.7"];

/// Enlightenments in the order in which they are told.
const ENLIGHTENMENTS: [&str; 14] = [
    "relaxed",
    "vapic",
    "spinlocks",
    "vpindex",
    "runtime",
    "synic",
    "stimer",
    "reset",
    "vendor_id",
    "frequencies",
    "reenlightenment",
    "tlbflush",
    "ipi",
    "evmcs",
];

/// All that is known when the document is made.
struct Known<'a> {
    choice: &'a Choice,
    emulator: &'a Emulator,
    accelerator: Accelerator,
    details: &'a Details,
    enlightenments: &'a [String],
    board: Board,
    era: Era,
}

/// The document; `enlightenments` are those that guests can be given (libvirt's names).
///
/// # Errors
/// `VIR_ERR_SYSTEM_ERROR` where KVM does not tell how many processors it gives.
pub fn capabilities(
    choice: &Choice,
    accelerator: Accelerator,
    details: &Details,
    enlightenments: &[String],
    era: Era,
) -> Result<DomainCapabilities> {
    let board = Board::new(&choice.arch, &choice.machine);
    let known = Known { choice, emulator: &choice.emulator, accelerator, details, enlightenments, board, era };
    let has = |name| known.emulator.has_type(name);
    let machine = known.emulator.machine(&choice.machine).map_or(0, |machine| machine.max_cpus);
    let max_vcpus = match accelerator {
        Accelerator::Kvm => machine.min(kvm::max_vcpus()?),
        Accelerator::Tcg => machine,
    };
    Ok(DomainCapabilities {
        path: Some(known.emulator.binary.to_string_lossy().into_owned()),
        domain: choice.hypervisor,
        machine: Some(choice.machine.clone()),
        arch: choice.arch.clone(),
        max_vcpus,
        iothreads: Some(YesNo::from(has("iothread"))),
        os: Some(known.os()),
        cpu_modes: known.cpu_modes(),
        memory_backing: Some(Capability::with(&[(
            "sourceType",
            &words(&[("file", true), ("anonymous", true), ("memfd", has("memory-backend-memfd"))]),
        )])),
        devices: known.devices(),
        features: known.features(),
    })
}

/// The words that are true.
fn words<'w>(words: &[(&'w str, bool)]) -> Vec<&'w str> {
    words.iter().filter(|(_, is_true)| *is_true).map(|(word, _)| *word).collect()
}

impl Known<'_> {
    fn has(&self, name: &str) -> bool {
        self.emulator.has_type(name)
    }

    fn has_any(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.has(name))
    }

    fn os(&self) -> Os {
        let firmware = Installed::of(&self.choice.arch, &self.choice.machine);
        let loader = Loader {
            supported: YesNo::Yes,
            choices: vec![
                Words::new("type", &["rom", "pflash"]),
                Words::new("readonly", &["yes", "no"]),
                Words::new("secure", &words(&[("yes", firmware.secure), ("no", true)])),
            ],
            paths: firmware.paths,
        };
        Os {
            capability: Capability::with(&[("firmware", &words(&[("bios", firmware.bios), ("efi", firmware.efi)]))]),
            loader: Some(loader),
            ..Os::default()
        }
    }

    fn cpu_modes(&self) -> Vec<CpuMode> {
        let Self { details, accelerator, era, choice, emulator, .. } = *self;
        let arch = emulator.arch();
        let is_s390 = arch.is_some_and(|arch| arch.name == "s390x");
        let is_kvm = accelerator == Accelerator::Kvm;
        let only_hosts = is_kvm && is_s390 && WITHOUT_MODELS.contains(&choice.machine.as_str());
        let passthrough = |supported: bool, name: &str, words: &[&str]| Passthrough {
            supported: YesNo::from(supported),
            choices: if supported { vec![Words::new(name, words)] } else { Vec::new() },
        };
        let is_native = arch.is_some_and(|arch| arch.runs_on(&crate::sys::machine()));
        // As libvirt, which asks the 64-bit emulator only.
        let can_move =
            emulator.target != "i386" && details.richest_cpu.as_ref().is_some_and(|cpu| cpu.unmovable.is_some());
        let has_max = details.cpu_models.iter().any(|model| model.name == "max") && !only_hosts;
        let host = emulator.host_model(details, accelerator, era).filter(|_| !only_hosts);
        let models = emulator.usable_models(details, era).filter(|_| !only_hosts);
        let known = cpu::model_names(&choice.arch, era);
        let custom = models.zip(known.ok()).map(|(mut models, known)| {
            models.retain(|model| model.name != "host");
            if let Some(known) = known {
                models.retain(|model| known.contains(&model.name.as_str()));
            }
            if era == Era::Libvirt9_0 {
                models.iter_mut().for_each(|model| model.blockers.clear());
            }
            models
        });
        vec![
            CpuMode::HostPassthrough(passthrough(
                is_kvm && is_native,
                "hostPassthroughMigratable",
                &words(&[("on", can_move), ("off", true)]),
            )),
            CpuMode::Maximum(passthrough(has_max, "maximumMigratable", &["on", "off"])),
            CpuMode::HostModel(Box::new(HostModel {
                supported: YesNo::from(host.is_some()),
                cpu: host.map_or_else(Cpu::default, |host| Cpu { mode: None, matching: None, ..host.reported }),
            })),
            CpuMode::Custom(Custom {
                supported: YesNo::from(custom.is_some()),
                models: Models(custom.unwrap_or_default()),
            }),
        ]
    }

    fn devices(&self) -> Devices {
        Devices {
            disk: Some(self.disk()),
            graphics: Some(self.graphics()),
            video: Some(self.video()),
            hostdev: Some(self.hostdev()),
            rng: Some(self.rng()),
            filesystem: Some(Capability::with(&[(
                "driverType",
                &words(&[("path", true), ("handle", true), ("virtiofs", self.has("vhost-user-fs-device"))]),
            )])),
            tpm: Some(self.tpm()),
            redirdev: Some(match self.has("usb-redir") {
                true => Capability::with(&[("bus", &["usb"])]),
                false => Capability::none(),
            }),
            channel: Some(Capability::with(&[(
                "type",
                &words(&[("pty", true), ("unix", true), ("spicevmc", self.has("chardev-spicevmc"))]),
            )])),
            ..Devices::default()
        }
    }

    fn disk(&self) -> Capability {
        let floppy = self.board != Board::Pseries;
        let machine = self.choice.machine.as_str();
        let ide = self.board == Board::I440fx || matches!(machine, "malta" | "sun4u" | "g3beige");
        let transitional = self.has("virtio-blk-pci-transitional");
        let devices = words(&[("disk", true), ("cdrom", true), ("floppy", floppy), ("lun", true)]);
        let buses = words(&[
            ("ide", ide),
            ("fdc", floppy),
            ("scsi", true),
            ("virtio", true),
            ("usb", self.has("usb-storage")),
            ("sata", self.has("ich9-ahci")),
        ]);
        let models = words(&[
            ("virtio", true),
            ("virtio-transitional", transitional),
            ("virtio-non-transitional", transitional),
        ]);
        Capability::with(&[("diskDevice", &devices), ("bus", &buses), ("model", &models)])
    }

    fn graphics(&self) -> Capability {
        let shows = |name| self.details.has_display(name);
        let kinds = words(&[
            ("sdl", shows("sdl")),
            ("vnc", self.details.has_command("query-vnc")),
            ("spice", self.has("chardev-spicevmc")),
            ("egl-headless", shows("egl-headless")),
            ("dbus", shows("dbus")),
        ]);
        Capability::with(&[("type", &kinds)])
    }

    fn video(&self) -> Capability {
        let models = words(&[
            ("vga", self.has("VGA")),
            ("cirrus", self.has("cirrus-vga")),
            ("vmvga", self.has("vmware-svga")),
            ("qxl", self.has("qxl")),
            ("virtio", self.has("virtio-gpu-device")),
            ("none", true),
            ("bochs", self.has("bochs-display")),
            ("ramfb", self.has("ramfb")),
        ]);
        Capability::with(&[("modelType", &models)])
    }

    fn hostdev(&self) -> Capability {
        let usb = self.has_any(&[
            "piix3-usb-uhci",
            "piix4-usb-uhci",
            "usb-ehci",
            "ich9-usb-ehci1",
            "vt82c686b-usb-uhci",
            "pci-ohci",
            "nec-usb-xhci",
            "qemu-xhci",
        ]);
        let vfio = Host::default().can_pass_pci_on() && self.has("vfio-pci");
        Capability::with(&[
            ("mode", &["subsystem"]),
            ("startupPolicy", &["default", "mandatory", "requisite", "optional"]),
            ("subsysType", &words(&[("usb", usb), ("pci", true), ("scsi", true)])),
            ("capsType", &[]),
            ("pciBackend", &words(&[("default", vfio), ("vfio", vfio)])),
        ])
    }

    fn rng(&self) -> Capability {
        let virtio = self.has("virtio-rng-device");
        let transitional = virtio && self.has("virtio-blk-pci-transitional");
        let models = words(&[
            ("virtio", virtio),
            ("virtio-transitional", transitional),
            ("virtio-non-transitional", transitional),
        ]);
        let backends = words(&[
            ("random", self.has("rng-random")),
            ("egd", self.has("rng-egd")),
            ("builtin", self.has("rng-builtin")),
        ]);
        Capability::with(&[("model", &models), ("backendModel", &backends)])
    }

    fn tpm(&self) -> Capability {
        let models = words(&[
            ("tpm-tis", self.has_any(&["tpm-tis", "tpm-tis-device"])),
            ("tpm-crb", self.has("tpm-crb")),
            ("tpm-spapr", self.has("tpm-spapr")),
            ("spapr-tpm-proxy", self.has("spapr-tpm-proxy")),
        ]);
        if models.is_empty() {
            return Capability::none();
        }
        let emulated = program("swtpm").is_some() && self.has("tpm-emulator");
        let backends =
            words(&[("passthrough", self.has("tpm-passthrough")), ("emulator", emulated), ("external", emulated)]);
        Capability::with(&[("model", &models), ("backendModel", &backends)])
    }

    fn features(&self) -> Features {
        let is_s390 = matches!(self.choice.arch.as_str(), "s390" | "s390x");
        let protects = || self.has("s390-pv-guest") && Host::default().protects_guests();
        Features {
            gic: Some(self.interrupt_controllers()),
            vmcoreinfo: Some(YesNo::from(self.has("vmcoreinfo"))),
            genid: Some(YesNo::from(self.has("vmgenid"))),
            backing_store_input: Some(YesNo::Yes),
            backup: Some(YesNo::from(self.details.has_command("blockdev-reopen"))),
            s390_pv: is_s390.then(|| YesNo::from(protects())),
            sev: Some(self.encryption()),
            sgx: Some(self.details.enclaves.as_ref().map_or(Sgx { supported: YesNo::No, ..Sgx::default() }, enclaves)),
            hyperv: (!self.enlightenments.is_empty()).then(|| self.hyperv()),
            ..Features::default()
        }
    }

    fn interrupt_controllers(&self) -> Capability {
        let runs = |version: &u32| {
            self.details.interrupt_controllers.iter().any(|one| match self.accelerator {
                Accelerator::Kvm => one.version == *version && one.in_kernel,
                Accelerator::Tcg => one.version == *version && one.emulated,
            })
        };
        let versions: Vec<String> = [2, 3].iter().filter(|version| runs(version)).map(u32::to_string).collect();
        if self.board != Board::ArmVirt || versions.is_empty() {
            return Capability::none();
        }
        let versions: Vec<&str> = versions.iter().map(String::as_str).collect();
        Capability::with(&[("version", &versions)])
    }

    fn encryption(&self) -> Sev {
        let Some(sev) = &self.details.encryption else { return Sev { supported: YesNo::No, ..Sev::default() } };
        let (most, most_es) = sev.guests();
        Sev {
            supported: YesNo::Yes,
            cbitpos: Some(sev.encryption_bit),
            reduced_phys_bits: Some(sev.lost_bits),
            max_guests: Some(most),
            max_es_guests: Some(most_es),
            cpu0_id: sev.chip.clone(),
        }
    }

    fn hyperv(&self) -> Hyperv {
        let has = |name: &&str| self.enlightenments.iter().any(|known| known == name);
        let names: Vec<&str> = ENLIGHTENMENTS.into_iter().filter(has).collect();
        Hyperv { capability: Capability::with(&[("features", &names)]), ..Hyperv::default() }
    }
}

fn enclaves(sgx: &Enclaves) -> Sgx {
    let size = |bytes: u64| Size { kib: bytes / 1024 };
    let sections = sgx.sections.iter().map(|(node, bytes)| Section { node: *node, size: size(*bytes) });
    Sgx {
        supported: YesNo::Yes,
        flc: Some(YesNo::from(sgx.flexible)),
        sgx1: Some(YesNo::from(sgx.version_1)),
        sgx2: Some(YesNo::from(sgx.version_2)),
        size: Some(size(sgx.sections.iter().map(|(_, bytes)| bytes).sum())),
        sections: sections.collect(),
    }
}
