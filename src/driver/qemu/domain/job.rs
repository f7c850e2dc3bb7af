//! The QEMU driver's side of `driver/domain/job.rs`: long jobs on a machine, of which there is one at a time. Who has it is known to the
//! machine's supervisor, which undoes what a program has begun that is lost.

use std::ffi::c_uint;
use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use super::live::ANSWER;
use super::not_running;
use crate::driver::DomainJob;
use crate::driver::qemu::{Qemu, check_flags, error, monitor};
use crate::error::Result;
use crate::event_hub::{DomainEvent, Event};
use crate::object::Domain;
use crate::supervisor::Failure;
use crate::supervisor::client::{Command, Connection, Hold};
use crate::typed_param::TypedParams;
use crate::types::*;
use crate::uuid::Uuid;

/// What jobs are held as.
const NAME: &str = "job";
/// How long another job is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// What a job does, and how it is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    Save,
    /// A core dump by migration to a file.
    Dump,
    /// A core dump of the memory alone.
    MemoryDump,
}

impl Work {
    const ALL: [Self; 3] = [Self::Save, Self::Dump, Self::MemoryDump];

    fn operation(self) -> virDomainJobOperation {
        match self {
            Self::Save => VIR_DOMAIN_JOB_OPERATION_SAVE,
            Self::Dump | Self::MemoryDump => VIR_DOMAIN_JOB_OPERATION_DUMP,
        }
    }

    /// What errors call it.
    fn name(self) -> &'static str {
        match self {
            Self::Save => "domain save",
            Self::Dump | Self::MemoryDump => "domain core dump",
        }
    }

    fn query(self) -> &'static str {
        match self {
            Self::Save | Self::Dump => r#"{"execute":"query-migrate"}"#,
            Self::MemoryDump => r#"{"execute":"query-dump"}"#,
        }
    }

    /// The statistics in QEMU's reply, in the order of libvirt's.
    fn statistics(self, reply: &Value, elapsed: u64) -> TypedParams {
        let mut params = TypedParams::new();
        params.push(VIR_DOMAIN_JOB_OPERATION, self.operation());
        params.push(VIR_DOMAIN_JOB_TIME_ELAPSED, elapsed);
        let number = |value: &Value, key: &str| value.get(key).and_then(Value::as_u64);
        if self == Self::MemoryDump {
            let (total, done) = (number(reply, "total").unwrap_or(0), number(reply, "completed").unwrap_or(0));
            params.push(VIR_DOMAIN_JOB_MEMORY_TOTAL, total);
            params.push(VIR_DOMAIN_JOB_MEMORY_PROCESSED, done);
            params.push(VIR_DOMAIN_JOB_MEMORY_REMAINING, total.saturating_sub(done));
            return params;
        }
        let downtime = number(reply, "downtime").or_else(|| number(reply, "expected-downtime"));
        let mut maybe = |name: &'static str, value: Option<u64>| {
            if let Some(value) = value {
                params.push(name, value);
            }
        };
        maybe(VIR_DOMAIN_JOB_DOWNTIME, downtime);
        maybe(VIR_DOMAIN_JOB_SETUP_TIME, number(reply, "setup-time"));
        let ram = reply.get("ram").unwrap_or(&Value::Null);
        let always = |key| Some(number(ram, key).unwrap_or(0));
        maybe(VIR_DOMAIN_JOB_DATA_TOTAL, always("total"));
        maybe(VIR_DOMAIN_JOB_DATA_PROCESSED, always("transferred"));
        maybe(VIR_DOMAIN_JOB_DATA_REMAINING, always("remaining"));
        maybe(VIR_DOMAIN_JOB_MEMORY_TOTAL, always("total"));
        maybe(VIR_DOMAIN_JOB_MEMORY_PROCESSED, always("transferred"));
        maybe(VIR_DOMAIN_JOB_MEMORY_REMAINING, always("remaining"));
        let rate = ram.get("mbps").and_then(Value::as_f64).map(|mbps| (mbps * 125_000.0) as u64);
        maybe(VIR_DOMAIN_JOB_MEMORY_BPS, rate.filter(|rate| *rate > 0));
        maybe(VIR_DOMAIN_JOB_MEMORY_CONSTANT, number(ram, "duplicate"));
        maybe(VIR_DOMAIN_JOB_MEMORY_NORMAL, number(ram, "normal"));
        maybe(VIR_DOMAIN_JOB_MEMORY_NORMAL_BYTES, number(ram, "normal-bytes"));
        maybe(VIR_DOMAIN_JOB_MEMORY_DIRTY_RATE, always("dirty-pages-rate"));
        maybe(VIR_DOMAIN_JOB_MEMORY_ITERATION, always("dirty-sync-count"));
        maybe(VIR_DOMAIN_JOB_MEMORY_POSTCOPY_REQS, always("postcopy-requests"));
        maybe(VIR_DOMAIN_JOB_MEMORY_PAGE_SIZE, number(ram, "page-size").filter(|size| *size > 0));
        params
    }
}

/// Milliseconds since 1970.
fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_millis() as u64)
}

/// A job of this program's. One that is dropped before [`Job::finish`] is undone by the supervisor.
pub struct Job<'a> {
    qemu: &'a Qemu,
    domain: &'a Domain,
    work: Work,
    started: u64,
    connection: Connection,
}

impl Qemu {
    /// Begins a job, when the machine has no other one any more.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_INVALID` when it does not run, `VIR_ERR_OPERATION_TIMEOUT` when the other job does not end.
    pub(super) fn begin_job<'a>(&'a self, domain: &'a Domain, work: Work) -> Result<Job<'a>> {
        let connection = self.supervisor(domain)?;
        let job = Job { qemu: self, domain, work, started: now(), connection };
        let until = Instant::now() + PATIENCE;
        loop {
            match job.hold(&[], VIR_DOMAIN_RUNNING_UNKNOWN) {
                Ok(()) => return Ok(job),
                Err(Failure::Held) if Instant::now() < until => thread::sleep(Duration::from_millis(20)),
                Err(Failure::Held) => {
                    let text = format!("cannot acquire state change lock of domain '{}': it has a job", domain.name());
                    return Err(error(VIR_ERR_OPERATION_TIMEOUT, text));
                }
                Err(other) => return Err(other.into_error(domain.name())),
            }
        }
    }

    fn kept_job(&self, uuid: &Uuid) -> PathBuf {
        self.root.layout.run.join(format!("{uuid}.job"))
    }

    /// The job that a machine has, since when, and what QEMU says of it.
    fn current_job(&self, domain: &Domain) -> Result<Option<(Work, u64, Value)>> {
        let supervisor = self.supervisor(domain)?;
        let note = supervisor.held(NAME).map_err(|failure| failure.into_error(domain.name()))?;
        let note = note.as_deref().and_then(|note| note.split_once(' '));
        let Some((work, started)) = note.and_then(|(work, started)| {
            Some((*Work::ALL.get(work.parse::<usize>().ok()?)?, started.parse::<u64>().ok()?))
        }) else {
            return Ok(None);
        };
        let command = Command { text: work.query(), deadline: ANSWER, ..Command::default() };
        let reply = monitor::ask(&supervisor, domain.name(), &command)?;
        Ok(Some((work, now().saturating_sub(started), reply)))
    }
}

impl Job<'_> {
    fn hold(&self, undo: &[&str], resumes: virDomainRunningReason) -> Result<(), Failure> {
        let work = Work::ALL.iter().position(|work| *work == self.work).unwrap_or(0);
        let note = format!("{work} {}", self.started);
        self.connection.hold(&Hold { name: NAME, note: &note, undo, resumes, ..Hold::default() }).map(drop)
    }

    /// What QEMU is told if this program is lost, and why the machine runs then.
    pub fn if_lost(&self, undo: &[&str], resumes: virDomainRunningReason) -> Result<()> {
        self.hold(undo, resumes).map_err(|failure| failure.into_error(self.domain.name()))
    }

    /// Sends a command.
    pub fn ask(&self, command: &Command) -> Result<Value> {
        monitor::ask(&self.connection, self.domain.name(), &Command { deadline: ANSWER, ..*command })
    }

    /// Sends a command with a descriptor that has this name.
    pub fn ask_with_file(&self, file: i32, name: &str, text: &str) -> Result<()> {
        let files = [file];
        let get = monitor::text("getfd", json!({ "fdname": name }));
        self.ask(&Command { text: &get, files: &files, ..Command::default() })?;
        let done = self.ask(&Command { text, ..Command::default() });
        if done.is_err() {
            // QEMU has taken it for the command, or has it still.
            let close = monitor::text("closefd", json!({ "fdname": name }));
            let _ = self.ask(&Command { text: &close, ..Command::default() });
        }
        done.map(drop)
    }

    /// Waits for the end of what QEMU does, and calls `meanwhile` again and again.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_ABORTED` when it was aborted, `VIR_ERR_OPERATION_FAILED` with QEMU's words when it fails.
    pub fn wait(&self, meanwhile: impl Fn()) -> Result<()> {
        let mut pause = Duration::from_millis(1);
        let name = self.work.name();
        loop {
            let command = Command { text: self.work.query(), deadline: ANSWER, ..Command::default() };
            let reply = monitor::call(&self.qemu.root, self.domain, &command)?;
            match reply.get("status").and_then(Value::as_str).unwrap_or_default() {
                "completed" => {
                    self.keep(&reply);
                    return Ok(());
                }
                "cancelled" => {
                    let text = format!("job '{name}' canceled by client");
                    return Err(error(VIR_ERR_OPERATION_ABORTED, text));
                }
                "failed" => {
                    let text = match reply.get("error-desc").and_then(Value::as_str) {
                        Some(words) => format!("job '{name}' failed: {words}"),
                        None => format!("job '{name}' unexpectedly failed"),
                    };
                    return Err(error(VIR_ERR_OPERATION_FAILED, text));
                }
                _ => {}
            }
            meanwhile();
            thread::sleep(pause);
            pause = (pause * 2).min(Duration::from_millis(50));
        }
    }

    /// Keeps the statistics of a job that has ended, and tells of them.
    fn keep(&self, reply: &Value) {
        let elapsed = now().saturating_sub(self.started);
        let work = Work::ALL.iter().position(|work| *work == self.work);
        let kept = json!({ "work": work, "elapsed": elapsed, "reply": reply }).to_string();
        // Whoever asks for them finds none otherwise.
        let _ = fs::write(self.qemu.kept_job(&self.domain.uuid), kept);
        let event = DomainEvent::JobCompleted { params: self.work.statistics(reply, elapsed) };
        let domain = self.domain;
        self.qemu.root.events.emit(Event::domain(domain.name(), domain.uuid, domain.id(), event));
    }

    /// The job is done, and nothing is to be undone any more.
    pub fn finish(self) {
        // A supervisor that is gone undoes nothing.
        let _ = self.hold(&[], VIR_DOMAIN_RUNNING_UNKNOWN);
    }
}

impl DomainJob for Qemu {
    fn job_info(&self, domain: &Domain) -> Result<virDomainJobInfo> {
        let mut info = virDomainJobInfo::default();
        let Some((work, elapsed, reply)) = self.current_job(domain)? else { return Ok(info) };
        let params = work.statistics(&reply, elapsed);
        let number = |name| params.ullong(name).unwrap_or(0);
        info.r#type = VIR_DOMAIN_JOB_UNBOUNDED;
        info.timeElapsed = elapsed;
        info.memTotal = number(VIR_DOMAIN_JOB_MEMORY_TOTAL);
        info.memProcessed = number(VIR_DOMAIN_JOB_MEMORY_PROCESSED);
        info.memRemaining = number(VIR_DOMAIN_JOB_MEMORY_REMAINING);
        (info.dataTotal, info.dataProcessed, info.dataRemaining) =
            (info.memTotal, info.memProcessed, info.memRemaining);
        Ok(info)
    }

    fn job_stats(&self, domain: &Domain, flags: c_uint) -> Result<(virDomainJobType, TypedParams)> {
        check_flags(flags, VIR_DOMAIN_JOB_STATS_COMPLETED | VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED)?;
        if flags & VIR_DOMAIN_JOB_STATS_COMPLETED == 0 {
            return Ok(match self.current_job(domain)? {
                Some((work, elapsed, reply)) => (VIR_DOMAIN_JOB_UNBOUNDED, work.statistics(&reply, elapsed)),
                None => (VIR_DOMAIN_JOB_NONE, TypedParams::new()),
            });
        }
        self.run_state(domain)?;
        let path = self.kept_job(&domain.uuid);
        let kept = fs::read(&path).ok().and_then(|text| serde_json::from_slice::<Value>(&text).ok());
        let kept = kept.and_then(|kept| {
            let work = Work::ALL.get(usize::try_from(kept.get("work")?.as_u64()?).ok()?)?;
            Some(work.statistics(kept.get("reply")?, kept.get("elapsed")?.as_u64()?))
        });
        if flags & VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED == 0 {
            let _ = fs::remove_file(&path);
        }
        Ok(kept.map_or((VIR_DOMAIN_JOB_NONE, TypedParams::new()), |params| (VIR_DOMAIN_JOB_COMPLETED, params)))
    }

    fn abort_job(&self, domain: &Domain, flags: c_uint) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_ABORT_JOB_POSTCOPY)?;
        let invalid = |text: &str| Err(error(VIR_ERR_OPERATION_INVALID, text));
        self.run_state(domain)?.ok_or_else(not_running)?;
        let job = self.current_job(domain)?;
        if flags & VIR_DOMAIN_ABORT_JOB_POSTCOPY != 0 {
            return invalid("current job is not outgoing migration in post-copy mode");
        }
        match job {
            None => invalid("no job is active on the domain"),
            Some((Work::MemoryDump, ..)) => invalid("cannot abort memory-only dump"),
            Some((Work::Save | Work::Dump, ..)) => {
                let text = r#"{"execute":"migrate_cancel"}"#;
                monitor::run(&self.root, domain, &Command { text, deadline: ANSWER, ..Command::default() })
            }
        }
    }
}
