//! `<perf>`: which counters of the processor are read.

use crate::xml::YesNo;
use crate::{element, words};

words! {
    pub enum EventName {
        Cmt = "cmt", Mbmt = "mbmt", Mbml = "mbml", CpuCycles = "cpu_cycles", Instructions = "instructions",
        CacheReferences = "cache_references", CacheMisses = "cache_misses", BranchInstructions = "branch_instructions",
        BranchMisses = "branch_misses", BusCycles = "bus_cycles", StalledCyclesFrontend = "stalled_cycles_frontend",
        StalledCyclesBackend = "stalled_cycles_backend", RefCpuCycles = "ref_cpu_cycles", CpuClock = "cpu_clock",
        TaskClock = "task_clock", PageFaults = "page_faults", ContextSwitches = "context_switches",
        CpuMigrations = "cpu_migrations", PageFaultsMin = "page_faults_min", PageFaultsMaj = "page_faults_maj",
        AlignmentFaults = "alignment_faults", EmulationFaults = "emulation_faults",
    }
}

element! {
    pub struct Perf {
        events: Vec<Event> = child("event"),
    }
}

element! {
    pub struct Event {
        name: EventName = required("name"),
        enabled: YesNo = required("enabled"),
    }
}
