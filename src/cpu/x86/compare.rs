//! Whether a host can run a CPU.

use super::map::Map;
use super::set::Set;
use super::{whole, with_policy};
use crate::cpu::{Comparison, Described, Era};
use crate::error::Result;
use crate::xml::domain::cpu::{Match, Policy};

/// Compares a CPU to the host's, both of this architecture.
pub(in crate::cpu) fn compare(host: &Described, cpu: &Described, era: Era) -> Result<Comparison> {
    let map = Map::of(era);
    let list = |text: &str, set: Set| {
        let names: Vec<&str> = map.names(set).collect();
        Comparison::Incompatible(Some(format!("{text}: {}", names.join(", "))))
    };
    let (has, _) = whole(map, host)?;
    let force = with_policy(map, cpu, Policy::Force)?;
    let require = with_policy(map, cpu, Policy::Require)?;
    let optional = with_policy(map, cpu, Policy::Optional)?;
    let disable = with_policy(map, cpu, Policy::Disable)?;
    let forbid = with_policy(map, cpu, Policy::Forbid)?;

    let forbidden = forbid.intersection(has);
    if !forbidden.is_empty() {
        return Ok(list("Host CPU provides forbidden features", forbidden));
    }
    let require = require.without(force).without(optional).without(disable);
    let missing = require.without(has);
    if !missing.is_empty() {
        return Ok(list("Host CPU does not provide required features", missing));
    }
    let extra = has.without(optional).without(require).without(disable).without(force);
    match (extra.is_empty(), cpu.matching) {
        (true, _) => Ok(Comparison::Identical),
        (false, Match::Strict) if !cpu.is_host => {
            Ok(list("Host CPU does not strictly match guest CPU: Extra features", extra))
        }
        (false, Match::Strict | Match::Exact | Match::Minimum) => Ok(Comparison::Superset),
    }
}
