//! The connection to QEMU's monitor (QMP): what is to be written, what waits for its answer, and what comes. Replies are not
//! parsed beyond their first level. QEMU may say anything, or nothing for ever: all is bounded, nothing blocks.

use std::collections::VecDeque;
use std::io;
use std::os::fd::{AsRawFd, OwnedFd, RawFd};
use std::time::Instant;

use crate::supervisor::json;
use crate::supervisor::message::LONGEST;
use crate::sys::socket;

/// What is read at once.
const CHUNK: usize = 4 << 10;
/// A buffer that has grown larger for one reply is given back.
const KEPT: usize = 4 << 10;

/// A command without its answer.
pub struct Pending<A> {
    /// Who asked; `None` when nobody waits any more.
    pub asker: Option<A>,
    /// The member `id`, as it stands.
    id: Vec<u8>,
    pub deadline: Option<Instant>,
    since: Instant,
    /// Nothing else may be written before the answer: descriptors that came together could be taken for another command's.
    alone: bool,
}

struct Outgoing<A> {
    text: Vec<u8>,
    written: usize,
    files: Vec<OwnedFd>,
    pending: Pending<A>,
}

/// One message of QEMU's.
#[derive(Debug, PartialEq, Eq)]
pub enum Incoming<A> {
    /// The whole message, and the event's name.
    Event { text: Vec<u8>, name: String },
    /// The whole message, to whom it goes, and whether it is an error.
    Reply { text: Vec<u8>, asker: A, error: bool },
    /// A reply that is longer than anything can be.
    TooLong { asker: A },
}

pub struct Monitor<A> {
    socket: OwnedFd,
    input: Vec<u8>,
    /// So much of `input` has no end of line.
    scanned: usize,
    /// The rest of the line is dropped.
    skipping: bool,
    output: VecDeque<Outgoing<A>>,
    waiting: VecDeque<Pending<A>>,
    next: u64,
    /// QEMU has closed the connection.
    pub closed: bool,
}

impl<A> Monitor<A> {
    pub fn new(socket: OwnedFd) -> Self {
        Self {
            socket,
            input: Vec::new(),
            scanned: 0,
            skipping: false,
            output: VecDeque::new(),
            waiting: VecDeque::new(),
            next: 1,
            closed: false,
        }
    }

    /// Adds a command to be written; it gets an `id` unless it has one. `false` when it is no object.
    pub fn command(&mut self, text: &[u8], asker: A, deadline: Option<Instant>, files: Vec<OwnedFd>) -> bool {
        let Some(members) = json::members(text) else { return false };
        let inner = text.trim_ascii().strip_prefix(b"{").unwrap_or_default();
        let own = members.iter().find(|(name, _)| *name == b"id").map(|(_, value)| value.to_vec());
        let (id, text) = match own {
            Some(id) => (id, text.trim_ascii().to_vec()),
            None => {
                let id = format!("\"solovirt-{}\"", self.next).into_bytes();
                self.next += 1;
                let comma: &[u8] = if members.is_empty() { b"" } else { b", " };
                (id.clone(), [b"{\"id\": ", &id[..], comma, inner].concat())
            }
        };
        let text = [&text[..], b"\n"].concat();
        let pending = Pending { asker: Some(asker), id, deadline, since: Instant::now(), alone: !files.is_empty() };
        self.output.push_back(Outgoing { text, written: 0, files, pending });
        true
    }

    /// Writes what can be written now. Whether there is more that the socket has no room for.
    pub fn flush(&mut self) -> bool {
        while let Some(first) = self.output.front_mut() {
            let barrier = first.pending.alone || self.waiting.back().is_some_and(|last| last.alone);
            if self.closed || (barrier && !self.waiting.is_empty() && first.written == 0) {
                return false;
            }
            let files: Vec<RawFd> = first.files.iter().map(AsRawFd::as_raw_fd).collect();
            match socket::send(&self.socket, &[&first.text[first.written..]], &files, false) {
                Ok(written) => {
                    first.written += written;
                    first.files.clear();
                    if first.written == first.text.len()
                        && let Some(done) = self.output.pop_front()
                    {
                        self.waiting.push_back(done.pending);
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return true,
                // The end is seen when reading.
                Err(_) => return false,
            }
        }
        false
    }

    /// Reads what is there, a chunk at most; whether there was anything.
    pub fn read(&mut self) -> bool {
        let mut chunk = [0; CHUNK];
        match socket::receive(&self.socket, &mut chunk) {
            Ok((0, _)) => self.closed = true,
            Ok((length, _)) => {
                self.input.extend_from_slice(&chunk[..length]);
                return true;
            }
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(_) => self.closed = true,
        }
        false
    }

    /// The next message of what was read. What is neither an event nor a reply is passed over.
    pub fn next(&mut self) -> Option<Incoming<A>> {
        loop {
            let Some(length) = self.input[self.scanned..].iter().position(|byte| *byte == b'\n') else {
                self.scanned = self.input.len();
                if self.scanned > LONGEST || self.skipping {
                    self.skipping = true;
                    self.forget(self.scanned);
                }
                return None;
            };
            let end = self.scanned + length + 1;
            let line = self.input[..end].to_vec();
            self.forget(end);
            if std::mem::take(&mut self.skipping) {
                if let Some(asker) = self.waiting.pop_front().and_then(|pending| pending.asker) {
                    return Some(Incoming::TooLong { asker });
                }
            } else if let Some(message) = self.sort(line) {
                return Some(message);
            }
        }
    }

    fn forget(&mut self, length: usize) {
        self.input.drain(..length);
        self.scanned = 0;
        if self.input.is_empty() && self.input.capacity() > KEPT {
            self.input = Vec::new();
        }
    }

    fn sort(&mut self, line: Vec<u8>) -> Option<Incoming<A>> {
        let members = json::members(&line)?;
        let find = |name: &[u8]| members.iter().find(|(own, _)| *own == name).map(|(_, value)| *value);
        if let Some(name) = find(b"event").and_then(json::plain) {
            let name = name.to_owned();
            return Some(Incoming::Event { text: line, name });
        }
        let error = find(b"error").is_some();
        if !error && find(b"return").is_none() {
            return None;
        }
        // Answers come in order, but for commands out of band; an error may come without an id.
        let by_id = find(b"id").and_then(|id| self.waiting.iter().position(|pending| pending.id == id));
        let asker = self.waiting.remove(by_id.unwrap_or(0))?.asker?;
        Some(Incoming::Reply { text: line, asker, error })
    }

    /// Who waits in vain by now; late answers go to nobody, and what was not written yet never is.
    pub fn expired(&mut self, now: Instant) -> Vec<A> {
        let is_late = |pending: &Pending<A>| pending.deadline.is_some_and(|deadline| deadline <= now);
        let mut askers = Vec::new();
        for pending in self.waiting.iter_mut().filter(|pending| is_late(pending)) {
            pending.deadline = None;
            askers.extend(pending.asker.take());
        }
        self.output.retain_mut(|outgoing| {
            if !is_late(&outgoing.pending) {
                return true;
            }
            outgoing.pending.deadline = None;
            askers.extend(outgoing.pending.asker.take());
            outgoing.written > 0
        });
        askers
    }

    /// When the next one will have waited in vain.
    pub fn deadline(&self) -> Option<Instant> {
        let output = self.output.iter().map(|outgoing| &outgoing.pending);
        self.waiting.iter().chain(output).filter_map(|pending| pending.deadline).min()
    }

    /// Since when QEMU owes the oldest of its answers.
    pub fn waiting_since(&self) -> Option<Instant> {
        let unwritten = self.output.front().map(|outgoing| &outgoing.pending);
        self.waiting.front().or(unwritten).map(|pending| pending.since)
    }

    /// Everybody who waits, at the end.
    pub fn abandon(&mut self) -> Vec<A> {
        let output = self.output.drain(..).map(|outgoing| outgoing.pending);
        self.waiting.drain(..).chain(output).filter_map(|pending| pending.asker).collect()
    }
}

impl<A> AsRawFd for Monitor<A> {
    fn as_raw_fd(&self) -> RawFd {
        self.socket.as_raw_fd()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::os::unix::net::UnixStream;
    use std::time::Duration;

    fn monitor() -> (Monitor<u32>, UnixStream) {
        let (one, other) = UnixStream::pair().unwrap();
        one.set_nonblocking(true).unwrap();
        (Monitor::new(one.into()), other)
    }

    fn all(monitor: &mut Monitor<u32>) -> Vec<Incoming<u32>> {
        let mut found = Vec::new();
        while monitor.read() {
            while let Some(message) = monitor.next() {
                found.push(message);
            }
        }
        found
    }

    fn written(qemu: &mut UnixStream) -> String {
        let mut buffer = [0; 4096];
        qemu.set_read_timeout(Some(Duration::from_millis(1))).unwrap();
        let length = qemu.read(&mut buffer).unwrap_or(0);
        String::from_utf8(buffer[..length].to_vec()).unwrap()
    }

    #[test]
    fn answers_find_who_asked() {
        let (mut monitor, mut qemu) = monitor();
        assert!(monitor.command(b"{\"execute\": \"a\"}", 1, None, Vec::new()));
        assert!(monitor.command(b" {} ", 2, None, Vec::new()));
        assert!(monitor.command(b"{\"execute\": \"c\", \"id\": [1]}", 3, None, Vec::new()));
        assert!(!monitor.command(b"{\"execute\": \"d\"} {", 4, None, Vec::new()));
        assert!(!monitor.flush());
        assert_eq!(
            written(&mut qemu),
            "{\"id\": \"solovirt-1\", \"execute\": \"a\"}\n{\"id\": \"solovirt-2\"}\n{\"execute\": \"c\", \"id\": [1]}\n"
        );
        qemu.write_all(
            b"{\"QMP\": {}}\r\nnonsense\n{\"return\": 3, \"id\": [1]}\n{\"error\": {}}\n{\"event\": \"E\"}\n{\"return\": 2}\n{\"return\": 0}\n",
        )
        .unwrap();
        let found: Vec<(u32, bool)> = all(&mut monitor)
            .into_iter()
            .map(|message| match message {
                Incoming::Reply { asker, error, .. } => (asker, error),
                Incoming::Event { name, .. } => (name.len() as u32 * 100, false),
                Incoming::TooLong { asker } => (asker, true),
            })
            .collect();
        assert_eq!(found, [(3, false), (1, true), (100, false), (2, false)]);
        drop(qemu);
        assert!(!monitor.read());
        assert!(monitor.closed);
    }

    #[test]
    fn who_waits_too_long_is_told_and_the_late_answer_dropped() {
        let (mut monitor, mut qemu) = monitor();
        let now = Instant::now();
        monitor.command(b"{\"a\": 1}", 1, Some(now), Vec::new());
        monitor.flush();
        monitor.command(b"{\"b\": 1}", 2, Some(now), Vec::new());
        monitor.command(b"{\"c\": 1}", 3, Some(now + Duration::from_secs(60)), Vec::new());
        assert_eq!(monitor.deadline(), Some(now));
        assert_eq!(monitor.expired(now), [1, 2]);
        monitor.flush();
        assert!(!written(&mut qemu).contains("\"b\""));
        qemu.write_all(b"{\"return\": 1, \"id\": \"solovirt-1\"}\n{\"return\": 3, \"id\": \"solovirt-3\"}\n").unwrap();
        assert!(matches!(all(&mut monitor)[..], [Incoming::Reply { asker: 3, .. }]));
        assert_eq!(monitor.deadline(), None);
    }

    #[test]
    fn descriptors_travel_alone() {
        let (mut monitor, mut qemu) = monitor();
        let file = || vec![OwnedFd::from(std::fs::File::open("/dev/null").unwrap())];
        monitor.command(b"{\"a\": 1}", 1, None, Vec::new());
        monitor.command(b"{\"b\": 1}", 2, None, file());
        monitor.command(b"{\"c\": 1}", 3, None, Vec::new());
        for name in ["a", "b", "c"] {
            monitor.flush();
            let text = written(&mut qemu);
            assert!(text.contains(&format!("\"{name}\"")) && text.lines().count() == 1, "{text}");
            qemu.write_all(b"{\"return\": {}}\n").unwrap();
            assert_eq!(all(&mut monitor).len(), 1);
        }
    }

    #[test]
    fn endless_replies_end() {
        let (mut monitor, mut qemu) = monitor();
        monitor.command(b"{\"a\": 1}", 1, None, Vec::new());
        monitor.command(b"{\"b\": 1}", 2, None, Vec::new());
        monitor.flush();
        let writer = std::thread::spawn(move || {
            for _ in 0..(LONGEST >> 16) + 2 {
                qemu.write_all(&[b'x'; 1 << 16]).unwrap();
            }
            qemu.write_all(b"\n{\"return\": 2}\n").unwrap();
            qemu
        });
        let mut found = Vec::new();
        while found.len() < 2 {
            found.extend(all(&mut monitor));
            assert!(monitor.input.len() <= LONGEST + CHUNK);
        }
        assert_eq!(found[0], Incoming::TooLong { asker: 1 });
        assert!(matches!(found[1], Incoming::Reply { asker: 2, .. }));
        assert!(monitor.input.capacity() <= KEPT);
        writer.join().unwrap();
    }
}
