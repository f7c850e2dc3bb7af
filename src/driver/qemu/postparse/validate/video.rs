//! `<video>`: cards that the emulator has, and their memory.

use super::{Whole, each, refuse};
use crate::types::*;
use crate::xml::domain::device::video::{Backend, Type, Video};
use crate::xml::{Fault, YesNo};

/// A screen's memory, in KiB.
const LEAST: u32 = 1024;
/// The most KiB whose bytes are a number of 32 bits.
const MOST: u32 = u32::MAX / 1024;

pub(super) fn check(whole: Whole) -> Result<(), Fault> {
    each("video", &whole.domain.devices.videos, |video| check_video(whole, video))
}

/// Whether the emulator has a card of that kind.
fn has_card(whole: Whole, kind: Type) -> bool {
    let device = match kind {
        Type::None => return true,
        Type::Vga => "VGA",
        Type::Cirrus => "cirrus-vga",
        Type::Vmvga => "vmware-svga",
        Type::Qxl => "qxl",
        Type::Virtio => "virtio-gpu-device",
        Type::Bochs => "bochs-display",
        Type::Ramfb => "ramfb",
        Type::Default | Type::Xen | Type::Vbox | Type::Parallels | Type::Gop => return false,
    };
    whole.has(device)
}

fn check_video(whole: Whole, video: &Video) -> Result<(), Fault> {
    let (model, kind) = (&video.model, video.model.kind);
    let word = kind.word();
    if kind == Type::None {
        return Ok(());
    }
    refuse(!has_card(whole, kind), || {
        let fault = Fault::unsupported(format!("domain configuration does not support video model '{word}'"));
        let all = [Type::Vga, Type::Cirrus, Type::Vmvga, Type::Qxl, Type::Virtio, Type::Bochs, Type::Ramfb];
        let known: Vec<&str> = all.into_iter().filter(|one| has_card(whole, *one)).map(Type::word).collect();
        fault.at("model/@type").expecting(format!("expected one of {}", known.join(", ")))
    })?;
    if !matches!(kind, Type::Qxl | Type::Virtio) {
        refuse(!model.primary.0, || {
            let text = format!("video type '{word}' is only valid as primary video device");
            Fault::unsupported(text).at("model/@type").expecting("take virtio or qxl for further cards")
        })?;
        refuse(model.heads > 1, || {
            Fault::unsupported(format!("video type '{word}' doesn't support multiple 'heads'")).at("model/@heads")
        })?;
    }
    check_memory(video)?;
    let resolves = matches!(kind, Type::Vga | Type::Qxl | Type::Virtio | Type::Bochs);
    refuse(model.resolution.is_some() && !resolves, || {
        Fault::xml("model resolution is not supported").at("model/resolution").expecting("leave it out")
    })?;
    let accel = model.acceleration.as_deref();
    refuse(accel.is_some_and(|accel| accel.accel2d == Some(YesNo::Yes)), || {
        Fault::unsupported("qemu does not support the accel2d setting").at("model/acceleration/@accel2d")
    })?;
    if video.driver.name == Backend::VhostUser {
        refuse(kind == Type::Virtio && !whole.has("vhost-user-gpu"), || {
            Fault::unsupported("this QEMU does not support 'vhost-user' video device").at("driver/@name")
        })?;
    } else if accel.is_some_and(|accel| accel.accel3d == Some(YesNo::Yes)) {
        let fault = |text: &str| Fault::unsupported(text).at("model/acceleration/@accel3d");
        refuse(kind != Type::Virtio, || fault("3d acceleration is supported only with 'virtio' video device"))?;
        let draws = ["virtio-gpu-gl-device", "virtio-vga-gl"].iter().any(|device| whole.has(device));
        refuse(!draws && whole.emulator.version >= 6_001_000, || {
            fault("3d acceleration is not supported by this QEMU binary")
        })?;
    }
    refuse(kind == Type::Ramfb && video.place.location.address.is_some(), || {
        Fault::unsupported("'address' is not supported for 'ramfb' video devices").at("address")
    })
}

fn check_memory(video: &Video) -> Result<(), Fault> {
    let model = &video.model;
    let fault = |text: &str, at: &str| Fault::unsupported(text).at(format!("model/@{at}"));
    match model.kind {
        Type::Qxl => {
            for (size, name) in [(model.vram, "vram"), (model.ram, "ram")] {
                refuse(size > MOST, || {
                    let text = format!("value for '{name}' must be less than '{MOST}'");
                    Fault::new(VIR_ERR_OVERFLOW, text).at(format!("model/@{name}"))
                })?;
            }
            let size = model.vgamem;
            refuse(size > 0 && size < LEAST, || {
                fault("value for 'vgamem' must be at least 1 MiB (1024 KiB)", "vgamem")
            })?;
            refuse(size > 0 && !size.is_power_of_two(), || fault("value for 'vgamem' must be power of two", "vgamem"))
        }
        Type::Vga | Type::Vmvga => refuse(model.vram > 0 && model.vram < LEAST, || {
            fault("value for 'vram' must be at least 1 MiB (1024 KiB)", "vram")
        }),
        Type::Default | Type::Cirrus | Type::Xen | Type::Vbox | Type::Parallels => Ok(()),
        Type::Virtio | Type::Gop | Type::None | Type::Bochs | Type::Ramfb => Ok(()),
    }
}
