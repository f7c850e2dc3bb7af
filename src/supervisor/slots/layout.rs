//! Where things stand in the file of states, in words of 8 bytes unless it says otherwise.
//!
//! | words | what |
//! |---|---|
//! | 0 | `MAGIC` |
//! | 1 | how many slots were ever used: the first ones |
//! | 2 | how often a slot was given to another machine |
//! | 512– | half a word for each slot: who stands by the machine, 0, or the number of a thread and what the kernel marks |
//! | 8704– | the slots, 32 words each |
//!
//! A slot:
//!
//! | words | what |
//! |---|---|
//! | 0 | number of publications; its lowest bit says which of the two records holds |
//! | 1–2 | UUID |
//! | 3–4 | the boot in which it was written |
//! | 5 | number of the claim (upper half) and of QEMU's process (lower half), 0 before and after |
//! | 6–7 | when QEMU was started, for claims of even and odd number |
//! | 8 | process of the supervisor |
//! | 16–23, 24–31 | two records: state and reason, id and flags, actions and the reason of the end that has begun, time |

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering, fence};

use crate::supervisor::lifecycle::{Actions, Lifecycle};
use crate::sys::lock;
use crate::sys::mapping::Mapping;
use crate::uuid::Uuid;

/// As many machines may run, and keep the reason for which they are shut off.
pub const CAPACITY: usize = 16_384;

const MAGIC: u64 = u64::from_le_bytes(*b"SOLOVST1");
const USED: usize = 1;
const GENERATION: usize = 2;
const OWNERS: usize = 512;
const SLOTS: usize = OWNERS + CAPACITY / 2;
const SLOT: usize = 32;
const LENGTH: usize = (SLOTS + CAPACITY * SLOT) * 8;

/// The byte whose lock is held while a slot is looked for; slot `n` has byte `n` + 1.
pub const SEARCH_LOCK: u64 = 0;

/// The mapped file.
pub struct Table {
    mapping: Mapping,
}

/// What changes together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    pub id: i32,
    pub lifecycle: Lifecycle,
    /// The machine has not been started whole yet.
    pub starting: bool,
    /// Milliseconds since 1970.
    pub changed: u64,
}

const FLAG_STARTING: u32 = 1;
const FLAG_FAKE_REBOOT: u32 = 2;
const FLAG_REBOOTING: u32 = 4;
const FLAG_ENDING: u32 = 8;
const FLAG_LEARNED: u32 = 16;

fn pair(low: i32, high: u32) -> u64 {
    u64::from(low.cast_unsigned()) | u64::from(high) << 32
}

fn low(word: u64) -> i32 {
    word as i32
}

fn high(word: u64) -> u32 {
    (word >> 32) as u32
}

impl Record {
    fn to_words(self) -> [u64; 4] {
        let life = self.lifecycle;
        let flag = |bit: u32, set: bool| if set { bit } else { 0 };
        let flags = flag(FLAG_STARTING, self.starting)
            | flag(FLAG_FAKE_REBOOT, life.fake_reboot)
            | flag(FLAG_REBOOTING, life.rebooting)
            | flag(FLAG_ENDING, life.ending.is_some())
            | flag(FLAG_LEARNED, life.learned);
        [
            pair(life.state.0, life.state.1.cast_unsigned()),
            pair(self.id, flags),
            pair(life.ending.unwrap_or(0), life.actions.pack()),
            self.changed,
        ]
    }

    fn from_words([state, id, ending, changed]: [u64; 4]) -> Self {
        let flags = high(id);
        let actions = Actions::unpack(high(ending)).unwrap_or_default();
        let mut lifecycle = Lifecycle::new((low(state), high(state).cast_signed()), actions);
        lifecycle.fake_reboot = flags & FLAG_FAKE_REBOOT != 0;
        lifecycle.rebooting = flags & FLAG_REBOOTING != 0;
        lifecycle.learned = flags & FLAG_LEARNED != 0;
        lifecycle.ending = (flags & FLAG_ENDING != 0).then_some(low(ending));
        Self { id: low(id), lifecycle, starting: flags & FLAG_STARTING != 0, changed }
    }
}

/// Opens the file, and makes it where there is none, for its user only.
///
/// # Errors
/// Those of the system calls; `InvalidData` when it is something else than a file of states.
pub fn open(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    let mut file = File::options().read(true).write(true).create(true).truncate(false).mode(0o600).open(path)?;
    if file.metadata()?.len() < LENGTH as u64 {
        lock::wait(&file, SEARCH_LOCK)?;
        if file.metadata()?.len() < LENGTH as u64 {
            // The length comes last: a file that was cut off is too short, and made again.
            file.write_all(&MAGIC.to_le_bytes())?;
            file.set_len(LENGTH as u64)?;
        }
        lock::release(&file, SEARCH_LOCK)?;
    }
    Ok(file)
}

impl Table {
    /// # Errors
    /// Those of mmap(2); `InvalidData` when it is something else than a file of states.
    pub fn map(file: &File, writable: bool) -> io::Result<Self> {
        let table = Self { mapping: Mapping::new(file, LENGTH, writable)? };
        let magic = table.mapping.word(0).load(Ordering::Relaxed);
        if magic == MAGIC.to_le() { Ok(table) } else { Err(io::ErrorKind::InvalidData.into()) }
    }

    /// How many slots were ever used.
    pub fn used(&self) -> usize {
        (self.mapping.word(USED).load(Ordering::Acquire) as usize).min(CAPACITY)
    }

    pub(super) fn set_used(&self, used: usize) {
        self.mapping.word(USED).store(used as u64, Ordering::Release);
    }

    /// Changes whenever a slot is given to another machine.
    pub fn generation(&self) -> u64 {
        self.mapping.word(GENERATION).load(Ordering::Acquire)
    }

    pub(super) fn next_generation(&self) {
        self.mapping.word(GENERATION).fetch_add(1, Ordering::Release);
    }

    /// Who stands by each of the machines of the used slots.
    pub fn owners(&self) -> &[AtomicU32] {
        self.mapping.halves(OWNERS * 2, self.used())
    }

    pub fn owner(&self, slot: usize) -> &AtomicU32 {
        &self.mapping.halves(OWNERS * 2 + slot, 1)[0]
    }

    fn word(&self, slot: usize, index: usize) -> &AtomicU64 {
        self.mapping.word(SLOTS + slot * SLOT + index)
    }

    fn bytes(&self, slot: usize, index: usize) -> [u8; 16] {
        let mut bytes = [0; 16];
        for (at, half) in bytes.chunks_exact_mut(8).enumerate() {
            half.copy_from_slice(&self.word(slot, index + at).load(Ordering::Relaxed).to_ne_bytes());
        }
        bytes
    }

    fn set_bytes(&self, slot: usize, index: usize, bytes: [u8; 16]) {
        for (at, half) in bytes.as_chunks::<8>().0.iter().enumerate() {
            self.word(slot, index + at).store(u64::from_ne_bytes(*half), Ordering::Relaxed);
        }
    }

    pub fn uuid(&self, slot: usize) -> Uuid {
        Uuid(self.bytes(slot, 1))
    }

    pub(super) fn set_uuid(&self, slot: usize, uuid: Uuid) {
        self.set_bytes(slot, 1, uuid.0);
    }

    pub fn boot(&self, slot: usize) -> [u8; 16] {
        self.bytes(slot, 3)
    }

    pub(super) fn set_boot(&self, slot: usize, boot: [u8; 16]) {
        self.set_bytes(slot, 3, boot);
    }

    /// The supervisor's process, for people.
    pub fn supervisor(&self, slot: usize) -> u32 {
        self.word(slot, 8).load(Ordering::Relaxed) as u32
    }

    pub(super) fn set_supervisor(&self, slot: usize, pid: u32) {
        self.word(slot, 8).store(pid.into(), Ordering::Relaxed);
    }

    /// The number of the claim, and QEMU's process with the time of its start.
    pub fn process(&self, slot: usize) -> (u32, Option<(u32, u64)>) {
        let word = self.word(slot, 5).load(Ordering::Acquire);
        let (claim, pid) = (high(word), low(word).cast_unsigned());
        let started = self.word(slot, 6 + (claim & 1) as usize).load(Ordering::Relaxed);
        (claim, (pid != 0).then_some((pid, started)))
    }

    /// Begins another claim, of no process yet; its number.
    pub(super) fn next_claim(&self, slot: usize) -> u32 {
        let claim = self.process(slot).0.wrapping_add(1);
        self.word(slot, 5).store(pair(0, claim), Ordering::Release);
        claim
    }

    /// Tells of a process that is about to become QEMU, from that process. `false` when the claim is over: it must not.
    pub fn set_process(&self, slot: usize, claim: u32, pid: u32, started: u64) -> bool {
        self.word(slot, 6 + (claim & 1) as usize).store(started, Ordering::Relaxed);
        let (from, to) = (pair(0, claim), pair(pid.cast_signed(), claim));
        self.word(slot, 5).compare_exchange(from, to, Ordering::AcqRel, Ordering::Relaxed).is_ok()
    }

    /// The last record that was published whole.
    pub fn record(&self, slot: usize) -> Record {
        let count = self.word(slot, 0);
        loop {
            let before = count.load(Ordering::Acquire);
            let first = 16 + 8 * (before & 1) as usize;
            let words = std::array::from_fn(|at| self.word(slot, first + at).load(Ordering::Relaxed));
            fence(Ordering::Acquire);
            // The next publication goes into the other record. Only after one more could these words have changed.
            if count.load(Ordering::Relaxed) == before {
                return Record::from_words(words);
            }
        }
    }

    /// Publishes a record. Only the owner may.
    pub fn publish(&self, slot: usize, record: &Record) {
        let count = self.word(slot, 0);
        let next = count.load(Ordering::Relaxed).wrapping_add(1);
        let first = 16 + 8 * (next & 1) as usize;
        fence(Ordering::Release);
        for (at, word) in record.to_words().iter().enumerate() {
            self.word(slot, first + at).store(*word, Ordering::Relaxed);
        }
        count.store(next, Ordering::Release);
    }
}
