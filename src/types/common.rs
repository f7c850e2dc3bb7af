//! What `<libvirt/libvirt-common.h>` declares beside functions: constants, structs and callback types.

use std::ffi::{c_char, c_double, c_int, c_longlong, c_uint, c_ulonglong, c_void};

/// One named value of a list of parameters or statistics.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virTypedParameter {
    pub field: [c_char; VIR_TYPED_PARAM_FIELD_LENGTH as usize],
    pub r#type: c_int,
    pub value: _virTypedParameterValue,
}
pub type virTypedParameter = _virTypedParameter;
pub type virTypedParameterPtr = *mut virTypedParameter;

/// The value of a typed parameter; which member counts is in `type`.
#[repr(C)]
#[derive(Clone, Copy)]
pub union _virTypedParameterValue {
    pub i: c_int,
    pub ui: c_uint,
    pub l: c_longlong,
    pub ul: c_ulonglong,
    pub d: c_double,
    pub b: c_char,
    pub s: *mut c_char,
}

/// Why a connection was closed.
pub type virConnectCloseReason = c_int;
pub const VIR_CONNECT_CLOSE_REASON_ERROR: virConnectCloseReason = 0;
pub const VIR_CONNECT_CLOSE_REASON_EOF: virConnectCloseReason = 1;
pub const VIR_CONNECT_CLOSE_REASON_KEEPALIVE: virConnectCloseReason = 2;
pub const VIR_CONNECT_CLOSE_REASON_CLIENT: virConnectCloseReason = 3;
pub const VIR_CONNECT_CLOSE_REASON_LAST: virConnectCloseReason = 4;

/// Which member of a typed parameter's value counts.
pub type virTypedParameterType = c_int;
pub const VIR_TYPED_PARAM_INT: virTypedParameterType = 1;
pub const VIR_TYPED_PARAM_UINT: virTypedParameterType = 2;
pub const VIR_TYPED_PARAM_LLONG: virTypedParameterType = 3;
pub const VIR_TYPED_PARAM_ULLONG: virTypedParameterType = 4;
pub const VIR_TYPED_PARAM_DOUBLE: virTypedParameterType = 5;
pub const VIR_TYPED_PARAM_BOOLEAN: virTypedParameterType = 6;
pub const VIR_TYPED_PARAM_STRING: virTypedParameterType = 7;
pub const VIR_TYPED_PARAM_LAST: virTypedParameterType = 8;

/// What a program can say of typed parameters: `STRING_OKAY` that it takes strings, too.
pub type virTypedParameterFlags = c_uint;
pub const VIR_TYPED_PARAM_STRING_OKAY: virTypedParameterFlags = 1 << 2;

/// Frees what a program registered along with a callback.
pub type virFreeCallback = Option<unsafe extern "C" fn(opaque: *mut c_void)>;

pub const LIBVIR_VERSION_NUMBER: c_int = 12008000;
pub const VIR_TYPED_PARAM_FIELD_LENGTH: c_int = 80;
