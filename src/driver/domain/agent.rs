//! Domains: what needs the guest agent.

use std::ffi::c_uint;

use crate::error::{Result, unsupported};
use crate::object::Domain;
use crate::typed_param::TypedParams;

/// A filesystem that the guest has mounted.
pub struct FilesystemInfo {
    pub mount_point: String,
    /// The device's name in the guest.
    pub name: String,
    /// `ext4` and so on.
    pub kind: String,
    /// Targets of the disks that it is on.
    pub devices: Vec<String>,
}

/// What needs the guest agent. Mount points are those of all filesystems where none are given. Every method defaults to
/// "not supported".
pub trait DomainAgent {
    /// `seconds` may be a `VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_…`.
    fn set_agent_timeout(&self, domain: &Domain, seconds: i32, flags: c_uint) -> Result<()> {
        let _ = (domain, seconds, flags);
        unsupported()
    }

    fn filesystems(&self, domain: &Domain, flags: c_uint) -> Result<Vec<FilesystemInfo>> {
        let _ = (domain, flags);
        unsupported()
    }

    /// How many it froze.
    fn freeze_filesystems(&self, domain: &Domain, mount_points: Option<&[&str]>, flags: c_uint) -> Result<usize> {
        let _ = (domain, mount_points, flags);
        unsupported()
    }

    /// How many were frozen.
    fn thaw_filesystems(&self, domain: &Domain, mount_points: Option<&[&str]>, flags: c_uint) -> Result<usize> {
        let _ = (domain, mount_points, flags);
        unsupported()
    }

    /// Discards unused ranges of at least `minimum` bytes.
    fn trim_filesystems(&self, domain: &Domain, mount_point: Option<&str>, minimum: u64, flags: c_uint) -> Result<()> {
        let _ = (domain, mount_point, minimum, flags);
        unsupported()
    }

    /// `groups` are `VIR_DOMAIN_GUEST_INFO_…`; 0 means what it knows.
    fn guest_info(&self, domain: &Domain, groups: c_uint, flags: c_uint) -> Result<TypedParams> {
        let _ = (domain, groups, flags);
        unsupported()
    }

    fn hostname(&self, domain: &Domain, flags: c_uint) -> Result<String> {
        let _ = (domain, flags);
        unsupported()
    }

    /// Seconds since 1970 and nanoseconds.
    fn time(&self, domain: &Domain, flags: c_uint) -> Result<(i64, u32)> {
        let _ = (domain, flags);
        unsupported()
    }

    fn set_time(&self, domain: &Domain, seconds: i64, nanoseconds: u32, flags: c_uint) -> Result<()> {
        let _ = (domain, seconds, nanoseconds, flags);
        unsupported()
    }

    fn set_user_password(&self, domain: &Domain, user: &str, password: &str, flags: c_uint) -> Result<()> {
        let _ = (domain, user, password, flags);
        unsupported()
    }

    fn authorized_ssh_keys(&self, domain: &Domain, user: &str, flags: c_uint) -> Result<Vec<String>> {
        let _ = (domain, user, flags);
        unsupported()
    }

    fn set_authorized_ssh_keys(&self, domain: &Domain, user: &str, keys: &[&str], flags: c_uint) -> Result<()> {
        let _ = (domain, user, keys, flags);
        unsupported()
    }
}
