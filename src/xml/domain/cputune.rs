//! `<cputune>`: shares, bandwidth, pinning and scheduling of virtual processors and I/O threads.

use crate::types::*;
use crate::xml::{CpuSet, Fault, WholeSize};
use crate::{element, walk, words};

words! {
    pub enum Scheduler { Batch = "batch", Idle = "idle", Fifo = "fifo", Rr = "rr" }
}
words! { pub enum CacheType { Both = "both", Code = "code", Data = "data" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cputune {
    pub shares: Option<u64>,
    pub period: u64,
    pub quota: i64,
    pub global_period: u64,
    pub global_quota: i64,
    pub emulator_period: u64,
    pub emulator_quota: i64,
    pub iothread_period: u64,
    pub iothread_quota: i64,
    pub vcpupins: Vec<Vcpupin>,
    pub emulatorpin: Option<CpuSet>,
    pub iothreadpins: Vec<Iothreadpin>,
    pub emulatorsched: Option<Scheduling>,
    pub vcpuscheds: Vec<Vcpusched>,
    pub iothreadscheds: Vec<Iothreadsched>,
    pub cachetunes: Vec<Cachetune>,
    pub memorytunes: Vec<Memorytune>,
    pub energytunes: Vec<Energytune>,
}

walk!(Cputune, |tune, xml| {
    let number = VIR_ERR_XML_ERROR;
    xml.refuse(number, "can't parse cputune shares value", |xml| tune.shares.leaf("shares", xml));
    xml.refuse(number, "can't parse cputune period value", |xml| tune.period.sparse_leaf("period", xml));
    xml.refuse(number, "can't parse cputune quota value", |xml| tune.quota.sparse_leaf("quota", xml));
    xml.refuse(number, "can't parse cputune global_period value", |xml| {
        tune.global_period.sparse_leaf("global_period", xml)
    });
    xml.refuse(number, "can't parse cputune global_quota value", |xml| {
        tune.global_quota.sparse_leaf("global_quota", xml)
    });
    xml.refuse(number, "can't parse cputune emulator_period value", |xml| {
        tune.emulator_period.sparse_leaf("emulator_period", xml)
    });
    xml.refuse(number, "can't parse cputune emulator_quota value", |xml| {
        tune.emulator_quota.sparse_leaf("emulator_quota", xml)
    });
    xml.refuse(number, "can't parse cputune iothread_period value", |xml| {
        tune.iothread_period.sparse_leaf("iothread_period", xml)
    });
    xml.refuse(number, "can't parse cputune iothread_quota value", |xml| {
        tune.iothread_quota.sparse_leaf("iothread_quota", xml)
    });
    tune.vcpupins.child("vcpupin", xml);
    xml.single("emulatorpin", VIR_ERR_XML_ERROR, "only one emulatorpin is supported");
    tune.emulatorpin.via("emulatorpin", "cpuset", xml);
    tune.iothreadpins.child("iothreadpin", xml);
    xml.single("emulatorsched", VIR_ERR_XML_ERROR, "only one emulatorsched is supported");
    tune.emulatorsched.child("emulatorsched", xml);
    tune.vcpuscheds.child("vcpusched", xml);
    tune.iothreadscheds.child("iothreadsched", xml);
    tune.cachetunes.child("cachetune", xml);
    tune.memorytunes.child("memorytune", xml);
    xml.newer(|xml| tune.energytunes.child("energytune", xml));
});

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

/// Parts of the processor's cache.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cachetune {
    pub vcpus: CpuSet,
    /// What the host calls the group of a running machine.
    pub id: Option<String>,
    pub caches: Vec<Cache>,
    pub monitors: Vec<Monitor>,
}

walk!(Cachetune, |tune, xml| {
    tune.vcpus.required("vcpus", xml);
    xml.live(|xml| tune.id.attr("id", xml));
    tune.caches.child("cache", xml);
    tune.monitors.child("monitor", xml);
});

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

/// A share of the bandwidth of memory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Memorytune {
    pub vcpus: CpuSet,
    /// As of [`Cachetune`].
    pub id: Option<String>,
    pub nodes: Vec<MemoryNode>,
    pub monitors: Vec<Monitor>,
}

walk!(Memorytune, |tune, xml| {
    tune.vcpus.required("vcpus", xml);
    xml.live(|xml| tune.id.attr("id", xml));
    tune.nodes.child("node", xml);
    tune.monitors.child("monitor", xml);
});

/// Which processors' energy is measured.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Energytune {
    pub vcpus: CpuSet,
    /// As of [`Cachetune`].
    pub id: Option<String>,
    pub monitors: Vec<EnergyMonitor>,
}

walk!(Energytune, |tune, xml| {
    tune.vcpus.required("vcpus", xml);
    xml.live(|xml| tune.id.attr("id", xml));
    tune.monitors.child("monitor", xml);
});

element! {
    pub struct EnergyMonitor {
        vcpus: CpuSet = required("vcpus"),
    }
}

element! {
    pub struct MemoryNode {
        id: u32 = required("id"),
        bandwidth: u32 = required("bandwidth"),
    }
}
