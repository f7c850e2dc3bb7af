//! What the public headers declare beside functions: constants, plain structs, callback types, opaque handles; one file
//! per header. Everyone may use the constants; pointers are followed in `abi` and `api` only.
//!
//! Enumerations are integers here (C may pass any), one type alias and one constant per value; `tests/generated.rs` makes
//! C enums of them. Source: the public API of libvirt 12.8.0.
#![allow(non_camel_case_types, non_snake_case)]

mod admin;
mod checkpoint;
mod common;
mod domain;
mod domain_constants;
mod event;
mod host;
mod interface;
mod network;
mod nodedev;
mod nwfilter;
mod qemu;
mod secret;
mod snapshot;
mod storage;
mod stream;
mod virterror;

#[allow(unused_imports)]
pub use {
    admin::*, checkpoint::*, common::*, domain::*, domain_constants::*, event::*, host::*, interface::*, network::*,
    nodedev::*, nwfilter::*, qemu::*, secret::*, snapshot::*, storage::*, stream::*, virterror::*,
};
