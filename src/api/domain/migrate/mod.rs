//! Domains: migration.

mod decide;

use std::ffi::{c_char, c_int, c_uint, c_ulong, c_ulonglong};
use std::sync::Arc;

use crate::abi::{Call, entry};
use crate::error::{Error, Origin, Result};
use crate::object::{Connection, Domain};
use crate::typed_param::TypedParams;
use crate::types::*;

export!(
    virDomainMigrate,
    virDomainMigrate2,
    virDomainMigrate3,
    virDomainMigrateGetCompressionCache,
    virDomainMigrateGetMaxDowntime,
    virDomainMigrateGetMaxSpeed,
    virDomainMigrateSetCompressionCache,
    virDomainMigrateSetMaxDowntime,
    virDomainMigrateSetMaxSpeed,
    virDomainMigrateStartPostCopy,
    virDomainMigrateToURI,
    virDomainMigrateToURI2,
    virDomainMigrateToURI3
);

const FROM: Origin = VIR_FROM_DOMAIN;

/// What the old functions take one by one.
struct Given {
    xml: *const c_char,
    name: *const c_char,
    uri: *const c_char,
    /// In MiB/s; 0 is no limit.
    bandwidth: c_ulong,
}

impl Given {
    fn params(&self, call: &Call) -> Result<TypedParams> {
        let mut params = TypedParams::new();
        let texts = [
            (VIR_MIGRATE_PARAM_DEST_XML, self.xml, "dxml"),
            (VIR_MIGRATE_PARAM_DEST_NAME, self.name, "dname"),
            (VIR_MIGRATE_PARAM_URI, self.uri, "uri"),
        ];
        for (param, text, name) in texts {
            if let Some(text) = call.optional_text(text, name)? {
                params.push(param, text);
            }
        }
        if self.bandwidth != 0 {
            params.push(VIR_MIGRATE_PARAM_BANDWIDTH, self.bandwidth);
        }
        Ok(params)
    }
}

/// The flags that there are; bits beyond an `unsigned int` mean nothing.
fn known(flags: c_ulong) -> c_uint {
    (flags & c_ulong::from(c_uint::MAX)) as c_uint
}

/// What `virDomainMigrate` and `virDomainMigrate2` do.
fn migrate(
    call: &Call,
    domain: virDomainPtr,
    dconn: virConnectPtr,
    flags: c_ulong,
    given: &Given,
) -> Result<Arc<Domain>> {
    let domain = call.writable::<Domain>(domain)?;
    let destination = destination(call, dconn)?;
    decide::check_disk_flags(call, known(flags))?;
    decide::check_transport_flags(call, known(flags))?;
    decide::migrate(domain, &destination, &given.params(call)?, known(flags))
}

/// The connection to migrate to, which may be changed through.
fn destination(call: &Call, dconn: virConnectPtr) -> Result<Arc<Connection>> {
    let invalid = |error: Error| error.from_origin(FROM);
    call.share_writable::<Connection>(dconn).map_err(invalid)
}

/// Moves a running domain to the host that `dconn` is connected to; gives the domain there. `dname` renames it, `uri` says
/// where the hypervisor there is reached, `bandwidth` is in MiB/s; NULL and 0 let the drivers choose.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrate(
    domain: virDomainPtr,
    dconn: virConnectPtr,
    flags: c_ulong,
    dname: *const c_char,
    uri: *const c_char,
    bandwidth: c_ulong,
) -> virDomainPtr {
    entry(FROM, "virDomainMigrate", |call| {
        migrate(call, domain, dconn, flags, &Given { xml: std::ptr::null(), name: dname, uri, bandwidth })
    })
}

/// As `virDomainMigrate`; `dxml` is what the domain is to be there.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrate2(
    domain: virDomainPtr,
    dconn: virConnectPtr,
    dxml: *const c_char,
    flags: c_ulong,
    dname: *const c_char,
    uri: *const c_char,
    bandwidth: c_ulong,
) -> virDomainPtr {
    entry(FROM, "virDomainMigrate2", |call| {
        migrate(call, domain, dconn, flags, &Given { xml: dxml, name: dname, uri, bandwidth })
    })
}

/// As `virDomainMigrate`, with everything else in parameters (`VIR_MIGRATE_PARAM_…`).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrate3(
    domain: virDomainPtr,
    dconn: virConnectPtr,
    params: virTypedParameterPtr,
    nparams: c_uint,
    flags: c_uint,
) -> virDomainPtr {
    entry(FROM, "virDomainMigrate3", |call| {
        let domain = call.writable::<Domain>(domain)?;
        let destination = destination(call, dconn)?;
        decide::check_disk_flags(call, flags)?;
        if flags & VIR_MIGRATE_PEER2PEER != 0 {
            return Err(Error::about("flags", "use virDomainMigrateToURI3 for peer-to-peer migration"));
        }
        if flags & VIR_MIGRATE_TUNNELLED != 0 {
            let text = "cannot perform tunnelled migration without using peer2peer flag";
            return Err(Error::about("flags", text));
        }
        let params = call.params(params, c_int::try_from(nparams).unwrap_or(c_int::MAX))?;
        decide::migrate_managed(domain, &destination, &params, flags)
    })
}

/// How much memory the compression of repeated pages may take, in bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateGetCompressionCache(
    domain: virDomainPtr,
    cache_size: *mut c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainMigrateGetCompressionCache", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.non_null(cache_size, "cacheSize")?;
        call.store(cache_size, domain.driver()?.migration_compression_cache(domain, flags)?);
        Ok(())
    })
}

/// For how long the guest may stand still at the end of a migration, in milliseconds.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateGetMaxDowntime(
    domain: virDomainPtr,
    downtime: *mut c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainMigrateGetMaxDowntime", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.non_null(downtime, "downtime")?;
        call.store(downtime, domain.driver()?.migration_max_downtime(domain, flags)?);
        Ok(())
    })
}

/// How fast a migration may be, in MiB/s.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateGetMaxSpeed(
    domain: virDomainPtr,
    bandwidth: *mut c_ulong,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainMigrateGetMaxSpeed", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.non_null(bandwidth, "bandwidth")?;
        call.require_write(domain)?;
        call.store(bandwidth, domain.driver()?.migration_max_speed(domain, flags)?);
        Ok(())
    })
}

/// Sets how much memory the compression of repeated pages may take, in bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateSetCompressionCache(
    domain: virDomainPtr,
    cache_size: c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainMigrateSetCompressionCache", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.set_migration_compression_cache(domain, cache_size, flags)
    })
}

/// Sets for how long the guest may stand still at the end of a migration, in milliseconds.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateSetMaxDowntime(
    domain: virDomainPtr,
    downtime: c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainMigrateSetMaxDowntime", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.set_migration_max_downtime(domain, downtime, flags)
    })
}

/// Sets how fast a migration may be, in MiB/s.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateSetMaxSpeed(domain: virDomainPtr, bandwidth: c_ulong, flags: c_uint) -> c_int {
    entry(FROM, "virDomainMigrateSetMaxSpeed", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.set_migration_max_speed(domain, bandwidth, flags)
    })
}

/// Lets a migration that runs, and that was begun for it, go on with the guest running at the destination.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateStartPostCopy(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry(FROM, "virDomainMigrateStartPostCopy", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.start_post_copy(domain, flags)
    })
}

/// Moves a running domain to where `duri` points: to a driver there with `VIR_MIGRATE_PEER2PEER`, else to the hypervisor.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateToURI(
    domain: virDomainPtr,
    duri: *const c_char,
    flags: c_ulong,
    dname: *const c_char,
    bandwidth: c_ulong,
) -> c_int {
    entry(FROM, "virDomainMigrateToURI", |call| {
        let domain = call.writable::<Domain>(domain)?;
        let uri = call.text(duri, "duri")?;
        check_to_uri(call, domain, known(flags))?;
        let given = Given { xml: std::ptr::null(), name: dname, uri: std::ptr::null(), bandwidth };
        domain.driver()?.migrate_to_uri(domain, Some(uri), &given.params(call)?, known(flags))
    })
}

/// As `virDomainMigrateToURI`: to the driver at `dconnuri`, by way of `miguri`; `dxml` is what the domain is to be there.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateToURI2(
    domain: virDomainPtr,
    dconnuri: *const c_char,
    miguri: *const c_char,
    dxml: *const c_char,
    flags: c_ulong,
    dname: *const c_char,
    bandwidth: c_ulong,
) -> c_int {
    entry(FROM, "virDomainMigrateToURI2", |call| {
        let domain = call.writable::<Domain>(domain)?;
        check_to_uri(call, domain, known(flags))?;
        let uri = call.optional_text(dconnuri, "dconnuri")?;
        let given = Given { xml: dxml, name: dname, uri: miguri, bandwidth };
        domain.driver()?.migrate_to_uri(domain, uri, &given.params(call)?, known(flags))
    })
}

/// As `virDomainMigrateToURI`, with everything else in parameters (`VIR_MIGRATE_PARAM_…`).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateToURI3(
    domain: virDomainPtr,
    dconnuri: *const c_char,
    params: virTypedParameterPtr,
    nparams: c_uint,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainMigrateToURI3", |call| {
        let domain = call.writable::<Domain>(domain)?;
        check_to_uri(call, domain, flags)?;
        let params = call.params(params, c_int::try_from(nparams).unwrap_or(c_int::MAX))?;
        domain.driver()?.migrate_to_uri(domain, call.optional_text(dconnuri, "dconnuri")?, &params, flags)
    })
}

fn check_to_uri(call: &Call, domain: &Domain, flags: c_uint) -> Result<()> {
    decide::check_transport_flags(call, flags)?;
    decide::check_disk_flags(call, flags)?;
    decide::check_unmanaged(domain, flags)
}
