//! `-netdev` and the network card.

use std::path::Path;

use super::boot::Indexes;
use super::controller::virtio_options;
use super::line::{Attached, Line, Properties};
use super::{address, chardev};
use crate::xml::Fault;
use crate::xml::domain::device::chardev::{Backend, Mode, Source as Port, Unix};
use crate::xml::domain::device::interface::{DriverName, Interface, Kind, SocketMode, TxMode};
use crate::xml::domain::{Domain, Hypervisor};

pub(super) fn add(domain: &Domain, indexes: &Indexes, line: &mut Line) -> Result<(), Fault> {
    for (at, card) in domain.devices.interfaces.iter().enumerate() {
        let alias = card.alias.name.as_deref().unwrap_or_default();
        let host = format!("host{alias}");
        if let Some((kind, mut backend)) = netdev(domain, card, at, line)? {
            let mut whole = Properties::of("type", kind);
            whole.append(&mut backend);
            whole.set("id", host.as_str());
            line.json("-netdev", whole);
        }
        let index = indexes.interfaces.get(at).copied().flatten();
        line.json("-device", device(domain, card, &host, index)?);
    }
    Ok(())
}

/// The type and properties of the card's other end; `None` when it has none.
fn netdev(
    domain: &Domain,
    card: &Interface,
    at: usize,
    line: &mut Line,
) -> Result<Option<(&'static str, Properties)>, Fault> {
    let mut properties = Properties::default();
    let socket = |socket: &crate::xml::domain::device::interface::Socket| {
        format!("{}:{}", socket.address.as_deref().unwrap_or_default(), socket.port.unwrap_or(0))
    };
    let kind = match &card.kind {
        Kind::User(_) => {
            let ips = card.ips.iter().filter_map(|ip| Some((ip.address?, ip.prefix)));
            for (address, prefix) in ips {
                let prefix = prefix.unwrap_or(if address.is_ipv4() { 24 } else { 64 });
                if address.is_ipv4() {
                    properties.set("net", format!("{address}/{prefix}"));
                } else {
                    properties.set("ipv6-prefix", address.to_string());
                    properties.set("ipv6-prefixlen", prefix);
                }
            }
            "user"
        }
        Kind::Ethernet(_) | Kind::Network(_) | Kind::Bridge(_) | Kind::Direct(_) | Kind::Internal(_) => {
            add_tap(domain, card, at, &mut properties, line);
            "tap"
        }
        Kind::Server(server) => {
            properties.set("listen", socket(server));
            "socket"
        }
        Kind::Client(client) => {
            properties.set("connect", socket(client));
            "socket"
        }
        Kind::Mcast(mcast) => {
            properties.set("mcast", socket(mcast));
            "socket"
        }
        Kind::Udp(udp) => {
            properties.set("udp", socket(&udp.socket));
            properties.maybe("localaddr", udp.local.as_ref().map(socket));
            "socket"
        }
        Kind::VhostUser(vhost) => {
            let alias = card.alias.name.as_deref().unwrap_or_default();
            let mode = match vhost.mode {
                SocketMode::Client => Mode::Connect,
                SocketMode::Server => Mode::Bind,
            };
            let (path, reconnect) = (vhost.path.clone(), vhost.reconnect.clone());
            let unix = Unix { mode, path, reconnect, ..Unix::default() };
            let port = Backend { kind: Port::Unix(Box::new(unix)), log: None };
            properties.set("chardev", chardev::backend(&port, alias, None, line)?);
            if card.driver.queues > 1 {
                properties.set("queues", card.driver.queues);
            }
            "vhost-user"
        }
        Kind::Vdpa(vdpa) => {
            properties.maybe("vhostdev", vdpa.device.clone());
            if card.driver.queues > 1 {
                properties.set("queues", card.driver.queues);
            }
            "vhost-vdpa"
        }
        Kind::Null(()) => return Ok(None),
        Kind::Hostdev(_) | Kind::Vds(_) => {
            use crate::xml::Variant;
            let text = format!("interfaces of type '{}' are not given to QEMU", card.kind.tag_word());
            return Err(Fault::unsupported(text));
        }
    };
    Ok(Some((kind, properties)))
}

/// A tap comes open, one file for each of its queues; so does the kernel's part where it is there.
fn add_tap(domain: &Domain, card: &Interface, at: usize, properties: &mut Properties, line: &mut Line) {
    let is_virtio = card.model.as_deref().is_some_and(|model| model.starts_with("virtio"));
    let queues = if is_virtio { card.driver.queues.max(1) } else { 1 };
    let mut attach = |one: &str, many: &str, file: Attached| {
        let numbers: Vec<_> = (0..queues).map(|_| line.attach(file.clone()).to_string()).collect();
        properties.set(if queues > 1 { many } else { one }, numbers.join(":"));
    };
    attach("fd", "fds", Attached::Tap { card: at });
    let device = card.backend.vhost.as_deref().unwrap_or("/dev/vhost-net");
    // Without KVM it is of use only to whoever asks for it.
    let wanted = match card.driver.name {
        Some(DriverName::Qemu) => false,
        Some(DriverName::Vhost) => true,
        None => domain.hypervisor == Hypervisor::Kvm && Path::new(device).exists(),
    };
    if is_virtio && wanted {
        attach("vhostfd", "vhostfds", Attached::Vhost(device.into()));
        properties.set("vhost", true);
    }
    properties.maybe("sndbuf", card.sndbuf);
}

fn device(domain: &Domain, card: &Interface, host: &str, index: Option<u32>) -> Result<Properties, Fault> {
    let model = card.model.as_deref().unwrap_or("rtl8139");
    let is_virtio = model.starts_with("virtio");
    let driver = if is_virtio { address::virtio("virtio-net", &card.location, model) } else { model.to_owned() };
    let mut device = Properties::device(&driver);
    let options = &card.driver;
    if is_virtio {
        device.maybe(
            "tx",
            options.txmode.map(|mode| match mode {
                TxMode::Iothread => "bh",
                TxMode::Timer => "timer",
            }),
        );
        device.switch("ioeventfd", options.ioeventfd);
        device.switch("event_idx", options.event_idx);
        let (host, guest) = (&options.host, &options.guest);
        device.switch("csum", host.csum);
        device.switch("gso", host.gso);
        device.switch("host_tso4", host.tso4);
        device.switch("host_tso6", host.tso6);
        device.switch("host_ecn", host.ecn);
        device.switch("host_ufo", host.ufo);
        device.switch("mrg_rxbuf", host.mrg_rxbuf);
        device.switch("guest_csum", guest.csum);
        device.switch("guest_tso4", guest.tso4);
        device.switch("guest_tso6", guest.tso6);
        device.switch("guest_ecn", guest.ecn);
        device.switch("guest_ufo", guest.ufo);
        if options.queues > 1 {
            device.set("mq", true);
            if !driver.contains("ccw") {
                device.set("vectors", 2 * options.queues + 2);
            }
        }
        device.nonzero("rx_queue_size", options.rx_queue_size);
        device.nonzero("tx_queue_size", options.tx_queue_size);
        device.switch("rss", options.rss);
        device.switch("hash", options.rss_hash_report);
        device.nonzero("host_mtu", card.mtu);
        virtio_options(&options.virtio, &mut device);
    }
    if !matches!(card.kind, Kind::Null(())) {
        device.set("netdev", host);
    }
    device.maybe("id", card.alias.name.clone());
    device.set("mac", card.mac.address.map(|mac| mac.to_string()).unwrap_or_default());
    device.maybe("failover", card.teaming.as_ref().filter(|team| team.persistent.is_none()).map(|_| true));
    address::set(domain, &card.location, &mut device)?;
    super::hostdev::set_rom(card.rom.as_deref(), &mut device);
    device.maybe("bootindex", index);
    Ok(device)
}
