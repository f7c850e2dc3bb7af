//! `<ip>` and `<route>`: addresses of a network card.

use std::net::IpAddr;

use crate::types::*;
use crate::xml::{Expected, Fault, Text, Value};
use crate::{element, walk, words};

impl Value for IpAddr {
    const EXPECTED: Expected = Expected::Kind("an IP address");
    fn parse(text: &str) -> Option<Self> {
        text.parse().ok()
    }
    fn write(&self, out: &mut Text) {
        out.displayed(self);
    }
}

words! { pub enum Family { Ipv4 = "ipv4", Ipv6 = "ipv6" } }

/// Of a card of a machine.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ip {
    pub address: Option<IpAddr>,
    pub family: Option<Family>,
    pub prefix: Option<u32>,
    /// The other end of a line between two.
    pub peer: Option<IpAddr>,
}

walk!(Ip, |ip, xml| {
    xml.refuse(VIR_ERR_XML_ERROR, "Invalid address '{}' in <ip>", |xml| ip.address.required_attr("address", xml));
    ip.family.attr("family", xml);
    xml.refuse(VIR_ERR_XML_ERROR, "Invalid prefix value '{}' in <ip>", |xml| ip.prefix.attr("prefix", xml));
    xml.refuse(VIR_ERR_XML_ERROR, "Invalid peer '{}' in <ip>", |xml| ip.peer.attr("peer", xml));
    xml.check(|| ip.check());
});

impl Ip {
    fn check(&self) -> Result<(), Fault> {
        let Some(address) = self.address else { return Ok(()) };
        if self.family.is_some_and(|family| family != Family::of(address)) {
            return Err(Fault::xml(format!("Invalid address '{address}' in <ip>")));
        }
        match self.prefix {
            Some(prefix) if prefix > if address.is_ipv4() { 32 } else { 128 } => {
                Err(Fault::xml(format!("Invalid prefix value '{prefix}' in <ip>")))
            }
            _ => Ok(()),
        }
    }
}

impl Family {
    pub fn of(address: IpAddr) -> Self {
        if address.is_ipv4() { Self::Ipv4 } else { Self::Ipv6 }
    }
}

element! {
    pub struct Route {
        family: Option<Family> = attr("family"),
        address: Option<IpAddr> = attr("address"),
        netmask: Option<IpAddr> = attr("netmask"),
        prefix: Option<u32> = attr("prefix"),
        gateway: Option<IpAddr> = attr("gateway"),
        metric: Option<u32> = attr("metric"),
    }
}
