//! Another version of a snapshot that is known: what of it may change.

use super::{Snapshot, State};
use crate::types::{VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN_SNAPSHOT};
use crate::uuid::Uuid;
use crate::xml::Fault;

impl Snapshot {
    /// Complains unless it is one of the domain with that UUID.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG`.
    pub fn check_uuid(&self, uuid: Uuid) -> Result<(), Fault> {
        match &self.domain.0 {
            Some(domain) if domain.uuid != Some(uuid) => {
                Err(self.refuse(|name| format!("definition for snapshot {name} must use uuid {uuid}")))
            }
            _ => Ok(()),
        }
    }

    /// Takes the place of another version; the domain is that one's where nothing is said.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` when the two are of different kinds; those of [`Domain::check_stability`](crate::xml::domain::Domain).
    pub fn replace(&mut self, old: &Self) -> Result<(), Fault> {
        if is_online(old) != is_online(self) {
            return Err(self
                .refuse(|name| format!("cannot change between online and offline snapshot state in snapshot {name}")));
        }
        let is_disk_only = |snapshot: &Self| snapshot.state == Some(State::DiskSnapshot);
        if is_disk_only(old) != is_disk_only(self) {
            return Err(
                self.refuse(|name| format!("cannot change between disk only and full system in snapshot {name}"))
            );
        }
        if let (Some(domain), Some(old)) = (&self.domain.0, &old.domain.0) {
            domain.check_stability(old)?;
        } else {
            self.domain = old.domain.clone();
            self.inactive_domain = old.inactive_domain.clone();
        }
        Ok(())
    }

    fn refuse(&self, complaint: impl Fn(&str) -> String) -> Fault {
        let complaint = complaint(self.name.as_deref().unwrap_or_default());
        Fault::new(VIR_ERR_INVALID_ARG, complaint).with_origin(VIR_FROM_DOMAIN_SNAPSHOT)
    }
}

fn is_online(snapshot: &Snapshot) -> bool {
    matches!(snapshot.state, Some(State::Running | State::Paused))
}
