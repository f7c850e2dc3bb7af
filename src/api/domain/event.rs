//! Domains: event.

use std::ffi::{c_int, c_void};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::Connection;
use crate::types::{
    VIR_FROM_DOMAIN, virConnectDomainEventCallback, virConnectDomainEventGenericCallback, virConnectPtr, virDomainPtr,
    virFreeCallback,
};

export!(
    virConnectDomainEventDeregister,
    virConnectDomainEventDeregisterAny,
    virConnectDomainEventRegister,
    virConnectDomainEventRegisterAny
);

const FROM: Origin = VIR_FROM_DOMAIN;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainEventDeregister(
    conn: virConnectPtr,
    _cb: virConnectDomainEventCallback,
) -> c_int {
    entry(FROM, "virConnectDomainEventDeregister", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainEventDeregisterAny(conn: virConnectPtr, _callback_id: c_int) -> c_int {
    entry(FROM, "virConnectDomainEventDeregisterAny", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainEventRegister(
    conn: virConnectPtr,
    _cb: virConnectDomainEventCallback,
    _opaque: *mut c_void,
    _freecb: virFreeCallback,
) -> c_int {
    entry(FROM, "virConnectDomainEventRegister", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainEventRegisterAny(
    conn: virConnectPtr,
    _dom: virDomainPtr,
    _event_id: c_int,
    _cb: virConnectDomainEventGenericCallback,
    _opaque: *mut c_void,
    _freecb: virFreeCallback,
) -> c_int {
    entry(FROM, "virConnectDomainEventRegisterAny", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}
