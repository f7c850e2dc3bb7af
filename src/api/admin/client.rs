//! Administration: clients of a daemon.

use std::ffi::{c_int, c_longlong, c_uint, c_ulonglong};

use super::{FROM, no_handle, null_or_no_handle};
use crate::abi::entry;
use crate::abi::entry::IntoC;
use crate::types::*;

/// The number of a client, or all bits set on failure.
struct ClientId(c_ulonglong);

impl IntoC for ClientId {
    type C = c_ulonglong;
    const FAILED: c_ulonglong = c_ulonglong::MAX;
    fn into_c(self) -> c_ulonglong {
        self.0
    }
}

/// Gives up the handle of a client; the client stays connected.
pub unsafe extern "C" fn virAdmClientFree(client: virAdmClientPtr) -> c_int {
    entry(FROM, "virAdmClientFree", |_| null_or_no_handle::<_, ()>(client))
}

/// The number of a client, which no other client of its server has.
pub unsafe extern "C" fn virAdmClientGetID(_client: virAdmClientPtr) -> c_ulonglong {
    entry(FROM, "virAdmClientGetID", |_| no_handle::<ClientId>())
}

/// When a client connected: seconds since 1970, 0 when that is not known.
pub unsafe extern "C" fn virAdmClientGetTimestamp(_client: virAdmClientPtr) -> c_longlong {
    entry(FROM, "virAdmClientGetTimestamp", |_| no_handle::<c_longlong>())
}

/// How a client is connected: a `virClientTransport`.
pub unsafe extern "C" fn virAdmClientGetTransport(_client: virAdmClientPtr) -> c_int {
    entry(FROM, "virAdmClientGetTransport", |_| no_handle::<()>())
}

/// Who a client is (`VIR_CLIENT_INFO_…`) in `*params`, which the caller frees.
pub unsafe extern "C" fn virAdmClientGetInfo(
    _client: virAdmClientPtr,
    _params: *mut virTypedParameterPtr,
    _nparams: *mut c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virAdmClientGetInfo", |_| no_handle::<()>())
}

/// Ends a client's connection to its server.
pub unsafe extern "C" fn virAdmClientClose(_client: virAdmClientPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virAdmClientClose", |_| no_handle::<()>())
}
