//! `<ip>`: an address that the host has in a network, and what it gives out there.

use std::net::IpAddr;

use super::Dhcp;
use crate::address::{self, Subnet};
use crate::types::*;
use crate::walk;
use crate::xml::common::ip::Family;
use crate::xml::{Fault, YesNo};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ip {
    pub family: Option<Family>,
    /// Some once it is checked.
    pub address: Option<IpAddr>,
    pub netmask: Option<IpAddr>,
    /// 0 is not given.
    pub prefix: u32,
    /// Questions of which name belongs to an address are not passed on.
    pub local_ptr: Option<YesNo>,
    /// What TFTP gives out. Empty is nothing.
    pub tftp_root: String,
    pub dhcp: Dhcp,
}

walk!(Ip, |ip, xml| {
    let code = VIR_ERR_XML_ERROR;
    xml.filled(|xml| {
        xml.refuse(code, "Unrecognized family '{}' in network '{name}'", |xml| ip.family.attr("family", xml));
        xml.lacking(code, "Missing required address attribute in network '{name}'", |xml| xml.need("address"));
        xml.refuse(code, "Invalid address '{}' in network '{name}'", |xml| ip.address.attr("address", xml));
        xml.refuse(code, "Invalid netmask '{}' in network '{name}'", |xml| ip.netmask.attr("netmask", xml));
    });
    ip.prefix.sparse("prefix", xml);
    ip.local_ptr.attr("localPtr", xml);
    xml.open();
    ip.tftp_root.sparse_via("tftp", "root", xml);
    ip.dhcp.child("dhcp", xml);
    xml.check(|| ip.check());
});

impl Ip {
    pub fn is_ipv6(&self) -> bool {
        self.address.is_some_and(|address| address.is_ipv6())
    }

    /// How many bits of the address are the network's, whichever way it is said. None where it is not said and cannot be told.
    pub fn prefix(&self) -> Option<u32> {
        match (self.prefix, self.netmask) {
            (1.., _) => Some(self.prefix),
            (0, Some(netmask)) => address::prefix_of_mask(netmask),
            (0, None) => address::default_prefix(self.address?),
        }
    }

    pub fn subnet(&self) -> Option<Subnet> {
        Subnet::of(self.address?, self.prefix()?)
    }

    pub(super) fn settle(&mut self) {
        self.dhcp.settle(self.is_ipv6());
    }

    pub(super) fn check(&self) -> Result<(), Fault> {
        let Some(address) = self.address else { return Ok(()) };
        self.check_family(address)?;
        if address.is_ipv6() && !self.tftp_root.is_empty() {
            let text = "Unsupported <tftp> element in an IPv6 element in network '{name}'";
            return Err(Fault::unsupported(text));
        }
        self.dhcp.check(self)
    }

    fn check_family(&self, address: IpAddr) -> Result<(), Fault> {
        let ipv6 = self.family == Some(Family::Ipv6);
        let prefix = self.prefix;
        let text = if address.is_ipv6() != ipv6 {
            match self.family {
                None => format!("no family specified for non-IPv4 address '{address}' in network '{{name}}'"),
                Some(Family::Ipv4) => {
                    format!("ipv4 family specified for non-IPv4 address '{address}' in network '{{name}}'")
                }
                Some(Family::Ipv6) => {
                    format!("Family 'ipv6' specified for non-IPv6 address '{address}' in network '{{name}}'")
                }
            }
        } else if let Some(netmask) = self.netmask {
            if ipv6 {
                format!("netmask not allowed for IPv6 address '{address}' in network '{{name}}'")
            } else if prefix > 0 {
                "Network '{name}' IP address cannot have both a prefix and a netmask".to_owned()
            } else if netmask.is_ipv6() {
                format!("Invalid netmask '{netmask}' for address '{address}' in network '{{name}}' (both must be IPv4)")
            } else {
                return Ok(());
            }
        } else if ipv6 && prefix > 128 {
            format!("Invalid IPv6 prefix '{prefix}' in network '{{name}}'")
        } else if !ipv6 && prefix > 32 {
            format!("Invalid IPv4 prefix '{prefix}' in network '{{name}}'")
        } else {
            return Ok(());
        };
        Err(Fault::unsupported(text))
    }
}
