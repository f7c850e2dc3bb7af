//! Values that stand in an attribute or as the text of an element.

use super::Fault;
use super::writer::Text;
use super::{AttrField, LeafField, Reader, Writer};
use crate::mac::Mac;
use crate::uuid::Uuid;

/// What a value may be, for error messages.
#[derive(Clone, Copy, Debug)]
pub enum Expected {
    /// Anything of a kind, as a part of a sentence: "a MAC address".
    Kind(&'static str),
    /// A number of so many bits.
    Unsigned(u32),
    NonZero(u32),
    Signed(u32),
    OneOf(&'static [&'static str]),
}

impl Expected {
    /// The end of libvirt's complaint about an attribute: what was found, and what was expected.
    pub(super) fn complaint(self, found: &str) -> String {
        match self {
            Self::NonZero(_) if unsigned(found, 10) == Some(0) => "Zero is not permitted".to_owned(),
            Self::Unsigned(_) | Self::NonZero(_) => format!("'{found}'. Expected non-negative integer value"),
            Self::Signed(_) => format!("'{found}'. Expected integer value"),
            Self::Kind(_) | Self::OneOf(_) => format!("'{found}'."),
        }
    }

    /// Our own words.
    pub(super) fn hint(self) -> String {
        match self {
            Self::Kind(kind) => format!("expected {kind}"),
            Self::Unsigned(bits) => format!("expected a number of {bits} bits"),
            Self::NonZero(bits) => format!("expected a number of {bits} bits, not 0"),
            Self::Signed(bits) => format!("expected a signed number of {bits} bits"),
            Self::OneOf(words) => format!("expected one of {}", words.join(", ")),
        }
    }
}

/// A value with one textual form. Reading may accept more forms than writing gives.
pub trait Value: Sized {
    const EXPECTED: Expected;
    fn parse(text: &str) -> Option<Self>;
    fn write(&self, out: &mut Text);
    /// Whether libvirt's schema takes the text too, which may want more than [`Value::parse`]. Strict reading asks.
    fn fits_schema(text: &str) -> bool {
        match Self::EXPECTED {
            Expected::OneOf(words) => words.contains(&text),
            Expected::Kind(_) | Expected::Unsigned(_) | Expected::NonZero(_) | Expected::Signed(_) => true,
        }
    }
    /// What to say about a text that is none, where libvirt has a sentence for all values of the type. A
    /// `{attribute}` in it stands for the name of the attribute or element.
    fn refusal(_text: &str) -> Option<Fault> {
        None
    }
    /// Whether libvirt 9.0.0 does not know it.
    fn is_newer(&self) -> bool {
        false
    }
}

impl Value for String {
    const EXPECTED: Expected = Expected::Kind("text");
    fn parse(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
    fn write(&self, out: &mut Text) {
        out.escaped(self);
    }
}

/// Reads a number as C's `strtoull` does: blanks before it, a `+`, and in base 16 or 0 a prefix `0x`; in base 0 a leading
/// `0` means octal. Nothing may follow, and no `-` may stand before it.
pub fn unsigned(text: &str, base: u32) -> Option<u64> {
    let text = text.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '\x0b');
    let text = text.strip_prefix('+').unwrap_or(text);
    let hex = text.strip_prefix("0x").or(text.strip_prefix("0X"));
    let (digits, base) = match (base, hex) {
        (0 | 16, Some(digits)) => (digits, 16),
        (0, None) if text.starts_with('0') => (text, 8),
        (0, None) => (text, 10),
        _ => (text, base),
    };
    // `from_str_radix` takes a second sign.
    if !digits.starts_with(|c: char| c.is_ascii_hexdigit()) {
        return None;
    }
    u64::from_str_radix(digits, base).ok()
}

/// As [`unsigned`] in base 10 or 0, with a sign.
pub fn signed(text: &str, base: u32) -> Option<i64> {
    let text = text.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '\x0b');
    match text.strip_prefix('-') {
        Some(digits) if digits.starts_with(|c: char| c.is_ascii_digit()) => {
            0i64.checked_sub_unsigned(unsigned(digits, base)?)
        }
        Some(_) => None,
        None => i64::try_from(unsigned(text, base)?).ok(),
    }
}

/// Reads a number of 32 bits as libvirt does where it takes `-1` for the greatest: as `strtoul` in base 10 or 16, and negative
/// numbers count down from 2³².
pub fn wrapping(text: &str, base: u32) -> Option<u32> {
    let text = text.trim_ascii_start();
    match text.strip_prefix('-') {
        Some(digits) if digits.starts_with(|c: char| c.is_ascii_hexdigit()) => {
            u32::try_from(unsigned(digits, base)?).ok().map(u32::wrapping_neg)
        }
        Some(_) => None,
        None => unsigned(text, base)?.try_into().ok(),
    }
}

macro_rules! numbers {
    ($read:ident as $kind:ident: $($number:ty),+) => {$(
        impl Value for $number {
            const EXPECTED: Expected = Expected::$kind(<$number>::BITS);
            fn parse(text: &str) -> Option<Self> {
                $read(text, 10)?.try_into().ok()
            }
            fn write(&self, out: &mut Text) {
                out.number(i128::from(*self));
            }
        }
    )+};
}

numbers! { unsigned as Unsigned: u8, u16, u32, u64 }
numbers! { signed as Signed: i32, i64 }

/// A number read in any base and written in hexadecimal with at least `WIDTH` digits after `0x`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Hex<const WIDTH: usize>(pub u64);

impl<const WIDTH: usize> Value for Hex<WIDTH> {
    const EXPECTED: Expected = Expected::Unsigned(32);
    fn parse(text: &str) -> Option<Self> {
        unsigned(text, 0).filter(|number| *number <= u64::from(u32::MAX)).map(Self)
    }
    fn write(&self, out: &mut Text) {
        out.hex(self.0, WIDTH);
    }
}

/// `yes`, or anything else, which all means no.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct IsYes(pub bool);

impl Value for IsYes {
    const EXPECTED: Expected = Expected::OneOf(YesNo::WORDS);
    fn parse(text: &str) -> Option<Self> {
        Some(Self(text == "yes"))
    }
    fn write(&self, out: &mut Text) {
        out.plain(YesNo::from(self.0).word());
    }
}

/// `yes` or `no`, of which only the first is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct OnlyYes(pub bool);

impl Value for OnlyYes {
    const EXPECTED: Expected = Expected::OneOf(YesNo::WORDS);
    fn parse(text: &str) -> Option<Self> {
        YesNo::parse(text).map(|word| Self(word == YesNo::Yes))
    }
    fn write(&self, out: &mut Text) {
        out.plain(YesNo::from(self.0).word());
    }
}

/// A number of 32 bits that is not 0, unless it is left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NonZero(pub u32);

impl Value for NonZero {
    const EXPECTED: Expected = Expected::NonZero(32);
    fn parse(text: &str) -> Option<Self> {
        u32::parse(text).filter(|number| *number != 0).map(Self)
    }
    fn write(&self, out: &mut Text) {
        out.number(i128::from(self.0));
    }
}

/// As [`Hex`], of 64 bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Long<const WIDTH: usize>(pub u64);

impl<const WIDTH: usize> Value for Long<WIDTH> {
    const EXPECTED: Expected = Expected::Unsigned(64);
    fn parse(text: &str) -> Option<Self> {
        unsigned(text, 0).map(Self)
    }
    fn write(&self, out: &mut Text) {
        out.hex(self.0, WIDTH);
    }
}

/// A number of 64 bits read in base 16 and written so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Long16<const WIDTH: usize>(pub u64);

impl<const WIDTH: usize> Value for Long16<WIDTH> {
    const EXPECTED: Expected = Expected::Unsigned(64);
    fn parse(text: &str) -> Option<Self> {
        unsigned(text, 16).map(Self)
    }
    fn write(&self, out: &mut Text) {
        out.hex(self.0, WIDTH);
    }
}

/// A number of 32 bits in base 8, written with at least `WIDTH` digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Octal<const WIDTH: usize>(pub u32);

impl<const WIDTH: usize> Value for Octal<WIDTH> {
    const EXPECTED: Expected = Expected::Kind("an octal number such as 0755");
    fn parse(text: &str) -> Option<Self> {
        unsigned(text, 8)?.try_into().ok().map(Self)
    }
    fn write(&self, out: &mut Text) {
        out.octal(u64::from(self.0), WIDTH);
    }
}

/// A number in base 16, read with or without `0x` and written with at least `WIDTH` digits after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Base16<const WIDTH: usize>(pub u32);

impl<const WIDTH: usize> Value for Base16<WIDTH> {
    const EXPECTED: Expected = Expected::Kind("a number in base 16 such as 0x1f");
    fn parse(text: &str) -> Option<Self> {
        unsigned(text, 16)?.try_into().ok().map(Self)
    }
    fn write(&self, out: &mut Text) {
        out.hex(u64::from(self.0), WIDTH);
    }
}

/// A number read in any base and written in base 10.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AnyBase(pub u32);

impl Value for AnyBase {
    const EXPECTED: Expected = Expected::Unsigned(32);
    fn parse(text: &str) -> Option<Self> {
        unsigned(text, 0)?.try_into().ok().map(Self)
    }
    fn write(&self, out: &mut Text) {
        out.number(i128::from(self.0));
    }
}

impl Value for Uuid {
    const EXPECTED: Expected = Expected::Kind("a UUID such as 6695eb01-f6a4-8304-79aa-97f2502e193f");
    fn parse(text: &str) -> Option<Self> {
        Self::parse(text)
    }
    fn write(&self, out: &mut Text) {
        out.displayed(self);
    }
}

impl Value for Mac {
    const EXPECTED: Expected = Expected::Kind("a MAC address such as 52:54:00:12:34:56");
    fn parse(text: &str) -> Option<Self> {
        Self::parse(text)
    }
    fn write(&self, out: &mut Text) {
        out.displayed(self);
    }
}

/// An enum whose variants are words. The first one is the default; with `unsaid` before it no document can say it. Behind
/// `newer:` stand those that libvirt 9.0.0 does not know.
#[macro_export]
macro_rules! words {
    ($(#[$doc:meta])* pub enum $name:ident {
        unsaid $first:ident = $first_word:literal $(, $variant:ident = $word:literal)* $(,)?
        $(; newer: $($new:ident = $new_word:literal),+ $(,)?)?
    }) => {
        $crate::words!(@enum [$(#[$doc])*] $name $first = $first_word; $($variant = $word,)* $($($new = $new_word,)+)?);
        $crate::words!(@value $name; $($variant = $word,)*; $($($new = $new_word,)+)?);
    };
    ($(#[$doc:meta])* pub enum $name:ident {
        $first:ident = $first_word:literal $(, $variant:ident = $word:literal)* $(,)?
        $(; newer: $($new:ident = $new_word:literal),+ $(,)?)?
    }) => {
        $crate::words!(@enum [$(#[$doc])*] $name $first = $first_word; $($variant = $word,)* $($($new = $new_word,)+)?);
        $crate::words!(@value $name; $first = $first_word, $($variant = $word,)*; $($($new = $new_word,)+)?);
    };
    (@enum [$(#[$doc:meta])*] $name:ident $first:ident = $first_word:literal; $($variant:ident = $word:literal,)*) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub enum $name { #[default] $first $(, $variant)* }

        impl $name {
            pub fn word(self) -> &'static str {
                match self { Self::$first => $first_word $(, Self::$variant => $word)* }
            }
        }
    };
    (@value $name:ident; $($variant:ident = $word:literal,)*; $($new:ident = $new_word:literal,)*) => {
        impl $name {
            /// In the order of the variants.
            pub const WORDS: &'static [&'static str] = &[$($word,)* $($new_word),*];
        }

        impl $crate::xml::Value for $name {
            const EXPECTED: $crate::xml::Expected = $crate::xml::Expected::OneOf(Self::WORDS);
            fn parse(text: &str) -> Option<Self> {
                match text {
                    $($word => Some(Self::$variant),)*
                    $($new_word => Some(Self::$new),)*
                    _ => None,
                }
            }
            fn write(&self, out: &mut $crate::xml::Text) {
                out.plain(self.word());
            }
            fn is_newer(&self) -> bool {
                const NEWER: &[$name] = &[$($name::$new),*];
                NEWER.contains(self)
            }
        }
    };
}

words! { pub enum YesNo { Yes = "yes", No = "no" } }
words! { pub enum OnOff { On = "on", Off = "off" } }

impl From<bool> for YesNo {
    fn from(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}

impl From<bool> for OnOff {
    fn from(on: bool) -> Self {
        if on { Self::On } else { Self::Off }
    }
}

/// An attribute whose value, where it is none of the type's, counts as not given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lenient<V>(pub Option<V>);

impl<V: Value> AttrField for Lenient<V> {
    fn read(&mut self, name: &'static str, xml: &mut Reader) {
        self.0 = match xml.is_strict() {
            true => xml.attribute(name),
            false => xml.attribute(name).and_then(|text: String| V::parse(&text)),
        };
    }
    fn write(&self, name: &'static str, xml: &mut Writer) {
        AttrField::write(&self.0, name, xml);
    }
}

/// The same, as the text of an element.
impl<V: Value> LeafField for Lenient<V> {
    fn read(&mut self, xml: &mut Reader) {
        self.0 = xml.content().and_then(|text: String| V::parse(&text));
    }
    fn write(&self, xml: &mut Writer) {
        LeafField::write(&self.0, xml);
    }
}

/// An attribute that counts as not given when it is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filled<V>(pub Option<V>);

impl<V: Value> Value for Filled<V> {
    const EXPECTED: Expected = V::EXPECTED;
    fn parse(text: &str) -> Option<Self> {
        if text.is_empty() { Some(Self(None)) } else { V::parse(text).map(|value| Self(Some(value))) }
    }
    fn write(&self, out: &mut Text) {
        if let Some(value) = &self.0 {
            value.write(out);
        }
    }
    fn refusal(text: &str) -> Option<Fault> {
        V::refusal(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_strtoull_reads_them() {
        assert_eq!(u32::parse(" +12"), Some(12));
        assert_eq!(u32::parse("010"), Some(10));
        for bad in ["", " ", "1 ", "-1", "0x10", "4294967296", "+-1", "++1", "1.0", "1e3"] {
            assert_eq!(u32::parse(bad), None, "{bad}");
        }
        assert_eq!(i32::parse("-7"), Some(-7));
        assert_eq!(i32::parse("--7"), None);
        assert_eq!(i64::parse("-9223372036854775808"), Some(i64::MIN));
    }

    #[test]
    fn numbers_that_count_down() {
        assert_eq!(["-1", " -4294967295", "-0", "+7"].map(|text| wrapping(text, 10)), [u32::MAX, 1, 0, 7].map(Some));
        assert_eq!(["-0x10", "ff"].map(|text| wrapping(text, 16)), [u32::MAX - 15, 255].map(Some));
        assert_eq!(
            ["-4294967296", "4294967296", "- 1", "--1", "-+1", "-", ""].map(|text| wrapping(text, 10)),
            [None; 7]
        );
    }

    #[test]
    fn numbers_of_any_base() {
        assert_eq!([unsigned("26", 0), unsigned("032", 0), unsigned("0X1a", 0)], [Some(26); 3]);
        assert_eq!([unsigned("0x", 0), unsigned("08", 0), unsigned("0x+1", 0)], [None; 3]);
        assert_eq!([unsigned("1a", 16), unsigned("0x1a", 16)], [Some(26); 2]);
        assert_eq!(unsigned("0", 0), Some(0));
    }
}
