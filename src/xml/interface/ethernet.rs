//! What stands in an interface that is one card.

use super::Link;
use crate::walk;
use crate::xml::Shape;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ethernet {
    pub link: Link,
    /// As it was written: it identifies the interface, but need not be an address. Empty is none.
    pub mac: String,
}

walk!(Ethernet, |ethernet, xml| {
    ethernet.link.child("link", xml);
    xml.shaped(Shape::Mac, |xml| ethernet.mac.sparse_via("mac", "address", xml));
});
