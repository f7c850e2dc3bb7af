//! libvirt-admin.so.0: the administration of a running daemon. Its functions are those of `src/api/admin/` in libvirt.so.0.
#![allow(unsafe_code, non_snake_case)]

#[macro_use]
#[path = "../../forward.rs"]
mod forward;
#[allow(dead_code, unused_imports)] // it has the other sisters' functions, too
#[path = "../../sisters.rs"]
mod sisters;
#[allow(dead_code)]
#[path = "../../../src/types/mod.rs"]
mod types;

use std::ffi::*;

use types::*;

include!(concat!(env!("OUT_DIR"), "/symver.rs"));

sisters::admin!(forward);
