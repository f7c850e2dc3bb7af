//! Core dumps: what a machine's memory holds, in a file.

use std::fs::{self, File};
use std::os::fd::AsRawFd;
use std::path::Path;

use serde_json::{Value, json};

use super::image;
use super::job::{Job, Work};
use super::lifecycle::END;
use super::not_running;
use super::save::{go_on, migrate, pause, refuse_blocked};
use crate::driver::qemu::{Qemu, check_flags, error, monitor};
use crate::error::Result;
use crate::object::Domain;
use crate::supervisor::client::Command;
use crate::sys::cache;
use crate::types::*;

/// QEMU's words for `VIR_DOMAIN_CORE_DUMP_FORMAT_…`.
const FORMATS: [&str; VIR_DOMAIN_CORE_DUMP_FORMAT_LAST as usize] =
    ["elf", "kdump-zlib", "kdump-lzo", "kdump-snappy", "win-dmp"];

impl Qemu {
    /// Writes the memory of a machine that runs to a file; then it goes on, is reset, or ends.
    pub(super) fn dump_machine(&self, domain: &Domain, to: &Path, format: u32, flags: u32) -> Result<()> {
        check_flags(
            flags,
            VIR_DUMP_LIVE | VIR_DUMP_CRASH | VIR_DUMP_BYPASS_CACHE | VIR_DUMP_RESET | VIR_DUMP_MEMORY_ONLY,
        )?;
        let memory_only = flags & VIR_DUMP_MEMORY_ONLY != 0;
        let job = self.begin_job(domain, if memory_only { Work::MemoryDump } else { Work::Dump })?;
        let format = usize::try_from(format).ok().and_then(|at| FORMATS.get(at)).copied().unwrap_or_default();
        check_format(&job, format, memory_only)?;
        let ran = self.run_state(domain)?.ok_or_else(not_running)?.condition.0 == VIR_DOMAIN_RUNNING;
        let (file, is_new) = image::create(to)?;
        // QEMU stops it for the last part of it itself, and a dump of the memory for all of it.
        let stops = ran && flags & VIR_DUMP_LIVE == 0;
        let dumped = pause(&job, stops, VIR_DOMAIN_PAUSED_DUMP, VIR_DOMAIN_RUNNING_UNPAUSED)
            .and_then(|()| write_dump(&job, &file, format, memory_only, flags & VIR_DUMP_BYPASS_CACHE != 0));
        if dumped.is_err() && is_new {
            let _ = fs::remove_file(to);
        }
        if dumped.is_ok() && flags & VIR_DUMP_CRASH != 0 {
            job.finish();
            let ended = self.root.supervisor(domain)?.destroy(false, END, VIR_DOMAIN_SHUTOFF_CRASHED);
            ended.map_err(|failure| failure.into_error(domain.name()))?;
            domain.set_id(-1);
            self.root.hear();
            return Ok(());
        }
        let reset = match dumped.is_ok() && flags & VIR_DUMP_RESET != 0 {
            true => job.ask(&Command { text: r#"{"execute":"system_reset"}"#, ..Command::default() }).map(drop),
            false => Ok(()),
        };
        go_on(&job, ran, VIR_DOMAIN_RUNNING_UNPAUSED);
        job.finish();
        self.root.hear();
        dumped.and(reset)
    }
}

fn check_format(job: &Job, format: &str, memory_only: bool) -> Result<()> {
    if !memory_only {
        if format != FORMATS[0] {
            let text = "kdump-compressed format is only supported with memory-only dump";
            return Err(error(VIR_ERR_OPERATION_UNSUPPORTED, text));
        }
        return refuse_blocked(job);
    }
    let query = Command { text: r#"{"execute":"query-dump-guest-memory-capability"}"#, ..Command::default() };
    let reply = job.ask(&query)?;
    let known =
        reply.get("formats").and_then(Value::as_array).is_some_and(|known| known.iter().any(|one| one == format));
    match known {
        true => Ok(()),
        false => Err(error(VIR_ERR_INVALID_ARG, format!("unsupported dumpformat '{format}' for this QEMU binary"))),
    }
}

fn write_dump(job: &Job, file: &File, format: &str, memory_only: bool, bypasses: bool) -> Result<()> {
    let forget = || {
        if bypasses {
            cache::forget(file);
        }
    };
    if memory_only {
        let mut arguments = json!({ "paging": false, "protocol": "fd:dump", "detach": true });
        if format != FORMATS[0] {
            arguments["format"] = format.into();
        }
        job.ask_with_file(file.as_raw_fd(), "dump", &monitor::text("dump-guest-memory", arguments))?;
        job.wait(forget)?;
    } else {
        migrate(job, file.as_raw_fd(), forget)?;
    }
    forget();
    Ok(())
}
