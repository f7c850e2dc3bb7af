//! What is only known when a machine starts: its folders and sockets, ports that are free, numbers that the host gives out.

use std::fs::{self, File};
use std::net::TcpListener;
use std::os::fd::AsRawFd;
use std::path::{Path, PathBuf};

use super::Definition;
use super::store::FOLDER_MODE;
use crate::driver::qemu::error;
use crate::driver::qemu::layout::Layout;
use crate::durable;
use crate::error::{Error, Result};
use crate::sys;
use crate::types::*;
use crate::xml::YesNo;
use crate::xml::domain::device::chardev::{ChannelTarget, Mode, Source as Port};
use crate::xml::domain::device::graphics::{Kind, Listen, Socket};
use crate::xml::domain::device::memballoon::Model as BalloonModel;
use crate::xml::domain::device::source::{Source, StartupPolicy};

/// Ports of graphics that are given out, as libvirt's `qemu.conf` has them by default.
const PORTS: std::ops::RangeInclusive<u16> = 5900..=65535;
/// Ports of VNC over WebSockets.
const WEBSOCKETS: std::ops::RangeInclusive<u16> = 5700..=65535;
/// How much of a machine's name stands in the names of its folders: paths of sockets are at most 107 bytes long.
const NAME_LENGTH: usize = 20;

/// What is a machine's own while it starts.
pub struct Prepared {
    /// Its sockets, and files of memory, which have no names.
    pub folder: PathBuf,
    /// The sockets of its channels.
    pub channels: PathBuf,
    /// Nobody else is given the same ports until QEMU has them.
    _ports: Vec<File>,
}

/// Fills in what a definition leaves to the start.
///
/// # Errors
/// `VIR_ERR_OPERATION_FAILED` when nothing is free, `VIR_ERR_SYSTEM_ERROR` with the folder that cannot be made.
pub fn prepare(live: &mut Definition, layout: &Layout) -> Result<Prepared> {
    let short: String = live.name.chars().filter(|one| *one != '/').take(NAME_LENGTH).collect();
    let uuid = live.uuid.unwrap_or_default().to_string();
    let own = format!("domain-{short}-{}", &uuid[..8]);
    let mut prepared = Prepared {
        folder: layout.lib.join(&own),
        channels: layout.lib.join("channel/target").join(&own),
        _ports: Vec::new(),
    };
    durable::make_folder(&prepared.folder, FOLDER_MODE)?;
    name_sockets(live, &prepared)?;
    find_ports(live, layout, &mut prepared._ports)?;
    leave_out_optional(live);
    if let Some(vsock) = &mut live.devices.vsock
        && vsock.cid.auto == Some(YesNo::Yes)
    {
        vsock.cid.address = free_context()?;
    }
    // Without a balloon the guest has all of it.
    let has_balloon = live.devices.memballoon.as_ref().is_some_and(|balloon| balloon.model != BalloonModel::None);
    if !has_balloon {
        live.current_memory.size = live.memory.size;
    }
    Ok(prepared)
}

/// Channels and displays whose socket has no name get one.
fn name_sockets(live: &mut Definition, prepared: &Prepared) -> Result<()> {
    for channel in &mut live.devices.channels {
        let (Some(ChannelTarget::Virtio(target)), Port::Unix(unix)) = (&channel.target, &mut channel.backend.kind)
        else {
            continue;
        };
        if unix.path.is_none() {
            durable::make_folder(&prepared.channels, FOLDER_MODE)?;
            let name = target.name.as_deref().unwrap_or("channel");
            unix.mode = Mode::Bind;
            unix.path = Some(prepared.channels.join(name).display().to_string());
        }
    }
    for graphics in &mut live.devices.graphics {
        let (listens, name) = match &mut graphics.kind {
            Kind::Vnc(vnc) => (&mut vnc.listens, "vnc.sock"),
            Kind::Spice(spice) => (&mut spice.listens, "spice.sock"),
            Kind::Sdl(_) | Kind::Rdp(_) | Kind::Desktop(_) | Kind::EglHeadless(_) | Kind::Dbus(_) => continue,
        };
        if let Some(Listen::Socket(Socket { socket: socket @ None })) = listens.first_mut() {
            *socket = Some(prepared.folder.join(name).display().to_string());
        }
    }
    Ok(())
}

/// Ports that are left to us.
fn find_ports(live: &mut Definition, layout: &Layout, held: &mut Vec<File>) -> Result<()> {
    let mut take = |range| free_port(range, layout, held);
    for graphics in &mut live.devices.graphics {
        match &mut graphics.kind {
            Kind::Vnc(vnc) => {
                let by_socket = matches!(vnc.listens.first(), Some(Listen::Socket(_) | Listen::None(())));
                if !by_socket && (vnc.autoport == Some(YesNo::Yes) || vnc.port.is_none_or(|port| port == -1)) {
                    vnc.port = Some(take(PORTS)?);
                }
                if vnc.websocket == Some(-1) {
                    vnc.websocket = Some(take(WEBSOCKETS)?);
                }
            }
            Kind::Spice(spice) => {
                let by_socket = matches!(spice.listens.first(), Some(Listen::Socket(_) | Listen::None(())));
                let unsaid = spice.port.is_none_or(|port| port <= 0);
                if !by_socket && (spice.autoport == Some(YesNo::Yes) || unsaid) {
                    spice.port = Some(take(PORTS)?);
                }
            }
            Kind::Sdl(_) | Kind::Rdp(_) | Kind::Desktop(_) | Kind::EglHeadless(_) | Kind::Dbus(_) => {}
        }
    }
    Ok(())
}

/// A port at which nobody listens, and which no other start has taken.
fn free_port(mut range: std::ops::RangeInclusive<u16>, layout: &Layout, held: &mut Vec<File>) -> Result<i32> {
    let folder = layout.run.join("ports");
    durable::make_folder(&folder, FOLDER_MODE)?;
    let (first, last) = (*range.start(), *range.end());
    let found = range.find_map(|port| {
        let path = folder.join(port.to_string());
        let file = File::options().write(true).create(true).truncate(false).open(path).ok()?;
        file.try_lock().ok()?;
        TcpListener::bind(("0.0.0.0", port)).ok()?;
        Some((port, file))
    });
    match found {
        Some((port, file)) => {
            held.push(file);
            Ok(port.into())
        }
        None => {
            let text = format!("Unable to find an unused port in range '{first}-{last}' for graphics");
            Err(error(VIR_ERR_OPERATION_FAILED, text))
        }
    }
}

/// Media that need not be there, and are not.
fn leave_out_optional(live: &mut Definition) {
    for disk in &mut live.devices.disks {
        let optional = matches!(disk.source.common().attributes.policy, StartupPolicy::Optional);
        let path = match &disk.source {
            Source::File(_) | Source::Block(_) | Source::Dir(_) => disk.source.describe(),
            Source::Network(_)
            | Source::Volume(_)
            | Source::Nvme(_)
            | Source::VhostUser(_)
            | Source::VhostVdpa(_)
            | Source::Ctl(_) => continue,
        };
        if optional && !path.is_empty() && !Path::new(path).exists() {
            disk.source = Source::default();
            disk.backing_store = None;
        }
    }
}

/// A number for a guest's sockets that no other guest has.
fn free_context() -> Result<u32> {
    let failed = |cause: std::io::Error| {
        let text = "/domain/devices/vsock/cid/@auto: cannot use '/dev/vhost-vsock' (load the module vhost_vsock)";
        Error::system(&cause, text)
    };
    let device = fs::File::options().read(true).write(true).open("/dev/vhost-vsock").map_err(failed)?;
    sys::vsock::claim_context(device.as_raw_fd()).map_err(failed)
}
