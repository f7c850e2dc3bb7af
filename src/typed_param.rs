//! Typed parameters: lists of named values, as many functions take and give them. Their form in C is `abi/typed_param.rs`.

use std::borrow::Cow;

use crate::error::{Error, Result};
use crate::types::*;

/// One value of one of the seven types.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Int(i32),
    UInt(u32),
    LLong(i64),
    ULLong(u64),
    Double(f64),
    Boolean(bool),
    String(String),
    /// What a program passed with a type that there is not; no function takes it.
    Unknown(virTypedParameterType),
}

/// Said of a parameter in [`TypedParams::validate`] that may be there more than once.
pub const MULTIPLE: virTypedParameterType = 1 << 30;

/// Named values in the order in which they are given; a name may be there more than once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypedParams(Vec<(Cow<'static, str>, Value)>);

impl Value {
    /// A `VIR_TYPED_PARAM_…`.
    pub fn kind(&self) -> virTypedParameterType {
        match self {
            Self::Int(_) => VIR_TYPED_PARAM_INT,
            Self::UInt(_) => VIR_TYPED_PARAM_UINT,
            Self::LLong(_) => VIR_TYPED_PARAM_LLONG,
            Self::ULLong(_) => VIR_TYPED_PARAM_ULLONG,
            Self::Double(_) => VIR_TYPED_PARAM_DOUBLE,
            Self::Boolean(_) => VIR_TYPED_PARAM_BOOLEAN,
            Self::String(_) => VIR_TYPED_PARAM_STRING,
            Self::Unknown(kind) => *kind,
        }
    }

    /// Reads a value from text, as `virTypedParamsAddFromString` does. `name` is the parameter's, for the error.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` for text that is no value of that type, `VIR_ERR_INTERNAL_ERROR` for an unknown type.
    pub fn parse(kind: virTypedParameterType, text: &str, name: &str) -> Result<Self> {
        let expected = |what: &str| {
            Error::new(VIR_ERR_INVALID_ARG, format!("Invalid value for field '{name}': expected {what}"))
                .without_origin()
        };
        match kind {
            VIR_TYPED_PARAM_INT => {
                let number = integer(text).and_then(|number| i32::try_from(number).ok());
                number.map(Self::Int).ok_or_else(|| expected("int"))
            }
            VIR_TYPED_PARAM_UINT => {
                let number = integer(text).filter(|number| number.unsigned_abs() <= u32::MAX.into());
                number.map(|number| Self::UInt(number as u32)).ok_or_else(|| expected("unsigned int"))
            }
            VIR_TYPED_PARAM_LLONG => {
                let number = integer(text).and_then(|number| i64::try_from(number).ok());
                number.map(Self::LLong).ok_or_else(|| expected("long long"))
            }
            VIR_TYPED_PARAM_ULLONG => {
                let number = integer(text).filter(|number| number.unsigned_abs() <= u64::MAX.into());
                number.map(|number| Self::ULLong(number as u64)).ok_or_else(|| expected("unsigned long long"))
            }
            VIR_TYPED_PARAM_DOUBLE => float(text).map(Self::Double).ok_or_else(|| expected("double")),
            VIR_TYPED_PARAM_BOOLEAN => match text {
                "1" => Ok(Self::Boolean(true)),
                "0" => Ok(Self::Boolean(false)),
                text if text.eq_ignore_ascii_case("true") => Ok(Self::Boolean(true)),
                text if text.eq_ignore_ascii_case("false") => Ok(Self::Boolean(false)),
                _ => {
                    let text = format!("Invalid boolean value for field '{name}'");
                    Err(Error::new(VIR_ERR_INVALID_ARG, text).without_origin())
                }
            },
            VIR_TYPED_PARAM_STRING => Ok(Self::String(text.to_owned())),
            _ => {
                let text = format!("unexpected type {kind} for field {name}");
                Err(Error::new(VIR_ERR_INTERNAL_ERROR, text).without_origin())
            }
        }
    }
}

/// A decimal number with blanks and a sign before it, as C reads it.
fn integer(text: &str) -> Option<i128> {
    text.trim_ascii_start().parse().ok()
}

/// A floating-point number with blanks and a sign before it; none where it is too large.
fn float(text: &str) -> Option<f64> {
    let number: f64 = text.trim_ascii_start().parse().ok()?;
    (number.is_finite() || !text.contains(|letter: char| letter.is_ascii_digit())).then_some(number)
}

/// What a type is called in errors. `None` for a number that is no type.
pub fn type_name(kind: virTypedParameterType) -> Option<&'static str> {
    match kind {
        VIR_TYPED_PARAM_INT => Some("int"),
        VIR_TYPED_PARAM_UINT => Some("uint"),
        VIR_TYPED_PARAM_LLONG => Some("llong"),
        VIR_TYPED_PARAM_ULLONG => Some("ullong"),
        VIR_TYPED_PARAM_DOUBLE => Some("double"),
        VIR_TYPED_PARAM_BOOLEAN => Some("boolean"),
        VIR_TYPED_PARAM_STRING => Some("string"),
        _ => None,
    }
}

macro_rules! values {
    ($($from:ty => $variant:ident),+ $(,)?) => { $(impl From<$from> for Value {
        fn from(value: $from) -> Self {
            Self::$variant(value.into())
        }
    })+ };
}

values! {
    i32 => Int, u32 => UInt, i64 => LLong, u64 => ULLong, f64 => Double, bool => Boolean, String => String, &str => String,
}

impl TypedParams {
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a value; its type is that of the Rust value. Names of more than 79 bytes are cut where they go to C.
    pub fn push(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Value>) {
        self.0.push((name.into(), value.into()));
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Names and values in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value))
    }

    /// The first value of that name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// The first value of that name, when it is an `Int`.
    pub fn int(&self, name: &str) -> Option<i32> {
        if let Some(Value::Int(number)) = self.get(name) { Some(*number) } else { None }
    }

    /// The first value of that name, when it is a `UInt`.
    pub fn uint(&self, name: &str) -> Option<u32> {
        if let Some(Value::UInt(number)) = self.get(name) { Some(*number) } else { None }
    }

    /// The first value of that name, when it is an `LLong`.
    pub fn llong(&self, name: &str) -> Option<i64> {
        if let Some(Value::LLong(number)) = self.get(name) { Some(*number) } else { None }
    }

    /// The first value of that name, when it is a `ULLong`.
    pub fn ullong(&self, name: &str) -> Option<u64> {
        if let Some(Value::ULLong(number)) = self.get(name) { Some(*number) } else { None }
    }

    /// The first value of that name, when it is a `Boolean`.
    pub fn boolean(&self, name: &str) -> Option<bool> {
        if let Some(Value::Boolean(truth)) = self.get(name) { Some(*truth) } else { None }
    }

    /// The first value of that name, when it is a `String`.
    pub fn string(&self, name: &str) -> Option<&str> {
        if let Some(Value::String(text)) = self.get(name) { Some(text) } else { None }
    }

    /// Checks names and types against those that a function knows: `("cpu_shares", VIR_TYPED_PARAM_ULLONG)`, with
    /// [`MULTIPLE`] added to the type where a name may be repeated. What is wrong with the first name in the order of
    /// the alphabet is told.
    ///
    /// # Errors
    /// `VIR_ERR_ARGUMENT_UNSUPPORTED` for a name that is not known; `VIR_ERR_INVALID_ARG` for one that is repeated or has
    /// the wrong type.
    pub fn validate(&self, known: &[(&str, virTypedParameterType)]) -> Result<()> {
        let mut sorted: Vec<_> = self.iter().collect();
        sorted.sort_by_key(|(name, _)| *name);
        let mut last = None;
        for (name, value) in sorted {
            let wrong = |code, text| Err(Error::new(code, text).without_origin());
            let Some((_, expected)) = known.iter().find(|(known, _)| *known == name) else {
                return wrong(VIR_ERR_ARGUMENT_UNSUPPORTED, format!("parameter '{name}' not supported"));
            };
            if expected & MULTIPLE == 0 && last.replace(name) == Some(name) {
                return wrong(VIR_ERR_INVALID_ARG, format!("parameter '{name}' occurs multiple times"));
            }
            if value.kind() != expected & !MULTIPLE {
                let [is, expected] = [value.kind(), expected & !MULTIPLE].map(|it| type_name(it).unwrap_or("unknown"));
                let text = format!("invalid type '{is}' for parameter '{name}', expected '{expected}'");
                return wrong(VIR_ERR_INVALID_ARG, text);
            }
        }
        Ok(())
    }
}

impl<N: Into<Cow<'static, str>>> FromIterator<(N, Value)> for TypedParams {
    fn from_iter<I: IntoIterator<Item = (N, Value)>>(values: I) -> Self {
        Self(values.into_iter().map(|(name, value)| (name.into(), value)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_as_c_reads_it() {
        let value = |kind, text| Value::parse(kind, text, "n").ok();
        assert_eq!(value(VIR_TYPED_PARAM_INT, " 010"), Some(Value::Int(10)));
        assert_eq!(value(VIR_TYPED_PARAM_INT, "5 "), None);
        assert_eq!(value(VIR_TYPED_PARAM_INT, "0x10"), None);
        assert_eq!(value(VIR_TYPED_PARAM_UINT, "-5"), Some(Value::UInt(4_294_967_291)));
        assert_eq!(value(VIR_TYPED_PARAM_UINT, "4294967296"), None);
        assert_eq!(value(VIR_TYPED_PARAM_ULLONG, "-1"), Some(Value::ULLong(u64::MAX)));
        assert_eq!(value(VIR_TYPED_PARAM_DOUBLE, "1e3"), Some(Value::Double(1000.0)));
        assert_eq!(value(VIR_TYPED_PARAM_DOUBLE, "1e400"), None);
        assert_eq!(value(VIR_TYPED_PARAM_DOUBLE, "inf"), Some(Value::Double(f64::INFINITY)));
        assert_eq!(value(VIR_TYPED_PARAM_BOOLEAN, "true"), Some(Value::Boolean(true)));
        assert_eq!(value(VIR_TYPED_PARAM_BOOLEAN, "yes"), None);
        assert_eq!(value(8, "x"), None);
    }

    #[test]
    fn validation_finds_what_is_wrong() {
        const KNOWN: &[(&str, virTypedParameterType)] =
            &[("limit", VIR_TYPED_PARAM_ULLONG), ("disk", VIR_TYPED_PARAM_STRING | MULTIPLE)];
        let check = |values: &[(&'static str, Value)]| {
            let params: TypedParams = values.iter().cloned().collect();
            params.validate(KNOWN).map_err(|error| error.to_string()).err()
        };
        assert_eq!(check(&[("limit", 1u64.into()), ("disk", "a".into()), ("disk", "b".into())]), None);
        assert_eq!(
            check(&[("other", 1u64.into())]).as_deref(),
            Some("argument unsupported: parameter 'other' not supported")
        );
        assert_eq!(
            check(&[("limit", 1u64.into()), ("limit", 2u64.into())]).as_deref(),
            Some("invalid argument: parameter 'limit' occurs multiple times")
        );
        assert_eq!(
            check(&[("limit", 1i64.into())]).as_deref(),
            Some("invalid argument: invalid type 'llong' for parameter 'limit', expected 'ullong'")
        );
    }
}
