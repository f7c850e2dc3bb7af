//! What only QEMU has. libvirt-qemu.so.0 (libs/qemu) exports these functions and forwards its calls to them.

use std::ffi::{c_char, c_int, c_uint, c_void};
use std::os::fd::{IntoRawFd, OwnedFd, RawFd};

use crate::abi::listener::{self, Choice};
use crate::abi::{entry, memory};
use crate::error::Origin;
use crate::event_hub::Subject;
use crate::object::{Connection, Domain};
use crate::types::*;

const FROM: Origin = VIR_FROM_NONE;

/// Sends a command to the monitor of a domain's QEMU; `*result` gets the reply, which the caller frees. The command is JSON
/// (QMP), or with the flag `VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP` one for humans.
pub unsafe extern "C" fn virDomainQemuMonitorCommand(
    domain: virDomainPtr,
    cmd: *const c_char,
    result: *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainQemuMonitorCommand", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.non_null(result, "result")?;
        call.require_write(domain)?;
        let command = call.optional_text(cmd, "cmd")?.unwrap_or_default();
        let (reply, _) = domain.driver()?.monitor_command(domain, command, &[], flags)?;
        call.store(result, memory::string(&reply));
        Ok(())
    })
}

/// As `virDomainQemuMonitorCommand`, with `ninfiles` open files that QEMU is given along with the command. Files that QEMU
/// sends back are in `*outfiles`: the caller closes them and frees the array.
pub unsafe extern "C" fn virDomainQemuMonitorCommandWithFiles(
    domain: virDomainPtr,
    cmd: *const c_char,
    ninfiles: c_uint,
    infiles: *mut c_int,
    noutfiles: *mut c_uint,
    outfiles: *mut *mut c_int,
    result: *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainQemuMonitorCommandWithFiles", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        let command = call.text(cmd, "cmd")?;
        call.non_null(result, "result")?;
        call.require_write(domain)?;
        let files = call.slice(infiles, ninfiles as usize);
        let (reply, answered) = domain.driver()?.monitor_command(domain, command, files, flags)?;
        if !outfiles.is_null() && !noutfiles.is_null() {
            let files: Vec<RawFd> = answered.into_iter().map(OwnedFd::into_raw_fd).collect();
            call.store(noutfiles, files.len() as c_uint);
            call.store(outfiles, memory::array(&files));
        }
        call.store(result, memory::string(&reply));
        Ok(())
    })
}

/// Sends a command (JSON) to the guest agent of a domain; gives its reply, which the caller frees. `timeout` is in seconds,
/// or a `VIR_DOMAIN_QEMU_AGENT_COMMAND_…`.
pub unsafe extern "C" fn virDomainQemuAgentCommand(
    domain: virDomainPtr,
    cmd: *const c_char,
    timeout: c_int,
    flags: c_uint,
) -> *mut c_char {
    entry(FROM, "virDomainQemuAgentCommand", |call| {
        let domain = call.writable::<Domain>(domain)?;
        let command = call.optional_text(cmd, "cmd")?.unwrap_or_default();
        domain.driver()?.agent_command(domain, command, timeout, flags)
    })
}

/// Takes over a QEMU process that was started without the library.
pub unsafe extern "C" fn virDomainQemuAttach(conn: virConnectPtr, pid_value: c_uint, flags: c_uint) -> virDomainPtr {
    entry(FROM, "virDomainQemuAttach", |call| {
        let connection = call.share::<Connection>(conn)?;
        call.non_zero(pid_value, "pid_value")?;
        call.require_write(&*connection)?;
        connection.driver.domains()?.attach_process(&connection, pid_value, flags)
    })
}

/// Has events of QEMU's monitors told to `cb`: of all domains or of one, all events or those that `event` names (with
/// `VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX` a regular expression). Gives the number by which the callback can
/// be removed; `freecb` is called with `opaque` after that.
pub unsafe extern "C" fn virConnectDomainQemuMonitorEventRegister(
    conn: virConnectPtr,
    dom: virDomainPtr,
    event: *const c_char,
    cb: virConnectDomainQemuMonitorEventCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virConnectDomainQemuMonitorEventRegister", |call| {
        let connection = call.share::<Connection>(conn)?;
        let called = |domain: &Domain| format!("domain '{}' in {}", domain.name(), call.function());
        let subject = call.subject::<Domain>(&connection, dom, "dom", called)?.map(|domain| Subject::Uuid(domain.uuid));
        let event = call.optional_text(event, "event")?;
        let callback = call.callback(cb.map(|cb| cb as usize), opaque, freecb)?;
        call.require_write(&*connection)?;
        connection.driver.domains()?.check_monitor_events()?;
        let choice = event.map(|event| Choice::new(event, flags)).transpose()?;
        listener::register_monitor(connection, subject, choice, callback)
    })
}

/// Removes a callback that `virConnectDomainQemuMonitorEventRegister` added.
pub unsafe extern "C" fn virConnectDomainQemuMonitorEventDeregister(conn: virConnectPtr, callback_id: c_int) -> c_int {
    entry(FROM, "virConnectDomainQemuMonitorEventDeregister", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.count(callback_id, "callbackID")?;
        call.require_write(connection)?;
        connection.driver.domains()?.check_monitor_events()?;
        connection.driver.events()?.deregister(connection, callback_id)
    })
}
