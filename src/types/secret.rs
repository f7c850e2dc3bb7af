//! What `<libvirt/libvirt-secret.h>` declares beside functions: constants, structs and callback types.

use std::ffi::{c_int, c_uint, c_void};

use super::*;

/// A secret: opaque, counted by reference.
#[repr(C)]
pub struct _virSecret {
    _opaque: [u8; 0],
}
pub type virSecret = _virSecret;
pub type virSecretPtr = *mut virSecret;

/// Which secrets are listed.
pub type virConnectListAllSecretsFlags = c_uint;
pub const VIR_CONNECT_LIST_SECRETS_EPHEMERAL: virConnectListAllSecretsFlags = 1;
pub const VIR_CONNECT_LIST_SECRETS_NO_EPHEMERAL: virConnectListAllSecretsFlags = 2;
pub const VIR_CONNECT_LIST_SECRETS_PRIVATE: virConnectListAllSecretsFlags = 1 << 2;
pub const VIR_CONNECT_LIST_SECRETS_NO_PRIVATE: virConnectListAllSecretsFlags = 1 << 3;

/// How a definition is taken.
pub type virSecretDefineFlags = c_uint;
pub const VIR_SECRET_DEFINE_VALIDATE: virSecretDefineFlags = 1;

/// What happened to a secret.
pub type virSecretEventLifecycleType = c_int;
pub const VIR_SECRET_EVENT_DEFINED: virSecretEventLifecycleType = 0;
pub const VIR_SECRET_EVENT_UNDEFINED: virSecretEventLifecycleType = 1;
pub const VIR_SECRET_EVENT_LAST: virSecretEventLifecycleType = 2;

/// What can be listened to.
pub type virSecretEventID = c_int;
pub const VIR_SECRET_EVENT_ID_LIFECYCLE: virSecretEventID = 0;
pub const VIR_SECRET_EVENT_ID_VALUE_CHANGED: virSecretEventID = 1;
pub const VIR_SECRET_EVENT_ID_LAST: virSecretEventID = 2;

/// What a secret is for.
pub type virSecretUsageType = c_int;
pub const VIR_SECRET_USAGE_TYPE_NONE: virSecretUsageType = 0;
pub const VIR_SECRET_USAGE_TYPE_VOLUME: virSecretUsageType = 1;
pub const VIR_SECRET_USAGE_TYPE_CEPH: virSecretUsageType = 2;
pub const VIR_SECRET_USAGE_TYPE_ISCSI: virSecretUsageType = 3;
pub const VIR_SECRET_USAGE_TYPE_TLS: virSecretUsageType = 4;
pub const VIR_SECRET_USAGE_TYPE_VTPM: virSecretUsageType = 5;
pub const VIR_SECRET_USAGE_TYPE_LAST: virSecretUsageType = 6;

/// Stands for the callbacks of all events of secrets; is itself that of a new value.
pub type virConnectSecretEventGenericCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, secret: virSecretPtr, opaque: *mut c_void)>;

/// Is told that secrets come and go: `event` is a `virSecretEventLifecycleType`.
pub type virConnectSecretEventLifecycleCallback = Option<
    unsafe extern "C" fn(conn: virConnectPtr, secret: virSecretPtr, event: c_int, detail: c_int, opaque: *mut c_void),
>;
