//! The memory in which pSeries machines keep what their firmware is told.

use super::line::Line;
use crate::xml::domain::Domain;
use crate::xml::domain::device::address::{Address, SpaprVio};

pub(super) fn add(domain: &Domain, line: &mut Line) {
    if let Some(nvram) = &domain.devices.nvram
        && let Some(Address::SpaprVio(SpaprVio { reg: Some(reg) })) = &nvram.place.location.address
    {
        line.option("-global", format!("spapr-nvram.reg={:#x}", reg.0));
    }
}
