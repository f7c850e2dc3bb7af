//! The test driver's side of `driver/domain/metadata.rs`.

use super::definition::Definition;
use crate::driver::DomainMetadata;
use crate::driver::test::{Test, check_flags};
use crate::error::{Error, Result};
use crate::event_hub::DomainEvent;
use crate::object::Domain;
use crate::types::*;

/// Larger numbers are refused; smaller ones stand for nothing.
fn check_kind(kind: i32) -> Result<()> {
    if kind < VIR_DOMAIN_METADATA_LAST {
        return Ok(());
    }
    Err(Error::new(VIR_ERR_INVALID_ARG, format!("unknown metadata type '{kind}'")).from_origin(VIR_FROM_DOMAIN))
}

fn metadata_of(definition: &Definition, kind: i32, uri: &str) -> Option<String> {
    match kind {
        VIR_DOMAIN_METADATA_TITLE => definition.title.clone(),
        VIR_DOMAIN_METADATA_DESCRIPTION => definition.description.clone(),
        VIR_DOMAIN_METADATA_ELEMENT => definition.metadata.as_ref()?.get(uri),
        _ => None,
    }
}

fn set_metadata_of(definition: &mut Definition, kind: i32, text: Option<&str>, key: &str, uri: &str) -> Result<()> {
    let line = || text.filter(|text| !text.is_empty()).map(str::to_owned);
    match kind {
        VIR_DOMAIN_METADATA_TITLE => definition.title = line(),
        VIR_DOMAIN_METADATA_DESCRIPTION => definition.description = line(),
        VIR_DOMAIN_METADATA_ELEMENT => {
            let metadata = definition.metadata.get_or_insert_default();
            match text {
                Some(element) => metadata.set(element, key, uri)?,
                None => drop(metadata.remove(uri)),
            }
        }
        _ => {}
    }
    Ok(())
}

impl DomainMetadata for Test {
    fn metadata(&self, domain: &Domain, kind: i32, uri: Option<&str>, flags: u32) -> Result<String> {
        check_flags(flags, VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG)?;
        let machine = self.state.domains.find(domain)?;
        check_kind(kind)?;
        let definition = machine.selected(flags)?;
        metadata_of(definition, kind, uri.unwrap_or_default()).ok_or_else(|| {
            let text = "Requested metadata element is not present";
            Error::new(VIR_ERR_NO_DOMAIN_METADATA, text).from_origin(VIR_FROM_DOMAIN)
        })
    }

    fn set_metadata(
        &self,
        domain: &Domain,
        kind: i32,
        metadata: Option<&str>,
        key: Option<&str>,
        uri: Option<&str>,
        flags: u32,
    ) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG)?;
        let mut machine = self.state.domains.find(domain)?;
        check_kind(kind)?;
        let (key, namespace) = (key.unwrap_or_default(), uri.unwrap_or_default());
        machine.change(flags, |definition| set_metadata_of(definition, kind, metadata, key, namespace))?;
        self.state.emit(&machine, DomainEvent::MetadataChange { kind, uri: uri.map(str::to_owned) });
        Ok(())
    }
}
