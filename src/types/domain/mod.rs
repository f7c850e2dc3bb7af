//! What `<libvirt/libvirt-domain.h>` declares beside functions, by the topics of `api/domain`.

mod agent;
mod block;
mod callback;
mod console;
mod define;
mod device;
mod event;
mod interface;
mod job;
mod lifecycle;
mod lookup;
mod memory;
mod metadata;
mod migrate;
mod save;
mod security;
mod state;
mod stats;
mod tune;
mod vcpu;

use std::ffi::c_uint;

#[allow(unused_imports)]
pub use {
    agent::*, block::*, callback::*, console::*, define::*, device::*, event::*, interface::*, job::*, lifecycle::*,
    lookup::*, memory::*, metadata::*, migrate::*, save::*, security::*, state::*, stats::*, tune::*, vcpu::*,
};

/// A domain: opaque, counted by reference.
#[repr(C)]
pub struct _virDomain {
    _opaque: [u8; 0],
}
pub type virDomain = _virDomain;
pub type virDomainPtr = *mut virDomain;

/// Whether a call is about the running domain, its persistent definition, or whichever is current.
pub type virDomainModificationImpact = c_uint;
pub const VIR_DOMAIN_AFFECT_CURRENT: virDomainModificationImpact = 0;
pub const VIR_DOMAIN_AFFECT_LIVE: virDomainModificationImpact = 1;
pub const VIR_DOMAIN_AFFECT_CONFIG: virDomainModificationImpact = 2;
