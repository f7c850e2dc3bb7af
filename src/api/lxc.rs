//! What only LXC containers have. libvirt-lxc.so.0 (libs/lxc) exports these functions and forwards its calls to them.

use std::ffi::{c_int, c_uint};
use std::os::fd::{IntoRawFd, OwnedFd, RawFd};

use crate::abi::{entry, memory};
use crate::error::Origin;
use crate::object::Domain;
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
        let files: Vec<RawFd> = files.into_iter().map(OwnedFd::into_raw_fd).collect();
        call.store(fdlist, memory::array(&files));
        Ok(files.len())
    })
}

/// Puts the calling process into namespaces that `virDomainLxcOpenNamespace` opened. The ones that it leaves are opened
/// into `*oldfdlist`, for going back, unless that is NULL; the caller closes them and frees the array.
pub unsafe extern "C" fn virDomainLxcEnterNamespace(
    domain: virDomainPtr,
    _nfdlist: c_uint,
    _fdlist: *mut c_int,
    _noldfdlist: *mut c_uint,
    _oldfdlist: *mut *mut c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainLxcEnterNamespace", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

/// Gives the calling process the security label of a container, from its next program on. `*oldlabel` gets the one that it
/// has now, unless that is NULL.
pub unsafe extern "C" fn virDomainLxcEnterSecurityLabel(
    model: virSecurityModelPtr,
    label: virSecurityLabelPtr,
    _oldlabel: virSecurityLabelPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainLxcEnterSecurityLabel", |call| {
        call.non_null(model, "model")?;
        call.non_null(label, "label")?;
        call.unsupported::<()>()
    })
}

/// Puts the calling process into the control groups of a running container.
pub unsafe extern "C" fn virDomainLxcEnterCGroup(domain: virDomainPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainLxcEnterCGroup", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}
