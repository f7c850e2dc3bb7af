//! The CPU of `mode='host-model'`: a model and features that are nearest to what the emulator can give here.

use super::details::Properties;
use super::{Accelerator, Details, Emulator, spelling};
use crate::cpu::{self, Era, Offer};
use crate::host::Host;
use crate::xml::YesNo;
use crate::xml::cpu::HostCpu;
use crate::xml::domain::cpu::{Cpu, Fallback, Feature, Match, Mode, Model, Policy};
use crate::xml::domain_capabilities::cpu::{Model as UsableModel, Usable};

/// A guest's CPU that is like the host's.
#[derive(Clone, Debug, PartialEq)]
pub struct HostModel {
    /// All that the host can give.
    pub reported: Cpu,
    /// What a guest gets, so that it can move to another host.
    pub movable: Cpu,
}

/// Features of processors that QEMU has no word for.
pub const UNSPOKEN: [&str; 5] = ["cmt", "mbm_total", "mbm_local", "osxsave", "ospke"];

impl Emulator {
    /// The models that it has with an accelerator, by libvirt's names; `None` where it has none.
    pub fn usable_models(&self, details: &Details, era: Era) -> Option<Vec<UsableModel>> {
        let arch = self.arch()?.name;
        let libvirts = cpu::model_names(arch, era).ok().flatten().unwrap_or_default();
        let models = details.cpu_models.iter().map(|model| {
            // QEMU writes those of POWER in small letters.
            let same = libvirts.iter().find(|name| name.eq_ignore_ascii_case(&model.name));
            let name = same.filter(|_| arch.starts_with("ppc64")).map_or(model.name.as_str(), |name| *name);
            let lacks = |names: &Vec<String>| names.iter().map(|name| spelling::from_qemu(name).to_owned()).collect();
            UsableModel {
                usable: match &model.unavailable {
                    None => Usable::Unknown,
                    Some(lacking) if lacking.is_empty() => Usable::Yes,
                    Some(_) => Usable::No,
                },
                deprecated: model.deprecated.then_some(YesNo::Yes),
                vendor: Some(cpu::vendor_of(arch, name, era).unwrap_or("unknown").to_owned()),
                canonical: model.alias_of.clone().filter(|_| era == Era::Libvirt12_8),
                blockers: model.unavailable.as_ref().map(lacks).unwrap_or_default(),
                name: name.to_owned(),
            }
        });
        let models: Vec<UsableModel> = models.collect();
        (!models.is_empty()).then_some(models)
    }

    /// What `mode='host-model'` stands for; `None` where it stands for nothing.
    pub fn host_model(&self, details: &Details, accelerator: Accelerator, era: Era) -> Option<HostModel> {
        let arch = self.arch()?;
        let host = crate::sys::machine();
        if !arch.runs_on(&host) {
            return None;
        }
        let usable = self.usable_models(details, era);
        match (arch.name, &details.richest_cpu) {
            ("i686" | "x86_64", Some(cpu)) => {
                let decode = |movable| {
                    let mut cpu = cpu::decode_offer(&offer(cpu, movable), usable.as_deref(), era).ok()?;
                    // As libvirt: what it gives of registers is believed of the 64-bit emulator only.
                    if self.target == "i386" {
                        cpu::drop_registers(&mut cpu, era);
                    }
                    Some(cpu)
                };
                let reported = decode(false)?;
                let movable = match cpu.unmovable {
                    Some(_) => decode(true)?,
                    None => cpu::copy_migratable(arch.name, &reported, era).ok()?,
                };
                Some(HostModel { reported, movable })
            }
            ("s390x", Some(cpu)) => {
                let told = |movable| guest(&cpu.model, None, cpu.features(movable));
                Some(HostModel { reported: told(false), movable: told(true) })
            }
            ("i686" | "x86_64" | "ppc64" | "ppc64le", None) if accelerator == Accelerator::Kvm => {
                let own = cpu::of_host(&Host::default(), usable.as_deref(), era).ok()?;
                let reported = guest_of_host(&own)?;
                Some(HostModel { movable: cpu::copy_migratable(arch.name, &reported, era).ok()?, reported })
            }
            _ => None,
        }
    }
}

fn offer(cpu: &Properties, movable: bool) -> Offer<'_> {
    let has = cpu.features(movable).filter(|(_, has)| *has);
    Offer {
        features: has.map(|(name, _)| spelling::from_qemu(name)).collect(),
        vendor: cpu.text("vendor"),
        family: cpu.number("family"),
        model: cpu.number("model"),
        stepping: cpu.number("stepping"),
    }
}

/// A host's CPU as a guest's; `None` where its model is not known.
pub(super) fn guest_of_host(host: &HostCpu) -> Option<Cpu> {
    let names = host.features.iter().map(|feature| feature.name.as_str());
    let spoken = names.filter(|name| !UNSPOKEN.contains(name)).map(|name| (name, true));
    let mut cpu = guest(host.model.as_deref()?, host.vendor.as_deref(), spoken);
    // QEMU did not say so itself.
    cpu.model.get_or_insert_default().fallback = Fallback::Allow;
    Some(cpu)
}

fn guest<'a>(model: &str, vendor: Option<&str>, features: impl Iterator<Item = (&'a str, bool)>) -> Cpu {
    let policy = |has| if has { Policy::Require } else { Policy::Disable };
    Cpu {
        mode: Some(Mode::Custom),
        matching: Some(Match::Exact),
        model: Some(Model { fallback: Fallback::Forbid, vendor_id: None, name: Some(model.to_owned()) }),
        vendor: vendor.map(str::to_owned),
        features: features.map(|(name, has)| Feature { policy: policy(has), name: name.to_owned() }).collect(),
        ..Cpu::default()
    }
}
