//! The exported functions: C signatures only, one file per object and topic. Each body is one call of the guard
//! ([`crate::abi::entry`]) that borrows the handle, checks the arguments, asks the driver and returns.
#![allow(non_snake_case, non_upper_case_globals)]

mod admin;
mod checkpoint;
mod connect;
mod cpu;
mod domain;
mod error;
mod event;
mod host;
mod interface;
mod lxc;
mod metadata;
mod network;
mod network_port;
mod nodedev;
mod nwfilter;
mod nwfilter_binding;
mod qemu;
mod secret;
mod sisters;
mod snapshot;
mod storage_pool;
mod storage_volume;
mod stream;
mod typed_param;
