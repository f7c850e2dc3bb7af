//! The way to the administration of a daemon: from a name to its socket. Source: libvirt's page on virt-admin.

use std::env;
use std::os::unix::net::UnixStream;
use std::path::PathBuf;

use crate::conf::Conf;
use crate::connect::alias;
use crate::error::{Error, Result};
use crate::types::*;
use crate::uri::Uri;
use crate::{folders, sys};

/// Connects to the daemon that a URI names. Without a name the default is taken: `$LIBVIRT_ADMIN_DEFAULT_URI`, then
/// `uri_default` in `libvirt-admin.conf`, then libvirtd's.
///
/// # Errors
/// `VIR_ERR_CONFIG_UNSUPPORTED` for a URI that names no daemon, `VIR_ERR_SYSTEM_ERROR` where none listens.
pub fn connect(name: Option<&str>, flags: u32) -> Result<UnixStream> {
    let conf = match folders::configuration() {
        Some(folder) => Conf::read(&folder.join("libvirt-admin.conf"))?,
        None => Conf::default(),
    };
    let name = match name {
        Some(name) => name.to_owned(),
        None => default(&conf)?,
    };
    let alias = if flags & VIR_CONNECT_NO_ALIASES == 0 { alias(&conf, &name)? } else { None };
    let socket = socket(&Uri::parse(alias.unwrap_or(&name))?)?;
    UnixStream::connect(&socket).map_err(|error| {
        Error::system(&error, format!("Failed to connect socket to '{}'", socket.display())).from_origin(VIR_FROM_RPC)
    })
}

fn default(conf: &Conf) -> Result<String> {
    if let Some(name) = env::var("LIBVIRT_ADMIN_DEFAULT_URI").ok().filter(|name| !name.is_empty()) {
        return Ok(name);
    }
    let own = if sys::is_root() { "libvirtd:///system" } else { "libvirtd:///session" };
    Ok(conf.text("uri_default")?.unwrap_or(own).to_owned())
}

/// Where the daemon of a URI listens: a scheme names a daemon, the path whose it is.
fn socket(uri: &Uri) -> Result<PathBuf> {
    let refused = |what: String| Error::new(VIR_ERR_CONFIG_UNSUPPORTED, what);
    let scheme = uri.scheme.as_deref().ok_or_else(|| refused("No URI scheme specified".to_owned()))?;
    let daemon = match scheme {
        "libvirtd" => "libvirt",
        daemon if daemon.starts_with("virt") => daemon,
        _ => return Err(refused(format!("Unsupported URI scheme '{scheme}'"))),
    };
    let mut socket = None;
    for (name, value) in uri.parameters() {
        match name.as_str() {
            "socket" => socket = Some(PathBuf::from(value)),
            _ => return Err(refused(format!("Unknown URI parameter '{name}'"))),
        }
    }
    let own = if sys::is_root() { "/system" } else { "/session" };
    let path = uri.path.as_deref().unwrap_or("(null)");
    let folder = match path {
        "/system" => Some(PathBuf::from(folders::SYSTEM_RUNTIME)),
        "/session" => folders::user_runtime(),
        _ => return Err(refused(format!("Invalid URI path '{path}', try '{own}'"))),
    };
    let folder = folder.ok_or_else(|| refused("The user has no home folder".to_owned()))?;
    Ok(socket.unwrap_or_else(|| folder.join(format!("{daemon}-admin-sock"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn socket_of(uri: &str) -> Result<String> {
        Ok(socket(&Uri::parse(uri)?)?.display().to_string())
    }

    #[test]
    fn daemons_have_sockets() {
        assert_eq!(socket_of("libvirtd:///system").as_deref(), Ok("/run/libvirt/libvirt-admin-sock"));
        assert_eq!(socket_of("virtqemud://host/system").as_deref(), Ok("/run/libvirt/virtqemud-admin-sock"));
        assert_eq!(socket_of("libvirtd:///system?socket=/a&socket=/b").as_deref(), Ok("/b"));
    }

    #[test]
    fn other_uris_name_no_daemon() {
        for uri in ["qemu:///system", "libvirtd", "libvirtd:///", "libvirtd:///system?root=/x"] {
            assert_eq!(socket_of(uri).map_err(|error| error.code()), Err(VIR_ERR_CONFIG_UNSUPPORTED), "{uri}");
        }
    }
}
