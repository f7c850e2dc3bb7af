//! Disks: the device that the guest sees.

use serde_json::Value;

use super::boot::Indexes;
use super::controller::virtio_options;
use super::line::{Line, Properties, quoted};
use super::{Context, address};
use super::{blockdev, chardev};
use crate::driver::qemu::board::Board;
use crate::xml::domain::Domain;
use crate::xml::domain::device::address::{Address, Drive};
use crate::xml::domain::device::chardev::{Backend, Source as Port, Unix};
use crate::xml::domain::device::controller::Type;
use crate::xml::domain::device::disk::{Bus, Cache, Device, Disk, ErrorPolicy, Model, Translation};
use crate::xml::domain::device::source::{ImageFormat, Source};
use crate::xml::domain::postparse::bus_and_index;
use crate::xml::{Fault, OnOff};

pub(super) fn add(
    domain: &Domain,
    board: Board,
    indexes: &Indexes,
    context: &Context,
    line: &mut Line,
) -> Result<(), Fault> {
    // libvirt numbers nodes from the last disk to the first.
    let mut number = 0;
    let mut parts = Vec::new();
    for (at, disk) in domain.devices.disks.iter().enumerate().rev() {
        let index = indexes.disks.get(at).copied().flatten();
        let part = line.part(|line| {
            if disk.target.bus == Some(Bus::Sd) {
                return add_card(disk, line);
            }
            let node = blockdev::add(disk, &mut number, line)?;
            add_device(domain, board, disk, node, index, line)
        });
        parts.push(part?);
    }
    blockdev::add_groups(domain, line);
    blockdev::add_shared_helper(&domain.devices.disks, &context.folder, line);
    let is_floppy = |disk: &Disk| disk.target.bus == Some(Bus::Fdc);
    if board == Board::Pseries && domain.devices.disks.iter().any(is_floppy) {
        return Err(Fault::unsupported("PowerPC pseries machines do not support floppy device"));
    }
    if domain.devices.disks.iter().any(is_floppy) {
        add_floppy_controller(domain, board, indexes, line);
    }
    line.words.extend(parts.into_iter().rev().flatten());
    Ok(())
}

/// The disk of a block node that is named `libvirt-NUMBER-…`, that number, and how many layers of the image are above it.
pub fn disk_of_node<'a>(disks: &'a [Disk], node: &str) -> Option<(&'a Disk, u32, u32)> {
    let wanted: u32 = node.strip_prefix("libvirt-")?.split('-').next()?.parse().ok()?;
    let mut number = 0;
    for disk in disks.iter().rev() {
        let first = number + 1;
        // What was started could be put into words.
        blockdev::add(disk, &mut number, &mut Line::default()).ok()?;
        if (first..=number).contains(&wanted) {
            return Some((disk, wanted, wanted - first));
        }
    }
    None
}

/// The board has one, or it is plugged in; it knows from which drive to boot.
fn add_floppy_controller(domain: &Domain, board: Board, indexes: &Indexes, line: &mut Line) {
    let own = board == Board::I440fx || board == Board::IsaPc;
    let mut device = Properties::device("isa-fdc");
    for (disk, index) in domain.devices.disks.iter().zip(&indexes.disks) {
        let (Some(Address::Drive(drive)), Some(index), Some(Bus::Fdc)) =
            (&disk.place.location.address, index, disk.target.bus)
        else {
            continue;
        };
        let name = if drive.unit == 0 { "bootindexA" } else { "bootindexB" };
        if own {
            line.option("-global", format!("isa-fdc.{name}={index}"));
        } else {
            device.set(name, *index);
        }
    }
    if !own {
        line.json("-device", device);
    }
}

/// A memory card. Its slots are on the board, and QEMU knows no device to put in by itself.
fn add_card(disk: &Disk, line: &mut Line) -> Result<(), Fault> {
    let index = bus_and_index(disk.target()).map_or(0, |(_, index)| index);
    let bytes = blockdev::bytes_of(&disk.source, disk.target(), false, line)?;
    let mut words = match &disk.source {
        Source::File(_) | Source::Block(_) => vec![format!("file={}", quoted(disk.source.describe()))],
        Source::Dir(_)
        | Source::Network(_)
        | Source::Volume(_)
        | Source::Nvme(_)
        | Source::VhostUser(_)
        | Source::VhostVdpa(_)
        | Source::Ctl(_) => flattened("file", &bytes.into_value()),
    };
    words.push(format!("format={}", disk.driver.format.unwrap_or(ImageFormat::Raw).word()));
    words.push("if=sd".to_owned());
    words.push(format!("index={index}"));
    if disk.readonly {
        words.push("readonly=on".to_owned());
    }
    line.option("-drive", words.join(","));
    Ok(())
}

/// Properties below a name, as options that are no JSON have them.
fn flattened(name: &str, value: &Value) -> Vec<String> {
    match value {
        Value::Object(object) => {
            object.iter().flat_map(|(key, value)| flattened(&format!("{name}.{key}"), value)).collect()
        }
        Value::Array(list) => {
            list.iter().enumerate().flat_map(|(at, value)| flattened(&format!("{name}.{at}"), value)).collect()
        }
        Value::String(text) => vec![format!("{name}={}", quoted(text))],
        Value::Bool(on) => vec![format!("{name}={}", if *on { "on" } else { "off" })],
        Value::Number(number) => vec![format!("{name}={number}")],
        Value::Null => Vec::new(),
    }
}

fn add_device(
    domain: &Domain,
    board: Board,
    disk: &Disk,
    node: Option<String>,
    index: Option<u32>,
    line: &mut Line,
) -> Result<(), Fault> {
    let bus = disk.target.bus.unwrap_or_default();
    let drive = match &disk.place.location.address {
        Some(Address::Drive(drive)) => *drive,
        _ => Drive::default(),
    };
    let cdrom = disk.device == Device::Cdrom;
    let mut device = match bus {
        Bus::Virtio if matches!(disk.source, Source::VhostUser(_)) => of_vhost_user(domain, disk, line)?,
        Bus::Virtio => of_virtio(domain, disk)?,
        Bus::Ide | Bus::Sata => {
            let mut device = Properties::device(if cdrom { "ide-cd" } else { "ide-hd" });
            let kind = if bus == Bus::Ide { Type::Ide } else { Type::Sata };
            let name = address::controller(domain, kind, drive.controller)?;
            if bus == Bus::Ide && board != Board::Q35 {
                device.set("bus", format!("{name}.{}", drive.bus));
                device.set("unit", drive.unit);
            } else {
                device.set("bus", format!("{name}.{}", drive.unit));
            }
            device
        }
        Bus::Scsi => of_scsi(domain, disk, &drive)?,
        Bus::Fdc => Properties::device("floppy").with("unit", drive.unit),
        Bus::Usb => {
            let mut device = Properties::device("usb-storage");
            address::set(domain, &disk.place.location, &mut device)?;
            device
        }
        Bus::Xen | Bus::Uml | Bus::Sd | Bus::Nvme => {
            return Err(Fault::unsupported(format!("disks on bus '{}' are not given to QEMU", bus.word())));
        }
    };
    if disk.shareable && !cdrom {
        device.set("share-rw", true);
    }
    if bus == Bus::Scsi && disk.device != Device::Lun {
        let alias = disk.place.alias.name.as_deref().unwrap_or_default();
        device.set("device_id", disk.serial.as_deref().cloned().unwrap_or_else(|| format!("drive-{alias}")));
    }
    device.maybe("drive", node);
    device.maybe("id", disk.place.alias.name.clone());
    if bus != Bus::Fdc {
        device.maybe("bootindex", index);
    }
    finish(disk, bus, &mut device);
    line.json("-device", device);
    Ok(())
}

/// A disk that another program is.
fn of_vhost_user(domain: &Domain, disk: &Disk, line: &mut Line) -> Result<Properties, Fault> {
    let Source::VhostUser(vhost) = &disk.source else { return of_virtio(domain, disk) };
    let alias = disk.place.alias.name.as_deref().unwrap_or_default();
    let unix = Unix { path: vhost.path.clone(), reconnect: vhost.reconnect.clone(), ..Unix::default() };
    let id = format!("chr-vu-{alias}");
    chardev::named(&Backend { kind: Port::Unix(Box::new(unix)), log: None }, &id, alias, None, line)?;
    let mut device = Properties::device(&address::virtio("vhost-user-blk", &disk.place.location, ""));
    device.nonzero("num-queues", disk.driver.queues);
    device.nonzero("queue-size", disk.driver.queue_size);
    virtio_options(&disk.driver.virtio, &mut device);
    address::set(domain, &disk.place.location, &mut device)?;
    device.set("chardev", id);
    Ok(device)
}

fn of_virtio(domain: &Domain, disk: &Disk) -> Result<Properties, Fault> {
    let flavour = match disk.model {
        Some(Model::Transitional) => "virtio-transitional",
        Some(Model::NonTransitional) => "virtio-non-transitional",
        Some(Model::Virtio) | None => "",
    };
    let mut device = Properties::device(&address::virtio("virtio-blk", &disk.place.location, flavour));
    let options = &disk.driver;
    device.iothread(options.iothread);
    device.switch("ioeventfd", options.ioeventfd);
    device.switch("event_idx", options.event_idx);
    device.nonzero("num-queues", options.queues);
    device.nonzero("queue-size", options.queue_size);
    virtio_options(&options.virtio, &mut device);
    // Only older versions of QEMU give SCSI commands of the guest to the host through this bus.
    if disk.device == Device::Lun {
        device.set("scsi", true);
    }
    address::set(domain, &disk.place.location, &mut device)?;
    Ok(device)
}

fn of_scsi(domain: &Domain, disk: &Disk, drive: &Drive) -> Result<Properties, Fault> {
    let driver = match disk.device {
        Device::Cdrom => "scsi-cd",
        Device::Lun => "scsi-block",
        Device::Disk | Device::Floppy => "scsi-hd",
    };
    let name = address::controller(domain, Type::Scsi, drive.controller)?;
    let mut device = Properties::device(driver).with("bus", format!("{name}.0"));
    let mut controllers = domain.devices.controllers.iter();
    let lsi = controllers.any(|one| {
        one.kind == Type::Scsi && one.index == Some(drive.controller) && one.model.as_deref() == Some("lsilogic")
    });
    if lsi {
        device.set("scsi-id", drive.unit);
    } else {
        device.set("channel", drive.bus);
        device.set("scsi-id", drive.target);
        device.set("lun", drive.unit);
    }
    Ok(device)
}

/// What disks of every bus may have.
fn finish(disk: &Disk, bus: Bus, device: &mut Properties) {
    device.nonzero("logical_block_size", disk.logical_block_size);
    device.nonzero("physical_block_size", disk.physical_block_size);
    device.maybe("discard_granularity", disk.discard_granularity);
    let wwn = disk.wwn.as_deref().map(|wwn| wwn.strip_prefix("0x").unwrap_or(wwn));
    device.maybe("wwn", wwn.and_then(|wwn| u64::from_str_radix(wwn, 16).ok()));
    device.nonzero("rotation_rate", disk.target.rotation_rate);
    device.maybe("vendor", disk.vendor.as_deref().cloned());
    device.maybe("product", disk.product.as_deref().cloned());
    if bus == Bus::Usb {
        device.set("removable", disk.target.removable == Some(OnOff::On));
    } else {
        device.switch("removable", disk.target.removable);
    }
    if let Some(geometry) = &disk.geometry
        && geometry.cylinders > 0
    {
        device.set("cyls", geometry.cylinders);
        device.set("heads", geometry.heads);
        device.set("secs", geometry.sectors);
        if geometry.translation != Translation::Default {
            device.set("bios-chs-trans", geometry.translation.word());
        }
    }
    device.switch("dpofua", disk.target.dpofua);
    device.maybe("serial", disk.serial.as_deref().cloned());
    let write_cache = match disk.driver.cache {
        Cache::Default => None,
        Cache::None | Cache::WriteBack | Cache::Unsafe => Some("on"),
        Cache::WriteThrough | Cache::DirectSync => Some("off"),
    };
    if bus != Bus::Fdc && disk.device != Device::Lun {
        device.maybe("write-cache", write_cache);
    }
    let policy = |policy: ErrorPolicy| match policy {
        ErrorPolicy::Default => None,
        ErrorPolicy::EnoSpace => Some("enospc"),
        policy @ (ErrorPolicy::Stop | ErrorPolicy::Report | ErrorPolicy::Ignore) => Some(policy.word()),
    };
    device.maybe("werror", policy(disk.driver.error_policy));
    let read = policy(disk.driver.rerror_policy);
    // Reading cannot lack space.
    let read = read.or(policy(disk.driver.error_policy).filter(|word| *word != "enospc"));
    device.maybe("rerror", read.filter(|word| *word != "enospc"));
}
