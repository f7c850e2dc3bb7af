//! Paths as they are kept: without doubled slashes and without one at the end.

use crate::xml::{Expected, Text, Value};

/// A path. Two slashes at the beginning stay two, as POSIX leaves their meaning open; any other run becomes one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct CleanPath(pub String);

impl CleanPath {
    pub fn new(path: &str) -> Self {
        let slashes = path.len() - path.trim_start_matches('/').len();
        let root = match slashes {
            0 => "",
            2 => "//",
            _ => "/",
        };
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        Self(format!("{root}{}", parts.join("/")))
    }
}

impl Value for CleanPath {
    const EXPECTED: Expected = Expected::Kind("a path");
    fn parse(text: &str) -> Option<Self> {
        Some(Self::new(text))
    }
    fn write(&self, out: &mut Text) {
        out.escaped(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slashes() {
        let clean = |path| CleanPath::new(path).0;
        assert_eq!([clean(""), clean("/"), clean("//"), clean("///")], ["", "/", "//", "/"]);
        assert_eq!([clean("//x//y/"), clean("///x///"), clean("rel/x//y/")], ["//x/y", "/x", "rel/x/y"]);
        assert_eq!([clean("/."), clean("a//")], ["/.", "a"]);
    }
}
