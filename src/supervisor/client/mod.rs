//! The side of the programs: starting a machine with its supervisor (`launch`), and speaking with one (`Connection`). Any number of
//! threads may use a connection at once; each waits for its own answer only.

mod launch;

use std::collections::HashMap;
use std::os::fd::{AsRawFd, OwnedFd, RawFd};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};

pub use crate::supervisor::message::Failure;
pub use crate::supervisor::start::{Attach, Places, Request};
pub use launch::{Running, Start, attach, program, start};

use crate::error::Error;
use crate::supervisor::lifecycle::Actions;
use crate::supervisor::message::{self, Decoder, Encoder, Kind, Message};
use crate::sys::socket;
use crate::types::*;

pub type Result<T> = std::result::Result<T, Failure>;

/// How much longer than its deadline an answer may take: the supervisor watches deadlines, but may not get to run at once.
const GRACE: Duration = Duration::from_secs(5);
/// How long what needs no answer of QEMU's may take.
const PROMPT: Duration = Duration::from_secs(10);

/// A connection to a machine's supervisor.
pub struct Connection {
    socket: OwnedFd,
    next: AtomicU64,
    shared: Mutex<Shared>,
    arrived: Condvar,
}

#[derive(Default)]
struct Shared {
    /// Answers that somebody waits for, by request; `None` until they come.
    answers: HashMap<u64, Option<Message>>,
    /// One of those who wait reads for all.
    reading: bool,
    closed: bool,
}

/// One QMP command.
#[derive(Default)]
pub struct Command<'a> {
    /// A JSON object.
    pub text: &'a str,
    pub deadline: Duration,
    /// Descriptors that go along, for `getfd` and `add-fd`.
    pub files: &'a [RawFd],
    /// Why the machine is paused, if the command pauses it: a `VIR_DOMAIN_PAUSED_…`.
    pub pauses: Option<virDomainPausedReason>,
    /// Why the machine is running, if the command resumes it: a `VIR_DOMAIN_RUNNING_…`.
    pub resumes: Option<virDomainRunningReason>,
}

/// What one program has of a machine at a time.
#[derive(Default)]
pub struct Hold<'a> {
    pub name: &'a str,
    /// Who has it loses it.
    pub force: bool,
    pub note: &'a str,
    pub undo: &'a [&'a str],
    /// Why the machine runs if they make it: a `VIR_DOMAIN_RUNNING_…`, 0 if they do not.
    pub resumes: i32,
    /// A socket of QEMU's, to which the supervisor stays connected; the connection comes back.
    pub socket: Option<&'a Path>,
    /// It is connected anew.
    pub fresh: bool,
}

impl Connection {
    /// Connects to the supervisor that listens on `path`.
    ///
    /// # Errors
    /// [`Failure::SupervisorDied`] when nobody does.
    pub fn open(path: &Path) -> Result<Self> {
        let socket = socket::connect(socket::PACKETS, path, false).map_err(|error| match error.raw_os_error() {
            Some(libc::ENOENT | libc::ECONNREFUSED) => Failure::SupervisorDied,
            _ => Failure::system(format!("cannot connect to '{}'", path.display()), &error),
        })?;
        Ok(Self::new(socket))
    }

    fn new(socket: OwnedFd) -> Self {
        let (next, shared, arrived) = (AtomicU64::new(1), Mutex::default(), Condvar::new());
        Self { socket, next, shared, arrived }
    }

    /// Sends a command to QEMU; its reply as it stands, `{"return": …}` or `{"error": …}`.
    ///
    /// # Errors
    /// [`Failure::Timeout`] after the deadline, [`Failure::NotRunning`] when the machine has ended meanwhile, [`Failure::Invalid`] for
    /// what is no object, [`Failure::Starting`], [`Failure::Busy`], [`Failure::SupervisorDied`].
    pub fn execute(&self, command: &Command) -> Result<String> {
        self.execute_all(std::slice::from_ref(command)).pop().unwrap_or(Err(Failure::SupervisorDied))
    }

    /// Sends commands, at most 32, one after the other, and only then waits for their replies, which come in the same order.
    ///
    /// # Errors
    /// Of each as [`Connection::execute`].
    pub fn execute_all(&self, commands: &[Command]) -> Vec<Result<String>> {
        let send = |command: &Command| {
            let encoder = Encoder::default().long(milliseconds(command.deadline));
            let mut content = encoder.int(command.pauses.unwrap_or(-1)).int(command.resumes.unwrap_or(-1)).0;
            content.extend_from_slice(command.text.as_bytes());
            (self.send(Kind::Command, &content, command.files), Instant::now() + command.deadline + GRACE)
        };
        let sent: Vec<_> = commands.iter().map(send).collect();
        let reply = |(request, until): ((u64, Result<()>), Instant)| {
            let content = self.answer(request, until)?.content;
            Ok(String::from_utf8(content)
                .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()))
        };
        sent.into_iter().map(reply).collect()
    }

    /// Sends a command without further circumstances.
    ///
    /// # Errors
    /// As [`Connection::execute`].
    pub fn command(&self, text: &str, deadline: Duration) -> Result<String> {
        self.execute(&Command { text, deadline, ..Command::default() })
    }

    /// Ends the machine, which is then shut off for `reason` (`VIR_DOMAIN_SHUTOFF_…`); returns when it has ended and all is cleaned up. QEMU gets
    /// SIGTERM, so that it writes its caches back, and SIGKILL after the deadline; never the latter if `graceful`.
    ///
    /// # Errors
    /// [`Failure::Timeout`] when it lives after all (much later than the deadline, unless `graceful`).
    pub fn destroy(&self, graceful: bool, deadline: Duration, reason: virDomainShutoffReason) -> Result<()> {
        let content = Encoder::default().flag(graceful).long(milliseconds(deadline)).int(reason).0;
        let killed = if graceful { Duration::ZERO } else { Duration::from_secs(30) };
        self.ask(Kind::Stop, &content, &[], deadline + killed + GRACE).map(drop)
    }

    /// Changes what is done when the guest powers off, reboots or crashes. Whether QEMU resets the machine itself or stops it first is QEMU's
    /// `set-action`, a command of its own.
    ///
    /// # Errors
    /// When the supervisor does not answer.
    pub fn set_actions(&self, actions: Actions) -> Result<()> {
        self.ask(Kind::SetActions, &actions.encode(Encoder::default()).0, &[], PROMPT).map(drop)
    }

    /// Says whether the guest's next poweroff is a reboot, because it was asked to power off in order to.
    ///
    /// # Errors
    /// When the supervisor does not answer.
    pub fn set_fake_reboot(&self, whether: bool) -> Result<()> {
        self.ask(Kind::FakeReboot, &[whether.into()], &[], PROMPT).map(drop)
    }

    /// Says whether the machine ends with this connection, however that ends.
    ///
    /// # Errors
    /// When the supervisor does not answer.
    pub fn bind(&self, whether: bool) -> Result<()> {
        self.ask(Kind::Bind, &[whether.into()], &[], PROMPT).map(drop)
    }

    /// Takes something for this connection, of which others are told `note`; until the connection ends, or another one takes it. When this
    /// program is lost, QEMU gets the commands of `undo`. Held once more, it has another note and other commands.
    ///
    /// # Errors
    /// [`Failure::Held`] when another connection has it and it is not taken by force.
    pub fn hold(&self, hold: &Hold) -> Result<Option<OwnedFd>> {
        let text = |encoder: Encoder, text: &&str| encoder.bytes(text.as_bytes());
        let encoder = Encoder::default().flag(hold.force).bytes(hold.name.as_bytes()).bytes(hold.note.as_bytes());
        let encoder = encoder.list(hold.undo, text).int(hold.resumes);
        let content = encoder.path(hold.socket.unwrap_or(Path::new(""))).flag(hold.fresh).0;
        Ok(self.ask(Kind::Hold, &content, &[], PROMPT)?.files.pop())
    }

    /// What the one who holds something says of it; `None` when nobody does.
    ///
    /// # Errors
    /// When the supervisor does not answer.
    pub fn held(&self, name: &str) -> Result<Option<String>> {
        let reply = self.ask(Kind::Held, &Encoder::default().bytes(name.as_bytes()).0, &[], PROMPT)?;
        let mut decoder = Decoder(&reply.content);
        let (held, note) = decoder.flag().zip(decoder.text()).ok_or(Failure::SupervisorDied)?;
        Ok(held.then_some(note))
    }

    /// Whether QEMU's monitor is lost, and how long the oldest answer of QEMU's has been waited for.
    ///
    /// # Errors
    /// When the supervisor does not answer.
    pub fn control(&self) -> Result<(bool, Option<Duration>)> {
        let reply = self.ask(Kind::Control, &[], &[], PROMPT)?;
        let mut decoder = Decoder(&reply.content);
        let (lost, waiting) = decoder.flag().zip(decoder.long()).ok_or(Failure::SupervisorDied)?;
        Ok((lost, Some(waiting).filter(|time| *time != u64::MAX).map(Duration::from_millis)))
    }

    /// Whether another connection has taken what this one held; looked for when it is readable.
    pub fn was_taken(&self) -> bool {
        matches!(self.receive(Duration::ZERO), Ok(Some(message)) if message.kind == Kind::Taken)
    }

    /// Sends a request and waits for its answer.
    fn ask(&self, kind: Kind, content: &[u8], files: &[RawFd], patience: Duration) -> Result<Message> {
        let until = Instant::now() + patience;
        self.answer(self.send(kind, content, files), until)
    }

    /// Sends a request: its number, and whether it went. It must be waited for.
    fn send(&self, kind: Kind, content: &[u8], files: &[RawFd]) -> (u64, Result<()>) {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        self.shared.lock().answers.insert(id, None);
        let sent = message::send(&self.socket, kind, id, content, files, true);
        (id, sent.map_err(|error| lost(&error)))
    }

    /// Waits for the answer to a request that was sent.
    fn answer(&self, (id, sent): (u64, Result<()>), until: Instant) -> Result<Message> {
        let result = sent.and_then(|()| self.wait(id, until));
        self.shared.lock().answers.remove(&id);
        let message = result?;
        match message.kind {
            Kind::Failed => Err(Failure::decode(&message.content).unwrap_or(Failure::SupervisorDied)),
            _ => Ok(message),
        }
    }

    fn wait(&self, id: u64, until: Instant) -> Result<Message> {
        let mut shared = self.shared.lock();
        loop {
            if let Some(answer) = shared.answers.get_mut(&id).and_then(Option::take) {
                return Ok(answer);
            }
            if shared.closed {
                return Err(Failure::SupervisorDied);
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(Failure::Timeout { waited_for: "the supervisor's answer".into() });
            }
            if shared.reading {
                self.arrived.wait_for(&mut shared, left);
                continue;
            }
            shared.reading = true;
            drop(shared);
            let received = self.receive(left);
            shared = self.shared.lock();
            shared.reading = false;
            match received {
                // Nobody waits any more for what has no entry.
                Ok(Some(message)) => {
                    if let Some(entry) = shared.answers.get_mut(&message.id) {
                        *entry = Some(message);
                    }
                }
                Ok(None) => {}
                Err(_) => shared.closed = true,
            }
            self.arrived.notify_all();
        }
    }

    /// The next message; `None` when time is up.
    fn receive(&self, left: Duration) -> Result<Option<Message>> {
        match socket::readable(&self.socket, Some(left)).map_err(|error| lost(&error))? {
            true => match message::receive(&self.socket).map_err(|error| lost(&error))? {
                Some(message) => Ok(Some(message)),
                None => Err(Failure::SupervisorDied),
            },
            false => Ok(None),
        }
    }
}

impl AsRawFd for Connection {
    fn as_raw_fd(&self) -> RawFd {
        self.socket.as_raw_fd()
    }
}

fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

/// What a broken connection means.
fn lost(error: &std::io::Error) -> Failure {
    match error.raw_os_error() {
        Some(libc::EPIPE | libc::ECONNRESET | libc::ENOTCONN) => Failure::SupervisorDied,
        _ => Failure::system("cannot speak with the supervisor", error),
    }
}

/// Takes an id and a process number out of the answer to a start.
fn started(message: &Message) -> Result<(i32, u32)> {
    let mut decoder = Decoder(&message.content);
    match (message.kind, decoder.int(), decoder.int()) {
        (Kind::Started, Some(id), Some(pid)) => Ok((id, pid.cast_unsigned())),
        (Kind::Failed, ..) => Err(Failure::decode(&message.content).unwrap_or(Failure::SupervisorDied)),
        _ => Err(Failure::SupervisorDied),
    }
}

impl Failure {
    /// The same with what QEMU has said changed.
    pub fn map_text(self, change: impl Fn(String) -> String) -> Self {
        match self {
            Self::Exited { how, output } => Self::Exited { how, output: change(output) },
            Self::Setup { command, reply } => Self::Setup { command, reply: change(reply) },
            other => other,
        }
    }

    /// As an error of the library's about the domain `name`.
    pub fn into_error(self, name: &str) -> Error {
        let error = match self {
            Self::Running { .. } => Error::new(VIR_ERR_OPERATION_INVALID, "domain is already running"),
            Self::NotRunning => Error::new(VIR_ERR_OPERATION_INVALID, "domain is not running"),
            Self::Starting => Error::new(
                VIR_ERR_OPERATION_INVALID,
                format!("domain '{name}' is being started: try again when it runs"),
            ),
            Self::Exited { how, output } => Error::new(
                VIR_ERR_OPERATION_FAILED,
                format!("QEMU of domain '{name}' ended before the machine ran ({how}): {}", output.trim()),
            ),
            Self::Setup { command, reply } => {
                Error::new(VIR_ERR_OPERATION_FAILED, format!("QEMU of domain '{name}' refused {command}: {reply}"))
            }
            Self::Timeout { waited_for } => {
                Error::new(VIR_ERR_OPERATION_TIMEOUT, format!("domain '{name}': waited too long for {waited_for}"))
            }
            Self::Busy => Error::new(
                VIR_ERR_RESOURCE_BUSY,
                format!("domain '{name}' has too many unanswered requests of this program"),
            ),
            Self::Held => {
                Error::new(VIR_ERR_RESOURCE_BUSY, format!("domain '{name}': another program has what was asked for"))
            }
            Self::Invalid { why } => Error::new(VIR_ERR_INVALID_ARG, format!("domain '{name}': {why}")),
            Self::SupervisorDied => Error::new(
                VIR_ERR_OPERATION_FAILED,
                format!("the supervisor of domain '{name}' has ended; ask again to have it found"),
            ),
            Self::System { what, errno: 0 } => {
                Error::sentence(VIR_ERR_SYSTEM_ERROR, format!("domain '{name}': {what}"))
            }
            Self::System { what, errno } => {
                Error::system(&std::io::Error::from_raw_os_error(errno), format!("domain '{name}': {what}"))
            }
        };
        error.from_origin(VIR_FROM_QEMU)
    }
}
