//! Character devices: ports that the board has, and what they talk through.

use super::{Whole, each, refuse};
use crate::driver::qemu::board::Board;
use crate::types::*;
use crate::xml::domain::device::address::Address;
use crate::xml::domain::device::chardev::{Console, ConsoleType, Reconnect, Serial, SerialModel, SerialType, Source};
use crate::xml::domain::device::graphics::Kind as GraphicsKind;
use crate::xml::domain::device::rng;
use crate::xml::domain::device::smartcard;
use crate::xml::{Fault, Variant, YesNo};

pub(super) fn check(whole: Whole) -> Result<(), Fault> {
    let devices = &whole.domain.devices;
    each("serial", &devices.serials, |serial| {
        check_source(whole, &serial.backend.kind)?;
        check_serial(whole, serial)
    })?;
    each("parallel", &devices.parallels, |parallel| {
        check_source(whole, &parallel.backend.kind)?;
        refuse(matches!(whole.board, Board::S390 | Board::Pseries), || {
            Fault::unsupported("parallel ports are not supported").expecting("this board has none")
        })
    })?;
    each("console", &devices.consoles, |console| {
        check_source(whole, &console.backend.kind)?;
        check_console(whole, console)
    })?;
    each("channel", &devices.channels, |channel| check_source(whole, &channel.backend.kind))?;
    each("redirdev", &devices.redirdevs, |device| {
        check_source(whole, &device.backend.kind)?;
        refuse(!whole.has("usb-redir"), || {
            Fault::unsupported("USB redirection is not supported by this version of QEMU")
        })
    })?;
    each("smartcard", &devices.smartcards, |card| check_smartcard(whole, card))?;
    each("rng", &devices.rngs, |rng| match &rng.backend {
        rng::Backend::Egd(backend) => check_source(whole, &backend.kind),
        rng::Backend::Random(_) | rng::Backend::Builtin(()) => Ok(()),
    })
}

fn has_spice(whole: Whole) -> bool {
    whole.domain.devices.graphics.iter().any(|graphics| matches!(graphics.kind, GraphicsKind::Spice(_)))
}

fn check_source(whole: Whole, source: &Source) -> Result<(), Fault> {
    let word = source.tag_word();
    match source {
        Source::Tcp(tcp) => check_reconnect(tcp.reconnect.as_ref()),
        Source::Unix(unix) => check_reconnect(unix.reconnect.as_ref()),
        Source::Vdagent(_) => refuse(!whole.has("chardev-qemu-vdagent"), || {
            Fault::unsupported(format!("chardev '{word}' not supported in this QEMU binary")).at("@type")
        }),
        Source::Spicevmc(()) | Source::Spiceport(_) => refuse(!has_spice(whole), || {
            let fault = Fault::unsupported(format!("chardev '{word}' not supported without spice graphics"));
            fault.at("@type").expecting("add <graphics type='spice'/> to <devices>")
        }),
        Source::Pty(_) | Source::Null(()) | Source::Vc(()) | Source::Dev(_) | Source::File(_) => Ok(()),
        Source::Pipe(_) | Source::Stdio(()) | Source::Udp(_) | Source::Nmdm(_) | Source::Dbus(_) => Ok(()),
    }
}

fn check_reconnect(reconnect: Option<&Reconnect>) -> Result<(), Fault> {
    let never = reconnect.is_some_and(|one| one.enabled == YesNo::Yes && one.timeout == Some(0));
    refuse(never, || {
        let text = "chardev reconnect source timeout cannot be '0'";
        Fault::new(VIR_ERR_INVALID_ARG, text).at("source/reconnect/@timeout")
    })
}

/// The address that a kind of port has; `None` where it has none.
fn address_of(kind: SerialType) -> Option<&'static str> {
    match kind {
        SerialType::IsaSerial | SerialType::IsaDebug => Some("isa"),
        SerialType::UsbSerial => Some("usb"),
        SerialType::PciSerial => Some("pci"),
        SerialType::SpaprVioSerial => Some("spapr-vio"),
        SerialType::SystemSerial | SerialType::SclpSerial => None,
    }
}

fn kind_of(model: SerialModel) -> SerialType {
    match model {
        SerialModel::IsaSerial => SerialType::IsaSerial,
        SerialModel::UsbSerial => SerialType::UsbSerial,
        SerialModel::PciSerial => SerialType::PciSerial,
        SerialModel::SpaprVty => SerialType::SpaprVioSerial,
        SerialModel::Pl011 | SerialModel::Uart16550a => SerialType::SystemSerial,
        SerialModel::SclpConsole | SerialModel::SclpLmConsole => SerialType::SclpSerial,
        SerialModel::IsaDebugcon => SerialType::IsaDebug,
    }
}

fn check_serial(whole: Whole, serial: &Serial) -> Result<(), Fault> {
    let target = &serial.target;
    let Some(kind) = target.kind else { return Ok(()) };
    let address = serial.place.location.address.as_ref().map(Address::tag_word);
    if let Some(address) = address {
        let word = kind.word();
        let fault = |text: String| Fault::unsupported(text).at("address");
        match address_of(kind) {
            None => return Err(fault(format!("Target type '{word}' cannot have an associated address"))),
            Some(fits) if fits != address => {
                return Err(fault(format!("Target type '{word}' requires address type '{fits}'")));
            }
            Some(_) => {}
        }
    }
    let Some(model) = target.model else { return Ok(()) };
    refuse(kind_of(model) != kind, || {
        let (model, kind) = (model.word(), kind_of(model).word());
        Fault::unsupported(format!("Target model '{model}' requires target type '{kind}'")).at("target/@type")
    })?;
    let board = whole.board;
    let fits = match model {
        SerialModel::Pl011 => board == Board::ArmVirt,
        SerialModel::Uart16550a => board == Board::RiscvVirt,
        SerialModel::SpaprVty => board == Board::Pseries,
        SerialModel::SclpConsole | SerialModel::SclpLmConsole => board == Board::S390,
        SerialModel::IsaSerial | SerialModel::UsbSerial | SerialModel::PciSerial | SerialModel::IsaDebugcon => true,
    };
    refuse(!fits, || {
        let text = format!(
            "Serial device with target type '{}' and target model '{}' not compatible with guest architecture or machine type",
            kind.word(),
            model.word()
        );
        Fault::unsupported(text).at("target").expecting("leave it out: the board's own kind is taken")
    })
}

fn check_console(whole: Whole, console: &Console) -> Result<(), Fault> {
    let fault = |text: String| Fault::unsupported(text).at("target/@type");
    match console.kind {
        Some(ConsoleType::Sclp) => {
            refuse(!whole.has("sclpconsole"), || fault("sclpconsole is not supported in this QEMU binary".to_owned()))
        }
        Some(ConsoleType::SclpLm) => refuse(!whole.has("sclplmconsole"), || {
            fault("sclplmconsole is not supported in this QEMU binary".to_owned())
        }),
        Some(other @ (ConsoleType::Xen | ConsoleType::Uml | ConsoleType::Lxc | ConsoleType::Openvz)) => {
            let text = format!("unsupported console target type {}", other.word());
            Err(fault(text).expecting("expected one of serial, virtio"))
        }
        Some(ConsoleType::Serial | ConsoleType::Virtio) | None => Ok(()),
    }
}

fn check_smartcard(whole: Whole, card: &smartcard::Smartcard) -> Result<(), Fault> {
    let alone = whole.domain.devices.smartcards.len() == 1;
    let first =
        matches!(&card.place.location.address, Some(Address::Ccid(ccid)) if ccid.controller == 0 && ccid.slot == 0);
    refuse(!alone || !first, || {
        let fault = Fault::unsupported("this QEMU binary lacks multiple smartcard support");
        fault.expecting("one at <address type='ccid' controller='0' slot='0'/>")
    })?;
    let (device, mode) = match &card.kind {
        smartcard::Kind::Host(()) | smartcard::Kind::HostCertificates(_) => ("ccid-card-emulated", "host"),
        smartcard::Kind::Passthrough(backend) => {
            check_source(whole, &backend.kind)?;
            ("ccid-card-passthru", "passthrough")
        }
    };
    refuse(!whole.has(device), || {
        Fault::unsupported(format!("this QEMU binary lacks smartcard {mode} mode support")).at("@mode")
    })
}
