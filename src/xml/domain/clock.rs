//! `<clock>`: what time the guest sees.

use crate::types::*;
use crate::xml::YesNo;
use crate::{element, variants, walk, words};

words! { pub enum Basis { Utc = "utc", Localtime = "localtime" } }
words! {
    pub enum TimerName {
        Platform = "platform", Pit = "pit", Rtc = "rtc", Hpet = "hpet", Tsc = "tsc", Kvmclock = "kvmclock",
        Hypervclock = "hypervclock", Armvtimer = "armvtimer",
    }
}
words! { pub enum Track { Boot = "boot", Guest = "guest", Wall = "wall", Realtime = "realtime" } }
words! { pub enum Tickpolicy { Delay = "delay", Catchup = "catchup", Merge = "merge", Discard = "discard" } }
words! {
    pub enum TimerMode { Auto = "auto", Native = "native", Emulate = "emulate", Paravirt = "paravirt", Smpsafe = "smpsafe" }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clock {
    pub offset: Offset,
    pub timers: Vec<Timer>,
}

walk!(Clock, |clock, xml| {
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown clock offset '{}'", |xml| clock.offset.tag("offset", xml));
    clock.offset.inline(xml);
    clock.timers.child("timer", xml);
});

variants! {
    pub enum Offset {
        Utc(Adjusted) = "utc",
        Localtime(Adjusted) = "localtime",
        Variable(Variable) = "variable",
        Timezone(Timezone) = "timezone",
        Absolute(Absolute) = "absolute",
    }
}

element! {
    pub struct Adjusted {
        /// Seconds, or `reset`.
        adjustment: Option<String> = attr("adjustment"),
    }
}

element! {
    pub struct Variable {
        adjustment: i64 = attr("adjustment"),
        basis: Option<Basis> = attr("basis") else VIR_ERR_CONFIG_UNSUPPORTED "unknown clock basis '{}'",
    }
}

element! {
    pub struct Timezone {
        timezone: Option<String> = attr("timezone"),
    }
}

element! {
    pub struct Absolute {
        /// Seconds since 1970.
        start: u64 = attr("start"),
    }
}

element! {
    pub struct Timer {
        name: TimerName = required("name"),
        present: Option<YesNo> = attr("present"),
        tickpolicy: Option<Tickpolicy> = attr("tickpolicy"),
        track: Option<Track> = attr("track"),
        frequency: u64 = sparse("frequency"),
        mode: Option<TimerMode> = attr("mode"),
        catchup: Catchup = child("catchup"),
    }
}

element! {
    pub struct Catchup {
        threshold: u32 = sparse("threshold"),
        slew: u32 = sparse("slew"),
        limit: u32 = sparse("limit"),
    }
}
