//! Answers of emulators, kept for the next process. They are believed while the emulator is the same file, and KVM as usable as it was.

use std::collections::hash_map::DefaultHasher;
use std::fs::{self, File};
use std::hash::{Hash, Hasher};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::host::Host;

/// Of the questions, and of the form of the file.
const FORMAT: u32 = 3;

/// What must be the same for old answers to be true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    device: u64,
    inode: u64,
    size: u64,
    changed: i64,
    kvm: bool,
    /// Where answers depend on it.
    processor: Option<String>,
}

impl Identity {
    /// # Errors
    /// When there is no such file, or none that can be run.
    pub fn of(binary: &Path) -> io::Result<Self> {
        let metadata = fs::metadata(binary)?;
        if !metadata.is_file() || !crate::sys::is_executable(binary) {
            return Err(io::Error::other("not an executable file"));
        }
        Ok(Self {
            device: metadata.dev(),
            inode: metadata.ino(),
            size: metadata.size(),
            changed: metadata.ctime().saturating_mul(1_000_000_000).saturating_add(metadata.ctime_nsec()),
            kvm: Host::default().why_no_kvm().is_none(),
            processor: None,
        })
    }

    /// The same for answers that depend on the host's processor: on its microcode, and on what the kernel lets guests have of it.
    pub fn with_processor(self) -> Self {
        let release = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
        let cpuinfo = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        // How fast each one runs just now says nothing.
        let first = cpuinfo.lines().take_while(|line| !line.is_empty()).filter(|line| !line.contains("MHz"));
        let mut hasher = DefaultHasher::new();
        first.for_each(|line| line.hash(&mut hasher));
        Self { processor: Some(format!("{} {:016x}", release.trim(), hasher.finish())), ..self }
    }

    fn to_json(&self) -> Value {
        json!([FORMAT, self.device, self.inode, self.size, self.changed, self.kvm, self.processor])
    }
}

/// Where the answers of an emulator to questions of a kind are kept. Its name holds that of the emulator, so that a person finds it.
pub fn file(folder: &Path, binary: &Path, kind: &str) -> PathBuf {
    let name = binary.to_string_lossy().trim_start_matches('/').replace('/', "-");
    let dot = if kind.is_empty() { "" } else { "." };
    folder.join(format!("{name}{dot}{kind}.json"))
}

/// The answers, if they are those of the same emulator.
pub fn load(file: &Path, identity: &Identity) -> Option<Vec<Value>> {
    let kept: Value = serde_json::from_reader(io::BufReader::new(File::open(file).ok()?)).ok()?;
    if kept.get("identity")? != &identity.to_json() {
        return None;
    }
    kept.get("answers")?.as_array().cloned()
}

/// Keeps answers. A cache: nothing is said when it cannot be written.
pub fn save(file: &Path, identity: &Identity, answers: &[Value]) {
    let beside = file.with_extension(std::process::id().to_string());
    let text = json!({ "identity": identity.to_json(), "answers": answers }).to_string();
    let folder = file.parent().unwrap_or(Path::new("/"));
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(&beside, text));
    if written.and_then(|()| fs::rename(&beside, file)).is_err() {
        let _ = fs::remove_file(&beside);
    }
}
