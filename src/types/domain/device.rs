//! Domains: devices.

use std::ffi::{c_int, c_uint};

use crate::types::*;

/// Where a device is changed: now, in the definition, and whether by force.
pub type virDomainDeviceModifyFlags = c_uint;
pub const VIR_DOMAIN_DEVICE_MODIFY_CONFIG: virDomainDeviceModifyFlags =
    VIR_DOMAIN_AFFECT_CONFIG as virDomainDeviceModifyFlags;
pub const VIR_DOMAIN_DEVICE_MODIFY_CURRENT: virDomainDeviceModifyFlags =
    VIR_DOMAIN_AFFECT_CURRENT as virDomainDeviceModifyFlags;
pub const VIR_DOMAIN_DEVICE_MODIFY_LIVE: virDomainDeviceModifyFlags =
    VIR_DOMAIN_AFFECT_LIVE as virDomainDeviceModifyFlags;
pub const VIR_DOMAIN_DEVICE_MODIFY_FORCE: virDomainDeviceModifyFlags = 1 << 2;

/// What is done with the labels of files that are passed in.
pub type virDomainFDAssociateFlags = c_uint;
pub const VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_RESTORE: virDomainFDAssociateFlags = 1;
pub const VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_WRITABLE: virDomainFDAssociateFlags = 2;

/// Which display reads its certificates again.
pub type virDomainGraphicsReloadType = c_int;
pub const VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_ANY: virDomainGraphicsReloadType = 0;
pub const VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_VNC: virDomainGraphicsReloadType = 1;
pub const VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_LAST: virDomainGraphicsReloadType = 2;
