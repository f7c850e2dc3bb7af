//! A backup's disks are made those of its domain: each of them once, with what is copied of it and an image for that.

use super::{Backup, Disk, DiskMode, Disks, Image, ImageName, Mode};
use crate::types::VIR_FROM_DOMAIN;
use crate::xml::domain::Domain;
use crate::xml::domain::device::disk;
use crate::xml::domain::device::source::{File, Source};
use crate::xml::{Fault, YesNo};

impl Backup {
    /// Completes [`Backup::disks`] by those of `domain`. Images that are needed and not named get the name of the disk's own with
    /// `suffix` as extension. (libvirt 9.0.0 does so only where all disks are meant, and fails for others with an error of its own
    /// insides.)
    ///
    /// # Errors
    /// `VIR_ERR_CONFIG_UNSUPPORTED` when the two do not fit together.
    pub fn align(&mut self, domain: &Domain, suffix: &str) -> Result<(), Fault> {
        self.try_align(&domain.devices.disks, suffix).map_err(|fault| fault.with_origin(VIR_FROM_DOMAIN))
    }

    fn try_align(&mut self, of_domain: &[disk::Disk], suffix: &str) -> Result<(), Fault> {
        if of_domain.is_empty() {
            return Err(Fault::unsupported("domain must have at least one disk to perform backup"));
        }
        let all = self.disks.is_none();
        let mut disks = self.disks.take().unwrap_or_default().disks;
        let mut named = disk::Named::default();
        for disk in &mut disks {
            let name = &disk.name;
            let at = named.add(name, of_domain.iter().position(|one| one.target() == name))?;
            if disk.mode == Some(DiskMode::Incremental) && disk.incremental.is_none() && self.incremental.is_none() {
                return Err(Fault::unsupported(format!(
                    "'incremental' backup mode of disk '{name}' requires setting 'incremental' field for disk or backup"
                )));
            }
            if disk.backup == YesNo::Yes && of_domain[at].source.is_empty() {
                return Err(Fault::unsupported(format!("disk '{name}' has no media")));
            }
            if disk.backup == YesNo::Yes && disk.image.source.is_empty() {
                disk.image = self.image_beside(&of_domain[at], &disk.image.source, suffix)?;
            }
        }
        for (_, copied) in of_domain.iter().enumerate().filter(|(at, _)| !named.contains(*at)) {
            let wanted = all && !copied.source.is_empty() && !copied.readonly;
            disks.push(Disk {
                name: copied.target().to_owned(),
                backup: wanted.into(),
                image: if wanted { self.image_beside(copied, &Source::default(), suffix)? } else { Image::default() },
                ..Disk::default()
            });
        }
        disks.iter_mut().for_each(|disk| disk.complete(self.incremental.as_deref()));
        self.disks = Some(Disks { disks });
        Ok(())
    }

    /// A new image beside the one that the disk has now, where a file is wanted.
    fn image_beside(&self, disk: &disk::Disk, wanted: &Source, suffix: &str) -> Result<Image, Fault> {
        let name = match self.mode {
            Mode::Push => ImageName::Target,
            Mode::Pull => ImageName::Scratch,
        };
        let (Source::File(File { path: Some(path), .. }), Source::File(_)) = (&disk.source, wanted) else {
            return Err(Fault::unsupported(format!("refusing to generate file name for disk '{}'", disk.target())));
        };
        let file = File { path: Some(format!("{path}.{suffix}")), ..File::default() };
        Ok(Image { name, source: Source::File(file) })
    }
}

impl Disk {
    fn complete(&mut self, since: Option<&str>) {
        let incremental = self.incremental.is_some() || since.is_some();
        let default = if incremental { DiskMode::Incremental } else { DiskMode::Full };
        if *self.mode.get_or_insert(default) == DiskMode::Incremental && self.incremental.is_none() {
            self.incremental = since.map(str::to_owned);
        }
    }
}
