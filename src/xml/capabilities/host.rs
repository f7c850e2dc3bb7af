//! `<host>`: the processors, and what else the host has.

use super::resource::{Cache, MemoryBandwidth};
use super::topology::Topology;
use crate::uuid::Uuid;
use crate::xml::YesNo;
use crate::xml::cpu::HostCpu;
use crate::{element, walk};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Host {
    pub uuid: Option<Uuid>,
    pub cpu: HostCpu,
    /// How the host can sleep; none where that is not known.
    pub power_management: Option<PowerManagement>,
    pub iommu: Option<YesNo>,
    pub migration: Option<Migration>,
    /// How the names of interfaces begin that the hypervisor makes.
    pub netprefix: Option<String>,
    pub topology: Option<Topology>,
    pub cache: Cache,
    pub memory_bandwidth: MemoryBandwidth,
    pub security_models: Vec<SecurityModel>,
}

walk!(Host, |host, xml| {
    host.uuid.leaf("uuid", xml);
    xml.element("cpu", |xml| {
        host.cpu.inline(xml);
        xml.open();
    });
    host.power_management.child("power_management", xml);
    host.iommu.via("iommu", "support", xml);
    host.migration.child("migration_features", xml);
    host.netprefix.leaf("netprefix", xml);
    host.topology.child("topology", xml);
    host.cache.child("cache", xml);
    host.memory_bandwidth.child("memory_bandwidth", xml);
    host.security_models.child("secmodel", xml);
});

element! {
    pub struct PowerManagement {
        memory: bool = child("suspend_mem"),
        disk: bool = child("suspend_disk"),
        hybrid: bool = child("suspend_hybrid"),
    }
}

/// How guests can move to other hosts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Migration {
    pub live: bool,
    /// Schemes of the URIs to which they go.
    pub transports: Vec<String>,
}

walk!(Migration, |migration, xml| {
    xml.open();
    migration.live.child("live", xml);
    xml.group("uri_transports", |xml| migration.transports.leaf("uri_transport", xml));
});

element! {
    /// A way to confine guests.
    pub struct SecurityModel {
        model: String = leaf("model"),
        doi: String = leaf("doi"),
        /// The labels that guests get, by type of domain.
        base_labels: Vec<BaseLabel> = child("baselabel"),
    }
}

element! {
    pub struct BaseLabel {
        kind: Option<String> = attr("type"),
        label: String = text(),
    }
}
