//! Where devices are: on PCI, USB, channel I/O and the small buses. libvirt's order of giving places is kept, because the guest sees it.

mod ccw;
mod dimm;
pub mod pci;
mod spapr;
mod usb;
mod virtio;
mod virtio_serial;

use super::board::Board;
use crate::xml::Fault;
use crate::xml::domain::Domain;

/// Gives every device its place that has none.
///
/// # Errors
/// A place that is taken or does not exist, or none that is free.
pub fn assign(domain: &mut Domain) -> Result<(), Fault> {
    let board = Board::of(domain);
    virtio_serial::assign(domain)?;
    spapr::assign(domain, board)?;
    if board == Board::S390 {
        ccw::assign(domain)?;
    }
    virtio::choose_bus(domain, board);
    pci::assign(domain, board)?;
    usb::assign(domain)?;
    dimm::assign(domain)
}
