//! `<domainsnapshot>`: a snapshot of a domain.

mod align;
mod disk;
mod redefine;

pub use align::Alignment;
pub use disk::Disk;

use super::domain::Embedded;
pub use super::domain::device::disk::Snapshot as Location;
use crate::error::Origin;
use crate::types::*;
use crate::xml::{Dump, Element, Fault, Read, Root, Unknown, parse_with};
use crate::{element, walk, words};

words! {
    /// What the domain did when the snapshot was taken; `DiskSnapshot` is one of the disks only, whatever it did.
    pub enum State {
        Running = "running", Blocked = "blocked", Paused = "paused", Shutdown = "shutdown", Shutoff = "shutoff",
        Crashed = "crashed", PmSuspended = "pmsuspended",
        DiskSnapshot = "disk-snapshot",
    }
}

/// A snapshot that is to be taken, or one that was.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snapshot {
    /// Whether it was taken before: a document then has to say what else the library finds out itself.
    pub exists: bool,
    pub name: Option<String>,
    pub description: Option<String>,
    pub state: Option<State>,
    pub parent: Option<String>,
    /// Seconds since 1970.
    pub creation_time: Option<i64>,
    pub memory: Memory,
    pub disks: Vec<Disk>,
    /// The domain as it was.
    pub domain: Embedded,
    /// What it would have been after a restart, where that was something else.
    pub inactive_domain: Embedded,
    /// What other drivers keep: known, and never read.
    others: bool,
}

element! {
    /// Where the domain's memory was saved.
    pub struct Memory {
        location: Option<Location> = attr("snapshot"),
        file: Option<String> = attr("file"),
    }
}

walk!(Snapshot, |snapshot, xml| {
    let exists = snapshot.exists;
    snapshot.name.leaf("name", xml);
    snapshot.description.leaf("description", xml);
    xml.read_if(exists, |xml| {
        xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "Invalid state '{}' in domain snapshot XML", |xml| {
            snapshot.state.leaf("state", xml);
        });
        xml.group("parent", |xml| snapshot.parent.leaf("name", xml));
        xml.refuse(VIR_ERR_INTERNAL_ERROR, "missing creationTime from existing snapshot", |xml| {
            snapshot.creation_time.leaf("creationTime", xml);
        });
    });
    snapshot.memory.child("memory", xml);
    xml.group("disks", |xml| {
        snapshot.disks.child("disk", xml);
        xml.no_others(VIR_ERR_INTERNAL_ERROR, "missing name from disk snapshot element");
    });
    xml.read_if(exists, |xml| {
        snapshot.domain.child("domain", xml);
        snapshot.inactive_domain.child("inactiveDomain", xml);
    });
    xml.reported(|xml| {
        snapshot.others.child("cookie", xml);
        snapshot.others.child("active", xml);
    });
    xml.check(|| snapshot.check());
});

impl Root for Snapshot {
    const NAME: &'static str = "domainsnapshot";
    const LABEL: &'static str = "domain_snapshot";
    const ORIGIN: Origin = VIR_FROM_DOMAIN_SNAPSHOT;
}

impl Snapshot {
    /// Reads what is to be taken, or with `exists` what was taken before.
    ///
    /// # Errors
    /// The first thing that is wrong; an unknown element or attribute only when `strict`.
    pub fn parse(text: &str, exists: bool, strict: bool) -> Result<(Self, Vec<Unknown>), Fault> {
        let mut model = Self { exists, ..Self::default() };
        let unknown =
            parse_with(text, Self::LABEL, Self::ORIGIN, Read { strict, active: false, ..Read::default() }, |reader| {
                reader.expect_name(Self::NAME);
                model.read(reader);
            })?;
        model.fill_in();
        Ok((model, unknown))
    }

    /// The document, as libvirt writes it; with `secure` the domain's passwords too.
    pub fn format(&self, secure: bool) -> String {
        crate::xml::format(self, Dump { secure, ..Dump::default() })
    }

    /// Whether the domain did not run.
    pub fn is_offline(&self) -> bool {
        matches!(self.state, Some(State::Shutoff | State::DiskSnapshot))
    }

    /// Whether a part of it stands in files of its own.
    pub fn is_external(&self) -> bool {
        let external = Some(Location::External);
        self.memory.location == external || self.disks.iter().any(|disk| disk.location == external)
    }

    fn check(&self) -> Result<(), Fault> {
        if self.exists {
            self.check_existing()?;
        }
        self.check_memory()
    }

    fn check_existing(&self) -> Result<(), Fault> {
        if self.name.is_none() {
            return Err(Fault::xml("a redefined snapshot must have a name"));
        }
        if self.creation_time.is_none() {
            return Err(Fault::internal("missing creationTime from existing snapshot"));
        }
        if self.state.is_none() {
            return Err(Fault::xml("missing state from existing snapshot"));
        }
        Ok(())
    }

    fn check_memory(&self) -> Result<(), Fault> {
        match (self.memory.location, &self.memory.file) {
            (Some(Location::Manual), _) => return Err(Fault::xml("'manual' memory snapshot mode not supported")),
            (Some(Location::No | Location::Internal), Some(file)) => {
                return Err(Fault::xml(format!("memory filename '{file}' requires external snapshot")));
            }
            (Some(Location::External), None) => {
                return Err(Fault::xml("external memory snapshots require a filename"));
            }
            (None, _) | (Some(_), None) | (Some(Location::External), Some(_)) => {}
        }
        if self.is_offline() && !matches!(self.memory_location(), None | Some(Location::No)) {
            return Err(Fault::xml("memory state cannot be saved with offline or disk-only snapshot"));
        }
        match &self.memory.file {
            Some(file) if !file.starts_with('/') => {
                Err(Fault::xml(format!("memory snapshot file path ({file}) must be absolute")))
            }
            _ => Ok(()),
        }
    }

    /// How the memory was saved, said or implied; none where that is for the library to choose.
    fn memory_location(&self) -> Option<Location> {
        let Memory { location, file } = &self.memory;
        location.or_else(|| match (file, self.exists) {
            (Some(_), _) => Some(Location::External),
            (None, true) if self.is_offline() => Some(Location::No),
            (None, true) => Some(Location::Internal),
            (None, false) => None,
        })
    }

    /// What the document implies.
    fn fill_in(&mut self) {
        self.memory.location = self.memory_location();
        self.creation_time.take_if(|time| *time == 0);
        self.disks.iter_mut().for_each(Disk::fill_in);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaint(body: &str, exists: bool) -> String {
        let text = format!("<domainsnapshot>{body}</domainsnapshot>");
        Snapshot::parse(&text, exists, false).map_or_else(|fault| fault.sentence(), |_| String::new())
    }

    #[test]
    fn what_is_to_be_taken_says_little() {
        let text = "<domainsnapshot><name>n</name><state>nonsense</state><cookie><a/></cookie></domainsnapshot>";
        let (snapshot, unknown) = Snapshot::parse(text, false, true).unwrap();
        assert_eq!((snapshot.name.as_deref(), snapshot.state, unknown.len()), (Some("n"), None, 0));
        assert_eq!(snapshot.format(false), "<domainsnapshot>\n  <name>n</name>\n</domainsnapshot>\n");
    }

    #[test]
    fn what_was_taken_has_to_say_more() {
        let rest = "<name>n</name><creationTime>5</creationTime>";
        assert_eq!(complaint(rest, true), "XML error: missing state from existing snapshot");
        let state = |state: &str| complaint(&format!("{rest}<state>{state}</state>"), true);
        assert_eq!(state("running"), "");
        assert_eq!(state("nostate"), "unsupported configuration: Invalid state 'nostate' in domain snapshot XML");
    }

    #[test]
    fn memory_is_saved_in_one_way() {
        let memory = |memory: &str| complaint(&format!("<memory {memory}/>"), false);
        assert_eq!(memory("file='/m'"), "");
        assert_eq!(memory("file='m'"), "XML error: memory snapshot file path (m) must be absolute");
        assert_eq!(memory("snapshot='no' file='/m'"), "XML error: memory filename '/m' requires external snapshot");
    }
}
