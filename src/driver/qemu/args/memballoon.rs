//! The memory balloon.

use super::address;
use super::controller::virtio_options;
use super::line::{Line, Properties};
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::memballoon::Model;

pub(super) fn add(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    let Some(balloon) = &domain.devices.memballoon else { return Ok(()) };
    let flavour = match balloon.model {
        Model::None | Model::Xen => return Ok(()),
        model => model.word(),
    };
    let mut device = Properties::device(&address::virtio("virtio-balloon", &balloon.place.location, flavour));
    virtio_options(&balloon.driver, &mut device);
    device.maybe("id", balloon.place.alias.name.clone());
    device.switch("deflate-on-oom", balloon.autodeflate);
    device.switch("free-page-reporting", balloon.free_page_reporting);
    address::set(domain, &balloon.place.location, &mut device)?;
    line.json("-device", device);
    Ok(())
}
