//! Safe wrappers of the few libc calls that std does not have.

mod access;
pub mod cgroup;
pub mod cpuid;
pub mod epoll;
mod errno;
pub mod fd;
mod host;
pub mod inotify;
pub mod kvm;
pub mod label;
mod library;
pub mod lock;
pub mod mapping;
mod memory;
mod memory_file;
pub mod namespace;
mod page;
pub mod poll;
pub mod process;
pub mod socket;
mod syslog;
pub mod tap;
pub mod terminal;
mod thread;
mod user;
pub mod vsock;

pub use access::is_executable;
pub use errno::set_errno;
pub use host::{hostname, machine};
pub use library::own_file;
pub use memory::keep_little;
pub use memory_file::memory_file;
pub use page::page_size;
pub use syslog::{open_syslog, syslog};
pub use thread::thread_id;
pub use user::is_root;
