//! Domains: what needs the guest agent.

use std::ffi::{c_char, c_int, c_longlong, c_uint, c_ulonglong};
use std::ptr;

use crate::abi::{Call, entry, list, record};
use crate::error::{Origin, Result};
use crate::object::Domain;
use crate::types::*;

export!(
    virDomainAgentSetResponseTimeout,
    virDomainAuthorizedSSHKeysGet,
    virDomainAuthorizedSSHKeysSet,
    virDomainFSFreeze,
    virDomainFSInfoFree,
    virDomainFSThaw,
    virDomainFSTrim,
    virDomainGetFSInfo,
    virDomainGetGuestInfo,
    virDomainGetHostname,
    virDomainGetTime,
    virDomainSetTime,
    virDomainSetUserPassword
);

const FROM: Origin = VIR_FROM_DOMAIN;

/// `count` texts of the caller's; none for a NULL array.
fn texts<'a>(call: &Call, first: *const *const c_char, count: c_uint, name: &'static str) -> Result<Vec<&'a str>> {
    call.slice(first, count as usize).iter().map(|text| call.text(*text, name)).collect()
}

/// Which mount points are meant: without a length all of them.
fn mount_points<'a>(call: &Call, first: *const *const c_char, count: c_uint) -> Result<Option<Vec<&'a str>>> {
    if count == 0 {
        return Ok(None);
    }
    call.non_null(first, "mountpoints")?;
    texts(call, first, count, "mountpoints").map(Some)
}

/// How long to wait for the guest agent's answers: seconds, or a `VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAgentSetResponseTimeout(
    domain: virDomainPtr,
    timeout: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainAgentSetResponseTimeout", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.set_agent_timeout(domain, timeout, flags)
    })
}

/// The public keys that may log in as `user`, in a new array of strings that the caller frees; gives how many there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAuthorizedSSHKeysGet(
    domain: virDomainPtr,
    user: *const c_char,
    keys: *mut *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainAuthorizedSSHKeysGet", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        let user = call.text(user, "user")?;
        call.non_null(keys, "keys")?;
        call.require_write(domain)?;
        let found = domain.driver()?.authorized_ssh_keys(domain, user, flags)?;
        Ok(list::strings(keys, &found))
    })
}

/// Replaces the public keys that may log in as `user`, or with a flag adds or removes some.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAuthorizedSSHKeysSet(
    domain: virDomainPtr,
    user: *const c_char,
    keys: *mut *const c_char,
    nkeys: c_uint,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainAuthorizedSSHKeysSet", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        let user = call.text(user, "user")?;
        let append = flag!(VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND);
        let remove = flag!(VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE);
        if flags & (append.0 | remove.0) != 0 {
            call.non_null(keys, "keys")?;
        }
        call.exclusive(flags, append, remove)?;
        call.require_write(domain)?;
        let keys = texts(call, keys, nkeys, "keys")?;
        domain.driver()?.set_authorized_ssh_keys(domain, user, &keys, flags)
    })
}

/// Flushes and freezes the guest's filesystems at these mount points, or all; gives how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFSFreeze(
    dom: virDomainPtr,
    mountpoints: *mut *const c_char,
    nmountpoints: c_uint,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainFSFreeze", |call| {
        let domain = call.writable::<Domain>(dom)?;
        let mount_points = mount_points(call, mountpoints, nmountpoints)?;
        domain.driver()?.freeze_filesystems(domain, mount_points.as_deref(), flags)
    })
}

/// Frees one element of what `virDomainGetFSInfo` gave; NULL is nothing to free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFSInfoFree(info: virDomainFSInfoPtr) {
    record::free_filesystem(info);
}

/// Lets the guest write again to the filesystems at these mount points, or all; gives how many were frozen.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFSThaw(
    dom: virDomainPtr,
    mountpoints: *mut *const c_char,
    nmountpoints: c_uint,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainFSThaw", |call| {
        let domain = call.writable::<Domain>(dom)?;
        let mount_points = mount_points(call, mountpoints, nmountpoints)?;
        domain.driver()?.thaw_filesystems(domain, mount_points.as_deref(), flags)
    })
}

/// Discards what the guest's filesystem at `mountPoint`, or each, does not use, in ranges of at least `minimum` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFSTrim(
    dom: virDomainPtr,
    mount_point: *const c_char,
    minimum: c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainFSTrim", |call| {
        let domain = call.writable::<Domain>(dom)?;
        let mount_point = call.optional_text(mount_point, "mountPoint")?;
        domain.driver()?.trim_filesystems(domain, mount_point, minimum, flags)
    })
}

/// The guest's mounted filesystems. The caller frees each with `virDomainFSInfoFree`, then the array. Gives how many there
/// are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetFSInfo(
    dom: virDomainPtr,
    info: *mut *mut virDomainFSInfoPtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetFSInfo", |call| {
        let domain = call.writable::<Domain>(dom)?;
        call.non_null(info, "info")?;
        call.store(info, ptr::null_mut());
        let found = domain.driver()?.filesystems(domain, flags)?;
        call.store(info, record::filesystems(&found));
        Ok(found.len())
    })
}

/// What the guest tells of itself (groups `VIR_DOMAIN_GUEST_INFO_…`, 0 for all that it knows), in a new array that the caller
/// frees with `virTypedParamsFree`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetGuestInfo(
    domain: virDomainPtr,
    types: c_uint,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetGuestInfo", |call| {
        let domain = call.writable::<Domain>(domain)?;
        call.non_null(params, "params")?;
        call.non_null(nparams, "nparams")?;
        let found = domain.driver()?.guest_info(domain, types, flags)?;
        call.give_params(params, nparams, &found);
        Ok(())
    })
}

/// The guest's name for itself, which the caller frees. `flags` say who is asked.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetHostname(domain: virDomainPtr, flags: c_uint) -> *mut c_char {
    entry(FROM, "virDomainGetHostname", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.hostname(domain, flags)
    })
}

/// The guest's time: seconds since 1970 and nanoseconds.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetTime(
    dom: virDomainPtr,
    seconds: *mut c_longlong,
    nseconds: *mut c_uint,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetTime", |call| {
        let domain = call.writable::<Domain>(dom)?;
        let (whole, nanoseconds) = domain.driver()?.time(domain, flags)?;
        call.store(seconds, whole);
        call.store(nseconds, nanoseconds);
        Ok(())
    })
}

/// Sets the guest's time: seconds since 1970 and nanoseconds, or with a flag from its hardware clock.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetTime(
    dom: virDomainPtr,
    seconds: c_longlong,
    nseconds: c_uint,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetTime", |call| {
        let domain = call.writable::<Domain>(dom)?;
        domain.driver()?.set_time(domain, seconds, nseconds, flags)
    })
}

/// Sets the password of a user of the guest's; a flag says that it is encrypted.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetUserPassword(
    dom: virDomainPtr,
    user: *const c_char,
    password: *const c_char,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetUserPassword", |call| {
        let domain = call.writable::<Domain>(dom)?;
        let (user, password) = (call.text(user, "user")?, call.text(password, "password")?);
        domain.driver()?.set_user_password(domain, user, password, flags)
    })
}
