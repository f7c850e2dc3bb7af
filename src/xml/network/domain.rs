//! `<domain>`: the DNS domain of the machines in a network.

use crate::element;
use crate::xml::YesNo;

element! {
    /// Nothing where it has no name.
    pub struct Domain {
        name: Option<String> = attr("name"),
        /// Questions about it that the network cannot answer are not passed on.
        local_only: Option<YesNo> = attr("localOnly"),
        /// Whether the host's resolver is told of it.
        register: Option<YesNo> = attr("register"),
    }
}
