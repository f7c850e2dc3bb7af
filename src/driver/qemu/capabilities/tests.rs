//! Real emulators, asked for real.

use std::fs;

use super::*;
use crate::test_folder::TestFolder;

#[test]
fn an_emulator_is_asked_once() {
    let folder = TestFolder::new();
    let emulators = Emulators::new(folder.path());
    let binary = emulators.find("x86_64").expect("qemu-system-x86_64; tools/check installs it");
    let emulator = emulators.of(&binary).unwrap();
    assert!(emulator.version >= 5_000_000);
    assert_eq!(emulator.target, "x86_64");
    assert!(emulator.has_type("virtio-blk-pci") && !emulator.has_type("no-such-device"));
    let pc = emulator.machine("pc").unwrap();
    assert!(pc.is_default && pc.name.starts_with("pc-i440fx-") && emulator.default_machine() == Some(pc));
    assert_eq!(emulator.cpu_of_kind("qemu64-x86_64-cpu"), Some("qemu64"));

    // What is kept says the same, and is not believed of another file.
    let kept = cache::file(&folder.path().join("capabilities"), &binary, "");
    assert_eq!(*Emulators::new(folder.path()).of(&binary).unwrap(), *emulator);
    let text = fs::read_to_string(&kept).unwrap().replace("\"identity\":[3", "\"identity\":[0");
    fs::write(&kept, text).unwrap();
    assert_eq!(cache::load(&kept, &cache::Identity::of(&binary).unwrap()), None);
    fs::write(&kept, "half").unwrap();
    assert_eq!(*Emulators::new(folder.path()).of(&binary).unwrap(), *emulator);
}

#[test]
fn what_cannot_be_asked_is_told() {
    let folder = TestFolder::new();
    let emulators = Emulators::new(folder.path());
    let failure = emulators.of(Path::new("/no/such/emulator")).unwrap_err();
    assert_eq!(failure.code(), VIR_ERR_SYSTEM_ERROR);
    assert!(failure.to_string().contains("/no/such/emulator"));
    assert_eq!(emulators.of(folder.path()).unwrap_err().code(), VIR_ERR_SYSTEM_ERROR);
    assert_eq!(emulators.find("no-such-arch"), None);
}

#[test]
fn guests_have_machines_and_kinds_of_domains() {
    let folder = TestFolder::new();
    let guests = guests(&Emulators::new(folder.path()));
    let x86 = guests.iter().find(|guest| guest.arch.name == "x86_64").unwrap();
    let machines = &x86.arch.program.machines;
    assert!(machines[0].name.starts_with("pc-i440fx-") && machines[1].name == "pc");
    assert_eq!(machines[1].canonical.as_deref(), Some(machines[0].name.as_str()));
    assert!(!x86.arch.domains.is_empty());
}
