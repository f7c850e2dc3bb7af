//! Domains: scheduler, block I/O, NUMA, performance events.

use std::ffi::c_int;

use crate::types::*;

pub type virBlkioParameter = virTypedParameter;
pub type virBlkioParameterPtr = *mut virBlkioParameter;

pub type virSchedParameter = virTypedParameter;
pub type virSchedParameterPtr = *mut virSchedParameter;

/// The older names of the types of typed parameters, for block I/O.
pub type virBlkioParameterType = c_int;
pub const VIR_DOMAIN_BLKIO_PARAM_BOOLEAN: virBlkioParameterType = VIR_TYPED_PARAM_BOOLEAN as virBlkioParameterType;
pub const VIR_DOMAIN_BLKIO_PARAM_DOUBLE: virBlkioParameterType = VIR_TYPED_PARAM_DOUBLE as virBlkioParameterType;
pub const VIR_DOMAIN_BLKIO_PARAM_INT: virBlkioParameterType = VIR_TYPED_PARAM_INT as virBlkioParameterType;
pub const VIR_DOMAIN_BLKIO_PARAM_LLONG: virBlkioParameterType = VIR_TYPED_PARAM_LLONG as virBlkioParameterType;
pub const VIR_DOMAIN_BLKIO_PARAM_UINT: virBlkioParameterType = VIR_TYPED_PARAM_UINT as virBlkioParameterType;
pub const VIR_DOMAIN_BLKIO_PARAM_ULLONG: virBlkioParameterType = VIR_TYPED_PARAM_ULLONG as virBlkioParameterType;

/// How strictly memory comes from the chosen NUMA nodes.
pub type virDomainNumatuneMemMode = c_int;
pub const VIR_DOMAIN_NUMATUNE_MEM_STRICT: virDomainNumatuneMemMode = 0;
pub const VIR_DOMAIN_NUMATUNE_MEM_PREFERRED: virDomainNumatuneMemMode = 1;
pub const VIR_DOMAIN_NUMATUNE_MEM_INTERLEAVE: virDomainNumatuneMemMode = 2;
pub const VIR_DOMAIN_NUMATUNE_MEM_RESTRICTIVE: virDomainNumatuneMemMode = 3;
pub const VIR_DOMAIN_NUMATUNE_MEM_LAST: virDomainNumatuneMemMode = 4;

/// The older names of the types of typed parameters, for the scheduler.
pub type virSchedParameterType = c_int;
pub const VIR_DOMAIN_SCHED_FIELD_BOOLEAN: virSchedParameterType = VIR_TYPED_PARAM_BOOLEAN as virSchedParameterType;
pub const VIR_DOMAIN_SCHED_FIELD_DOUBLE: virSchedParameterType = VIR_TYPED_PARAM_DOUBLE as virSchedParameterType;
pub const VIR_DOMAIN_SCHED_FIELD_INT: virSchedParameterType = VIR_TYPED_PARAM_INT as virSchedParameterType;
pub const VIR_DOMAIN_SCHED_FIELD_LLONG: virSchedParameterType = VIR_TYPED_PARAM_LLONG as virSchedParameterType;
pub const VIR_DOMAIN_SCHED_FIELD_UINT: virSchedParameterType = VIR_TYPED_PARAM_UINT as virSchedParameterType;
pub const VIR_DOMAIN_SCHED_FIELD_ULLONG: virSchedParameterType = VIR_TYPED_PARAM_ULLONG as virSchedParameterType;

pub const VIR_DOMAIN_BLKIO_FIELD_LENGTH: c_int = VIR_TYPED_PARAM_FIELD_LENGTH;
pub const VIR_DOMAIN_SCHED_FIELD_LENGTH: c_int = VIR_TYPED_PARAM_FIELD_LENGTH;

pub const VIR_DOMAIN_BLKIO_DEVICE_READ_BPS: &str = "device_read_bytes_sec";
pub const VIR_DOMAIN_BLKIO_DEVICE_READ_IOPS: &str = "device_read_iops_sec";
pub const VIR_DOMAIN_BLKIO_DEVICE_WEIGHT: &str = "device_weight";
pub const VIR_DOMAIN_BLKIO_DEVICE_WRITE_BPS: &str = "device_write_bytes_sec";
pub const VIR_DOMAIN_BLKIO_DEVICE_WRITE_IOPS: &str = "device_write_iops_sec";
pub const VIR_DOMAIN_BLKIO_WEIGHT: &str = "weight";
pub const VIR_DOMAIN_NUMA_MODE: &str = "numa_mode";
pub const VIR_DOMAIN_NUMA_NODESET: &str = "numa_nodeset";
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
