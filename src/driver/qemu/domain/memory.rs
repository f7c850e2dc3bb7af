//! The QEMU driver's side of `driver/domain/memory.rs`.

use std::ffi::c_uint;

use crate::driver::domain::DomainMemory;
use crate::driver::qemu::{Qemu, check_flags};
use crate::error::Result;
use crate::object::Domain;
use crate::types::*;

impl DomainMemory for Qemu {
    fn max_memory(&self, domain: &Domain) -> Result<u64> {
        Ok(self.machine(domain)?.current()?.memory.size.kib)
    }

    fn memory_stats(&self, domain: &Domain, flags: c_uint) -> Result<Vec<virDomainMemoryStatStruct>> {
        check_flags(flags, 0)?;
        let all = self.guest_memory(domain)?;
        Ok(all.into_iter().map(|(tag, val)| virDomainMemoryStatStruct { tag, val }).collect())
    }
}
