//! `<cputune>` and `<vcpu cpuset=…>`: on which of the host's processors the threads of a machine run, and how they are scheduled. QEMU's threads
//! are known when it has made the machine; the guest does not run yet.

use std::collections::HashSet;
use std::fs;

use serde_json::Value;

use super::Definition;
use super::live::ANSWER;
use crate::driver::qemu::{error, monitor};
use crate::error::{Error, Result};
use crate::supervisor::client::{Command, Connection};
use crate::sys::schedule::{self, Policy};
use crate::types::*;
use crate::xml::CpuSet;
use crate::xml::domain::cputune::{Scheduler, Scheduling};

/// Whether anything is to be done before the guest runs.
pub fn is_wanted(definition: &Definition) -> bool {
    let tune = &definition.cputune;
    definition.vcpu.cpuset.is_some()
        || tune.emulatorpin.is_some()
        || tune.emulatorsched.is_some()
        || !tune.vcpupins.is_empty()
        || !tune.iothreadpins.is_empty()
        || !tune.vcpuscheds.is_empty()
        || !tune.iothreadscheds.is_empty()
}

/// A thread of QEMU's with what is wanted of it.
struct Wish<'a> {
    thread: u32,
    /// Where that stands, for errors.
    place: &'static str,
    processors: Option<&'a CpuSet>,
    scheduling: Option<&'a Scheduling>,
}

/// Puts the threads of the machine whose QEMU is process `pid` where they are to be.
///
/// # Errors
/// `VIR_ERR_SYSTEM_ERROR` with the element and the reason; `VIR_ERR_OPERATION_INVALID` where processors of the guest have no threads of
/// their own.
pub fn apply(definition: &Definition, supervisor: &Connection, pid: u32) -> Result<()> {
    let tune = &definition.cputune;
    let usual = definition.vcpu.cpuset.as_deref();
    let mut wishes = Vec::new();
    for (number, thread) in processors(definition, supervisor)? {
        let pin = tune.vcpupins.iter().find(|pin| pin.vcpu == number).map(|pin| &pin.cpuset);
        let scheduling = tune.vcpuscheds.iter().find(|one| one.vcpus.contains(number)).map(|one| &one.scheduling);
        wishes.push(Wish { thread, place: "vcpupin or vcpusched", processors: pin.or(usual), scheduling });
    }
    let own: HashSet<u32> = wishes.iter().map(|wish| wish.thread).collect();
    let tuned = !tune.vcpupins.is_empty() || !tune.vcpuscheds.is_empty();
    if tuned && own.len() < wishes.len() {
        let text = format!(
            "domain '{}': /domain/cputune: cpu affinity is not supported: this QEMU runs all processors of the guest in one thread",
            definition.name
        );
        return Err(error(VIR_ERR_OPERATION_INVALID, text));
    }
    for (number, thread) in iothreads(definition, supervisor)? {
        let pin = tune.iothreadpins.iter().find(|pin| pin.iothread == number).map(|pin| &pin.cpuset);
        let scheduling =
            tune.iothreadscheds.iter().find(|one| one.iothreads.contains(number)).map(|one| &one.scheduling);
        wishes.push(Wish { thread, place: "iothreadpin or iothreadsched", processors: pin.or(usual), scheduling });
    }
    let known: HashSet<u32> = wishes.iter().map(|wish| wish.thread).collect();
    let others = threads(pid).into_iter().filter(|thread| !known.contains(thread));
    let (pin, scheduling) = (tune.emulatorpin.as_ref().or(usual), tune.emulatorsched.as_ref());
    wishes.extend(others.map(|thread| Wish {
        thread,
        place: "emulatorpin or emulatorsched",
        processors: pin,
        scheduling,
    }));
    wishes.iter().try_for_each(|wish| wish.carry_out(definition))
}

impl Wish<'_> {
    fn carry_out(&self, definition: &Definition) -> Result<()> {
        let place = format!("domain '{}': /domain/cputune: {}", definition.name, self.place);
        if let Some(processors) = self.processors {
            schedule::set_affinity(self.thread, processors.iter()).or_else(gone).map_err(|cause| {
                let online = crate::host::Host::default().online_cpus();
                let text = format!(
                    "{place}: cannot let thread {} run on processors {processors} (the host has {online})",
                    self.thread
                );
                Error::system(&cause, text)
            })?;
        }
        if let Some(scheduling) = self.scheduling {
            let priority = scheduling.priority.unwrap_or(0);
            let policy = match scheduling.scheduler {
                Scheduler::Batch => Policy::Batch,
                Scheduler::Idle => Policy::Idle,
                Scheduler::Fifo => Policy::Fifo(priority),
                Scheduler::Rr => Policy::RoundRobin(priority),
            };
            let word = scheduling.scheduler.word();
            schedule::set_policy(self.thread, policy).or_else(gone).map_err(|cause| {
                let text = format!("{place}: cannot schedule thread {} as '{word}', priority {priority}", self.thread);
                Error::system(&cause, text)
            })?;
        }
        Ok(())
    }
}

/// Workers come and go.
fn gone(cause: std::io::Error) -> std::io::Result<()> {
    if cause.raw_os_error() == Some(libc::ESRCH) { Ok(()) } else { Err(cause) }
}

/// The numbers of the guest's processors, and the threads that run them.
fn processors(definition: &Definition, supervisor: &Connection) -> Result<Vec<(u32, u32)>> {
    let answer = ask(definition, supervisor, r#"{"execute":"query-cpus-fast"}"#)?;
    let pair = |one: &Value| Some((number(one.get("cpu-index")?)?, number(one.get("thread-id")?)?));
    Ok(answer.as_array().into_iter().flatten().filter_map(pair).collect())
}

/// The numbers of the machine's I/O threads, and the host's.
fn iothreads(definition: &Definition, supervisor: &Connection) -> Result<Vec<(u32, u32)>> {
    let answer = ask(definition, supervisor, r#"{"execute":"query-iothreads"}"#)?;
    let pair = |one: &Value| {
        let id = one.get("id")?.as_str()?.strip_prefix("iothread")?.parse().ok()?;
        Some((id, number(one.get("thread-id")?)?))
    };
    Ok(answer.as_array().into_iter().flatten().filter_map(pair).collect())
}

fn number(value: &Value) -> Option<u32> {
    value.as_u64().and_then(|number| u32::try_from(number).ok())
}

fn ask(definition: &Definition, supervisor: &Connection, text: &str) -> Result<Value> {
    monitor::ask(supervisor, &definition.name, &Command { text, deadline: ANSWER, ..Command::default() })
}

/// All threads of a process.
fn threads(pid: u32) -> Vec<u32> {
    let entries = fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect()
}
