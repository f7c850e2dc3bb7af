//! The QEMU driver's side of `driver/domain/save.rs`.

use crate::driver::DomainSave;
use crate::driver::qemu::Qemu;
use crate::error::Result;
use crate::object::{Domain, Stream};

impl DomainSave for Qemu {
    fn screenshot(&self, domain: &Domain, stream: &Stream, screen: u32, flags: u32) -> Result<String> {
        self.take_screenshot(domain, stream, screen, flags)
    }
}
