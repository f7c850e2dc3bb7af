//! What the variables say: which lines are wanted, and where they go.

use std::sync::Once;
use std::time::SystemTime;
use std::{env, fmt};

use super::output::Output;
use super::{Level, Line};
use crate::{sys, version};

static INTRODUCTION: Once = Once::new();

/// The variables, read once.
pub(super) struct Settings {
    /// For sources that no filter names.
    level: Level,
    /// The first that matches counts.
    filters: Vec<(Level, String)>,
    /// Standard error when there is none.
    outputs: Vec<(Level, Output)>,
}

impl Settings {
    pub(super) fn from_environment() -> Self {
        let variable = |name| env::var(name).unwrap_or_default();
        Self {
            level: level(&variable("LIBVIRT_DEBUG")).unwrap_or(Level::Warning),
            filters: list(&variable("LIBVIRT_LOG_FILTERS"), |text| Some(text.trim_start_matches('+').to_owned())),
            outputs: list(&variable("LIBVIRT_LOG_OUTPUTS"), Output::parse),
        }
    }

    /// The lowest level that any source's lines have to have.
    pub(super) fn lowest(&self) -> Level {
        self.filters.iter().map(|(level, _)| *level).fold(self.level, Level::min)
    }

    pub(super) fn has_outputs(&self) -> bool {
        !self.outputs.is_empty()
    }

    /// The first two lines of a log say whose it is.
    fn introduce(&self) {
        let [major, minor, release] = [1_000_000, 1000, 1].map(|unit| version::NUMBER / unit % 1000);
        let host = sys::hostname().unwrap_or_default();
        let hello = |text: fmt::Arguments| {
            let line = Line { level: Level::Info, source: "", place: ("", 0), text, time: SystemTime::now() };
            self.send(&line, Level::Error);
        };
        hello(format_args!("libvirt version: {major}.{minor}.{release}, package: {}", env!("CARGO_PKG_NAME")));
        hello(format_args!("hostname: {host}"));
    }

    pub(super) fn write(&self, line: &Line) {
        let filter = self.filters.iter().find(|(_, pattern)| matches(pattern, line.source));
        if line.level >= filter.map_or(self.level, |(level, _)| *level) {
            INTRODUCTION.call_once(|| self.introduce());
            self.send(line, line.level);
        }
    }

    /// Writes a line wherever lines that matter as much as `level` go.
    fn send(&self, line: &Line, level: Level) {
        if self.outputs.is_empty() {
            Output::Stderr.write(line);
        }
        for (_, output) in self.outputs.iter().filter(|(wanted, _)| level >= *wanted) {
            output.write(line);
        }
    }
}

/// A level by number; `LIBVIRT_DEBUG` also knows names.
fn level(text: &str) -> Option<Level> {
    match text {
        "1" | "debug" => Some(Level::Debug),
        "2" | "info" => Some(Level::Info),
        "3" | "warning" => Some(Level::Warning),
        "4" | "error" => Some(Level::Error),
        _ => None,
    }
}

/// `1:first 3:second`. A list that is malformed anywhere is not taken at all, as in libvirt.
fn list<T>(text: &str, parse: impl Fn(&str) -> Option<T>) -> Vec<(Level, T)> {
    let entry = |entry: &str| {
        let (number, rest) = entry.split_once(':')?;
        let level = number.parse::<u8>().ok().and_then(|_| level(number))?;
        Some((level, parse(rest).filter(|_| !rest.is_empty())?))
    };
    text.split_ascii_whitespace().map(entry).collect::<Option<_>>().unwrap_or_default()
}

/// Whether a source has the pattern somewhere; `*` stands for any letters and `?` for one.
fn matches(pattern: &str, source: &str) -> bool {
    let (pattern, source) = (pattern.as_bytes(), source.as_bytes());
    (0..=source.len()).any(|from| source.get(from..).is_some_and(|source| begins(pattern, source)))
}

fn begins(pattern: &[u8], source: &[u8]) -> bool {
    match (pattern.split_first(), source.split_first()) {
        (None, _) => true,
        (Some((b'*', pattern)), _) => {
            (0..=source.len()).any(|from| source.get(from..).is_some_and(|source| begins(pattern, source)))
        }
        (Some((expected, pattern)), Some((letter, source))) => {
            (*expected == b'?' || expected == letter) && begins(pattern, source)
        }
        (Some(_), None) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_taken_as_a_whole() {
        let parsed = |text| list(text, |text| Some(text.to_owned()));
        let expected = [(Level::Debug, "a".to_owned()), (Level::Warning, "b:c".to_owned())];
        assert_eq!(parsed(" 1:a  3:b:c "), expected);
        for bad in ["1:a 9:b", "bogus", "1:", "debug:x"] {
            assert_eq!(parsed(bad), [], "{bad}");
        }
    }

    #[test]
    fn patterns_match_anywhere() {
        assert!(matches("driver", "qemu.qemu_driver") && matches("q*dri?er", "qemu.qemu_driver"));
        assert!(!matches("drivers", "qemu.qemu_driver") && !matches("xen", "qemu"));
    }
}
