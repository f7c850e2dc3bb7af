//! The x86 CPU of this host, and what a hypervisor offers of it.

use super::decode::{Known, Search, nearest};
use super::map::{Map, Vendor};
use super::registers::Registers;
use super::set::Set;
use super::signature::Chip;
use crate::cpu::{Era, Offer, Usable, guest};
use crate::error::Result;
use crate::sys::{cpuid, kvm};
use crate::xml::cpu::{Counter, Feature, HostCpu, Signature};
use crate::xml::domain::cpu::{Cpu, Fallback};
use crate::xml::{NonZero, YesNo};

/// IA32_ARCH_CAPABILITIES: which weaknesses the chip does not have.
const ARCH_CAPABILITIES: u32 = 0x10a;

/// The host's CPU by what the processor says of itself: model, vendor, features, signature and counter. No more than the counter
/// where no model fits.
pub(in crate::cpu) fn host(usable: Option<Usable>, era: Era) -> HostCpu {
    let map = Map::of(era);
    let mut registers = Registers::default();
    for (leaf, subleaf, values) in cpuid::leaves() {
        registers.set_leaf(leaf, subleaf, values);
    }
    if registers.has(map, "arch-capabilities")
        && let Some(value) = kvm::msr(ARCH_CAPABILITIES)
    {
        registers.set_msr(ARCH_CAPABILITIES, value);
    }
    let mut cpu = decode(&registers, usable, era).unwrap_or_default();
    // Other counters change their speed.
    if registers.has(map, "invtsc")
        && let Ok((frequency, scaling)) = kvm::tsc()
    {
        cpu.counter = Some(Counter { frequency, scaling: Some(YesNo::from(scaling)) });
    }
    cpu
}

/// The guest's CPU that is nearest to what a hypervisor offers; features that are not known are left out.
///
/// # Errors
/// `VIR_ERR_INTERNAL_ERROR` when no model fits.
pub(in crate::cpu) fn decode_offer(offer: &Offer, usable: Option<Usable>, era: Era) -> Result<Cpu> {
    let map = Map::of(era);
    let mut features = Set::default();
    offer.features.iter().filter_map(|name| map.place(name)).for_each(|place| features.insert(place));
    let vendor =
        offer.vendor.and_then(|said| Vendor::ALL.into_iter().find(|vendor| vendor.identity() == said.as_bytes()));
    let chip = Chip { family: offer.family, model: offer.model, stepping: offer.stepping };
    let known = Known { features, vendor, chip };
    let found = nearest(map, &known, &Search { for_host: false, usable, preferred: &[] })?;
    Ok(guest(found.model.name, Fallback::Forbid, vendor.map(Vendor::name), found.features(map)))
}

/// The model that is nearest to what registers say.
///
/// # Errors
/// `VIR_ERR_INTERNAL_ERROR` when no model fits.
pub(in crate::cpu) fn decode(registers: &Registers, usable: Option<Usable>, era: Era) -> Result<HostCpu> {
    let map = Map::of(era);
    let known = registers.known(map);
    let found = nearest(map, &known, &Search { for_host: true, usable, preferred: &[] })?;
    let feature = |name: &str| Feature { policy: None, name: name.to_owned() };
    let chip = known.chip;
    let signature = Signature { family: NonZero(chip.family), model: chip.model, stepping: chip.stepping };
    Ok(HostCpu {
        model: Some(found.model.name.to_owned()),
        vendor: known.vendor.map(Vendor::name).map(str::to_owned),
        signature: (chip.family != 0).then_some(signature),
        features: map.names(found.more).map(feature).collect(),
        ..HostCpu::default()
    })
}
