//! What `<libvirt/libvirt-qemu.h>` declares beside functions: constants, structs and callback types.

use std::ffi::{c_char, c_int, c_longlong, c_uint, c_void};

use super::*;

/// How the name of an event is compared.
pub type virConnectDomainQemuMonitorEventRegisterFlags = c_uint;
pub const VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX: virConnectDomainQemuMonitorEventRegisterFlags = 1;
pub const VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE: virConnectDomainQemuMonitorEventRegisterFlags = 2;

/// How long the guest agent is waited for, where it is no number of seconds.
pub type virDomainQemuAgentCommandTimeoutValues = c_int;
pub const VIR_DOMAIN_QEMU_AGENT_COMMAND_BLOCK: virDomainQemuAgentCommandTimeoutValues =
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK as virDomainQemuAgentCommandTimeoutValues;
pub const VIR_DOMAIN_QEMU_AGENT_COMMAND_DEFAULT: virDomainQemuAgentCommandTimeoutValues =
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_DEFAULT as virDomainQemuAgentCommandTimeoutValues;
pub const VIR_DOMAIN_QEMU_AGENT_COMMAND_MIN: virDomainQemuAgentCommandTimeoutValues =
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK as virDomainQemuAgentCommandTimeoutValues;
pub const VIR_DOMAIN_QEMU_AGENT_COMMAND_NOWAIT: virDomainQemuAgentCommandTimeoutValues =
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_NOWAIT as virDomainQemuAgentCommandTimeoutValues;
pub const VIR_DOMAIN_QEMU_AGENT_COMMAND_SHUTDOWN: virDomainQemuAgentCommandTimeoutValues = 60;

/// Which language a monitor command is in.
pub type virDomainQemuMonitorCommandFlags = c_uint;
pub const VIR_DOMAIN_QEMU_MONITOR_COMMAND_DEFAULT: virDomainQemuMonitorCommandFlags = 0;
pub const VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP: virDomainQemuMonitorCommandFlags = 1;

/// Is told an event of QEMU's monitor, when it happened, and its details as JSON or NULL.
pub type virConnectDomainQemuMonitorEventCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        event: *const c_char,
        seconds: c_longlong,
        micros: c_uint,
        details: *const c_char,
        opaque: *mut c_void,
    ),
>;
