//! libvirt's C API without a daemon. Where things are: ARCHITECTURE.md.

#[macro_use]
#[allow(unsafe_code)]
mod abi;
mod address;
mod admin;
#[allow(unsafe_code, clippy::missing_safety_doc)]
pub mod api;
mod arch;
mod auth;
pub mod autostart;
pub mod conf;
mod connect;
pub mod cpu;
pub mod driver;
mod durable;
pub mod error;
mod event;
pub mod event_hub;
mod folders;
mod host;
pub mod key_file;
mod keycode;
mod log;
pub mod mac;
pub mod object;
mod path;
#[path = "../libs/sisters.rs"]
mod sisters;
mod stream;
pub mod supervisor;
#[allow(unsafe_code)]
mod sys;
#[cfg(test)]
mod test_folder;
mod typed_param;
pub mod types;
pub mod uri;
pub mod uuid;
mod version;
pub mod xml;
