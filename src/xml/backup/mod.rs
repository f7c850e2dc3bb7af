//! `<domainbackup>`: a copy of a domain's disks, pushed into images or pulled through a server.

mod align;
mod disk;
mod server;

pub use disk::{Disk, DiskMode, DiskState, Image, ImageName};
pub use server::{Server, Transport};

use crate::error::Origin;
use crate::types::*;
use crate::xml::{Dump, Fault, Read, Root, Unknown, format, parse};
use crate::{element, walk, words};

words! {
    /// Who writes the copy: the library, or whoever reads it from a server.
    pub enum Mode { Push = "push", Pull = "pull" }
}

/// A backup that is to be made, or one that is being made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Backup {
    pub mode: Mode,
    /// The checkpoint since which changes are wanted.
    pub incremental: Option<String>,
    /// From where a copy is pulled.
    pub server: Option<Server>,
    /// None where all disks are meant.
    pub disks: Option<Disks>,
    /// What a running machine calls the server's key.
    pub objects: Objects,
}

walk!(Backup, |backup, xml| {
    let of_running = !xml.is_active() && xml.has("privateData");
    backup.mode.attr("mode", xml);
    backup.incremental.leaf("incremental", xml);
    backup.server.child("server", xml);
    backup.disks.child("disks", xml);
    xml.live(|xml| {
        xml.group("privateData", |xml| backup.objects.child("objects", xml));
    });
    xml.check(|| match of_running {
        true => Err(invalid("private data is the library's to say")),
        false => backup.check(),
    });
});

element! {
    pub struct Disks {
        disks: Vec<Disk> = child("disk"),
    }
}

element! {
    pub struct Objects {
        secret: Option<Secret> = child("secret"),
        tls: Option<String> = via("TLSx509", "alias"),
    }
}

/// What opens the server's key.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Secret {
    pub alias: Option<String>,
}

walk!(Secret, |secret, xml| {
    xml.word("type", "tlskey");
    secret.alias.attr("alias", xml);
});

impl Root for Backup {
    const NAME: &'static str = "domainbackup";
    const LABEL: &'static str = "domain_backup";
    const ORIGIN: Origin = VIR_FROM_DOMAIN;
}

impl Backup {
    /// Reads what is to be made. Always strict, as libvirt is here.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn parse(text: &str) -> Result<(Self, Vec<Unknown>), Fault> {
        parse(text, Read { strict: true, ..Read::default() }).map_err(|fault| match fault.code {
            // Inside the document, libvirt's schema finds it first.
            VIR_ERR_XML_ERROR | VIR_ERR_CONFIG_UNSUPPORTED if fault.path.starts_with("/domainbackup") => {
                Fault { code: VIR_ERR_XML_INVALID_SCHEMA, origin: Some(VIR_FROM_XML), ..fault }
            }
            _ => fault,
        })
    }

    /// Reads the state of one that is being made.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn parse_running(text: &str) -> Result<(Self, Vec<Unknown>), Fault> {
        parse(text, Read { strict: true, active: true, ..Read::default() })
    }

    /// The document, as libvirt writes it; with `active` what only one has that is being made.
    pub fn format(&self, active: bool) -> String {
        format(self, Dump { active, ..Dump::default() })
    }

    fn check(&self) -> Result<(), Fault> {
        match (self.mode, &self.server) {
            (Mode::Push, Some(_)) => return Err(invalid("a backup that is pushed has no server")),
            (Mode::Pull, None) => return Err(invalid("a backup that is pulled needs a server")),
            (Mode::Push, None) | (Mode::Pull, Some(_)) => {}
        }
        let Some(Disks { disks }) = &self.disks else { return Ok(()) };
        if disks.is_empty() {
            return Err(invalid("no disk in disks"));
        }
        disks.iter().try_for_each(|disk| disk.check_in(self.mode))
    }
}

/// What libvirt's schema does not allow.
fn invalid(text: impl Into<String>) -> Fault {
    Fault::new(VIR_ERR_XML_INVALID_SCHEMA, text)
}

#[cfg(test)]
mod tests;
