//! Functions on domains, one file per topic; the drivers' sides have the same names in `driver/domain`.

mod agent;
mod block;
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
