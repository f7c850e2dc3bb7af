//! Capabilities of SCSI: adapters, targets, logical units and their device files.

use super::Known;
use crate::types::*;
use crate::xml::Fault;
use crate::{element, variants, walk};

/// `<capability type='scsi_host'>`: a host bus adapter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScsiHost {
    pub host: Option<u32>,
    /// The adapter's number among those of one PCI device.
    pub unique_id: Known,
    /// In the order of the variants.
    pub capabilities: Vec<HostCapability>,
}

walk!(ScsiHost, |host, xml| {
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid SCSI host ID supplied for '{name}'", |xml| host.host.leaf("host", xml));
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid unique_id supplied for '{name}'", |xml| {
        host.unique_id.sparse_leaf("unique_id", xml);
    });
    host.capabilities.child("capability", xml);
});

variants! {
    /// What an adapter can do.
    pub enum HostCapability by "type"
        missing VIR_ERR_INTERNAL_ERROR "missing SCSI host capability type for '{name}'"
        unknown VIR_ERR_INTERNAL_ERROR "unknown SCSI host capability type '{}' for '{name}'"
    {
        FibreChannel(FibreChannel) = "fc_host",
        Vports(Vports) = "vport_ops",
    }
}

/// An adapter's names in Fibre Channel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FibreChannel {
    pub wwnn: Option<String>,
    pub wwpn: Option<String>,
    pub fabric_wwn: Option<String>,
}

walk!(FibreChannel, |names, xml| {
    names.wwnn.leaf("wwnn", xml);
    names.wwpn.leaf("wwpn", xml);
    names.fabric_wwn.leaf("fabric_wwn", xml);
    xml.check(|| match (&names.wwnn, &names.wwpn) {
        (None, _) => Err(Fault::internal("no WWNN supplied for '{name}', and auto-generation failed")),
        (_, None) => Err(Fault::internal("no WWPN supplied for '{name}', and auto-generation failed")),
        _ => Ok(()),
    });
});

/// Virtual adapters: how many there can be, and how many there are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vports {
    pub max: u32,
    pub count: u32,
}

walk!(Vports, |vports, xml| {
    xml.reported(|xml| {
        vports.max.leaf("max_vports", xml);
        vports.count.leaf("vports", xml);
    });
});

/// `<capability type='scsi_target'>`
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScsiTarget {
    pub name: Option<String>,
    pub remote_ports: Vec<TargetCapability>,
}

walk!(ScsiTarget, |target, xml| {
    target.name.leaf("target", xml);
    target.remote_ports.child("capability", xml);
    xml.check(|| match target.name {
        Some(_) => Ok(()),
        None => Err(Fault::internal("no target name supplied for '{name}'")),
    });
});

variants! {
    pub enum TargetCapability by "type"
        missing VIR_ERR_INTERNAL_ERROR "missing type for SCSI target capability for '{name}'"
        unknown VIR_ERR_INTERNAL_ERROR "unknown SCSI target capability type '{}' for '{name}'"
    {
        RemotePort(RemotePort) = "fc_remote_port",
    }
}

/// A target that is reached by Fibre Channel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemotePort {
    pub rport: Option<String>,
    pub wwpn: Option<String>,
}

walk!(RemotePort, |port, xml| {
    port.rport.leaf("rport", xml);
    port.wwpn.leaf("wwpn", xml);
    xml.check(|| match (&port.rport, &port.wwpn) {
        (None, _) => Err(Fault::internal("missing rport name for '{name}'")),
        (_, None) => Err(Fault::internal("missing wwpn identifier for '{name}'")),
        _ => Ok(()),
    });
});

/// `<capability type='scsi'>`: a logical unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scsi {
    pub host: Option<u32>,
    pub bus: Option<u32>,
    pub target: Option<u32>,
    pub lun: Option<u32>,
    pub kind: Option<String>,
}

walk!(Scsi, |scsi, xml| {
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid SCSI host ID supplied for '{name}'", |xml| scsi.host.leaf("host", xml));
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid SCSI bus ID supplied for '{name}'", |xml| scsi.bus.leaf("bus", xml));
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid SCSI target ID supplied for '{name}'", |xml| {
        scsi.target.leaf("target", xml);
    });
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid SCSI LUN ID supplied for '{name}'", |xml| scsi.lun.leaf("lun", xml));
    scsi.kind.leaf("type", xml);
    xml.check(|| {
        let needed = [(scsi.host, "host"), (scsi.bus, "bus"), (scsi.target, "target"), (scsi.lun, "LUN")];
        match needed.iter().find(|(number, _)| number.is_none()) {
            Some((_, what)) => Err(Fault::internal(format!("no SCSI {what} ID supplied for '{{name}}'"))),
            None => Ok(()),
        }
    });
});

element! {
    /// `<capability type='scsi_generic'>`
    pub struct ScsiGeneric {
        /// The device file.
        path: Option<String> = leaf("char"),
    }
}
