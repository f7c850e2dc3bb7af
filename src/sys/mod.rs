//! Safe wrappers of the few libc calls that std does not have.

pub mod fd;
mod host;
pub mod poll;

pub use host::hostname;
