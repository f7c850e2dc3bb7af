//! What `<libvirt/libvirt-admin.h>` declares beside functions: constants, structs and callback types.

use std::ffi::{c_int, c_uint, c_void};

/// A client of a daemon: opaque, counted by reference.
#[repr(C)]
pub struct _virAdmClient {
    _opaque: [u8; 0],
}
pub type virAdmClient = _virAdmClient;
pub type virAdmClientPtr = *mut virAdmClient;

/// A connection to a daemon's administration: opaque, counted by reference.
#[repr(C)]
pub struct _virAdmConnect {
    _opaque: [u8; 0],
}
pub type virAdmConnect = _virAdmConnect;
pub type virAdmConnectPtr = *mut virAdmConnect;

/// A server of a daemon: opaque, counted by reference.
#[repr(C)]
pub struct _virAdmServer {
    _opaque: [u8; 0],
}
pub type virAdmServer = _virAdmServer;
pub type virAdmServerPtr = *mut virAdmServer;

/// How a client is connected.
pub type virClientTransport = c_int;
pub const VIR_CLIENT_TRANS_UNIX: virClientTransport = 0;
pub const VIR_CLIENT_TRANS_TCP: virClientTransport = 1;
pub const VIR_CLIENT_TRANS_TLS: virClientTransport = 2;
pub const VIR_CLIENT_TRANS_LAST: virClientTransport = 3;

/// How a daemon ends.
pub type virAdmConnectDaemonShutdownFlags = c_uint;
pub const VIR_DAEMON_SHUTDOWN_PRESERVE: virAdmConnectDaemonShutdownFlags = 1;

/// Is called when a connection is lost; `reason` is a `virConnectCloseReason`.
pub type virAdmConnectCloseFunc =
    Option<unsafe extern "C" fn(conn: virAdmConnectPtr, reason: c_int, opaque: *mut c_void)>;

pub const VIR_CLIENT_INFO_READONLY: &str = "readonly";
pub const VIR_CLIENT_INFO_SASL_USER_NAME: &str = "sasl_user_name";
pub const VIR_CLIENT_INFO_SELINUX_CONTEXT: &str = "selinux_context";
pub const VIR_CLIENT_INFO_SOCKET_ADDR: &str = "sock_addr";
pub const VIR_CLIENT_INFO_UNIX_GROUP_ID: &str = "unix_group_id";
pub const VIR_CLIENT_INFO_UNIX_GROUP_NAME: &str = "unix_group_name";
pub const VIR_CLIENT_INFO_UNIX_PROCESS_ID: &str = "unix_process_id";
pub const VIR_CLIENT_INFO_UNIX_USER_ID: &str = "unix_user_id";
pub const VIR_CLIENT_INFO_UNIX_USER_NAME: &str = "unix_user_name";
pub const VIR_CLIENT_INFO_X509_DISTINGUISHED_NAME: &str = "tls_x509_dname";
pub const VIR_SERVER_CLIENTS_CURRENT: &str = "nclients";
pub const VIR_SERVER_CLIENTS_MAX: &str = "nclients_max";
pub const VIR_SERVER_CLIENTS_UNAUTH_CURRENT: &str = "nclients_unauth";
pub const VIR_SERVER_CLIENTS_UNAUTH_MAX: &str = "nclients_unauth_max";
pub const VIR_THREADPOOL_JOB_QUEUE_DEPTH: &str = "jobQueueDepth";
pub const VIR_THREADPOOL_WORKERS_CURRENT: &str = "nWorkers";
pub const VIR_THREADPOOL_WORKERS_FREE: &str = "freeWorkers";
pub const VIR_THREADPOOL_WORKERS_MAX: &str = "maxWorkers";
pub const VIR_THREADPOOL_WORKERS_MIN: &str = "minWorkers";
pub const VIR_THREADPOOL_WORKERS_PRIORITY: &str = "prioWorkers";
