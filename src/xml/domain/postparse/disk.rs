//! Disks: their order, bus, and place on it.

use crate::types::*;
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::address::{Address, Drive};
use crate::xml::domain::device::disk::{Bus, Device, Disk, Snapshot};
use crate::xml::domain::device::source::{Block, Dir, Network, Port, Protocol, Source, Transport};

/// What the name of a disk says: the letters after these are its number on the bus.
const PREFIXES: [(&str, Bus); 6] =
    [("fd", Bus::Fdc), ("hd", Bus::Ide), ("sd", Bus::Scsi), ("vd", Bus::Virtio), ("xvd", Bus::Xen), ("ubd", Bus::Uml)];

/// The bus and number that a name such as `sdb` or `vdab` stands for; digits of a partition may follow.
pub fn bus_and_index(name: &str) -> Option<(Bus, u32)> {
    let (rest, bus) = PREFIXES.iter().find_map(|(prefix, bus)| Some((name.strip_prefix(prefix)?, *bus)))?;
    let letters = rest.trim_end_matches(|c: char| c.is_ascii_digit());
    if letters.is_empty() || rest[letters.len()..].starts_with('0') && rest.len() > letters.len() + 1 {
        return None;
    }
    let mut index: u32 = 0;
    for letter in letters.bytes() {
        if !letter.is_ascii_lowercase() {
            return None;
        }
        index = index.checked_mul(26)?.checked_add(u32::from(letter - b'a') + 1)?;
    }
    Some((bus, index - 1))
}

impl Disk {
    pub fn name(&self) -> &str {
        self.target.device.as_deref().unwrap_or_default()
    }

    fn rank(&self, buses: &[Option<Bus>]) -> (Option<usize>, Option<u32>) {
        (buses.iter().position(|bus| *bus == self.target.bus), self.index())
    }

    fn index(&self) -> Option<u32> {
        bus_and_index(self.name()).map(|(_, index)| index)
    }
}

impl Domain {
    /// Disks of one bus stand together, in the order of their names.
    pub(super) fn sort_disks(&mut self) {
        let buses = self.buses_of_disks();
        self.devices.disks.sort_by_cached_key(|disk| disk.rank(&buses));
    }

    pub(super) fn disks_are_in_order(&self) -> bool {
        let buses = self.buses_of_disks();
        self.devices.disks.iter().is_sorted_by_key(|disk| disk.rank(&buses))
    }

    /// Each once, in the order in which disks name them.
    fn buses_of_disks(&self) -> Vec<Option<Bus>> {
        let mut buses = Vec::new();
        for disk in &self.devices.disks {
            if !buses.contains(&disk.target.bus) {
                buses.push(disk.target.bus);
            }
        }
        buses
    }

    fn insert_disk_by_name(&mut self, disk: Disk) {
        let disks = &mut self.devices.disks;
        let same = |other: &Disk| other.target.bus == disk.target.bus;
        let after = |other: &Disk| same(other) && other.index() > disk.index();
        let first_after = disks.iter().position(after);
        let last_same = disks.iter().rposition(same).map(|at| at + 1);
        disks.insert(first_after.or(last_same).unwrap_or(disks.len()), disk);
    }

    /// Plugs one more in where it belongs.
    pub fn insert_disk(&mut self, mut disk: Disk) {
        disk.target.bus.get_or_insert(default_bus(&disk));
        self.insert_disk_by_name(disk);
    }

    pub(super) fn complete_disks(&mut self) -> Result<(), Fault> {
        for disk in &mut self.devices.disks {
            complete(disk)?;
        }
        Ok(())
    }
}

/// What the name of a disk says.
fn default_bus(disk: &Disk) -> Bus {
    match disk.device {
        Device::Floppy => Bus::Fdc,
        _ => bus_and_index(disk.name()).map_or(Bus::Ide, |(bus, _)| bus),
    }
}

fn complete(disk: &mut Disk) -> Result<(), Fault> {
    let named = bus_and_index(disk.name());
    let bus = *disk.target.bus.get_or_insert(default_bus(disk));
    if disk.device == Device::Cdrom {
        disk.readonly = true;
    }
    if matches!(disk.source, Source::VhostUser(_)) && disk.snapshot.is_none() {
        disk.snapshot = Some(Snapshot::No);
    }
    if disk.snapshot == Some(Snapshot::No) && disk.readonly {
        disk.snapshot = None;
    }
    if let Source::Block(Block { path, .. }) | Source::Dir(Dir { path, .. }) = &mut disk.source {
        path.take_if(|path| path.is_empty());
    }
    if let Source::Volume(volume) = &disk.source
        && volume.pool.is_some() != volume.volume.is_some()
    {
        return Err(Fault::xml("'pool' and 'volume' must be specified together for 'pool' type source"));
    }
    if let Source::Network(network) = &mut disk.source {
        network.complete();
    }
    let mut below = disk.backing_store.as_deref_mut();
    while let Some(store) = below {
        if let Some(Source::Network(network)) = &mut store.source {
            network.complete();
        }
        below = store.below.as_deref_mut();
    }
    if disk.place.location.address.is_none() {
        if bus == Bus::Nvme
            && let Some(drive) = nvme_place(disk.name())
        {
            disk.place.location.address = Some(Address::Drive(drive));
            return Ok(());
        }
        let Some((_, index)) = named else {
            let text = format!("Unknown disk name '{}' and no address specified", disk.name());
            return Err(Fault::new(VIR_ERR_XML_ERROR, text));
        };
        disk.place.location.address = address_on(bus, index).map(Address::Drive);
    }
    Ok(())
}

impl Network {
    /// The port of each server, and the unit of an iSCSI target.
    pub(super) fn complete(&mut self) {
        let port = match self.protocol.unwrap_or_default() {
            Protocol::Nbd => Some(10809),
            Protocol::Sheepdog => Some(7000),
            Protocol::Gluster => Some(24007),
            Protocol::Iscsi => Some(3260),
            Protocol::Http => Some(80),
            Protocol::Https => Some(443),
            Protocol::Ftp => Some(21),
            Protocol::Ftps => Some(990),
            Protocol::Tftp => Some(69),
            Protocol::Ssh => Some(22),
            Protocol::Vxhs => Some(9999),
            Protocol::Rbd | Protocol::Nfs => None,
        };
        for host in &mut self.hosts {
            if host.port.is_none() && host.transport == Transport::Tcp {
                host.port = port.map(Port);
            }
        }
        if let Some(name) = &mut self.name
            && self.protocol == Some(Protocol::Iscsi)
        {
            complete_iscsi(name);
        }
    }
}

/// A target without a unit means its first.
pub(super) fn complete_iscsi(name: &mut String) {
    if !name.contains('/') {
        name.push_str("/0");
    }
}

/// The namespaces of a controller are counted from 1: `nvme0n1`.
fn nvme_place(name: &str) -> Option<Drive> {
    let (controller, namespace) = name.strip_prefix("nvme")?.split_once('n')?;
    let unit = namespace.parse::<u32>().ok()?.checked_sub(1)?;
    Some(Drive { controller: controller.parse().ok()?, bus: 0, target: 0, unit })
}

/// How drives are numbered on the buses that have few places on a controller.
fn address_on(bus: Bus, index: u32) -> Option<Drive> {
    let drive = |per_bus: u32, buses: u32| {
        let per_controller = per_bus * buses;
        let (controller, rest) = (index / per_controller, index % per_controller);
        Some(Drive { controller, bus: rest / per_bus, target: 0, unit: rest % per_bus })
    };
    match bus {
        Bus::Scsi => drive(7, 1),
        Bus::Ide => drive(2, 2),
        Bus::Fdc => drive(2, 1),
        Bus::Sata => drive(6, 1),
        Bus::Virtio | Bus::Xen | Bus::Usb | Bus::Uml | Bus::Sd | Bus::Nvme => None,
    }
}
