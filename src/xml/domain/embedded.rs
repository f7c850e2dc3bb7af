//! A `<domain>` inside another document: a snapshot, a checkpoint.

use std::sync::Arc;

use super::Domain;
use crate::xml::{ChildField, Element, Reader, Root, Writer};

/// The definition of a domain, which may be shared; none where the element is missing or has no `type`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Embedded(pub Option<Arc<Domain>>);

impl ChildField for Embedded {
    fn read(&mut self, xml: &mut Reader) {
        if xml.attribute::<String>("type").is_some() {
            let mut domain = Domain::default();
            xml.complaining(Domain::ORIGIN, |xml| Element::read(&mut domain, xml));
            self.0 = Some(Arc::new(domain));
        } else {
            xml.whole();
        }
    }
    fn write(&self, name: &'static str, xml: &mut Writer) {
        if let Some(domain) = &self.0 {
            xml.element(name, |xml| Element::write(&**domain, xml));
        }
    }
}
