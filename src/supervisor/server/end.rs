//! How a machine ends, and its supervisor with it.

use std::io;
use std::time::{Duration, Instant};

use super::{Phase, Server};
use crate::supervisor::message::{Failure, Kind};
use crate::types::*;

/// How long QEMU may take to end by itself when nobody has said otherwise: it writes its images' caches back.
pub const PATIENCE: Duration = Duration::from_secs(15);
/// How long the kernel may take to end a killed process, which may wait for a disk.
const KILLED: Duration = Duration::from_secs(30);

/// Somebody who asked for the end.
struct Waiter {
    token: u64,
    id: u64,
    deadline: Instant,
}

/// What was begun to end QEMU.
#[derive(Default)]
pub struct Ending {
    waiters: Vec<Waiter>,
    /// When it is killed.
    kill: Option<Instant>,
}

impl Ending {
    pub fn deadline(&self) -> Option<Instant> {
        self.waiters.iter().map(|waiter| waiter.deadline).chain(self.kill).min()
    }
}

impl Server {
    /// Asks QEMU to end, and kills it after a while: at once for no patience. The first reason given holds.
    pub(super) fn end(&mut self, reason: virDomainShutoffReason, patience: Duration) {
        self.ask_to_end(reason);
        let kill = Instant::now() + patience;
        self.ending.kill = Some(self.ending.kill.map_or(kill, |earlier| earlier.min(kill)));
    }

    fn ask_to_end(&mut self, reason: virDomainShutoffReason) {
        self.life.ending.get_or_insert(reason);
        self.publish();
        // One that is stopped wakes up and sees the first signal. A process that has ended needs none.
        let _ = self.process.signal(libc::SIGTERM);
        let _ = self.process.signal(libc::SIGCONT);
    }

    /// A client wants the end.
    pub(super) fn stop(&mut self, (token, id): (u64, u64), graceful: bool, deadline: Duration, reason: i32) {
        let now = Instant::now();
        if graceful {
            self.ask_to_end(reason);
            self.ending.waiters.push(Waiter { token, id, deadline: now + deadline });
        } else {
            self.end(reason, deadline);
            self.ending.waiters.push(Waiter { token, id, deadline: now + deadline + KILLED });
        }
    }

    /// Kills what should have ended by now, and tells those who wait no longer.
    pub(super) fn late_end(&mut self, now: Instant) {
        if self.ending.kill.is_some_and(|kill| kill <= now) {
            self.ending.kill = None;
            let _ = self.process.signal(libc::SIGKILL);
        }
        for at in (0..self.ending.waiters.len()).rev() {
            if self.ending.waiters[at].deadline <= now {
                let Waiter { token, id, .. } = self.ending.waiters.remove(at);
                let failure = Failure::Timeout { waited_for: format!("the end of process {}", self.process.pid) };
                self.clients.answer(&self.epoll, token, Kind::Failed, id, failure.encode());
            }
        }
    }

    /// QEMU has ended: publishes why, cleans up, gives the slot back, and only then answers.
    pub(super) fn finish(mut self) -> io::Result<()> {
        let how = match self.process.reap() {
            Some(status) => status.to_string(),
            None => "its exit status is not known".to_owned(),
        };
        let starting = matches!(self.phase, Phase::Starting(_));
        let reason = match self.life.ending {
            None if starting => VIR_DOMAIN_SHUTOFF_FAILED,
            Some(_) | None => self.life.shutoff_reason(),
        };
        let last = self.life.last_step(reason);
        self.life.shut_off(reason);
        self.log(&format!("shutting down, reason={}", reason_name(reason)));
        // Nobody could connect any more. A file that somebody else has removed is no harm.
        let _ = std::fs::remove_file(&self.places.socket);
        let _ = std::fs::remove_file(&self.places.monitor);
        self.seen.clear();
        self.slot.publish(self.id, self.life, false);
        // What was not started has not stopped. Before the slot is free: the next run's records come behind.
        if !starting {
            let written = self.diary.last_step(last.0, last.1);
            self.note(written);
        }
        let Self { slot, mut clients, epoll, mut monitor, phase, ending, .. } = self;
        slot.release()?;

        match phase {
            Phase::Starting(start) => {
                let failure = start.failure.unwrap_or(Failure::Exited { how, output: String::new() });
                let (token, id) = start.requester;
                clients.answer(&epoll, token, Kind::Failed, id, failure.encode());
            }
            Phase::Attaching { requester: (token, id), .. } => {
                clients.answer(&epoll, token, Kind::Failed, id, Failure::NotRunning.encode());
            }
            Phase::Running => {}
        }
        for asker in monitor.abandon() {
            if let super::Asker::Client { token, id, .. } = asker {
                clients.answer(&epoll, token, Kind::Failed, id, Failure::NotRunning.encode());
            }
        }
        for waiter in ending.waiters {
            clients.answer(&epoll, waiter.token, Kind::Done, waiter.id, Vec::new());
        }
        clients.flush_all();
        Ok(())
    }
}

/// What libvirt's log calls a reason.
pub fn reason_name(reason: virDomainShutoffReason) -> &'static str {
    let names =
        ["unknown", "shutdown", "destroyed", "crashed", "migrated", "saved", "failed", "from snapshot", "daemon"];
    usize::try_from(reason).ok().and_then(|at| names.get(at)).copied().unwrap_or("unknown")
}
