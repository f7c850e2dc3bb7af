//! The test driver's side of `driver/checkpoint.rs`: each machine has its checkpoints.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::driver::test::domain::{Locked, definition};
use crate::driver::test::{Test, check_flags, error};
use crate::driver::{CheckpointDriver, Moments, Removal};
use crate::error::{Error, Result};
use crate::object::{Checkpoint, Domain};
use crate::types::*;
use crate::xml::checkpoint::Checkpoint as Document;
use crate::xml::domain::Embedded;

/// The checkpoints of one machine.
pub type Checkpoints = Moments<Document>;

const LISTS: u32 = VIR_DOMAIN_CHECKPOINT_LIST_ROOTS
    | VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL
    | VIR_DOMAIN_CHECKPOINT_LIST_LEAVES
    | VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES;

impl CheckpointDriver for Test {
    fn create(&self, domain: &Arc<Domain>, xml: &str, flags: u32) -> Result<Arc<Checkpoint>> {
        check_flags(flags, VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE | VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE)?;
        let mut machine = self.state.domains.find(domain)?;
        if !machine.snapshots.is_empty() {
            return Err(error(VIR_ERR_OPERATION_UNSUPPORTED, "cannot create checkpoint while snapshot exists"));
        }
        let exists = flags & VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE != 0;
        if !exists && !machine.is_active() {
            return Err(error(VIR_ERR_OPERATION_UNSUPPORTED, "cannot create checkpoint for inactive domain"));
        }
        let (document, _) = Document::parse(xml, exists)?;
        let name = if exists { learn(&mut machine, document)? } else { make(&mut machine, document)? };
        Ok(Checkpoint::new(domain, &name))
    }

    fn xml(&self, checkpoint: &Checkpoint, flags: u32) -> Result<String> {
        let known =
            VIR_DOMAIN_CHECKPOINT_XML_SECURE | VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN | VIR_DOMAIN_CHECKPOINT_XML_SIZE;
        check_flags(flags, known)?;
        let (machine, mut document) = self.checkpoint(checkpoint)?;
        document.parent = machine.checkpoints.parent(checkpoint.name()).map(str::to_owned);
        drop(machine);
        if flags & VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN != 0 {
            document.domain = Embedded(None);
        }
        Ok(document.format(flags & VIR_DOMAIN_CHECKPOINT_XML_SECURE != 0))
    }

    fn list(&self, domain: &Domain, flags: u32) -> Result<Vec<String>> {
        check_flags(flags, LISTS)?;
        let machine = self.state.domains.find(domain)?;
        Ok(list(&machine.checkpoints, None, flags & VIR_DOMAIN_CHECKPOINT_LIST_ROOTS == 0, flags))
    }

    fn children(&self, checkpoint: &Checkpoint, flags: u32) -> Result<Vec<String>> {
        check_flags(flags, LISTS)?;
        let (machine, _) = self.checkpoint(checkpoint)?;
        let deep = flags & VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS != 0;
        Ok(list(&machine.checkpoints, Some(checkpoint.name()), deep, flags))
    }

    fn lookup(&self, domain: &Domain, name: &str, flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        let machine = self.state.domains.find(domain)?;
        machine.checkpoints.get(name).map(drop).ok_or_else(|| missing(name))
    }

    fn parent(&self, checkpoint: &Checkpoint, flags: u32) -> Result<String> {
        check_flags(flags, 0)?;
        let (machine, _) = self.checkpoint(checkpoint)?;
        let name = checkpoint.name();
        let none = || error(VIR_ERR_NO_DOMAIN_CHECKPOINT, format!("checkpoint '{name}' does not have a parent"));
        machine.checkpoints.parent(name).map(str::to_owned).ok_or_else(none)
    }

    fn delete(&self, checkpoint: &Checkpoint, flags: u32) -> Result<()> {
        // there is nothing but metadata
        let known = VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN
            | VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY
            | VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY;
        check_flags(flags, known)?;
        let (mut machine, _) = self.checkpoint(checkpoint)?;
        let removal = match flags & !VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY {
            VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN => Removal::WithChildren,
            VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY => Removal::ChildrenOnly,
            _ => Removal::Alone,
        };
        machine.checkpoints.remove(checkpoint.name(), removal);
        Ok(())
    }
}

impl Test {
    /// The machine of a checkpoint, locked, and what is known of the checkpoint.
    fn checkpoint(&self, checkpoint: &Checkpoint) -> Result<(Locked, Document)> {
        let machine = self.state.domains.find(&checkpoint.domain)?;
        let document = machine.checkpoints.get(checkpoint.name()).cloned().ok_or_else(|| missing(checkpoint.name()))?;
        Ok((machine, document))
    }
}

/// Makes a checkpoint of the machine as it is; gives its name.
fn make(machine: &mut Locked, mut document: Document) -> Result<String> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    document.creation_time = Some(now.cast_signed());
    let name = document.name.get_or_insert_with(|| now.to_string()).clone();
    document.domain = Embedded(Some(Arc::clone(&machine.definition)));
    document.align()?;
    if machine.checkpoints.get(&name).is_some() {
        let text = format!("domain moment {name} already exists");
        return Err(Error::new(VIR_ERR_OPERATION_FAILED, text).from_origin(VIR_FROM_DOMAIN));
    }
    let parent = machine.checkpoints.current().map(str::to_owned);
    machine.checkpoints.insert(&name, parent.as_deref(), document)?;
    machine.checkpoints.set_current(&name);
    Ok(name)
}

/// Learns of a checkpoint that was made before, or of another version of one; gives its name.
fn learn(machine: &mut Locked, mut document: Document) -> Result<String> {
    let name = document.name.clone().unwrap_or_default();
    let parent = document.parent.clone();
    machine.checkpoints.check_parent(&name, parent.as_deref())?;
    if let Some(domain) = &mut document.domain.0 {
        definition::complete(Arc::make_mut(domain))?;
        if domain.uuid != Some(machine.uuid) {
            let text = format!("definition for checkpoint {name} must use uuid {}", machine.uuid);
            return Err(Error::new(VIR_ERR_INVALID_ARG, text).from_origin(VIR_FROM_DOMAIN_CHECKPOINT));
        }
    } else if let Some(old) = machine.checkpoints.get(&name) {
        document.domain = old.domain.clone();
    }
    document.align()?;
    machine.checkpoints.insert(&name, parent.as_deref(), document)?;
    Ok(name)
}

/// The names of those below `from`, without it of all; only the next ones unless `deep`. Always parents before children.
fn list(checkpoints: &Checkpoints, from: Option<&str>, deep: bool, flags: u32) -> Vec<String> {
    let listed = checkpoints.list(from, deep).into_iter().filter(|(name, _)| match checkpoints.has_children(name) {
        true => flags & VIR_DOMAIN_CHECKPOINT_LIST_LEAVES == 0,
        false => flags & VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES == 0,
    });
    listed.map(|(name, _)| name.to_owned()).collect()
}

fn missing(name: &str) -> Error {
    error(VIR_ERR_NO_DOMAIN_CHECKPOINT, format!("no domain checkpoint with matching name '{name}'"))
}
