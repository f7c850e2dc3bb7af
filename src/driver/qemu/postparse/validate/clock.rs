//! `<clock>`: timers that QEMU emulates, and what it does about ticks that were missed.

use super::{Whole, each, refuse};
use crate::driver::qemu::board::Board;
use crate::xml::domain::Hypervisor;
use crate::xml::domain::clock::{Offset, Tickpolicy, Timer, TimerName, Track};
use crate::xml::{Fault, YesNo};

/// The end of the year 9999, in seconds since 1970.
const LAST: u64 = 253_402_300_799;

pub(super) fn check(whole: Whole) -> Result<(), Fault> {
    let clock = &whole.domain.clock;
    each("timer", &clock.timers, |timer| check_timer(timer, whole))
        .map_err(|fault| Fault { path: fault.path.replacen("devices", "clock", 1), ..fault })?;
    match &clock.offset {
        Offset::Absolute(absolute) => refuse(absolute.start > LAST, || {
            let text = format!("The maximum 'start' value for <clock offset='absolute'> is {LAST}");
            Fault::unsupported(text).at("/domain/clock/@start")
        }),
        Offset::Utc(_) | Offset::Localtime(_) | Offset::Variable(_) | Offset::Timezone(_) => Ok(()),
    }
}

fn check_timer(timer: &Timer, whole: Whole) -> Result<(), Fault> {
    let name = timer.name.word();
    let unfit = || {
        let (kind, arch, machine) = (whole.domain.hypervisor.word(), whole.arch, whole.machine);
        let text = format!(
            "Configuring the '{name}' timer is not supported for virtType={kind} arch={arch} machine={machine} guests"
        );
        Fault::unsupported(text).at("@name")
    };
    let policy = |known: &[Tickpolicy], text: &str| match timer.tickpolicy {
        Some(policy) if !known.contains(&policy) => {
            let words: Vec<&str> = known.iter().map(|one| one.word()).collect();
            let fault = Fault::unsupported(format!("{text} '{}'", policy.word()));
            Err(fault.at("@tickpolicy").expecting(format!("expected one of {}", words.join(", "))))
        }
        _ => Ok(()),
    };
    match timer.name {
        TimerName::Platform => Err(Fault::unsupported(format!("unsupported timer type (name) '{name}'")).at("@name")),
        TimerName::Tsc | TimerName::Kvmclock | TimerName::Hypervclock => {
            refuse(!whole.board.is_x86() && timer.present == Some(YesNo::Yes), unfit)
        }
        TimerName::Rtc => {
            refuse(timer.track == Some(Track::Boot), || {
                let fault = Fault::unsupported(format!("unsupported rtc timer track '{}'", Track::Boot.word()));
                fault.at("@track").expecting("expected one of guest, wall, realtime")
            })?;
            policy(&[Tickpolicy::Delay, Tickpolicy::Catchup], "unsupported rtc timer tickpolicy")
        }
        TimerName::Pit => {
            let (late, lost, faster) = (Tickpolicy::Delay, Tickpolicy::Discard, Tickpolicy::Catchup);
            let known: &[Tickpolicy] = if whole.has("kvm-pit") { &[late, lost, faster] } else { &[late, lost] };
            policy(known, "unsupported pit tickpolicy")
        }
        TimerName::Hpet => refuse(timer.present == Some(YesNo::Yes) && !whole.has("hpet"), || {
            Fault::unsupported("hpet timer is not supported").at("@present")
        }),
        TimerName::Armvtimer => {
            refuse(whole.domain.hypervisor != Hypervisor::Kvm || whole.board != Board::ArmVirt, unfit)?;
            refuse(timer.present == Some(YesNo::No), || {
                Fault::unsupported(format!("The '{name}' timer can't be disabled")).at("@present")
            })?;
            let text = format!("The '{name}' timer does not support tickpolicy");
            policy(&[Tickpolicy::Delay, Tickpolicy::Discard], &text)
        }
    }
}
