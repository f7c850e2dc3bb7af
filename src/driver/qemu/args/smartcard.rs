//! Smart cards: the host's, made of certificates, or what comes through a port.

use super::address;
use super::chardev::backend;
use super::line::{Line, Properties};
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::smartcard::Kind;

pub(super) fn add(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    for card in &domain.devices.smartcards {
        let alias = card.place.alias.name.as_deref().unwrap_or_default();
        let mut device = match &card.kind {
            Kind::Host(()) => Properties::device("ccid-card-emulated").with("backend", "nss-emulated"),
            Kind::HostCertificates(certificates) => {
                let mut device = Properties::device("ccid-card-emulated").with("backend", "certificates");
                for (at, certificate) in certificates.certificates.iter().enumerate() {
                    device.set(&format!("cert{}", at + 1), certificate.as_str());
                }
                device.set("db", certificates.database.as_deref().unwrap_or("/etc/pki/nssdb"));
                device
            }
            Kind::Passthrough(other) => {
                let chardev = backend(other, alias, None, line)?;
                Properties::device("ccid-card-passthru").with("chardev", chardev)
            }
        };
        device.set("id", alias);
        address::set(domain, &card.place.location, &mut device)?;
        line.json("-device", device);
    }
    Ok(())
}
