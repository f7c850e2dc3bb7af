//! Screens and sound.

use std::path::Path;

use super::grants::Grants;
use crate::error::Result;
use crate::sys::landlock::Access;
use crate::xml::domain::device::Devices;
use crate::xml::domain::device::audio::Kind as AudioKind;
use crate::xml::domain::device::graphics::{Gl, Kind, Listen};

pub fn allow_all(devices: &mut Devices, grants: &mut Grants) -> Result<()> {
    for graphics in &mut devices.graphics {
        match &mut graphics.kind {
            Kind::Vnc(vnc) => allow_sockets(&mut vnc.listens, grants)?,
            Kind::Spice(spice) => {
                allow_sockets(&mut spice.listens, grants)?;
                allow_gl(spice.gl.as_ref(), grants);
            }
            Kind::Sdl(sdl) => {
                grants.allow("/tmp/.X11-unix", Access::Read);
                grants.allow("/run/opengl-driver", Access::Read);
                for path in sdl.xauth.iter() {
                    grants.allow(path, Access::Read);
                }
                allow_gl(sdl.gl.as_ref(), grants);
            }
            Kind::EglHeadless(egl) => allow_gl(Some(&egl.gl), grants),
            Kind::Dbus(dbus) => allow_gl(Some(&dbus.gl), grants),
            Kind::Rdp(_) | Kind::Desktop(_) => {}
        }
    }
    for audio in &devices.audios {
        match &audio.kind {
            AudioKind::Alsa(_) | AudioKind::Oss(_) => {
                grants.allow("/dev/snd", Access::Write);
                grants.allow("/dev/dsp", Access::Write);
                grants.allow("/etc/asound.conf", Access::Read);
                grants.allow("/etc/alsa", Access::Read);
            }
            AudioKind::Pulseaudio(_) | AudioKind::Pipewire(_) | AudioKind::Jack(_) | AudioKind::Sdl(_) => {
                // Who plays for others shares memory with them, and knows them by a cookie.
                grants.allow("/dev/shm", Access::Change);
                grants.allow("/etc/pulse", Access::Read);
                grants.allow("/etc/pipewire", Access::Read);
                if let Some(runtime) = std::env::var_os("XDG_RUNTIME_DIR") {
                    grants.allow(Path::new(&runtime).join("pulse"), Access::Read);
                }
                if let Some(home) = std::env::var_os("HOME") {
                    grants.allow(Path::new(&home).join(".config/pulse"), Access::Read);
                }
            }
            AudioKind::File(file) => {
                if let Some(path) = &file.path {
                    grants.need(path, Access::Write)?;
                }
            }
            AudioKind::None(_) | AudioKind::Coreaudio(_) | AudioKind::Spice(_) | AudioKind::Dbus(_) => {}
        }
    }
    Ok(())
}

/// QEMU makes these sockets itself.
fn allow_sockets(listens: &mut [Listen], grants: &mut Grants) -> Result<()> {
    for listen in listens {
        match listen {
            Listen::Socket(socket) => {
                if let Some(path) = &mut socket.socket {
                    *path = grants.socket(path)?;
                }
            }
            Listen::None(()) | Listen::Address(_) | Listen::Network(_) => {}
        }
    }
    Ok(())
}

fn allow_gl(gl: Option<&Gl>, grants: &mut Grants) {
    let Some(gl) = gl else { return };
    grants.allow(gl.rendernode.as_deref().unwrap_or("/dev/dri"), Access::Write);
    // Drivers find out what the card is.
    grants.allow("/sys/dev/char", Access::Read);
    grants.allow("/sys/devices", Access::Read);
    grants.allow("/etc/drirc", Access::Read);
}
