//! `<domain>`: a virtual machine.

pub mod blkiotune;
mod change;
pub mod clock;
pub mod cpu;
pub mod cputune;
pub mod device;
mod embedded;
pub mod features;
pub mod idmap;
pub mod launch_security;
pub mod memory;
pub mod namespace;
pub mod numatune;
pub mod os;
pub mod perf;
pub mod postparse;
pub mod seclabel;
mod stability;
pub mod sysinfo;
pub mod throttle;
mod validate;
pub mod vcpu;

pub use embedded::Embedded;

use crate::error::Origin;
use crate::types::*;
use crate::uuid::Uuid;
use crate::xml::{Dump, Fault, Few, Metadata, OnOff, Rare, Read, Root, Unknown, YesNo};
use crate::{element, rare, walk, words};

words! {
    pub enum Hypervisor {
        Qemu = "qemu", Kvm = "kvm", Xen = "xen", Lxc = "lxc", Uml = "uml", Openvz = "openvz", Test = "test",
        Vmware = "vmware", HyperV = "hyperv", Vbox = "vbox", Phyp = "phyp", Parallels = "parallels", Bhyve = "bhyve",
        Vz = "vz", Hvf = "hvf", Kqemu = "kqemu", None = "none",
    }
}
words! {
    /// What to do when the guest stops or reboots.
    pub enum Action {
        Destroy = "destroy", Restart = "restart", RenameRestart = "rename-restart", Preserve = "preserve",
    }
}
words! {
    /// What to do when the guest crashes.
    pub enum CrashAction {
        Destroy = "destroy", Restart = "restart", RenameRestart = "rename-restart", Preserve = "preserve",
        CoredumpDestroy = "coredump-destroy", CoredumpRestart = "coredump-restart";
        newer: PreserveRunning = "preserve-running",
    }
}
words! {
    /// What to do when a lock is lost.
    pub enum LockFailureAction {
        Default = "default", Poweroff = "poweroff", Restart = "restart", Pause = "pause", Ignore = "ignore",
    }
}

/// A virtual machine, as defined or as it runs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Domain {
    pub hypervisor: Hypervisor,
    /// Only while it runs.
    pub id: Option<u32>,
    pub name: String,
    /// Always there after [`Domain::post_parse`].
    pub uuid: Option<Uuid>,
    /// What firmware and other hardware call the machine, where it is not the UUID.
    pub hardware_uuid: Option<Uuid>,
    pub genid: Option<GenerationId>,
    pub title: Option<String>,
    pub description: Option<String>,
    pub metadata: Option<Box<Metadata>>,
    pub max_memory: Option<memory::MaxMemory>,
    pub memory: memory::Memory,
    pub current_memory: memory::CurrentMemory,
    pub blkiotune: Rare<blkiotune::Blkiotune>,
    pub memtune: Rare<memory::Memtune>,
    pub memory_backing: Rare<memory::MemoryBacking>,
    pub vcpu: vcpu::Vcpu,
    pub vcpus: Few<vcpu::OneVcpu>,
    pub iothreads: Option<u32>,
    pub iothread_ids: Few<vcpu::IoThread>,
    pub default_iothread: Option<vcpu::DefaultIoThread>,
    pub throttle_groups: Few<throttle::ThrottleGroup>,
    pub cputune: Rare<cputune::Cputune>,
    pub numatune: Rare<numatune::Numatune>,
    pub iommufd: Option<Box<IommuFd>>,
    pub resource: Rare<Resource>,
    pub sysinfo: Few<sysinfo::Sysinfo>,
    pub bootloader: Option<Box<String>>,
    pub bootloader_args: Option<Box<String>>,
    pub os: os::Os,
    pub idmap: Rare<idmap::IdMap>,
    pub features: features::Features,
    pub cpu: Option<Box<cpu::Cpu>>,
    pub clock: clock::Clock,
    pub on_poweroff: Action,
    pub on_reboot: Option<Action>,
    pub on_crash: CrashAction,
    pub on_lockfailure: LockFailureAction,
    pub pm: PowerManagement,
    pub perf: Rare<perf::Perf>,
    pub devices: device::Devices,
    pub seclabels: Few<seclabel::Seclabel>,
    pub namespaces: Rare<namespace::Namespaces>,
    pub keywrap: Few<launch_security::Cipher>,
    pub launch_security: Option<Box<launch_security::LaunchSecurity>>,
}

walk!(Domain, |domain, xml| {
    if !xml.has("name") {
        xml.check(|| Err(Fault::new(VIR_ERR_NO_NAME, "")));
    }
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "missing domain type attribute", |xml| xml.need("type"));
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "invalid domain type {}", |xml| domain.hypervisor.required("type", xml));
    xml.live(|xml| domain.id.attr("id", xml));
    let used = &domain.namespaces;
    xml.namespace("qemu", namespace::QEMU, !used.qemu.is_empty());
    xml.namespace("xen", namespace::XEN, used.xen.is_some());
    xml.namespace("lxc", namespace::LXC, used.lxc.is_some());
    xml.namespace("bhyve", namespace::BHYVE, used.bhyve.is_some());
    xml.namespace("vmware", namespace::VMWARE, used.vmware.is_some());
    domain.name.leaf("name", xml);
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "malformed uuid element", |xml| domain.uuid.leaf("uuid", xml));
    xml.newer(|xml| domain.hardware_uuid.leaf("hwuuid", xml));
    xml.single("genid", VIR_ERR_XML_ERROR, "element 'genid' can only appear once");
    domain.genid.child("genid", xml);
    domain.title.leaf("title", xml);
    domain.description.leaf("description", xml);
    domain.metadata.child("metadata", xml);
    domain.max_memory.child("maxMemory", xml);
    domain.memory.child("memory", xml);
    domain.current_memory.child("currentMemory", xml);
    domain.blkiotune.child("blkiotune", xml);
    domain.memtune.child("memtune", xml);
    domain.memory_backing.child("memoryBacking", xml);
    domain.vcpu.child("vcpu", xml);
    xml.group("vcpus", |xml| domain.vcpus.child("vcpu", xml));
    xml.refuse(VIR_ERR_XML_ERROR, "invalid iothreads count '{}'", |xml| domain.iothreads.leaf("iothreads", xml));
    xml.group("iothreadids", |xml| domain.iothread_ids.child("iothread", xml));
    domain.default_iothread.child("defaultiothread", xml);
    xml.newer(|xml| xml.group("throttlegroups", |xml| domain.throttle_groups.child("throttlegroup", xml)));
    domain.cputune.child("cputune", xml);
    xml.single("numatune", VIR_ERR_XML_ERROR, "only one numatune is supported");
    domain.numatune.child("numatune", xml);
    xml.newer(|xml| domain.iommufd.child("iommufd", xml));
    xml.single("resource", VIR_ERR_XML_ERROR, "only one resource element is supported");
    domain.resource.child("resource", xml);
    domain.sysinfo.child("sysinfo", xml);
    domain.bootloader.leaf("bootloader", xml);
    domain.bootloader_args.leaf("bootloader_args", xml);
    domain.os.child("os", xml);
    domain.idmap.child("idmap", xml);
    domain.features.child("features", xml);
    domain.cpu.child("cpu", xml);
    domain.clock.child("clock", xml);
    let unknown_action = VIR_ERR_CONFIG_UNSUPPORTED;
    xml.refuse(unknown_action, "unknown on_poweroff action: {}", |xml| domain.on_poweroff.leaf("on_poweroff", xml));
    xml.refuse(unknown_action, "unknown on_reboot action: {}", |xml| domain.on_reboot.leaf("on_reboot", xml));
    xml.refuse(unknown_action, "unknown on_crash action: {}", |xml| domain.on_crash.leaf("on_crash", xml));
    xml.refuse(unknown_action, "unknown on_lockfailure action: {}", |xml| {
        domain.on_lockfailure.sparse_leaf("on_lockfailure", xml);
    });
    domain.pm.child("pm", xml);
    domain.perf.child("perf", xml);
    xml.element("devices", |xml| {
        xml.open();
        domain.devices.inline(xml);
    });
    domain.seclabels.child("seclabel", xml);
    xml.group("keywrap", |xml| domain.keywrap.child("cipher", xml));
    domain.launch_security.child("launchSecurity", xml);
    domain.namespaces.inline(xml);
});

rare! {
    blkiotune::Blkiotune, memory::Memtune, memory::MemoryBacking, cputune::Cputune, numatune::Numatune, Resource, idmap::IdMap,
    perf::Perf, namespace::Namespaces,
}

element! {
    /// The generation of a machine: a UUID, made by libvirt where none is given.
    pub struct GenerationId {
        uuid: Option<Uuid> = text() else VIR_ERR_INTERNAL_ERROR "malformed genid element",
    }
}

element! {
    /// Whether devices of the host are handed over through `/dev/iommu`.
    pub struct IommuFd {
        enabled: YesNo = required("enabled"),
        /// Descriptors that `virDomainFDAssociate` named so.
        fd_group: Option<String> = attr("fdgroup"),
    }
}

element! {
    pub struct Resource {
        partition: Option<String> = leaf("partition"),
        appid: Option<String> = via("fibrechannel", "appid"),
    }
}

element! {
    pub struct PowerManagement {
        suspend_to_mem: Option<YesNo> = via("suspend-to-mem", "enabled"),
        suspend_to_disk: Option<YesNo> = via("suspend-to-disk", "enabled"),
    }
}

element! {
    /// `state='on'` and nothing else.
    pub struct State {
        state: Option<OnOff> = attr("state"),
    }
}

impl Root for Domain {
    const NAME: &'static str = "domain";
    const LABEL: &'static str = "domain_definition";
    const ORIGIN: Origin = VIR_FROM_DOMAIN;
}

impl Domain {
    /// Reads the definition of a machine and checks each element. Defaults come with [`Domain::post_parse`].
    ///
    /// # Errors
    /// The first thing that is wrong; an unknown element or attribute only when `strict`.
    pub fn parse(text: &str, strict: bool) -> Result<(Self, Vec<Unknown>), Fault> {
        Self::parse_with(text, Read { strict, active: false, ..Read::default() })
    }

    /// As [`Domain::parse`], also for the document of a running machine.
    ///
    /// # Errors
    /// As [`Domain::parse`].
    pub fn parse_with(text: &str, options: Read) -> Result<(Self, Vec<Unknown>), Fault> {
        crate::xml::parse(text, options)
    }

    /// The document, as libvirt writes it.
    pub fn format(&self, dump: Dump) -> String {
        crate::xml::format(self, dump)
    }
}

#[cfg(test)]
mod tests;
