//! Networks as documents: what libvirt writes comes back, and what is wrong is said in its words.

use super::*;
use crate::xml::{Dump, format};

fn read(text: &str) -> Result<Network, Fault> {
    Network::parse(text, Read::default()).map(|(network, _)| network)
}

/// `body` in a network, as it is written.
fn written(body: &str) -> String {
    let text = format!("<network><name>n</name>{UUID}{body}</network>");
    let network = read(&text).unwrap_or_else(|fault| panic!("{fault}"));
    let text = format(&network, Dump::default());
    let (_, rest) = text.split_once("</uuid>\n").expect("a network");
    rest.strip_suffix("</network>\n").expect("a network").to_owned()
}

const UUID: &str = "<uuid>81ff0d90-c91e-6742-64da-4a736edb9a9b</uuid>";

fn refused(body: &str) -> (i32, String) {
    let fault = read(&format!("<network><name>n</name>{body}</network>")).expect_err(body);
    (fault.code, fault.text)
}

const ALL: &str =
    "<network xmlns:dnsmasq='http://libvirt.org/schemas/network/dnsmasq/1.0' ipv6='yes' trustGuestRxFilters='yes'>
  <name>all</name>
  <uuid>81ff0d90-c91e-6742-64da-4a736edb9a9b</uuid>
  <title>a title</title>
  <description>words</description>
  <metadata>
    <a:b xmlns:a=\"x\">1</a:b>
  </metadata>
  <forward dev='eth0' mode='nat'>
    <driver name='vfio' model='m'/>
    <nat ipv6='yes'>
      <address start='1.2.3.4' end='1.2.3.10'/>
      <port start='1000' end='2000'/>
    </nat>
    <interface dev='eth0'/>
  </forward>
  <bridge name='br5' zone='public' stp='off' delay='3' macTableManager='libvirt'/>
  <mtu size='1400'/>
  <mac address='52:54:00:aa:bb:cc'/>
  <domain name='x.org' localOnly='yes' register='yes'/>
  <dns enable='yes' forwardPlainNames='no'>
    <forwarder domain='y.org' addr='8.8.8.8'/>
    <txt name='a' value='b'/>
    <srv service='a' protocol='tcp' domain='d' target='t' port='5' priority='6' weight='7'/>
    <host ip='1.2.3.4'>
      <hostname>h1</hostname>
      <hostname>h2</hostname>
    </host>
  </dns>
  <vlan trunk='yes'>
    <tag id='5' nativeMode='untagged'/>
    <tag id='6'/>
  </vlan>
  <bandwidth>
    <inbound average='100' peak='200' burst='300'/>
    <outbound average='1000'/>
  </bandwidth>
  <port isolated='yes'/>
  <ip address='10.0.0.1' prefix='24' localPtr='yes'>
    <tftp root='/x'/>
    <dhcp>
      <range start='10.0.0.2' end='10.0.0.9'>
        <lease expiry='1' unit='hours'/>
      </range>
      <host mac='52:54:00:AA:bb:01' name='x' ip='10.0.0.10'>
        <lease expiry='0'/>
      </host>
      <bootp file='f' server='1.2.3.4'/>
    </dhcp>
  </ip>
  <ip family='ipv6' address='2001:db8::1' prefix='64'>
    <dhcp>
      <host id='0:3:0:1:52:54:0:12:34:56' name='paul' ip='2001:db8::21'/>
    </dhcp>
  </ip>
  <route address='10.1.0.0' prefix='16' gateway='10.0.0.7' metric='3'/>
  <virtualport type='openvswitch'/>
  <portgroup name='a' default='yes' trustGuestRxFilters='no'>
    <vlan>
      <tag id='7'/>
    </vlan>
    <virtualport>
      <parameters profileid='p'/>
    </virtualport>
    <bandwidth>
      <inbound average='100'/>
    </bandwidth>
  </portgroup>
  <dnsmasq:options>
    <dnsmasq:option value='foo=bar'/>
  </dnsmasq:options>
</network>
";

#[test]
fn everything_comes_back() {
    let (network, unknown) = Network::parse(ALL, Read { strict: true, active: false, ..Read::default() })
        .unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(unknown, []);
    assert_eq!(format(&network, Dump::default()), ALL);
}

#[test]
fn what_is_left_open_is_filled_in() {
    assert_eq!(written(""), "  <bridge stp='on' delay='0'/>\n");
    assert_eq!(written("<forward mode='none' dev='e'/>"), "  <bridge stp='on' delay='0'/>\n");
    assert_eq!(
        written("<forward mode='bridge' dev='e1'/><bridge delay='0'/>"),
        "  <forward dev='e1' mode='bridge'>\n    <interface dev='e1'/>\n  </forward>\n"
    );
    assert_eq!(written("<forward mode='hostdev'/>"), "  <forward mode='hostdev' managed='no'/>\n");
    assert!(written("<vlan><tag id='1'/><tag id='2'/></vlan>").contains("<vlan trunk='yes'>"));
    assert_ne!(read("<network><name>n</name></network>").expect("valid").uuid(), Uuid::default());
    let leased = "<ip address='1.2.3.4' prefix='24'><dhcp><range start='1.2.3.5' end='1.2.3.6'><lease expiry='5'/></range></dhcp></ip>";
    assert!(written(leased).contains("<lease expiry='5' unit='minutes'/>"));
}

#[test]
fn of_several_devices_one_kind_counts() {
    let pf = "<forward mode='hostdev' managed='yes'><pf dev='e1'/><address type='pci' bus='3'/></forward>";
    assert_eq!(
        written(pf),
        "  <forward mode='hostdev' managed='yes'>\n    <address type='pci' domain='0x0000' bus='0x03' slot='0x00' function='0x0'/>\n  \
         </forward>\n"
    );
}

#[test]
fn running_networks_tell_how_many_use_them() {
    let text = "<network connections='2'><name>n</name><forward mode='bridge'><interface dev='e1' connections='2'/></forward></network>";
    let stored = read(text).expect("valid");
    assert_eq!(stored.connections, 0);
    let (running, _) = Network::parse(text, Read { strict: true, active: true, ..Read::default() }).expect("valid");
    assert_eq!(running.connections, 2);
    let dump = format(&running, Dump { active: true, ..Dump::default() });
    assert!(dump.contains("<network connections='2'>") && dump.contains("<interface dev='e1' connections='2'/>"));
    assert!(!format(&running, Dump::default()).contains("connections"));
}

#[test]
fn what_is_wrong_is_said_with_the_name() {
    let ip = "<ip address='1.2.3.4' prefix='24'>";
    for (body, code, text) in [
        ("<forward/>", VIR_ERR_XML_ERROR, "nat forwarding requested, but no IP address provided for network 'n'"),
        ("<forward mode='x'/>", VIR_ERR_CONFIG_UNSUPPORTED, "unknown forwarding type 'x'"),
        ("<bridge delay='x'/>", VIR_ERR_XML_ERROR, "Invalid delay value in network 'n'"),
        ("<route address='1.2.3.0'/>", VIR_ERR_XML_ERROR, "n: Missing required gateway attribute in route definition"),
        ("<uuid>x</uuid>", VIR_ERR_INTERNAL_ERROR, "malformed uuid element"),
        ("<virtualport/>", VIR_ERR_XML_ERROR, "missing required virtualport type"),
        (
            "<forward mode='private'/><bridge name='b'/>",
            VIR_ERR_XML_ERROR,
            "bridge name not allowed in private mode (network 'n')",
        ),
        (
            "<dns><srv service='a' protocol='udp' target='t' port='x'/></dns>",
            VIR_ERR_XML_DETAIL,
            "invalid DNS SRV port attribute for service 'a' in network 'n'",
        ),
    ] {
        assert_eq!(refused(body), (code, text.to_owned()));
    }
    let range = |range: &str| refused(&format!("{ip}<dhcp>{range}</dhcp></ip>")).1;
    assert_eq!(
        range("<range start='1.2.4.9' end='1.2.4.50'/>"),
        "range 1.2.4.9 - 1.2.4.50 is not entirely within network 1.2.3.4/24"
    );
    assert_eq!(range("<range start='x' end='1.2.3.5'/>"), "Cannot parse socket address 'x': Name or service not known");
    assert_eq!(range("<host mac='x' ip='1.2.3.5'/>"), "Cannot parse MAC address 'x' in network 'n'");
    let nameless = read("<network/>").expect_err("no name");
    assert_eq!((nameless.code, nameless.sentence().as_str()), (VIR_ERR_NO_NAME, "missing name information"));
    assert_eq!(read("<network><name>a/b</name></network>").expect_err("a slash").text, "invalid char in name: /");
}
