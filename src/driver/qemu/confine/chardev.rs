//! The host's ends of character devices.

use std::fs;
use std::os::unix::fs::FileTypeExt;
use std::path::Path;

use super::grants::Grants;
use crate::driver::qemu::error;
use crate::error::{Error, Result};
use crate::sys::landlock::Access;
use crate::types::*;
use crate::xml::domain::device::Devices;
use crate::xml::domain::device::chardev::{Backend, ConsoleType, Mode, Source};
use crate::xml::domain::device::rng::Backend as RngBackend;
use crate::xml::domain::device::smartcard::Kind as SmartcardKind;
use crate::xml::{OnOff, YesNo};

/// All devices that have such an end.
pub fn allow_all(devices: &mut Devices, grants: &mut Grants) -> Result<()> {
    // The first console may be a serial port under another name.
    let consoles = devices.consoles.iter_mut().filter(|console| console.kind != Some(ConsoleType::Serial));
    let serials = devices.serials.iter_mut().map(|one| &mut one.backend);
    let parallels = devices.parallels.iter_mut().map(|one| &mut one.backend);
    let channels = devices.channels.iter_mut().map(|one| &mut one.backend);
    let redirected = devices.redirdevs.iter_mut().map(|one| &mut one.backend);
    let cards = devices.smartcards.iter_mut().filter_map(|card| match &mut card.kind {
        SmartcardKind::Passthrough(backend) => Some(backend),
        SmartcardKind::Host(()) | SmartcardKind::HostCertificates(_) => None,
    });
    let rngs = devices.rngs.iter_mut().filter_map(|rng| match &mut rng.backend {
        RngBackend::Egd(backend) => Some(backend),
        RngBackend::Random(_) | RngBackend::Builtin(()) => None,
    });
    let all = serials.chain(parallels).chain(consoles.map(|one| &mut one.backend)).chain(channels);
    for backend in all.chain(redirected).chain(cards).chain(rngs) {
        allow(backend, grants)?;
    }
    Ok(())
}

fn allow(backend: &mut Backend, grants: &mut Grants) -> Result<()> {
    match &mut backend.kind {
        Source::File(file) => {
            if let Some(path) = &mut file.path {
                *path = grants.output(path, file.append == Some(OnOff::On))?;
                file.append = Some(OnOff::On);
            }
        }
        Source::Dev(dev) => {
            if let Some(path) = &mut dev.path {
                *path = grants.image(path, true)?;
            }
        }
        Source::Pipe(pipe) => {
            if let Some(path) = &mut pipe.path {
                allow_pipe(path, grants)?;
            }
        }
        Source::Unix(unix) => {
            let reconnects = unix.reconnect.as_ref().is_some_and(|reconnect| reconnect.enabled == YesNo::Yes);
            match (&mut unix.path, unix.mode) {
                (Some(path), Mode::Bind) => *path = grants.listener(path)?,
                (Some(path), Mode::Connect) if reconnects => grants.need(path, Access::Write)?,
                (Some(path), Mode::Connect) => *path = grants.connection(path)?,
                (None, _) => {}
            }
        }
        Source::Pty(_) => {
            // Which terminal it becomes is not known before.
            grants.allow("/dev/ptmx", Access::Write);
            grants.allow("/dev/pts", Access::Write);
        }
        Source::Null(()) | Source::Vc(()) | Source::Stdio(()) | Source::Udp(_) | Source::Tcp(_) => {}
        Source::Spicevmc(()) | Source::Spiceport(_) | Source::Nmdm(_) | Source::Vdagent(_) | Source::Dbus(_) => {}
    }
    if let Some(log) = &mut backend.log
        && let Some(path) = &mut log.file
    {
        *path = grants.output(path, log.append == Some(OnOff::On))?;
        log.append = Some(OnOff::On);
    }
    Ok(())
}

/// One pipe for both directions, or one for each that has a name with an ending.
fn allow_pipe(path: &mut String, grants: &mut Grants) -> Result<()> {
    let ends = [format!("{path}.in"), format!("{path}.out")];
    if ends.iter().all(|end| Path::new(end).exists()) {
        return ends.iter().try_for_each(|end| grants.need(end, Access::Write));
    }
    let found = fs::metadata(&*path)
        .map_err(|cause| Error::system(&cause, format!("cannot open pipe '{path}'")).from_origin(VIR_FROM_QEMU))?;
    if !found.file_type().is_fifo() {
        return Err(error(VIR_ERR_OPERATION_FAILED, format!("'{path}' is no pipe: make one with mkfifo")));
    }
    *path = grants.image(path, true)?;
    Ok(())
}
