//! Which machines are defined: names and UUIDs of all definitions of a folder, without reading them.
//!
//! It is kept in the process, and for the next one in a file of the cache folder. Neither is the truth: both are believed only while
//! the folder is as it was, and a file that is missing, old or damaged is made again.

use std::collections::HashMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use super::stamp::Stamp;
use crate::error::{Error, Result};
use crate::log;
use crate::object::Name;
use crate::uuid::Uuid;
use crate::xml::domain::Domain;

/// How the file begins; the last byte is the format's number.
const MAGIC: &[u8; 8] = b"SLVRTIX\x01";
const ENDING: &str = ".xml";

/// One definition.
#[derive(Clone)]
pub struct Entry {
    pub name: Name,
    pub uuid: Uuid,
    /// The file as it was when its UUID was read.
    pub file: Stamp,
}

/// All definitions of a folder at one moment.
#[derive(Default)]
pub struct Index {
    /// The folder as it was before it was read; `None` when there is none.
    folder: Option<Stamp>,
    /// Whether a change of the folder would show.
    settled: bool,
    entries: Vec<Entry>,
    by_name: HashMap<Arc<str>, u32>,
    by_uuid: HashMap<Uuid, u32>,
}

impl Index {
    /// What is in a folder now. What `known` says of files that did not change is believed.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` when the folder is there and cannot be read.
    pub fn read(folder: &Path, known: &Self) -> Result<Self> {
        let fail = |error| Error::system(&error, format!("cannot read directory '{}'", folder.display()));
        let metadata = match fs::metadata(folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            other => other.map_err(fail)?,
        };
        let stamp = Stamp::of(&metadata);
        let mut index = Self { folder: Some(stamp), settled: stamp.is_settled(), ..Self::default() };
        for entry in fs::read_dir(folder).map_err(fail)? {
            let entry = entry.map_err(fail)?;
            let file_name = entry.file_name();
            let Some(name) = file_name.to_str().and_then(|name| name.strip_suffix(ENDING)) else { continue };
            let Ok(metadata) = fs::metadata(entry.path()) else { continue };
            if name.is_empty() || !metadata.is_file() {
                continue;
            }
            let file = Stamp::of(&metadata);
            let kept = known.by_name(name).filter(|kept| kept.file == file);
            match kept.map_or_else(|| uuid_in(&entry.path(), name), |kept| Some(kept.uuid)) {
                Some(uuid) => index.push(name, uuid, file),
                None => log::warning("qemu", "index", format_args!("{}: not a definition", entry.path().display())),
            }
        }
        Ok(index)
    }

    /// Whether the folder is as it was when this was read.
    pub fn is_current(&self, folder: &Path) -> bool {
        let now = fs::metadata(folder).ok().map(|metadata| Stamp::of(&metadata));
        now == self.folder && (self.settled || now.is_none())
    }

    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    pub fn by_name(&self, name: &str) -> Option<&Entry> {
        self.entries.get(*self.by_name.get(name)? as usize)
    }

    pub fn by_uuid(&self, uuid: &Uuid) -> Option<&Entry> {
        self.entries.get(*self.by_uuid.get(uuid)? as usize)
    }

    fn push(&mut self, name: &str, uuid: Uuid, file: Stamp) {
        let at = self.entries.len() as u32;
        if let Some(other) = self.by_uuid.get(&uuid) {
            let other = self.entries[*other as usize].name.as_str();
            let text =
                format_args!("the definitions '{name}' and '{other}' have the same UUID {uuid}; '{other}' is used");
            return log::warning("qemu", "index", text);
        }
        self.by_name.insert(name.into(), at);
        self.by_uuid.insert(uuid, at);
        self.entries.push(Entry { name: Name::new(name), uuid, file });
    }

    /// Reads what a process kept of this folder; nothing when that is missing, of another folder, or damaged.
    pub fn load(file: &Path, folder: &Path) -> Self {
        let index = fs::read(file).ok().and_then(|bytes| Self::decode(&bytes));
        let stamp = fs::metadata(folder).ok().map(|metadata| Stamp::of(&metadata));
        // One of an older state is useful still: most of its files did not change.
        index.filter(|index| stamp.is_some_and(|stamp| index.is_of(&stamp))).unwrap_or_default()
    }

    fn is_of(&self, folder: &Stamp) -> bool {
        self.folder.is_some_and(|known| (known.device, known.inode) == (folder.device, folder.inode))
    }

    /// Keeps it for the next process. A cache: it is not synced, and nothing is said when it cannot be written.
    pub fn save(&self, file: &Path) {
        if self.folder.is_none() {
            return;
        }
        let beside = file.with_extension(std::process::id().to_string());
        let folder = file.parent().unwrap_or(Path::new("/"));
        let written = fs::create_dir_all(folder).and_then(|()| fs::write(&beside, self.encode()));
        if written.and_then(|()| fs::rename(&beside, file)).is_err() {
            let _ = fs::remove_file(&beside);
        }
    }

    fn encode(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.push(u8::from(self.settled));
        encode_stamp(&mut bytes, &self.folder.unwrap_or_default());
        bytes.extend((self.entries.len() as u32).to_le_bytes());
        for entry in &self.entries {
            let name = entry.name.as_str().as_bytes();
            bytes.extend(entry.uuid.0);
            encode_stamp(&mut bytes, &entry.file);
            bytes.extend((name.len() as u16).to_le_bytes());
            bytes.extend(name);
        }
        bytes.extend(checksum(&bytes).to_le_bytes());
        bytes
    }

    fn decode(bytes: &[u8]) -> Option<Self> {
        let (content, sum) = bytes.split_last_chunk::<8>()?;
        if u64::from_le_bytes(*sum) != checksum(content) {
            return None;
        }
        let mut rest = content.strip_prefix(MAGIC)?;
        let settled = take::<1>(&mut rest)? == [1];
        let folder = decode_stamp(&mut rest)?;
        let count = u32::from_le_bytes(take(&mut rest)?) as usize;
        let mut index = Self { folder: Some(folder), settled, ..Self::default() };
        index.entries.reserve(count.min(rest.len()));
        for _ in 0..count {
            let uuid = Uuid(take(&mut rest)?);
            let file = decode_stamp(&mut rest)?;
            let length = u16::from_le_bytes(take(&mut rest)?) as usize;
            let (name, after) = rest.split_at_checked(length)?;
            rest = after;
            index.push(std::str::from_utf8(name).ok()?, uuid, file);
        }
        rest.is_empty().then_some(index)
    }
}

fn encode_stamp(bytes: &mut Vec<u8>, stamp: &Stamp) {
    [stamp.device, stamp.inode, stamp.size].iter().for_each(|number| bytes.extend(number.to_le_bytes()));
    bytes.extend(stamp.changed.to_le_bytes());
}

fn decode_stamp(rest: &mut &[u8]) -> Option<Stamp> {
    let mut number = || Some(u64::from_le_bytes(take(rest)?));
    let (device, inode, size) = (number()?, number()?, number()?);
    Some(Stamp { device, inode, size, changed: i64::from_le_bytes(take(rest)?) })
}

fn take<const LENGTH: usize>(rest: &mut &[u8]) -> Option<[u8; LENGTH]> {
    let (taken, after) = rest.split_first_chunk::<LENGTH>()?;
    *rest = after;
    Some(*taken)
}

/// FNV-1a over words of eight bytes: against files that were torn, not against enemies.
fn checksum(bytes: &[u8]) -> u64 {
    let word = |chunk: &[u8]| chunk.iter().rev().fold(0, |word: u64, byte| word << 8 | u64::from(*byte));
    bytes.chunks(8).fold(0xcbf2_9ce4_8422_2325 ^ bytes.len() as u64, |sum, chunk| {
        (sum ^ word(chunk)).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(17)
    })
}

/// The UUID of the definition in a file; `None` when it is none.
fn uuid_in(path: &Path, name: &str) -> Option<Uuid> {
    let text = fs::read_to_string(path).ok()?;
    // Written by libvirt or by us, it stands near the beginning, behind a comment without elements.
    let quick = || {
        let body = &text[text.find("<domain")?..];
        let (_, after) = body.split_once("<uuid>")?;
        Uuid::parse(after.split_once("</uuid>")?.0)
    };
    quick().or_else(|| {
        // Written by a person: it may have no UUID, and the same one must be made of it each time.
        let (definition, _) = Domain::parse(&text, false).ok()?;
        Some(definition.uuid.unwrap_or_else(|| named_uuid(name)))
    })
}

/// The UUID of a definition that has none (RFC 9562, version 8: bytes of our own choice).
pub fn named_uuid(name: &str) -> Uuid {
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&checksum(name.as_bytes()).to_be_bytes());
    bytes[8..].copy_from_slice(&checksum(format!("{name}\n").as_bytes()).to_be_bytes());
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    Uuid(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_folder::TestFolder;

    const UUID: &str = "aaaaaaaa-bbbb-cccc-dddd-00000000000";

    fn write(folder: &Path, name: &str, digit: char) {
        let text =
            format!("<!-- x -->\n<domain type='qemu'>\n  <name>{name}</name>\n  <uuid>{UUID}{digit}</uuid>\n</domain>");
        fs::write(folder.join(format!("{name}.xml")), text).unwrap();
    }

    fn names(index: &Index) -> Vec<&str> {
        let mut names: Vec<&str> = index.entries().iter().map(|entry| entry.name.as_str()).collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn definitions_are_found_and_found_again() {
        let root = TestFolder::new();
        let folder = root.path().join("qemu");
        assert!(Index::read(&folder, &Index::default()).unwrap().entries().is_empty());
        fs::create_dir(&folder).unwrap();
        write(&folder, "a", '1');
        write(&folder, "b", '2');
        write(&folder, "same", '2');
        fs::write(folder.join("c.xml"), "no document").unwrap();
        fs::write(folder.join("d.txt"), "").unwrap();
        fs::write(folder.join("e.xml"), "<domain type='qemu'><name>e</name></domain>").unwrap();
        fs::create_dir(folder.join("networks.xml")).unwrap();
        let index = Index::read(&folder, &Index::default()).unwrap();
        assert_eq!(index.entries().len(), 3);
        assert_eq!(index.by_uuid(&named_uuid("e")).unwrap().name.as_str(), "e");
        assert_eq!(index.by_name("a").unwrap().uuid, Uuid::parse(&format!("{UUID}1")).unwrap());
        assert!(index.by_name("c").is_none());

        let file = root.path().join("cache/index");
        index.save(&file);
        let loaded = Index::load(&file, &folder);
        assert_eq!(names(&loaded), names(&index));
        assert_eq!(loaded.by_name("a").unwrap().file, index.by_name("a").unwrap().file);
        assert!(Index::load(&file, root.path()).entries().is_empty());

        // Files that did not change are not read again; those that did are.
        write(&folder, "a", '9');
        let again = Index::read(&folder, &loaded).unwrap();
        assert_eq!(again.by_name("a").unwrap().uuid, Uuid::parse(&format!("{UUID}9")).unwrap());
    }

    #[test]
    fn damaged_files_are_not_believed() {
        let root = TestFolder::new();
        write(root.path(), "a", '1');
        let index = Index::read(root.path(), &Index::default()).unwrap();
        let bytes = index.encode();
        assert!(Index::decode(&bytes).is_some());
        for length in 0..bytes.len() {
            assert!(Index::decode(&bytes[..length]).is_none());
        }
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            assert!(Index::decode(&changed).is_none(), "byte {at}");
        }
    }

    #[test]
    fn a_folder_that_just_changed_is_read_again() {
        let root = TestFolder::new();
        write(root.path(), "a", '1');
        let index = Index::read(root.path(), &Index::default()).unwrap();
        assert!(!index.is_current(root.path()));
        std::thread::sleep(std::time::Duration::from_millis(30));
        let index = Index::read(root.path(), &index).unwrap();
        assert!(index.is_current(root.path()));
        write(root.path(), "b", '2');
        assert!(!index.is_current(root.path()));
    }
}
