//! Lists that are handed to C, in libvirt's two shapes: an array of the library's, and names in an array of the caller's.

use std::ffi::{c_char, c_int};
use std::sync::Arc;

use super::handle::{self, Handle};
use super::memory;

/// An array of handles that the caller frees, with NULL behind the last; only the count when `place` is NULL.
pub(crate) fn handles<T: Handle>(place: *mut *mut *mut T::C, objects: Vec<Arc<T>>) -> usize {
    let count = objects.len();
    if !place.is_null() {
        let pointers: Vec<*mut T::C> = objects.into_iter().map(handle::give).collect();
        memory::store(place, memory::array(&pointers));
    }
    count
}

/// An array of strings that the caller frees, with NULL behind the last; only the count when `place` is NULL.
pub(crate) fn strings(place: *mut *mut *mut c_char, texts: &[impl AsRef<str>]) -> usize {
    if !place.is_null() {
        let pointers: Vec<*mut c_char> = texts.iter().map(|text| memory::string(text.as_ref())).collect();
        memory::store(place, memory::array(&pointers));
    }
    texts.len()
}

/// Fills the caller's array of `room` strings, which it frees one by one; gives how many there are now.
/// A negative `room` is none (the functions refuse it before).
pub(crate) fn fill_strings(place: *mut *mut c_char, room: c_int, texts: &[impl AsRef<str>]) -> usize {
    fill(place, room, texts.iter().map(|text| memory::string(text.as_ref())))
}

/// Fills the caller's array of `room` elements; gives how many there are now.
pub(crate) fn fill<T>(place: *mut T, room: c_int, elements: impl Iterator<Item = T>) -> usize {
    let room = usize::try_from(room).unwrap_or(0);
    let room = if place.is_null() { 0 } else { room };
    let mut count = 0;
    for element in elements.take(room) {
        // SAFETY: the caller's array has room for `room` elements (abi's policy).
        unsafe { place.add(count).write(element) };
        count += 1;
    }
    count
}
