//! Structs with pointers in them that functions on domains hand to C, and how they are freed.

use std::ffi::{c_char, c_int};
use std::ptr;

use super::{cpu_map, handle, memory, typed_param};
use crate::driver::{DomainStatistics, FilesystemInfo, GuestInterface, IoThread};
use crate::types::*;

/// An array of `count` elements of `malloc`'s, or of none: NULL for none, as such lists within structs are.
fn some<T: Copy>(elements: &[T]) -> *mut T {
    if elements.is_empty() { ptr::null_mut() } else { memory::array(elements) }
}

fn count(elements: &[impl Sized]) -> c_int {
    c_int::try_from(elements.len()).unwrap_or(c_int::MAX)
}

fn optional(text: Option<&str>) -> *mut c_char {
    text.map_or(ptr::null_mut(), memory::string)
}

/// One struct in memory of C's.
fn boxed<T: Copy>(value: T) -> *mut T {
    memory::array(&[value])
}

/// Each in a struct of its own, which C frees with `virDomainIOThreadInfoFree`.
pub(crate) fn io_threads(threads: &[IoThread]) -> *mut virDomainIOThreadInfoPtr {
    let structs = threads.iter().map(|thread| {
        let map = cpu_map::all(&thread.cpus);
        let (cpumap, cpumaplen) = (some(&map), count(&map));
        boxed(virDomainIOThreadInfo { iothread_id: thread.id, cpumap, cpumaplen })
    });
    memory::array(&structs.collect::<Vec<_>>())
}

pub(crate) fn free_io_thread(info: virDomainIOThreadInfoPtr) {
    if info.is_null() {
        return;
    }
    // SAFETY: not NULL, so one of `io_threads` (abi's policy).
    memory::free(unsafe { (*info).cpumap });
    memory::free(info);
}

/// Each in a struct of its own, which C frees with `virDomainFSInfoFree`.
pub(crate) fn filesystems(filesystems: &[FilesystemInfo]) -> *mut virDomainFSInfoPtr {
    let structs = filesystems.iter().map(|filesystem| {
        let aliases: Vec<_> = filesystem.devices.iter().map(|alias| memory::string(alias)).collect();
        boxed(virDomainFSInfo {
            mountpoint: memory::string(&filesystem.mount_point),
            name: memory::string(&filesystem.name),
            fstype: memory::string(&filesystem.kind),
            ndevAlias: aliases.len(),
            devAlias: some(&aliases),
        })
    });
    memory::array(&structs.collect::<Vec<_>>())
}

pub(crate) fn free_filesystem(info: virDomainFSInfoPtr) {
    if info.is_null() {
        return;
    }
    // SAFETY: not NULL, so one of `filesystems` (abi's policy).
    let virDomainFSInfo { mountpoint, name, fstype, ndevAlias, devAlias } = unsafe { *info };
    [mountpoint, name, fstype].into_iter().for_each(memory::free);
    for at in 0..ndevAlias {
        // SAFETY: the array has that many elements.
        memory::free(unsafe { *devAlias.add(at) });
    }
    memory::free(devAlias);
    memory::free(info);
}

/// Each in a struct of its own, which C frees with `virDomainInterfaceFree`.
pub(crate) fn interfaces(interfaces: &[GuestInterface]) -> *mut virDomainInterfacePtr {
    let structs = interfaces.iter().map(|interface| {
        let addresses = interface.addresses.iter().map(|(address, prefix)| virDomainIPAddress {
            r#type: if address.is_ipv4() { VIR_IP_ADDR_TYPE_IPV4 } else { VIR_IP_ADDR_TYPE_IPV6 },
            addr: memory::string(&address.to_string()),
            prefix: *prefix,
        });
        let addresses: Vec<_> = addresses.collect();
        boxed(virDomainInterface {
            name: memory::string(&interface.name),
            hwaddr: optional(interface.mac.as_deref()),
            naddrs: count(&addresses).unsigned_abs(),
            addrs: some(&addresses),
        })
    });
    memory::array(&structs.collect::<Vec<_>>())
}

pub(crate) fn free_interface(interface: virDomainInterfacePtr) {
    if interface.is_null() {
        return;
    }
    // SAFETY: not NULL, so one of `interfaces` (abi's policy).
    let virDomainInterface { name, hwaddr, naddrs, addrs } = unsafe { *interface };
    memory::free(name);
    memory::free(hwaddr);
    for at in 0..naddrs as usize {
        // SAFETY: the array has that many elements.
        memory::free(unsafe { (*addrs.add(at)).addr });
    }
    memory::free(addrs);
    memory::free(interface);
}

/// An array of records, which C frees with `virDomainStatsRecordListFree`.
pub(crate) fn statistics(records: Vec<DomainStatistics>) -> *mut virDomainStatsRecordPtr {
    let structs = records.into_iter().map(|record| {
        let (params, nparams) = typed_param::array(&record.params);
        boxed(virDomainStatsRecord { dom: handle::give(record.domain), params, nparams })
    });
    memory::array(&structs.collect::<Vec<_>>())
}

pub(crate) fn free_statistics(records: *mut virDomainStatsRecordPtr) {
    if records.is_null() {
        return;
    }
    let mut next = records;
    // SAFETY: not NULL, so one of `statistics`, with NULL behind the last (abi's policy).
    while let Some(record) = unsafe { (*next).as_ref() } {
        // A handle that is not live can only come from the caller; there is nothing to free then.
        let _ = handle::release::<crate::object::Domain>(record.dom);
        typed_param::free(record.params, record.nparams, true);
        memory::free(ptr::from_ref(record).cast_mut());
        // SAFETY: NULL stands behind the last.
        next = unsafe { next.add(1) };
    }
    memory::free(records);
}
