//! Domains: saving to files and going on from them, core dumps, screenshots.

use std::sync::Arc;

use crate::error::{Result, unsupported};
use crate::object::{Connection, Domain, Stream};
use crate::typed_param::TypedParams;

/// Saving, restoring, dumping. Paths are absolute. Every method defaults to "not supported". A driver refuses flags that it does not know.
pub trait DomainSave {
    /// Saves a running domain to a file and stops it; with another document where one is given. `flags`: `VIR_DOMAIN_SAVE_…`.
    fn save(&self, domain: &Domain, to: &str, xml: Option<&str>, flags: u32) -> Result<()> {
        let _ = (domain, to, xml, flags);
        unsupported()
    }

    /// As `save`, with `VIR_DOMAIN_SAVE_PARAM_…`.
    fn save_params(&self, domain: &Domain, params: &TypedParams, flags: u32) -> Result<()> {
        let _ = (domain, params, flags);
        unsupported()
    }

    /// Lets a saved domain go on.
    fn restore(&self, connection: &Arc<Connection>, from: &str, xml: Option<&str>, flags: u32) -> Result<()> {
        let _ = (connection, from, xml, flags);
        unsupported()
    }

    /// As `restore`, with `VIR_DOMAIN_SAVE_PARAM_…`.
    fn restore_params(&self, connection: &Arc<Connection>, params: &TypedParams, flags: u32) -> Result<()> {
        let _ = (connection, params, flags);
        unsupported()
    }

    /// The document in the image of a saved domain. `flags`: `VIR_DOMAIN_SAVE_IMAGE_XML_…`.
    fn image_xml(&self, file: &str, flags: u32) -> Result<String> {
        let _ = (file, flags);
        unsupported()
    }

    /// Gives the image of a saved domain another document.
    fn image_define_xml(&self, file: &str, xml: &str, flags: u32) -> Result<()> {
        let _ = (file, xml, flags);
        unsupported()
    }

    /// Saves a running domain where its driver finds it when it starts again.
    fn managed_save(&self, domain: &Domain, flags: u32) -> Result<()> {
        let _ = (domain, flags);
        unsupported()
    }

    /// Whether it was saved in that way.
    fn has_managed_save(&self, domain: &Domain, flags: u32) -> Result<bool> {
        let _ = (domain, flags);
        unsupported()
    }

    /// Removes what was saved in that way.
    fn remove_managed_save(&self, domain: &Domain, flags: u32) -> Result<()> {
        let _ = (domain, flags);
        unsupported()
    }

    /// The document in what was saved in that way.
    fn managed_save_xml(&self, domain: &Domain, flags: u32) -> Result<String> {
        let _ = (domain, flags);
        unsupported()
    }

    /// Gives what was saved in that way another document.
    fn managed_save_define_xml(&self, domain: &Domain, xml: &str, flags: u32) -> Result<()> {
        let _ = (domain, xml, flags);
        unsupported()
    }

    /// Writes the domain's memory to a file: `VIR_DOMAIN_CORE_DUMP_FORMAT_…`, `VIR_DUMP_…`.
    fn core_dump(&self, domain: &Domain, to: &str, format: u32, flags: u32) -> Result<()> {
        let _ = (domain, to, format, flags);
        unsupported()
    }

    /// Puts a picture of what a screen shows into a stream; gives its MIME type.
    fn screenshot(&self, domain: &Domain, stream: &Stream, screen: u32, flags: u32) -> Result<String> {
        let _ = (domain, stream, screen, flags);
        unsupported()
    }
}
