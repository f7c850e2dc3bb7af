//! A machine's log: what QEMU prints to its standard error, between what its client and its supervisor say.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io;
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::Path;
use std::time::SystemTime;

use crate::log::Time;
use crate::supervisor::start::Request;
use crate::sys;

/// A longer log than this is put aside when the next start writes to it.
const LONG_LOG: u64 = 2 << 20;
/// So much of what QEMU has said last is told.
const LAST_WORDS: u64 = 4 << 10;

/// One line, with the time before it.
pub fn line(text: &str) -> String {
    format!("{}: {text}\n", Time(SystemTime::now()))
}

/// Opens a log to append to it; a long one is put aside first, in place of the one before.
///
/// # Errors
/// Those of the system calls.
pub fn open(path: &Path) -> io::Result<File> {
    if fs::metadata(path).is_ok_and(|log| log.len() > LONG_LOG) {
        let mut aside = path.as_os_str().to_owned();
        aside.push(".0");
        fs::rename(path, aside)?;
    }
    File::options().read(true).append(true).create(true).mode(0o600).open(path)
}

/// What stands in the log before what QEMU says: when, who and how, one argument a line as libvirt has it.
pub fn header(request: &Request) -> String {
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let host = sys::hostname().unwrap_or_default();
    let version = env!("CARGO_PKG_VERSION");
    let mut text =
        line(&format!("starting up solovirt version: {version}, kernel: {}, hostname: {host}", kernel.trim()));
    for (name, value) in &request.environment {
        let _ = writeln!(text, "{name}={} \\", quoted(value));
    }
    let _ = write!(text, "{}", quoted(&request.executable.to_string_lossy()));
    for argument in &request.arguments {
        // A value stands on the line of its option.
        let separator = if argument.starts_with('-') { " \\\n" } else { " " };
        let _ = write!(text, "{separator}{}", quoted(argument));
    }
    text.push('\n');
    text
}

/// As a shell would read it back.
fn quoted(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_-=+.,:/@%".contains(&byte);
    if !text.is_empty() && text.bytes().all(plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', "'\\''"))
    }
}

/// The end of what was written to the log from `from` on.
pub fn last_words(log: &File, from: u64) -> String {
    let end = log.metadata().map_or(from, |status| status.len());
    let begin = from.max(end.saturating_sub(LAST_WORDS));
    let mut text = vec![0; usize::try_from(end - begin.min(end)).unwrap_or(0)];
    let length = log.read_at(&mut text, begin).unwrap_or(0);
    let text = String::from_utf8_lossy(&text[..length]).into_owned();
    // The supervisor's own last line is no word of QEMU's.
    let lines = text.lines().filter(|line| !line.contains(": shutting down, reason="));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_shows_a_command_that_can_be_pasted() {
        let request = Request {
            executable: "/usr/bin/qemu".into(),
            arguments: ["-name", "a b", "-S"].map(str::to_owned).to_vec(),
            environment: vec![("PATH".into(), "/bin".into())],
            ..Request::default()
        };
        let text = header(&request);
        let (first, rest) = text.split_once('\n').unwrap();
        assert!(first.contains("+0000: starting up solovirt version: "));
        assert_eq!(rest, "PATH=/bin \\\n/usr/bin/qemu \\\n-name 'a b' \\\n-S\n");
        assert_eq!(quoted("it's"), "'it'\\''s'");
        assert_eq!(quoted(""), "''");
    }
}
