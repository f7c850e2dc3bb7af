//! What programs hold of a machine: a console, a job, the guest agent. Each is one program's at a time, until its connection ends.

use std::collections::BTreeMap;
use std::os::fd::OwnedFd;
use std::path::Path;

use super::Server;
use super::steps::Asked;
use crate::supervisor::message::{Decoder, Encoder, Failure, Kind};
use crate::sys::socket;
use crate::types::*;

/// So many things may be held, and sockets kept open.
const MOST: usize = 64;

struct Hold {
    /// The client that has it.
    token: u64,
    /// What others are told of it.
    note: Vec<u8>,
    /// Commands for QEMU when the client is lost.
    undo: Vec<String>,
    /// Why the machine runs after them.
    resumes: i32,
}

/// All that is held, by name.
#[derive(Default)]
pub struct Holds {
    all: BTreeMap<Vec<u8>, Hold>,
    /// Connections to sockets of QEMU's, which stay while nobody uses them: the guest sees somebody at the other end.
    sockets: BTreeMap<Vec<u8>, OwnedFd>,
}

impl Holds {
    /// The connection that is kept under a name; made when there is none, or when it is to be a fresh one.
    fn socket(&mut self, name: &[u8], path: &Path, fresh: bool) -> Result<OwnedFd, Failure> {
        let failed = |error| Failure::system(format!("cannot connect to '{}'", path.display()), &error);
        if fresh || !self.sockets.contains_key(name) {
            self.sockets.remove(name);
            let socket = socket::connect(socket::STREAM, path, true).map_err(failed)?;
            self.sockets.insert(name.to_owned(), socket);
        }
        match self.sockets.get(name) {
            Some(socket) => socket.try_clone().map_err(failed),
            None => Err(Failure::NotRunning),
        }
    }
}

impl Server {
    /// `Kind::Hold`: a client wants something for itself; the descriptor to be sent along.
    pub(super) fn hold(&mut self, token: u64, mut decoder: Decoder) -> Option<Result<Option<OwnedFd>, Failure>> {
        let (force, name, note) = (decoder.flag()?, decoder.bytes()?, decoder.bytes()?);
        let (undo, resumes) = (decoder.list(Decoder::text)?, decoder.int()?);
        let (path, fresh) = (decoder.path()?, decoder.flag()?);
        let other = self.holds.all.get(&name).map(|hold| hold.token).filter(|other| *other != token);
        match other {
            Some(_) if !force => return Some(Err(Failure::Held)),
            Some(other) => {
                let content = Encoder::default().bytes(&name).0;
                self.clients.tell(other, Kind::Taken, &content);
            }
            None if self.holds.all.len() >= MOST => return Some(Err(Failure::Busy)),
            None => {}
        }
        self.holds.all.insert(name.clone(), Hold { token, note, undo, resumes });
        let has_socket = !path.as_os_str().is_empty();
        Some(has_socket.then(|| self.holds.socket(&name, &path, fresh)).transpose())
    }

    /// `Kind::Held`: what is said of something that is held; nothing when it is not.
    pub(super) fn held(&self, name: &[u8]) -> Option<Vec<u8>> {
        self.holds.all.get(name).map(|hold| hold.note.clone())
    }

    /// A client is gone: what it held is free, and what it left half done is undone.
    pub(super) fn let_go(&mut self, token: u64) {
        let mut undone = Vec::new();
        self.holds.all.retain(|_, hold| {
            let is_kept = hold.token != token;
            if !is_kept {
                undone.push((std::mem::take(&mut hold.undo), hold.resumes));
            }
            is_kept
        });
        for (commands, resumes) in undone {
            if !commands.is_empty() && resumes != VIR_DOMAIN_RUNNING_UNKNOWN {
                self.life.resuming = Some(resumes);
            }
            for command in commands {
                self.ask(&command, Asked::Undo, Vec::new());
            }
        }
    }
}
