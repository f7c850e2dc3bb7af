//! `<serial>`, `<parallel>`, `<console>`, `<channel>`: character devices, and what is at their other end.

use std::net::IpAddr;

use super::address::Place;
use crate::types::*;
use crate::xml::domain::seclabel::DeviceSeclabel;
use crate::xml::{Fault, Few, OnOff, YesNo};
use crate::{element, variants, walk, words};

words! { pub enum Mode { Connect = "connect", Bind = "bind" } }
words! { pub enum Protocol { Raw = "raw", Telnet = "telnet", Telnets = "telnets", Tls = "tls" } }
words! { pub enum MouseMode { Server = "server", Client = "client" } }
words! {
    pub enum SerialType {
        IsaSerial = "isa-serial", UsbSerial = "usb-serial", PciSerial = "pci-serial", SpaprVioSerial = "spapr-vio-serial",
        SystemSerial = "system-serial", SclpSerial = "sclp-serial", IsaDebug = "isa-debug",
    }
}
words! {
    pub enum SerialModel {
        IsaSerial = "isa-serial", UsbSerial = "usb-serial", PciSerial = "pci-serial", SpaprVty = "spapr-vty",
        Pl011 = "pl011", SclpConsole = "sclpconsole", SclpLmConsole = "sclplmconsole", Uart16550a = "16550a",
        IsaDebugcon = "isa-debugcon",
    }
}
words! {
    pub enum ConsoleType {
        Serial = "serial", Xen = "xen", Uml = "uml", Virtio = "virtio", Lxc = "lxc", Openvz = "openvz", Sclp = "sclp",
        SclpLm = "sclplm",
    }
}
words! { pub enum ChannelState { Connected = "connected", Disconnected = "disconnected" } }

const UNKNOWN_TYPE: &str = "unknown type presented to host for character device: {}";
const UNKNOWN_TARGET: &str = "unknown target type '{}' specified for character device";

element! {
    pub struct Serial {
        backend: Backend = inline(),
        target: SerialTarget = child("target"),
        place: Place = inline(),
    }
}

element! {
    pub struct SerialTarget {
        kind: Option<SerialType> = attr("type")
            else VIR_ERR_CONFIG_UNSUPPORTED "unknown target type '{}' specified for character device",
        port: Option<u32> = attr("port") else VIR_ERR_XML_ERROR "Invalid port number: {}",
        model: Option<SerialModel> = via("model", "name")
            else VIR_ERR_CONFIG_UNSUPPORTED "unknown target model '{}' specified for character device",
    }
}

element! {
    pub struct Parallel {
        backend: Backend = inline(),
        port: Option<u32> = via("target", "port") else VIR_ERR_XML_ERROR "Invalid port number: {}",
        place: Place = inline(),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Console {
    pub backend: Backend,
    /// The terminal of a running machine's `pty`.
    pub tty: Option<Box<String>>,
    pub kind: Option<ConsoleType>,
    pub port: Option<u32>,
    pub place: Place,
}

walk!(Console, |console, xml| {
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, UNKNOWN_TYPE, |xml| console.backend.kind.tag("type", xml));
    xml.live(|xml| console.tty.attr("tty", xml));
    if !matches!(console.backend.kind, Source::Udp(_)) {
        xml.single("source", VIR_ERR_XML_ERROR, ONE_SOURCE);
    }
    xml.single("protocol", VIR_ERR_XML_ERROR, ONE_PROTOCOL);
    console.backend.kind.inline(xml);
    // The schema has it at each kind, only a TCP connection means something by it.
    xml.read_if(false, |xml| None::<Protocol>.via("protocol", "type", xml));
    xml.single("log", VIR_ERR_XML_ERROR, ONE_LOG);
    console.backend.log.child("log", xml);
    xml.group("target", |xml| {
        xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, UNKNOWN_TARGET, |xml| console.kind.attr("type", xml));
        xml.refuse(VIR_ERR_XML_ERROR, "Invalid port number: {}", |xml| console.port.attr("port", xml));
    });
    console.place.inline(xml);
});

element! {
    pub struct Channel {
        backend: Backend = inline(),
        target: Option<ChannelTarget> = child("target"),
        place: Place = inline(),
    }
}

variants! {
    pub enum ChannelTarget by "type"
        missing VIR_ERR_CONFIG_UNSUPPORTED "unknown target type '(null)' specified for character device"
        unknown VIR_ERR_CONFIG_UNSUPPORTED "unknown target type '{}' specified for character device"
    {
        Virtio(VirtioTarget) = "virtio",
        Guestfwd(GuestfwdTarget) = "guestfwd",
        Xen(XenTarget) = "xen",
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VirtioTarget {
    pub name: Option<String>,
    /// Whether the guest has opened it.
    pub state: Option<ChannelState>,
}

walk!(VirtioTarget, |target, xml| {
    target.name.attr("name", xml);
    xml.live(|xml| target.state.attr("state", xml));
});

element! {
    pub struct XenTarget {
        name: Option<String> = attr("name"),
    }
}

element! {
    /// An address that the guest sees on its user network.
    pub struct GuestfwdTarget {
        address: Option<IpAddr> = required_attr("address")
            missing VIR_ERR_XML_ERROR "guestfwd channel does not define a target address"
            else VIR_ERR_SYSTEM_ERROR "Cannot parse socket address '{}': Name or service not known",
        port: Option<u32> = required_attr("port")
            missing VIR_ERR_XML_ERROR "guestfwd channel does not define a target port"
            else VIR_ERR_XML_ERROR "Invalid port number: {}",
    }
}

/// What is at the host's end of a character device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Backend {
    pub kind: Source,
    pub log: Option<Box<Log>>,
}

const ONE_LOG: &str = "only one log element is allowed for character device";
const ONE_SOURCE: &str = "only one source element is allowed for character device";
const ONE_PROTOCOL: &str = "only one protocol element is allowed for character device";

walk!(Backend, |backend, xml| {
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, UNKNOWN_TYPE, |xml| backend.kind.tag("type", xml));
    if !matches!(backend.kind, Source::Udp(_)) {
        xml.single("source", VIR_ERR_XML_ERROR, ONE_SOURCE);
    }
    xml.single("protocol", VIR_ERR_XML_ERROR, ONE_PROTOCOL);
    backend.kind.inline(xml);
    // The schema has it at each kind, only a TCP connection means something by it.
    xml.read_if(false, |xml| None::<Protocol>.via("protocol", "type", xml));
    xml.single("log", VIR_ERR_XML_ERROR, ONE_LOG);
    backend.log.child("log", xml);
});

impl Backend {
    /// The labels of a file or socket of the host.
    pub fn seclabels(&self) -> &[DeviceSeclabel] {
        match &self.kind {
            Source::File(file) => &file.seclabels,
            Source::Dev(path) | Source::Pipe(path) => &path.seclabels,
            Source::Unix(unix) => &unix.seclabels,
            _ => &[],
        }
    }
}

impl Source {
    /// Only ports have labels of their own.
    pub fn forget_labels(&mut self) {
        match self {
            Self::File(file) => file.seclabels.clear(),
            Self::Dev(path) | Self::Pipe(path) => path.seclabels.clear(),
            Self::Unix(unix) => unix.seclabels.clear(),
            Self::Pty(_) | Self::Null(()) | Self::Vc(()) | Self::Stdio(()) | Self::Udp(_) | Self::Tcp(_) => {}
            Self::Spicevmc(()) | Self::Spiceport(_) | Self::Nmdm(_) | Self::Vdagent(_) | Self::Dbus(_) => {}
        }
    }
}

element! {
    pub struct Log {
        file: Option<String> = attr("file"),
        append: Option<OnOff> = attr("append"),
    }
}

variants! {
    pub enum Source {
        Pty(Pty) = "pty",
        Null(()) = "null",
        Vc(()) = "vc",
        Dev(Path) = "dev",
        File(FilePath) = "file",
        Pipe(Path) = "pipe",
        Stdio(()) = "stdio",
        Udp(Box<Udp>) = "udp",
        Tcp(Box<Tcp>) = "tcp",
        Unix(Box<Unix>) = "unix",
        Spicevmc(()) = "spicevmc",
        Spiceport(NamedChannel) = "spiceport",
        Nmdm(Box<Nmdm>) = "nmdm",
        Vdagent(Vdagent) = "qemu-vdagent",
        Dbus(NamedChannel) = "dbus",
    }
}

/// A terminal, known while the machine runs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pty {
    pub path: Option<String>,
}

walk!(Pty, |pty, xml| {
    xml.live(|xml| pty.path.via("source", "path", xml));
});

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    pub path: Option<String>,
    pub seclabels: Few<DeviceSeclabel>,
}

walk!(Path, |path, xml| {
    xml.group("source", |xml| {
        path.path.attr("path", xml);
        path.seclabels.slim("seclabel", xml);
    });
});

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilePath {
    pub path: Option<String>,
    pub append: Option<OnOff>,
    pub seclabels: Few<DeviceSeclabel>,
}

walk!(FilePath, |file, xml| {
    xml.group("source", |xml| {
        file.path.attr("path", xml);
        file.append.attr("append", xml);
        file.seclabels.slim("seclabel", xml);
    });
});

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Udp {
    /// The end that listens and the end that is sent to.
    pub ends: Vec<UdpEnd>,
}

walk!(Udp, |udp, xml| {
    udp.ends.child("source", xml);
    let two = "only two source elements are allowed for character device";
    xml.check(|| if udp.ends.len() > 2 { Err(Fault::xml(two)) } else { Ok(()) });
});

element! {
    pub struct UdpEnd {
        mode: Mode = attr("mode"),
        host: Option<String> = attr("host"),
        service: Option<String> = attr("service"),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tcp {
    pub mode: Mode,
    pub host: Option<String>,
    pub service: Option<String>,
    pub tls: Option<YesNo>,
    pub reconnect: Option<Reconnect>,
    pub protocol: Protocol,
}

walk!(Tcp, |tcp, xml| {
    xml.group("source", |xml| {
        tcp.mode.attr("mode", xml);
        tcp.host.attr("host", xml);
        tcp.service.attr("service", xml);
        tcp.tls.attr("tls", xml);
        tcp.reconnect.child("reconnect", xml);
    });
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "Unknown protocol '{}'", |xml| tcp.protocol.via("protocol", "type", xml));
});

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unix {
    pub mode: Mode,
    /// None: the driver chooses one.
    pub path: Option<String>,
    pub reconnect: Option<Reconnect>,
    pub seclabels: Few<DeviceSeclabel>,
}

walk!(Unix, |unix, xml| {
    if xml.is_reading() || unix.path.is_some() {
        xml.group("source", |xml| {
            unix.mode.attr("mode", xml);
            unix.path.attr("path", xml);
            unix.reconnect.child("reconnect", xml);
            unix.seclabels.slim("seclabel", xml);
        });
    }
});

/// Whether to try again when the other end is gone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reconnect {
    pub enabled: YesNo,
    /// In seconds.
    pub timeout: Option<u32>,
}

walk!(Reconnect, |reconnect, xml| {
    reconnect.enabled.required("enabled", xml);
    if reconnect.enabled == YesNo::Yes {
        reconnect.timeout.required_attr("timeout", xml);
    } else {
        xml.live(|xml| reconnect.timeout.attr("timeout", xml));
    }
});

#[derive(Clone, Debug, Default, PartialEq)]
pub struct NamedChannel {
    pub channel: Option<String>,
}

walk!(NamedChannel, |named, xml| {
    named.channel.via("source", "channel", xml);
});

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Nmdm {
    pub master: Option<String>,
    pub slave: Option<String>,
}

walk!(Nmdm, |nmdm, xml| {
    xml.group("source", |xml| {
        nmdm.master.attr("master", xml);
        nmdm.slave.attr("slave", xml);
    });
});

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vdagent {
    pub clipboard: Option<YesNo>,
    pub mouse: Option<MouseMode>,
}

walk!(Vdagent, |agent, xml| {
    xml.group("source", |xml| {
        agent.clipboard.via("clipboard", "copypaste", xml);
        agent.mouse.via("mouse", "mode", xml);
    });
});
