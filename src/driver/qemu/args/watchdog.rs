//! Watchdogs, and what happens when one is not fed.

use super::address;
use super::line::{Line, Properties};
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::watchdog::{Action, Model};

pub(super) fn add(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    for watchdog in &domain.devices.watchdogs {
        let driver = match watchdog.model {
            Model::I6300esb => "i6300esb",
            Model::Ib700 => "ib700",
            Model::Diag288 => "diag288",
            Model::Itco => continue,
        };
        let mut device = Properties::device(driver);
        device.maybe("id", watchdog.place.alias.name.clone());
        address::set(domain, &watchdog.place.location, &mut device)?;
        line.json("-device", device);
    }
    if let Some(watchdog) = domain.devices.watchdogs.first() {
        // The machine is paused, and dumped by who hears of it.
        let action = if watchdog.action == Action::Dump { Action::Pause } else { watchdog.action };
        line.option("-watchdog-action", action.word());
    }
    Ok(())
}
