//! What a definition may ask for and a start does not carry out yet. It is refused, so that no machine runs without what it was to have.

use super::Definition;
use crate::driver::qemu::error;
use crate::error::Result;
use crate::types::*;
use crate::xml::OnOff;
use crate::xml::domain::device::disk::Disk;
use crate::xml::domain::device::graphics::{Graphics, Kind, Password};

/// # Errors
/// `VIR_ERR_CONFIG_UNSUPPORTED` with the path of the first of them.
pub(super) fn refuse(definition: &Definition) -> Result<()> {
    let devices = &definition.devices;
    let disks = devices.disks.iter().filter_map(of_disk);
    let graphics = devices.graphics.iter().filter_map(of_graphics);
    let cards = devices.interfaces.iter().filter(|card| card.bandwidth.is_some() || card.filterref.is_some());
    let cards = cards.map(|_| "/domain/devices/interface/bandwidth or filterref");
    let pinned = definition.vcpu.cpuset.is_some().then_some("/domain/vcpu/@cpuset");
    let given = [
        (definition.cputune != Default::default(), "/domain/cputune"),
        (definition.memtune != Default::default(), "/domain/memtune"),
        (definition.blkiotune != Default::default(), "/domain/blkiotune"),
        (definition.numatune != Default::default(), "/domain/numatune"),
        (definition.namespaces.qemu.overrides.is_some(), "/domain/qemu:override"),
        (!definition.throttle_groups.is_empty(), "/domain/throttlegroups"),
    ];
    let given = given.into_iter().filter_map(|(is_given, path)| is_given.then_some(path));
    let mut all = disks.chain(graphics).chain(cards).chain(pinned).chain(given);
    match all.next() {
        None => Ok(()),
        Some(path) => {
            let text = format!(
                "domain '{}': {path} is not carried out when a machine starts yet; take it out to start without",
                definition.name
            );
            Err(error(VIR_ERR_CONFIG_UNSUPPORTED, text))
        }
    }
}

fn of_disk(disk: &Disk) -> Option<&'static str> {
    let source = &disk.source.common().children;
    let given = [
        (disk.iotune.is_some(), "/domain/devices/disk/iotune"),
        (!disk.throttle_filters.is_empty(), "/domain/devices/disk/throttlefilters"),
        (disk.transient.is_some(), "/domain/devices/disk/transient"),
        (disk.driver.copy_on_read == Some(OnOff::On), "/domain/devices/disk/driver/@copy_on_read"),
        (source.reservations.is_some(), "/domain/devices/disk/source/reservations"),
    ];
    given.into_iter().find_map(|(is_given, path)| is_given.then_some(path))
}

fn of_graphics(graphics: &Graphics) -> Option<&'static str> {
    let has_password = |password: &Password| password.password.is_some();
    match &graphics.kind {
        Kind::Vnc(vnc) if has_password(&vnc.password) => Some("/domain/devices/graphics/@passwd"),
        Kind::Spice(spice) if has_password(&spice.password) => Some("/domain/devices/graphics/@passwd"),
        Kind::Vnc(_) | Kind::Spice(_) | Kind::Sdl(_) | Kind::Rdp(_) | Kind::Desktop(_) => None,
        Kind::EglHeadless(_) | Kind::Dbus(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_carried_out_is_refused() {
        let refused = |more: &str, devices: &str| {
            let text = format!(
                "<domain type='qemu'><name>a</name><memory>1024</memory><os><type>hvm</type></os>{more}<devices>{devices}</devices></domain>"
            );
            refuse(&Definition::parse(&text, true).unwrap().0).err().map(|error| error.to_string())
        };
        assert_eq!(refused("", "<graphics type='vnc' port='-1'/>"), None);
        let password = refused("", "<graphics type='vnc' port='-1' passwd='x'/>").unwrap();
        assert!(password.contains("/domain/devices/graphics/@passwd"), "{password}");
        let pinned = refused("<cputune><vcpupin vcpu='0' cpuset='0'/></cputune>", "").unwrap();
        assert!(pinned.contains("/domain/cputune"), "{pinned}");
    }
}
