//! `<ip>` and `<route>`: addresses of a network card or of a network, and the way to other networks.

use std::net::IpAddr;

use crate::address::{self, Subnet};
use crate::types::*;
use crate::xml::{Expected, Fault, Shape, Text, Value};
use crate::{walk, words};

impl Value for IpAddr {
    const EXPECTED: Expected = Expected::Kind("an IP address");
    fn parse(text: &str) -> Option<Self> {
        address::parse(text)
    }
    fn write(&self, out: &mut Text) {
        out.plain(&address::text(*self));
    }
    fn fits_schema(text: &str) -> bool {
        Shape::Ip.fits(text)
    }
    fn refusal(text: &str) -> Option<Fault> {
        let text = format!("Cannot parse socket address '{text}': Name or service not known");
        Some(Fault::new(VIR_ERR_SYSTEM_ERROR, text).with_origin(VIR_FROM_NONE))
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

/// A way to another network. `{name}` in its complaints is whose it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    pub family: Option<Family>,
    /// Where it leads.
    pub address: Option<IpAddr>,
    pub netmask: Option<IpAddr>,
    pub prefix: Option<u32>,
    pub gateway: Option<IpAddr>,
    /// Of several ways the one with the smallest metric is taken; never 0.
    pub metric: Option<u32>,
}

walk!(Route, |route, xml| {
    xml.complaining(VIR_FROM_NETWORK, |xml| {
        let code = VIR_ERR_XML_ERROR;
        let sentence = "{name}: Unrecognized family '{}' in route definition";
        xml.refuse(code, sentence, |xml| route.family.attr("family", xml));
        let sentence = "{name}: Bad network address '{}' in route definition";
        xml.refuse(code, sentence, |xml| route.address.attr("address", xml));
        let sentence = "{name}: Bad netmask address '{}' in route definition";
        xml.refuse(code, sentence, |xml| route.netmask.attr("netmask", xml));
        route.prefix.attr("prefix", xml);
        let sentence = "{name}: Bad gateway address '{}' in route definition";
        xml.refuse(code, sentence, |xml| route.gateway.attr("gateway", xml));
        route.metric.attr("metric", xml);
        xml.check(|| route.check());
    });
});

impl Route {
    fn check(&self) -> Result<(), Fault> {
        if self.metric == Some(0) {
            let text = "Invalid value for attribute 'metric' in element 'route': Zero is not permitted";
            return Err(Fault::xml(text).with_origin(VIR_FROM_XML));
        }
        let Some(address) = self.address else {
            return Err(Fault::xml("{name}: Missing required address attribute in route definition"));
        };
        let Some(gateway) = self.gateway else {
            return Err(Fault::xml("{name}: Missing required gateway attribute in route definition"));
        };
        if self.netmask.is_some() && self.prefix.is_some() {
            return Err(Fault::xml("{name}: Route definition cannot have both a prefix and a netmask"));
        }
        self.check_family(address, gateway)?;
        match self.prefix_of(address).and_then(|prefix| Subnet::of(address, prefix)) {
            Some(subnet) if subnet.first() == address => Ok(()),
            _ => {
                let text = format!("{{name}}: Address '{address}' in route definition is not a network address");
                Err(Fault::xml(text))
            }
        }
    }

    fn check_family(&self, address: IpAddr, gateway: IpAddr) -> Result<(), Fault> {
        let ipv6 = self.family == Some(Family::Ipv6);
        let (family, most) = if ipv6 { ("ipv6", 128) } else { ("ipv4", 32) };
        let text = if address.is_ipv6() != ipv6 {
            match self.family {
                None => format!("{{name}}: No family specified for non-IPv4 address '{address}' in route definition"),
                Some(Family::Ipv4) => {
                    format!("{{name}}: ipv4 family specified for non-IPv4 address '{address}' in route definition")
                }
                Some(Family::Ipv6) => {
                    format!("{{name}}: ipv6 family specified for non-IPv6 address '{address}' in route definition")
                }
            }
        } else if gateway.is_ipv6() != ipv6 {
            let other = if ipv6 { "IPv6" } else { "IPv4" };
            format!("{{name}}: {family} specified for non-{other} gateway address '{gateway}' in route definition")
        } else if let Some(netmask) = self.netmask.filter(|netmask| ipv6 || netmask.is_ipv6()) {
            if ipv6 {
                format!("{{name}}: Specifying netmask invalid for IPv6 address '{address}' in route definition")
            } else {
                format!("{{name}}: Invalid netmask '{netmask}' for address '{address}' (both must be IPv4)")
            }
        } else if let Some(prefix) = self.prefix.filter(|prefix| *prefix > most) {
            format!("{{name}}: Invalid prefix {prefix} specified in route definition, must be 0 - {most}")
        } else {
            return Ok(());
        };
        Err(Fault::xml(text))
    }

    /// Only the whole world needs none. None for a netmask with holes.
    fn prefix_of(&self, address: IpAddr) -> Option<u32> {
        match (self.prefix, self.netmask) {
            (Some(prefix), _) => Some(prefix),
            (None, Some(netmask)) => address::prefix_of_mask(netmask),
            (None, None) => address.is_unspecified().then_some(0),
        }
    }
}
