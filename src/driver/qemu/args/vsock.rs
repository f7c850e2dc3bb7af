//! Sockets between the guest and its host.

use super::address;
use super::controller::virtio_options;
use super::line::{Line, Properties};
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::vsock::Model;

pub(super) fn add(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    let Some(vsock) = &domain.devices.vsock else { return Ok(()) };
    let flavour = match vsock.model {
        Some(Model::Virtio) | None => "",
        Some(model @ (Model::Transitional | Model::NonTransitional)) => model.word(),
    };
    let mut device = Properties::device(&address::virtio("vhost-vsock", &vsock.place.location, flavour));
    virtio_options(&vsock.driver, &mut device);
    device.maybe("id", vsock.place.alias.name.clone());
    device.set("guest-cid", vsock.cid.address);
    address::set(domain, &vsock.place.location, &mut device)?;
    line.json("-device", device);
    Ok(())
}
