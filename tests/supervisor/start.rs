//! Starting, commands, events, and ending on demand.

use std::fs::{self, File};
use std::os::fd::AsRawFd;
use std::time::{Duration, Instant};

use virt::supervisor::client::{Command, Connection, Failure};
use virt::supervisor::confine::User;
use virt::supervisor::slots::Owner;
use virt::types::*;

use crate::machine::*;

const PAUSED: (i32, i32) = (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER);
const DESTROYED: i32 = VIR_DOMAIN_SHUTOFF_DESTROYED;

#[test]
fn a_machine_starts_answers_and_is_destroyed() {
    let machine = Machine::new();
    let running = machine.try_start().unwrap_or_else(|failure| panic!("{failure:?}\n{}", machine.log_text()));
    let state = machine.state();
    assert_eq!((state.condition, state.id, state.process.map(|process| process.0)), (RUNNING, 1, Some(running.pid)));
    assert!(matches!(state.owner, Owner::Alive(_)));
    assert_eq!(machine.qemus(), [running.pid]);
    machine.serial().await_up();

    let connection = running.connection;
    let mut events = Listener::new(&machine);
    let reply = connection.command(r#"{"execute": "query-version"}"#, LONG).unwrap();
    assert!(reply.contains("\"return\"") && reply.contains("\"qemu\""), "{reply}");
    let reply = connection.command(r#"{"execute": "nonsense"}"#, LONG).unwrap();
    assert!(reply.contains("CommandNotFound"), "{reply}");
    let failure = connection.command("{\"execute\": ", LONG).unwrap_err();
    assert!(matches!(failure, Failure::Invalid { .. }));

    let stop = Command {
        text: r#"{"execute": "stop"}"#,
        deadline: LONG,
        pauses: Some(VIR_DOMAIN_PAUSED_SAVE),
        ..Command::default()
    };
    connection.execute(&stop).unwrap();
    let paused = (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_SAVE);
    assert_eq!(machine.state().condition, paused);
    assert!(events.next("\"STOP\"").contains("timestamp"));
    assert_eq!(events.step(), step(VIR_DOMAIN_EVENT_SUSPENDED, VIR_DOMAIN_EVENT_SUSPENDED_PAUSED));
    connection.command(r#"{"execute": "cont"}"#, LONG).unwrap();
    assert_eq!(events.step(), step(VIR_DOMAIN_EVENT_RESUMED, VIR_DOMAIN_EVENT_RESUMED_UNPAUSED));

    assert_eq!(
        machine.try_start().err(),
        Some(Failure::Running { supervisor: machine.slots.holder(&machine.uuid).unwrap() })
    );
    connection.destroy(false, LONG, DESTROYED).unwrap();
    machine.assert_ended(DESTROYED);
    assert_eq!(events.step(), step(VIR_DOMAIN_EVENT_SHUTDOWN, VIR_DOMAIN_EVENT_SHUTDOWN_HOST));
    assert_eq!(events.step(), step(VIR_DOMAIN_EVENT_STOPPED, VIR_DOMAIN_EVENT_STOPPED_DESTROYED));
    assert_eq!(connection.command("{}", LONG), Err(Failure::SupervisorDied));
    assert!(machine.log_text().contains("shutting down, reason=destroyed"));

    machine.start().destroy(true, LONG, VIR_DOMAIN_SHUTOFF_SAVED).unwrap();
    for (event, detail) in [
        (VIR_DOMAIN_EVENT_RESUMED, VIR_DOMAIN_EVENT_RESUMED_UNPAUSED),
        (VIR_DOMAIN_EVENT_STARTED, VIR_DOMAIN_EVENT_STARTED_BOOTED),
        (VIR_DOMAIN_EVENT_SHUTDOWN, VIR_DOMAIN_EVENT_SHUTDOWN_HOST),
        (VIR_DOMAIN_EVENT_STOPPED, VIR_DOMAIN_EVENT_STOPPED_SAVED),
    ] {
        assert_eq!(events.step(), step(event, detail));
    }
    machine.assert_ended(VIR_DOMAIN_SHUTOFF_SAVED);
}

#[test]
fn many_programs_are_served_and_large_replies_pass() {
    let machine = Machine::new();
    let first = machine.start();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let own = Connection::open(&machine.places().socket).unwrap();
                for connection in [&first, &own, &own] {
                    let schema = connection.command(r#"{"execute": "query-qmp-schema"}"#, LONG).unwrap();
                    assert!(schema.len() > 100_000 && schema.ends_with('}'), "{}", schema.len());
                    let status = connection.command(r#"{"execute": "query-status"}"#, LONG).unwrap();
                    assert!(status.contains("\"running\""), "{status}");
                }
            });
        }
    });
    let own = Connection::open(&machine.places().socket).unwrap();
    own.destroy(false, LONG, DESTROYED).unwrap();
    machine.assert_ended(DESTROYED);
}

#[test]
fn a_paused_start_waits_for_its_command() {
    let mut machine = Machine::new();
    machine.paused = true;
    machine.setup.push(r#"{"execute": "query-name"}"#.into());
    let connection = machine.start();
    assert_eq!(machine.state().condition, PAUSED);
    let cont = Command {
        text: r#"{"execute": "cont"}"#,
        deadline: LONG,
        resumes: Some(VIR_DOMAIN_RUNNING_RESTORED),
        ..Command::default()
    };
    connection.execute(&cont).unwrap();
    assert_eq!(machine.state().condition, (VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_RESTORED));
}

#[test]
fn a_start_that_fails_says_why_and_leaves_nothing() {
    let mut machine = Machine::new();
    machine.more = vec!["-device".into(), "no-such-device".into()];
    match machine.try_start().err() {
        Some(Failure::Exited { how, output }) => {
            assert_eq!(how, "exit status: 1");
            assert!(output.contains("'no-such-device' is not a valid device model name"), "{output}");
        }
        other => panic!("{other:?}"),
    }
    machine.assert_ended(VIR_DOMAIN_SHUTOFF_FAILED);

    machine.more.clear();
    machine.setup = vec![r#"{"execute": "query-name"}"#.into(), r#"{"execute": "nonsense"}"#.into()];
    match machine.try_start().err() {
        Some(Failure::Setup { command, reply }) => {
            assert!(command.contains("nonsense") && reply.contains("CommandNotFound"))
        }
        other => panic!("{other:?}"),
    }
    machine.assert_ended(VIR_DOMAIN_SHUTOFF_FAILED);

    machine.setup.clear();
    let qemu = std::mem::replace(&mut machine.executable, "/nowhere/qemu".into());
    match machine.try_start().err() {
        Some(Failure::Exited { output, .. }) => {
            assert!(output.contains("cannot run '/nowhere/qemu': No such file or directory"), "{output}");
        }
        other => panic!("{other:?}"),
    }
    machine.assert_ended(VIR_DOMAIN_SHUTOFF_FAILED);

    // A program that is no QEMU never answers.
    machine.executable = machine.folder.join("sleeper");
    fs::write(&machine.executable, "#!/bin/sh\nexec sleep 1000\n").unwrap();
    std::process::Command::new("chmod").arg("700").arg(&machine.executable).status().unwrap();
    machine.deadline = Duration::from_millis(300);
    let begin = Instant::now();
    assert_eq!(
        machine.try_start().err(),
        Some(Failure::Timeout { waited_for: "QEMU's answer to the handshake".into() })
    );
    assert!(begin.elapsed() < Duration::from_secs(10));
    machine.assert_ended(VIR_DOMAIN_SHUTOFF_FAILED);

    machine.executable = qemu;
    machine.deadline = LONG;
    machine.start().destroy(false, LONG, DESTROYED).unwrap();
}

#[test]
fn where_the_supervisor_is_looked_for_is_told() {
    let found = virt::supervisor::client::program();
    // It lies beside an installed library only.
    match (std::env::var_os("SOLOVIRT_LIBEXECDIR"), found) {
        (None, Err(Failure::System { what, errno: libc::ENOENT })) => {
            assert!(what.contains("/libexec/virt-supervisor'") && what.contains("SOLOVIRT_LIBEXECDIR"), "{what}");
        }
        (Some(_), Ok(path)) => assert!(path.is_file()),
        (_, found) => panic!("{found:?}"),
    }
}

#[test]
fn files_arrive_at_the_start_and_later() {
    let machine = Machine::new();
    let mut start = machine.request();
    let path = machine.folder.join("written");
    start.files = vec![File::open("/dev/null").unwrap().into(), File::create(&path).unwrap().into()];
    let number = virt::supervisor::FIRST_FILE + 1;
    start.request.arguments.extend(["-add-fd".into(), format!("fd={number},set=7")]);
    let running =
        virt::supervisor::client::start(start).unwrap_or_else(|failure| panic!("{failure:?}\n{}", machine.log_text()));
    let reply = running.connection.command(r#"{"execute": "query-fdsets"}"#, LONG).unwrap();
    assert!(reply.contains("\"fdset-id\": 7"), "{reply}");
    let file = File::open("/dev/null").unwrap();
    let files = [file.as_raw_fd()];
    for name in ["a", "b"] {
        let text = format!(r#"{{"execute": "getfd", "arguments": {{"fdname": "{name}"}}}}"#);
        let command = Command { text: &text, deadline: LONG, files: &files, ..Command::default() };
        let reply = running.connection.execute(&command).unwrap();
        assert!(reply.contains("\"return\": {}"), "{reply}");
    }
}

#[test]
fn qemu_runs_as_another_user() {
    let machine = Machine::new();
    let mut start = machine.request();
    // It needs no file of the folder, which is ours.
    let monitor =
        "-S -nodefaults -display none -chardev socket,id=m,fd=3,server=on,wait=off -mon chardev=m,mode=control";
    start.request.arguments = monitor.split(' ').map(str::to_owned).collect();
    start.request.arguments.extend(["-name".into(), machine.folder.display().to_string()]);
    start.request.confinement.user = Some(User { user: 65_534, group: 65_533, groups: vec![65_532] });
    match virt::supervisor::client::start(start) {
        Ok(running) => {
            let status = fs::read_to_string(format!("/proc/{}/status", running.pid)).unwrap();
            for line in ["Uid:\t65534\t65534\t65534\t65534", "Gid:\t65533\t65533\t65533\t65533", "Groups:\t65532 "] {
                assert!(status.contains(line), "{status}");
            }
            running.connection.destroy(false, LONG, DESTROYED).unwrap();
            machine.assert_ended(DESTROYED);
        }
        // For those who are not root.
        Err(Failure::Exited { output, .. }) => assert!(output.contains("Operation not permitted"), "{output}"),
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn a_bound_machine_ends_with_its_connection() {
    let mut machine = Machine::new();
    machine.bound = true;
    drop(machine.start());
    machine.await_state((VIR_DOMAIN_SHUTOFF, DESTROYED));
    machine.until(|| machine.slots.holder(&machine.uuid).unwrap().is_none());
    machine.assert_ended(DESTROYED);

    let connection = machine.start();
    connection.bind(false).unwrap();
    drop(connection);
    let other = Connection::open(&machine.places().socket).unwrap();
    other.command(r#"{"execute": "query-status"}"#, LONG).unwrap();
    assert_eq!(machine.state().condition, RUNNING);
}
