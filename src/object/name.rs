//! Names that C borrows from an object. Short ones, which most are, stand in place, so that a handle is one piece of memory.

use std::ffi::CStr;
use std::sync::Arc;

/// How long a name in place may be, its NUL included.
const ROOM: usize = 31;

/// A name without a NUL, which stands behind it.
#[derive(Clone)]
pub struct Name(Place);

#[derive(Clone)]
enum Place {
    Here { length: u8, bytes: [u8; ROOM] },
    Apart(Arc<CStr>),
}

impl Name {
    /// An interior NUL cannot come from C or from XML; the name ends there if it ever does.
    pub fn new(text: &str) -> Self {
        let text = text.split('\0').next().unwrap_or_default();
        let mut bytes = [0; ROOM];
        match bytes.get_mut(..=text.len()) {
            Some(room) => {
                room[..text.len()].copy_from_slice(text.as_bytes());
                Self(Place::Here { length: text.len() as u8, bytes })
            }
            None => Self(Place::Apart(super::c_text(text).into())),
        }
    }

    pub fn as_c_str(&self) -> &CStr {
        match &self.0 {
            Place::Here { length, bytes } => {
                CStr::from_bytes_with_nul(&bytes[..=usize::from(*length)]).unwrap_or_default()
            }
            Place::Apart(text) => text,
        }
    }

    pub fn as_str(&self) -> &str {
        self.as_c_str().to_str().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_all_lengths() {
        for length in 0..70 {
            let text = "é".repeat(length / 2) + &"x".repeat(length % 2);
            let name = Name::new(&text);
            assert_eq!(name.as_str(), text);
            assert_eq!(name.as_c_str().to_bytes(), text.as_bytes());
        }
        assert_eq!(Name::new("a\0b").as_str(), "a");
    }
}
