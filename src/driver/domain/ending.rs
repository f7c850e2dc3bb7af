//! What becomes of a guest that powers off, reboots or crashes, as `virDomainSetLifecycleAction` sets it.

use crate::error::{Error, Result};
use crate::types::*;
use crate::xml::domain::{Action, CrashAction, Domain as Definition};

/// What becomes of a guest that ends in one way.
#[derive(Clone, Copy)]
pub enum Ending {
    Poweroff(Action),
    Reboot(Action),
    Crash(CrashAction),
}

impl Ending {
    /// Of a `VIR_DOMAIN_LIFECYCLE_…` and a `VIR_DOMAIN_LIFECYCLE_ACTION_…`.
    ///
    /// # Errors
    /// `VIR_ERR_CONFIG_UNSUPPORTED` when that event cannot have that action.
    pub fn new(kind: u32, action: u32) -> Result<Self> {
        let (kind, action) = (kind as virDomainLifecycle, action as virDomainLifecycleAction);
        let (event, ending) = match kind {
            VIR_DOMAIN_LIFECYCLE_CRASH => ("crash", crash_action(action).map(Self::Crash)),
            VIR_DOMAIN_LIFECYCLE_REBOOT => ("reboot", plain_action(action).map(Self::Reboot)),
            _ => ("poweroff", plain_action(action).map(Self::Poweroff)),
        };
        ending.ok_or_else(|| {
            let text = format!("Lifecycle event '{event}' doesn't support '{}' action", action_word(action));
            Error::new(VIR_ERR_CONFIG_UNSUPPORTED, text).from_origin(VIR_FROM_DOMAIN)
        })
    }

    /// Writes it into a definition.
    pub fn set(self, definition: &mut Definition) {
        match self {
            Self::Poweroff(action) => definition.on_poweroff = action,
            Self::Reboot(action) => definition.on_reboot = Some(action),
            Self::Crash(action) => definition.on_crash = action,
        }
    }
}

fn plain_action(action: virDomainLifecycleAction) -> Option<Action> {
    Some(match action {
        VIR_DOMAIN_LIFECYCLE_ACTION_DESTROY => Action::Destroy,
        VIR_DOMAIN_LIFECYCLE_ACTION_RESTART => Action::Restart,
        VIR_DOMAIN_LIFECYCLE_ACTION_RESTART_RENAME => Action::RenameRestart,
        VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE => Action::Preserve,
        _ => return None,
    })
}

fn crash_action(action: virDomainLifecycleAction) -> Option<CrashAction> {
    Some(match action {
        VIR_DOMAIN_LIFECYCLE_ACTION_DESTROY => CrashAction::Destroy,
        VIR_DOMAIN_LIFECYCLE_ACTION_RESTART => CrashAction::Restart,
        VIR_DOMAIN_LIFECYCLE_ACTION_RESTART_RENAME => CrashAction::RenameRestart,
        VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE => CrashAction::Preserve,
        VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_DESTROY => CrashAction::CoredumpDestroy,
        VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_RESTART => CrashAction::CoredumpRestart,
        VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE_RUNNING => CrashAction::PreserveRunning,
        _ => return None,
    })
}

/// How the actions that not every event has are called.
fn action_word(action: virDomainLifecycleAction) -> &'static str {
    match action {
        VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_DESTROY => "coredump-destroy",
        VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_RESTART => "coredump-restart",
        _ => "preserve-running",
    }
}
