//! From a name to an open connection: the default where there is none, aliases, then the first driver that accepts.
//! Source: libvirt's page on connection URIs.

use std::env;
use std::sync::Arc;

use crate::conf::Conf;
use crate::driver::{self, Ask, Open, Opening};
use crate::error::{Error, Result};
use crate::folders;
use crate::log;
use crate::object::Connection;
use crate::types::*;
use crate::uri::Uri;

/// Opens a connection. Without a name the default is taken: `$LIBVIRT_DEFAULT_URI`, then `uri_default` in `libvirt.conf`, then what the first
/// hypervisor of this host is reached by.
///
/// # Errors
/// `VIR_ERR_NO_CONNECT` when no driver knows the URI, `VIR_ERR_CONF_SYNTAX` for a malformed `libvirt.conf`; else the
/// driver's own.
pub fn open(name: Option<&str>, ask: &dyn Ask, flags: u32) -> Result<Arc<Connection>> {
    let conf = match folders::configuration() {
        Some(folder) => Conf::read(&folder.join("libvirt.conf"))?,
        None => Conf::default(),
    };
    let name = match name.filter(|name| !name.is_empty()) {
        Some(name) => Some(name.to_owned()),
        None => default(&conf)?.or_else(driver::probe),
    };
    let uri = match &name {
        Some(name) => {
            let alias = if flags & VIR_CONNECT_NO_ALIASES == 0 { alias(&conf, name)? } else { None };
            named(name, alias.unwrap_or(name))?
        }
        None => Uri::default(),
    };
    log::debug("libvirt", "open", format_args!("URI '{uri}' for name {name:?}"));
    let opening = Opening { uri: &uri, ask, flags };
    for factory in driver::TABLE {
        match factory(&opening)? {
            Open::Declined => {}
            Open::Accepted(driver) => return Ok(Connection::new(driver, uri, flags & VIR_CONNECT_RO != 0)),
        }
    }
    Err(no_driver(format!("URI '{uri}'")))
}

/// What is opened when nothing is named; `None` leaves it to the drivers.
fn default(conf: &Conf) -> Result<Option<String>> {
    match env::var("LIBVIRT_DEFAULT_URI") {
        Ok(name) if !name.is_empty() => Ok(Some(name)),
        _ => Ok(conf.text("uri_default")?.filter(|name| !name.is_empty()).map(str::to_owned)),
    }
}

/// The URI that `uri_aliases` has for a name. Those before it are checked, those behind it are not.
pub fn alias<'a>(conf: &'a Conf, name: &str) -> Result<Option<&'a str>> {
    for entry in conf.texts("uri_aliases")? {
        let wrong = |what: &str| {
            let text = format!("Malformed 'uri_aliases' config entry '{entry}', {what}");
            Error::new(VIR_ERR_CONF_SYNTAX, text).from_origin(VIR_FROM_URI)
        };
        let (alias, uri) = entry.split_once('=').ok_or_else(|| wrong("expected 'alias=uri://host/path'"))?;
        if !alias.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-') {
            return Err(wrong("aliases may only contain 'a-Z, 0-9, _, -'"));
        }
        if alias == name {
            return Ok(Some(uri));
        }
    }
    Ok(None)
}

/// The URI that a name stands for; `name` is what the program said.
fn named(name: &str, uri: &str) -> Result<Uri> {
    // What Xen's connection was called before there were URIs.
    let uri = Uri::parse(if uri.eq_ignore_ascii_case("xen") { "xen:///system" } else { uri })?;
    let Some(scheme) = &uri.scheme else {
        return Err(no_driver(format!("URI '{name}' does not include a driver name")));
    };
    let has_path = uri.path.as_deref().is_some_and(|path| path != "/");
    match uri.host.as_deref() {
        Some(host @ ("session" | "system")) if uri.transport().is_none() && !has_path => {
            let text = format!("invalid URI {name} (maybe you want {scheme}:///{host})");
            Err(Error::new(VIR_ERR_INTERNAL_ERROR, text).without_origin())
        }
        _ => Ok(uri),
    }
}

fn no_driver(what: String) -> Error {
    Error::new(VIR_ERR_NO_CONNECT, what).without_origin()
}
