//! What libvirt-qemu.so.0, libvirt-lxc.so.0 and libvirt-admin.so.0 find in libvirt.so.0: a table of functions. This file is
//! part of all four libraries.
//!
//! libvirt.so.0 exports its public symbols and nothing else, so a sister asks for the table by a public function:
//! `virGetVersion(&first, NAME, &second)`. Our libvirt.so.0 knows that name and answers with the table's address, as it is
//! in `second` and xored with [`SEAL`] in `first`; any other libvirt answers with its version twice.

use std::ffi::{CStr, c_char, c_int, c_longlong, c_uint, c_ulong, c_ulonglong, c_void};

use crate::types::*;

/// The name of a driver that no program asks for. Its number is that of the table's layout.
pub const NAME: &CStr = c"solovirt:sisters/1";

/// What tells the table's address from a version.
pub const SEAL: c_ulong = 0x5015_7e25;

/// Makes the table's structs of signatures.
macro_rules! table {
    ($library:ident $field:ident: $(fn $name:ident($($argument:ident: $type:ty),*) -> $result:ty;)+) => {
        #[repr(C)]
        #[allow(non_snake_case)]
        pub struct $library {
            $(pub $name: unsafe extern "C" fn($($argument: $type),*) -> $result),+
        }
    };
}

/// The functions of all sisters.
#[repr(C)]
pub struct Table {
    pub qemu: Qemu,
    pub lxc: Lxc,
    pub admin: Admin,
}

/// Calls a macro with the functions of libvirt-qemu.so.0.
macro_rules! qemu {
    ($make:ident) => {
        $make! { Qemu qemu:
            fn virDomainQemuMonitorCommand(
                domain: virDomainPtr, cmd: *const c_char, result: *mut *mut c_char, flags: c_uint
            ) -> c_int;
            fn virDomainQemuMonitorCommandWithFiles(
                domain: virDomainPtr, cmd: *const c_char, ninfiles: c_uint, infiles: *mut c_int, noutfiles: *mut
                c_uint, outfiles: *mut *mut c_int, result: *mut *mut c_char, flags: c_uint
            ) -> c_int;
            fn virDomainQemuAgentCommand(
                domain: virDomainPtr, cmd: *const c_char, timeout: c_int, flags: c_uint
            ) -> *mut c_char;
            fn virDomainQemuAttach(conn: virConnectPtr, pid_value: c_uint, flags: c_uint) -> virDomainPtr;
            fn virConnectDomainQemuMonitorEventRegister(
                conn: virConnectPtr, dom: virDomainPtr, event: *const c_char, cb:
                virConnectDomainQemuMonitorEventCallback, opaque: *mut c_void, freecb: virFreeCallback, flags:
                c_uint
            ) -> c_int;
            fn virConnectDomainQemuMonitorEventDeregister(conn: virConnectPtr, callback_id: c_int) -> c_int;
        }
    };
}

/// Calls a macro with the functions of libvirt-lxc.so.0.
macro_rules! lxc {
    ($make:ident) => {
        $make! { Lxc lxc:
            fn virDomainLxcOpenNamespace(domain: virDomainPtr, fdlist: *mut *mut c_int, flags: c_uint) -> c_int;
            fn virDomainLxcEnterNamespace(
                domain: virDomainPtr, nfdlist: c_uint, fdlist: *mut c_int, noldfdlist: *mut c_uint, oldfdlist: *mut
                *mut c_int, flags: c_uint
            ) -> c_int;
            fn virDomainLxcEnterSecurityLabel(
                model: virSecurityModelPtr, label: virSecurityLabelPtr, oldlabel: virSecurityLabelPtr, flags: c_uint
            ) -> c_int;
            fn virDomainLxcEnterCGroup(domain: virDomainPtr, flags: c_uint) -> c_int;
        }
    };
}

/// Calls a macro with the functions of libvirt-admin.so.0.
macro_rules! admin {
    ($make:ident) => {
        $make! { Admin admin:
            fn virAdmInitialize() -> c_int;
            fn virAdmGetVersion(lib_ver: *mut c_ulonglong) -> c_int;
            fn virAdmConnectOpen(name: *const c_char, flags: c_uint) -> virAdmConnectPtr;
            fn virAdmConnectClose(conn: virAdmConnectPtr) -> c_int;
            fn virAdmConnectRef(conn: virAdmConnectPtr) -> c_int;
            fn virAdmConnectIsAlive(conn: virAdmConnectPtr) -> c_int;
            fn virAdmConnectGetURI(conn: virAdmConnectPtr) -> *mut c_char;
            fn virAdmConnectGetLibVersion(conn: virAdmConnectPtr, lib_ver: *mut c_ulonglong) -> c_int;
            fn virAdmConnectRegisterCloseCallback(
                conn: virAdmConnectPtr, cb: virAdmConnectCloseFunc, opaque: *mut c_void, freecb: virFreeCallback
            ) -> c_int;
            fn virAdmConnectUnregisterCloseCallback(conn: virAdmConnectPtr, cb: virAdmConnectCloseFunc) -> c_int;
            fn virAdmConnectListServers(
                conn: virAdmConnectPtr, servers: *mut *mut virAdmServerPtr, flags: c_uint
            ) -> c_int;
            fn virAdmConnectLookupServer(conn: virAdmConnectPtr, name: *const c_char, flags: c_uint) -> virAdmServerPtr;
            fn virAdmConnectSetDaemonTimeout(conn: virAdmConnectPtr, timeout: c_uint, flags: c_uint) -> c_int;
            fn virAdmConnectDaemonShutdown(conn: virAdmConnectPtr, flags: c_uint) -> c_int;
            fn virAdmConnectGetLoggingFilters(
                conn: virAdmConnectPtr, filters: *mut *mut c_char, flags: c_uint
            ) -> c_int;
            fn virAdmConnectGetLoggingOutputs(
                conn: virAdmConnectPtr, outputs: *mut *mut c_char, flags: c_uint
            ) -> c_int;
            fn virAdmConnectSetLoggingFilters(conn: virAdmConnectPtr, filters: *const c_char, flags: c_uint) -> c_int;
            fn virAdmConnectSetLoggingOutputs(conn: virAdmConnectPtr, outputs: *const c_char, flags: c_uint) -> c_int;
            fn virAdmServerFree(srv: virAdmServerPtr) -> c_int;
            fn virAdmServerGetName(srv: virAdmServerPtr) -> *const c_char;
            fn virAdmServerGetThreadPoolParameters(
                srv: virAdmServerPtr, params: *mut virTypedParameterPtr, nparams: *mut c_int, flags: c_uint
            ) -> c_int;
            fn virAdmServerSetThreadPoolParameters(
                srv: virAdmServerPtr, params: virTypedParameterPtr, nparams: c_int, flags: c_uint
            ) -> c_int;
            fn virAdmServerListClients(
                srv: virAdmServerPtr, clients: *mut *mut virAdmClientPtr, flags: c_uint
            ) -> c_int;
            fn virAdmServerLookupClient(srv: virAdmServerPtr, id: c_ulonglong, flags: c_uint) -> virAdmClientPtr;
            fn virAdmServerGetClientLimits(
                srv: virAdmServerPtr, params: *mut virTypedParameterPtr, nparams: *mut c_int, flags: c_uint
            ) -> c_int;
            fn virAdmServerSetClientLimits(
                srv: virAdmServerPtr, params: virTypedParameterPtr, nparams: c_int, flags: c_uint
            ) -> c_int;
            fn virAdmServerUpdateTlsFiles(srv: virAdmServerPtr, flags: c_uint) -> c_int;
            fn virAdmClientFree(client: virAdmClientPtr) -> c_int;
            fn virAdmClientGetID(client: virAdmClientPtr) -> c_ulonglong;
            fn virAdmClientGetTimestamp(client: virAdmClientPtr) -> c_longlong;
            fn virAdmClientGetTransport(client: virAdmClientPtr) -> c_int;
            fn virAdmClientGetInfo(
                client: virAdmClientPtr, params: *mut virTypedParameterPtr, nparams: *mut c_int, flags: c_uint
            ) -> c_int;
            fn virAdmClientClose(client: virAdmClientPtr, flags: c_uint) -> c_int;
        }
    };
}

qemu!(table);
lxc!(table);
admin!(table);

pub(crate) use {admin, lxc, qemu};
