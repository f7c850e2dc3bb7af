//! Devices with little to check: watchdog, panic, balloon, NVRAM, hub, vsock, shared memory, randomness.

use super::{Whole, each, refuse};
use crate::driver::qemu::board::Board;
use crate::xml::Fault;
use crate::xml::domain::device::address::{Address, SpaprVio};
use crate::xml::domain::device::memballoon::Model as BalloonModel;
use crate::xml::domain::device::panic::{Model as PanicModel, Panic};
use crate::xml::domain::device::rng::Backend as RngBackend;
use crate::xml::domain::device::shmem::Model as ShmemModel;
use crate::xml::domain::device::watchdog::{Model as WatchdogModel, Watchdog};

pub(super) fn check(whole: Whole) -> Result<(), Fault> {
    let devices = &whole.domain.devices;
    each("panic", &devices.panics, |panic| check_panic(whole, panic))?;
    each("watchdog", &devices.watchdogs, |watchdog| check_watchdog(whole, watchdog))?;
    each("hub", &devices.hubs, |_| {
        refuse(!whole.has("usb-hub"), || Fault::unsupported("usb-hub not supported by QEMU binary"))
    })?;
    each("rng", &devices.rngs, |rng| {
        let backend = match rng.backend {
            RngBackend::Random(_) => "rng-random",
            RngBackend::Egd(_) => "rng-egd",
            RngBackend::Builtin(()) => "rng-builtin",
        };
        refuse(!whole.has(backend), || {
            Fault::unsupported(format!("this qemu doesn't support the {backend} backend")).at("backend/@model")
        })
    })?;
    each("shmem", &devices.shmems, |shmem| {
        let device = match shmem.model {
            ShmemModel::Ivshmem => "ivshmem",
            ShmemModel::Plain => "ivshmem-plain",
            ShmemModel::Doorbell => "ivshmem-doorbell",
        };
        refuse(!whole.has(device) && shmem.model != ShmemModel::Ivshmem, || {
            Fault::unsupported(format!("shmem model '{device}' is not supported by this QEMU binary")).at("model/@type")
        })
    })?;
    if let Some(balloon) = &devices.memballoon {
        refuse(balloon.model == BalloonModel::Xen, || {
            let model = balloon.model.word();
            let text = format!("Memory balloon device type '{model}' is not supported by this version of qemu");
            Fault::unsupported(text).at("/domain/devices/memballoon/@model").expecting("expected one of virtio, none")
        })?;
    }
    if let Some(nvram) = &devices.nvram {
        let at = |fault: Fault| fault.at("/domain/devices/nvram");
        refuse(whole.board != Board::Pseries, || {
            at(Fault::unsupported("nvram device is only supported for PPC64")).expecting("leave it out")
        })?;
        let placed = matches!(nvram.place.location.address, Some(Address::SpaprVio(SpaprVio { reg: Some(_) })));
        refuse(!placed, || at(Fault::xml("nvram address type must be spaprvio")))?;
    }
    refuse(devices.vsock.is_some() && !whole.has("vhost-vsock-device"), || {
        Fault::unsupported("vsock device is not supported with this QEMU binary").at("/domain/devices/vsock")
    })
}

fn check_panic(whole: Whole, panic: &Panic) -> Result<(), Fault> {
    let Some(model) = panic.model else { return Ok(()) };
    let word = model.word();
    let address = panic.place.location.address.as_ref();
    let fault = |text: &str| Fault::unsupported(text).at("@model");
    let (guests, fits) = match model {
        PanicModel::S390 => ("S390", whole.board == Board::S390),
        PanicModel::HyperV => ("i686 and x86_64", whole.board.is_x86()),
        PanicModel::Pseries => ("pSeries", whole.board == Board::Pseries),
        PanicModel::Isa => {
            refuse(!whole.has("pvpanic"), || fault("the QEMU binary does not support the ISA panic device"))?;
            return refuse(!matches!(address, None | Some(Address::Isa(_))), || {
                Fault::unsupported("panic is supported only with ISA address type").at("address/@type")
            });
        }
        PanicModel::Pvpanic => {
            refuse(!whole.has("pvpanic-pci"), || fault("the QEMU binary does not support the PCI pvpanic device"))?;
            return refuse(!matches!(address, None | Some(Address::Pci(_))), || {
                Fault::unsupported("pvpanic is supported only with PCI address type").at("address/@type")
            });
        }
    };
    refuse(!fits, || fault(&format!("only {guests} guests support panic device of model '{word}'")))?;
    refuse(address.is_some(), || {
        let text = format!("setting the panic device address is not supported for model '{word}'");
        Fault::unsupported(text).at("address").expecting("leave it out")
    })
}

fn check_watchdog(whole: Whole, watchdog: &Watchdog) -> Result<(), Fault> {
    let word = watchdog.model.word();
    let address = watchdog.place.location.address.as_ref();
    let fault = |what: &str, at: &str| Fault::unsupported(format!("{word} model of watchdog {what}")).at(at);
    match watchdog.model {
        WatchdogModel::I6300esb => refuse(!matches!(address, None | Some(Address::Pci(_))), || {
            fault("can go only on PCI bus", "address/@type")
        }),
        WatchdogModel::Ib700 => {
            refuse(address.is_some(), || fault("does not support configuring the address", "address"))
        }
        WatchdogModel::Diag288 => {
            refuse(address.is_some(), || fault("is virtual and cannot go on any bus.", "address"))?;
            refuse(whole.board != Board::S390, || fault("is allowed for s390 and s390x only", "@model"))
        }
        WatchdogModel::Itco => {
            refuse(address.is_some(), || fault("is part of the machine and cannot have any address set.", "address"))?;
            refuse(whole.board != Board::Q35, || fault("is only supported with q35 machines", "@model"))
        }
    }
}
