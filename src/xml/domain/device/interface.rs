//! `<interface>`: a network card and what it is plugged into.

use super::address::{Alias, Boot, Location, PciAddress, Rom};
use super::chardev::Reconnect;
use super::virtio::VirtioOptions;
use crate::mac::Mac;
use crate::types::*;
use crate::uuid::Uuid;
use crate::xml::Variant as _;
use crate::xml::common::bandwidth::Bandwidth;
use crate::xml::common::filterref::Filterref;
use crate::xml::common::ip::{Ip, Route};
use crate::xml::common::virtualport::VirtualPort;
use crate::xml::common::vlan::Vlan;
use crate::xml::{Fault, Few, IsYes, OnOff, Rare, YesNo};
use crate::{element, rare, variants, walk, words};

words! { pub enum LinkState { Up = "up", Down = "down" } }
words! { pub enum TxMode { Iothread = "iothread", Timer = "timer" } }
words! { pub enum DriverName { Qemu = "qemu", Vhost = "vhost" } }
words! { pub enum DirectMode { Vepa = "vepa", Private = "private", Bridge = "bridge", Passthrough = "passthrough" } }
words! { pub enum TeamType { Persistent = "persistent", Transient = "transient" } }
words! { pub enum PortProtocol { Tcp = "tcp", Udp = "udp" } }
words! { pub enum MacType { Generated = "generated", Static = "static" } }
words! { pub enum SocketType { Unix = "unix" } }
words! { pub enum SocketMode { Client = "client", Server = "server" } }
words! { pub enum HostdevType { Pci = "pci" } }
words! { pub enum HostDriver { Kvm = "kvm", Vfio = "vfio", Xen = "xen" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Interface {
    pub kind: Kind,
    pub managed: IsYes,
    pub trust_guest_rx_filters: Option<YesNo>,
    pub mac: MacAddress,
    pub vlan: Option<Box<Vlan>>,
    pub virtualport: Option<Box<VirtualPort>>,
    pub ips: Few<Ip>,
    pub routes: Few<Route>,
    pub port_forwards: Few<PortForward>,
    pub script: Option<Box<String>>,
    pub downscript: Option<Box<String>>,
    pub backend_domain: Option<Box<String>>,
    pub target: Option<Target>,
    pub guest: Rare<GuestName>,
    pub model: Option<String>,
    /// Of type `hostdev` only.
    pub host_driver: Rare<PciDriver>,
    pub driver: Driver,
    pub backend: Rare<Backend>,
    pub filterref: Option<Box<Filterref>>,
    pub bandwidth: Option<Box<Bandwidth>>,
    pub teaming: Option<Box<Team>>,
    pub link: Option<LinkState>,
    pub mtu: u32,
    pub sndbuf: Option<u64>,
    /// Frames that are waited for before the host is told of them.
    pub coalesce: u32,
    pub isolated: Option<YesNo>,
    pub boot: Option<Boot>,
    pub alias: Alias,
    pub rom: Option<Box<Rom>>,
    pub location: Location,
}

walk!(Interface, |interface, xml| {
    xml.named("guest interface");
    interface.kind.tag("type", xml);
    interface.managed.sparse("managed", xml);
    interface.trust_guest_rx_filters.attr("trustGuestRxFilters", xml);
    interface.mac.child("mac", xml);
    let is_hostdev = matches!(interface.kind, Kind::Hostdev(_));
    if is_hostdev {
        xml.group("driver", |xml| {
            interface.host_driver.inline(xml);
            xml.read_if(false, |xml| Driver::default().inline(xml));
        });
    }
    let complete = !interface.kind.needs_source() || xml.has("source");
    xml.check(|| if complete { Ok(()) } else { Err(interface.kind.without_source()) });
    interface.kind.child("source", xml);
    xml.check(|| interface.kind.check_source());
    interface.vlan.child("vlan", xml);
    interface.virtualport.child("virtualport", xml);
    interface.bandwidth.child("bandwidth", xml);
    interface.isolated.via("port", "isolated", xml);
    interface.ips.child("ip", xml);
    interface.routes.child("route", xml);
    interface.port_forwards.child("portForward", xml);
    interface.script.via("script", "path", xml);
    interface.downscript.via("downscript", "path", xml);
    interface.backend_domain.via("backenddomain", "name", xml);
    interface.target.child("target", xml);
    interface.guest.child("guest", xml);
    interface.model.via("model", "type", xml);
    if !is_hostdev {
        interface.driver.child("driver", xml);
    }
    interface.backend.child("backend", xml);
    interface.filterref.child("filterref", xml);
    interface.teaming.child("teaming", xml);
    xml.group("tune", |xml| interface.sndbuf.leaf("sndbuf", xml));
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown interface link state '{}'", |xml| {
        interface.link.via("link", "state", xml);
    });
    xml.refuse(VIR_ERR_XML_ERROR, "malformed mtu size", |xml| interface.mtu.sparse_via("mtu", "size", xml));
    xml.group("coalesce", |xml| xml.group("rx", |xml| interface.coalesce.sparse_via("frames", "max", xml)));
    interface.boot.child("boot", xml);
    interface.alias.child("alias", xml);
    interface.rom.child("rom", xml);
    interface.location.inline(xml);
});

rare! { GuestName, PciDriver, Backend }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MacAddress {
    /// Always there after post-parse.
    pub address: Option<Mac>,
    pub kind: Option<MacType>,
    pub check: Option<YesNo>,
    /// What the guest of a running machine has changed it to.
    pub current: Option<Mac>,
}

walk!(MacAddress, |mac, xml| {
    xml.refuse(VIR_ERR_XML_ERROR, "unable to parse mac address '{}'", |xml| mac.address.attr("address", xml));
    mac.kind.attr("type", xml);
    mac.check.attr("check", xml);
    xml.newer(|xml| xml.live(|xml| mac.current.attr("currentAddress", xml)));
    xml.check(|| match mac.address {
        Some(address) if address.is_multicast() => {
            Err(Fault::xml(format!("expected unicast mac address, found multicast '{address}'")))
        }
        _ => Ok(()),
    });
});

variants! {
    pub enum Kind {
        User(User) = "user",
        Ethernet(Box<Ethernet>) = "ethernet",
        VhostUser(Box<VhostUser>) = "vhostuser",
        Server(Socket) = "server",
        Client(Socket) = "client",
        Mcast(Socket) = "mcast",
        Network(Box<Network>) = "network",
        Bridge(Bridge) = "bridge",
        Internal(Internal) = "internal",
        Direct(Direct) = "direct",
        Hostdev(Box<Hostdev>) = "hostdev",
        Udp(Box<Udp>) = "udp",
        Vdpa(Vdpa) = "vdpa",
        Null(()) = "null",
        Vds(Box<Vds>) = "vds",
    }
}

impl Kind {
    /// Whether the source says where it leads.
    fn check_source(&self) -> Result<(), Fault> {
        let peer = |socket: &Socket| match (&socket.address, socket.port) {
            (None, _) => Some("address"),
            (_, None) => Some("port"),
            _ => None,
        };
        let lacks = match self {
            Self::Network(network) => network.network.is_none().then_some("network"),
            Self::Bridge(bridge) => bridge.bridge.is_none().then_some("bridge"),
            Self::Internal(internal) => internal.name.is_none().then_some("name"),
            Self::Direct(direct) => direct.device.is_none().then_some("dev"),
            Self::Vdpa(vdpa) => vdpa.device.is_none().then_some("dev"),
            Self::Server(server) => server.port.is_none().then_some("port"),
            Self::Client(socket) | Self::Mcast(socket) => peer(socket),
            Self::Udp(udp) => peer(&udp.socket),
            Self::User(_)
            | Self::Ethernet(_)
            | Self::VhostUser(_)
            | Self::Hostdev(_)
            | Self::Null(_)
            | Self::Vds(_) => None,
        };
        match lacks {
            Some(name) => Err(Fault::xml(format!("Missing required attribute '{name}' in element 'source'"))),
            None => Ok(()),
        }
    }

    /// Whether nothing can be said without a `<source>`.
    fn needs_source(&self) -> bool {
        match self {
            Self::User(_) | Self::Ethernet(_) | Self::Null(()) | Self::Hostdev(_) => false,
            Self::VhostUser(_) | Self::Server(_) | Self::Client(_) | Self::Mcast(_) | Self::Network(_) => true,
            Self::Bridge(_) | Self::Internal(_) | Self::Direct(_) | Self::Udp(_) | Self::Vdpa(_) | Self::Vds(_) => true,
        }
    }

    fn without_source(&self) -> Fault {
        Fault::xml(format!("interface type='{}' requires a 'source' element", self.tag_word()))
    }
}

element! {
    pub struct User {
        /// The host's card whose addresses `passt` gives to the guest.
        device: Option<String> = attr("dev") @newer,
    }
}

element! {
    /// Addresses of the end that the host sees.
    pub struct Ethernet {
        ips: Vec<Ip> = child("ip"),
        routes: Vec<Route> = child("route"),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VhostUser {
    pub kind: SocketType,
    pub path: Option<String>,
    pub mode: SocketMode,
    pub reconnect: Option<Reconnect>,
}

walk!(VhostUser, |vhost, xml| {
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "Type='(null)' unsupported for <interface type='vhostuser'>", |xml| {
        xml.need("type")
    });
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "Type='{}' unsupported for <interface type='vhostuser'>", |xml| {
        vhost.kind.attr("type", xml);
    });
    vhost.path.required_attr("path", xml);
    vhost.mode.required("mode", xml);
    vhost.reconnect.child("reconnect", xml);
});

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Network {
    pub network: Option<String>,
    pub portgroup: Option<String>,
    /// What the network calls the port of a running machine.
    pub port: Option<Uuid>,
    pub bridge: Option<String>,
}

walk!(Network, |network, xml| {
    // The format page of April 2007 calls it `name` in its QEMU example, which libvirt refuses.
    let attribute = if xml.given("name") && !xml.given("network") { "name" } else { "network" };
    network.network.attr(attribute, xml);
    network.portgroup.attr("portgroup", xml);
    xml.live(|xml| {
        network.port.attr("portid", xml);
        network.bridge.attr("bridge", xml);
    });
});

element! {
    pub struct Bridge {
        bridge: Option<String> = attr("bridge"),
    }
}

element! {
    pub struct Internal {
        name: Option<String> = attr("name"),
    }
}

element! {
    pub struct Direct {
        device: Option<String> = attr("dev"),
        mode: DirectMode = attr("mode"),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hostdev {
    pub address: Option<HostdevAddress>,
}

walk!(Hostdev, |hostdev, xml| {
    hostdev.address.child("address", xml);
});

element! {
    /// Who drives a card of the host while the guest has it.
    pub struct PciDriver {
        name: Option<HostDriver> = attr("name"),
        /// A module of the host's kernel that is a variant of `vfio-pci`.
        model: Option<String> = attr("model") @newer,
        iommufd: Option<YesNo> = attr("iommufd") @newer,
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HostdevAddress {
    pub kind: HostdevType,
    pub address: PciAddress,
}

walk!(HostdevAddress, |hostdev, xml| {
    xml.refuse(VIR_ERR_XML_ERROR, "missing source address type", |xml| xml.need("type"));
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown host device source address type '{}'", |xml| {
        hostdev.kind.attr("type", xml);
    });
    hostdev.address.inline(xml);
});

element! {
    pub struct Socket {
        address: Option<String> = attr("address"),
        port: Option<u32> = attr("port"),
    }
}

element! {
    pub struct Udp {
        socket: Socket = inline(),
        local: Option<Socket> = child("local"),
    }
}

element! {
    pub struct Vdpa {
        device: Option<String> = attr("dev"),
    }
}

element! {
    /// A port of a VMware distributed switch.
    pub struct Vds {
        switch: Option<Uuid> = attr("switchid"),
        port: i64 = attr("portid"),
        portgroup: Option<String> = attr("portgroupid"),
        connection: i64 = attr("connectionid"),
    }
}

element! {
    pub struct PortForward {
        protocol: PortProtocol = required("proto"),
        address: Option<String> = attr("address"),
        device: Option<String> = attr("dev"),
        ranges: Vec<PortRange> = child("range"),
    }
}

element! {
    pub struct PortRange {
        start: u32 = required("start"),
        end: u32 = sparse("end"),
        to: u32 = sparse("to"),
        exclude: Option<YesNo> = attr("exclude"),
    }
}

element! {
    pub struct Target {
        device: Option<String> = attr("dev"),
        managed: Option<YesNo> = attr("managed"),
    }
}

element! {
    /// What the card is called inside a container.
    pub struct GuestName {
        device: Option<String> = attr("dev"),
        actual: Option<String> = attr("actual"),
    }
}

element! {
    pub struct Driver {
        name: Option<DriverName> = attr("name"),
        txmode: Option<TxMode> = attr("txmode"),
        ioeventfd: Option<OnOff> = attr("ioeventfd"),
        event_idx: Option<OnOff> = attr("event_idx"),
        queues: u32 = sparse("queues"),
        rx_queue_size: u32 = sparse("rx_queue_size"),
        tx_queue_size: u32 = sparse("tx_queue_size"),
        rss: Option<OnOff> = attr("rss"),
        rss_hash_report: Option<OnOff> = attr("rss_hash_report"),
        virtio: VirtioOptions = inline(),
        host: HostOffloads = child("host"),
        guest: GuestOffloads = child("guest"),
    }
}

element! {
    pub struct HostOffloads {
        csum: Option<OnOff> = attr("csum"),
        gso: Option<OnOff> = attr("gso"),
        tso4: Option<OnOff> = attr("tso4"),
        tso6: Option<OnOff> = attr("tso6"),
        ecn: Option<OnOff> = attr("ecn"),
        ufo: Option<OnOff> = attr("ufo"),
        mrg_rxbuf: Option<OnOff> = attr("mrg_rxbuf"),
    }
}

element! {
    pub struct GuestOffloads {
        csum: Option<OnOff> = attr("csum"),
        tso4: Option<OnOff> = attr("tso4"),
        tso6: Option<OnOff> = attr("tso6"),
        ecn: Option<OnOff> = attr("ecn"),
        ufo: Option<OnOff> = attr("ufo"),
    }
}

words! { pub enum BackendType { unsaid Default = "default"; newer: Passt = "passt" } }

element! {
    pub struct Backend {
        kind: BackendType = sparse("type"),
        tap: Option<String> = attr("tap"),
        vhost: Option<String> = attr("vhost"),
        log_file: Option<String> = attr("logFile"),
        hostname: Option<String> = attr("hostname") @newer,
        fqdn: Option<String> = attr("fqdn") @newer,
    }
}

element! {
    pub struct Team {
        kind: TeamType = required("type") missing VIR_ERR_CONFIG_UNSUPPORTED "unknown teaming type '(null)'"
            else VIR_ERR_CONFIG_UNSUPPORTED "unknown teaming type '{}'",
        persistent: Option<String> = attr("persistent"),
    }
}
