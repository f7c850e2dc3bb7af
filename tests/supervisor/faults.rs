//! `kill -9` at any moment, and QEMU that does not answer: the truth is published, nothing is left behind, the next start works.

use std::time::{Duration, Instant};

use virt::supervisor::client::{Connection, Failure};
use virt::supervisor::slots::Owner;
use virt::types::*;

use crate::machine::*;

const DESTROYED: i32 = VIR_DOMAIN_SHUTOFF_DESTROYED;

fn supervisor(machine: &Machine) -> u32 {
    match machine.state().owner {
        Owner::Alive(pid) => pid,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_dead_supervisor_is_replaced() {
    let machine = Machine::new();
    let connection = machine.start();
    let pid = machine.state().process;
    kill(supervisor(&machine), libc::SIGKILL);
    machine.until(|| machine.state().owner == Owner::Died);
    assert_eq!(connection.command("{}", LONG), Err(Failure::SupervisorDied));
    // The guest was stopped and started meanwhile by somebody else, or not: it runs.
    assert_eq!(machine.try_start().err(), Some(Failure::Running { supervisor: None }));
    let running = machine.attach().unwrap();
    assert_eq!((machine.state().condition, machine.state().process), (RUNNING, pid));
    assert!(matches!(machine.attach(), Err(Failure::Running { supervisor: Some(_) })));
    assert!(running.connection.command(r#"{"execute": "query-status"}"#, LONG).unwrap().contains("running"));
    running.connection.destroy(false, LONG, DESTROYED).unwrap();
    machine.assert_ended(DESTROYED);
    assert!(matches!(machine.attach(), Err(Failure::NotRunning)));
}

#[test]
fn what_happened_without_a_supervisor_is_caught_up_with() {
    let machine = Machine::new();
    drop(machine.start());
    let mut serial = machine.serial();
    serial.await_up();
    kill(supervisor(&machine), libc::SIGKILL);
    machine.until(|| machine.state().owner == Owner::Died);
    serial.send(b'p');
    std::thread::sleep(Duration::from_millis(300));
    let _ = machine.attach();
    machine.await_state((VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_SHUTDOWN));
}

#[test]
fn a_dead_qemu_is_seen_with_and_without_a_supervisor() {
    let machine = Machine::new();
    drop(machine.start());
    kill(machine.qemus()[0], libc::SIGKILL);
    machine.await_state((VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_CRASHED));
    machine.until(|| machine.slots.holder(&machine.uuid).unwrap().is_none());
    machine.assert_ended(VIR_DOMAIN_SHUTOFF_CRASHED);

    drop(machine.start());
    let qemu = machine.qemus()[0];
    kill(supervisor(&machine), libc::SIGKILL);
    kill(qemu, libc::SIGKILL);
    machine.until(|| machine.state().owner == Owner::Died);
    assert!(matches!(machine.attach(), Err(Failure::NotRunning)));
    machine.assert_ended(VIR_DOMAIN_SHUTOFF_CRASHED);
    drop(machine.start());
}

#[test]
fn a_stuck_qemu_holds_up_nobody() {
    let mut machine = Machine::new();
    let connection = machine.start();
    kill(machine.qemus()[0], libc::SIGSTOP);
    let begin = Instant::now();
    std::thread::scope(|scope| {
        let slow = scope.spawn(|| connection.command(r#"{"execute": "query-status"}"#, Duration::from_secs(1)));
        std::thread::sleep(Duration::from_millis(50));
        // Meanwhile others, and other threads of this connection, are served.
        let before = Instant::now();
        let other = Connection::open(&machine.places().socket).unwrap();
        other.set_fake_reboot(false).unwrap();
        connection.set_fake_reboot(false).unwrap();
        assert!(before.elapsed() < Duration::from_millis(500), "{:?}", before.elapsed());
        assert_eq!(slow.join().unwrap(), Err(Failure::Timeout { waited_for: "QEMU's answer".into() }));
    });
    assert!(begin.elapsed() >= Duration::from_secs(1) && begin.elapsed() < Duration::from_secs(4));
    // So is a new supervisor of a stuck QEMU.
    kill(supervisor(&machine), libc::SIGKILL);
    machine.until(|| machine.state().owner == Owner::Died);
    machine.deadline = Duration::from_millis(300);
    let running = machine.attach().unwrap();
    machine.deadline = LONG;
    assert_eq!(machine.state().condition, RUNNING);
    // It is served as soon as it comes back.
    kill(machine.qemus()[0], libc::SIGCONT);
    assert!(running.connection.command(r#"{"execute": "query-status"}"#, LONG).unwrap().contains("running"));
    kill(machine.qemus()[0], libc::SIGSTOP);
    // A QEMU that is stopped is killed, and one that is woken up ends by itself.
    running.connection.destroy(false, Duration::ZERO, DESTROYED).unwrap();
    machine.assert_ended(DESTROYED);

    let connection = machine.start();
    kill(machine.qemus()[0], libc::SIGSTOP);
    connection.destroy(true, LONG, DESTROYED).unwrap();
    machine.assert_ended(DESTROYED);
}
