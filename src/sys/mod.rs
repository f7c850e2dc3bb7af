//! Safe wrappers of the few libc calls that std does not have.

mod errno;
pub mod fd;
mod host;
pub mod poll;
pub mod terminal;
mod user;

pub use errno::set_errno;
pub use host::hostname;
pub use user::is_root;
