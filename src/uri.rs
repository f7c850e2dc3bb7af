//! Connection URIs: `driver[+transport]://[user@][host][:port]/path[?name=value&…][#fragment]` (RFC 3986).

use std::fmt;

use crate::error::{Error, Result};
use crate::types::*;

/// The parts of a URI, without their escapes but for the query's, which are part of its syntax.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uri {
    /// Driver and transport: "qemu+ssh".
    pub scheme: Option<String>,
    pub user: Option<String>,
    /// Without the brackets around an IPv6 address.
    pub host: Option<String>,
    pub port: Option<u32>,
    pub path: Option<String>,
    pub query: Option<String>,
    pub fragment: Option<String>,
}

/// What may stand in a part beside letters, digits and escapes.
const USER: &[u8] = b"-._~!$&'()*+,;=:";
const HOST: &[u8] = b"-._~!$&'()*+,;=";
const PATH: &[u8] = b"-._~!$&'()*+,;=:@/";
const QUERY: &[u8] = b"-._~!$&'()*+,;=:@/?";
const FRAGMENT: &[u8] = b"-._~!$&'()*+,;=:@/?[]";

/// What is written without an escape, beside letters and digits: RFC 2396's set, as libxml2 writes URIs.
const WRITTEN_USER: &[u8] = b"-_.!~*'();:&=+$,";
const WRITTEN_PATH: &[u8] = b"-_.!~*'()/;@&=+$,";
const WRITTEN_FRAGMENT: &[u8] = b"-_.!~*'();/?:@&=+$,[]";

impl Uri {
    /// Takes a URI apart.
    ///
    /// # Errors
    /// `VIR_ERR_INTERNAL_ERROR` when it is none.
    pub fn parse(text: &str) -> Result<Self> {
        parse(text).ok_or_else(|| {
            Error::new(VIR_ERR_INTERNAL_ERROR, format!("Unable to parse URI {text}")).from_origin(VIR_FROM_URI)
        })
    }

    /// The transport's name: "ssh" of "qemu+ssh".
    pub fn transport(&self) -> Option<&str> {
        self.scheme.as_deref()?.split_once('+').map(|(_, transport)| transport)
    }

    /// The query's names and values in order, without their escapes.
    pub fn parameters(&self) -> impl Iterator<Item = (String, String)> {
        let query = self.query.as_deref().unwrap_or_default();
        query.split(['&', ';']).filter_map(|part| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            Some((decoded(name)?, decoded(value)?)).filter(|(name, _)| !name.is_empty())
        })
    }

    /// The first value of that name in the query.
    pub fn parameter(&self, name: &str) -> Option<String> {
        self.parameters().find(|(known, _)| known == name).map(|(_, value)| value)
    }
}

fn parse(text: &str) -> Option<Uri> {
    let mut uri = Uri::default();
    let (rest, fragment) = split(text, '#');
    let (rest, query) = split(rest, '?');
    uri.fragment = part(fragment, FRAGMENT)?;
    checked(query.unwrap_or_default(), QUERY)?;
    uri.query = query.map(str::to_owned);
    let rest = match rest.split_once(':') {
        Some((scheme, rest)) if is_scheme(scheme) => {
            uri.scheme = Some(scheme.to_owned());
            rest
        }
        // without a scheme a colon may stand behind a slash only
        Some((before, _)) if !before.contains('/') => return None,
        _ => rest,
    };
    let path = match rest.strip_prefix("//") {
        Some(rest) => {
            let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            uri.parse_authority(authority)?;
            path
        }
        None => rest,
    };
    uri.path = part(Some(path).filter(|path| !path.is_empty()), PATH)?;
    Some(uri)
}

impl Uri {
    fn parse_authority(&mut self, authority: &str) -> Option<()> {
        let (user, rest) = authority.split_once('@').map_or((None, authority), |(user, rest)| (Some(user), rest));
        self.user = part(user, USER)?;
        let (host, port) = match rest.strip_prefix('[') {
            Some(rest) => {
                let (address, port) = rest.split_once(']')?;
                (address.to_owned(), port)
            }
            None => {
                let (host, port) = rest.split_at(rest.find(':').unwrap_or(rest.len()));
                checked(host, HOST)?;
                (decoded(host)?, port)
            }
        };
        if !port.is_empty() {
            self.port = Some(port.strip_prefix(':')?.parse().ok()?);
        }
        self.host = Some(host).filter(|host| !host.is_empty());
        Some(())
    }
}

/// What stands before `mark`, and what behind it.
fn split(text: &str, mark: char) -> (&str, Option<&str>) {
    text.split_once(mark).map_or((text, None), |(before, behind)| (before, Some(behind)))
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

/// A part that may be missing, without its escapes; `None` outside when it is wrong.
fn part(text: Option<&str>, allowed: &[u8]) -> Option<Option<String>> {
    let Some(text) = text else { return Some(None) };
    checked(text, allowed)?;
    decoded(text).map(Some)
}

/// Whether only letters, digits, `allowed` and percent signs stand there; [`decoded`] looks at what follows those.
fn checked(text: &str, allowed: &[u8]) -> Option<()> {
    let is_good = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'%' || allowed.contains(&byte);
    (text.bytes().all(is_good) && (!text.contains('%') || are_escapes_whole(text))).then_some(())
}

fn are_escapes_whole(text: &str) -> bool {
    text.split('%').skip(1).all(|behind| {
        let behind = behind.as_bytes();
        behind.len() >= 2 && behind.iter().take(2).all(u8::is_ascii_hexdigit)
    })
}

/// The text without its escapes. `None` for a NUL, which no C string can hold, and for what is not UTF-8.
fn decoded(text: &str) -> Option<String> {
    if !text.contains('%') {
        return Some(text.to_owned());
    }
    let mut parts = text.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        let byte = u8::from_str_radix(part.get(..2)?, 16).ok().filter(|byte| *byte != 0)?;
        bytes.push(byte);
        bytes.extend_from_slice(part.get(2..)?.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

/// Writes a part with escapes for everything that is not a letter, a digit or `plain`.
fn write_escaped(f: &mut fmt::Formatter<'_>, text: &str, plain: &[u8]) -> fmt::Result {
    for byte in text.bytes() {
        match byte.is_ascii_alphanumeric() || plain.contains(&byte) {
            true => write!(f, "{}", char::from(byte))?,
            false => write!(f, "%{byte:02X}")?,
        }
    }
    Ok(())
}

/// As libvirt writes a connection's URI: always with `//`, the query as it came, other escapes only where needed.
impl fmt::Display for Uri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(scheme) = &self.scheme {
            write!(f, "{scheme}:")?;
        }
        f.write_str("//")?;
        if let Some(user) = &self.user {
            write_escaped(f, user, WRITTEN_USER)?;
            f.write_str("@")?;
        }
        match self.host.as_deref() {
            Some(host) if host.contains(':') => write!(f, "[{host}]")?,
            Some(host) => f.write_str(host)?,
            None => {}
        }
        if let Some(port) = self.port.filter(|port| *port > 0 && self.host.is_some()) {
            write!(f, ":{port}")?;
        }
        write_escaped(f, self.path.as_deref().unwrap_or_default(), WRITTEN_PATH)?;
        if let Some(query) = &self.query {
            write!(f, "?{query}")?;
        }
        if let Some(fragment) = &self.fragment {
            f.write_str("#")?;
            write_escaped(f, fragment, WRITTEN_FRAGMENT)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> Option<String> {
        Uri::parse(text).ok().map(|uri| uri.to_string())
    }

    #[test]
    fn parts_are_found() {
        let uri = Uri::parse("qemu+ssh://me%40@[::1]:22/system?socket=%2fx&&flag;a=b#top").unwrap();
        assert_eq!((uri.scheme.as_deref(), uri.transport()), (Some("qemu+ssh"), Some("ssh")));
        assert_eq!((uri.user.as_deref(), uri.host.as_deref(), uri.port), (Some("me@"), Some("::1"), Some(22)));
        assert_eq!((uri.path.as_deref(), uri.fragment.as_deref()), (Some("/system"), Some("top")));
        assert_eq!(uri.parameter("socket").as_deref(), Some("/x"));
        let names: Vec<_> = uri.parameters().map(|(name, _)| name).collect();
        assert_eq!(names, ["socket", "flag", "a"]);
    }

    #[test]
    fn uris_are_written_as_libvirt_writes_them() {
        for same in [
            "test:///default",
            "test:///default?",
            "test://user:pw@/default",
            "test://us:er%40x@/default?x=%41#fr%20ag",
            "qemu+tls://[fe80::1]:16514/system",
            "test:///a%3Fb%23",
        ] {
            assert_eq!(written(same).as_deref(), Some(same));
        }
        assert_eq!(written("test:/default").as_deref(), Some("test:///default"));
        assert_eq!(written("test:///def%61ult").as_deref(), Some("test:///default"));
        assert_eq!(written("test://:5/default").as_deref(), Some("test:///default"));
        assert_eq!(written("test:///a:b").as_deref(), Some("test:///a%3Ab"));
        assert_eq!(written("test:n%20d").as_deref(), Some("test://n%20d"));
        assert_eq!(written("test:///default#%7c").as_deref(), Some("test:///default#%7C"));
    }

    #[test]
    fn what_is_no_uri_is_refused() {
        for bad in [
            "not a uri",
            "%",
            ":",
            "+ssh:///x",
            "te_st:///x",
            "test:///%zz",
            "test:///x?y=%z",
            "test:///é",
            "test://[::1/x",
            "test://:x/",
            "test:///a^",
            "test://a b/",
            "test:///%00",
            "1:b",
        ] {
            assert_eq!(written(bad), None, "{bad}");
        }
    }
}
