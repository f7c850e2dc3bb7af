//! Typed parameters in C: arrays of `virTypedParameter`, the program's and ours.

use std::ffi::{CStr, c_char, c_double, c_int, c_longlong, c_uint, c_ulonglong};
use std::{ptr, slice};

use super::{Call, memory};
use crate::error::{Error, Result};
use crate::typed_param::{TypedParams, Value, type_name};
use crate::types::*;

/// The text of a parameter's name, as far as it goes.
pub(crate) fn name(param: &virTypedParameter) -> &[u8] {
    let end = param.field.iter().position(|letter| *letter == 0).unwrap_or(param.field.len());
    // SAFETY: bytes and C's characters have one size, and `end` is within the array.
    unsafe { slice::from_raw_parts(param.field.as_ptr().cast(), end) }
}

/// A type that a parameter's value may have, and its member of the union.
pub(crate) trait Member {
    const KIND: virTypedParameterType;
    fn read(value: _virTypedParameterValue) -> Self;
}

macro_rules! members {
    ($($kind:ident: $member:ident as $rust:ty),+ $(,)?) => { $(impl Member for $rust {
        const KIND: virTypedParameterType = $kind;
        fn read(value: _virTypedParameterValue) -> Self {
            // SAFETY: all bits are a value of each number, and of a pointer that is not followed here.
            unsafe { value.$member }
        }
    })+ };
}

members! {
    VIR_TYPED_PARAM_INT: i as c_int, VIR_TYPED_PARAM_UINT: ui as c_uint, VIR_TYPED_PARAM_LLONG: l as c_longlong,
    VIR_TYPED_PARAM_ULLONG: ul as c_ulonglong, VIR_TYPED_PARAM_DOUBLE: d as c_double,
    VIR_TYPED_PARAM_BOOLEAN: b as c_char, VIR_TYPED_PARAM_STRING: s as *mut c_char,
}

impl Call {
    /// The program's parameters. `params` and `nparams` were checked, as functions do that differently.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` for a name without an end and a string that is NULL or not UTF-8.
    pub(crate) fn params(&self, params: *const virTypedParameter, nparams: c_int) -> Result<TypedParams> {
        self.slice(params, usize::try_from(nparams).unwrap_or(0)).iter().map(|param| self.param(param)).collect()
    }

    /// As [`Call::params`], of an array that must be there and have elements.
    ///
    /// # Errors
    /// Also `VIR_ERR_INVALID_ARG` for NULL and for `nparams` that is not above 0.
    pub(crate) fn some_params(&self, params: *const virTypedParameter, nparams: c_int) -> Result<TypedParams> {
        self.non_null(params, "params")?;
        self.positive(nparams, "nparams")?;
        self.params(params, nparams)
    }

    /// As [`Call::params`], of an array that must be there and may have no elements.
    ///
    /// # Errors
    /// Also `VIR_ERR_INVALID_ARG` for NULL and for negative `nparams`.
    pub(crate) fn any_params(&self, params: *const virTypedParameter, nparams: c_int) -> Result<TypedParams> {
        self.non_null(params, "params")?;
        self.count(nparams, "nparams")?;
        self.params(params, nparams)
    }

    fn param(&self, param: &virTypedParameter) -> Result<(String, Value)> {
        let wrong = |text: String| Error::about("params", text).without_origin();
        let bytes = name(param);
        let text = String::from_utf8_lossy(bytes).into_owned();
        if bytes.len() == param.field.len() {
            return Err(wrong(format!("string parameter name '{text}' too long")));
        }
        let content = param.value;
        let value = match param.r#type {
            VIR_TYPED_PARAM_INT => Value::Int(Member::read(content)),
            VIR_TYPED_PARAM_UINT => Value::UInt(Member::read(content)),
            VIR_TYPED_PARAM_LLONG => Value::LLong(Member::read(content)),
            VIR_TYPED_PARAM_ULLONG => Value::ULLong(Member::read(content)),
            VIR_TYPED_PARAM_DOUBLE => Value::Double(Member::read(content)),
            VIR_TYPED_PARAM_BOOLEAN => Value::Boolean(<c_char as Member>::read(content) != 0),
            VIR_TYPED_PARAM_STRING => match <*mut c_char as Member>::read(content) {
                string if string.is_null() => return Err(wrong(format!("NULL string parameter '{text}'"))),
                string => Value::String(self.text(string, "params")?.to_owned()),
            },
            other => Value::Unknown(other),
        };
        Ok((text, value))
    }

    /// Gives a list to C in an array of its own, which the program frees with `virTypedParamsFree`. `*count` gets how many
    /// there are; both places were checked.
    pub(crate) fn give_params(&self, place: *mut virTypedParameterPtr, count: *mut c_int, params: &TypedParams) {
        let (array, length) = array(params);
        self.store(place, array);
        self.store(count, length);
    }

    /// Fills an array of the program's, with room for `*count`, as far as it goes; `*count` gets how many were filled in.
    /// With room for none it gets how many there are. Strings are the program's to free (`virTypedParamsClear`).
    pub(crate) fn fill_params(
        &self,
        place: virTypedParameterPtr,
        count: *mut c_int,
        params: &TypedParams,
    ) -> Result<()> {
        let all = c_int::try_from(params.len()).unwrap_or(c_int::MAX);
        let room = self.value(count, "nparams")?;
        if room == 0 {
            self.store(count, all);
            return Ok(());
        }
        let room = self.room(place, usize::try_from(room.min(all)).unwrap_or(0));
        self.store(count, c_int::try_from(room.len()).unwrap_or(c_int::MAX));
        for (place, (name, value)) in room.iter_mut().zip(params.iter()) {
            *place = to_c(name, value);
        }
        Ok(())
    }

    /// Fills a table of the program's with `room` columns, a row for each list; gives how many columns were filled in. Rows
    /// that are shorter leave the rest as it is.
    pub(crate) fn fill_rows(&self, place: virTypedParameterPtr, room: usize, rows: &[TypedParams]) -> usize {
        let filled = rows.iter().map(TypedParams::len).max().unwrap_or(0).min(room);
        let places = self.room(place, room.saturating_mul(rows.len()));
        for (places, row) in places.chunks_mut(room.max(1)).zip(rows) {
            for (place, (name, value)) in places.iter_mut().zip(row.iter()) {
                *place = to_c(name, value);
            }
        }
        filled
    }

    /// The flags with which a driver is asked for parameters: who only wants to know how many there are means no definition
    /// in particular, and everybody takes strings.
    pub(crate) fn reading_flags(&self, count: *const c_int, flags: c_uint) -> Result<c_uint> {
        let definitions = VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG;
        let unmeant = if self.value(count, "nparams")? == 0 { definitions } else { 0 };
        Ok(flags & !(VIR_TYPED_PARAM_STRING_OKAY | unmeant))
    }

    /// Where old functions take an array and its size: the size may be 0 with a NULL array, to ask how many there are.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` for a NULL `nparams`, a negative size, or a size without an array.
    pub(crate) fn check_params_room(&self, place: virTypedParameterPtr, count: *const c_int) -> Result<()> {
        self.count(self.value(count, "nparams")?, "*nparams").and_then(|room| match room {
            0 => Ok(()),
            _ => self.non_null(place, "params"),
        })
    }

    /// The first parameter of that name.
    pub(crate) fn find_param<'a>(
        &self,
        params: *const virTypedParameter,
        nparams: c_int,
        wanted: *const c_char,
    ) -> Option<&'a virTypedParameter> {
        if wanted.is_null() {
            return None;
        }
        // SAFETY: not NULL, so it is a NUL-terminated string (abi's policy).
        let wanted = unsafe { CStr::from_ptr(wanted) }.to_bytes();
        self.slice(params, usize::try_from(nparams).unwrap_or(0)).iter().find(|param| name(param) == wanted)
    }

    /// The value of the first parameter of that name, when there is one.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` when it has another type.
    pub(crate) fn find_param_value<T: Member>(
        &self,
        params: *const virTypedParameter,
        nparams: c_int,
        wanted: *const c_char,
    ) -> Result<Option<T>> {
        let Some(param) = self.find_param(params, nparams, wanted) else { return Ok(None) };
        if param.r#type != T::KIND {
            let text = format!(
                "Invalid type '{}' requested for parameter '{}', actual type is '{}'",
                type_name(T::KIND).unwrap_or("(null)"),
                String::from_utf8_lossy(name(param)),
                type_name(param.r#type).unwrap_or("(null)")
            );
            return Err(Error::new(VIR_ERR_INVALID_ARG, text));
        }
        Ok(Some(T::read(param.value)))
    }

    /// Adds a parameter to a list of the program's: `*params` is an array of `malloc`'s with room for `*maxparams`, of which
    /// the first `*nparams` are in use; it grows where it is full.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` for NULL, `VIR_ERR_INTERNAL_ERROR` for a name of more than 79 bytes.
    pub(crate) fn add_param(
        &self,
        params: *mut virTypedParameterPtr,
        nparams: *mut c_int,
        maxparams: *mut c_int,
        name: *const c_char,
        value: &Value,
    ) -> Result<()> {
        let array = self.value(params, "params")?;
        let used = self.count(self.value(nparams, "nparams")?, "*nparams")?;
        let room = self.count(self.value(maxparams, "maxparams")?, "*maxparams")?;
        let name = self.text(name, "name")?;
        let array = if used < room { array } else { self.grow_params(array, params, used, maxparams)? };
        if name.len() >= VIR_TYPED_PARAM_FIELD_LENGTH as usize {
            return Err(Error::new(VIR_ERR_INTERNAL_ERROR, format!("Field name '{name}' too long")));
        }
        // SAFETY: `array` has room for more than `used` elements.
        unsafe { array.add(used).write(to_c(name, value)) };
        self.store(nparams, c_int::try_from(used + 1).unwrap_or(c_int::MAX));
        Ok(())
    }

    /// Makes room for half as many again, at least for one more.
    fn grow_params(
        &self,
        array: virTypedParameterPtr,
        params: *mut virTypedParameterPtr,
        used: usize,
        maxparams: *mut c_int,
    ) -> Result<virTypedParameterPtr> {
        let wanted = used + (used / 2).max(1);
        let no_memory = || Error::bare(VIR_ERR_NO_MEMORY);
        let size = wanted.checked_mul(size_of::<virTypedParameter>()).ok_or_else(no_memory)?;
        let count = c_int::try_from(wanted).map_err(|_| no_memory())?;
        // SAFETY: NULL, or an array of malloc's that the program keeps in `*params` (abi's policy).
        let array: virTypedParameterPtr = unsafe { libc::realloc(array.cast(), size) }.cast();
        if array.is_null() {
            return Err(no_memory());
        }
        self.store(params, array);
        self.store(maxparams, count);
        Ok(array)
    }
}

/// An array of `malloc`'s and how many stand in it, NULL for none; [`free`] frees it.
pub(crate) fn array(params: &TypedParams) -> (virTypedParameterPtr, c_int) {
    let elements: Vec<virTypedParameter> = params.iter().map(|(name, value)| to_c(name, value)).collect();
    let array = if elements.is_empty() { ptr::null_mut() } else { memory::array(&elements) };
    (array, c_int::try_from(elements.len()).unwrap_or(c_int::MAX))
}

/// Frees the strings of parameters; with `whole` the array too.
pub(crate) fn free(params: virTypedParameterPtr, nparams: c_int, whole: bool) {
    for at in 0..usize::try_from(nparams).unwrap_or(0) {
        if params.is_null() {
            return;
        }
        // SAFETY: not NULL, so `nparams` elements stand there (abi's policy), and a string's union member is a pointer.
        unsafe {
            let param = &mut *params.add(at);
            if param.r#type == VIR_TYPED_PARAM_STRING {
                memory::free(param.value.s);
                param.value.s = ptr::null_mut();
            }
        }
    }
    if whole {
        memory::free(params);
    }
}

/// One parameter as C has it, with a string of `malloc`'s.
fn to_c(name: &str, value: &Value) -> virTypedParameter {
    // Members differ in size, and programs compare whole parameters: the rest is zero.
    let mut content = _virTypedParameterValue { ul: 0 };
    match value {
        Value::Int(number) => content.i = *number,
        Value::UInt(number) => content.ui = *number,
        Value::LLong(number) => content.l = *number,
        Value::ULLong(number) => content.ul = *number,
        Value::Double(number) => content.d = *number,
        Value::Boolean(truth) => content.b = c_char::from(*truth),
        Value::String(text) => content.s = memory::string(text),
        Value::Unknown(_) => {}
    }
    virTypedParameter { field: memory::fixed(name), r#type: value.kind(), value: content }
}
