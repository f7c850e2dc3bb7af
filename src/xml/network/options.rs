//! `<dnsmasq:options>`: lines for the configuration of dnsmasq.

use crate::element;

pub(super) const NAMESPACE: &str = "http://libvirt.org/schemas/network/dnsmasq/1.0";

element! {
    pub struct DnsmasqOption {
        value: String = required("value"),
    }
}
