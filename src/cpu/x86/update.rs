//! What becomes of a guest's x86 CPU: with what the host has, with what a hypervisor has, with every feature told.

use super::decode::{Known, Search, nearest};
use super::map::{Map, Source};
use super::set::Set;
use super::signature::Chip;
use super::{fail, find, place, whole, with_policy};
use crate::cpu::{Described, Era, Usable, feature_of, model_of, set_feature};
use crate::error::Result;
use crate::types::*;
use crate::xml::domain::cpu::{Check, Cpu, Feature, Match, Mode, Model, Policy};

/// Makes a guest's CPU one that does not depend on the host any more. `relative` says that it does.
pub(in crate::cpu) fn update(guest: &mut Cpu, host: Option<&Cpu>, relative: bool, era: Era) -> Result<()> {
    let map = Map::of(era);
    if relative {
        let host = host.ok_or_else(|| fail(VIR_ERR_CONFIG_UNSUPPORTED, "unknown host CPU model"))?;
        let (has, _) = whole(map, &Described::from(host))?;
        for feature in guest.features.iter_mut().filter(|feature| feature.policy == Policy::Optional) {
            let place = map
                .place(&feature.name)
                .ok_or_else(|| fail(VIR_ERR_INTERNAL_ERROR, format!("unknown CPU feature {}", feature.name)))?;
            feature.policy = if has.contains(place) { Policy::Require } else { Policy::Disable };
        }
        if guest.mode == Some(Mode::HostModel) || guest.matching == Some(Match::Minimum) {
            take_host(guest, host);
        }
    }
    let name = model_of(guest).unwrap_or_default().to_owned();
    let withdrawn = &find(map, &name)?.withdrawn;
    disable_withdrawn(map, guest, withdrawn);
    Ok(())
}

/// A guest gets the host's model and what itself asks for beyond it.
fn take_host(guest: &mut Cpu, host: &Cpu) {
    let own = std::mem::replace(&mut guest.features, host.features.clone());
    for feature in own {
        set_feature(&mut guest.features, &feature.name, feature.policy);
    }
    let model = guest.model.get_or_insert_with(Model::default);
    model.name = model_of(host).map(str::to_owned);
    if guest.mode.unwrap_or(Mode::Custom) != Mode::Custom {
        guest.vendor = host.vendor.clone();
        if model.vendor_id.is_none() {
            model.vendor_id = host.model.as_ref().and_then(|model| model.vendor_id.clone());
        }
    }
    guest.mode = Some(Mode::Custom);
    guest.matching = Some(Match::Exact);
}

fn disable_withdrawn(map: &Map, cpu: &mut Cpu, withdrawn: &[usize]) {
    for place in withdrawn {
        let name = map.feature(*place).name;
        if feature_of(&cpu.features, name).is_none() {
            cpu.features.push(Feature { policy: Policy::Disable, name: name.to_owned() });
        }
    }
}

/// Tells every feature that a guest's CPU has; the order is that of the names.
pub(in crate::cpu) fn expand(cpu: &mut Cpu, era: Era) -> Result<()> {
    let map = Map::of(era);
    let name = model_of(cpu).unwrap_or_default();
    let model = map.model(name).ok_or_else(|| fail(VIR_ERR_INTERNAL_ERROR, format!("unknown CPU model {name}")))?;
    let required = map.names(model.features).map(|name| Feature { policy: Policy::Require, name: name.to_owned() });
    let own = std::mem::replace(&mut cpu.features, required.collect());
    for feature in own {
        match feature.policy {
            Policy::Require | Policy::Disable => set_feature(&mut cpu.features, &feature.name, feature.policy),
            Policy::Force | Policy::Optional | Policy::Forbid => {}
        }
    }
    disable_withdrawn(map, cpu, &model.withdrawn);
    cpu.features.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(())
}

/// Drops what keeps a guest from moving to another host.
pub(in crate::cpu) fn copy_migratable(cpu: &Cpu, era: Era) -> Cpu {
    let map = Map::of(era);
    let mut copy = cpu.clone();
    copy.features.retain(|feature| map.is_migratable(&feature.name));
    copy
}

/// Complains about the first feature that nobody knows.
pub(in crate::cpu) fn validate(cpu: &Cpu, era: Era) -> Result<()> {
    let map = Map::of(era);
    match cpu.features.iter().find(|feature| map.place(&feature.name).is_none()) {
        Some(feature) => Err(fail(VIR_ERR_CONFIG_UNSUPPORTED, format!("unknown CPU feature: {}", feature.name))),
        None => Ok(()),
    }
}

/// Says the same CPU with a model that the hypervisor has.
pub(in crate::cpu) fn translate(cpu: &mut Cpu, usable: Usable, era: Era) -> Result<()> {
    let map = Map::of(era);
    let (features, vendor) = whole(map, &Described::from(&*cpu))?;
    let model = model_of(cpu).and_then(|name| map.model(name));
    let chip = model.and_then(|model| model.signatures.first()).map_or(Chip::default(), |signature| signature.first());
    let known = Known { features, vendor, chip };
    let found = nearest(map, &known, &Search { for_host: false, usable: Some(usable), preferred: &[] })?;
    let told = found.features(map).into_iter();
    let told = told.map(|(policy, name)| Feature { policy, name: name.to_owned() }).collect();
    let own = std::mem::replace(&mut cpu.features, told);
    for feature in own {
        set_feature(&mut cpu.features, &feature.name, feature.policy);
    }
    cpu.model.get_or_insert_with(Model::default).name = Some(found.model.name.to_owned());
    Ok(())
}

/// Brings a running guest's CPU in line with what the hypervisor really gave to it: features that it enabled, and those that it
/// could not. With `check='full'` nothing may differ.
pub(in crate::cpu) fn update_live(cpu: &mut Cpu, enabled: &[&str], disabled: &[&str], era: Era) -> Result<()> {
    let map = Map::of(era);
    let is_hosts = matches!(cpu.mode, Some(Mode::HostPassthrough | Mode::Maximum));
    let described = Described::from(&*cpu);
    let (expected, _) = whole(map, &described)?;
    let refused = with_policy(map, &described, Policy::Disable)?;
    let set = |names: &[&str]| {
        let mut set = Set::default();
        names.iter().filter_map(|name| map.place(name)).for_each(|place| set.insert(place));
        set
    };
    let (enabled, disabled) = (set(enabled), set(disabled));
    let (mut added, mut removed) = (Vec::new(), Vec::new());
    for (at, feature) in map.features().iter().enumerate() {
        let required = expected.contains(at);
        let unwanted = !required && (!is_hosts || refused.contains(at));
        let is_lacking = disabled.contains(at) || required && !enabled.contains(at);
        let policy = match (is_lacking, unwanted && enabled.contains(at)) {
            (true, _) => Policy::Disable,
            (false, true) => Policy::Require,
            (false, false) => continue,
        };
        match cpu.check {
            Check::Full if policy == Policy::Disable => removed.push(feature.name),
            Check::Full => added.push(feature.name),
            Check::Default | Check::None | Check::Partial => set_feature(&mut cpu.features, feature.name, policy),
        }
    }
    if cpu.check != Check::Full {
        if let Some(model) = model_of(cpu).and_then(|name| map.model(name)) {
            disable_withdrawn(map, cpu, &model.withdrawn);
        }
        return Ok(());
    }
    let list = |what: &str, names: &[&str]| match names {
        [] => None,
        names => Some(format!("{what} features: {}", names.join(","))),
    };
    let complaints: Vec<String> = list("extra", &added).into_iter().chain(list("missing", &removed)).collect();
    match complaints.is_empty() {
        true => Ok(()),
        false => Err(fail(
            VIR_ERR_OPERATION_FAILED,
            format!("guest CPU doesn't match specification: {}", complaints.join(", ")),
        )),
    }
}

/// Drops the features that only model-specific registers tell of.
pub(in crate::cpu) fn drop_registers(cpu: &mut Cpu, era: Era) {
    let map = Map::of(era);
    let is_of_register =
        |name: &str| map.place(name).is_some_and(|place| matches!(map.feature(place).source, Source::Msr(_)));
    cpu.features.retain(|feature| !is_of_register(&feature.name));
}

/// Whether a CPU has a feature.
pub(in crate::cpu) fn has(cpu: &Described, feature: &str, era: Era) -> Result<bool> {
    let map = Map::of(era);
    Ok(whole(map, cpu)?.0.contains(place(map, feature)?))
}
