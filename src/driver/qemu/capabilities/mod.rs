//! What the emulators of this host can do: found out once by asking them, kept for the next process, and told as `<capabilities>`.

mod arch;
mod cache;
mod guest;
mod probe;

use std::collections::HashMap;
use std::env;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use parking_lot::Mutex;
use serde_json::Value;

use super::error;
use crate::error::Result;
use crate::log;
use crate::types::*;

pub use arch::Arch;
pub use guest::guests;

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
    pub cpu_models: Vec<CpuModel>,
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
    /// What the host lacks for it; `None` where the emulator does not tell.
    pub unavailable: Option<Vec<String>>,
}

impl Emulator {
    /// Whether it has a type of device or backend: `virtio-blk-pci`.
    pub fn has_type(&self, name: &str) -> bool {
        self.types.binary_search_by(|known| known.as_str().cmp(name)).is_ok()
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

    /// One that has these machines and nothing else.
    #[cfg(test)]
    pub fn with_machines(names: &[&str]) -> Self {
        let machine = |name: &&str| Machine { name: (*name).to_owned(), max_cpus: 255, ..Machine::default() };
        Self { machines: names.iter().map(machine).collect(), ..Self::default() }
    }

    /// From what it answered to the questions of [`probe`], in their order.
    fn from_answers(binary: &Path, answers: &[Value]) -> Option<Self> {
        let [version, target, kvm, machines, types, models] = answers else { return None };
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
        let model = |model: &Value| {
            let unavailable = model.get("unavailable-features").and_then(Value::as_array);
            let names = |list: &Vec<Value>| list.iter().filter_map(Value::as_str).map(str::to_owned).collect();
            Some(CpuModel {
                name: text(model, "name")?,
                kind: text(model, "typename")?,
                deprecated: flag(model, "deprecated"),
                unavailable: unavailable.map(names),
            })
        };
        Some(Self {
            binary: binary.to_owned(),
            version: number(qemu, "major") * 1_000_000 + number(qemu, "minor") * 1000 + number(qemu, "micro"),
            target: text(target, "arch")?,
            kvm: Kvm { present: flag(kvm, "present"), enabled: flag(kvm, "enabled") },
            machines: machines.as_array()?.iter().filter_map(machine).collect(),
            cpu_models: models.as_array().into_iter().flatten().filter_map(model).collect(),
            types: names(types),
        })
    }
}

/// The emulators that somebody asked about, of all roots of this process that keep their answers in the same folder.
pub struct Emulators {
    folder: PathBuf,
    known: Mutex<HashMap<PathBuf, (cache::Identity, Arc<Emulator>)>>,
}

impl Emulators {
    /// Those whose answers are kept in `folder`.
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.join("capabilities"), known: Mutex::default() }
    }

    /// What an emulator can do. It is asked when nobody asked it before, or when it is not the same file any more.
    ///
    /// # Errors
    /// `VIR_ERR_CONFIG_UNSUPPORTED` when there is no such program; `VIR_ERR_OPERATION_FAILED` with its own words when it cannot be asked,
    /// and `VIR_ERR_OPERATION_TIMEOUT` when it does not answer.
    pub fn of(&self, binary: &Path) -> Result<Arc<Emulator>> {
        let identity = cache::Identity::of(binary).map_err(|cause| {
            let text = format!(
                "the emulator '{}' cannot be used: {cause}; install it, or name another one in <emulator>",
                binary.display()
            );
            error(VIR_ERR_CONFIG_UNSUPPORTED, text)
        })?;
        if let Some((_, emulator)) = self.known.lock().get(binary).filter(|(known, _)| *known == identity) {
            return Ok(Arc::clone(emulator));
        }
        let file = cache::file(&self.folder, binary);
        let kept = cache::load(&file, &identity).and_then(|answers| Emulator::from_answers(binary, &answers));
        let emulator = match kept {
            Some(emulator) => emulator,
            None => {
                let answers = probe::ask(binary)?;
                let emulator = Emulator::from_answers(binary, &answers).ok_or_else(|| {
                    let text = format!("'{}' answers as no QEMU of version 5 or later does", binary.display());
                    error(VIR_ERR_OPERATION_FAILED, text)
                })?;
                cache::save(&file, &identity, &answers);
                emulator
            }
        };
        let emulator = Arc::new(emulator);
        self.known.lock().insert(binary.to_owned(), (identity, Arc::clone(&emulator)));
        Ok(emulator)
    }

    /// The emulator of an architecture (libvirt's name) that the host finds on its path.
    pub fn find(&self, arch: &str) -> Option<PathBuf> {
        let arch = Arch::named(arch)?;
        arch.emulators(&crate::sys::machine()).into_iter().find_map(|name| program(&name))
    }

    /// All architectures of which there is an emulator, with it, in libvirt's order; those that cannot be asked are left out, which the
    /// log tells.
    pub fn all(&self) -> Vec<(Arch, Arc<Emulator>)> {
        let found: Vec<(Arch, PathBuf)> = Arch::all().filter_map(|arch| Some((arch, self.find(arch.name)?))).collect();
        let mut binaries: Vec<&PathBuf> = found.iter().map(|(_, binary)| binary).collect();
        binaries.sort_unstable();
        binaries.dedup();
        // Each takes its time to start, most of it on one processor.
        thread::scope(|scope| {
            for binary in binaries {
                scope.spawn(move || {
                    if let Err(error) = self.of(binary) {
                        log::warning("qemu", "capabilities", format_args!("{error}"));
                    }
                });
            }
        });
        found.into_iter().filter_map(|(arch, binary)| Some((arch, self.of(&binary).ok()?))).collect()
    }
}

/// A program on the path, and where distributions keep those that are not for users.
fn program(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = env::split_paths(&path).chain(["/usr/bin", "/usr/local/bin", "/usr/libexec"].map(PathBuf::from));
    folders.map(|folder| folder.join(name)).find(|file| file.is_absolute() && crate::sys::is_executable(file))
}

#[cfg(test)]
mod tests;
