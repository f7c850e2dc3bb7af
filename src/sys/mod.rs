//! Safe wrappers of the few libc calls that std does not have.

pub mod poll;
