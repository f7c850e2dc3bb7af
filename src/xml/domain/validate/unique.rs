//! Names and places that only one may have.

use super::refuse_if;
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::address::{Address, Alias, Location};

impl Domain {
    pub(super) fn validate_uniqueness(&self) -> Result<(), Fault> {
        let mut aliases: Vec<&str> = self.aliases().filter_map(|alias| alias.name.as_deref()).collect();
        if aliases.len() < 2 {
            return Ok(());
        }
        aliases.sort_unstable();
        let pair = aliases.windows(2).find(|pair| pair[0] == pair[1]);
        refuse_if(pair.is_some(), || {
            Fault::unsupported(format!("non unique alias detected: {}", pair.map_or("", |pair| pair[0])))
        })
    }

    /// Only devices of the host may be in the definition and not in the machine.
    pub(super) fn validate_assignment(&self) -> Result<(), Fault> {
        let lacks = |location: &&Location| matches!(location.address, Some(Address::Unassigned(())));
        refuse_if(self.locations().any(|location| lacks(&location)), || {
            Fault::unsupported("address of type 'unassigned' is supported only for hostdevs")
        })
    }

    /// Of all devices but those of the host.
    fn locations(&self) -> impl Iterator<Item = &Location> {
        let devices = &self.devices;
        let all = devices.disks.iter().map(|disk| &disk.place.location);
        let all = all.chain(devices.controllers.iter().map(|controller| &controller.location));
        let all = all.chain(devices.filesystems.iter().map(|filesystem| &filesystem.place.location));
        let all = all.chain(devices.interfaces.iter().map(|interface| &interface.location));
        let all = all.chain(devices.serials.iter().map(|serial| &serial.place.location));
        let all = all.chain(devices.channels.iter().map(|channel| &channel.place.location));
        let all = all.chain(devices.inputs.iter().map(|input| &input.place.location));
        let all = all.chain(devices.sounds.iter().map(|sound| &sound.place.location));
        let all = all.chain(devices.videos.iter().map(|video| &video.place.location));
        let all = all.chain(devices.memballoon.iter().map(|balloon| &balloon.place.location));
        let all = all.chain(devices.rngs.iter().map(|rng| &rng.place.location));
        let all = all.chain(devices.shmems.iter().map(|shmem| &shmem.place.location));
        let all = all.chain(devices.watchdogs.iter().map(|watchdog| &watchdog.place.location));
        let all = all.chain(devices.iommus.iter().map(|iommu| &iommu.place.location));
        all.chain(devices.vsock.iter().map(|vsock| &vsock.place.location))
    }

    /// Of all devices, a console that is only another name of a serial line not counted.
    fn aliases(&self) -> impl Iterator<Item = &Alias> {
        let devices = &self.devices;
        let all = devices.disks.iter().map(|disk| &disk.place.alias);
        let all = all.chain(devices.controllers.iter().map(|controller| &controller.alias));
        let all = all.chain(devices.filesystems.iter().map(|filesystem| &filesystem.place.alias));
        let all = all.chain(devices.interfaces.iter().map(|interface| &interface.alias));
        let all = all.chain(devices.smartcards.iter().map(|card| &card.place.alias));
        let all = all.chain(devices.serials.iter().map(|serial| &serial.place.alias));
        let all = all.chain(devices.parallels.iter().map(|parallel| &parallel.place.alias));
        let all = all.chain(devices.channels.iter().map(|channel| &channel.place.alias));
        let all = all.chain(devices.inputs.iter().map(|input| &input.place.alias));
        let all = all.chain(devices.tpms.iter().map(|tpm| &tpm.place.alias));
        let all = all.chain(devices.graphics.iter().map(|graphics| &graphics.alias));
        let all = all.chain(devices.sounds.iter().map(|sound| &sound.place.alias));
        let all = all.chain(devices.videos.iter().map(|video| &video.place.alias));
        let all = all.chain(devices.hostdevs.iter().map(|hostdev| &hostdev.alias));
        let all = all.chain(devices.redirdevs.iter().map(|device| &device.place.alias));
        let all = all.chain(devices.hubs.iter().map(|hub| &hub.place.alias));
        let all = all.chain(devices.rngs.iter().map(|rng| &rng.place.alias));
        let all = all.chain(devices.shmems.iter().map(|shmem| &shmem.place.alias));
        let all = all.chain(devices.memories.iter().map(|memory| &memory.place.alias));
        let all = all.chain(devices.panics.iter().map(|panic| &panic.place.alias));
        all.chain(devices.watchdogs.iter().map(|watchdog| &watchdog.place.alias))
    }
}
