//! The host: capabilities, memory, CPUs.

use std::ffi::{c_char, c_int, c_uchar, c_uint, c_ulonglong};

use crate::abi::{Call, cpu_map, entry, list, memory};
use crate::error::{Error, Origin, Result};
use crate::object::Connection;
use crate::types::*;

export!(
    virConnectGetCapabilities,
    virConnectGetHostname,
    virConnectGetMaxVcpus,
    virConnectGetSysinfo,
    virNodeAllocPages,
    virNodeGetCPUMap,
    virNodeGetCPUStats,
    virNodeGetCellsFreeMemory,
    virNodeGetFreeMemory,
    virNodeGetFreePages,
    virNodeGetInfo,
    virNodeGetMemoryParameters,
    virNodeGetMemoryStats,
    virNodeGetSEVInfo,
    virNodeGetSecurityModel,
    virNodeSetMemoryParameters,
    virNodeSuspendForDuration
);

const FROM: Origin = VIR_FROM_DOMAIN;

/// What the host has and which guests it can run: a `<capabilities>` document that the caller frees.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetCapabilities(conn: virConnectPtr) -> *mut c_char {
    entry(FROM, "virConnectGetCapabilities", |call| call.borrow::<Connection>(conn)?.driver.host()?.capabilities())
}

/// The name of the host; the caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetHostname(conn: virConnectPtr) -> *mut c_char {
    entry(FROM, "virConnectGetHostname", |call| call.borrow::<Connection>(conn)?.driver.host()?.hostname())
}

/// The most virtual CPUs that a domain of type `kind` (NULL: the default) can have.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetMaxVcpus(conn: virConnectPtr, kind: *const c_char) -> c_int {
    entry(FROM, "virConnectGetMaxVcpus", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        let kind = call.optional_text(kind, "type")?;
        connection.driver.host()?.max_vcpus(kind)
    })
}

/// What the firmware says of the host: a `<sysinfo>` document that the caller frees. `flags` is 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetSysinfo(conn: virConnectPtr, flags: c_uint) -> *mut c_char {
    entry(FROM, "virConnectGetSysinfo", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        connection.driver.host()?.sysinfo(flags)
    })
}

/// Sets (or adds to, with `VIR_NODE_ALLOC_PAGES_ADD`) the number of pages of `npages` sizes (`page_sizes`, KiB) to `page_counts` in each
/// of `cell_count` NUMA cells from `start_cell` on. Returns how many cells were changed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeAllocPages(
    conn: virConnectPtr,
    npages: c_uint,
    page_sizes: *mut c_uint,
    page_counts: *mut c_ulonglong,
    start_cell: c_int,
    cell_count: c_uint,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virNodeAllocPages", |call| {
        let connection = call.writable::<Connection>(conn)?;
        call.non_zero(npages, "npages")?;
        call.non_null(page_sizes, "pageSizes")?;
        call.non_null(page_counts, "pageCounts")?;
        call.non_zero(cell_count, "cellCount")?;
        let (sizes, counts) = (call.slice(page_sizes, npages as usize), call.slice(page_counts, npages as usize));
        let pages: Vec<_> = sizes.iter().copied().zip(counts.iter().copied()).collect();
        connection.driver.host()?.allocate_pages(&pages, start_cell, cell_count, flags)
    })
}

/// Which CPUs the host has: `*cpumap` gets a bitmap of those in use, which the caller frees, `*online` how many these are; both may be
/// NULL. Returns how many are present.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetCPUMap(
    conn: virConnectPtr,
    cpumap: *mut *mut c_uchar,
    online: *mut c_uint,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virNodeGetCPUMap", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        let map = connection.driver.host()?.cpu_map(flags)?;
        call.store(online, map.online.len() as c_uint);
        if !cpumap.is_null() {
            call.store(cpumap, memory::bytes(&cpu_map::bytes(&map.online, map.present.div_ceil(8)), 0));
        }
        Ok(map.present)
    })
}

/// Times of the CPU `cpu_num` (-1: of all together) in nanoseconds, into `params`, which has room for `*nparams`; NULL or 0 asks how
/// many there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetCPUStats(
    conn: virConnectPtr,
    cpu_num: c_int,
    params: virNodeCPUStatsPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virNodeGetCPUStats", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.count(call.value(nparams, "nparams")?, "*nparams")?;
        if cpu_num < VIR_NODE_CPU_STATS_ALL_CPUS {
            return Err(Error::argument("cpuNum", "only accepts -1 as a negative value"));
        }
        let stats = connection.driver.host()?.cpu_stats(cpu_num, flags)?;
        let stats = stats.into_iter().map(|(name, value)| virNodeCPUStats { field: memory::fixed(name), value });
        fill_stats(call, params, nparams, stats)
    })
}

/// Free memory in KiB of at most `max_cells` NUMA cells from `start_cell` on, into `free_mems`. Returns how many cells there were.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetCellsFreeMemory(
    conn: virConnectPtr,
    free_mems: *mut c_ulonglong,
    start_cell: c_int,
    max_cells: c_int,
) -> c_int {
    entry(FROM, "virNodeGetCellsFreeMemory", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.positive(max_cells, "maxCells")?;
        call.non_null(free_mems, "freeMems")?;
        let first = call.count(start_cell, "startCell")?;
        let free = connection.driver.host()?.cells_free_memory(first, call.count(max_cells, "maxCells")?)?;
        Ok(list::fill(free_mems, max_cells, free.into_iter()))
    })
}

/// Free memory of the host in bytes; 0 on failure.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetFreeMemory(conn: virConnectPtr) -> c_ulonglong {
    entry(FROM, "virNodeGetFreeMemory", |call| match call.borrow::<Connection>(conn)?.driver.host()?.free_memory()? {
        // C cannot tell it from a failure, so it is one.
        0 => Err(Error::without_cause()),
        free => Ok(free),
    })
}

/// Free pages of `npages` sizes (`pages`, KiB) in each of `cell_count` NUMA cells from `start_cell` on, into `counts`, which has
/// room for `npages` × `cell_count`, cell by cell. Returns how many were written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetFreePages(
    conn: virConnectPtr,
    npages: c_uint,
    pages: *mut c_uint,
    start_cell: c_int,
    cell_count: c_uint,
    counts: *mut c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virNodeGetFreePages", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.non_zero(npages, "npages")?;
        call.non_null(pages, "pages")?;
        call.non_zero(cell_count, "cellCount")?;
        call.non_null(counts, "counts")?;
        let room = call.room(counts, npages as usize * cell_count as usize);
        let sizes = call.slice(pages, npages as usize);
        connection.driver.host()?.free_pages(sizes, start_cell, cell_count, room, flags)
    })
}

/// Model, memory (KiB) and topology of the host in `*info`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetInfo(conn: virConnectPtr, info: virNodeInfoPtr) -> c_int {
    entry(FROM, "virNodeGetInfo", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.non_null(info, "info")?;
        call.store(info, connection.driver.host()?.node_info()?);
        Ok(())
    })
}

/// How the host handles memory (page sharing), into `params`, which has room for `*nparams`; 0 asks how many there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetMemoryParameters(
    conn: virConnectPtr,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virNodeGetMemoryParameters", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.check_params_room(params, nparams)?;
        let parameters = connection.driver.host()?.memory_parameters(flags)?;
        call.fill_params(params, nparams, &parameters)
    })
}

/// Memory of the NUMA cell `cell_num` (-1: of all together) in KiB, into `params`, which has room for `*nparams`; NULL or 0 asks how
/// many there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetMemoryStats(
    conn: virConnectPtr,
    cell_num: c_int,
    params: virNodeMemoryStatsPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virNodeGetMemoryStats", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.count(call.value(nparams, "nparams")?, "*nparams")?;
        if cell_num < VIR_NODE_MEMORY_STATS_ALL_CELLS {
            return Err(Error::argument("cellNum", "only accepts -1 as a negative value"));
        }
        let stats = connection.driver.host()?.memory_stats(cell_num, flags)?;
        let stats = stats.into_iter().map(|(name, value)| virNodeMemoryStats { field: memory::fixed(name), value });
        fill_stats(call, params, nparams, stats)
    })
}

/// What AMD SEV needs to know of the host; the caller frees `*params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetSEVInfo(
    conn: virConnectPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virNodeGetSEVInfo", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.count(call.value(nparams, "nparams")?, "*nparams")?;
        call.require_write(connection)?;
        let info = connection.driver.host()?.sev_info(flags)?;
        call.give_params(params, nparams, &info);
        Ok(())
    })
}

/// The security driver of the host in `*secmodel`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetSecurityModel(conn: virConnectPtr, secmodel: virSecurityModelPtr) -> c_int {
    entry(FROM, "virNodeGetSecurityModel", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.non_null(secmodel, "secmodel")?;
        let (model, doi) = connection.driver.host()?.security_model()?;
        call.store(secmodel, virSecurityModel { model: memory::fixed(&model), doi: memory::fixed(&doi) });
        Ok(())
    })
}

/// Changes how the host handles memory.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeSetMemoryParameters(
    conn: virConnectPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virNodeSetMemoryParameters", |call| {
        let connection = call.writable::<Connection>(conn)?;
        call.non_null(params, "params")?;
        call.count(nparams, "nparams")?;
        let parameters = call.params(params, nparams)?;
        connection.driver.host()?.set_memory_parameters(&parameters, flags)
    })
}

/// Puts the host to sleep (`target`: a `VIR_NODE_SUSPEND_TARGET_…`) and wakes it after `duration` seconds.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeSuspendForDuration(
    conn: virConnectPtr,
    target: c_uint,
    duration: c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virNodeSuspendForDuration", |call| {
        let connection = call.writable::<Connection>(conn)?;
        connection.driver.host()?.suspend_host(target, duration, flags)
    })
}

/// Fills the caller's array with statistics, as many as it has room for, or tells how many there are.
fn fill_stats<T>(
    call: &Call,
    params: *mut T,
    nparams: *mut c_int,
    stats: impl ExactSizeIterator<Item = T>,
) -> Result<()> {
    let room = call.value(nparams, "nparams")?;
    let count = if params.is_null() || room == 0 { stats.len() } else { list::fill(params, room, stats) };
    call.store(nparams, count as c_int);
    Ok(())
}
