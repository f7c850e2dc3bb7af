//! Lists of typed parameters that the program builds and reads.
//!
//! A list is an array from `malloc` with room for `*maxparams`, of which `*nparams` are in use; all three begin as NULL, 0, 0.

use std::ffi::{c_char, c_double, c_int, c_longlong, c_uint, c_ulonglong};
use std::ptr;

use crate::abi::entry;
use crate::abi::entry::entry_keeping_error;
use crate::abi::typed_param;
use crate::error::{Error, Origin};
use crate::typed_param::Value;
use crate::types::*;

export!(
    virTypedParamsAddBoolean,
    virTypedParamsAddDouble,
    virTypedParamsAddFromString,
    virTypedParamsAddInt,
    virTypedParamsAddLLong,
    virTypedParamsAddString,
    virTypedParamsAddStringList,
    virTypedParamsAddUInt,
    virTypedParamsAddULLong,
    virTypedParamsClear,
    virTypedParamsFree,
    virTypedParamsGet,
    virTypedParamsGetBoolean,
    virTypedParamsGetDouble,
    virTypedParamsGetInt,
    virTypedParamsGetLLong,
    virTypedParamsGetString,
    virTypedParamsGetUInt,
    virTypedParamsGetULLong
);

const FROM: Origin = VIR_FROM_NONE;

/// Adds a boolean; any value but 0 is true. The array may move.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddBoolean(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: c_int,
) -> c_int {
    entry(FROM, "virTypedParamsAddBoolean", |call| {
        call.add_param(params, nparams, maxparams, name, &(value != 0).into())
    })
}

/// Adds a floating-point number. The array may move.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddDouble(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: c_double,
) -> c_int {
    entry(FROM, "virTypedParamsAddDouble", |call| call.add_param(params, nparams, maxparams, name, &value.into()))
}

/// Adds a number. The array may move.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddInt(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: c_int,
) -> c_int {
    entry(FROM, "virTypedParamsAddInt", |call| call.add_param(params, nparams, maxparams, name, &value.into()))
}

/// Adds a long number. The array may move.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddLLong(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: c_longlong,
) -> c_int {
    entry(FROM, "virTypedParamsAddLLong", |call| call.add_param(params, nparams, maxparams, name, &value.into()))
}

/// Adds an unsigned number. The array may move.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddUInt(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: c_uint,
) -> c_int {
    entry(FROM, "virTypedParamsAddUInt", |call| call.add_param(params, nparams, maxparams, name, &value.into()))
}

/// Adds an unsigned long number. The array may move.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddULLong(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: c_ulonglong,
) -> c_int {
    entry(FROM, "virTypedParamsAddULLong", |call| call.add_param(params, nparams, maxparams, name, &value.into()))
}

/// Adds a copy of a string; NULL is taken as the empty one. The array may move.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddString(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: *const c_char,
) -> c_int {
    entry(FROM, "virTypedParamsAddString", |call| {
        let text = call.optional_text(value, "value")?.unwrap_or_default();
        call.add_param(params, nparams, maxparams, name, &text.into())
    })
}

/// Adds copies of strings under one name; `values` ends with NULL. The array may move.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddStringList(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    values: *mut *const c_char,
) -> c_int {
    entry_keeping_error(FROM, "virTypedParamsAddStringList", |call| {
        for text in call.text_list(values, "values")? {
            call.add_param(params, nparams, maxparams, name, &text.into())?;
        }
        Ok(())
    })
}

/// Adds a value of the given `VIR_TYPED_PARAM_…` type, read from text. The array may move.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddFromString(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    kind: c_int,
    value: *const c_char,
) -> c_int {
    entry(FROM, "virTypedParamsAddFromString", |call| {
        let field = call.text(name, "name")?;
        let text = call.optional_text(value, "value")?;
        let text = text.ok_or_else(|| Error::new(VIR_ERR_INVALID_ARG, format!("NULL value for field '{field}'")))?;
        call.add_param(params, nparams, maxparams, name, &Value::parse(kind, text, field)?)
    })
}

/// Frees the strings of a list, not the array. The thread's last error stays.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsClear(params: virTypedParameterPtr, nparams: c_int) {
    typed_param::free(params, nparams, false);
}

/// Frees a list: its strings and the array. The thread's last error stays.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsFree(params: virTypedParameterPtr, nparams: c_int) {
    typed_param::free(params, nparams, true);
}

/// The first parameter of that name, which stays the list's; NULL when there is none, which is no error.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGet(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
) -> virTypedParameterPtr {
    entry_keeping_error(FROM, "virTypedParamsGet", |call| {
        let found = call.find_param(params, nparams, name);
        Ok(found.map_or(ptr::null_mut(), |param| ptr::from_ref(param).cast_mut()))
    })
}

/// The boolean, 0 or 1, of that name in `*value`. Returns 1, 0 when the list has no such name, -1 when it has another type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetBoolean(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut c_int,
) -> c_int {
    entry(FROM, "virTypedParamsGetBoolean", |call| {
        let found = call.find_param_value::<c_char>(params, nparams, name)?;
        Ok(found.map(|found| call.store(value, c_int::from(found != 0))).is_some())
    })
}

/// The floating-point number of that name in `*value`. Returns 1, 0 when the list has no such name, -1 when it has another type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetDouble(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut c_double,
) -> c_int {
    entry(FROM, "virTypedParamsGetDouble", |call| {
        let found = call.find_param_value::<c_double>(params, nparams, name)?;
        Ok(found.map(|found| call.store(value, found)).is_some())
    })
}

/// The number of that name in `*value`. Returns 1, 0 when the list has no such name, -1 when it has another type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetInt(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut c_int,
) -> c_int {
    entry(FROM, "virTypedParamsGetInt", |call| {
        let found = call.find_param_value::<c_int>(params, nparams, name)?;
        Ok(found.map(|found| call.store(value, found)).is_some())
    })
}

/// The long number of that name in `*value`. Returns 1, 0 when the list has no such name, -1 when it has another type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetLLong(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut c_longlong,
) -> c_int {
    entry(FROM, "virTypedParamsGetLLong", |call| {
        let found = call.find_param_value::<c_longlong>(params, nparams, name)?;
        Ok(found.map(|found| call.store(value, found)).is_some())
    })
}

/// The string, which stays the list's, of that name in `*value`. Returns 1, 0 when the list has no such name, -1 when it has another type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetString(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut *const c_char,
) -> c_int {
    entry(FROM, "virTypedParamsGetString", |call| {
        let found = call.find_param_value::<*mut c_char>(params, nparams, name)?;
        Ok(found.map(|found| call.store(value, found.cast_const())).is_some())
    })
}

/// The unsigned number of that name in `*value`. Returns 1, 0 when the list has no such name, -1 when it has another type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetUInt(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut c_uint,
) -> c_int {
    entry(FROM, "virTypedParamsGetUInt", |call| {
        let found = call.find_param_value::<c_uint>(params, nparams, name)?;
        Ok(found.map(|found| call.store(value, found)).is_some())
    })
}

/// The unsigned long number of that name in `*value`. Returns 1, 0 when the list has no such name, -1 when it has another type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetULLong(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut c_ulonglong,
) -> c_int {
    entry(FROM, "virTypedParamsGetULLong", |call| {
        let found = call.find_param_value::<c_ulonglong>(params, nparams, name)?;
        Ok(found.map(|found| call.store(value, found)).is_some())
    })
}
