//! Hypervisors that another process or host serves: libvirt's daemons. It is asked last and takes what nobody else took.
//!
//! Found so far: where the daemon would have to be, and whether it is there. What it says is not understood yet.

use std::fs::File;
use std::net::TcpStream;
use std::os::unix::net::UnixStream;
use std::path::PathBuf;

use crate::driver::{Open, Opening};
use crate::error::{Error, Result};
use crate::types::*;
use crate::uri::Uri;
use crate::{folders, sys};

/// Where the system's daemon listens.
const SYSTEM_SOCKETS: &str = "/var/run/libvirt";
/// Who signed the certificate of a host that is reached through TLS.
const AUTHORITY: &str = "/etc/pki/CA/cacert.pem";
const TCP_PORT: u32 = 16509;

pub fn open(opening: &Opening) -> Result<Open> {
    let uri = opening.uri;
    let default = if uri.host.is_some() { "tls" } else { "unix" };
    match uri.transport().unwrap_or(default) {
        "unix" => {
            let path = socket(opening)?;
            UnixStream::connect(&path).map_err(|error| {
                rpc(Error::system(&error, format!("Failed to connect socket to '{}'", path.display())))
            })?;
        }
        "tls" => {
            File::open(AUTHORITY)
                .map_err(|error| rpc(Error::system(&error, format!("Cannot read CA certificate '{AUTHORITY}'"))))?;
        }
        "tcp" => {
            let address = (uri.host.as_deref().unwrap_or("localhost"), uri.port.unwrap_or(TCP_PORT));
            let at = format!("{}:{}", address.0, address.1);
            TcpStream::connect((address.0, u16::try_from(address.1).unwrap_or(0)))
                .map_err(|error| rpc(Error::system(&error, format!("unable to connect to server at '{at}'"))))?;
        }
        "ssh" | "ext" | "libssh" | "libssh2" => {}
        _ => {
            let known = "tls|unix|ssh|ext|tcp|libssh2|libssh";
            let text = format!("remote_open: transport in URL not recognised (should be {known})");
            return Err(Error::new(VIR_ERR_INVALID_ARG, text).from_origin(VIR_FROM_REMOTE));
        }
    }
    Err(not_spoken(uri))
}

fn rpc(error: Error) -> Error {
    error.from_origin(VIR_FROM_RPC)
}

fn not_spoken(uri: &Uri) -> Error {
    let text = format!("URI '{uri}': it needs a libvirt daemon, and talking to one is not built yet");
    Error::new(VIR_ERR_NO_CONNECT, text).without_origin()
}

/// The socket of the daemon that would serve the URI.
fn socket(opening: &Opening) -> Result<PathBuf> {
    if let Some(path) = opening.uri.parameter("socket") {
        return Ok(path.into());
    }
    let path = opening.uri.path.as_deref();
    let is_user = !sys::is_root() && (opening.uri.scheme.is_none() || path == Some("/session"));
    if is_user {
        let folder = folders::user_runtime();
        let folder =
            folder.ok_or_else(|| Error::new(VIR_ERR_NO_CONNECT, "a session without $XDG_RUNTIME_DIR or $HOME"));
        return folder.map(|folder| folder.join("libvirt-sock"));
    }
    let name = if opening.flags & VIR_CONNECT_RO != 0 { "libvirt-sock-ro" } else { "libvirt-sock" };
    Ok(PathBuf::from(SYSTEM_SOCKETS).join(name))
}
