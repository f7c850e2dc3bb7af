//! `-fsdev` and 9p: folders of the host.

use super::address;
use super::controller::virtio_options;
use super::line::{Line, Properties, quoted};
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::filesystem::{AccessMode, DriverType, Model, Multidevs, Source, WritePolicy};

pub(super) fn add(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    for filesystem in &domain.devices.filesystems {
        let alias = filesystem.place.alias.name.as_deref().unwrap_or_default();
        let driver = match filesystem.driver.kind {
            DriverType::Default | DriverType::Path => "local",
            DriverType::Handle => "handle",
            kind
            @ (DriverType::Virtiofs | DriverType::Mtp | DriverType::Loop | DriverType::Nbd | DriverType::Ploop) => {
                return Err(Fault::unsupported(format!(
                    "filesystems of driver '{}' are not given to QEMU",
                    kind.word()
                )));
            }
        };
        let Source::Mount(mount) = &filesystem.source else {
            return Err(Fault::unsupported("only supports mount filesystem type"));
        };
        let mut words = vec![driver.to_owned()];
        if driver == "local" {
            words.push(format!(
                "security_model={}",
                match filesystem.access_mode {
                    Some(AccessMode::Mapped) => "mapped",
                    Some(AccessMode::Squash) => "none",
                    Some(AccessMode::Passthrough) | None => "passthrough",
                }
            ));
            if filesystem.fmode.0 > 0 {
                words.push(format!("fmode={:04o}", filesystem.fmode.0));
            }
            if filesystem.dmode.0 > 0 {
                words.push(format!("dmode={:04o}", filesystem.dmode.0));
            }
            if filesystem.multidevs != Multidevs::Default {
                words.push(format!("multidevs={}", filesystem.multidevs.word()));
            }
        }
        if filesystem.driver.write_policy == WritePolicy::Immediate {
            words.push("writeout=immediate".to_owned());
        }
        words.push(format!("id=fsdev-{alias}"));
        words.push(format!("path={}", quoted(mount.directory.as_deref().unwrap_or_default())));
        if filesystem.readonly {
            words.push("readonly=on".to_owned());
        }
        line.option("-fsdev", words.join(","));
        let flavour = match filesystem.model {
            Some(Model::Transitional) => "virtio-transitional",
            Some(Model::NonTransitional) => "virtio-non-transitional",
            Some(Model::Virtio) | None => "",
        };
        let mut device = Properties::device(&address::virtio("virtio-9p", &filesystem.place.location, flavour));
        virtio_options(&filesystem.driver.virtio, &mut device);
        device.set("id", alias);
        device.set("fsdev", format!("fsdev-{alias}"));
        device.maybe("mount_tag", filesystem.target.clone());
        device.maybe("bootindex", filesystem.boot.as_ref().map(|boot| boot.order.0));
        address::set(domain, &filesystem.place.location, &mut device)?;
        line.json("-device", device);
    }
    Ok(())
}
