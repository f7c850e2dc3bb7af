//! Domains: saving to files and going on from them, core dumps, screenshots.

use std::ffi::{c_char, c_int, c_uint};

use super::console::with_stream;
use crate::abi::{Call, entry};
use crate::error::{Error, Origin, Result};
use crate::object::{Connection, Domain};
use crate::path;
use crate::types::*;

export!(
    virDomainCoreDump,
    virDomainCoreDumpWithFormat,
    virDomainHasManagedSaveImage,
    virDomainManagedSave,
    virDomainManagedSaveDefineXML,
    virDomainManagedSaveGetXMLDesc,
    virDomainManagedSaveRemove,
    virDomainRestore,
    virDomainRestoreFlags,
    virDomainRestoreParams,
    virDomainSave,
    virDomainSaveFlags,
    virDomainSaveImageDefineXML,
    virDomainSaveImageGetXMLDesc,
    virDomainSaveParams,
    virDomainScreenshot
);

const FROM: Origin = VIR_FROM_DOMAIN;

const RUNNING: (c_uint, &str) = (VIR_DOMAIN_SAVE_RUNNING, "VIR_DOMAIN_SAVE_RUNNING");
const PAUSED: (c_uint, &str) = (VIR_DOMAIN_SAVE_PAUSED, "VIR_DOMAIN_SAVE_PAUSED");

fn check_dump(call: &Call, flags: c_uint) -> Result<()> {
    const CRASH: (c_uint, &str) = (VIR_DUMP_CRASH, "VIR_DUMP_CRASH");
    const LIVE: (c_uint, &str) = (VIR_DUMP_LIVE, "VIR_DUMP_LIVE");
    const RESET: (c_uint, &str) = (VIR_DUMP_RESET, "VIR_DUMP_RESET");
    call.exclusive(flags, CRASH, LIVE)?;
    call.exclusive(flags, CRASH, RESET)?;
    call.exclusive(flags, LIVE, RESET)
}

/// An argument that names a file: absolute, because a driver may work in another folder.
fn path(call: &Call, path: *const c_char, name: &'static str) -> Result<String> {
    path::absolute(call.text(path, name)?)
}

/// Writes a domain's memory to a file. `flags`: `VIR_DUMP_…`, among them what becomes of the domain.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCoreDump(domain: virDomainPtr, to: *const c_char, flags: c_uint) -> c_int {
    entry(FROM, "virDomainCoreDump", |call| {
        let domain = call.writable::<Domain>(domain)?;
        let to = path(call, to, "to")?;
        check_dump(call, flags)?;
        domain.driver()?.core_dump(domain, &to, VIR_DOMAIN_CORE_DUMP_FORMAT_RAW as c_uint, flags)
    })
}

/// As `virDomainCoreDump`, in a format of its own: `VIR_DOMAIN_CORE_DUMP_FORMAT_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCoreDumpWithFormat(
    domain: virDomainPtr,
    to: *const c_char,
    dumpformat: c_uint,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainCoreDumpWithFormat", |call| {
        let domain = call.writable::<Domain>(domain)?;
        let to = path(call, to, "to")?;
        if dumpformat >= VIR_DOMAIN_CORE_DUMP_FORMAT_LAST as c_uint {
            return Err(Error::about("flags", format!("dumpformat '{dumpformat}' is not supported")));
        }
        check_dump(call, flags)?;
        domain.driver()?.core_dump(domain, &to, dumpformat, flags)
    })
}

/// Whether a domain has a managed save image, from which it goes on when it starts.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainHasManagedSaveImage(dom: virDomainPtr, flags: c_uint) -> c_int {
    entry(FROM, "virDomainHasManagedSaveImage", |call| {
        let domain = call.borrow::<Domain>(dom)?;
        domain.driver()?.has_managed_save(domain, flags)
    })
}

/// Saves a running domain to a file of the library's choice and stops it; when it starts, it goes on from there.
/// `flags`: `VIR_DOMAIN_SAVE_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSave(dom: virDomainPtr, flags: c_uint) -> c_int {
    entry(FROM, "virDomainManagedSave", |call| {
        let domain = call.writable::<Domain>(dom)?;
        call.exclusive(flags, RUNNING, PAUSED)?;
        domain.driver()?.managed_save(domain, flags)
    })
}

/// Gives a managed save image another document. `flags`: `VIR_DOMAIN_SAVE_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSaveDefineXML(
    domain: virDomainPtr,
    dxml: *const c_char,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainManagedSaveDefineXML", |call| {
        let domain = call.writable::<Domain>(domain)?;
        call.exclusive(flags, RUNNING, PAUSED)?;
        let xml = call.optional_text(dxml, "dxml")?.unwrap_or_default();
        domain.driver()?.managed_save_define_xml(domain, xml, flags)
    })
}

/// The document in a managed save image, which the caller frees. `flags`: `VIR_DOMAIN_SAVE_IMAGE_XML_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSaveGetXMLDesc(domain: virDomainPtr, flags: c_uint) -> *mut c_char {
    entry(FROM, "virDomainManagedSaveGetXMLDesc", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        if domain.connection.read_only && flags & VIR_DOMAIN_SAVE_IMAGE_XML_SECURE != 0 {
            return Err(Error::new(VIR_ERR_OPERATION_DENIED, format!("{} with secure flag", call.function())));
        }
        domain.driver()?.managed_save_xml(domain, flags)
    })
}

/// Removes a domain's managed save image.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSaveRemove(dom: virDomainPtr, flags: c_uint) -> c_int {
    entry(FROM, "virDomainManagedSaveRemove", |call| {
        let domain = call.writable::<Domain>(dom)?;
        domain.driver()?.remove_managed_save(domain, flags)
    })
}

/// Lets a saved domain go on.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRestore(conn: virConnectPtr, from: *const c_char) -> c_int {
    entry(FROM, "virDomainRestore", |call| {
        let connection = call.share_writable::<Connection>(conn)?;
        let from = path(call, from, "from")?;
        connection.driver.domains()?.restore(&connection, &from, None, 0)
    })
}

/// As `virDomainRestore`; with another document where `dxml` is not NULL. `flags`: `VIR_DOMAIN_SAVE_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRestoreFlags(
    conn: virConnectPtr,
    from: *const c_char,
    dxml: *const c_char,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainRestoreFlags", |call| {
        let connection = call.share_writable::<Connection>(conn)?;
        let from = path(call, from, "from")?;
        call.exclusive(flags, RUNNING, PAUSED)?;
        let xml = call.optional_text(dxml, "dxml")?;
        connection.driver.domains()?.restore(&connection, &from, xml, flags)
    })
}

/// As `virDomainRestoreFlags`, with `VIR_DOMAIN_SAVE_PARAM_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRestoreParams(
    conn: virConnectPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainRestoreParams", |call| {
        let connection = call.share_writable::<Connection>(conn)?;
        call.exclusive(flags, RUNNING, PAUSED)?;
        connection.driver.domains()?.restore_params(&connection, &call.params(params, nparams)?, flags)
    })
}

/// Saves a running domain to a file and stops it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSave(domain: virDomainPtr, to: *const c_char) -> c_int {
    entry(FROM, "virDomainSave", |call| {
        let domain = call.writable::<Domain>(domain)?;
        let to = path(call, to, "to")?;
        domain.driver()?.save(domain, &to, None, 0)
    })
}

/// As `virDomainSave`; with another document where `dxml` is not NULL. `flags`: `VIR_DOMAIN_SAVE_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSaveFlags(
    domain: virDomainPtr,
    to: *const c_char,
    dxml: *const c_char,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSaveFlags", |call| {
        let domain = call.writable::<Domain>(domain)?;
        let to = path(call, to, "to")?;
        call.exclusive(flags, RUNNING, PAUSED)?;
        domain.driver()?.save(domain, &to, call.optional_text(dxml, "dxml")?, flags)
    })
}

/// Gives the image of a saved domain another document. `flags`: `VIR_DOMAIN_SAVE_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSaveImageDefineXML(
    conn: virConnectPtr,
    file: *const c_char,
    dxml: *const c_char,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSaveImageDefineXML", |call| {
        let connection = call.writable::<Connection>(conn)?;
        let file = path(call, file, "file")?;
        let xml = call.text(dxml, "dxml")?;
        call.exclusive(flags, RUNNING, PAUSED)?;
        connection.driver.domains()?.image_define_xml(&file, xml, flags)
    })
}

/// The document in the image of a saved domain, which the caller frees. `flags`: `VIR_DOMAIN_SAVE_IMAGE_XML_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSaveImageGetXMLDesc(
    conn: virConnectPtr,
    file: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    entry(FROM, "virDomainSaveImageGetXMLDesc", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        let file = path(call, file, "file")?;
        call.require_write(connection)?;
        connection.driver.domains()?.image_xml(&file, flags)
    })
}

/// As `virDomainSaveFlags`, with `VIR_DOMAIN_SAVE_PARAM_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSaveParams(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSaveParams", |call| {
        let domain = call.writable::<Domain>(domain)?;
        call.exclusive(flags, RUNNING, PAUSED)?;
        domain.driver()?.save_params(domain, &call.params(params, nparams)?, flags)
    })
}

/// Puts a picture of what a screen shows into a stream, which the caller reads to its end; returns the picture's MIME type,
/// which the caller frees.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainScreenshot(
    domain: virDomainPtr,
    stream: virStreamPtr,
    screen: c_uint,
    flags: c_uint,
) -> *mut c_char {
    entry(FROM, "virDomainScreenshot", |call| {
        let (domain, stream) = with_stream(call, domain, stream)?;
        domain.driver()?.screenshot(domain, stream, screen, flags)
    })
}
