//! What every QEMU opens: its program and what belongs to it, the kernel's tables, and what its processor is made of.

use std::fs;
use std::path::{Path, PathBuf};

use super::grants::Grants;
use crate::error::Result;
use crate::sys::landlock::Access;
use crate::xml::domain::{Domain, Hypervisor};

/// Programs, libraries, firmware and keymaps of packages.
const PACKAGES: [&str; 6] = ["/usr", "/lib", "/lib32", "/lib64", "/nix/store", "/gnu/store"];

/// What the C library and others read when they begin, or look a name up. No accounts and no keys.
const CONFIGURATION: [&str; 18] = [
    "/etc/ld.so.cache",
    "/etc/ld.so.preload",
    "/etc/localtime",
    "/etc/resolv.conf",
    "/run/systemd/resolve",
    "/etc/hosts",
    "/etc/host.conf",
    "/etc/nsswitch.conf",
    "/etc/gai.conf",
    "/etc/services",
    "/etc/protocols",
    "/etc/ssl/certs",
    "/etc/ssl/openssl.cnf",
    "/etc/pki/tls/certs",
    "/etc/pki/ca-trust",
    "/etc/ca-certificates",
    "/etc/crypto-policies",
    "/etc/gnutls",
];

/// Of other processes the kernel shows a confined one nothing that is private.
const KERNEL: [&str; 5] = ["/proc", "/sys/devices/system", "/sys/kernel/mm", "/dev/urandom", "/dev/random"];

const SINKS: [&str; 3] = ["/dev/null", "/dev/zero", "/dev/full"];

pub fn allow(definition: &Domain, grants: &mut Grants) -> Result<()> {
    for path in PACKAGES {
        grants.allow(path, Access::Execute);
    }
    for path in CONFIGURATION.into_iter().chain(KERNEL) {
        grants.allow(path, Access::Read);
    }
    for path in SINKS {
        grants.allow(path, Access::Write);
    }
    if let Some(emulator) = &definition.devices.emulator {
        grants.allow(home(Path::new(emulator)), Access::Execute);
    }
    if definition.hypervisor == Hypervisor::Kvm {
        grants.need("/dev/kvm", Access::Write)?;
    }
    Ok(())
}

/// Where a program and its files were installed: above its `bin`, or beside it where it was built.
fn home(program: &Path) -> PathBuf {
    let program = fs::canonicalize(program).unwrap_or_else(|_| program.to_owned());
    let folder = program.parent().unwrap_or(Path::new("/"));
    match folder.parent() {
        Some(above) if folder.ends_with("bin") && above != Path::new("/") => above.to_owned(),
        Some(_) if folder != Path::new("/bin") && folder != Path::new("/home") => folder.to_owned(),
        Some(_) | None => program,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_have_homes() {
        assert_eq!(home(Path::new("/no/such/bin/qemu")), Path::new("/no/such"));
        assert_eq!(home(Path::new("/no/such/build/qemu")), Path::new("/no/such/build"));
        assert_eq!(home(Path::new("/bin/no-such-qemu")), Path::new("/bin/no-such-qemu"));
    }
}
