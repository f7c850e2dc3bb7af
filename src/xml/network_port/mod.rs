//! `<networkport>`: a card's place in a virtual network.

mod plug;

pub use plug::{BridgePlug, DirectMode, DirectPlug, HostdevDriver, HostdevPlug, Plug};

use super::common::bandwidth::Bandwidth;
use super::common::owner::Owner;
use super::common::virtualport::VirtualPort;
use super::common::vlan::Vlan;
use super::{Fault, Root, YesNo};
use crate::error::Origin;
use crate::mac::Mac;
use crate::types::*;
use crate::uuid::Uuid;
use crate::walk;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkPort {
    /// Some once it is read, as everything of the owner and the address.
    pub uuid: Option<Uuid>,
    /// The machine whose card it is.
    pub owner: Owner,
    /// A class of cards that the network knows. Empty is none.
    pub group: String,
    pub mac: Option<Mac>,
    pub virtualport: VirtualPort,
    pub bandwidth: Option<Bandwidth>,
    pub vlan: Option<Vlan>,
    /// Whether the card cannot reach others.
    pub isolated: Option<YesNo>,
    /// Whether the machine may say what the card receives.
    pub trust_guest_rx_filters: Option<YesNo>,
    pub plug: Plug,
}

walk!(NetworkPort, |port, xml| {
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "Unable to parse UUID '{}'", |xml| port.uuid.leaf("uuid", xml));
    let missing = port.uuid.is_none();
    xml.check(|| if missing { Err(Fault::internal("network port has no uuid")) } else { Ok(()) });
    port.owner.child("owner", xml);
    xml.check(|| port.owner.check("network port"));
    port.group.sparse_leaf("group", xml);
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "Unable to parse MAC '{}'", |xml| port.mac.via("mac", "address", xml));
    let missing = port.mac.is_none();
    xml.check(|| if missing { Err(Fault::internal("network port has no mac")) } else { Ok(()) });
    port.virtualport.child("virtualport", xml);
    port.bandwidth.child("bandwidth", xml);
    port.vlan.child("vlan", xml);
    port.isolated.via("port", "isolated", xml);
    port.trust_guest_rx_filters.via("rxfilters", "trustGuest", xml);
    if xml.is_reading() || port.plug != Plug::None(()) {
        port.plug.child("plug", xml);
    }
});

impl Root for NetworkPort {
    const NAME: &'static str = "networkport";
    const LABEL: &'static str = "networkport_definition";
    const ORIGIN: Origin = VIR_FROM_NETWORK;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::xml::{Dump, Read, format, parse};

    const HEAD: &str = "<networkport>
  <uuid>81ff0d90-c91e-6742-64da-4a736edb9a90</uuid>
  <owner>
    <name>d</name>
    <uuid>81ff0d90-c91e-6742-64da-4a736edb9a9c</uuid>
  </owner>
";

    fn comes_back(rest: &str) {
        let text = format!("{HEAD}{rest}</networkport>\n");
        let options = Read { strict: true, ..Read::default() };
        let (port, unknown) = parse::<NetworkPort>(&text, options).unwrap_or_else(|fault| panic!("{fault}"));
        assert_eq!(unknown, []);
        assert_eq!(format(&port, Dump::default()), text);
    }

    #[test]
    fn ports_come_back() {
        comes_back(
            "  <group>pg</group>
  <mac address='52:54:00:aa:00:01'/>
  <virtualport type='openvswitch'>
    <parameters interfaceid='81ff0d90-c91e-6742-64da-4a736edb9a90'/>
  </virtualport>
  <bandwidth classID='7'>
    <inbound average='5'/>
  </bandwidth>
  <vlan>
    <tag id='4'/>
  </vlan>
  <port isolated='no'/>
  <rxfilters trustGuest='yes'/>
  <plug type='bridge' bridge='b' macTableManager='kernel'/>
",
        );
        let mac = "  <mac address='52:54:00:aa:00:01'/>\n";
        comes_back(&format!("{mac}  <plug type='direct' dev='eth0' mode='bridge'/>\n"));
        comes_back(&format!(
            "{mac}  <plug type='hostdev-pci' managed='yes'>\n    <driver name='vfio'/>\n    \
             <address domain='0x0000' bus='0x01' slot='0x02' function='0x3'/>\n  </plug>\n"
        ));
        comes_back(mac);
    }

    #[test]
    fn what_is_wrong() {
        let said = |text: &str| parse::<NetworkPort>(text, Read::default()).expect_err(text).text;
        assert_eq!(said("<networkport/>"), "network port has no uuid");
        let whole = |rest: &str| said(&format!("{HEAD}{rest}</networkport>"));
        assert_eq!(whole(""), "network port has no mac");
        assert_eq!(whole("<mac address='x'/>"), "Unable to parse MAC 'x'");
        let plug = |plug: &str| whole(&format!("<mac address='52:54:00:aa:00:01'/>{plug}"));
        assert_eq!(plug("<plug type='network'/>"), "Missing network port bridge name");
        assert_eq!(plug("<plug type='direct' mode='vepa'/>"), "Missing network port link device name");
        assert_eq!(plug("<plug type='direct' dev='e' mode='x'/>"), "Invalid mode setting 'x' in network port");
        assert_eq!(plug("<plug type='hostdev-pci'/>"), "Missing network port PCI address");
        assert_eq!(plug("<plug type='hostdev-pci'><driver name='x'/></plug>"), "Missing network port driver name");
        assert_eq!(plug("<bandwidth classID='x'/>"), "Unable to parse class id 'x'");
    }
}
