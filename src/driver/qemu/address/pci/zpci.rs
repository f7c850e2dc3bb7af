//! Numbers by which S390 knows its PCI functions: a UID from 1, and a FID from 0.

use std::collections::HashSet;

use super::device::{Plug, Plugs, Rank};
use crate::xml::domain::Domain;
use crate::xml::domain::device::address::{Address, Pci, PciAddress, Zpci};
use crate::xml::{Fault, Hex};

pub const LAST_UID: u64 = 0xffff;
const LAST_FID: u64 = 0xffff_ffff;

/// Those that are taken.
#[derive(Default)]
pub(super) struct Numbers {
    uids: HashSet<u64>,
    fids: HashSet<u64>,
    /// Where the devices are that have theirs.
    done: HashSet<PciAddress>,
    /// PCI controllers of the definition: those that are added behind them have no numbers.
    controllers: usize,
}

impl Numbers {
    /// Completes those of devices whose places the definition names.
    pub(super) fn of_given(domain: &mut Domain, plugs: Plugs) -> Result<Self, Fault> {
        let is_controller = |plug: &&Plug| plug.rank == Rank::PciController;
        let controllers = plugs.of(domain).iter().filter(is_controller).count();
        let mut numbers = Self { controllers, ..Self::default() };
        for plug in plugs.of(domain).into_iter().filter(|plug| !plug.is_wanted()) {
            numbers.complete(plug.place)?;
        }
        Ok(numbers)
    }

    /// Completes those of devices that got their places, in the order in which they got them.
    pub(super) fn of_placed(mut self, domain: &mut Domain, plugs: Plugs) -> Result<(), Fault> {
        let mut controllers = 0;
        let mut all = plugs.of(domain);
        all.retain(|plug| {
            controllers += usize::from(plug.rank == Rank::PciController);
            plug.rank != Rank::PciController || controllers <= self.controllers
        });
        all.sort_by_key(|plug| plug.rank);
        all.into_iter().try_for_each(|plug| self.complete(plug.place))
    }

    fn complete(&mut self, place: &mut Option<Address>) -> Result<(), Fault> {
        let Some(Address::Pci(Pci { address, zpci, .. })) = place else { return Ok(()) };
        if !self.done.insert(*address) {
            return Ok(());
        }
        let Zpci { uid, fid } = zpci.get_or_insert_default();
        let free = |taken: &HashSet<u64>, mut all: std::ops::RangeInclusive<u64>, what: &str| {
            let free = all.find(|number| !taken.contains(number));
            free.ok_or_else(|| Fault::internal(format!("There is no more free {what}.")))
        };
        if uid.is_none() {
            *uid = Some(Hex(free(&self.uids, 1..=LAST_UID, "uid")?));
        }
        if fid.is_none() {
            *fid = Some(Hex(free(&self.fids, 0..=LAST_FID, "fid")?));
        }
        // libvirt tells the number in octal digits.
        let take = |taken: &mut HashSet<u64>, number: u64, what: &str| match taken.insert(number) {
            true => Ok(()),
            false => Err(Fault::internal(format!("zPCI {what} {number:o} is already reserved"))
                .expecting(format!("{number:#x} is another device's"))),
        };
        take(&mut self.uids, uid.unwrap_or_default().0, "uid")?;
        take(&mut self.fids, fid.unwrap_or_default().0, "fid")
    }
}
