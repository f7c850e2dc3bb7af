//! x86 processors: sets of features, and the models that are nearest to them.

mod baseline;
mod compare;
mod decode;
mod feature_table;
mod host;
mod map;
mod model_table;
mod registers;
mod set;
mod signature;
mod update;

pub(super) use baseline::baseline;
pub(super) use compare::compare;
pub(super) use host::{decode, decode_offer, host};
pub(super) use map::Vendor;
pub use registers::Registers;
pub(super) use update::{copy_migratable, drop_registers, expand, has, translate, update, update_live, validate};

use map::{Map, Model};
use set::Set;

use super::{Described, Era, fail};
use crate::error::Result;
use crate::types::*;
use crate::xml::domain::cpu::Policy;

/// The names of all models, oldest first.
pub(super) fn names(era: Era) -> impl Iterator<Item = &'static str> {
    Map::of(era).models().iter().map(|model| model.name)
}

/// Who makes the chips that a model is named after.
pub(super) fn vendor_of(model: &str, era: Era) -> Option<Vendor> {
    Map::of(era).model(model)?.vendor
}

fn find<'m>(map: &'m Map, name: &str) -> Result<&'m Model> {
    map.model(name).ok_or_else(|| fail(VIR_ERR_INTERNAL_ERROR, format!("Unknown CPU model {name}")))
}

fn place(map: &Map, name: &str) -> Result<usize> {
    map.place(name).ok_or_else(|| fail(VIR_ERR_INTERNAL_ERROR, format!("Unknown CPU feature {name}")))
}

/// All that a CPU has: what its model has and what its features add and take away.
fn whole(map: &Map, cpu: &Described) -> Result<(Set, Option<Vendor>)> {
    let model = cpu.model.map(|name| find(map, name)).transpose()?;
    let mut set = model.map(|model| model.features).unwrap_or_default();
    for (policy, name) in &cpu.features {
        match policy {
            Some(Policy::Optional) => {}
            None | Some(Policy::Require | Policy::Force) => set.insert(place(map, name)?),
            Some(Policy::Disable | Policy::Forbid) => set.remove(place(map, name)?),
        }
    }
    Ok((set, model.and_then(|model| model.vendor)))
}

/// What a CPU says with one policy; what it requires includes its model. A host requires all that it has.
fn with_policy(map: &Map, cpu: &Described, wanted: Policy) -> Result<Set> {
    if cpu.is_host && wanted != Policy::Require {
        return Ok(Set::default());
    }
    let model = cpu.model.filter(|_| wanted == Policy::Require).map(|name| find(map, name)).transpose()?;
    let mut set = model.map(|model| model.features).unwrap_or_default();
    for (policy, name) in &cpu.features {
        if policy.unwrap_or(Policy::Require) == wanted {
            set.insert(place(map, name)?);
        }
    }
    Ok(set)
}
