//! What a supervisor costs, against QEMU started and stopped bare in the same run: `cargo bench --bench supervisor`.

use std::io::{BufRead, BufReader, Write};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

#[allow(dead_code)] // the tests use more of it
#[path = "../tests/supervisor/machine.rs"]
mod machine;

use machine::{LONG, Listener, Machine};
use virt::supervisor::lifecycle::{Actions, Lifecycle};
use virt::supervisor::slots::{Owner, Slot, Slots};
use virt::types::VIR_DOMAIN_SHUTOFF_DESTROYED;
use virt::uuid::Uuid;

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Median and least of some figures.
fn summary(mut figures: Vec<f64>) -> (f64, f64) {
    figures.sort_by(f64::total_cmp);
    (figures[figures.len() / 2], figures[0])
}

/// QEMU with a monitor on its standard input, until the machine runs.
fn bare(machine: &Machine) -> (Child, UnixStream) {
    let (ours, theirs) = UnixStream::pair().expect("sockets");
    let mut arguments = machine.request().request.arguments;
    for argument in &mut arguments {
        *argument = argument.replace("fd=3,server=on,wait=off", "fd=0");
    }
    let mut command = Command::new(&machine.executable);
    command.args(arguments).stdin(Stdio::from(OwnedFd::from(theirs))).stdout(Stdio::null()).stderr(Stdio::null());
    let child = command.spawn().expect("QEMU");
    drop(command);
    let mut lines = BufReader::new(ours.try_clone().expect("a socket")).lines();
    for command in ["qmp_capabilities", "cont"] {
        writeln!(&ours, "{{\"execute\": \"{command}\"}}").expect("a monitor");
        while !lines.next().expect("an answer").expect("a monitor").contains("\"return\"") {}
    }
    (child, ours)
}

/// kB of one line of `/proc/PID/smaps_rollup`.
fn memory(pid: u32, line: &str) -> u64 {
    let text = std::fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).expect("a process");
    let line = text.lines().find(|own| own.starts_with(line)).expect("a line");
    line.split_ascii_whitespace().nth(1).and_then(|number| number.parse().ok()).expect("a number")
}

fn main() {
    let rounds = 15;
    let (mut creates, mut bare_creates, mut destroys, mut bare_destroys) = (vec![], vec![], vec![], vec![]);
    let machine = Machine::new();
    for _ in 0..rounds {
        let begin = Instant::now();
        let (mut child, monitor) = bare(&machine);
        bare_creates.push(milliseconds(begin.elapsed()));
        let begin = Instant::now();
        writeln!(&monitor, "{{\"execute\": \"quit\"}}").expect("a monitor");
        child.wait().expect("a child");
        bare_destroys.push(milliseconds(begin.elapsed()));

        let begin = Instant::now();
        let connection = machine.start();
        creates.push(milliseconds(begin.elapsed()));
        let begin = Instant::now();
        connection.destroy(false, LONG, VIR_DOMAIN_SHUTOFF_DESTROYED).expect("an end");
        destroys.push(milliseconds(begin.elapsed()));
    }
    for (name, ours, floor) in [("create", creates, bare_creates), ("destroy", destroys, bare_destroys)] {
        let ((ours, least), (floor, floor_least)) = (summary(ours), summary(floor));
        println!("{name}: {ours:.1} ms, bare {floor:.1} ms: {:.2} (least {least:.1}, {floor_least:.1})", ours / floor);
    }

    // Pages of a program that was not written to the disk yet count as dirty.
    let program = std::fs::File::open(env!("CARGO_BIN_EXE_virt-supervisor")).expect("the supervisor");
    program.sync_all().expect("a disk");
    let machines = [Machine::new(), Machine::new(), Machine::new()];
    let connections: Vec<_> = machines.iter().map(Machine::start).collect();
    for (machine, connection) in machines.iter().zip(&connections) {
        connection.command(r#"{"execute": "query-qmp-schema"}"#, LONG).expect("a reply");
        let Owner::Alive(pid) = machine.state().owner else { panic!("no supervisor") };
        println!(
            "memory of one of three, after a reply of 200 kB: private dirty {} kB, PSS {} kB, private clean {} kB",
            memory(pid, "Private_Dirty"),
            memory(pid, "Pss:"),
            memory(pid, "Private_Clean")
        );
    }

    let (machine, connection) = (&machines[0], &connections[0]);
    let begin = Instant::now();
    for _ in 0..1_000_000 {
        std::hint::black_box(machine.slots.read(&machine.uuid));
    }
    println!("state: {} ns", begin.elapsed().as_nanos() / 1_000_000);
    let begin = Instant::now();
    let slots = Slots::open(&machine.places().slots).expect("slots");
    std::hint::black_box(slots.read(&machine.uuid));
    println!("state of a program that has just begun: {:.1} µs", milliseconds(begin.elapsed()) * 1000.0);

    let folder = machine.folder.join("many");
    std::fs::create_dir(&folder).expect("a folder");
    let path = folder.join("states");
    let mut held = vec![];
    for number in 0..200 {
        let mut bytes = [1; 16];
        bytes[0] = number;
        let (mut slot, _) = Slot::claim(&path, Uuid(bytes)).expect("a slot");
        slot.begin(number.into(), Lifecycle::new(machine::RUNNING, Actions::default())).expect("an owner");
        held.push(slot);
    }
    let (mut whole, mut lists) = (vec![], vec![]);
    for _ in 0..200 {
        let begin = Instant::now();
        let slots = Slots::open(&path).expect("slots");
        assert_eq!(std::hint::black_box(slots.list()).len(), 200);
        whole.push(milliseconds(begin.elapsed()) * 1000.0);
        let begin = Instant::now();
        std::hint::black_box(slots.list());
        lists.push(milliseconds(begin.elapsed()) * 1000.0);
    }
    println!("list of 200: {:.1} µs, mapped anew {:.1} µs", summary(lists).0, summary(whole).0);

    let mut asked = vec![];
    for _ in 0..200 {
        let begin = Instant::now();
        connection.command(r#"{"execute": "query-status"}"#, LONG).expect("a reply");
        asked.push(milliseconds(begin.elapsed()) * 1000.0);
    }
    println!("query-status through the supervisor: {:.0} µs (least {:.0})", summary(asked.clone()).0, summary(asked).1);

    let mut events = Listener::new(machine);
    let mut latencies = vec![];
    for _ in 0..200 {
        let seen = std::thread::scope(|scope| {
            let waits = scope.spawn(|| {
                events.next("\"STOP\"");
                Instant::now()
            });
            std::thread::sleep(Duration::from_millis(2));
            connection.command(r#"{"execute": "stop"}"#, LONG).expect("a reply");
            let returned = Instant::now();
            let seen = waits.join().expect("an event");
            seen.saturating_duration_since(returned)
        });
        latencies.push(milliseconds(seen) * 1000.0);
        connection.command(r#"{"execute": "cont"}"#, LONG).expect("a reply");
    }
    println!("event after the command that caused it has returned: {:.0} µs", summary(latencies).0);
}
