//! What the imagined host has that pools could be made of.

use crate::driver::test::error;
use crate::error::Result;
use crate::types::*;
use crate::xml::storage::path::CleanPath;
use crate::xml::storage::source::{Device, Host, PoolFormat};
use crate::xml::storage::{PoolKind, Source, Sources};
use crate::xml::{self, Dump, Value};

/// The `<sources>` document for pools of that type.
///
/// # Errors
/// `VIR_ERR_NO_SUPPORT` for types whose sources cannot be found, `VIR_ERR_INVALID_ARG` for a search without the host to ask.
pub fn find(kind: &str, specification: Option<&str>) -> Result<String> {
    let parsed = PoolKind::parse(kind);
    // libvirt takes the first type for none.
    if parsed == Some(PoolKind::Dir) {
        return Err(error(VIR_ERR_INTERNAL_ERROR, format!("unknown storage pool type {kind}")));
    }
    let specification =
        specification.map(|text| Source::parse(text, parsed.unwrap_or_default())).transpose()?.unwrap_or_default();
    let sources = match parsed {
        Some(PoolKind::Logical) => vec![volume_group("testvg1", "/dev/sda20"), volume_group("testvg2", "/dev/sda21")],
        Some(PoolKind::NetworkFileSystem) => match specification.hosts.first() {
            Some(host) => vec![share(&host.name)],
            None => return Err(error(VIR_ERR_INVALID_ARG, "hostname must be specified for netfs sources")),
        },
        _ => {
            let text = format!("pool type '{kind}' does not support source discovery");
            return Err(error(VIR_ERR_NO_SUPPORT, text));
        }
    };
    Ok(xml::format(&Sources { sources }, Dump::default()))
}

fn volume_group(name: &str, device: &str) -> Source {
    Source {
        kind: PoolKind::Logical,
        devices: vec![Device { path: device.to_owned(), ..Device::default() }],
        name: Some(name.to_owned()),
        format: Some(PoolFormat::Lvm2),
        ..Source::default()
    }
}

fn share(host: &str) -> Source {
    Source {
        kind: PoolKind::NetworkFileSystem,
        hosts: vec![Host { name: host.to_owned(), port: 0 }],
        dir: Some(CleanPath("/testshare".to_owned())),
        format: Some(PoolFormat::Nfs),
        ..Source::default()
    }
}
