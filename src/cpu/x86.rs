//! Baselines of x86 CPUs: sets of features, and the model that is nearest to one.

use super::x86_constants::{FEATURES, MODELS, Row};
use crate::error::{Error, Result};
use crate::types::*;
use crate::xml::cpu::{CustomCpu, Fallback, HostCpu, Policy};

/// A set of features, by their places in [`FEATURES`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Set([u64; FEATURES.len().div_ceil(64)]);

impl Set {
    /// Of names separated by spaces; unknown ones do not count.
    fn of(names: &str) -> Self {
        let mut set = Self::default();
        names.split_ascii_whitespace().filter_map(place).for_each(|place| set.insert(place));
        set
    }

    fn insert(&mut self, place: usize) {
        self.0[place / 64] |= 1 << (place % 64);
    }

    fn contains(&self, place: usize) -> bool {
        self.0[place / 64] >> (place % 64) & 1 == 1
    }

    fn combine(self, other: Self, with: impl Fn(u64, u64) -> u64) -> Self {
        Self(std::array::from_fn(|at| with(self.0[at], other.0[at])))
    }

    fn union(self, other: Self) -> Self {
        self.combine(other, |a, b| a | b)
    }

    fn without(self, other: Self) -> Self {
        self.combine(other, |a, b| a & !b)
    }

    fn intersection(self, other: Self) -> Self {
        self.combine(other, |a, b| a & b)
    }

    fn len(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    fn names(self) -> impl Iterator<Item = &'static str> {
        FEATURES.iter().enumerate().filter(move |(place, _)| self.contains(*place)).map(|(_, name)| *name)
    }
}

fn place(feature: &str) -> Option<usize> {
    FEATURES.iter().position(|name| *name == feature)
}

fn fail(code: i32, text: impl Into<String>) -> Error {
    Error::new(code, text).from_origin(VIR_FROM_CPU)
}

/// The names of all models, oldest first.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    MODELS.iter().map(|row| row.name)
}

impl Row {
    fn find(name: &str) -> Option<&'static Self> {
        MODELS.iter().find(|row| row.name == name)
    }

    /// All that belongs to the model, also what was withdrawn.
    fn all(&self) -> Set {
        let base = self.base.and_then(Self::find).map(Self::all).unwrap_or_default();
        base.union(Set::of(self.more)).without(Set::of(self.less))
    }

    /// What asking for the model asks for.
    fn given(&self) -> Set {
        self.all().without(Set::of(self.withdrawn))
    }
}

/// The vendors that a `<vendor>` may name.
const VENDORS: &[&str] = &["Intel", "AMD", "Hygon"];

/// What all CPUs have, told as a model and the difference from it.
pub(super) fn baseline(cpus: &[HostCpu], expand: bool) -> Result<CustomCpu> {
    let mut common: Option<Set> = None;
    let mut vendor: Option<&str> = None;
    let mut model_vendor: Option<&str> = None;
    for cpu in cpus {
        let name = cpu.model.as_deref().unwrap_or_default();
        let row = Row::find(name).ok_or_else(|| fail(VIR_ERR_INTERNAL_ERROR, format!("Unknown CPU model {name}")))?;
        let mut set = row.given();
        for feature in &cpu.features {
            let place = place(&feature.name);
            set.insert(
                place.ok_or_else(|| fail(VIR_ERR_INTERNAL_ERROR, format!("Unknown CPU feature {}", feature.name)))?,
            );
        }
        if let Some(own) = cpu.vendor.as_deref() {
            if !VENDORS.contains(&own) {
                return Err(fail(VIR_ERR_OPERATION_FAILED, format!("Unknown CPU vendor {own}")));
            }
            if vendor.is_some_and(|other| other != own) {
                return Err(fail(VIR_ERR_OPERATION_FAILED, "CPU vendors do not match"));
            }
            vendor = Some(own);
        }
        model_vendor = row.vendor.or(model_vendor);
        common = Some(common.map_or(set, |common| common.intersection(set)));
    }
    let common = common.unwrap_or_default();
    if common == Set::default() {
        return Err(fail(VIR_ERR_OPERATION_FAILED, "CPUs are incompatible"));
    }

    let same = cpus.iter().all(|cpu| cpu.model == cpus[0].model);
    let asked = cpus[0].model.as_deref().filter(|_| same);
    let row = nearest(common, vendor.or(model_vendor), asked)
        .ok_or_else(|| fail(VIR_ERR_OPERATION_FAILED, "Cannot find suitable CPU model for given data"))?;
    let fallback = if asked == Some(row.name) { Fallback::Forbid } else { Fallback::Allow };
    let told = if expand { common } else { common.without(row.all()) };
    let required = told.names().map(|name| (Policy::Require, name));
    let mut features: Vec<_> =
        required.chain(row.all().without(common).names().map(|name| (Policy::Disable, name))).collect();
    if expand {
        features.sort_unstable_by_key(|(_, name)| *name);
    }
    let all_say = cpus.iter().all(|cpu| cpu.vendor.is_some());
    let vendor = vendor.filter(|_| all_say).map(str::to_owned);
    Ok(CustomCpu { fallback, model: row.name.to_owned(), vendor, features })
}

/// How much a feature counts that a model has and the set lacks, and one that the set has on top: between these the choices
/// are libvirt's.
const LACKS: u32 = 5;
const ADDS: u32 = 2;

/// The model that differs least from a set: the one that was asked for if it can be, else the newest of the nearest.
fn nearest(set: Set, vendor: Option<&str>, asked: Option<&str>) -> Option<&'static Row> {
    let fits = |row: &&Row| row.names_hosts && (row.vendor.is_none() || vendor.is_none() || row.vendor == vendor);
    let distance = |row: &Row| ADDS * set.without(row.all()).len() + LACKS * row.all().without(set).len();
    let candidates = || MODELS.iter().filter(fits);
    candidates().find(|row| Some(row.name) == asked).or_else(|| candidates().rev().min_by_key(|row| distance(row)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_made_of_known_names() {
        for row in MODELS {
            for name in [row.more, row.less, row.withdrawn].iter().flat_map(|names| names.split_ascii_whitespace()) {
                assert!(place(name).is_some(), "{}: {name}", row.name);
            }
            assert!(row.base.is_none_or(|base| Row::find(base).is_some()), "{}", row.name);
        }
    }
}
