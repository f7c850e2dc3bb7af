//! `<features>`: what a machine can have beside devices.

use super::Capability;
use crate::xml::{OnOff, Size, YesNo};
use crate::{element, walk};

element! {
    /// Nothing is told of what is left out.
    pub struct Features {
        gic: Option<Capability> = child("gic"),
        vmcoreinfo: Option<YesNo> = via("vmcoreinfo", "supported"),
        genid: Option<YesNo> = via("genid", "supported"),
        backing_store_input: Option<YesNo> = via("backingStoreInput", "supported"),
        backup: Option<YesNo> = via("backup", "supported"),
        async_teardown: Option<YesNo> = via("async-teardown", "supported"),
        s390_pv: Option<YesNo> = via("s390-pv", "supported"),
        ps2: Option<YesNo> = via("ps2", "supported"),
        tdx: Option<YesNo> = via("tdx", "supported"),
        sev: Option<Sev> = child("sev"),
        sgx: Option<Sgx> = child("sgx"),
        hyperv: Option<Hyperv> = child("hyperv"),
        launch_security: Option<Capability> = child("launchSecurity"),
    }
}

/// Encryption of the guest's memory on AMD's processors.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sev {
    pub supported: YesNo,
    /// The bit of an address that tells encrypted pages.
    pub cbitpos: Option<u32>,
    /// How many bits an address loses.
    pub reduced_phys_bits: Option<u32>,
    pub max_guests: Option<u32>,
    /// The most guests whose registers are encrypted too.
    pub max_es_guests: Option<u32>,
    /// What the chip is called, in base 64.
    pub cpu0_id: Option<String>,
}

walk!(Sev, |sev, xml| {
    sev.supported.required("supported", xml);
    sev.cbitpos.leaf("cbitpos", xml);
    sev.reduced_phys_bits.leaf("reducedPhysBits", xml);
    sev.max_guests.leaf("maxGuests", xml);
    sev.max_es_guests.leaf("maxESGuests", xml);
    sev.cpu0_id.leaf("cpu0Id", xml);
});

/// Enclaves of Intel's processors.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sgx {
    pub supported: YesNo,
    /// Whether others than Intel may start one.
    pub flc: Option<YesNo>,
    pub sgx1: Option<YesNo>,
    pub sgx2: Option<YesNo>,
    /// The memory for all enclaves.
    pub size: Option<Size>,
    pub sections: Vec<Section>,
}

walk!(Sgx, |sgx, xml| {
    sgx.supported.required("supported", xml);
    sgx.flc.leaf("flc", xml);
    sgx.sgx1.leaf("sgx1", xml);
    sgx.sgx2.leaf("sgx2", xml);
    sgx.size.child("section_size", xml);
    xml.group("sections", |xml| sgx.sections.child("section", xml));
});

/// The part of the enclaves' memory that is in one NUMA node.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    pub node: u32,
    pub size: Size,
}

walk!(Section, |section, xml| {
    section.node.required("node", xml);
    section.size.attr_with("size", "unit", xml);
});

/// What makes the machine like Hyper-V.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hyperv {
    pub capability: Capability,
    pub defaults: HypervDefaults,
}

walk!(Hyperv, |hyperv, xml| {
    hyperv.capability.inline(xml);
    hyperv.defaults.child("defaults", xml);
});

element! {
    /// What a domain gets that asks for what the host recommends.
    pub struct HypervDefaults {
        spinlocks: Option<u32> = leaf("spinlocks"),
        stimer_direct: Option<OnOff> = leaf("stimer_direct"),
        tlbflush_direct: Option<OnOff> = leaf("tlbflush_direct"),
        tlbflush_extended: Option<OnOff> = leaf("tlbflush_extended"),
        vendor_id: Option<String> = leaf("vendor_id"),
    }
}
