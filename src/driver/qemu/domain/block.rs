//! The QEMU driver's side of `driver/domain/block.rs`: what is counted of disks, their sizes, their content.

use std::ffi::c_uint;
use std::fs::{self, File};
use std::os::unix::fs::FileExt;

use serde_json::Value;

use super::stats::sizes;
use super::{Definition, not_running};
use crate::driver::domain::DomainBlock;
use crate::driver::qemu::{Qemu, check_flags, error};
use crate::error::{Error, Result};
use crate::object::Domain;
use crate::typed_param::TypedParams;
use crate::types::*;
use crate::xml::domain::device::disk::Disk;
use crate::xml::domain::device::source::{ImageFormat, Source};

/// The disk of that target, or whose image has that path.
fn find<'d>(definition: &'d Definition, name: &str) -> Result<&'d Disk> {
    let disks = &definition.devices.disks;
    let by_target = disks.iter().find(|disk| disk.target.device.as_deref() == Some(name));
    let found = by_target.or_else(|| disks.iter().find(|disk| !name.is_empty() && disk.source.describe() == name));
    found.ok_or_else(|| error(VIR_ERR_INVALID_ARG, format!("invalid path {name} not assigned to domain")))
}

/// The path of an image that is a file or a device of this host.
pub(super) fn local(disk: &Disk) -> Option<&str> {
    match &disk.source {
        Source::File(_) | Source::Block(_) => Some(disk.source.describe()),
        Source::Dir(_) | Source::Network(_) | Source::Volume(_) | Source::Nvme(_) => None,
        Source::VhostUser(_) | Source::VhostVdpa(_) | Source::Ctl(_) => None,
    }
}

impl Qemu {
    /// What QEMU has counted of a disk, by its own names; 0 for what it does not count.
    fn counted(&self, domain: &Domain, disk: &str) -> Result<impl Fn(&str) -> i64> {
        let live = self.machine(domain)?.live.ok_or_else(not_running)?;
        let (counters, _) = self.disk_counters(domain, find(&live.definition, disk)?)?;
        Ok(move |name: &str| counters.pointer(&format!("/stats/{name}")).and_then(Value::as_i64).unwrap_or(0))
    }
}

impl DomainBlock for Qemu {
    fn block_stats(&self, domain: &Domain, disk: &str) -> Result<virDomainBlockStatsStruct> {
        let number = self.counted(domain, disk)?;
        Ok(virDomainBlockStatsStruct {
            rd_req: number("rd_operations"),
            rd_bytes: number("rd_bytes"),
            wr_req: number("wr_operations"),
            wr_bytes: number("wr_bytes"),
            // QEMU does not count them.
            errs: -1,
        })
    }

    fn block_stats_params(&self, domain: &Domain, disk: &str, flags: c_uint) -> Result<TypedParams> {
        check_flags(flags, 0)?;
        let number = self.counted(domain, disk)?;
        let mut params = TypedParams::new();
        for (name, key) in [
            (VIR_DOMAIN_BLOCK_STATS_WRITE_BYTES, "wr_bytes"),
            (VIR_DOMAIN_BLOCK_STATS_WRITE_REQ, "wr_operations"),
            (VIR_DOMAIN_BLOCK_STATS_READ_BYTES, "rd_bytes"),
            (VIR_DOMAIN_BLOCK_STATS_READ_REQ, "rd_operations"),
            (VIR_DOMAIN_BLOCK_STATS_FLUSH_REQ, "flush_operations"),
            (VIR_DOMAIN_BLOCK_STATS_WRITE_TOTAL_TIMES, "wr_total_time_ns"),
            (VIR_DOMAIN_BLOCK_STATS_READ_TOTAL_TIMES, "rd_total_time_ns"),
            (VIR_DOMAIN_BLOCK_STATS_FLUSH_TOTAL_TIMES, "flush_total_time_ns"),
        ] {
            params.push(name, number(key));
        }
        Ok(params)
    }

    /// Of a machine that runs. What an image of one that does not holds is known to those who read its format.
    fn block_info(&self, domain: &Domain, disk: &str, flags: c_uint) -> Result<virDomainBlockInfo> {
        check_flags(flags, 0)?;
        let machine = self.machine(domain)?;
        let found = find(machine.current()?, disk)?;
        if found.source.is_empty() {
            let text = format!("disk '{disk}' does not currently have a source assigned");
            return Err(error(VIR_ERR_INVALID_ARG, text));
        }
        if machine.live.is_none() {
            return Err(not_running());
        }
        let (counters, image) = self.disk_counters(domain, found)?;
        let [written, capacity, taken] = sizes(&counters, &image).map(Option::unwrap_or_default);
        let is_grown = image.pointer("/inserted/image/format").and_then(Value::as_str) == Some("qcow2");
        let allocation = if is_grown || written == 0 { taken } else { written };
        // Where the image has holes, its length is what it takes of the host.
        let length = local(found).and_then(|path| fs::metadata(path).ok()).map(|status| status.len());
        let physical = if allocation == taken { length.filter(|length| *length > 0).unwrap_or(taken) } else { taken };
        Ok(virDomainBlockInfo { capacity, allocation, physical })
    }

    fn block_peek(&self, domain: &Domain, disk: &str, offset: u64, buffer: &mut [u8], flags: c_uint) -> Result<()> {
        check_flags(flags, 0)?;
        let machine = self.machine(domain)?;
        let found = find(machine.current()?, disk)?;
        let format = found.driver.format.map_or("none", ImageFormat::word);
        if format != "raw" {
            let text = format!("peeking is only supported for disk with 'raw' format not '{format}'");
            return Err(error(VIR_ERR_OPERATION_UNSUPPORTED, text));
        }
        let Some(path) = local(found) else {
            let text = format!("storage file reading is not supported for the image of disk '{disk}'");
            return Err(error(VIR_ERR_INTERNAL_ERROR, text));
        };
        let failed = |cause| Error::system(&cause, format!("cannot read '{path}'"));
        let file = File::open(path).map_err(failed)?;
        let mut count = 0;
        while count < buffer.len() {
            match file.read_at(&mut buffer[count..], offset + count as u64).map_err(failed)? {
                0 => {
                    let text = format!("'{disk}' starting from {offset} has only {count} bytes available");
                    return Err(error(VIR_ERR_INVALID_ARG, text));
                }
                more => count += more,
            }
        }
        Ok(())
    }
}
