//! Sets of processors in C: a bit for each, the lowest first, in as many bytes as the caller says.

use crate::abi::Call;
use crate::xml::CpuSet;

/// A set in `length` bytes; what does not fit is left out.
pub(crate) fn bytes(set: &CpuSet, length: usize) -> Vec<u8> {
    let mut map = vec![0; length];
    for cpu in set.iter() {
        match map.get_mut(cpu as usize / 8) {
            Some(byte) => *byte |= 1 << (cpu % 8),
            None => break,
        }
    }
    map
}

/// The set that stands in such bytes.
fn set(map: &[u8]) -> CpuSet {
    let has = |cpu: u32| map.get(cpu as usize / 8).is_some_and(|byte| byte >> (cpu % 8) & 1 != 0);
    let end = u32::try_from(map.len().saturating_mul(8)).unwrap_or(u32::MAX);
    let mut set = CpuSet::default();
    let mut cpu = 0;
    while cpu < end {
        let first = cpu;
        while cpu < end && has(cpu) {
            cpu += 1;
        }
        if cpu > first {
            set.insert(first, cpu - 1);
        }
        cpu += 1;
    }
    set
}

/// A set in as many bytes as it needs, at least one.
pub(crate) fn all(set: &CpuSet) -> Vec<u8> {
    bytes(set, set.last().map_or(1, |last| last as usize / 8 + 1))
}

impl Call {
    /// The set that stands in a map of the caller's of `length` bytes; processors that no host can have are not looked at.
    pub(crate) fn cpu_set(&self, map: *const u8, length: usize) -> CpuSet {
        set(self.slice(map, length.min(CpuSet::LIMIT as usize / 8)))
    }

    /// Writes a set into the map of that number in an array of maps of `length` bytes; nothing for NULL.
    pub(crate) fn store_cpu_set(&self, maps: *mut u8, number: usize, length: usize, set: &CpuSet) {
        if !maps.is_null() {
            let map = self.room(maps.wrapping_add(number * length), length);
            map.copy_from_slice(&bytes(set, map.len()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let some: CpuSet = [0, 2, 3, 9, 15].into_iter().collect();
        assert_eq!(bytes(&some, 2), [0b0000_1101, 0b1000_0010]);
        assert_eq!(bytes(&some, 1), [0b0000_1101]);
        assert_eq!(set(&[0b0000_1101, 0b1000_0010]), some);
        assert!(set(&[0, 0]).is_empty());
        assert_eq!((all(&some).len(), all(&CpuSet::default())), (2, vec![0]));
    }
}
