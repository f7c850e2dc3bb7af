//! Kinds of devices as the flags of `virConnectListAllNodeDevices`.

use crate::types::*;
use crate::xml::nodedev::channel::{CcwCapability, CssCapability};
use crate::xml::nodedev::pci::PciCapability;
use crate::xml::nodedev::scsi::HostCapability;
use crate::xml::nodedev::{Capability, Device};

/// Each kind's word and flag.
const KINDS: &[(&str, u32)] = &[
    ("system", VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM),
    ("pci", VIR_CONNECT_LIST_NODE_DEVICES_CAP_PCI_DEV),
    ("usb_device", VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_DEV),
    ("usb", VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_INTERFACE),
    ("net", VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET),
    ("scsi_host", VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_HOST),
    ("scsi_target", VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_TARGET),
    ("scsi", VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI),
    ("storage", VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE),
    ("fc_host", VIR_CONNECT_LIST_NODE_DEVICES_CAP_FC_HOST),
    ("vports", VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS),
    ("scsi_generic", VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_GENERIC),
    ("drm", VIR_CONNECT_LIST_NODE_DEVICES_CAP_DRM),
    ("mdev_types", VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES),
    ("mdev", VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV),
    ("ccw", VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCW_DEV),
    ("css", VIR_CONNECT_LIST_NODE_DEVICES_CAP_CSS_DEV),
    ("vdpa", VIR_CONNECT_LIST_NODE_DEVICES_CAP_VDPA),
    ("ap_card", VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_CARD),
    ("ap_queue", VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_QUEUE),
    ("ap_matrix", VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_MATRIX),
    ("vpd", VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPD),
    ("ccwgroup", VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_DEV),
    ("ccwgroup_member", VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_MEMBER),
];

/// The flags of all kinds.
pub const ALL: u32 = {
    let mut all = 0;
    let mut at = 0;
    while at < KINDS.len() {
        all |= KINDS[at].1;
        at += 1;
    }
    all
};

/// The flag of a kind, 0 for a word that is none.
pub fn called(word: &str) -> u32 {
    KINDS.iter().find(|(known, _)| *known == word).map_or(0, |(_, flag)| *flag)
}

/// The flags of all kinds that a device is of.
pub fn of(device: &Device) -> u32 {
    device.capabilities.iter().fold(0, |flags, capability| flags | flags_of(capability))
}

fn flags_of(capability: &Capability) -> u32 {
    use crate::xml::Variant;
    let own = called(capability.tag_word());
    match capability {
        Capability::ScsiHost(host) => host.capabilities.iter().fold(own, |flags, capability| {
            flags
                | match capability {
                    HostCapability::FibreChannel(_) => VIR_CONNECT_LIST_NODE_DEVICES_CAP_FC_HOST,
                    HostCapability::Vports(_) => VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS,
                }
        }),
        Capability::Pci(pci) => pci.functions.iter().fold(own, |flags, function| {
            flags
                | match function {
                    PciCapability::MdevTypes(_) => VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES,
                    PciCapability::Vpd(_) => VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPD,
                    PciCapability::PhysicalFunction(_)
                    | PciCapability::VirtualFunctions(_)
                    | PciCapability::PciBridge(())
                    | PciCapability::CardbusBridge(()) => 0,
                }
        }),
        Capability::Css(css) => own | flags_of_types(&css.capabilities),
        Capability::Ccw(device) => device.capabilities.iter().fold(own, |flags, capability| {
            flags
                | match capability {
                    CcwCapability::GroupMember(_) => VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_MEMBER,
                }
        }),
        Capability::ApMatrix(matrix) => own | flags_of_types(&matrix.capabilities),
        Capability::System(_)
        | Capability::UsbDevice(_)
        | Capability::UsbInterface(_)
        | Capability::Net(_)
        | Capability::ScsiTarget(_)
        | Capability::Scsi(_)
        | Capability::Storage(_)
        | Capability::ScsiGeneric(_)
        | Capability::Drm(_)
        | Capability::Mdev(_)
        | Capability::Vdpa(_)
        | Capability::ApCard(_)
        | Capability::ApQueue(_)
        | Capability::CcwGroup(_) => own,
    }
}

fn flags_of_types(capabilities: &[CssCapability]) -> u32 {
    match capabilities {
        [] => 0,
        [CssCapability::MdevTypes(_), ..] => VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES,
    }
}
