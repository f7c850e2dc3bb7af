//! Asking on the terminal, through C's own `stdin` and `stdout`, whose buffers are the program's too.

use std::ffi::{CStr, CString, c_char, c_int};

use parking_lot::Mutex;

unsafe extern "C" {
    static stdin: *mut libc::FILE;
    static stdout: *mut libc::FILE;
    /// Reads a line without echo from the terminal, else from `stdin`; the result is one buffer for all callers.
    fn getpass(prompt: *const c_char) -> *mut c_char;
}

static GETPASS: Mutex<()> = Mutex::new(());

/// Writes to the program's standard output and sends on what it holds.
pub fn print(text: &str) {
    let text = CString::new(text.replace('\0', "")).unwrap_or_default();
    // SAFETY: a string with its NUL, and a stream that lives as long as the process.
    unsafe {
        libc::fputs(text.as_ptr(), stdout);
        libc::fflush(stdout);
    }
}

/// The next line of standard input without its end; empty at the end of input.
pub fn read_line() -> Vec<u8> {
    let mut line = Vec::new();
    loop {
        // SAFETY: a stream that lives as long as the process.
        let byte: c_int = unsafe { libc::fgetc(stdin) };
        match u8::try_from(byte) {
            Ok(b'\n') | Err(_) => return line,
            Ok(byte) => line.push(byte),
        }
    }
}

/// The next line without echo; `None` when it cannot be read.
pub fn read_secret() -> Option<Vec<u8>> {
    let _only_one = GETPASS.lock();
    // SAFETY: a string with its NUL; the buffer is ours while the lock is held.
    unsafe {
        let secret = getpass(c"".as_ptr());
        if secret.is_null() {
            return None;
        }
        let copy = CStr::from_ptr(secret).to_bytes().to_vec();
        libc::explicit_bzero(secret.cast(), copy.len());
        Some(copy)
    }
}
