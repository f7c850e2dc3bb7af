//! Files that others read while they change: whole before or whole after, also when the power fails.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::error::{Error, Result};

/// How files begin that are not whole yet; who finds one of a process that is gone may remove it.
const UNFINISHED: &str = ".solovirt-new-";

/// Puts `content` in the place of what a file held: written beside it, synced, renamed, its folder synced. `mode`: its permissions.
///
/// # Errors
/// `VIR_ERR_SYSTEM_ERROR` with the path and the reason; the old content is still there then.
pub fn replace(path: &Path, content: &[u8], mode: u32) -> Result<()> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let fail = |error: io::Error| Error::system(&error, format!("cannot write '{}'", path.display()));
    let folder = path.parent().unwrap_or(Path::new("/"));
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let beside = folder.join(format!("{UNFINISHED}{}-{number}", std::process::id()));
    let write = || {
        let mut file = OpenOptions::new().write(true).create_new(true).mode(mode).open(&beside)?;
        file.write_all(content)?;
        file.sync_data()?;
        fs::rename(&beside, path)
    };
    write().map_err(|error| {
        let _ = fs::remove_file(&beside);
        fail(error)
    })?;
    sync_folder(folder).map_err(fail)
}

/// Removes a file for good. False when there is none.
///
/// # Errors
/// `VIR_ERR_SYSTEM_ERROR` with the path and the reason.
pub fn remove(path: &Path) -> Result<bool> {
    let fail = |error: io::Error| Error::system(&error, format!("cannot remove '{}'", path.display()));
    match fs::remove_file(path) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(fail(error)),
    }
    sync_folder(path.parent().unwrap_or(Path::new("/"))).map_err(fail)?;
    Ok(true)
}

/// Makes what was renamed, linked or removed in a folder survive a power failure.
///
/// # Errors
/// Those of open(2) and fsync(2).
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Makes a folder and those above it, with these permissions. What is there stays as it is.
///
/// # Errors
/// `VIR_ERR_SYSTEM_ERROR` with the path and the reason.
pub fn make_folder(path: &Path, mode: u32) -> Result<()> {
    let made = DirBuilder::new().recursive(true).mode(mode).create(path);
    made.map_err(|error| Error::system(&error, format!("cannot create directory '{}'", path.display())))
}

/// Removes unfinished files that processes left which are gone. The caller holds the folder's lock.
pub fn remove_unfinished(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let process = name.to_str().and_then(|name| name.strip_prefix(UNFINISHED)?.split('-').next()?.parse().ok());
        if process.is_some_and(|process: u32| !Path::new("/proc").join(process.to_string()).exists()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// The one process that may change what is in a folder, while this lives.
pub struct FolderLock {
    _folder: File,
}

impl FolderLock {
    /// Waits for whoever holds it. The lock is on the folder itself, so it leaves no file behind and ends with the process.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` with the path and the reason.
    pub fn acquire(folder: &Path) -> Result<Self> {
        let fail = |error: io::Error| Error::system(&error, format!("cannot lock '{}'", folder.display()));
        let file = File::open(folder).map_err(fail)?;
        file.lock().map_err(fail)?;
        Ok(Self { _folder: file })
    }
}

/// A lock of something that has no folder: a folder that is there while somebody has it, or waits for it.
pub struct PassingLock {
    path: PathBuf,
    _lock: FolderLock,
}

impl PassingLock {
    /// Waits for whoever holds it.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` with the path and the reason.
    pub fn acquire(path: &Path, mode: u32) -> Result<Self> {
        let fail = |error: io::Error| Error::system(&error, format!("cannot lock '{}'", path.display()));
        make_folder(path.parent().unwrap_or(Path::new("/")), mode)?;
        loop {
            // Who had it may remove it at any moment: then it is made, and asked for, again.
            match DirBuilder::new().mode(mode).create(path) {
                Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(fail(error)),
                _ => {}
            }
            let folder = match File::open(path) {
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                folder => folder.map_err(fail)?,
            };
            folder.lock().map_err(fail)?;
            let is_same = |own: fs::Metadata, there: fs::Metadata| (own.dev(), own.ino()) == (there.dev(), there.ino());
            if folder.metadata().and_then(|own| Ok(is_same(own, fs::metadata(path)?))).unwrap_or(false) {
                return Ok(Self { path: path.to_owned(), _lock: FolderLock { _folder: folder } });
            }
        }
    }
}

impl Drop for PassingLock {
    fn drop(&mut self) {
        // While it is held: who waits finds that it is not the one of this name any more.
        let _ = fs::remove_dir(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_folder::TestFolder;

    #[test]
    fn files_are_replaced_and_removed_whole() {
        let folder = TestFolder::new();
        let path = folder.path().join("a");
        replace(&path, b"one", 0o600).unwrap();
        replace(&path, b"two", 0o600).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert!(remove(&path).unwrap() && !remove(&path).unwrap());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        let error = replace(&folder.path().join("no/such"), b"", 0o600).unwrap_err();
        assert!(error.to_string().contains("no/such"), "{error}");
    }

    #[test]
    fn what_a_dead_process_left_goes() {
        let folder = TestFolder::new();
        let mut child = std::process::Command::new("true").spawn().unwrap();
        child.wait().unwrap();
        let dead = folder.path().join(format!("{UNFINISHED}{}-0", child.id()));
        let alive = folder.path().join(format!("{UNFINISHED}{}-0", std::process::id()));
        [&dead, &alive].iter().for_each(|path| fs::write(path, "half").unwrap());
        remove_unfinished(folder.path());
        assert!(!dead.exists() && alive.exists());
    }

    #[test]
    fn locks_wait_for_each_other() {
        let folder = TestFolder::new();
        let lock = FolderLock::acquire(folder.path()).unwrap();
        assert!(File::open(folder.path()).unwrap().try_lock().is_err());
        drop(lock);
        FolderLock::acquire(folder.path()).unwrap();
    }

    #[test]
    fn a_lock_leaves_nothing_and_is_one_at_a_time() {
        let folder = TestFolder::new();
        let path = folder.path().join("lock");
        let inside = AtomicU32::new(0);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        let _lock = PassingLock::acquire(&path, 0o700).unwrap();
                        assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0);
                        inside.fetch_sub(1, Ordering::SeqCst);
                    }
                });
            }
        });
        assert!(!path.exists());
    }
}
