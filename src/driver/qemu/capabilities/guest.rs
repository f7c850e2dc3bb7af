//! `<guest>` in `<capabilities>`: which guests the emulators of this host run.

use super::{Arch, Emulator, Emulators};
use crate::xml::YesNo;
use crate::xml::capabilities::guest::{Arch as GuestArch, Domain, Feature, Features, Guest, Machine, Program};
use crate::xml::domain::Hypervisor;
use crate::xml::domain::os::Type;

/// All guests that can be run here.
pub fn guests(emulators: &Emulators) -> Vec<Guest> {
    let host = crate::sys::machine();
    emulators.all().into_iter().map(|(arch, emulator)| guest(arch, &emulator, &host)).collect()
}

fn guest(arch: Arch, emulator: &Emulator, host: &str) -> Guest {
    let domain = |kind| Domain { kind, ..Domain::default() };
    let mut domains = vec![domain(Hypervisor::Qemu)];
    if emulator.kvm.enabled && arch.runs_on(host) {
        domains.push(domain(Hypervisor::Kvm));
    }
    Guest {
        os_type: Type::Hvm,
        arch: GuestArch {
            name: arch.name.to_owned(),
            word_size: arch.word_size,
            program: Program {
                emulator: Some(emulator.binary.to_string_lossy().into_owned()),
                machines: machines(emulator),
                ..Program::default()
            },
            domains,
        },
        features: features(arch),
    }
}

/// The default one first; each other name behind the one that it stands for.
fn machines(emulator: &Emulator) -> Vec<Machine> {
    let mut ordered: Vec<_> = emulator.machines.iter().filter(|machine| machine.name != "none").collect();
    let default = emulator.default_machine();
    ordered.sort_by_key(|machine| Some(*machine) != default);
    let mut machines = Vec::new();
    for machine in ordered {
        let one = Machine {
            max_cpus: machine.max_cpus,
            deprecated: machine.deprecated.then_some(YesNo::Yes),
            name: machine.name.clone(),
            ..Machine::default()
        };
        let alias = machine.alias.as_ref().map(|alias| Machine {
            canonical: Some(machine.name.clone()),
            name: alias.clone(),
            ..one.clone()
        });
        machines.push(one);
        machines.extend(alias);
    }
    machines
}

fn features(arch: Arch) -> Features {
    let is_x86 = matches!(arch.name, "i686" | "x86_64");
    let plain = || Some(Feature::default());
    Features {
        pae: plain().filter(|_| arch.name == "i686"),
        nonpae: plain().filter(|_| arch.name == "i686"),
        acpi: (is_x86 || arch.name == "aarch64").then(|| Feature::new(true, true)),
        apic: is_x86.then(|| Feature::new(true, false)),
        cpuselection: plain(),
        deviceboot: plain(),
        disksnapshot: Some(Feature::new(true, false)),
        external_snapshot: plain(),
        ..Features::default()
    }
}
