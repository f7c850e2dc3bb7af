//! How much memory there is in all, and how much of it the guest has.

use crate::xml::domain::Domain;
use crate::xml::domain::device::memory::Model;
use crate::xml::{Fault, Size};

impl Domain {
    pub(super) fn complete_memory(&mut self) -> Result<(), Fault> {
        let plugged: u64 = self.devices.memories.iter().map(|memory| memory.target.size.kib).sum();
        let cells = self.cpu.as_ref().and_then(|cpu| cpu.numa.as_ref()).map_or(&[][..], |numa| &numa.cells);
        let in_cells: u64 = cells.iter().map(|cell| cell.memory.kib).sum();
        let total = &mut self.memory.size.kib;
        if *total == 0 && in_cells > 0 {
            *total = in_cells + plugged;
        } else if plugged > *total {
            return Err(Fault::xml("Total size of memory devices exceeds the total memory size"));
        }
        let total = *total;
        if total == plugged {
            return Err(Fault::xml("Memory size must be specified via <memory> or in the <numa> configuration"));
        }
        let current = &mut self.current_memory.size.kib;
        if *current == 0 || *current > total {
            *current = total;
        }
        let (slots, most) = self.max_memory.as_ref().map_or((0, Size::default()), |most| (most.slots, most.size));
        if (most.kib == 0) != (slots == 0) {
            return Err(Fault::xml("both maximum memory size and memory slot count must be specified"));
        }
        if most.kib > 0 && most.kib < total {
            return Err(Fault::xml("maximum memory size must be equal or greater than the actual memory size"));
        }
        if most.kib == 0 {
            self.max_memory = None;
            let needs_slots = self.devices.memories.iter().any(|memory| memory.model != Model::SgxEpc);
            if needs_slots {
                return Err(Fault::xml("both maximum memory size and memory slot count must be specified"));
            }
        }
        Ok(())
    }
}
