//! `<protocol>`: addresses of one family.

use crate::types::VIR_ERR_XML_ERROR;
use crate::xml::{Expected, Shape, Text, Value, YesNo, signed};
use crate::{element, walk, words};

words! { pub enum Family { Ipv4 = "ipv4", Ipv6 = "ipv6" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Protocol {
    pub family: Family,
    /// Addresses by router advertisement, in IPv6.
    pub autoconf: bool,
    pub dhcp: Option<Dhcp>,
    pub addresses: Vec<IpAddress>,
    pub gateway: Option<String>,
}

walk!(Protocol, |protocol, xml| {
    xml.lacking(VIR_ERR_XML_ERROR, "protocol misses the family attribute", |xml| {
        xml.refuse(VIR_ERR_XML_ERROR, "unsupported protocol family '{}'", |xml| {
            protocol.family.required("family", xml)
        });
    });
    xml.open();
    if protocol.family == Family::Ipv6 {
        protocol.autoconf.child("autoconf", xml);
    }
    protocol.dhcp.child("dhcp", xml);
    protocol.addresses.child("ip", xml);
    xml.filled(|xml| xml.shaped(Shape::Ip, |xml| protocol.gateway.via("route", "gateway", xml)));
});

element! {
    pub struct Dhcp {
        /// Whether the name servers of the lease are used.
        peer_dns: Option<YesNo> = attr("peerdns"),
    }
}

/// An address, as it was written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IpAddress {
    pub address: Option<String>,
    pub prefix: Prefix,
}

walk!(IpAddress, |ip, xml| {
    if xml.is_strict() {
        xml.need("address");
    }
    xml.shaped(Shape::Ip, |xml| ip.address.attr("address", xml));
    xml.shaped(Shape::PrefixLength, |xml| ip.prefix.sparse("prefix", xml));
});

/// How many bits of an address are the network's; read in any base, 0 is not given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Prefix(pub i32);

impl Value for Prefix {
    const EXPECTED: Expected = Expected::Signed(32);
    fn parse(text: &str) -> Option<Self> {
        signed(text, 0)?.try_into().ok().map(Self)
    }
    fn write(&self, out: &mut Text) {
        out.number(i128::from(self.0));
    }
}

impl Protocol {
    pub(super) fn settle(&mut self) {
        self.addresses.retain(|ip| ip.address.is_some());
    }
}
