//! Whether a guest that ran by one definition can go on by another: what it sees of its machine has to stay.
//!
//! Asked of the definition that a guest comes to (the target) about the one that it comes from (the source).

mod device;
mod feature;

use std::fmt::Display;

use super::Domain;
use super::cpu::{Cell, Cpu};
use crate::types::{VIR_FROM_CPU, VIR_FROM_DOMAIN};
use crate::xml::Fault;

impl Domain {
    /// Complains about the first thing that the guest would see change.
    ///
    /// # Errors
    /// `VIR_ERR_CONFIG_UNSUPPORTED`.
    pub fn check_stability(&self, source: &Self) -> Result<(), Fault> {
        self.check_all(source).map_err(|fault| match fault.origin {
            Some(_) => fault,
            None => fault.with_origin(VIR_FROM_DOMAIN),
        })
    }

    fn check_all(&self, source: &Self) -> Result<(), Fault> {
        same("domain virt type", self.hypervisor.word(), source.hypervisor.word())?;
        self.check_identity(source)?;
        self.check_memory(source)?;
        same("domain vCPU max", self.maximum_vcpus(), source.maximum_vcpus())?;
        self.check_os(source)?;
        self.check_numa(source)?;
        self.features.check_stability(&source.features)?;
        if self.clock.timers != source.clock.timers {
            return differ("Target domain timers do not match source");
        }
        if self.cpu_without_numa() != source.cpu_without_numa() {
            return Err(Fault::unsupported("Target CPU does not match source").with_origin(VIR_FROM_CPU));
        }
        if self.sysinfo.len() != source.sysinfo.len() {
            return differ("Target domain count of sysinfo does not match source");
        }
        if self.sysinfo != source.sysinfo {
            return differ("Target sysinfo does not match source");
        }
        self.devices.check_stability(&source.devices)
    }

    fn check_identity(&self, source: &Self) -> Result<(), Fault> {
        if self.uuid != source.uuid {
            let uuid = |domain: &Self| domain.uuid.unwrap_or_default();
            return same("domain uuid", uuid(self), uuid(source));
        }
        if self.genid != source.genid {
            return differ("Target domain requested genid does not match source");
        }
        if self.name != source.name {
            let text = format!("Target domain name '{}' does not match source '{}'", self.name, source.name);
            return Err(Fault::unsupported(text));
        }
        Ok(())
    }

    fn check_memory(&self, source: &Self) -> Result<(), Fault> {
        same("domain max memory", self.memory.size.kib, source.memory.size.kib)?;
        same("domain current memory", self.current_memory.size.kib, source.current_memory.size.kib)?;
        let slots = |domain: &Self| domain.max_memory.as_ref().map_or(0, |memory| memory.slots);
        let size = |domain: &Self| domain.max_memory.as_ref().map_or(0, |memory| memory.size.kib);
        quoted("maximum memory size", size(self), size(source))?;
        quoted("domain memory slots count", slots(self), slots(source))
    }

    fn check_os(&self, source: &Self) -> Result<(), Fault> {
        let kind = |domain: &Self| domain.os.kind.map_or("", |kind| kind.word());
        same("domain OS type", kind(self), kind(source))?;
        let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "(null)".to_owned());
        same("domain architecture", text(&self.os.arch), text(&source.os.arch))?;
        same("domain machine type", text(&self.os.machine), text(&source.os.machine))?;
        let smbios = |domain: &Self| domain.os.smbios.map_or("(null)", |mode| mode.word());
        same("domain SMBIOS mode", smbios(self), smbios(source))
    }

    fn check_numa(&self, source: &Self) -> Result<(), Fault> {
        let (target, source) = (self.numa_cells(), source.numa_cells());
        quoted("NUMA node count", target.len(), source.len())?;
        for (at, (target, source)) in target.iter().zip(source).enumerate() {
            if target.memory != source.memory {
                let (target, source) = (target.memory.kib, source.memory.kib);
                let text = format!("Size of target NUMA node {at} ({target}) doesn't match source ({source})");
                return Err(Fault::unsupported(text));
            }
            if target.cpus != source.cpus {
                let text = format!("Processor mask of target NUMA node {at} doesn't match source");
                return Err(Fault::unsupported(text));
            }
        }
        Ok(())
    }

    fn numa_cells(&self) -> &[Cell] {
        self.cpu.as_ref().and_then(|cpu| cpu.numa.as_ref()).map_or(&[], |numa| &numa.cells)
    }

    fn cpu_without_numa(&self) -> Option<Cpu> {
        self.cpu.clone().map(|cpu| Cpu { numa: None, ..*cpu }).filter(|cpu| *cpu != Cpu::default())
    }
}

/// "Target `what` x does not match source y".
fn same<T: PartialEq + Display>(what: &str, target: T, source: T) -> Result<(), Fault> {
    if target == source {
        return Ok(());
    }
    Err(Fault::unsupported(format!("Target {what} {target} does not match source {source}")))
}

/// "Target `what` 'x' doesn't match source 'y'".
fn quoted<T: PartialEq + Display>(what: &str, target: T, source: T) -> Result<(), Fault> {
    if target == source {
        return Ok(());
    }
    Err(Fault::unsupported(format!("Target {what} '{target}' doesn't match source '{source}'")))
}

fn differ(sentence: &str) -> Result<(), Fault> {
    Err(Fault::unsupported(sentence))
}

#[cfg(test)]
mod tests {
    use crate::xml::domain::Domain;

    fn complaint(body: &str) -> String {
        let parse = |more: &str| {
            let text = format!(
                "<domain type='test'><name>d</name><memory>1024</memory><os><type arch='i686'>hvm</type></os>{more}</domain>"
            );
            Domain::parse(&text, true).unwrap().0
        };
        match parse(body).check_stability(&parse("")) {
            Ok(()) => String::new(),
            Err(fault) => fault.text,
        }
    }

    #[test]
    fn what_the_guest_sees_has_to_stay() {
        assert_eq!(complaint("<title>t</title><on_reboot>destroy</on_reboot>"), "");
        assert_eq!(complaint("<vcpu>3</vcpu>"), "Target domain vCPU max 3 does not match source 1");
        assert_eq!(
            complaint("<features><acpi/></features>"),
            "State of feature 'acpi' differs: source: 'default', destination: 'on'"
        );
        assert_eq!(
            complaint("<devices><disk type='file'><target dev='vda'/></disk></devices>"),
            "Target domain disk count 1 does not match source 0"
        );
    }
}
