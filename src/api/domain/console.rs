//! Domains: consoles, channels, graphics, keys, signals.

use std::ffi::{c_char, c_int, c_longlong, c_uint};
use std::os::fd::IntoRawFd;

use crate::abi::{Call, entry};
use crate::error::{Error, Origin, Result};
use crate::object::{Domain, Stream};
use crate::sys;
use crate::types::*;

export!(
    virDomainGraphicsReload,
    virDomainInjectNMI,
    virDomainOpenChannel,
    virDomainOpenConsole,
    virDomainOpenGraphics,
    virDomainOpenGraphicsFD,
    virDomainSendKey,
    virDomainSendProcessSignal
);

const FROM: Origin = VIR_FROM_DOMAIN;

/// A domain and a stream of the same connection.
pub(super) fn with_stream<'a>(
    call: &Call,
    domain: virDomainPtr,
    stream: virStreamPtr,
) -> Result<(&'a Domain, &'a Stream)> {
    let domain = call.borrow::<Domain>(domain)?;
    let stream = call.borrow::<Stream>(stream)?;
    call.require_write(domain)?;
    if !std::sync::Arc::ptr_eq(&domain.connection, &stream.connection) {
        let text = format!("stream must match connection of domain '{}'", domain.name());
        return Err(Error::about("st", text));
    }
    Ok((domain, stream))
}

/// Lets a running domain's graphics server read its certificates again. `type` is a `VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGraphicsReload(domain: virDomainPtr, r#type: c_uint, flags: c_uint) -> c_int {
    entry(FROM, "virDomainGraphicsReload", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.reload_graphics(domain, r#type, flags)
    })
}

/// Sends a running domain a non-maskable interrupt.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainInjectNMI(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry(FROM, "virDomainInjectNMI", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.inject_nmi(domain, flags)
    })
}

/// Connects a stream to a running domain's channel, by alias or target name; to the first for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainOpenChannel(
    dom: virDomainPtr,
    name: *const c_char,
    st: virStreamPtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainOpenChannel", |call| {
        let (domain, stream) = with_stream(call, dom, st)?;
        domain.driver()?.open_channel(domain, call.optional_text(name, "name")?, stream, flags)
    })
}

/// Connects a stream to a running domain's console, serial or parallel port, by alias; to the first for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainOpenConsole(
    dom: virDomainPtr,
    dev_name: *const c_char,
    st: virStreamPtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainOpenConsole", |call| {
        let (domain, stream) = with_stream(call, dom, st)?;
        domain.driver()?.open_console(domain, call.optional_text(dev_name, "dev_name")?, stream, flags)
    })
}

/// Connects a running domain's graphics number `idx` to a socket of the caller's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainOpenGraphics(dom: virDomainPtr, idx: c_uint, fd: c_int, flags: c_uint) -> c_int {
    entry(FROM, "virDomainOpenGraphics", |call| {
        let domain = call.borrow::<Domain>(dom)?;
        call.count(fd, "fd")?;
        let is_socket = sys::fd::is_socket(fd)
            .map_err(|error| Error::system(&error, format_args!("Unable to access file descriptor {fd}")))?;
        if !is_socket {
            return Err(Error::about("fd", format!("fd {fd} must be a socket")));
        }
        call.require_write(domain)?;
        domain.driver()?.open_graphics(domain, idx, fd, flags)
    })
}

/// A new socket that is connected to a running domain's graphics number `idx`; the caller closes it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainOpenGraphicsFD(dom: virDomainPtr, idx: c_uint, flags: c_uint) -> c_int {
    entry(FROM, "virDomainOpenGraphicsFD", |call| {
        let domain = call.writable::<Domain>(dom)?;
        Ok(domain.driver()?.open_graphics_fd(domain, idx, flags)?.into_raw_fd())
    })
}

/// Presses keys of a running domain all at once and lets them go after `holdtime` milliseconds. `codeset` is a
/// `VIR_KEYCODE_SET_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSendKey(
    domain: virDomainPtr,
    codeset: c_uint,
    holdtime: c_uint,
    keycodes: *mut c_uint,
    nkeycodes: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSendKey", |call| {
        let domain = call.writable::<Domain>(domain)?;
        call.non_null(keycodes, "keycodes")?;
        call.positive(nkeycodes, "nkeycodes")?;
        if codeset >= VIR_KEYCODE_SET_LAST.cast_unsigned() {
            return Err(Error::about("codeset", format!("Unsupported codeset '{}'", codeset.cast_signed())));
        }
        if nkeycodes > VIR_DOMAIN_SEND_KEY_MAX_KEYS {
            return Err(Error::about("nkeycodes", format!("nkeycodes must be <= {VIR_DOMAIN_SEND_KEY_MAX_KEYS}")));
        }
        let keys = call.slice(keycodes, call.count(nkeycodes, "nkeycodes")?);
        domain.driver()?.send_key(domain, codeset.cast_signed(), holdtime, keys, flags)
    })
}

/// Sends a signal, a `VIR_DOMAIN_PROCESS_SIGNAL_…`, to a process of the guest's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSendProcessSignal(
    domain: virDomainPtr,
    pid_value: c_longlong,
    signum: c_uint,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSendProcessSignal", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.non_zero(pid_value, "pid_value")?;
        call.require_write(domain)?;
        domain.driver()?.send_process_signal(domain, pid_value, signum, flags)
    })
}
