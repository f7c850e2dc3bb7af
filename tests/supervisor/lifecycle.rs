//! What the guest does by itself, with no program connected.

use std::fs;

use virt::supervisor::lifecycle::{Action, Actions, CrashAction};
use virt::types::*;

use crate::machine::*;

const POWERED_OFF: (i32, i32) = (VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_SHUTDOWN);

fn machine(on_poweroff: Action, on_reboot: Action, on_crash: CrashAction) -> Machine {
    let mut machine = Machine::new();
    machine.actions = Actions { on_poweroff, on_reboot, on_crash };
    if on_reboot != Action::Restart {
        // As libvirt does.
        machine.setup.push(r#"{"execute": "set-action", "arguments": {"reboot": "shutdown"}}"#.into());
    }
    machine
}

/// Starts, has the guest do something once it is up, and leaves it alone.
fn run(machine: &Machine, what: u8) -> Serial {
    drop(machine.start());
    let mut serial = machine.serial();
    serial.await_up();
    serial.send(what);
    serial
}

fn ended(machine: &Machine, reason: i32) {
    machine.await_state((VIR_DOMAIN_SHUTOFF, reason));
    machine.until(|| machine.slots.holder(&machine.uuid).expect("locks").is_none());
    machine.assert_ended(reason);
}

#[test]
fn poweroff_destroys() {
    let machine = machine(Action::Destroy, Action::Restart, CrashAction::Destroy);
    run(&machine, b'p');
    ended(&machine, VIR_DOMAIN_SHUTOFF_SHUTDOWN);
}

#[test]
fn poweroff_restarts() {
    let machine = machine(Action::Restart, Action::Restart, CrashAction::Destroy);
    let mut serial = run(&machine, b'p');
    serial.await_up();
    assert_eq!(machine.state().condition, RUNNING);
    // Once more, and then as asked: what changes holds from then on.
    serial.send(b'p');
    serial.await_up();
    let connection = virt::supervisor::client::Connection::open(&machine.places().socket).unwrap();
    connection.set_actions(Actions::default()).unwrap();
    connection.set_fake_reboot(true).unwrap();
    serial.send(b'p');
    serial.await_up();
    serial.send(b'p');
    machine.await_state(POWERED_OFF);
}

#[test]
fn poweroff_preserves() {
    let machine = machine(Action::Preserve, Action::Restart, CrashAction::Destroy);
    run(&machine, b'p');
    machine.await_state((VIR_DOMAIN_SHUTDOWN, VIR_DOMAIN_SHUTDOWN_UNKNOWN));
    assert_eq!(machine.qemus().len(), 1);
}

#[test]
fn reboots() {
    let machine = machine(Action::Destroy, Action::Restart, CrashAction::Destroy);
    let mut serial = run(&machine, b'r');
    serial.await_up();
    assert_eq!(machine.state().condition, RUNNING);
}

#[test]
fn reboot_destroys() {
    let machine = machine(Action::Restart, Action::Destroy, CrashAction::Destroy);
    run(&machine, b'r');
    ended(&machine, VIR_DOMAIN_SHUTOFF_SHUTDOWN);
}

#[test]
fn crash_destroys() {
    let machine = machine(Action::Destroy, Action::Restart, CrashAction::Destroy);
    run(&machine, b'c');
    ended(&machine, VIR_DOMAIN_SHUTOFF_CRASHED);
}

#[test]
fn crash_restarts() {
    let machine = machine(Action::Destroy, Action::Restart, CrashAction::Restart);
    let mut serial = run(&machine, b'c');
    serial.await_up();
    machine.await_state((VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_CRASHED));
}

#[test]
fn crash_preserves() {
    let machine = machine(Action::Destroy, Action::Restart, CrashAction::Preserve);
    run(&machine, b'c');
    machine.await_state((VIR_DOMAIN_CRASHED, VIR_DOMAIN_CRASHED_PANICKED));
    assert_eq!(machine.qemus().len(), 1);
}

fn dumps(machine: &Machine) -> Vec<u64> {
    let files = fs::read_dir(&machine.folder).expect("a folder").map(|entry| entry.expect("an entry"));
    let dumps = files.filter(|file| file.file_name().to_string_lossy().starts_with("dump-"));
    dumps.map(|file| file.metadata().expect("a file").len()).collect()
}

#[test]
fn crash_dumps_and_destroys() {
    let machine = machine(Action::Destroy, Action::Restart, CrashAction::CoredumpDestroy);
    run(&machine, b'c');
    ended(&machine, VIR_DOMAIN_SHUTOFF_CRASHED);
    let dumps = dumps(&machine);
    assert!(dumps.len() == 1 && dumps[0] >= 16 << 20, "{dumps:?} {}", machine.log_text());
}

#[test]
fn crash_dumps_and_restarts() {
    let machine = machine(Action::Destroy, Action::Restart, CrashAction::CoredumpRestart);
    let mut serial = run(&machine, b'c');
    serial.await_up();
    machine.await_state((VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_CRASHED));
    assert_eq!(dumps(&machine).len(), 1);
}
