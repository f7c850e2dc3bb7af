//! What `<libvirt/libvirt-host.h>` declares beside functions: constants, structs and callback types.

use std::ffi::{c_char, c_int, c_uint, c_ulong, c_ulonglong, c_void};

/// A connection to a hypervisor: opaque, counted by reference.
#[repr(C)]
pub struct _virConnect {
    _opaque: [u8; 0],
}
pub type virConnect = _virConnect;
pub type virConnectPtr = *mut virConnect;

/// A stream of data: opaque, counted by reference.
#[repr(C)]
pub struct _virStream {
    _opaque: [u8; 0],
}
pub type virStream = _virStream;
pub type virStreamPtr = *mut virStream;

/// How a program answers when it is asked for credentials.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virConnectAuth {
    pub credtype: *mut c_int,
    pub ncredtype: c_uint,
    pub cb: virConnectAuthCallbackPtr,
    pub cbdata: *mut c_void,
}
pub type virConnectAuth = _virConnectAuth;
pub type virConnectAuthPtr = *mut virConnectAuth;

/// One question for credentials, and room for its answer, which the library frees.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virConnectCredential {
    pub r#type: c_int,
    pub prompt: *const c_char,
    pub challenge: *const c_char,
    pub defresult: *const c_char,
    pub result: *mut c_char,
    pub resultlen: c_uint,
}
pub type virConnectCredential = _virConnectCredential;
pub type virConnectCredentialPtr = *mut virConnectCredential;

/// One figure of the host's CPUs: nanoseconds, or per cent for utilization.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virNodeCPUStats {
    pub field: [c_char; VIR_NODE_CPU_STATS_FIELD_LENGTH as usize],
    pub value: c_ulonglong,
}
pub type virNodeCPUStats = _virNodeCPUStats;
pub type virNodeCPUStatsPtr = *mut virNodeCPUStats;

/// The host's CPUs and memory, in KiB.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virNodeInfo {
    pub model: [c_char; 32],
    pub memory: c_ulong,
    pub cpus: c_uint,
    pub mhz: c_uint,
    pub nodes: c_uint,
    pub sockets: c_uint,
    pub cores: c_uint,
    pub threads: c_uint,
}
pub type virNodeInfo = _virNodeInfo;
pub type virNodeInfoPtr = *mut virNodeInfo;

/// One figure of the host's memory, in KiB.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virNodeMemoryStats {
    pub field: [c_char; VIR_NODE_MEMORY_STATS_FIELD_LENGTH as usize],
    pub value: c_ulonglong,
}
pub type virNodeMemoryStats = _virNodeMemoryStats;
pub type virNodeMemoryStatsPtr = *mut virNodeMemoryStats;

/// The security label of a domain, and whether it is enforced.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virSecurityLabel {
    pub label: [c_char; VIR_SECURITY_LABEL_BUFLEN as usize],
    pub enforcing: c_int,
}
pub type virSecurityLabel = _virSecurityLabel;
pub type virSecurityLabelPtr = *mut virSecurityLabel;

/// A security driver by name, and its domain of interpretation.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virSecurityModel {
    pub model: [c_char; VIR_SECURITY_MODEL_BUFLEN as usize],
    pub doi: [c_char; VIR_SECURITY_DOI_BUFLEN as usize],
}
pub type virSecurityModel = _virSecurityModel;
pub type virSecurityModelPtr = *mut virSecurityModel;

/// How a common CPU is computed.
pub type virConnectBaselineCPUFlags = c_uint;
pub const VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES: virConnectBaselineCPUFlags = 1;
pub const VIR_CONNECT_BASELINE_CPU_MIGRATABLE: virConnectBaselineCPUFlags = 2;
pub const VIR_CONNECT_BASELINE_CPU_IGNORE_HOST: virConnectBaselineCPUFlags = 1 << 2;

/// How CPUs are compared.
pub type virConnectCompareCPUFlags = c_uint;
pub const VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE: virConnectCompareCPUFlags = 1;
pub const VIR_CONNECT_COMPARE_CPU_VALIDATE_XML: virConnectCompareCPUFlags = 2;

/// How a connection is opened.
pub type virConnectFlags = c_uint;
pub const VIR_CONNECT_RO: virConnectFlags = 1;
pub const VIR_CONNECT_NO_ALIASES: virConnectFlags = 2;

/// How a CPU compares to the host's.
pub type virCPUCompareResult = c_int;
pub const VIR_CPU_COMPARE_ERROR: virCPUCompareResult = -1;
pub const VIR_CPU_COMPARE_INCOMPATIBLE: virCPUCompareResult = 0;
pub const VIR_CPU_COMPARE_IDENTICAL: virCPUCompareResult = 1;
pub const VIR_CPU_COMPARE_SUPERSET: virCPUCompareResult = 2;
pub const VIR_CPU_COMPARE_LAST: virCPUCompareResult = 3;

/// What is asked for when a connection opens.
pub type virConnectCredentialType = c_int;
pub const VIR_CRED_USERNAME: virConnectCredentialType = 1;
pub const VIR_CRED_AUTHNAME: virConnectCredentialType = 2;
pub const VIR_CRED_LANGUAGE: virConnectCredentialType = 3;
pub const VIR_CRED_CNONCE: virConnectCredentialType = 4;
pub const VIR_CRED_PASSPHRASE: virConnectCredentialType = 5;
pub const VIR_CRED_ECHOPROMPT: virConnectCredentialType = 6;
pub const VIR_CRED_NOECHOPROMPT: virConnectCredentialType = 7;
pub const VIR_CRED_REALM: virConnectCredentialType = 8;
pub const VIR_CRED_EXTERNAL: virConnectCredentialType = 9;
pub const VIR_CRED_LAST: virConnectCredentialType = 10;

/// Whether pages are added to the pool of huge pages, or the pool gets this size.
pub type virNodeAllocPagesFlags = c_uint;
pub const VIR_NODE_ALLOC_PAGES_ADD: virNodeAllocPagesFlags = 0;
pub const VIR_NODE_ALLOC_PAGES_SET: virNodeAllocPagesFlags = 1;

/// The number that stands for all CPUs together.
pub type virNodeGetCPUStatsAllCPUs = c_int;
pub const VIR_NODE_CPU_STATS_ALL_CPUS: virNodeGetCPUStatsAllCPUs = -1;

/// The number that stands for all NUMA cells together.
pub type virNodeGetMemoryStatsAllCells = c_int;
pub const VIR_NODE_MEMORY_STATS_ALL_CELLS: virNodeGetMemoryStatsAllCells = -1;

/// How the host is suspended.
pub type virNodeSuspendTarget = c_int;
pub const VIR_NODE_SUSPEND_TARGET_MEM: virNodeSuspendTarget = 0;
pub const VIR_NODE_SUSPEND_TARGET_DISK: virNodeSuspendTarget = 1;
pub const VIR_NODE_SUSPEND_TARGET_HYBRID: virNodeSuspendTarget = 2;
pub const VIR_NODE_SUSPEND_TARGET_LAST: virNodeSuspendTarget = 3;

/// Answers questions for credentials in place; 0, or -1 when it cannot.
pub type virConnectAuthCallbackPtr =
    Option<unsafe extern "C" fn(cred: virConnectCredentialPtr, ncred: c_uint, cbdata: *mut c_void) -> c_int>;

/// Is called when a connection is lost; `reason` is a `virConnectCloseReason`.
pub type virConnectCloseFunc = Option<unsafe extern "C" fn(conn: virConnectPtr, reason: c_int, opaque: *mut c_void)>;

pub const VIR_NODE_CPU_STATS_FIELD_LENGTH: c_int = 80;
pub const VIR_NODE_MEMORY_STATS_FIELD_LENGTH: c_int = 80;
pub const VIR_UUID_BUFLEN: c_int = 16;
pub const VIR_UUID_STRING_BUFLEN: c_int = 36 + 1;
pub const VIR_SECURITY_LABEL_BUFLEN: c_int = 4096 + 1;
pub const VIR_SECURITY_MODEL_BUFLEN: c_int = 256 + 1;
pub const VIR_SECURITY_DOI_BUFLEN: c_int = 256 + 1;

pub const VIR_CONNECT_IDENTITY_GROUP_NAME: &str = "group-name";
pub const VIR_CONNECT_IDENTITY_PROCESS_ID: &str = "process-id";
pub const VIR_CONNECT_IDENTITY_PROCESS_TIME: &str = "process-time";
pub const VIR_CONNECT_IDENTITY_SASL_USER_NAME: &str = "sasl-user-name";
pub const VIR_CONNECT_IDENTITY_SELINUX_CONTEXT: &str = "selinux-context";
pub const VIR_CONNECT_IDENTITY_UNIX_GROUP_ID: &str = "unix-group-id";
pub const VIR_CONNECT_IDENTITY_UNIX_USER_ID: &str = "unix-user-id";
pub const VIR_CONNECT_IDENTITY_USER_NAME: &str = "user-name";
pub const VIR_CONNECT_IDENTITY_X509_DISTINGUISHED_NAME: &str = "x509-distinguished-name";
pub const VIR_NODE_CPU_STATS_GUEST: &str = "guest";
pub const VIR_NODE_CPU_STATS_IDLE: &str = "idle";
pub const VIR_NODE_CPU_STATS_INTR: &str = "intr";
pub const VIR_NODE_CPU_STATS_IOWAIT: &str = "iowait";
pub const VIR_NODE_CPU_STATS_KERNEL: &str = "kernel";
pub const VIR_NODE_CPU_STATS_USER: &str = "user";
pub const VIR_NODE_CPU_STATS_UTILIZATION: &str = "utilization";
pub const VIR_NODE_MEMORY_SHARED_FULL_SCANS: &str = "shm_full_scans";
pub const VIR_NODE_MEMORY_SHARED_MERGE_ACROSS_NODES: &str = "shm_merge_across_nodes";
pub const VIR_NODE_MEMORY_SHARED_PAGES_SHARED: &str = "shm_pages_shared";
pub const VIR_NODE_MEMORY_SHARED_PAGES_SHARING: &str = "shm_pages_sharing";
pub const VIR_NODE_MEMORY_SHARED_PAGES_TO_SCAN: &str = "shm_pages_to_scan";
pub const VIR_NODE_MEMORY_SHARED_PAGES_UNSHARED: &str = "shm_pages_unshared";
pub const VIR_NODE_MEMORY_SHARED_PAGES_VOLATILE: &str = "shm_pages_volatile";
pub const VIR_NODE_MEMORY_SHARED_SLEEP_MILLISECS: &str = "shm_sleep_millisecs";
pub const VIR_NODE_MEMORY_STATS_AVAILABLE: &str = "available";
pub const VIR_NODE_MEMORY_STATS_BUFFERS: &str = "buffers";
pub const VIR_NODE_MEMORY_STATS_CACHED: &str = "cached";
pub const VIR_NODE_MEMORY_STATS_FREE: &str = "free";
pub const VIR_NODE_MEMORY_STATS_TOTAL: &str = "total";
pub const VIR_NODE_SEV_CBITPOS: &str = "cbitpos";
pub const VIR_NODE_SEV_CERT_CHAIN: &str = "cert-chain";
pub const VIR_NODE_SEV_CPU0_ID: &str = "cpu0-id";
pub const VIR_NODE_SEV_MAX_ES_GUESTS: &str = "max-es-guests";
pub const VIR_NODE_SEV_MAX_GUESTS: &str = "max-guests";
pub const VIR_NODE_SEV_PDH: &str = "pdh";
pub const VIR_NODE_SEV_REDUCED_PHYS_BITS: &str = "reduced-phys-bits";
