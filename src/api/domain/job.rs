//! Domains: the job that runs on one, and backups.

use std::ffi::{c_char, c_int, c_uint};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::Domain;
use crate::types::*;

export!(
    virDomainAbortJob,
    virDomainAbortJobFlags,
    virDomainBackupBegin,
    virDomainBackupGetXMLDesc,
    virDomainGetJobInfo,
    virDomainGetJobStats
);

const FROM: Origin = VIR_FROM_DOMAIN;

/// Asks that the job on a domain ends; it may take a while to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAbortJob(domain: virDomainPtr) -> c_int {
    entry(FROM, "virDomainAbortJob", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.abort_job(domain, 0)
    })
}

/// As `virDomainAbortJob`; `flags` say how.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAbortJobFlags(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry(FROM, "virDomainAbortJobFlags", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.abort_job(domain, flags)
    })
}

/// Begins a backup of a running domain's disks, and with `checkpointXML` makes a checkpoint for the next.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBackupBegin(
    domain: virDomainPtr,
    backup_xml: *const c_char,
    checkpoint_xml: *const c_char,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainBackupBegin", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        let backup = call.text(backup_xml, "backupXML")?;
        call.require_write(domain)?;
        let checkpoint = call.optional_text(checkpoint_xml, "checkpointXML")?;
        domain.driver()?.begin_backup(domain, backup, checkpoint, flags)
    })
}

/// The backup that runs, as XML that the caller frees.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBackupGetXMLDesc(domain: virDomainPtr, flags: c_uint) -> *mut c_char {
    entry(FROM, "virDomainBackupGetXMLDesc", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        domain.driver()?.backup_xml(domain, flags)
    })
}

/// How far the job on a domain is: times in milliseconds, sizes in bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetJobInfo(domain: virDomainPtr, info: virDomainJobInfoPtr) -> c_int {
    entry(FROM, "virDomainGetJobInfo", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.non_null(info, "info")?;
        call.store(info, domain.driver()?.job_info(domain)?);
        Ok(())
    })
}

/// How far the job on a domain is, or with a flag how the last one went (`VIR_DOMAIN_JOB_…`); `*type` gets its kind. The
/// caller frees the new array with `virTypedParamsFree`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetJobStats(
    domain: virDomainPtr,
    r#type: *mut c_int,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetJobStats", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.non_null(r#type, "type")?;
        call.non_null(params, "params")?;
        call.non_null(nparams, "nparams")?;
        let (keep, completed) = (flag!(VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED), flag!(VIR_DOMAIN_JOB_STATS_COMPLETED));
        call.requires(flags, keep, completed)?;
        let (kind, found) = domain.driver()?.job_stats(domain, flags)?;
        call.store(r#type, kind);
        call.give_params(params, nparams, &found);
        Ok(())
    })
}
