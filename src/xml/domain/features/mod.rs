//! `<features>`: what the machine has or hides.

pub mod capabilities;
pub mod hyperv;

use crate::types::*;
use crate::xml::{Element, OnOff, Reader, Size, WholeSize, Writer, YesNo};
use crate::{element, walk, words};

words! { pub enum GicVersion { Host = "host", V2 = "2", V3 = "3" } }
words! { pub enum IoapicDriver { Qemu = "qemu", Kvm = "kvm" } }
words! { pub enum HptResizing { Enabled = "enabled", Disabled = "disabled", Required = "required" } }
words! { pub enum UnknownMsrs { Ignore = "ignore", Fault = "fault" } }
words! { pub enum Mitigation { Broken = "broken", Workaround = "workaround", Fixed = "fixed" } }
words! { pub enum Ibs { Broken = "broken", Workaround = "workaround", FixedIbs = "fixed-ibs", FixedCcd = "fixed-ccd", FixedNa = "fixed-na" } }
words! { pub enum AiaValue { None = "none", Aplic = "aplic", AplicImsic = "aplic-imsic" } }
words! { pub enum XenPassthrough { SyncPt = "sync_pt", SharePt = "share_pt" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Features {
    pub acpi: bool,
    pub apic: Option<Apic>,
    pub pae: bool,
    pub hap: Option<Switch>,
    pub viridian: bool,
    pub privnet: bool,
    pub hyperv: Option<Box<hyperv::Hyperv>>,
    pub kvm: Option<Kvm>,
    pub xen: Option<Xen>,
    pub pvspinlock: Option<Switch>,
    pub capabilities: Option<Box<capabilities::Capabilities>>,
    pub pmu: Option<Switch>,
    pub vmport: Option<Switch>,
    pub gic: Option<Gic>,
    pub smm: Option<Box<Smm>>,
    pub ioapic: Option<Ioapic>,
    pub hpt: Option<Box<Hpt>>,
    pub vmcoreinfo: Option<Switch>,
    pub htm: Option<Required>,
    pub nested_hv: Option<Required>,
    pub msrs: Option<Msrs>,
    pub ccf_assist: Option<Required>,
    pub cfpc: Option<MitigationValue>,
    pub sbbc: Option<MitigationValue>,
    pub ibs: Option<IbsValue>,
    pub tcg: Option<Box<Tcg>>,
    pub async_teardown: Option<AsyncTeardown>,
    pub ras: Option<Required>,
    pub ps2: Option<Required>,
    pub aia: Option<Aia>,
}

walk!(Features, |features, xml| {
    features.acpi.child("acpi", xml);
    features.apic.child("apic", xml);
    features.pae.child("pae", xml);
    features.hap.child("hap", xml);
    features.viridian.child("viridian", xml);
    features.privnet.child("privnet", xml);
    features.hyperv.child("hyperv", xml);
    features.kvm.child("kvm", xml);
    features.pvspinlock.child("pvspinlock", xml);
    features.capabilities.child("capabilities", xml);
    features.pmu.child("pmu", xml);
    features.vmport.child("vmport", xml);
    features.gic.child("gic", xml);
    features.smm.child("smm", xml);
    features.ioapic.child("ioapic", xml);
    features.hpt.child("hpt", xml);
    features.vmcoreinfo.child("vmcoreinfo", xml);
    features.htm.child("htm", xml);
    features.nested_hv.child("nested-hv", xml);
    features.msrs.child("msrs", xml);
    features.ccf_assist.child("ccf-assist", xml);
    features.xen.child("xen", xml);
    features.cfpc.child("cfpc", xml);
    features.sbbc.child("sbbc", xml);
    features.ibs.child("ibs", xml);
    features.tcg.child("tcg", xml);
    xml.newer(|xml| {
        features.async_teardown.child("async-teardown", xml);
        features.ras.child("ras", xml);
        features.ps2.child("ps2", xml);
        features.aia.child("aia", xml);
    });
    xml.no_others(VIR_ERR_CONFIG_UNSUPPORTED, "unexpected feature '{}'");
});

element! {
    /// A feature that is on unless it says otherwise.
    pub struct Switch {
        state: OnOff = attr("state"),
    }
}

element! {
    /// A feature that must say whether it is on.
    pub struct Required {
        state: OnOff = required("state"),
    }
}

element! {
    /// Whether a guest's memory is given back after its QEMU has ended.
    pub struct AsyncTeardown {
        enabled: YesNo = attr("enabled"),
    }
}

element! {
    /// The interrupt architecture of a RISC-V machine.
    pub struct Aia {
        value: AiaValue = required("value"),
    }
}

element! {
    pub struct Apic {
        eoi: Option<OnOff> = attr("eoi"),
    }
}

element! {
    pub struct Gic {
        version: Option<GicVersion> = attr("version"),
    }
}

element! {
    pub struct Ioapic {
        driver: IoapicDriver = required("driver"),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kvm {
    pub hidden: Option<Required>,
    pub hint_dedicated: Option<Required>,
    pub poll_control: Option<Required>,
    pub pv_ipi: Option<Required>,
    pub dirty_ring: Option<DirtyRing>,
}

walk!(Kvm, |kvm, xml| {
    xml.open();
    kvm.hidden.child("hidden", xml);
    kvm.hint_dedicated.child("hint-dedicated", xml);
    kvm.poll_control.child("poll-control", xml);
    kvm.pv_ipi.child("pv-ipi", xml);
    kvm.dirty_ring.child("dirty-ring", xml);
    xml.no_others(VIR_ERR_CONFIG_UNSUPPORTED, "unsupported KVM feature: {}");
});

element! {
    pub struct DirtyRing {
        state: OnOff = required("state"),
        size: u32 = sparse("size"),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Xen {
    pub e820_host: Option<Required>,
    pub passthrough: Option<Passthrough>,
}

walk!(Xen, |xen, xml| {
    xml.open();
    xen.e820_host.child("e820_host", xml);
    xen.passthrough.child("passthrough", xml);
    xml.no_others(VIR_ERR_CONFIG_UNSUPPORTED, "unsupported Xen feature: {}");
});

element! {
    pub struct Passthrough {
        state: OnOff = required("state"),
        mode: Option<XenPassthrough> = attr("mode"),
    }
}

element! {
    pub struct Smm {
        state: OnOff = attr("state"),
        tseg: Option<Tseg> = child("tseg"),
    }
}

/// Memory of the system management mode; in MiB where no unit is given.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tseg(pub WholeSize);

impl Element for Tseg {
    fn read(&mut self, xml: &mut Reader) {
        self.0.0 = Size::from_bytes(Size::read_bytes(xml, 1 << 20).unwrap_or_default());
    }
    fn write(&self, xml: &mut Writer) {
        self.0.write(xml);
    }
}

element! {
    pub struct Hpt {
        resizing: Option<HptResizing> = attr("resizing"),
        maxpagesize: Option<Size> = child("maxpagesize"),
    }
}

element! {
    pub struct Msrs {
        unknown: UnknownMsrs = required("unknown"),
    }
}

element! {
    pub struct MitigationValue {
        value: Mitigation = required("value"),
    }
}

element! {
    pub struct IbsValue {
        value: Ibs = required("value"),
    }
}

element! {
    pub struct Tcg {
        tb_cache: Option<Size> = child("tb-cache"),
    }
}
