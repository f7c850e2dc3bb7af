//! Which model is nearest to a set of features.

use super::map::{Map, Model, Names, Vendor};
use super::set::Set;
use super::signature::Chip;
use crate::cpu::Usable;
use crate::error::{Error, Result};
use crate::types::*;
use crate::xml::domain::cpu::Policy;

/// What is known of a processor.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    pub features: Set,
    pub vendor: Option<Vendor>,
    pub chip: Chip,
}

/// For whom a model is looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Search<'a> {
    /// A host has all features of its model; a guest can be told to do without some.
    pub for_host: bool,
    /// The models that may be answered; all where nothing is said.
    pub usable: Option<Usable<'a>>,
    /// The models that were asked for; one alone is taken whatever its distance.
    pub preferred: &'a [&'a str],
}

/// A model and how the processor differs from it.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub model: &'static Model,
    /// What comes on top, what is lacking.
    pub more: Set,
    pub less: Set,
    /// What guests are told that they do not get, beyond `less`.
    pub withdrawn: Vec<usize>,
}

impl Found {
    /// The features that a document lists, in its order.
    pub fn features(&self, map: &Map) -> Vec<(Policy, &'static str)> {
        let required = map.names(self.more).map(|name| (Policy::Require, name));
        let lacking = map.names(self.less).map(|name| (Policy::Disable, name));
        let withdrawn = self.withdrawn.iter().map(|place| (Policy::Disable, map.feature(*place).name));
        required.chain(lacking).chain(withdrawn).collect()
    }

    /// How far it is: the whole distance, and the part of it that is features to do without. Each of these costs more than
    /// the one before, from 2 on. As in libvirt, only the first half of them is counted, the others are as good as required ones.
    fn distance(&self) -> (usize, usize) {
        let (more, less) = (self.more.len(), self.less.len() + self.withdrawn.len());
        let counted = less.div_ceil(2);
        let penalty = counted * (counted + 3) / 2;
        (more + less - counted + penalty, penalty)
    }
}

/// Finds the nearest model; of equal ones the newest.
///
/// # Errors
/// `VIR_ERR_INTERNAL_ERROR` when no model fits.
pub(super) fn nearest(map: &'static Map, known: &Known, search: &Search) -> Result<Found> {
    let data = without_broken_tsx(map, known);
    let mut best: Option<Found> = None;
    for model in map.models().iter().rev() {
        let blockers: &[String] = match search.usable {
            Some(usable) => match usable.iter().find(|usable| usable.name == model.name) {
                Some(usable) => &usable.blockers,
                None => continue,
            },
            None => &[],
        };
        let foreign = known.vendor.zip(model.vendor).is_some_and(|(own, other)| own != other);
        let nameable = match model.names {
            Names::HostsAndGuests => true,
            Names::Hosts => search.for_host,
            Names::Nothing => false,
        };
        if foreign || !nameable {
            continue;
        }
        let candidate = differ(map, model, data, blockers, search.for_host);
        if search.for_host && !candidate.less.is_empty() {
            continue;
        }
        let preferred = search.preferred.contains(&model.name);
        if preferred && search.preferred.len() == 1 {
            return Ok(candidate);
        }
        let better =
            best.as_ref().is_none_or(|best| is_better(&candidate, best, known.chip, preferred, search.for_host));
        if better {
            best = Some(candidate);
        }
    }
    best.ok_or_else(|| {
        Error::new(VIR_ERR_INTERNAL_ERROR, "Cannot find suitable CPU model for given data").from_origin(VIR_FROM_CPU)
    })
}

fn differ(map: &Map, model: &'static Model, data: Set, blockers: &[String], for_host: bool) -> Found {
    let more = data.without(model.features);
    let mut less = model.features.without(data);
    let blocked = blockers.iter().filter_map(|name| map.place(name)).filter(|place| !more.contains(*place));
    blocked.for_each(|place| less.insert(place));
    let is_told = |place: &usize| more.contains(*place) || less.contains(*place);
    let withdrawn = match for_host {
        true => Vec::new(),
        false => model.withdrawn.iter().copied().filter(|place| !is_told(place)).collect(),
    };
    Found { model, more, less, withdrawn }
}

fn is_better(candidate: &Found, best: &Found, chip: Chip, preferred: bool, for_host: bool) -> bool {
    if !chip.is_unknown() {
        let is_of = |found: &Found| found.model.signatures.iter().any(|signature| signature.is_of(chip));
        match (is_of(candidate), is_of(best)) {
            (true, false) => return true,
            (false, true) => return false,
            (true, true) | (false, false) => {}
        }
    }
    if for_host {
        return candidate.more.len() < best.more.len();
    }
    let (own, own_penalty) = candidate.distance();
    let (other, other_penalty) = best.distance();
    own < other || own_penalty < other_penalty && (own == other || preferred)
}

/// Intel's first chips with transactional memory have it broken.
fn without_broken_tsx(map: &Map, known: &Known) -> Set {
    let Chip { family, model, stepping } = known.chip;
    let broken = family == 6 && (matches!(model, 60 | 69 | 70) || model == 63 && stepping < 4);
    let mut features = known.features;
    if broken && known.vendor == Some(Vendor::Intel) {
        ["hle", "rtm"].iter().filter_map(|name| map.place(name)).for_each(|place| features.remove(place));
    }
    features
}
