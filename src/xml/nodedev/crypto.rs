//! `<capability type='ap_card'>` and its like: cryptographic adapters of an S390 machine.

use super::channel::CssCapability;
use crate::types::{VIR_ERR_CONFIG_UNSUPPORTED, VIR_ERR_XML_ERROR};
use crate::walk;
use crate::xml::{Fault, Hex, Variant};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ApCard {
    pub adapter: Option<Hex<2>>,
}

walk!(ApCard, |card, xml| {
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "invalid ap-adapter value '{}' for '{name}'", |xml| {
        card.adapter.leaf("ap-adapter", xml);
    });
    xml.check(|| match card.adapter {
        Some(_) => Ok(()),
        None => Err(Fault::unsupported("missing ap-adapter value for '{name}'")),
    });
});

/// What an adapter has for one domain.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ApQueue {
    pub card: ApCard,
    pub domain: Option<Hex<4>>,
}

walk!(ApQueue, |queue, xml| {
    queue.card.inline(xml);
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "invalid ap-domain value '{}' for '{name}'", |xml| {
        queue.domain.leaf("ap-domain", xml);
    });
    xml.check(|| match queue.domain {
        None => Err(Fault::unsupported("missing ap-domain value for '{name}'")),
        Some(domain) if domain.0 > 0xff => {
            Err(Fault::unsupported(format!("ap-domain value '0x{:x}' is out of range for '{{name}}'", domain.0)))
        }
        Some(_) => Ok(()),
    });
});

/// All queues, from which mediated devices are made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ApMatrix {
    pub capabilities: Vec<CssCapability>,
}

walk!(ApMatrix, |matrix, xml| {
    xml.open();
    xml.each_needs("capability", "type", VIR_ERR_XML_ERROR, "Missing capability type");
    xml.only("type", CssCapability::TAGS, |xml| matrix.capabilities.child("capability", xml));
});
