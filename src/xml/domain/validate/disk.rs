//! Disks and folders.

use std::collections::HashMap;

use super::refuse_if;
use crate::types::*;
use crate::xml::Fault;
use crate::xml::common::encryption::{Auth, Encryption, EncryptionFormat};
use crate::xml::domain::Domain;
use crate::xml::domain::device::address::{Address, Drive};
use crate::xml::domain::device::disk::{Bus, Device, Disk, Iotune, Sgio, Tray};
use crate::xml::domain::device::filesystem::Source as FilesystemSource;
use crate::xml::domain::device::hostdev::Kind;
use crate::xml::domain::device::source::{ImageFormat, Protocol, Source, StartupPolicy};
use crate::xml::domain::postparse::disk::bus_and_index;

impl Domain {
    /// Images by descriptors, of drivers that know none.
    pub(in crate::xml::domain) fn refuse_fd_groups(&self) -> Result<(), Fault> {
        let named = |disk: &&Disk| matches!(&disk.source, Source::File(file) if file.fd_group.is_some());
        match self.devices.disks.iter().find(named) {
            Some(disk) => {
                let text = format!("driver does not support FD passing for disk '{}'", disk.name());
                Err(Fault::unsupported(text))
            }
            None => Ok(()),
        }
    }

    pub(super) fn validate_disks(&self) -> Result<(), Fault> {
        for disk in &self.devices.disks {
            disk.validate()?;
        }
        let mut names: HashMap<&str, &Disk> = HashMap::with_capacity(self.devices.disks.len());
        for disk in &self.devices.disks {
            if let Some(other) = names.insert(disk.name(), disk) {
                return Err(Fault::xml(format!(
                    "target '{}' duplicated for disk sources '{}' and '{}'",
                    disk.name(),
                    other.source.describe(),
                    disk.source.describe()
                )));
            }
        }
        let mut places: HashMap<(Option<Bus>, &Drive), &Disk> = HashMap::new();
        for disk in &self.devices.disks {
            let Some(place) = drive(disk) else { continue };
            if places.insert((disk.target.bus, place), disk).is_some() {
                let Drive { controller, bus, target, unit } = place;
                return Err(Fault::unsupported(format!(
                    "Found duplicate drive address for disk with target name '{}' controller='{controller}' bus='{bus}' target='{target}' unit='{unit}'",
                    disk.name()
                )));
            }
        }
        let hostdevs = self.devices.hostdevs.iter().filter(|hostdev| matches!(hostdev.kind, Kind::Scsi(_)));
        for hostdev in hostdevs {
            let Some(Address::Drive(place)) = &hostdev.location.address else { continue };
            if let Some(disk) = places.get(&(Some(Bus::Scsi), place)) {
                let Drive { controller, bus, target, unit } = place;
                return Err(Fault::unsupported(format!(
                    "using disk target name '{}' conflicts with SCSI host device address controller='{controller}' bus='{bus}' target='{target}' unit='{unit}",
                    disk.name()
                )));
            }
        }
        Ok(())
    }

    pub(super) fn validate_filesystems(&self) -> Result<(), Fault> {
        for filesystem in &self.devices.filesystems {
            let target = filesystem.target.as_deref().unwrap_or_default();
            let source = match &filesystem.source {
                FilesystemSource::Mount(mount) | FilesystemSource::Bind(mount) => {
                    mount.directory.as_ref().or(mount.socket.as_ref())
                }
                FilesystemSource::Block(block) => block.device.as_ref(),
                FilesystemSource::File(file) => file.file.as_ref(),
                FilesystemSource::Template(template) => template.name.as_ref(),
                FilesystemSource::Volume(volume) => volume.volume.as_ref(),
                FilesystemSource::Ram(_) => None,
            };
            let needs_source = !matches!(filesystem.source, FilesystemSource::Ram(_));
            refuse_if(source.is_none() && needs_source, || Fault::new(VIR_ERR_NO_SOURCE, target))?;
            refuse_if(filesystem.target.is_none(), || {
                Fault::new(VIR_ERR_NO_TARGET, source.cloned().unwrap_or_default())
            })?;
        }
        Ok(())
    }
}

fn drive(disk: &Disk) -> Option<&Drive> {
    match &disk.place.location.address {
        Some(Address::Drive(drive)) => Some(drive),
        _ => None,
    }
}

impl Disk {
    fn validate(&self) -> Result<(), Fault> {
        self.validate_sources()?;
        refuse_if(self.sgio == Some(Sgio::Unfiltered), || {
            Fault::unsupported("unfiltered sgio is no longer supported")
        })?;
        match self.device {
            Device::Lun => self.validate_lun()?,
            Device::Disk | Device::Cdrom | Device::Floppy => self.validate_no_lun()?,
        }
        self.iotune.as_ref().map_or(Ok(()), |iotune| iotune.validate())?;
        self.validate_place()?;
        self.validate_virtio_only()?;
        match &self.source {
            Source::Nvme(nvme) => {
                refuse_if(nvme.namespace == 0, || Fault::unsupported("NVMe namespace can't be zero"))?;
            }
            Source::VhostUser(_) => self.validate_vhost_user()?,
            Source::File(_) | Source::Block(_) | Source::Dir(_) | Source::Network(_) | Source::Volume(_) => {}
            Source::VhostVdpa(_) | Source::Ctl(_) => {}
        }
        self.validate_drive()?;
        self.validate_name()?;
        refuse_if(self.source.is_empty() && self.device == Device::Disk, || Fault::new(VIR_ERR_NO_SOURCE, self.name()))
    }

    /// What only the kinds of drives have that it is one of.
    fn validate_drive(&self) -> Result<(), Fault> {
        let removable = matches!(self.device, Device::Cdrom | Device::Floppy);
        refuse_if(self.target.tray == Tray::Open && !removable, || {
            Fault::unsupported("tray is only valid for cdrom and floppy")
        })?;
        let fits = |text: &Option<Box<String>>, most: usize, what: &str| {
            let Some(text) = text else { return Ok(()) };
            let printable = text.bytes().all(|c| (0x20..0x7f).contains(&c));
            refuse_if(!printable, || Fault::xml(format!("disk {what} is not printable string")))?;
            refuse_if(text.len() > most, || Fault::unsupported(format!("disk {what} is more than {most} characters")))
        };
        fits(&self.vendor, 8, "vendor")?;
        fits(&self.product, 16, "product")?;
        let bus = self.target.bus.unwrap_or_default();
        let floppy = self.device == Device::Floppy;
        refuse_if(floppy != (bus == Bus::Fdc), || {
            let kind = if floppy { "floppy disk" } else { "disk" };
            Fault::internal(format!("Invalid bus type '{}' for {kind}", bus.word()))
        })?;
        refuse_if(self.target.removable.is_some() && bus != Bus::Usb, || {
            Fault::xml("removable is only valid for usb disks")
        })?;
        let policy = self.source.common().attributes.policy;
        refuse_if(matches!(self.source, Source::Network(_)) && policy != StartupPolicy::Default, || {
            Fault::xml(format!("disk startupPolicy '{}' is not allowed for disk of 'network' type", policy.word()))
        })?;
        refuse_if(policy == StartupPolicy::Requisite && !removable, || {
            Fault::xml("Setting disk requisite is allowed only for cdrom or floppy")
        })
    }

    fn validate_name(&self) -> Result<(), Fault> {
        let begins = |prefixes: &[&str]| prefixes.iter().any(|prefix| self.name().starts_with(prefix));
        match self.device {
            Device::Disk | Device::Lun if !begins(&["hd", "sd", "vd", "xvd", "ubd", "nvme"]) => {
                Err(Fault::internal(format!("Invalid harddisk device name: {}", self.name())))
            }
            Device::Floppy if !begins(&["fd"]) => {
                Err(Fault::internal(format!("Invalid floppy device name: {}", self.name())))
            }
            Device::Disk | Device::Lun | Device::Cdrom | Device::Floppy => Ok(()),
        }
    }

    /// A disk that is handed through as it is.
    fn validate_lun(&self) -> Result<(), Fault> {
        match &self.source {
            Source::Network(network) => refuse_if(network.protocol != Some(Protocol::Iscsi), || {
                let protocol = network.protocol.unwrap_or_default().word();
                Fault::unsupported(format!("disk device='lun' is not supported for protocol='{protocol}'"))
            })?,
            Source::Block(_) | Source::Volume(_) => {}
            Source::File(_)
            | Source::Dir(_)
            | Source::Nvme(_)
            | Source::VhostUser(_)
            | Source::VhostVdpa(_)
            | Source::Ctl(_) => {
                let text = "disk device='lun' is only valid for block type disk source";
                return Err(Fault::unsupported(text));
            }
        }
        refuse_if(!matches!(self.driver.format, None | Some(ImageFormat::Raw)), || {
            Fault::unsupported("disk device 'lun' must use 'raw' format")
        })?;
        let children = &self.source.common().children;
        refuse_if(children.slices.is_some(), || Fault::unsupported("disk device 'lun' doesn't support storage slice"))?;
        let encrypted = |encryption: Option<&Encryption>| {
            encryption.is_some_and(|encryption| encryption.format != EncryptionFormat::Default)
        };
        refuse_if(encrypted(children.encryption.as_ref()) || encrypted(self.encryption.as_deref()), || {
            Fault::unsupported("disk device 'lun' doesn't support encryption")
        })
    }

    fn validate_no_lun(&self) -> Result<(), Fault> {
        refuse_if(self.source.common().children.reservations.is_some(), || {
            Fault::unsupported("<reservations/> allowed only for lun devices")
        })?;
        refuse_if(self.rawio.is_some(), || Fault::unsupported("rawio can be used only with device='lun'"))?;
        refuse_if(self.sgio.is_some(), || Fault::unsupported("sgio can be used only with device='lun'"))
    }

    fn validate_place(&self) -> Result<(), Fault> {
        let Some(address) = &self.place.location.address else { return Ok(()) };
        let bus = self.target.bus.unwrap_or_default();
        let needs_drive = matches!(bus, Bus::Ide | Bus::Fdc | Bus::Scsi | Bus::Sata);
        let is_drive = matches!(address, Address::Drive(_));
        let wrong = needs_drive && !is_drive || bus == Bus::Usb && !matches!(address, Address::Usb(_));
        refuse_if(wrong, || {
            let kind = crate::xml::Variant::tag_word(address);
            let (name, bus) = (self.name(), bus.word());
            Fault::unsupported(format!("Invalid address type '{kind}' for the disk '{name}' with the bus type '{bus}'"))
        })?;
        refuse_if(bus_and_index(self.name()).is_none() && self.place.location.address.is_none(), || {
            Fault::internal(format!("Invalid harddisk device name: {}", self.name()))
        })
    }

    fn validate_virtio_only(&self) -> Result<(), Fault> {
        if self.target.bus == Some(Bus::Virtio) {
            return Ok(());
        }
        if let Some(model) = self.model {
            let (model, bus) = (model.word(), self.target.bus.unwrap_or_default().word());
            return Err(Fault::unsupported(format!("disk model '{model}' not supported for bus '{bus}'")));
        }
        let driver = &self.driver;
        let only = |given: bool, what: &str| refuse_if(given, || Fault::unsupported(what));
        only(driver.queues > 0, "queues attribute in disk driver element is only supported by virtio-blk")?;
        only(driver.event_idx.is_some(), "disk event_idx mode supported only for virtio bus")?;
        only(driver.ioeventfd.is_some(), "disk ioeventfd mode supported only for virtio bus")?;
        driver.virtio.refuse()?;
        only(driver.queue_size > 0, "queue_size attribute in disk driver is only supported for virtio bus")
    }

    fn validate_sources(&self) -> Result<(), Fault> {
        let common = self.source.common();
        refuse_if(self.auth.is_some() && common.children.auth.is_some(), || {
            Fault::unsupported("an <auth> definition already found for disk source")
        })?;
        refuse_if(self.encryption.is_some() && common.children.encryption.is_some(), || {
            Fault::unsupported("an <encryption> definition already found for disk source")
        })?;
        self.source.validate(self.auth.as_deref(), self.encryption.as_deref())?;
        let mut below = self.backing_store.as_deref();
        while let Some(store) = below {
            store.source.as_ref().map_or(Ok(()), |source| source.validate(None, None))?;
            below = store.below.as_deref();
        }
        Ok(())
    }
}

impl Source {
    /// `auth` and `encryption`: those that stand outside it.
    fn validate(&self, auth: Option<&Auth>, encryption: Option<&Encryption>) -> Result<(), Fault> {
        let children = &self.common().children;
        if let (Source::Network(network), Some(auth)) = (self, auth.or(children.auth.as_ref())) {
            network.protocol.map_or(Ok(()), |protocol| protocol.validate_auth(auth))?;
        }
        let encryptions = encryption.iter().copied().chain(&children.encryption);
        for encryption in encryptions {
            refuse_if(encryption.format == EncryptionFormat::Luks && encryption.cipher.is_some(), || {
                Fault::unsupported("supplying <cipher> for domain disk definition is unnecessary")
            })?;
        }
        Ok(())
    }
}

impl Protocol {
    fn validate_auth(self, auth: &Auth) -> Result<(), Fault> {
        let expected = match self {
            Self::Iscsi => Some("iscsi"),
            Self::Rbd => Some("ceph"),
            Self::Http | Self::Https | Self::Ftp | Self::Ftps | Self::Ssh => None,
            Self::Nbd | Self::Sheepdog | Self::Gluster | Self::Tftp | Self::Vxhs | Self::Nfs => {
                let text = format!("authentication is not supported for protocol '{}'", self.word());
                return Err(Fault::unsupported(text));
            }
        };
        let kind = auth.secret.as_ref().and_then(|secret| secret.kind.as_deref());
        match kind {
            Some(kind @ ("none" | "volume" | "ceph" | "iscsi" | "tls" | "vtpm")) => {
                refuse_if(expected.is_some_and(|expected| expected != kind), || {
                    Fault::unsupported(format!("invalid secret type '{kind}'"))
                })
            }
            _ => Err(Fault::unsupported(format!("unknown secret type '{}'", kind.unwrap_or("<null>")))),
        }
    }
}

impl Iotune {
    fn validate(&self) -> Result<(), Fault> {
        let both = |total: u64, read: u64, write: u64, what: &str| {
            refuse_if(total > 0 && (read > 0 || write > 0), || {
                Fault::xml(format!("total and read/write {what} cannot be set at the same time"))
            })
        };
        both(self.rates.total_bytes_sec, self.rates.read_bytes_sec, self.rates.write_bytes_sec, "bytes_sec")?;
        both(self.rates.total_iops_sec, self.rates.read_iops_sec, self.rates.write_iops_sec, "iops_sec")?;
        both(
            self.rates.total_bytes_sec_max,
            self.rates.read_bytes_sec_max,
            self.rates.write_bytes_sec_max,
            "bytes_sec_max",
        )?;
        both(self.rates.total_iops_sec_max, self.rates.read_iops_sec_max, self.rates.write_iops_sec_max, "iops_sec_max")
    }
}
