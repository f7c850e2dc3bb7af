//! CPUs: comparing them, and what several have in common.

use std::ffi::{c_char, c_int, c_uint};

use crate::abi::{Call, entry, list};
use crate::driver::Hypervisor;
use crate::error::{Origin, Result};
use crate::object::Connection;
use crate::types::*;

export!(
    virConnectBaselineCPU,
    virConnectBaselineHypervisorCPU,
    virConnectCompareCPU,
    virConnectCompareHypervisorCPU,
    virConnectGetCPUModelNames
);

const FROM: Origin = VIR_FROM_DOMAIN;

/// The richest CPU that the hosts of `ncpus` documents (`<cpu>` or `<capabilities>` CPUs) can all give to a guest: a `<cpu>` document that
/// the caller frees.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectBaselineCPU(
    conn: virConnectPtr,
    xml_cpus: *mut *const c_char,
    ncpus: c_uint,
    flags: c_uint,
) -> *mut c_char {
    entry(FROM, "virConnectBaselineCPU", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.non_null(xml_cpus, "xmlCPUs")?;
        let documents = call.texts(xml_cpus, ncpus as usize, "xmlCPUs")?;
        connection.driver.host()?.baseline_cpu(&documents, flags)
    })
}

/// As `virConnectBaselineCPU`, of what a hypervisor can give; NULLs are its defaults.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectBaselineHypervisorCPU(
    conn: virConnectPtr,
    emulator: *const c_char,
    arch: *const c_char,
    machine: *const c_char,
    virttype: *const c_char,
    xml_cpus: *mut *const c_char,
    ncpus: c_uint,
    flags: c_uint,
) -> *mut c_char {
    entry(FROM, "virConnectBaselineHypervisorCPU", |call| {
        let connection = call.writable::<Connection>(conn)?;
        call.non_null(xml_cpus, "xmlCPUs")?;
        let of = hypervisor(call, emulator, arch, machine, virttype)?;
        let documents = call.texts(xml_cpus, ncpus as usize, "xmlCPUs")?;
        connection.driver.host()?.baseline_hypervisor_cpu(of, &documents, flags)
    })
}

/// How a `<cpu>` compares to the host's: a `VIR_CPU_COMPARE_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectCompareCPU(conn: virConnectPtr, xml_desc: *const c_char, flags: c_uint) -> c_int {
    entry(FROM, "virConnectCompareCPU", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        let xml = call.document(xml_desc, "xmlDesc", "CPU_definition")?;
        connection.driver.host()?.compare_cpu(xml, flags)
    })
}

/// As `virConnectCompareCPU`, with what a hypervisor can give; NULLs are its defaults.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectCompareHypervisorCPU(
    conn: virConnectPtr,
    emulator: *const c_char,
    arch: *const c_char,
    machine: *const c_char,
    virttype: *const c_char,
    xml_cpu: *const c_char,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virConnectCompareHypervisorCPU", |call| {
        let connection = call.writable::<Connection>(conn)?;
        let xml = call.document(xml_cpu, "xmlCPU", "CPU_definition")?;
        let of = hypervisor(call, emulator, arch, machine, virttype)?;
        connection.driver.host()?.compare_hypervisor_cpu(of, xml, flags)
    })
}

/// The names of the CPU models of `arch` in `*models`, which the caller frees; NULL asks only how many there are. 0: any name is a model.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetCPUModelNames(
    conn: virConnectPtr,
    arch: *const c_char,
    models: *mut *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virConnectGetCPUModelNames", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        let arch = call.text(arch, "arch")?;
        let names = connection.driver.host()?.cpu_models(arch, flags)?;
        if names.is_none() && !models.is_null() {
            call.store(models, std::ptr::null_mut());
        }
        Ok(names.map_or(0, |names| list::strings(models, &names)))
    })
}

fn hypervisor<'a>(
    call: &Call,
    emulator: *const c_char,
    arch: *const c_char,
    machine: *const c_char,
    domain_type: *const c_char,
) -> Result<Hypervisor<'a>> {
    Ok(Hypervisor {
        emulator: call.optional_text(emulator, "emulator")?,
        arch: call.optional_text(arch, "arch")?,
        machine: call.optional_text(machine, "machine")?,
        domain_type: call.optional_text(domain_type, "virttype")?,
    })
}
