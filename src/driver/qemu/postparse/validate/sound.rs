//! `<sound>` and `<audio>`: cards that the emulator has, and where sound may go.

use super::{Whole, each, refuse};
use crate::xml::Fault;
use crate::xml::domain::device::audio::Kind;
use crate::xml::domain::device::graphics::Kind as GraphicsKind;
use crate::xml::domain::device::sound::{CodecType, Model, Sound};

/// The version of QEMU that first plays through it.
const FIRST_PIPEWIRE: u32 = 8_001_000;

pub(super) fn check(whole: Whole) -> Result<(), Fault> {
    let devices = &whole.domain.devices;
    each("sound", &devices.sounds, |sound| check_sound(whole, sound))?;
    let spice = devices.graphics.iter().any(|graphics| matches!(graphics.kind, GraphicsKind::Spice(_)));
    each("audio", &devices.audios, |audio| match audio.kind {
        Kind::Spice(_) => refuse(!spice, || {
            let fault = Fault::unsupported("Spice audio is not supported without spice graphics");
            fault.at("@type").expecting("add <graphics type='spice'/> to <devices>")
        }),
        Kind::None(_) | Kind::Alsa(_) | Kind::Coreaudio(_) | Kind::Jack(_) | Kind::Oss(_) => Ok(()),
        Kind::Pulseaudio(_) | Kind::Sdl(_) | Kind::File(_) | Kind::Dbus(_) => Ok(()),
        Kind::Pipewire(_) => refuse(whole.emulator.version < FIRST_PIPEWIRE, || {
            let fault = Fault::unsupported("'pipewire' audio backend is not supported with this QEMU");
            fault.at("@type").expecting("QEMU 8.1 is the first that has it; take 'pulseaudio'")
        }),
    })
}

fn check_sound(whole: Whole, sound: &Sound) -> Result<(), Fault> {
    let at = |text: &str| Fault::unsupported(text).at("@model");
    match sound.model {
        Model::Ich7 => {
            let fault = Fault::internal("sound card model 'ich7' is not supported by qemu");
            return Err(fault.at("@model").expecting("expected one of ich6, ich9, ac97, es1370, sb16, pcspk, usb"));
        }
        Model::Usb => {
            refuse(!whole.has("usb-audio"), || at("usb-audio controller is not supported by this QEMU binary"))?
        }
        Model::Ich9 => refuse(!whole.has("ich9-intel-hda"), || {
            at("The ich9-intel-hda audio controller is not supported in this QEMU binary")
        })?,
        Model::Virtio => refuse(!whole.has("virtio-sound-pci"), || {
            at("virtio-sound controller is not supported in this QEMU binary")
                .expecting("QEMU 8.2 is the first that has it")
        })?,
        Model::Sb16 | Model::Es1370 | Model::Pcspk | Model::Ac97 | Model::Ich6 => {}
    }
    if !matches!(sound.model, Model::Ich6 | Model::Ich9) {
        return Ok(());
    }
    sound.codecs.iter().try_for_each(|codec| {
        let device = match codec.kind {
            CodecType::Duplex => "hda-duplex",
            CodecType::Micro => "hda-micro",
            CodecType::Output => "hda-output",
        };
        refuse(!whole.has(device), || {
            Fault::unsupported(format!("{device} not supported in this QEMU binary")).at("codec/@type")
        })
    })
}
