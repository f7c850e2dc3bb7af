//! What `<libvirt/virterror.h>` declares beside functions: constants, structs and callback types.

use std::ffi::{c_char, c_int, c_void};

use super::*;

/// One failure: its code, who reports it, how bad it is, and its text. The objects are NULL nowadays.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virError {
    pub code: c_int,
    pub domain: c_int,
    pub message: *mut c_char,
    pub level: virErrorLevel,
    pub conn: virConnectPtr,
    pub dom: virDomainPtr,
    pub str1: *mut c_char,
    pub str2: *mut c_char,
    pub str3: *mut c_char,
    pub int1: c_int,
    pub int2: c_int,
    pub net: virNetworkPtr,
}
pub type virError = _virError;
pub type virErrorPtr = *mut virError;

/// What went wrong.
pub type virErrorNumber = c_int;
pub const VIR_ERR_OK: virErrorNumber = 0;
pub const VIR_ERR_INTERNAL_ERROR: virErrorNumber = 1;
pub const VIR_ERR_NO_MEMORY: virErrorNumber = 2;
pub const VIR_ERR_NO_SUPPORT: virErrorNumber = 3;
pub const VIR_ERR_UNKNOWN_HOST: virErrorNumber = 4;
pub const VIR_ERR_NO_CONNECT: virErrorNumber = 5;
pub const VIR_ERR_INVALID_CONN: virErrorNumber = 6;
pub const VIR_ERR_INVALID_DOMAIN: virErrorNumber = 7;
pub const VIR_ERR_INVALID_ARG: virErrorNumber = 8;
pub const VIR_ERR_OPERATION_FAILED: virErrorNumber = 9;
pub const VIR_ERR_GET_FAILED: virErrorNumber = 10;
pub const VIR_ERR_POST_FAILED: virErrorNumber = 11;
pub const VIR_ERR_HTTP_ERROR: virErrorNumber = 12;
pub const VIR_ERR_SEXPR_SERIAL: virErrorNumber = 13;
pub const VIR_ERR_NO_XEN: virErrorNumber = 14;
pub const VIR_ERR_XEN_CALL: virErrorNumber = 15;
pub const VIR_ERR_OS_TYPE: virErrorNumber = 16;
pub const VIR_ERR_NO_KERNEL: virErrorNumber = 17;
pub const VIR_ERR_NO_ROOT: virErrorNumber = 18;
pub const VIR_ERR_NO_SOURCE: virErrorNumber = 19;
pub const VIR_ERR_NO_TARGET: virErrorNumber = 20;
pub const VIR_ERR_NO_NAME: virErrorNumber = 21;
pub const VIR_ERR_NO_OS: virErrorNumber = 22;
pub const VIR_ERR_NO_DEVICE: virErrorNumber = 23;
pub const VIR_ERR_NO_XENSTORE: virErrorNumber = 24;
pub const VIR_ERR_DRIVER_FULL: virErrorNumber = 25;
pub const VIR_ERR_CALL_FAILED: virErrorNumber = 26;
pub const VIR_ERR_XML_ERROR: virErrorNumber = 27;
pub const VIR_ERR_DOM_EXIST: virErrorNumber = 28;
pub const VIR_ERR_OPERATION_DENIED: virErrorNumber = 29;
pub const VIR_ERR_OPEN_FAILED: virErrorNumber = 30;
pub const VIR_ERR_READ_FAILED: virErrorNumber = 31;
pub const VIR_ERR_PARSE_FAILED: virErrorNumber = 32;
pub const VIR_ERR_CONF_SYNTAX: virErrorNumber = 33;
pub const VIR_ERR_WRITE_FAILED: virErrorNumber = 34;
pub const VIR_ERR_XML_DETAIL: virErrorNumber = 35;
pub const VIR_ERR_INVALID_NETWORK: virErrorNumber = 36;
pub const VIR_ERR_NETWORK_EXIST: virErrorNumber = 37;
pub const VIR_ERR_SYSTEM_ERROR: virErrorNumber = 38;
pub const VIR_ERR_RPC: virErrorNumber = 39;
pub const VIR_ERR_GNUTLS_ERROR: virErrorNumber = 40;
pub const VIR_WAR_NO_NETWORK: virErrorNumber = 41;
pub const VIR_ERR_NO_DOMAIN: virErrorNumber = 42;
pub const VIR_ERR_NO_NETWORK: virErrorNumber = 43;
pub const VIR_ERR_INVALID_MAC: virErrorNumber = 44;
pub const VIR_ERR_AUTH_FAILED: virErrorNumber = 45;
pub const VIR_ERR_INVALID_STORAGE_POOL: virErrorNumber = 46;
pub const VIR_ERR_INVALID_STORAGE_VOL: virErrorNumber = 47;
pub const VIR_WAR_NO_STORAGE: virErrorNumber = 48;
pub const VIR_ERR_NO_STORAGE_POOL: virErrorNumber = 49;
pub const VIR_ERR_NO_STORAGE_VOL: virErrorNumber = 50;
pub const VIR_WAR_NO_NODE: virErrorNumber = 51;
pub const VIR_ERR_INVALID_NODE_DEVICE: virErrorNumber = 52;
pub const VIR_ERR_NO_NODE_DEVICE: virErrorNumber = 53;
pub const VIR_ERR_NO_SECURITY_MODEL: virErrorNumber = 54;
pub const VIR_ERR_OPERATION_INVALID: virErrorNumber = 55;
pub const VIR_WAR_NO_INTERFACE: virErrorNumber = 56;
pub const VIR_ERR_NO_INTERFACE: virErrorNumber = 57;
pub const VIR_ERR_INVALID_INTERFACE: virErrorNumber = 58;
pub const VIR_ERR_MULTIPLE_INTERFACES: virErrorNumber = 59;
pub const VIR_WAR_NO_NWFILTER: virErrorNumber = 60;
pub const VIR_ERR_INVALID_NWFILTER: virErrorNumber = 61;
pub const VIR_ERR_NO_NWFILTER: virErrorNumber = 62;
pub const VIR_ERR_BUILD_FIREWALL: virErrorNumber = 63;
pub const VIR_WAR_NO_SECRET: virErrorNumber = 64;
pub const VIR_ERR_INVALID_SECRET: virErrorNumber = 65;
pub const VIR_ERR_NO_SECRET: virErrorNumber = 66;
pub const VIR_ERR_CONFIG_UNSUPPORTED: virErrorNumber = 67;
pub const VIR_ERR_OPERATION_TIMEOUT: virErrorNumber = 68;
pub const VIR_ERR_MIGRATE_PERSIST_FAILED: virErrorNumber = 69;
pub const VIR_ERR_HOOK_SCRIPT_FAILED: virErrorNumber = 70;
pub const VIR_ERR_INVALID_DOMAIN_SNAPSHOT: virErrorNumber = 71;
pub const VIR_ERR_NO_DOMAIN_SNAPSHOT: virErrorNumber = 72;
pub const VIR_ERR_INVALID_STREAM: virErrorNumber = 73;
pub const VIR_ERR_ARGUMENT_UNSUPPORTED: virErrorNumber = 74;
pub const VIR_ERR_STORAGE_PROBE_FAILED: virErrorNumber = 75;
pub const VIR_ERR_STORAGE_POOL_BUILT: virErrorNumber = 76;
pub const VIR_ERR_SNAPSHOT_REVERT_RISKY: virErrorNumber = 77;
pub const VIR_ERR_OPERATION_ABORTED: virErrorNumber = 78;
pub const VIR_ERR_AUTH_CANCELLED: virErrorNumber = 79;
pub const VIR_ERR_NO_DOMAIN_METADATA: virErrorNumber = 80;
pub const VIR_ERR_MIGRATE_UNSAFE: virErrorNumber = 81;
pub const VIR_ERR_OVERFLOW: virErrorNumber = 82;
pub const VIR_ERR_BLOCK_COPY_ACTIVE: virErrorNumber = 83;
pub const VIR_ERR_OPERATION_UNSUPPORTED: virErrorNumber = 84;
pub const VIR_ERR_SSH: virErrorNumber = 85;
pub const VIR_ERR_AGENT_UNRESPONSIVE: virErrorNumber = 86;
pub const VIR_ERR_RESOURCE_BUSY: virErrorNumber = 87;
pub const VIR_ERR_ACCESS_DENIED: virErrorNumber = 88;
pub const VIR_ERR_DBUS_SERVICE: virErrorNumber = 89;
pub const VIR_ERR_STORAGE_VOL_EXIST: virErrorNumber = 90;
pub const VIR_ERR_CPU_INCOMPATIBLE: virErrorNumber = 91;
pub const VIR_ERR_XML_INVALID_SCHEMA: virErrorNumber = 92;
pub const VIR_ERR_MIGRATE_FINISH_OK: virErrorNumber = 93;
pub const VIR_ERR_AUTH_UNAVAILABLE: virErrorNumber = 94;
pub const VIR_ERR_NO_SERVER: virErrorNumber = 95;
pub const VIR_ERR_NO_CLIENT: virErrorNumber = 96;
pub const VIR_ERR_AGENT_UNSYNCED: virErrorNumber = 97;
pub const VIR_ERR_LIBSSH: virErrorNumber = 98;
pub const VIR_ERR_DEVICE_MISSING: virErrorNumber = 99;
pub const VIR_ERR_INVALID_NWFILTER_BINDING: virErrorNumber = 100;
pub const VIR_ERR_NO_NWFILTER_BINDING: virErrorNumber = 101;
pub const VIR_ERR_INVALID_DOMAIN_CHECKPOINT: virErrorNumber = 102;
pub const VIR_ERR_NO_DOMAIN_CHECKPOINT: virErrorNumber = 103;
pub const VIR_ERR_NO_DOMAIN_BACKUP: virErrorNumber = 104;
pub const VIR_ERR_INVALID_NETWORK_PORT: virErrorNumber = 105;
pub const VIR_ERR_NETWORK_PORT_EXIST: virErrorNumber = 106;
pub const VIR_ERR_NO_NETWORK_PORT: virErrorNumber = 107;
pub const VIR_ERR_NO_HOSTNAME: virErrorNumber = 108;
pub const VIR_ERR_CHECKPOINT_INCONSISTENT: virErrorNumber = 109;
pub const VIR_ERR_MULTIPLE_DOMAINS: virErrorNumber = 110;
pub const VIR_ERR_NO_NETWORK_METADATA: virErrorNumber = 111;
pub const VIR_ERR_AGENT_COMMAND_TIMEOUT: virErrorNumber = 112;
pub const VIR_ERR_AGENT_COMMAND_FAILED: virErrorNumber = 113;
pub const VIR_ERR_INVALID_ENCR_KEY_SECRET: virErrorNumber = 114;
pub const VIR_ERR_NUMBER_LAST: virErrorNumber = 115;

/// Which part of the library reports a failure.
pub type virErrorDomain = c_int;
pub const VIR_FROM_NONE: virErrorDomain = 0;
pub const VIR_FROM_XEN: virErrorDomain = 1;
pub const VIR_FROM_XEND: virErrorDomain = 2;
pub const VIR_FROM_XENSTORE: virErrorDomain = 3;
pub const VIR_FROM_SEXPR: virErrorDomain = 4;
pub const VIR_FROM_XML: virErrorDomain = 5;
pub const VIR_FROM_DOM: virErrorDomain = 6;
pub const VIR_FROM_RPC: virErrorDomain = 7;
pub const VIR_FROM_PROXY: virErrorDomain = 8;
pub const VIR_FROM_CONF: virErrorDomain = 9;
pub const VIR_FROM_QEMU: virErrorDomain = 10;
pub const VIR_FROM_NET: virErrorDomain = 11;
pub const VIR_FROM_TEST: virErrorDomain = 12;
pub const VIR_FROM_REMOTE: virErrorDomain = 13;
pub const VIR_FROM_OPENVZ: virErrorDomain = 14;
pub const VIR_FROM_XENXM: virErrorDomain = 15;
pub const VIR_FROM_STATS_LINUX: virErrorDomain = 16;
pub const VIR_FROM_LXC: virErrorDomain = 17;
pub const VIR_FROM_STORAGE: virErrorDomain = 18;
pub const VIR_FROM_NETWORK: virErrorDomain = 19;
pub const VIR_FROM_DOMAIN: virErrorDomain = 20;
pub const VIR_FROM_UML: virErrorDomain = 21;
pub const VIR_FROM_NODEDEV: virErrorDomain = 22;
pub const VIR_FROM_XEN_INOTIFY: virErrorDomain = 23;
pub const VIR_FROM_SECURITY: virErrorDomain = 24;
pub const VIR_FROM_VBOX: virErrorDomain = 25;
pub const VIR_FROM_INTERFACE: virErrorDomain = 26;
pub const VIR_FROM_ONE: virErrorDomain = 27;
pub const VIR_FROM_ESX: virErrorDomain = 28;
pub const VIR_FROM_PHYP: virErrorDomain = 29;
pub const VIR_FROM_SECRET: virErrorDomain = 30;
pub const VIR_FROM_CPU: virErrorDomain = 31;
pub const VIR_FROM_XENAPI: virErrorDomain = 32;
pub const VIR_FROM_NWFILTER: virErrorDomain = 33;
pub const VIR_FROM_HOOK: virErrorDomain = 34;
pub const VIR_FROM_DOMAIN_SNAPSHOT: virErrorDomain = 35;
pub const VIR_FROM_AUDIT: virErrorDomain = 36;
pub const VIR_FROM_SYSINFO: virErrorDomain = 37;
pub const VIR_FROM_STREAMS: virErrorDomain = 38;
pub const VIR_FROM_VMWARE: virErrorDomain = 39;
pub const VIR_FROM_EVENT: virErrorDomain = 40;
pub const VIR_FROM_LIBXL: virErrorDomain = 41;
pub const VIR_FROM_LOCKING: virErrorDomain = 42;
pub const VIR_FROM_HYPERV: virErrorDomain = 43;
pub const VIR_FROM_CAPABILITIES: virErrorDomain = 44;
pub const VIR_FROM_URI: virErrorDomain = 45;
pub const VIR_FROM_AUTH: virErrorDomain = 46;
pub const VIR_FROM_DBUS: virErrorDomain = 47;
pub const VIR_FROM_PARALLELS: virErrorDomain = 48;
pub const VIR_FROM_DEVICE: virErrorDomain = 49;
pub const VIR_FROM_SSH: virErrorDomain = 50;
pub const VIR_FROM_LOCKSPACE: virErrorDomain = 51;
pub const VIR_FROM_INITCTL: virErrorDomain = 52;
pub const VIR_FROM_IDENTITY: virErrorDomain = 53;
pub const VIR_FROM_CGROUP: virErrorDomain = 54;
pub const VIR_FROM_ACCESS: virErrorDomain = 55;
pub const VIR_FROM_SYSTEMD: virErrorDomain = 56;
pub const VIR_FROM_BHYVE: virErrorDomain = 57;
pub const VIR_FROM_CRYPTO: virErrorDomain = 58;
pub const VIR_FROM_FIREWALL: virErrorDomain = 59;
pub const VIR_FROM_POLKIT: virErrorDomain = 60;
pub const VIR_FROM_THREAD: virErrorDomain = 61;
pub const VIR_FROM_ADMIN: virErrorDomain = 62;
pub const VIR_FROM_LOGGING: virErrorDomain = 63;
pub const VIR_FROM_XENXL: virErrorDomain = 64;
pub const VIR_FROM_PERF: virErrorDomain = 65;
pub const VIR_FROM_LIBSSH: virErrorDomain = 66;
pub const VIR_FROM_RESCTRL: virErrorDomain = 67;
pub const VIR_FROM_FIREWALLD: virErrorDomain = 68;
pub const VIR_FROM_DOMAIN_CHECKPOINT: virErrorDomain = 69;
pub const VIR_FROM_TPM: virErrorDomain = 70;
pub const VIR_FROM_BPF: virErrorDomain = 71;
pub const VIR_FROM_CH: virErrorDomain = 72;
pub const VIR_ERR_DOMAIN_LAST: virErrorDomain = 73;

/// How bad a failure is.
pub type virErrorLevel = c_int;
pub const VIR_ERR_NONE: virErrorLevel = 0;
pub const VIR_ERR_WARNING: virErrorLevel = 1;
pub const VIR_ERR_ERROR: virErrorLevel = 2;

/// Is told of each failure. It must not call the library.
pub type virErrorFunc = Option<unsafe extern "C" fn(userData: *mut c_void, error: virErrorPtr)>;
