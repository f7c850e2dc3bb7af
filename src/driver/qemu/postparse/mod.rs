//! What QEMU's machines have beyond what a definition says: the type of machine by its full name, the CPU, devices of the board,
//! models and buses. The stages stand in the order in which libvirt goes through them (`xml/domain/postparse`).

mod chardev;
mod controller;
mod cpu;
mod device;
mod machine;
mod validate;

use std::path::Path;

use super::address;
use super::board::Board;
use super::capabilities::Emulator;
use super::definition::Vocabulary;
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::video::Type as VideoType;
use crate::xml::domain::postparse::{Completion, PostParse};

/// What the driver knows when it completes a definition.
#[derive(Clone, Copy, Debug)]
pub struct Driver<'a> {
    pub emulator: &'a Emulator,
    /// The folder of what machines keep for themselves.
    pub lib: &'a Path,
    pub vocabulary: Vocabulary,
}

/// Fills in what was left out, and checks the whole.
///
/// # Errors
/// What contradicts itself, cannot be completed, or is beyond the emulator.
pub fn complete(domain: &mut Domain, driver: Driver, options: &PostParse) -> Result<(), Fault> {
    domain.post_parse_with(options, &driver)
}

impl Completion for Driver<'_> {
    fn machine(&self, domain: &mut Domain) -> Result<(), Fault> {
        machine::complete(domain, *self)
    }

    fn video(&self, domain: &Domain) -> Option<VideoType> {
        Some(device::default_video(Board::of(domain), self.emulator))
    }

    fn devices(&self, domain: &mut Domain) -> Result<(), Fault> {
        let board = Board::of(domain);
        controller::complete(domain, board, self.emulator)?;
        chardev::complete(domain, board);
        device::complete(domain, board, self.emulator)
    }

    fn places(&self, domain: &mut Domain) -> Result<(), Fault> {
        address::assign(domain)
    }

    fn check(&self, domain: &Domain) -> Result<(), Fault> {
        validate::validate(domain, *self)
    }
}

#[cfg(test)]
mod tests;
