//! What a supervisor tells without being asked.

use std::os::fd::{AsRawFd, RawFd};
use std::path::Path;
use std::time::Duration;

use super::{Connection, PROMPT, Result};
use crate::supervisor::json::{member, plain};
use crate::supervisor::lifecycle::State;
use crate::supervisor::message::{Decoder, Kind, Message};

/// One event. The slots were published before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// An event of QMP: its name, and the whole object as it stands.
    Qmp { name: String, text: String },
    /// The machine's state changed.
    State { now: State, before: State },
    /// So many events did not fit into the socket, because this program did not read them: look at the slot.
    Lost(u64),
}

/// The events of one machine, from their subscription on.
pub struct Events(Connection);

impl Events {
    pub(super) fn open(path: &Path) -> Result<Self> {
        let connection = Connection::open(path)?;
        connection.ask(Kind::Subscribe, &[1], &[], PROMPT)?;
        Ok(Self(connection))
    }

    /// The next event; `None` when none came in time. One thread at a time may wait.
    ///
    /// # Errors
    /// `SupervisorDied` at the end. After an orderly one the last event was a `State` that is shut off.
    pub fn next(&self, timeout: Duration) -> Result<Option<Event>> {
        let until = std::time::Instant::now() + timeout;
        loop {
            let left = until.saturating_duration_since(std::time::Instant::now());
            match self.0.receive(left)? {
                None => return Ok(None),
                Some(message) => {
                    if let Some(event) = event(message) {
                        return Ok(Some(event));
                    }
                }
            }
        }
    }
}

fn event(message: Message) -> Option<Event> {
    let mut decoder = Decoder(&message.content);
    match message.kind {
        Kind::Event => {
            let name = member(&message.content, "event").and_then(plain)?.to_owned();
            Some(Event::Qmp { name, text: String::from_utf8_lossy(&message.content).into_owned() })
        }
        Kind::State => {
            Some(Event::State { now: decoder.int().zip(decoder.int())?, before: decoder.int().zip(decoder.int())? })
        }
        Kind::Lost => decoder.long().map(Event::Lost),
        _ => None,
    }
}

impl AsRawFd for Events {
    /// Readable when there is an event, for event loops.
    fn as_raw_fd(&self) -> RawFd {
        self.0.as_raw_fd()
    }
}
