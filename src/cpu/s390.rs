//! Processors of mainframes: what they can do only the hypervisor knows.

use super::{fail, set_feature, take_host};
use crate::error::Result;
use crate::types::*;
use crate::xml::domain::cpu::{Cpu, Match, Mode, Policy};

pub(super) fn update(guest: &mut Cpu, host: Option<&Cpu>, relative: bool) -> Result<()> {
    if !relative {
        return Ok(());
    }
    if guest.mode.unwrap_or(Mode::Custom) == Mode::Custom {
        let text = match guest.matching {
            Some(Match::Minimum) => "match mode minimum not supported",
            Some(Match::Exact | Match::Strict) | None => "optional CPU features are not supported",
        };
        return Err(fail(VIR_ERR_CONFIG_UNSUPPORTED, text));
    }
    let own = guest.features.clone();
    take_host(guest, host)?;
    for feature in own {
        set_feature(&mut guest.features, &feature.name, feature.policy);
    }
    Ok(())
}

pub(super) fn validate(cpu: &Cpu) -> Result<()> {
    match cpu.features.iter().find(|feature| feature.policy == Policy::Optional) {
        Some(feature) => {
            let text = format!("only cpu feature policies 'require' and 'disable' are supported for {}", feature.name);
            Err(fail(VIR_ERR_CONFIG_UNSUPPORTED, text))
        }
        None => Ok(()),
    }
}
