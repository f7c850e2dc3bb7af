//! Domains: devices that come and go.

use std::ffi::c_uint;

use crate::error::{Result, unsupported};
use crate::object::Domain;

/// Devices that come and go. They are given as XML. Every method defaults to "not supported".
pub trait DomainDevice {
    fn attach_device(&self, domain: &Domain, xml: &str, flags: c_uint) -> Result<()> {
        let _ = (domain, xml, flags);
        unsupported()
    }

    fn detach_device(&self, domain: &Domain, xml: &str, flags: c_uint) -> Result<()> {
        let _ = (domain, xml, flags);
        unsupported()
    }

    fn detach_device_alias(&self, domain: &Domain, alias: &str, flags: c_uint) -> Result<()> {
        let _ = (domain, alias, flags);
        unsupported()
    }

    fn update_device(&self, domain: &Domain, xml: &str, flags: c_uint) -> Result<()> {
        let _ = (domain, xml, flags);
        unsupported()
    }
}
