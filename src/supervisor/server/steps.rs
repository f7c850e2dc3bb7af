//! What the supervisor itself asks of QEMU: handshake, start, status, reboot, core dump; and what follows from events.

use std::fs::File;
use std::os::fd::OwnedFd;
use std::os::unix::fs::OpenOptionsExt;
use std::time::{Instant, SystemTime};

use super::{Memory, Phase, Server, end};
use crate::log::Time;
use crate::supervisor::json::{member, plain};
use crate::supervisor::lifecycle::{self, DumpThen, Step};
use crate::supervisor::message::{Encoder, Failure, Kind};
use crate::types::*;

/// Who gets an answer of QEMU's.
pub enum Asker {
    /// A client, its request, and whether the command was to pause or to resume the machine.
    Client {
        token: u64,
        id: u64,
        pauses: bool,
        resumes: bool,
    },
    Step(Asked),
}

/// What the supervisor has asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Capabilities,
    Setup,
    Continue,
    Status,
    Reset(virDomainRunningReason),
    ContinueReset,
    DumpFile(DumpThen),
    Dump(DumpThen),
    /// What a program that was lost had begun.
    Undo,
}

impl Server {
    pub(super) fn ask(&mut self, command: &str, step: Asked, files: Vec<OwnedFd>) {
        if !self.monitor.command(command.as_bytes(), Asker::Step(step), None, files) {
            self.step_failed(step, &Failure::Invalid { why: format!("no JSON object: {command}") });
        }
    }

    /// The first command; QEMU answers when the machine was made.
    pub(super) fn handshake(&mut self) {
        self.ask(r#"{"execute": "qmp_capabilities"}"#, Asked::Capabilities, Vec::new());
    }

    /// QEMU has told of a migration: whether all of the saved memory is there.
    fn migration(&mut self, data: &[u8]) {
        let Phase::Starting(start) = &mut self.phase else { return };
        if start.memory == Memory::Complete || member(data, "status").and_then(plain) != Some("completed") {
            return;
        }
        if std::mem::replace(&mut start.memory, Memory::Complete) == Memory::Awaited {
            self.next_step();
        }
    }

    pub(super) fn event(&mut self, text: &[u8], name: &str) {
        if name == "MIGRATION" {
            self.migration(member(text, "data").unwrap_or(b"{}"));
        }
        let before = self.life;
        let data = member(text, "data").unwrap_or(b"{}");
        let step = self.life.event(name, data);
        if let Some(Step::End(reason)) = step {
            // In one with the state, so that who finds it half done goes on.
            self.life.ending = Some(reason);
        }
        if self.seen.learn(name, data) {
            let saved = self.seen.save();
            self.life.learned |= saved.is_ok();
            self.note(saved);
        }
        if self.life != before {
            self.publish();
        }
        // In libvirt's order: what QEMU says, then what became of the machine.
        let written = self.diary.qmp(text);
        self.note(written);
        self.tell(lifecycle::told(before.state, self.life.state, name, data));
        if let Some(step) = step {
            self.carry_out(step);
        }
    }

    fn carry_out(&mut self, step: Step) {
        match step {
            Step::End(reason) => self.end(reason, end::PATIENCE),
            Step::Reboot(reason) => {
                self.ask(r#"{"execute": "system_reset"}"#, Asked::Reset(reason), Vec::new());
            }
            Step::Dump(then) => self.dump(then),
        }
    }

    fn dump(&mut self, then: DumpThen) {
        let time = Time(SystemTime::now()).to_string();
        let mut path = self.places.dump_prefix.clone().into_os_string();
        path.push(format!("-{}-{}", &time[..10], &time[11..19]));
        match File::options().write(true).create_new(true).mode(0o600).open(&path) {
            Ok(file) => {
                let command = r#"{"execute": "getfd", "arguments": {"fdname": "solovirt-dump"}}"#;
                self.ask(command, Asked::DumpFile(then), vec![file.into()]);
            }
            Err(error) => self.log(&format!("cannot create core dump '{}': {error}", path.display())),
        }
    }

    pub(super) fn reply(&mut self, text: Vec<u8>, asker: Asker, error: bool) {
        match asker {
            Asker::Client { token, id, pauses, resumes } => {
                if pauses {
                    self.life.pausing = None;
                }
                if resumes {
                    self.life.resuming = None;
                }
                let text = text.trim_ascii_end().to_vec();
                self.clients.answer(&self.epoll, token, Kind::Reply, id, text);
            }
            Asker::Step(step) if error => {
                let reply = String::from_utf8_lossy(text.trim_ascii_end()).into_owned();
                let command = match &self.phase {
                    Phase::Starting(start) => start.last.clone(),
                    Phase::Attaching { .. } | Phase::Running => format!("{step:?}"),
                };
                self.step_failed(step, &Failure::Setup { command, reply });
            }
            Asker::Step(step) => self.step_done(step, &text),
        }
    }

    fn step_done(&mut self, step: Asked, reply: &[u8]) {
        match step {
            Asked::Capabilities | Asked::Setup => self.next_step(),
            Asked::Continue => self.started(),
            Asked::Status => {
                let status = member(reply, "return").and_then(|status| member(status, "status")).and_then(plain);
                self.found(status.unwrap_or_default());
            }
            Asked::Reset(reason) => {
                self.life.resuming = Some(reason);
                self.ask(r#"{"execute": "cont"}"#, Asked::ContinueReset, Vec::new());
            }
            Asked::ContinueReset | Asked::Undo => {}
            Asked::DumpFile(then) => {
                let command = r#"{"execute": "dump-guest-memory", "arguments": {"paging": false, "protocol": "fd:solovirt-dump"}}"#;
                self.ask(command, Asked::Dump(then), Vec::new());
            }
            Asked::Dump(then) => {
                let step = match then {
                    DumpThen::End => {
                        self.life.ending = Some(VIR_DOMAIN_SHUTOFF_CRASHED);
                        Step::End(VIR_DOMAIN_SHUTOFF_CRASHED)
                    }
                    DumpThen::Reboot => {
                        self.life.rebooting = true;
                        Step::Reboot(VIR_DOMAIN_RUNNING_CRASHED)
                    }
                };
                self.publish();
                self.carry_out(step);
            }
        }
    }

    /// The next of the commands of a start, or of an attach.
    fn next_step(&mut self) {
        let Phase::Starting(start) = &mut self.phase else {
            return self.ask(r#"{"execute": "query-status"}"#, Asked::Status, Vec::new());
        };
        if start.failure.is_some() {
            return;
        }
        if let Some(command) = start.setup.pop() {
            start.last.clone_from(&command);
            return self.ask(&command, Asked::Setup, Vec::new());
        }
        if start.memory != Memory::Complete {
            start.memory = Memory::Awaited;
            start.last = "the end of the saved memory".into();
            return;
        }
        if start.paused {
            return self.started();
        }
        start.last = r#"{"execute": "cont"}"#.into();
        self.life.resuming = Some(start.reason);
        self.ask(r#"{"execute": "cont"}"#, Asked::Continue, Vec::new());
    }

    /// All commands of the start are done.
    fn started(&mut self) {
        let Phase::Starting(start) = &self.phase else { return };
        if start.failure.is_some() {
            return;
        }
        let (requester, paused, reason) = (start.requester, start.paused, start.reason);
        let state = if paused { VIR_DOMAIN_PAUSED } else { VIR_DOMAIN_RUNNING };
        self.life.resuming = None;
        // The guest may have gone on to something else already.
        if self.life.state == (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_STARTING_UP) {
            self.life.state = (state, reason);
        }
        self.enter_running(requester, lifecycle::first_steps(paused, reason));
    }

    /// A machine of which it was not known what it does has told.
    fn found(&mut self, status: &str) {
        let before = self.life;
        let step = self.life.status(status);
        if let Some(Step::End(reason)) = step {
            self.life.ending = Some(reason);
        }
        let changed = lifecycle::told(before.state, self.life.state, "", b"{}");
        match self.phase {
            Phase::Attaching { requester, .. } => self.enter_running(requester, changed),
            // Its answer was not waited for.
            Phase::Starting(_) | Phase::Running => {
                self.publish();
                self.tell(changed);
            }
        }
        if let Some(step) = step {
            self.carry_out(step);
        }
    }

    fn enter_running(&mut self, (token, id): (u64, u64), steps: impl IntoIterator<Item = (i32, i32)>) {
        let before = match std::mem::replace(&mut self.phase, Phase::Running) {
            Phase::Starting(start) => start.steps,
            Phase::Attaching { .. } | Phase::Running => Vec::new(),
        };
        self.publish();
        self.tell(before.into_iter().chain(steps));
        let content = Encoder::default().int(self.id).int(self.process.pid.cast_signed()).0;
        self.clients.answer(&self.epoll, token, Kind::Started, id, content);
    }

    pub(super) fn step_failed(&mut self, step: Asked, failure: &Failure) {
        match step {
            Asked::Capabilities | Asked::Setup | Asked::Continue | Asked::Status => self.give_up(failure.clone()),
            // What cannot be rebooted is ended, as libvirt does.
            Asked::Reset(_) | Asked::ContinueReset => {
                self.log(&format!("cannot reboot: {failure:?}"));
                self.end(VIR_DOMAIN_SHUTOFF_CRASHED, std::time::Duration::ZERO);
            }
            Asked::Undo => self.log(&format!("cannot undo what a lost program has begun: {failure:?}")),
            Asked::DumpFile(_) | Asked::Dump(_) => self.log(&format!("cannot write a core dump: {failure:?}")),
        }
    }

    /// Ends a start that cannot succeed; who asked for it is answered when QEMU has ended. What was found again is left alone: only its
    /// monitor does not answer.
    pub(super) fn give_up(&mut self, failure: Failure) {
        match &mut self.phase {
            Phase::Starting(start) => {
                start.failure.get_or_insert(failure);
                self.end(VIR_DOMAIN_SHUTOFF_FAILED, std::time::Duration::ZERO);
            }
            Phase::Attaching { requester, .. } => {
                let requester = *requester;
                self.enter_running(requester, None);
            }
            Phase::Running => {}
        }
    }

    /// Gives up what takes too long.
    pub(super) fn late_phase(&mut self, now: Instant) {
        let waited_for = match &self.phase {
            Phase::Starting(start) if start.failure.is_none() && start.deadline <= now => {
                format!("QEMU's answer to {}", start.last)
            }
            Phase::Attaching { deadline, .. } if *deadline <= now => "QEMU's status".to_owned(),
            Phase::Starting(_) | Phase::Attaching { .. } | Phase::Running => return,
        };
        self.give_up(Failure::Timeout { waited_for });
    }
}
