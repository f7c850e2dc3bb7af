//! Devices that encrypt for the guest.

use super::address;
use super::controller::virtio_options;
use super::line::{Line, Properties};
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::crypto::BackendModel;

pub(super) fn add(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    for crypto in &domain.devices.cryptos {
        let alias = crypto.place.alias.name.as_deref().unwrap_or_default();
        let backend = format!("obj{alias}");
        let kind = match crypto.backend.model {
            BackendModel::Builtin => "cryptodev-backend-builtin",
            BackendModel::Lkcf => "cryptodev-backend-lkcf",
        };
        let mut object = Properties::object(kind, &backend);
        object.nonzero("queues", crypto.backend.queues);
        line.json("-object", object);
        let mut device = Properties::device(&address::virtio("virtio-crypto", &crypto.place.location, ""));
        virtio_options(&crypto.driver, &mut device);
        device.set("cryptodev", backend);
        device.set("id", alias);
        address::set(domain, &crypto.place.location, &mut device)?;
        line.json("-device", device);
    }
    Ok(())
}
