//! What programs ask for.

use std::time::{Duration, Instant};

use super::steps::Asker;
use super::{Phase, Server};
use crate::supervisor::lifecycle::Actions;
use crate::supervisor::message::{Decoder, Encoder, Failure, Kind, Message};

/// Commands that nobody has time for are refused above this.
const LONGEST_DEADLINE: u64 = 1 << 40;

impl Server {
    pub(super) fn request(&mut self, token: u64, message: Message) {
        let id = message.id;
        match self.try_request(token, message) {
            Ok(true) => self.clients.answer(&self.epoll, token, Kind::Done, id, Vec::new()),
            Ok(false) => {}
            Err(failure) => self.clients.answer(&self.epoll, token, Kind::Failed, id, failure.encode()),
        }
    }

    /// Whether it was done at once; else it is answered later.
    fn try_request(&mut self, token: u64, message: Message) -> Result<bool, Failure> {
        let unreadable = || Failure::Invalid { why: "unreadable request".into() };
        let Message { kind, id, content, files } = message;
        let mut decoder = Decoder(&content);
        match kind {
            Kind::Command => {
                let deadline = decoder.long().ok_or_else(unreadable)?;
                let reasons = decoder.int().zip(decoder.int()).ok_or_else(unreadable)?;
                if !matches!(self.phase, Phase::Running) {
                    return Err(Failure::Starting);
                }
                if self.monitor.closed {
                    return Err(Failure::NotRunning);
                }
                let deadline = Instant::now() + Duration::from_millis(deadline.min(LONGEST_DEADLINE));
                let (pauses, resumes) = (reasons.0 >= 0, reasons.1 >= 0);
                let asker = Asker::Client { token, id, pauses, resumes };
                if !self.monitor.command(&decoder.rest(), asker, Some(deadline), files) {
                    return Err(Failure::Invalid { why: "the command is no JSON object".into() });
                }
                if pauses {
                    self.life.pausing = Some(reasons.0);
                }
                if resumes {
                    self.life.resuming = Some(reasons.1);
                }
                self.flush_monitor();
                Ok(false)
            }
            Kind::Stop => {
                let graceful = decoder.flag().ok_or_else(unreadable)?;
                let deadline = decoder.long().ok_or_else(unreadable)?;
                let reason = decoder.int().ok_or_else(unreadable)?;
                let deadline = Duration::from_millis(deadline.min(LONGEST_DEADLINE));
                self.stop((token, id), graceful, deadline, reason);
                Ok(false)
            }
            Kind::SetActions => {
                self.life.actions = Actions::decode(&mut decoder).ok_or_else(unreadable)?;
                self.publish();
                Ok(true)
            }
            Kind::FakeReboot => {
                self.life.fake_reboot = decoder.flag().ok_or_else(unreadable)?;
                self.publish();
                Ok(true)
            }
            Kind::Bind => {
                self.clients.bind(token, decoder.flag().ok_or_else(unreadable)?);
                Ok(true)
            }
            Kind::Hold => {
                let file = self.hold(token, decoder).ok_or_else(unreadable)??;
                match file {
                    Some(file) => self.clients.answer_with(&self.epoll, token, id, file),
                    None => self.clients.answer(&self.epoll, token, Kind::Done, id, Vec::new()),
                }
                Ok(false)
            }
            Kind::Held => {
                let note = self.held(&decoder.bytes().ok_or_else(unreadable)?);
                let content = Encoder::default().flag(note.is_some()).bytes(&note.unwrap_or_default()).0;
                self.clients.answer(&self.epoll, token, Kind::Done, id, content);
                Ok(false)
            }
            Kind::Control => {
                let waiting = self.monitor.waiting_since().map(|since| since.elapsed().as_millis() as u64);
                let lost = self.monitor.closed && self.ending.deadline().is_none();
                let content = Encoder::default().flag(lost).long(waiting.unwrap_or(u64::MAX)).0;
                self.clients.answer(&self.epoll, token, Kind::Done, id, content);
                Ok(false)
            }
            Kind::Start | Kind::Attach => Err(Failure::Invalid { why: "this supervisor has a machine".into() }),
            Kind::Started | Kind::Reply | Kind::Done | Kind::Failed | Kind::Taken => {
                Err(Failure::Invalid { why: "this is no request".into() })
            }
        }
    }
}
