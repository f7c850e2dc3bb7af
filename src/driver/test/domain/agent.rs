//! The test driver's side of `driver/domain/agent.rs`: a guest with two filesystems and a clock that stands still.

use std::ffi::c_uint;

use super::runtime::Runtime;
use crate::driver::test::{Test, check_flags, error};
use crate::driver::{DomainAgent, FilesystemInfo};
use crate::error::Result;
use crate::object::Domain;
use crate::types::*;
use crate::xml::domain::device::disk::Device;

/// Where the filesystems of every guest are mounted, in the order of [`Runtime::frozen`].
const MOUNT_POINTS: [&str; 2] = ["/", "/boot"];

/// The number of the filesystem there.
fn filesystem_at(mount_point: &str) -> Result<usize> {
    let found = MOUNT_POINTS.iter().position(|known| *known == mount_point);
    found.ok_or_else(|| error(VIR_ERR_OPERATION_INVALID, format!("mount point not found: {mount_point}")))
}

/// Freezes or thaws some filesystems or all; gives how many were not so before. Changes none when one is not there.
fn set_frozen(runtime: &mut Runtime, mount_points: Option<&[&str]>, frozen: bool) -> Result<usize> {
    let mount_points = mount_points.unwrap_or(&MOUNT_POINTS);
    let numbers = mount_points.iter().map(|point| filesystem_at(point)).collect::<Result<Vec<_>>>()?;
    let changed = |number: usize| std::mem::replace(&mut runtime.frozen[number], frozen) != frozen;
    Ok(numbers.into_iter().map(changed).filter(|changed| *changed).count())
}

impl DomainAgent for Test {
    /// Both lie on the first disk, where there is one.
    fn filesystems(&self, domain: &Domain, flags: c_uint) -> Result<Vec<FilesystemInfo>> {
        check_flags(flags, 0)?;
        let machine = self.state.domains.find_active(domain)?;
        let disks = &machine.definition.devices.disks;
        let Some(disk) = disks.iter().find(|disk| disk.device == Device::Disk) else { return Ok(Vec::new()) };
        let target = disk.target.device.clone().unwrap_or_default();
        let one = |(number, mount_point): (usize, &str)| FilesystemInfo {
            mount_point: mount_point.to_owned(),
            name: format!("{target}{}", number + 1),
            kind: "ext4".to_owned(),
            devices: vec![target.clone()],
        };
        Ok(MOUNT_POINTS.into_iter().enumerate().map(one).collect())
    }

    fn freeze_filesystems(&self, domain: &Domain, mount_points: Option<&[&str]>, flags: c_uint) -> Result<usize> {
        check_flags(flags, 0)?;
        let mut machine = self.state.domains.find_active(domain)?;
        set_frozen(&mut machine.runtime, mount_points, true)
    }

    fn thaw_filesystems(&self, domain: &Domain, mount_points: Option<&[&str]>, flags: c_uint) -> Result<usize> {
        check_flags(flags, 0)?;
        let mut machine = self.state.domains.find_active(domain)?;
        set_frozen(&mut machine.runtime, mount_points, false)
    }

    /// Nothing of the imagined filesystems is unused, so nothing is left to do once they are found.
    fn trim_filesystems(&self, domain: &Domain, mount_point: Option<&str>, _minimum: u64, flags: c_uint) -> Result<()> {
        check_flags(flags, 0)?;
        drop(self.state.domains.find_active(domain)?);
        mount_point.map_or(Ok(()), |mount_point| filesystem_at(mount_point).map(drop))
    }

    fn hostname(&self, domain: &Domain, flags: c_uint) -> Result<String> {
        check_flags(flags, 0)?;
        Ok(format!("{}host", self.state.domains.find_active(domain)?.name()))
    }

    fn time(&self, domain: &Domain, flags: c_uint) -> Result<(i64, u32)> {
        check_flags(flags, 0)?;
        let machine = self.state.domains.find(domain)?;
        if machine.state != VIR_DOMAIN_RUNNING {
            return Err(error(VIR_ERR_OPERATION_INVALID, "domain is not running"));
        }
        Ok(machine.runtime.time)
    }

    fn set_time(&self, domain: &Domain, seconds: i64, nanoseconds: u32, flags: c_uint) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_TIME_SYNC)?;
        let mut machine = self.state.domains.find_active(domain)?;
        machine.runtime.time = (seconds, nanoseconds);
        Ok(())
    }

    /// The imagined guest takes any password of any user; nobody can log in to it.
    fn set_user_password(&self, domain: &Domain, _user: &str, _password: &str, flags: c_uint) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_PASSWORD_ENCRYPTED)?;
        self.state.domains.find_active(domain).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn freezing_counts_what_changes() {
        let mut runtime = Runtime::default();
        assert_eq!(set_frozen(&mut runtime, Some(&["/boot"]), true), Ok(1));
        assert_eq!(set_frozen(&mut runtime, Some(&["/", "/", "/boot"]), true), Ok(1));
        assert!(set_frozen(&mut runtime, Some(&["/", "/x"]), false).is_err());
        assert_eq!(set_frozen(&mut runtime, None, false), Ok(2));
    }
}
