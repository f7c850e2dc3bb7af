//! What the emulators of this host can do: found out once by asking them, kept for the next process, and told as `<capabilities>`.

mod arch;
mod baseline;
mod cache;
mod choice;
mod details;
mod domain;
mod guest;
mod guest_cpu;
mod host_cpu;
mod probe;
mod spelling;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::{env, io};

use parking_lot::Mutex;
use serde_json::Value;

use super::error;
use crate::error::{Error, Result};
use crate::log;
use crate::types::*;

pub use arch::Arch;
pub use baseline::baseline as baseline_of_mainframes;
pub use choice::Choice;
pub use details::{Accelerator, Details};
pub use domain::capabilities as domain_capabilities;
pub use guest::guests;
pub use guest_cpu::{Giver, REFUSED, is_chosen, learn, question};
pub use host_cpu::UNSPOKEN;
pub use spelling::to_qemu;

/// What one emulator can do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Emulator {
    pub binary: PathBuf,
    /// Major × 1,000,000 + minor × 1,000 + micro: 7002022.
    pub version: u32,
    /// QEMU's name of what it emulates: `x86_64`, `arm`.
    pub target: String,
    /// Whether it was built with KVM, and can use it here.
    pub kvm: Kvm,
    /// In the order in which it tells them.
    pub machines: Vec<Machine>,
    /// On x86 none: which are usable takes long to find out, and the names are those of their types ([`Emulator::cpu_of_kind`]).
    cpu_models: Vec<CpuModel>,
    /// Types of devices and backends (QOM), sorted.
    types: Vec<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kvm {
    pub present: bool,
    pub enabled: bool,
}

/// A type of machine.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Machine {
    pub name: String,
    /// Its other name: `pc` for `pc-i440fx-7.2`.
    pub alias: Option<String>,
    /// What is taken where a definition names none.
    pub is_default: bool,
    pub max_cpus: u32,
    pub hotpluggable_cpus: bool,
    pub numa_memory: bool,
    pub deprecated: bool,
    /// The QOM type of the CPU that it has by default.
    pub default_cpu: Option<String>,
    pub default_ram_id: Option<String>,
}

/// A model of a CPU.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CpuModel {
    pub name: String,
    /// The QOM type: `qemu64-x86_64-cpu`.
    pub kind: String,
    pub deprecated: bool,
    /// The model of which it is another name.
    pub alias_of: Option<String>,
    /// What the host lacks for it; `None` where the emulator does not tell.
    pub unavailable: Option<Vec<String>>,
}

impl CpuModel {
    fn from_answer(answer: &Value) -> Option<Self> {
        let text = |name: &str| answer[name].as_str().map(str::to_owned);
        let unavailable = answer["unavailable-features"].as_array();
        let names = |list: &Vec<Value>| list.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        Some(Self {
            name: text("name")?,
            kind: text("typename")?,
            deprecated: answer["deprecated"].as_bool().unwrap_or(false),
            alias_of: text("alias-of"),
            unavailable: unavailable.map(names),
        })
    }
}

/// In the order of the answers.
const QUESTIONS: [&str; 5] = [
    r#"{"execute":"query-version"}"#,
    r#"{"execute":"query-target"}"#,
    r#"{"execute":"query-kvm"}"#,
    r#"{"execute":"query-machines"}"#,
    r#"{"execute":"qom-list-types"}"#,
];

/// Asked last, where names of models are not those of their types.
const CPU_MODELS: &str = r#"{"execute":"query-cpu-definitions"}"#;

fn is_x86(target: Option<&str>) -> bool {
    matches!(target, Some("x86_64" | "i386"))
}

impl Emulator {
    /// Whether it has a type of device or backend: `virtio-blk-pci`.
    pub fn has_type(&self, name: &str) -> bool {
        self.types.binary_search_by(|known| known.as_str().cmp(name)).is_ok()
    }

    /// Whether its CPU `host` is told to leave out what no other host may have: libvirt asks the CPUs of this emulator only.
    pub fn tells_migratable(&self) -> bool {
        self.target == "x86_64"
    }

    /// A machine by its name or its other name.
    pub fn machine(&self, name: &str) -> Option<&Machine> {
        let named = self.machines.iter().find(|machine| machine.name == name);
        named.or_else(|| self.machines.iter().find(|machine| machine.alias.as_deref() == Some(name)))
    }

    /// What is taken where a definition names none. QEMU has none for ARM; libvirt takes the oldest board.
    pub fn default_machine(&self) -> Option<&Machine> {
        let own = self.machines.iter().find(|machine| machine.is_default);
        own.or_else(|| self.machine("integratorcp").filter(|_| matches!(self.target.as_str(), "arm" | "aarch64")))
    }

    /// What is taken where nobody names one.
    fn preferred_machine(&self) -> Option<&Machine> {
        self.default_machine().or_else(|| self.machines.iter().find(|machine| machine.name != "none"))
    }

    /// The name of the CPU model of a QOM type: `qemu64` of `qemu64-x86_64-cpu`.
    pub fn cpu_of_kind<'a>(&'a self, kind: &'a str) -> Option<&'a str> {
        match is_x86(Some(&self.target)) {
            true => kind.strip_suffix("-cpu")?.strip_suffix(self.target.as_str())?.strip_suffix('-'),
            false => Some(&self.cpu_models.iter().find(|model| model.kind == kind)?.name),
        }
    }

    /// The processors of an emulator of x86, by the names that a definition has for them; of another none.
    pub fn x86_models(&self) -> impl Iterator<Item = &str> {
        let names = self.types.iter().filter_map(|kind| self.cpu_of_kind(kind));
        names.filter(|_| is_x86(Some(&self.target)))
    }

    /// One that has these machines and nothing else.
    #[cfg(test)]
    pub fn with_machines(names: &[&str]) -> Self {
        let machine = |name: &&str| Machine { name: (*name).to_owned(), max_cpus: 255, ..Machine::default() };
        Self { machines: names.iter().map(machine).collect(), ..Self::default() }
    }

    /// From what it answered to [`QUESTIONS`] and [`CPU_MODELS`].
    fn from_answers(binary: &Path, answers: &[Value]) -> Option<Self> {
        let [version, target, kvm, machines, types, rest @ ..] = answers else { return None };
        let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
        let flag = |value: &Value, name: &str| value.get(name).and_then(Value::as_bool).unwrap_or(false);
        let number = |value: &Value, name: &str| value.get(name).and_then(Value::as_u64).unwrap_or(0) as u32;
        let names = |list: &Value| {
            let mut names: Vec<String> =
                list.as_array().into_iter().flatten().filter_map(|one| text(one, "name")).collect();
            names.sort_unstable();
            names
        };
        let qemu = version.get("qemu")?;
        let machine = |machine: &Value| {
            Some(Machine {
                name: text(machine, "name")?,
                alias: text(machine, "alias"),
                is_default: flag(machine, "is-default"),
                max_cpus: number(machine, "cpu-max"),
                hotpluggable_cpus: flag(machine, "hotpluggable-cpus"),
                numa_memory: flag(machine, "numa-mem-supported"),
                deprecated: flag(machine, "deprecated"),
                default_cpu: text(machine, "default-cpu-type"),
                default_ram_id: text(machine, "default-ram-id"),
            })
        };
        let models = rest.first().and_then(Value::as_array).into_iter().flatten();
        Some(Self {
            binary: binary.to_owned(),
            version: number(qemu, "major") * 1_000_000 + number(qemu, "minor") * 1000 + number(qemu, "micro"),
            target: text(target, "arch")?,
            kvm: Kvm { present: flag(kvm, "present"), enabled: flag(kvm, "enabled") },
            machines: machines.as_array()?.iter().filter_map(machine).collect(),
            cpu_models: models.filter_map(CpuModel::from_answer).collect(),
            types: names(types),
        })
    }
}

/// What was answered, and by what.
type Answered<T> = (cache::Identity, Arc<T>);

/// The emulators that somebody asked about, of all roots of this process that keep their answers in the same folder.
pub struct Emulators {
    folder: PathBuf,
    known: Mutex<HashMap<PathBuf, Answered<Emulator>>>,
    details: Mutex<HashMap<(PathBuf, Accelerator), Answered<Details>>>,
    /// Held while an emulator is asked, by its path: who wants to know the same waits for the answer.
    asked: Mutex<HashMap<PathBuf, Arc<Mutex<()>>>>,
}

impl Emulators {
    /// Those whose answers are kept in `folder`.
    pub fn new(folder: &Path) -> Self {
        Self {
            folder: folder.join("capabilities"),
            known: Mutex::default(),
            details: Mutex::default(),
            asked: Mutex::default(),
        }
    }

    /// What an emulator can do. It is asked when nobody asked it before, or when it is not the same file any more.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` when there is no such program; `VIR_ERR_OPERATION_FAILED` with its own words when it cannot be asked,
    /// and `VIR_ERR_OPERATION_TIMEOUT` when it does not answer.
    pub fn of(&self, binary: &Path) -> Result<Arc<Emulator>> {
        let identity = cache::Identity::of(binary).map_err(|cause| unusable(binary, &cause))?;
        let known = || {
            let known = self.known.lock();
            known.get(binary).filter(|(known, _)| *known == identity).map(|(_, emulator)| Arc::clone(emulator))
        };
        if let Some(emulator) = known() {
            return Ok(emulator);
        }
        let turn = self.turn(binary);
        let _mine = turn.lock();
        if let Some(emulator) = known() {
            return Ok(emulator);
        }
        let file = cache::file(&self.folder, binary, "");
        let kept = cache::load(&file, &identity).and_then(|answers| Emulator::from_answers(binary, &answers));
        let emulator = match kept {
            Some(emulator) => emulator,
            None => {
                let more = |answers: &[Value]| match answers.len() == QUESTIONS.len()
                    && !is_x86(answers[1]["arch"].as_str())
                {
                    true => vec![CPU_MODELS.to_owned()],
                    false => Vec::new(),
                };
                let answers = probe::ask(binary, "kvm:tcg", &QUESTIONS, more)?;
                let emulator = Emulator::from_answers(binary, &answers).ok_or_else(|| foreign(binary))?;
                cache::save(&file, &identity, &answers);
                emulator
            }
        };
        let emulator = Arc::new(emulator);
        self.known.lock().insert(binary.to_owned(), (identity, Arc::clone(&emulator)));
        Ok(emulator)
    }

    fn turn(&self, binary: &Path) -> Arc<Mutex<()>> {
        Arc::clone(self.asked.lock().entry(binary.to_owned()).or_default())
    }

    /// What an emulator tells only when it is asked more closely. It is asked when nobody asked it before, or when it or the
    /// host's processor is not the same any more.
    ///
    /// # Errors
    /// Those of [`Emulators::of`].
    pub fn details(&self, emulator: &Emulator, accelerator: Accelerator) -> Result<Arc<Details>> {
        let binary = &emulator.binary;
        let identity = cache::Identity::of(binary).map_err(|cause| unusable(binary, &cause))?.with_processor();
        let key = (binary.clone(), accelerator);
        let known = || {
            let known = self.details.lock();
            known.get(&key).filter(|(known, _)| *known == identity).map(|(_, details)| Arc::clone(details))
        };
        if let Some(details) = known() {
            return Ok(details);
        }
        let turn = self.turn(binary);
        let _mine = turn.lock();
        if let Some(details) = known() {
            return Ok(details);
        }
        let file = cache::file(&self.folder, binary, accelerator.word());
        let kept = cache::load(&file, &identity).and_then(|answers| Details::from_answers(&answers));
        let details = match kept {
            Some(details) => details,
            None => {
                let answers = probe::ask(binary, accelerator.word(), accelerator.questions(), |_| Vec::new())?;
                let answers = details::distilled(answers);
                let details = Details::from_answers(&answers).ok_or_else(|| foreign(binary))?;
                cache::save(&file, &identity, &answers);
                details
            }
        };
        let details = Arc::new(details);
        self.details.lock().insert(key, (identity, Arc::clone(&details)));
        Ok(details)
    }

    /// The emulator of an architecture (libvirt's name) that the host finds on its path.
    pub fn find(&self, arch: &str) -> Option<PathBuf> {
        emulator_of(Arch::named(arch)?)
    }

    /// All architectures of which there is an emulator, with it, in libvirt's order; those that cannot be asked are left out, which the
    /// log tells.
    pub fn all(&self) -> Vec<(Arch, Arc<Emulator>)> {
        let found: Vec<(Arch, PathBuf)> = Arch::all().filter_map(|arch| Some((arch, self.find(arch.name)?))).collect();
        let mut binaries: Vec<&PathBuf> = found.iter().map(|(_, binary)| binary).collect();
        binaries.sort_unstable();
        binaries.dedup();
        // Each takes its time to start, on one processor: more at once than there are only wait for each other.
        let workers = thread::available_parallelism().map_or(1, usize::from).min(binaries.len());
        let next = AtomicUsize::new(0);
        thread::scope(|scope| {
            for _ in 0..workers {
                scope.spawn(|| {
                    while let Some(binary) = binaries.get(next.fetch_add(1, Ordering::Relaxed)) {
                        if let Err(error) = self.of(binary) {
                            log::warning("qemu", "capabilities", format_args!("{error}"));
                        }
                    }
                });
            }
        });
        found.into_iter().filter_map(|(arch, binary)| Some((arch, self.of(&binary).ok()?))).collect()
    }
}

fn emulator_of(arch: Arch) -> Option<PathBuf> {
    arch.emulators(&crate::sys::machine()).into_iter().find_map(|name| program(&name))
}

/// Whether there is an emulator of any architecture, the host's own asked for first.
pub fn any_emulator() -> bool {
    let own = Arch::named(&crate::sys::machine());
    own.into_iter().chain(Arch::all()).any(|arch| emulator_of(arch).is_some())
}

fn unusable(binary: &Path, cause: &io::Error) -> Error {
    let failure = Error::system(cause, format_args!("Cannot check QEMU binary {}", binary.display()));
    failure.with_hint("install it, or name another one in <emulator>").from_origin(VIR_FROM_QEMU)
}

fn foreign(binary: &Path) -> Error {
    let text = format!("'{}' answers as no QEMU of version 5 or later does", binary.display());
    error(VIR_ERR_OPERATION_FAILED, text)
}

/// A program on the path, and where distributions keep those that are not for users.
pub fn program(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = env::split_paths(&path).chain(["/usr/bin", "/usr/local/bin", "/usr/libexec"].map(PathBuf::from));
    folders.map(|folder| folder.join(name)).find(|file| file.is_absolute() && crate::sys::is_executable(file))
}

#[cfg(test)]
mod tests;
