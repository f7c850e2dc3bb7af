//! The machines that are defined: files of a folder, which any number of processes read and change at the same time.
//!
//! What is in memory is only believed while the files are as they were. Reading takes no lock; who changes something holds the folder's.

mod change;
mod index;
mod stamp;

use std::collections::HashMap;
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Arc;

use parking_lot::{Mutex, RwLock};

pub use change::{FILE_MODE, FOLDER_MODE};
pub use index::{Entry, Index};
pub use stamp::Stamp;

use crate::driver::qemu::definition::{self, Definition};
use crate::driver::qemu::layout::Layout;
use crate::error::{Error, Result};
use crate::uuid::Uuid;

/// How many parsed definitions are kept.
const MOST_PARSED: usize = 4096;

/// Documents of machines in one folder, by their names.
pub struct Store {
    layout: Layout,
    /// Of the documents.
    folder: PathBuf,
    /// What is kept of it for the next process.
    index_file: PathBuf,
    read: fn(&str) -> Result<Definition>,
    /// `None` until somebody asks.
    index: RwLock<Option<Arc<Index>>>,
    parsed: Mutex<HashMap<Uuid, Parsed>>,
}

struct Parsed {
    file: Stamp,
    definition: Arc<Definition>,
}

impl Store {
    /// The definitions below a root.
    pub fn new(layout: &Layout) -> Self {
        let (folder, index_file) = (layout.configuration.clone(), layout.cache.join("definitions.index"));
        Self::of(layout, folder, index_file, definition::read_stored)
    }

    /// The machines below a root as they run, or ran: whether they still do is in the slots.
    pub fn running(layout: &Layout) -> Self {
        Self::of(layout, layout.run.clone(), layout.cache.join("running.index"), definition::read_running)
    }

    fn of(layout: &Layout, folder: PathBuf, index_file: PathBuf, read: fn(&str) -> Result<Definition>) -> Self {
        let (index, parsed) = (RwLock::new(None), Mutex::default());
        Self { layout: layout.clone(), folder, index_file, read, index, parsed }
    }

    /// Where the document of a machine is.
    pub fn file_of(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.xml"))
    }

    /// What is defined now.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` when the folder is there and cannot be read.
    pub fn index(&self) -> Result<Arc<Index>> {
        let folder = &self.folder;
        if let Some(index) = self.index.read().as_ref().filter(|index| index.is_current(folder)) {
            return Ok(Arc::clone(index));
        }
        let mut kept = self.index.write();
        let known = match kept.as_ref() {
            Some(index) if index.is_current(folder) => return Ok(Arc::clone(index)),
            Some(index) => Arc::clone(index),
            None => Arc::new(Index::load(&self.index_file, folder)),
        };
        let index = if known.is_current(folder) { known } else { self.read_index(&known)? };
        *kept = Some(Arc::clone(&index));
        Ok(index)
    }

    fn read_index(&self, known: &Index) -> Result<Arc<Index>> {
        let index = Arc::new(Index::read(&self.folder, known)?);
        index.save(&self.index_file);
        Ok(index)
    }

    /// What a file defines; `None` when it is not there any more.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` when it cannot be read, and what is wrong with its document.
    pub fn definition(&self, entry: &Entry) -> Result<Option<Arc<Definition>>> {
        let name = entry.name.as_str();
        let path = self.file_of(name);
        let fail = |error: std::io::Error| Error::system(&error, format!("cannot read '{}'", path.display()));
        let file = match fs::metadata(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            other => Stamp::of(&other.map_err(fail)?),
        };
        if let Some(parsed) = self.parsed.lock().get(&entry.uuid).filter(|parsed| parsed.file == file) {
            return Ok(Some(Arc::clone(&parsed.definition)));
        }
        let text = match fs::read_to_string(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            other => other.map_err(fail)?,
        };
        let mut definition = (self.read)(&text)?;
        // The name of the file is the machine's, and one without a UUID keeps the one that the index gave it.
        name.clone_into(&mut definition.name);
        definition.uuid = Some(entry.uuid);
        let definition = Arc::new(definition);
        if file.is_settled() {
            self.keep(entry.uuid, Parsed { file, definition: Arc::clone(&definition) });
        }
        Ok(Some(definition))
    }

    fn keep(&self, uuid: Uuid, parsed: Parsed) {
        let mut kept = self.parsed.lock();
        if kept.len() >= MOST_PARSED {
            kept.clear();
        }
        kept.insert(uuid, parsed);
    }

    fn forget(&self, uuid: &Uuid) {
        self.parsed.lock().remove(uuid);
    }

    /// Whether the machine starts with its host, or does so the next time only.
    pub fn autostart(&self, name: &str, which: Autostart) -> bool {
        fs::symlink_metadata(self.autostart_link(name, which)).is_ok()
    }

    fn autostart_link(&self, name: &str, which: Autostart) -> PathBuf {
        let ending = match which {
            Autostart::Always => "",
            Autostart::Once => ".once",
        };
        self.layout.configuration.join("autostart").join(format!("{name}.xml{ending}"))
    }

    /// The image of the memory of a machine that was saved, by `virDomainManagedSave`.
    pub fn saved_image(&self, name: &str) -> PathBuf {
        self.layout.lib.join("save").join(format!("{name}.save"))
    }

    /// Documents of the machine's snapshots.
    pub fn snapshots(&self, name: &str) -> Vec<PathBuf> {
        documents(self.layout.lib.join("snapshot").join(name))
    }

    /// Documents of the machine's checkpoints.
    pub fn checkpoints(&self, name: &str) -> Vec<PathBuf> {
        documents(self.layout.lib.join("checkpoint").join(name))
    }
}

/// When a machine starts with its host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Autostart {
    Always,
    /// The next time, and not again.
    Once,
}

/// The documents in a folder; none where there is no folder.
fn documents(folder: PathBuf) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|ending| ending == "xml")).collect()
}

#[cfg(test)]
mod tests;
