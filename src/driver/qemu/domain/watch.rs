//! Events: what changes between two looks at what is defined and what runs, whoever changed it. A program that listens has a thread that
//! looks when a folder tells of a change or a supervisor speaks; a call that changes something looks by itself, so that its events come at
//! once and once.

use std::collections::HashMap;
use std::os::fd::AsRawFd;
use std::sync::Weak;
use std::thread;
use std::time::Duration;

use parking_lot::Mutex;
use serde_json::Value;

use super::store::Stamp;
use crate::driver::qemu::Root;
use crate::durable;
use crate::error::Result;
use crate::event_hub::{DomainEvent, Event};
use crate::log;
use crate::object::Name;
use crate::supervisor::client::{self, Connection, Events};
use crate::sys::inotify::FolderWatch;
use crate::sys::poll::{PollFd, Waker, poll};
use crate::types::*;
use crate::uuid::Uuid;

/// How often folders are looked at that cannot be watched: they are not there yet, or the kernel has no watches left.
const WITHOUT_WATCH: Duration = Duration::from_millis(500);

/// A `VIR_DOMAIN_…` state and its reason.
type Condition = (virDomainState, i32);

/// What listeners were told of, while there are any.
#[derive(Default)]
pub struct Watch {
    known: Mutex<Option<HashMap<Uuid, Known>>>,
    /// Ends the thread.
    end: Mutex<Option<Waker>>,
}

#[derive(Clone)]
struct Known {
    name: Name,
    /// The file that defines it, if it is defined.
    file: Option<Stamp>,
    /// While it runs.
    run: Option<(i32, Condition)>,
}

impl Root {
    /// Called when the first listener comes, and when the last goes.
    pub fn listen(root: &Weak<Self>, anybody: bool) {
        let Some(this) = root.upgrade() else { return };
        if !anybody {
            *this.watch.known.lock() = None;
            if let Some(waker) = this.watch.end.lock().take() {
                waker.wake();
            }
            return;
        }
        *this.watch.known.lock() = Some(this.look());
        let Ok(waker) = Waker::new() else { return };
        let Ok(ended) = waker.duplicate() else { return };
        *this.watch.end.lock() = Some(waker);
        let root = Weak::clone(root);
        let thread = thread::Builder::new().name("virt-watch".to_owned());
        if let Err(error) = thread.spawn(move || Follower::default().follow(&root, &ended)) {
            log::warning("qemu", "listen", format_args!("what other processes do is not told of: {error}"));
        }
    }

    /// All machines as they are now.
    fn look(&self) -> HashMap<Uuid, Known> {
        let index = self.store.index().unwrap_or_default();
        let one = |entry: &super::Entry| Known { name: entry.name.clone(), file: Some(entry.file), run: None };
        let mut all: HashMap<Uuid, Known> = index.entries().iter().map(|entry| (entry.uuid, one(entry))).collect();
        let active = self.all_active();
        if active.is_empty() {
            return all;
        }
        let running = self.running.index().unwrap_or_default();
        // What is being started has not started.
        let started = |condition| condition != (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_STARTING_UP);
        for state in active.into_iter().filter(|state| started(state.condition)) {
            let run = Some((state.id, state.condition));
            match (all.get_mut(&state.uuid), running.by_uuid(&state.uuid)) {
                (Some(known), _) => known.run = run,
                (None, Some(entry)) => {
                    all.insert(state.uuid, Known { name: entry.name.clone(), file: None, run });
                }
                (None, None) => {}
            }
        }
        all
    }

    /// Tells of all that changed since listeners were told the last time.
    pub(super) fn tell_changes(&self) {
        let _ = self.tell_after(|| Ok(()));
    }

    /// Makes a change and tells of it as a whole.
    ///
    /// # Errors
    /// Those of `change`.
    pub fn tell_after(&self, change: impl FnOnce() -> Result<()>) -> Result<()> {
        // While this is held, the thread does not look.
        let mut known = self.watch.known.lock();
        let changed = change();
        if let Some(known) = known.as_mut() {
            self.tell_difference(known);
        }
        changed
    }

    fn tell_difference(&self, known: &mut HashMap<Uuid, Known>) {
        let now = self.look();
        for (uuid, before) in known.iter() {
            self.tell_of_one(*uuid, Some(before), now.get(uuid));
        }
        for (uuid, after) in now.iter().filter(|(uuid, _)| !known.contains_key(uuid)) {
            self.tell_of_one(*uuid, None, Some(after));
        }
        *known = now;
    }

    fn tell_of_one(&self, uuid: Uuid, before: Option<&Known>, after: Option<&Known>) {
        let Some(name) = after.or(before).map(|known| &known.name) else { return };
        let old_name = before.map_or(name, |known| &known.name);
        let id = after.and_then(|known| known.run).map_or(-1, |(id, _)| id);
        let tell = |name: &Name, id: i32, event, detail| {
            let happening = DomainEvent::Lifecycle { event, detail };
            self.events.emit(Event::domain(name.as_str(), uuid, id, happening));
        };
        match (before.and_then(|known| known.file), after.and_then(|known| known.file)) {
            (None, Some(_)) => tell(name, id, VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_ADDED),
            (Some(_), Some(_)) if old_name.as_str() != name.as_str() => {
                tell(old_name, id, VIR_DOMAIN_EVENT_UNDEFINED, VIR_DOMAIN_EVENT_UNDEFINED_RENAMED);
                tell(name, id, VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_RENAMED);
            }
            (Some(old), Some(new)) if old != new => {
                tell(name, id, VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_UPDATED);
            }
            (Some(_), Some(_)) | (None, None) => {}
            (Some(_), None) => tell(name, id, VIR_DOMAIN_EVENT_UNDEFINED, VIR_DOMAIN_EVENT_UNDEFINED_REMOVED),
        }
        let (old, new) = (before.and_then(|known| known.run), after.and_then(|known| known.run));
        match (old, new) {
            // It ended and was started again between two looks.
            (Some((old_id, condition)), Some((new_id, now))) if old_id != new_id => {
                self.steps(uuid, Some(condition), None)
                    .into_iter()
                    .for_each(|(event, detail)| tell(name, old_id, event, detail));
                self.steps(uuid, None, Some(now))
                    .into_iter()
                    .for_each(|(event, detail)| tell(name, new_id, event, detail));
            }
            _ => {
                let id = new.or(old).map_or(-1, |(id, _)| id);
                let steps = self.steps(uuid, old.map(|(_, condition)| condition), new.map(|(_, condition)| condition));
                steps.into_iter().for_each(|(event, detail)| tell(name, id, event, detail));
            }
        }
    }

    /// What is told of a machine that was so and is so now; `None`: it does not run.
    fn steps(&self, uuid: Uuid, before: Option<Condition>, now: Option<Condition>) -> Vec<(i32, i32)> {
        match (before, now) {
            (None, None) => Vec::new(),
            (Some(before), Some(now)) if before == now => Vec::new(),
            (None, Some(now)) => {
                let started = match now {
                    (VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_RESTORED) => VIR_DOMAIN_EVENT_STARTED_RESTORED,
                    (VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_MIGRATED) => VIR_DOMAIN_EVENT_STARTED_MIGRATED,
                    _ => VIR_DOMAIN_EVENT_STARTED_BOOTED,
                };
                let mut steps = vec![(VIR_DOMAIN_EVENT_STARTED, started)];
                if now.0 != VIR_DOMAIN_RUNNING {
                    steps.extend(change(now));
                }
                steps
            }
            (Some(_), None) => {
                let ended = self.published(&uuid).map_or(VIR_DOMAIN_SHUTOFF_UNKNOWN, |state| state.condition.1);
                vec![(VIR_DOMAIN_EVENT_STOPPED, stopped(ended))]
            }
            (Some(before), Some(now)) if before.0 == now.0 => Vec::new(),
            (Some(_), Some(now)) => change(now).into_iter().collect(),
        }
    }

    /// Changes one definition without telling that it was defined: what happened was something else.
    ///
    /// # Errors
    /// Those of `change`.
    pub fn quietly(&self, uuid: &Uuid, change: impl FnOnce() -> Result<()>) -> Result<()> {
        let mut known = self.watch.known.lock();
        change()?;
        let index = self.store.index().unwrap_or_default();
        if let (Some(known), Some(entry)) = (known.as_mut().and_then(|known| known.get_mut(uuid)), index.by_uuid(uuid))
        {
            (known.name, known.file) = (entry.name.clone(), Some(entry.file));
        }
        Ok(())
    }

    /// Tells of an event of QEMU's that is no step of a machine's life.
    fn tell_qmp(&self, uuid: &Uuid, name: &str, text: &str) {
        let Some(known) = self.watch.known.lock().as_ref().and_then(|known| known.get(uuid).cloned()) else { return };
        let message: Value = serde_json::from_str(text).unwrap_or_default();
        if let Some(happening) = happening(name, message.get("data").unwrap_or(&Value::Null)) {
            let id = known.run.map_or(-1, |(id, _)| id);
            self.events.emit(Event::domain(known.name.as_str(), *uuid, id, happening));
        }
    }
}

/// A change of a machine that runs on.
fn change(now: Condition) -> Option<(i32, i32)> {
    Some(match now {
        (VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_WAKEUP) => (VIR_DOMAIN_EVENT_STARTED, VIR_DOMAIN_EVENT_STARTED_WAKEUP),
        (VIR_DOMAIN_RUNNING, _) => (VIR_DOMAIN_EVENT_RESUMED, VIR_DOMAIN_EVENT_RESUMED_UNPAUSED),
        (VIR_DOMAIN_PAUSED, reason) => {
            let detail = match reason {
                VIR_DOMAIN_PAUSED_MIGRATION => VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED,
                VIR_DOMAIN_PAUSED_IOERROR => VIR_DOMAIN_EVENT_SUSPENDED_IOERROR,
                VIR_DOMAIN_PAUSED_WATCHDOG => VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG,
                VIR_DOMAIN_PAUSED_FROM_SNAPSHOT => VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT,
                _ => VIR_DOMAIN_EVENT_SUSPENDED_PAUSED,
            };
            (VIR_DOMAIN_EVENT_SUSPENDED, detail)
        }
        (VIR_DOMAIN_CRASHED, _) => (VIR_DOMAIN_EVENT_CRASHED, VIR_DOMAIN_EVENT_CRASHED_PANICKED),
        (VIR_DOMAIN_PMSUSPENDED, _) => (VIR_DOMAIN_EVENT_PMSUSPENDED, VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY),
        (VIR_DOMAIN_SHUTDOWN, _) => (VIR_DOMAIN_EVENT_SHUTDOWN, VIR_DOMAIN_EVENT_SHUTDOWN_FINISHED),
        _ => return None,
    })
}

/// How a machine stopped that is shut off for that reason.
fn stopped(reason: i32) -> i32 {
    match reason {
        VIR_DOMAIN_SHUTOFF_SHUTDOWN => VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN,
        VIR_DOMAIN_SHUTOFF_DESTROYED => VIR_DOMAIN_EVENT_STOPPED_DESTROYED,
        VIR_DOMAIN_SHUTOFF_CRASHED => VIR_DOMAIN_EVENT_STOPPED_CRASHED,
        VIR_DOMAIN_SHUTOFF_MIGRATED => VIR_DOMAIN_EVENT_STOPPED_MIGRATED,
        VIR_DOMAIN_SHUTOFF_SAVED => VIR_DOMAIN_EVENT_STOPPED_SAVED,
        VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT => VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT,
        _ => VIR_DOMAIN_EVENT_STOPPED_FAILED,
    }
}

/// What an event of QEMU's means beside a change of state.
fn happening(name: &str, data: &Value) -> Option<DomainEvent> {
    let text = |key: &str| data.get(key).and_then(Value::as_str).map(str::to_owned);
    Some(match name {
        "RESET" => DomainEvent::Reboot,
        "RTC_CHANGE" => DomainEvent::RtcChange { offset: data.get("offset")?.as_i64()? },
        "WATCHDOG" => DomainEvent::Watchdog {
            action: match text("action")?.as_str() {
                "pause" => VIR_DOMAIN_EVENT_WATCHDOG_PAUSE,
                "reset" => VIR_DOMAIN_EVENT_WATCHDOG_RESET,
                "poweroff" => VIR_DOMAIN_EVENT_WATCHDOG_POWEROFF,
                "shutdown" => VIR_DOMAIN_EVENT_WATCHDOG_SHUTDOWN,
                "debug" => VIR_DOMAIN_EVENT_WATCHDOG_DEBUG,
                "inject-nmi" => VIR_DOMAIN_EVENT_WATCHDOG_INJECTNMI,
                _ => VIR_DOMAIN_EVENT_WATCHDOG_NONE,
            },
        },
        // Bytes; libvirt tells KiB.
        "BALLOON_CHANGE" => DomainEvent::BalloonChange { actual: data.get("actual")?.as_u64()? / 1024 },
        "DEVICE_DELETED" => DomainEvent::DeviceRemoved { alias: text("device")? },
        _ => return None,
    })
}

/// The thread that looks.
#[derive(Default)]
struct Follower {
    folders: Option<FolderWatch>,
    /// Whether both folders are watched.
    watched: bool,
    supervisors: HashMap<Uuid, Events>,
}

impl Follower {
    /// Looks whenever something changes, until the last listener goes.
    fn follow(mut self, root: &Weak<Root>, ended: &Waker) {
        self.folders = FolderWatch::new().ok();
        loop {
            let Some(this) = root.upgrade() else { return };
            self.watch(&this);
            self.subscribe(&this);
            this.tell_changes();
            drop(this);
            let mut fds = vec![PollFd { fd: ended.fd(), events: libc::POLLIN, revents: 0 }];
            let folders = self.folders.as_ref().map(FolderWatch::fd);
            let others = folders.into_iter().chain(self.supervisors.values().map(AsRawFd::as_raw_fd));
            fds.extend(others.map(|fd| PollFd { fd, events: libc::POLLIN, revents: 0 }));
            let waited = poll(&mut fds, if self.watched { None } else { Some(WITHOUT_WATCH) });
            if waited.is_err() || fds[0].revents != 0 {
                return;
            }
            if let Some(folders) = &self.folders {
                folders.clear();
            }
            let Some(this) = root.upgrade() else { return };
            self.hear(&this);
        }
    }

    fn watch(&mut self, root: &Root) {
        let both = [&root.layout.configuration, &root.layout.run];
        if self.watched && both.iter().all(|folder| folder.exists()) {
            return;
        }
        let Some(watch) = &self.folders else { return };
        // Folders that are made when they are needed can be watched from the beginning.
        both.iter().for_each(|folder| drop(durable::make_folder(folder, super::store::FOLDER_MODE)));
        self.watched = both.iter().all(|folder| watch.add(folder).is_ok());
    }

    /// Listens to the supervisors of machines that were started since.
    fn subscribe(&mut self, root: &Root) {
        for state in root.all_active() {
            if self.supervisors.contains_key(&state.uuid) {
                continue;
            }
            let opened = Connection::open(&root.places(&state.uuid).socket);
            if let Ok(events) = opened.and_then(|supervisor| supervisor.subscribe()) {
                self.supervisors.insert(state.uuid, events);
            }
        }
    }

    /// Takes what supervisors said. Changes of state are looked for afterwards.
    fn hear(&mut self, root: &Root) {
        self.supervisors.retain(|uuid, events| {
            loop {
                match events.next(Duration::ZERO) {
                    Ok(Some(client::Event::Qmp { name, text })) => root.tell_qmp(uuid, &name, &text),
                    Ok(Some(client::Event::State { .. })) => root.tell_changes(),
                    Ok(Some(client::Event::Lost(_))) => {}
                    Ok(None) => return true,
                    Err(_) => return false,
                }
            }
        });
    }
}
