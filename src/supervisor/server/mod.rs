//! The supervisor itself: one thread, one loop. How it begins is in `begin` and `launch`, what it says to QEMU in `monitor` and `steps`,
//! to programs in `clients` and `requests`, to those who listen in `diary`, how it ends in `end`.

mod begin;
mod clients;
mod diary;
mod end;
mod holds;
mod launch;
mod monitor;
mod requests;
mod steps;

use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::time::{Duration, Instant};

use crate::supervisor::lifecycle::Lifecycle;
use crate::supervisor::machine_log;
use crate::supervisor::message::{Failure, Kind};
use crate::supervisor::seen::Seen;
use crate::supervisor::slots::Slot;
use crate::supervisor::start::Places;
use crate::sys::epoll::{Epoll, Ready};
use crate::sys::process::Process;
use crate::sys::socket;
use clients::Clients;
use diary::Diary;
use end::Ending;
use holds::Holds;
use monitor::{Incoming, Monitor};
use steps::Asker;

pub use begin::run;

const MONITOR: u64 = 0;
const PROCESS: u64 = 1;
const LISTENER: u64 = 2;

/// What the supervisor is about. (It is made for one machine and ends with it.)
enum Phase {
    /// QEMU was forked; commands of the start are under way.
    Starting(Starting),
    /// QEMU was found; its status is asked for. The request to be answered.
    Attaching {
        requester: (u64, u64),
        deadline: Instant,
    },
    Running,
}

/// Saved memory, as far as it matters to a start.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Memory {
    /// There is none, or it is all there.
    Complete,
    Coming,
    /// It comes, and nothing else is left to be done.
    Awaited,
}

struct Starting {
    /// The client and its request.
    requester: (u64, u64),
    /// Commands that are left to be sent, the next one last.
    setup: Vec<String>,
    paused: bool,
    /// What is known of the saved memory that the machine goes on from.
    memory: Memory,
    reason: i32,
    deadline: Instant,
    /// The command that was sent last, for people.
    last: String,
    /// What is told when it has started; of a start that is given up nothing is.
    steps: Vec<(i32, i32)>,
    /// Why the start is given up, once it is.
    failure: Option<Failure>,
}

struct Server {
    slot: Slot,
    places: Places,
    id: i32,
    life: Lifecycle,
    phase: Phase,
    process: Process,
    monitor: Monitor<Asker>,
    /// QEMU closed its monitor, but lives: until when that is tolerated.
    monitor_gone: Option<Instant>,
    ending: Ending,
    listener: OwnedFd,
    clients: Clients,
    holds: Holds,
    epoll: Epoll,
    log: Option<File>,
    diary: Diary,
    seen: Seen,
    /// QEMU has ended.
    ended: bool,
    /// The epoll set was told to wait for room in the monitor's socket.
    monitor_full: bool,
}

impl Server {
    /// Serves until QEMU has ended and everybody was told.
    fn serve(mut self) -> io::Result<()> {
        let mut ready = [Ready::default(); 16];
        self.flush_monitor();
        while !self.ended {
            let count = self.epoll.wait(&mut ready, self.timeout())?;
            for one in &ready[..count] {
                match one.token {
                    MONITOR => self.read_monitor(),
                    PROCESS => {
                        // What QEMU has said before it ended tells why.
                        while self.monitor.read() {
                            self.incoming();
                        }
                        self.ended = true;
                    }
                    LISTENER => self.accept(),
                    token if one.readable => self.receive(token),
                    token => self.clients.flush(&self.epoll, token),
                }
            }
            self.late(Instant::now());
            self.flush_monitor();
        }
        self.finish()
    }

    fn timeout(&self) -> Option<Duration> {
        let phase = match &self.phase {
            Phase::Starting(start) if start.failure.is_none() => Some(start.deadline),
            Phase::Attaching { deadline, .. } => Some(*deadline),
            Phase::Starting(_) | Phase::Running => None,
        };
        let all = [phase, self.monitor.deadline(), self.ending.deadline(), self.monitor_gone];
        all.into_iter().flatten().min().map(|deadline| deadline.saturating_duration_since(Instant::now()))
    }

    /// Does what is due by now.
    fn late(&mut self, now: Instant) {
        for asker in self.monitor.expired(now) {
            self.fail(asker, &Failure::Timeout { waited_for: "QEMU's answer".into() });
        }
        self.late_phase(now);
        self.late_end(now);
        if self.monitor_gone.is_some_and(|until| until <= now) {
            self.monitor_gone = None;
            let _ = self.process.signal(libc::SIGKILL);
        }
    }

    fn accept(&mut self) {
        loop {
            match socket::accept(&self.listener) {
                Ok(Some(socket)) => drop(self.clients.add(&self.epoll, socket)),
                Ok(None) => return,
                // Too many open files: who waits is served when one of the others has left.
                Err(_) => {
                    let _ = self.epoll.change(&self.listener, LISTENER, false, false);
                    return;
                }
            }
        }
    }

    /// A client's socket has a request, or its end.
    fn receive(&mut self, token: u64) {
        // A few, then it is others' turn.
        for _ in 0..8 {
            match self.clients.receive(token) {
                Ok(Some(message)) => self.request(token, message),
                Ok(None) => break,
                Err(bound) => {
                    self.let_go(token);
                    let _ = self.epoll.change(&self.listener, LISTENER, true, false);
                    if bound {
                        self.end(crate::types::VIR_DOMAIN_SHUTOFF_DESTROYED, end::PATIENCE);
                    }
                    return;
                }
            }
        }
        self.clients.flush(&self.epoll, token);
    }

    fn read_monitor(&mut self) {
        let more = self.monitor.read();
        self.incoming();
        if !more && self.monitor.closed && self.monitor_gone.is_none() {
            // Its process is about to end; one that does not cannot be ruled any more.
            self.monitor_gone = Some(Instant::now() + end::PATIENCE);
            let _ = self.epoll.change(&self.monitor, MONITOR, false, false);
        }
    }

    /// Handles the messages that were read.
    fn incoming(&mut self) {
        while let Some(message) = self.monitor.next() {
            match message {
                Incoming::Event { text, name } => self.event(&text, &name),
                Incoming::Reply { text, asker, error } => self.reply(text, asker, error),
                Incoming::TooLong { asker } => {
                    self.fail(asker, &Failure::Invalid { why: "QEMU's answer is longer than 10 MiB".into() });
                }
            }
        }
    }

    fn flush_monitor(&mut self) {
        let full = self.monitor.flush();
        if full != self.monitor_full && !self.monitor.closed {
            self.monitor_full = full;
            let _ = self.epoll.change(&self.monitor, MONITOR, true, full);
        }
    }

    fn publish(&self) {
        self.slot.publish(self.id, self.life, matches!(self.phase, Phase::Starting(_)));
    }

    /// Tells who listens of steps of the machine's life.
    fn tell(&mut self, steps: impl IntoIterator<Item = (i32, i32)>) {
        if let Phase::Starting(start) = &mut self.phase {
            start.steps.extend(steps);
            return;
        }
        for step in steps {
            let written = self.diary.step(step);
            self.note(written);
        }
    }

    /// A record that could not be written must not end the machine.
    fn note(&mut self, written: io::Result<()>) {
        if let Err(error) = written {
            self.log(&format!("an event could not be told: {error}"));
        }
    }

    /// Tells whoever asked something that it was not done.
    fn fail(&mut self, asker: Asker, failure: &Failure) {
        match asker {
            Asker::Client { token, id, .. } => {
                self.clients.answer(&self.epoll, token, Kind::Failed, id, failure.encode());
            }
            Asker::Step(step) => self.step_failed(step, failure),
        }
    }

    /// A line in the machine's log.
    fn log(&mut self, text: &str) {
        use std::io::Write;
        if let Some(log) = &mut self.log {
            // A full disk must not end the machine.
            let _ = log.write_all(machine_log::line(text).as_bytes());
        }
    }
}
