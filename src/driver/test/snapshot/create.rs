//! Taking a snapshot, and learning of one that was taken before.

use std::path::Path;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use super::revert;
use crate::driver::test::domain::{Locked, definition};
use crate::driver::test::{State, check_flags, error};
use crate::error::{Error, Result};
use crate::object::{Domain, Snapshot};
use crate::types::*;
use crate::xml::domain::Embedded;
use crate::xml::snapshot::{Alignment, Location, Snapshot as Document, State as Status};

const KNOWN: u32 = VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE
    | VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT
    | VIR_DOMAIN_SNAPSHOT_CREATE_HALT
    | VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE
    | VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC
    | VIR_DOMAIN_SNAPSHOT_CREATE_LIVE
    | VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE;

pub fn create(state: &State, domain: &Arc<Domain>, xml: &str, flags: u32) -> Result<Arc<Snapshot>> {
    check_flags(flags, KNOWN)?;
    let mut machine = state.domains.find(domain)?;
    if !machine.checkpoints.is_empty() {
        return Err(error(VIR_ERR_OPERATION_UNSUPPORTED, "cannot create snapshot while checkpoint exists"));
    }
    let halts = flags & VIR_DOMAIN_SNAPSHOT_CREATE_HALT != 0;
    if halts && !machine.persistent {
        return Err(error(VIR_ERR_OPERATION_INVALID, "cannot halt after transient domain snapshot"));
    }
    let exists = flags & VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE != 0;
    let (document, _) = Document::parse(xml, exists, flags & VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE != 0)?;
    let name = match exists {
        true => learn(&mut machine, document, flags & VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT != 0)?,
        false => take(&mut machine, document)?,
    };
    if halts && machine.is_active() {
        revert::stop(state, &mut machine);
        domain.set_id(-1);
    }
    Ok(Snapshot::new(domain, &name))
}

/// Takes a snapshot of the machine as it is; gives its name.
fn take(machine: &mut Locked, mut document: Document) -> Result<String> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    document.creation_time = Some(now.cast_signed());
    let name = document.name.get_or_insert_with(|| now.to_string()).clone();
    document.state = Some(status(machine.state));
    document.domain = Embedded(Some(Arc::clone(&machine.definition)));
    if document.disks.iter().any(|disk| disk.location == Some(Location::Manual)) {
        let text = "'manual' snapshot mode is not supported by the test driver";
        return Err(error(VIR_ERR_OPERATION_UNSUPPORTED, text));
    }
    let external = document.memory.location == Some(Location::External);
    if !external {
        let off = document.state == Some(Status::Shutoff);
        document.memory.location = Some(if off { Location::No } else { Location::Internal });
    }
    align(&mut document, external)?;
    if machine.snapshots.get(&name).is_some() {
        let text = format!("domain moment {name} already exists");
        return Err(Error::new(VIR_ERR_OPERATION_FAILED, text).from_origin(VIR_FROM_DOMAIN));
    }
    let parent = machine.snapshots.current().map(str::to_owned);
    machine.snapshots.insert(&name, parent.as_deref(), document)?;
    machine.snapshots.set_current(&name);
    Ok(name)
}

/// Learns of a snapshot that was taken before, or of another version of one; gives its name.
fn learn(machine: &mut Locked, mut document: Document, current: bool) -> Result<String> {
    let name = document.name.clone().unwrap_or_default();
    let parent = document.parent.clone();
    machine.snapshots.check_parent(&name, parent.as_deref())?;
    for embedded in [&mut document.domain, &mut document.inactive_domain] {
        if let Some(domain) = &mut embedded.0 {
            definition::complete(Arc::make_mut(domain))?;
        }
    }
    document.check_uuid(machine.uuid)?;
    if let Some(old) = machine.snapshots.get(&name) {
        document.replace(old)?;
    }
    let external = document.state == Some(Status::DiskSnapshot) || document.is_external();
    align(&mut document, external)?;
    machine.snapshots.insert(&name, parent.as_deref(), document)?;
    if current {
        machine.snapshots.set_current(&name);
    }
    Ok(name)
}

fn align(document: &mut Document, external: bool) -> Result<()> {
    let alignment = match external {
        true => Alignment { default: Location::External, only: false },
        false => Alignment { default: Location::Internal, only: true },
    };
    Ok(document.align(alignment, &|path| Path::new(path).is_file())?)
}

/// What a `VIR_DOMAIN_…` state is called in a snapshot.
fn status(state: virDomainState) -> Status {
    match state {
        VIR_DOMAIN_BLOCKED => Status::Blocked,
        VIR_DOMAIN_PAUSED => Status::Paused,
        VIR_DOMAIN_SHUTDOWN => Status::Shutdown,
        VIR_DOMAIN_SHUTOFF => Status::Shutoff,
        VIR_DOMAIN_CRASHED => Status::Crashed,
        VIR_DOMAIN_PMSUSPENDED => Status::PmSuspended,
        _ => Status::Running,
    }
}
