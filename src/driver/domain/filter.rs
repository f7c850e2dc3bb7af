//! Which domains the flags of `virConnectListAllDomains` ask for.

use std::ffi::c_uint;

use crate::types::*;

/// What a driver tells of a domain, as far as flags ask for it.
pub trait Listed {
    /// A `VIR_DOMAIN_…` state.
    fn state(&self) -> virDomainState;
    fn is_active(&self) -> bool;
    /// Whether it stays when it stops.
    fn is_persistent(&self) -> bool;
    /// Whether it starts with its host.
    fn starts_with_host(&self) -> bool;
    /// Whether it has a managed save image.
    fn is_saved(&self) -> bool;
    fn has_snapshots(&self) -> bool;
    fn has_checkpoints(&self) -> bool;
}

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

/// Whether a domain is among what is asked for. Flags come in groups; of a group that has none set all are asked for.
pub fn is_listed(domain: &impl Listed, flags: c_uint) -> bool {
    let state = domain.state();
    let states = [
        (VIR_CONNECT_LIST_DOMAINS_RUNNING, state == VIR_DOMAIN_RUNNING),
        (VIR_CONNECT_LIST_DOMAINS_PAUSED, state == VIR_DOMAIN_PAUSED),
        (VIR_CONNECT_LIST_DOMAINS_SHUTOFF, state == VIR_DOMAIN_SHUTOFF),
        (VIR_CONNECT_LIST_DOMAINS_OTHER, ![VIR_DOMAIN_RUNNING, VIR_DOMAIN_PAUSED, VIR_DOMAIN_SHUTOFF].contains(&state)),
    ];
    let asked = states.iter().filter(|(flag, _)| flags & flag != 0);
    let is_in_state = asked.clone().next().is_none() || asked.into_iter().any(|(_, holds)| *holds);
    // What nobody asks for is not looked up.
    let fits = |yes, no, holds: &dyn Fn() -> bool| match (flags & yes != 0, flags & no != 0) {
        (true, false) => holds(),
        (false, true) => !holds(),
        _ => true,
    };
    is_in_state
        && fits(VIR_CONNECT_LIST_DOMAINS_ACTIVE, VIR_CONNECT_LIST_DOMAINS_INACTIVE, &|| domain.is_active())
        && fits(VIR_CONNECT_LIST_DOMAINS_PERSISTENT, VIR_CONNECT_LIST_DOMAINS_TRANSIENT, &|| domain.is_persistent())
        && fits(VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE, VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE, &|| domain.is_saved())
        && fits(VIR_CONNECT_LIST_DOMAINS_AUTOSTART, VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART, &|| {
            domain.starts_with_host()
        })
        && fits(VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT, VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT, &|| domain.has_snapshots())
        && fits(VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT, VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT, &|| {
            domain.has_checkpoints()
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A domain that is defined and shut off.
    struct Defined;

    impl Listed for Defined {
        fn state(&self) -> virDomainState {
            VIR_DOMAIN_SHUTOFF
        }
        fn is_active(&self) -> bool {
            false
        }
        fn is_persistent(&self) -> bool {
            true
        }
        fn starts_with_host(&self) -> bool {
            panic!("nobody asked")
        }
        fn is_saved(&self) -> bool {
            false
        }
        fn has_snapshots(&self) -> bool {
            false
        }
        fn has_checkpoints(&self) -> bool {
            false
        }
    }

    #[test]
    fn of_each_group_one_must_fit() {
        let listed = |flags| is_listed(&Defined, flags);
        assert!(listed(0));
        assert!(listed(VIR_CONNECT_LIST_DOMAINS_INACTIVE | VIR_CONNECT_LIST_DOMAINS_PERSISTENT));
        assert!(!listed(VIR_CONNECT_LIST_DOMAINS_INACTIVE | VIR_CONNECT_LIST_DOMAINS_TRANSIENT));
        assert!(listed(VIR_CONNECT_LIST_DOMAINS_RUNNING | VIR_CONNECT_LIST_DOMAINS_SHUTOFF));
        assert!(listed(VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE | VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE));
        assert!(!listed(VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT) && !listed(VIR_CONNECT_LIST_DOMAINS_OTHER));
        assert_eq!(effective(RUNS | VIR_CONNECT_LIST_DOMAINS_SHUTOFF), VIR_CONNECT_LIST_DOMAINS_SHUTOFF);
        assert_eq!(effective(VIR_CONNECT_LIST_DOMAINS_ACTIVE), VIR_CONNECT_LIST_DOMAINS_ACTIVE);
    }
}
