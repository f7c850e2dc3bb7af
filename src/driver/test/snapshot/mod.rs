//! The test driver's side of `driver/snapshot.rs`: each machine has its snapshots.

mod create;
mod list;
mod revert;

use std::sync::Arc;

use crate::driver::test::domain::Locked;
use crate::driver::test::{Test, check_flags, error};
use crate::driver::{Moments, Removal, SnapshotDriver};
use crate::error::{Error, Result};
use crate::object::{Domain, Snapshot};
use crate::types::*;
use crate::xml::snapshot::Snapshot as Document;

/// The snapshots of one machine.
pub type Snapshots = Moments<Document>;

impl SnapshotDriver for Test {
    fn create(&self, domain: &Arc<Domain>, xml: &str, flags: u32) -> Result<Arc<Snapshot>> {
        create::create(&self.state, domain, xml, flags)
    }

    fn xml(&self, snapshot: &Snapshot, flags: u32) -> Result<String> {
        check_flags(flags, VIR_DOMAIN_SNAPSHOT_XML_SECURE)?;
        let (machine, mut document) = self.snapshot(snapshot)?;
        document.parent = machine.snapshots.parent(snapshot.name()).map(str::to_owned);
        drop(machine);
        Ok(document.format(flags & VIR_DOMAIN_SNAPSHOT_XML_SECURE != 0))
    }

    fn list(&self, domain: &Domain, flags: u32) -> Result<Vec<String>> {
        list::check(flags)?;
        let machine = self.state.domains.find(domain)?;
        Ok(list::list(&machine.snapshots, None, flags & VIR_DOMAIN_SNAPSHOT_LIST_ROOTS == 0, flags))
    }

    fn children(&self, snapshot: &Snapshot, flags: u32) -> Result<Vec<String>> {
        list::check(flags)?;
        let (machine, _) = self.snapshot(snapshot)?;
        let deep = flags & VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS != 0;
        Ok(list::list(&machine.snapshots, Some(snapshot.name()), deep, flags))
    }

    fn lookup(&self, domain: &Domain, name: &str, flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        let machine = self.state.domains.find(domain)?;
        machine.snapshots.get(name).map(drop).ok_or_else(|| missing(name))
    }

    fn has_current(&self, domain: &Domain, flags: u32) -> Result<bool> {
        check_flags(flags, 0)?;
        Ok(self.state.domains.find(domain)?.snapshots.current().is_some())
    }

    fn current(&self, domain: &Domain, flags: u32) -> Result<String> {
        check_flags(flags, 0)?;
        let machine = self.state.domains.find(domain)?;
        let none = || error(VIR_ERR_NO_DOMAIN_SNAPSHOT, "the domain does not have a current snapshot");
        machine.snapshots.current().map(str::to_owned).ok_or_else(none)
    }

    fn parent(&self, snapshot: &Snapshot, flags: u32) -> Result<String> {
        check_flags(flags, 0)?;
        let (machine, _) = self.snapshot(snapshot)?;
        let name = snapshot.name();
        let none = || error(VIR_ERR_NO_DOMAIN_SNAPSHOT, format!("snapshot '{name}' does not have a parent"));
        machine.snapshots.parent(name).map(str::to_owned).ok_or_else(none)
    }

    fn is_current(&self, snapshot: &Snapshot, flags: u32) -> Result<bool> {
        check_flags(flags, 0)?;
        let (machine, _) = self.snapshot(snapshot)?;
        Ok(machine.snapshots.current() == Some(snapshot.name()))
    }

    fn has_metadata(&self, snapshot: &Snapshot, flags: u32) -> Result<bool> {
        check_flags(flags, 0)?;
        self.snapshot(snapshot).map(|_| true)
    }

    fn revert(&self, snapshot: &Snapshot, flags: u32) -> Result<()> {
        let known =
            VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING | VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED | VIR_DOMAIN_SNAPSHOT_REVERT_FORCE;
        check_flags(flags, known)?;
        let (mut machine, document) = self.snapshot(snapshot)?;
        machine.snapshots.set_current(snapshot.name());
        revert::revert(&self.state, &mut machine, &document, flags);
        snapshot.domain.set_id(machine.id);
        Ok(())
    }

    fn delete(&self, snapshot: &Snapshot, flags: u32) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN | VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY)?;
        let (mut machine, _) = self.snapshot(snapshot)?;
        let removal = match flags {
            VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN => Removal::WithChildren,
            VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY => Removal::ChildrenOnly,
            _ => Removal::Alone,
        };
        machine.snapshots.remove(snapshot.name(), removal);
        Ok(())
    }
}

impl Test {
    /// The machine of a snapshot, locked, and what is known of the snapshot.
    fn snapshot(&self, snapshot: &Snapshot) -> Result<(Locked, Document)> {
        let machine = self.state.domains.find(&snapshot.domain)?;
        let document = machine.snapshots.get(snapshot.name()).cloned().ok_or_else(|| missing(snapshot.name()))?;
        Ok((machine, document))
    }
}

fn missing(name: &str) -> Error {
    error(VIR_ERR_NO_DOMAIN_SNAPSHOT, format!("no domain snapshot with matching name '{name}'"))
}
