//! Domains: virtual CPUs and I/O threads.

use std::ffi::{c_int, c_uchar, c_uint, c_ulonglong};

use crate::types::*;

/// One I/O thread, and the CPUs that it may run on.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainIOThreadInfo {
    pub iothread_id: c_uint,
    pub cpumap: *mut c_uchar,
    pub cpumaplen: c_int,
}
pub type virDomainIOThreadInfo = _virDomainIOThreadInfo;
pub type virDomainIOThreadInfoPtr = *mut virDomainIOThreadInfo;

/// One virtual CPU: state, CPU time in nanoseconds, and the CPU that it runs on.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virVcpuInfo {
    pub number: c_uint,
    pub state: c_int,
    pub cpuTime: c_ulonglong,
    pub cpu: c_int,
}
pub type virVcpuInfo = _virVcpuInfo;
pub type virVcpuInfoPtr = *mut virVcpuInfo;

/// Where single virtual CPUs are switched on and off, and how.
pub type virDomainSetVcpuFlags = c_uint;
pub const VIR_DOMAIN_SETVCPU_AFFECT_CONFIG: virDomainSetVcpuFlags = VIR_DOMAIN_AFFECT_CONFIG as virDomainSetVcpuFlags;
pub const VIR_DOMAIN_SETVCPU_AFFECT_CURRENT: virDomainSetVcpuFlags = VIR_DOMAIN_AFFECT_CURRENT as virDomainSetVcpuFlags;
pub const VIR_DOMAIN_SETVCPU_AFFECT_LIVE: virDomainSetVcpuFlags = VIR_DOMAIN_AFFECT_LIVE as virDomainSetVcpuFlags;
pub const VIR_DOMAIN_SETVCPU_ASYNC_UNPLUG: virDomainSetVcpuFlags = 1 << 2;

/// Which number of virtual CPUs is meant.
pub type virDomainVcpuFlags = c_uint;
pub const VIR_DOMAIN_VCPU_CONFIG: virDomainVcpuFlags = VIR_DOMAIN_AFFECT_CONFIG as virDomainVcpuFlags;
pub const VIR_DOMAIN_VCPU_CURRENT: virDomainVcpuFlags = VIR_DOMAIN_AFFECT_CURRENT as virDomainVcpuFlags;
pub const VIR_DOMAIN_VCPU_LIVE: virDomainVcpuFlags = VIR_DOMAIN_AFFECT_LIVE as virDomainVcpuFlags;
pub const VIR_DOMAIN_VCPU_MAXIMUM: virDomainVcpuFlags = 1 << 2;
pub const VIR_DOMAIN_VCPU_GUEST: virDomainVcpuFlags = 1 << 3;
pub const VIR_DOMAIN_VCPU_HOTPLUGGABLE: virDomainVcpuFlags = 1 << 4;
pub const VIR_DOMAIN_VCPU_ASYNC_UNPLUG: virDomainVcpuFlags = 1 << 5;

/// What a virtual CPU is doing.
pub type virVcpuState = c_int;
pub const VIR_VCPU_OFFLINE: virVcpuState = 0;
pub const VIR_VCPU_RUNNING: virVcpuState = 1;
pub const VIR_VCPU_BLOCKED: virVcpuState = 2;
pub const VIR_VCPU_LAST: virVcpuState = 3;

/// What stands for a CPU of the host where there is none to tell.
pub type virVcpuHostCpuState = c_int;
pub const VIR_VCPU_INFO_CPU_UNAVAILABLE: virVcpuHostCpuState = -2;
pub const VIR_VCPU_INFO_CPU_OFFLINE: virVcpuHostCpuState = -1;

pub const VIR_DOMAIN_CPU_STATS_CPUTIME: &str = "cpu_time";
pub const VIR_DOMAIN_CPU_STATS_SYSTEMTIME: &str = "system_time";
pub const VIR_DOMAIN_CPU_STATS_USERTIME: &str = "user_time";
pub const VIR_DOMAIN_CPU_STATS_VCPUTIME: &str = "vcpu_time";
pub const VIR_DOMAIN_IOTHREAD_POLL_GROW: &str = "poll_grow";
pub const VIR_DOMAIN_IOTHREAD_POLL_MAX_NS: &str = "poll_max_ns";
pub const VIR_DOMAIN_IOTHREAD_POLL_SHRINK: &str = "poll_shrink";
pub const VIR_DOMAIN_IOTHREAD_POLL_WEIGHT: &str = "poll_weight";
pub const VIR_DOMAIN_IOTHREAD_THREAD_POOL_MAX: &str = "thread_pool_max";
pub const VIR_DOMAIN_IOTHREAD_THREAD_POOL_MIN: &str = "thread_pool_min";
