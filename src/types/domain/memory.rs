//! Domains: memory.

use std::ffi::{c_int, c_longlong, c_uint, c_ulonglong};

use crate::types::*;

/// One figure of a guest's memory; `tag` is a `virDomainMemoryStatTags`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainMemoryStat {
    pub tag: c_int,
    pub val: c_ulonglong,
}
pub type virDomainMemoryStatStruct = _virDomainMemoryStat;
pub type virDomainMemoryStatPtr = *mut virDomainMemoryStatStruct;

pub type virMemoryParameter = virTypedParameter;
pub type virMemoryParameterPtr = *mut virMemoryParameter;

/// The older names of the types of typed parameters, for memory.
pub type virMemoryParameterType = c_int;
pub const VIR_DOMAIN_MEMORY_PARAM_BOOLEAN: virMemoryParameterType = VIR_TYPED_PARAM_BOOLEAN as virMemoryParameterType;
pub const VIR_DOMAIN_MEMORY_PARAM_DOUBLE: virMemoryParameterType = VIR_TYPED_PARAM_DOUBLE as virMemoryParameterType;
pub const VIR_DOMAIN_MEMORY_PARAM_INT: virMemoryParameterType = VIR_TYPED_PARAM_INT as virMemoryParameterType;
pub const VIR_DOMAIN_MEMORY_PARAM_LLONG: virMemoryParameterType = VIR_TYPED_PARAM_LLONG as virMemoryParameterType;
pub const VIR_DOMAIN_MEMORY_PARAM_UINT: virMemoryParameterType = VIR_TYPED_PARAM_UINT as virMemoryParameterType;
pub const VIR_DOMAIN_MEMORY_PARAM_ULLONG: virMemoryParameterType = VIR_TYPED_PARAM_ULLONG as virMemoryParameterType;

/// Figures of a guest's memory; KiB unless the name says otherwise.
pub type virDomainMemoryStatTags = c_int;
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
pub const VIR_DOMAIN_MEMORY_STAT_LAST: virDomainMemoryStatTags = VIR_DOMAIN_MEMORY_STAT_NR;

/// Which memory is set: current or maximal, now or in the definition.
pub type virDomainMemoryModFlags = c_uint;
pub const VIR_DOMAIN_MEM_CONFIG: virDomainMemoryModFlags = VIR_DOMAIN_AFFECT_CONFIG as virDomainMemoryModFlags;
pub const VIR_DOMAIN_MEM_CURRENT: virDomainMemoryModFlags = VIR_DOMAIN_AFFECT_CURRENT as virDomainMemoryModFlags;
pub const VIR_DOMAIN_MEM_LIVE: virDomainMemoryModFlags = VIR_DOMAIN_AFFECT_LIVE as virDomainMemoryModFlags;
pub const VIR_DOMAIN_MEM_MAXIMUM: virDomainMemoryModFlags = 1 << 2;

/// Which memory a peek reads.
pub type virDomainMemoryFlags = c_uint;
pub const VIR_MEMORY_VIRTUAL: virDomainMemoryFlags = 1;
pub const VIR_MEMORY_PHYSICAL: virDomainMemoryFlags = 2;

pub const VIR_DOMAIN_MEMORY_FIELD_LENGTH: c_int = VIR_TYPED_PARAM_FIELD_LENGTH;
/// The limit in KiB that stands for none.
pub const VIR_DOMAIN_MEMORY_PARAM_UNLIMITED: c_longlong = 9007199254740991i64;

pub const VIR_DOMAIN_MEMORY_HARD_LIMIT: &str = "hard_limit";
pub const VIR_DOMAIN_MEMORY_MIN_GUARANTEE: &str = "min_guarantee";
pub const VIR_DOMAIN_MEMORY_SOFT_LIMIT: &str = "soft_limit";
pub const VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT: &str = "swap_hard_limit";
