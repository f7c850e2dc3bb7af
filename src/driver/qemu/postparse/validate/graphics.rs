//! `<graphics>`: screens that QEMU shows, and which of them together.

use super::{Whole, each, refuse};
use crate::xml::domain::device::audio::Kind as AudioKind;
use crate::xml::domain::device::graphics::{Graphics, Kind, Listen};
use crate::xml::{Fault, YesNo};

/// Letters of a password of VNC.
const VNC_PASSWORD: usize = 8;

pub(super) fn check(whole: Whole) -> Result<(), Fault> {
    each("graphics", &whole.domain.devices.graphics, |graphics| check_graphics(whole, graphics))
}

fn check_graphics(whole: Whole, graphics: &Graphics) -> Result<(), Fault> {
    let devices = &whole.domain.devices;
    let headless = devices.graphics.iter().any(|other| matches!(other.kind, Kind::EglHeadless(_)));
    let gl = |spice: &crate::xml::domain::device::graphics::Spice| {
        spice.gl.as_ref().is_some_and(|gl| gl.enable == Some(YesNo::Yes))
    };
    let paired = matches!(graphics.kind, Kind::EglHeadless(_) | Kind::Vnc(_) | Kind::Spice(_));
    refuse(headless && !paired, || {
        let text = "graphics type 'egl-headless' is only supported with one of: 'vnc', 'spice' graphics types";
        Fault::unsupported(text).at("@type")
    })?;
    match &graphics.kind {
        Kind::Rdp(_) | Kind::Desktop(_) => {
            let kind = if matches!(graphics.kind, Kind::Rdp(_)) { "rdp" } else { "desktop" };
            let fault = Fault::unsupported(format!("{kind} graphics are not supported with this QEMU"));
            Err(fault.at("@type").expecting("expected one of vnc, spice"))
        }
        Kind::Spice(spice) => {
            refuse(headless && gl(spice), || {
                Fault::unsupported("multiple OpenGL displays are not supported by QEMU").at("gl/@enable")
            })?;
            let reachable = matches!(spice.listens.first(), None | Some(Listen::Address(_) | Listen::Network(_)));
            refuse(reachable && spice.tls_port.is_some_and(|port| port > 0), || {
                let text = "spice TLS port set in XML configuration, but TLS is disabled in qemu.conf";
                Fault::unsupported(text).at("@tlsPort").expecting("leave it out")
            })
        }
        Kind::Vnc(vnc) => {
            let length = vnc.password.password.as_ref().map_or(0, String::len);
            refuse(length > VNC_PASSWORD, || {
                let text = format!("VNC password is {length} characters long, only {VNC_PASSWORD} permitted");
                Fault::unsupported(text).at("@passwd")
            })
        }
        Kind::Dbus(dbus) => {
            let audio = devices.audios.iter().find(|audio| Some(audio.id) == dbus.audio);
            refuse(audio.is_some_and(|audio| !matches!(audio.kind, AudioKind::Dbus(_))), || {
                Fault::unsupported("The associated audio is not of 'dbus' kind.").at("audio/@id")
            })
        }
        Kind::Sdl(_) | Kind::EglHeadless(_) => Ok(()),
    }
}
