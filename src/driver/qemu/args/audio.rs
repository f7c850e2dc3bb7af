//! `-audiodev`: where sound goes on the host.

use super::line::{Line, Properties};
use crate::xml::YesNo;
use crate::xml::domain::Domain;
use crate::xml::domain::device::audio::{Audio, Direction, Ends, Kind};

pub(super) fn add(domain: &Domain, line: &mut Line) {
    for audio in &domain.devices.audios {
        line.json("-audiodev", backend(audio));
    }
}

/// The name of a sound device's backend: that which it names, or the first.
pub(super) fn name(domain: &Domain, id: Option<u32>) -> Option<String> {
    let id = id.or(domain.devices.audios.first().map(|audio| audio.id))?;
    Some(format!("audio{id}"))
}

fn backend(audio: &Audio) -> Properties {
    let mut whole = Properties::of("id", &format!("audio{}", audio.id));
    let yes = |value: Option<YesNo>| value.map(|value| value == YesNo::Yes);
    let (driver, ends) = match &audio.kind {
        Kind::None(ends) => ("none", ends),
        Kind::Alsa(ends) => ("alsa", ends),
        Kind::Coreaudio(ends) => ("coreaudio", ends),
        Kind::Jack(ends) => ("jack", ends),
        Kind::Oss(oss) => ("oss", &oss.ends),
        Kind::Pulseaudio(pulse) => ("pa", &pulse.ends),
        Kind::Sdl(sdl) => ("sdl", &sdl.ends),
        Kind::Spice(ends) => ("spice", ends),
        Kind::File(file) => ("wav", &file.ends),
        Kind::Dbus(ends) => ("dbus", ends),
        Kind::Pipewire(pipewire) => ("pipewire", &pipewire.ends),
    };
    whole.set("driver", driver);
    whole.nonzero("timer-period", audio.timer_period);
    match &audio.kind {
        Kind::Oss(oss) => {
            whole.maybe("try-mmap", yes(oss.try_mmap));
            whole.maybe("exclusive", yes(oss.exclusive));
            whole.maybe("dsp-policy", oss.dsp_policy);
        }
        Kind::Pulseaudio(pulse) => whole.maybe("server", pulse.server.clone()),
        Kind::File(file) => whole.maybe("path", file.path.clone()),
        Kind::None(_)
        | Kind::Alsa(_)
        | Kind::Coreaudio(_)
        | Kind::Jack(_)
        | Kind::Sdl(_)
        | Kind::Spice(_)
        | Kind::Dbus(_)
        | Kind::Pipewire(_) => {}
    }
    let Ends { input, output } = ends;
    for (name, direction) in [("in", input), ("out", output)] {
        if *direction != Direction::default() {
            whole.set(name, of_direction(direction).into_value());
        }
    }
    whole
}

fn of_direction(direction: &Direction) -> Properties {
    let yes = |value: Option<YesNo>| value.map(|value| value == YesNo::Yes);
    let mut side = Properties::default();
    side.maybe("mixing-engine", yes(direction.mixing_engine));
    side.maybe("fixed-settings", yes(direction.fixed_settings));
    side.nonzero("voices", direction.voices.0);
    side.nonzero("buffer-length", direction.buffer_length.0);
    side.nonzero("frequency", direction.settings.frequency.0);
    side.nonzero("channels", direction.settings.channels.0);
    side.maybe("format", direction.settings.format.map(|format| format.word()));
    side.maybe("dev", direction.device.clone());
    side.nonzero("buffer-count", direction.buffer_count.0);
    side.maybe("try-poll", yes(direction.try_poll));
    side.maybe("name", direction.name.clone());
    side.maybe("stream-name", direction.stream_name.clone());
    side.nonzero("latency", direction.latency.0);
    side.maybe("server-name", direction.server.clone());
    side.maybe("client-name", direction.client.clone());
    side.maybe("connect-ports", direction.connect_ports.clone());
    side.maybe("exact-name", yes(direction.exact_name));
    side
}
