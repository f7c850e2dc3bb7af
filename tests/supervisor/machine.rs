//! One machine in a folder of its own, with everything that it leaves behind found and ended.

use std::collections::VecDeque;
use std::fs;
use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use virt::supervisor::client::{self, Attach, Connection, Failure, Places, Request, Running, Start};
use virt::supervisor::confine::Confinement;
use virt::supervisor::journal::{self, FolderWatch, Reader};
use virt::supervisor::lifecycle::Actions;
use virt::supervisor::slots::{Owner, Slots, State};
use virt::types::*;
use virt::uuid::Uuid;

/// What the guest runs, in real mode at 0x7c00: prints "up", then waits for characters on the first serial line.
/// 'p' powers off through ACPI (port 0x604), 'r' resets by a triple fault, 'c' says that it panicked (pvpanic, port 0x505).
const GUEST: [u8; 76] = [
    0x31, 0xc0, 0x8e, 0xd8, 0xfc, // xor ax,ax; mov ds,ax; cld
    0xbe, 0x48, 0x7c, // mov si,text
    0xac, 0x84, 0xc0, 0x74, 0x06, // print: lodsb; test al,al; jz wait
    0xba, 0xf8, 0x03, 0xee, 0xeb, 0xf5, // mov dx,0x3f8; out dx,al; jmp print
    0xfb, 0xf4, // wait: sti; hlt
    0xba, 0xfd, 0x03, 0xec, 0xa8, 0x01, 0x74, 0xf6, // mov dx,0x3fd; in al,dx; test al,1; jz wait
    0xba, 0xf8, 0x03, 0xec, // mov dx,0x3f8; in al,dx
    0x3c, 0x70, 0x75, 0x07, // cmp al,'p'; jne +7
    0xba, 0x04, 0x06, 0xb8, 0x00, 0x20, 0xef, // mov dx,0x604; mov ax,0x2000; out dx,ax
    0x3c, 0x72, 0x75, 0x06, // cmp al,'r'; jne +6
    0x0f, 0x01, 0x1e, 0x42, 0x7c, 0xcc, // lidt [none]; int3
    0x3c, 0x63, 0x75, 0xd9, // cmp al,'c'; jne wait
    0xba, 0x05, 0x05, 0xb0, 0x01, 0xee, 0xeb, 0xd1, // mov dx,0x505; mov al,1; out dx,al; jmp wait
    0, 0, 0, 0, 0, 0, // none
    b'u', b'p', b'\n', 0, // text
];

const PROGRAM: &str = env!("CARGO_BIN_EXE_virt-supervisor");

/// How long anything may take on a busy machine.
pub const LONG: Duration = Duration::from_secs(60);

pub const RUNNING: (i32, i32) = (VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_BOOTED);

pub struct Machine {
    pub folder: PathBuf,
    pub uuid: Uuid,
    pub slots: Slots,
    pub actions: Actions,
    pub setup: Vec<String>,
    pub paused: bool,
    pub bound: bool,
    pub deadline: Duration,
    pub executable: PathBuf,
    pub more: Vec<String>,
}

fn qemu() -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut places = std::env::split_paths(&path).map(|folder| folder.join("qemu-system-x86_64"));
    places.find(|place| place.is_file()).expect("qemu-system-x86_64 (package qemu-system-x86)")
}

impl Machine {
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        Self::at(std::env::temp_dir().join(format!("solovirt-supervisor-{}-{number}", std::process::id())))
    }

    /// The machine of a folder.
    pub fn at(folder: PathBuf) -> Self {
        fs::create_dir_all(&folder).expect("a folder");
        let mut disk = GUEST.to_vec();
        disk.resize(512, 0);
        disk[510..].copy_from_slice(&[0x55, 0xaa]);
        fs::write(folder.join("disk"), disk).expect("a disk");
        Self {
            uuid: Uuid([7; 16]),
            slots: Slots::open(&folder.join("states")).expect("slots"),
            folder,
            actions: Actions::default(),
            setup: Vec::new(),
            paused: false,
            bound: false,
            deadline: LONG,
            executable: qemu(),
            more: Vec::new(),
        }
    }

    pub fn places(&self) -> Places {
        Places {
            slots: self.folder.join("states"),
            run_folder: self.folder.clone(),
            socket: self.folder.join("supervisor.sock"),
            monitor: self.folder.join("monitor.sock"),
            dump_prefix: self.folder.join("dump"),
        }
    }

    pub fn request(&self) -> Start {
        let serial = format!("socket,id=serial,path={},server=on,wait=off", self.folder.join("serial").display());
        let disk = format!("file={},format=raw,if=ide", self.folder.join("disk").display());
        let arguments = [
            "-S",
            "-no-user-config",
            "-nodefaults",
            "-no-shutdown",
            "-machine",
            "pc,accel=tcg,usb=off",
            "-m",
            "16",
            "-display",
            "none",
            "-chardev",
            "socket,id=monitor,fd=3,server=on,wait=off",
            "-mon",
            "chardev=monitor,mode=control",
            "-chardev",
            &serial,
            "-device",
            "isa-serial,chardev=serial",
            "-device",
            "pvpanic",
            "-drive",
            &disk,
        ];
        let mut arguments: Vec<String> = arguments.into_iter().map(str::to_owned).collect();
        arguments.extend(self.more.iter().cloned());
        Start {
            program: PROGRAM.into(),
            name: self.folder.display().to_string(),
            log: self.log(),
            request: Request {
                uuid: self.uuid,
                id: 1,
                places: self.places(),
                executable: self.executable.clone(),
                arguments,
                environment: vec![("PATH".into(), "/usr/bin:/bin".into())],
                confinement: Confinement::default(),
                actions: self.actions,
                setup: self.setup.clone(),
                paused: self.paused,
                incoming: false,
                reason: if self.paused { VIR_DOMAIN_PAUSED_USER } else { VIR_DOMAIN_RUNNING_BOOTED },
                bound: self.bound,
                deadline: 0,
            },
            files: Vec::new(),
            deadline: self.deadline,
        }
    }

    pub fn log(&self) -> PathBuf {
        self.folder.join("log")
    }

    pub fn try_start(&self) -> Result<Running, Failure> {
        client::start(self.request())
    }

    pub fn start(&self) -> Connection {
        let started = self.try_start();
        started.unwrap_or_else(|failure| panic!("{failure:?}\n{}", self.log_text())).connection
    }

    pub fn attach(&self) -> Result<Running, Failure> {
        let request = Attach { uuid: self.uuid, places: self.places(), deadline: 0 };
        client::attach(Path::new(PROGRAM), &self.folder.display().to_string(), &self.log(), request, self.deadline)
    }

    pub fn state(&self) -> State {
        self.slots.read(&self.uuid).expect("a state")
    }

    pub fn log_text(&self) -> String {
        fs::read_to_string(self.log()).unwrap_or_default()
    }

    /// Waits until the published state is that one.
    pub fn await_state(&self, condition: (i32, i32)) {
        self.until(|| self.slots.read(&self.uuid).is_some_and(|state| state.condition == condition));
    }

    pub fn until(&self, condition: impl Fn() -> bool) {
        let begin = Instant::now();
        while !condition() {
            assert!(begin.elapsed() < LONG, "{:?}\n{}", self.slots.read(&self.uuid), self.log_text());
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// The guest's serial line.
    pub fn serial(&self) -> Serial {
        let socket = UnixStream::connect(self.folder.join("serial")).expect("the serial line");
        socket.set_read_timeout(Some(LONG)).expect("a timeout");
        Serial(socket)
    }

    /// The QEMU processes of this machine that run.
    pub fn qemus(&self) -> Vec<u32> {
        self.processes(&self.executable)
    }

    /// All processes of this machine that are `virt-supervisor`: also those that will be QEMU in a moment.
    pub fn supervisors(&self) -> Vec<u32> {
        self.processes(Path::new(PROGRAM))
    }

    fn processes(&self, program: &Path) -> Vec<u32> {
        let mark = self.folder.as_os_str().as_encoded_bytes();
        let processes = fs::read_dir("/proc").expect("processes").filter_map(Result::ok);
        let numbers = processes.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
        let is_one = |pid: &u32| {
            let command = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
            command.starts_with(program.as_os_str().as_encoded_bytes())
                && command.windows(mark.len()).any(|window| window == mark)
        };
        numbers.filter(is_one).collect()
    }

    /// What must hold when the machine has ended: nothing of it is left but the reason.
    pub fn assert_ended(&self, reason: virDomainShutoffReason) {
        let state = self.state();
        assert_eq!((state.condition, state.owner), ((VIR_DOMAIN_SHUTOFF, reason), Owner::None), "{}", self.log_text());
        assert_eq!(state.process, None);
        assert_eq!(self.slots.holder(&self.uuid).expect("locks"), None);
        assert_eq!(self.qemus(), Vec::<u32>::new());
        assert!(!self.places().socket.exists() && !self.places().monitor.exists());
        assert!(self.slots.list().is_empty());
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        for pid in self.supervisors().into_iter().chain(self.qemus()) {
            kill(pid, libc::SIGKILL);
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Sends a signal; a process that has ended meanwhile needs none.
pub fn kill(pid: u32, signal: i32) {
    let mut command = std::process::Command::new("kill");
    let status = command.args([format!("-{signal}"), pid.to_string()]).stderr(std::process::Stdio::null()).status();
    status.expect("kill");
}

/// The guest's serial line.
pub struct Serial(UnixStream);

impl Serial {
    /// Waits until the guest has booted.
    pub fn await_up(&mut self) {
        let mut text = Vec::new();
        while !text.ends_with(b"up\n") {
            let mut byte = [0];
            self.0.read_exact(&mut byte).expect("the guest says that it is up");
            text.push(byte[0]);
        }
    }

    /// Has the guest do something.
    pub fn send(&mut self, what: u8) {
        self.0.write_all(&[what]).expect("the guest's serial line");
    }
}

/// Somebody who listens to what happens in a folder.
pub struct Listener {
    reader: Reader,
    watch: FolderWatch,
    heard: VecDeque<String>,
}

impl Listener {
    /// From now on.
    pub fn new(machine: &Machine) -> Self {
        let watch = FolderWatch::new().expect("inotify");
        watch.add(&journal::folder(&machine.folder)).expect("a journal");
        Self { reader: Reader::from_now(&machine.folder), watch, heard: VecDeque::new() }
    }

    /// The content of the next record that has these words; others are passed over.
    pub fn next(&mut self, words: &str) -> String {
        loop {
            while let Some(content) = self.heard.pop_front() {
                if content.contains(words) {
                    return content;
                }
            }
            self.heard.extend(self.reader.read().into_iter().map(|record| record.content));
            if self.heard.is_empty() {
                assert!(self.watch.wait(LONG).expect("inotify"), "{words} does not come");
                self.watch.take();
            }
        }
    }

    /// The next step of the machine's life.
    pub fn step(&mut self) -> String {
        self.next("lifecycle")
    }
}

/// How a step of life stands in the journal.
pub fn step(event: i32, detail: i32) -> String {
    format!("{{\"lifecycle\": [{event}, {detail}]}}")
}
