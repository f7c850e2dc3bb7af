//! Where files of libvirt's are looked for.

use std::env;
use std::path::PathBuf;

use crate::sys;

/// The configuration of the whole system.
pub const SYSTEM_CONFIGURATION: &str = "/etc/libvirt";

/// Sockets and state of system daemons.
pub const SYSTEM_RUNTIME: &str = "/run/libvirt";

/// The user's configuration: `$XDG_CONFIG_HOME/libvirt`, by default `~/.config/libvirt`. `None` for a user without a home.
pub fn user_configuration() -> Option<PathBuf> {
    Some(xdg("XDG_CONFIG_HOME", ".config")?.join("libvirt"))
}

/// Where the library's own configuration is: the user's, for root the system's.
pub fn configuration() -> Option<PathBuf> {
    if sys::is_root() { Some(PathBuf::from(SYSTEM_CONFIGURATION)) } else { user_configuration() }
}

/// What can be found out again: `$XDG_CACHE_HOME/libvirt`, by default `~/.cache/libvirt`. `None` for a user without a home.
pub fn user_cache() -> Option<PathBuf> {
    Some(xdg("XDG_CACHE_HOME", ".cache")?.join("libvirt"))
}

/// Sockets of the user's processes: `$XDG_RUNTIME_DIR/libvirt`, without that variable `~/.cache/libvirt`.
pub fn user_runtime() -> Option<PathBuf> {
    let folder = absolute("XDG_RUNTIME_DIR").or_else(|| xdg("XDG_CACHE_HOME", ".cache"))?;
    Some(folder.join("libvirt"))
}

/// A base folder of the XDG specification: the variable where it is absolute, else a folder at home.
fn xdg(variable: &str, at_home: &str) -> Option<PathBuf> {
    absolute(variable).or_else(|| Some(env::home_dir()?.join(at_home)))
}

fn absolute(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|path| path.is_absolute())
}
