//! `<dhcp>`: addresses that are given out.

use std::net::IpAddr;

use super::Ip;
use crate::address;
use crate::mac::Mac;
use crate::types::*;
use crate::xml::{Fault, Shape};
use crate::{element, walk, words};

element! {
    pub struct Dhcp {
        ranges: Vec<DhcpRange> = child("range"),
        hosts: Vec<DhcpHost> = child("host"),
        bootp: Option<Bootp> = child("bootp"),
    }
}

/// Addresses for whoever asks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DhcpRange {
    /// Some once it is read, as `end`.
    pub start: Option<IpAddr>,
    pub end: Option<IpAddr>,
    pub lease: Option<Lease>,
}

walk!(DhcpRange, |range, xml| {
    let code = VIR_ERR_XML_ERROR;
    let sentence = "Missing 'start' attribute in dhcp range for network '{name}'";
    xml.lacking(code, sentence, |xml| xml.need("start"));
    range.start.attr("start", xml);
    xml.lacking(code, "Missing 'end' attribute in dhcp range for network '{name}'", |xml| xml.need("end"));
    range.end.attr("end", xml);
    range.lease.child("lease", xml);
});

words! { pub enum LeaseUnit { Minutes = "minutes", Seconds = "seconds", Hours = "hours" } }

/// How long an address is lent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lease {
    /// 0 is forever; then there is no unit.
    pub expiry: Option<u64>,
    pub unit: Option<LeaseUnit>,
}

walk!(Lease, |lease, xml| {
    if xml.is_strict() {
        xml.need("expiry");
    }
    xml.shaped(Shape::Digits, |xml| lease.expiry.attr("expiry", xml));
    lease.unit.attr("unit", xml);
    let seconds = lease.seconds();
    xml.check(|| match seconds {
        1..120 => Err(Fault::unsupported("The minimum lease time should be greater than 2 minutes")),
        _ => Ok(()),
    });
});

impl Lease {
    /// 0 is forever.
    pub fn seconds(&self) -> u64 {
        let unit = match self.unit.unwrap_or_default() {
            LeaseUnit::Seconds => 1,
            LeaseUnit::Minutes => 60,
            LeaseUnit::Hours => 3600,
        };
        self.expiry.unwrap_or(0).saturating_mul(unit)
    }

    fn settle(lease: &mut Option<Self>) {
        lease.take_if(|lease| lease.expiry.is_none());
        if let Some(lease) = lease {
            lease.unit = match lease.expiry {
                Some(1..) => Some(lease.unit.unwrap_or_default()),
                _ => None,
            };
        }
    }
}

/// An address, a name or a lease of its own for one machine.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DhcpHost {
    /// As it was written; checked.
    pub mac: Option<String>,
    /// The DUID of an IPv6 machine: hexadecimal bytes and colons.
    pub id: Option<String>,
    pub name: Option<String>,
    /// None only where a host is named that is to be changed or deleted.
    pub ip: Option<IpAddr>,
    pub lease: Option<Lease>,
}

walk!(DhcpHost, |host, xml| {
    host.mac.attr("mac", xml);
    xml.shaped(Shape::Duid, |xml| host.id.attr("id", xml));
    host.name.attr("name", xml);
    let sentence = "Invalid IP address in static host definition for network '{name}'";
    xml.refuse(VIR_ERR_XML_ERROR, sentence, |xml| host.ip.attr("ip", xml));
    host.lease.child("lease", xml);
});

/// What a machine starts from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bootp {
    pub file: Option<String>,
    pub server: Option<IpAddr>,
}

walk!(Bootp, |bootp, xml| {
    if xml.is_strict() {
        xml.need_filled("file");
    }
    bootp.file.attr("file", xml);
    xml.shaped(Shape::DnsName, |xml| bootp.server.attr("server", xml));
});

impl Dhcp {
    pub(super) fn settle(&mut self, ipv6: bool) {
        self.ranges.iter_mut().for_each(DhcpRange::settle);
        self.hosts.iter_mut().for_each(DhcpHost::settle);
        let served = !self.ranges.is_empty() || !self.hosts.is_empty();
        self.bootp.take_if(|bootp| ipv6 || !served || bootp.file.is_none());
    }

    pub(super) fn check(&self, ip: &Ip) -> Result<(), Fault> {
        self.ranges.iter().try_for_each(|range| range.check(ip))?;
        self.hosts.iter().try_for_each(|host| host.check(ip.is_ipv6(), false))
    }
}

impl DhcpRange {
    pub(super) fn settle(&mut self) {
        Lease::settle(&mut self.lease);
    }

    pub(super) fn check(&self, ip: &Ip) -> Result<(), Fault> {
        let (Some(start), Some(end), Some(network)) = (self.start, self.end, ip.address) else { return Ok(()) };
        self.check_range(ip, start, end, network)
            .map_or(Ok(()), |text| Err(Fault::internal(text).with_origin(VIR_FROM_NONE)))
    }

    /// What is wrong with it.
    fn check_range(&self, ip: &Ip, start: IpAddr, end: IpAddr, network: IpAddr) -> Option<String> {
        /// The most addresses in one range.
        const LIMIT: i128 = 65535;
        let range = format!("range {start} - {end}");
        if start.is_ipv6() != end.is_ipv6() {
            return Some(format!("mismatch of address family in {range}"));
        }
        if start.is_ipv6() != network.is_ipv6() {
            return Some(format!("mismatch of address family in {range} for network {network}"));
        }
        let Some(subnet) = ip.subnet() else {
            return Some(format!("bad prefix -1 for network {network} when  checking {range}"));
        };
        let place = format!("network {network}/{}", ip.prefix().unwrap_or_default());
        if !subnet.contains(start) || !subnet.contains(end) {
            return Some(format!("{range} is not entirely within {place}"));
        }
        if network.is_ipv4() && start == subnet.first() {
            return Some(format!("start of {range} in {place} is the network address"));
        }
        if network.is_ipv4() && end == subnet.last() {
            return Some(format!("end of {range} in {place} is the broadcast address"));
        }
        match address::distance(start, end) {
            Some(0..LIMIT) => None,
            Some(..0) => Some(format!("{range} is reversed ")),
            _ => Some(format!("{range} is too large (> {LIMIT})")),
        }
    }
}

impl DhcpHost {
    pub(super) fn settle(&mut self) {
        Lease::settle(&mut self.lease);
    }

    /// `ipv6`: of the network; `partial`: it only names a host.
    pub(super) fn check(&self, ipv6: bool, partial: bool) -> Result<(), Fault> {
        self.check_mac()?;
        if let Some(id) = &self.id
            && let Some(bad) = id.chars().find(|c| !c.is_ascii_hexdigit() && *c != ':')
        {
            return Err(Fault::xml(format!("Invalid character '{bad}' in id '{id}' of network '{{name}}'")));
        }
        if let Some(name) = self.name.as_deref().filter(|name| !name.starts_with(|c: char| c.is_ascii_alphanumeric())) {
            return Err(Fault::xml(format!("Cannot use host name '{name}' in network '{{name}}'")));
        }
        match &self.mac {
            Some(mac) if ipv6 => {
                let text =
                    format!("Invalid to specify MAC address '{mac}' in network '{{name}}' IPv6 static host definition");
                return Err(Fault::xml(text));
            }
            _ => {}
        }
        if partial {
            return Ok(());
        }
        if ipv6 && self.id.is_none() && self.name.is_none() {
            let text = "Static host definition in IPv6 network '{name}' must have id or name attribute";
            return Err(Fault::xml(text));
        }
        if !ipv6 && self.mac.is_none() && self.name.is_none() {
            let text = "Static host definition in IPv4 network '{name}' must have mac or name attribute";
            return Err(Fault::xml(text));
        }
        match self.ip {
            Some(_) => Ok(()),
            None => Err(Fault::xml("Missing IP address in static host definition for network '{name}'")),
        }
    }

    fn check_mac(&self) -> Result<(), Fault> {
        let Some(text) = &self.mac else { return Ok(()) };
        match Mac::parse(text) {
            None => Err(Fault::xml(format!("Cannot parse MAC address '{text}' in network '{{name}}'"))),
            Some(mac) if mac.is_multicast() => {
                let text = format!("expected unicast mac address, found multicast '{text}' in network '{{name}}'");
                Err(Fault::xml(text))
            }
            Some(_) => Ok(()),
        }
    }
}
