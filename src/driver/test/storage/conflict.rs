//! Which two pools cannot be on one host because they stand on the same storage.

use crate::xml::storage::adapter::{Adapter, FcHost, ScsiHost};
use crate::xml::storage::{Pool, PoolKind, Source};

/// Whether `new` would use the storage of `known`. A pool never conflicts with another definition of itself.
pub fn conflicts(known: &Pool, new: &Pool) -> bool {
    if known.name == new.name {
        return false;
    }
    let (one, other) = (&known.source, &new.source);
    match new.source.kind {
        kind if has_local_devices(kind) => has_local_devices(one.kind) && share_a_device(one, other),
        kind if kind != one.kind => false,
        PoolKind::Dir => known.target.path == new.target.path,
        PoolKind::NetworkFileSystem => one.dir == other.dir && have_same_host(one, other),
        PoolKind::Gluster => one.name == other.name && one.dir == other.dir && have_same_host(one, other),
        PoolKind::Sheepdog => have_same_host(one, other),
        PoolKind::VStorage => one.name == other.name,
        PoolKind::Iscsi => one.initiator == other.initiator && share_a_device(one, other),
        PoolKind::Scsi => have_same_adapter(one, other),
        // All multipath devices of the host are in one pool.
        PoolKind::Multipath => true,
        PoolKind::FileSystem
        | PoolKind::Logical
        | PoolKind::Disk
        | PoolKind::Zfs
        | PoolKind::IscsiDirect
        | PoolKind::Rbd => false,
    }
}

fn has_local_devices(kind: PoolKind) -> bool {
    matches!(kind, PoolKind::FileSystem | PoolKind::Logical | PoolKind::Disk | PoolKind::Zfs)
}

fn share_a_device(one: &Source, other: &Source) -> bool {
    one.devices.iter().any(|device| other.devices.iter().any(|candidate| candidate.path == device.path))
}

/// Only the first hosts count, and only where one of the pools has no other. A port that is not given may be any.
fn have_same_host(one: &Source, other: &Source) -> bool {
    if one.hosts.len() != 1 && other.hosts.len() != 1 {
        return false;
    }
    match (one.hosts.first(), other.hosts.first()) {
        (Some(a), Some(b)) => a.name == b.name && (a.port == b.port || a.port == 0 || b.port == 0),
        _ => false,
    }
}

fn have_same_adapter(one: &Source, other: &Source) -> bool {
    match (&one.adapter, &other.adapter) {
        (Some(Adapter::FcHost(a)), Some(Adapter::FcHost(b))) => have_same_names(a, b),
        (Some(Adapter::ScsiHost(a)), Some(Adapter::ScsiHost(b))) => match (&a.parent, &b.parent) {
            (Some(a), Some(b)) => a == b,
            (None, None) => host_number(a).is_some_and(|number| host_number(b) == Some(number)),
            _ => false,
        },
        _ => false,
    }
}

fn have_same_names(one: &FcHost, other: &FcHost) -> bool {
    one.wwnn == other.wwnn && one.wwpn == other.wwpn
}

/// 3 of `host3`, `scsi_host3` and `fc_host3`.
fn host_number(host: &ScsiHost) -> Option<u32> {
    let name = host.name.as_deref()?;
    let name = name.strip_prefix("scsi_").or(name.strip_prefix("fc_")).unwrap_or(name);
    name.strip_prefix("host")?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pool(name: &str, kind: &str, source: &str) -> Pool {
        let target = format!("<target><path>/{name}</path></target>");
        let text = format!("<pool type='{kind}'><name>{name}</name><source>{source}</source>{target}</pool>");
        Pool::parse(&text, false).expect("valid")
    }

    fn conflict(kind: &str, one: &str, other: &str) -> bool {
        conflicts(&pool("one", kind, one), &pool("other", kind, other))
    }

    #[test]
    fn local_devices() {
        let (a, b) = ("<device path='/a'/>", "<device path='/b'/>");
        assert!(conflict("fs", a, &format!("{b}{a}")) && !conflict("fs", a, b));
        assert!(conflicts(&pool("one", "fs", a), &pool("other", "disk", a)));
        assert!(!conflicts(&pool("one", "fs", a), &pool("one", "fs", a)), "itself");
    }

    #[test]
    fn hosts() {
        let host = |name, port| format!("<host name='{name}' port='{port}'/><dir path='/d'/>");
        assert!(conflict("netfs", &host("h", 0), &host("h", 0)) && conflict("netfs", &host("h", 1), &host("h", 0)));
        assert!(!conflict("netfs", &host("h", 1), &host("h", 2)) && !conflict("netfs", &host("h", 0), &host("i", 0)));
        let two = format!("<host name='h'/>{}", host("i", 0));
        assert!(conflict("netfs", &two, &host("h", 0)) && !conflict("netfs", &two, &host("i", 0)));
        assert!(!conflict("netfs", &two, &two));
    }

    #[test]
    fn adapters() {
        let name = |name| format!("<adapter name='{name}'/>");
        assert!(conflict("scsi", &name("host1"), &name("scsi_host1")));
        assert!(!conflict("scsi", &name("host1"), &name("host2")) && !conflict("scsi", &name("x"), &name("x")));
    }
}
