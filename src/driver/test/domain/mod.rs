//! Domains of the test driver: the store, and one file per topic of `driver/domain`.

mod agent;
mod block;
mod clock;
mod console;
mod define;
pub(super) mod definition;
mod device;
mod event;
mod image;
mod interface;
mod job;
mod lifecycle;
mod lookup;
mod lxc;
mod memory;
mod metadata;
mod migrate;
mod qemu;
mod runtime;
mod save;
mod screenshot;
mod security;
mod state;
mod stats;
mod store;
mod taint;
mod tune;
mod vcpu;

pub(super) use runtime::IoThreadPolling;
pub(super) use store::{Domains, Locked};
pub(super) use taint::Taints;
