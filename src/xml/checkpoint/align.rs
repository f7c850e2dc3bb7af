//! A checkpoint's disks are made those of its domain: each of them once, in the domain's order, with the name of a bitmap.

use super::{Checkpoint, Disk, Disks, Tracking};
use crate::types::VIR_FROM_DOMAIN_CHECKPOINT;
use crate::xml::Fault;
use crate::xml::domain::device::disk;

impl Checkpoint {
    /// Completes [`Checkpoint::disks`] by those of [`Checkpoint::domain`]; of one that exists without a domain they stay as
    /// they are. Bitmaps are called as the checkpoint where nothing else is said.
    ///
    /// # Errors
    /// `VIR_ERR_CONFIG_UNSUPPORTED` when the two do not fit together.
    pub fn align(&mut self) -> Result<(), Fault> {
        self.try_align().map_err(|fault| fault.with_origin(VIR_FROM_DOMAIN_CHECKPOINT))?;
        for disk in self.disks.iter_mut().flat_map(|disks| &mut disks.disks) {
            if *disk.tracking.get_or_insert(Tracking::Bitmap) == Tracking::Bitmap {
                disk.bitmap.get_or_insert_with(|| self.name.clone().unwrap_or_default());
            }
        }
        Ok(())
    }

    fn try_align(&mut self) -> Result<(), Fault> {
        let Some(domain) = &self.domain.0 else { return Ok(()) };
        let of_domain = &domain.devices.disks;
        if of_domain.is_empty() {
            return Err(Fault::unsupported("domain must have at least one disk to perform checkpoints"));
        }
        let all = self.disks.is_none();
        let given = self.disks.take().unwrap_or_default().disks;
        if given.len() > of_domain.len() {
            return Err(Fault::unsupported("too many disk checkpoint requests for domain"));
        }
        let mut disks: Vec<Option<Disk>> = vec![None; of_domain.len()];
        let places = disk::Places::of(of_domain);
        let mut named = disk::Named::default();
        for mut disk in given {
            let name = &disk.name;
            let at = named.add(name, places.find(name))?;
            if disk.tracking != Some(Tracking::No) && !can_be_tracked(&of_domain[at]) {
                return Err(Fault::unsupported(format!("disk '{name}' is empty or readonly")));
            }
            of_domain[at].target().clone_into(&mut disk.name);
            disks[at] = Some(disk);
        }
        let completed = disks.into_iter().zip(of_domain).map(|(disk, of_domain)| {
            disk.unwrap_or_else(|| Disk {
                name: of_domain.target().to_owned(),
                tracking: Some(if all && can_be_tracked(of_domain) { Tracking::Bitmap } else { Tracking::No }),
                ..Disk::default()
            })
        });
        self.disks = Some(Disks { disks: completed.collect() });
        Ok(())
    }
}

/// Whether anything can change on it.
fn can_be_tracked(disk: &disk::Disk) -> bool {
    !disk.source.is_empty() && !disk.readonly
}
