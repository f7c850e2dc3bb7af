//! Everything that touches raw pointers on behalf of `api`.
//!
//! The policy, said once: the pointers that a C program passes are NULL or what the function's documentation says (a live
//! handle, a NUL-terminated string, room for so many elements). [`entry`] gives the body of an exported function a
//! [`Call`], whose methods turn such pointers into values and complain about those that are seen to be wrong; they trust
//! that promise and are visible to `abi` and `api` only, so that no other room can break it.

/// A flag, or several of which one is enough, and how a complaint names it.
macro_rules! flag {
    ($($flag:ident)|+) => { ($($flag)|+, stringify!($($flag)|+)) };
}

pub mod auth;
pub mod call;
pub mod cpu_map;
pub mod entry;
pub mod event_loop;
pub mod handle;
pub mod last_error;
pub mod lease;
pub mod list;
pub mod listener;
pub mod memory;
pub mod record;
pub mod stream;
pub mod typed_param;

pub use call::Call;
pub use entry::entry;

include!(concat!(env!("OUT_DIR"), "/symver.rs"));

/// Puts functions of this module at their version nodes. Each exported function is named in one.
macro_rules! export {
    ($($symbol:ident),+ $(,)?) => { $( symver!($symbol); )+ };
}
