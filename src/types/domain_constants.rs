//! The constants of `<libvirt/libvirt-domain.h>`; its structs and callback types are in `domain.rs`.

use std::ffi::{c_int, c_uint};

use super::*;

/// Connect domain event agent lifecycle reason.
pub type virConnectDomainEventAgentLifecycleReason = c_int;
pub const VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_UNKNOWN: virConnectDomainEventAgentLifecycleReason = 0;
pub const VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_DOMAIN_STARTED: virConnectDomainEventAgentLifecycleReason = 1;
pub const VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_CHANNEL: virConnectDomainEventAgentLifecycleReason = 2;
pub const VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_LAST: virConnectDomainEventAgentLifecycleReason = 3;

/// Connect domain event agent lifecycle state.
pub type virConnectDomainEventAgentLifecycleState = c_int;
pub const VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED: virConnectDomainEventAgentLifecycleState = 1;
pub const VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED: virConnectDomainEventAgentLifecycleState = 2;
pub const VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_LAST: virConnectDomainEventAgentLifecycleState = 3;

/// Connect domain event channel lifecycle reason.
pub type virConnectDomainEventChannelLifecycleReason = c_int;
pub const VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_UNKNOWN: virConnectDomainEventChannelLifecycleReason = 0;
pub const VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_DOMAIN_STARTED:
    virConnectDomainEventChannelLifecycleReason = 1;
pub const VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_CHANNEL: virConnectDomainEventChannelLifecycleReason = 2;
pub const VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_LAST: virConnectDomainEventChannelLifecycleReason = 3;

/// Connect domain event channel lifecycle state.
pub type virConnectDomainEventChannelLifecycleState = c_int;
pub const VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_CONNECTED: virConnectDomainEventChannelLifecycleState = 1;
pub const VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_DISCONNECTED: virConnectDomainEventChannelLifecycleState = 2;
pub const VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_LAST: virConnectDomainEventChannelLifecycleState = 3;

/// Connect get all domain stats flags.
pub type virConnectGetAllDomainStatsFlags = c_uint;
pub const VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE: virConnectGetAllDomainStatsFlags =
    VIR_CONNECT_LIST_DOMAINS_ACTIVE as virConnectGetAllDomainStatsFlags;
pub const VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE: virConnectGetAllDomainStatsFlags =
    VIR_CONNECT_LIST_DOMAINS_INACTIVE as virConnectGetAllDomainStatsFlags;
pub const VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER: virConnectGetAllDomainStatsFlags =
    VIR_CONNECT_LIST_DOMAINS_OTHER as virConnectGetAllDomainStatsFlags;
pub const VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED: virConnectGetAllDomainStatsFlags =
    VIR_CONNECT_LIST_DOMAINS_PAUSED as virConnectGetAllDomainStatsFlags;
pub const VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT: virConnectGetAllDomainStatsFlags =
    VIR_CONNECT_LIST_DOMAINS_PERSISTENT as virConnectGetAllDomainStatsFlags;
pub const VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING: virConnectGetAllDomainStatsFlags =
    VIR_CONNECT_LIST_DOMAINS_RUNNING as virConnectGetAllDomainStatsFlags;
pub const VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF: virConnectGetAllDomainStatsFlags =
    VIR_CONNECT_LIST_DOMAINS_SHUTOFF as virConnectGetAllDomainStatsFlags;
pub const VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT: virConnectGetAllDomainStatsFlags =
    VIR_CONNECT_LIST_DOMAINS_TRANSIENT as virConnectGetAllDomainStatsFlags;
pub const VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT: virConnectGetAllDomainStatsFlags = 1 << 29;
pub const VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING: virConnectGetAllDomainStatsFlags = 1 << 30;
pub const VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS: virConnectGetAllDomainStatsFlags = 1 << 31;

/// Connect get domain capabilities flags.
pub type virConnectGetDomainCapabilitiesFlags = c_uint;
pub const VIR_CONNECT_GET_DOMAIN_CAPABILITIES_DISABLE_DEPRECATED_FEATURES: virConnectGetDomainCapabilitiesFlags = 1;
pub const VIR_CONNECT_GET_DOMAIN_CAPABILITIES_EXPAND_CPU_FEATURES: virConnectGetDomainCapabilitiesFlags = 2;
pub const VIR_CONNECT_GET_DOMAIN_CAPABILITIES_SUPPORTED_CPU_FEATURES: virConnectGetDomainCapabilitiesFlags = 1 << 2;

/// Connect list all domains flags.
pub type virConnectListAllDomainsFlags = c_uint;
pub const VIR_CONNECT_LIST_DOMAINS_ACTIVE: virConnectListAllDomainsFlags = 1;
pub const VIR_CONNECT_LIST_DOMAINS_INACTIVE: virConnectListAllDomainsFlags = 2;
pub const VIR_CONNECT_LIST_DOMAINS_PERSISTENT: virConnectListAllDomainsFlags = 1 << 2;
pub const VIR_CONNECT_LIST_DOMAINS_TRANSIENT: virConnectListAllDomainsFlags = 1 << 3;
pub const VIR_CONNECT_LIST_DOMAINS_RUNNING: virConnectListAllDomainsFlags = 1 << 4;
pub const VIR_CONNECT_LIST_DOMAINS_PAUSED: virConnectListAllDomainsFlags = 1 << 5;
pub const VIR_CONNECT_LIST_DOMAINS_SHUTOFF: virConnectListAllDomainsFlags = 1 << 6;
pub const VIR_CONNECT_LIST_DOMAINS_OTHER: virConnectListAllDomainsFlags = 1 << 7;
pub const VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE: virConnectListAllDomainsFlags = 1 << 8;
pub const VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE: virConnectListAllDomainsFlags = 1 << 9;
pub const VIR_CONNECT_LIST_DOMAINS_AUTOSTART: virConnectListAllDomainsFlags = 1 << 10;
pub const VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART: virConnectListAllDomainsFlags = 1 << 11;
pub const VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT: virConnectListAllDomainsFlags = 1 << 12;
pub const VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT: virConnectListAllDomainsFlags = 1 << 13;
pub const VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT: virConnectListAllDomainsFlags = 1 << 14;
pub const VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT: virConnectListAllDomainsFlags = 1 << 15;

/// Domain abort job flags values.
pub type virDomainAbortJobFlagsValues = c_uint;
pub const VIR_DOMAIN_ABORT_JOB_POSTCOPY: virDomainAbortJobFlagsValues = 1;

/// Domain modification impact.
pub type virDomainModificationImpact = c_uint;
pub const VIR_DOMAIN_AFFECT_CURRENT: virDomainModificationImpact = 0;
pub const VIR_DOMAIN_AFFECT_LIVE: virDomainModificationImpact = 1;
pub const VIR_DOMAIN_AFFECT_CONFIG: virDomainModificationImpact = 2;

/// Domain agent response timeout values.
pub type virDomainAgentResponseTimeoutValues = c_int;
pub const VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK: virDomainAgentResponseTimeoutValues = -2;
pub const VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_DEFAULT: virDomainAgentResponseTimeoutValues = -1;
pub const VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_NOWAIT: virDomainAgentResponseTimeoutValues = 0;

/// Domain authorized sshkeys set flags.
pub type virDomainAuthorizedSSHKeysSetFlags = c_uint;
pub const VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND: virDomainAuthorizedSSHKeysSetFlags = 1;
pub const VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE: virDomainAuthorizedSSHKeysSetFlags = 2;

/// Domain backup begin flags.
pub type virDomainBackupBeginFlags = c_uint;
pub const VIR_DOMAIN_BACKUP_BEGIN_REUSE_EXTERNAL: virDomainBackupBeginFlags = 1;
pub const VIR_DOMAIN_BACKUP_BEGIN_PRESERVE_SHUTDOWN_DOMAIN: virDomainBackupBeginFlags = 2;

/// Blkio parameter type.
pub type virBlkioParameterType = c_int;
pub const VIR_DOMAIN_BLKIO_PARAM_BOOLEAN: virBlkioParameterType = VIR_TYPED_PARAM_BOOLEAN as virBlkioParameterType;
pub const VIR_DOMAIN_BLKIO_PARAM_DOUBLE: virBlkioParameterType = VIR_TYPED_PARAM_DOUBLE as virBlkioParameterType;
pub const VIR_DOMAIN_BLKIO_PARAM_INT: virBlkioParameterType = VIR_TYPED_PARAM_INT as virBlkioParameterType;
pub const VIR_DOMAIN_BLKIO_PARAM_LLONG: virBlkioParameterType = VIR_TYPED_PARAM_LLONG as virBlkioParameterType;
pub const VIR_DOMAIN_BLKIO_PARAM_UINT: virBlkioParameterType = VIR_TYPED_PARAM_UINT as virBlkioParameterType;
pub const VIR_DOMAIN_BLKIO_PARAM_ULLONG: virBlkioParameterType = VIR_TYPED_PARAM_ULLONG as virBlkioParameterType;

/// Domain state.
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

/// Domain blocked reason.
pub type virDomainBlockedReason = c_int;
pub const VIR_DOMAIN_BLOCKED_UNKNOWN: virDomainBlockedReason = 0;
pub const VIR_DOMAIN_BLOCKED_LAST: virDomainBlockedReason = 1;

/// Domain block commit flags.
pub type virDomainBlockCommitFlags = c_uint;
pub const VIR_DOMAIN_BLOCK_COMMIT_SHALLOW: virDomainBlockCommitFlags = 1;
pub const VIR_DOMAIN_BLOCK_COMMIT_DELETE: virDomainBlockCommitFlags = 2;
pub const VIR_DOMAIN_BLOCK_COMMIT_ACTIVE: virDomainBlockCommitFlags = 1 << 2;
pub const VIR_DOMAIN_BLOCK_COMMIT_RELATIVE: virDomainBlockCommitFlags = 1 << 3;
pub const VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES: virDomainBlockCommitFlags = 1 << 4;

/// Domain block copy flags.
pub type virDomainBlockCopyFlags = c_uint;
pub const VIR_DOMAIN_BLOCK_COPY_SHALLOW: virDomainBlockCopyFlags = 1;
pub const VIR_DOMAIN_BLOCK_COPY_REUSE_EXT: virDomainBlockCopyFlags = 2;
pub const VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB: virDomainBlockCopyFlags = 1 << 2;
pub const VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES: virDomainBlockCopyFlags = 1 << 3;
pub const VIR_DOMAIN_BLOCK_COPY_TARGET_ZEROED: virDomainBlockCopyFlags = 1 << 4;

/// Domain block job abort flags.
pub type virDomainBlockJobAbortFlags = c_uint;
pub const VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC: virDomainBlockJobAbortFlags = 1;
pub const VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT: virDomainBlockJobAbortFlags = 2;

/// Connect domain event block job status.
pub type virConnectDomainEventBlockJobStatus = c_int;
pub const VIR_DOMAIN_BLOCK_JOB_COMPLETED: virConnectDomainEventBlockJobStatus = 0;
pub const VIR_DOMAIN_BLOCK_JOB_FAILED: virConnectDomainEventBlockJobStatus = 1;
pub const VIR_DOMAIN_BLOCK_JOB_CANCELED: virConnectDomainEventBlockJobStatus = 2;
pub const VIR_DOMAIN_BLOCK_JOB_READY: virConnectDomainEventBlockJobStatus = 3;
pub const VIR_DOMAIN_BLOCK_JOB_LAST: virConnectDomainEventBlockJobStatus = 4;

/// Domain block job info flags.
pub type virDomainBlockJobInfoFlags = c_uint;
pub const VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES: virDomainBlockJobInfoFlags = 1;

/// Domain block job set speed flags.
pub type virDomainBlockJobSetSpeedFlags = c_uint;
pub const VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES: virDomainBlockJobSetSpeedFlags = 1;

/// Domain block job type.
pub type virDomainBlockJobType = c_int;
pub const VIR_DOMAIN_BLOCK_JOB_TYPE_UNKNOWN: virDomainBlockJobType = 0;
pub const VIR_DOMAIN_BLOCK_JOB_TYPE_PULL: virDomainBlockJobType = 1;
pub const VIR_DOMAIN_BLOCK_JOB_TYPE_COPY: virDomainBlockJobType = 2;
pub const VIR_DOMAIN_BLOCK_JOB_TYPE_COMMIT: virDomainBlockJobType = 3;
pub const VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT: virDomainBlockJobType = 4;
pub const VIR_DOMAIN_BLOCK_JOB_TYPE_BACKUP: virDomainBlockJobType = 5;
pub const VIR_DOMAIN_BLOCK_JOB_TYPE_LAST: virDomainBlockJobType = 6;

/// Domain block pull flags.
pub type virDomainBlockPullFlags = c_uint;
pub const VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES: virDomainBlockPullFlags = 1 << 6;

/// Domain block rebase flags.
pub type virDomainBlockRebaseFlags = c_uint;
pub const VIR_DOMAIN_BLOCK_REBASE_SHALLOW: virDomainBlockRebaseFlags = 1;
pub const VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT: virDomainBlockRebaseFlags = 2;
pub const VIR_DOMAIN_BLOCK_REBASE_COPY_RAW: virDomainBlockRebaseFlags = 1 << 2;
pub const VIR_DOMAIN_BLOCK_REBASE_COPY: virDomainBlockRebaseFlags = 1 << 3;
pub const VIR_DOMAIN_BLOCK_REBASE_RELATIVE: virDomainBlockRebaseFlags = 1 << 4;
pub const VIR_DOMAIN_BLOCK_REBASE_COPY_DEV: virDomainBlockRebaseFlags = 1 << 5;
pub const VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES: virDomainBlockRebaseFlags = 1 << 6;

/// Domain block resize flags.
pub type virDomainBlockResizeFlags = c_uint;
pub const VIR_DOMAIN_BLOCK_RESIZE_BYTES: virDomainBlockResizeFlags = 1;
pub const VIR_DOMAIN_BLOCK_RESIZE_CAPACITY: virDomainBlockResizeFlags = 2;
pub const VIR_DOMAIN_BLOCK_RESIZE_EXTEND: virDomainBlockResizeFlags = 1 << 2;

/// Domain channel flags.
pub type virDomainChannelFlags = c_uint;
pub const VIR_DOMAIN_CHANNEL_FORCE: virDomainChannelFlags = 1;

/// Domain console flags.
pub type virDomainConsoleFlags = c_uint;
pub const VIR_DOMAIN_CONSOLE_FORCE: virDomainConsoleFlags = 1;
pub const VIR_DOMAIN_CONSOLE_SAFE: virDomainConsoleFlags = 2;

/// Domain control state.
pub type virDomainControlState = c_int;
pub const VIR_DOMAIN_CONTROL_OK: virDomainControlState = 0;
pub const VIR_DOMAIN_CONTROL_JOB: virDomainControlState = 1;
pub const VIR_DOMAIN_CONTROL_OCCUPIED: virDomainControlState = 2;
pub const VIR_DOMAIN_CONTROL_ERROR: virDomainControlState = 3;
pub const VIR_DOMAIN_CONTROL_LAST: virDomainControlState = 4;

/// Domain control error reason.
pub type virDomainControlErrorReason = c_int;
pub const VIR_DOMAIN_CONTROL_ERROR_REASON_NONE: virDomainControlErrorReason = 0;
pub const VIR_DOMAIN_CONTROL_ERROR_REASON_UNKNOWN: virDomainControlErrorReason = 1;
pub const VIR_DOMAIN_CONTROL_ERROR_REASON_MONITOR: virDomainControlErrorReason = 2;
pub const VIR_DOMAIN_CONTROL_ERROR_REASON_INTERNAL: virDomainControlErrorReason = 3;
pub const VIR_DOMAIN_CONTROL_ERROR_REASON_LAST: virDomainControlErrorReason = 4;

/// Domain core dump format.
pub type virDomainCoreDumpFormat = c_int;
pub const VIR_DOMAIN_CORE_DUMP_FORMAT_RAW: virDomainCoreDumpFormat = 0;
pub const VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB: virDomainCoreDumpFormat = 1;
pub const VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_LZO: virDomainCoreDumpFormat = 2;
pub const VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_SNAPPY: virDomainCoreDumpFormat = 3;
pub const VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP: virDomainCoreDumpFormat = 4;
pub const VIR_DOMAIN_CORE_DUMP_FORMAT_LAST: virDomainCoreDumpFormat = 5;

/// Domain crashed reason.
pub type virDomainCrashedReason = c_int;
pub const VIR_DOMAIN_CRASHED_UNKNOWN: virDomainCrashedReason = 0;
pub const VIR_DOMAIN_CRASHED_PANICKED: virDomainCrashedReason = 1;
pub const VIR_DOMAIN_CRASHED_LAST: virDomainCrashedReason = 2;

/// Domain define flags.
pub type virDomainDefineFlags = c_uint;
pub const VIR_DOMAIN_DEFINE_VALIDATE: virDomainDefineFlags = 1;

/// Domain destroy flags values.
pub type virDomainDestroyFlagsValues = c_uint;
pub const VIR_DOMAIN_DESTROY_DEFAULT: virDomainDestroyFlagsValues = 0;
pub const VIR_DOMAIN_DESTROY_GRACEFUL: virDomainDestroyFlagsValues = 1;
pub const VIR_DOMAIN_DESTROY_REMOVE_LOGS: virDomainDestroyFlagsValues = 2;

/// Domain device modify flags.
pub type virDomainDeviceModifyFlags = c_uint;
pub const VIR_DOMAIN_DEVICE_MODIFY_CONFIG: virDomainDeviceModifyFlags =
    VIR_DOMAIN_AFFECT_CONFIG as virDomainDeviceModifyFlags;
pub const VIR_DOMAIN_DEVICE_MODIFY_CURRENT: virDomainDeviceModifyFlags =
    VIR_DOMAIN_AFFECT_CURRENT as virDomainDeviceModifyFlags;
pub const VIR_DOMAIN_DEVICE_MODIFY_LIVE: virDomainDeviceModifyFlags =
    VIR_DOMAIN_AFFECT_LIVE as virDomainDeviceModifyFlags;
pub const VIR_DOMAIN_DEVICE_MODIFY_FORCE: virDomainDeviceModifyFlags = 1 << 2;

/// Domain dirty rate status.
pub type virDomainDirtyRateStatus = c_int;
pub const VIR_DOMAIN_DIRTYRATE_UNSTARTED: virDomainDirtyRateStatus = 0;
pub const VIR_DOMAIN_DIRTYRATE_MEASURING: virDomainDirtyRateStatus = 1;
pub const VIR_DOMAIN_DIRTYRATE_MEASURED: virDomainDirtyRateStatus = 2;
pub const VIR_DOMAIN_DIRTYRATE_LAST: virDomainDirtyRateStatus = 3;

/// Domain dirty rate calc flags.
pub type virDomainDirtyRateCalcFlags = c_uint;
pub const VIR_DOMAIN_DIRTYRATE_MODE_PAGE_SAMPLING: virDomainDirtyRateCalcFlags = 0;
pub const VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP: virDomainDirtyRateCalcFlags = 1;
pub const VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING: virDomainDirtyRateCalcFlags = 2;

/// Domain disk error code.
pub type virDomainDiskErrorCode = c_int;
pub const VIR_DOMAIN_DISK_ERROR_NONE: virDomainDiskErrorCode = 0;
pub const VIR_DOMAIN_DISK_ERROR_UNSPEC: virDomainDiskErrorCode = 1;
pub const VIR_DOMAIN_DISK_ERROR_NO_SPACE: virDomainDiskErrorCode = 2;
pub const VIR_DOMAIN_DISK_ERROR_LAST: virDomainDiskErrorCode = 3;

/// Domain event type.
pub type virDomainEventType = c_int;
pub const VIR_DOMAIN_EVENT_DEFINED: virDomainEventType = 0;
pub const VIR_DOMAIN_EVENT_UNDEFINED: virDomainEventType = 1;
pub const VIR_DOMAIN_EVENT_STARTED: virDomainEventType = 2;
pub const VIR_DOMAIN_EVENT_SUSPENDED: virDomainEventType = 3;
pub const VIR_DOMAIN_EVENT_RESUMED: virDomainEventType = 4;
pub const VIR_DOMAIN_EVENT_STOPPED: virDomainEventType = 5;
pub const VIR_DOMAIN_EVENT_SHUTDOWN: virDomainEventType = 6;
pub const VIR_DOMAIN_EVENT_PMSUSPENDED: virDomainEventType = 7;
pub const VIR_DOMAIN_EVENT_CRASHED: virDomainEventType = 8;
pub const VIR_DOMAIN_EVENT_LAST: virDomainEventType = 9;

/// Domain event crashed detail type.
pub type virDomainEventCrashedDetailType = c_int;
pub const VIR_DOMAIN_EVENT_CRASHED_PANICKED: virDomainEventCrashedDetailType = 0;
pub const VIR_DOMAIN_EVENT_CRASHED_CRASHLOADED: virDomainEventCrashedDetailType = 1;
pub const VIR_DOMAIN_EVENT_CRASHED_LAST: virDomainEventCrashedDetailType = 2;

/// Domain event defined detail type.
pub type virDomainEventDefinedDetailType = c_int;
pub const VIR_DOMAIN_EVENT_DEFINED_ADDED: virDomainEventDefinedDetailType = 0;
pub const VIR_DOMAIN_EVENT_DEFINED_UPDATED: virDomainEventDefinedDetailType = 1;
pub const VIR_DOMAIN_EVENT_DEFINED_RENAMED: virDomainEventDefinedDetailType = 2;
pub const VIR_DOMAIN_EVENT_DEFINED_FROM_SNAPSHOT: virDomainEventDefinedDetailType = 3;
pub const VIR_DOMAIN_EVENT_DEFINED_LAST: virDomainEventDefinedDetailType = 4;

/// Connect domain event disk change reason.
pub type virConnectDomainEventDiskChangeReason = c_int;
pub const VIR_DOMAIN_EVENT_DISK_CHANGE_MISSING_ON_START: virConnectDomainEventDiskChangeReason = 0;
pub const VIR_DOMAIN_EVENT_DISK_DROP_MISSING_ON_START: virConnectDomainEventDiskChangeReason = 1;
pub const VIR_DOMAIN_EVENT_DISK_CHANGE_LAST: virConnectDomainEventDiskChangeReason = 2;

/// Domain event graphics address type.
pub type virDomainEventGraphicsAddressType = c_int;
pub const VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV4: virDomainEventGraphicsAddressType = 0;
pub const VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV6: virDomainEventGraphicsAddressType = 1;
pub const VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_UNIX: virDomainEventGraphicsAddressType = 2;
pub const VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_LAST: virDomainEventGraphicsAddressType = 3;

/// Domain event graphics phase.
pub type virDomainEventGraphicsPhase = c_int;
pub const VIR_DOMAIN_EVENT_GRAPHICS_CONNECT: virDomainEventGraphicsPhase = 0;
pub const VIR_DOMAIN_EVENT_GRAPHICS_INITIALIZE: virDomainEventGraphicsPhase = 1;
pub const VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT: virDomainEventGraphicsPhase = 2;
pub const VIR_DOMAIN_EVENT_GRAPHICS_LAST: virDomainEventGraphicsPhase = 3;

/// Domain event id.
pub type virDomainEventID = c_int;
pub const VIR_DOMAIN_EVENT_ID_LIFECYCLE: virDomainEventID = 0;
pub const VIR_DOMAIN_EVENT_ID_REBOOT: virDomainEventID = 1;
pub const VIR_DOMAIN_EVENT_ID_RTC_CHANGE: virDomainEventID = 2;
pub const VIR_DOMAIN_EVENT_ID_WATCHDOG: virDomainEventID = 3;
pub const VIR_DOMAIN_EVENT_ID_IO_ERROR: virDomainEventID = 4;
pub const VIR_DOMAIN_EVENT_ID_GRAPHICS: virDomainEventID = 5;
pub const VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON: virDomainEventID = 6;
pub const VIR_DOMAIN_EVENT_ID_CONTROL_ERROR: virDomainEventID = 7;
pub const VIR_DOMAIN_EVENT_ID_BLOCK_JOB: virDomainEventID = 8;
pub const VIR_DOMAIN_EVENT_ID_DISK_CHANGE: virDomainEventID = 9;
pub const VIR_DOMAIN_EVENT_ID_TRAY_CHANGE: virDomainEventID = 10;
pub const VIR_DOMAIN_EVENT_ID_PMWAKEUP: virDomainEventID = 11;
pub const VIR_DOMAIN_EVENT_ID_PMSUSPEND: virDomainEventID = 12;
pub const VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE: virDomainEventID = 13;
pub const VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK: virDomainEventID = 14;
pub const VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED: virDomainEventID = 15;
pub const VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2: virDomainEventID = 16;
pub const VIR_DOMAIN_EVENT_ID_TUNABLE: virDomainEventID = 17;
pub const VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE: virDomainEventID = 18;
pub const VIR_DOMAIN_EVENT_ID_DEVICE_ADDED: virDomainEventID = 19;
pub const VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION: virDomainEventID = 20;
pub const VIR_DOMAIN_EVENT_ID_JOB_COMPLETED: virDomainEventID = 21;
pub const VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED: virDomainEventID = 22;
pub const VIR_DOMAIN_EVENT_ID_METADATA_CHANGE: virDomainEventID = 23;
pub const VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD: virDomainEventID = 24;
pub const VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE: virDomainEventID = 25;
pub const VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE: virDomainEventID = 26;
pub const VIR_DOMAIN_EVENT_ID_NIC_MAC_CHANGE: virDomainEventID = 27;
pub const VIR_DOMAIN_EVENT_ID_VCPU_REMOVED: virDomainEventID = 28;
pub const VIR_DOMAIN_EVENT_ID_CHANNEL_LIFECYCLE: virDomainEventID = 29;
pub const VIR_DOMAIN_EVENT_ID_LAST: virDomainEventID = 30;

/// Domain event ioerror action.
pub type virDomainEventIOErrorAction = c_int;
pub const VIR_DOMAIN_EVENT_IO_ERROR_NONE: virDomainEventIOErrorAction = 0;
pub const VIR_DOMAIN_EVENT_IO_ERROR_PAUSE: virDomainEventIOErrorAction = 1;
pub const VIR_DOMAIN_EVENT_IO_ERROR_REPORT: virDomainEventIOErrorAction = 2;
pub const VIR_DOMAIN_EVENT_IO_ERROR_LAST: virDomainEventIOErrorAction = 3;

/// Domain memory failure action type.
pub type virDomainMemoryFailureActionType = c_int;
pub const VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_IGNORE: virDomainMemoryFailureActionType = 0;
pub const VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_INJECT: virDomainMemoryFailureActionType = 1;
pub const VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_FATAL: virDomainMemoryFailureActionType = 2;
pub const VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_RESET: virDomainMemoryFailureActionType = 3;
pub const VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_LAST: virDomainMemoryFailureActionType = 4;

/// Domain memory failure recipient type.
pub type virDomainMemoryFailureRecipientType = c_int;
pub const VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_HYPERVISOR: virDomainMemoryFailureRecipientType = 0;
pub const VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_GUEST: virDomainMemoryFailureRecipientType = 1;
pub const VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_LAST: virDomainMemoryFailureRecipientType = 2;

/// Domain event pmsuspended detail type.
pub type virDomainEventPMSuspendedDetailType = c_int;
pub const VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY: virDomainEventPMSuspendedDetailType = 0;
pub const VIR_DOMAIN_EVENT_PMSUSPENDED_DISK: virDomainEventPMSuspendedDetailType = 1;
pub const VIR_DOMAIN_EVENT_PMSUSPENDED_LAST: virDomainEventPMSuspendedDetailType = 2;

/// Domain event resumed detail type.
pub type virDomainEventResumedDetailType = c_int;
pub const VIR_DOMAIN_EVENT_RESUMED_UNPAUSED: virDomainEventResumedDetailType = 0;
pub const VIR_DOMAIN_EVENT_RESUMED_MIGRATED: virDomainEventResumedDetailType = 1;
pub const VIR_DOMAIN_EVENT_RESUMED_FROM_SNAPSHOT: virDomainEventResumedDetailType = 2;
pub const VIR_DOMAIN_EVENT_RESUMED_POSTCOPY: virDomainEventResumedDetailType = 3;
pub const VIR_DOMAIN_EVENT_RESUMED_POSTCOPY_FAILED: virDomainEventResumedDetailType = 4;
pub const VIR_DOMAIN_EVENT_RESUMED_LAST: virDomainEventResumedDetailType = 5;

/// Domain event shutdown detail type.
pub type virDomainEventShutdownDetailType = c_int;
pub const VIR_DOMAIN_EVENT_SHUTDOWN_FINISHED: virDomainEventShutdownDetailType = 0;
pub const VIR_DOMAIN_EVENT_SHUTDOWN_GUEST: virDomainEventShutdownDetailType = 1;
pub const VIR_DOMAIN_EVENT_SHUTDOWN_HOST: virDomainEventShutdownDetailType = 2;
pub const VIR_DOMAIN_EVENT_SHUTDOWN_LAST: virDomainEventShutdownDetailType = 3;

/// Domain event started detail type.
pub type virDomainEventStartedDetailType = c_int;
pub const VIR_DOMAIN_EVENT_STARTED_BOOTED: virDomainEventStartedDetailType = 0;
pub const VIR_DOMAIN_EVENT_STARTED_MIGRATED: virDomainEventStartedDetailType = 1;
pub const VIR_DOMAIN_EVENT_STARTED_RESTORED: virDomainEventStartedDetailType = 2;
pub const VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT: virDomainEventStartedDetailType = 3;
pub const VIR_DOMAIN_EVENT_STARTED_WAKEUP: virDomainEventStartedDetailType = 4;
pub const VIR_DOMAIN_EVENT_STARTED_RECREATED: virDomainEventStartedDetailType = 5;
pub const VIR_DOMAIN_EVENT_STARTED_LAST: virDomainEventStartedDetailType = 6;

/// Domain event stopped detail type.
pub type virDomainEventStoppedDetailType = c_int;
pub const VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN: virDomainEventStoppedDetailType = 0;
pub const VIR_DOMAIN_EVENT_STOPPED_DESTROYED: virDomainEventStoppedDetailType = 1;
pub const VIR_DOMAIN_EVENT_STOPPED_CRASHED: virDomainEventStoppedDetailType = 2;
pub const VIR_DOMAIN_EVENT_STOPPED_MIGRATED: virDomainEventStoppedDetailType = 3;
pub const VIR_DOMAIN_EVENT_STOPPED_SAVED: virDomainEventStoppedDetailType = 4;
pub const VIR_DOMAIN_EVENT_STOPPED_FAILED: virDomainEventStoppedDetailType = 5;
pub const VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT: virDomainEventStoppedDetailType = 6;
pub const VIR_DOMAIN_EVENT_STOPPED_RECREATED: virDomainEventStoppedDetailType = 7;
pub const VIR_DOMAIN_EVENT_STOPPED_LAST: virDomainEventStoppedDetailType = 8;

/// Domain event suspended detail type.
pub type virDomainEventSuspendedDetailType = c_int;
pub const VIR_DOMAIN_EVENT_SUSPENDED_PAUSED: virDomainEventSuspendedDetailType = 0;
pub const VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED: virDomainEventSuspendedDetailType = 1;
pub const VIR_DOMAIN_EVENT_SUSPENDED_IOERROR: virDomainEventSuspendedDetailType = 2;
pub const VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG: virDomainEventSuspendedDetailType = 3;
pub const VIR_DOMAIN_EVENT_SUSPENDED_RESTORED: virDomainEventSuspendedDetailType = 4;
pub const VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT: virDomainEventSuspendedDetailType = 5;
pub const VIR_DOMAIN_EVENT_SUSPENDED_API_ERROR: virDomainEventSuspendedDetailType = 6;
pub const VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY: virDomainEventSuspendedDetailType = 7;
pub const VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY_FAILED: virDomainEventSuspendedDetailType = 8;
pub const VIR_DOMAIN_EVENT_SUSPENDED_GUEST_SHUTDOWN: virDomainEventSuspendedDetailType = 9;
pub const VIR_DOMAIN_EVENT_SUSPENDED_LAST: virDomainEventSuspendedDetailType = 10;

/// Domain event tray change reason.
pub type virDomainEventTrayChangeReason = c_int;
pub const VIR_DOMAIN_EVENT_TRAY_CHANGE_OPEN: virDomainEventTrayChangeReason = 0;
pub const VIR_DOMAIN_EVENT_TRAY_CHANGE_CLOSE: virDomainEventTrayChangeReason = 1;
pub const VIR_DOMAIN_EVENT_TRAY_CHANGE_LAST: virDomainEventTrayChangeReason = 2;

/// Domain event undefined detail type.
pub type virDomainEventUndefinedDetailType = c_int;
pub const VIR_DOMAIN_EVENT_UNDEFINED_REMOVED: virDomainEventUndefinedDetailType = 0;
pub const VIR_DOMAIN_EVENT_UNDEFINED_RENAMED: virDomainEventUndefinedDetailType = 1;
pub const VIR_DOMAIN_EVENT_UNDEFINED_LAST: virDomainEventUndefinedDetailType = 2;

/// Domain event watchdog action.
pub type virDomainEventWatchdogAction = c_int;
pub const VIR_DOMAIN_EVENT_WATCHDOG_NONE: virDomainEventWatchdogAction = 0;
pub const VIR_DOMAIN_EVENT_WATCHDOG_PAUSE: virDomainEventWatchdogAction = 1;
pub const VIR_DOMAIN_EVENT_WATCHDOG_RESET: virDomainEventWatchdogAction = 2;
pub const VIR_DOMAIN_EVENT_WATCHDOG_POWEROFF: virDomainEventWatchdogAction = 3;
pub const VIR_DOMAIN_EVENT_WATCHDOG_SHUTDOWN: virDomainEventWatchdogAction = 4;
pub const VIR_DOMAIN_EVENT_WATCHDOG_DEBUG: virDomainEventWatchdogAction = 5;
pub const VIR_DOMAIN_EVENT_WATCHDOG_INJECTNMI: virDomainEventWatchdogAction = 6;
pub const VIR_DOMAIN_EVENT_WATCHDOG_LAST: virDomainEventWatchdogAction = 7;

/// Domain fdassociate flags.
pub type virDomainFDAssociateFlags = c_uint;
pub const VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_RESTORE: virDomainFDAssociateFlags = 1;
pub const VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_WRITABLE: virDomainFDAssociateFlags = 2;

/// Domain get hostname flags.
pub type virDomainGetHostnameFlags = c_uint;
pub const VIR_DOMAIN_GET_HOSTNAME_LEASE: virDomainGetHostnameFlags = 1;
pub const VIR_DOMAIN_GET_HOSTNAME_AGENT: virDomainGetHostnameFlags = 2;

/// Domain graphics reload type.
pub type virDomainGraphicsReloadType = c_int;
pub const VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_ANY: virDomainGraphicsReloadType = 0;
pub const VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_VNC: virDomainGraphicsReloadType = 1;
pub const VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_LAST: virDomainGraphicsReloadType = 2;

/// Domain guest info types.
pub type virDomainGuestInfoTypes = c_uint;
pub const VIR_DOMAIN_GUEST_INFO_USERS: virDomainGuestInfoTypes = 1;
pub const VIR_DOMAIN_GUEST_INFO_OS: virDomainGuestInfoTypes = 2;
pub const VIR_DOMAIN_GUEST_INFO_TIMEZONE: virDomainGuestInfoTypes = 1 << 2;
pub const VIR_DOMAIN_GUEST_INFO_HOSTNAME: virDomainGuestInfoTypes = 1 << 3;
pub const VIR_DOMAIN_GUEST_INFO_FILESYSTEM: virDomainGuestInfoTypes = 1 << 4;
pub const VIR_DOMAIN_GUEST_INFO_DISKS: virDomainGuestInfoTypes = 1 << 5;
pub const VIR_DOMAIN_GUEST_INFO_INTERFACES: virDomainGuestInfoTypes = 1 << 6;
pub const VIR_DOMAIN_GUEST_INFO_LOAD: virDomainGuestInfoTypes = 1 << 7;
pub const VIR_DOMAIN_GUEST_INFO_DEVICES: virDomainGuestInfoTypes = 1 << 8;

/// Domain interface addresses source.
pub type virDomainInterfaceAddressesSource = c_int;
pub const VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE: virDomainInterfaceAddressesSource = 0;
pub const VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT: virDomainInterfaceAddressesSource = 1;
pub const VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP: virDomainInterfaceAddressesSource = 2;
pub const VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LAST: virDomainInterfaceAddressesSource = 3;

/// Domain job type.
pub type virDomainJobType = c_int;
pub const VIR_DOMAIN_JOB_NONE: virDomainJobType = 0;
pub const VIR_DOMAIN_JOB_BOUNDED: virDomainJobType = 1;
pub const VIR_DOMAIN_JOB_UNBOUNDED: virDomainJobType = 2;
pub const VIR_DOMAIN_JOB_COMPLETED: virDomainJobType = 3;
pub const VIR_DOMAIN_JOB_FAILED: virDomainJobType = 4;
pub const VIR_DOMAIN_JOB_CANCELLED: virDomainJobType = 5;
pub const VIR_DOMAIN_JOB_LAST: virDomainJobType = 6;

/// Domain job operation.
pub type virDomainJobOperation = c_int;
pub const VIR_DOMAIN_JOB_OPERATION_UNKNOWN: virDomainJobOperation = 0;
pub const VIR_DOMAIN_JOB_OPERATION_START: virDomainJobOperation = 1;
pub const VIR_DOMAIN_JOB_OPERATION_SAVE: virDomainJobOperation = 2;
pub const VIR_DOMAIN_JOB_OPERATION_RESTORE: virDomainJobOperation = 3;
pub const VIR_DOMAIN_JOB_OPERATION_MIGRATION_IN: virDomainJobOperation = 4;
pub const VIR_DOMAIN_JOB_OPERATION_MIGRATION_OUT: virDomainJobOperation = 5;
pub const VIR_DOMAIN_JOB_OPERATION_SNAPSHOT: virDomainJobOperation = 6;
pub const VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_REVERT: virDomainJobOperation = 7;
pub const VIR_DOMAIN_JOB_OPERATION_DUMP: virDomainJobOperation = 8;
pub const VIR_DOMAIN_JOB_OPERATION_BACKUP: virDomainJobOperation = 9;
pub const VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_DELETE: virDomainJobOperation = 10;
pub const VIR_DOMAIN_JOB_OPERATION_LAST: virDomainJobOperation = 11;

/// Domain get job stats flags.
pub type virDomainGetJobStatsFlags = c_uint;
pub const VIR_DOMAIN_JOB_STATS_COMPLETED: virDomainGetJobStatsFlags = 1;
pub const VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED: virDomainGetJobStatsFlags = 2;

/// Domain lifecycle action.
pub type virDomainLifecycleAction = c_int;
pub const VIR_DOMAIN_LIFECYCLE_ACTION_DESTROY: virDomainLifecycleAction = 0;
pub const VIR_DOMAIN_LIFECYCLE_ACTION_RESTART: virDomainLifecycleAction = 1;
pub const VIR_DOMAIN_LIFECYCLE_ACTION_RESTART_RENAME: virDomainLifecycleAction = 2;
pub const VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE: virDomainLifecycleAction = 3;
pub const VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_DESTROY: virDomainLifecycleAction = 4;
pub const VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_RESTART: virDomainLifecycleAction = 5;
pub const VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE_RUNNING: virDomainLifecycleAction = 6;
pub const VIR_DOMAIN_LIFECYCLE_ACTION_LAST: virDomainLifecycleAction = 7;

/// Domain lifecycle.
pub type virDomainLifecycle = c_int;
pub const VIR_DOMAIN_LIFECYCLE_POWEROFF: virDomainLifecycle = 0;
pub const VIR_DOMAIN_LIFECYCLE_REBOOT: virDomainLifecycle = 1;
pub const VIR_DOMAIN_LIFECYCLE_CRASH: virDomainLifecycle = 2;
pub const VIR_DOMAIN_LIFECYCLE_LAST: virDomainLifecycle = 3;

/// Domain memory failure flags.
pub type virDomainMemoryFailureFlags = c_uint;
pub const VIR_DOMAIN_MEMORY_FAILURE_ACTION_REQUIRED: virDomainMemoryFailureFlags = 1;
pub const VIR_DOMAIN_MEMORY_FAILURE_RECURSIVE: virDomainMemoryFailureFlags = 2;

/// Memory parameter type.
pub type virMemoryParameterType = c_int;
pub const VIR_DOMAIN_MEMORY_PARAM_BOOLEAN: virMemoryParameterType = VIR_TYPED_PARAM_BOOLEAN as virMemoryParameterType;
pub const VIR_DOMAIN_MEMORY_PARAM_DOUBLE: virMemoryParameterType = VIR_TYPED_PARAM_DOUBLE as virMemoryParameterType;
pub const VIR_DOMAIN_MEMORY_PARAM_INT: virMemoryParameterType = VIR_TYPED_PARAM_INT as virMemoryParameterType;
pub const VIR_DOMAIN_MEMORY_PARAM_LLONG: virMemoryParameterType = VIR_TYPED_PARAM_LLONG as virMemoryParameterType;
pub const VIR_DOMAIN_MEMORY_PARAM_UINT: virMemoryParameterType = VIR_TYPED_PARAM_UINT as virMemoryParameterType;
pub const VIR_DOMAIN_MEMORY_PARAM_ULLONG: virMemoryParameterType = VIR_TYPED_PARAM_ULLONG as virMemoryParameterType;

/// Domain memory stat tags.
pub type virDomainMemoryStatTags = c_int;
pub const VIR_DOMAIN_MEMORY_STAT_LAST: virDomainMemoryStatTags = VIR_DOMAIN_MEMORY_STAT_NR as virDomainMemoryStatTags;
pub const VIR_DOMAIN_MEMORY_STAT_SWAP_IN: virDomainMemoryStatTags = 0;
pub const VIR_DOMAIN_MEMORY_STAT_SWAP_OUT: virDomainMemoryStatTags = 1;
pub const VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT: virDomainMemoryStatTags = 2;
pub const VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT: virDomainMemoryStatTags = 3;
pub const VIR_DOMAIN_MEMORY_STAT_UNUSED: virDomainMemoryStatTags = 4;
pub const VIR_DOMAIN_MEMORY_STAT_AVAILABLE: virDomainMemoryStatTags = 5;
pub const VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON: virDomainMemoryStatTags = 6;
pub const VIR_DOMAIN_MEMORY_STAT_RSS: virDomainMemoryStatTags = 7;
pub const VIR_DOMAIN_MEMORY_STAT_USABLE: virDomainMemoryStatTags = 8;
pub const VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE: virDomainMemoryStatTags = 9;
pub const VIR_DOMAIN_MEMORY_STAT_DISK_CACHES: virDomainMemoryStatTags = 10;
pub const VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC: virDomainMemoryStatTags = 11;
pub const VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL: virDomainMemoryStatTags = 12;
pub const VIR_DOMAIN_MEMORY_STAT_NR: virDomainMemoryStatTags = 13;

/// Domain memory mod flags.
pub type virDomainMemoryModFlags = c_uint;
pub const VIR_DOMAIN_MEM_CONFIG: virDomainMemoryModFlags = VIR_DOMAIN_AFFECT_CONFIG as virDomainMemoryModFlags;
pub const VIR_DOMAIN_MEM_CURRENT: virDomainMemoryModFlags = VIR_DOMAIN_AFFECT_CURRENT as virDomainMemoryModFlags;
pub const VIR_DOMAIN_MEM_LIVE: virDomainMemoryModFlags = VIR_DOMAIN_AFFECT_LIVE as virDomainMemoryModFlags;
pub const VIR_DOMAIN_MEM_MAXIMUM: virDomainMemoryModFlags = 1 << 2;

/// Domain message type.
pub type virDomainMessageType = c_uint;
pub const VIR_DOMAIN_MESSAGE_DEPRECATION: virDomainMessageType = 1;
pub const VIR_DOMAIN_MESSAGE_TAINTING: virDomainMessageType = 2;
pub const VIR_DOMAIN_MESSAGE_IOERRORS: virDomainMessageType = 1 << 2;

/// Domain metadata type.
pub type virDomainMetadataType = c_int;
pub const VIR_DOMAIN_METADATA_DESCRIPTION: virDomainMetadataType = 0;
pub const VIR_DOMAIN_METADATA_TITLE: virDomainMetadataType = 1;
pub const VIR_DOMAIN_METADATA_ELEMENT: virDomainMetadataType = 2;
pub const VIR_DOMAIN_METADATA_LAST: virDomainMetadataType = 3;

/// Domain migrate max speed flags.
pub type virDomainMigrateMaxSpeedFlags = c_uint;
pub const VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY: virDomainMigrateMaxSpeedFlags = 1;

/// Domain create flags.
pub type virDomainCreateFlags = c_uint;
pub const VIR_DOMAIN_NONE: virDomainCreateFlags = 0;
pub const VIR_DOMAIN_START_PAUSED: virDomainCreateFlags = 1;
pub const VIR_DOMAIN_START_AUTODESTROY: virDomainCreateFlags = 2;
pub const VIR_DOMAIN_START_BYPASS_CACHE: virDomainCreateFlags = 1 << 2;
pub const VIR_DOMAIN_START_FORCE_BOOT: virDomainCreateFlags = 1 << 3;
pub const VIR_DOMAIN_START_VALIDATE: virDomainCreateFlags = 1 << 4;
pub const VIR_DOMAIN_START_RESET_NVRAM: virDomainCreateFlags = 1 << 5;

/// Domain nostate reason.
pub type virDomainNostateReason = c_int;
pub const VIR_DOMAIN_NOSTATE_UNKNOWN: virDomainNostateReason = 0;
pub const VIR_DOMAIN_NOSTATE_LAST: virDomainNostateReason = 1;

/// Domain numatune mem mode.
pub type virDomainNumatuneMemMode = c_int;
pub const VIR_DOMAIN_NUMATUNE_MEM_STRICT: virDomainNumatuneMemMode = 0;
pub const VIR_DOMAIN_NUMATUNE_MEM_PREFERRED: virDomainNumatuneMemMode = 1;
pub const VIR_DOMAIN_NUMATUNE_MEM_INTERLEAVE: virDomainNumatuneMemMode = 2;
pub const VIR_DOMAIN_NUMATUNE_MEM_RESTRICTIVE: virDomainNumatuneMemMode = 3;
pub const VIR_DOMAIN_NUMATUNE_MEM_LAST: virDomainNumatuneMemMode = 4;

/// Domain open graphics flags.
pub type virDomainOpenGraphicsFlags = c_uint;
pub const VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH: virDomainOpenGraphicsFlags = 1;

/// Domain set user password flags.
pub type virDomainSetUserPasswordFlags = c_uint;
pub const VIR_DOMAIN_PASSWORD_ENCRYPTED: virDomainSetUserPasswordFlags = 1;

/// Domain paused reason.
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

/// Domain pmsuspended disk reason.
pub type virDomainPMSuspendedDiskReason = c_int;
pub const VIR_DOMAIN_PMSUSPENDED_DISK_UNKNOWN: virDomainPMSuspendedDiskReason = 0;
pub const VIR_DOMAIN_PMSUSPENDED_DISK_LAST: virDomainPMSuspendedDiskReason = 1;

/// Domain pmsuspended reason.
pub type virDomainPMSuspendedReason = c_int;
pub const VIR_DOMAIN_PMSUSPENDED_UNKNOWN: virDomainPMSuspendedReason = 0;
pub const VIR_DOMAIN_PMSUSPENDED_LAST: virDomainPMSuspendedReason = 1;

/// Domain process signal.
pub type virDomainProcessSignal = c_int;
pub const VIR_DOMAIN_PROCESS_SIGNAL_NOP: virDomainProcessSignal = 0;
pub const VIR_DOMAIN_PROCESS_SIGNAL_HUP: virDomainProcessSignal = 1;
pub const VIR_DOMAIN_PROCESS_SIGNAL_INT: virDomainProcessSignal = 2;
pub const VIR_DOMAIN_PROCESS_SIGNAL_QUIT: virDomainProcessSignal = 3;
pub const VIR_DOMAIN_PROCESS_SIGNAL_ILL: virDomainProcessSignal = 4;
pub const VIR_DOMAIN_PROCESS_SIGNAL_TRAP: virDomainProcessSignal = 5;
pub const VIR_DOMAIN_PROCESS_SIGNAL_ABRT: virDomainProcessSignal = 6;
pub const VIR_DOMAIN_PROCESS_SIGNAL_BUS: virDomainProcessSignal = 7;
pub const VIR_DOMAIN_PROCESS_SIGNAL_FPE: virDomainProcessSignal = 8;
pub const VIR_DOMAIN_PROCESS_SIGNAL_KILL: virDomainProcessSignal = 9;
pub const VIR_DOMAIN_PROCESS_SIGNAL_USR1: virDomainProcessSignal = 10;
pub const VIR_DOMAIN_PROCESS_SIGNAL_SEGV: virDomainProcessSignal = 11;
pub const VIR_DOMAIN_PROCESS_SIGNAL_USR2: virDomainProcessSignal = 12;
pub const VIR_DOMAIN_PROCESS_SIGNAL_PIPE: virDomainProcessSignal = 13;
pub const VIR_DOMAIN_PROCESS_SIGNAL_ALRM: virDomainProcessSignal = 14;
pub const VIR_DOMAIN_PROCESS_SIGNAL_TERM: virDomainProcessSignal = 15;
pub const VIR_DOMAIN_PROCESS_SIGNAL_STKFLT: virDomainProcessSignal = 16;
pub const VIR_DOMAIN_PROCESS_SIGNAL_CHLD: virDomainProcessSignal = 17;
pub const VIR_DOMAIN_PROCESS_SIGNAL_CONT: virDomainProcessSignal = 18;
pub const VIR_DOMAIN_PROCESS_SIGNAL_STOP: virDomainProcessSignal = 19;
pub const VIR_DOMAIN_PROCESS_SIGNAL_TSTP: virDomainProcessSignal = 20;
pub const VIR_DOMAIN_PROCESS_SIGNAL_TTIN: virDomainProcessSignal = 21;
pub const VIR_DOMAIN_PROCESS_SIGNAL_TTOU: virDomainProcessSignal = 22;
pub const VIR_DOMAIN_PROCESS_SIGNAL_URG: virDomainProcessSignal = 23;
pub const VIR_DOMAIN_PROCESS_SIGNAL_XCPU: virDomainProcessSignal = 24;
pub const VIR_DOMAIN_PROCESS_SIGNAL_XFSZ: virDomainProcessSignal = 25;
pub const VIR_DOMAIN_PROCESS_SIGNAL_VTALRM: virDomainProcessSignal = 26;
pub const VIR_DOMAIN_PROCESS_SIGNAL_PROF: virDomainProcessSignal = 27;
pub const VIR_DOMAIN_PROCESS_SIGNAL_WINCH: virDomainProcessSignal = 28;
pub const VIR_DOMAIN_PROCESS_SIGNAL_POLL: virDomainProcessSignal = 29;
pub const VIR_DOMAIN_PROCESS_SIGNAL_PWR: virDomainProcessSignal = 30;
pub const VIR_DOMAIN_PROCESS_SIGNAL_SYS: virDomainProcessSignal = 31;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT0: virDomainProcessSignal = 32;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT1: virDomainProcessSignal = 33;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT2: virDomainProcessSignal = 34;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT3: virDomainProcessSignal = 35;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT4: virDomainProcessSignal = 36;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT5: virDomainProcessSignal = 37;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT6: virDomainProcessSignal = 38;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT7: virDomainProcessSignal = 39;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT8: virDomainProcessSignal = 40;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT9: virDomainProcessSignal = 41;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT10: virDomainProcessSignal = 42;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT11: virDomainProcessSignal = 43;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT12: virDomainProcessSignal = 44;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT13: virDomainProcessSignal = 45;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT14: virDomainProcessSignal = 46;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT15: virDomainProcessSignal = 47;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT16: virDomainProcessSignal = 48;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT17: virDomainProcessSignal = 49;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT18: virDomainProcessSignal = 50;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT19: virDomainProcessSignal = 51;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT20: virDomainProcessSignal = 52;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT21: virDomainProcessSignal = 53;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT22: virDomainProcessSignal = 54;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT23: virDomainProcessSignal = 55;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT24: virDomainProcessSignal = 56;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT25: virDomainProcessSignal = 57;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT26: virDomainProcessSignal = 58;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT27: virDomainProcessSignal = 59;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT28: virDomainProcessSignal = 60;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT29: virDomainProcessSignal = 61;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT30: virDomainProcessSignal = 62;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT31: virDomainProcessSignal = 63;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT32: virDomainProcessSignal = 64;
pub const VIR_DOMAIN_PROCESS_SIGNAL_LAST: virDomainProcessSignal = 65;

/// Domain reboot flag values.
pub type virDomainRebootFlagValues = c_uint;
pub const VIR_DOMAIN_REBOOT_DEFAULT: virDomainRebootFlagValues = 0;
pub const VIR_DOMAIN_REBOOT_ACPI_POWER_BTN: virDomainRebootFlagValues = 1;
pub const VIR_DOMAIN_REBOOT_GUEST_AGENT: virDomainRebootFlagValues = 2;
pub const VIR_DOMAIN_REBOOT_INITCTL: virDomainRebootFlagValues = 1 << 2;
pub const VIR_DOMAIN_REBOOT_SIGNAL: virDomainRebootFlagValues = 1 << 3;
pub const VIR_DOMAIN_REBOOT_PARAVIRT: virDomainRebootFlagValues = 1 << 4;

/// Domain running reason.
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

/// Domain save restore flags.
pub type virDomainSaveRestoreFlags = c_uint;
pub const VIR_DOMAIN_SAVE_BYPASS_CACHE: virDomainSaveRestoreFlags = 1;
pub const VIR_DOMAIN_SAVE_RUNNING: virDomainSaveRestoreFlags = 2;
pub const VIR_DOMAIN_SAVE_PAUSED: virDomainSaveRestoreFlags = 1 << 2;
pub const VIR_DOMAIN_SAVE_RESET_NVRAM: virDomainSaveRestoreFlags = 1 << 3;

/// Domain save image xmlflags.
pub type virDomainSaveImageXMLFlags = c_uint;
pub const VIR_DOMAIN_SAVE_IMAGE_XML_SECURE: virDomainSaveImageXMLFlags =
    VIR_DOMAIN_XML_SECURE as virDomainSaveImageXMLFlags;

/// Sched parameter type.
pub type virSchedParameterType = c_int;
pub const VIR_DOMAIN_SCHED_FIELD_BOOLEAN: virSchedParameterType = VIR_TYPED_PARAM_BOOLEAN as virSchedParameterType;
pub const VIR_DOMAIN_SCHED_FIELD_DOUBLE: virSchedParameterType = VIR_TYPED_PARAM_DOUBLE as virSchedParameterType;
pub const VIR_DOMAIN_SCHED_FIELD_INT: virSchedParameterType = VIR_TYPED_PARAM_INT as virSchedParameterType;
pub const VIR_DOMAIN_SCHED_FIELD_LLONG: virSchedParameterType = VIR_TYPED_PARAM_LLONG as virSchedParameterType;
pub const VIR_DOMAIN_SCHED_FIELD_UINT: virSchedParameterType = VIR_TYPED_PARAM_UINT as virSchedParameterType;
pub const VIR_DOMAIN_SCHED_FIELD_ULLONG: virSchedParameterType = VIR_TYPED_PARAM_ULLONG as virSchedParameterType;

/// Domain set vcpu flags.
pub type virDomainSetVcpuFlags = c_uint;
pub const VIR_DOMAIN_SETVCPU_AFFECT_CONFIG: virDomainSetVcpuFlags = VIR_DOMAIN_AFFECT_CONFIG as virDomainSetVcpuFlags;
pub const VIR_DOMAIN_SETVCPU_AFFECT_CURRENT: virDomainSetVcpuFlags = VIR_DOMAIN_AFFECT_CURRENT as virDomainSetVcpuFlags;
pub const VIR_DOMAIN_SETVCPU_AFFECT_LIVE: virDomainSetVcpuFlags = VIR_DOMAIN_AFFECT_LIVE as virDomainSetVcpuFlags;
pub const VIR_DOMAIN_SETVCPU_ASYNC_UNPLUG: virDomainSetVcpuFlags = 1 << 2;

/// Domain shutdown flag values.
pub type virDomainShutdownFlagValues = c_uint;
pub const VIR_DOMAIN_SHUTDOWN_DEFAULT: virDomainShutdownFlagValues = 0;
pub const VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN: virDomainShutdownFlagValues = 1;
pub const VIR_DOMAIN_SHUTDOWN_GUEST_AGENT: virDomainShutdownFlagValues = 2;
pub const VIR_DOMAIN_SHUTDOWN_INITCTL: virDomainShutdownFlagValues = 1 << 2;
pub const VIR_DOMAIN_SHUTDOWN_SIGNAL: virDomainShutdownFlagValues = 1 << 3;
pub const VIR_DOMAIN_SHUTDOWN_PARAVIRT: virDomainShutdownFlagValues = 1 << 4;

/// Domain shutdown reason.
pub type virDomainShutdownReason = c_int;
pub const VIR_DOMAIN_SHUTDOWN_UNKNOWN: virDomainShutdownReason = 0;
pub const VIR_DOMAIN_SHUTDOWN_USER: virDomainShutdownReason = 1;
pub const VIR_DOMAIN_SHUTDOWN_LAST: virDomainShutdownReason = 2;

/// Domain shutoff reason.
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

/// Domain stats types.
pub type virDomainStatsTypes = c_uint;
pub const VIR_DOMAIN_STATS_STATE: virDomainStatsTypes = 1;
pub const VIR_DOMAIN_STATS_CPU_TOTAL: virDomainStatsTypes = 2;
pub const VIR_DOMAIN_STATS_BALLOON: virDomainStatsTypes = 1 << 2;
pub const VIR_DOMAIN_STATS_VCPU: virDomainStatsTypes = 1 << 3;
pub const VIR_DOMAIN_STATS_INTERFACE: virDomainStatsTypes = 1 << 4;
pub const VIR_DOMAIN_STATS_BLOCK: virDomainStatsTypes = 1 << 5;
pub const VIR_DOMAIN_STATS_PERF: virDomainStatsTypes = 1 << 6;
pub const VIR_DOMAIN_STATS_IOTHREAD: virDomainStatsTypes = 1 << 7;
pub const VIR_DOMAIN_STATS_MEMORY: virDomainStatsTypes = 1 << 8;
pub const VIR_DOMAIN_STATS_DIRTYRATE: virDomainStatsTypes = 1 << 9;
pub const VIR_DOMAIN_STATS_VM: virDomainStatsTypes = 1 << 10;

/// Domain set time flags.
pub type virDomainSetTimeFlags = c_uint;
pub const VIR_DOMAIN_TIME_SYNC: virDomainSetTimeFlags = 1;

/// Domain undefine flags values.
pub type virDomainUndefineFlagsValues = c_uint;
pub const VIR_DOMAIN_UNDEFINE_MANAGED_SAVE: virDomainUndefineFlagsValues = 1;
pub const VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA: virDomainUndefineFlagsValues = 2;
pub const VIR_DOMAIN_UNDEFINE_NVRAM: virDomainUndefineFlagsValues = 1 << 2;
pub const VIR_DOMAIN_UNDEFINE_KEEP_NVRAM: virDomainUndefineFlagsValues = 1 << 3;
pub const VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA: virDomainUndefineFlagsValues = 1 << 4;
pub const VIR_DOMAIN_UNDEFINE_TPM: virDomainUndefineFlagsValues = 1 << 5;
pub const VIR_DOMAIN_UNDEFINE_KEEP_TPM: virDomainUndefineFlagsValues = 1 << 6;

/// Domain vcpu flags.
pub type virDomainVcpuFlags = c_uint;
pub const VIR_DOMAIN_VCPU_CONFIG: virDomainVcpuFlags = VIR_DOMAIN_AFFECT_CONFIG as virDomainVcpuFlags;
pub const VIR_DOMAIN_VCPU_CURRENT: virDomainVcpuFlags = VIR_DOMAIN_AFFECT_CURRENT as virDomainVcpuFlags;
pub const VIR_DOMAIN_VCPU_LIVE: virDomainVcpuFlags = VIR_DOMAIN_AFFECT_LIVE as virDomainVcpuFlags;
pub const VIR_DOMAIN_VCPU_MAXIMUM: virDomainVcpuFlags = 1 << 2;
pub const VIR_DOMAIN_VCPU_GUEST: virDomainVcpuFlags = 1 << 3;
pub const VIR_DOMAIN_VCPU_HOTPLUGGABLE: virDomainVcpuFlags = 1 << 4;
pub const VIR_DOMAIN_VCPU_ASYNC_UNPLUG: virDomainVcpuFlags = 1 << 5;

/// Domain xmlflags.
pub type virDomainXMLFlags = c_uint;
pub const VIR_DOMAIN_XML_SECURE: virDomainXMLFlags = 1;
pub const VIR_DOMAIN_XML_INACTIVE: virDomainXMLFlags = 2;
pub const VIR_DOMAIN_XML_UPDATE_CPU: virDomainXMLFlags = 1 << 2;
pub const VIR_DOMAIN_XML_MIGRATABLE: virDomainXMLFlags = 1 << 3;

/// Domain core dump flags.
pub type virDomainCoreDumpFlags = c_uint;
pub const VIR_DUMP_CRASH: virDomainCoreDumpFlags = 1;
pub const VIR_DUMP_LIVE: virDomainCoreDumpFlags = 2;
pub const VIR_DUMP_BYPASS_CACHE: virDomainCoreDumpFlags = 1 << 2;
pub const VIR_DUMP_RESET: virDomainCoreDumpFlags = 1 << 3;
pub const VIR_DUMP_MEMORY_ONLY: virDomainCoreDumpFlags = 1 << 4;

/// Keycode set.
pub type virKeycodeSet = c_int;
pub const VIR_KEYCODE_SET_LINUX: virKeycodeSet = 0;
pub const VIR_KEYCODE_SET_XT: virKeycodeSet = 1;
pub const VIR_KEYCODE_SET_ATSET1: virKeycodeSet = 2;
pub const VIR_KEYCODE_SET_ATSET2: virKeycodeSet = 3;
pub const VIR_KEYCODE_SET_ATSET3: virKeycodeSet = 4;
pub const VIR_KEYCODE_SET_OSX: virKeycodeSet = 5;
pub const VIR_KEYCODE_SET_XT_KBD: virKeycodeSet = 6;
pub const VIR_KEYCODE_SET_USB: virKeycodeSet = 7;
pub const VIR_KEYCODE_SET_WIN32: virKeycodeSet = 8;
pub const VIR_KEYCODE_SET_QNUM: virKeycodeSet = 9;
pub const VIR_KEYCODE_SET_LAST: virKeycodeSet = 10;

/// Domain memory flags.
pub type virDomainMemoryFlags = c_uint;
pub const VIR_MEMORY_VIRTUAL: virDomainMemoryFlags = 1;
pub const VIR_MEMORY_PHYSICAL: virDomainMemoryFlags = 2;

/// Domain migrate flags.
pub type virDomainMigrateFlags = c_uint;
pub const VIR_MIGRATE_LIVE: virDomainMigrateFlags = 1;
pub const VIR_MIGRATE_PEER2PEER: virDomainMigrateFlags = 2;
pub const VIR_MIGRATE_TUNNELLED: virDomainMigrateFlags = 1 << 2;
pub const VIR_MIGRATE_PERSIST_DEST: virDomainMigrateFlags = 1 << 3;
pub const VIR_MIGRATE_UNDEFINE_SOURCE: virDomainMigrateFlags = 1 << 4;
pub const VIR_MIGRATE_PAUSED: virDomainMigrateFlags = 1 << 5;
pub const VIR_MIGRATE_NON_SHARED_DISK: virDomainMigrateFlags = 1 << 6;
pub const VIR_MIGRATE_NON_SHARED_INC: virDomainMigrateFlags = 1 << 7;
pub const VIR_MIGRATE_CHANGE_PROTECTION: virDomainMigrateFlags = 1 << 8;
pub const VIR_MIGRATE_UNSAFE: virDomainMigrateFlags = 1 << 9;
pub const VIR_MIGRATE_OFFLINE: virDomainMigrateFlags = 1 << 10;
pub const VIR_MIGRATE_COMPRESSED: virDomainMigrateFlags = 1 << 11;
pub const VIR_MIGRATE_ABORT_ON_ERROR: virDomainMigrateFlags = 1 << 12;
pub const VIR_MIGRATE_AUTO_CONVERGE: virDomainMigrateFlags = 1 << 13;
pub const VIR_MIGRATE_RDMA_PIN_ALL: virDomainMigrateFlags = 1 << 14;
pub const VIR_MIGRATE_POSTCOPY: virDomainMigrateFlags = 1 << 15;
pub const VIR_MIGRATE_TLS: virDomainMigrateFlags = 1 << 16;
pub const VIR_MIGRATE_PARALLEL: virDomainMigrateFlags = 1 << 17;
pub const VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES: virDomainMigrateFlags = 1 << 18;
pub const VIR_MIGRATE_POSTCOPY_RESUME: virDomainMigrateFlags = 1 << 19;
pub const VIR_MIGRATE_ZEROCOPY: virDomainMigrateFlags = 1 << 20;

/// Vcpu state.
pub type virVcpuState = c_int;
pub const VIR_VCPU_OFFLINE: virVcpuState = 0;
pub const VIR_VCPU_RUNNING: virVcpuState = 1;
pub const VIR_VCPU_BLOCKED: virVcpuState = 2;
pub const VIR_VCPU_LAST: virVcpuState = 3;

/// Vcpu host cpu state.
pub type virVcpuHostCpuState = c_int;
pub const VIR_VCPU_INFO_CPU_UNAVAILABLE: virVcpuHostCpuState = -2;
pub const VIR_VCPU_INFO_CPU_OFFLINE: virVcpuHostCpuState = -1;

pub const VIR_DOMAIN_ANNOUNCE_INTERFACE_INITIAL: &str = "initial";
pub const VIR_DOMAIN_ANNOUNCE_INTERFACE_MAX: &str = "max";
pub const VIR_DOMAIN_ANNOUNCE_INTERFACE_ROUNDS: &str = "rounds";
pub const VIR_DOMAIN_ANNOUNCE_INTERFACE_STEP: &str = "step";
pub const VIR_DOMAIN_BANDWIDTH_IN_AVERAGE: &str = "inbound.average";
pub const VIR_DOMAIN_BANDWIDTH_IN_BURST: &str = "inbound.burst";
pub const VIR_DOMAIN_BANDWIDTH_IN_FLOOR: &str = "inbound.floor";
pub const VIR_DOMAIN_BANDWIDTH_IN_PEAK: &str = "inbound.peak";
pub const VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE: &str = "outbound.average";
pub const VIR_DOMAIN_BANDWIDTH_OUT_BURST: &str = "outbound.burst";
pub const VIR_DOMAIN_BANDWIDTH_OUT_PEAK: &str = "outbound.peak";
pub const VIR_DOMAIN_BLKIO_DEVICE_READ_BPS: &str = "device_read_bytes_sec";
pub const VIR_DOMAIN_BLKIO_DEVICE_READ_IOPS: &str = "device_read_iops_sec";
pub const VIR_DOMAIN_BLKIO_DEVICE_WEIGHT: &str = "device_weight";
pub const VIR_DOMAIN_BLKIO_DEVICE_WRITE_BPS: &str = "device_write_bytes_sec";
pub const VIR_DOMAIN_BLKIO_DEVICE_WRITE_IOPS: &str = "device_write_iops_sec";
pub const VIR_DOMAIN_BLKIO_WEIGHT: &str = "weight";
pub const VIR_DOMAIN_BLOCK_COPY_BANDWIDTH: &str = "bandwidth";
pub const VIR_DOMAIN_BLOCK_COPY_BUF_SIZE: &str = "buf-size";
pub const VIR_DOMAIN_BLOCK_COPY_GRANULARITY: &str = "granularity";
pub const VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME: &str = "group_name";
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC: &str = "read_bytes_sec";
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX: &str = "read_bytes_sec_max";
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX_LENGTH: &str = "read_bytes_sec_max_length";
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC: &str = "read_iops_sec";
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX: &str = "read_iops_sec_max";
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX_LENGTH: &str = "read_iops_sec_max_length";
pub const VIR_DOMAIN_BLOCK_IOTUNE_SIZE_IOPS_SEC: &str = "size_iops_sec";
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC: &str = "total_bytes_sec";
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX: &str = "total_bytes_sec_max";
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX_LENGTH: &str = "total_bytes_sec_max_length";
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC: &str = "total_iops_sec";
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX: &str = "total_iops_sec_max";
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX_LENGTH: &str = "total_iops_sec_max_length";
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC: &str = "write_bytes_sec";
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX: &str = "write_bytes_sec_max";
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX_LENGTH: &str = "write_bytes_sec_max_length";
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC: &str = "write_iops_sec";
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX: &str = "write_iops_sec_max";
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX_LENGTH: &str = "write_iops_sec_max_length";
pub const VIR_DOMAIN_BLOCK_STATS_ERRS: &str = "errs";
pub const VIR_DOMAIN_BLOCK_STATS_FLUSH_REQ: &str = "flush_operations";
pub const VIR_DOMAIN_BLOCK_STATS_FLUSH_TOTAL_TIMES: &str = "flush_total_times";
pub const VIR_DOMAIN_BLOCK_STATS_READ_BYTES: &str = "rd_bytes";
pub const VIR_DOMAIN_BLOCK_STATS_READ_REQ: &str = "rd_operations";
pub const VIR_DOMAIN_BLOCK_STATS_READ_TOTAL_TIMES: &str = "rd_total_times";
pub const VIR_DOMAIN_BLOCK_STATS_WRITE_BYTES: &str = "wr_bytes";
pub const VIR_DOMAIN_BLOCK_STATS_WRITE_REQ: &str = "wr_operations";
pub const VIR_DOMAIN_BLOCK_STATS_WRITE_TOTAL_TIMES: &str = "wr_total_times";
pub const VIR_DOMAIN_CPU_STATS_CPUTIME: &str = "cpu_time";
pub const VIR_DOMAIN_CPU_STATS_SYSTEMTIME: &str = "system_time";
pub const VIR_DOMAIN_CPU_STATS_USERTIME: &str = "user_time";
pub const VIR_DOMAIN_CPU_STATS_VCPUTIME: &str = "vcpu_time";
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_COUNT: &str = "device.count";
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_PREFIX: &str = "device.";
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_DATE: &str = ".driverDate";
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_NAME: &str = ".driverName";
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_VERSION: &str = ".driverVersion";
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_ID_TYPE: &str = ".idType";
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_PCI_DEVICE: &str = ".pciDevice";
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_PCI_VENDOR: &str = ".pciVendor";
pub const VIR_DOMAIN_GUEST_INFO_DISK_COUNT: &str = "disk.count";
pub const VIR_DOMAIN_GUEST_INFO_DISK_PREFIX: &str = "disk.";
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_ALIAS: &str = ".alias";
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_COUNT: &str = ".dependency.count";
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_PREFIX: &str = ".dependency.";
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_SUFFIX_NAME: &str = ".name";
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_GUEST_ALIAS: &str = ".guest_alias";
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_GUEST_BUS: &str = ".guest_bus";
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_NAME: &str = ".name";
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_PARTITION: &str = ".partition";
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_SERIAL: &str = ".serial";
pub const VIR_DOMAIN_GUEST_INFO_FS_COUNT: &str = "fs.count";
pub const VIR_DOMAIN_GUEST_INFO_FS_PREFIX: &str = "fs.";
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_COUNT: &str = ".disk.count";
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_PREFIX: &str = ".disk.";
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_ALIAS: &str = ".alias";
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_DEVICE: &str = ".device";
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_SERIAL: &str = ".serial";
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_FSTYPE: &str = ".fstype";
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_MOUNTPOINT: &str = ".mountpoint";
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_NAME: &str = ".name";
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_TOTAL_BYTES: &str = ".total-bytes";
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_USED_BYTES: &str = ".used-bytes";
pub const VIR_DOMAIN_GUEST_INFO_HOSTNAME_HOSTNAME: &str = "hostname";
pub const VIR_DOMAIN_GUEST_INFO_IF_COUNT: &str = "if.count";
pub const VIR_DOMAIN_GUEST_INFO_IF_PREFIX: &str = "if.";
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_COUNT: &str = ".addr.count";
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_PREFIX: &str = ".addr.";
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_ADDR: &str = ".addr";
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_PREFIX: &str = ".prefix";
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_TYPE: &str = ".type";
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_HWADDR: &str = ".hwaddr";
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_NAME: &str = ".name";
pub const VIR_DOMAIN_GUEST_INFO_LOAD_15M: &str = "load.15m";
pub const VIR_DOMAIN_GUEST_INFO_LOAD_1M: &str = "load.1m";
pub const VIR_DOMAIN_GUEST_INFO_LOAD_5M: &str = "load.5m";
pub const VIR_DOMAIN_GUEST_INFO_OS_ID: &str = "os.id";
pub const VIR_DOMAIN_GUEST_INFO_OS_KERNEL_RELEASE: &str = "os.kernel-release";
pub const VIR_DOMAIN_GUEST_INFO_OS_KERNEL_VERSION: &str = "os.kernel-version";
pub const VIR_DOMAIN_GUEST_INFO_OS_MACHINE: &str = "os.machine";
pub const VIR_DOMAIN_GUEST_INFO_OS_NAME: &str = "os.name";
pub const VIR_DOMAIN_GUEST_INFO_OS_PRETTY_NAME: &str = "os.pretty-name";
pub const VIR_DOMAIN_GUEST_INFO_OS_VARIANT: &str = "os.variant";
pub const VIR_DOMAIN_GUEST_INFO_OS_VARIANT_ID: &str = "os.variant-id";
pub const VIR_DOMAIN_GUEST_INFO_OS_VERSION: &str = "os.version";
pub const VIR_DOMAIN_GUEST_INFO_OS_VERSION_ID: &str = "os.version-id";
pub const VIR_DOMAIN_GUEST_INFO_TIMEZONE_NAME: &str = "timezone.name";
pub const VIR_DOMAIN_GUEST_INFO_TIMEZONE_OFFSET: &str = "timezone.offset";
pub const VIR_DOMAIN_GUEST_INFO_USER_COUNT: &str = "user.count";
pub const VIR_DOMAIN_GUEST_INFO_USER_PREFIX: &str = "user.";
pub const VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_DOMAIN: &str = ".domain";
pub const VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_LOGIN_TIME: &str = ".login-time";
pub const VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_NAME: &str = ".name";
pub const VIR_DOMAIN_IOTHREAD_POLL_GROW: &str = "poll_grow";
pub const VIR_DOMAIN_IOTHREAD_POLL_MAX_NS: &str = "poll_max_ns";
pub const VIR_DOMAIN_IOTHREAD_POLL_SHRINK: &str = "poll_shrink";
pub const VIR_DOMAIN_IOTHREAD_POLL_WEIGHT: &str = "poll_weight";
pub const VIR_DOMAIN_IOTHREAD_THREAD_POOL_MAX: &str = "thread_pool_max";
pub const VIR_DOMAIN_IOTHREAD_THREAD_POOL_MIN: &str = "thread_pool_min";
pub const VIR_DOMAIN_JOB_AUTO_CONVERGE_THROTTLE: &str = "auto_converge_throttle";
pub const VIR_DOMAIN_JOB_COMPRESSION_BYTES: &str = "compression_bytes";
pub const VIR_DOMAIN_JOB_COMPRESSION_CACHE: &str = "compression_cache";
pub const VIR_DOMAIN_JOB_COMPRESSION_CACHE_MISSES: &str = "compression_cache_misses";
pub const VIR_DOMAIN_JOB_COMPRESSION_OVERFLOW: &str = "compression_overflow";
pub const VIR_DOMAIN_JOB_COMPRESSION_PAGES: &str = "compression_pages";
pub const VIR_DOMAIN_JOB_DATA_PROCESSED: &str = "data_processed";
pub const VIR_DOMAIN_JOB_DATA_REMAINING: &str = "data_remaining";
pub const VIR_DOMAIN_JOB_DATA_TOTAL: &str = "data_total";
pub const VIR_DOMAIN_JOB_DISK_BPS: &str = "disk_bps";
pub const VIR_DOMAIN_JOB_DISK_PROCESSED: &str = "disk_processed";
pub const VIR_DOMAIN_JOB_DISK_REMAINING: &str = "disk_remaining";
pub const VIR_DOMAIN_JOB_DISK_TEMP_TOTAL: &str = "disk_temp_total";
pub const VIR_DOMAIN_JOB_DISK_TEMP_USED: &str = "disk_temp_used";
pub const VIR_DOMAIN_JOB_DISK_TOTAL: &str = "disk_total";
pub const VIR_DOMAIN_JOB_DOWNTIME: &str = "downtime";
pub const VIR_DOMAIN_JOB_DOWNTIME_NET: &str = "downtime_net";
pub const VIR_DOMAIN_JOB_ERRMSG: &str = "errmsg";
pub const VIR_DOMAIN_JOB_MEMORY_BPS: &str = "memory_bps";
pub const VIR_DOMAIN_JOB_MEMORY_CONSTANT: &str = "memory_constant";
pub const VIR_DOMAIN_JOB_MEMORY_DIRTY_RATE: &str = "memory_dirty_rate";
pub const VIR_DOMAIN_JOB_MEMORY_ITERATION: &str = "memory_iteration";
pub const VIR_DOMAIN_JOB_MEMORY_NORMAL: &str = "memory_normal";
pub const VIR_DOMAIN_JOB_MEMORY_NORMAL_BYTES: &str = "memory_normal_bytes";
pub const VIR_DOMAIN_JOB_MEMORY_PAGE_SIZE: &str = "memory_page_size";
pub const VIR_DOMAIN_JOB_MEMORY_POSTCOPY_REQS: &str = "memory_postcopy_requests";
pub const VIR_DOMAIN_JOB_MEMORY_PROCESSED: &str = "memory_processed";
pub const VIR_DOMAIN_JOB_MEMORY_REMAINING: &str = "memory_remaining";
pub const VIR_DOMAIN_JOB_MEMORY_TOTAL: &str = "memory_total";
pub const VIR_DOMAIN_JOB_OPERATION: &str = "operation";
pub const VIR_DOMAIN_JOB_SETUP_TIME: &str = "setup_time";
pub const VIR_DOMAIN_JOB_SUCCESS: &str = "success";
pub const VIR_DOMAIN_JOB_TIME_ELAPSED: &str = "time_elapsed";
pub const VIR_DOMAIN_JOB_TIME_ELAPSED_NET: &str = "time_elapsed_net";
pub const VIR_DOMAIN_JOB_TIME_REMAINING: &str = "time_remaining";
pub const VIR_DOMAIN_JOB_VFIO_DATA_TRANSFERRED: &str = "vfio_data_transferred";
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_API_MAJOR: &str = "sev-api-major";
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_API_MINOR: &str = "sev-api-minor";
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_BUILD_ID: &str = "sev-build-id";
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_MEASUREMENT: &str = "sev-measurement";
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_POLICY: &str = "sev-policy";
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET: &str = "sev-secret";
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_HEADER: &str = "sev-secret-header";
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_SET_ADDRESS: &str = "sev-secret-set-address";
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_SNP_POLICY: &str = "sev-snp-policy";
pub const VIR_DOMAIN_MEMORY_HARD_LIMIT: &str = "hard_limit";
pub const VIR_DOMAIN_MEMORY_MIN_GUARANTEE: &str = "min_guarantee";
pub const VIR_DOMAIN_MEMORY_SOFT_LIMIT: &str = "soft_limit";
pub const VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT: &str = "swap_hard_limit";
pub const VIR_DOMAIN_NUMA_MODE: &str = "numa_mode";
pub const VIR_DOMAIN_NUMA_NODESET: &str = "numa_nodeset";
pub const VIR_DOMAIN_SAVE_PARAM_DXML: &str = "dxml";
pub const VIR_DOMAIN_SAVE_PARAM_FILE: &str = "file";
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT: &str = "image_format";
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_BZIP2: &str = "bzip2";
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_GZIP: &str = "gzip";
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_LZOP: &str = "lzop";
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_RAW: &str = "raw";
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_SPARSE: &str = "sparse";
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_XZ: &str = "xz";
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_ZSTD: &str = "zstd";
pub const VIR_DOMAIN_SAVE_PARAM_PARALLEL_CHANNELS: &str = "parallel.channels";
pub const VIR_DOMAIN_SCHEDULER_CAP: &str = "cap";
pub const VIR_DOMAIN_SCHEDULER_CPU_SHARES: &str = "cpu_shares";
pub const VIR_DOMAIN_SCHEDULER_EMULATOR_PERIOD: &str = "emulator_period";
pub const VIR_DOMAIN_SCHEDULER_EMULATOR_QUOTA: &str = "emulator_quota";
pub const VIR_DOMAIN_SCHEDULER_GLOBAL_PERIOD: &str = "global_period";
pub const VIR_DOMAIN_SCHEDULER_GLOBAL_QUOTA: &str = "global_quota";
pub const VIR_DOMAIN_SCHEDULER_IOTHREAD_PERIOD: &str = "iothread_period";
pub const VIR_DOMAIN_SCHEDULER_IOTHREAD_QUOTA: &str = "iothread_quota";
pub const VIR_DOMAIN_SCHEDULER_LIMIT: &str = "limit";
pub const VIR_DOMAIN_SCHEDULER_RESERVATION: &str = "reservation";
pub const VIR_DOMAIN_SCHEDULER_SHARES: &str = "shares";
pub const VIR_DOMAIN_SCHEDULER_VCPU_PERIOD: &str = "vcpu_period";
pub const VIR_DOMAIN_SCHEDULER_VCPU_QUOTA: &str = "vcpu_quota";
pub const VIR_DOMAIN_SCHEDULER_WEIGHT: &str = "weight";
pub const VIR_DOMAIN_SEND_KEY_MAX_KEYS: c_int = 16;
pub const VIR_DOMAIN_STATS_BALLOON_AVAILABLE: &str = "balloon.available";
pub const VIR_DOMAIN_STATS_BALLOON_CURRENT: &str = "balloon.current";
pub const VIR_DOMAIN_STATS_BALLOON_DISK_CACHES: &str = "balloon.disk_caches";
pub const VIR_DOMAIN_STATS_BALLOON_HUGETLB_PGALLOC: &str = "balloon.hugetlb_pgalloc";
pub const VIR_DOMAIN_STATS_BALLOON_HUGETLB_PGFAIL: &str = "balloon.hugetlb_pgfail";
pub const VIR_DOMAIN_STATS_BALLOON_LAST_UPDATE: &str = "balloon.last-update";
pub const VIR_DOMAIN_STATS_BALLOON_MAJOR_FAULT: &str = "balloon.major_fault";
pub const VIR_DOMAIN_STATS_BALLOON_MAXIMUM: &str = "balloon.maximum";
pub const VIR_DOMAIN_STATS_BALLOON_MINOR_FAULT: &str = "balloon.minor_fault";
pub const VIR_DOMAIN_STATS_BALLOON_RSS: &str = "balloon.rss";
pub const VIR_DOMAIN_STATS_BALLOON_SWAP_IN: &str = "balloon.swap_in";
pub const VIR_DOMAIN_STATS_BALLOON_SWAP_OUT: &str = "balloon.swap_out";
pub const VIR_DOMAIN_STATS_BALLOON_UNUSED: &str = "balloon.unused";
pub const VIR_DOMAIN_STATS_BALLOON_USABLE: &str = "balloon.usable";
pub const VIR_DOMAIN_STATS_BLOCK_COUNT: &str = "block.count";
pub const VIR_DOMAIN_STATS_BLOCK_PREFIX: &str = "block.";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_ALLOCATION: &str = ".allocation";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_BACKINGINDEX: &str = ".backingIndex";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_CAPACITY: &str = ".capacity";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_ERRORS: &str = ".errors";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_FL_REQS: &str = ".fl.reqs";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_FL_TIMES: &str = ".fl.times";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_FLUSH_PREFIX: &str = ".latency_histogram.flush.";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_READ_PREFIX: &str = ".latency_histogram.read.";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_COUNT: &str = "bin.count";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_PREFIX: &str = "bin.";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_START: &str = ".start";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_VALUE: &str = ".value";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_WRITE_PREFIX: &str = ".latency_histogram.write.";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_ZONE_APPEND_PREFIX: &str = ".latency_histogram.zone_append.";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_DISCARD_ALIGNMENT: &str = ".limits.discard_alignment";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_DISCARD_MAX: &str = ".limits.discard_max";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_IOV_HW_MAX: &str = ".limits.iov_hw_max";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_IOV_MAX: &str = ".limits.iov_max";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_MINIMAL: &str = ".limits.memory_alignment_minimal";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_OPTIMAL: &str = ".limits.memory_alignment_optimal";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_REQUEST_ALIGNMENT: &str = ".limits.request_alignment";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_HW_MAX: &str = ".limits.transfer_hw_max";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_MAX: &str = ".limits.transfer_max";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_OPTIMAL: &str = ".limits.transfer_optimal";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_ALIGNMENT: &str = ".limits.write_zeroes_alignment";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_MAX: &str = ".limits.write_zeroes_max";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_NAME: &str = ".name";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_PATH: &str = ".path";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_PHYSICAL: &str = ".physical";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_BYTES: &str = ".rd.bytes";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_REQS: &str = ".rd.reqs";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_TIMES: &str = ".rd.times";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_THRESHOLD: &str = ".threshold";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_COUNT: &str = ".timed_group.count";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_PREFIX: &str = ".timed_group.";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_AVG: &str = ".flush_latency_avg";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MAX: &str = ".flush_latency_max";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MIN: &str = ".flush_latency_min";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_INTERVAL: &str = ".interval";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_AVG: &str = ".rd_latency_avg";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MAX: &str = ".rd_latency_max";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MIN: &str = ".rd_latency_min";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_QUEUE_DEPTH_AVG: &str = ".rd_queue_depth_avg";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_AVG: &str = ".wr_latency_avg";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MAX: &str = ".wr_latency_max";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MIN: &str = ".wr_latency_min";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_QUEUE_DEPTH_AVG: &str = ".wr_queue_depth_avg";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_AVG: &str = ".zone_append_latency_avg";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MAX: &str = ".zone_append_latency_max";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MIN: &str = ".zone_append_latency_min";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_QUEUE_DEPTH_AVG: &str =
    ".zone_append_queue_depth_avg";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_BYTES: &str = ".wr.bytes";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_REQS: &str = ".wr.reqs";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_TIMES: &str = ".wr.times";
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_COUNT: &str = "cpu.cache.monitor.count";
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_PREFIX: &str = "cpu.cache.monitor.";
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_COUNT: &str = ".bank.count";
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_PREFIX: &str = ".bank.";
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_BYTES: &str = ".bytes";
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_ID: &str = ".id";
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_NAME: &str = ".name";
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_VCPUS: &str = ".vcpus";
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_COUNT: &str = "cpu.energy.monitor.count";
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_PREFIX: &str = "cpu.energy.monitor.";
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_NAME: &str = ".name";
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_COUNT: &str = ".pkg.count";
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_PREFIX: &str = ".pkg.";
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_SUFFIX_ID: &str = ".id";
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_VCPUS: &str = ".vcpus";
pub const VIR_DOMAIN_STATS_CPU_HALTPOLL_FAIL_TIME: &str = "cpu.haltpoll.fail.time";
pub const VIR_DOMAIN_STATS_CPU_HALTPOLL_SUCCESS_TIME: &str = "cpu.haltpoll.success.time";
pub const VIR_DOMAIN_STATS_CPU_SYSTEM: &str = "cpu.system";
pub const VIR_DOMAIN_STATS_CPU_TIME: &str = "cpu.time";
pub const VIR_DOMAIN_STATS_CPU_USER: &str = "cpu.user";
pub const VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_CUR: &str = ".cur";
pub const VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_MAX: &str = ".max";
pub const VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_SUM: &str = ".sum";
pub const VIR_DOMAIN_STATS_DIRTYRATE_CALC_MODE: &str = "dirtyrate.calc_mode";
pub const VIR_DOMAIN_STATS_DIRTYRATE_CALC_PERIOD: &str = "dirtyrate.calc_period";
pub const VIR_DOMAIN_STATS_DIRTYRATE_CALC_START_TIME: &str = "dirtyrate.calc_start_time";
pub const VIR_DOMAIN_STATS_DIRTYRATE_CALC_STATUS: &str = "dirtyrate.calc_status";
pub const VIR_DOMAIN_STATS_DIRTYRATE_MEGABYTES_PER_SECOND: &str = "dirtyrate.megabytes_per_second";
pub const VIR_DOMAIN_STATS_DIRTYRATE_VCPU_PREFIX: &str = "dirtyrate.vcpu.";
pub const VIR_DOMAIN_STATS_DIRTYRATE_VCPU_SUFFIX_MEGABYTES_PER_SECOND: &str = ".megabytes_per_second";
pub const VIR_DOMAIN_STATS_IOTHREAD_COUNT: &str = "iothread.count";
pub const VIR_DOMAIN_STATS_IOTHREAD_PREFIX: &str = "iothread.";
pub const VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_GROW: &str = ".poll-grow";
pub const VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_MAX_NS: &str = ".poll-max-ns";
pub const VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_SHRINK: &str = ".poll-shrink";
pub const VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_WEIGHT: &str = ".poll-weight";
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_COUNT: &str = "memory.bandwidth.monitor.count";
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_PREFIX: &str = "memory.bandwidth.monitor.";
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NAME: &str = ".name";
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_COUNT: &str = ".node.count";
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_PREFIX: &str = ".node.";
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_LOCAL: &str = ".bytes.local";
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_TOTAL: &str = ".bytes.total";
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_ID: &str = ".id";
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_VCPUS: &str = ".vcpus";
pub const VIR_DOMAIN_STATS_NET_COUNT: &str = "net.count";
pub const VIR_DOMAIN_STATS_NET_PREFIX: &str = "net.";
pub const VIR_DOMAIN_STATS_NET_SUFFIX_NAME: &str = ".name";
pub const VIR_DOMAIN_STATS_NET_SUFFIX_RX_BYTES: &str = ".rx.bytes";
pub const VIR_DOMAIN_STATS_NET_SUFFIX_RX_DROP: &str = ".rx.drop";
pub const VIR_DOMAIN_STATS_NET_SUFFIX_RX_ERRS: &str = ".rx.errs";
pub const VIR_DOMAIN_STATS_NET_SUFFIX_RX_PKTS: &str = ".rx.pkts";
pub const VIR_DOMAIN_STATS_NET_SUFFIX_TX_BYTES: &str = ".tx.bytes";
pub const VIR_DOMAIN_STATS_NET_SUFFIX_TX_DROP: &str = ".tx.drop";
pub const VIR_DOMAIN_STATS_NET_SUFFIX_TX_ERRS: &str = ".tx.errs";
pub const VIR_DOMAIN_STATS_NET_SUFFIX_TX_PKTS: &str = ".tx.pkts";
pub const VIR_DOMAIN_STATS_PERF_ALIGNMENT_FAULTS: &str = "perf.alignment_faults";
pub const VIR_DOMAIN_STATS_PERF_BRANCH_INSTRUCTIONS: &str = "perf.branch_instructions";
pub const VIR_DOMAIN_STATS_PERF_BRANCH_MISSES: &str = "perf.branch_misses";
pub const VIR_DOMAIN_STATS_PERF_BUS_CYCLES: &str = "perf.bus_cycles";
pub const VIR_DOMAIN_STATS_PERF_CACHE_MISSES: &str = "perf.cache_misses";
pub const VIR_DOMAIN_STATS_PERF_CACHE_REFERENCES: &str = "perf.cache_references";
pub const VIR_DOMAIN_STATS_PERF_CMT: &str = "perf.cmt";
pub const VIR_DOMAIN_STATS_PERF_CONTEXT_SWITCHES: &str = "perf.context_switches";
pub const VIR_DOMAIN_STATS_PERF_CPU_CLOCK: &str = "perf.cpu_clock";
pub const VIR_DOMAIN_STATS_PERF_CPU_CYCLES: &str = "perf.cpu_cycles";
pub const VIR_DOMAIN_STATS_PERF_CPU_MIGRATIONS: &str = "perf.cpu_migrations";
pub const VIR_DOMAIN_STATS_PERF_EMULATION_FAULTS: &str = "perf.emulation_faults";
pub const VIR_DOMAIN_STATS_PERF_INSTRUCTIONS: &str = "perf.instructions";
pub const VIR_DOMAIN_STATS_PERF_MBML: &str = "perf.mbml";
pub const VIR_DOMAIN_STATS_PERF_MBMT: &str = "perf.mbmt";
pub const VIR_DOMAIN_STATS_PERF_PAGE_FAULTS: &str = "perf.page_faults";
pub const VIR_DOMAIN_STATS_PERF_PAGE_FAULTS_MAJ: &str = "perf.page_faults_maj";
pub const VIR_DOMAIN_STATS_PERF_PAGE_FAULTS_MIN: &str = "perf.page_faults_min";
pub const VIR_DOMAIN_STATS_PERF_REF_CPU_CYCLES: &str = "perf.ref_cpu_cycles";
pub const VIR_DOMAIN_STATS_PERF_STALLED_CYCLES_BACKEND: &str = "perf.stalled_cycles_backend";
pub const VIR_DOMAIN_STATS_PERF_STALLED_CYCLES_FRONTEND: &str = "perf.stalled_cycles_frontend";
pub const VIR_DOMAIN_STATS_PERF_TASK_CLOCK: &str = "perf.task_clock";
pub const VIR_DOMAIN_STATS_STATE_REASON: &str = "state.reason";
pub const VIR_DOMAIN_STATS_STATE_STATE: &str = "state.state";
pub const VIR_DOMAIN_STATS_VCPU_CURRENT: &str = "vcpu.current";
pub const VIR_DOMAIN_STATS_VCPU_MAXIMUM: &str = "vcpu.maximum";
pub const VIR_DOMAIN_STATS_VCPU_PREFIX: &str = "vcpu.";
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_DELAY: &str = ".delay";
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_HALTED: &str = ".halted";
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_STATE: &str = ".state";
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_TIME: &str = ".time";
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_WAIT: &str = ".wait";
pub const VIR_DOMAIN_STATS_VM_PREFIX: &str = "vm.";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_DISK: &str = "blkdeviotune.disk";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_GROUP_NAME: &str = "blkdeviotune.group_name";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC: &str = "blkdeviotune.read_bytes_sec";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX: &str = "blkdeviotune.read_bytes_sec_max";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX_LENGTH: &str = "blkdeviotune.read_bytes_sec_max_length";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC: &str = "blkdeviotune.read_iops_sec";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX: &str = "blkdeviotune.read_iops_sec_max";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX_LENGTH: &str = "blkdeviotune.read_iops_sec_max_length";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_SIZE_IOPS_SEC: &str = "blkdeviotune.size_iops_sec";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC: &str = "blkdeviotune.total_bytes_sec";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX: &str = "blkdeviotune.total_bytes_sec_max";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX_LENGTH: &str = "blkdeviotune.total_bytes_sec_max_length";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC: &str = "blkdeviotune.total_iops_sec";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX: &str = "blkdeviotune.total_iops_sec_max";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX_LENGTH: &str = "blkdeviotune.total_iops_sec_max_length";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC: &str = "blkdeviotune.write_bytes_sec";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX: &str = "blkdeviotune.write_bytes_sec_max";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX_LENGTH: &str = "blkdeviotune.write_bytes_sec_max_length";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC: &str = "blkdeviotune.write_iops_sec";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX: &str = "blkdeviotune.write_iops_sec_max";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX_LENGTH: &str = "blkdeviotune.write_iops_sec_max_length";
pub const VIR_DOMAIN_TUNABLE_CPU_CPU_SHARES: &str = "cputune.cpu_shares";
pub const VIR_DOMAIN_TUNABLE_CPU_EMULATORPIN: &str = "cputune.emulatorpin";
pub const VIR_DOMAIN_TUNABLE_CPU_EMULATOR_PERIOD: &str = "cputune.emulator_period";
pub const VIR_DOMAIN_TUNABLE_CPU_EMULATOR_QUOTA: &str = "cputune.emulator_quota";
pub const VIR_DOMAIN_TUNABLE_CPU_GLOBAL_PERIOD: &str = "cputune.global_period";
pub const VIR_DOMAIN_TUNABLE_CPU_GLOBAL_QUOTA: &str = "cputune.global_quota";
pub const VIR_DOMAIN_TUNABLE_CPU_IOTHREADSPIN: &str = "cputune.iothreadpin%u";
pub const VIR_DOMAIN_TUNABLE_CPU_IOTHREAD_PERIOD: &str = "cputune.iothread_period";
pub const VIR_DOMAIN_TUNABLE_CPU_IOTHREAD_QUOTA: &str = "cputune.iothread_quota";
pub const VIR_DOMAIN_TUNABLE_CPU_VCPUPIN: &str = "cputune.vcpupin%u";
pub const VIR_DOMAIN_TUNABLE_CPU_VCPU_PERIOD: &str = "cputune.vcpu_period";
pub const VIR_DOMAIN_TUNABLE_CPU_VCPU_QUOTA: &str = "cputune.vcpu_quota";
pub const VIR_MIGRATE_PARAM_AUTO_CONVERGE_INCREMENT: &str = "auto_converge.increment";
pub const VIR_MIGRATE_PARAM_AUTO_CONVERGE_INITIAL: &str = "auto_converge.initial";
pub const VIR_MIGRATE_PARAM_BANDWIDTH: &str = "bandwidth";
pub const VIR_MIGRATE_PARAM_BANDWIDTH_AVAIL_SWITCHOVER: &str = "bandwidth.avail.switchover";
pub const VIR_MIGRATE_PARAM_BANDWIDTH_POSTCOPY: &str = "bandwidth.postcopy";
pub const VIR_MIGRATE_PARAM_COMPRESSION: &str = "compression";
pub const VIR_MIGRATE_PARAM_COMPRESSION_MT_DTHREADS: &str = "compression.mt.dthreads";
pub const VIR_MIGRATE_PARAM_COMPRESSION_MT_LEVEL: &str = "compression.mt.level";
pub const VIR_MIGRATE_PARAM_COMPRESSION_MT_THREADS: &str = "compression.mt.threads";
pub const VIR_MIGRATE_PARAM_COMPRESSION_XBZRLE_CACHE: &str = "compression.xbzrle.cache";
pub const VIR_MIGRATE_PARAM_COMPRESSION_ZLIB_LEVEL: &str = "compression.zlib.level";
pub const VIR_MIGRATE_PARAM_COMPRESSION_ZSTD_LEVEL: &str = "compression.zstd.level";
pub const VIR_MIGRATE_PARAM_DEST_NAME: &str = "destination_name";
pub const VIR_MIGRATE_PARAM_DEST_XML: &str = "destination_xml";
pub const VIR_MIGRATE_PARAM_DISKS_PORT: &str = "disks_port";
pub const VIR_MIGRATE_PARAM_DISKS_URI: &str = "disks_uri";
pub const VIR_MIGRATE_PARAM_GRAPHICS_URI: &str = "graphics_uri";
pub const VIR_MIGRATE_PARAM_LISTEN_ADDRESS: &str = "listen_address";
pub const VIR_MIGRATE_PARAM_MIGRATE_DISKS: &str = "migrate_disks";
pub const VIR_MIGRATE_PARAM_MIGRATE_DISKS_DETECT_ZEROES: &str = "migrate_disks_detect_zeroes";
pub const VIR_MIGRATE_PARAM_MIGRATE_DISKS_TARGET_ZERO: &str = "migrate_disks_target_zero";
pub const VIR_MIGRATE_PARAM_PARALLEL_CONNECTIONS: &str = "parallel.connections";
pub const VIR_MIGRATE_PARAM_PERSIST_XML: &str = "persistent_xml";
pub const VIR_MIGRATE_PARAM_TLS_DESTINATION: &str = "tls.destination";
pub const VIR_MIGRATE_PARAM_URI: &str = "migrate_uri";
pub const VIR_PERF_PARAM_ALIGNMENT_FAULTS: &str = "alignment_faults";
pub const VIR_PERF_PARAM_BRANCH_INSTRUCTIONS: &str = "branch_instructions";
pub const VIR_PERF_PARAM_BRANCH_MISSES: &str = "branch_misses";
pub const VIR_PERF_PARAM_BUS_CYCLES: &str = "bus_cycles";
pub const VIR_PERF_PARAM_CACHE_MISSES: &str = "cache_misses";
pub const VIR_PERF_PARAM_CACHE_REFERENCES: &str = "cache_references";
pub const VIR_PERF_PARAM_CMT: &str = "cmt";
pub const VIR_PERF_PARAM_CONTEXT_SWITCHES: &str = "context_switches";
pub const VIR_PERF_PARAM_CPU_CLOCK: &str = "cpu_clock";
pub const VIR_PERF_PARAM_CPU_CYCLES: &str = "cpu_cycles";
pub const VIR_PERF_PARAM_CPU_MIGRATIONS: &str = "cpu_migrations";
pub const VIR_PERF_PARAM_EMULATION_FAULTS: &str = "emulation_faults";
pub const VIR_PERF_PARAM_INSTRUCTIONS: &str = "instructions";
pub const VIR_PERF_PARAM_MBML: &str = "mbml";
pub const VIR_PERF_PARAM_MBMT: &str = "mbmt";
pub const VIR_PERF_PARAM_PAGE_FAULTS: &str = "page_faults";
pub const VIR_PERF_PARAM_PAGE_FAULTS_MAJ: &str = "page_faults_maj";
pub const VIR_PERF_PARAM_PAGE_FAULTS_MIN: &str = "page_faults_min";
pub const VIR_PERF_PARAM_REF_CPU_CYCLES: &str = "ref_cpu_cycles";
pub const VIR_PERF_PARAM_STALLED_CYCLES_BACKEND: &str = "stalled_cycles_backend";
pub const VIR_PERF_PARAM_STALLED_CYCLES_FRONTEND: &str = "stalled_cycles_frontend";
pub const VIR_PERF_PARAM_TASK_CLOCK: &str = "task_clock";
