//! Safe wrappers of the few libc calls that std does not have.

mod host;
pub mod poll;

pub use host::hostname;
