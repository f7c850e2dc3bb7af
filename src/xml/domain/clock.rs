//! `<clock>`: what time the guest sees.

use crate::types::*;
use crate::xml::{Expected, Few, Text, Value, YesNo};
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
    pub timers: Few<Timer>,
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
        adjustment: Option<Adjustment> = attr("adjustment") else VIR_ERR_XML_ERROR "unknown clock adjustment '{}'",
    }
}

/// What becomes of the guest's own setting of its clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adjustment {
    Reset,
    Seconds(i64),
}

impl Value for Adjustment {
    const EXPECTED: Expected = Expected::Kind("a number of seconds, or 'reset'");
    fn parse(text: &str) -> Option<Self> {
        if text == "reset" { Some(Self::Reset) } else { i64::parse(text).map(Self::Seconds) }
    }
    fn write(&self, out: &mut Text) {
        match self {
            Self::Reset => out.plain("reset"),
            Self::Seconds(seconds) => out.number(i128::from(*seconds)),
        }
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
        timezone: String = required("timezone")
            missing VIR_ERR_INTERNAL_ERROR "missing 'timezone' attribute for clock with offset='timezone'",
    }
}

element! {
    pub struct Absolute {
        /// Seconds since 1970.
        start: u64 = required("start")
            else VIR_ERR_INTERNAL_ERROR "missing 'start' attribute for clock with offset='absolute'",
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
