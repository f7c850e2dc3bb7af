//! What disks ask for.

use super::{Found, Why, device_path};
use crate::driver::qemu::domain::Definition;
use crate::xml::domain::device::disk::{Disk, Sgio};
use crate::xml::domain::device::source::{Protocol, Source};
use crate::xml::{OnOff, YesNo};

/// Since which release queues of one disk are served by several threads.
const MAPPED_THREADS: u32 = 9_000_000;

pub(super) fn find(definition: &Definition, found: &mut Found) {
    for (at, disk) in definition.devices.disks.iter().enumerate() {
        let path = device_path("disk", at);
        of_disk(disk, &path, found);
        of_source(&disk.source, &path, found);
    }
}

fn of_disk(disk: &Disk, path: &str, found: &mut Found) {
    let driver = &disk.driver;
    let source = &disk.source.common().children;
    let managed = source.reservations.as_ref().is_some_and(|one| one.managed == Some(YesNo::Yes));
    let unfiltered = disk.sgio == Some(Sgio::Unfiltered);
    let other = driver.name.as_deref().is_some_and(|name| name != "qemu");
    found.ask(
        path,
        [
            (disk.transient.is_some(), "/transient", Why::Unbuilt),
            (
                managed,
                "/source/reservations/@managed='yes'",
                Why::Needs("a qemu-pr-helper, and none is started yet; start one and name its socket (managed='no')"),
            ),
            (driver.discard_no_unref == Some(OnOff::On), "/driver/@discard_no_unref", Why::Newer(8_001_000)),
            (driver.iothreads.is_some(), "/driver/iothreads", Why::Newer(MAPPED_THREADS)),
            (driver.statistics.is_some(), "/driver/statistics", Why::Unbuilt),
            (
                unfiltered,
                "/@sgio='unfiltered'",
                Why::Needs("a kernel that filters SCSI commands, and none has since Linux 5.19"),
            ),
            (disk.backend_domain.is_some(), "/backenddomain", Why::Foreign),
            (other, "/driver/@name", Why::Foreign),
            (
                source.slices.as_ref().is_some_and(|slices| slices.slices.len() > 1),
                "/source/slices: more than one",
                Why::Unknown,
            ),
        ],
    );
}

fn of_source(source: &Source, path: &str, found: &mut Found) {
    match source {
        Source::Network(network) => found.ask(
            path,
            [
                (network.tls == Some(YesNo::Yes) && network.protocol != Some(Protocol::Nbd), "/source/@tls", Why::Unbuilt),
                (
                    matches!(network.protocol, Some(Protocol::Sheepdog | Protocol::Vxhs)),
                    "/source/@protocol",
                    Why::Needs("QEMU 5.2 or older: later ones do not know the protocol"),
                ),
                (network.known_hosts.is_some(), "/source/knownHosts", Why::Needs("nbdkit, which is not started")),
                (
                    network.ssh.as_ref().is_some_and(|ssh| ssh.agent_socket.is_some() || ssh.keyfile.is_some()),
                    "/source/identity: keyfile and agentsock",
                    Why::Needs("nbdkit, which is not started"),
                ),
            ],
        ),
        Source::Nvme(nvme) => found.ask(
            path,
            [(
                nvme.managed == Some(YesNo::Yes),
                "/source/@managed='yes'",
                Why::Needs("the controller to be taken from its driver, which is not done yet; bind it to vfio-pci and say managed='no'"),
            )],
        ),
        Source::VhostVdpa(_) => found.ask(path, [(true, "/@type='vhostvdpa'", Why::Newer(8_001_000))]),
        Source::File(_) | Source::Block(_) | Source::Dir(_) | Source::Volume(_) | Source::VhostUser(_) => {}
        Source::Ctl(_) => found.ask(path, [(true, "/@type='ctl'", Why::Foreign)]),
    }
}
