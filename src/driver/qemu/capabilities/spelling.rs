//! Features of processors that libvirt and QEMU spell differently.

/// libvirt's name and QEMU's.
const X86: [(&str, &str); 11] = [
    ("cmp_legacy", "cmp-legacy"),
    ("ds_cpl", "ds-cpl"),
    ("fxsr_opt", "fxsr-opt"),
    ("kvm_pv_eoi", "kvm-pv-eoi"),
    ("kvm_pv_unhalt", "kvm-pv-unhalt"),
    ("lahf_lm", "lahf-lm"),
    ("nodeid_msr", "nodeid-msr"),
    ("pclmuldq", "pclmulqdq"),
    ("perfctr_core", "perfctr-core"),
    ("perfctr_nb", "perfctr-nb"),
    ("tsc_adjust", "tsc-adjust"),
];

/// libvirt's name of what QEMU calls `name`.
pub fn from_qemu(name: &str) -> &str {
    X86.iter().find(|(_, qemu)| *qemu == name).map_or(name, |(libvirt, _)| libvirt)
}

/// QEMU's name of what libvirt calls `name`.
pub fn to_qemu(name: &str) -> &str {
    X86.iter().find(|(libvirt, _)| *libvirt == name).map_or(name, |(_, qemu)| qemu)
}
