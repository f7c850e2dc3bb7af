//! Events of definitions: what changes between two looks at the index, whoever changed it. A program that listens has a thread that looks
//! when the folder tells of a change; a call that changes something looks by itself, so that its events come at once and once.

use std::collections::HashMap;
use std::sync::Weak;
use std::thread;
use std::time::Duration;

use parking_lot::Mutex;

use super::store::Stamp;
use crate::driver::qemu::Root;
use crate::durable;
use crate::error::Result;
use crate::event_hub::{DomainEvent, Event};
use crate::log;
use crate::object::Name;
use crate::sys::inotify::FolderWatch;
use crate::sys::poll::{PollFd, Waker, poll};
use crate::types::*;
use crate::uuid::Uuid;

/// How often a folder is looked at that cannot be watched: it is not there yet, or the kernel has no watches left.
const WITHOUT_WATCH: Duration = Duration::from_millis(500);

/// What listeners were told of, while there are any.
#[derive(Default)]
pub struct Watch {
    known: Mutex<Option<HashMap<Uuid, Known>>>,
    /// Ends the thread.
    end: Mutex<Option<Waker>>,
}

struct Known {
    name: Name,
    file: Stamp,
}

/// A step of a domain's life.
fn lifecycle(name: &str, uuid: Uuid, event: i32, detail: i32) -> Event {
    Event::domain(name, uuid, -1, DomainEvent::Lifecycle { event, detail })
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
        *this.watch.known.lock() = Some(this.defined());
        let Ok(waker) = Waker::new() else { return };
        let Ok(ended) = waker.duplicate() else { return };
        *this.watch.end.lock() = Some(waker);
        let root = Weak::clone(root);
        let thread = thread::Builder::new().name("virt-watch".to_owned());
        if let Err(error) = thread.spawn(move || follow(&root, &ended)) {
            log::warning("qemu", "listen", format_args!("definitions of other processes are not told of: {error}"));
        }
    }

    fn defined(&self) -> HashMap<Uuid, Known> {
        let index = self.store.index().unwrap_or_default();
        let known =
            index.entries().iter().map(|entry| (entry.uuid, Known { name: entry.name.clone(), file: entry.file }));
        known.collect()
    }

    /// Tells of what was defined, changed and undefined since listeners were told the last time.
    fn tell_changes(&self) {
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
        let mut now = self.defined();
        for (uuid, Known { name, file }) in known.iter() {
            match now.get(uuid) {
                None => self.tell(name, *uuid, VIR_DOMAIN_EVENT_UNDEFINED, VIR_DOMAIN_EVENT_UNDEFINED_REMOVED),
                Some(later) if later.name.as_str() != name.as_str() => {
                    self.tell(name, *uuid, VIR_DOMAIN_EVENT_UNDEFINED, VIR_DOMAIN_EVENT_UNDEFINED_RENAMED);
                    self.tell(&later.name, *uuid, VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_RENAMED);
                }
                Some(later) if later.file != *file => {
                    self.tell(name, *uuid, VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_UPDATED);
                }
                Some(_) => {}
            }
        }
        for (uuid, Known { name, .. }) in now.iter().filter(|(uuid, _)| !known.contains_key(uuid)) {
            self.tell(name, *uuid, VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_ADDED);
        }
        std::mem::swap(known, &mut now);
    }

    fn tell(&self, name: &Name, uuid: Uuid, event: i32, detail: i32) {
        self.events.emit(lifecycle(name.as_str(), uuid, event, detail));
    }

    /// Changes one definition without telling that it was defined: what happened was something else.
    ///
    /// # Errors
    /// Those of `change`.
    pub fn quietly(&self, uuid: &Uuid, change: impl FnOnce() -> Result<()>) -> Result<()> {
        let mut known = self.watch.known.lock();
        change()?;
        let Some(known) = known.as_mut() else { return Ok(()) };
        let index = self.store.index().unwrap_or_default();
        if let Some(entry) = index.by_uuid(uuid) {
            known.insert(*uuid, Known { name: entry.name.clone(), file: entry.file });
        }
        Ok(())
    }
}

/// Looks whenever the folder of definitions changes, until the last listener goes.
fn follow(root: &Weak<Root>, ended: &Waker) {
    let watch = FolderWatch::new().ok();
    let mut watched = false;
    loop {
        let Some(this) = root.upgrade() else { return };
        let folder = &this.layout.configuration;
        if let Some(watch) = watch.as_ref().filter(|_| !watched || !folder.exists()) {
            // A folder that is made when it is needed can be watched from the beginning.
            let _ = durable::make_folder(folder, super::store::FOLDER_MODE);
            watched = watch.add(folder).is_ok();
        }
        this.tell_changes();
        drop(this);
        let mut fds = vec![PollFd { fd: ended.fd(), events: libc::POLLIN, revents: 0 }];
        if let Some(watch) = watch.as_ref().filter(|_| watched) {
            fds.push(PollFd { fd: watch.fd(), events: libc::POLLIN, revents: 0 });
        }
        let waited = poll(&mut fds, if watched { None } else { Some(WITHOUT_WATCH) });
        if waited.is_err() || fds[0].revents != 0 {
            return;
        }
        if let Some(watch) = &watch {
            watch.clear();
        }
    }
}
