//! `<capability type='drm'>`: a device of the Direct Rendering Manager.

use crate::types::VIR_ERR_CONFIG_UNSUPPORTED;
use crate::xml::Fault;
use crate::{walk, words};

words! { pub enum DrmKind { Primary = "primary", Control = "control", Render = "render" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drm {
    pub kind: Option<DrmKind>,
}

walk!(Drm, |drm, xml| {
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown drm type '{}' for '{name}'", |xml| drm.kind.leaf("type", xml));
    xml.check(|| match drm.kind {
        Some(_) => Ok(()),
        None => Err(Fault::unsupported("unknown drm type '(null)' for '{name}'")),
    });
});
