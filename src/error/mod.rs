//! Errors as values: code, origin, texts and numbers of a `virError`, made where the cause is known.
//! How the last one is kept for C is in `abi/last_error.rs`.

mod text;

use std::fmt;

pub use text::{excerpt, excerpt_of, origin_name};

use crate::types::*;

/// What went wrong, a `VIR_ERR_…`.
pub type Code = virErrorNumber;
/// Which part of the library says so, a `VIR_FROM_…` (libvirt calls it the domain of an error).
pub type Origin = virErrorDomain;

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Bytes of a text that a program is told. libvirt tells names of megabytes whole.
const LONGEST_TEXT: usize = 8192;

/// One failure. Small to return; the fields stand behind a pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(Box<Fields>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Fields {
    code: Code,
    origin: Option<Origin>,
    detail: Detail,
    number: i32,
}

/// What is said beyond the code's own sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Detail {
    None,
    /// The name of the function that was called, which only the guard knows.
    Function,
    Text(String),
    /// An argument of the function that was called: "`name` in virX `must not be NULL`".
    Argument {
        name: &'static str,
        complaint: String,
    },
    /// Bits of the argument `flags` that mean nothing to the function that was called.
    Flags(u32),
    /// A whole sentence about an argument of the function that was called.
    About {
        /// Told in place of the function that was called.
        function: Option<&'static str>,
        name: &'static str,
        sentence: String,
    },
    /// A whole sentence in place of the code's own.
    Sentence(String),
}

/// The fields of a `virError` as libvirt fills them in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub code: Code,
    pub origin: Origin,
    pub message: String,
    pub texts: [Option<String>; 3],
    pub numbers: [i32; 2],
}

impl Error {
    fn with(code: Code, detail: Detail) -> Self {
        Self(Box::new(Fields { code, origin: None, detail, number: -1 }))
    }

    /// A code and what it is about: "internal error: `detail`".
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        Self::with(code, Detail::Text(detail.into()))
    }

    /// A code that says enough by itself: "Domain not found".
    pub fn bare(code: Code) -> Self {
        Self::with(code, Detail::None)
    }

    /// A code whose text names the function that was called: "invalid domain pointer in virDomainSuspend".
    pub fn in_function(code: Code) -> Self {
        Self::with(code, Detail::Function)
    }

    /// A bad argument: "`name` in virDomainSuspend `complaint`".
    pub fn argument(name: &'static str, complaint: impl Into<String>) -> Self {
        Self::with(VIR_ERR_INVALID_ARG, Detail::Argument { name, complaint: complaint.into() })
    }

    /// Complains about flags that are not among `known`: "unsupported flags (0x8) in function virDomainSuspend".
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG`.
    pub fn check_flags(flags: u32, known: u32) -> Result<()> {
        match flags & !known {
            0 => Ok(()),
            unknown => Err(Self::with(VIR_ERR_INVALID_ARG, Detail::Flags(unknown))),
        }
    }

    /// A bad argument, said in a whole sentence: "size must not exceed 40".
    pub fn about(name: &'static str, sentence: impl Into<String>) -> Self {
        Self::with(VIR_ERR_INVALID_ARG, Detail::About { function: None, name, sentence: sentence.into() })
    }

    /// As [`Error::about`], of a function that the original calls by another name.
    pub fn about_in(function: &'static str, name: &'static str, sentence: impl Into<String>) -> Self {
        let detail = Detail::About { function: Some(function), name, sentence: sentence.into() };
        Self::with(VIR_ERR_INVALID_ARG, detail)
    }

    /// A code with a sentence of its own in place of the usual one.
    pub fn sentence(code: Code, sentence: impl Into<String>) -> Self {
        Self::with(code, Detail::Sentence(sentence.into()))
    }

    /// What the original says where it fails and has nothing to say.
    pub fn without_cause() -> Self {
        Self::sentence(VIR_ERR_INTERNAL_ERROR, "An error occurred, but the cause is unknown").from_origin(VIR_FROM_NONE)
    }

    /// What no driver does yet.
    pub fn unsupported() -> Self {
        Self::in_function(VIR_ERR_NO_SUPPORT)
    }

    /// A failed system call: "`what`: No such file or directory", with `errno` in `int1`.
    pub fn system(error: &std::io::Error, what: impl fmt::Display) -> Self {
        let errno = error.raw_os_error().unwrap_or(0);
        let text = error.to_string();
        let text = text.strip_suffix(&format!(" (os error {errno})")).unwrap_or(&text);
        let mut this = Self::new(VIR_ERR_SYSTEM_ERROR, format!("{what}: {text}"));
        this.0.number = errno;
        this
    }

    /// With what helps, behind what is wrong.
    pub fn with_hint(self, hint: &str) -> Self {
        self.with_addition(&format!("; {hint}"))
    }

    /// Says more behind what is said already: where it is, and what helps.
    pub fn with_addition(mut self, addition: &str) -> Self {
        match &mut self.0.detail {
            Detail::Text(text) | Detail::Sentence(text) | Detail::About { sentence: text, .. } => {
                text.push_str(addition)
            }
            Detail::Argument { complaint, .. } => complaint.push_str(addition),
            Detail::None | Detail::Function | Detail::Flags(_) => {}
        }
        self
    }

    /// Says who complains, unless that was said already. Without it the called function's own origin is taken.
    #[allow(clippy::wrong_self_convention)] // no constructor: it reads as a sentence where errors are made
    pub fn from_origin(mut self, origin: Origin) -> Self {
        self.0.origin.get_or_insert(origin);
        self
    }

    /// Says that no part of the library in particular complains, whichever function was called.
    pub fn without_origin(self) -> Self {
        self.from_origin(VIR_FROM_NONE)
    }

    /// Says that it happened in another function than the one that the program called, on its behalf.
    pub fn in_step(mut self, function: &str) -> Self {
        if self.0.detail == Detail::Function {
            self.0.detail = Detail::Text(function.to_owned());
        }
        self
    }

    pub fn code(&self) -> Code {
        self.0.code
    }

    /// Fills in what only the guard knows: the function and its origin.
    pub fn report(self, function: &str, origin: Origin) -> Report {
        let Fields { code, origin: own, detail, number } = *self.0;
        let origin = own.unwrap_or(origin);
        let sentence = text::alone(code).unwrap_or_default();
        let bounded =
            |text: String| if text.len() > LONGEST_TEXT { excerpt_of(&text, LONGEST_TEXT).into() } else { text };
        let from_template = |detail: String| {
            let detail = bounded(detail);
            let template = text::template(code).unwrap_or_else(|| "%s".to_owned());
            (template.replacen("%s", &detail, 1), [Some(template), Some(detail), None], [number, -1])
        };
        let (message, texts, numbers) = match detail {
            Detail::None => (sentence.to_owned(), [Some(sentence.to_owned()), None, None], [number, -1]),
            Detail::Sentence(text) => {
                let text = bounded(text);
                (text.clone(), [Some(text), None, None], [number, -1])
            }
            Detail::Text(text) => from_template(text),
            Detail::Function => from_template(function.to_owned()),
            Detail::About { function: other, name, sentence } => {
                (sentence, [Some(other.unwrap_or(function).into()), Some(name.into()), None], [0, 0])
            }
            Detail::Argument { name, complaint } => {
                (format!("{name} in {function} {complaint}"), [Some(function.into()), Some(name.into()), None], [0, 0])
            }
            Detail::Flags(unknown) => {
                let text = format!("unsupported flags (0x{unknown:x}) in function {function}");
                (text, [Some(function.into()), Some("flags".into()), None], [0, 0])
            }
        };
        Report { code, origin, message, texts, numbers }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.clone().report("this function", VIR_FROM_NONE).message)
    }
}

impl std::error::Error for Error {}

/// The default of every driver method.
pub fn unsupported<T>() -> Result<T> {
    Err(Error::unsupported())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_composed_as_the_original_does() {
        let report = Error::in_function(VIR_ERR_INVALID_DOMAIN).report("virDomainSuspend", VIR_FROM_DOM);
        assert_eq!(report.message, "invalid domain pointer in virDomainSuspend");
        assert_eq!(report.texts[0].as_deref(), Some("invalid domain pointer in %s"));
        assert_eq!(report.numbers, [-1, -1]);

        let report = Error::argument("name", "must not be NULL").report("virDomainLookupByName", VIR_FROM_DOMAIN);
        assert_eq!(report.message, "name in virDomainLookupByName must not be NULL");
        assert_eq!(report.numbers, [0, 0]);

        let missing = std::io::Error::from_raw_os_error(libc::ENOENT);
        let report = Error::system(&missing, "cannot open 'x'").report("virConnectOpen", VIR_FROM_NONE);
        assert_eq!(report.message, "cannot open 'x': No such file or directory");
        assert_eq!(report.numbers, [libc::ENOENT, -1]);
    }

    #[test]
    fn every_code_has_its_sentence() {
        for code in 1..VIR_ERR_NUMBER_LAST {
            assert!(text::alone(code).is_some_and(|sentence| !sentence.is_empty()), "code {code} says nothing");
        }
        assert_eq!(text::alone(VIR_ERR_NUMBER_LAST), None);
    }
}
