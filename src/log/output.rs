//! Where lines of the log go: standard error, a file, syslog, the journal.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::os::unix::net::UnixDatagram;

use super::{Level, Line};
use crate::sys;

const JOURNAL: &str = "/run/systemd/journal/socket";

pub(super) enum Output {
    Stderr,
    File(File),
    /// Lines carry the name that was given when it was opened.
    Syslog,
    Journal(UnixDatagram),
}

impl Output {
    /// `stderr`, `file:/path`, `syslog:name` or `journald`; `None` for anything else and for what cannot be opened.
    pub(super) fn parse(text: &str) -> Option<Self> {
        match text.split_once(':') {
            None if text == "stderr" => Some(Self::Stderr),
            None if text == "journald" => {
                let socket = UnixDatagram::unbound().ok()?;
                socket.connect(JOURNAL).ok()?;
                Some(Self::Journal(socket))
            }
            Some(("file", path)) if path.starts_with('/') => {
                OpenOptions::new().append(true).create(true).mode(0o600).open(path).ok().map(Self::File)
            }
            Some(("syslog", name)) if !name.is_empty() => {
                sys::open_syslog(name);
                Some(Self::Syslog)
            }
            _ => None,
        }
    }

    /// Writes one line. A log that cannot be written is no reason for a call to fail.
    pub(super) fn write(&self, line: &Line) {
        let _ = match self {
            Self::Stderr => io::stderr().write_all(line.to_string().as_bytes()),
            Self::File(file) => (&mut &*file).write_all(line.to_string().as_bytes()),
            Self::Syslog => {
                sys::syslog(syslog_priority(line.level), &line.text.to_string());
                Ok(())
            }
            Self::Journal(socket) => socket.send(&journal_entry(line)).map(drop),
        };
    }
}

/// RFC 5424's severities.
fn syslog_priority(level: Level) -> i32 {
    match level {
        Level::Debug => libc::LOG_DEBUG,
        Level::Info => libc::LOG_INFO,
        Level::Warning => libc::LOG_WARNING,
        Level::Error => libc::LOG_ERR,
    }
}

/// systemd's native protocol: `NAME=value` lines; a value that may have lines of its own is preceded by its length.
fn journal_entry(line: &Line) -> Vec<u8> {
    let text = line.text.to_string();
    let mut entry = b"MESSAGE\n".to_vec();
    entry.extend_from_slice(&(text.len() as u64).to_le_bytes());
    entry.extend_from_slice(text.as_bytes());
    let fields = format!(
        "\nPRIORITY={}\nLIBVIRT_SOURCE={}\nCODE_FUNC={}\nCODE_LINE={}\n",
        syslog_priority(line.level),
        line.source,
        line.place.0,
        line.place.1
    );
    entry.extend_from_slice(fields.as_bytes());
    entry
}
