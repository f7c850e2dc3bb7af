//! `<features>`: each has to be on or off as it was.

use crate::xml::domain::features::{Features, Switch};
use crate::xml::{Fault, OnOff};

impl Features {
    pub(super) fn check_stability(&self, source: &Self) -> Result<(), Fault> {
        let there = |there: bool| if there { "on" } else { "default" };
        let switch = |switch: &Option<Switch>| match switch {
            Some(Switch { state: OnOff::On }) => "on",
            Some(Switch { state: OnOff::Off }) => "off",
            None => "default",
        };
        for (name, target, source) in [
            ("acpi", there(self.acpi), there(source.acpi)),
            ("apic", there(self.apic.is_some()), there(source.apic.is_some())),
            ("pae", there(self.pae), there(source.pae)),
            ("hap", switch(&self.hap), switch(&source.hap)),
            ("viridian", there(self.viridian), there(source.viridian)),
            ("privnet", there(self.privnet), there(source.privnet)),
            ("pvspinlock", switch(&self.pvspinlock), switch(&source.pvspinlock)),
            ("pmu", switch(&self.pmu), switch(&source.pmu)),
            ("vmport", switch(&self.vmport), switch(&source.vmport)),
            ("vmcoreinfo", switch(&self.vmcoreinfo), switch(&source.vmcoreinfo)),
        ] {
            if target != source {
                return Err(differs(name, source, target));
            }
        }
        let different = [
            ("hyperv", self.hyperv != source.hyperv),
            ("kvm", self.kvm != source.kvm),
            ("xen", self.xen != source.xen),
            ("gic", self.gic != source.gic),
            ("smm", self.smm != source.smm),
            ("ioapic", self.ioapic != source.ioapic),
            ("hpt", self.hpt != source.hpt),
            ("htm", self.htm != source.htm),
            ("nested-hv", self.nested_hv != source.nested_hv),
            ("ccf-assist", self.ccf_assist != source.ccf_assist),
        ];
        match different.iter().find(|(_, differs)| *differs) {
            Some((name, _)) => Err(Fault::unsupported(format!("Feature '{name}' differs from the source's"))),
            None => Ok(()),
        }
    }
}

fn differs(name: &str, source: &str, target: &str) -> Fault {
    Fault::unsupported(format!("State of feature '{name}' differs: source: '{source}', destination: '{target}'"))
}
