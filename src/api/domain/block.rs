//! Domains: disks: statistics, jobs, size.

use std::ffi::{c_char, c_int, c_uint, c_ulong, c_ulonglong, c_void};

use crate::abi::{Call, entry, memory};
use crate::driver::{CopyDestination, DomainDriver};
use crate::error::{Error, Origin, Result};
use crate::object::Domain;
use crate::types::*;

export!(
    virDomainBlockCommit,
    virDomainBlockCopy,
    virDomainBlockJobAbort,
    virDomainBlockJobSetSpeed,
    virDomainBlockPeek,
    virDomainBlockPull,
    virDomainBlockRebase,
    virDomainBlockResize,
    virDomainBlockStats,
    virDomainBlockStatsFlags,
    virDomainGetBlockInfo,
    virDomainGetBlockJobInfo,
    virDomainGetDiskErrors,
    virDomainSetBlockThreshold
);

const FROM: Origin = VIR_FROM_DOMAIN;

/// A domain that may be changed and the name of one of its disks, as most functions here begin.
fn disk_of<'a>(
    call: &Call,
    domain: virDomainPtr,
    disk: *const c_char,
) -> Result<(&'a Domain, &'a dyn DomainDriver, &'a str)> {
    let domain = call.writable::<Domain>(domain)?;
    let disk = call.text(disk, "disk")?;
    Ok((domain, domain.driver()?, disk))
}

/// Begins to merge the images from `top` down to `base` into `base`; NULL means the active image, and the one below `top`
/// or the last. `bandwidth` is in MiB/s, or in bytes/s with a flag; 0 is no limit.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockCommit(
    dom: virDomainPtr,
    disk: *const c_char,
    base: *const c_char,
    top: *const c_char,
    bandwidth: c_ulong,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainBlockCommit", |call| {
        let (domain, driver, disk) = disk_of(call, dom, disk)?;
        let (base, top) = (call.optional_text(base, "base")?, call.optional_text(top, "top")?);
        driver.block_commit(domain, disk, base, top, bandwidth, flags)
    })
}

/// Begins to mirror a disk to the place that `destxml`, a `<disk>`, describes. Parameters are `VIR_DOMAIN_BLOCK_COPY_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockCopy(
    dom: virDomainPtr,
    disk: *const c_char,
    destxml: *const c_char,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainBlockCopy", |call| {
        let (domain, driver, disk) = disk_of(call, dom, disk)?;
        let xml = call.text(destxml, "destxml")?;
        if call.count(nparams, "nparams")? > 0 {
            call.non_null(params, "params")?;
        }
        let params = call.params(params, nparams)?;
        driver.block_copy(domain, disk, &CopyDestination::Xml { xml, params: &params }, flags)
    })
}

/// Ends the job on a disk, or with a flag switches to the copy that it has made.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockJobAbort(dom: virDomainPtr, disk: *const c_char, flags: c_uint) -> c_int {
    entry(FROM, "virDomainBlockJobAbort", |call| {
        let (domain, driver, disk) = disk_of(call, dom, disk)?;
        driver.block_job_abort(domain, disk, flags)
    })
}

/// Sets how fast the job on a disk may be: in MiB/s, or in bytes/s with a flag; 0 is no limit.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockJobSetSpeed(
    dom: virDomainPtr,
    disk: *const c_char,
    bandwidth: c_ulong,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainBlockJobSetSpeed", |call| {
        let (domain, driver, disk) = disk_of(call, dom, disk)?;
        driver.block_job_set_speed(domain, disk, bandwidth, flags)
    })
}

/// Copies `size` bytes of a disk's content to `buffer`, from byte `offset` on. `disk` is a target or a path.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockPeek(
    dom: virDomainPtr,
    disk: *const c_char,
    offset: c_ulonglong,
    size: usize,
    buffer: *mut c_void,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainBlockPeek", |call| {
        let domain = call.writable::<Domain>(dom)?;
        let disk = call.non_empty_text(disk, "disk")?;
        if size > 0 {
            call.non_null(buffer, "buffer")?;
        }
        domain.driver()?.block_peek(domain, disk, offset, call.room(buffer.cast(), size), flags)
    })
}

/// Begins to copy a disk's backing images into its active one. `bandwidth` is in MiB/s, or in bytes/s with a flag; 0 is no
/// limit.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockPull(
    dom: virDomainPtr,
    disk: *const c_char,
    bandwidth: c_ulong,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainBlockPull", |call| {
        let (domain, driver, disk) = disk_of(call, dom, disk)?;
        driver.block_pull(domain, disk, None, bandwidth, flags)
    })
}

/// Begins to copy the backing images above `base` into a disk's active one; with `VIR_DOMAIN_BLOCK_REBASE_COPY`, to mirror
/// the disk to the file `base`. `bandwidth` is as in `virDomainBlockPull`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockRebase(
    dom: virDomainPtr,
    disk: *const c_char,
    base: *const c_char,
    bandwidth: c_ulong,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainBlockRebase", |call| {
        let (domain, driver, disk) = disk_of(call, dom, disk)?;
        if flags & VIR_DOMAIN_BLOCK_REBASE_COPY != 0 {
            let path = call.text(base, "base")?;
            return driver.block_copy(domain, disk, &CopyDestination::Path { path, bandwidth }, flags);
        }
        if flags & COPY_ONLY != 0 {
            return Err(Error::about("flags", "use of flags requires a copy job"));
        }
        driver.block_pull(domain, disk, call.optional_text(base, "base")?, bandwidth, flags)
    })
}

/// Flags that mean something only together with `VIR_DOMAIN_BLOCK_REBASE_COPY`.
const COPY_ONLY: c_uint = VIR_DOMAIN_BLOCK_REBASE_SHALLOW
    | VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT
    | VIR_DOMAIN_BLOCK_REBASE_COPY_RAW
    | VIR_DOMAIN_BLOCK_REBASE_COPY_DEV;

/// Changes the size of a running domain's disk: in KiB, or in bytes with a flag.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockResize(
    dom: virDomainPtr,
    disk: *const c_char,
    size: c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainBlockResize", |call| {
        let (domain, driver, disk) = disk_of(call, dom, disk)?;
        driver.block_resize(domain, disk, size, flags)
    })
}

/// What was read and written on a disk, by target or path; "" for all disks together. `size` is that of the struct that the
/// program knows; what nobody counts is -1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockStats(
    dom: virDomainPtr,
    disk: *const c_char,
    stats: virDomainBlockStatsPtr,
    size: usize,
) -> c_int {
    entry(FROM, "virDomainBlockStats", |call| {
        let domain = call.borrow::<Domain>(dom)?;
        let disk = call.text(disk, "disk")?;
        call.non_null(stats, "stats")?;
        call.fits::<virDomainBlockStatsStruct>(size)?;
        let found = domain.driver()?.block_stats(domain, disk)?;
        call.store_part(stats, found, size);
        Ok(())
    })
}

/// As `virDomainBlockStats`, into an array of the caller's with room for `*nparams` (`VIR_DOMAIN_BLOCK_STATS_…`); with
/// `*nparams` 0 it becomes the number that there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockStatsFlags(
    dom: virDomainPtr,
    disk: *const c_char,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainBlockStatsFlags", |call| {
        let domain = call.borrow::<Domain>(dom)?;
        let disk = call.text(disk, "disk")?;
        call.check_params_room(params, nparams)?;
        let found = domain.driver()?.block_stats_params(domain, disk, flags & !VIR_TYPED_PARAM_STRING_OKAY)?;
        call.fill_params(params, nparams, &found)
    })
}

/// A disk's sizes in bytes: what the guest sees, what is allocated on the host, and where that ends. `disk` is a target or
/// a path.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetBlockInfo(
    domain: virDomainPtr,
    disk: *const c_char,
    info: virDomainBlockInfoPtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetBlockInfo", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        let disk = call.non_empty_text(disk, "disk")?;
        call.non_null(info, "info")?;
        call.store(info, domain.driver()?.block_info(domain, disk, flags)?);
        Ok(())
    })
}

/// The job on a disk and how far it is; gives 1, or 0 when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetBlockJobInfo(
    dom: virDomainPtr,
    disk: *const c_char,
    info: virDomainBlockJobInfoPtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetBlockJobInfo", |call| {
        let domain = call.borrow::<Domain>(dom)?;
        let disk = call.text(disk, "disk")?;
        call.non_null(info, "info")?;
        let job = domain.driver()?.block_job_info(domain, disk, flags)?;
        call.store(info, job.unwrap_or(virDomainBlockJobInfo { r#type: 0, bandwidth: 0, cur: 0, end: 0 }));
        Ok(job.is_some())
    })
}

/// The disks that have had errors (`VIR_DOMAIN_DISK_ERROR_…`), up to `maxerrors`; gives how many were filled in. The caller
/// frees the names. Without an array it gives how many disks there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetDiskErrors(
    dom: virDomainPtr,
    errors: virDomainDiskErrorPtr,
    maxerrors: c_uint,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetDiskErrors", |call| {
        let domain = call.borrow::<Domain>(dom)?;
        if maxerrors > 0 {
            call.non_null(errors, "errors")?;
        }
        let found = domain.driver()?.disk_errors(domain, flags)?;
        if errors.is_null() {
            return Ok(found.disks);
        }
        let count = found.errors.len().min(maxerrors as usize);
        for (place, (disk, error)) in call.room(errors, count).iter_mut().zip(&found.errors) {
            *place = virDomainDiskError { disk: memory::string(disk), error: *error };
        }
        Ok(count)
    })
}

/// Asks for one event when the guest writes beyond byte `threshold` of a disk or one of its images (`vda[1]`).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetBlockThreshold(
    domain: virDomainPtr,
    dev: *const c_char,
    threshold: c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetBlockThreshold", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.set_block_threshold(domain, call.text(dev, "dev")?, threshold, flags)
    })
}
