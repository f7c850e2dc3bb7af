//! What the supervisor writes into the journal of its machine.

use std::io;

use crate::supervisor::journal::{Journal, Record};
use crate::supervisor::start::Places;
use crate::uuid::Uuid;

pub struct Diary {
    journal: Journal,
    /// Of the machine, without content.
    machine: Record,
}

impl Diary {
    /// Opens the journal, so that who watches it hears of this process's end. Where that fails, so does each record.
    pub fn open(places: &Places, uuid: Uuid, id: i32) -> Self {
        let mut journal = Journal::of(&places.run_folder);
        let _ = journal.open();
        // This process is called by the machine's name.
        let name = std::env::args_os().nth(1).unwrap_or_default().to_string_lossy().into_owned();
        Self { journal, machine: Record { uuid, id, name, content: String::new() } }
    }

    /// Adds an event of QMP's, as it stands.
    ///
    /// # Errors
    /// Those of [`Journal::append`].
    pub fn qmp(&mut self, text: &[u8]) -> io::Result<()> {
        self.append(self.machine.id, String::from_utf8_lossy(text).into_owned())
    }

    /// Adds a step of the machine's life: a `VIR_DOMAIN_EVENT_…` and its detail.
    ///
    /// # Errors
    /// Those of [`Journal::append`].
    pub fn step(&mut self, step: (i32, i32)) -> io::Result<()> {
        self.append(self.machine.id, content(step))
    }

    /// Adds the step by which the machine has ended; one that was made to end has no number any more by then, as in libvirt.
    ///
    /// # Errors
    /// Those of [`Journal::append`].
    pub fn last_step(&mut self, step: (i32, i32), keeps_id: bool) -> io::Result<()> {
        self.append(if keeps_id { self.machine.id } else { -1 }, content(step))
    }

    fn append(&mut self, id: i32, content: String) -> io::Result<()> {
        self.journal.append(&Record { id, content, ..self.machine.clone() })
    }
}

fn content((event, detail): (i32, i32)) -> String {
    format!("{{\"lifecycle\": [{event}, {detail}]}}")
}
