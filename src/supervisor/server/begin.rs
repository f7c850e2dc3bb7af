//! How a supervisor begins: away from its client, with the machine's slot, then QEMU started or found.

use std::fs::{self, File};
use std::io;
use std::os::fd::OwnedFd;
use std::path::Path;
use std::time::{Duration, Instant};

use super::clients::{Clients, FIRST_TOKEN};
use super::diary::Diary;
use super::end::{Ending, PATIENCE};
use super::holds::Holds;
use super::monitor::Monitor;
use super::{LISTENER, MONITOR, Memory, PROCESS, Phase, Server, Starting, launch};
use crate::supervisor::lifecycle::Lifecycle;
use crate::supervisor::message::{self, Failure, Kind, Message};
use crate::supervisor::seen::Seen;
use crate::supervisor::slots::Slot;
use crate::supervisor::start::{Attach, Places, Request};
use crate::sys;
use crate::sys::epoll::Epoll;
use crate::sys::process::{self, Fork, Process};
use crate::sys::socket;
use crate::types::*;

/// All of `virt-supervisor`: standard input is a socket with one request. The process that was called ends at once, its child stays
/// until the machine has ended. The exit status says nothing to anybody.
pub fn run() -> i32 {
    match process::fork() {
        Ok(Fork::Parent { .. }) => process::exit_now(0),
        Ok(Fork::Child) => {}
        Err(_) => return 1,
    }
    let Ok(socket) = process::detach() else { return 1 };
    sys::keep_little();
    let Ok(Some(message)) = message::receive(&socket) else { return 1 };
    let id = message.id;
    let begun = match message.kind {
        Kind::Start => start(message, &socket),
        Kind::Attach => attach(message, &socket),
        _ => Err(Failure::Invalid { why: "the first request starts or attaches".into() }),
    };
    match begun {
        Ok(server) => {
            // The server has its own: while this one lives, the end of the client would be told for ever.
            drop(socket);
            i32::from(server.serve().is_err())
        }
        Err(failure) => {
            // A client that is gone needs no answer.
            let _ = message::send(&socket, Kind::Failed, id, &failure.encode(), &[], true);
            1
        }
    }
}

fn unreadable() -> Failure {
    Failure::Invalid { why: "unreadable request".into() }
}

/// A name of a file that is about to be made is free: what stands there belongs to nobody, as the slot is ours.
fn clear(path: &Path) -> Result<(), Failure> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(Failure::system(format!("cannot remove '{}'", path.display()), &error))
        }
        _ => Ok(()),
    }
}

fn listen(kind: i32, path: &Path) -> Result<OwnedFd, Failure> {
    clear(path)?;
    let failed = |error: io::Error| Failure::system(format!("cannot listen on '{}'", path.display()), &error);
    socket::listen(kind, path).map_err(failed)
}

fn enter(places: &Places) -> Result<(), Failure> {
    let folder = &places.run_folder;
    let failed = |error: io::Error| Failure::system(format!("cannot work in '{}'", folder.display()), &error);
    std::env::set_current_dir(folder).map_err(failed)
}

fn server_failed(error: io::Error) -> Failure {
    Failure::system("cannot wait for events", &error)
}

/// All that is left to be put together when QEMU is there.
struct Parts {
    slot: Slot,
    places: Places,
    id: i32,
    life: Lifecycle,
    phase: Phase,
    process: Process,
    monitor: OwnedFd,
    listener: OwnedFd,
    log: Option<File>,
    diary: Diary,
    seen: Seen,
    requester: OwnedFd,
}

impl Parts {
    fn assemble(self) -> Result<Server, Failure> {
        let epoll = Epoll::new().map_err(server_failed)?;
        let monitor = Monitor::new(self.monitor);
        epoll.add(&monitor, MONITOR).map_err(server_failed)?;
        epoll.add(&self.process, PROCESS).map_err(server_failed)?;
        epoll.add(&self.listener, LISTENER).map_err(server_failed)?;
        let mut clients = Clients::default();
        socket::set_nonblocking(&self.requester).map_err(server_failed)?;
        clients.add(&epoll, self.requester);
        Ok(Server {
            slot: self.slot,
            places: self.places,
            id: self.id,
            life: self.life,
            phase: self.phase,
            process: self.process,
            monitor,
            monitor_gone: None,
            ending: Ending::default(),
            listener: self.listener,
            clients,
            holds: Holds::default(),
            epoll,
            log: self.log,
            diary: self.diary,
            seen: self.seen,
            ended: false,
            monitor_full: false,
        })
    }
}

fn start(message: Message, socket: &OwnedFd) -> Result<Server, Failure> {
    let mut request = Request::decode(&message.content).ok_or_else(unreadable)?;
    let deadline = Instant::now() + Duration::from_millis(request.deadline);
    let mut files = message.files.into_iter();
    let log = File::from(files.next().ok_or_else(unreadable)?);
    let files: Vec<OwnedFd> = files.collect();
    let places = request.places.clone();
    enter(&places)?;
    let (mut slot, before) = Slot::claim(&places.slots, request.uuid)?;
    if let Some((pid, started)) = before.and_then(|before| before.process)
        && let Some(qemu) = Process::find(pid, started)
    {
        if before.is_some_and(|before| !before.record.starting) {
            // Its supervisor has died. It is for `Attach` to take it over.
            return Err(Failure::Running { supervisor: None });
        }
        end_now(&qemu)?;
    }
    let life = Lifecycle::new((VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_STARTING_UP), request.actions);
    slot.begin(request.id, life).map_err(|error| Failure::system("cannot own the slot", &error))?;
    let requester = socket.try_clone().map_err(server_failed)?;
    match launch_all(&request, &slot, &files, &log) {
        Ok((process, monitor, listener)) => {
            drop(files);
            request.setup.reverse();
            let phase = Phase::Starting(Starting {
                requester: (FIRST_TOKEN, message.id),
                setup: request.setup,
                paused: request.paused,
                memory: if request.incoming { Memory::Coming } else { Memory::Complete },
                reason: request.reason,
                deadline,
                last: "the handshake".into(),
                steps: Vec::new(),
                failure: None,
            });
            let log = Some(log);
            let id = request.id;
            let diary = Diary::open(&places, request.uuid, id);
            let mut seen = Seen::of(&places.run_folder, &request.uuid);
            seen.clear();
            let parts =
                Parts { slot, places, id, life, phase, process, monitor, listener, log, diary, seen, requester };
            let mut server = parts.assemble()?;
            server.clients.bind(FIRST_TOKEN, request.bound);
            server.handshake();
            Ok(server)
        }
        Err(failure) => {
            shut_off(slot, &places, request.id, life, VIR_DOMAIN_SHUTOFF_FAILED, None);
            Err(failure)
        }
    }
}

/// QEMU, the connection to its monitor, and the supervisor's own listening socket.
fn launch_all(
    request: &Request,
    slot: &Slot,
    files: &[OwnedFd],
    log: &File,
) -> Result<(Process, OwnedFd, OwnedFd), Failure> {
    let places = &request.places;
    let qemu_listens = listen(socket::STREAM, &places.monitor)?;
    let monitor = connect(&places.monitor)?;
    let process = launch::launch(request, slot, &qemu_listens, files, log)?;
    match listen(socket::PACKETS, &places.socket) {
        Ok(listener) => Ok((process, monitor, listener)),
        Err(failure) => {
            end_now(&process)?;
            process.reap();
            Err(failure)
        }
    }
}

fn connect(monitor: &Path) -> Result<OwnedFd, Failure> {
    let failed = |error: io::Error| Failure::system(format!("cannot connect to '{}'", monitor.display()), &error);
    socket::connect(socket::STREAM, monitor, true).map_err(failed)
}

/// Kills a process and waits for its end.
fn end_now(process: &Process) -> Result<(), Failure> {
    let _ = process.signal(libc::SIGKILL);
    match socket::readable(process, Some(PATIENCE)) {
        Ok(true) => Ok(()),
        _ => Err(Failure::Timeout { waited_for: format!("the end of process {}", process.pid) }),
    }
}

/// Publishes that a machine that has no process is shut off, and gives its slot back.
fn shut_off(
    slot: Slot,
    places: &Places,
    id: i32,
    mut life: Lifecycle,
    reason: virDomainShutoffReason,
    diary: Option<Diary>,
) {
    let last = life.last_step(reason);
    life.shut_off(reason);
    let _ = clear(&places.socket);
    let _ = clear(&places.monitor);
    slot.publish(id, life, false);
    if let Some(mut diary) = diary {
        // There is nobody to be told when that fails.
        let _ = diary.last_step(last.0, last.1);
    }
    // It is given back when this process ends in any case.
    let _ = slot.release();
}

fn attach(message: Message, socket: &OwnedFd) -> Result<Server, Failure> {
    let request = Attach::decode(&message.content).ok_or_else(unreadable)?;
    let deadline = Instant::now() + Duration::from_millis(request.deadline);
    let log = message.files.into_iter().next().map(File::from);
    let places = request.places;
    enter(&places)?;
    let (mut slot, before) = Slot::claim(&places.slots, request.uuid)?;
    let Some(before) = before.filter(|before| before.record.lifecycle.state.0 != VIR_DOMAIN_SHUTOFF) else {
        return Err(Failure::NotRunning);
    };
    let (id, life) = (before.record.id, before.record.lifecycle);
    slot.own().map_err(|error| Failure::system("cannot own the slot", &error))?;
    let diary = Diary::open(&places, request.uuid, id);
    let mut seen = Seen::of(&places.run_folder, &request.uuid);
    let qemu = before.process.and_then(|(pid, started)| Process::find(pid, started));
    let process = match qemu {
        Some(process) if before.record.starting => {
            end_now(&process)?;
            None
        }
        found => found,
    };
    let Some(process) = process else {
        let reason = match life.ending {
            None if before.record.starting => VIR_DOMAIN_SHUTOFF_FAILED,
            Some(_) | None => life.shutoff_reason(),
        };
        seen.clear();
        // What was not started has not stopped.
        shut_off(slot, &places, id, life, reason, (!before.record.starting).then_some(diary));
        return Err(Failure::NotRunning);
    };
    let monitor = loop {
        match connect(&places.monitor) {
            // Connections of supervisors that died wait there too; QEMU takes one after the other.
            Err(Failure::System { errno: libc::EAGAIN, .. }) if Instant::now() < deadline => {
                std::thread::sleep(Duration::from_millis(5));
            }
            result => break result?,
        }
    };
    let listener = listen(socket::PACKETS, &places.socket)?;
    let requester = socket.try_clone().map_err(server_failed)?;
    let phase = Phase::Attaching { requester: (FIRST_TOKEN, message.id), deadline };
    let parts = Parts { slot, places, id, life, phase, process, monitor, listener, log, diary, seen, requester };
    let mut server = parts.assemble()?;
    server.handshake();
    if let Some(reason) = life.ending {
        server.end(reason, PATIENCE);
    }
    Ok(server)
}
