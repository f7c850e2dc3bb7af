//! One domain of the imagined host, and which of its two definitions a call is about.

use std::ffi::c_uint;
use std::sync::Arc;

use crate::driver::domain::{Affected, Listed};
use crate::driver::test::checkpoint::Checkpoints;
use crate::driver::test::domain::definition::Definition;
use crate::driver::test::domain::runtime::Runtime;
use crate::driver::test::domain::taint::Taints;
use crate::driver::test::snapshot::Snapshots;
use crate::error::{Error, Result};
use crate::types::*;
use crate::uuid::Uuid;
use crate::xml::Unknown;

/// What is true of one domain while its lock is held.
pub struct Machine {
    pub uuid: Uuid,
    /// The number while it runs, else -1.
    pub id: i32,
    /// A `VIR_DOMAIN_…` state.
    pub state: virDomainState,
    /// Why it is in that state, a `VIR_DOMAIN_<STATE>_…`.
    pub reason: i32,
    /// What it is now: of a running domain the live definition, else the persistent one. Shared: copied when it is changed.
    pub definition: Arc<Definition>,
    /// The persistent definition of a running domain that has one.
    pub next: Option<Arc<Definition>>,
    /// Whether it stays when it stops.
    pub persistent: bool,
    pub autostart: bool,
    /// Whether it starts with its host the next time.
    pub autostart_once: bool,
    /// Whether it has a managed save image.
    pub saved: bool,
    /// What its document said that is not known.
    pub unknown: Vec<Unknown>,
    pub taints: Taints,
    pub snapshots: Snapshots,
    pub checkpoints: Checkpoints,
    pub runtime: Runtime,
    /// Whether it left the index while somebody waited for its lock.
    pub(super) gone: bool,
}

impl Machine {
    /// A domain that does not run.
    pub fn new(definition: Arc<Definition>, uuid: Uuid) -> Self {
        Self {
            uuid,
            id: -1,
            state: VIR_DOMAIN_SHUTOFF,
            reason: VIR_DOMAIN_SHUTOFF_UNKNOWN,
            definition,
            next: None,
            persistent: false,
            autostart: false,
            autostart_once: false,
            unknown: Vec::new(),
            taints: Taints::default(),
            snapshots: Snapshots::default(),
            checkpoints: Checkpoints::default(),
            saved: false,
            runtime: Runtime::default(),
            gone: false,
        }
    }

    pub fn name(&self) -> &str {
        &self.definition.name
    }

    pub fn is_active(&self) -> bool {
        self.id != -1
    }

    /// # Errors
    /// `VIR_ERR_OPERATION_INVALID` "domain is not running".
    pub fn require_active(&self) -> Result<()> {
        if self.is_active() { Ok(()) } else { Err(invalid("domain is not running")) }
    }

    /// What `VIR_DOMAIN_AFFECT_…` means now. Other flags are not looked at.
    ///
    /// # Errors
    /// Those of [`Affected::of`].
    pub fn affected(&self, flags: c_uint) -> Result<Affected> {
        Affected::of(flags, self.is_active(), self.persistent)
    }

    /// The persistent definition; of a domain without one the live definition.
    pub fn config(&self) -> &Arc<Definition> {
        self.next.as_ref().unwrap_or(&self.definition)
    }

    /// The one definition that flags ask for, to be read.
    ///
    /// # Errors
    /// Those of [`Machine::affected`].
    pub fn selected(&self, flags: c_uint) -> Result<&Arc<Definition>> {
        Ok(if self.affected(flags)?.config { self.config() } else { &self.definition })
    }

    /// As [`Machine::selected`], where `flags` may not ask for both.
    ///
    /// # Errors
    /// Also `VIR_ERR_INVALID_ARG` when they do.
    pub fn one(&self, flags: c_uint) -> Result<&Arc<Definition>> {
        Affected::one(flags)?;
        self.selected(flags)
    }

    /// As [`Machine::one`], to be changed.
    ///
    /// # Errors
    /// As [`Machine::one`].
    pub fn one_mut(&mut self, flags: c_uint) -> Result<&mut Definition> {
        Affected::one(flags)?;
        Ok(if self.affected(flags)?.config { self.config_mut() } else { self.live_mut() })
    }

    /// The live definition, to be changed.
    pub fn live_mut(&mut self) -> &mut Definition {
        Arc::make_mut(&mut self.definition)
    }

    /// The persistent definition, to be changed; of a domain without one the live definition.
    pub fn config_mut(&mut self) -> &mut Definition {
        Arc::make_mut(self.next.as_mut().unwrap_or(&mut self.definition))
    }

    /// Changes the definitions that flags ask for; none when `change` fails on one.
    ///
    /// # Errors
    /// Those of [`Machine::affected`], and those of `change`.
    pub fn change(&mut self, flags: c_uint, mut change: impl FnMut(&mut Definition) -> Result<()>) -> Result<()> {
        let affected = self.affected(flags)?;
        let mut changed = |definition: &Arc<Definition>| {
            let mut copy = Arc::clone(definition);
            change(Arc::make_mut(&mut copy)).map(|()| copy)
        };
        let live = affected.live.then(|| changed(&self.definition)).transpose()?;
        let config = affected.config.then(|| changed(self.config())).transpose()?;
        if let Some(live) = live {
            self.definition = live;
        }
        if let Some(config) = config {
            *self.next.as_mut().unwrap_or(&mut self.definition) = config;
        }
        Ok(())
    }

    pub fn set_state(&mut self, state: virDomainState, reason: i32) {
        self.state = state;
        self.reason = reason;
    }
}

fn invalid(text: &str) -> Error {
    Error::new(VIR_ERR_OPERATION_INVALID, text).from_origin(VIR_FROM_DOMAIN)
}

impl Listed for Machine {
    fn state(&self) -> virDomainState {
        self.state
    }
    fn is_active(&self) -> bool {
        Self::is_active(self)
    }
    fn is_persistent(&self) -> bool {
        self.persistent
    }
    fn starts_with_host(&self) -> bool {
        self.autostart
    }
    fn is_saved(&self) -> bool {
        self.saved
    }
    fn has_snapshots(&self) -> bool {
        !self.snapshots.is_empty()
    }
    fn has_checkpoints(&self) -> bool {
        !self.checkpoints.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_made_everywhere_or_nowhere() {
        let mut machine = Machine::new(Arc::default(), Uuid::default());
        (machine.id, machine.persistent, machine.next) = (1, true, Some(Arc::default()));
        let both = VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG;
        let mut count = 0;
        let failed = machine.change(both, |definition| {
            count += 1;
            definition.title = Some("x".to_owned());
            if count == 2 { Err(invalid("no")) } else { Ok(()) }
        });
        assert!(failed.is_err());
        assert_eq!((&machine.definition.title, &machine.config().title), (&None, &None));
    }
}
