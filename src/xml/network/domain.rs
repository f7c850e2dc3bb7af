//! `<domain>`: the DNS domain of the machines in a network.

use crate::walk;
use crate::xml::{Shape, YesNo};

/// Nothing where it has no name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Domain {
    pub name: Option<String>,
    /// Questions about it that the network cannot answer are not passed on.
    pub local_only: Option<YesNo>,
    /// Whether the host's resolver is told of it.
    pub register: Option<YesNo>,
}

walk!(Domain, |domain, xml| {
    if xml.is_strict() {
        xml.need("name");
    }
    xml.shaped(Shape::DnsName, |xml| domain.name.attr("name", xml));
    domain.local_only.attr("localOnly", xml);
    xml.newer(|xml| domain.register.attr("register", xml));
});
