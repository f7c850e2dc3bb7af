//! Sources of randomness.

use super::address;
use super::chardev;
use super::controller::virtio_options;
use super::line::{Line, Properties};
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::rng::{Backend, Model};

pub(super) fn add(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    for rng in &domain.devices.rngs {
        let alias = rng.place.alias.name.as_deref().unwrap_or_default();
        let id = format!("obj{alias}");
        let object = match &rng.backend {
            Backend::Random(random) => {
                let file = random.path.as_deref().unwrap_or("/dev/urandom");
                Properties::object("rng-random", &id).with("filename", file)
            }
            Backend::Egd(other) => {
                let chardev = chardev::backend(other, alias, None, line)?;
                Properties::object("rng-egd", &id).with("chardev", chardev)
            }
            Backend::Builtin(()) => Properties::object("rng-builtin", &id),
        };
        line.json("-object", object);
        let flavour = match rng.model {
            Model::Virtio => "",
            model @ (Model::Transitional | Model::NonTransitional) => model.word(),
        };
        let mut device = Properties::device(&address::virtio("virtio-rng", &rng.place.location, flavour));
        virtio_options(&rng.driver, &mut device);
        device.set("rng", id);
        device.set("id", alias);
        if let Some(rate) = &rng.rate {
            device.set("max-bytes", rate.bytes);
            device.set("period", if rate.period > 0 { rate.period } else { 1000 });
        }
        address::set(domain, &rng.place.location, &mut device)?;
        line.json("-device", device);
    }
    Ok(())
}
