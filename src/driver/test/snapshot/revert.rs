//! Going back: the domain stops, is what it was then, and starts again if it ran then or is asked to run now.

use std::sync::Arc;

use crate::driver::test::State;
use crate::driver::test::domain::Locked;
use crate::types::*;
use crate::xml::snapshot::{Snapshot, State as Was};

/// Stops a machine that runs, for a snapshot; it stays although it may have no persistent definition.
pub fn stop(state: &State, machine: &mut Locked) {
    state.domains.stop(machine, VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT);
    state.emit_lifecycle(machine, VIR_DOMAIN_EVENT_STOPPED, VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT);
}

/// Makes a machine what it was when the snapshot was taken. `flags`: `VIR_DOMAIN_SNAPSHOT_REVERT_…`.
pub fn revert(state: &State, machine: &mut Locked, snapshot: &Snapshot, flags: u32) {
    if machine.is_active() {
        stop(state, machine);
    }
    if let Some(then) = &snapshot.domain.0 {
        // a domain keeps its name, by which it is found
        let mut definition = Arc::clone(then);
        if definition.name != machine.name() {
            machine.name().clone_into(&mut Arc::make_mut(&mut definition).name);
        }
        machine.definition = definition;
    }
    let wanted = flags & (VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING | VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED);
    let paused = wanted == VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED || wanted == 0 && snapshot.state == Some(Was::Paused);
    if wanted == 0 && !matches!(snapshot.state, Some(Was::Running | Was::Paused)) {
        return;
    }
    state.start(machine, VIR_DOMAIN_RUNNING_FROM_SNAPSHOT, VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT);
    if paused {
        machine.set_state(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_FROM_SNAPSHOT);
        state.emit_lifecycle(machine, VIR_DOMAIN_EVENT_SUSPENDED, VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT);
    }
}
