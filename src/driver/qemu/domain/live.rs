//! Machines that run: what is published of them, their supervisors, and how one is started.

use std::fs::File;
use std::io::{Read, Seek, Write};
use std::os::fd::OwnedFd;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use super::setup;
use super::store::{FILE_MODE, FOLDER_MODE, Stamp};
use super::*;
use crate::driver::qemu::{Root, definition, monitor};
use crate::durable::{self, PassingLock};
use crate::supervisor::Failure;
use crate::supervisor::client::{self, Attach, Connection, Places, Request, Start};
use crate::supervisor::confine::Confinement;
use crate::supervisor::lifecycle::{self, Actions};
use crate::supervisor::seen::Seen;
use crate::supervisor::slots::{Owner, Slots, State};
use crate::uuid::Uuid;
use crate::xml::domain::clock::Offset;
use crate::xml::domain::device::disk::Tray;
use crate::xml::domain::{Action, CrashAction};

/// How long a machine may take to start, the reservation of its memory included.
const START: Duration = Duration::from_secs(300);
/// How long a new supervisor may take to find a machine whose own has died.
const ATTACH: Duration = Duration::from_secs(20);
/// How long QEMU may take to answer a command.
pub(super) const ANSWER: Duration = Duration::from_secs(30);

/// A machine that runs.
#[derive(Clone)]
pub struct Live {
    pub state: State,
    /// As it runs.
    pub definition: Arc<Definition>,
    /// As it stands in its file: without what QEMU has said since.
    pub stored: Arc<Definition>,
    /// The file in which that stands.
    pub document: Stamp,
}

/// How a machine is to be started.
#[derive(Default)]
pub struct Launch {
    pub executable: PathBuf,
    pub arguments: Vec<String>,
    /// Variables that the machine wants, beside those that every one has.
    pub environment: Vec<(String, String)>,
    /// QEMU finds them from number `FIRST_FILE` on.
    pub files: Vec<OwnedFd>,
    /// What QEMU calls files in its messages, and their paths.
    pub names: Vec<(String, String)>,
    pub confinement: Confinement,
    pub paused: bool,
    /// It goes on from what comes from there.
    pub incoming: Option<String>,
    /// The machine is not to run before its threads are where they are to be.
    pub held: bool,
    /// The machine ends with the connection that started it.
    pub bound: bool,
}

impl Root {
    /// What is published of all machines; `None` when none was ever started here.
    pub(super) fn slots(&self) -> Option<&Slots> {
        let file = self.slots_file();
        if self.slots.get().is_none() && !file.exists() {
            return None;
        }
        self.slots.get_or_try_init(|| Slots::open(&file)).ok()
    }

    fn slots_file(&self) -> PathBuf {
        self.layout.run.join("states")
    }

    pub(super) fn places(&self, uuid: &Uuid) -> Places {
        let run = &self.layout.run;
        Places {
            slots: self.slots_file(),
            run_folder: run.clone(),
            socket: run.join(format!("{uuid}.sock")),
            monitor: run.join(format!("{uuid}.qmp")),
            dump_prefix: self.layout.lib.join("dump").join(uuid.to_string()),
        }
    }

    fn log_of(&self, name: &str) -> PathBuf {
        self.layout.log.join(format!("{name}.log"))
    }

    /// What is published of a machine, and true: where its supervisor has died, a new one has looked. `None` when nothing was since the
    /// host was started.
    pub(super) fn published(&self, uuid: &Uuid) -> Option<State> {
        let state = self.slots()?.read(uuid)?;
        if state.owner != Owner::Died || !state.is_active() {
            return Some(state);
        }
        let name = self.running.index().ok().and_then(|index| Some(index.by_uuid(uuid)?.name.as_str().to_owned()));
        let name = name.unwrap_or_else(|| uuid.to_string());
        let request = Attach { uuid: *uuid, places: self.places(uuid), ..Attach::default() };
        // Whatever comes of it, the slot tells the truth afterwards.
        if let Ok(program) = client::program() {
            let _ = client::attach(&program, &name, &self.log_of(&name), request, ATTACH);
        }
        self.slots()?.read(uuid)
    }

    /// What is published of a machine that runs.
    pub(super) fn active(&self, uuid: &Uuid) -> Option<State> {
        self.published(uuid).filter(State::is_active)
    }

    /// All machines that run.
    pub(super) fn all_active(&self) -> Vec<State> {
        let listed = self.slots().map(Slots::list).unwrap_or_default();
        let verified = listed.into_iter().filter_map(|state| match state.owner {
            Owner::Died => self.active(&state.uuid),
            Owner::Alive(_) | Owner::None => Some(state),
        });
        verified.collect()
    }

    /// A machine that runs.
    ///
    /// # Errors
    /// What is wrong with its document.
    pub(super) fn live(&self, uuid: &Uuid) -> Result<Option<Live>> {
        let Some(state) = self.active(uuid) else { return Ok(None) };
        let index = self.running.index()?;
        let Some(entry) = index.by_uuid(uuid) else { return Ok(None) };
        let Some(stored) = self.running.definition(entry)? else { return Ok(None) };
        let definition = if state.learned { self.with_seen(uuid, &stored) } else { Arc::clone(&stored) };
        Ok(Some(Live { state, definition, stored, document: entry.file }))
    }

    /// A machine's document with what QEMU has said since it was started.
    fn with_seen(&self, uuid: &Uuid, stored: &Definition) -> Arc<Definition> {
        let mut definition = stored.clone();
        let seen = Seen::of(&self.layout.run, uuid);
        if let Some(bytes) = seen.balloon() {
            definition.current_memory.size.kib = bytes / 1024;
        }
        if let (Some(seconds), Offset::Variable(variable)) = (seen.rtc(), &mut definition.clock.offset) {
            // QEMU counts from where the clock was at the start.
            variable.adjustment += seconds;
        }
        for (device, is_open) in seen.trays() {
            if let Some(disk) = watch::disk_of(&mut definition, device) {
                disk.target.tray = if is_open { Tray::Open } else { Tray::Closed };
            }
        }
        Arc::new(definition)
    }

    /// Writes what a machine that runs is now.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` with the file and the reason.
    pub(super) fn replace_running(&self, definition: &Definition) -> Result<()> {
        durable::replace(&self.running.file_of(&definition.name), definition::running(definition).as_bytes(), FILE_MODE)
    }

    /// A connection to the supervisor of a machine that runs.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_INVALID` when it does not.
    pub fn supervisor(&self, domain: &Domain) -> Result<Connection> {
        let socket = self.places(&domain.uuid).socket;
        let until = Instant::now() + ATTACH;
        loop {
            self.active(&domain.uuid).ok_or_else(not_running)?;
            match Connection::open(&socket) {
                // It died just now, and the kernel is about to say so.
                Err(Failure::SupervisorDied) if Instant::now() < until => thread::sleep(Duration::from_millis(1)),
                opened => return opened.map_err(|failure| failure.into_error(domain.name())),
            }
        }
    }

    /// Starts a machine; it runs when this returns, or is ready to. Its document is there before it is.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_INVALID` when it runs already; what kept QEMU from running, in its own words.
    pub(super) fn launch(&self, definition: &Definition, launch: Launch) -> Result<(State, Connection)> {
        let uuid = definition.uuid.unwrap_or_default();
        let name = definition.name.as_str();
        let layout = &self.layout;
        for folder in [&layout.run, &layout.lib, &layout.log, &layout.lib.join("dump")] {
            durable::make_folder(folder, FOLDER_MODE)?;
        }
        let program = client::program().map_err(|failure| failure.into_error(name))?;
        // Who starts the same machine meanwhile must not replace its document.
        let _starting = PassingLock::acquire(&layout.run.join(format!("{uuid}.start")), FOLDER_MODE)?;
        if self.active(&uuid).is_some() {
            return Err(Failure::Running { supervisor: None }.into_error(name));
        }
        let id = self.next_id()?;
        let file = self.running.file_of(name);
        self.replace_running(&Definition { id: u32::try_from(id).ok(), ..definition.clone() })?;
        let log = self.log_of(name);
        let arguments = launch.arguments.clone();
        let start = Start {
            program,
            name: name.to_owned(),
            log: log.clone(),
            request: Request {
                uuid,
                id,
                places: self.places(&uuid),
                executable: launch.executable,
                arguments: launch.arguments,
                environment: environment(launch.environment),
                confinement: launch.confinement,
                actions: actions(definition),
                setup: commands(definition, launch.incoming.as_deref()),
                paused: launch.paused || launch.held,
                reason: match launch.held && !launch.paused {
                    true => VIR_DOMAIN_PAUSED_STARTING_UP,
                    false => reason(launch.paused, launch.incoming.is_some()),
                },
                incoming: launch.incoming.is_some(),
                bound: launch.bound,
                deadline: 0,
            },
            files: launch.files,
            deadline: START,
        };
        let started = client::start(start).map_err(|failure| {
            let _ = durable::remove(&file);
            match failure.map_text(|text| with_paths(text, &launch.names)) {
                Failure::Exited { how, output } => {
                    let (root, arguments, log) = (self, arguments.as_slice(), log.as_path());
                    fault::Failed { root, definition, arguments, how: &how, output: &output, log }.into_error()
                }
                failure => failure.into_error(name),
            }
        })?;
        let state = self.published(&uuid).ok_or_else(not_running)?;
        Ok((state, started.connection))
    }

    /// The name of the machine that a process of QEMU's is, if it is one.
    pub(super) fn name_of_process(&self, process: u32) -> Option<String> {
        let states = self.slots().map(Slots::list).unwrap_or_default();
        let uuid = states.into_iter().find(|state| state.process.is_some_and(|(pid, _)| pid == process))?.uuid;
        Some(self.running.index().ok()?.by_uuid(&uuid)?.name.as_str().to_owned())
    }

    /// The next number of a machine that runs. They are counted while the host is up.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` when the file with the last one cannot be read or written.
    fn next_id(&self) -> Result<i32> {
        let path = self.layout.run.join("last-id");
        let count = || {
            let mut file = File::options().read(true).write(true).create(true).truncate(false).open(&path)?;
            file.lock()?;
            let mut text = String::new();
            file.read_to_string(&mut text)?;
            let next = text.trim().parse::<i32>().unwrap_or(0).saturating_add(1);
            file.rewind()?;
            file.set_len(0)?;
            file.write_all(next.to_string().as_bytes())?;
            Ok(next)
        };
        count().map_err(|error| Error::system(&error, format!("cannot count machines in '{}'", path.display())))
    }
}

/// A message of QEMU's with the paths of files that it knows by other names.
fn with_paths(text: String, names: &[(String, String)]) -> String {
    // From the last on: the first may be the beginning of another's.
    names.iter().rev().fold(text, |text, (name, path)| text.replace(name.as_str(), path))
}

/// What QEMU sees of the environment, and what is its machine's own.
fn environment(own: Vec<(String, String)>) -> Vec<(String, String)> {
    let kept = ["PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "XDG_RUNTIME_DIR"];
    let kept = kept.iter().filter_map(|name| Some((name.to_string(), std::env::var(name).ok()?)));
    let mut all: Vec<_> = std::iter::once(("LC_ALL".to_owned(), "C".to_owned())).chain(kept).collect();
    all.retain(|(name, _)| own.iter().all(|(other, _)| other != name));
    all.extend(own);
    all
}

/// Why a machine is paused, or runs, once it has started.
pub(super) fn reason(paused: bool, goes_on: bool) -> i32 {
    match (paused, goes_on) {
        (true, true) => VIR_DOMAIN_PAUSED_MIGRATION,
        (true, false) => VIR_DOMAIN_PAUSED_USER,
        (false, true) => VIR_DOMAIN_RUNNING_RESTORED,
        (false, false) => VIR_DOMAIN_RUNNING_BOOTED,
    }
}

/// What QEMU is told before the machine runs.
fn commands(definition: &Definition, incoming: Option<&str>) -> Vec<String> {
    let mut commands = setup::commands(definition);
    if let Some(uri) = incoming {
        // So that the end of it is told.
        let events = json!({ "capabilities": [{ "capability": "events", "state": true }] });
        commands.push(monitor::text("migrate-set-capabilities", events));
        commands.push(monitor::text("migrate-incoming", json!({ "uri": uri })));
    }
    commands
}

/// What the supervisor does by itself.
pub(super) fn actions(definition: &Definition) -> Actions {
    let action = |action| match action {
        Action::Destroy => lifecycle::Action::Destroy,
        Action::Restart => lifecycle::Action::Restart,
        Action::RenameRestart => lifecycle::Action::RenameRestart,
        Action::Preserve => lifecycle::Action::Preserve,
    };
    Actions {
        on_poweroff: action(definition.on_poweroff),
        on_reboot: action(definition.on_reboot.unwrap_or(Action::Restart)),
        on_crash: match definition.on_crash {
            CrashAction::Destroy => lifecycle::CrashAction::Destroy,
            CrashAction::Restart => lifecycle::CrashAction::Restart,
            CrashAction::RenameRestart => lifecycle::CrashAction::RenameRestart,
            CrashAction::Preserve => lifecycle::CrashAction::Preserve,
            CrashAction::CoredumpDestroy => lifecycle::CrashAction::CoredumpDestroy,
            CrashAction::CoredumpRestart => lifecycle::CrashAction::CoredumpRestart,
            CrashAction::PreserveRunning => lifecycle::CrashAction::PreserveRunning,
        },
    }
}
