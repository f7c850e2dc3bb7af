//! Secrets.

use std::ffi::{c_char, c_int, c_uchar, c_uint, c_void};

use crate::abi::entry::{Borrowed, entry};
use crate::abi::{list, listener, memory};
use crate::error::Origin;
use crate::event_hub::{Kind, Subject};
use crate::object::{Connection, Secret};
use crate::types::{
    VIR_FROM_SECRET, VIR_SECRET_EVENT_ID_LAST, virConnectPtr, virConnectSecretEventGenericCallback, virFreeCallback,
    virSecretPtr,
};

export!(
    virConnectListAllSecrets,
    virConnectListSecrets,
    virConnectNumOfSecrets,
    virConnectSecretEventDeregisterAny,
    virConnectSecretEventRegisterAny,
    virSecretDefineXML,
    virSecretFree,
    virSecretGetConnect,
    virSecretGetUUID,
    virSecretGetUUIDString,
    virSecretGetUsageID,
    virSecretGetUsageType,
    virSecretGetValue,
    virSecretGetXMLDesc,
    virSecretLookupByUUID,
    virSecretLookupByUUIDString,
    virSecretLookupByUsage,
    virSecretRef,
    virSecretSetValue,
    virSecretUndefine
);

const FROM: Origin = VIR_FROM_SECRET;

/// Lists secrets into an array that ends with NULL; the caller frees each secret and the array. With NULL for `secrets` they are
/// only counted. `flags` is `virConnectListAllSecretsFlags`: of each group of which some are set, a secret must have one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllSecrets(
    conn: virConnectPtr,
    secrets: *mut *mut virSecretPtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virConnectListAllSecrets", |call| {
        call.clear(secrets);
        let connection = call.share::<Connection>(conn)?;
        Ok(list::handles(secrets, connection.driver.secrets()?.list(&connection, flags)?))
    })
}

/// Fills in the UUIDs of at most `maxuuids` secrets as text and gives their number. The caller frees each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListSecrets(conn: virConnectPtr, uuids: *mut *mut c_char, maxuuids: c_int) -> c_int {
    entry(FROM, "virConnectListSecrets", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.array(uuids, "uuids", maxuuids, "maxuuids")?;
        let found = connection.driver.secrets()?.uuids()?;
        let texts: Vec<String> = found.iter().map(ToString::to_string).collect();
        Ok(list::fill_strings(uuids, maxuuids, &texts))
    })
}

/// How many secrets there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfSecrets(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectNumOfSecrets", |call| Ok(call.borrow::<Connection>(conn)?.driver.secrets()?.uuids()?.len()))
}

/// Removes a callback by its number. It may be running in another thread; its `freecb` is called when it has returned.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSecretEventDeregisterAny(conn: virConnectPtr, callback_id: c_int) -> c_int {
    entry(FROM, "virConnectSecretEventDeregisterAny", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.count(callback_id, "callbackID")?;
        connection.driver.secrets()?;
        connection.driver.events()?.deregister(connection, callback_id)
    })
}

/// Has what happens to secrets (a `VIR_SECRET_EVENT_ID_…`) told to `cb`, which is of the type that belongs to that number:
/// of all of them, or of one. Gives the number by which it can be removed; `freecb` is called with `opaque` after that.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSecretEventRegisterAny(
    conn: virConnectPtr,
    secret: virSecretPtr,
    event_id: c_int,
    cb: virConnectSecretEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    entry(FROM, "virConnectSecretEventRegisterAny", |call| {
        let connection = call.share::<Connection>(conn)?;
        let subject = call.subject::<Secret>(&connection, secret, "secret", |secret| {
            format!("secret '{}' in {}", secret.uuid, call.function())
        })?;
        let callback = call.callback(cb.map(|cb| cb as usize), opaque, freecb)?;
        let kind = Kind::Secret(call.event_id(event_id, VIR_SECRET_EVENT_ID_LAST)?);
        connection.driver.secrets()?;
        listener::register(connection, kind, subject.map(|secret| Subject::Uuid(secret.uuid)), false, callback)
    })
}

/// Makes a secret without a value, or changes what is known of one. `flags` is `virSecretDefineFlags`. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretDefineXML(conn: virConnectPtr, xml: *const c_char, flags: c_uint) -> virSecretPtr {
    entry(FROM, "virSecretDefineXML", |call| {
        let connection = call.share_writable::<Connection>(conn)?;
        let xml = call.document(xml, "xml", "definition_of_secret")?;
        connection.driver.secrets()?.define(&connection, xml, flags)
    })
}

/// Gives a reference back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretFree(secret: virSecretPtr) -> c_int {
    entry(FROM, "virSecretFree", |call| call.release::<Secret>(secret).map(drop))
}

/// The connection of the secret, without a reference for the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetConnect(secret: virSecretPtr) -> virConnectPtr {
    entry(FROM, "virSecretGetConnect", |call| Ok(Borrowed(&call.borrow::<Secret>(secret)?.connection)))
}

/// Writes the 16 bytes of the secret's UUID.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetUUID(secret: virSecretPtr, uuid: *mut c_uchar) -> c_int {
    entry(FROM, "virSecretGetUUID", |call| {
        let secret = call.borrow::<Secret>(secret)?;
        call.store_uuid(uuid, secret.uuid)
    })
}

/// Writes the UUID as text of 36 characters and a NUL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetUUIDString(secret: virSecretPtr, buf: *mut c_char) -> c_int {
    entry(FROM, "virSecretGetUUIDString", |call| {
        let secret = call.borrow::<Secret>(secret)?;
        call.store_uuid_text(buf, secret.uuid)
    })
}

/// What uses the secret, "" for nothing; it stays the secret's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetUsageID(secret: virSecretPtr) -> *const c_char {
    entry(FROM, "virSecretGetUsageID", |call| Ok(call.borrow::<Secret>(secret)?.c_usage_id.as_c_str()))
}

/// Which kind of thing uses the secret, a `virSecretUsageType`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetUsageType(secret: virSecretPtr) -> c_int {
    entry(FROM, "virSecretGetUsageType", |call| Ok(call.borrow::<Secret>(secret)?.usage_type))
}

/// The value, `value_size` bytes, which the caller frees; better after overwriting them. `flags` must be 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetValue(
    secret: virSecretPtr,
    value_size: *mut usize,
    flags: c_uint,
) -> *mut c_uchar {
    entry(FROM, "virSecretGetValue", |call| {
        let secret = call.writable::<Secret>(secret)?;
        call.non_null(value_size, "value_size")?;
        let value = secret.driver()?.value(secret, flags)?;
        call.store(value_size, value.len());
        Ok(memory::bytes(&value, 1))
    })
}

/// The secret as a `<secret>` document without its value, which the caller frees. `flags` must be 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetXMLDesc(secret: virSecretPtr, flags: c_uint) -> *mut c_char {
    entry(FROM, "virSecretGetXMLDesc", |call| {
        let secret = call.borrow::<Secret>(secret)?;
        secret.driver()?.xml(secret, flags)
    })
}

/// The secret of that UUID of 16 bytes. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretLookupByUUID(conn: virConnectPtr, uuid: *const c_uchar) -> virSecretPtr {
    entry(FROM, "virSecretLookupByUUID", |call| {
        let connection = call.share::<Connection>(conn)?;
        let uuid = call.uuid(uuid, "uuid")?;
        connection.driver.secrets()?.by_uuid(&connection, uuid)
    })
}

/// The secret of that UUID, written as text. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretLookupByUUIDString(conn: virConnectPtr, uuidstr: *const c_char) -> virSecretPtr {
    entry(FROM, "virSecretLookupByUUIDString", |call| {
        let connection = call.share::<Connection>(conn)?;
        let uuid = call.uuid_text(uuidstr, "uuidstr")?;
        call.acts_as("virSecretLookupByUUID");
        connection.driver.secrets()?.by_uuid(&connection, uuid)
    })
}

/// The secret that is used by that. `usage_type` is a `virSecretUsageType`. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretLookupByUsage(
    conn: virConnectPtr,
    usage_type: c_int,
    usage_id: *const c_char,
) -> virSecretPtr {
    entry(FROM, "virSecretLookupByUsage", |call| {
        let connection = call.share::<Connection>(conn)?;
        let usage_id = call.text(usage_id, "usageID")?;
        connection.driver.secrets()?.by_usage(&connection, usage_type, usage_id)
    })
}

/// Takes one more reference.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretRef(secret: virSecretPtr) -> c_int {
    entry(FROM, "virSecretRef", |call| call.reference::<Secret>(secret))
}

/// Gives a secret a value of `value_size` bytes. `flags` must be 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretSetValue(
    secret: virSecretPtr,
    value: *const c_uchar,
    value_size: usize,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virSecretSetValue", |call| {
        let secret = call.writable::<Secret>(secret)?;
        call.non_null(value, "value")?;
        secret.driver()?.set_value(secret, call.slice(value, value_size), flags)
    })
}

/// Forgets a secret and its value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretUndefine(secret: virSecretPtr) -> c_int {
    entry(FROM, "virSecretUndefine", |call| {
        let secret = call.writable::<Secret>(secret)?;
        secret.driver()?.undefine(secret)
    })
}
