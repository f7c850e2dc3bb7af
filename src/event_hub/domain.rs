//! What can happen to a domain, with what its callbacks are told beside the domain.

use crate::typed_param::TypedParams;
use crate::types::*;

/// One thing that happened to a domain. The numbers are those of the enumerations in `<libvirt/libvirt-domain.h>` that the
/// fields' comments name. Where C has an older and a newer event for the same thing (I/O errors, block jobs), a driver
/// emits both.
#[derive(Clone, Debug, PartialEq)]
pub enum DomainEvent {
    /// A `VIR_DOMAIN_EVENT_…` and its `VIR_DOMAIN_EVENT_…_…`.
    Lifecycle {
        event: i32,
        detail: i32,
    },
    Reboot,
    /// Seconds by which the guest's clock now differs from UTC.
    RtcChange {
        offset: i64,
    },
    /// `VIR_DOMAIN_EVENT_WATCHDOG_…`.
    Watchdog {
        action: i32,
    },
    /// `VIR_DOMAIN_EVENT_IO_ERROR_…`.
    IoError {
        path: String,
        alias: String,
        action: i32,
    },
    /// `VIR_DOMAIN_EVENT_GRAPHICS_…`; the identities of the client are pairs of type and name.
    Graphics {
        phase: i32,
        local: GraphicsAddress,
        remote: GraphicsAddress,
        auth_scheme: String,
        identities: Vec<(String, String)>,
    },
    /// As `IoError`, with the reason.
    IoErrorReason {
        path: String,
        alias: String,
        action: i32,
        reason: String,
    },
    ControlError,
    /// The disk by its source; `VIR_DOMAIN_BLOCK_JOB_TYPE_…`, `VIR_DOMAIN_BLOCK_JOB_…`.
    BlockJob {
        disk: String,
        kind: i32,
        status: i32,
    },
    /// `VIR_DOMAIN_EVENT_DISK_CHANGE_…`.
    DiskChange {
        old_path: Option<String>,
        new_path: Option<String>,
        alias: String,
        reason: i32,
    },
    /// `VIR_DOMAIN_EVENT_TRAY_CHANGE_…`.
    TrayChange {
        alias: String,
        reason: i32,
    },
    PmWakeup {
        reason: i32,
    },
    PmSuspend {
        reason: i32,
    },
    /// The memory that the guest has now, in KiB.
    BalloonChange {
        actual: u64,
    },
    PmSuspendDisk {
        reason: i32,
    },
    DeviceRemoved {
        alias: String,
    },
    /// The disk by its target; otherwise as `BlockJob`.
    BlockJob2 {
        disk: String,
        kind: i32,
        status: i32,
    },
    /// Settings that changed, as `VIR_DOMAIN_TUNABLE_…`.
    Tunable {
        params: TypedParams,
    },
    /// `VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_…`.
    AgentLifecycle {
        state: i32,
        reason: i32,
    },
    DeviceAdded {
        alias: String,
    },
    MigrationIteration {
        iteration: i32,
    },
    /// The statistics of the job, as `VIR_DOMAIN_JOB_…`.
    JobCompleted {
        params: TypedParams,
    },
    DeviceRemovalFailed {
        alias: String,
    },
    /// A `VIR_DOMAIN_METADATA_…` and, for an element, its namespace.
    MetadataChange {
        kind: i32,
        uri: Option<String>,
    },
    /// Bytes.
    BlockThreshold {
        device: String,
        path: Option<String>,
        threshold: u64,
        excess: u64,
    },
    /// `VIR_DOMAIN_EVENT_MEMORY_FAILURE_…`.
    MemoryFailure {
        recipient: i32,
        action: i32,
        flags: u32,
    },
    /// KiB.
    MemoryDeviceSizeChange {
        alias: String,
        size: u64,
    },
    NicMacChange {
        alias: String,
        old: String,
        new: String,
    },
    VcpuRemoved {
        vcpu: u32,
    },
    /// `VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_…`.
    ChannelLifecycle {
        channel: String,
        state: i32,
        reason: i32,
    },
}

/// One end of a connection to a domain's graphics.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GraphicsAddress {
    /// `VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_…`.
    pub family: i32,
    pub node: String,
    pub service: String,
}

impl DomainEvent {
    /// The `VIR_DOMAIN_EVENT_ID_…` by which callbacks are registered.
    pub fn id(&self) -> i32 {
        match self {
            Self::Lifecycle { .. } => VIR_DOMAIN_EVENT_ID_LIFECYCLE,
            Self::Reboot => VIR_DOMAIN_EVENT_ID_REBOOT,
            Self::RtcChange { .. } => VIR_DOMAIN_EVENT_ID_RTC_CHANGE,
            Self::Watchdog { .. } => VIR_DOMAIN_EVENT_ID_WATCHDOG,
            Self::IoError { .. } => VIR_DOMAIN_EVENT_ID_IO_ERROR,
            Self::Graphics { .. } => VIR_DOMAIN_EVENT_ID_GRAPHICS,
            Self::IoErrorReason { .. } => VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON,
            Self::ControlError => VIR_DOMAIN_EVENT_ID_CONTROL_ERROR,
            Self::BlockJob { .. } => VIR_DOMAIN_EVENT_ID_BLOCK_JOB,
            Self::DiskChange { .. } => VIR_DOMAIN_EVENT_ID_DISK_CHANGE,
            Self::TrayChange { .. } => VIR_DOMAIN_EVENT_ID_TRAY_CHANGE,
            Self::PmWakeup { .. } => VIR_DOMAIN_EVENT_ID_PMWAKEUP,
            Self::PmSuspend { .. } => VIR_DOMAIN_EVENT_ID_PMSUSPEND,
            Self::BalloonChange { .. } => VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE,
            Self::PmSuspendDisk { .. } => VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK,
            Self::DeviceRemoved { .. } => VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED,
            Self::BlockJob2 { .. } => VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2,
            Self::Tunable { .. } => VIR_DOMAIN_EVENT_ID_TUNABLE,
            Self::AgentLifecycle { .. } => VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE,
            Self::DeviceAdded { .. } => VIR_DOMAIN_EVENT_ID_DEVICE_ADDED,
            Self::MigrationIteration { .. } => VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION,
            Self::JobCompleted { .. } => VIR_DOMAIN_EVENT_ID_JOB_COMPLETED,
            Self::DeviceRemovalFailed { .. } => VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED,
            Self::MetadataChange { .. } => VIR_DOMAIN_EVENT_ID_METADATA_CHANGE,
            Self::BlockThreshold { .. } => VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD,
            Self::MemoryFailure { .. } => VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE,
            Self::MemoryDeviceSizeChange { .. } => VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE,
            Self::NicMacChange { .. } => VIR_DOMAIN_EVENT_ID_NIC_MAC_CHANGE,
            Self::VcpuRemoved { .. } => VIR_DOMAIN_EVENT_ID_VCPU_REMOVED,
            Self::ChannelLifecycle { .. } => VIR_DOMAIN_EVENT_ID_CHANNEL_LIFECYCLE,
        }
    }
}
