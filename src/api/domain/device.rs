//! Domains: devices that come and go.

use std::ffi::{c_char, c_int, c_uint};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::Domain;
use crate::types::*;

export!(
    virDomainAttachDevice,
    virDomainAttachDeviceFlags,
    virDomainDetachDevice,
    virDomainDetachDeviceAlias,
    virDomainDetachDeviceFlags,
    virDomainUpdateDeviceFlags
);

const FROM: Origin = VIR_FROM_DOMAIN;

/// Adds the device that `xml` describes to a running domain.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAttachDevice(domain: virDomainPtr, xml: *const c_char) -> c_int {
    entry(FROM, "virDomainAttachDevice", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        let xml = call.document(xml, "xml", "device_definition")?;
        call.require_write(domain)?;
        domain.driver()?.attach_device(domain, xml, VIR_DOMAIN_AFFECT_LIVE)
    })
}

/// Adds the device that `xml` describes to the definitions that `flags`, of `VIR_DOMAIN_DEVICE_MODIFY_…`, say.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAttachDeviceFlags(domain: virDomainPtr, xml: *const c_char, flags: c_uint) -> c_int {
    entry(FROM, "virDomainAttachDeviceFlags", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        let xml = call.document(xml, "xml", "device_definition")?;
        call.require_write(domain)?;
        domain.driver()?.attach_device(domain, xml, flags)
    })
}

/// Takes the device that `xml` describes away from a running domain.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDetachDevice(domain: virDomainPtr, xml: *const c_char) -> c_int {
    entry(FROM, "virDomainDetachDevice", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        let xml = call.document(xml, "xml", "device_definition")?;
        call.require_write(domain)?;
        domain.driver()?.detach_device(domain, xml, VIR_DOMAIN_AFFECT_LIVE)
    })
}

/// Takes the device with that alias away from the definitions that `flags`, of `VIR_DOMAIN_DEVICE_MODIFY_…`, say.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDetachDeviceAlias(
    domain: virDomainPtr,
    alias: *const c_char,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainDetachDeviceAlias", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        let alias = call.text(alias, "alias")?;
        call.require_write(domain)?;
        domain.driver()?.detach_device_alias(domain, alias, flags)
    })
}

/// Takes the device that `xml` describes away from the definitions that `flags`, of `VIR_DOMAIN_DEVICE_MODIFY_…`, say.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDetachDeviceFlags(domain: virDomainPtr, xml: *const c_char, flags: c_uint) -> c_int {
    entry(FROM, "virDomainDetachDeviceFlags", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        let xml = call.document(xml, "xml", "device_definition")?;
        call.require_write(domain)?;
        domain.driver()?.detach_device(domain, xml, flags)
    })
}

/// Changes a device to what `xml` describes, in the definitions that `flags`, of `VIR_DOMAIN_DEVICE_MODIFY_…`, say.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainUpdateDeviceFlags(domain: virDomainPtr, xml: *const c_char, flags: c_uint) -> c_int {
    entry(FROM, "virDomainUpdateDeviceFlags", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        let xml = call.document(xml, "xml", "device_definition")?;
        call.require_write(domain)?;
        domain.driver()?.update_device(domain, xml, flags)
    })
}
