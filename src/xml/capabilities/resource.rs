//! `<cache>` and `<memory_bandwidth>`: what the processors share, and how it can be divided among guests.

use crate::xml::{CpuSet, Size, Unit, WholeSize};
use crate::{element, walk, words};

words! { pub enum CacheType { Both = "both", Code = "code", Data = "data" } }

element! {
    pub struct Cache {
        banks: Vec<Bank> = child("bank"),
        monitor: Option<CacheMonitor> = child("monitor"),
    }
}

/// A cache that some processors share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bank {
    pub id: u32,
    pub level: u32,
    pub kind: CacheType,
    pub size: WholeSize,
    pub cpus: CpuSet,
    pub controls: Vec<Control>,
}

walk!(Bank, |bank, xml| {
    bank.id.required("id", xml);
    bank.level.required("level", xml);
    bank.kind.required("type", xml);
    bank.size.attr_with("size", "unit", xml);
    bank.cpus.required("cpus", xml);
    bank.controls.child("control", xml);
});

element! {
    /// How a cache can be divided. [`Control::new`] finds the unit.
    pub struct Control {
        /// The step of an allocation.
        granularity: u64 = required("granularity"),
        /// The least of one.
        min: u64 = sparse("min"),
        unit: Unit = required("unit"),
        kind: CacheType = required("type"),
        /// How many there can be.
        max_allocations: u32 = required("maxAllocs"),
    }
}

impl Control {
    /// With both sizes in the largest unit in which both are whole.
    pub fn new(granularity: Size, min: Size, kind: CacheType, max_allocations: u32) -> Self {
        let scale = |size: &Size| match WholeSize(*size).parts() {
            (0, _) => None,
            (amount, unit) => Some((size.kib / amount, unit)),
        };
        let scales = [granularity, min];
        let (scale, unit) = scales.iter().filter_map(scale).min_by_key(|(scale, _)| *scale).unwrap_or((1, Unit::KiB));
        Self { granularity: granularity.kib / scale, min: min.kib / scale, unit, kind, max_allocations }
    }
}

element! {
    /// What can be measured of the use of caches.
    pub struct CacheMonitor {
        level: Option<u32> = attr("level"),
        /// From how many bytes in use on a number of a monitor is not given away again.
        reuse_threshold: Option<u32> = attr("reuseThreshold"),
        max_monitors: u32 = required("maxMonitors"),
        features: Vec<Named> = child("feature"),
    }
}

element! {
    pub struct Named {
        name: String = required("name"),
    }
}

element! {
    pub struct MemoryBandwidth {
        nodes: Vec<BandwidthNode> = child("node"),
        monitor: Option<BandwidthMonitor> = child("monitor"),
    }
}

element! {
    /// Processors that share a way to memory.
    pub struct BandwidthNode {
        id: u32 = required("id"),
        cpus: CpuSet = required("cpus"),
        control: BandwidthControl = child("control"),
    }
}

element! {
    /// How the way to memory can be divided, in percent of it.
    pub struct BandwidthControl {
        granularity: u32 = required("granularity"),
        min: u32 = required("min"),
        max_allocations: u32 = required("maxAllocs"),
    }
}

element! {
    /// What can be measured of the use of memory.
    pub struct BandwidthMonitor {
        max_monitors: u32 = required("maxMonitors"),
        features: Vec<Named> = child("feature"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_of_a_control_have_one_unit() {
        let control = |granularity: u64, min: u64| {
            let control = Control::new(Size { kib: granularity }, Size { kib: min }, CacheType::Both, 4);
            (control.granularity, control.min, control.unit)
        };
        assert_eq!(control(768, 1536), (768, 1536, Unit::KiB));
        assert_eq!(control(1024, 2048), (1, 2, Unit::MiB));
        assert_eq!(control(1024, 1536), (1024, 1536, Unit::KiB));
        assert_eq!(control(768, 2048), (768, 2048, Unit::KiB));
        assert_eq!(control(1024, 1 << 20), (1, 1024, Unit::MiB));
        assert_eq!(control(2048, 0), (2, 0, Unit::MiB));
        assert_eq!(control(0, 0), (0, 0, Unit::KiB));
    }
}
