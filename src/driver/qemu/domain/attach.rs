//! Files that QEMU gets open, as its command line counts on them.

use std::fs::File;
use std::os::fd::OwnedFd;

use super::Definition;
use crate::driver::qemu::args::Attached;
use crate::error::{Error, Result};
use crate::sys;

/// Opens them all, in their order. Taps that are made get their names in the definition.
///
/// # Errors
/// `VIR_ERR_SYSTEM_ERROR` with the device and the reason.
pub fn open(definition: &mut Definition, files: &[Attached]) -> Result<Vec<OwnedFd>> {
    files.iter().map(|file| open_one(definition, file)).collect()
}

fn open_one(definition: &mut Definition, file: &Attached) -> Result<OwnedFd> {
    let name = &definition.name;
    match file {
        Attached::Secret(content) => {
            let failed =
                |cause: std::io::Error| Error::system(&cause, format!("domain '{name}': no memory for a secret"));
            Ok(sys::memory_file(content.as_bytes()).map_err(failed)?.into())
        }
        Attached::Device(path) | Attached::Vhost(path) => {
            let failed = |cause: std::io::Error| {
                Error::system(&cause, format!("domain '{name}': cannot open the host's '{}'", path.display()))
            };
            Ok(File::options().read(true).write(true).open(path).map_err(failed)?.into())
        }
        Attached::Tap { card } => super::tap::open(definition, *card),
    }
}
