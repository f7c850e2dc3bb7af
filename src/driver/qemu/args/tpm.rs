//! Trusted platform modules: the host's, or a program's that is spoken with through a socket.

use super::Context;
use super::address;
use super::chardev;
use super::line::{Attached, Line, Properties, quoted};
use crate::driver::qemu::board::Board;
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::chardev::{Backend as Port, Mode, Source, Unix};
use crate::xml::domain::device::tpm::{Backend, Model, Tpm};

/// The host's module, where nothing else is said.
const DEVICE: &str = "/dev/tpm0";

pub(super) fn add(domain: &Domain, board: Board, context: &Context, line: &mut Line) -> Result<(), Fault> {
    for tpm in &domain.devices.tpms {
        let alias = tpm.place.alias.name.as_deref().unwrap_or_default();
        if tpm.model == Some(Model::SpaprProxy) {
            let device = Properties::device("spapr-tpm-proxy").with("id", alias);
            line.json("-device", device.with("host-path", host_device(tpm)));
            continue;
        }
        let socket = |path: String, line: &mut Line| {
            let unix = Unix { mode: Mode::Connect, path: Some(path), ..Unix::default() };
            let port = Port { kind: Source::Unix(Box::new(unix)), log: None };
            chardev::named(&port, "chrtpm", alias, None, line)
        };
        let backend = match &tpm.backend {
            Backend::Passthrough(_) => {
                let path = host_device(tpm);
                let number = line.attach(Attached::Device(path.into()));
                let name = path.rsplit('/').next().unwrap_or_default();
                let cancel = format!("/sys/class/tpm/{name}/device/cancel");
                format!("passthrough,id=tpm-{alias},path=/proc/self/fd/{number},cancel-path={}", quoted(&cancel))
            }
            Backend::Emulator(_) => {
                socket(context.folder.join(format!("{alias}-swtpm.sock")).display().to_string(), line)?;
                format!("emulator,id=tpm-{alias},chardev=chrtpm")
            }
            Backend::External(external) => {
                let path = external.source.as_ref().and_then(|source| source.path.clone());
                socket(path.unwrap_or_default(), line)?;
                format!("emulator,id=tpm-{alias},chardev=chrtpm")
            }
        };
        line.option("-tpmdev", backend);
        let model = tpm.model.unwrap_or_default();
        let driver = if model == Model::Tis && !board.is_x86() { "tpm-tis-device" } else { model.word() };
        let mut device = Properties::device(driver).with("tpmdev", format!("tpm-{alias}")).with("id", alias);
        address::set(domain, &tpm.place.location, &mut device)?;
        line.json("-device", device);
    }
    Ok(())
}

fn host_device(tpm: &Tpm) -> &str {
    match &tpm.backend {
        Backend::Passthrough(passthrough) => passthrough.device.as_deref().unwrap_or(DEVICE),
        Backend::Emulator(_) | Backend::External(_) => DEVICE,
    }
}
