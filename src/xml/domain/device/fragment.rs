//! One device as a document of its own: what is plugged in, taken out or changed.

use super::{
    Devices, audio, chardev, controller, crypto, disk, filesystem, graphics, hostdev, hub, input, interface, iommu,
    lease, memballoon, memory, nvram, panic, pstore, redirdev, rng, shmem, smartcard, sound, tpm, video, vsock,
    watchdog,
};
use crate::types::*;
use crate::xml::domain::Domain;
use crate::xml::domain::postparse::PostParse;
use crate::xml::{Dump, Element, Fault, Few, Read, Unknown, format_as, parse_with};

/// The kinds of devices: the element's name, the model, and where it stands in [`Devices`].
macro_rules! devices {
    ($($variant:ident($body:ty) = $word:literal in $list:ident),+ $(,)?) => {
        /// A device of any kind.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Device { $($variant(Box<$body>)),+ }

        impl Device {
            /// What its element is called.
            pub fn word(&self) -> &'static str {
                match self { $(Self::$variant(_) => $word),+ }
            }

            fn empty(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant(Box::default())),)+
                    _ => None,
                }
            }

            fn read(&mut self, xml: &mut crate::xml::Reader) {
                match self { $(Self::$variant(body) => Element::read(&mut **body, xml)),+ }
            }

            /// The element, as it stands in `<devices>`.
            pub fn format(&self, dump: Dump) -> String {
                match self { $(Self::$variant(body) => format_as(&**body, $word, dump)),+ }
            }
        }

        impl Devices {
            /// Puts a device at the end of its list.
            fn push(&mut self, device: Device) {
                match device { $(Device::$variant(body) => self.$list.plug(body)),+ }
            }
        }
    };
}

devices! {
    Disk(disk::Disk) = "disk" in disks,
    Controller(controller::Controller) = "controller" in controllers,
    Lease(lease::Lease) = "lease" in leases,
    Filesystem(filesystem::Filesystem) = "filesystem" in filesystems,
    Interface(interface::Interface) = "interface" in interfaces,
    Smartcard(smartcard::Smartcard) = "smartcard" in smartcards,
    Serial(chardev::Serial) = "serial" in serials,
    Parallel(chardev::Parallel) = "parallel" in parallels,
    Console(chardev::Console) = "console" in consoles,
    Channel(chardev::Channel) = "channel" in channels,
    Input(input::Input) = "input" in inputs,
    Tpm(tpm::Tpm) = "tpm" in tpms,
    Graphics(graphics::Graphics) = "graphics" in graphics,
    Sound(sound::Sound) = "sound" in sounds,
    Audio(audio::Audio) = "audio" in audios,
    Video(video::Video) = "video" in videos,
    Hostdev(hostdev::Hostdev) = "hostdev" in hostdevs,
    Redirdev(redirdev::Redirdev) = "redirdev" in redirdevs,
    Hub(hub::Hub) = "hub" in hubs,
    Watchdog(watchdog::Watchdog) = "watchdog" in watchdogs,
    Memballoon(memballoon::Memballoon) = "memballoon" in memballoon,
    Rng(rng::Rng) = "rng" in rngs,
    Nvram(nvram::Nvram) = "nvram" in nvram,
    Panic(panic::Panic) = "panic" in panics,
    Shmem(shmem::Shmem) = "shmem" in shmems,
    Memory(memory::Memory) = "memory" in memories,
    Iommu(iommu::Iommu) = "iommu" in iommus,
    Vsock(vsock::Vsock) = "vsock" in vsock,
    Crypto(crypto::Crypto) = "crypto" in cryptos,
    Pstore(pstore::Pstore) = "pstore" in pstore,
}

impl Device {
    /// Reads the document of one device and checks it by itself. What it lacks is filled in by [`Domain::with_device`].
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn parse(text: &str, strict: bool) -> Result<(Self, Vec<Unknown>), Fault> {
        let mut device = None;
        let options = Read { strict, active: false, ..Read::default() };
        let unknown = parse_with(text, "device_definition", VIR_FROM_DOMAIN, options, |xml| {
            device = Self::empty(xml.name());
            match &mut device {
                Some(device) => device.read(xml),
                None => {
                    let text = format!("unknown device type '{}'", xml.name());
                    xml.check(|| Err(Fault::xml(text)));
                }
            }
        })?;
        // Without a device there was a fault.
        let device = device.ok_or_else(|| Fault::xml("unknown device type"))?;
        Ok((device, unknown))
    }

    /// What it is called in events.
    pub fn alias(&self) -> Option<&str> {
        let alias = match self {
            Self::Lease(_) | Self::Audio(_) => return None,
            Self::Disk(one) => &one.place.alias,
            Self::Controller(one) => &one.alias,
            Self::Filesystem(one) => &one.place.alias,
            Self::Interface(one) => &one.alias,
            Self::Smartcard(one) => &one.place.alias,
            Self::Serial(one) => &one.place.alias,
            Self::Parallel(one) => &one.place.alias,
            Self::Console(one) => &one.place.alias,
            Self::Channel(one) => &one.place.alias,
            Self::Input(one) => &one.place.alias,
            Self::Tpm(one) => &one.place.alias,
            Self::Graphics(one) => &one.alias,
            Self::Sound(one) => &one.place.alias,
            Self::Video(one) => &one.place.alias,
            Self::Hostdev(one) => &one.alias,
            Self::Redirdev(one) => &one.place.alias,
            Self::Hub(one) => &one.place.alias,
            Self::Watchdog(one) => &one.place.alias,
            Self::Memballoon(one) => &one.place.alias,
            Self::Rng(one) => &one.place.alias,
            Self::Nvram(one) => &one.place.alias,
            Self::Panic(one) => &one.place.alias,
            Self::Shmem(one) => &one.place.alias,
            Self::Memory(one) => &one.place.alias,
            Self::Iommu(one) => &one.place.alias,
            Self::Vsock(one) => &one.place.alias,
            Self::Crypto(one) => &one.place.alias,
            Self::Pstore(one) => &one.place.alias,
        };
        alias.name.as_deref()
    }
}

impl Domain {
    /// This machine with one more device, completed as if it had been in the definition.
    ///
    /// # Errors
    /// What does not fit: a name that is taken, a second device of a kind of which there is one.
    pub fn with_device(&self, device: Device, driver: &PostParse) -> Result<Self, Fault> {
        let mut machine = self.clone();
        let devices = &machine.devices;
        let taken = match &device {
            Device::Memballoon(_) => devices.memballoon.is_some(),
            Device::Nvram(_) => devices.nvram.is_some(),
            Device::Vsock(_) => devices.vsock.is_some(),
            Device::Pstore(_) => devices.pstore.is_some(),
            Device::Watchdog(_) => !devices.watchdogs.is_empty(),
            _ => false,
        };
        if taken {
            let text = format!("domain already has a '{}' device", device.word());
            return Err(Fault::new(VIR_ERR_OPERATION_INVALID, text).with_origin(VIR_FROM_DOMAIN));
        }
        match device {
            Device::Disk(disk) => machine.insert_disk(*disk),
            Device::Controller(controller) => machine.insert_controller(*controller),
            other => machine.devices.push(other),
        }
        machine.complete_again(driver)?;
        Ok(machine)
    }

    /// This machine without the device that the document describes. Disks are known by their target, cards by their MAC
    /// address, controllers by type and number, others by all that the document says.
    ///
    /// # Errors
    /// `VIR_ERR_DEVICE_MISSING` when there is no such device.
    pub fn without_device(&self, device: &Device) -> Result<Self, Fault> {
        let mut machine = self.clone();
        let devices = &mut machine.devices;
        let found = match device {
            Device::Disk(disk) => devices.disks.unplug(|other| other.name() == disk.name()),
            Device::Interface(card) => devices.interfaces.unplug(|other| {
                let same_place = card.location.address.is_none() || card.location.address == other.location.address;
                other.mac.address == card.mac.address && same_place
            }),
            Device::Controller(one) => {
                devices.controllers.unplug(|other| (other.kind, other.index) == (one.kind, one.index))
            }
            Device::Hostdev(hostdev) => devices.hostdevs.unplug(|other| other.is_same(hostdev)),
            Device::Filesystem(one) => devices.filesystems.unplug(|other| other.target == one.target),
            Device::Shmem(shmem) => devices.shmems.unplug(|other| other.name == shmem.name),
            Device::Lease(lease) => {
                devices.leases.unplug(|other| (&other.lockspace, &other.key) == (&lease.lockspace, &lease.key))
            }
            Device::Smartcard(one) => devices.smartcards.unplug(|other| other.kind == one.kind),
            Device::Serial(one) => devices.serials.unplug(|other| other.backend == one.backend),
            Device::Parallel(one) => devices.parallels.unplug(|other| other.backend == one.backend),
            Device::Console(one) => devices.consoles.unplug(|other| other.backend == one.backend),
            Device::Channel(one) => devices.channels.unplug(|other| other.target == one.target),
            Device::Input(one) => devices.inputs.unplug(|other| {
                (other.kind, &other.source) == (one.kind, &one.source)
                    && one.bus.is_none_or(|bus| other.bus == Some(bus))
            }),
            Device::Redirdev(one) => devices.redirdevs.unplug(|other| other.backend == one.backend),
            Device::Rng(one) => devices.rngs.unplug(|other| (other.model, &other.rate) == (one.model, &one.rate)),
            Device::Memory(one) => devices
                .memories
                .unplug(|other| (other.model, &other.source, &other.target) == (one.model, &one.source, &one.target)),
            Device::Watchdog(one) => devices.watchdogs.unplug(|other| other.model == one.model),
            Device::Sound(one) => devices.sounds.unplug(|other| other.model == one.model),
            Device::Video(one) => devices.videos.unplug(|other| other.model.kind == one.model.kind),
            Device::Audio(one) => devices.audios.unplug(|other| other.id == one.id),
            Device::Tpm(one) => devices.tpms.unplug(|other| other.backend == one.backend),
            Device::Panic(one) => devices.panics.unplug(|other| other.model == one.model),
            Device::Hub(one) => devices.hubs.unplug(|other| other.place.location == one.place.location),
            Device::Graphics(one) => devices
                .graphics
                .unplug(|other| std::mem::discriminant(&other.kind) == std::mem::discriminant(&one.kind)),
            Device::Memballoon(_) => devices.memballoon.unplug(|_| true),
            Device::Nvram(_) => devices.nvram.unplug(|_| true),
            Device::Iommu(one) => {
                devices.iommus.unplug(|other| (other.model, &other.driver) == (one.model, &one.driver))
            }
            Device::Vsock(_) => devices.vsock.unplug(|_| true),
            Device::Crypto(one) => devices.cryptos.unplug(|other| other.backend == one.backend),
            Device::Pstore(_) => devices.pstore.unplug(|_| true),
        };
        if found { Ok(machine) } else { Err(missing(device)) }
    }

    /// This machine with a device in place of the one that is known by the same name: a disk, card, graphics or balloon.
    ///
    /// # Errors
    /// `VIR_ERR_DEVICE_MISSING` when there is no such device, and what does not fit.
    pub fn with_changed_device(&self, device: Device, driver: &PostParse) -> Result<Self, Fault> {
        let mut machine = self.clone();
        let devices = &mut machine.devices;
        let wanted = device.clone();
        let place = match device {
            Device::Disk(mut disk) => devices.disks.iter_mut().find(|other| other.name() == disk.name()).map(|old| {
                disk.target.bus = disk.target.bus.or(old.target.bus);
                if disk.place.location.address.is_none() {
                    disk.place.location = old.place.location.clone();
                }
                *old = *disk;
            }),
            Device::Interface(mut card) => {
                devices.interfaces.iter_mut().find(|other| other.mac.address == card.mac.address).map(|old| {
                    if card.location.address.is_none() {
                        card.location = old.location.clone();
                    }
                    card.target = card.target.take().or_else(|| old.target.clone());
                    *old = *card;
                })
            }
            Device::Graphics(one) => {
                let same = |other: &&mut graphics::Graphics| {
                    std::mem::discriminant(&other.kind) == std::mem::discriminant(&one.kind)
                };
                devices.graphics.iter_mut().find(same).map(|old| *old = *one)
            }
            Device::Memballoon(one) => devices.memballoon.as_mut().map(|old| *old = one),
            other => {
                let text = format!("update of device type '{}' is not supported", other.word());
                return Err(Fault::new(VIR_ERR_OPERATION_UNSUPPORTED, text).with_origin(VIR_FROM_DOMAIN));
            }
        };
        if place.is_none() {
            return Err(missing(&wanted));
        }
        machine.complete_again(driver)?;
        Ok(machine)
    }

    /// This machine without the device that has this alias.
    ///
    /// # Errors
    /// `VIR_ERR_DEVICE_MISSING` when there is no such device.
    pub fn without_alias(&self, alias: &str) -> Result<Self, Fault> {
        let mut machine = self.clone();
        let named = |other: &super::address::Alias| other.name.as_deref() == Some(alias);
        let devices = &mut machine.devices;
        let found = devices.disks.unplug(|device| named(&device.place.alias))
            || devices.controllers.unplug(|device| named(&device.alias))
            || devices.interfaces.unplug(|device| named(&device.alias))
            || devices.hostdevs.unplug(|device| named(&device.alias))
            || devices.filesystems.unplug(|device| named(&device.place.alias))
            || devices.channels.unplug(|device| named(&device.place.alias))
            || devices.serials.unplug(|device| named(&device.place.alias))
            || devices.inputs.unplug(|device| named(&device.place.alias))
            || devices.redirdevs.unplug(|device| named(&device.place.alias))
            || devices.rngs.unplug(|device| named(&device.place.alias))
            || devices.shmems.unplug(|device| named(&device.place.alias))
            || devices.memories.unplug(|device| named(&device.place.alias))
            || devices.watchdogs.unplug(|device| named(&device.place.alias));
        if found {
            return Ok(machine);
        }
        let text = format!("no device found with alias {alias}");
        Err(Fault::new(VIR_ERR_DEVICE_MISSING, text).with_origin(VIR_FROM_DOMAIN))
    }
}

/// Where devices of a kind are: a list, or the only one.
trait Slot<T> {
    fn plug(&mut self, device: Box<T>);
    /// Takes the first that fits out of it; whether there was one.
    fn unplug(&mut self, fits: impl FnMut(&T) -> bool) -> bool;
}

impl<T> Slot<T> for Vec<T> {
    fn plug(&mut self, device: Box<T>) {
        self.push(*device);
    }
    fn unplug(&mut self, fits: impl FnMut(&T) -> bool) -> bool {
        let at = self.iter().position(fits);
        at.map(|at| self.remove(at)).is_some()
    }
}

impl<T> Slot<T> for Few<T> {
    fn plug(&mut self, device: Box<T>) {
        self.push(*device);
    }
    fn unplug(&mut self, fits: impl FnMut(&T) -> bool) -> bool {
        let at = self.iter().position(fits);
        at.map(|at| self.remove(at)).is_some()
    }
}

impl<T> Slot<T> for Option<Box<T>> {
    fn plug(&mut self, device: Box<T>) {
        *self = Some(device);
    }
    fn unplug(&mut self, mut fits: impl FnMut(&T) -> bool) -> bool {
        self.take_if(|device| fits(device)).is_some()
    }
}

fn missing(device: &Device) -> Fault {
    let text = match device {
        Device::Disk(disk) => format!("no target device {}", disk.name()),
        Device::Interface(card) => match card.mac.address {
            Some(mac) => format!("no device matching MAC address {mac} found"),
            None => "no matching network device was found".to_owned(),
        },
        other => format!("matching '{}' device not found", other.word()),
    };
    Fault::new(VIR_ERR_DEVICE_MISSING, text).with_origin(VIR_FROM_DOMAIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MACHINE: &str = "<domain type='test'><name>x</name><uuid>0d4a2b26-6d31-4f2e-8a50-0a5e25a3c0aa</uuid><memory>1024</memory><os><type>hvm</type></os><devices>\
        <disk type='file'><source file='/a'/><target dev='vda'/></disk>\
        <disk type='file'><source file='/c'/><target dev='vdc'/></disk></devices></domain>";

    fn machine() -> Domain {
        let (mut machine, _) = Domain::parse(MACHINE, true).expect("valid");
        machine.post_parse(&PostParse::default()).expect("complete");
        machine
    }

    fn device(text: &str) -> Device {
        Device::parse(text, true).expect("valid").0
    }

    #[test]
    fn a_disk_comes_changes_and_goes() {
        let driver = PostParse::default();
        let disk = device("<disk type='file'><source file='/b'/><target dev='vdb'/></disk>");
        let more = machine().with_device(disk.clone(), &driver).expect("fits");
        let names: Vec<&str> = more.devices.disks.iter().map(disk::Disk::name).collect();
        assert_eq!(names, ["vda", "vdb", "vdc"]);
        let change = device("<disk type='block'><source dev='/dev/b'/><target dev='vdb'/></disk>");
        let changed = more.with_changed_device(change, &driver).expect("fits");
        assert_eq!(changed.devices.disks[1].source.describe(), "/dev/b");
        assert_eq!(changed.without_device(&disk), Ok(machine()));
        assert_eq!(machine().without_device(&disk).map_err(|fault| fault.code), Err(VIR_ERR_DEVICE_MISSING));
        let again = more.with_device(disk, &driver).map_err(|fault| fault.code);
        assert_eq!(again, Err(VIR_ERR_XML_ERROR));
    }

    #[test]
    fn a_device_brings_its_controller() {
        let hostdev = "<hostdev mode='subsystem' type='scsi'><source><adapter name='scsi_host0'/>\
            <address bus='0' target='0' unit='0'/></source></hostdev>";
        let more = machine().with_device(device(hostdev), &PostParse::default()).expect("fits");
        assert_eq!(more.devices.controllers.len(), 1);
        assert!(more.devices.hostdevs[0].location.address.is_some());
    }

    #[test]
    fn what_is_no_device() {
        let fault = Device::parse("<foo/>", false).expect_err("no device");
        assert_eq!(fault.sentence(), "XML error: unknown device type 'foo'");
        let fault = Device::parse("<disk", false).expect_err("not XML");
        assert_eq!(fault.code, VIR_ERR_XML_DETAIL);
        assert_eq!(device("<hub type='usb'/>").format(Dump::default()), "<hub type='usb'/>\n");
    }
}
