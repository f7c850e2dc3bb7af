//! Domains: start, stop, reboot.

use std::ffi::{c_int, c_uint};

/// How a domain is ended by force.
pub type virDomainDestroyFlagsValues = c_uint;
pub const VIR_DOMAIN_DESTROY_DEFAULT: virDomainDestroyFlagsValues = 0;
pub const VIR_DOMAIN_DESTROY_GRACEFUL: virDomainDestroyFlagsValues = 1;
pub const VIR_DOMAIN_DESTROY_REMOVE_LOGS: virDomainDestroyFlagsValues = 2;

/// What is done at such a step.
pub type virDomainLifecycleAction = c_int;
pub const VIR_DOMAIN_LIFECYCLE_ACTION_DESTROY: virDomainLifecycleAction = 0;
pub const VIR_DOMAIN_LIFECYCLE_ACTION_RESTART: virDomainLifecycleAction = 1;
pub const VIR_DOMAIN_LIFECYCLE_ACTION_RESTART_RENAME: virDomainLifecycleAction = 2;
pub const VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE: virDomainLifecycleAction = 3;
pub const VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_DESTROY: virDomainLifecycleAction = 4;
pub const VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_RESTART: virDomainLifecycleAction = 5;
pub const VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE_RUNNING: virDomainLifecycleAction = 6;
pub const VIR_DOMAIN_LIFECYCLE_ACTION_LAST: virDomainLifecycleAction = 7;

/// The steps in a domain's life that an action is set for.
pub type virDomainLifecycle = c_int;
pub const VIR_DOMAIN_LIFECYCLE_POWEROFF: virDomainLifecycle = 0;
pub const VIR_DOMAIN_LIFECYCLE_REBOOT: virDomainLifecycle = 1;
pub const VIR_DOMAIN_LIFECYCLE_CRASH: virDomainLifecycle = 2;
pub const VIR_DOMAIN_LIFECYCLE_LAST: virDomainLifecycle = 3;

/// How a domain starts.
pub type virDomainCreateFlags = c_uint;
pub const VIR_DOMAIN_NONE: virDomainCreateFlags = 0;
pub const VIR_DOMAIN_START_PAUSED: virDomainCreateFlags = 1;
pub const VIR_DOMAIN_START_AUTODESTROY: virDomainCreateFlags = 2;
pub const VIR_DOMAIN_START_BYPASS_CACHE: virDomainCreateFlags = 1 << 2;
pub const VIR_DOMAIN_START_FORCE_BOOT: virDomainCreateFlags = 1 << 3;
pub const VIR_DOMAIN_START_VALIDATE: virDomainCreateFlags = 1 << 4;
pub const VIR_DOMAIN_START_RESET_NVRAM: virDomainCreateFlags = 1 << 5;

/// By which means a guest is asked to reboot.
pub type virDomainRebootFlagValues = c_uint;
pub const VIR_DOMAIN_REBOOT_DEFAULT: virDomainRebootFlagValues = 0;
pub const VIR_DOMAIN_REBOOT_ACPI_POWER_BTN: virDomainRebootFlagValues = 1;
pub const VIR_DOMAIN_REBOOT_GUEST_AGENT: virDomainRebootFlagValues = 2;
pub const VIR_DOMAIN_REBOOT_INITCTL: virDomainRebootFlagValues = 1 << 2;
pub const VIR_DOMAIN_REBOOT_SIGNAL: virDomainRebootFlagValues = 1 << 3;
pub const VIR_DOMAIN_REBOOT_PARAVIRT: virDomainRebootFlagValues = 1 << 4;

/// By which means a guest is asked to shut down.
pub type virDomainShutdownFlagValues = c_uint;
pub const VIR_DOMAIN_SHUTDOWN_DEFAULT: virDomainShutdownFlagValues = 0;
pub const VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN: virDomainShutdownFlagValues = 1;
pub const VIR_DOMAIN_SHUTDOWN_GUEST_AGENT: virDomainShutdownFlagValues = 2;
pub const VIR_DOMAIN_SHUTDOWN_INITCTL: virDomainShutdownFlagValues = 1 << 2;
pub const VIR_DOMAIN_SHUTDOWN_SIGNAL: virDomainShutdownFlagValues = 1 << 3;
pub const VIR_DOMAIN_SHUTDOWN_PARAVIRT: virDomainShutdownFlagValues = 1 << 4;
