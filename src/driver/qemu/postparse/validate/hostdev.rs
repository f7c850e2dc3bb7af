//! `<hostdev>`: devices of the host that QEMU can hand over.

use super::{Whole, each, refuse};
use crate::xml::domain::device::hostdev::{Hostdev, Kind, Mdev, MdevModel, Mode};
use crate::xml::{Fault, OnOff};

pub(super) fn check(whole: Whole) -> Result<(), Fault> {
    each("hostdev", &whole.domain.devices.hostdevs, |host| check_host(whole, host))
}

fn check_host(whole: Whole, host: &Hostdev) -> Result<(), Fault> {
    refuse(host.mode == Mode::Capabilities, || {
        let kind = whole.domain.hypervisor.word();
        let fault = Fault::unsupported(format!("hostdev mode 'capabilities' is not supported in {kind}"));
        fault.at("@mode").expecting("expected 'subsystem'")
    })?;
    match &host.kind {
        Kind::Pci(pci) => {
            refuse(!whole.has("vfio-pci"), || no_vfio("PCI"))?;
            refuse(pci.write_filtering.is_some(), || {
                let text = "Write filtering of PCI device configuration space is not supported by qemu";
                Fault::unsupported(text).at("source/@writeFiltering").expecting("leave it out")
            })
        }
        Kind::ScsiHost(_) => {
            refuse(host.boot.is_some(), || no_boot("vhost SCSI devices"))?;
            refuse(!whole.has("vhost-scsi"), || {
                Fault::unsupported("This QEMU doesn't support vhost-scsi devices").at("@type")
            })
        }
        Kind::Mdev(mdev) => check_mediated(whole, host, mdev),
        Kind::Usb(_) | Kind::Scsi(_) | Kind::Storage(_) | Kind::Misc(_) | Kind::Net(_) => Ok(()),
    }
}

fn no_vfio(what: &str) -> Fault {
    Fault::unsupported(format!("VFIO {what} device assignment is not supported by this version of QEMU")).at("@type")
}

fn no_boot(what: &str) -> Fault {
    let fault = Fault::unsupported(format!("booting from assigned devices is not supported by {what}"));
    fault.at("boot").expecting("leave it out")
}

fn check_mediated(whole: Whole, host: &Hostdev, mdev: &Mdev) -> Result<(), Fault> {
    let model = mdev.model.word();
    let what = match mdev.model {
        MdevModel::VfioPci => "PCI",
        MdevModel::VfioCcw => "CCW",
        MdevModel::VfioAp => "AP",
    };
    refuse(!whole.has(model), || no_vfio(what))?;
    let boots = mdev.model == MdevModel::VfioCcw;
    refuse(host.boot.is_some() && !boots, || no_boot(&format!("mediated devices of model {model}")))?;
    let devices = &whole.domain.devices;
    let is_ap = |one: &&Hostdev| matches!(&one.kind, Kind::Mdev(mdev) if mdev.model == MdevModel::VfioAp);
    refuse(mdev.model == MdevModel::VfioAp && devices.hostdevs.iter().filter(is_ap).count() > 1, || {
        Fault::unsupported("Only one hostdev of model vfio-ap is supported").at("@model")
    })?;
    let shown = mdev.model == MdevModel::VfioPci && mdev.display == Some(OnOff::On);
    refuse(shown && devices.graphics.is_empty(), || {
        let text = "graphics device is needed for attribute value 'display=on' in <hostdev>";
        Fault::unsupported(text).at("@display").expecting("add <graphics type='vnc'/> to <devices>")
    })
}
