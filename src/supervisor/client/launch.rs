//! Starting `virt-supervisor`, for a new machine or for one whose supervisor has died. The host program is not forked: std spawns
//! without one, because nothing is done between fork and exec. Whatever needs preparation is done in the supervisor.

use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::os::fd::{AsRawFd, OwnedFd, RawFd};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, io};

use super::{Attach, Connection, Failure, GRACE, Request, Result, milliseconds, started};
use crate::supervisor::machine_log;
use crate::supervisor::message::{self, Kind, Message};
use crate::sys::{self, socket};

/// A start of a machine.
pub struct Start {
    /// `virt-supervisor`, see [`program`].
    pub program: PathBuf,
    /// The domain's name, for people who list processes.
    pub name: String,
    /// Where QEMU's standard error goes, appended; the folder must exist.
    pub log: PathBuf,
    pub request: Request,
    /// Files for QEMU, which finds them from number `FIRST_FILE` on in their order.
    pub files: Vec<OwnedFd>,
    /// How long it may take until the machine runs.
    pub deadline: Duration,
}

/// A machine that runs.
pub struct Running {
    pub connection: Connection,
    pub id: i32,
    /// QEMU's process.
    pub pid: u32,
}

/// Where `virt-supervisor` is: in `$SOLOVIRT_LIBEXECDIR`, else in the `libexec` beside the folder of this library.
///
/// # Errors
/// [`Failure::System`] that says where it was looked for.
pub fn program() -> Result<PathBuf> {
    const NAME: &str = "virt-supervisor";
    let mut places = Vec::new();
    match env::var_os("SOLOVIRT_LIBEXECDIR").filter(|folder| !folder.is_empty()) {
        Some(folder) => places.push(Path::new(&folder).join(NAME)),
        None => {
            let library = sys::own_file().and_then(|file| fs::canonicalize(file).ok());
            // PREFIX/lib/libvirt.so.0, or PREFIX/lib/ARCHITECTURE/libvirt.so.0.
            let folders = library.iter().flat_map(|file| file.ancestors().skip(2).take(2));
            places.extend(folders.map(|folder| folder.join("libexec").join(NAME)));
        }
    }
    match places.iter().find(|place| place.is_file()) {
        Some(place) => Ok(place.clone()),
        None => {
            let tried = places.iter().map(|place| format!("'{}'", place.display())).collect::<Vec<_>>().join(", ");
            let what =
                format!("cannot find {NAME} at {tried}: install it there, or set SOLOVIRT_LIBEXECDIR to its folder");
            Err(Failure::System { what, errno: libc::ENOENT })
        }
    }
}

/// Starts a machine and returns when it runs, or is ready to if it is to be paused.
///
/// # Errors
/// [`Failure::Running`], [`Failure::Exited`] with what QEMU has printed, [`Failure::Setup`], [`Failure::Timeout`],
/// [`Failure::System`]. The machine does not run then.
pub fn start(start: Start) -> Result<Running> {
    let Start { program, name, log, mut request, files, deadline } = start;
    request.deadline = milliseconds(deadline);
    if files.len() > socket::MAX_FILES - 2 {
        let why = format!("QEMU cannot be given more than {} files, but {} are", socket::MAX_FILES - 2, files.len());
        return Err(Failure::Invalid { why });
    }
    let failed = |error: io::Error| Failure::system(format!("cannot write log '{}'", log.display()), &error);
    let mut file = machine_log::open(&log).map_err(failed)?;
    file.write_all(machine_log::header(&request).as_bytes()).map_err(failed)?;
    let written = file.seek(SeekFrom::End(0)).map_err(failed)?;

    let descriptors: Vec<RawFd> = [file.as_raw_fd()].into_iter().chain(files.iter().map(AsRawFd::as_raw_fd)).collect();
    let content = request.encode();
    match call(&program, &name, Kind::Start, &content, &descriptors, deadline) {
        Err(Failure::Exited { how, .. }) => {
            Err(Failure::Exited { how, output: machine_log::last_words(&file, written) })
        }
        Err(Failure::SupervisorDied) => {
            // It may have left a QEMU that is half started; the next one ends it.
            let attach_to = Attach { uuid: request.uuid, places: request.places, deadline: request.deadline };
            match attach(&program, &name, &log, attach_to, deadline) {
                // It was whole already.
                Ok(running) => Ok(running),
                Err(Failure::NotRunning) => Err(Failure::SupervisorDied),
                Err(failure) => Err(failure),
            }
        }
        result => result,
    }
}

/// Finds the machine of a supervisor that died, with a new one: the connection to it, or [`Failure::NotRunning`] when the machine has ended.
/// In both cases the slot tells the truth afterwards.
///
/// # Errors
/// [`Failure::Running`] when another process was faster: connect to what listens then, after a moment; [`Failure::System`].
pub fn attach(program: &Path, name: &str, log: &Path, mut request: Attach, deadline: Duration) -> Result<Running> {
    request.deadline = milliseconds(deadline);
    let failed = |error: io::Error| Failure::system(format!("cannot write log '{}'", log.display()), &error);
    let file = machine_log::open(log).map_err(failed)?;
    call(program, name, Kind::Attach, &request.encode(), &[file.as_raw_fd()], deadline)
}

/// Spawns a supervisor, sends it its first request and waits for the answer.
fn call(
    program: &Path,
    name: &str,
    kind: Kind,
    content: &[u8],
    files: &[RawFd],
    deadline: Duration,
) -> Result<Running> {
    let until = Instant::now() + deadline + GRACE;
    let failed = |error: io::Error| Failure::system(format!("cannot run '{}'", program.display()), &error);
    let (ours, theirs) = socket::pair().map_err(failed)?;
    // The command holds their end: it must go, or their death would not be the end of what we read. Nothing of this program's
    // environment concerns the supervisor.
    let spawned = Command::new(program)
        .arg(name)
        .env_clear()
        .stdin(Stdio::from(theirs))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let mut child = spawned.map_err(failed)?;
    let sent = message::send(&ours, kind, 0, content, files, true);
    // The process that was spawned has forked the one that stays. The host may have reaped it itself.
    let _ = child.wait();
    sent.map_err(|error| super::lost(&error))?;
    let left = until.saturating_duration_since(Instant::now());
    if !socket::readable(&ours, Some(left)).map_err(failed)? {
        return Err(Failure::Timeout { waited_for: "the supervisor".into() });
    }
    let answer: Message = match message::receive(&ours) {
        Ok(Some(answer)) => answer,
        Ok(None) => return Err(Failure::SupervisorDied),
        Err(error) => return Err(super::lost(&error)),
    };
    let (id, pid) = started(&answer)?;
    Ok(Running { connection: Connection::new(ours), id, pid })
}
