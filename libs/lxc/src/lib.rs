//! libvirt-lxc.so.0: what only LXC containers have. Its functions are those of `src/api/lxc.rs` in libvirt.so.0.
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

sisters::lxc!(forward);
