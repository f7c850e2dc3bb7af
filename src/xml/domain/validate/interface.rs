//! Network cards.

use super::refuse_if;
use crate::types::*;
use crate::xml::Fault;
use crate::xml::Variant as _;
use crate::xml::YesNo;
use crate::xml::common::virtualport::{PortType, VirtualPort};
use crate::xml::domain::Domain;
use crate::xml::domain::device::interface::{Interface, Kind, TeamType};

impl Domain {
    pub(super) fn validate_interfaces(&self) -> Result<(), Fault> {
        for interface in &self.devices.interfaces {
            interface.validate()?;
        }
        Ok(())
    }
}

impl Interface {
    fn validate(&self) -> Result<(), Fault> {
        let kind = self.kind.tag_word();
        let unmanaged = self.target.as_ref().is_some_and(|target| target.managed == Some(YesNo::No));
        refuse_if(unmanaged && !matches!(self.kind, Kind::Ethernet(_)), || {
            Fault::unsupported(format!("unmanaged target dev is not supported on interfaces of type '{kind}'"))
        })?;
        if let Some(bandwidth) = &self.bandwidth
            && !matches!(self.kind, Kind::Network(_))
        {
            bandwidth.refuse_floor()?;
        }
        if let Some(model) = &self.model {
            let good = model.bytes().all(|c| c.is_ascii_alphanumeric() || b"-_".contains(&c));
            refuse_if(!good, || Fault::new(VIR_ERR_INVALID_ARG, "Model name contains invalid characters"))?;
        }
        if let Kind::VhostUser(_) = self.kind {
            let virtio = self.model.as_ref().is_some_and(|model| model.starts_with("virtio"));
            refuse_if(!virtio, || {
                Fault::internal(
                    "Wrong or no <model> 'type' attribute specified with <interface type='vhostuser'/>. vhostuser requires the virtio-net* frontend",
                )
            })?;
        }
        if let Some(team) = &self.teaming {
            let named = team.persistent.as_ref().is_some_and(|name| !name.is_empty());
            refuse_if(team.kind == TeamType::Transient && !named, || {
                Fault::unsupported("teaming persistent attribute must be set if teaming type is 'transient'")
            })?;
            refuse_if(team.kind == TeamType::Persistent && team.persistent.is_some(), || {
                Fault::unsupported("teaming persistent attribute not allowed if teaming type is 'persistent'")
            })?;
        }
        self.virtualport.as_deref().map_or(Ok(()), VirtualPort::validate)?;
        if let Some(vlan) = &self.vlan {
            refuse_if(vlan.tags.is_empty(), || {
                let text = "missing tag id - each <vlan> must have at least one <tag id='n'/> subelement";
                Fault::xml(text).with_origin(VIR_FROM_NONE)
            })?;
        }
        let openvswitch = self.virtualport.as_ref().is_some_and(|port| port.kind == Some(PortType::OpenVSwitch));
        refuse_if(openvswitch && self.isolated == Some(YesNo::Yes), || {
            let mac = self.mac.address.unwrap_or_default();
            Fault::unsupported(format!(
                "interface {mac} - <port isolated='yes'/> is not supported for network interfaces with virtualport type='openvswitch'"
            ))
        })
    }
}

impl VirtualPort {
    /// Each type needs its parameters.
    fn validate(&self) -> Result<(), Fault> {
        let missing = match self.kind {
            Some(PortType::Q802Dot1Qbg) if self.manager.is_none() => "managerid",
            Some(PortType::Q802Dot1Qbg) if self.type_id.is_none() => "typeid",
            Some(PortType::Q802Dot1Qbg) if self.type_version.is_none() => "typeidversion",
            Some(PortType::Q802Dot1Qbg) if self.instance.is_none() => "instanceid",
            Some(PortType::Q802Dot1Qbh) if self.profile.is_empty() => "profileid",
            Some(PortType::Midonet) if self.interface.is_none() => "interfaceid",
            _ => return Ok(()),
        };
        let kind = self.kind.unwrap_or_default().word();
        let text = format!("missing {missing} in <virtualport type='{kind}'>");
        Err(Fault::xml(text).with_origin(VIR_FROM_NONE))
    }
}
