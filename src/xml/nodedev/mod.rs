//! `<device>`: a device of the host and what it can do.

pub mod channel;
pub mod crypto;
pub mod graphics;
pub mod mdev;
pub mod net;
pub mod pci;
pub mod scsi;
pub mod storage;
pub mod system;
pub mod usb;
pub mod vpd;

use scsi::HostCapability;

use crate::error::{Error, Result};
use crate::types::*;
use crate::xml::{self, Dump, Expected, Fault, Read, Root, Text, Value, Variant};
use crate::{element, variants, walk, words};

/// A device. [`Device::parse`] and [`Device::parse_new`] make complete ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Device {
    pub name: String,
    /// Below `/sys`.
    pub path: Option<String>,
    /// The file below `/dev`, if there is one, and links to it.
    pub devnodes: Vec<Devnode>,
    pub parent: Parent,
    /// The kernel's driver that has it.
    pub driver: Option<String>,
    pub capabilities: Vec<Capability>,
}

walk!(Device, |device, xml| {
    device.name.leaf("name", xml);
    xml.named(if device.name.is_empty() { NEW } else { &device.name });
    device.path.leaf("path", xml);
    device.devnodes.child("devnode", xml);
    device.parent.child("parent", xml);
    xml.reported(|xml| xml.group("driver", |xml| device.driver.leaf("name", xml)));
    device.capabilities.child("capability", xml);
    xml.check(|| match device.capabilities.is_empty() {
        true => Err(Fault::internal("no device capabilities for '{name}'")),
        false => Ok(()),
    });
});

/// What a device is called that has no name yet.
const NEW: &str = "new device";

impl Root for Device {
    const NAME: &'static str = "device";
    const LABEL: &'static str = "node_device_definition";
    const ORIGIN: virErrorDomain = VIR_FROM_NODEDEV;
}

words! { pub enum DevnodeKind { Dev = "dev", Link = "link" } }

element! {
    pub struct Devnode {
        kind: DevnodeKind = required("type"),
        path: String = text(),
    }
}

/// What a device is a part of: by name, or, for a virtual adapter that is to be made, by the names that its parent has in
/// Fibre Channel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parent {
    pub wwnn: Option<String>,
    pub wwpn: Option<String>,
    pub fabric_wwn: Option<String>,
    pub name: Option<String>,
}

walk!(Parent, |parent, xml| {
    if xml.is_reading() {
        parent.wwnn.attr("wwnn", xml);
        parent.wwpn.attr("wwpn", xml);
        parent.fabric_wwn.attr("fabric_wwn", xml);
    }
    parent.name.text(xml);
    xml.check(|| parent.check());
});

impl Parent {
    fn check(&self) -> Result<(), Fault> {
        let alone = |given, name: &str, other| {
            Fault::xml(format!("when providing parent {given}='{name}', the {other} must also be provided"))
        };
        match (&self.wwnn, &self.wwpn) {
            (Some(name), None) => Err(alone("wwnn", name, "wwpn")),
            (None, Some(name)) => Err(alone("wwpn", name, "wwnn")),
            _ => Ok(()),
        }
    }
}

variants! {
    /// One kind of thing that a device is.
    pub enum Capability by required "type" {
        System(Box<system::System>) = "system",
        Pci(Box<pci::Pci>) = "pci",
        UsbDevice(usb::UsbDevice) = "usb_device",
        UsbInterface(usb::UsbInterface) = "usb",
        Net(net::Net) = "net",
        ScsiHost(scsi::ScsiHost) = "scsi_host",
        ScsiTarget(scsi::ScsiTarget) = "scsi_target",
        Scsi(scsi::Scsi) = "scsi",
        Storage(Box<storage::Storage>) = "storage",
        ScsiGeneric(scsi::ScsiGeneric) = "scsi_generic",
        Drm(graphics::Drm) = "drm",
        Mdev(mdev::Mdev) = "mdev",
        Ccw(channel::CcwDevice) = "ccw",
        Css(channel::Css) = "css",
        Vdpa(net::Vdpa) = "vdpa",
        ApCard(crypto::ApCard) = "ap_card",
        ApQueue(crypto::ApQueue) = "ap_queue",
        ApMatrix(crypto::ApMatrix) = "ap_matrix",
        CcwGroup(channel::CcwGroup) = "ccwgroup",
    }
}

impl Device {
    /// Reads a device that is there.
    ///
    /// # Errors
    /// What is wrong with the document.
    pub fn parse(text: &str) -> Result<Self> {
        let device = Self::parse_new(text, false)?;
        if device.name.is_empty() {
            return Err(Error::bare(VIR_ERR_NO_NAME).from_origin(VIR_FROM_NODEDEV));
        }
        let lacks_number = |capability: &Capability| match capability {
            Capability::ScsiHost(host) => host.host.is_none(),
            _ => false,
        };
        if device.capabilities.iter().any(lacks_number) {
            let text = format!("no SCSI host ID supplied for '{}'", device.name);
            return Err(Error::new(VIR_ERR_INTERNAL_ERROR, text).from_origin(VIR_FROM_NODEDEV));
        }
        Ok(device)
    }

    /// Reads a device that is to be made; its name is nobody's choice. `strict` refuses names that are not known.
    ///
    /// # Errors
    /// What is wrong with the document.
    pub fn parse_new(text: &str, strict: bool) -> Result<Self> {
        let (mut device, _) = xml::parse::<Self>(text, Read { strict, active: false, ..Read::default() })?;
        device.order();
        Ok(device)
    }

    /// Brings everything into the order in which libvirt writes it, whatever the document's was.
    fn order(&mut self) {
        let (files, links): (Vec<_>, Vec<_>) = self.devnodes.drain(..).partition(|node| node.kind == DevnodeKind::Dev);
        self.devnodes = files.into_iter().next_back().into_iter().chain(links).collect();
        for capability in &mut self.capabilities {
            match capability {
                Capability::Pci(pci) => pci.order(),
                Capability::Css(css) => css.capabilities.retain(|types| !types.is_empty()),
                Capability::ApMatrix(matrix) => matrix.capabilities.retain(|types| !types.is_empty()),
                Capability::ScsiHost(host) => order_variants(&mut host.capabilities),
                Capability::Net(net) => net.order(),
                Capability::Mdev(mdev) => mdev.attributes.retain(|attr| attr.name.is_some() && attr.value.is_some()),
                _ => {}
            }
        }
    }

    /// The document.
    pub fn format(&self) -> String {
        xml::format(self, Dump::default())
    }

    /// The names with which a host bus adapter is known in Fibre Channel.
    pub fn fibre_channel(&self) -> Option<&scsi::FibreChannel> {
        self.host_capabilities().find_map(|capability| match capability {
            HostCapability::FibreChannel(names) => Some(names),
            HostCapability::Vports(_) => None,
        })
    }

    /// As [`Device::fibre_channel`], to change them.
    pub fn fibre_channel_mut(&mut self) -> Option<&mut scsi::FibreChannel> {
        let hosts = self.capabilities.iter_mut().filter_map(|capability| match capability {
            Capability::ScsiHost(host) => Some(host),
            _ => None,
        });
        hosts.flat_map(|host| &mut host.capabilities).find_map(|capability| match capability {
            HostCapability::FibreChannel(names) => Some(names),
            HostCapability::Vports(_) => None,
        })
    }

    /// Whether virtual adapters can be made on it.
    pub fn has_vports(&self) -> bool {
        self.host_capabilities().any(|capability| matches!(capability, HostCapability::Vports(_)))
    }

    fn host_capabilities(&self) -> impl Iterator<Item = &HostCapability> {
        let hosts = self.capabilities.iter().filter_map(|capability| match capability {
            Capability::ScsiHost(host) => Some(host),
            _ => None,
        });
        hosts.flat_map(|host| &host.capabilities)
    }
}

/// A number that is not said where it is not known, which is -1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known(pub i32);

impl Default for Known {
    fn default() -> Self {
        Self(-1)
    }
}

impl Value for Known {
    const EXPECTED: Expected = Expected::Signed(32);
    fn parse(text: &str) -> Option<Self> {
        i32::parse(text).map(Self)
    }
    fn write(&self, out: &mut Text) {
        self.0.write(out);
    }
}

/// Sorts by the order of the variants.
fn order_variants<E: Variant>(elements: &mut [E]) {
    elements.sort_by_key(|element| E::TAGS.iter().position(|tag| *tag == element.tag_word()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_written_in_libvirts_order() {
        let device = Device::parse(
            "<device><name>d</name><devnode type='link'>/l</devnode><devnode type='dev'>/d</devnode>\
             <capability type='scsi_host'><capability type='vport_ops'><max_vports>9</max_vports></capability>\
             <capability type='fc_host'><wwnn>2</wwnn><wwpn>1</wwpn></capability><host>3</host></capability>\
             <capability type='net'><interface>e</interface><feature name='tx'/><feature name='rx'/><feature name='tx'/>\
             </capability></device>",
        );
        assert_eq!(
            device.expect("valid").format(),
            "<device>
  <name>d</name>
  <devnode type='dev'>/d</devnode>
  <devnode type='link'>/l</devnode>
  <capability type='scsi_host'>
    <host>3</host>
    <capability type='fc_host'>
      <wwnn>2</wwnn>
      <wwpn>1</wwpn>
    </capability>
    <capability type='vport_ops'>
      <max_vports>0</max_vports>
      <vports>0</vports>
    </capability>
  </capability>
  <capability type='net'>
    <interface>e</interface>
    <feature name='rx'/>
    <feature name='tx'/>
  </capability>
</device>
"
        );
    }

    #[test]
    fn functions_of_pci_count_once() {
        let device = Device::parse(
            "<device><name>d</name><capability type='pci'><domain>0</domain><bus>0</bus><slot>1</slot><function>0</function>\
             <product id='1'/><vendor id='2'/><capability type='new'/><capability type='pci-bridge'/>\
             <capability type='virt_functions' maxCount='5'/><capability type='cardbus-bridge'/>\
             <capability type='virt_functions' maxCount='7'/><pci-express><link validity='new' width='1'/>\
             <link validity='sta' width='0x10'/></pci-express></capability></device>",
        );
        let text = device.expect("valid").format();
        let lines: Vec<&str> =
            text.lines().map(str::trim).filter(|line| line.contains(" type=") || line.contains("link")).collect();
        assert_eq!(
            lines,
            [
                "<capability type='pci'>",
                "<capability type='virt_functions' maxCount='7'/>",
                "<capability type='pci-bridge'/>",
                "<link validity='sta' width='16'/>"
            ]
        );
    }

    #[test]
    fn groups_of_channel_devices_come_back() {
        let text = "<device>
  <name>ccwgroup_0_0_bd00</name>
  <capability type='ccwgroup'>
    <state>online</state>
    <cssid>0x0</cssid>
    <ssid>0x0</ssid>
    <devno>0xbd00</devno>
    <members>
      <ccw_device ref='cdev0'>ccw_0_0_bd00</ccw_device>
    </members>
    <capability type='qeth_generic'>
      <card_type>OSD_1000</card_type>
      <chpid>BD</chpid>
    </capability>
  </capability>
</device>
";
        assert_eq!(Device::parse_new(text, true).expect("valid").format(), text);
    }

    #[test]
    fn complaints_name_the_device() {
        let said = |text: &str| Device::parse(text).expect_err("must be refused").to_string();
        let text = said("<device><name>d</name><capability type='pci'><domain>0</domain></capability></device>");
        assert!(text.starts_with("internal error: no PCI bus ID supplied for 'd'"), "{text}");
        assert_eq!(said("<device><capability type='ap_matrix'/></device>"), "missing name information");
        let new = Device::parse_new("<device/>", false).expect_err("nothing in it").to_string();
        assert!(new.contains("no device capabilities for 'new device'"), "{new}");
    }
}
