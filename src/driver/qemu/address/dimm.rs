//! Slots of memory modules.

use crate::xml::domain::Domain;
use crate::xml::domain::device::address::{Address, Dimm};
use crate::xml::domain::device::memory::Model;
use crate::xml::{AnyBase, Fault};

pub(super) fn assign(domain: &mut Domain) -> Result<(), Fault> {
    let Some(slots) = domain.max_memory.as_ref().map(|most| most.slots) else { return Ok(()) };
    let mut taken = vec![false; slots as usize];
    let modules = domain.devices.memories.iter();
    for module in modules {
        if let Some(Address::Dimm(dimm)) = &module.place.location.address {
            let slot = dimm.slot.0;
            match taken.get_mut(slot as usize) {
                Some(true) => {
                    return Err(Fault::internal(format!(
                        "memory device slot '{slot}' is already being used by another memory device"
                    )));
                }
                Some(taken) => *taken = true,
                None => {
                    let text = format!("memory device slot '{slot}' exceeds slots count '{slots}'");
                    return Err(Fault::unsupported(text));
                }
            }
        }
    }
    for module in &mut domain.devices.memories {
        let plugged = matches!(module.model, Model::Dimm | Model::Nvdimm);
        if plugged && module.place.location.address.is_none() {
            let Some(slot) = taken.iter().position(|taken| !taken) else {
                return Err(Fault::unsupported("no free memory device slot available"));
            };
            taken[slot] = true;
            let slot = AnyBase(slot as u32);
            module.place.location.address = Some(Address::Dimm(Dimm { slot, ..Dimm::default() }));
        }
    }
    Ok(())
}
