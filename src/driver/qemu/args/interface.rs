//! `-netdev` and the network card.

use super::address;
use super::boot::Indexes;
use super::controller::virtio_options;
use super::line::{Line, Properties};
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::interface::{Interface, Kind, TxMode};

pub(super) fn add(domain: &Domain, indexes: &Indexes, line: &mut Line) -> Result<(), Fault> {
    for (at, card) in domain.devices.interfaces.iter().enumerate() {
        let alias = card.alias.name.as_deref().unwrap_or_default();
        let host = format!("host{alias}");
        let (kind, mut backend) = netdev(card)?;
        let mut whole = Properties::of("type", kind);
        whole.append(&mut backend);
        whole.set("id", host.as_str());
        line.json("-netdev", whole);
        let index = indexes.interfaces.get(at).copied().flatten();
        line.json("-device", device(domain, card, &host, index)?);
    }
    Ok(())
}

fn netdev(card: &Interface) -> Result<(&'static str, Properties), Fault> {
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
            let name = card.target.as_ref().and_then(|target| target.device.clone());
            properties.maybe("ifname", name);
            properties.set("script", "no");
            properties.set("downscript", "no");
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
        Kind::Hostdev(_) | Kind::VhostUser(_) | Kind::Vdpa(_) | Kind::Null(()) | Kind::Vds(_) => {
            use crate::xml::Variant;
            let text = format!("interfaces of type '{}' are not given to QEMU", card.kind.tag_word());
            return Err(Fault::unsupported(text));
        }
    };
    Ok((kind, properties))
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
    device.set("netdev", host);
    device.maybe("id", card.alias.name.clone());
    device.set("mac", card.mac.address.map(|mac| mac.to_string()).unwrap_or_default());
    device.maybe("failover", card.teaming.as_ref().filter(|team| team.persistent.is_none()).map(|_| true));
    address::set(domain, &card.location, &mut device)?;
    super::hostdev::set_rom(card.rom.as_deref(), &mut device);
    device.maybe("bootindex", index);
    Ok(device)
}
