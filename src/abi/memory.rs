//! Memory that C frees: everything handed over comes from `malloc`.

use std::ffi::c_char;
use std::ptr;

pub(crate) use crate::types::fixed;

/// Copies a text for C, which releases it with `free`. NULL when memory is exhausted, and for nothing else.
pub(crate) fn string(text: &str) -> *mut c_char {
    bytes(text.as_bytes(), 1).cast()
}

/// Copies bytes into memory of C's, with `extra` zero bytes behind.
pub(crate) fn bytes(content: &[u8], extra: usize) -> *mut u8 {
    // SAFETY: malloc has no preconditions; it gives room for `len + extra` bytes or NULL.
    unsafe {
        let copy: *mut u8 = libc::malloc(content.len() + extra).cast();
        if !copy.is_null() {
            copy.copy_from_nonoverlapping(content.as_ptr(), content.len());
            copy.add(content.len()).write_bytes(0, extra);
        }
        copy
    }
}

/// An array for C with one zeroed element behind the last, as lists end.
pub(crate) fn array<T: Copy>(elements: &[T]) -> *mut T {
    // SAFETY: calloc has no preconditions; the elements fit and are plain data.
    unsafe {
        let copy: *mut T = libc::calloc(elements.len() + 1, size_of::<T>()).cast();
        if !copy.is_null() {
            copy.copy_from_nonoverlapping(elements.as_ptr(), elements.len());
        }
        copy
    }
}

/// Gives memory back that came from this module or from C's `malloc`.
pub(crate) fn free<T>(memory: *mut T) {
    // SAFETY: NULL, or memory of malloc's that nobody else frees (abi's policy).
    unsafe { libc::free(memory.cast()) }
}

/// The text in a field of fixed size, up to its NUL; what is not UTF-8 is replaced.
pub(crate) fn fixed_text(field: &[c_char]) -> String {
    let bytes: Vec<u8> = field.iter().map(|byte| *byte as u8).take_while(|byte| *byte != 0).collect();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Where a caller passed NULL for something it does not want, nothing is written.
pub(crate) fn store<T>(place: *mut T, value: T) {
    if !place.is_null() {
        // SAFETY: not NULL, so it is room for one (abi's policy).
        unsafe { ptr::write(place, value) }
    }
}
