//! Domains: notes on domains.

use std::ffi::c_int;

/// Which of a domain's notes is meant.
pub type virDomainMetadataType = c_int;
pub const VIR_DOMAIN_METADATA_DESCRIPTION: virDomainMetadataType = 0;
pub const VIR_DOMAIN_METADATA_TITLE: virDomainMetadataType = 1;
pub const VIR_DOMAIN_METADATA_ELEMENT: virDomainMetadataType = 2;
pub const VIR_DOMAIN_METADATA_LAST: virDomainMetadataType = 3;
