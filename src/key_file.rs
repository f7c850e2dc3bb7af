//! Files of groups and keys, as `auth.conf` is one: `[group]`, `key=value`, comments with `#`.

use std::fs;
use std::path::Path;

use crate::error::{Error, Result};
use crate::types::*;

/// Groups with their keys. Groups with one name are one; of two keys with one name the last counts.
#[derive(Debug, Default)]
pub struct KeyFile {
    pub path: String,
    groups: Vec<(String, Vec<(String, String)>)>,
}

impl KeyFile {
    /// Reads a file.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` when it cannot be read, `VIR_ERR_CONF_SYNTAX` with file and line for what is neither group,
    /// key nor comment.
    pub fn read(path: &Path) -> Result<Self> {
        let name = path.display().to_string();
        let text =
            fs::read_to_string(path).map_err(|error| Error::system(&error, format!("Failed to read file '{name}'")))?;
        Self::parse(name, &text)
    }

    /// Reads a text; `path` is for complaints.
    ///
    /// # Errors
    /// `VIR_ERR_CONF_SYNTAX` as [`Self::read`].
    pub fn parse(path: String, text: &str) -> Result<Self> {
        let mut groups: Vec<(String, Vec<(String, String)>)> = Vec::new();
        for (at, line) in text.lines().enumerate() {
            let line = line.trim_start();
            let wrong = |what| Err(Error::new(VIR_ERR_CONF_SYNTAX, format!("{path}:{}: {what}", at + 1)));
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(rest) = line.strip_prefix('[') {
                match rest.trim_end().strip_suffix(']') {
                    None | Some("") => return wrong("expecting a group in brackets"),
                    Some(name) => groups.push((name.to_owned(), Vec::new())),
                }
                continue;
            }
            match (line.split_once('='), groups.last_mut()) {
                (None | Some(("", _)), _) => return wrong("expecting a key with a value"),
                (_, None) => return wrong("expecting a group before the first key"),
                (Some((key, value)), Some((_, keys))) => {
                    keys.push((key.trim_end().to_owned(), value.trim_start().to_owned()));
                }
            }
        }
        Ok(Self { path, groups })
    }

    pub fn has_group(&self, group: &str) -> bool {
        self.groups.iter().any(|(known, _)| known == group)
    }

    /// The value of a key.
    pub fn get(&self, group: &str, key: &str) -> Option<&str> {
        let mut keys = self.groups.iter().filter(|(known, _)| known == group).flat_map(|(_, keys)| keys);
        keys.rfind(|(known, _)| known == key).map(|(_, value)| value.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_and_keys() {
        let text = "# comment\n\n[a b] \n key = value # all of it\nkey2=\n[c]\nk=1\n[a b]\nkey=last";
        let file = KeyFile::parse("f".to_owned(), text).unwrap();
        assert_eq!(file.get("a b", "key"), Some("last"));
        assert_eq!(file.get("a b", "key2"), Some(""));
        assert_eq!((file.get("c", "key"), file.has_group("c"), file.has_group("d")), (None, true, false));
    }

    #[test]
    fn faults_have_a_place() {
        for (text, line) in [("k=1", 1), ("[a", 1), ("\n[]", 2), ("[a]x", 1), ("[a]\nkey", 2), ("[a]\n=x", 2)] {
            let error = KeyFile::parse("f".to_owned(), text).map(drop).unwrap_err().to_string();
            assert!(error.starts_with(&format!("configuration file syntax error: f:{line}: ")), "{error}");
        }
    }
}
