//! What QEMU has said of a machine that runs and that its document does not say: where the guest's memory, clock and trays are by now. It is
//! kept in a file for each machine, of which there is none before something was said: lines of a word and a value.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::supervisor::json::{member, plain};
use crate::uuid::Uuid;

/// What was said, and where it is kept.
pub struct Seen {
    path: PathBuf,
    all: BTreeMap<String, String>,
}

impl Seen {
    /// What was said so far of a machine of a run folder.
    pub fn of(run: &Path, uuid: &Uuid) -> Self {
        let path = run.join("seen").join(uuid.to_string());
        let text = fs::read_to_string(&path).unwrap_or_default();
        let line = |line: &str| line.rsplit_once(' ').map(|(word, value)| (word.to_owned(), value.to_owned()));
        let all = text.lines().filter_map(line).collect();
        Self { path, all }
    }

    /// Forgets all: the machine has ended, or begins.
    pub fn clear(&mut self) {
        self.all.clear();
        let _ = fs::remove_file(&self.path);
    }

    /// Whether an event of QMP's said something that is kept.
    pub fn learn(&mut self, event: &str, data: &[u8]) -> bool {
        let value = |key: &str| member(data, key).and_then(|value| std::str::from_utf8(value).ok());
        let fact = match event {
            "BALLOON_CHANGE" => value("actual").map(|bytes| ("balloon".to_owned(), bytes)),
            "RTC_CHANGE" => value("offset").map(|seconds| ("rtc".to_owned(), seconds)),
            "DEVICE_TRAY_MOVED" => {
                let named = |key: &str| member(data, key).and_then(plain).filter(|name| !name.is_empty());
                named("id").or(named("device")).zip(value("tray-open")).map(|(id, open)| (format!("tray {id}"), open))
            }
            _ => None,
        };
        let Some((word, value)) = fact else { return false };
        let before = self.all.insert(word, value.to_owned());
        before.as_deref() != Some(value)
    }

    /// Keeps what was learned, whole or not at all.
    ///
    /// # Errors
    /// Those of writing a file.
    pub fn save(&self) -> io::Result<()> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        let text: String = self.all.iter().map(|(word, value)| format!("{word} {value}\n")).collect();
        let beside = self.path.with_extension("new");
        fs::write(&beside, text)?;
        fs::rename(&beside, &self.path)
    }

    fn number(&self, word: &str) -> Option<i64> {
        self.all.get(word)?.parse().ok()
    }

    /// The guest's memory, in bytes.
    pub fn balloon(&self) -> Option<u64> {
        self.number("balloon").and_then(|bytes| u64::try_from(bytes).ok())
    }

    /// The seconds by which the guest has moved its clock from where it was at the start.
    pub fn rtc(&self) -> Option<i64> {
        self.number("rtc")
    }

    /// Drives by QEMU's names for them, and whether their trays are open.
    pub fn trays(&self) -> impl Iterator<Item = (&str, bool)> {
        self.all.iter().filter_map(|(word, value)| Some((word.strip_prefix("tray ")?, value == "true")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_folder::TestFolder;

    #[test]
    fn what_was_said_is_kept() {
        let (folder, uuid) = (TestFolder::new(), Uuid([3; 16]));
        let mut seen = Seen::of(folder.path(), &uuid);
        assert!(!seen.learn("STOP", b"{}") && !seen.learn("RTC_CHANGE", b"{}"));
        assert!(seen.learn("RTC_CHANGE", b"{\"offset\": -5}") && !seen.learn("RTC_CHANGE", b"{\"offset\": -5}"));
        assert!(seen.learn("BALLOON_CHANGE", b"{\"actual\": 1048576}"));
        assert!(seen.learn("DEVICE_TRAY_MOVED", b"{\"device\": \"\", \"id\": \"/m/a b\", \"tray-open\": true}"));
        seen.save().unwrap();
        let again = Seen::of(folder.path(), &uuid);
        assert_eq!((again.rtc(), again.balloon()), (Some(-5), Some(1 << 20)));
        assert_eq!(again.trays().collect::<Vec<_>>(), [("/m/a b", true)]);
        seen.clear();
        assert_eq!(Seen::of(folder.path(), &uuid).rtc(), None);
    }
}
