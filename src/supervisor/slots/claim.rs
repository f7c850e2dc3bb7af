//! How a supervisor takes the slot of its machine, writes it, and gives it back.

use std::fs::File;
use std::io;
use std::path::Path;
use std::process;
use std::time::SystemTime;

use super::layout::{self, CAPACITY, Record, SEARCH_LOCK, Table};
use crate::supervisor::lifecycle::Lifecycle;
use crate::supervisor::message::Failure;
use crate::sys::lock;
use crate::sys::mapping::Owned;
use crate::types::VIR_DOMAIN_SHUTOFF;
use crate::uuid::Uuid;

/// A slot that this process holds: no other can have it meanwhile.
pub struct Slot {
    /// Kept open: closing it would give the lock back.
    file: File,
    table: &'static Table,
    index: usize,
    claim: u32,
    owned: Option<Owned<'static>>,
}

/// What stood in a slot before it was claimed, if it is of this boot.
#[derive(Clone, Copy, Debug)]
pub struct Before {
    pub record: Record,
    /// QEMU as it was published.
    pub process: Option<(u32, u64)>,
}

impl Slot {
    /// Takes the slot of a machine. Nothing is published yet and nobody sees this process as the owner: see [`Slot::own`].
    /// A process must claim one slot only, because closing the file gives all locks back.
    ///
    /// # Errors
    /// [`Failure::Running`] when another process holds it, [`Failure::System`] when the file cannot be used or is full.
    pub fn claim(path: &Path, uuid: Uuid) -> Result<(Self, Option<Before>), Failure> {
        let failed =
            |error: io::Error| Failure::system(format!("cannot use the file of states '{}'", path.display()), &error);
        let file = layout::open(path).map_err(failed)?;
        // Never unmapped: the kernel writes into it when the process ends.
        let table: &'static Table = Box::leak(Box::new(Table::map(&file, true).map_err(failed)?));
        let boot = super::boot().map_err(failed)?;
        lock::wait(&file, SEARCH_LOCK).map_err(failed)?;
        let index = match (0..table.used()).find(|slot| table.uuid(*slot) == uuid) {
            Some(index) => index,
            None => {
                let index = free(table, &file, boot).map_err(failed)?;
                // In this order, so that what is cut off is not taken for a slot of this boot.
                table.set_boot(index, [0; 16]);
                table.set_uuid(index, uuid);
                table.set_used(table.used().max(index + 1));
                index
            }
        };
        if table.boot(index) != boot {
            table.next_generation();
        }
        let byte = index as u64 + 1;
        if !lock::try_take(&file, byte).map_err(failed)? {
            return Err(Failure::Running { supervisor: lock::holder(&file, byte).ok().flatten() });
        }
        let before = (table.boot(index) == boot)
            .then(|| Before { record: table.record(index), process: table.process(index).1 });
        let slot = Self { file, table, index, claim: table.process(index).0, owned: None };
        lock::release(&slot.file, SEARCH_LOCK).map_err(failed)?;
        Ok((slot, before))
    }

    /// Begins a new run: publishes, names this process as the owner and forgets QEMU's former process.
    ///
    /// # Errors
    /// Those of set_robust_list(2) and of reading this boot's name.
    pub fn begin(&mut self, id: i32, lifecycle: Lifecycle) -> io::Result<()> {
        self.claim = self.table.next_claim(self.index);
        self.own()?;
        self.publish(id, lifecycle, true);
        self.table.set_boot(self.index, super::boot()?);
        Ok(())
    }

    /// Names this process as the owner of what stands there.
    ///
    /// # Errors
    /// Those of set_robust_list(2).
    pub fn own(&mut self) -> io::Result<()> {
        self.table.set_supervisor(self.index, process::id());
        self.owned = Some(Owned::new(self.table.owner(self.index))?);
        Ok(())
    }

    pub fn publish(&self, id: i32, lifecycle: Lifecycle, starting: bool) {
        let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        self.table.publish(self.index, &Record { id, lifecycle, starting, changed: since.as_millis() as u64 });
    }

    /// In the forked child: this process is about to become QEMU. `false` when it must not, because the claim is over.
    pub fn set_process(&self, pid: u32, started: u64) -> bool {
        self.table.set_process(self.index, self.claim, pid, started)
    }

    /// QEMU's process, as the child has told.
    pub fn process(&self) -> Option<(u32, u64)> {
        self.table.process(self.index).1
    }

    /// After the end was published: nobody stands by the machine, and the slot is free.
    ///
    /// # Errors
    /// Those of fcntl(2).
    pub fn release(mut self) -> io::Result<()> {
        self.table.next_claim(self.index);
        self.owned = None;
        lock::release(&self.file, self.index as u64 + 1)
    }
}

/// A slot for another machine: one that was never used, one of another boot, or the one that is shut off for the longest time.
fn free(table: &Table, file: &File, boot: [u8; 16]) -> io::Result<usize> {
    let used = table.used();
    if used < CAPACITY {
        return Ok(used);
    }
    let unused = |slot: &usize| {
        let stale = table.boot(*slot) != boot || table.record(*slot).lifecycle.state.0 == VIR_DOMAIN_SHUTOFF;
        stale && lock::holder(file, *slot as u64 + 1).is_ok_and(|holder| holder.is_none())
    };
    let age = |slot: &usize| if table.boot(*slot) == boot { table.record(*slot).changed } else { 0 };
    (0..used).filter(unused).min_by_key(age).ok_or_else(|| io::ErrorKind::StorageFull.into())
}
