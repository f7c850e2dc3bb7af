//! Events: what happens to the machines of a root, whoever does it. All that this library and its supervisors do is in the journal of the
//! root; who listens reads on from there (`follow`). Definitions that others change are seen as differences between two looks at them. A
//! call that does something reads the journal itself, so that its events come at once and once.

mod follow;
mod qmp;
mod record;

use std::collections::HashMap;
use std::fs;
use std::sync::Weak;
use std::thread;

use parking_lot::Mutex;

use super::store::{FOLDER_MODE, Stamp};
use crate::driver::qemu::Root;
use crate::durable;
use crate::error::Result;
use crate::event_hub::{DomainEvent, DomainSubject, Event};
use crate::log;
use crate::object::Name;
use crate::supervisor::journal::{self, Journal, Reader, Record};
use crate::sys::poll::Waker;
use crate::types::*;
use crate::uuid::Uuid;
pub use qmp::disk_of;
pub use record::Happening;

/// What listeners were told of, while there are any.
pub struct Watch {
    journal: Mutex<Journal>,
    listening: Mutex<Option<Listening>>,
    /// Ends the thread.
    end: Mutex<Option<Waker>>,
}

struct Listening {
    reader: Reader,
    known: HashMap<Uuid, Known>,
}

/// A machine that is defined, as listeners know it.
#[derive(Clone)]
struct Known {
    name: Name,
    file: Stamp,
    /// Somebody is changing it, and will say what that was.
    changing: bool,
}

impl Watch {
    pub fn new(run: &std::path::Path) -> Self {
        Self { journal: Mutex::new(Journal::of(run)), listening: Mutex::default(), end: Mutex::default() }
    }
}

impl Root {
    /// Called when the first listener comes, and when the last goes.
    pub fn listen(root: &Weak<Self>, anybody: bool) {
        let Some(this) = root.upgrade() else { return };
        if !anybody {
            *this.watch.listening.lock() = None;
            if let Some(waker) = this.watch.end.lock().take() {
                waker.wake();
            }
            return;
        }
        // Others write only where there is a folder. Then in this order: what is defined meanwhile is in the journal.
        let made = durable::make_folder(&journal::folder(&this.layout.run), FOLDER_MODE);
        if let Err(error) = made {
            log::warning("qemu", "listen", format_args!("what other processes do is told late: {error}"));
        }
        let reader = Reader::from_now(&this.layout.run);
        *this.watch.listening.lock() = Some(Listening { reader, known: this.look() });
        let Ok(waker) = Waker::new() else { return };
        let Ok(ended) = waker.duplicate() else { return };
        *this.watch.end.lock() = Some(waker);
        let root = Weak::clone(root);
        let thread = thread::Builder::new().name("virt-watch".to_owned());
        if let Err(error) = thread.spawn(move || follow::follow(&root, &ended)) {
            log::warning("qemu", "listen", format_args!("what other processes do is not told of: {error}"));
        }
    }

    /// All machines that are defined now.
    fn look(&self) -> HashMap<Uuid, Known> {
        let index = self.store.index().unwrap_or_default();
        let one = |entry: &super::Entry| Known { name: entry.name.clone(), file: entry.file, changing: false };
        index.entries().iter().map(|entry| (entry.uuid, one(entry))).collect()
    }

    /// Changes a definition, and tells of it. The caller holds the store's lock, so that records come in the order of the changes.
    ///
    /// # Errors
    /// Those of `change`.
    pub fn tell_after(
        &self,
        (name, uuid, id): (&str, Uuid, i32),
        what: Happening,
        change: impl FnOnce() -> Result<()>,
    ) -> Result<()> {
        // What is half done looks like a definition that was changed.
        let announced = matches!(what, Happening::Changed | Happening::Renamed { .. });
        if announced {
            self.note((name, uuid, id), &Happening::Changing);
        }
        let changed = change();
        match changed {
            Ok(()) => self.tell((name, uuid, id), &what),
            Err(_) if announced => self.tell((name, uuid, id), &Happening::Changed),
            Err(_) => {}
        }
        changed
    }

    /// Tells of something that happened to a machine: its name then, its UUID, its number or -1.
    pub fn tell(&self, machine: (&str, Uuid, i32), what: &Happening) {
        self.note(machine, what);
        self.hear();
    }

    fn note(&self, (name, uuid, id): (&str, Uuid, i32), what: &Happening) {
        let named = what.new_name().unwrap_or(name);
        let file = fs::metadata(self.store.file_of(named)).ok().map(|metadata| Stamp::of(&metadata));
        let content = what.content(file);
        let written = self.watch.journal.lock().append(&Record { uuid, id, name: name.to_owned(), content });
        // Where nothing has run and nobody has listened yet there is nothing to write to.
        if let Err(error) = written.or_else(|error| if self.layout.run.exists() { Err(error) } else { Ok(()) }) {
            log::warning("qemu", "note", format_args!("an event of '{name}' cannot be told: {error}"));
        }
    }

    /// Tells listeners of this process what is in the journal.
    pub(super) fn hear(&self) {
        if let Some(listening) = self.watch.listening.lock().as_mut() {
            self.hear_as(listening);
        }
    }

    /// Whether a definition was changed.
    fn hear_as(&self, listening: &mut Listening) -> bool {
        let mut defined = false;
        for record in listening.reader.read() {
            let known = &mut listening.known;
            match Happening::parse(&record.content) {
                Some((what, file)) => {
                    defined |= file.is_some() || matches!(what, Happening::Undefined | Happening::Changing);
                    self.hear_of(known, &record, &what, file);
                }
                None => self.hear_qmp(&record),
            }
        }
        defined
    }

    /// Tells of something unless that was seen before it was heard of.
    fn hear_of(&self, known: &mut HashMap<Uuid, Known>, record: &Record, what: &Happening, file: Option<Stamp>) {
        let uuid = record.uuid;
        let before = known.get(&uuid);
        let is_news = match what {
            Happening::Defined { .. } | Happening::Renamed { .. } => before.map(|known| known.file) != file,
            Happening::Undefined => before.is_some(),
            Happening::Lifecycle { .. } | Happening::Metadata { .. } => true,
            Happening::Changing | Happening::Changed => false,
        };
        match (what, file) {
            (Happening::Changing, _) => {
                if let Some(known) = known.get_mut(&uuid) {
                    known.changing = true;
                }
            }
            (Happening::Undefined, _) => drop(known.remove(&uuid)),
            (Happening::Defined { .. } | Happening::Renamed { .. } | Happening::Changed, Some(file)) => {
                let name = Name::new(what.new_name().unwrap_or(&record.name));
                known.insert(uuid, Known { name, file, changing: false });
            }
            _ => {}
        }
        if is_news {
            what.events(record).into_iter().for_each(|(name, event)| self.emit_as(&name, record, event));
        }
    }

    fn hear_qmp(&self, record: &Record) {
        let Some(message) = qmp::Message::parse(&record.content) else { return };
        let Record { uuid, id, name, .. } = record;
        let subject = DomainSubject { name: name.clone(), uuid: *uuid, id: *id };
        // What a device is called stands in the document as the machine was started.
        let machine =
            || self.running.index().ok()?.by_uuid(uuid).and_then(|entry| self.running.definition(entry).ok()?);
        let events = message.events(machine);
        self.events.emit(Event::Monitor(subject, message.monitor()));
        events.into_iter().for_each(|event| self.emit_as(name, record, event));
    }

    fn emit_as(&self, name: &str, record: &Record, event: DomainEvent) {
        self.events.emit(Event::domain(name, record.uuid, record.id, event));
    }

    /// Tells of definitions that others have changed, who write no journal.
    fn see(&self) {
        let mut listening = self.watch.listening.lock();
        let Some(listening) = listening.as_mut() else { return };
        let now = loop {
            let now = self.look();
            // What was changed while it was looked at may be in neither or in both.
            if !self.hear_as(listening) {
                break now;
            }
        };
        let known = &mut listening.known;
        let gone: Vec<Uuid> = known.keys().filter(|uuid| !now.contains_key(uuid)).copied().collect();
        for uuid in gone {
            if let Some(before) = known.remove(&uuid) {
                self.tell_definition(
                    uuid,
                    &before.name,
                    VIR_DOMAIN_EVENT_UNDEFINED,
                    VIR_DOMAIN_EVENT_UNDEFINED_REMOVED,
                );
            }
        }
        for (uuid, after) in now {
            let name = after.name.clone();
            let tell = |name, event, detail| self.tell_definition(uuid, name, event, detail);
            match known.get(&uuid) {
                None => tell(&name, VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_ADDED),
                Some(before) if before.changing || before.file == after.file => continue,
                Some(before) if before.name.as_str() != name.as_str() => {
                    tell(&before.name, VIR_DOMAIN_EVENT_UNDEFINED, VIR_DOMAIN_EVENT_UNDEFINED_RENAMED);
                    tell(&name, VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_RENAMED);
                }
                Some(_) => tell(&name, VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_UPDATED),
            }
            known.insert(uuid, after);
        }
    }

    fn tell_definition(&self, uuid: Uuid, name: &Name, event: i32, detail: i32) {
        let id = self.slots().and_then(|slots| slots.read(&uuid)).filter(|state| state.is_active());
        let happening = DomainEvent::Lifecycle { event, detail };
        self.events.emit(Event::domain(name.as_str(), uuid, id.map_or(-1, |state| state.id), happening));
    }
}
