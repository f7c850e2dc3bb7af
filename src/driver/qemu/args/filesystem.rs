//! Folders of the host: 9p in QEMU itself (`-fsdev`), or virtiofs with a program of its own at the other end of a socket.

use super::Context;
use super::address;
use super::chardev;
use super::controller::virtio_options;
use super::line::{Line, Properties, quoted};
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::chardev::{Backend, Mode, Source as Port, Unix};
use crate::xml::domain::device::filesystem::{
    AccessMode, DriverType, Filesystem, Model, Multidevs, Source, WritePolicy,
};

pub(super) fn add(domain: &Domain, context: &Context, line: &mut Line) -> Result<(), Fault> {
    for filesystem in &domain.devices.filesystems {
        match filesystem.driver.kind {
            DriverType::Default | DriverType::Path | DriverType::Handle => add_9p(domain, filesystem, line)?,
            DriverType::Virtiofs => add_virtiofs(domain, filesystem, context, line)?,
            kind @ (DriverType::Mtp | DriverType::Loop | DriverType::Nbd | DriverType::Ploop) => {
                return Err(Fault::unsupported(format!(
                    "filesystems of driver '{}' are not given to QEMU; take 'path' or 'virtiofs'",
                    kind.word()
                )));
            }
        }
    }
    Ok(())
}

fn add_virtiofs(domain: &Domain, filesystem: &Filesystem, context: &Context, line: &mut Line) -> Result<(), Fault> {
    let alias = filesystem.place.alias.name.as_deref().unwrap_or_default();
    let Source::Mount(mount) = &filesystem.source else {
        return Err(Fault::unsupported("virtiofs only supports filesystem type=mount"));
    };
    let own = || context.folder.join(format!("{alias}-fs.sock")).display().to_string();
    let path = mount.socket.clone().unwrap_or_else(own);
    let unix = Unix { mode: Mode::Connect, path: Some(path), ..Unix::default() };
    let id = format!("chr-vu-{alias}");
    chardev::named(&Backend { kind: Port::Unix(Box::new(unix)), log: None }, &id, alias, None, line)?;
    let mut device = Properties::device(&address::virtio("vhost-user-fs", &filesystem.place.location, ""));
    device.set("id", alias);
    device.set("chardev", id);
    device.maybe("queue-size", Some(filesystem.driver.queue).filter(|size| *size > 0));
    device.maybe("tag", filesystem.target.clone());
    virtio_options(&filesystem.driver.virtio, &mut device);
    device.maybe("bootindex", filesystem.boot.as_ref().map(|boot| boot.order.0));
    address::set(domain, &filesystem.place.location, &mut device)?;
    line.json("-device", device);
    Ok(())
}

fn add_9p(domain: &Domain, filesystem: &Filesystem, line: &mut Line) -> Result<(), Fault> {
    let alias = filesystem.place.alias.name.as_deref().unwrap_or_default();
    let Source::Mount(mount) = &filesystem.source else {
        return Err(Fault::unsupported("only supports mount filesystem type"));
    };
    let is_local = filesystem.driver.kind != DriverType::Handle;
    let mut words = vec![if is_local { "local" } else { "handle" }.to_owned()];
    if is_local {
        words.extend(local_options(filesystem));
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
    Ok(())
}

/// What only the driver has that opens files by their paths.
fn local_options(filesystem: &Filesystem) -> Vec<String> {
    let security = match filesystem.access_mode {
        Some(AccessMode::Mapped) => "mapped",
        Some(AccessMode::Squash) => "none",
        Some(AccessMode::Passthrough) | None => "passthrough",
    };
    let mut words = vec![format!("security_model={security}")];
    if filesystem.fmode.0 > 0 {
        words.push(format!("fmode={:04o}", filesystem.fmode.0));
    }
    if filesystem.dmode.0 > 0 {
        words.push(format!("dmode={:04o}", filesystem.dmode.0));
    }
    if filesystem.multidevs != Multidevs::Default {
        words.push(format!("multidevs={}", filesystem.multidevs.word()));
    }
    words
}
