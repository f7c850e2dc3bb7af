//! `-chardev`, and the ports at whose other end they are: serial, parallel, channels, consoles.

use super::Context;
use super::address;
use super::line::{Line, Properties, quoted};
use crate::driver::qemu::board::Board;
use crate::xml::domain::Domain;
use crate::xml::domain::device::chardev::{
    Backend, ChannelTarget, ConsoleType, Mode, MouseMode, Protocol, Reconnect, SerialModel, SerialType, Source,
};
use crate::xml::{Fault, YesNo};

/// Where the certificates are by which the other end is believed, and this one.
pub(super) const CREDENTIALS: &str = "/etc/pki/qemu";

pub(super) fn add(domain: &Domain, board: Board, context: &Context, line: &mut Line) -> Result<(), Fault> {
    let devices = &domain.devices;
    for serial in &devices.serials {
        let alias = serial.place.alias.name.as_deref().unwrap_or_default();
        let backend = backend(&serial.backend, alias, None, line)?;
        if soldered(board, serial.target.kind) {
            line.option("-serial", format!("chardev:{backend}"));
            continue;
        }
        let driver = match serial.target.model {
            Some(SerialModel::SpaprVty) => "spapr-vty",
            Some(SerialModel::IsaSerial) => "isa-serial",
            Some(SerialModel::UsbSerial) => "usb-serial",
            Some(SerialModel::PciSerial) => "pci-serial",
            Some(SerialModel::SclpConsole) => "sclpconsole",
            Some(SerialModel::SclpLmConsole) => "sclplmconsole",
            Some(SerialModel::IsaDebugcon) => "isa-debugcon",
            Some(SerialModel::Pl011 | SerialModel::Uart16550a) | None => {
                line.option("-serial", format!("chardev:{backend}"));
                continue;
            }
        };
        let mut device = Properties::device(driver).with("chardev", backend).with("id", alias);
        if driver == "isa-serial" {
            device.maybe("index", serial.target.port);
        }
        address::set(domain, &serial.place.location, &mut device)?;
        line.json("-device", device);
    }
    for parallel in &devices.parallels {
        let alias = parallel.place.alias.name.as_deref().unwrap_or_default();
        let backend = backend(&parallel.backend, alias, None, line)?;
        line.json("-device", Properties::device("isa-parallel").with("chardev", backend).with("id", alias));
    }
    for channel in &devices.channels {
        let alias = channel.place.alias.name.as_deref().unwrap_or_default();
        match &channel.target {
            Some(ChannelTarget::Guestfwd(target)) => {
                let backend = backend(&channel.backend, alias, None, line)?;
                let ip = target.address.map(|ip| ip.to_string()).unwrap_or_default();
                let rule = format!("tcp:{ip}:{}-chardev:{backend}", target.port.unwrap_or(0));
                let rule = Properties::of("str", &rule).into_value();
                line.json("-netdev", Properties::of("type", "user").with("guestfwd", vec![rule]).with("id", alias));
            }
            Some(ChannelTarget::Virtio(target)) => {
                let default = target.name.as_deref().map(|name| context.channels.join(name).display().to_string());
                let backend = backend(&channel.backend, alias, default.as_deref(), line)?;
                let mut device = Properties::device("virtserialport");
                address::set(domain, &channel.place.location, &mut device)?;
                let mut device = device.with("chardev", backend).with("id", alias);
                let vdagent = matches!(channel.backend.kind, Source::Spicevmc(()) | Source::Vdagent(_));
                let name = target.name.clone().or(vdagent.then(|| "com.redhat.spice.0".to_owned()));
                device.maybe("name", name);
                line.json("-device", device);
            }
            Some(ChannelTarget::Xen(_)) | None => {
                return Err(Fault::unsupported("channels of type 'xen' are not QEMU's"));
            }
        }
    }
    for console in &devices.consoles {
        let alias = console.place.alias.name.as_deref().unwrap_or_default();
        let driver = match console.kind {
            Some(ConsoleType::Serial) => continue,
            Some(ConsoleType::Virtio) => "virtconsole",
            Some(ConsoleType::Sclp) => "sclpconsole",
            Some(ConsoleType::SclpLm) => "sclplmconsole",
            kind @ (Some(ConsoleType::Xen | ConsoleType::Uml | ConsoleType::Lxc | ConsoleType::Openvz) | None) => {
                let word = kind.map_or("none", ConsoleType::word);
                return Err(Fault::unsupported(format!("unsupported console target type {word}")));
            }
        };
        let backend = backend(&console.backend, alias, None, line)?;
        let mut device = Properties::device(driver);
        address::set(domain, &console.place.location, &mut device)?;
        line.json("-device", device.with("chardev", backend).with("id", alias));
    }
    Ok(())
}

/// Ports that are on the board.
fn soldered(board: Board, kind: Option<SerialType>) -> bool {
    match board {
        Board::ArmVirt | Board::RiscvVirt => kind == Some(SerialType::SystemSerial),
        _ => kind.is_none(),
    }
}

/// Adds the host's end of a port; its name.
///
/// # Errors
/// `VIR_ERR_CONFIG_UNSUPPORTED` for what is not QEMU's.
pub(super) fn backend(backend: &Backend, alias: &str, default: Option<&str>, line: &mut Line) -> Result<String, Fault> {
    let id = format!("char{alias}");
    named(backend, &id, alias, default, line)?;
    Ok(id)
}

/// As [`backend`], with a name of its own.
pub(super) fn named(
    backend: &Backend,
    id: &str,
    alias: &str,
    default: Option<&str>,
    line: &mut Line,
) -> Result<(), Fault> {
    let text = |text: &Option<String>| quoted(text.as_deref().unwrap_or_default());
    let mut words = match &backend.kind {
        Source::Pty(_) => format!("pty,id={id}"),
        Source::Null(()) => format!("null,id={id}"),
        Source::Vc(()) => format!("vc,id={id}"),
        Source::Stdio(()) => format!("stdio,id={id}"),
        Source::Dev(dev) if alias.starts_with("parallel") => format!("parallel,id={id},path={}", text(&dev.path)),
        Source::Dev(dev) => format!("serial,id={id},path={}", text(&dev.path)),
        Source::Pipe(pipe) => format!("pipe,id={id},path={}", text(&pipe.path)),
        Source::File(file) => {
            let append = file.append.map(|append| format!(",append={}", append.word())).unwrap_or_default();
            format!("file,id={id},path={}{append}", text(&file.path))
        }
        Source::Udp(udp) => {
            let end = |mode: Mode| udp.ends.iter().find(|end| end.mode == mode);
            let mut words = format!("udp,id={id}");
            if let Some(to) = end(Mode::Connect) {
                words.push_str(&format!(",host={},port={}", text(&to.host), text(&to.service)));
            }
            let (host, port) = end(Mode::Bind).map(|from| (text(&from.host), text(&from.service))).unwrap_or_default();
            let port = if port.is_empty() { "0".to_owned() } else { port };
            words + &format!(",localaddr={host},localport={port}")
        }
        Source::Tcp(tcp) => {
            let mut words = format!("socket,id={id},host={},port={}", text(&tcp.host), text(&tcp.service));
            if tcp.protocol == Protocol::Telnet {
                words.push_str(",telnet=on");
            }
            words.push_str(&listening(tcp.mode, tcp.reconnect.as_ref()));
            if tcp.tls == Some(YesNo::Yes) {
                let name = format!("obj{id}_tls0");
                let endpoint = if tcp.mode == Mode::Bind { "server" } else { "client" };
                let credentials = Properties::object("tls-creds-x509", &name).with("dir", CREDENTIALS);
                line.json("-object", credentials.with("endpoint", endpoint).with("verify-peer", endpoint == "client"));
                words.push_str(&format!(",tls-creds={name}"));
            }
            words
        }
        Source::Unix(unix) => {
            let path = unix
                .path
                .as_deref()
                .or(default)
                .ok_or_else(|| Fault::internal("Missing source path attribute for char device"))?;
            // The name of a descriptor, not of something below it.
            let descriptor = path.strip_prefix("/proc/self/fd/").filter(|number| !number.contains('/'));
            let socket = match descriptor {
                Some(number) => format!("fd={number}"),
                None => format!("path={}", quoted(path)),
            };
            format!("socket,id={id},{socket}{}", listening(unix.mode, unix.reconnect.as_ref()))
        }
        Source::Spicevmc(()) => {
            let name = match alias {
                alias if alias.starts_with("redir") => "usbredir",
                alias if alias.starts_with("smartcard") => "smartcard",
                _ => "vdagent",
            };
            format!("spicevmc,id={id},name={name}")
        }
        Source::Spiceport(port) => format!("spiceport,id={id},name={}", text(&port.channel)),
        Source::Dbus(named) => format!("dbus,id={id},name={}", text(&named.channel)),
        Source::Vdagent(agent) => {
            let mut words = format!("qemu-vdagent,id={id},name=vdagent");
            if let Some(clipboard) = agent.clipboard {
                words.push_str(if clipboard == YesNo::Yes { ",clipboard=on" } else { ",clipboard=off" });
            }
            match agent.mouse {
                Some(MouseMode::Client) => words.push_str(",mouse=on"),
                Some(MouseMode::Server) => words.push_str(",mouse=off"),
                None => {}
            }
            words
        }
        Source::Nmdm(_) => return Err(Fault::unsupported("character devices of type 'nmdm' are not QEMU's")),
    };
    if let Some(log) = &backend.log {
        words.push_str(&format!(",logfile={}", text(&log.file)));
        words.push_str(&log.append.map(|append| format!(",logappend={}", append.word())).unwrap_or_default());
    }
    line.option("-chardev", words);
    Ok(())
}

fn listening(mode: Mode, reconnect: Option<&Reconnect>) -> String {
    match (mode, reconnect) {
        (Mode::Bind, _) => ",server=on,wait=off".to_owned(),
        (Mode::Connect, Some(reconnect)) if reconnect.enabled == YesNo::Yes => {
            format!(",reconnect={}", reconnect.timeout.unwrap_or(0))
        }
        (Mode::Connect, Some(_)) => ",reconnect=0".to_owned(),
        (Mode::Connect, None) => String::new(),
    }
}
