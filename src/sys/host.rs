//! The name of this host.

use std::ffi::{CStr, CString};
use std::{io, mem, ptr};

/// The host's full name where the resolver knows it, else the name that the kernel has.
///
/// # Errors
/// When the kernel does not tell, or the name is not UTF-8.
pub fn hostname() -> io::Result<String> {
    let mut buffer = [0_u8; 256];
    // SAFETY: the buffer has the room that is said, and a last byte that stays NUL.
    if unsafe { libc::gethostname(buffer.as_mut_ptr().cast(), buffer.len() - 1) } != 0 {
        return Err(io::Error::last_os_error());
    }
    let name = CStr::from_bytes_until_nul(&buffer).map_err(io::Error::other)?;
    let short = name.to_str().map_err(io::Error::other)?;
    if short.contains('.') || short.starts_with("localhost") {
        return Ok(short.to_owned());
    }
    let full = canonical(name).filter(|full| !full.starts_with("localhost"));
    Ok(full.unwrap_or_else(|| short.to_owned()))
}

/// What the resolver calls a host.
fn canonical(name: &CStr) -> Option<String> {
    // SAFETY: all fields of an addrinfo may be zero.
    let mut hints: libc::addrinfo = unsafe { mem::zeroed() };
    hints.ai_flags = libc::AI_CANONNAME;
    hints.ai_family = libc::AF_UNSPEC;
    let mut found = ptr::null_mut();
    // SAFETY: all pointers are of live values; `found` is read on success only.
    if unsafe { libc::getaddrinfo(name.as_ptr(), ptr::null(), &hints, &mut found) } != 0 {
        return None;
    }
    // SAFETY: on success there is a first answer, with a name or NULL; it is freed once, after the name was copied.
    unsafe {
        let text = (*found).ai_canonname;
        let full = (!text.is_null()).then(|| CString::from(CStr::from_ptr(text)));
        libc::freeaddrinfo(found);
        full?.into_string().ok()
    }
}

/// What the kernel calls the host's architecture: `x86_64`.
pub fn machine() -> String {
    // SAFETY: all zeros are a `utsname`, and uname only fills it in, with NULs at the ends.
    let mut names: libc::utsname = unsafe { mem::zeroed() };
    // SAFETY: there is room for one.
    unsafe { libc::uname(&mut names) };
    let bytes = names.machine.map(|c| c as u8);
    CStr::from_bytes_until_nul(&bytes).unwrap_or_default().to_string_lossy().into_owned()
}
