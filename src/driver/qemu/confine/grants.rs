//! What a machine is given: files that are opened here and come to QEMU open, and rules for what QEMU opens itself.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::os::fd::{AsRawFd, OwnedFd};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};

use crate::driver::qemu::error;
use crate::error::{Error, Result};
use crate::supervisor::FIRST_FILE;
use crate::supervisor::confine::Rule;
use crate::sys::landlock::Access;
use crate::sys::process::User;
use crate::sys::{self, socket, user};
use crate::types::*;

/// Files that were opened for a machine, and rules.
pub struct Grants<'a> {
    /// Who QEMU runs as; `None` for who runs this process.
    user: Option<&'a User>,
    /// Files are opened with QEMU's own rights, not with ours.
    own_rights: bool,
    /// The file that says who QEMU runs as, for remedies.
    settings: &'a Path,
    pub files: Vec<OwnedFd>,
    /// `-add-fd` and what belongs to it.
    pub arguments: Vec<String>,
    /// What QEMU calls files in its messages, and their paths.
    pub names: Vec<(String, String)>,
    pub rules: Vec<Rule>,
}

impl<'a> Grants<'a> {
    pub fn new(user: Option<&'a User>, own_rights: bool, settings: &'a Path) -> Self {
        let (files, arguments, names, rules) = Default::default();
        Self { user, own_rights, settings, files, arguments, names, rules }
    }

    /// Opens a file with the rights that count. Never waits for somebody at the other end.
    fn open(&self, path: &str, options: &mut OpenOptions) -> io::Result<File> {
        options.custom_flags(libc::O_NONBLOCK | libc::O_NOCTTY);
        let open = || options.open(path);
        match self.user {
            Some(user) if self.own_rights => user::with_rights_of(user, open),
            // Servers of files may let others do what root may not.
            Some(user) => open().or_else(|error| match error.kind() {
                io::ErrorKind::PermissionDenied => user::with_rights_of(user, open).map_err(|_| error),
                _ => Err(error),
            }),
            None => open(),
        }
    }

    /// Opens a file to look into it.
    ///
    /// # Errors
    /// Those of open(2).
    pub fn look(&self, path: &str) -> io::Result<File> {
        self.open(path, OpenOptions::new().read(true))
    }

    /// What was opened gets a number in QEMU.
    fn pass(&mut self, file: OwnedFd) -> i32 {
        self.files.push(file);
        FIRST_FILE + self.files.len() as i32 - 1
    }

    /// A set with one file, which QEMU opens as often as it likes.
    fn pass_set(&mut self, file: File, path: &str) -> String {
        let number = self.pass(file.into());
        let set = self.names.len() + 1;
        self.arguments.push("-add-fd".to_owned());
        self.arguments.push(format!("set={set},fd={number},opaque={}", path.replace(',', ",,")));
        let name = format!("/dev/fdset/{set}");
        self.names.push((name.clone(), path.to_owned()));
        name
    }

    /// An image, to be read or to be written, too: what QEMU is to open in its place. One file, so that its locks are those of one file.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` with the path and the reason.
    pub fn image(&mut self, path: &str, write: bool) -> Result<String> {
        let file =
            self.open(path, OpenOptions::new().read(true).write(write)).map_err(|cause| cannot_access(&cause, path))?;
        Ok(self.pass_set(file, path))
    }

    /// A file that is written behind what it has, or behind nothing: what QEMU is to append to.
    ///
    /// # Errors
    /// As [`Self::image`].
    pub fn output(&mut self, path: &str, append: bool) -> Result<String> {
        let mut options = OpenOptions::new();
        options.append(true).create(true).mode(0o600);
        let mut open = || {
            let file = self.open(path, &mut options)?;
            if !append {
                file.set_len(0)?;
            }
            Ok(file)
        };
        let file = open().map_err(|cause| cannot_access(&cause, path))?;
        Ok(self.pass_set(file, path))
    }

    /// A file that QEMU reads by name when it begins. One that its user may not read is copied into memory.
    ///
    /// # Errors
    /// As [`Self::image`].
    pub fn content(&mut self, path: &str) -> Result<String> {
        let failed = |cause: io::Error| cannot_access(&cause, path);
        let mut file = self.open(path, OpenOptions::new().read(true)).map_err(failed)?;
        if let Some(user) = self.user
            && !is_readable(&file.metadata().map_err(failed)?, user)
        {
            let mut content = Vec::new();
            file.read_to_end(&mut content).map_err(failed)?;
            file = sys::memory_file(&content).map_err(failed)?;
        } else {
            self.allow(path, Access::Read);
        }
        Ok(format!("/proc/self/fd/{}", self.pass(file.into())))
    }

    /// A socket that listens on a path: the name of its descriptor.
    ///
    /// # Errors
    /// As [`Self::image`].
    pub fn listener(&mut self, path: &str) -> Result<String> {
        let place = Path::new(path);
        let listen = || {
            match fs::symlink_metadata(place) {
                // One of a machine that has ended; somebody who listens is told by the kernel.
                Ok(found) if is_socket(&found) && socket::connect(socket::STREAM, place, true).is_err() => {
                    fs::remove_file(place)?;
                }
                Ok(_) | Err(_) => {}
            }
            let listener = socket::listen(socket::STREAM, place)?;
            fs::set_permissions(place, fs::Permissions::from_mode(0o775))?;
            if let Some(user) = self.user {
                chown(place, Some(user.user), Some(user.group))?;
            }
            Ok(listener)
        };
        let listener = listen().map_err(|cause: io::Error| {
            Error::system(&cause, format!("cannot listen on '{path}'")).from_origin(VIR_FROM_QEMU)
        })?;
        Ok(format!("/proc/self/fd/{}", self.pass(listener)))
    }

    /// A socket that is connected to who listens on a path: the name of its descriptor.
    ///
    /// # Errors
    /// As [`Self::image`].
    pub fn connection(&mut self, path: &str) -> Result<String> {
        let connect = || socket::connect(socket::STREAM, Path::new(path), false);
        let connected = match self.user {
            Some(user) if self.own_rights => user::with_rights_of(user, connect),
            Some(_) | None => connect(),
        };
        let connected = connected.map_err(|cause: io::Error| {
            Error::system(&cause, format!("cannot connect to '{path}'")).from_origin(VIR_FROM_QEMU)
        })?;
        Ok(format!("/proc/self/fd/{}", self.pass(connected)))
    }

    /// Lets QEMU do something with what is at a path, as far as its user may; nothing need be there.
    pub fn allow(&mut self, path: impl Into<PathBuf>, access: Access) {
        self.rules.push(Rule { path: path.into(), access });
    }

    /// The machine's own folder, which belongs to QEMU's user: what QEMU is to call it.
    ///
    /// # Errors
    /// As [`Self::image`].
    pub fn own_folder(&mut self, folder: &Path) -> Result<String> {
        if let Some(user) = self.user {
            chown(folder, Some(user.user), Some(user.group))
                .map_err(|cause| Error::system(&cause, format!("cannot give '{}' to QEMU's user", folder.display())))?;
        }
        self.folder(folder, Access::Change)
    }

    /// A file that others find by its name, too; where there is none, one is made that belongs to QEMU's user.
    ///
    /// # Errors
    /// As [`Self::image`] and [`Self::need`].
    pub fn shared_file(&mut self, path: &str) -> Result<()> {
        let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
        match (made, self.user) {
            (Ok(_), Some(user)) => chown(path, Some(user.user), Some(user.group)),
            (Err(error), _) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
            (Ok(_) | Err(_), _) => Ok(()),
        }
        .map_err(|cause| cannot_access(&cause, path))?;
        self.need(path, Access::Write)
    }

    /// A path where QEMU itself is to listen: what it is to call that.
    ///
    /// # Errors
    /// As [`Self::need`].
    pub fn socket(&mut self, path: &str) -> Result<String> {
        let place = Path::new(path);
        let name = place.file_name().unwrap_or_default().display();
        let folder = self.folder(place.parent().unwrap_or(Path::new("/")), Access::Change)?;
        Ok(format!("{folder}/{name}"))
    }

    /// A folder whose descriptor stands for it: those above it need not be open to QEMU's user.
    fn folder(&mut self, folder: &Path, access: Access) -> Result<String> {
        let path = folder.display().to_string();
        let opened = OpenOptions::new().read(true).custom_flags(libc::O_PATH | libc::O_DIRECTORY).open(folder);
        let opened = opened.map_err(|cause| Error::system(&cause, format!("cannot open folder '{path}'")))?;
        let here = format!("/proc/self/fd/{}", opened.as_raw_fd());
        self.allow(folder, access);
        self.check(Path::new(&here), &path, access)?;
        Ok(format!("/proc/self/fd/{}", self.pass(opened.into())))
    }

    /// What QEMU has to open itself. Its user must be let in already: nothing of the host's is given away.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_FAILED` with the path and the remedy.
    pub fn need(&mut self, path: &str, access: Access) -> Result<()> {
        self.allow(path, access);
        self.check(Path::new(path), path, access)
    }

    /// Whether QEMU's user is let to what is at `here`, which people know as `path`.
    fn check(&self, here: &Path, path: &str, access: Access) -> Result<()> {
        let write = match access {
            Access::Read | Access::Execute => false,
            Access::Write | Access::Change | Access::Whole => true,
        };
        let Some(user) = self.user else { return Ok(()) };
        let enter = here.is_dir();
        user::with_rights_of(user, || sys::may_access(here, write, enter)).map_err(|cause| {
            let User { user: number, group, .. } = user;
            let rights = format!("r{}{}", if write { "w" } else { "" }, if enter { "x" } else { "" });
            let text = format!(
                "QEMU runs as user {number} and group {group}, which cannot open '{path}' ({cause}), and it has to open that itself: \
                 let it in (setfacl -m u:{number}:{rights} '{path}', and x on the folders above), or choose another user in '{}'",
                self.settings.display()
            );
            error(VIR_ERR_OPERATION_FAILED, text)
        })
    }
}

/// libvirt's sentence for an image that is not there.
pub fn cannot_access(cause: &io::Error, path: &str) -> Error {
    Error::system(cause, format!("Cannot access storage file '{path}'")).from_origin(VIR_FROM_STORAGE)
}

fn is_socket(found: &fs::Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    found.file_type().is_socket()
}

/// Whether a file's permissions let a user read it. What other lists of its file system say does not count.
fn is_readable(file: &fs::Metadata, user: &User) -> bool {
    let bit = if user.user == file.uid() {
        0o400
    } else if user.group == file.gid() || user.groups.contains(&file.gid()) {
        0o040
    } else {
        0o004
    };
    file.mode() & bit != 0
}
