//! `<disk>`: drives, what they tell the guest of themselves, and images that QEMU reads.

use super::{Whole, refuse};
use crate::error::excerpt;
use crate::types::*;
use crate::xml::domain::device::disk::{Bus, Cache, Device, Disk, Io, Translation};
use crate::xml::domain::device::source::{ImageFormat, Network, Protocol, Source, Transport};
use crate::xml::{Fault, OnOff, OnlyYes};

/// The most that QEMU throttles to, a second.
const MOST_THROTTLE: u64 = 1_000_000_000_000_000;
/// Of a serial number, beside letters and digits.
const SERIAL_MARKS: &[u8] = b"-_ .+";

pub(super) fn check(whole: Whole) -> Result<(), Fault> {
    for disk in &whole.domain.devices.disks {
        check_disk(whole, disk).map_err(|fault| fault.within(&path(disk)))?;
    }
    Ok(())
}

/// Disks are sorted, so they are told by their targets.
pub(super) fn path(disk: &Disk) -> String {
    format!("/domain/devices/disk[target/@dev='{}']", excerpt(disk.target()))
}

fn check_disk(whole: Whole, disk: &Disk) -> Result<(), Fault> {
    check_drive(whole, disk)?;
    check_identity(disk)?;
    check_access(disk)?;
    check_iothread(whole, disk)?;
    check_throttle(whole, disk)?;
    check_transient(disk)?;
    let name = disk.target();
    refuse(disk.shareable && !disk.readonly && disk.driver.format != Some(ImageFormat::Raw), || {
        let text = format!("shared access for disk '{name}' requires use of supported storage format");
        Fault::unsupported(text).at("shareable").expecting("only raw images can be shared: <driver type='raw'/>")
    })?;
    if let Some(driver) = disk.driver.name.as_deref().filter(|driver| *driver != "qemu") {
        let fault = Fault::unsupported(format!("unsupported driver name '{driver}' for disk '{name}'"));
        return Err(fault.at("driver/@name").expecting("expected 'qemu'"));
    }
    let partition = name.ends_with(|last: char| last.is_ascii_digit()) && !name.starts_with("nvme");
    refuse(partition, || {
        let text = format!("invalid disk target '{name}', partitions can't appear in disk targets");
        let whole_disk = name.trim_end_matches(|last: char| last.is_ascii_digit());
        Fault::unsupported(text).at("target/@dev").expecting(format!("expected a disk, such as '{whole_disk}'"))
    })?;
    check_image(&disk.source, disk.driver.format, disk.readonly)?;
    let mut below = disk.backing_store.as_deref();
    let mut path = "backingStore".to_owned();
    while let Some(store) = below {
        if let Some(source) = &store.source {
            let format = store.format.as_ref().and_then(|format| format.kind);
            check_image(source, format, true).map_err(|fault| fault.within(&path))?;
        }
        path.push_str("/backingStore");
        below = store.below.as_deref();
    }
    refuse(matches!(disk.source, Source::VhostUser(_)) && !whole.has("vhost-user-blk"), || {
        Fault::unsupported("vhostuser disk is not supported with this QEMU binary").at("@type")
    })
}

fn check_drive(whole: Whole, disk: &Disk) -> Result<(), Fault> {
    let bus = disk.target.bus.unwrap_or_default();
    let (word, name) = (bus.word(), disk.target());
    if let Some(geometry) = disk.geometry.as_ref().filter(|one| one.cylinders > 0 && one.heads > 0 && one.sectors > 0) {
        refuse(matches!(bus, Bus::Usb | Bus::Sd), || {
            Fault::unsupported(format!("CHS geometry can not be set for '{word}' bus")).at("geometry")
        })?;
        refuse(geometry.translation != Translation::Default && bus != Bus::Ide, || {
            let text = format!("CHS translation mode can only be set for 'ide' bus not '{word}'");
            Fault::unsupported(text).at("geometry/@trans")
        })?;
    }
    refuse(disk.serial.is_some() && bus == Bus::Sd, || {
        Fault::internal(format!("Serial property not supported for drive bus '{word}'")).at("serial")
    })?;
    refuse(disk.device == Device::Cdrom && matches!(bus, Bus::Virtio | Bus::Sd), || {
        let fault = Fault::unsupported(format!("disk type of '{name}' does not support ejectable media"));
        fault.at("target/@bus").expecting("expected one of ide, sata, scsi, usb")
    })?;
    refuse(disk.device == Device::Lun && !matches!(bus, Bus::Virtio | Bus::Scsi), || {
        let fault = Fault::unsupported(format!("disk device='lun' is not supported for bus='{word}'"));
        fault.at("target/@bus").expecting("expected one of virtio, scsi")
    })?;
    if disk.target.rotation_rate > 0 {
        let fault = |text: &str| Fault::internal(text).at("target/@rotation_rate");
        refuse(!matches!(bus, Bus::Scsi | Bus::Ide | Bus::Sata), || {
            fault("rotation rate is only valid for SCSI/IDE/SATA bus")
        })?;
        refuse(disk.device != Device::Disk, || fault("rotation rate is only valid for disk device"))?;
    }
    refuse(bus == Bus::Usb && !whole.has("usb-storage"), || {
        Fault::unsupported("This QEMU doesn't support '-device usb-storage'").at("target/@bus")
    })?;
    refuse(disk.readonly && disk.device == Device::Disk && matches!(bus, Bus::Ide | Bus::Sata), || {
        let fault = Fault::unsupported(format!("readonly {word} disks are not supported"));
        fault.at("readonly").expecting("take virtio or scsi for it, or device='cdrom'")
    })
}

/// What the drive calls itself.
fn check_identity(disk: &Disk) -> Result<(), Fault> {
    let bus = disk.target.bus.unwrap_or_default();
    let lun = disk.device == Device::Lun;
    if disk.wwn.is_some() {
        let fault = |text: &str| Fault::unsupported(text).at("wwn");
        refuse(!matches!(bus, Bus::Ide | Bus::Scsi), || fault("Only ide and scsi disk support wwn"))?;
        refuse(lun, || fault("Setting wwn is not supported for lun device"))?;
    }
    if disk.vendor.is_some() || disk.product.is_some() {
        let at = if disk.vendor.is_some() { "vendor" } else { "product" };
        let fault = |text: &str| Fault::unsupported(text).at(at);
        refuse(bus != Bus::Scsi, || fault("Only scsi disk supports vendor and product"))?;
        refuse(lun, || fault("Setting vendor or product is not supported for lun device"))?;
    }
    let Some(serial) = &disk.serial else { return Ok(()) };
    refuse(lun && bus == Bus::Scsi, || {
        Fault::unsupported("scsi-block 'lun' devices do not support the serial property").at("serial")
    })?;
    let good = |c: u8| c.is_ascii_alphanumeric() || SERIAL_MARKS.contains(&c);
    refuse(!serial.bytes().all(good), || {
        let bad = "unsafe";
        let text = format!("driver serial '{}' contains {bad} characters", excerpt(serial));
        Fault::internal(text).at("serial").expecting("expected letters, digits and any of '-_ .+'")
    })
}

/// How its bytes are read and written.
fn check_access(disk: &Disk) -> Result<(), Fault> {
    let name = disk.target();
    if disk.driver.copy_on_read == Some(OnOff::On) {
        let fault = |text: String| Fault::unsupported(text).at("driver/@copy_on_read");
        refuse(disk.readonly, || fault(format!("copy_on_read is not compatible with read-only disk '{name}'")))?;
        refuse(matches!(disk.device, Device::Cdrom | Device::Floppy), || {
            fault(format!("copy_on_read is not supported with removable disk '{name}'"))
        })?;
        refuse(disk.device == Device::Lun, || {
            fault(format!("copy_on_read is not compatible with 'lun' disk '{name}'"))
        })?;
    }
    refuse(disk.driver.io == Io::Native && !matches!(disk.driver.cache, Cache::DirectSync | Cache::None), || {
        let text = "io='native' needs either no disk cache or directsync cache mode";
        Fault::unsupported(text).at("driver/@io").expecting("add cache='none' or cache='directsync'")
    })
}

fn check_iothread(whole: Whole, disk: &Disk) -> Result<(), Fault> {
    let id = disk.driver.iothread;
    if id == 0 {
        return Ok(());
    }
    let bus = disk.target.bus.unwrap_or_default();
    let fault = |text: String| Fault::unsupported(text).at("driver/@iothread");
    refuse(bus != Bus::Virtio, || {
        fault(format!("IOThreads not available for bus {} target {}", bus.word(), disk.target()))
    })?;
    refuse(!whole.has_iothread(id), || {
        let count = whole.domain.iothreads.unwrap_or(0);
        fault(format!("Disk iothread '{id}' not defined in iothreadid"))
            .expecting(format!("the machine has {count} in <iothreads>"))
    })
}

fn check_throttle(whole: Whole, disk: &Disk) -> Result<(), Fault> {
    let groups = &whole.domain.throttle_groups;
    for filter in disk.throttle_filters.iter() {
        let at = "throttlefilters/throttlefilter";
        refuse(!groups.iter().any(|group| group.name.as_ref() == Some(&filter.group)), || {
            let fault = Fault::unsupported(format!("throttle group '{}' not found", excerpt(&filter.group)));
            fault.at(format!("{at}/@group")).expecting("add it to the machine's <throttlegroups>")
        })?;
        refuse(disk.iotune.is_some(), || {
            let text =
                format!("block 'throttlefilters' can't be used together with 'iotune' for disk '{}'", disk.target());
            Fault::unsupported(text).at(at).expecting("take one of them")
        })?;
    }
    let Some(tune) = &disk.iotune else { return Ok(()) };
    let rates = &tune.rates;
    if tune.group_name.is_some() {
        let none = *rates == Default::default() && tune.lengths == Default::default();
        refuse(none, || {
            let text = "group_name can be configured only together with settings";
            Fault::unsupported(text).at("iotune/group_name")
        })?;
        let mut others = whole.domain.devices.disks.iter().filter(|other| other.target() != disk.target());
        let differs = |other: &&Disk| {
            other.iotune.as_ref().is_some_and(|theirs| {
                theirs.group_name == tune.group_name && (theirs.rates != *rates || theirs.lengths != tune.lengths)
            })
        };
        if let Some(other) = others.find(differs) {
            let text = format!("different iotunes for disks {} and {}", disk.target(), other.target());
            return Err(Fault::unsupported(text).at("iotune").expecting("those of one group must be the same"));
        }
    }
    let all = [
        rates.total_bytes_sec,
        rates.read_bytes_sec,
        rates.write_bytes_sec,
        rates.total_iops_sec,
        rates.read_iops_sec,
        rates.write_iops_sec,
        rates.total_bytes_sec_max,
        rates.read_bytes_sec_max,
        rates.write_bytes_sec_max,
        rates.total_iops_sec_max,
        rates.read_iops_sec_max,
        rates.write_iops_sec_max,
        rates.size_iops_sec,
    ];
    refuse(all.iter().any(|rate| *rate > MOST_THROTTLE), || {
        let text = format!("block I/O throttle limit must be no more than {MOST_THROTTLE} using QEMU");
        Fault::new(VIR_ERR_ARGUMENT_UNSUPPORTED, text).at("iotune")
    })
}

/// What is written is thrown away at the end.
fn check_transient(disk: &Disk) -> Result<(), Fault> {
    let Some(transient) = &disk.transient else { return Ok(()) };
    let name = disk.target();
    let fault = |text: String| Fault::unsupported(text).at("transient");
    refuse(disk.source.is_empty(), || fault(format!("transient disk '{name}' must not be empty")))?;
    refuse(disk.readonly, || fault(format!("transient disk '{name}' must not be read-only")))?;
    refuse(!matches!(disk.source, Source::File(_)), || {
        fault(format!("transient disk supported only with 'file' type ({name})"))
    })?;
    refuse(disk.device != Device::Disk, || {
        fault(format!("transient disk supported only with 'disk' device ({name})"))
    })?;
    let bus = disk.target.bus.unwrap_or_default();
    let plugged = matches!(bus, Bus::Usb | Bus::Virtio | Bus::Scsi);
    refuse(transient.share_backing == OnlyYes(true) && !plugged, || {
        fault(format!("disk bus '{}' doesn't support transiend disk backing image sharing", bus.word()))
    })
}

fn check_image(source: &Source, format: Option<ImageFormat>, readonly: bool) -> Result<(), Fault> {
    let fault = |text: &str| Fault::unsupported(text).at("driver/@type");
    refuse(format == Some(ImageFormat::Cow), || fault("'cow' storage format is not supported"))?;
    refuse(format == Some(ImageFormat::Dir), || {
        fault("'directory' storage format is not directly supported by QEMU, use 'dir' disk type instead")
    })?;
    refuse(format == Some(ImageFormat::Iso), || {
        fault("storage format 'iso' is not directly supported by QEMU, use 'raw' instead")
    })?;
    let folder = matches!(source, Source::Volume(_) | Source::Dir(_));
    refuse(format == Some(ImageFormat::Fat) && !folder, || {
        fault("storage format 'fat' is supported only with 'dir' storage type")
    })?;
    if matches!(source, Source::Dir(_)) {
        refuse(format != Some(ImageFormat::Fat), || fault("storage type 'dir' requires use of storage format 'fat'"))?;
        refuse(!readonly, || {
            let fault = Fault::unsupported("virtual FAT storage can't be accessed in read-write mode");
            fault.at("source").expecting("add <readonly/>")
        })?;
    }
    if let Source::Network(network) = source { check_network(network) } else { Ok(()) }
}

fn check_network(network: &Network) -> Result<(), Fault> {
    let protocol = network.protocol.unwrap_or_default();
    let is = |known: &[Protocol]| known.contains(&protocol);
    let only = |given: bool, known: &[Protocol], at: &str, text: &str| {
        refuse(given && !is(known), || Fault::unsupported(text).at(format!("source/{at}")))
    };
    let web = [Protocol::Https, Protocol::Http];
    let transfer = [Protocol::Https, Protocol::Http, Protocol::Ftp, Protocol::Ftps];
    let text = "ssl verification is supported only with HTTPS/FTPS protocol";
    only(network.ssl_verify.is_some(), &[Protocol::Https, Protocol::Ftps], "ssl", text)?;
    only(!network.cookies.is_empty(), &web, "cookies", "http cookies are supported only with HTTP(S) protocol")?;
    let text = "readahead is supported only with HTTP(S)/FTP(s) protocols";
    only(network.readahead > 0, &transfer, "readahead", text)?;
    let text = "timeout is supported only with HTTP(S)/FTP(s) protocols";
    only(network.timeout > 0, &transfer, "timeout", text)?;
    only(network.query.is_some(), &web, "@query", "query is supported only with HTTP(S) protocols")?;
    refuse(protocol == Protocol::Tftp, || {
        let text = format!("'{}' protocol is not supported with this QEMU binary", protocol.word());
        Fault::unsupported(text).at("source/@protocol")
    })?;
    if protocol != Protocol::Nfs {
        return Ok(());
    }
    let fault = |text: &str| Fault::unsupported(text).at("source/host");
    let [host] = &network.hosts[..] else {
        return Err(fault("'nfs' protocol requires the usage of exactly one host"));
    };
    refuse(host.transport != Transport::Tcp, || fault("'nfs' host must use TCP protocol"))?;
    refuse(host.port.is_some(), || fault("port cannot be specified in 'nfs' protocol host"))
}
