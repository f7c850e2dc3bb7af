//! Domains: definitions and descriptions.

use std::ffi::c_uint;

/// How the capabilities for domains are described.
pub type virConnectGetDomainCapabilitiesFlags = c_uint;
pub const VIR_CONNECT_GET_DOMAIN_CAPABILITIES_DISABLE_DEPRECATED_FEATURES: virConnectGetDomainCapabilitiesFlags = 1;
pub const VIR_CONNECT_GET_DOMAIN_CAPABILITIES_EXPAND_CPU_FEATURES: virConnectGetDomainCapabilitiesFlags = 2;
pub const VIR_CONNECT_GET_DOMAIN_CAPABILITIES_SUPPORTED_CPU_FEATURES: virConnectGetDomainCapabilitiesFlags = 1 << 2;

/// How a definition is taken.
pub type virDomainDefineFlags = c_uint;
pub const VIR_DOMAIN_DEFINE_VALIDATE: virDomainDefineFlags = 1;

/// What goes with a definition, or is kept.
pub type virDomainUndefineFlagsValues = c_uint;
pub const VIR_DOMAIN_UNDEFINE_MANAGED_SAVE: virDomainUndefineFlagsValues = 1;
pub const VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA: virDomainUndefineFlagsValues = 2;
pub const VIR_DOMAIN_UNDEFINE_NVRAM: virDomainUndefineFlagsValues = 1 << 2;
pub const VIR_DOMAIN_UNDEFINE_KEEP_NVRAM: virDomainUndefineFlagsValues = 1 << 3;
pub const VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA: virDomainUndefineFlagsValues = 1 << 4;
pub const VIR_DOMAIN_UNDEFINE_TPM: virDomainUndefineFlagsValues = 1 << 5;
pub const VIR_DOMAIN_UNDEFINE_KEEP_TPM: virDomainUndefineFlagsValues = 1 << 6;

/// How a domain is described.
pub type virDomainXMLFlags = c_uint;
pub const VIR_DOMAIN_XML_SECURE: virDomainXMLFlags = 1;
pub const VIR_DOMAIN_XML_INACTIVE: virDomainXMLFlags = 2;
pub const VIR_DOMAIN_XML_UPDATE_CPU: virDomainXMLFlags = 1 << 2;
pub const VIR_DOMAIN_XML_MIGRATABLE: virDomainXMLFlags = 1 << 3;
