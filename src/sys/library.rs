//! Where this library's code was loaded from.

use std::ffi::{CStr, OsStr};
use std::mem::MaybeUninit;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;

/// The file whose code this is: the library, or the program that contains it.
pub fn own_file() -> Option<PathBuf> {
    let mut info = MaybeUninit::<libc::Dl_info>::zeroed();
    // SAFETY: any address may be asked about; on success the name is a string that lives as long as the library is loaded.
    unsafe {
        if libc::dladdr(own_file as *const () as *const libc::c_void, info.as_mut_ptr()) == 0 {
            return None;
        }
        let name = info.assume_init().dli_fname;
        (!name.is_null()).then(|| PathBuf::from(OsStr::from_bytes(CStr::from_ptr(name).to_bytes())))
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn these_tests_are_in_their_program() {
        let file = std::fs::canonicalize(super::own_file().unwrap()).unwrap();
        assert_eq!(file, std::fs::canonicalize("/proc/self/exe").unwrap());
    }
}
