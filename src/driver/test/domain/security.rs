//! The test driver's side of `driver/domain/security.rs`.

use std::ffi::{c_char, c_uint};

use crate::driver::DomainSecurity;
use crate::driver::test::{Test, check_flags};
use crate::error::Result;
use crate::object::Domain;
use crate::typed_param::TypedParams;
use crate::types::*;

/// What confines every domain that runs.
const LABEL: &[u8] = b"libvirt-test";

impl DomainSecurity for Test {
    fn security_label(&self, domain: &Domain) -> Result<virSecurityLabel> {
        let machine = self.state.domains.find(domain)?;
        let mut label = virSecurityLabel { label: [0; VIR_SECURITY_LABEL_BUFLEN as usize], enforcing: 0 };
        if machine.is_active() {
            label.label.iter_mut().zip(LABEL).for_each(|(to, from)| *to = *from as c_char);
            label.enforcing = 1;
        }
        Ok(label)
    }

    fn launch_security_info(&self, domain: &Domain, flags: c_uint) -> Result<TypedParams> {
        check_flags(flags, 0)?;
        drop(self.state.domains.find(domain)?);
        Ok(TypedParams::new())
    }
}
