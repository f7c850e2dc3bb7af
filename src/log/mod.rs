//! The log: `LIBVIRT_DEBUG`, `LIBVIRT_LOG_FILTERS` and `LIBVIRT_LOG_OUTPUTS`, read when the first line could be written.
//! A line that nobody wants costs one relaxed load. Source: libvirt's page on logging.

mod output;
mod settings;

use std::fmt;
use std::panic::Location;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::SystemTime;

use settings::Settings;

use crate::sys;

/// How much a line matters; the numbers are those of the variables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Level {
    Debug = 1,
    Info,
    Warning,
    Error,
}

impl Level {
    fn name(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One line before it is written.
struct Line<'a> {
    level: Level,
    /// What filters look at: the part of the library.
    source: &'a str,
    /// Which function says so, and its line.
    place: (&'a str, u32),
    text: fmt::Arguments<'a>,
    time: SystemTime,
}

/// The lowest level that anybody wants; 0 until that is known.
static LOWEST: AtomicU8 = AtomicU8::new(0);
static SETTINGS: OnceLock<Settings> = OnceLock::new();

/// Whether somebody may want lines of that level.
#[inline]
pub fn wants(level: Level) -> bool {
    match LOWEST.load(Ordering::Relaxed) {
        0 => level >= settings().lowest(),
        lowest => level as u8 >= lowest,
    }
}

#[cold]
fn settings() -> &'static Settings {
    let settings = SETTINGS.get_or_init(Settings::from_environment);
    LOWEST.store(settings.lowest() as u8, Ordering::Relaxed);
    settings
}

/// For whoever looks for a fault. `source` is the part of the library, as filters name it.
#[inline]
#[track_caller]
pub fn debug(source: &str, function: &str, text: fmt::Arguments) {
    write(Level::Debug, source, function, text);
}

/// What is worth knowing.
#[inline]
#[track_caller]
pub fn info(source: &str, function: &str, text: fmt::Arguments) {
    write(Level::Info, source, function, text);
}

/// What may be wrong, though the call succeeds.
#[inline]
#[track_caller]
pub fn warning(source: &str, function: &str, text: fmt::Arguments) {
    write(Level::Warning, source, function, text);
}

/// A failure that the program is told of. Without outputs that were asked for it is not logged: the error handler prints it.
#[inline]
#[track_caller]
pub fn error(source: &str, function: &str, text: fmt::Arguments) {
    if wants(Level::Error) && settings().has_outputs() {
        write(Level::Error, source, function, text);
    }
}

#[inline]
#[track_caller]
fn write(level: Level, source: &str, function: &str, text: fmt::Arguments) {
    if wants(level) {
        let place = (function, Location::caller().line());
        settings().write(&Line { level, source, place, text, time: SystemTime::now() });
    }
}

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {} : ", Time(self.time), sys::thread_id(), self.level.name())?;
        match self.place {
            ("", _) => writeln!(f, "{}", self.text),
            (function, line) => writeln!(f, "{function}:{line} : {}", self.text),
        }
    }
}

/// A time as the log has it: "2026-11-23 07:08:25.282+0000".
pub struct Time(pub SystemTime);

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let since = self.0.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let (days, second) = (since.as_secs() / 86_400, since.as_secs() % 86_400);
        let (year, month, day) = date(days);
        let (hours, minutes, seconds) = (second / 3600, second / 60 % 60, second % 60);
        write!(f, "{year}-{month:02}-{day:02} {hours:02}:{minutes:02}:{seconds:02}.{:03}+0000", since.subsec_millis())
    }
}

/// Year, month and day of a number of days since 1970. Years begin in March here, so that the leap day is a year's last,
/// and are counted in the 400 of a cycle of the calendar.
fn date(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let (cycle, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (cycle * 400 + year + u64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn times_are_written_as_the_original_does() {
        let at = |seconds, millis: u32| {
            Time(SystemTime::UNIX_EPOCH + Duration::new(seconds, millis * 1_000_000)).to_string()
        };
        assert_eq!(at(0, 0), "1970-01-01 00:00:00.000+0000");
        assert_eq!(at(951_782_399, 999), "2000-02-28 23:59:59.999+0000");
        assert_eq!(at(951_868_800, 0), "2000-03-01 00:00:00.000+0000");
        assert_eq!(at(1_795_417_705, 282), "2026-11-23 07:08:25.282+0000");
    }
}
