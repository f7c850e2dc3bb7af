//! Domains: their documents; define, create, undefine, rename, autostart.

use std::ffi::{c_char, c_int, c_uint};
use std::sync::Arc;

use crate::abi::{Call, entry};
use crate::driver::CapabilityQuery;
use crate::error::{Error, Origin, Result};
use crate::object::{Connection, Domain};
use crate::types::*;

export!(
    virConnectDomainXMLFromNative,
    virConnectDomainXMLToNative,
    virConnectGetDomainCapabilities,
    virDomainCreateLinux,
    virDomainCreateXML,
    virDomainCreateXMLWithFiles,
    virDomainDefineXML,
    virDomainDefineXMLFlags,
    virDomainFDAssociate,
    virDomainGetAutostart,
    virDomainGetAutostartOnce,
    virDomainGetXMLDesc,
    virDomainRename,
    virDomainSetAutostart,
    virDomainSetAutostartOnce,
    virDomainSetLifecycleAction,
    virDomainUndefine,
    virDomainUndefineFlags
);

const FROM: Origin = VIR_FROM_DOMAIN;

fn create_xml(call: &Call, conn: virConnectPtr, xml_desc: *const c_char, flags: c_uint) -> Result<Arc<Domain>> {
    let connection = call.share::<Connection>(conn)?;
    let xml = call.document(xml_desc, "xmlDesc", "domain_definition")?;
    call.require_write(&*connection)?;
    connection.driver.domains()?.create_xml(&connection, xml, &[], flags)
}

fn check_lifecycle(kind: c_uint, action: c_uint) -> Result<()> {
    if kind >= VIR_DOMAIN_LIFECYCLE_LAST as c_uint {
        return Err(Error::new(VIR_ERR_INVALID_ARG, format!("invalid lifecycle type '{kind}'")));
    }
    if action >= VIR_DOMAIN_LIFECYCLE_ACTION_LAST as c_uint {
        return Err(Error::new(VIR_ERR_INVALID_ARG, format!("invalid lifecycle action '{action}'")));
    }
    Ok(())
}

/// Turns a hypervisor's own configuration into a domain's document. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainXMLFromNative(
    conn: virConnectPtr,
    native_format: *const c_char,
    native_config: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    entry(FROM, "virConnectDomainXMLFromNative", |call| {
        let connection = call.writable::<Connection>(conn)?;
        let format = call.text(native_format, "nativeFormat")?;
        let config = call.text(native_config, "nativeConfig")?;
        connection.driver.domains()?.xml_from_native(format, config, flags)
    })
}

/// Turns a domain's document into a hypervisor's own configuration. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainXMLToNative(
    conn: virConnectPtr,
    native_format: *const c_char,
    domain_xml: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    entry(FROM, "virConnectDomainXMLToNative", |call| {
        let connection = call.writable::<Connection>(conn)?;
        let format = call.text(native_format, "nativeFormat")?;
        let xml = call.text(domain_xml, "domainXml")?;
        connection.driver.domains()?.xml_to_native(format, xml, flags)
    })
}

/// What domains can have that run by this emulator on this architecture, machine and virtualisation type, as a document that
/// the caller frees. What is NULL is chosen by the driver.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetDomainCapabilities(
    conn: virConnectPtr,
    emulatorbin: *const c_char,
    arch: *const c_char,
    machine: *const c_char,
    virttype: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    entry(FROM, "virConnectGetDomainCapabilities", |call| {
        let connection = call.writable::<Connection>(conn)?;
        let query = CapabilityQuery {
            emulator: call.optional_text(emulatorbin, "emulatorbin")?,
            arch: call.optional_text(arch, "arch")?,
            machine: call.optional_text(machine, "machine")?,
            virt_type: call.optional_text(virttype, "virttype")?,
        };
        connection.driver.domains()?.capabilities(&query, flags)
    })
}

/// The old name of `virDomainCreateXML`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCreateLinux(
    conn: virConnectPtr,
    xml_desc: *const c_char,
    flags: c_uint,
) -> virDomainPtr {
    entry(FROM, "virDomainCreateXML", |call| create_xml(call, conn, xml_desc, flags))
}

/// Starts a domain that is not defined, or gives a defined one this document while it runs. Released with `virDomainFree`.
/// `flags`: `VIR_DOMAIN_START_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCreateXML(
    conn: virConnectPtr,
    xml_desc: *const c_char,
    flags: c_uint,
) -> virDomainPtr {
    entry(FROM, "virDomainCreateXML", |call| create_xml(call, conn, xml_desc, flags))
}

/// As `virDomainCreateXML`, and hands `nfiles` open file descriptors on, for domains that are containers. They stay the
/// caller's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCreateXMLWithFiles(
    conn: virConnectPtr,
    xml_desc: *const c_char,
    nfiles: c_uint,
    files: *mut c_int,
    flags: c_uint,
) -> virDomainPtr {
    entry(FROM, "virDomainCreateXMLWithFiles", |call| {
        let connection = call.share::<Connection>(conn)?;
        let xml = call.document(xml_desc, "xmlDesc", "domain_definition")?;
        call.require_write(&*connection)?;
        connection.driver.domains()?.create_xml(&connection, xml, call.slice(files, nfiles as usize), flags)
    })
}

/// Defines a domain, or gives a defined one another document. Released with `virDomainFree`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDefineXML(conn: virConnectPtr, xml: *const c_char) -> virDomainPtr {
    entry(FROM, "virDomainDefineXML", |call| {
        let connection = call.share_writable::<Connection>(conn)?;
        connection.driver.domains()?.define_xml(&connection, call.document(xml, "xml", "domain_definition")?, 0)
    })
}

/// As `virDomainDefineXML`; `flags`: `VIR_DOMAIN_DEFINE_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDefineXMLFlags(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virDomainPtr {
    entry(FROM, "virDomainDefineXMLFlags", |call| {
        let connection = call.share_writable::<Connection>(conn)?;
        connection.driver.domains()?.define_xml(&connection, call.document(xml, "xml", "domain_definition")?, flags)
    })
}

/// Gives open file descriptors the name by which a domain's document refers to them. They stay the caller's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFDAssociate(
    domain: virDomainPtr,
    name: *const c_char,
    nfds: c_uint,
    fds: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainFDAssociate", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.non_zero(nfds, "nfds")?;
        call.non_null(fds, "fds")?;
        call.require_write(domain)?;
        let name = call.optional_text(name, "name")?.unwrap_or_default();
        domain.driver()?.associate_files(domain, name, call.slice(fds, nfds as usize), flags)
    })
}

/// Whether a domain starts with its host.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetAutostart(domain: virDomainPtr, autostart: *mut c_int) -> c_int {
    entry(FROM, "virDomainGetAutostart", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.non_null(autostart, "autostart")?;
        call.store(autostart, c_int::from(domain.driver()?.autostart(domain)?));
        Ok(())
    })
}

/// Whether a domain starts with its host the next time.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetAutostartOnce(domain: virDomainPtr, autostart: *mut c_int) -> c_int {
    entry(FROM, "virDomainGetAutostartOnce", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.non_null(autostart, "autostart")?;
        call.store(autostart, c_int::from(domain.driver()?.autostart_once(domain)?));
        Ok(())
    })
}

/// A domain's document, which the caller frees. `flags`: `VIR_DOMAIN_XML_…`; what is secret or migratable needs a connection
/// that may be changed through.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetXMLDesc(domain: virDomainPtr, flags: c_uint) -> *mut c_char {
    entry(FROM, "virDomainGetXMLDesc", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        if domain.connection.read_only && flags & (VIR_DOMAIN_XML_SECURE | VIR_DOMAIN_XML_MIGRATABLE) != 0 {
            return Err(Error::new(VIR_ERR_OPERATION_DENIED, format!("{} with secure flag", call.function())));
        }
        domain.driver()?.xml(domain, flags)
    })
}

/// Gives a defined domain that does not run another name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRename(dom: virDomainPtr, new_name: *const c_char, flags: c_uint) -> c_int {
    entry(FROM, "virDomainRename", |call| {
        let domain = call.borrow::<Domain>(dom)?;
        let new_name = call.non_empty_text(new_name, "new_name")?;
        call.require_write(domain)?;
        domain.driver()?.rename(domain, new_name, flags)
    })
}

/// Sets whether a domain starts with its host.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetAutostart(domain: virDomainPtr, autostart: c_int) -> c_int {
    entry(FROM, "virDomainSetAutostart", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.set_autostart(domain, autostart != 0)
    })
}

/// Sets whether a domain starts with its host the next time.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetAutostartOnce(domain: virDomainPtr, autostart: c_int) -> c_int {
    entry(FROM, "virDomainSetAutostartOnce", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.set_autostart_once(domain, autostart != 0)
    })
}

/// Sets what becomes of a domain when the guest ends in a way (`VIR_DOMAIN_LIFECYCLE_…`): a `VIR_DOMAIN_LIFECYCLE_ACTION_…`.
/// `flags`: `VIR_DOMAIN_AFFECT_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetLifecycleAction(
    domain: virDomainPtr,
    kind: c_uint,
    action: c_uint,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetLifecycleAction", |call| {
        let domain = call.writable::<Domain>(domain)?;
        check_lifecycle(kind, action)?;
        domain.driver()?.set_lifecycle_action(domain, kind, action, flags)
    })
}

/// Undefines a domain. One that runs goes on without a definition.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainUndefine(domain: virDomainPtr) -> c_int {
    entry(FROM, "virDomainUndefine", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.undefine(domain, 0)
    })
}

/// As `virDomainUndefine`; `flags`: `VIR_DOMAIN_UNDEFINE_…`, what goes with it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainUndefineFlags(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry(FROM, "virDomainUndefineFlags", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.undefine(domain, flags)
    })
}
