//! `kill -9` at any moment of starting and ending, of any of the processes: what is published is what is there, no process is
//! left behind, and the next start works.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use virt::supervisor::client::Connection;
use virt::supervisor::slots::Owner;
use virt::types::*;

use crate::machine::*;

const DESTROYED: i32 = VIR_DOMAIN_SHUTOFF_DESTROYED;

/// Random numbers that are the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// Who is killed.
#[derive(Clone, Copy, Debug)]
enum Victim {
    /// One of the processes that are `virt-supervisor`: the one that was called, the one that stays, the one that will be QEMU.
    Supervisor,
    Qemu,
    Both,
    Client,
}

const VICTIMS: [Victim; 4] = [Victim::Supervisor, Victim::Qemu, Victim::Both, Victim::Client];

/// How often each is killed; more for a night with `SOLOVIRT_ROUNDS`.
fn rounds() -> u64 {
    std::env::var("SOLOVIRT_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(8)
}

impl Victim {
    fn kill(self, machine: &Machine, client: &mut Child, random: &mut Random) {
        let (supervisors, qemus) = (machine.supervisors(), machine.qemus());
        match self {
            Self::Supervisor if supervisors.is_empty() => {}
            Self::Supervisor => kill(supervisors[random.below(supervisors.len() as u64) as usize], libc::SIGKILL),
            Self::Qemu => qemus.into_iter().for_each(|pid| kill(pid, libc::SIGKILL)),
            Self::Both => supervisors.into_iter().chain(qemus).for_each(|pid| kill(pid, libc::SIGKILL)),
            Self::Client => client.kill().expect("a child"),
        }
    }
}

/// A program of its own that starts the machine of a folder, or destroys it.
fn client(machine: &Machine, what: &str) -> Child {
    let mut command = Command::new(std::env::current_exe().expect("these tests"));
    command.args(["--exact", "kills::a_program_that_is_killed", "--ignored"]);
    command.env("SOLOVIRT_MACHINE", &machine.folder).env("SOLOVIRT_DO", what);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("these tests")
}

#[test]
#[ignore = "the tests below run it and kill it"]
fn a_program_that_is_killed() {
    let folder = std::env::var_os("SOLOVIRT_MACHINE").expect("a folder");
    // The folder is the caller's.
    let machine = std::mem::ManuallyDrop::new(Machine::at(folder.into()));
    if std::env::var("SOLOVIRT_DO").is_ok_and(|what| what == "start") {
        machine.try_start().map(drop).expect("a start");
    } else {
        let connection = Connection::open(&machine.places().socket).expect("a supervisor");
        connection.destroy(false, LONG, DESTROYED).expect("an end");
    }
}

/// Waits until what is published is what is there, as any reader would find it: either all is alive and well, or nothing is left.
/// Whether it is alive.
fn settled(machine: &Machine) -> bool {
    let begin = Instant::now();
    loop {
        let state = machine.slots.read(&machine.uuid);
        let (supervisors, qemus) = (machine.supervisors(), machine.qemus());
        match state {
            Some(state) if state.owner == Owner::Died => drop(machine.attach()),
            Some(state) if state.is_active() => {
                let ready = state.condition != (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_STARTING_UP);
                let Owner::Alive(pid) = state.owner else { panic!("{state:?}") };
                if ready && supervisors == [pid] && state.process.is_some_and(|(pid, _)| qemus == [pid]) {
                    return true;
                }
            }
            _ if supervisors.is_empty() && qemus.is_empty() => {
                assert_eq!(machine.slots.holder(&machine.uuid).expect("locks"), None);
                assert!(machine.slots.list().is_empty());
                return false;
            }
            _ => {}
        }
        assert!(begin.elapsed() < LONG, "{state:?} {supervisors:?} {qemus:?}\n{}", machine.log_text());
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn end(machine: &Machine) {
    for attempt in 0..3 {
        let ended = Connection::open(&machine.places().socket)
            .and_then(|connection| connection.destroy(false, LONG, DESTROYED));
        // A supervisor that was killed a moment ago may have looked alive.
        assert!(ended.is_ok() || attempt < 2, "{ended:?}");
        if !settled(machine) {
            return;
        }
    }
    panic!("it lives after all: {:?}", machine.state());
}

#[test]
fn at_any_moment_of_a_start() {
    let (machine, mut random) = (Machine::new(), Random(1));
    let mut alive = 0;
    for round in 0..rounds() * 4 {
        let victim = VICTIMS[round as usize % 4];
        let mut client = client(&machine, "start");
        machine.until(|| !machine.supervisors().is_empty() || !machine.qemus().is_empty());
        std::thread::sleep(Duration::from_micros(random.below(80_000)));
        victim.kill(&machine, &mut client, &mut random);
        client.wait().expect("a child");
        if settled(&machine) {
            alive += 1;
            end(&machine);
        }
        if round % 4 == 3 {
            machine.start().destroy(false, LONG, DESTROYED).unwrap();
            machine.assert_ended(DESTROYED);
        }
    }
    // Most of those whose client only was killed live.
    assert!(alive >= rounds() / 2, "{alive}");
}

#[test]
fn at_any_moment_of_an_end() {
    let (machine, mut random) = (Machine::new(), Random(2));
    for round in 0..rounds() * 4 {
        let victim = VICTIMS[round as usize % 4];
        drop(machine.start());
        let connection = Connection::open(&machine.places().socket).unwrap();
        let mut client = client(&machine, "destroy");
        std::thread::sleep(Duration::from_micros(random.below(20_000)));
        victim.kill(&machine, &mut client, &mut random);
        client.wait().expect("a child");
        if settled(&machine) {
            end(&machine);
        } else {
            assert!(connection.command("{}", LONG).is_err());
            assert_eq!(machine.state().condition.0, VIR_DOMAIN_SHUTOFF);
        }
    }
}
