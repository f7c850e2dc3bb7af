//! What CPUID and the model-specific registers say.

use std::collections::BTreeMap;

use super::decode::Known;
use super::map::{Half, Map, Source, Vendor};
use super::set::Set;
use super::signature::Chip;

/// The registers EAX, EBX, ECX and EDX of leaves of CPUID, and model-specific registers as their lower half, two zeros and their
/// upper half.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Registers(BTreeMap<Source, [u32; 4]>);

impl Registers {
    /// What a leaf and subleaf of CPUID say; bits that are set stay set.
    pub fn set_leaf(&mut self, leaf: u32, subleaf: u32, values: [u32; 4]) {
        self.set(Source::Leaf(leaf, subleaf), values);
    }

    pub fn set_msr(&mut self, index: u32, value: u64) {
        self.set(Source::Msr(index), [value as u32, 0, 0, (value >> 32) as u32]);
    }

    fn set(&mut self, source: Source, values: [u32; 4]) {
        let held = self.0.entry(source).or_default();
        held.iter_mut().zip(values).for_each(|(held, value)| *held |= value);
    }

    /// Which chip it is.
    pub fn chip(&self) -> Chip {
        Chip::of(self.value(Source::Leaf(1, 0), Half::Eax))
    }

    pub fn vendor(&self) -> Option<Vendor> {
        let [_, ebx, ecx, edx] = self.0.get(&Source::Leaf(0, 0)).copied().unwrap_or_default();
        let identity = [ebx, edx, ecx].map(u32::to_le_bytes).concat();
        Vendor::ALL.into_iter().find(|vendor| vendor.identity()[..] == identity)
    }

    fn value(&self, source: Source, half: Half) -> u32 {
        let [eax, ebx, ecx, edx] = self.0.get(&source).copied().unwrap_or_default();
        match half {
            Half::Eax => eax,
            Half::Ebx => ebx,
            Half::Ecx => ecx,
            Half::Edx => edx,
        }
    }

    pub(super) fn known(&self, map: &Map) -> Known {
        let mut features = Set::default();
        for (at, feature) in map.features().iter().enumerate() {
            if self.value(feature.source, feature.half) >> feature.bit & 1 == 1 {
                features.insert(at);
            }
        }
        Known { features, vendor: self.vendor(), chip: self.chip() }
    }

    pub(super) fn has(&self, map: &Map, feature: &str) -> bool {
        map.place(feature).is_some_and(|place| self.known(map).features.contains(place))
    }
}
