//! `<cputune>`: shares, bandwidth, pinning and scheduling of virtual processors and I/O threads.

use crate::xml::{CpuSet, Fault, WholeSize};
use crate::{element, walk, words};

words! {
    pub enum Scheduler { Other = "other", Batch = "batch", Idle = "idle", Fifo = "fifo", Rr = "rr" }
}
words! { pub enum CacheType { Both = "both", Code = "code", Data = "data" } }

element! {
    pub struct Cputune {
        shares: Option<u64> = leaf("shares") else VIR_ERR_XML_ERROR "can't parse cputune shares value",
        period: u64 = sparse_leaf("period"),
        quota: i64 = sparse_leaf("quota"),
        global_period: u64 = sparse_leaf("global_period"),
        global_quota: i64 = sparse_leaf("global_quota"),
        emulator_period: u64 = sparse_leaf("emulator_period"),
        emulator_quota: i64 = sparse_leaf("emulator_quota"),
        iothread_period: u64 = sparse_leaf("iothread_period"),
        iothread_quota: i64 = sparse_leaf("iothread_quota"),
        vcpupins: Vec<Vcpupin> = child("vcpupin"),
        emulatorpin: Option<CpuSet> = via("emulatorpin", "cpuset"),
        iothreadpins: Vec<Iothreadpin> = child("iothreadpin"),
        emulatorsched: Option<Scheduling> = child("emulatorsched"),
        vcpuscheds: Vec<Vcpusched> = child("vcpusched"),
        iothreadscheds: Vec<Iothreadsched> = child("iothreadsched"),
        cachetunes: Vec<Cachetune> = child("cachetune"),
        memorytunes: Vec<Memorytune> = child("memorytune"),
    }
}

element! {
    pub struct Vcpupin {
        vcpu: u32 = required("vcpu"),
        cpuset: CpuSet = required("cpuset"),
    }
}

element! {
    pub struct Iothreadpin {
        iothread: u32 = required("iothread"),
        cpuset: CpuSet = required("cpuset"),
    }
}

element! {
    pub struct Vcpusched {
        vcpus: CpuSet = required("vcpus") missing VIR_ERR_XML_ERROR "Missing attribute 'vcpus' in element 'vcpusched'",
        scheduling: Scheduling = inline(),
    }
}

element! {
    pub struct Iothreadsched {
        iothreads: CpuSet = required("iothreads")
            missing VIR_ERR_XML_ERROR "Missing attribute 'iothreads' in element 'iothreadsched'",
        scheduling: Scheduling = inline(),
    }
}

/// How the host's kernel schedules a thread.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scheduling {
    pub scheduler: Scheduler,
    /// Only of the real-time schedulers.
    pub priority: Option<i32>,
}

walk!(Scheduling, |scheduling, xml| {
    scheduling.scheduler.required("scheduler", xml);
    scheduling.priority.attr("priority", xml);
    xml.check(|| {
        let real_time = matches!(scheduling.scheduler, Scheduler::Fifo | Scheduler::Rr);
        match scheduling.priority {
            None if real_time => Err(Fault::xml("Missing scheduler priority")),
            _ => Ok(()),
        }
    });
});

element! {
    /// Parts of the processor's cache.
    pub struct Cachetune {
        vcpus: CpuSet = required("vcpus"),
        caches: Vec<Cache> = child("cache"),
        monitors: Vec<Monitor> = child("monitor"),
    }
}

/// Its size is written as attributes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cache {
    pub id: u32,
    pub level: u32,
    pub kind: CacheType,
    pub size: WholeSize,
}

walk!(Cache, |cache, xml| {
    cache.id.required("id", xml);
    cache.level.required("level", xml);
    cache.kind.required("type", xml);
    cache.size.attr_with("size", "unit", xml);
});

element! {
    pub struct Monitor {
        level: Option<u32> = attr("level"),
        vcpus: CpuSet = required("vcpus"),
    }
}

element! {
    pub struct Memorytune {
        vcpus: CpuSet = required("vcpus"),
        nodes: Vec<MemoryNode> = child("node"),
        monitors: Vec<Monitor> = child("monitor"),
    }
}

element! {
    pub struct MemoryNode {
        id: u32 = required("id"),
        bandwidth: u32 = required("bandwidth"),
    }
}
