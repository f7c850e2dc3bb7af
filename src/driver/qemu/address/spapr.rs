//! Devices of pSeries' virtual I/O: registers.

use std::collections::HashSet;

use crate::driver::qemu::board::Board;
use crate::xml::domain::Domain;
use crate::xml::domain::device::address::{Address, SpaprVio};
use crate::xml::domain::device::chardev::SerialType;
use crate::xml::domain::device::controller::Type as ControllerType;
use crate::xml::domain::device::tpm::Model as TpmModel;
use crate::xml::{Fault, Long16};

/// QEMU's own first register of each kind of device.
const CARD: u64 = 0x1000;
const SCSI: u64 = 0x2000;
const NVRAM: u64 = 0x3000;
const TPM: u64 = 0x4000;
const SERIAL: u64 = 0x3000_0000;
/// From one register to the next.
const STEP: u64 = 0x1000;

pub(super) fn assign(domain: &mut Domain, board: Board) -> Result<(), Fault> {
    let pseries = board == Board::Pseries;
    let devices = &mut domain.devices;
    let cards = devices
        .interfaces
        .iter_mut()
        .map(|card| (card.model.as_deref() == Some("spapr-vlan"), CARD, &mut card.location.address));
    let controllers = devices.controllers.iter_mut().map(|one| {
        let own = one.kind == ControllerType::Scsi && one.model.as_deref() == Some("ibmvscsi");
        (own, SCSI, &mut one.location.address)
    });
    let serials = devices.serials.iter_mut().map(|serial| {
        (serial.target.kind == Some(SerialType::SpaprVioSerial), SERIAL, &mut serial.place.location.address)
    });
    let nvram = devices.nvram.iter_mut().map(|nvram| (pseries, NVRAM, &mut nvram.place.location.address));
    let tpms = devices
        .tpms
        .iter_mut()
        .map(|tpm| (pseries && tpm.model != Some(TpmModel::SpaprProxy), TPM, &mut tpm.place.location.address));
    let mut all: Vec<_> = cards.chain(controllers).chain(serials).chain(nvram).chain(tpms).collect();
    let mut taken = HashSet::new();
    for (own, _, place) in &mut all {
        if *own && !matches!(place, Some(Address::SpaprVio(_))) {
            **place = Some(Address::SpaprVio(SpaprVio::default()));
        }
        if let Some(Address::SpaprVio(SpaprVio { reg: Some(reg) })) = place
            && !taken.insert(reg.0)
        {
            return Err(Fault::xml(format!("spapr-vio address {:#x} already in use", reg.0)));
        }
    }
    for (_, first, place) in all {
        if let Some(Address::SpaprVio(SpaprVio { reg: reg @ None })) = place {
            let free = (first..).step_by(STEP as usize).find(|reg| !taken.contains(reg)).unwrap_or(first);
            taken.insert(free);
            *reg = Some(Long16(free));
        }
    }
    Ok(())
}
