//! libvirt's C API without a daemon. Where things are: ARCHITECTURE.md.

#![allow(dead_code)]

#[macro_use]
#[allow(unsafe_code)]
mod abi;
mod address;
mod admin;
#[allow(unsafe_code, clippy::missing_safety_doc)]
pub mod api;
mod auth;
mod conf;
mod connect;
mod cpu;
mod driver;
mod error;
mod event;
mod event_hub;
mod folders;
mod key_file;
mod keycode;
mod log;
pub mod mac;
mod object;
mod path;
#[path = "../libs/sisters.rs"]
mod sisters;
mod stream;
#[allow(unsafe_code)]
mod sys;
mod typed_param;
mod types;
mod uri;
mod uuid;
mod version;
pub mod xml;
