//! libvirt's configuration files: `name = "text"`, `name = 5`, `name = [ "a", "b" ]`, comments with `#`.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::error::{Error, Result};
use crate::types::*;

/// A file's settings in order; of two with one name the first counts.
#[derive(Debug, Default)]
pub struct Conf {
    path: String,
    settings: Vec<(String, Value)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Number(i64),
    Text(String),
    List(Vec<Value>),
}

impl Value {
    fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }
}

impl Conf {
    /// Reads a file; one that does not exist has no settings.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` when it cannot be read, `VIR_ERR_CONF_SYNTAX` with file and line for what is no setting.
    pub fn read(path: &Path) -> Result<Self> {
        let name = path.display().to_string();
        match read_text(path) {
            Ok(text) => Self::parse(name, &text),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(Self::default()),
            Err(error) => {
                let verb = if error.kind() == ErrorKind::PermissionDenied { "open" } else { "read" };
                Err(Error::system(&error, format!("Failed to {verb} file '{name}'")).without_origin())
            }
        }
    }

    /// Reads a text; `path` is for complaints.
    ///
    /// # Errors
    /// `VIR_ERR_CONF_SYNTAX` as [`Self::read`].
    pub fn parse(path: String, text: &str) -> Result<Self> {
        let mut reader = Reader { path: &path, rest: text, line: 1 };
        let settings = reader.settings()?;
        Ok(Self { path, settings })
    }

    fn get(&self, name: &str) -> Option<&Value> {
        self.settings.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// A setting that is text.
    ///
    /// # Errors
    /// `VIR_ERR_INTERNAL_ERROR` when it is something else.
    pub fn text(&self, name: &str) -> Result<Option<&str>> {
        match self.get(name) {
            None => Ok(None),
            Some(Value::Text(text)) => Ok(Some(text)),
            Some(_) => Err(self.wrong(VIR_ERR_INTERNAL_ERROR, "a string", name)),
        }
    }

    /// A setting that is a list of texts; empty when it is missing.
    ///
    /// # Errors
    /// `VIR_ERR_INTERNAL_ERROR` when it is something else, `VIR_ERR_CONF_SYNTAX` when an element is.
    pub fn texts(&self, name: &str) -> Result<Vec<&str>> {
        let elements = match self.get(name) {
            None => return Ok(Vec::new()),
            Some(Value::List(elements)) => elements,
            Some(_) => return Err(self.wrong(VIR_ERR_INTERNAL_ERROR, "a string list", name)),
        };
        let texts: Option<Vec<&str>> = elements.iter().map(Value::as_text).collect();
        texts.ok_or_else(|| self.wrong(VIR_ERR_CONF_SYNTAX, "a string list", name))
    }

    /// A setting that is a number.
    ///
    /// # Errors
    /// `VIR_ERR_INTERNAL_ERROR` when it is something else.
    pub fn number(&self, name: &str) -> Result<Option<i64>> {
        match self.get(name) {
            None => Ok(None),
            Some(Value::Number(number)) => Ok(Some(*number)),
            Some(_) => Err(self.wrong(VIR_ERR_INTERNAL_ERROR, "an integer", name)),
        }
    }

    /// A setting that is a number from 0 on, or a word that stands for one.
    ///
    /// # Errors
    /// `VIR_ERR_INTERNAL_ERROR` when it is something else.
    pub fn number_or(&self, name: &str, word: &str, meant: u64) -> Result<Option<u64>> {
        match self.get(name) {
            None => Ok(None),
            Some(Value::Text(text)) if text == word => Ok(Some(meant)),
            Some(Value::Number(number)) if *number >= 0 => Ok(Some(number.cast_unsigned())),
            Some(_) => Err(self.wrong(VIR_ERR_INTERNAL_ERROR, &format!("an unsigned integer or '{word}'"), name)),
        }
    }

    /// A setting that is a text or a list of texts; empty when it is missing.
    ///
    /// # Errors
    /// As [`Self::texts`].
    pub fn text_or_texts(&self, name: &str) -> Result<Vec<&str>> {
        match self.get(name) {
            Some(Value::Text(text)) => Ok(vec![text]),
            Some(Value::Number(_) | Value::List(_)) | None => self.texts(name),
        }
    }

    /// The names of all settings.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.settings.iter().map(|(name, _)| name.as_str())
    }

    fn wrong(&self, code: virErrorNumber, expected: &str, name: &str) -> Error {
        let text = format!("{}: expected {expected} for '{name}' parameter", self.path);
        Error::new(code, text).from_origin(VIR_FROM_CONF)
    }
}

/// A file of text; what is not UTF-8 is read as far as it can be.
fn read_text(path: &Path) -> io::Result<String> {
    fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// What is left of a file, and the number of the line where that begins.
struct Reader<'a> {
    path: &'a str,
    rest: &'a str,
    line: usize,
}

impl<'a> Reader<'a> {
    fn settings(&mut self) -> Result<Vec<(String, Value)>> {
        let mut settings = Vec::new();
        loop {
            self.skip_blanks_and_lines();
            if self.take('#') {
                self.skip_line();
            } else if self.rest.is_empty() {
                return Ok(settings);
            } else {
                settings.push(self.setting()?);
            }
        }
    }

    fn setting(&mut self) -> Result<(String, Value)> {
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        if !self.rest.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            return Err(self.wrong("expecting a name"));
        }
        let name = self.take_while(is_name);
        self.skip_blanks();
        if !self.take('=') {
            return Err(self.wrong("expecting an assignment"));
        }
        self.skip_blanks();
        let value = self.value(0)?;
        self.skip_blanks();
        if self.take('#') {
            self.skip_line();
        } else if !self.take(';') && !self.rest.is_empty() && !self.rest.starts_with(['\n', '\r']) {
            return Err(self.wrong("expecting a separator"));
        }
        Ok((name.to_owned(), value))
    }

    fn value(&mut self, depth: usize) -> Result<Value> {
        match self.rest.chars().next() {
            Some('"' | '\'') => self.text().map(Value::Text),
            Some('[') => self.list(depth),
            Some('-' | '0'..='9') => self.number(),
            _ => Err(self.wrong("expecting a value")),
        }
    }

    fn number(&mut self) -> Result<Value> {
        let is_negative = self.take('-');
        let digits = self.take_while(|letter| letter.is_ascii_digit());
        if digits.is_empty() {
            return Err(self.wrong("unterminated number"));
        }
        let number = digits.parse().unwrap_or(i64::MAX);
        Ok(Value::Number(if is_negative { -number } else { number }))
    }

    /// Text in quotes, without escapes: on one line, or on several between `"""`.
    fn text(&mut self) -> Result<String> {
        if let Some(rest) = self.rest.strip_prefix("\"\"\"") {
            let (text, rest) = rest.split_once("\"\"\"").ok_or_else(|| self.wrong("unterminated string"))?;
            self.rest = rest;
            self.line += text.matches('\n').count();
            return Ok(text.to_owned());
        }
        let quote = if self.take('\'') { '\'' } else { '"' };
        self.take('"');
        let text = self.take_while(|letter| letter != quote && letter != '\n' && letter != '\r');
        if self.take(quote) { Ok(text.to_owned()) } else { Err(self.wrong("unterminated string")) }
    }

    fn list(&mut self, depth: usize) -> Result<Value> {
        // Deeper lists mean nothing to anybody, and the stack is finite.
        if depth > 32 {
            return Err(self.wrong("lists are nested too deeply"));
        }
        self.take('[');
        self.skip_blanks_and_lines();
        let mut elements = Vec::new();
        while !self.rest.is_empty() && !self.rest.starts_with(']') {
            if !elements.is_empty() {
                if !self.take(',') {
                    return Err(self.wrong("expecting a separator in list"));
                }
                self.skip_blanks_and_lines();
                if self.rest.starts_with(']') {
                    break;
                }
            }
            elements.push(self.value(depth + 1)?);
            self.skip_blanks_and_lines();
        }
        if self.take(']') { Ok(Value::List(elements)) } else { Err(self.wrong("list is not closed with ]")) }
    }

    /// Takes the letter when it is next.
    fn take(&mut self, letter: char) -> bool {
        let rest = self.rest.strip_prefix(letter);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn take_while(&mut self, matches: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|letter| !matches(letter)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken
    }

    fn skip_blanks(&mut self) {
        self.take_while(|letter| letter == ' ' || letter == '\t');
    }

    fn skip_blanks_and_lines(&mut self) {
        let skipped = self.take_while(|letter| matches!(letter, ' ' | '\t' | '\n' | '\r'));
        self.line += skipped.matches('\n').count();
    }

    fn skip_line(&mut self) {
        self.take_while(|letter| letter != '\n');
    }

    fn wrong(&self, what: &str) -> Error {
        Error::new(VIR_ERR_CONF_SYNTAX, format!("{}:{}: {what}", self.path, self.line)).from_origin(VIR_FROM_CONF)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Conf> {
        Conf::parse("f".to_owned(), text)
    }

    #[test]
    fn settings_are_read() {
        let text = "# comment\n\n a = \"x\\\\\"; b='y'# z\nc=[1,\n -2\n, [\"q\"],]\nd=\"\"\"l1\nl2\"\"\"\ne=9999999999999999999";
        let conf = parse(text).unwrap();
        assert_eq!(conf.text("a").unwrap(), Some("x\\\\"));
        assert_eq!(conf.text("b").unwrap(), Some("y"));
        assert_eq!(conf.text("d").unwrap(), Some("l1\nl2"));
        let list =
            Value::List(vec![Value::Number(1), Value::Number(-2), Value::List(vec![Value::Text("q".to_owned())])]);
        assert_eq!(conf.get("c"), Some(&list));
        assert!(conf.text("e").is_err() && conf.texts("c").is_err() && conf.texts("z").unwrap().is_empty());
    }

    #[test]
    fn faults_have_a_place() {
        let fault = |text| parse(text).map(drop).unwrap_err().to_string();
        for (text, expected) in [
            ("a\n", "f:1: expecting an assignment"),
            ("\n=1\n", "f:2: expecting a name"),
            ("a=b", "f:1: expecting a value"),
            ("a=\"b\n\"", "f:1: unterminated string"),
            ("a=\"\"\"b\n\"", "f:1: unterminated string"),
            ("a=1 b=2", "f:1: expecting a separator"),
            ("a=[1 2]", "f:1: expecting a separator in list"),
            ("a=[1,2\n", "f:2: list is not closed with ]"),
        ] {
            assert_eq!(fault(text), format!("configuration file syntax error: {expected}"));
        }
        assert!(parse(&"[".repeat(100_000)).is_err() && parse(&format!("a={}", "[".repeat(100_000))).is_err());
    }
}
