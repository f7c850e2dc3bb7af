//! A snapshot's disks are made those of its domain: each of them once, in the domain's order, with a place for its image.

use std::collections::HashMap;

use super::{Disk, Location, Snapshot};
use crate::types::VIR_FROM_DOMAIN_SNAPSHOT;
use crate::xml::domain::device::disk;
use crate::xml::domain::device::source::{File, Source};
use crate::xml::{Fault, Variant};

/// How disks are taken that nothing is said about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alignment {
    pub default: Location,
    /// Whether all have to be taken that way.
    pub only: bool,
}

impl Snapshot {
    /// Completes [`Snapshot::disks`] by those of [`Snapshot::domain`]. Images that are needed and not named get the name of the
    /// disk's own with the snapshot's as extension; `is_regular` tells whether a path is a regular file.
    ///
    /// # Errors
    /// `VIR_ERR_CONFIG_UNSUPPORTED` when the two do not fit together.
    pub fn align(&mut self, alignment: Alignment, is_regular: &dyn Fn(&str) -> bool) -> Result<(), Fault> {
        self.try_align(alignment, is_regular).map_err(|fault| fault.with_origin(VIR_FROM_DOMAIN_SNAPSHOT))
    }

    fn try_align(&mut self, alignment: Alignment, is_regular: &dyn Fn(&str) -> bool) -> Result<(), Fault> {
        let domain = self.domain.0.clone().ok_or_else(|| Fault::internal("missing domain in snapshot"))?;
        let disks = &domain.devices.disks;
        if self.disks.len() > disks.len() {
            return Err(Fault::unsupported("too many disk snapshot requests for domain"));
        }
        let places = disk::Places::of(disks);
        let (mut given, mut named) = (HashMap::new(), disk::Named::default());
        for mut disk in std::mem::take(&mut self.disks) {
            let at = named.add(&disk.name, places.find(&disk.name))?;
            disk.complete(&disks[at], alignment)?;
            given.insert(at, disk);
        }
        for (at, of_domain) in disks.iter().enumerate() {
            let mut disk = given.remove(&at).unwrap_or_else(|| Disk::implied(of_domain, alignment));
            if disk.location == Some(Location::External) && !disk.has_source() && disk.format.is_none() {
                disk.source = Source::File(File {
                    path: Some(image_beside(of_domain, &disk, self.name.as_deref().unwrap_or_default(), is_regular)?),
                    ..File::default()
                });
            }
            self.disks.push(disk);
        }
        Ok(())
    }
}

impl Disk {
    /// What is done with a disk that the document does not name.
    fn implied(of_domain: &disk::Disk, alignment: Alignment) -> Self {
        let location = match of_domain.source.is_empty() {
            // an empty drive holds nothing
            true => Location::No,
            false => of_domain.snapshot.unwrap_or(alignment.default),
        };
        Self { name: of_domain.target().to_owned(), location: Some(location), ..Self::default() }
    }

    fn complete(&mut self, of_domain: &disk::Disk, alignment: Alignment) -> Result<(), Fault> {
        let Alignment { default, only } = alignment;
        let location = match self.location {
            None => of_domain.snapshot.filter(|own| !only || *own == default).unwrap_or(default),
            Some(Location::No) if of_domain.snapshot == Some(Location::No) => Location::No,
            Some(location) if only && location != default => {
                return Err(Fault::unsupported(format!(
                    "disk '{}' must use snapshot mode '{}'",
                    self.name,
                    default.word()
                )));
            }
            Some(location) => location,
        };
        self.location = Some(location);
        if self.has_source() && location != Location::External {
            let (file, name) = (self.source.describe(), &self.name);
            return Err(Fault::unsupported(format!(
                "file '{file}' for disk '{name}' requires use of external snapshot mode"
            )));
        }
        of_domain.target().clone_into(&mut self.name);
        Ok(())
    }
}

/// The path of a new image beside the one that the disk has now.
fn image_beside(
    of_domain: &disk::Disk,
    disk: &Disk,
    snapshot: &str,
    is_regular: &dyn Fn(&str) -> bool,
) -> Result<String, Fault> {
    let name = &disk.name;
    if !matches!(disk.source, Source::File(_)) {
        let kind = disk.source.tag_word();
        return Err(Fault::unsupported(format!(
            "cannot generate external snapshot name for disk '{name}' on a '{kind}' device"
        )));
    }
    let path = of_domain.source.describe();
    if path.is_empty() {
        return Err(Fault::unsupported(format!(
            "cannot generate external snapshot name for disk '{name}' without source"
        )));
    }
    if !matches!(of_domain.source, Source::File(_) | Source::Block(_)) || !is_regular(path) {
        return Err(Fault::unsupported(format!(
            "source for disk '{name}' is not a regular file; refusing to generate external snapshot name"
        )));
    }
    let stem = match path.rsplit_once('.') {
        Some((stem, extension)) if !extension.contains('/') => stem,
        _ => path,
    };
    Ok(format!("{stem}.{snapshot}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::xml::domain::{Domain, Embedded};

    const INTERNAL: Alignment = Alignment { default: Location::Internal, only: true };
    const EXTERNAL: Alignment = Alignment { default: Location::External, only: false };

    /// The lines of the disks that become of `disks`, or what is wrong with them.
    fn aligned(disks: &str, alignment: Alignment) -> String {
        let text = "<domain type='test'><name>d</name><devices>
            <disk type='file'><source file='/a.img'/><target dev='vda'/></disk>
            <disk type='file'><source file='/b'/><target dev='vdb'/></disk>
            <disk type='file' device='cdrom'><target dev='hdc'/></disk></devices></domain>";
        let (domain, _) = Domain::parse(text, false).unwrap();
        let text = format!("<domainsnapshot><name>s</name>{disks}</domainsnapshot>");
        let (mut snapshot, _) = Snapshot::parse(&text, false, true).unwrap();
        snapshot.domain = Embedded(Some(domain.into()));
        if let Err(fault) = snapshot.align(alignment, &|path| path != "/b") {
            return fault.text;
        }
        snapshot.domain = Embedded(None);
        let text = snapshot.format(false);
        text.lines().map(str::trim).filter(|line| line.contains("disk ") || line.contains("file=")).collect()
    }

    #[test]
    fn each_disk_is_there_once() {
        let all = "<disk name='vda' snapshot='internal'/><disk name='vdb' snapshot='internal'/><disk name='hdc' snapshot='no'/>";
        assert_eq!(aligned("", INTERNAL), all);
        assert_eq!(aligned("<disks><disk name='/b'/></disks>", INTERNAL), all);
        assert_eq!(
            aligned("<disks><disk name='vdb'/><disk name='/b'/></disks>", INTERNAL),
            "disk '/b' specified twice"
        );
        assert_eq!(aligned("<disks><disk name='vdz'/></disks>", INTERNAL), "no disk named 'vdz'");
    }

    #[test]
    fn images_get_names() {
        assert_eq!(
            aligned("<disks><disk name='vdb' snapshot='no'/></disks>", EXTERNAL),
            "<disk name='vda' snapshot='external' type='file'><source file='/a.s'/>\
             <disk name='vdb' snapshot='no'/><disk name='hdc' snapshot='no'/>"
        );
        let refused = "source for disk 'vdb' is not a regular file; refusing to generate external snapshot name";
        assert_eq!(aligned("", EXTERNAL), refused);
    }
}
