//! `<ip>` and `<route>`: addresses of a network card.

use std::net::IpAddr;

use crate::element;
use crate::xml::{Expected, Text, Value};

impl Value for IpAddr {
    const EXPECTED: Expected = Expected::Kind("an IP address");
    fn parse(text: &str) -> Option<Self> {
        text.parse().ok()
    }
    fn write(&self, out: &mut Text) {
        out.displayed(self);
    }
}

element! {
    pub struct Ip {
        address: Option<IpAddr> = attr("address"),
        family: Option<String> = attr("family"),
        prefix: Option<u32> = attr("prefix"),
        peer: Option<IpAddr> = attr("peer"),
    }
}

element! {
    pub struct Route {
        family: Option<String> = attr("family"),
        address: Option<IpAddr> = attr("address"),
        netmask: Option<IpAddr> = attr("netmask"),
        prefix: Option<u32> = attr("prefix"),
        gateway: Option<IpAddr> = attr("gateway"),
        metric: Option<u32> = attr("metric"),
    }
}
