//! Memory that guests share with each other or with programs of the host.

use super::address;
use super::chardev;
use super::line::{Line, Properties};
use crate::types::VIR_ERR_XML_ERROR;
use crate::xml::domain::Domain;
use crate::xml::domain::device::address::Address;
use crate::xml::domain::device::chardev::{Backend, Mode, Source, Unix};
use crate::xml::domain::device::shmem::{Model, Role, Shmem};
use crate::xml::{Fault, OnOff};

/// Where programs of the host find the memory.
const FOLDER: &str = "/dev/shm";
/// Where an ivshmem server listens when nothing else is said.
const SERVERS: &str = "/var/lib/libvirt/shmem";

pub(super) fn add(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    for shmem in &domain.devices.shmems {
        check(shmem)?;
        let alias = shmem.place.alias.name.as_deref().unwrap_or_default();
        let memory = format!("shmmem-{alias}");
        match shmem.model {
            Model::Ivshmem => {
                let text = "ivshmem device is not supported with this QEMU binary; take model 'ivshmem-plain' or 'ivshmem-doorbell'";
                return Err(Fault::unsupported(text));
            }
            Model::Plain => {
                let path = format!("{FOLDER}/{}", shmem.name);
                let object = Properties::object("memory-backend-file", &memory).with("mem-path", path);
                let size = shmem.size.map_or(4 << 20, |size| size.0);
                line.json("-object", object.with("size", size).with("share", true));
            }
            Model::Doorbell => {}
        }
        let mut device = Properties::device(shmem.model.word()).with("id", alias);
        match &shmem.server {
            Some(server) => {
                let path = server.path.clone().unwrap_or_else(|| format!("{SERVERS}/{}", shmem.name));
                let unix = Unix { mode: Mode::Connect, path: Some(path), ..Unix::default() };
                let backend = Backend { kind: Source::Unix(Box::new(unix)), log: None };
                let chardev = chardev::backend(&backend, alias, None, line)?;
                device.set("chardev", chardev);
            }
            None => {
                device.set("memdev", memory);
                device.maybe(
                    "master",
                    match shmem.role {
                        Role::Default => None,
                        Role::Master => Some("on"),
                        Role::Peer => Some("off"),
                    },
                );
            }
        }
        if let Some(msi) = &shmem.msi {
            device.nonzero("vectors", msi.vectors);
            device.maybe("ioeventfd", msi.ioeventfd.map(|state| state == OnOff::On));
        }
        address::set(domain, &shmem.place.location, &mut device)?;
        line.json("-device", device);
    }
    Ok(())
}

fn check(shmem: &Shmem) -> Result<(), Fault> {
    if let Some(size) = shmem.size.map(|size| size.0).filter(|size| *size > 0) {
        if !size.is_power_of_two() {
            return Err(Fault::new(VIR_ERR_XML_ERROR, "shmem size must be a power of two"));
        }
        if size < 1 << 20 {
            return Err(Fault::new(VIR_ERR_XML_ERROR, "shmem size must be at least 1 MiB (1024 KiB)"));
        }
    }
    match &shmem.place.location.address {
        Some(Address::Pci(_)) => Ok(()),
        _ => Err(Fault::unsupported("only 'pci' addresses are supported for the shared memory device")),
    }
}
