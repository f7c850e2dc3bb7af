//! What only LXC containers have. libvirt-lxc.so.0 (libs/lxc) exports these functions and forwards its calls to them.

use std::ffi::{c_int, c_uint};
use std::os::fd::{IntoRawFd, OwnedFd, RawFd};
use std::{process, ptr};

use crate::abi::{Call, entry, memory};
use crate::error::{Error, Origin, Result};
use crate::object::Domain;
use crate::sys::{cgroup, label, namespace};
use crate::types::*;

const FROM: Origin = VIR_FROM_NONE;

/// Opens the namespaces of a running container; gives how many. The caller closes the files in `*fdlist` and frees the array.
pub unsafe extern "C" fn virDomainLxcOpenNamespace(
    domain: virDomainPtr,
    fdlist: *mut *mut c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainLxcOpenNamespace", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.non_null(fdlist, "fdlist")?;
        call.require_write(domain)?;
        let files = domain.driver()?.open_namespaces(domain)?;
        let count = files.len();
        call.store(fdlist, raw(files));
        Ok(count)
    })
}

/// Puts the calling process into namespaces that `virDomainLxcOpenNamespace` opened; -1 stands for none. The ones that it
/// leaves are opened into `*oldfdlist`, for going back, unless that is NULL; the caller closes them and frees the array.
pub unsafe extern "C" fn virDomainLxcEnterNamespace(
    domain: virDomainPtr,
    nfdlist: c_uint,
    fdlist: *mut c_int,
    noldfdlist: *mut c_uint,
    oldfdlist: *mut *mut c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainLxcEnterNamespace", |call| {
        call.flags(flags, 0)?;
        call.borrow::<Domain>(domain)?;
        let files = call.slice(fdlist, nfdlist as usize);
        call.store(noldfdlist, 0);
        call.store(oldfdlist, ptr::null_mut());
        if files.is_empty() {
            return Err(Error::about_in("virProcessSetNamespaces", "nfdlist", "Expected at least one file descriptor"));
        }
        let wants_old = !noldfdlist.is_null() && !oldfdlist.is_null();
        let old = if wants_old { namespace::open_own() } else { Vec::new() };
        for file in files.iter().filter(|file| **file >= 0) {
            namespace::enter(*file).map_err(|error| Error::system(&error, "Unable to join domain namespace"))?;
        }
        if wants_old {
            call.store(noldfdlist, old.len() as c_uint);
            call.store(oldfdlist, raw(old));
        }
        Ok(())
    })
}

/// Gives the calling thread a security label: with SELinux from its next program on, with AppArmor at once. `*oldlabel` gets
/// the SELinux label that it has now, unless that is NULL.
pub unsafe extern "C" fn virDomainLxcEnterSecurityLabel(
    model: virSecurityModelPtr,
    label: virSecurityLabelPtr,
    oldlabel: virSecurityLabelPtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainLxcEnterSecurityLabel", |call| {
        call.flags(flags, 0)?;
        let model = memory::fixed_text(&call.value(model, "model")?.model);
        let label = memory::fixed_text(&call.value(label, "label")?.label);
        match model.as_str() {
            "selinux" => enter_selinux(call, &label, oldlabel),
            "apparmor" => label::set_apparmor(&label)
                .map_err(|error| Error::system(&error, format!("error changing profile to {label}"))),
            "none" => Ok(()),
            _ => {
                let text = format!("Security model {model} cannot be entered");
                Err(Error::new(VIR_ERR_ARGUMENT_UNSUPPORTED, text))
            }
        }
    })
}

fn enter_selinux(call: &Call, label: &str, old: virSecurityLabelPtr) -> Result<()> {
    if !old.is_null() {
        let failed = |error| Error::system(&error, format!("unable to get PID {} security context", process::id()));
        let own = label::selinux().map_err(failed)?;
        call.store(old, _virSecurityLabel { label: memory::fixed(&own), enforcing: label::selinux_enforces().into() });
    }
    label::set_selinux_for_exec(label).map_err(|error| Error::system(&error, format!("Cannot set context {label}")))
}

/// Puts the calling process into the control groups of a running container.
pub unsafe extern "C" fn virDomainLxcEnterCGroup(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry(FROM, "virDomainLxcEnterCGroup", |call| {
        let domain = call.writable::<Domain>(domain)?;
        call.flags(flags, 0)?;
        // a container's number is that of its first process
        let process = u32::try_from(domain.id()).ok().filter(|process| *process > 0);
        let process = process.ok_or_else(|| Error::new(VIR_ERR_OPERATION_INVALID, "domain is not running"))?;
        cgroup::join(process)
            .map_err(|error| Error::system(&error, format!("cannot join the control groups of process {process}")))
    })
}

/// Files as C takes them: it closes them and frees the array.
fn raw(files: Vec<OwnedFd>) -> *mut RawFd {
    let files: Vec<RawFd> = files.into_iter().map(OwnedFd::into_raw_fd).collect();
    memory::array(&files)
}
