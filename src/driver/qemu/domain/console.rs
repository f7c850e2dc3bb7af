//! The QEMU driver's side of `driver/domain/console.rs`: what stands at the host's end of ports, and keys.

use std::ffi::c_uint;
use std::fs::{File, OpenOptions};
use std::io;
use std::os::fd::{OwnedFd, RawFd};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use serde_json::json;

use super::live::ANSWER;
use super::port_stream::PortStream;
use super::{Definition, not_running};
use crate::driver::DomainConsole;
use crate::driver::qemu::{Qemu, check_flags, error, monitor};
use crate::error::{Error, Result};
use crate::keycode;
use crate::object::{Domain, Stream};
use crate::supervisor::Failure;
use crate::supervisor::client::{Command, Hold};
use crate::sys::socket;
use crate::types::*;
use crate::xml::domain::device::chardev::{ChannelTarget, Source};

/// Keys have numbers below this.
const MOST_KEY: u32 = 0xffff;

impl DomainConsole for Qemu {
    /// Always exclusive, so that `VIR_DOMAIN_CONSOLE_SAFE` asks for nothing more.
    fn open_console(&self, domain: &Domain, device: Option<&str>, stream: &Stream, flags: c_uint) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_CONSOLE_SAFE | VIR_DOMAIN_CONSOLE_FORCE)?;
        let live = self.machine(domain)?.live.ok_or_else(not_running)?;
        let Some((name, source)) = console(&live.definition, device) else {
            let text = format!("cannot find character device {}", device.unwrap_or("(null)"));
            return Err(error(VIR_ERR_INTERNAL_ERROR, text));
        };
        let Source::Pty(pty) = source else {
            let text = format!("character device {} is not using a PTY", device.unwrap_or(name));
            return Err(error(VIR_ERR_INTERNAL_ERROR, text));
        };
        let Some(path) = &pty.path else {
            return Err(error(VIR_ERR_OPERATION_FAILED, "PTY device is not yet assigned"));
        };
        let port = Port { path, busy: "Active console session exists for this domain", open: open_terminal };
        self.open_port(domain, &port, stream, flags & VIR_DOMAIN_CONSOLE_FORCE != 0)
    }

    fn open_channel(&self, domain: &Domain, name: Option<&str>, stream: &Stream, flags: c_uint) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_CHANNEL_FORCE)?;
        let live = self.machine(domain)?.live.ok_or_else(not_running)?;
        let Some((alias, source)) = channel(&live.definition, name) else {
            let text = format!("cannot find channel {}", name.unwrap_or("(null)"));
            return Err(error(VIR_ERR_INTERNAL_ERROR, text));
        };
        let Source::Unix(unix) = source else {
            let text = format!("channel {} is not using a UNIX socket", name.unwrap_or(alias));
            return Err(error(VIR_ERR_INTERNAL_ERROR, text));
        };
        let path = unix.path.as_deref().unwrap_or_default();
        let port = Port { path, busy: "Active channel stream exists for this domain", open: open_socket };
        self.open_port(domain, &port, stream, flags & VIR_DOMAIN_CHANNEL_FORCE != 0)
    }

    fn open_graphics(&self, domain: &Domain, index: c_uint, socket: RawFd, flags: c_uint) -> Result<()> {
        self.add_graphics_client(domain, index, socket, flags)
    }

    fn open_graphics_fd(&self, domain: &Domain, index: c_uint, flags: c_uint) -> Result<OwnedFd> {
        self.open_graphics_client(domain, index, flags)
    }

    fn send_key(
        &self,
        domain: &Domain,
        codeset: virKeycodeSet,
        milliseconds: c_uint,
        keys: &[c_uint],
        flags: c_uint,
    ) -> Result<()> {
        check_flags(flags, 0)?;
        let number = |(at, key): (usize, &c_uint)| {
            let number = if codeset == VIR_KEYCODE_SET_QNUM { Some(*key) } else { keycode::number(codeset, *key) };
            match number {
                Some(number) if number <= MOST_KEY => Ok(json!({ "type": "number", "data": number })),
                Some(number) => Err(error(VIR_ERR_OPERATION_FAILED, format!("keycode {at} is invalid: 0x{number:X}"))),
                None => {
                    let name = keycode::name(codeset);
                    let text = format!("cannot translate keycode {key} of {name} codeset to qnum keycode");
                    Err(error(VIR_ERR_INTERNAL_ERROR, text))
                }
            }
        };
        let keys = keys.iter().enumerate().map(number).collect::<Result<Vec<_>>>()?;
        self.run_state(domain)?.ok_or_else(not_running)?;
        let mut arguments = json!({ "keys": keys });
        // QEMU's own time is the one for 0.
        if milliseconds > 0 {
            arguments["hold-time"] = milliseconds.into();
        }
        let text = monitor::text("send-key", arguments);
        // Sent once: keys that are pressed twice are others.
        let command = Command { text: &text, deadline: ANSWER, ..Command::default() };
        monitor::ask(&self.supervisor(domain)?, domain.name(), &command).map(drop)
    }

    fn inject_nmi(&self, domain: &Domain, flags: c_uint) -> Result<()> {
        check_flags(flags, 0)?;
        let command = Command { text: r#"{"execute":"inject-nmi"}"#, deadline: ANSWER, ..Command::default() };
        self.run_state(domain)?.ok_or_else(not_running)?;
        monitor::run(&self.root, domain, &command)
    }
}

/// The host's end of a port.
struct Port<'a> {
    path: &'a str,
    /// What is said when another program has it.
    busy: &'a str,
    open: fn(&str) -> io::Result<File>,
}

impl Qemu {
    /// Connects a stream to a port that no other program has, or has any more.
    fn open_port(&self, domain: &Domain, port: &Port, stream: &Stream, force: bool) -> Result<()> {
        let hold = self.root.supervisor(domain)?;
        let held = hold.hold(&Hold { name: port.path, force, ..Hold::default() });
        held.map_err(|failure| match failure {
            Failure::Held => error(VIR_ERR_OPERATION_FAILED, port.busy),
            other => other.into_error(domain.name()),
        })?;
        let file = (port.open)(port.path).map_err(|cause| {
            Error::system(&cause, format!("cannot open '{}' of domain '{}'", port.path, domain.name()))
                .from_origin(VIR_FROM_QEMU)
        })?;
        let transfer = PortStream::new(file, hold, stream.never_waits());
        stream.begin(Box::new(transfer)).map_err(|failure| failure.from_origin(VIR_FROM_QEMU))
    }
}

/// The console, serial or parallel port of that alias, else the first console or serial port, and what is at the host's end of it.
fn console<'d>(definition: &'d Definition, alias: Option<&str>) -> Option<(&'d str, &'d Source)> {
    let devices = &definition.devices;
    let consoles = devices.consoles.iter().map(|one| (&one.place.alias, &one.backend.kind));
    let serials = devices.serials.iter().map(|one| (&one.place.alias, &one.backend.kind));
    let parallels = devices.parallels.iter().map(|one| (&one.place.alias, &one.backend.kind));
    let first = devices.consoles.len() + devices.serials.len();
    let all = consoles.chain(serials).chain(parallels);
    let mut all = all.map(|(alias, source)| (alias.name.as_deref().unwrap_or_default(), source));
    match alias {
        Some(alias) => all.find(|(name, _)| *name == alias),
        None => all.next().filter(|_| first > 0),
    }
}

/// The channel of that alias or name in the guest, else the first.
fn channel<'d>(definition: &'d Definition, name: Option<&str>) -> Option<(&'d str, &'d Source)> {
    let mut all = definition.devices.channels.iter().map(|one| {
        let target = match &one.target {
            Some(ChannelTarget::Virtio(target)) => target.name.as_deref(),
            Some(ChannelTarget::Guestfwd(_) | ChannelTarget::Xen(_)) | None => None,
        };
        (one.place.alias.name.as_deref().unwrap_or_default(), target, &one.backend.kind)
    });
    let found = match name {
        Some(name) => all.find(|(alias, target, _)| *alias == name || *target == Some(name)),
        None => all.next(),
    };
    found.map(|(alias, _, source)| (alias, source))
}

fn open_terminal(path: &str) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).custom_flags(libc::O_NOCTTY | libc::O_NONBLOCK).open(path)
}

fn open_socket(path: &str) -> io::Result<File> {
    socket::connect(socket::STREAM, Path::new(path), true).map(File::from)
}
