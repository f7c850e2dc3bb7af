//! What other devices ask for.

use super::{Found, Why, device_path};
use crate::driver::qemu::domain::Definition;
use crate::xml::YesNo;
use crate::xml::domain::device::chardev::Source as Port;
use crate::xml::domain::device::filesystem::{DriverType, Filesystem, Source as FolderSource};
use crate::xml::domain::device::graphics::{Graphics, Kind as GraphicsKind, Listen};
use crate::xml::domain::device::hostdev::{Hostdev, Kind as HostdevKind, Mode};
use crate::xml::domain::device::interface::{BackendType, Interface, Kind as CardKind};
use crate::xml::domain::device::iommu::{Iommu, Model as IommuModel};
use crate::xml::domain::device::tpm::Backend as TpmBackend;
use crate::xml::domain::device::video::Video;

pub(super) fn find(definition: &Definition, found: &mut Found) {
    let devices = &definition.devices;
    for (at, one) in devices.graphics.iter().enumerate() {
        of_graphics(one, &device_path("graphics", at), found);
    }
    for (at, one) in devices.interfaces.iter().enumerate() {
        of_card(one, &device_path("interface", at), found);
    }
    for (at, one) in devices.filesystems.iter().enumerate() {
        of_filesystem(one, &device_path("filesystem", at), found);
    }
    for (at, one) in devices.hostdevs.iter().enumerate() {
        of_hostdev(one, &device_path("hostdev", at), found);
    }
    for (at, one) in devices.videos.iter().enumerate() {
        of_video(one, &device_path("video", at), found);
    }
    for (at, one) in devices.iommus.iter().enumerate() {
        of_iommu(one, &device_path("iommu", at), found);
    }
    for (at, one) in devices.controllers.iter().enumerate() {
        let threads = (one.driver.iothreads.is_some(), "/driver/iothreads", Why::Newer(10_000_000));
        found.ask(&device_path("controller", at), [threads]);
    }
    for (at, one) in devices.tpms.iter().enumerate() {
        let emulated = matches!(one.backend, TpmBackend::Emulator(_));
        let swtpm =
            Why::Needs("swtpm, which is not started yet; start one and name its socket by <backend type='external'>");
        found.ask(&device_path("tpm", at), [(emulated, "/backend/@type='emulator'", swtpm)]);
    }
    ports(definition, found);
}

/// Ports that only other hypervisors have.
fn ports(definition: &Definition, found: &mut Found) {
    let devices = &definition.devices;
    let foreign = |backend: &Port| matches!(backend, Port::Nmdm(_));
    let serial = devices.serials.iter().position(|one| foreign(&one.backend.kind)).map(|at| ("serial", at));
    let console = || devices.consoles.iter().position(|one| foreign(&one.backend.kind)).map(|at| ("console", at));
    if let Some((name, at)) = serial.or_else(console) {
        found.ask(&device_path(name, at), [(true, "/@type='nmdm'", Why::Foreign)]);
    }
}

fn of_graphics(graphics: &Graphics, path: &str, found: &mut Found) {
    let by_network = |listens: &[Listen]| listens.iter().any(|one| matches!(one, Listen::Network(_)));
    let networks = Why::Needs("the network's address, and virtual networks are not there yet");
    let several = "/listen: more than one";
    match &graphics.kind {
        GraphicsKind::Vnc(vnc) => found.ask(
            path,
            [
                (vnc.wait == Some(YesNo::Yes), "/@wait", Why::Unknown),
                (by_network(&vnc.listens), "/listen/@type='network'", networks),
                (vnc.listens.len() > 1, several, Why::Unknown),
            ],
        ),
        GraphicsKind::Spice(spice) => found.ask(
            path,
            [
                (by_network(&spice.listens), "/listen/@type='network'", networks),
                (spice.listens.len() > 1, several, Why::Unknown),
            ],
        ),
        GraphicsKind::Rdp(_) => found.ask(path, [(true, "/@type='rdp'", Why::Foreign)]),
        GraphicsKind::Desktop(_) => found.ask(path, [(true, "/@type='desktop'", Why::Foreign)]),
        GraphicsKind::Sdl(_) | GraphicsKind::EglHeadless(_) | GraphicsKind::Dbus(_) => {}
    }
}

fn of_card(card: &Interface, path: &str, found: &mut Found) {
    let is_user = matches!(card.kind, CardKind::User(_));
    let passt = Why::Needs("passt, which is not started yet");
    let host_end = match &card.kind {
        CardKind::Ethernet(ethernet) => !ethernet.ips.is_empty() || !ethernet.routes.is_empty(),
        CardKind::User(_)
        | CardKind::VhostUser(_)
        | CardKind::Server(_)
        | CardKind::Client(_)
        | CardKind::Mcast(_)
        | CardKind::Network(_)
        | CardKind::Bridge(_)
        | CardKind::Internal(_)
        | CardKind::Direct(_)
        | CardKind::Hostdev(_)
        | CardKind::Udp(_)
        | CardKind::Vdpa(_)
        | CardKind::Null(())
        | CardKind::Vds(_) => false,
    };
    found.ask(
        path,
        [
            (card.bandwidth.is_some(), "/bandwidth", Why::Unbuilt),
            (card.filterref.is_some(), "/filterref", Why::Unbuilt),
            (card.vlan.is_some(), "/vlan", Why::Unbuilt),
            (card.virtualport.is_some(), "/virtualport", Why::Unbuilt),
            (card.isolated == Some(YesNo::Yes), "/port/@isolated", Why::Unbuilt),
            (card.coalesce > 0, "/coalesce", Why::Unbuilt),
            (card.script.is_some(), "/script", Why::Unbuilt),
            (card.downscript.is_some(), "/downscript", Why::Unbuilt),
            (host_end, "/source: addresses and routes of the host's end", Why::Unbuilt),
            (!card.routes.is_empty(), "/route", Why::Foreign),
            (!card.ips.is_empty() && !is_user, "/ip", Why::Foreign),
            (card.backend.kind == BackendType::Passt, "/backend/@type='passt'", passt),
            (!card.port_forwards.is_empty(), "/portForward", passt),
            (card.backend.log_file.is_some(), "/backend/@logFile", passt),
            (card.backend_domain.is_some(), "/backenddomain", Why::Foreign),
            (card.guest.device.is_some(), "/guest", Why::Foreign),
            (card.trust_guest_rx_filters == Some(YesNo::Yes), "/@trustGuestRxFilters", Why::Unbuilt),
        ],
    )
}

fn of_filesystem(filesystem: &Filesystem, path: &str, found: &mut Found) {
    let driver = filesystem.driver.kind;
    let limits = filesystem.space_hard_limit.is_some() || filesystem.space_soft_limit.is_some();
    found.ask(
        path,
        [
            (driver == DriverType::Handle, "/driver/@type='handle'", Why::Needs("QEMU 2.11 or older; take 'path'")),
            (
                driver == DriverType::Virtiofs
                    && !matches!(&filesystem.source, FolderSource::Mount(mount) if mount.socket.is_some()),
                "/driver/@type='virtiofs'",
                Why::Needs(
                    "a virtiofsd, which is not started yet; start one and name its socket by <source socket='…'/>, or take type 'path'",
                ),
            ),
            (filesystem.driver.format.is_some(), "/driver/@format", Why::Foreign),
            (limits, "/space_hard_limit and space_soft_limit", Why::Foreign),
        ],
    )
}

fn of_hostdev(hostdev: &Hostdev, path: &str, found: &mut Found) {
    let capability = hostdev.mode == Mode::Capabilities;
    let detach = Why::Needs(
        "the device to be taken from its driver, which is not done yet; bind it to vfio-pci and say managed='no'",
    );
    match &hostdev.kind {
        HostdevKind::Pci(pci) => found.ask(
            path,
            [
                (capability, "/@mode='capabilities'", Why::Foreign),
                (hostdev.managed.0, "/@managed='yes'", detach),
                (pci.write_filtering.is_some(), "/source/@writeFiltering", Why::Foreign),
            ],
        ),
        HostdevKind::Usb(_)
        | HostdevKind::Scsi(_)
        | HostdevKind::ScsiHost(_)
        | HostdevKind::Mdev(_)
        | HostdevKind::Storage(_)
        | HostdevKind::Misc(_)
        | HostdevKind::Net(_) => found.ask(path, [(capability, "/@mode='capabilities'", Why::Foreign)]),
    }
}

fn of_video(video: &Video, path: &str, found: &mut Found) {
    let vgaconf = video.driver.vgaconf.is_some();
    let node = video.model.acceleration.as_ref().is_some_and(|one| one.rendernode.is_some());
    found.ask(
        path,
        [
            (vgaconf, "/driver/@vgaconf", Why::Foreign),
            (node, "/model/acceleration/@rendernode", Why::Needs("a vhost-user-gpu, which is not started yet")),
        ],
    )
}

fn of_iommu(iommu: &Iommu, path: &str, found: &mut Found) {
    let driver = &iommu.driver;
    let translates = driver.dma_translation.is_some();
    found.ask(
        path,
        [
            (iommu.model == IommuModel::Virtio && translates, "/driver/@dma_translation", Why::Unknown),
            (iommu.model == IommuModel::Intel && translates, "/driver/@dma_translation", Why::Newer(7_000_000)),
            (driver.granule.is_some(), "/driver/granule", Why::Newer(9_001_000)),
            (driver.pci_bus.is_some(), "/driver/@pciBus", Why::Unbuilt),
        ],
    )
}
