//! `<hyperv>`: what Windows finds when it runs on Hyper-V.

use super::Required;
use crate::types::*;
use crate::xml::OnOff;
use crate::{element, walk, words};

words! { pub enum Mode { Custom = "custom", Passthrough = "passthrough"; newer: HostModel = "host-model" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hyperv {
    pub mode: Mode,
    pub relaxed: Option<Required>,
    pub vapic: Option<Required>,
    pub spinlocks: Option<Spinlocks>,
    pub vpindex: Option<Required>,
    pub runtime: Option<Required>,
    pub synic: Option<Required>,
    pub stimer: Option<Stimer>,
    pub reset: Option<Required>,
    pub vendor_id: Option<VendorId>,
    pub frequencies: Option<Required>,
    pub reenlightenment: Option<Required>,
    pub tlbflush: Option<Tlbflush>,
    pub ipi: Option<Required>,
    pub evmcs: Option<Required>,
    pub avic: Option<Required>,
    pub emsr_bitmap: Option<Required>,
    pub xmm_input: Option<Required>,
}

walk!(Hyperv, |hyperv, xml| {
    hyperv.mode.attr("mode", xml);
    xml.open();
    hyperv.relaxed.child("relaxed", xml);
    hyperv.vapic.child("vapic", xml);
    hyperv.spinlocks.child("spinlocks", xml);
    hyperv.vpindex.child("vpindex", xml);
    hyperv.runtime.child("runtime", xml);
    hyperv.synic.child("synic", xml);
    hyperv.stimer.child("stimer", xml);
    hyperv.reset.child("reset", xml);
    hyperv.vendor_id.child("vendor_id", xml);
    hyperv.frequencies.child("frequencies", xml);
    hyperv.reenlightenment.child("reenlightenment", xml);
    hyperv.tlbflush.child("tlbflush", xml);
    hyperv.ipi.child("ipi", xml);
    hyperv.evmcs.child("evmcs", xml);
    hyperv.avic.child("avic", xml);
    xml.newer(|xml| {
        hyperv.emsr_bitmap.child("emsr_bitmap", xml);
        hyperv.xmm_input.child("xmm_input", xml);
    });
    xml.no_others(VIR_ERR_CONFIG_UNSUPPORTED, "unsupported HyperV Enlightenment feature: {}");
});

element! {
    pub struct Spinlocks {
        state: OnOff = required("state"),
        retries: u32 = sparse("retries"),
    }
}

element! {
    pub struct VendorId {
        state: OnOff = required("state"),
        value: Option<String> = attr("value"),
    }
}

element! {
    pub struct Tlbflush {
        state: OnOff = required("state"),
        direct: Option<Required> = child("direct") @newer,
        extended: Option<Required> = child("extended") @newer,
    }
}

element! {
    pub struct Stimer {
        state: OnOff = required("state"),
        direct: Option<Required> = child("direct"),
    }
}
