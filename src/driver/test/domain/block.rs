//! The test driver's side of `driver/domain/block.rs`. Numbers that nothing measures are the ones libvirt's test driver tells.

use std::ffi::c_uint;

use super::clock;
use crate::driver::test::{Test, check_flags, error};
use crate::driver::{DiskErrors, DomainBlock};
use crate::error::Result;
use crate::object::Domain;
use crate::types::*;

/// What every disk has, in bytes: the guest sees a little less than there is.
const ALLOCATION: u64 = 1 << 40;
const CAPACITY: u64 = 1_099_506_450_432;

impl DomainBlock for Test {
    /// Every disk has worked since 1970.
    fn block_stats(&self, domain: &Domain, disk: &str) -> Result<virDomainBlockStatsStruct> {
        if disk.is_empty() {
            return Err(error(VIR_ERR_OPERATION_UNSUPPORTED, "summary statistics are not supported yet"));
        }
        let machine = self.state.domains.find_active(domain)?;
        if machine.definition.find_disk(disk).is_none() {
            return Err(error(VIR_ERR_INVALID_ARG, format!("invalid path: {disk}")));
        }
        let (microseconds, seconds) = (clock::microseconds() as i64, clock::now().as_secs() as i64);
        Ok(virDomainBlockStatsStruct {
            rd_req: microseconds / 10,
            rd_bytes: microseconds / 20,
            wr_req: microseconds / 30,
            wr_bytes: microseconds / 40,
            errs: seconds / 2,
        })
    }

    fn block_info(&self, domain: &Domain, disk: &str, flags: c_uint) -> Result<virDomainBlockInfo> {
        check_flags(flags, 0)?;
        let machine = self.state.domains.find(domain)?;
        let unknown = || error(VIR_ERR_INVALID_ARG, format!("invalid path {disk} not assigned to domain"));
        let found = machine.definition.find_disk(disk).ok_or_else(unknown)?;
        if machine.definition.devices.disks[found].source.is_empty() {
            let text = format!("disk '{disk}' does not currently have a source assigned");
            return Err(error(VIR_ERR_INVALID_ARG, text));
        }
        Ok(virDomainBlockInfo { capacity: CAPACITY, allocation: ALLOCATION, physical: ALLOCATION })
    }

    /// Every disk has had errors, of each kind in turn.
    fn disk_errors(&self, domain: &Domain, flags: c_uint) -> Result<DiskErrors> {
        check_flags(flags, 0)?;
        let machine = self.state.domains.find_active(domain)?;
        let disks = &machine.definition.devices.disks;
        let targets = disks.iter().map(|disk| disk.target.device.clone().unwrap_or_default());
        let kinds = [VIR_DOMAIN_DISK_ERROR_UNSPEC, VIR_DOMAIN_DISK_ERROR_NO_SPACE].into_iter().cycle();
        Ok(DiskErrors { disks: disks.len(), errors: targets.zip(kinds).collect() })
    }
}
