//! Changes of what DHCP gives out.

use std::net::IpAddr;

use super::{Change, Command, invalid, unknown_command, unsupported};
use crate::xml::Fault;
use crate::xml::network::{DhcpHost, DhcpRange, Ip, Network};

impl Network {
    pub(super) fn update_dhcp_host(&mut self, change: &Change) -> Result<(), Fault> {
        let mut host: DhcpHost = change.read("host", &self.name)?;
        host.settle();
        let command = change.command();
        let at = self.dhcp_parent(change.parent_index)?;
        host.check(self.ips[at].is_ipv6(), command == Command::Delete)?;
        if command == Command::Delete && host.mac.is_none() && host.name.is_none() && host.ip.is_none() {
            let text = "At least one of name, mac, or ip attribute must be specified for static host definition in network \
                        '{name}' ";
            return Err(Fault::xml(text));
        }
        if host.ip.is_some_and(|ip| ip.is_ipv6() != self.ips[at].is_ipv6()) {
            let text =
                "the address family of a host entry IP must match the address family of the dhcp element's parent";
            return Err(invalid(text));
        }
        let hosts = &mut self.ips[at].dhcp.hosts;
        let (mac, name) = (host.mac.as_deref().unwrap_or("unknown"), host.name.as_deref().unwrap_or("(null)"));
        let ip = host.ip.map(|ip| ip.to_string()).unwrap_or_default();
        match command {
            Command::Modify => match hosts.iter_mut().find(|known| known.shares_with(&host)) {
                Some(known) => *known = host,
                None => {
                    let text = format!(
                        "couldn't locate an existing dhcp host entry with \"mac='{mac}'\" \"name='{name}'\" \"ip='{ip}'\" in \
                         network '{{name}}'"
                    );
                    return Err(invalid(text));
                }
            },
            Command::AddFirst | Command::AddLast => {
                if hosts.iter().any(|known| known.shares_with(&host)) {
                    let text = format!(
                        "there is an existing dhcp host entry in network '{{name}}' that matches \"<host mac='{mac}' \
                         name='{name}' ip='{ip}'/>\""
                    );
                    return Err(invalid(text));
                }
                command.add(hosts, host);
                self.check_single_dhcp(at)?;
            }
            Command::Delete => match hosts.iter().position(|known| known.fits(&host)) {
                Some(at) => drop(hosts.remove(at)),
                None => return Err(invalid("couldn't locate a matching dhcp host entry in network '{name}'")),
            },
            Command::Unknown(number) => return Err(unknown_command(number)),
        }
        Ok(())
    }

    pub(super) fn update_dhcp_range(&mut self, change: &Change) -> Result<(), Fault> {
        let command = change.command();
        let mut range: DhcpRange = change.read("range", &self.name)?;
        range.settle();
        let at = self.dhcp_parent(change.parent_index)?;
        if command == Command::Modify {
            return Err(unsupported("dhcp ranges cannot be modified, only added or deleted"));
        }
        range.check(&self.ips[at])?;
        let ranges = &mut self.ips[at].dhcp.ranges;
        let found = ranges.iter().position(|known| (known.start, known.end) == (range.start, range.end));
        match (command, found) {
            (Command::Delete, Some(at)) => drop(ranges.remove(at)),
            (Command::Delete, None) => {
                return Err(invalid("couldn't locate a matching dhcp range entry in network '{name}'"));
            }
            (Command::AddFirst | Command::AddLast, Some(_)) => {
                let text = |address: Option<IpAddr>| address.map(|address| address.to_string()).unwrap_or_default();
                let (start, end) = (text(range.start), text(range.end));
                let text = format!(
                    "there is an existing dhcp range entry in network '{{name}}' that matches \"<range start='{start}' \
                     end='{end}'/>\""
                );
                return Err(invalid(text));
            }
            (Command::AddFirst | Command::AddLast, None) => {
                command.add(ranges, range);
                self.check_single_dhcp(at)?;
            }
            (Command::Modify, _) => {}
            (Command::Unknown(number), _) => return Err(unknown_command(number)),
        }
        Ok(())
    }

    /// The address whose `<dhcp>` is meant: where the index does not say it, the one that has some, else the first.
    fn dhcp_parent(&self, index: i32) -> Result<usize, Fault> {
        if let Ok(at) = usize::try_from(index) {
            return match self.ips.get(at) {
                Some(_) => Ok(at),
                None => {
                    let text = format!(
                        "couldn't update dhcp host entry - no <ip> element found at index {index} in network '{{name}}'"
                    );
                    Err(invalid(text))
                }
            };
        }
        let found = self.ips.iter().position(serves);
        let found = found.or_else(|| self.ips.iter().position(|ip| !ip.is_ipv6()));
        found
            .or(self.ips.first().map(|_| 0))
            .ok_or_else(|| invalid("couldn't update dhcp host entry - no <ip> element found in network '{name}'"))
    }

    /// dnsmasq can serve one IPv4 address of a bridge.
    fn check_single_dhcp(&self, at: usize) -> Result<(), Fault> {
        let others = self.ips.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, ip)| ip);
        if !self.ips[at].is_ipv6() && others.filter(|ip| !ip.is_ipv6()).any(serves) {
            return Err(invalid("dhcp is supported only for a single IPv4 address on each network"));
        }
        Ok(())
    }
}

/// Whether addresses are given out there.
fn serves(ip: &Ip) -> bool {
    !ip.dhcp.ranges.is_empty() || !ip.dhcp.hosts.is_empty()
}

impl DhcpHost {
    fn same_mac(&self, other: &Self) -> bool {
        matches!((&self.mac, &other.mac), (Some(one), Some(other)) if one.eq_ignore_ascii_case(other))
    }

    /// Whether one of card, name and address is the same.
    fn shares_with(&self, other: &Self) -> bool {
        self.same_mac(other)
            || self.name.is_some() && self.name == other.name
            || self.ip.is_some() && self.ip == other.ip
    }

    /// Whether it is all that `wanted` says.
    fn fits(&self, wanted: &Self) -> bool {
        (wanted.mac.is_none() || self.same_mac(wanted))
            && (wanted.name.is_none() || self.name == wanted.name)
            && (wanted.ip.is_none() || self.ip == wanted.ip)
    }
}
