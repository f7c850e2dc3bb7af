//! What `<libvirt/libvirt-domain-snapshot.h>` declares beside functions: constants, structs and callback types.

use std::ffi::c_uint;

use super::*;

/// A snapshot of a domain: opaque, counted by reference.
#[repr(C)]
pub struct _virDomainSnapshot {
    _opaque: [u8; 0],
}
pub type virDomainSnapshot = _virDomainSnapshot;
pub type virDomainSnapshotPtr = *mut virDomainSnapshot;

/// How a snapshot is made.
pub type virDomainSnapshotCreateFlags = c_uint;
pub const VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE: virDomainSnapshotCreateFlags = 1;
pub const VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT: virDomainSnapshotCreateFlags = 2;
pub const VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA: virDomainSnapshotCreateFlags = 1 << 2;
pub const VIR_DOMAIN_SNAPSHOT_CREATE_HALT: virDomainSnapshotCreateFlags = 1 << 3;
pub const VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY: virDomainSnapshotCreateFlags = 1 << 4;
pub const VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT: virDomainSnapshotCreateFlags = 1 << 5;
pub const VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE: virDomainSnapshotCreateFlags = 1 << 6;
pub const VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC: virDomainSnapshotCreateFlags = 1 << 7;
pub const VIR_DOMAIN_SNAPSHOT_CREATE_LIVE: virDomainSnapshotCreateFlags = 1 << 8;
pub const VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE: virDomainSnapshotCreateFlags = 1 << 9;

/// What is deleted with a snapshot.
pub type virDomainSnapshotDeleteFlags = c_uint;
pub const VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN: virDomainSnapshotDeleteFlags = 1;
pub const VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY: virDomainSnapshotDeleteFlags = 2;
pub const VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY: virDomainSnapshotDeleteFlags = 1 << 2;

/// Which snapshots are listed.
pub type virDomainSnapshotListFlags = c_uint;
pub const VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS: virDomainSnapshotListFlags = 1;
pub const VIR_DOMAIN_SNAPSHOT_LIST_ROOTS: virDomainSnapshotListFlags = 1;
pub const VIR_DOMAIN_SNAPSHOT_LIST_METADATA: virDomainSnapshotListFlags = 2;
pub const VIR_DOMAIN_SNAPSHOT_LIST_LEAVES: virDomainSnapshotListFlags = 1 << 2;
pub const VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES: virDomainSnapshotListFlags = 1 << 3;
pub const VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA: virDomainSnapshotListFlags = 1 << 4;
pub const VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE: virDomainSnapshotListFlags = 1 << 5;
pub const VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE: virDomainSnapshotListFlags = 1 << 6;
pub const VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY: virDomainSnapshotListFlags = 1 << 7;
pub const VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL: virDomainSnapshotListFlags = 1 << 8;
pub const VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL: virDomainSnapshotListFlags = 1 << 9;
pub const VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL: virDomainSnapshotListFlags = 1 << 10;

/// How a domain goes back to a snapshot.
pub type virDomainSnapshotRevertFlags = c_uint;
pub const VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING: virDomainSnapshotRevertFlags = 1;
pub const VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED: virDomainSnapshotRevertFlags = 2;
pub const VIR_DOMAIN_SNAPSHOT_REVERT_FORCE: virDomainSnapshotRevertFlags = 1 << 2;
pub const VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM: virDomainSnapshotRevertFlags = 1 << 3;

/// How a snapshot is described.
pub type virDomainSnapshotXMLFlags = c_uint;
pub const VIR_DOMAIN_SNAPSHOT_XML_SECURE: virDomainSnapshotXMLFlags =
    VIR_DOMAIN_XML_SECURE as virDomainSnapshotXMLFlags;
