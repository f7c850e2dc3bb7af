//! Which snapshots a list's flags ask for.

use super::Snapshots;
use crate::driver::test::check_flags;
use crate::error::Result;
use crate::types::*;
use crate::xml::snapshot::{Snapshot, State};

const METADATA: u32 = VIR_DOMAIN_SNAPSHOT_LIST_METADATA | VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA;
const LEAVES: u32 = VIR_DOMAIN_SNAPSHOT_LIST_LEAVES | VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES;
const STATUS: u32 =
    VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE | VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE | VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY;
const LOCATION: u32 = VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL | VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL;

pub fn check(flags: u32) -> Result<()> {
    let others = VIR_DOMAIN_SNAPSHOT_LIST_ROOTS | VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL;
    check_flags(flags, METADATA | LEAVES | STATUS | LOCATION | others)
}

/// The names of those below `from`, without it of all; only the next ones unless `deep`. Always parents before children, which is
/// what `VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL` asks for.
pub fn list(snapshots: &Snapshots, from: Option<&str>, deep: bool, flags: u32) -> Vec<String> {
    if flags & METADATA == VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA {
        return Vec::new();
    }
    let listed = snapshots.list(from, deep).into_iter().filter(|(name, snapshot)| {
        let leaf = match snapshots.has_children(name) {
            true => VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES,
            false => VIR_DOMAIN_SNAPSHOT_LIST_LEAVES,
        };
        // both flags of this group exclude each other, those of the other groups add to each other
        flags & LEAVES & !leaf == 0 && is_among(flags & STATUS, status(snapshot)) && {
            let location = match snapshot.is_external() {
                true => VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL,
                false => VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL,
            };
            is_among(flags & LOCATION, location)
        }
    });
    listed.map(|(name, _)| name.to_owned()).collect()
}

/// Whether a group of flags asks for one of them; none of the group is all.
fn is_among(group: u32, one: u32) -> bool {
    group == 0 || group & one != 0
}

fn status(snapshot: &Snapshot) -> u32 {
    match snapshot.state {
        Some(State::Shutoff) => VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE,
        Some(State::DiskSnapshot) => VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY,
        _ => VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE,
    }
}
