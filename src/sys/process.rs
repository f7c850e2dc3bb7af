//! Processes beyond std: fork and exec with chosen descriptors, leaving the caller's surroundings, and handles that no
//! other process can slip into (pidfd_open(2)).

use std::ffi::{CString, OsStr};
use std::fs::{self, File};
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd, RawFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::process::ExitStatusExt;
use std::process::{self, ExitStatus};
use std::{io, ptr};

use super::landlock::Ruleset;
use super::poll::{PollFd, poll};

fn check(result: libc::c_int) -> io::Result<()> {
    if result < 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}

/// Which side of a fork this is.
pub enum Fork {
    Parent {
        child: u32,
    },
    /// It must not return to the caller's callers: it ends with [`Program::exec`] or `process::exit`.
    Child,
}

/// Forks. For programs with one thread: the child may then do what it likes.
///
/// # Errors
/// Those of fork(2), and `Unsupported` from any thread but the first, where locks of other threads could stay taken.
pub fn fork() -> io::Result<Fork> {
    if super::thread_id().cast_unsigned() != process::id() {
        return Err(io::ErrorKind::Unsupported.into());
    }
    // SAFETY: no preconditions with one thread.
    match unsafe { libc::fork() } {
        0 => Ok(Fork::Child),
        pid => check(pid).map(|()| Fork::Parent { child: pid.cast_unsigned() }),
    }
}

/// Ends the process at once, without what is run at exit: for the parent of a fork.
pub fn exit_now(code: i32) -> ! {
    // SAFETY: never returns.
    unsafe { libc::_exit(code) }
}

/// Leaves what the process has inherited: session and terminal, signal dispositions and mask, umask, and all descriptors.
/// Standard input, which is kept, is returned; the three standard ones lead nowhere afterwards.
///
/// # Errors
/// Those of the system calls.
pub fn detach() -> io::Result<OwnedFd> {
    // SAFETY: numbers and live values. Nothing in this process holds a descriptor above 2: it has just begun.
    let input = unsafe {
        check(libc::setsid())?;
        check(libc::syscall(libc::SYS_close_range, 3, libc::c_uint::MAX, 0) as libc::c_int)?;
        for signal in 1..=64 {
            // Two of them cannot be changed, and two are the C library's own.
            libc::signal(signal, libc::SIG_DFL);
        }
        let mut none = std::mem::zeroed();
        libc::sigemptyset(&mut none);
        libc::sigprocmask(libc::SIG_SETMASK, &none, ptr::null_mut());
        libc::umask(0o077);
        let input = libc::fcntl(0, libc::F_DUPFD_CLOEXEC, 3);
        check(input)?;
        OwnedFd::from_raw_fd(input)
    };
    let nowhere = File::options().read(true).write(true).open("/dev/null")?;
    for standard in 0..=2 {
        // SAFETY: descriptors.
        check(unsafe { libc::dup2(nowhere.as_raw_fd(), standard) })?;
    }
    Ok(input)
}

/// Who a program runs as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    pub user: u32,
    pub group: u32,
    /// Further groups.
    pub groups: Vec<u32>,
}

/// A program that is ready to take over a forked child; made before the fork, so that the child has little to do.
pub struct Program {
    executable: CString,
    arguments: Vec<CString>,
    environment: Vec<CString>,
}

fn c_string(text: &OsStr) -> io::Result<CString> {
    CString::new(text.as_bytes()).map_err(io::Error::from)
}

impl Program {
    /// # Errors
    /// `InvalidInput` for a NUL in any text.
    pub fn new(executable: &OsStr, arguments: &[String], environment: &[(String, String)]) -> io::Result<Self> {
        let executable = c_string(executable)?;
        let mut all = vec![executable.clone()];
        for argument in arguments {
            all.push(c_string(argument.as_ref())?);
        }
        let variables = environment.iter().map(|(name, value)| c_string(format!("{name}={value}").as_ref()));
        Ok(Self { executable, arguments: all, environment: variables.collect::<io::Result<_>>()? })
    }

    /// Turns the process into the program, with the descriptors `files` (from, to), within bounds. All other descriptors must be marked to be
    /// closed. Returns only when it fails: what was tried, and why that failed.
    pub fn exec(&self, files: &[(RawFd, RawFd)], bounds: &Bounds) -> (&'static str, io::Error) {
        let failed = |what| move |error| (what, error);
        let above = files.iter().map(|(_, to)| *to).max().unwrap_or(2) + 1;
        let rules = match bounds.rules.map(|rules| rules.above(above)).transpose() {
            Ok(rules) => rules,
            Err(error) => return ("cannot keep Landlock's rules for", error),
        };
        let tried = place(files, above)
            .map_err(failed("cannot place the descriptors of"))
            .and_then(|()| bounds.enter(rules.as_ref()))
            .and_then(|()| self.replace().map_err(failed("cannot run")));
        tried.err().unwrap_or(("cannot run", io::ErrorKind::Other.into()))
    }

    fn replace(&self) -> io::Result<()> {
        let pointers = |texts: &[CString]| -> Vec<*const libc::c_char> {
            texts.iter().map(|text| text.as_ptr()).chain([ptr::null()]).collect()
        };
        let (arguments, environment) = (pointers(&self.arguments), pointers(&self.environment));
        // SAFETY: arrays of strings that live, each ended by NULL.
        check(unsafe { libc::execve(self.executable.as_ptr(), arguments.as_ptr(), environment.as_ptr()) })
    }
}

/// Gives descriptors other numbers, (from, to), all of which are below `above`.
fn place(files: &[(RawFd, RawFd)], above: RawFd) -> io::Result<()> {
    // All are moved out of the way first: a source may stand where another is to go.
    let mut moved = Vec::with_capacity(files.len());
    for (from, _) in files {
        // SAFETY: descriptors.
        let fd = unsafe { libc::fcntl(*from, libc::F_DUPFD_CLOEXEC, above) };
        check(fd)?;
        moved.push(fd);
    }
    for (fd, (_, to)) in moved.iter().zip(files) {
        // SAFETY: descriptors.
        check(unsafe { libc::dup2(*fd, *to) })?;
    }
    Ok(())
}

/// What a process has no more of than this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resource {
    /// Bytes of a core dump.
    Core,
    /// Descriptors.
    Files,
    /// Processes and threads of its user.
    Processes,
    /// Bytes of memory that are never swapped out.
    LockedMemory,
}

/// What a program is kept in.
pub struct Bounds<'a> {
    pub umask: u32,
    pub limits: &'a [(Resource, u64)],
    /// Who it runs as; `None` for who runs this process.
    pub user: Option<&'a User>,
    /// The files that it may open.
    pub rules: Option<&'a Ruleset>,
}

impl Bounds<'_> {
    fn enter(&self, rules: Option<&Ruleset>) -> Result<(), (&'static str, io::Error)> {
        // SAFETY: a number.
        unsafe { libc::umask(self.umask) };
        for (resource, most) in self.limits {
            let (number, what) = match resource {
                Resource::Core => (libc::RLIMIT_CORE, "cannot limit core dumps of"),
                Resource::Files => (libc::RLIMIT_NOFILE, "cannot set how many files may be open in"),
                Resource::Processes => (libc::RLIMIT_NPROC, "cannot limit processes of the user of"),
                Resource::LockedMemory => (libc::RLIMIT_MEMLOCK, "cannot set how much memory may be locked in"),
            };
            let set = set_limit(number, *most).or_else(|error| match resource {
                // Who may not have more gets what there is: the program tells when that is too little.
                Resource::LockedMemory => hard_limit(number).and_then(|most| set_limit(number, most)),
                Resource::Core | Resource::Files | Resource::Processes => Err(error),
            });
            set.map_err(|error| (what, error))?;
        }
        if let Some(user) = self.user {
            user.become_it().map_err(|error| ("cannot become the user of", error))?;
        }
        give_up_privileges().map_err(|error| ("cannot give up new privileges for", error))?;
        let restricted = rules.map_or(Ok(()), Ruleset::restrict_self);
        restricted.map_err(|error| ("cannot put Landlock's rules on", error))
    }
}

fn set_limit(resource: libc::__rlimit_resource_t, most: u64) -> io::Result<()> {
    let limit = libc::rlimit { rlim_cur: most, rlim_max: most };
    // SAFETY: limits that live.
    check(unsafe { libc::setrlimit(resource, &limit) })
}

fn hard_limit(resource: libc::__rlimit_resource_t) -> io::Result<u64> {
    let mut limit = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: room for limits.
    check(unsafe { libc::getrlimit(resource, &mut limit) }).map(|()| limit.rlim_max)
}

/// This thread, and what it starts and becomes, never gets privileges by running a program.
///
/// # Errors
/// Those of prctl(2).
pub fn give_up_privileges() -> io::Result<()> {
    // SAFETY: numbers.
    check(unsafe { libc::prctl(libc::PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) })
}

impl User {
    fn become_it(&self) -> io::Result<()> {
        // SAFETY: an array with its length, and numbers.
        unsafe {
            check(libc::setgroups(self.groups.len(), self.groups.as_ptr()))?;
            check(libc::setresgid(self.group, self.group, self.group))?;
            check(libc::setresuid(self.user, self.user, self.user))
        }
    }
}

/// When a process was started, in ticks since the system was (proc(5), field 22): with the number it names a process for good.
/// `None` when there is no such process.
pub fn start_time(pid: u32) -> Option<u64> {
    let stat = fs::read(format!("/proc/{pid}/stat")).ok()?;
    // The name, in parentheses, may hold anything.
    let name_end = stat.iter().rposition(|byte| *byte == b')')?;
    let fields = std::str::from_utf8(&stat[name_end + 1..]).ok()?;
    fields.split_ascii_whitespace().nth(19)?.parse().ok()
}

/// A handle of one process, which stays that process's even when its number is used again.
pub struct Process {
    pidfd: OwnedFd,
    pub pid: u32,
}

impl Process {
    /// # Errors
    /// Those of pidfd_open(2): `ESRCH` when there is no such process.
    pub fn open(pid: u32) -> io::Result<Self> {
        // SAFETY: numbers.
        let fd = unsafe { libc::syscall(libc::SYS_pidfd_open, pid, 0) } as libc::c_int;
        check(fd)?;
        // SAFETY: a new descriptor that is nobody else's.
        Ok(Self { pidfd: unsafe { OwnedFd::from_raw_fd(fd) }, pid })
    }

    /// The process of that number that was started then, if it lives. A zombie does not, though it has number and time.
    pub fn find(pid: u32, started: u64) -> Option<Self> {
        let this = Self::open(pid).ok()?;
        (!this.has_ended() && start_time(pid) == Some(started)).then_some(this)
    }

    /// Sends a signal.
    ///
    /// # Errors
    /// Those of pidfd_send_signal(2): `ESRCH` when it has ended.
    pub fn signal(&self, signal: i32) -> io::Result<()> {
        // SAFETY: a descriptor, a number and no further information.
        check(unsafe {
            libc::syscall(
                libc::SYS_pidfd_send_signal,
                self.pidfd.as_raw_fd(),
                signal,
                ptr::null::<libc::siginfo_t>(),
                0,
            )
        } as libc::c_int)
    }

    /// Whether it has ended, reaped or not.
    pub fn has_ended(&self) -> bool {
        let mut fds = [PollFd { fd: self.pidfd.as_raw_fd(), events: libc::POLLIN, revents: 0 }];
        poll(&mut fds, Some(std::time::Duration::ZERO)).is_ok_and(|count| count > 0)
    }

    /// How a child of this process has ended, when it has; takes the zombie away. `None` also for what is no child.
    pub fn reap(&self) -> Option<ExitStatus> {
        let mut status = 0;
        // SAFETY: there is room for the status.
        let pid = unsafe { libc::waitpid(self.pid.cast_signed(), &mut status, libc::WNOHANG) };
        (pid == self.pid.cast_signed()).then(|| ExitStatus::from_raw(status))
    }
}

impl AsRawFd for Process {
    /// Readable when the process has ended.
    fn as_raw_fd(&self) -> RawFd {
        self.pidfd.as_raw_fd()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    #[test]
    fn a_zombie_is_not_found() {
        let mut child = Command::new("sleep").arg("100").spawn().unwrap();
        let started = start_time(child.id()).unwrap();
        assert!(Process::find(child.id(), started + 1).is_none());
        let process = Process::find(child.id(), started).unwrap();
        process.signal(libc::SIGKILL).unwrap();
        let mut fds = [PollFd { fd: process.as_raw_fd(), events: libc::POLLIN, revents: 0 }];
        poll(&mut fds, None).unwrap();
        assert_eq!(start_time(child.id()), Some(started));
        assert!(Process::find(child.id(), started).is_none());
        assert_eq!(process.reap().unwrap().signal(), Some(libc::SIGKILL));
        assert!(process.reap().is_none());
        let _ = child.wait();
    }

    #[test]
    fn threads_do_not_fork() {
        assert!(fork().is_err());
    }
}
