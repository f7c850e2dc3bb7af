//! The guest agent: its protocol over the machine's channel `org.qemu.guest_agent.0`. The supervisor stays connected to the channel's
//! socket, and one program at a time has the connection.

use std::fs;
use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::live::ANSWER;
use super::store::FILE_MODE;
use super::{Definition, not_running};
use crate::driver::qemu::{Qemu, error, monitor};
use crate::durable;
use crate::error::{Error, Result};
use crate::object::Domain;
use crate::supervisor::Failure;
use crate::supervisor::client::{Command, Connection, Hold};
use crate::sys::socket;
use crate::types::*;
use crate::uuid::Uuid;
use crate::xml::domain::device::chardev::{ChannelTarget, Mode, Source};

/// What the channel is called in the guest.
const CHANNEL: &str = "org.qemu.guest_agent.0";
/// How long the agent may take to show that it is there, and how long a command may that has the default time.
const PROMPT: Duration = Duration::from_secs(5);
/// How long another program is waited for.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often it is looked whether the agent is there still.
const LOOK: Duration = Duration::from_millis(250);
/// No reply of the agent's is longer: libvirt's own limit.
const LONGEST: usize = 10 << 20;
/// Begins what answers `guest-sync-delimited`, and can stand nowhere else.
const DELIMITER: u8 = 0xff;

/// The agent of a machine, for this program alone while it lives.
pub struct Agent<'a> {
    qemu: &'a Qemu,
    domain: &'a Domain,
    /// Of the channel.
    alias: String,
    /// `None` is for ever.
    patience: Option<Duration>,
    socket: UnixStream,
    /// What was read and not used.
    input: Vec<u8>,
    syncs: u64,
    hold: Connection,
}

/// What came of waiting.
enum Waited {
    Line(Vec<u8>),
    /// Nothing in time.
    Late,
    /// The agent has closed the channel, or the machine does not run any more.
    Gone,
}

fn unresponsive(text: &str) -> Error {
    error(VIR_ERR_AGENT_UNRESPONSIVE, text)
}

fn disappeared() -> Error {
    unresponsive("Guest agent disappeared while executing command")
}

/// Seconds or a `VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_…` as a time; `None` is for ever.
fn patience(seconds: i32) -> Option<Duration> {
    match u64::try_from(seconds) {
        Ok(seconds) => Some(Duration::from_secs(seconds)),
        Err(_) if seconds == VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_DEFAULT => Some(PROMPT),
        Err(_) => None,
    }
}

/// The alias and the socket of the agent's channel.
///
/// # Errors
/// `VIR_ERR_ARGUMENT_UNSUPPORTED` when there is none.
fn channel(definition: &Definition) -> Result<(&str, &Path)> {
    let found = definition.devices.channels.iter().find(|channel| match &channel.target {
        Some(ChannelTarget::Virtio(target)) => target.name.as_deref() == Some(CHANNEL),
        Some(ChannelTarget::Guestfwd(_) | ChannelTarget::Xen(_)) | None => false,
    });
    let Some(channel) = found else {
        return Err(error(VIR_ERR_ARGUMENT_UNSUPPORTED, "QEMU guest agent is not configured"));
    };
    match &channel.backend.kind {
        Source::Unix(unix) if unix.mode == Mode::Bind => {
            let alias = channel.place.alias.name.as_deref().unwrap_or_default();
            Ok((alias, Path::new(unix.path.as_deref().unwrap_or_default())))
        }
        _ => Err(unresponsive("QEMU guest agent is not available due to an error")),
    }
}

impl Qemu {
    /// The agent of a machine that runs.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_INVALID` when it does not, `VIR_ERR_ARGUMENT_UNSUPPORTED` without a channel for an agent,
    /// `VIR_ERR_AGENT_UNRESPONSIVE` when there is no agent or it does not answer.
    pub(super) fn agent<'a>(&'a self, domain: &'a Domain) -> Result<Agent<'a>> {
        let live = self.machine(domain)?.live.ok_or_else(not_running)?;
        if live.state.condition.0 != VIR_DOMAIN_RUNNING {
            return Err(error(VIR_ERR_OPERATION_INVALID, "domain is not running"));
        }
        let (alias, path) = channel(&live.definition)?;
        if !self.has_opened(domain, alias)? {
            return Err(unresponsive("QEMU guest agent is not connected"));
        }
        let hold = self.root.supervisor(domain)?;
        let socket = take(&hold, domain, path, false)?;
        let patience = patience(self.agent_patience(&domain.uuid));
        let alias = alias.to_owned();
        let mut agent = Agent { qemu: self, domain, alias, patience, socket, input: Vec::new(), syncs: 0, hold };
        let mut synchronized = agent.synchronize();
        if matches!(synchronized, Waited::Gone) {
            // QEMU takes one connection at a time, and may have ended the one that was kept.
            agent.socket = take(&agent.hold, domain, path, true)?;
            synchronized = agent.synchronize();
        }
        match synchronized {
            Waited::Line(_) => Ok(agent),
            Waited::Late => Err(unresponsive("Guest agent not available for now")),
            Waited::Gone => Err(disappeared()),
        }
    }

    /// Whether there is an agent that a command could be sent to.
    pub(super) fn has_agent(&self, domain: &Domain, definition: &Definition) -> bool {
        channel(definition).and_then(|(alias, _)| self.has_opened(domain, alias)).unwrap_or(false)
    }

    /// Where it stands how long the agent of a machine may take.
    fn patience_file(&self, uuid: &Uuid) -> PathBuf {
        self.root.layout.run.join(format!("{uuid}.agent"))
    }

    /// Seconds, or a `VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_…`.
    fn agent_patience(&self, uuid: &Uuid) -> i32 {
        let said = fs::read_to_string(self.patience_file(uuid)).ok().and_then(|text| text.parse().ok());
        said.unwrap_or(VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK)
    }

    /// Says how long the agent of a machine may take from now on.
    pub(super) fn set_agent_patience(&self, uuid: &Uuid, seconds: i32) -> Result<()> {
        let path = self.patience_file(uuid);
        durable::replace(&path, seconds.to_string().as_bytes(), FILE_MODE)
    }

    /// Whether the guest has opened a channel.
    fn has_opened(&self, domain: &Domain, alias: &str) -> Result<bool> {
        let command = Command { text: r#"{"execute":"query-chardev"}"#, deadline: ANSWER, ..Command::default() };
        let reply = monitor::call(&self.root, domain, &command)?;
        let label = format!("char{alias}");
        let mut all = reply.as_array().into_iter().flatten();
        let found = all.find(|one| one.get("label").and_then(Value::as_str) == Some(&label));
        Ok(found.and_then(|one| one.get("frontend-open")?.as_bool()).unwrap_or(false))
    }
}

/// The connection to the agent, when no other program has it any more.
fn take(hold: &Connection, domain: &Domain, path: &Path, fresh: bool) -> Result<UnixStream> {
    let until = Instant::now() + PATIENCE;
    loop {
        match hold.hold(&Hold { name: "agent", socket: Some(path), fresh, ..Hold::default() }) {
            Ok(Some(socket)) => return Ok(UnixStream::from(socket)),
            Ok(None) => return Err(disappeared()),
            Err(Failure::Held) if Instant::now() < until => thread::sleep(Duration::from_millis(10)),
            Err(Failure::Held) => {
                return Err(error(VIR_ERR_OPERATION_TIMEOUT, "cannot acquire state change lock (held by agent)"));
            }
            Err(failure) => return Err(failure.into_error(domain.name())),
        }
    }
}

impl Agent<'_> {
    /// Sends a command and waits as long as was said for the machine.
    ///
    /// # Errors
    /// `VIR_ERR_INTERNAL_ERROR` with the agent's words when it refuses, `VIR_ERR_AGENT_UNRESPONSIVE` when it does not answer.
    pub fn ask(&mut self, command: &str, arguments: Value) -> Result<Value> {
        let reply = self.exchange(&monitor::text(command, arguments), self.patience)?;
        returned(command, reply)
    }

    /// As `ask`; `None` for a command that the agent does not know or may not carry out.
    pub fn ask_if_known(&mut self, command: &str) -> Result<Option<Value>> {
        let reply = self.exchange(&monitor::text(command, Value::Null), self.patience)?;
        match reply.pointer("/error/class").and_then(Value::as_str) {
            Some("CommandNotFound" | "CommandDisabled") => Ok(None),
            Some(_) | None => returned(command, reply).map(Some),
        }
    }

    /// Sends what a program has written; the reply as it stands. `seconds` may be a `VIR_DOMAIN_QEMU_AGENT_COMMAND_…`.
    pub fn raw(&mut self, command: &str, seconds: i32) -> Result<String> {
        let reply = self.exchange(command, patience(seconds))?;
        if reply.get("error").is_none() {
            return Ok(reply.to_string());
        }
        let asked: Value = serde_json::from_str(command).unwrap_or_default();
        let name = asked.get("execute").and_then(Value::as_str).unwrap_or_default();
        returned(name, reply).map(|value| value.to_string())
    }

    fn exchange(&mut self, command: &str, patience: Option<Duration>) -> Result<Value> {
        self.send(command.as_bytes())?;
        match self.line(patience.map(|patience| Instant::now() + patience)) {
            Waited::Line(line) => serde_json::from_slice(&line).map_err(|_| {
                let text = format!("Unknown JSON reply '{}'", String::from_utf8_lossy(&line));
                error(VIR_ERR_INTERNAL_ERROR, text)
            }),
            Waited::Late => Err(unresponsive("Guest agent not available for now")),
            Waited::Gone => Err(disappeared()),
        }
    }

    /// Sends a command that the agent answers only when it refuses. It is done when the agent goes on to what comes after it, or the guest
    /// has stopped.
    ///
    /// # Errors
    /// As [`Agent::ask`].
    pub fn tell(&mut self, command: &str, arguments: Value) -> Result<()> {
        self.send(monitor::text(command, arguments).as_bytes())?;
        let id = self.send_sync()?;
        let until = Instant::now() + self.patience.unwrap_or(PATIENCE);
        loop {
            match self.line(Some(until)) {
                Waited::Gone => return Ok(()),
                Waited::Late => return Err(unresponsive("Guest agent not available for now")),
                Waited::Line(line) => {
                    let reply: Value = serde_json::from_slice(&line).unwrap_or_default();
                    if is_sync(&reply, id) {
                        return Ok(());
                    }
                    returned(command, reply)?;
                }
            }
        }
    }

    fn send(&mut self, text: &[u8]) -> Result<()> {
        let mut rest = [text, b"\n"].concat();
        let until = Instant::now() + PROMPT;
        loop {
            match self.socket.write(&rest) {
                Ok(count) if count == rest.len() => return Ok(()),
                Ok(count) => drop(rest.drain(..count)),
                Err(cause) if cause.kind() == io::ErrorKind::WouldBlock && Instant::now() < until => {
                    thread::sleep(Duration::from_millis(1));
                }
                Err(cause) if cause.kind() == io::ErrorKind::WouldBlock => {
                    return Err(unresponsive("Guest agent not available for now"));
                }
                Err(_) => return Err(disappeared()),
            }
        }
    }

    /// Asks for a word that is known beforehand, and throws away what an earlier command has left.
    fn synchronize(&mut self) -> Waited {
        self.input.clear();
        let until = Instant::now() + self.patience.map_or(PROMPT, |patience| patience.min(PROMPT));
        let Ok(id) = self.send_sync() else { return Waited::Gone };
        loop {
            match self.line(Some(until)) {
                Waited::Line(line) if !is_sync(&serde_json::from_slice(&line).unwrap_or_default(), id) => {}
                other => return other,
            }
        }
    }

    fn send_sync(&mut self) -> Result<u64> {
        self.syncs += 1;
        let id = u64::from(std::process::id()) << 24 | self.syncs;
        let text = monitor::text("guest-sync-delimited", json!({ "id": id }));
        self.send(&[&[DELIMITER], text.as_bytes()].concat())?;
        Ok(id)
    }

    /// The next line that the agent says.
    fn line(&mut self, until: Option<Instant>) -> Waited {
        let mut looked = Instant::now();
        loop {
            // What stands before the delimiter belongs to a reply that nobody waited for.
            if let Some(at) = self.input.iter().rposition(|byte| *byte == DELIMITER) {
                self.input.drain(..=at);
            }
            if let Some(at) = self.input.iter().position(|byte| *byte == b'\n') {
                let line = self.input.drain(..=at).collect::<Vec<u8>>();
                if line.trim_ascii().is_empty() {
                    continue;
                }
                return Waited::Line(line);
            }
            let now = Instant::now();
            let left = until.map_or(LOOK, |until| until.saturating_duration_since(now).min(LOOK));
            match self.read(left) {
                Ok(0) => return Waited::Gone,
                Ok(_) if self.input.len() > LONGEST => return Waited::Gone,
                Ok(_) => {}
                Err(cause) if cause.kind() == io::ErrorKind::WouldBlock => {
                    if until.is_some_and(|until| until <= Instant::now()) {
                        return Waited::Late;
                    }
                }
                Err(_) => return Waited::Gone,
            }
            if looked.elapsed() >= LOOK {
                looked = Instant::now();
                if !self.is_there() {
                    return Waited::Gone;
                }
            }
        }
    }

    /// Whether the machine runs and its guest has the channel open. The connection does not tell: it is to QEMU.
    fn is_there(&self) -> bool {
        let state = self.qemu.root.active(&self.domain.uuid).map(|state| state.condition.0);
        state == Some(VIR_DOMAIN_RUNNING) && self.qemu.has_opened(self.domain, &self.alias).unwrap_or(false)
    }

    fn read(&mut self, patience: Duration) -> io::Result<usize> {
        if !socket::readable(&self.socket, Some(patience))? {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        let mut chunk = [0; 4096];
        let count = self.socket.read(&mut chunk)?;
        self.input.extend_from_slice(&chunk[..count]);
        Ok(count)
    }
}

fn is_sync(reply: &Value, id: u64) -> bool {
    reply.get("return").and_then(Value::as_u64) == Some(id)
}

/// What a reply returns.
fn returned(command: &str, mut reply: Value) -> Result<Value> {
    if let Some(refusal) = reply.get("error") {
        let words = refusal.get("desc").and_then(Value::as_str).unwrap_or("unknown QEMU command error");
        let text = format!("unable to execute QEMU agent command '{command}': {words}");
        return Err(error(VIR_ERR_INTERNAL_ERROR, text));
    }
    match reply.get_mut("return") {
        Some(value) => Ok(value.take()),
        None => Err(error(VIR_ERR_INTERNAL_ERROR, format!("unable to execute QEMU agent command '{command}'"))),
    }
}
