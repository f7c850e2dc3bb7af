//! The QEMU driver's side of `driver/domain/metadata.rs`.

use super::Happening;
use crate::driver::DomainMetadata;
use crate::driver::domain::{check_metadata_kind, metadata_of, set_metadata_of};
use crate::driver::qemu::{Qemu, check_flags};
use crate::error::Result;
use crate::object::Domain;
use crate::types::*;

impl DomainMetadata for Qemu {
    fn metadata(&self, domain: &Domain, kind: i32, uri: Option<&str>, flags: u32) -> Result<String> {
        check_flags(flags, VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG)?;
        let machine = self.machine(domain)?;
        check_metadata_kind(kind)?;
        metadata_of(machine.selected(flags)?, kind, uri.unwrap_or_default())
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
        let (key, namespace) = (key.unwrap_or_default(), uri.unwrap_or_default());
        self.change(domain, flags, |definition| {
            check_metadata_kind(kind)?;
            set_metadata_of(definition, kind, metadata, key, namespace)
        })?;
        let what = Happening::Metadata { kind, uri: uri.map(str::to_owned) };
        self.root.tell((domain.name(), domain.uuid, domain.id()), &what);
        Ok(())
    }
}
