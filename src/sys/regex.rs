//! Regular expressions, of POSIX's extended kind: regex(7).

use std::ffi::{CStr, CString, c_char, c_int, c_void};

use parking_lot::Mutex;

unsafe extern "C" {
    fn regcomp(compiled: *mut c_void, pattern: *const c_char, flags: c_int) -> c_int;
    fn regexec(compiled: *const c_void, text: *const c_char, matches: usize, found: *mut c_void, flags: c_int)
    -> c_int;
    fn regerror(code: c_int, compiled: *const c_void, text: *mut c_char, length: usize) -> usize;
    fn regfree(compiled: *mut c_void);
}

const EXTENDED: c_int = 1;
const ANY_CASE: c_int = 2;
const WHETHER_ONLY: c_int = 8;

/// Room for a `regex_t`, which is 64 bytes with glibc and less elsewhere.
#[repr(C, align(16))]
struct Compiled([u8; 128]);

/// A regular expression, used by one thread at a time.
pub struct Regex(Mutex<Box<Compiled>>);

impl Regex {
    /// # Errors
    /// What is wrong with the expression.
    pub fn new(pattern: &str, any_case: bool) -> Result<Self, String> {
        let Ok(text) = CString::new(pattern) else { return Err("it has a NUL".to_owned()) };
        let mut compiled = Box::new(Compiled([0; 128]));
        let place = (&raw mut *compiled).cast::<c_void>();
        let flags = EXTENDED | WHETHER_ONLY | if any_case { ANY_CASE } else { 0 };
        // SAFETY: a text that ends with a NUL, and more room than a `regex_t` takes.
        match unsafe { regcomp(place, text.as_ptr(), flags) } {
            0 => Ok(Self(Mutex::new(compiled))),
            code => {
                let mut words = [0_u8; 200];
                // SAFETY: the buffer is as long as is said, and gets a NUL at its end.
                unsafe { regerror(code, place, words.as_mut_ptr().cast(), words.len()) };
                let words = CStr::from_bytes_until_nul(&words).unwrap_or_default();
                Err(words.to_string_lossy().into_owned())
            }
        }
    }

    /// Whether it matches anywhere in a text.
    pub fn matches(&self, text: &str) -> bool {
        let Ok(text) = CString::new(text) else { return false };
        let compiled = self.0.lock();
        // SAFETY: what `regcomp` has filled in, a text that ends with a NUL, and no room for places of matches.
        unsafe { regexec((&raw const **compiled).cast(), text.as_ptr(), 0, std::ptr::null_mut(), 0) == 0 }
    }
}

impl Drop for Regex {
    fn drop(&mut self) {
        // SAFETY: what `regcomp` has filled in, which nobody uses any more.
        unsafe { regfree((&raw mut **self.0.get_mut()).cast()) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_match_anywhere() {
        let regex = Regex::new("^(STOP|RE.+)$", false).unwrap();
        assert!(regex.matches("STOP") && regex.matches("RESUME") && !regex.matches("stop") && !regex.matches("XSTOP"));
        assert!(Regex::new("op", true).unwrap().matches("STOP"));
        assert!(!Regex::new("(", false).err().unwrap().is_empty());
    }
}
