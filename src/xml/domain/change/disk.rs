//! Finding disks.

use crate::xml::domain::Domain;

impl Domain {
    /// The place among the disks of the one with that target, or with that path when it begins with `/`. None where a path
    /// is that of several.
    pub fn find_disk(&self, name: &str) -> Option<usize> {
        let disks = &self.devices.disks;
        if !name.starts_with('/') {
            return disks.iter().position(|disk| disk.target.device.as_deref() == Some(name));
        }
        let mut found = disks.iter().enumerate().filter(|(_, disk)| disk.source.describe() == name);
        found.next().filter(|_| found.next().is_none()).map(|(at, _)| at)
    }
}
