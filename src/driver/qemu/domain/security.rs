//! The QEMU driver's side of `driver/domain/security.rs`.

use std::ffi::c_char;

use crate::driver::DomainSecurity;
use crate::driver::qemu::{Qemu, confine};
use crate::error::Result;
use crate::object::Domain;
use crate::types::*;

impl DomainSecurity for Qemu {
    /// Of the first model, as libvirt tells it; nothing of a machine that does not run.
    fn security_label(&self, domain: &Domain) -> Result<virSecurityLabel> {
        let first = self.security_labels(domain)?.into_iter().next();
        Ok(first.unwrap_or_else(|| label("", false)))
    }

    fn security_labels(&self, domain: &Domain) -> Result<Vec<virSecurityLabel>> {
        let Some(live) = self.machine(domain)?.live else { return Ok(Vec::new()) };
        let told = confine::of_running(&live.definition, self.root.layout.privileged);
        Ok(told.iter().map(|(text, enforced)| label(text, *enforced)).collect())
    }
}

fn label(text: &str, enforced: bool) -> virSecurityLabel {
    let mut label = virSecurityLabel { label: [0; VIR_SECURITY_LABEL_BUFLEN as usize], enforcing: i32::from(enforced) };
    // The last byte stays NUL.
    let room = label.label.len() - 1;
    label.label[..room].iter_mut().zip(text.bytes()).for_each(|(to, from)| *to = from as c_char);
    label
}
