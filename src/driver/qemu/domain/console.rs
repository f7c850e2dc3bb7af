//! The QEMU driver's side of `driver/domain/console.rs`.

use std::ffi::c_uint;
use std::fs::{File, OpenOptions};
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::fs::OpenOptionsExt;
use std::os::unix::net::UnixStream;

use super::live::ANSWER;
use super::{Definition, not_running};
use crate::driver::qemu::{Qemu, check_flags, error, monitor};
use crate::driver::{DomainConsole, FileStream};
use crate::error::{Error, Result};
use crate::object::{Domain, Stream};
use crate::supervisor::client::Command;
use crate::types::*;
use crate::xml::domain::device::chardev::{Mode, Source};

impl DomainConsole for Qemu {
    fn open_console(&self, domain: &Domain, device: Option<&str>, stream: &Stream, flags: c_uint) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_CONSOLE_SAFE)?;
        let live = self.machine(domain)?.live.ok_or_else(not_running)?;
        let Some((name, source)) = console(&live.definition, device) else {
            let which = device.unwrap_or("the default one");
            let text = format!("domain '{}' has no console, serial or parallel port '{which}'", domain.name());
            return Err(error(VIR_ERR_INTERNAL_ERROR, text));
        };
        let file = open(source, name, stream.never_waits())?;
        if flags & VIR_DOMAIN_CONSOLE_SAFE != 0 && file.try_lock().is_err() {
            let text = format!("Active console session exists for this domain: '{name}' is in use");
            return Err(error(VIR_ERR_OPERATION_FAILED, text));
        }
        stream.begin(Box::new(FileStream::new(file))).map_err(|failure| failure.from_origin(VIR_FROM_QEMU))
    }

    fn inject_nmi(&self, domain: &Domain, flags: c_uint) -> Result<()> {
        check_flags(flags, 0)?;
        let command = Command { text: r#"{"execute":"inject-nmi"}"#, deadline: ANSWER, ..Command::default() };
        self.run_state(domain)?.ok_or_else(not_running)?;
        monitor::run(&self.root, domain, &command)
    }
}

/// The device of that name, else the first console or serial port, and what is at the host's end of it.
fn console<'d>(definition: &'d Definition, device: Option<&str>) -> Option<(&'d str, &'d Source)> {
    let devices = &definition.devices;
    let consoles = devices.consoles.iter().map(|one| (&one.place.alias, &one.backend.kind));
    let serials = devices.serials.iter().map(|one| (&one.place.alias, &one.backend.kind));
    let parallels = devices.parallels.iter().map(|one| (&one.place.alias, &one.backend.kind));
    let mut all = consoles
        .chain(serials)
        .chain(parallels)
        .map(|(alias, source)| (alias.name.as_deref().unwrap_or_default(), source));
    all.find(|(name, _)| device.is_none_or(|device| device == *name))
}

/// The host's end of a device, for reading and writing.
fn open(source: &Source, name: &str, never_waits: bool) -> Result<File> {
    let failed = |path: &str, cause: io::Error| {
        Error::system(&cause, format!("cannot open '{path}' of '{name}'")).from_origin(VIR_FROM_QEMU)
    };
    match source {
        Source::Pty(pty) => {
            let path = pty.path.as_deref().unwrap_or_default();
            let options = OpenOptions::new()
                .read(true)
                .write(true)
                .custom_flags(libc::O_NOCTTY | if never_waits { libc::O_NONBLOCK } else { 0 })
                .open(path);
            options.map_err(|cause| failed(path, cause))
        }
        Source::Unix(unix) if unix.mode == Mode::Bind => {
            let path = unix.path.as_deref().unwrap_or_default();
            let socket = UnixStream::connect(path).map_err(|cause| failed(path, cause))?;
            socket.set_nonblocking(never_waits).map_err(|cause| failed(path, cause))?;
            Ok(File::from(OwnedFd::from(socket)))
        }
        _ => {
            let text = format!("character device '{name}' is not using a PTY or UNIX socket");
            Err(error(VIR_ERR_INTERNAL_ERROR, text))
        }
    }
}
