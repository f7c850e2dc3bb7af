//! The state of all machines of a root in one file, which every process maps and reads without asking anybody.
//! How it stands there: `layout`; how a supervisor takes a slot: `claim`.

mod claim;
mod layout;

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use once_cell::sync::OnceCell;
use parking_lot::Mutex;

pub use claim::Slot;
pub use layout::{CAPACITY, Record};

use crate::supervisor::lifecycle::{Actions, State as Condition};
use crate::sys::lock;
use crate::sys::mapping::OWNER_DIED;
use crate::types::*;
use crate::uuid::Uuid;
use layout::Table;

/// Who stands by a machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A supervisor, that process.
    Alive(u32),
    /// Nobody any more: what is published may be wrong. `client::attach` finds out.
    Died,
    /// Nobody: the machine is shut off.
    None,
}

/// What is published of one machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    pub uuid: Uuid,
    /// The domain's number; of the last run, when it is shut off.
    pub id: i32,
    /// A `VIR_DOMAIN_RUNNING` … with its reason. A machine that is being started is paused, `VIR_DOMAIN_PAUSED_STARTING_UP`.
    pub condition: Condition,
    pub owner: Owner,
    /// QEMU's process and when it was started (ticks since the system was), while there is one.
    pub process: Option<(u32, u64)>,
    pub actions: Actions,
    /// QEMU has said something that is kept, see `seen`.
    pub learned: bool,
    /// When this was published, in milliseconds since 1970.
    pub changed: u64,
}

impl State {
    /// Whether the machine has a process, or is about to have one.
    pub fn is_active(&self) -> bool {
        self.condition.0 != VIR_DOMAIN_SHUTOFF
    }
}

/// This boot of the system, which the kernel names at random. What was written in another is not true any more.
///
/// # Errors
/// Without `/proc`.
fn boot() -> io::Result<[u8; 16]> {
    static BOOT: OnceCell<[u8; 16]> = OnceCell::new();
    let read = || {
        let text = fs::read_to_string("/proc/sys/kernel/random/boot_id")?;
        Uuid::parse(&text).map(|uuid| uuid.0).ok_or_else(|| io::Error::from(io::ErrorKind::InvalidData))
    };
    BOOT.get_or_try_init(read).copied()
}

/// All machines of a root, seen by a reader.
pub struct Slots {
    path: PathBuf,
    table: Table,
    boot: [u8; 16],
    known: Mutex<Known>,
}

/// Where machines were found.
#[derive(Default)]
struct Known {
    /// The generation and the number of used slots when that held.
    at: (u64, usize),
    /// Each with its slot, sorted.
    all: Vec<(Uuid, u32)>,
}

impl Slots {
    /// Maps the file, and makes it where there is none; its folder must exist.
    ///
    /// # Errors
    /// Those of open(2) and mmap(2); `InvalidData` when it is something else.
    pub fn open(path: &Path) -> io::Result<Self> {
        let file = layout::open(path)?;
        let table = Table::map(&file, false)?;
        Ok(Self { path: path.to_owned(), table, boot: boot()?, known: Mutex::default() })
    }

    /// What is published of a machine. `None` when nothing was since the system was started: it is shut off.
    pub fn read(&self, uuid: &Uuid) -> Option<State> {
        let slot = self.find(uuid)?;
        let state = self.state(slot)?;
        // The slot may have been given away since it was found.
        (state.uuid == *uuid).then_some(state)
    }

    /// All machines that have a process, or are about to.
    pub fn list(&self) -> Vec<State> {
        let owned = self.table.owners().iter().enumerate().filter(|(_, owner)| owner.load(Ordering::Relaxed) != 0);
        owned.filter_map(|(slot, _)| self.state(slot)).filter(State::is_active).collect()
    }

    /// Whether another process holds a machine's slot: a supervisor that starts, runs or re-attaches it. Unlike [`State::owner`] it asks
    /// the kernel, in some microseconds.
    ///
    /// # Errors
    /// Those of open(2) and fcntl(2).
    pub fn holder(&self, uuid: &Uuid) -> io::Result<Option<u32>> {
        let Some(slot) = self.find(uuid) else { return Ok(None) };
        lock::holder(&File::options().read(true).write(true).open(&self.path)?, slot as u64 + 1)
    }

    fn find(&self, uuid: &Uuid) -> Option<usize> {
        let mut known = self.known.lock();
        let at = (self.table.generation(), self.table.used());
        if known.at != at {
            let mut all: Vec<_> = (0..at.1).map(|slot| (self.table.uuid(slot), slot as u32)).collect();
            all.sort_unstable();
            *known = Known { at, all };
        }
        let found = known.all.binary_search_by(|(own, _)| own.cmp(uuid)).ok()?;
        Some(known.all[found].1 as usize)
    }

    fn state(&self, slot: usize) -> Option<State> {
        if self.table.boot(slot) != self.boot {
            return None;
        }
        let word = self.table.owner(slot).load(Ordering::Acquire);
        let record = self.table.record(slot);
        let active = record.lifecycle.state.0 != VIR_DOMAIN_SHUTOFF;
        let owner = match word {
            0 if !active => Owner::None,
            0 => Owner::Died,
            word if word & OWNER_DIED != 0 => Owner::Died,
            _ => Owner::Alive(self.table.supervisor(slot)),
        };
        Some(State {
            uuid: self.table.uuid(slot),
            id: record.id,
            condition: record.lifecycle.state,
            owner,
            process: self.table.process(slot).1.filter(|_| active),
            actions: record.lifecycle.actions,
            learned: record.lifecycle.learned,
            changed: record.changed,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::supervisor::Failure;
    use crate::supervisor::lifecycle::{Action, CrashAction, Lifecycle};
    use crate::test_folder::TestFolder;

    /// A folder, and the file of states in it.
    fn place() -> (TestFolder, PathBuf) {
        let folder = TestFolder::new();
        let file = folder.path().join("states");
        (folder, file)
    }

    fn lifecycle(state: Condition) -> Lifecycle {
        let actions =
            Actions { on_poweroff: Action::Restart, on_reboot: Action::Destroy, on_crash: CrashAction::Preserve };
        Lifecycle::new(state, actions)
    }

    #[test]
    fn what_is_published_is_read() {
        let (_folder, file) = place();
        let slots = Slots::open(&file).unwrap();
        let uuid = Uuid([3; 16]);
        assert_eq!(slots.read(&uuid), None);

        let (mut slot, before) = Slot::claim(&file, uuid).unwrap();
        assert!(before.is_none());
        assert_eq!(slots.read(&uuid), None);
        let starting = (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_STARTING_UP);
        slot.begin(7, lifecycle(starting)).unwrap();
        let state = slots.read(&uuid).unwrap();
        assert_eq!((state.id, state.condition, state.process), (7, starting, None));
        assert_eq!(state.owner, Owner::Alive(std::process::id()));
        assert_eq!(state.actions, lifecycle(starting).actions);
        assert_eq!(slots.list(), [state]);

        assert!(slot.set_process(99, 1234));
        let mut life = lifecycle((VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_BOOTED));
        life.ending = Some(VIR_DOMAIN_SHUTOFF_DESTROYED);
        life.fake_reboot = true;
        life.rebooting = true;
        slot.publish(7, life, false);
        let state = slots.read(&uuid).unwrap();
        assert_eq!((state.condition, state.process), (life.state, Some((99, 1234))));
        let record = slots.table.record(0);
        assert_eq!((record.lifecycle, record.starting), (life, false));

        slot.publish(7, lifecycle((VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_CRASHED)), false);
        slot.release().unwrap();
        let state = slots.read(&uuid).unwrap();
        assert_eq!((state.condition, state.process), ((VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_CRASHED), None));
        assert_eq!(state.owner, Owner::None);
        assert_eq!(slots.list(), []);
    }

    #[test]
    fn a_child_of_an_earlier_claim_does_not_become_qemu() {
        let (_folder, file) = place();
        let uuid = Uuid([4; 16]);
        let (mut slot, _) = Slot::claim(&file, uuid).unwrap();
        slot.begin(1, lifecycle((VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_STARTING_UP))).unwrap();
        let (mut next, before) = Slot::claim(&file, uuid).unwrap();
        assert!(before.unwrap().record.starting);
        next.begin(2, lifecycle((VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_STARTING_UP))).unwrap();
        assert!(!slot.set_process(99, 1));
        assert!(next.set_process(100, 2));
        assert_eq!(next.process(), Some((100, 2)));
    }

    #[test]
    fn what_another_boot_has_left_is_not_seen() {
        let (_folder, file) = place();
        let uuid = Uuid([5; 16]);
        let (mut slot, _) = Slot::claim(&file, uuid).unwrap();
        slot.begin(1, lifecycle((VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_BOOTED))).unwrap();
        let opened = layout::open(&file).unwrap();
        Table::map(&opened, true).unwrap().set_boot(0, [9; 16]);
        let slots = Slots::open(&file).unwrap();
        assert_eq!((slots.read(&uuid), slots.list()), (None, Vec::new()));
        assert!(Slot::claim(&file, uuid).unwrap().1.is_none());
    }

    #[test]
    fn records_are_read_whole_while_they_change() {
        let (_folder, file) = place();
        let uuid = Uuid([6; 16]);
        let (mut slot, _) = Slot::claim(&file, uuid).unwrap();
        slot.begin(0, lifecycle((0, 0))).unwrap();
        let slots = Slots::open(&file).unwrap();
        std::thread::scope(|scope| {
            let reader = scope.spawn(|| {
                let mut last = 0;
                while last < 20_000 {
                    let state = slots.read(&uuid).unwrap();
                    assert_eq!(state.condition, (state.id, -state.id));
                    assert!(state.id >= last);
                    last = state.id;
                }
            });
            for number in 1..=20_000 {
                slot.publish(number, lifecycle((number, -number)), false);
            }
            reader.join().unwrap();
        });
    }

    #[test]
    fn a_full_table_gives_the_oldest_that_is_shut_off() {
        let (_folder, file) = place();
        let opened = layout::open(&file).unwrap();
        let table = Table::map(&opened, true).unwrap();
        let boot = boot().unwrap();
        for slot in 0..CAPACITY {
            table.set_uuid(slot, Uuid([(slot >> 8) as u8 + 1; 16]));
            table.set_boot(slot, boot);
            let state = if slot % 2 == 0 { VIR_DOMAIN_RUNNING } else { VIR_DOMAIN_SHUTOFF };
            let changed = (CAPACITY - slot) as u64;
            table.publish(slot, &Record { id: 1, lifecycle: lifecycle((state, 1)), starting: false, changed });
        }
        table.set_used(CAPACITY);
        let uuid = Uuid([0xfe; 16]);
        let (slot, before) = Slot::claim(&file, uuid).unwrap();
        assert!(before.is_none());
        assert_eq!(table.uuid(CAPACITY - 1), uuid);
        drop(slot);
    }

    #[test]
    fn another_file_is_refused() {
        let (_folder, file) = place();
        fs::write(&file, vec![b'x'; 8 << 20]).unwrap();
        assert_eq!(Slots::open(&file).err().unwrap().kind(), io::ErrorKind::InvalidData);
        assert!(matches!(Slot::claim(&file, Uuid([1; 16])), Err(Failure::System { .. })));
    }
}
