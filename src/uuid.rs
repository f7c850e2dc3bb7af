//! UUIDs: 16 bytes, and their text of 36 characters.

use std::fmt;
use std::fs::File;
use std::io::Read;

use crate::error::{Error, Result};
use crate::types::VIR_ERR_INTERNAL_ERROR;

/// A UUID in the order in which it is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Uuid(pub [u8; 16]);

impl Uuid {
    /// Reads 32 hexadecimal digits. Dashes and spaces may stand between any two pairs, spaces around the whole.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 16];
        let mut rest = text.trim_ascii().as_bytes();
        for byte in &mut bytes {
            while let [b'-' | b' ', tail @ ..] = rest {
                rest = tail;
            }
            let [high, low, tail @ ..] = rest else { return None };
            *byte = (char::from(*high).to_digit(16)? * 16 + char::from(*low).to_digit(16)?) as u8;
            rest = tail;
        }
        rest.is_empty().then_some(Self(bytes))
    }

    /// A new UUID of random bytes, marked as such (RFC 9562, version 4).
    ///
    /// # Errors
    /// When the kernel gives no random bytes.
    pub fn random() -> Result<Self> {
        let mut bytes = [0; 16];
        File::open("/dev/urandom").and_then(|mut source| source.read_exact(&mut bytes)).map_err(|error| {
            Error::new(VIR_ERR_INTERNAL_ERROR, format!("no random bytes from /dev/urandom: {error}"))
        })?;
        bytes[6] = bytes[6] & 0x0f | 0x40;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        Ok(Self(bytes))
    }

    /// Whether it can name something: all bytes alike are refused.
    pub fn is_valid(&self) -> bool {
        self.0.iter().any(|byte| *byte != self.0[0])
    }
}

impl fmt::Display for Uuid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut text = [b'-'; 36];
        let mut at = 0;
        for (index, byte) in self.0.iter().enumerate() {
            if matches!(index, 4 | 6 | 8 | 10) {
                at += 1;
            }
            text[at] = DIGITS[usize::from(byte >> 4)];
            text[at + 1] = DIGITS[usize::from(byte & 15)];
            at += 2;
        }
        f.write_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_bytes() {
        let text = "6695eb01-f6a4-8304-79aa-97f2502e193f";
        let uuid = Uuid::parse(text).expect("a UUID");
        assert_eq!(uuid.to_string(), text);
        assert_eq!(Uuid::parse(" 6695eb01f6a4830479aa97f2502e193f "), Some(uuid));
        assert_eq!(Uuid::parse("6695eb01-f6a4-8304-79aa-97f2502e193"), None);
        assert_eq!(Uuid::parse("6695eb01-f6a4-8304-79aa-97f2502e193f0"), None);
        assert_eq!(Uuid::parse("6695eb01-f6a4-8304-79aa-97f2502e193g"), None);
    }

    #[test]
    fn random_ones_differ() {
        let (one, other) = (Uuid::random().expect("random"), Uuid::random().expect("random"));
        assert_ne!(one, other);
        assert!(one.is_valid());
        assert_eq!(one.0[6] >> 4, 4);
    }
}
