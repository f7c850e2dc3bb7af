//! Which machines the flags of `virConnectListAllDomains` ask for.

use std::ffi::c_uint;

use super::Machine;
use crate::types::*;

/// All of them.
pub const KNOWN: c_uint = VIR_CONNECT_LIST_DOMAINS_ACTIVE
    | VIR_CONNECT_LIST_DOMAINS_INACTIVE
    | VIR_CONNECT_LIST_DOMAINS_PERSISTENT
    | VIR_CONNECT_LIST_DOMAINS_TRANSIENT
    | VIR_CONNECT_LIST_DOMAINS_RUNNING
    | VIR_CONNECT_LIST_DOMAINS_PAUSED
    | VIR_CONNECT_LIST_DOMAINS_SHUTOFF
    | VIR_CONNECT_LIST_DOMAINS_OTHER
    | VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE
    | VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE
    | VIR_CONNECT_LIST_DOMAINS_AUTOSTART
    | VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART
    | VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT
    | VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT
    | VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT
    | VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT;

const RUNS: c_uint = VIR_CONNECT_LIST_DOMAINS_ACTIVE | VIR_CONNECT_LIST_DOMAINS_INACTIVE;

/// The same without what lets every machine through.
pub fn effective(flags: c_uint) -> c_uint {
    if flags & RUNS == RUNS { flags & !RUNS } else { flags }
}

impl Machine {
    /// Whether it is among what is asked for. Flags come in groups; of a group that has none set all are asked for.
    pub fn is_listed(&self, flags: c_uint) -> bool {
        let running = self.state == VIR_DOMAIN_RUNNING;
        let paused = self.state == VIR_DOMAIN_PAUSED;
        let shutoff = self.state == VIR_DOMAIN_SHUTOFF;
        let states = [
            (VIR_CONNECT_LIST_DOMAINS_RUNNING, running),
            (VIR_CONNECT_LIST_DOMAINS_PAUSED, paused),
            (VIR_CONNECT_LIST_DOMAINS_SHUTOFF, shutoff),
            (VIR_CONNECT_LIST_DOMAINS_OTHER, !running && !paused && !shutoff),
        ];
        let (snapshots, checkpoints) = (!self.snapshots.is_empty(), !self.checkpoints.is_empty());
        let pairs = [
            (self.is_active(), VIR_CONNECT_LIST_DOMAINS_ACTIVE, VIR_CONNECT_LIST_DOMAINS_INACTIVE),
            (self.persistent, VIR_CONNECT_LIST_DOMAINS_PERSISTENT, VIR_CONNECT_LIST_DOMAINS_TRANSIENT),
            (self.saved, VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE, VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE),
            (self.autostart, VIR_CONNECT_LIST_DOMAINS_AUTOSTART, VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART),
            (snapshots, VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT, VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT),
            (checkpoints, VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT, VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT),
        ];
        matches(flags, &states) && pairs.iter().all(|(holds, yes, no)| matches(flags, &[(*yes, *holds), (*no, !holds)]))
    }
}

fn matches(flags: c_uint, group: &[(c_uint, bool)]) -> bool {
    group.iter().all(|(flag, _)| flags & flag == 0) || group.iter().any(|(flag, holds)| flags & flag != 0 && *holds)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::uuid::Uuid;

    #[test]
    fn of_each_group_one_must_fit() {
        let mut machine = Machine::new(Arc::default(), Uuid::default());
        machine.persistent = true;
        assert!(machine.is_listed(0));
        assert!(machine.is_listed(VIR_CONNECT_LIST_DOMAINS_INACTIVE | VIR_CONNECT_LIST_DOMAINS_PERSISTENT));
        assert!(!machine.is_listed(VIR_CONNECT_LIST_DOMAINS_INACTIVE | VIR_CONNECT_LIST_DOMAINS_TRANSIENT));
        assert!(machine.is_listed(VIR_CONNECT_LIST_DOMAINS_RUNNING | VIR_CONNECT_LIST_DOMAINS_SHUTOFF));
        assert!(!machine.is_listed(VIR_CONNECT_LIST_DOMAINS_OTHER));
        assert_eq!(effective(RUNS | VIR_CONNECT_LIST_DOMAINS_SHUTOFF), VIR_CONNECT_LIST_DOMAINS_SHUTOFF);
        assert_eq!(effective(VIR_CONNECT_LIST_DOMAINS_ACTIVE), VIR_CONNECT_LIST_DOMAINS_ACTIVE);
    }
}
