//! Devices of a few lines each.

use super::address;
use super::chardev::backend;
use super::controller::virtio_options;
use super::line::{Line, Properties};
use crate::xml::domain::Domain;
use crate::xml::domain::device::iommu::Model as IommuModel;
use crate::xml::domain::device::memballoon::Model as BalloonModel;
use crate::xml::domain::device::panic::Model as PanicModel;
use crate::xml::domain::device::rng::{Backend as RngBackend, Model as RngModel};
use crate::xml::domain::device::smartcard::Kind as SmartcardKind;
use crate::xml::domain::device::tpm::{Backend as TpmBackend, Model as TpmModel};
use crate::xml::domain::device::vsock::Model as VsockModel;
use crate::xml::domain::device::watchdog::{Action, Model as WatchdogModel};
use crate::xml::{Fault, OnOff};

pub(super) fn add_iommus(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    for iommu in &domain.devices.iommus {
        let mut device = match iommu.model {
            IommuModel::Intel => {
                let mut device = Properties::device("intel-iommu");
                let driver = &iommu.driver;
                device.maybe("id", iommu.place.alias.name.clone());
                device.maybe("intremap", driver.intremap.map(OnOff::word));
                device.switch("caching-mode", driver.caching_mode);
                device.maybe("eim", driver.eim.map(OnOff::word));
                device.switch("device-iotlb", driver.iotlb);
                device.nonzero("aw-bits", driver.aw_bits);
                device
            }
            IommuModel::Virtio => {
                let mut device = Properties::device("virtio-iommu");
                device.maybe("id", iommu.place.alias.name.clone());
                device
            }
            model @ (IommuModel::Smmuv3 | IommuModel::Amd) => {
                return Err(Fault::unsupported(format!("IOMMU of model '{}' is not given to QEMU", model.word())));
            }
        };
        address::set(domain, &iommu.place.location, &mut device)?;
        line.json("-device", device);
    }
    Ok(())
}

pub(super) fn add_hubs(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    for hub in &domain.devices.hubs {
        let mut device = Properties::device("usb-hub");
        device.maybe("id", hub.place.alias.name.clone());
        address::set(domain, &hub.place.location, &mut device)?;
        line.json("-device", device);
    }
    Ok(())
}

pub(super) fn add_smartcards(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    for card in &domain.devices.smartcards {
        let alias = card.place.alias.name.as_deref().unwrap_or_default();
        let mut device = match &card.kind {
            SmartcardKind::Host(()) => Properties::device("ccid-card-emulated").with("backend", "nss-emulated"),
            SmartcardKind::HostCertificates(certificates) => {
                let mut device = Properties::device("ccid-card-emulated").with("backend", "certificates");
                for (at, certificate) in certificates.certificates.iter().enumerate() {
                    device.set(&format!("cert{}", at + 1), certificate.as_str());
                }
                device.set("db", certificates.database.as_deref().unwrap_or("/etc/pki/nssdb"));
                device
            }
            SmartcardKind::Passthrough(other) => {
                let chardev = backend(other, alias, None, line)?;
                Properties::device("ccid-card-passthru").with("chardev", chardev)
            }
        };
        device.set("id", alias);
        address::set(domain, &card.place.location, &mut device)?;
        line.json("-device", device);
    }
    Ok(())
}

/// What emulates them is a program that must be started before QEMU.
pub(super) fn refuse_tpms(domain: &Domain) -> Result<(), Fault> {
    let proxy = |model: Option<TpmModel>| model == Some(TpmModel::SpaprProxy);
    match domain.devices.tpms.iter().find(|tpm| !proxy(tpm.model)) {
        Some(tpm) => Err(Fault::unsupported(match &tpm.backend {
            TpmBackend::Passthrough(_) => "the host's TPM is not given to QEMU",
            TpmBackend::Emulator(_) | TpmBackend::External(_) => "emulated TPMs are not given to QEMU",
        })),
        None => Ok(()),
    }
}

pub(super) fn add_watchdogs(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    for watchdog in &domain.devices.watchdogs {
        let driver = match watchdog.model {
            WatchdogModel::I6300esb => "i6300esb",
            WatchdogModel::Ib700 => "ib700",
            WatchdogModel::Diag288 => "diag288",
            WatchdogModel::Itco => continue,
        };
        let mut device = Properties::device(driver);
        device.maybe("id", watchdog.place.alias.name.clone());
        address::set(domain, &watchdog.place.location, &mut device)?;
        line.json("-device", device);
    }
    if let Some(watchdog) = domain.devices.watchdogs.first() {
        // The machine is paused, and dumped by who hears of it.
        let action = if watchdog.action == Action::Dump { Action::Pause } else { watchdog.action };
        line.option("-watchdog-action", action.word());
    }
    Ok(())
}

pub(super) fn add_redirdevs(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    for redirdev in &domain.devices.redirdevs {
        let alias = redirdev.place.alias.name.as_deref().unwrap_or_default();
        let chardev = backend(&redirdev.backend, alias, None, line)?;
        let mut device = Properties::device("usb-redir").with("chardev", chardev).with("id", alias);
        device.maybe(
            "filter",
            domain.devices.redirfilter.as_ref().map(|filter| {
                let number = |number: Option<u32>, width: usize| match number {
                    Some(number) => format!("0x{number:0width$X}"),
                    None => "-1".to_owned(),
                };
                let rules = filter.devices.iter().map(|rule| {
                    let version = rule
                        .version
                        .map_or("-1".to_owned(), |version| format!("0x{:02}{:02}", version.major, version.minor));
                    let allow = u32::from(rule.allow == crate::xml::YesNo::Yes);
                    let (class, vendor) = (number(rule.class.0, 2), number(rule.vendor.0, 4));
                    format!("{class}:{vendor}:{}:{version}:{allow}", number(rule.product.0, 4))
                });
                rules.collect::<Vec<_>>().join("|")
            }),
        );
        device.maybe("bootindex", redirdev.boot.as_ref().map(|boot| boot.order.0));
        address::set(domain, &redirdev.place.location, &mut device)?;
        line.json("-device", device);
    }
    Ok(())
}

pub(super) fn add_memballoon(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    let Some(balloon) = &domain.devices.memballoon else { return Ok(()) };
    let flavour = match balloon.model {
        BalloonModel::None | BalloonModel::Xen => return Ok(()),
        model => model.word(),
    };
    let mut device = Properties::device(&address::virtio("virtio-balloon", &balloon.place.location, flavour));
    virtio_options(&balloon.driver, &mut device);
    device.maybe("id", balloon.place.alias.name.clone());
    device.switch("deflate-on-oom", balloon.autodeflate);
    device.switch("free-page-reporting", balloon.free_page_reporting);
    address::set(domain, &balloon.place.location, &mut device)?;
    line.json("-device", device);
    Ok(())
}

pub(super) fn add_rngs(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    for rng in &domain.devices.rngs {
        let alias = rng.place.alias.name.as_deref().unwrap_or_default();
        let id = format!("obj{alias}");
        let object = match &rng.backend {
            RngBackend::Random(random) => {
                let file = random.path.as_deref().unwrap_or("/dev/urandom");
                Properties::object("rng-random", &id).with("filename", file)
            }
            RngBackend::Egd(other) => {
                let chardev = backend(other, alias, None, line)?;
                Properties::object("rng-egd", &id).with("chardev", chardev)
            }
            RngBackend::Builtin(()) => Properties::object("rng-builtin", &id),
        };
        line.json("-object", object);
        let flavour = match rng.model {
            RngModel::Virtio => "",
            model @ (RngModel::Transitional | RngModel::NonTransitional) => model.word(),
        };
        let mut device = Properties::device(&address::virtio("virtio-rng", &rng.place.location, flavour));
        virtio_options(&rng.driver, &mut device);
        device.set("rng", id);
        device.set("id", alias);
        if let Some(rate) = &rng.rate {
            device.set("max-bytes", rate.bytes);
            device.set("period", if rate.period > 0 { rate.period } else { 1000 });
        }
        address::set(domain, &rng.place.location, &mut device)?;
        line.json("-device", device);
    }
    Ok(())
}

/// Before what the definition passes to QEMU as it is.
pub(super) fn add_rest(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    use crate::xml::domain::device::address::{Address, SpaprVio};
    if let Some(nvram) = &domain.devices.nvram
        && let Some(Address::SpaprVio(SpaprVio { reg: Some(reg) })) = &nvram.place.location.address
    {
        line.option("-global", format!("spapr-nvram.reg={:#x}", reg.0));
    }
    if domain.features.vmcoreinfo.as_ref().is_some_and(|feature| feature.state == OnOff::On) {
        line.json("-device", Properties::device("vmcoreinfo"));
    }
    if domain.launch_security.is_some() {
        return Err(Fault::unsupported("encrypted guests are not given to QEMU"));
    }
    if !domain.devices.cryptos.is_empty() {
        return Err(Fault::unsupported("crypto devices are not given to QEMU"));
    }
    Ok(())
}

/// After it.
pub(super) fn add_last(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    for panic in &domain.devices.panics {
        match panic.model {
            Some(PanicModel::Isa) => {
                use crate::xml::domain::device::address::Address;
                let mut device = Properties::device("pvpanic");
                if let Some(Address::Isa(isa)) = &panic.place.location.address {
                    device.set("ioport", isa.iobase.0);
                }
                line.json("-device", device);
            }
            Some(PanicModel::Pvpanic) => {
                let mut device = Properties::device("pvpanic-pci");
                address::set(domain, &panic.place.location, &mut device)?;
                line.json("-device", device);
            }
            // What firmware does, or a property of the CPU.
            Some(PanicModel::Pseries | PanicModel::HyperV | PanicModel::S390) | None => {}
        }
    }
    if !domain.devices.shmems.is_empty() {
        return Err(Fault::unsupported("shared memory devices are not given to QEMU"));
    }
    if let Some(vsock) = &domain.devices.vsock {
        let flavour = match vsock.model {
            Some(VsockModel::Virtio) | None => "",
            Some(model @ (VsockModel::Transitional | VsockModel::NonTransitional)) => model.word(),
        };
        let mut device = Properties::device(&address::virtio("vhost-vsock", &vsock.place.location, flavour));
        virtio_options(&vsock.driver, &mut device);
        device.maybe("id", vsock.place.alias.name.clone());
        device.set("guest-cid", vsock.cid.address);
        address::set(domain, &vsock.place.location, &mut device)?;
        line.json("-device", device);
    }
    Ok(())
}
