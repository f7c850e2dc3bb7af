//! Domains: their documents; define, create, undefine, rename, autostart.

use std::ffi::c_int;
use std::sync::Arc;

use crate::error::{Result, unsupported};
use crate::object::{Connection, Domain};

/// Which domains' capabilities are asked for; what is `None` is the driver's choice.
#[derive(Clone, Copy, Debug)]
pub struct CapabilityQuery<'a> {
    /// Path of the emulator.
    pub emulator: Option<&'a str>,
    pub arch: Option<&'a str>,
    pub machine: Option<&'a str>,
    pub virt_type: Option<&'a str>,
}

/// What domains there are and what they have. Every method defaults to "not supported". A driver refuses flags that it does not know.
pub trait DomainDefine {
    /// Starts a domain that is not defined, or gives a defined one this document while it runs. `files`: open file descriptors
    /// that its first process gets; they stay the caller's. `flags`: `VIR_DOMAIN_START_…`.
    fn create_xml(&self, connection: &Arc<Connection>, xml: &str, files: &[c_int], flags: u32) -> Result<Arc<Domain>> {
        let _ = (connection, xml, files, flags);
        unsupported()
    }

    /// Defines a domain, or gives a defined one another document. `flags`: `VIR_DOMAIN_DEFINE_…`.
    fn define_xml(&self, connection: &Arc<Connection>, xml: &str, flags: u32) -> Result<Arc<Domain>> {
        let _ = (connection, xml, flags);
        unsupported()
    }

    /// Undefines a domain; one that runs goes on. `flags`: `VIR_DOMAIN_UNDEFINE_…`.
    fn undefine(&self, domain: &Domain, flags: u32) -> Result<()> {
        let _ = (domain, flags);
        unsupported()
    }

    /// The document. `flags`: `VIR_DOMAIN_XML_…`.
    fn xml(&self, domain: &Domain, flags: u32) -> Result<String> {
        let _ = (domain, flags);
        unsupported()
    }

    /// Gives a domain another name.
    fn rename(&self, domain: &Domain, new_name: &str, flags: u32) -> Result<()> {
        let _ = (domain, new_name, flags);
        unsupported()
    }

    /// Whether it starts with its host.
    fn autostart(&self, domain: &Domain) -> Result<bool> {
        let _ = domain;
        unsupported()
    }

    /// Sets whether it starts with its host.
    fn set_autostart(&self, domain: &Domain, autostart: bool) -> Result<()> {
        let _ = (domain, autostart);
        unsupported()
    }

    /// Whether it starts with its host the next time.
    fn autostart_once(&self, domain: &Domain) -> Result<bool> {
        let _ = domain;
        unsupported()
    }

    /// Sets whether it starts with its host the next time.
    fn set_autostart_once(&self, domain: &Domain, autostart: bool) -> Result<()> {
        let _ = (domain, autostart);
        unsupported()
    }

    /// What becomes of it when the guest ends in a way: `VIR_DOMAIN_LIFECYCLE_…`, `VIR_DOMAIN_LIFECYCLE_ACTION_…`, both known
    /// numbers. `flags`: `VIR_DOMAIN_AFFECT_…`.
    fn set_lifecycle_action(&self, domain: &Domain, kind: u32, action: u32, flags: u32) -> Result<()> {
        let _ = (domain, kind, action, flags);
        unsupported()
    }

    /// Gives open file descriptors the name by which the document refers to them. They stay the caller's.
    fn associate_files(&self, domain: &Domain, name: &str, files: &[c_int], flags: u32) -> Result<()> {
        let _ = (domain, name, files, flags);
        unsupported()
    }

    /// What domains can have, as a `<domainCapabilities>` document.
    fn capabilities(&self, query: &CapabilityQuery, flags: u32) -> Result<String> {
        let _ = (query, flags);
        unsupported()
    }

    /// A hypervisor's own configuration as a document.
    fn xml_from_native(&self, format: &str, config: &str, flags: u32) -> Result<String> {
        let _ = (format, config, flags);
        unsupported()
    }

    /// A document as a hypervisor's own configuration.
    fn xml_to_native(&self, format: &str, xml: &str, flags: u32) -> Result<String> {
        let _ = (format, xml, flags);
        unsupported()
    }
}
