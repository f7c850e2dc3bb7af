//! Puts the host to sleep for a while, by the kernel's own files: the clock's alarm, then the state. A program that asked gets its answer
//! before the host sleeps.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::error::{Code, Error, Result};
use crate::host::Host;
use crate::log;
use crate::types::*;

/// No host wakes up in time after less, in seconds.
const SHORTEST: u64 = 60;
/// Between the answer and the sleep.
const DELAY: Duration = Duration::from_secs(10);

/// Whether this process is about to put the host to sleep.
static ABOUT_TO: AtomicBool = AtomicBool::new(false);

fn fail<T>(code: Code, text: impl Into<String>) -> Result<T> {
    Err(Error::new(code, text).without_origin())
}

/// Wakes the host after so many seconds, and lets it sleep until then: a `VIR_NODE_SUSPEND_TARGET_…`. It sleeps some seconds after this
/// has returned; that it would not is only logged.
///
/// # Errors
/// `VIR_ERR_INVALID_ARG` for an unknown target or too short a time, `VIR_ERR_ARGUMENT_UNSUPPORTED` for a sleep that the host has not,
/// `VIR_ERR_OPERATION_INVALID` when it is about to sleep already, `VIR_ERR_SYSTEM_ERROR` when the alarm cannot be set.
pub fn suspend(host: &Host, target: u32, seconds: u64) -> Result<()> {
    let ways = host.sleep();
    let (name, state, possible) = match target as i32 {
        VIR_NODE_SUSPEND_TARGET_MEM => ("Suspend-to-RAM", "mem", ways.memory),
        VIR_NODE_SUSPEND_TARGET_DISK => ("Suspend-to-Disk", "disk", ways.disk),
        VIR_NODE_SUSPEND_TARGET_HYBRID => ("Hybrid-Suspend", "disk", ways.hybrid),
        _ => return fail(VIR_ERR_INVALID_ARG, "Invalid suspend target"),
    };
    if !possible {
        return fail(VIR_ERR_ARGUMENT_UNSUPPORTED, name);
    }
    if seconds < SHORTEST {
        let text = format!("Suspend duration is too short, must be at least {SHORTEST} seconds");
        return fail(VIR_ERR_INVALID_ARG, text);
    }
    if ABOUT_TO.swap(true, Ordering::AcqRel) {
        return fail(VIR_ERR_OPERATION_INVALID, "Suspend operation already in progress");
    }
    if let Err(failure) = host.set_alarm(seconds) {
        ABOUT_TO.store(false, Ordering::Release);
        return Err(failure);
    }
    let (host, hybrid) = (host.clone(), target as i32 == VIR_NODE_SUSPEND_TARGET_HYBRID);
    thread::spawn(move || {
        thread::sleep(DELAY);
        if let Err(failure) = host.fall_asleep(state, hybrid) {
            log::warning("qemu", "suspend", format_args!("the host does not sleep: {failure}"));
        }
        ABOUT_TO.store(false, Ordering::Release);
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::test_folder::TestFolder;

    #[test]
    fn what_cannot_be_is_refused_before_an_alarm_is_set() {
        let folder = TestFolder::new();
        let host = Host::below(folder.path());
        let code = |target: i32, seconds| suspend(&host, target as u32, seconds).unwrap_err().code();
        assert_eq!(code(7, 60), VIR_ERR_INVALID_ARG);
        assert_eq!(code(VIR_NODE_SUSPEND_TARGET_MEM, 60), VIR_ERR_ARGUMENT_UNSUPPORTED);
        fs::create_dir_all(folder.path().join("sys/power")).unwrap();
        fs::write(folder.path().join("sys/power/state"), "freeze mem\n").unwrap();
        assert_eq!(code(VIR_NODE_SUSPEND_TARGET_MEM, 59), VIR_ERR_INVALID_ARG);
        assert_eq!(code(VIR_NODE_SUSPEND_TARGET_DISK, 60), VIR_ERR_ARGUMENT_UNSUPPORTED);
        // There is no clock with an alarm.
        assert_eq!(code(VIR_NODE_SUSPEND_TARGET_MEM, 60), VIR_ERR_SYSTEM_ERROR);
    }
}
