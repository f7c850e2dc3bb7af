//! Domains: who is told what happens to them. The callbacks' types and arguments are in `abi/listener/domain.rs`.

use std::ffi::{c_int, c_void};
use std::ptr;

use crate::abi::{entry, listener};
use crate::error::{Error, Origin};
use crate::event_hub::{Kind, Subject};
use crate::object::{Connection, Domain};
use crate::types::{
    VIR_DOMAIN_EVENT_ID_LAST, VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_FROM_DOMAIN, virConnectDomainEventCallback,
    virConnectDomainEventGenericCallback, virConnectPtr, virDomainPtr, virFreeCallback,
};

export!(
    virConnectDomainEventDeregister,
    virConnectDomainEventDeregisterAny,
    virConnectDomainEventRegister,
    virConnectDomainEventRegisterAny
);

const FROM: Origin = VIR_FROM_DOMAIN;

/// Removes a callback that `virConnectDomainEventRegister` added.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainEventDeregister(
    conn: virConnectPtr,
    cb: virConnectDomainEventCallback,
) -> c_int {
    entry(FROM, "virConnectDomainEventDeregister", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        let function = call.callback(cb.map(|cb| cb as usize), ptr::null_mut(), None)?.function;
        connection.driver.domains()?;
        connection.driver.events()?.deregister_function(connection, function)
    })
}

/// Removes a callback by its number. It may be running in another thread; its `freecb` is called when it has returned.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainEventDeregisterAny(conn: virConnectPtr, callback_id: c_int) -> c_int {
    entry(FROM, "virConnectDomainEventDeregisterAny", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.count(callback_id, "callbackID")?;
        connection.driver.domains()?;
        connection.driver.events()?.deregister(connection, callback_id)
    })
}

/// Has the steps of all domains' lives told to `cb`; `freecb` is called with `opaque` when it was removed.
/// `virConnectDomainEventRegisterAny` can do more.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainEventRegister(
    conn: virConnectPtr,
    cb: virConnectDomainEventCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    entry(FROM, "virConnectDomainEventRegister", |call| {
        let connection = call.share::<Connection>(conn)?;
        let callback = call.callback(cb.map(|cb| cb as usize), opaque, freecb)?;
        connection.driver.domains()?;
        let kind = Kind::Domain(VIR_DOMAIN_EVENT_ID_LIFECYCLE);
        listener::register(connection, kind, None, true, callback).map(drop)
    })
}

/// Has what happens to domains (a `VIR_DOMAIN_EVENT_ID_…`) told to `cb`, which is of the type that belongs to that number:
/// of all of them, or of one. Gives the number by which it can be removed; `freecb` is called with `opaque` after that.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainEventRegisterAny(
    conn: virConnectPtr,
    dom: virDomainPtr,
    event_id: c_int,
    cb: virConnectDomainEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    entry(FROM, "virConnectDomainEventRegisterAny", |call| {
        let connection = call.share::<Connection>(conn)?;
        let called = |domain: &Domain| format!("domain '{}'", domain.name());
        let subject = call.subject::<Domain>(&connection, dom, "dom", called)?;
        let callback = call.callback(cb.map(|cb| cb as usize), opaque, freecb)?;
        call.count(event_id, "eventID")?;
        if event_id >= VIR_DOMAIN_EVENT_ID_LAST {
            return Err(Error::about("eventID", format!("eventID must be less than {VIR_DOMAIN_EVENT_ID_LAST}")));
        }
        connection.driver.domains()?;
        let subject = subject.map(|domain| Subject::Uuid(domain.uuid));
        listener::register(connection, Kind::Domain(event_id), subject, false, callback)
    })
}
