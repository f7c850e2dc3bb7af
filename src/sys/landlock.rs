//! Landlock (landlock(7)): a process gives up all files but those below chosen paths, for good and for all that it becomes.

use std::fs::{File, OpenOptions};
use std::io;
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd, RawFd};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// Rights to files, `LANDLOCK_ACCESS_FS_…`.
const EXECUTE: u64 = 1;
const WRITE_FILE: u64 = 1 << 1;
const READ_FILE: u64 = 1 << 2;
const READ_DIR: u64 = 1 << 3;
const REMOVE_FILE: u64 = 1 << 5;
const MAKE_REG: u64 = 1 << 8;
const MAKE_SOCK: u64 = 1 << 9;
const REFER: u64 = 1 << 13;
const TRUNCATE: u64 = 1 << 14;
const IOCTL_DEV: u64 = 1 << 15;
/// What can be done with something that is no folder.
const OF_FILES: u64 = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV;
/// All of the first version: that, and to make and remove each kind of thing.
const FIRST: u64 = (1 << 13) - 1;

/// `LANDLOCK_SCOPE_SIGNAL`: no signals to others.
const SCOPE_SIGNAL: u64 = 1 << 1;

const RULE_PATH_BENEATH: libc::c_int = 1;
const CREATE_RULESET_VERSION: u32 = 1;

/// What is allowed below a path, or with the one thing that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// To read files and look into folders.
    Read,
    /// To run programs, too.
    Execute,
    /// To read and write what is there, devices with all that they can do.
    Write,
    /// To make and remove files and sockets, too.
    Change,
    /// All but running programs.
    Whole,
}

impl Access {
    fn rights(self) -> u64 {
        let read = READ_FILE | READ_DIR;
        let write = read | WRITE_FILE | TRUNCATE | IOCTL_DEV;
        match self {
            Self::Read => read,
            Self::Execute => read | EXECUTE,
            Self::Write => write,
            Self::Change => write | MAKE_REG | MAKE_SOCK | REMOVE_FILE,
            Self::Whole => (FIRST | REFER | TRUNCATE | IOCTL_DEV) & !EXECUTE,
        }
    }
}

#[repr(C)]
struct RulesetAttributes {
    handled_access_fs: u64,
    handled_access_net: u64,
    scoped: u64,
}

#[repr(C, packed)]
struct PathBeneath {
    allowed_access: u64,
    parent_fd: i32,
}

/// Which version of Landlock the kernel has; `None` for a kernel without it, or one that was started without it.
pub fn version() -> Option<u32> {
    // SAFETY: no attributes are asked for the version.
    let version = unsafe {
        libc::syscall(libc::SYS_landlock_create_ruleset, std::ptr::null::<libc::c_void>(), 0, CREATE_RULESET_VERSION)
    };
    u32::try_from(version).ok().filter(|version| *version > 0)
}

/// Rules, ready to be put on.
pub struct Ruleset {
    ruleset: OwnedFd,
    handled: u64,
}

impl Ruleset {
    /// Nothing is allowed yet, as far as this version of Landlock knows what can be done.
    ///
    /// # Errors
    /// Those of landlock_create_ruleset(2).
    pub fn new(version: u32) -> io::Result<Self> {
        let mut handled = FIRST;
        for (since, right) in [(2, REFER), (3, TRUNCATE), (5, IOCTL_DEV)] {
            handled |= if version >= since { right } else { 0 };
        }
        let scoped = if version >= 6 { SCOPE_SIGNAL } else { 0 };
        let attributes = RulesetAttributes { handled_access_fs: handled, handled_access_net: 0, scoped };
        // Kernels refuse sizes that they do not know, though the rest is zero, only when it is not.
        // SAFETY: attributes that live, and their size.
        let fd = unsafe {
            libc::syscall(libc::SYS_landlock_create_ruleset, &raw const attributes, size_of::<RulesetAttributes>(), 0)
        } as libc::c_int;
        if fd < 0 {
            return Err(io::Error::last_os_error());
        }
        // SAFETY: a new descriptor that is nobody else's.
        Ok(Self { ruleset: unsafe { OwnedFd::from_raw_fd(fd) }, handled })
    }

    /// Allows something with what is at a path, or below it. A path where nothing is allows nothing.
    ///
    /// # Errors
    /// Those of open(2) and landlock_add_rule(2).
    pub fn allow(&self, path: &Path, access: Access) -> io::Result<()> {
        let opened = OpenOptions::new().read(true).custom_flags(libc::O_PATH).open(path);
        match opened {
            Ok(file) => self.allow_file(&file, access),
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(()),
            Err(error) => Err(error),
        }
    }

    fn allow_file(&self, file: &File, access: Access) -> io::Result<()> {
        let possible = if file.metadata()?.is_dir() { u64::MAX } else { OF_FILES };
        let allowed_access = access.rights() & possible & self.handled;
        let rule = PathBeneath { allowed_access, parent_fd: file.as_raw_fd() };
        // SAFETY: a descriptor and a rule that lives.
        let added = unsafe {
            libc::syscall(libc::SYS_landlock_add_rule, self.ruleset.as_raw_fd(), RULE_PATH_BENEATH, &raw const rule, 0)
        };
        if added < 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
    }

    /// The same rules under a descriptor that is not below this one.
    ///
    /// # Errors
    /// Those of fcntl(2).
    pub fn above(&self, least: RawFd) -> io::Result<Self> {
        // SAFETY: a descriptor and a number.
        let fd = unsafe { libc::fcntl(self.ruleset.as_raw_fd(), libc::F_DUPFD_CLOEXEC, least) };
        if fd < 0 {
            return Err(io::Error::last_os_error());
        }
        // SAFETY: a new descriptor that is nobody else's.
        Ok(Self { ruleset: unsafe { OwnedFd::from_raw_fd(fd) }, handled: self.handled })
    }

    /// Puts the rules on this thread, and on what it starts and becomes. It must have given up new privileges.
    ///
    /// # Errors
    /// Those of landlock_restrict_self(2).
    pub fn restrict_self(&self) -> io::Result<()> {
        // SAFETY: a descriptor.
        let done = unsafe { libc::syscall(libc::SYS_landlock_restrict_self, self.ruleset.as_raw_fd(), 0) };
        if done < 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::thread;

    #[test]
    fn a_thread_gives_files_up() {
        let Some(version) = version() else { return };
        let folder = std::env::temp_dir().join(format!("solovirt-landlock-{}", std::process::id()));
        fs::create_dir(&folder).unwrap();
        for name in ["read", "write", "other"] {
            fs::write(folder.join(name), name).unwrap();
        }
        let within = folder.clone();
        let restricted = thread::spawn(move || {
            let rules = Ruleset::new(version).unwrap();
            rules.allow(&within.join("read"), Access::Read).unwrap();
            rules.allow(&within.join("write"), Access::Write).unwrap();
            rules.allow(&within.join("no such file"), Access::Write).unwrap();
            crate::sys::process::give_up_privileges().unwrap();
            rules.restrict_self().unwrap();
            assert_eq!(fs::read_to_string(within.join("read")).unwrap(), "read");
            fs::write(within.join("write"), "new").unwrap();
            let refused = |result: io::Result<()>| result.unwrap_err().kind() == io::ErrorKind::PermissionDenied;
            assert!(refused(fs::write(within.join("read"), "new")));
            assert!(refused(fs::read(within.join("other")).map(drop)));
            assert!(refused(fs::read_dir(&within).map(drop)));
            assert!(refused(fs::write(within.join("new"), "")));
            assert!(refused(fs::remove_file(within.join("write"))));
        });
        restricted.join().unwrap();
        fs::remove_dir_all(&folder).unwrap();
    }
}
