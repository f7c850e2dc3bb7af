//! USB devices that come through a port, and which of them may.

use super::address;
use super::chardev::backend;
use super::line::{Line, Properties};
use crate::xml::Fault;
use crate::xml::domain::Domain;

pub(super) fn add(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    for redirdev in &domain.devices.redirdevs {
        let alias = redirdev.place.alias.name.as_deref().unwrap_or_default();
        let chardev = backend(&redirdev.backend, alias, None, line)?;
        let mut device = Properties::device("usb-redir").with("chardev", chardev).with("id", alias);
        device.maybe(
            "filter",
            domain.devices.redirfilter.as_ref().map(|filter| {
                let number = |number: Option<u32>, width: usize| match number {
                    Some(number) => format!("0x{number:0width$X}"),
                    None => "-1".to_owned(),
                };
                let rules = filter.devices.iter().map(|rule| {
                    let version = rule
                        .version
                        .map_or("-1".to_owned(), |version| format!("0x{:02}{:02}", version.major, version.minor));
                    let allow = u32::from(rule.allow == crate::xml::YesNo::Yes);
                    let (class, vendor) = (number(rule.class.0, 2), number(rule.vendor.0, 4));
                    format!("{class}:{vendor}:{}:{version}:{allow}", number(rule.product.0, 4))
                });
                rules.collect::<Vec<_>>().join("|")
            }),
        );
        device.maybe("bootindex", redirdev.boot.as_ref().map(|boot| boot.order.0));
        address::set(domain, &redirdev.place.location, &mut device)?;
        line.json("-device", device);
    }
    Ok(())
}
