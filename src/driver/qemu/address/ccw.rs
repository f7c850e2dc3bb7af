//! Channel I/O of S390: `0xfe.0x0.0x0000` and up.

use std::collections::HashSet;

use super::virtio;
use crate::xml::domain::Domain;
use crate::xml::domain::device::address::{Address, Ccw};
use crate::xml::{Fault, Hex};

/// The channel subsystem of virtual devices.
const VIRTUAL: u64 = 0xfe;

pub(super) fn assign(domain: &mut Domain) -> Result<(), Fault> {
    let mut taken = HashSet::new();
    // What these mean by it nobody knows, but nobody else gets it.
    let lines = domain.devices.consoles.iter().map(|console| console.place.location.address.clone());
    let lines: Vec<_> =
        lines.chain(domain.devices.channels.iter().map(|one| one.place.location.address.clone())).collect();
    let mut places = virtio::channel_places(domain);
    for place in lines.iter().chain(places.iter().map(|place| &**place)) {
        if let Some(Address::Ccw(Ccw { cssid: Some(cssid), ssid: Some(ssid), devno: Some(devno) })) = place
            && !taken.insert((cssid.0, ssid.0, devno.0))
        {
            let text = format!("The CCW devno '{:x}.{:x}.{:04x}' is in use already", cssid.0, ssid.0, devno.0);
            return Err(Fault::xml(text));
        }
    }
    for place in &mut places {
        let wanted = match place {
            None => true,
            Some(Address::Ccw(ccw)) => ccw.devno.is_none(),
            Some(_) => false,
        };
        if wanted {
            let Some(devno) = (0..0x10000).find(|devno| !taken.contains(&(VIRTUAL, 0, *devno))) else {
                return Err(Fault::internal("There are no more free CCW devnos."));
            };
            taken.insert((VIRTUAL, 0, devno));
            let ccw = Ccw { cssid: Some(Hex(VIRTUAL)), ssid: Some(Hex(0)), devno: Some(Hex(devno)) };
            **place = Some(Address::Ccw(ccw));
        }
    }
    Ok(())
}
