//! Domains: security labels and confidential computing.

use std::ffi::c_uint;

use crate::error::{Result, unsupported};
use crate::object::Domain;
use crate::typed_param::TypedParams;
use crate::types::virSecurityLabel;

/// Security labels and confidential computing. Every method defaults to "not supported".
pub trait DomainSecurity {
    fn security_label(&self, domain: &Domain) -> Result<virSecurityLabel> {
        let _ = domain;
        unsupported()
    }

    /// One of each model.
    fn security_labels(&self, domain: &Domain) -> Result<Vec<virSecurityLabel>> {
        let _ = domain;
        unsupported()
    }

    fn launch_security_info(&self, domain: &Domain, flags: c_uint) -> Result<TypedParams> {
        let _ = (domain, flags);
        unsupported()
    }

    fn set_launch_security_state(&self, domain: &Domain, params: &TypedParams, flags: c_uint) -> Result<()> {
        let _ = (domain, params, flags);
        unsupported()
    }
}
