//! Typed param.

use std::ffi::{c_char, c_double, c_int, c_longlong, c_uint, c_ulonglong};

use crate::abi::entry;
use crate::error::Origin;
use crate::types::{VIR_FROM_NONE, virTypedParameterPtr};

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

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddBoolean(
    _params: *mut virTypedParameterPtr,
    _nparams: *mut c_int,
    _maxparams: *mut c_int,
    _name: *const c_char,
    _value: c_int,
) -> c_int {
    entry(FROM, "virTypedParamsAddBoolean", |call| call.unsupported::<()>())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddDouble(
    _params: *mut virTypedParameterPtr,
    _nparams: *mut c_int,
    _maxparams: *mut c_int,
    _name: *const c_char,
    _value: c_double,
) -> c_int {
    entry(FROM, "virTypedParamsAddDouble", |call| call.unsupported::<()>())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddFromString(
    _params: *mut virTypedParameterPtr,
    _nparams: *mut c_int,
    _maxparams: *mut c_int,
    _name: *const c_char,
    _kind: c_int,
    _value: *const c_char,
) -> c_int {
    entry(FROM, "virTypedParamsAddFromString", |call| call.unsupported::<()>())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddInt(
    _params: *mut virTypedParameterPtr,
    _nparams: *mut c_int,
    _maxparams: *mut c_int,
    _name: *const c_char,
    _value: c_int,
) -> c_int {
    entry(FROM, "virTypedParamsAddInt", |call| call.unsupported::<()>())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddLLong(
    _params: *mut virTypedParameterPtr,
    _nparams: *mut c_int,
    _maxparams: *mut c_int,
    _name: *const c_char,
    _value: c_longlong,
) -> c_int {
    entry(FROM, "virTypedParamsAddLLong", |call| call.unsupported::<()>())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddString(
    _params: *mut virTypedParameterPtr,
    _nparams: *mut c_int,
    _maxparams: *mut c_int,
    _name: *const c_char,
    _value: *const c_char,
) -> c_int {
    entry(FROM, "virTypedParamsAddString", |call| call.unsupported::<()>())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddStringList(
    _params: *mut virTypedParameterPtr,
    _nparams: *mut c_int,
    _maxparams: *mut c_int,
    _name: *const c_char,
    _values: *mut *const c_char,
) -> c_int {
    entry(FROM, "virTypedParamsAddStringList", |call| call.unsupported::<()>())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddUInt(
    _params: *mut virTypedParameterPtr,
    _nparams: *mut c_int,
    _maxparams: *mut c_int,
    _name: *const c_char,
    _value: c_uint,
) -> c_int {
    entry(FROM, "virTypedParamsAddUInt", |call| call.unsupported::<()>())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddULLong(
    _params: *mut virTypedParameterPtr,
    _nparams: *mut c_int,
    _maxparams: *mut c_int,
    _name: *const c_char,
    _value: c_ulonglong,
) -> c_int {
    entry(FROM, "virTypedParamsAddULLong", |call| call.unsupported::<()>())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsClear(_params: virTypedParameterPtr, _nparams: c_int) {
    entry(FROM, "virTypedParamsClear", |call| call.unsupported::<()>());
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsFree(_params: virTypedParameterPtr, _nparams: c_int) {
    entry(FROM, "virTypedParamsFree", |call| call.unsupported::<()>());
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGet(
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _name: *const c_char,
) -> virTypedParameterPtr {
    entry(FROM, "virTypedParamsGet", |call| call.unsupported::<virTypedParameterPtr>())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetBoolean(
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _name: *const c_char,
    _value: *mut c_int,
) -> c_int {
    entry(FROM, "virTypedParamsGetBoolean", |call| call.unsupported::<()>())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetDouble(
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _name: *const c_char,
    _value: *mut c_double,
) -> c_int {
    entry(FROM, "virTypedParamsGetDouble", |call| call.unsupported::<()>())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetInt(
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _name: *const c_char,
    _value: *mut c_int,
) -> c_int {
    entry(FROM, "virTypedParamsGetInt", |call| call.unsupported::<()>())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetLLong(
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _name: *const c_char,
    _value: *mut c_longlong,
) -> c_int {
    entry(FROM, "virTypedParamsGetLLong", |call| call.unsupported::<()>())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetString(
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _name: *const c_char,
    _value: *mut *const c_char,
) -> c_int {
    entry(FROM, "virTypedParamsGetString", |call| call.unsupported::<()>())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetUInt(
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _name: *const c_char,
    _value: *mut c_uint,
) -> c_int {
    entry(FROM, "virTypedParamsGetUInt", |call| call.unsupported::<()>())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetULLong(
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _name: *const c_char,
    _value: *mut c_ulonglong,
) -> c_int {
    entry(FROM, "virTypedParamsGetULLong", |call| call.unsupported::<()>())
}
