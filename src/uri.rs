//! Connection URIs: `driver[+transport]://[user@][host][:port]/path[?query][#fragment]`.

use std::fmt;

use crate::error::{Error, Result};
use crate::types::*;

/// The parts of a URI. Text is kept as it stands; escapes are decoded in [`Uri::parameters`] only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uri {
    text: String,
    /// Driver and transport: "qemu+ssh".
    pub scheme: Option<String>,
    pub user: Option<String>,
    pub host: Option<String>,
    pub port: Option<u16>,
    pub path: Option<String>,
    pub query: Option<String>,
    pub fragment: Option<String>,
}

impl Uri {
    /// Takes a URI apart.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` when it is none.
    pub fn parse(text: &str) -> Result<Self> {
        let bad =
            || Error::new(VIR_ERR_INTERNAL_ERROR, format!("Unable to parse URI {text}")).from_origin(VIR_FROM_URI);
        let mut uri = Self { text: text.to_owned(), ..Self::default() };
        let (rest, fragment) = split_last_part(text, '#');
        let (rest, query) = split_last_part(rest, '?');
        uri.fragment = fragment;
        uri.query = query;
        let rest = match rest.split_once(':') {
            Some((scheme, rest)) if !scheme.contains('/') => {
                uri.scheme = Some(scheme.to_owned());
                rest
            }
            _ => rest,
        };
        let path = match rest.strip_prefix("//") {
            Some(rest) => {
                let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                let (user, host) =
                    authority.rsplit_once('@').map_or((None, authority), |(user, host)| (Some(user), host));
                uri.user = user.map(str::to_owned);
                let (host, port) = match host.rsplit_once(':') {
                    Some((host, port)) if !port.contains(']') => (host, Some(port)),
                    _ => (host, None),
                };
                uri.port = port.map(|port| port.parse().map_err(|_| bad())).transpose()?;
                uri.host = (!host.is_empty()).then(|| host.trim_matches(['[', ']']).to_owned());
                path
            }
            None => rest,
        };
        uri.path = (!path.is_empty()).then(|| path.to_owned());
        Ok(uri)
    }
}

/// What stands before `mark`, and what behind it.
fn split_last_part(text: &str, mark: char) -> (&str, Option<String>) {
    text.split_once(mark).map_or((text, None), |(before, behind)| (before, Some(behind.to_owned())))
}

impl fmt::Display for Uri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
