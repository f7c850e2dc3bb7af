//! Devices of the host, and the small devices.

use std::collections::HashSet;

use super::refuse_if;
use crate::xml::Fault;
use crate::xml::OnOff;
use crate::xml::Variant as _;
use crate::xml::domain::Domain;
use crate::xml::domain::device::address::Address;
use crate::xml::domain::device::controller::Type;
use crate::xml::domain::device::hostdev::{Hostdev, Kind, MdevModel, ScsiProtocol, Sgio};
use crate::xml::domain::device::interface::TeamType;
use crate::xml::domain::features::IoapicDriver;

impl Domain {
    pub(super) fn validate_hostdevs(&self) -> Result<(), Fault> {
        let mut seen = HashSet::new();
        for hostdev in &self.devices.hostdevs {
            hostdev.validate()?;
            let again = hostdev.identity().is_some_and(|identity| !seen.insert(identity));
            refuse_if(again, || Fault::xml("Hostdev already exists in the domain configuration"))?;
        }
        Ok(())
    }

    pub(super) fn validate_small_devices(&self) -> Result<(), Fault> {
        for lease in &self.devices.leases {
            refuse_if(lease.key.is_none(), || Fault::xml("Missing 'key' element for lease"))?;
            refuse_if(lease.target.path.is_none(), || Fault::xml("Missing 'target' element for lease"))?;
            refuse_if(lease.lockspace.is_none(), || Fault::internal("missing lockspace of a lease"))?;
        }
        for shmem in &self.devices.shmems {
            refuse_if(shmem.name.contains('/'), || Fault::unsupported("shmem name cannot include '/' character"))?;
            refuse_if(shmem.msi.is_some() && shmem.server.is_none(), || {
                Fault::xml("msi option is only supported with a server")
            })?;
        }
        for iommu in &self.devices.iommus {
            let split = self.features.ioapic.as_ref().is_some_and(|ioapic| ioapic.driver == IoapicDriver::Qemu);
            refuse_if(iommu.driver.intremap == Some(OnOff::On) && !split, || {
                let text = "IOMMU interrupt remapping requires split I/O APIC (ioapic driver='qemu')";
                Fault::unsupported(text)
            })?;
        }
        let usb = self.devices.controllers.iter().any(|controller| controller.kind == Type::Usb);
        refuse_if(!usb && !self.devices.redirdevs.is_empty(), || {
            Fault::unsupported("cannot add redirected USB device: USB is disabled for this domain")
        })
    }
}

impl Hostdev {
    fn validate(&self) -> Result<(), Fault> {
        match &self.kind {
            Kind::Usb(usb) => {
                refuse_if(usb.vendor.is_some() && usb.product.is_none(), || Fault::internal("missing product"))?;
                refuse_if(usb.vendor.is_none() && usb.product.is_some(), || Fault::internal("missing vendor"))
            }
            Kind::Pci(pci) => match &pci.teaming {
                Some(team) if team.kind == TeamType::Transient => {
                    let named = team.persistent.as_ref().is_some_and(|name| !name.is_empty());
                    refuse_if(!named, || {
                        Fault::unsupported("missing required persistent attribute in hostdev teaming element")
                    })
                }
                _ => Ok(()),
            },
            Kind::Scsi(scsi) if scsi.sgio == Some(Sgio::Unfiltered) => {
                Err(Fault::unsupported("unfiltered sgio is no longer supported"))
            }
            Kind::Scsi(scsi) if scsi.protocol == Some(ScsiProtocol::Iscsi) => {
                refuse_if(scsi.name.is_none(), || Fault::xml("missing iSCSI hostdev source path name"))?;
                refuse_if(scsi.hosts.is_empty(), || Fault::xml("missing the host address for the iSCSI hostdev"))?;
                refuse_if(scsi.hosts.len() > 1, || {
                    Fault::xml("only one source host address may be specified for the iSCSI hostdev")
                })?;
                refuse_if(scsi.hosts.iter().any(|host| host.name.is_none()), || Fault::xml("missing name for host"))
            }
            Kind::Scsi(scsi) => {
                refuse_if(scsi.adapter.is_none(), || {
                    Fault::xml("'adapter' name must be specified for scsi hostdev source")
                })?;
                refuse_if(scsi.address.is_none(), || Fault::xml("'address' must be specified for scsi hostdev source"))
            }
            Kind::ScsiHost(host) => {
                let digits = host.wwpn.as_ref().and_then(|wwpn| wwpn.strip_prefix("naa."));
                let good =
                    digits.is_some_and(|digits| digits.len() == 16 && digits.bytes().all(|c| c.is_ascii_hexdigit()));
                refuse_if(!good, || Fault::xml("malformed 'wwpn' value"))
            }
            Kind::Mdev(mdev) => {
                let right = match (&self.location.address, mdev.model) {
                    (None, _) => return Ok(()),
                    (Some(address), MdevModel::VfioPci) => matches!(address, Address::Pci(_)),
                    (Some(address), MdevModel::VfioCcw) => matches!(address, Address::Ccw(_)),
                    (Some(_), MdevModel::VfioAp) => false,
                };
                let kind = self.location.address.as_ref().map_or("none", |address| address.tag_word());
                let model = mdev.model.word();
                refuse_if(!right, || {
                    Fault::xml(format!("Unsupported address type '{kind}' with mediated device model '{model}'"))
                })
            }
            Kind::Storage(_) | Kind::Misc(_) | Kind::Net(_) => Ok(()),
        }
    }

    /// Whether both are the same device of the host.
    pub fn is_same(&self, other: &Self) -> bool {
        self.identity().is_some_and(|identity| other.identity() == Some(identity))
    }

    /// What only one device of the host is, of those that a machine may have once.
    fn identity(&self) -> Option<String> {
        match &self.kind {
            Kind::Usb(usb) => Some(match &usb.address {
                Some(address) => format!("usb {address:?}"),
                None => format!("usb {:?} {:?}", usb.vendor, usb.product),
            }),
            Kind::Pci(pci) => Some(format!("pci {:?}", pci.address)),
            Kind::Scsi(scsi) if scsi.protocol == Some(ScsiProtocol::Iscsi) => {
                Some(format!("iscsi {:?} {:?}", scsi.name, scsi.hosts.first()))
            }
            Kind::Scsi(scsi) => Some(format!("scsi {:?} {:?}", scsi.adapter, scsi.address)),
            Kind::ScsiHost(host) => Some(format!("scsi_host {:?}", host.wwpn)),
            Kind::Mdev(mdev) => Some(format!("mdev {:?}", mdev.uuid)),
            Kind::Storage(_) | Kind::Misc(_) | Kind::Net(_) => None,
        }
    }
}
