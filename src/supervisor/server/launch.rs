//! How QEMU is started: what its process gets, in which order.

use std::fs::File;
use std::io::Write;
use std::os::fd::{AsRawFd, OwnedFd};

use crate::supervisor::machine_log;
use crate::supervisor::message::Failure;
use crate::supervisor::slots::Slot;
use crate::supervisor::start::{FIRST_FILE, MONITOR_FILE, Request};
use crate::sys::process::{self, Bounds, Fork, Process, Program};

/// As libvirt has it: new files are not for others.
const UMASK: u32 = 0o002;

/// Forks QEMU, which listens for its monitor's connections on `listener`.
///
/// # Errors
/// [`Failure::System`] when there is no process; a program that cannot be run says so in the log and ends with status 127.
pub fn launch(
    request: &Request,
    slot: &Slot,
    listener: &OwnedFd,
    files: &[OwnedFd],
    log: &File,
) -> Result<Process, Failure> {
    let failed = |what: &str| {
        let what = format!("{what} '{}'", request.executable.display());
        move |error| Failure::system(what, &error)
    };
    let program = Program::new(request.executable.as_os_str(), &request.arguments, &request.environment)
        .map_err(failed("cannot run"))?;
    let rules = request.confinement.ruleset()?;
    let bounds = Bounds {
        umask: UMASK,
        limits: &request.confinement.limits,
        user: request.confinement.user.as_ref(),
        rules: rules.as_ref(),
    };
    let nothing = File::open("/dev/null").map_err(failed("no standard input for"))?;
    let mut table = vec![
        (nothing.as_raw_fd(), 0),
        (log.as_raw_fd(), 1),
        (log.as_raw_fd(), 2),
        (listener.as_raw_fd(), MONITOR_FILE),
    ];
    table.extend(files.iter().zip(FIRST_FILE..).map(|(file, number)| (file.as_raw_fd(), number)));
    match process::fork().map_err(failed("cannot fork for"))? {
        Fork::Parent { child } => Process::open(child).map_err(failed("lost sight of")),
        Fork::Child => {
            // First of all, so that a process that will be QEMU is known whatever happens to its supervisor.
            let pid = std::process::id();
            let known = process::start_time(pid).is_some_and(|started| slot.set_process(pid, started));
            if !known {
                process::exit_now(126);
            }
            let (what, error) = program.exec(&table, &bounds);
            let line = machine_log::line(&format!("{what} '{}': {error}", request.executable.display()));
            // The log; by its own number it may be something else by now.
            let _ = std::io::stderr().write_all(line.as_bytes());
            process::exit_now(127)
        }
    }
}
