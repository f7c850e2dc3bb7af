//! What an exported function asks of its arguments.

use std::borrow::Cow;
use std::cell::Cell;
use std::ffi::{CStr, c_char, c_int, c_uint, c_void};
use std::ptr;
use std::sync::Arc;

use super::handle::{self, Handle};
use super::{last_error, memory};
use crate::error::{Error, Result, unsupported};
use crate::object::Connection;
use crate::types::*;
use crate::uuid::Uuid;
use crate::xml;

/// One call of an exported function. Its methods follow the caller's pointers (see the policy in [`crate::abi`]).
pub struct Call {
    function: Cell<&'static str>,
    /// Whose handler is told of a failure: the connection of the first handle that was borrowed.
    connection: Cell<*const Connection>,
}

impl Call {
    pub(super) fn new(function: &'static str) -> Self {
        Self { function: Cell::new(function), connection: Cell::new(ptr::null()) }
    }

    /// The public name of the function that was called.
    pub fn function(&self) -> &'static str {
        self.function.get()
    }

    /// From here on, complaints name this function: the one that libvirt's own code calls at this point.
    pub(crate) fn acts_as(&self, function: &'static str) {
        self.function.set(function);
    }

    pub(super) fn connection(&self) -> Option<&Connection> {
        // SAFETY: NULL, or the connection of an object that the caller keeps until the call returns.
        unsafe { self.connection.get().as_ref() }
    }

    /// The object behind a handle.
    ///
    /// # Errors
    /// The kind's own (`VIR_ERR_INVALID_DOMAIN` …) for NULL and for what is no live object of that kind.
    pub(crate) fn borrow<'a, T: Handle>(&self, handle: *const T::C) -> Result<&'a T> {
        let object = handle::borrow::<T>(handle)?;
        if self.connection.get().is_null() {
            self.connection.set(object.connection());
        }
        Ok(object)
    }

    /// As [`Call::borrow`], counted: for what outlives the call, such as the objects that are made from it.
    pub(crate) fn share<T: Handle>(&self, handle: *const T::C) -> Result<Arc<T>> {
        self.borrow::<T>(handle)?;
        handle::share::<T>(handle)
    }

    /// As [`Call::borrow`], of a connection that may be changed through.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_DENIED` on a read-only connection.
    pub(crate) fn writable<'a, T: Handle>(&self, handle: *const T::C) -> Result<&'a T> {
        let object = self.borrow::<T>(handle)?;
        self.require_write(object)?;
        Ok(object)
    }

    /// As [`Call::share`], of a connection that may be changed through.
    pub(crate) fn share_writable<T: Handle>(&self, handle: *const T::C) -> Result<Arc<T>> {
        let object = self.share::<T>(handle)?;
        self.require_write(&*object)?;
        Ok(object)
    }

    /// Fails on a read-only connection.
    pub(crate) fn require_write<T: Handle>(&self, object: &T) -> Result<()> {
        object.connection().require_write(self.function())
    }

    /// One more reference for C.
    pub(crate) fn reference<T: Handle>(&self, handle: *const T::C) -> Result<()> {
        handle::reference::<T>(handle)
    }

    /// One reference less for C; how many are left. The connection may be gone afterwards, so a failure of this call
    /// is told to the process's handler.
    pub(crate) fn release<T: Handle>(&self, handle: *mut T::C) -> Result<usize> {
        handle::release::<T>(handle)
    }

    /// The text behind a pointer that may be NULL. `name` is the argument's.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` for what is not UTF-8.
    pub(crate) fn optional_text<'a>(&self, text: *const c_char, name: &'static str) -> Result<Option<&'a str>> {
        if text.is_null() {
            return Ok(None);
        }
        // SAFETY: not NULL, so it is a NUL-terminated string (abi's policy).
        let text = unsafe { CStr::from_ptr(text) };
        text.to_str().map(Some).map_err(|error| {
            let from = error.valid_up_to();
            Error::argument(name, format!("must be UTF-8, which it is not from byte {from} on"))
        })
    }

    /// The text behind a pointer.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` for NULL and for what is not UTF-8.
    pub(crate) fn text<'a>(&self, text: *const c_char, name: &'static str) -> Result<&'a str> {
        self.non_null(text, name)?;
        Ok(self.optional_text(text, name)?.unwrap_or_default())
    }

    /// As [`Call::text`], for a document; `label` is what its errors call it.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` for NULL; `VIR_ERR_XML_DETAIL` for what is not UTF-8, in libvirt's words.
    pub(crate) fn document<'a>(&self, text: *const c_char, name: &'static str, label: &'static str) -> Result<&'a str> {
        self.non_null(text, name)?;
        // SAFETY: not NULL, so it is a NUL-terminated string (abi's policy).
        let text = unsafe { CStr::from_ptr(text) }.to_bytes();
        xml::decode(text, label).map_err(Error::from)
    }

    /// As [`Call::text`], for what is only compared, such as the name of an object that is looked up: what is not UTF-8 is no
    /// mistake there, it is just not found.
    pub(crate) fn sought_text<'a>(&self, text: *const c_char, name: &'static str) -> Result<Cow<'a, str>> {
        self.non_null(text, name)?;
        // SAFETY: not NULL, so it is a NUL-terminated string (abi's policy).
        Ok(unsafe { CStr::from_ptr(text) }.to_string_lossy())
    }

    /// As [`Call::text`], and not empty.
    pub(crate) fn non_empty_text<'a>(&self, text: *const c_char, name: &'static str) -> Result<&'a str> {
        match self.text(text, name)? {
            "" => Err(Error::about(name, format!("string {name} in {} must not be empty", self.function()))),
            text => Ok(text),
        }
    }

    /// The texts behind an array of `count` strings.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` for NULL among them and for what is not UTF-8.
    pub(crate) fn texts<'a>(
        &self,
        texts: *const *const c_char,
        count: usize,
        name: &'static str,
    ) -> Result<Vec<&'a str>> {
        self.slice(texts, count).iter().map(|text| self.text(*text, name)).collect()
    }

    /// The texts behind an array of strings that ends with NULL; none for a NULL array.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` for what is not UTF-8.
    pub(crate) fn text_list<'a>(&self, texts: *const *const c_char, name: &'static str) -> Result<Vec<&'a str>> {
        let mut list = Vec::new();
        while !texts.is_null() {
            // SAFETY: not NULL, so an array of strings with NULL behind the last (abi's policy), not reached before.
            let Some(text) = self.optional_text(unsafe { *texts.add(list.len()) }, name)? else { break };
            list.push(text);
        }
        Ok(list)
    }

    /// Complains about NULL: "`name` in virX must not be NULL".
    pub(crate) fn non_null<T>(&self, pointer: *const T, name: &'static str) -> Result<()> {
        if pointer.is_null() { Err(Error::argument(name, "must not be NULL")) } else { Ok(()) }
    }

    /// A callback of the program's.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` for NULL.
    pub(crate) fn given<F>(&self, function: Option<F>, name: &'static str) -> Result<F> {
        function.ok_or_else(|| Error::argument(name, "must not be NULL"))
    }

    /// Complains about what must be NULL: "`name` in virX must be NULL".
    pub(crate) fn null<T>(&self, pointer: *const T, name: &'static str) -> Result<()> {
        if pointer.is_null() { Ok(()) } else { Err(Error::argument(name, "must be NULL")) }
    }

    /// A length or count that C passes as `int`.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` when it is negative.
    pub(crate) fn count(&self, number: c_int, name: &'static str) -> Result<usize> {
        usize::try_from(number).map_err(|_| Error::argument(name, "must be zero or greater"))
    }

    /// How many names C's array `place` has room for.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` when it is negative, or NULL has room for some. The argument is called `name`, its length `length_name`.
    pub(crate) fn array<T>(
        &self,
        place: *const T,
        name: &'static str,
        length: c_int,
        length_name: &'static str,
    ) -> Result<usize> {
        let length = self.count(length, length_name)?;
        if length > 0 {
            self.non_null(place, name)?;
        }
        Ok(length)
    }

    /// Complains about what is not above 0: "`name` in virX must be greater than zero".
    pub(crate) fn positive(&self, number: impl Into<i64>, name: &'static str) -> Result<()> {
        if number.into() > 0 { Ok(()) } else { Err(Error::argument(name, "must be greater than zero")) }
    }

    /// Complains about 0: "`name` in virX must not be zero".
    pub(crate) fn non_zero(&self, number: impl Into<i128>, name: &'static str) -> Result<()> {
        if number.into() != 0 { Ok(()) } else { Err(Error::argument(name, "must not be zero")) }
    }

    /// Elements of the caller's; none for NULL.
    pub(crate) fn slice<'a, T>(&self, first: *const T, count: usize) -> &'a [T] {
        let count = count.min(fitting::<T>());
        if first.is_null() || count == 0 {
            return &[];
        }
        // SAFETY: not NULL, so `count` elements stand there (abi's policy).
        unsafe { std::slice::from_raw_parts(first, count) }
    }

    /// Pointers in an array that ends with NULL; none for a NULL array.
    pub(crate) fn until_null<'a, T>(&self, first: *const *mut T) -> &'a [*mut T] {
        let mut count = 0;
        // SAFETY: not NULL, so an array with NULL behind the last (abi's policy), not reached before.
        while !first.is_null() && unsafe { !(*first.add(count)).is_null() } {
            count += 1;
        }
        self.slice(first, count)
    }

    /// Room of the caller's for `count` elements; none for NULL. What stands there counts as initialised.
    pub(crate) fn room<'a, T>(&self, first: *mut T, count: usize) -> &'a mut [T] {
        let count = count.min(fitting::<T>());
        if first.is_null() || count == 0 {
            return &mut [];
        }
        // SAFETY: not NULL, so there is room for `count` elements, and nobody else uses it (abi's policy).
        unsafe { std::slice::from_raw_parts_mut(first, count) }
    }

    /// One value of the caller's.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` for NULL.
    pub(crate) fn value<T: Copy>(&self, place: *const T, name: &'static str) -> Result<T> {
        self.non_null(place, name)?;
        // SAFETY: not NULL, so a value stands there (abi's policy).
        Ok(unsafe { place.read() })
    }

    /// Writes where the caller wants a value; nothing for NULL.
    pub(crate) fn store<T>(&self, place: *mut T, value: T) {
        memory::store(place, value);
    }

    /// Complains about a size that is beyond that of the struct it is said of.
    pub(crate) fn fits<T>(&self, size: usize) -> Result<()> {
        match size_of::<T>() {
            most if size > most => Err(Error::about("size", format!("size must not exceed {most}"))),
            _ => Ok(()),
        }
    }

    /// Writes the first `size` bytes of a struct for a caller who knows no more of it.
    pub(crate) fn store_part<T: Copy>(&self, place: *mut T, value: T, size: usize) {
        if !place.is_null() {
            // SAFETY: not NULL, so there is room for `size` bytes (abi's policy); the value is plain data.
            unsafe { place.cast::<u8>().copy_from((&raw const value).cast(), size.min(size_of::<T>())) }
        }
    }

    /// Where a list will go there is none yet: what the caller finds when the call fails.
    pub(crate) fn clear<T>(&self, place: *mut *mut T) {
        self.store(place, ptr::null_mut());
    }

    /// The 16 bytes of a UUID.
    pub(crate) fn uuid(&self, bytes: *const u8, name: &'static str) -> Result<Uuid> {
        self.value(bytes.cast::<[u8; VIR_UUID_BUFLEN as usize]>(), name).map(Uuid)
    }

    /// The text of a UUID.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` for NULL and for what is no UUID.
    pub(crate) fn uuid_text(&self, text: *const c_char, name: &'static str) -> Result<Uuid> {
        Uuid::parse(&self.sought_text(text, name)?).ok_or_else(|| Error::argument(name, "must be a valid UUID"))
    }

    /// Writes 16 bytes for the caller.
    pub(crate) fn store_uuid(&self, place: *mut u8, uuid: Uuid) -> Result<()> {
        self.non_null(place, "uuid")?;
        self.store(place.cast(), uuid.0);
        Ok(())
    }

    /// Writes 36 characters and a NUL for the caller.
    pub(crate) fn store_uuid_text(&self, place: *mut c_char, uuid: Uuid) -> Result<()> {
        self.non_null(place, "buf")?;
        self.store(place.cast(), memory::fixed::<{ VIR_UUID_STRING_BUFLEN as usize }>(&uuid.to_string()));
        Ok(())
    }

    /// Complains about flags that are not among `known`: "unsupported flags (0x8) in function virX".
    pub(crate) fn flags(&self, flags: c_uint, known: c_uint) -> Result<()> {
        Error::check_flags(flags, known)
    }

    /// Complains about two flags that exclude each other.
    pub(crate) fn exclusive(&self, flags: c_uint, one: (c_uint, &str), other: (c_uint, &str)) -> Result<()> {
        if flags & one.0 == 0 || flags & other.0 == 0 {
            return Ok(());
        }
        Err(Error::about("ctl", format!("Flags '{}' and '{}' are mutually exclusive", one.1, other.1)))
    }

    /// Complains about a flag that is given without one that it needs.
    pub(crate) fn requires(&self, flags: c_uint, given: (c_uint, &str), needed: (c_uint, &str)) -> Result<()> {
        if flags & given.0 == 0 || flags & needed.0 != 0 {
            return Ok(());
        }
        Err(Error::about("ctl", format!("Flag '{}' is required by flag '{}'", needed.1, given.1)))
    }

    /// Complains about flags that ask for the live definition and for the persistent one, where only one can be meant.
    pub(crate) fn live_or_config(&self, flags: c_uint) -> Result<()> {
        self.exclusive(flags, flag!(VIR_DOMAIN_AFFECT_LIVE), flag!(VIR_DOMAIN_AFFECT_CONFIG))
    }

    /// Tells of an error although the call succeeds.
    pub(crate) fn complain(&self, complaint: Option<Error>) {
        if let Some(complaint) = complaint {
            last_error::raise(complaint.report(self.function(), VIR_FROM_NONE), self.connection());
        }
    }

    /// What no driver does yet.
    pub(crate) fn unsupported<T>(&self) -> Result<T> {
        unsupported()
    }

    /// The address that a callback gets back, as a number that may travel between threads.
    pub(crate) fn opaque(&self, opaque: *mut c_void) -> usize {
        opaque.expose_provenance()
    }
}

/// How many elements fit in memory at most: what C says beyond that is no room of anybody's.
const fn fitting<T>() -> usize {
    match (isize::MAX as usize).checked_div(size_of::<T>()) {
        Some(count) => count,
        None => 0,
    }
}
