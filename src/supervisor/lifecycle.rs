//! What a machine does by itself, and what is to be done about it: from an event of QEMU's to the next state and step.
//! Nothing here acts; `server` carries out what this decides. Behaviour as observed on libvirt 9.0.0's QEMU driver.

use crate::supervisor::json::{member, plain};
use crate::supervisor::message::{Decoder, Encoder};
use crate::types::*;

/// What to do when the guest powers off or reboots.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Action {
    #[default]
    Destroy,
    Restart,
    /// As `Restart`, which libvirt's driver refuses to define: nobody can say what the new name is.
    RenameRestart,
    /// The machine stays as it is, stopped, until it is destroyed.
    Preserve,
}

/// What to do when the guest says that it crashed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CrashAction {
    #[default]
    Destroy,
    Restart,
    RenameRestart,
    Preserve,
    CoredumpDestroy,
    CoredumpRestart,
    /// The guest goes on (QEMU runs with `-action panic=none`).
    PreserveRunning,
}

/// All that is to be done without being asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Actions {
    pub on_poweroff: Action,
    pub on_reboot: Action,
    pub on_crash: CrashAction,
}

impl Action {
    const ALL: [Self; 4] = [Self::Destroy, Self::Restart, Self::RenameRestart, Self::Preserve];
}

impl CrashAction {
    const ALL: [Self; 7] = [
        Self::Destroy,
        Self::Restart,
        Self::RenameRestart,
        Self::Preserve,
        Self::CoredumpDestroy,
        Self::CoredumpRestart,
        Self::PreserveRunning,
    ];
}

impl Actions {
    /// As one number, for messages and slots.
    pub(super) fn pack(self) -> u32 {
        self.on_poweroff as u32 | (self.on_reboot as u32) << 8 | (self.on_crash as u32) << 16
    }

    pub(super) fn unpack(number: u32) -> Option<Self> {
        let [poweroff, reboot, crash, 0] = number.to_le_bytes() else { return None };
        Some(Self {
            on_poweroff: *Action::ALL.get(usize::from(poweroff))?,
            on_reboot: *Action::ALL.get(usize::from(reboot))?,
            on_crash: *CrashAction::ALL.get(usize::from(crash))?,
        })
    }

    pub(super) fn encode(self, encoder: Encoder) -> Encoder {
        encoder.int(self.pack().cast_signed())
    }

    pub(super) fn decode(decoder: &mut Decoder) -> Option<Self> {
        Self::unpack(decoder.int()?.cast_unsigned())
    }
}

/// A `virDomainState` with its reason.
pub type State = (virDomainState, i32);

/// What is to be done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// End QEMU; then the machine is shut off for this reason.
    End(virDomainShutoffReason),
    /// Reset the machine and let it run, for this reason.
    Reboot(virDomainRunningReason),
    /// Write a core dump; then, when it is written, the other step.
    Dump(DumpThen),
}

/// What follows a core dump.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DumpThen {
    End,
    Reboot,
}

/// What is known about one machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifecycle {
    pub state: State,
    pub actions: Actions,
    /// The next poweroff is a reboot: somebody asked for one, and the guest can only be asked to power off.
    pub fake_reboot: bool,
    /// QEMU is being ended: nothing the guest does matters.
    pub ending: Option<virDomainShutoffReason>,
    /// Why a command that runs just now pauses or resumes the machine.
    pub pausing: Option<virDomainPausedReason>,
    pub resuming: Option<virDomainRunningReason>,
    /// The machine stands still between its poweroff and its reset, which nobody is to see.
    pub rebooting: bool,
    /// QEMU has said something that is kept in `Seen`.
    pub learned: bool,
}

impl Lifecycle {
    pub fn new(state: State, actions: Actions) -> Self {
        let (pausing, resuming) = (None, None);
        Self { state, actions, fake_reboot: false, ending: None, pausing, resuming, rebooting: false, learned: false }
    }

    fn is_running(&self) -> bool {
        self.state.0 == VIR_DOMAIN_RUNNING
    }

    /// Learns of an event, changes the state, and says what is to be done. `data` is the event's object of that name.
    pub fn event(&mut self, name: &str, data: &[u8]) -> Option<Step> {
        let text = |key: &str| member(data, key).and_then(plain);
        match name {
            "SHUTDOWN" => return self.shutdown(text("reason")),
            "GUEST_PANICKED" => return self.panicked(),
            "RESET" => self.fake_reboot = false,
            "STOP" => {
                let reason = self.pausing.take().unwrap_or(VIR_DOMAIN_PAUSED_UNKNOWN);
                if self.is_running() && !self.rebooting {
                    self.state = (VIR_DOMAIN_PAUSED, reason);
                }
            }
            "RESUME" => {
                let reason = self.resuming.take().unwrap_or(VIR_DOMAIN_RUNNING_UNPAUSED);
                self.rebooting = false;
                if !self.is_running() && self.ending.is_none() {
                    self.state = (VIR_DOMAIN_RUNNING, reason);
                }
            }
            "BLOCK_IO_ERROR" if self.is_running() && text("action") == Some("stop") => {
                self.state = (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_IOERROR);
            }
            "WATCHDOG" if self.is_running() && text("action") == Some("pause") => {
                self.state = (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_WATCHDOG);
            }
            "SUSPEND" | "SUSPEND_DISK" if self.is_running() => {
                self.state = (VIR_DOMAIN_PMSUSPENDED, VIR_DOMAIN_PMSUSPENDED_UNKNOWN);
            }
            "WAKEUP" if self.state.0 == VIR_DOMAIN_PMSUSPENDED => {
                self.state = (VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_WAKEUP);
            }
            _ => {}
        }
        None
    }

    /// Catches up with what happened while nobody listened, by what `query-status` says. For a machine that was just found again.
    pub fn status(&mut self, status: &str) -> Option<Step> {
        let paused = |reason| (VIR_DOMAIN_PAUSED, reason);
        if self.rebooting && matches!(status, "paused" | "prelaunch" | "shutdown" | "guest-panicked") {
            let crashed = self.state.0 == VIR_DOMAIN_CRASHED;
            return Some(Step::Reboot(if crashed { VIR_DOMAIN_RUNNING_CRASHED } else { VIR_DOMAIN_RUNNING_BOOTED }));
        }
        self.rebooting = false;
        match (status, self.state) {
            // "suspended" is a guest that sleeps.
            ("suspended", _) => self.state = (VIR_DOMAIN_PMSUSPENDED, VIR_DOMAIN_PMSUSPENDED_UNKNOWN),
            ("running", (VIR_DOMAIN_RUNNING, _)) => {}
            ("running", _) => self.state = (VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_UNPAUSED),
            ("shutdown", _) => return self.shutdown(None),
            ("guest-panicked", (VIR_DOMAIN_CRASHED, _)) => {}
            ("guest-panicked", _) => return self.panicked(),
            // Why it was paused is known better than by QEMU.
            (_, (VIR_DOMAIN_PAUSED, _)) => {}
            ("io-error", _) => self.state = paused(VIR_DOMAIN_PAUSED_IOERROR),
            ("watchdog", _) => self.state = paused(VIR_DOMAIN_PAUSED_WATCHDOG),
            ("save-vm", _) => self.state = paused(VIR_DOMAIN_PAUSED_SAVE),
            ("paused" | "prelaunch", _) => self.state = paused(VIR_DOMAIN_PAUSED_USER),
            ("inmigrate" | "postmigrate" | "finish-migrate", _) => self.state = paused(VIR_DOMAIN_PAUSED_MIGRATION),
            _ => self.state = paused(VIR_DOMAIN_PAUSED_UNKNOWN),
        }
        None
    }

    fn shutdown(&mut self, reason: Option<&str>) -> Option<Step> {
        if self.state.0 == VIR_DOMAIN_SHUTDOWN {
            return None;
        }
        let stop = (VIR_DOMAIN_SHUTDOWN, VIR_DOMAIN_SHUTDOWN_UNKNOWN);
        if self.ending.is_some() {
            // One that has crashed does not power off.
            if self.state.0 != VIR_DOMAIN_CRASHED {
                self.state = stop;
            }
            return None;
        }
        let action = match reason {
            // QEMU itself goes: a signal, `quit`, or an error of its own.
            Some("host-signal" | "host-qmp-quit" | "host-error") => {
                self.state = stop;
                return None;
            }
            Some("guest-reset") => self.actions.on_reboot,
            _ if self.fake_reboot => Action::Restart,
            _ => self.actions.on_poweroff,
        };
        match action {
            Action::Restart | Action::RenameRestart => {
                self.rebooting = true;
                Some(Step::Reboot(VIR_DOMAIN_RUNNING_BOOTED))
            }
            Action::Destroy => {
                self.state = stop;
                Some(Step::End(VIR_DOMAIN_SHUTOFF_SHUTDOWN))
            }
            Action::Preserve => {
                self.state = stop;
                None
            }
        }
    }

    fn panicked(&mut self) -> Option<Step> {
        if self.ending.is_some() {
            return None;
        }
        let action = self.actions.on_crash;
        if action != CrashAction::PreserveRunning {
            self.state = (VIR_DOMAIN_CRASHED, VIR_DOMAIN_CRASHED_PANICKED);
        }
        self.rebooting = matches!(action, CrashAction::Restart | CrashAction::RenameRestart);
        match action {
            CrashAction::Destroy => Some(Step::End(VIR_DOMAIN_SHUTOFF_CRASHED)),
            CrashAction::Restart | CrashAction::RenameRestart => Some(Step::Reboot(VIR_DOMAIN_RUNNING_CRASHED)),
            CrashAction::CoredumpDestroy => Some(Step::Dump(DumpThen::End)),
            CrashAction::CoredumpRestart => Some(Step::Dump(DumpThen::Reboot)),
            CrashAction::Preserve | CrashAction::PreserveRunning => None,
        }
    }

    /// Why the machine is shut off when its QEMU has just ended.
    pub fn shutoff_reason(&self) -> virDomainShutoffReason {
        match (self.ending, self.state.0) {
            (Some(reason), _) => reason,
            (None, VIR_DOMAIN_SHUTDOWN) => VIR_DOMAIN_SHUTOFF_SHUTDOWN,
            (None, _) => VIR_DOMAIN_SHUTOFF_CRASHED,
        }
    }

    /// Its QEMU has ended, for this reason.
    pub fn shut_off(&mut self, reason: virDomainShutoffReason) {
        *self = Self::new((VIR_DOMAIN_SHUTOFF, reason), self.actions);
    }

    /// What is told of a machine that is about to be shut off for this reason, and whether it has its number then: who made it end, has
    /// taken that.
    pub fn last_step(&self, reason: virDomainShutoffReason) -> ((i32, i32), bool) {
        let was_made = self.ending.is_some_and(|reason| reason != VIR_DOMAIN_SHUTOFF_SHUTDOWN);
        let detail = match reason {
            VIR_DOMAIN_SHUTOFF_SHUTDOWN => VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN,
            VIR_DOMAIN_SHUTOFF_DESTROYED => VIR_DOMAIN_EVENT_STOPPED_DESTROYED,
            // Else QEMU ended without a word.
            VIR_DOMAIN_SHUTOFF_CRASHED if was_made => VIR_DOMAIN_EVENT_STOPPED_CRASHED,
            VIR_DOMAIN_SHUTOFF_MIGRATED => VIR_DOMAIN_EVENT_STOPPED_MIGRATED,
            VIR_DOMAIN_SHUTOFF_SAVED => VIR_DOMAIN_EVENT_STOPPED_SAVED,
            VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT => VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT,
            _ => VIR_DOMAIN_EVENT_STOPPED_FAILED,
        };
        ((VIR_DOMAIN_EVENT_STOPPED, detail), !was_made)
    }
}

/// What is told of a machine that has started: why it runs, or is paused.
pub fn first_steps(paused: bool, reason: i32) -> Vec<(i32, i32)> {
    // What waits for somebody to let it go on, with its memory there.
    let waits = (paused, reason) == (true, VIR_DOMAIN_PAUSED_MIGRATION);
    let how = match (paused, reason) {
        (false, VIR_DOMAIN_RUNNING_RESTORED) => VIR_DOMAIN_EVENT_STARTED_RESTORED,
        (false, VIR_DOMAIN_RUNNING_MIGRATED) => VIR_DOMAIN_EVENT_STARTED_MIGRATED,
        (false, VIR_DOMAIN_RUNNING_FROM_SNAPSHOT) => VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT,
        _ if waits => VIR_DOMAIN_EVENT_STARTED_RESTORED,
        _ => VIR_DOMAIN_EVENT_STARTED_BOOTED,
    };
    let pause = if waits { VIR_DOMAIN_EVENT_SUSPENDED_RESTORED } else { suspended(reason) };
    let pause = paused.then_some((VIR_DOMAIN_EVENT_SUSPENDED, pause));
    std::iter::once((VIR_DOMAIN_EVENT_STARTED, how)).chain(pause).collect()
}

/// What is told of a change of state by an event of QMP's, a `VIR_DOMAIN_EVENT_…` and its detail. One that begins to run has been resumed,
/// before it is told that it has started, as in libvirt.
pub fn told(before: State, now: State, event: &str, data: &[u8]) -> Option<(i32, i32)> {
    if before.0 == now.0 {
        return None;
    }
    Some(match now {
        (VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_WAKEUP) => (VIR_DOMAIN_EVENT_STARTED, VIR_DOMAIN_EVENT_STARTED_WAKEUP),
        (VIR_DOMAIN_RUNNING, reason) => (VIR_DOMAIN_EVENT_RESUMED, resumed(reason)),
        (VIR_DOMAIN_PAUSED, reason) => (VIR_DOMAIN_EVENT_SUSPENDED, suspended(reason)),
        (VIR_DOMAIN_CRASHED, _) => (VIR_DOMAIN_EVENT_CRASHED, VIR_DOMAIN_EVENT_CRASHED_PANICKED),
        (VIR_DOMAIN_PMSUSPENDED, _) if event == "SUSPEND_DISK" => {
            (VIR_DOMAIN_EVENT_PMSUSPENDED, VIR_DOMAIN_EVENT_PMSUSPENDED_DISK)
        }
        (VIR_DOMAIN_PMSUSPENDED, _) => (VIR_DOMAIN_EVENT_PMSUSPENDED, VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY),
        (VIR_DOMAIN_SHUTDOWN, _) => {
            let who = match member(data, "guest") {
                Some(b"true") => VIR_DOMAIN_EVENT_SHUTDOWN_GUEST,
                Some(b"false") => VIR_DOMAIN_EVENT_SHUTDOWN_HOST,
                _ => VIR_DOMAIN_EVENT_SHUTDOWN_FINISHED,
            };
            (VIR_DOMAIN_EVENT_SHUTDOWN, who)
        }
        _ => return None,
    })
}

fn resumed(reason: virDomainRunningReason) -> i32 {
    match reason {
        VIR_DOMAIN_RUNNING_RESTORED | VIR_DOMAIN_RUNNING_FROM_SNAPSHOT => VIR_DOMAIN_EVENT_RESUMED_FROM_SNAPSHOT,
        VIR_DOMAIN_RUNNING_MIGRATED | VIR_DOMAIN_RUNNING_MIGRATION_CANCELED => VIR_DOMAIN_EVENT_RESUMED_MIGRATED,
        VIR_DOMAIN_RUNNING_POSTCOPY => VIR_DOMAIN_EVENT_RESUMED_POSTCOPY,
        VIR_DOMAIN_RUNNING_POSTCOPY_FAILED => VIR_DOMAIN_EVENT_RESUMED_POSTCOPY_FAILED,
        _ => VIR_DOMAIN_EVENT_RESUMED_UNPAUSED,
    }
}

fn suspended(reason: virDomainPausedReason) -> i32 {
    match reason {
        VIR_DOMAIN_PAUSED_MIGRATION => VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED,
        VIR_DOMAIN_PAUSED_IOERROR => VIR_DOMAIN_EVENT_SUSPENDED_IOERROR,
        VIR_DOMAIN_PAUSED_WATCHDOG => VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG,
        VIR_DOMAIN_PAUSED_FROM_SNAPSHOT => VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT,
        VIR_DOMAIN_PAUSED_POSTCOPY => VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY,
        VIR_DOMAIN_PAUSED_POSTCOPY_FAILED => VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY_FAILED,
        _ => VIR_DOMAIN_EVENT_SUSPENDED_PAUSED,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUNNING: State = (VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_BOOTED);
    const SHUTDOWN: State = (VIR_DOMAIN_SHUTDOWN, VIR_DOMAIN_SHUTDOWN_UNKNOWN);
    const POWEROFF: &[u8] = br#"{"guest": true, "reason": "guest-shutdown"}"#;
    const RESET: &[u8] = br#"{"guest": true, "reason": "guest-reset"}"#;

    fn machine(on_poweroff: Action, on_reboot: Action, on_crash: CrashAction) -> Lifecycle {
        Lifecycle::new(RUNNING, Actions { on_poweroff, on_reboot, on_crash })
    }

    #[test]
    fn poweroff_ends_or_restarts_or_stays() {
        let mut one = machine(Action::Destroy, Action::Restart, CrashAction::Destroy);
        assert_eq!(one.event("SHUTDOWN", POWEROFF), Some(Step::End(VIR_DOMAIN_SHUTOFF_SHUTDOWN)));
        assert_eq!((one.state, one.event("SHUTDOWN", POWEROFF)), (SHUTDOWN, None));
        assert_eq!((one.event("STOP", b"{}"), one.state, one.shutoff_reason()), (None, SHUTDOWN, 1));

        let mut one = machine(Action::Preserve, Action::Restart, CrashAction::Destroy);
        assert_eq!((one.event("SHUTDOWN", POWEROFF), one.state), (None, SHUTDOWN));

        for fake in [false, true] {
            let action = if fake { Action::Destroy } else { Action::Restart };
            let mut one = machine(action, Action::Restart, CrashAction::Destroy);
            one.fake_reboot = fake;
            assert_eq!(one.event("SHUTDOWN", POWEROFF), Some(Step::Reboot(VIR_DOMAIN_RUNNING_BOOTED)));
            // The pause between is nobody's business.
            for event in ["STOP", "RESET", "RESUME"] {
                assert_eq!((one.event(event, b"{}"), one.state), (None, RUNNING), "{event}");
            }
            assert!(!one.fake_reboot);
            one.event("STOP", b"{}");
            assert_eq!(one.state, (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_UNKNOWN));
        }
    }

    #[test]
    fn a_reset_that_qemu_makes_a_poweroff_follows_on_reboot() {
        let mut one = machine(Action::Restart, Action::Destroy, CrashAction::Destroy);
        assert_eq!(one.event("SHUTDOWN", RESET), Some(Step::End(VIR_DOMAIN_SHUTOFF_SHUTDOWN)));
        let mut one = machine(Action::Destroy, Action::Restart, CrashAction::Destroy);
        assert_eq!(one.event("SHUTDOWN", RESET), Some(Step::Reboot(VIR_DOMAIN_RUNNING_BOOTED)));
    }

    #[test]
    fn crashes() {
        let steps = [
            (CrashAction::Destroy, Some(Step::End(VIR_DOMAIN_SHUTOFF_CRASHED))),
            (CrashAction::Restart, Some(Step::Reboot(VIR_DOMAIN_RUNNING_CRASHED))),
            (CrashAction::RenameRestart, Some(Step::Reboot(VIR_DOMAIN_RUNNING_CRASHED))),
            (CrashAction::CoredumpDestroy, Some(Step::Dump(DumpThen::End))),
            (CrashAction::CoredumpRestart, Some(Step::Dump(DumpThen::Reboot))),
            (CrashAction::Preserve, None),
        ];
        for (action, step) in steps {
            let mut one = machine(Action::Destroy, Action::Restart, action);
            assert_eq!(one.event("GUEST_PANICKED", br#"{"action": "pause"}"#), step);
            assert_eq!(
                (one.event("STOP", b"{}"), one.state),
                (None, (VIR_DOMAIN_CRASHED, VIR_DOMAIN_CRASHED_PANICKED))
            );
            one.resuming = Some(VIR_DOMAIN_RUNNING_CRASHED);
            one.event("RESUME", b"{}");
            assert_eq!(one.state, (VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_CRASHED));
        }
        let mut one = machine(Action::Destroy, Action::Restart, CrashAction::PreserveRunning);
        assert_eq!((one.event("GUEST_PANICKED", b"{}"), one.state), (None, RUNNING));
        assert_eq!(one.shutoff_reason(), VIR_DOMAIN_SHUTOFF_CRASHED);
    }

    #[test]
    fn pauses_have_reasons() {
        let mut one = machine(Action::Destroy, Action::Restart, CrashAction::Destroy);
        one.pausing = Some(VIR_DOMAIN_PAUSED_USER);
        one.event("STOP", b"{}");
        assert_eq!(one.state, (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER));
        one.event("RESUME", b"{}");
        assert_eq!(one.state, (VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_UNPAUSED));
        one.event("BLOCK_IO_ERROR", br#"{"device": "x", "action": "report"}"#);
        assert_eq!(one.state.0, VIR_DOMAIN_RUNNING);
        for (event, data, state) in [
            ("BLOCK_IO_ERROR", &br#"{"action": "stop"}"#[..], (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_IOERROR)),
            ("WATCHDOG", br#"{"action": "pause"}"#, (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_WATCHDOG)),
            ("SUSPEND", b"{}", (VIR_DOMAIN_PMSUSPENDED, VIR_DOMAIN_PMSUSPENDED_UNKNOWN)),
        ] {
            let mut one = one;
            one.event(event, data);
            one.event("STOP", b"{}");
            assert_eq!(one.state, state, "{event}");
            if event == "SUSPEND" {
                one.event("WAKEUP", b"{}");
                assert_eq!(one.state, (VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_WAKEUP));
            }
        }
    }

    #[test]
    fn what_ends_stays_ended() {
        let mut one = machine(Action::Restart, Action::Restart, CrashAction::Restart);
        one.ending = Some(VIR_DOMAIN_SHUTOFF_DESTROYED);
        for (event, state) in [("GUEST_PANICKED", RUNNING), ("SHUTDOWN", SHUTDOWN)] {
            assert_eq!((one.event(event, b"{}"), one.state), (None, state));
        }
        assert_eq!(one.shutoff_reason(), VIR_DOMAIN_SHUTOFF_DESTROYED);

        let mut one = machine(Action::Restart, Action::Restart, CrashAction::Restart);
        assert_eq!((one.event("SHUTDOWN", br#"{"reason": "host-signal"}"#), one.state), (None, SHUTDOWN));
        assert_eq!(one.shutoff_reason(), VIR_DOMAIN_SHUTOFF_SHUTDOWN);
    }

    #[test]
    fn what_was_missed_is_caught_up_with() {
        let fresh = machine(Action::Destroy, Action::Restart, CrashAction::Restart);
        for (status, step, state) in [
            ("running", None, RUNNING),
            ("paused", None, (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER)),
            ("io-error", None, (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_IOERROR)),
            ("internal-error", None, (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_UNKNOWN)),
            ("shutdown", Some(Step::End(VIR_DOMAIN_SHUTOFF_SHUTDOWN)), SHUTDOWN),
            (
                "guest-panicked",
                Some(Step::Reboot(VIR_DOMAIN_RUNNING_CRASHED)),
                (VIR_DOMAIN_CRASHED, VIR_DOMAIN_CRASHED_PANICKED),
            ),
        ] {
            let mut one = fresh;
            assert_eq!((one.status(status), one.state), (step, state), "{status}");
        }
        let mut halfway = fresh;
        halfway.rebooting = true;
        assert_eq!(halfway.status("paused"), Some(Step::Reboot(VIR_DOMAIN_RUNNING_BOOTED)));
        assert_eq!((halfway.status("running"), halfway.rebooting), (None, false));
        let mut paused = fresh;
        paused.state = (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_WATCHDOG);
        assert_eq!((paused.status("paused"), paused.state), (None, (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_WATCHDOG)));
        assert_eq!((paused.status("running"), paused.state), (None, (VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_UNPAUSED)));
    }

    #[test]
    fn actions_pack() {
        for number in 0..=0xff_ffff {
            if let Some(actions) = Actions::unpack(number) {
                assert_eq!(actions.pack(), number);
            }
        }
        assert_eq!(Actions::unpack(4), None);
        assert_eq!(Actions::unpack(1 << 24), None);
    }
}
