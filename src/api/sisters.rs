//! The table of functions that the sister libraries forward to, and how they ask for it (`libs/sisters.rs`).

use std::ffi::{CStr, c_char, c_ulong};

use super::admin::*;
use super::lxc::*;
use super::qemu::*;
use crate::sisters::*;

macro_rules! entries {
    ($library:ident $field:ident: $(fn $name:ident($($argument:ident: $type:ty),*) -> $result:ty;)+) => {
        $library { $($name),+ }
    };
}

static TABLE: Table = Table { qemu: qemu!(entries), lxc: lxc!(entries), admin: admin!(entries) };

/// What `virGetVersion` answers when it is asked for the table.
pub(super) fn table(kind: *const c_char) -> Option<(c_ulong, c_ulong)> {
    // SAFETY: NULL or a string (abi's policy).
    let asked = !kind.is_null() && unsafe { CStr::from_ptr(kind) } == NAME;
    let address = (&raw const TABLE).expose_provenance() as c_ulong;
    asked.then_some((address ^ SEAL, address))
}
