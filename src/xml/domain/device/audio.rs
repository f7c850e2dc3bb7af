//! `<audio>`: where sound goes on the host.

use crate::xml::{NonZero, YesNo};
use crate::{element, variants, walk, words};

words! {
    pub enum Format { S8 = "s8", U8 = "u8", S16 = "s16", U16 = "u16", S32 = "s32", U32 = "u32", F32 = "f32" }
}
words! { pub enum SdlDriver { Esd = "esd", Alsa = "alsa", Arts = "arts", Pulseaudio = "pulseaudio" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Audio {
    pub id: u32,
    pub kind: Kind,
    /// In microseconds.
    pub timer_period: u32,
}

walk!(Audio, |audio, xml| {
    audio.id.required("id", xml);
    audio.kind.tag("type", xml);
    audio.timer_period.sparse("timerPeriod", xml);
    audio.kind.inline(xml);
});

variants! {
    pub enum Kind {
        None(Ends) = "none",
        Alsa(Ends) = "alsa",
        Coreaudio(Ends) = "coreaudio",
        Jack(Ends) = "jack",
        Oss(Oss) = "oss",
        Pulseaudio(Pulseaudio) = "pulseaudio",
        Sdl(Sdl) = "sdl",
        Spice(Ends) = "spice",
        File(File) = "file",
        Dbus(Ends) = "dbus";
        newer: Pipewire(Pipewire) = "pipewire",
    }
}

element! {
    pub struct Ends {
        input: Direction = child("input"),
        output: Direction = child("output"),
    }
}

element! {
    pub struct Oss {
        try_mmap: Option<YesNo> = attr("tryMMap"),
        exclusive: Option<YesNo> = attr("exclusive"),
        dsp_policy: Option<i32> = attr("dspPolicy"),
        ends: Ends = inline(),
    }
}

element! {
    pub struct Pulseaudio {
        server: Option<String> = attr("serverName"),
        ends: Ends = inline(),
    }
}

element! {
    pub struct Pipewire {
        runtime_directory: Option<String> = attr("runtimeDir"),
        ends: Ends = inline(),
    }
}

element! {
    pub struct Sdl {
        driver: Option<SdlDriver> = attr("driver"),
        ends: Ends = inline(),
    }
}

element! {
    pub struct File {
        path: Option<String> = attr("path"),
        ends: Ends = inline(),
    }
}

element! {
    /// Sound in or out. Which of the attributes there are depends on the kind.
    pub struct Direction {
        mixing_engine: Option<YesNo> = attr("mixingEngine"),
        fixed_settings: Option<YesNo> = attr("fixedSettings"),
        voices: NonZero = sparse("voices"),
        /// In microseconds.
        buffer_length: NonZero = sparse("bufferLength"),
        device: Option<String> = attr("dev"),
        buffer_count: NonZero = sparse("bufferCount"),
        server: Option<String> = attr("serverName"),
        client: Option<String> = attr("clientName"),
        connect_ports: Option<String> = attr("connectPorts"),
        exact_name: Option<YesNo> = attr("exactName"),
        try_poll: Option<YesNo> = attr("tryPoll"),
        name: Option<String> = attr("name"),
        stream_name: Option<String> = attr("streamName"),
        latency: NonZero = sparse("latency"),
        settings: Settings = child("settings"),
    }
}

impl Audio {
    /// Leaves out of both directions what is another kind's.
    pub fn keep_own(&mut self) {
        let keep: fn(Direction) -> Direction = match self.kind {
            Kind::None(_) | Kind::Spice(_) | Kind::File(_) | Kind::Dbus(_) => |_| Direction::default(),
            Kind::Alsa(_) => |one| Direction { device: one.device, ..Direction::default() },
            Kind::Coreaudio(_) | Kind::Sdl(_) => {
                |one| Direction { buffer_count: one.buffer_count, ..Direction::default() }
            }
            Kind::Jack(_) => |one| Direction {
                server: one.server,
                client: one.client,
                connect_ports: one.connect_ports,
                exact_name: one.exact_name,
                ..Direction::default()
            },
            Kind::Oss(_) => |one| Direction {
                device: one.device,
                buffer_count: one.buffer_count,
                try_poll: one.try_poll,
                ..Direction::default()
            },
            Kind::Pulseaudio(_) | Kind::Pipewire(_) => |one| Direction {
                name: one.name,
                stream_name: one.stream_name,
                latency: one.latency,
                ..Direction::default()
            },
        };
        let ends = self.kind.ends_mut();
        for end in [&mut ends.input, &mut ends.output] {
            let all = std::mem::take(end);
            let common = (all.mixing_engine, all.fixed_settings, all.voices, all.buffer_length, all.settings.clone());
            *end = keep(all);
            (end.mixing_engine, end.fixed_settings, end.voices, end.buffer_length, end.settings) = common;
        }
    }
}

impl Kind {
    fn ends_mut(&mut self) -> &mut Ends {
        match self {
            Self::None(ends) | Self::Alsa(ends) | Self::Coreaudio(ends) | Self::Jack(ends) => ends,
            Self::Spice(ends) | Self::Dbus(ends) => ends,
            Self::Oss(oss) => &mut oss.ends,
            Self::Pulseaudio(pulse) => &mut pulse.ends,
            Self::Sdl(sdl) => &mut sdl.ends,
            Self::File(file) => &mut file.ends,
            Self::Pipewire(pipewire) => &mut pipewire.ends,
        }
    }
}

element! {
    pub struct Settings {
        frequency: NonZero = sparse("frequency"),
        channels: NonZero = sparse("channels"),
        format: Option<Format> = attr("format"),
    }
}
