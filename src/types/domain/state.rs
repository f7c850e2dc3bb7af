//! Domains: what domains are doing, and why.

use std::ffi::{c_int, c_uchar, c_uint, c_ulong, c_ulonglong, c_ushort};

/// Whether a domain can be controlled now; since how many milliseconds that is so.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainControlInfo {
    pub state: c_uint,
    pub details: c_uint,
    pub stateTime: c_ulonglong,
}
pub type virDomainControlInfo = _virDomainControlInfo;
pub type virDomainControlInfoPtr = *mut virDomainControlInfo;

/// State, memory in KiB and CPU time in nanoseconds of a domain.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainInfo {
    pub state: c_uchar,
    pub maxMem: c_ulong,
    pub memory: c_ulong,
    pub nrVirtCpu: c_ushort,
    pub cpuTime: c_ulonglong,
}
pub type virDomainInfo = _virDomainInfo;
pub type virDomainInfoPtr = *mut virDomainInfo;

/// What a domain is doing.
pub type virDomainState = c_int;
pub const VIR_DOMAIN_NOSTATE: virDomainState = 0;
pub const VIR_DOMAIN_RUNNING: virDomainState = 1;
pub const VIR_DOMAIN_BLOCKED: virDomainState = 2;
pub const VIR_DOMAIN_PAUSED: virDomainState = 3;
pub const VIR_DOMAIN_SHUTDOWN: virDomainState = 4;
pub const VIR_DOMAIN_SHUTOFF: virDomainState = 5;
pub const VIR_DOMAIN_CRASHED: virDomainState = 6;
pub const VIR_DOMAIN_PMSUSPENDED: virDomainState = 7;
pub const VIR_DOMAIN_LAST: virDomainState = 8;

/// Why a domain is blocked.
pub type virDomainBlockedReason = c_int;
pub const VIR_DOMAIN_BLOCKED_UNKNOWN: virDomainBlockedReason = 0;
pub const VIR_DOMAIN_BLOCKED_LAST: virDomainBlockedReason = 1;

/// Whether commands reach a domain.
pub type virDomainControlState = c_int;
pub const VIR_DOMAIN_CONTROL_OK: virDomainControlState = 0;
pub const VIR_DOMAIN_CONTROL_JOB: virDomainControlState = 1;
pub const VIR_DOMAIN_CONTROL_OCCUPIED: virDomainControlState = 2;
pub const VIR_DOMAIN_CONTROL_ERROR: virDomainControlState = 3;
pub const VIR_DOMAIN_CONTROL_LAST: virDomainControlState = 4;

/// Why commands do not reach a domain.
pub type virDomainControlErrorReason = c_int;
pub const VIR_DOMAIN_CONTROL_ERROR_REASON_NONE: virDomainControlErrorReason = 0;
pub const VIR_DOMAIN_CONTROL_ERROR_REASON_UNKNOWN: virDomainControlErrorReason = 1;
pub const VIR_DOMAIN_CONTROL_ERROR_REASON_MONITOR: virDomainControlErrorReason = 2;
pub const VIR_DOMAIN_CONTROL_ERROR_REASON_INTERNAL: virDomainControlErrorReason = 3;
pub const VIR_DOMAIN_CONTROL_ERROR_REASON_LAST: virDomainControlErrorReason = 4;

/// Why a domain crashed.
pub type virDomainCrashedReason = c_int;
pub const VIR_DOMAIN_CRASHED_UNKNOWN: virDomainCrashedReason = 0;
pub const VIR_DOMAIN_CRASHED_PANICKED: virDomainCrashedReason = 1;
pub const VIR_DOMAIN_CRASHED_LAST: virDomainCrashedReason = 2;

/// Which messages about a domain are asked for.
pub type virDomainMessageType = c_uint;
pub const VIR_DOMAIN_MESSAGE_DEPRECATION: virDomainMessageType = 1;
pub const VIR_DOMAIN_MESSAGE_TAINTING: virDomainMessageType = 2;
pub const VIR_DOMAIN_MESSAGE_IOERRORS: virDomainMessageType = 1 << 2;

/// Why a domain has no state.
pub type virDomainNostateReason = c_int;
pub const VIR_DOMAIN_NOSTATE_UNKNOWN: virDomainNostateReason = 0;
pub const VIR_DOMAIN_NOSTATE_LAST: virDomainNostateReason = 1;

/// Why a domain is paused.
pub type virDomainPausedReason = c_int;
pub const VIR_DOMAIN_PAUSED_UNKNOWN: virDomainPausedReason = 0;
pub const VIR_DOMAIN_PAUSED_USER: virDomainPausedReason = 1;
pub const VIR_DOMAIN_PAUSED_MIGRATION: virDomainPausedReason = 2;
pub const VIR_DOMAIN_PAUSED_SAVE: virDomainPausedReason = 3;
pub const VIR_DOMAIN_PAUSED_DUMP: virDomainPausedReason = 4;
pub const VIR_DOMAIN_PAUSED_IOERROR: virDomainPausedReason = 5;
pub const VIR_DOMAIN_PAUSED_WATCHDOG: virDomainPausedReason = 6;
pub const VIR_DOMAIN_PAUSED_FROM_SNAPSHOT: virDomainPausedReason = 7;
pub const VIR_DOMAIN_PAUSED_SHUTTING_DOWN: virDomainPausedReason = 8;
pub const VIR_DOMAIN_PAUSED_SNAPSHOT: virDomainPausedReason = 9;
pub const VIR_DOMAIN_PAUSED_CRASHED: virDomainPausedReason = 10;
pub const VIR_DOMAIN_PAUSED_STARTING_UP: virDomainPausedReason = 11;
pub const VIR_DOMAIN_PAUSED_POSTCOPY: virDomainPausedReason = 12;
pub const VIR_DOMAIN_PAUSED_POSTCOPY_FAILED: virDomainPausedReason = 13;
pub const VIR_DOMAIN_PAUSED_API_ERROR: virDomainPausedReason = 14;
pub const VIR_DOMAIN_PAUSED_LAST: virDomainPausedReason = 15;

/// Why a domain is suspended to disk by its guest.
pub type virDomainPMSuspendedDiskReason = c_int;
pub const VIR_DOMAIN_PMSUSPENDED_DISK_UNKNOWN: virDomainPMSuspendedDiskReason = 0;
pub const VIR_DOMAIN_PMSUSPENDED_DISK_LAST: virDomainPMSuspendedDiskReason = 1;

/// Why a domain is suspended to memory by its guest.
pub type virDomainPMSuspendedReason = c_int;
pub const VIR_DOMAIN_PMSUSPENDED_UNKNOWN: virDomainPMSuspendedReason = 0;
pub const VIR_DOMAIN_PMSUSPENDED_LAST: virDomainPMSuspendedReason = 1;

/// Why a domain is running.
pub type virDomainRunningReason = c_int;
pub const VIR_DOMAIN_RUNNING_UNKNOWN: virDomainRunningReason = 0;
pub const VIR_DOMAIN_RUNNING_BOOTED: virDomainRunningReason = 1;
pub const VIR_DOMAIN_RUNNING_MIGRATED: virDomainRunningReason = 2;
pub const VIR_DOMAIN_RUNNING_RESTORED: virDomainRunningReason = 3;
pub const VIR_DOMAIN_RUNNING_FROM_SNAPSHOT: virDomainRunningReason = 4;
pub const VIR_DOMAIN_RUNNING_UNPAUSED: virDomainRunningReason = 5;
pub const VIR_DOMAIN_RUNNING_MIGRATION_CANCELED: virDomainRunningReason = 6;
pub const VIR_DOMAIN_RUNNING_SAVE_CANCELED: virDomainRunningReason = 7;
pub const VIR_DOMAIN_RUNNING_WAKEUP: virDomainRunningReason = 8;
pub const VIR_DOMAIN_RUNNING_CRASHED: virDomainRunningReason = 9;
pub const VIR_DOMAIN_RUNNING_POSTCOPY: virDomainRunningReason = 10;
pub const VIR_DOMAIN_RUNNING_POSTCOPY_FAILED: virDomainRunningReason = 11;
pub const VIR_DOMAIN_RUNNING_LAST: virDomainRunningReason = 12;

/// Why a domain is shutting down.
pub type virDomainShutdownReason = c_int;
pub const VIR_DOMAIN_SHUTDOWN_UNKNOWN: virDomainShutdownReason = 0;
pub const VIR_DOMAIN_SHUTDOWN_USER: virDomainShutdownReason = 1;
pub const VIR_DOMAIN_SHUTDOWN_LAST: virDomainShutdownReason = 2;

/// Why a domain is shut off.
pub type virDomainShutoffReason = c_int;
pub const VIR_DOMAIN_SHUTOFF_UNKNOWN: virDomainShutoffReason = 0;
pub const VIR_DOMAIN_SHUTOFF_SHUTDOWN: virDomainShutoffReason = 1;
pub const VIR_DOMAIN_SHUTOFF_DESTROYED: virDomainShutoffReason = 2;
pub const VIR_DOMAIN_SHUTOFF_CRASHED: virDomainShutoffReason = 3;
pub const VIR_DOMAIN_SHUTOFF_MIGRATED: virDomainShutoffReason = 4;
pub const VIR_DOMAIN_SHUTOFF_SAVED: virDomainShutoffReason = 5;
pub const VIR_DOMAIN_SHUTOFF_FAILED: virDomainShutoffReason = 6;
pub const VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT: virDomainShutoffReason = 7;
pub const VIR_DOMAIN_SHUTOFF_DAEMON: virDomainShutoffReason = 8;
pub const VIR_DOMAIN_SHUTOFF_LAST: virDomainShutoffReason = 9;
