//! The test driver's side of `driver/domain/interface.rs`: statistics and addresses that nothing measures.

use std::ffi::c_uint;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::clock;
use crate::driver::test::{Test, check_flags, error};
use crate::driver::{DomainInterface, GuestInterface};
use crate::error::Result;
use crate::object::Domain;
use crate::types::*;
use crate::xml::domain::device::interface::{Interface, Kind};

/// How many addresses of a network lie between those of two domains.
const STRIDE: u32 = 20;

/// The address so many steps on. Of an IPv6 address only the last byte counts.
fn later(address: IpAddr, steps: u32) -> IpAddr {
    match address {
        IpAddr::V4(address) => Ipv4Addr::from(u32::from(address).wrapping_add(steps)).into(),
        IpAddr::V6(address) => {
            let mut bytes = address.octets();
            bytes[15] = bytes[15].wrapping_add(steps as u8);
            Ipv6Addr::from(bytes).into()
        }
    }
}

impl Test {
    /// The address of an interface, the one of that number of the domain with that number, and its prefix. None in a network
    /// without addresses.
    fn address(&self, interface: &Interface, number: u32, id: u32) -> Result<Option<(IpAddr, u32)>> {
        let Kind::Network(network) = &interface.kind else {
            return Ok(Some((Ipv4Addr::new(192, 168, 0, (number as u8).wrapping_add(1)).into(), 24)));
        };
        let network = self.state.networks.by_name(network.network.as_deref().unwrap_or_default())?;
        let Some(ip) = network.definition.ips.first() else { return Ok(None) };
        let first = ip.dhcp.ranges.first().and_then(|range| range.start).or(ip.address);
        let steps = STRIDE.wrapping_mul(id.wrapping_sub(1)).wrapping_add(number + 1);
        Ok(first.zip(ip.prefix()).map(|(first, prefix)| (later(first, steps), prefix)))
    }
}

impl DomainInterface for Test {
    /// Every interface has worked since 1970.
    fn interface_stats(&self, domain: &Domain, device: &str) -> Result<virDomainInterfaceStatsStruct> {
        let machine = self.state.domains.find_active(domain)?;
        machine.definition.find_interface(device)?;
        let (microseconds, seconds) = (clock::microseconds() as i64, clock::now().as_secs() as i64);
        Ok(virDomainInterfaceStatsStruct {
            rx_bytes: microseconds / 10,
            rx_packets: microseconds / 100,
            rx_errs: seconds,
            rx_drop: seconds / 2,
            tx_bytes: microseconds / 20,
            tx_packets: microseconds / 110,
            tx_errs: seconds / 3,
            tx_drop: seconds / 4,
        })
    }

    fn interface_addresses(&self, domain: &Domain, source: c_uint, flags: c_uint) -> Result<Vec<GuestInterface>> {
        check_flags(flags, 0)?;
        let machine = self.state.domains.find(domain)?;
        if source >= VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LAST.cast_unsigned() {
            let text = format!("Unknown IP address data source {}", source.cast_signed());
            return Err(error(VIR_ERR_ARGUMENT_UNSUPPORTED, text));
        }
        machine.require_active()?;
        let id = machine.id.cast_unsigned();
        let one = |(number, interface): (usize, &Interface)| {
            Ok(GuestInterface {
                name: interface.target.as_ref().and_then(|target| target.device.clone()).unwrap_or_default(),
                mac: interface.mac.address.map(|mac| mac.to_string()),
                addresses: self.address(interface, number as u32, id)?.into_iter().collect(),
            })
        };
        machine.definition.devices.interfaces.iter().enumerate().map(one).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_addresses() {
        let later = |address: &str, steps| later(address.parse().unwrap(), steps).to_string();
        assert_eq!(later("10.1.2.250", 20), "10.1.3.14");
        assert_eq!(later("2001:db8::f0", 20), "2001:db8::4");
    }
}
