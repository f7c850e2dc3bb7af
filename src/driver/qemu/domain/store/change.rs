//! Changes of what is defined. One process makes them at a time; each is whole on disk before it is told of.

use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::symlink;
use std::sync::Arc;

use super::{Autostart, Entry, Index, Store};
use crate::driver::qemu::definition::{self, Definition};
use crate::durable::{self, FolderLock};
use crate::error::{Error, Result};
use crate::types::*;

/// What the folder of definitions is made with.
pub const FOLDER_MODE: u32 = 0o700;
/// Definitions hold passwords.
pub const FILE_MODE: u32 = 0o600;

/// The right to change what is defined, until it is dropped.
pub struct Change<'a> {
    store: &'a Store,
    /// What is defined, and stays so until this changes it.
    pub index: Arc<Index>,
    _lock: FolderLock,
}

impl Store {
    /// Waits until nobody else changes anything.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` when the folder cannot be made or read: it says which.
    pub fn change(&self) -> Result<Change<'_>> {
        let folder = &self.folder;
        durable::make_folder(folder, FOLDER_MODE)?;
        let lock = FolderLock::acquire(folder)?;
        durable::remove_unfinished(folder);
        Ok(Change { store: self, index: self.index()?, _lock: lock })
    }
}

impl Change<'_> {
    /// Whether a definition may have its name and UUID: both are free, or both are the same machine's, which is returned.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_FAILED` when another machine has one of them.
    pub fn claim(&self, definition: &Definition) -> Result<Option<&Entry>> {
        let uuid = definition.uuid.unwrap_or_default();
        let taken = |text: String| Err(Error::new(VIR_ERR_OPERATION_FAILED, text).from_origin(VIR_FROM_DOMAIN));
        if let Some(entry) = self.index.by_uuid(&uuid) {
            if entry.name.as_str() != definition.name {
                return taken(format!("domain '{}' is already defined with uuid {uuid}", entry.name.as_str()));
            }
            return Ok(Some(entry));
        }
        match self.index.by_name(&definition.name) {
            Some(entry) => taken(format!("domain '{}' already exists with uuid {}", definition.name, entry.uuid)),
            None => Ok(None),
        }
    }

    /// Writes a definition, over the one that it has.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` with the file and the reason; what was defined is still defined then.
    pub fn define(&self, definition: &Definition) -> Result<()> {
        let text = definition::stored(definition);
        durable::replace(&self.store.file_of(&definition.name), text.as_bytes(), FILE_MODE)?;
        self.store.forget(&definition.uuid.unwrap_or_default());
        Ok(())
    }

    /// Removes a definition and its autostart.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` with the file and the reason.
    pub fn undefine(&self, entry: &Entry) -> Result<()> {
        let name = entry.name.as_str();
        // First the links: one that leads nowhere would start what is defined next under that name.
        self.set_autostart(name, Autostart::Always, false)?;
        self.set_autostart(name, Autostart::Once, false)?;
        durable::remove(&self.store.file_of(name))?;
        self.store.forget(&entry.uuid);
        Ok(())
    }

    /// Gives a machine that does not run another name.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_INVALID` when the name is taken, also by itself; `VIR_ERR_SYSTEM_ERROR` when a file cannot be written.
    pub fn rename(&self, entry: &Entry, definition: &Definition, new_name: &str) -> Result<()> {
        let invalid = |text: String| Err(Error::new(VIR_ERR_OPERATION_INVALID, text).from_origin(VIR_FROM_DOMAIN));
        let old_name = entry.name.as_str();
        if new_name == old_name {
            return invalid("Can't rename domain to itself".to_owned());
        }
        if self.index.by_name(new_name).is_some() {
            return invalid(format!("domain with name '{new_name}' already exists"));
        }
        let starts = [Autostart::Always, Autostart::Once].map(|which| (which, self.store.autostart(old_name, which)));
        let (old, new) = (self.store.file_of(old_name), self.store.file_of(new_name));
        // The name of the file counts, so whoever is stopped half way leaves one machine with one of the names.
        let renamed = definition::stored(&Definition { name: new_name.to_owned(), ..definition.clone() });
        durable::replace(&old, renamed.as_bytes(), FILE_MODE)?;
        let moved = fs::rename(&old, &new).and_then(|()| durable::sync_folder(&self.store.folder));
        moved.map_err(|error| {
            Error::system(&error, format!("cannot rename '{}' to '{}'", old.display(), new.display()))
        })?;
        self.store.forget(&entry.uuid);
        for (which, starts) in starts {
            self.set_autostart(new_name, which, starts)?;
            self.set_autostart(old_name, which, false)?;
        }
        Ok(())
    }

    /// Sets whether a machine starts with its host.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` with the link and the reason.
    pub fn set_autostart(&self, name: &str, which: Autostart, starts: bool) -> Result<()> {
        let link = self.store.autostart_link(name, which);
        if !starts {
            return durable::remove(&link).map(drop);
        }
        let folder = self.store.layout.configuration.join("autostart");
        durable::make_folder(&folder, FOLDER_MODE)?;
        match symlink(self.store.file_of(name), &link) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                Err(Error::system(&error, format!("Failed to create symlink '{}'", link.display())))
            }
            _ => durable::sync_folder(&folder)
                .map_err(|error| Error::system(&error, format!("cannot sync '{}'", folder.display()))),
        }
    }

    /// Removes files that belong to a machine which is being undefined.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` with the file and the reason.
    pub fn remove_files(&self, files: &[std::path::PathBuf]) -> Result<()> {
        for file in files {
            match fs::remove_file(file) {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    return Err(Error::system(&error, format!("cannot remove '{}'", file.display())));
                }
                _ => {}
            }
        }
        Ok(())
    }
}
