//! Disks and folders.

use super::refuse_if;
use crate::types::*;
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::address::{Address, Drive};
use crate::xml::domain::device::disk::{Bus, Device, Disk, Iotune, Tray};
use crate::xml::domain::device::filesystem::Source as FilesystemSource;
use crate::xml::domain::device::hostdev::Kind;
use crate::xml::domain::device::source::{Protocol, Source, StartupPolicy};
use crate::xml::domain::postparse::disk::bus_and_index;

impl Domain {
    pub(super) fn validate_disks(&self) -> Result<(), Fault> {
        for disk in &self.devices.disks {
            disk.validate()?;
        }
        let disks = &self.devices.disks;
        let mut places: Vec<(Option<Bus>, &Drive)> = Vec::new();
        for (at, disk) in disks.iter().enumerate() {
            if let Some(other) = disks[..at].iter().find(|other| other.name() == disk.name()) {
                return Err(Fault::xml(format!(
                    "target '{}' duplicated for disk sources '{}' and '{}'",
                    disk.name(),
                    other.source.describe(),
                    disk.source.describe()
                )));
            }
        }
        for disk in disks {
            let Some(place) = drive(disk) else { continue };
            if places.contains(&(disk.target.bus, place)) {
                let Drive { controller, bus, target, unit } = place;
                return Err(Fault::unsupported(format!(
                    "Found duplicate drive address for disk with target name '{}' controller='{controller}' bus='{bus}' target='{target}' unit='{unit}'",
                    disk.name()
                )));
            }
            places.push((disk.target.bus, place));
        }
        self.refuse_clashes_with_hostdevs()
    }

    fn refuse_clashes_with_hostdevs(&self) -> Result<(), Fault> {
        let hostdevs = self.devices.hostdevs.iter().filter(|hostdev| matches!(hostdev.kind, Kind::Scsi(_)));
        for hostdev in hostdevs {
            let Some(Address::Drive(place)) = &hostdev.location.address else { continue };
            let scsi = |disk: &&Disk| disk.target.bus == Some(Bus::Scsi) && drive(disk) == Some(place);
            if let Some(disk) = self.devices.disks.iter().find(scsi) {
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
        let removable = matches!(self.device, Device::Cdrom | Device::Floppy);
        refuse_if(self.source.is_empty() && !removable, || Fault::new(VIR_ERR_NO_SOURCE, self.name()))?;
        refuse_if(self.target.tray == Tray::Open && !removable, || {
            Fault::unsupported("tray is only valid for cdrom and floppy")
        })?;
        let bus = self.target.bus;
        refuse_if(self.target.removable.is_some() && bus != Some(Bus::Usb), || {
            Fault::xml("removable is only valid for usb disks")
        })?;
        let policy = self.source.common().attributes.policy;
        refuse_if(matches!(self.source, Source::Network(_)) && policy != StartupPolicy::Default, || {
            Fault::xml(format!("disk startupPolicy '{}' is not allowed for disk of 'network' type", policy.word()))
        })?;
        if policy == StartupPolicy::Requisite && !removable {
            let text = "Setting disk requisite is allowed only for cdrom or floppy";
            return Err(Fault::xml(text));
        }
        let block = matches!(self.source, Source::Block(_) | Source::Network(_) | Source::Volume(_));
        refuse_if(self.device == Device::Lun && !block, || {
            Fault::unsupported("disk device='lun' is only valid for block type disk source")
        })?;
        if let Source::Network(network) = &self.source
            && self.device == Device::Lun
            && network.protocol != Some(Protocol::Iscsi)
        {
            let protocol = network.protocol.unwrap_or_default().word();
            return Err(Fault::unsupported(format!("disk device='lun' is not supported for protocol='{protocol}'")));
        }
        self.validate_place()?;
        self.validate_virtio_only()?;
        self.validate_secrets()?;
        if let Source::File(file) = &self.source
            && file.fd_group.is_some()
        {
            let text = format!("driver does not support FD passing for disk '{}'", self.name());
            return Err(Fault::unsupported(text));
        }
        let fits = |text: &Option<String>, most: usize, what: &str| {
            let long = text.as_ref().is_some_and(|text| text.len() > most);
            refuse_if(long, || Fault::unsupported(format!("disk {what} is more than {most} characters")))
        };
        fits(&self.vendor, 8, "vendor")?;
        fits(&self.product, 16, "product")?;
        self.iotune.as_ref().map_or(Ok(()), |iotune| iotune.validate())
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
        let driver = &self.driver;
        let only = |given: bool, what: &str| refuse_if(given, || Fault::unsupported(what));
        only(driver.event_idx.is_some(), "disk event_idx mode supported only for virtio bus")?;
        only(driver.ioeventfd.is_some(), "disk ioeventfd mode supported only for virtio bus")?;
        only(driver.queues > 0, "queues attribute in disk driver element is only supported by virtio-blk")?;
        only(driver.queue_size > 0, "queue_size attribute in disk driver is only supported for virtio bus")?;
        if let Some(model) = self.model {
            let (model, bus) = (model.word(), self.target.bus.unwrap_or_default().word());
            return Err(Fault::unsupported(format!("disk model '{model}' not supported for bus '{bus}'")));
        }
        Ok(())
    }

    fn validate_secrets(&self) -> Result<(), Fault> {
        let common = self.source.common();
        refuse_if(self.auth.is_some() && common.children.auth.is_some(), || {
            Fault::unsupported("an <auth> definition already found for disk source")
        })?;
        refuse_if(self.encryption.is_some() && common.children.encryption.is_some(), || {
            Fault::unsupported("an <encryption> definition already found for disk source")
        })?;
        let encryptions = self.encryption.iter().chain(&common.children.encryption);
        for encryption in encryptions {
            refuse_if(encryption.cipher.is_some(), || {
                Fault::unsupported("supplying <cipher> for domain disk definition is unnecessary")
            })?;
        }
        let lun = self.device == Device::Lun;
        refuse_if(lun && common.children.encryption.is_some(), || {
            Fault::unsupported("disk device 'lun' doesn't support encryption")
        })?;
        refuse_if(lun && common.children.slices.is_some(), || {
            Fault::unsupported("disk device 'lun' doesn't support storage slice")
        })
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
