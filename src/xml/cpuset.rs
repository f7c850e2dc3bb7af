//! Sets of processors and NUMA nodes: `0-3,^2,8`.

use super::{Expected, Fault, Text, Value};
use crate::types::{VIR_ERR_INVALID_ARG, VIR_FROM_NONE};

/// A set of small numbers, kept as ranges in ascending order with gaps between them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct CpuSet(Vec<(u32, u32)>);

impl CpuSet {
    /// libvirt's limit for what a document may name.
    pub const LIMIT: u32 = 16384;

    /// Reads numbers and ranges with commas between them; `^` takes a number away again. Blanks may stand around each.
    /// None when it is not that, when it is empty, or when a number is not below `limit`.
    pub fn parse_below(text: &str, limit: u32) -> Option<Self> {
        Self::parse_any(text, limit).filter(|set| !set.0.is_empty())
    }

    fn parse_any(text: &str, limit: u32) -> Option<Self> {
        // One bit for each number, so that it does not matter how often a text adds and takes away.
        let mut bits: Vec<u64> = Vec::new();
        for part in text.split(',') {
            let part = part.trim_ascii();
            if let Some(number) = part.strip_prefix('^') {
                let number = number_below(number, limit)?;
                if let Some(word) = bits.get_mut(number as usize / 64) {
                    *word &= !(1 << (number % 64));
                }
                continue;
            }
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            let (first, last) = (number_below(first.trim_ascii(), limit)?, number_below(last.trim_ascii(), limit)?);
            if first > last {
                return None;
            }
            let words = (first as usize / 64, last as usize / 64);
            bits.resize(bits.len().max(words.1 + 1), 0);
            for (at, word) in bits.iter_mut().enumerate().take(words.1 + 1).skip(words.0) {
                let from = if at == words.0 { first % 64 } else { 0 };
                let to = if at == words.1 { last % 64 } else { 63 };
                *word |= (u64::MAX >> (63 - to)) & (u64::MAX << from);
            }
        }
        Some(Self::of_bits(&bits))
    }

    /// Takes one run of ones after the other, so that a long range costs little.
    fn of_bits(bits: &[u64]) -> Self {
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        for (at, word) in (0..).zip(bits) {
            let mut rest = *word;
            while rest != 0 {
                let skipped = rest.trailing_zeros();
                let ones = (rest >> skipped).trailing_ones();
                rest &= !(u64::MAX >> (64 - ones) << skipped);
                let first = at * 64 + skipped;
                let last = first + ones - 1;
                match ranges.last_mut().filter(|(_, before)| before + 1 == first) {
                    Some((_, before)) => *before = last,
                    None => ranges.push((first, last)),
                }
            }
        }
        Self(ranges)
    }

    /// Adds all from `first` to `last`.
    pub fn insert(&mut self, first: u32, last: u32) {
        // Those that it overlaps or touches become one with it.
        let from = self.0.partition_point(|&(_, high)| high.saturating_add(1) < first);
        let to = self.0.partition_point(|&(low, _)| low <= last.saturating_add(1));
        let (mut first, mut last) = (first, last);
        if let (Some((low, _)), Some((_, high))) = (self.0[from..to].first(), self.0[from..to].last()) {
            (first, last) = (first.min(*low), last.max(*high));
        }
        self.0.splice(from..to, [(first, last)]);
    }

    pub fn remove(&mut self, number: u32) {
        let at = self.range_of(number);
        let Some(&(low, high)) = self.0.get(at).filter(|(low, _)| *low <= number) else { return };
        let left = (low < number).then(|| (low, number.saturating_sub(1)));
        let right = (number < high).then(|| (number.saturating_add(1), high));
        self.0.splice(at..=at, left.into_iter().chain(right));
    }

    /// The first range that does not end before `number`.
    fn range_of(&self, number: u32) -> usize {
        self.0.partition_point(|&(_, high)| high < number)
    }

    pub fn contains(&self, number: u32) -> bool {
        self.0.get(self.range_of(number)).is_some_and(|(low, _)| *low <= number)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.iter().map(|&(low, high)| (high - low) as usize + 1).sum()
    }

    pub fn last(&self) -> Option<u32> {
        self.0.last().map(|&(_, high)| high)
    }

    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.0.iter().flat_map(|&(low, high)| low..=high)
    }

    pub fn overlaps(&self, other: &Self) -> bool {
        self.0.iter().any(|&(low, high)| other.0.get(other.range_of(low)).is_some_and(|(from, _)| *from <= high))
    }

    /// The first of the sets that has something in common with one before it, and the first of those: their places.
    pub fn first_overlap<'a>(sets: impl Iterator<Item = Option<&'a Self>> + Clone) -> Option<(usize, usize)> {
        let mut taken = Self::default();
        for (at, set) in sets.clone().enumerate() {
            let Some(set) = set else { continue };
            if set.overlaps(&taken) {
                let before = sets.clone().position(|other| other.is_some_and(|other| other.overlaps(set)));
                return before.map(|before| (at, before));
            }
            set.0.iter().for_each(|&(low, high)| taken.insert(low, high));
        }
        None
    }

    /// Whether `other` has nothing that is not in here.
    pub fn covers(&self, other: &Self) -> bool {
        let is_covered = |(from, to): &(u32, u32)| {
            self.0.get(self.range_of(*from)).is_some_and(|(low, high)| low <= from && to <= high)
        };
        other.0.iter().all(is_covered)
    }
}

impl From<std::ops::Range<u32>> for CpuSet {
    fn from(range: std::ops::Range<u32>) -> Self {
        if range.is_empty() { Self::default() } else { Self(vec![(range.start, range.end - 1)]) }
    }
}

impl FromIterator<u32> for CpuSet {
    fn from_iter<I: IntoIterator<Item = u32>>(numbers: I) -> Self {
        let mut set = Self::default();
        numbers.into_iter().for_each(|number| set.insert(number, number));
        set
    }
}

fn number_below(digits: &str, limit: u32) -> Option<u32> {
    let plain = digits.bytes().all(|c| c.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten().filter(|number| *number < limit)
}

impl Value for CpuSet {
    const EXPECTED: Expected = Expected::Kind("a set such as 0-3,^2,8");
    fn parse(text: &str) -> Option<Self> {
        Self::parse_below(text, Self::LIMIT)
    }
    fn write(&self, out: &mut Text) {
        for (at, &(low, high)) in self.0.iter().enumerate() {
            if at > 0 {
                out.plain(",");
            }
            out.number(i128::from(low));
            if high > low {
                out.plain("-");
                out.number(i128::from(high));
            }
        }
    }
    fn refusal(text: &str) -> Option<Fault> {
        if Self::parse_any(text, Self::LIMIT).is_some() {
            return Some(Fault::unsupported(format!("Invalid value of '{{attribute}}': {text}")));
        }
        let fault = Fault::new(VIR_ERR_INVALID_ARG, format!("Failed to parse bitmap '{text}'"));
        Some(fault.with_origin(VIR_FROM_NONE))
    }
}

impl std::fmt::Display for CpuSet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut text = Text::default();
        Value::write(self, &mut text);
        f.write_str(text.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_sets() {
        let normal = |text| CpuSet::parse(text).map(|set| set.to_string());
        assert_eq!(normal("0-3,^2,8").as_deref(), Some("0-1,3,8"));
        assert_eq!(normal("5,4,3, 0 - 1").as_deref(), Some("0-1,3-5"));
        assert_eq!(normal("60-200,^63,^64,^128,64").as_deref(), Some("60-62,64-127,129-200"));
        assert_eq!(normal("0-16383,^16383,^0").as_deref(), Some("1-16382"));
        assert_eq!(normal("1-4,8-20,525").as_deref(), Some("1-4,8-20,525"));
        for bad in ["", "a", "1,", "3-1", "0,^0", "-1", "+1", "16384", "1 2"] {
            assert_eq!(normal(bad), None, "{bad}");
        }
        let set: CpuSet = [3, 1, 2, 7].into_iter().collect();
        assert_eq!((set.len(), set.last(), set.contains(2), set.contains(4)), (4, Some(7), true, false));
        assert!(set.overlaps(&CpuSet::from(7..9)) && !set.overlaps(&CpuSet::from(4..7)));
        let sets = [Some(&set), None, Some(&CpuSet::from(4..7)), Some(&CpuSet::from(0..1)), Some(&CpuSet::from(6..8))];
        assert_eq!(CpuSet::first_overlap(sets.into_iter()), Some((4, 0)));
        assert_eq!(CpuSet::first_overlap(sets.into_iter().take(4)), None);
        assert!(set.covers(&CpuSet::from(1..4)) && !set.covers(&CpuSet::from(1..5)));
    }
}
