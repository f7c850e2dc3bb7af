//! What the public headers declare beside functions: constants, plain structs, callback types, opaque handles; one file
//! per header. Everyone may use the constants; pointers are followed in `abi` and `api` only.
//!
//! Enumerations are integers here (C may pass any), one type alias and one constant per value; `tests/generated` makes
//! C enums of them. Source: the public API of libvirt 12.8.0.
#![allow(non_camel_case_types, non_snake_case)]

use std::ffi::c_char;

mod admin;
mod checkpoint;
mod common;
mod domain;
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
    admin::*, checkpoint::*, common::*, domain::*, event::*, host::*, interface::*, network::*, nodedev::*,
    nwfilter::*, qemu::*, secret::*, snapshot::*, storage::*, stream::*, virterror::*,
};

/// Copies text into a field of fixed size, cut where it does not fit, NUL-terminated and zero-filled.
pub fn fixed<const N: usize>(text: &str) -> [c_char; N] {
    let mut field = [0; N];
    for (to, from) in field.iter_mut().take(N.saturating_sub(1)).zip(text.bytes()) {
        *to = from as c_char;
    }
    field
}
