//! `<vcpu>`, `<vcpus>`, `<iothreads>`: how many processors and I/O threads.

use crate::xml::{CpuSet, YesNo};
use crate::{element, words};

words! { pub enum Placement { Static = "static", Auto = "auto" } }

element! {
    pub struct Vcpu {
        placement: Option<Placement> = attr("placement"),
        cpuset: Option<Box<CpuSet>> = attr("cpuset"),
        current: Option<u32> = attr("current"),
        maximum: Option<u32> = text() else VIR_ERR_XML_ERROR "maximum vcpus count must be an integer",
    }
}

element! {
    /// One processor by itself.
    pub struct OneVcpu {
        id: u32 = required("id"),
        enabled: YesNo = attr("enabled"),
        hotpluggable: Option<YesNo> = attr("hotpluggable"),
        order: Option<u32> = attr("order"),
    }
}

element! {
    pub struct IoThread {
        id: u32 = required("id"),
        thread_pool_min: Option<i32> = attr("thread_pool_min"),
        thread_pool_max: Option<i32> = attr("thread_pool_max"),
        poll: Poll = child("poll") @newer,
    }
}

element! {
    /// How long a thread polls before it sleeps, in nanoseconds.
    pub struct Poll {
        max: Option<u64> = attr("max"),
        grow: Option<u64> = attr("grow"),
        shrink: Option<u64> = attr("shrink"),
    }
}

element! {
    pub struct DefaultIoThread {
        thread_pool_min: Option<i32> = attr("thread_pool_min"),
        thread_pool_max: Option<i32> = attr("thread_pool_max"),
    }
}
