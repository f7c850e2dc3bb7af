//! What several x86 CPUs have in common.

use super::decode::{Known, Search, nearest};
use super::map::{Map, Vendor};
use super::set::Set;
use super::signature::Chip;
use super::{fail, whole};
use crate::cpu::{Described, Options, guest};
use crate::error::Result;
use crate::types::*;
use crate::xml::domain::cpu::{Cpu, Fallback};

/// What all CPUs have, told as a model and the difference from it. There is at least one.
pub(in crate::cpu) fn baseline(cpus: &[Described], options: &Options) -> Result<Cpu> {
    let map = Map::of(options.era);
    let mut common: Option<Set> = None;
    let mut vendor: Option<Vendor> = None;
    let mut models: Vec<&str> = Vec::new();
    for cpu in cpus {
        if common.is_none() {
            let (set, _) = whole(map, cpu)?;
            vendor = cpu.vendor.map(known_vendor).transpose()?;
            common = Some(set);
        } else {
            let (set, own) = whole(map, cpu)?;
            let said = said_vendor(cpu, own)?;
            vendor = match (vendor, said) {
                (Some(one), Some(other)) if one.name() != other => {
                    return Err(fail(VIR_ERR_OPERATION_FAILED, "CPU vendors do not match"));
                }
                (None, Some(name)) => Some(known_vendor(name)?),
                (vendor, _) => vendor,
            };
            common = common.map(|common| common.intersection(set));
        }
        models.extend(cpu.model.filter(|model| !models.contains(model)));
    }
    let mut features = common.unwrap_or_default();
    if let Some(possible) = options.features {
        let mut set = Set::default();
        possible.iter().filter_map(|name| map.place(name)).for_each(|place| set.insert(place));
        features = features.intersection(set);
    }
    if features.is_empty() {
        return Err(fail(VIR_ERR_OPERATION_FAILED, "CPUs are incompatible"));
    }

    let known = Known { features, vendor, chip: Chip::default() };
    let found = nearest(map, &known, &Search { for_host: false, usable: options.usable, preferred: &models })?;
    let mut features = found.features(map);
    if options.migratable {
        features.retain(|(_, name)| map.is_migratable(name));
    }
    let asked = models == [found.model.name];
    let all_say = cpus.iter().all(|cpu| cpu.vendor.is_some());
    let fallback = if asked { Fallback::Forbid } else { Fallback::Allow };
    Ok(guest(found.model.name, fallback, vendor.filter(|_| all_say).map(Vendor::name), features))
}

fn known_vendor(name: &str) -> Result<Vendor> {
    Vendor::find(name).ok_or_else(|| fail(VIR_ERR_OPERATION_FAILED, format!("Unknown CPU vendor {name}")))
}

/// The vendor that a CPU says, or else its model's.
fn said_vendor<'a>(cpu: &Described<'a>, models: Option<Vendor>) -> Result<Option<&'a str>> {
    let Some(name) = cpu.vendor else { return Ok(models.map(Vendor::name)) };
    if let Some(own) = models.filter(|own| own.name() != name) {
        let model = cpu.model.unwrap_or_default();
        let text = format!("CPU vendor {} of model {model} differs from vendor {name}", own.name());
        return Err(fail(VIR_ERR_OPERATION_FAILED, text));
    }
    Ok(Some(name))
}
