//! `-vnc`, `-spice`, `-display`: how the screen is shown.

use super::line::{Line, quoted};
use super::{Context, audio};
use crate::xml::domain::Domain;
use crate::xml::domain::device::graphics::{Gl, Kind, Listen, SharePolicy, Spice, Vnc};
use crate::xml::{Fault, YesNo};

/// Where servers listen when nobody says where.
const LOCAL: &str = "127.0.0.1";
/// VNC's first port, which is display 0.
const VNC_PORT: i32 = 5900;

/// Whether QEMU would open a window of its own.
pub(super) fn needs_no_display(domain: &Domain) -> bool {
    let window = |kind: &Kind| matches!(kind, Kind::Sdl(_) | Kind::EglHeadless(_) | Kind::Dbus(_));
    !domain.devices.graphics.iter().any(|graphics| window(&graphics.kind))
}

pub(super) fn add(domain: &Domain, context: &Context, line: &mut Line) -> Result<(), Fault> {
    for graphics in &domain.devices.graphics {
        match &graphics.kind {
            Kind::Sdl(sdl) => {
                let full = sdl.fullscreen == Some(YesNo::Yes);
                line.option(
                    "-display",
                    format!("sdl{}{}", if full { ",full-screen=on" } else { "" }, gl(sdl.gl.as_ref())),
                );
            }
            Kind::Vnc(one) => vnc(domain, one, context, line),
            Kind::Spice(one) => spice(one, context, line)?,
            Kind::EglHeadless(egl) => {
                let node = egl.gl.rendernode.as_deref().map(|node| format!(",rendernode={}", quoted(node)));
                line.option("-display", format!("egl-headless{}", node.unwrap_or_default()));
            }
            Kind::Dbus(dbus) => {
                let mut words = "dbus".to_owned();
                if dbus.p2p == Some(YesNo::Yes) {
                    words.push_str(",p2p=on");
                } else {
                    let own = format!("unix:path={}", context.folder.join("dbus.sock").display());
                    words.push_str(&format!(",addr={}", quoted(dbus.address.as_deref().unwrap_or(&own))));
                }
                words.push_str(&gl(Some(&dbus.gl)));
                words.push_str(&dbus.audio.map(|id| format!(",audiodev=audio{id}")).unwrap_or_default());
                line.option("-display", words);
            }
            Kind::Rdp(_) | Kind::Desktop(_) => {
                return Err(Fault::unsupported("graphics of type 'rdp' and 'desktop' are not QEMU's"));
            }
        }
    }
    Ok(())
}

fn gl(gl: Option<&Gl>) -> String {
    let Some(gl) = gl else { return String::new() };
    let enable = gl.enable.map(|enable| if enable == YesNo::Yes { ",gl=on" } else { ",gl=off" }).unwrap_or_default();
    let node = gl.rendernode.as_deref().map(|node| format!(",rendernode={}", quoted(node))).unwrap_or_default();
    format!("{enable}{node}")
}

fn bracketed(address: &str) -> String {
    if address.contains(':') { format!("[{address}]") } else { address.to_owned() }
}

fn vnc(domain: &Domain, vnc: &Vnc, context: &Context, line: &mut Line) {
    let mut words = match vnc.listens.first() {
        Some(Listen::Socket(socket)) => {
            let own = context.folder.join("vnc.sock").display().to_string();
            format!("vnc=unix:{}", quoted(socket.socket.as_deref().unwrap_or(&own)))
        }
        Some(Listen::None(())) => "none".to_owned(),
        Some(Listen::Address(address)) => {
            let port = vnc.port.filter(|port| *port >= VNC_PORT).unwrap_or(VNC_PORT);
            format!("{}:{}", bracketed(address.address.as_deref().unwrap_or(LOCAL)), port - VNC_PORT)
        }
        Some(Listen::Network(_)) | None => format!("{LOCAL}:{}", vnc.port.unwrap_or(VNC_PORT).max(VNC_PORT) - VNC_PORT),
    };
    if let Some(websocket) = vnc.websocket {
        words.push_str(&if websocket == -1 { ",websocket=on".to_owned() } else { format!(",websocket={websocket}") });
    }
    words.push_str(&vnc.share_policy.map(|policy| format!(",share={}", SharePolicy::word(policy))).unwrap_or_default());
    if vnc.password.password.is_some() {
        words.push_str(",password=on");
    }
    if let Some(control) = vnc.power_control {
        words.push_str(if control == YesNo::Yes { ",power-control=on" } else { ",power-control=off" });
    }
    words.push_str(&audio::name(domain, vnc.audio).map(|name| format!(",audiodev={name}")).unwrap_or_default());
    line.option("-vnc", words);
    if let Some(keymap) = &vnc.keymap {
        line.option("-k", keymap.as_str());
    }
}

fn spice(spice: &Spice, context: &Context, line: &mut Line) -> Result<(), Fault> {
    let mut words = Vec::new();
    match spice.listens.first() {
        Some(Listen::Socket(socket)) => {
            let own = context.folder.join("spice.sock").display().to_string();
            words.push(format!("unix,addr={}", quoted(socket.socket.as_deref().unwrap_or(&own))));
        }
        Some(Listen::None(())) => words.push("port=0".to_owned()),
        Some(Listen::Address(_) | Listen::Network(_)) | None => {
            words.extend(spice.port.filter(|port| *port > 0).map(|port| format!("port={port}")));
            let address = match spice.listens.first() {
                Some(Listen::Address(address)) => address.address.as_deref(),
                _ => None,
            };
            if words.is_empty() {
                words.push("port=5900".to_owned());
            }
            words.push(format!("addr={}", quoted(address.unwrap_or(LOCAL))));
        }
    }
    if spice.password.password.is_none() {
        words.push("disable-ticketing=on".to_owned());
    }
    words.extend(spice.image.map(|image| format!("image-compression={}", image.word())));
    words.extend(spice.jpeg.map(|jpeg| format!("jpeg-wan-compression={}", jpeg.word())));
    words.extend(spice.zlib.map(|zlib| format!("zlib-glz-wan-compression={}", zlib.word())));
    words.extend(spice.playback.map(|playback| format!("playback-compression={}", playback.word())));
    words.extend(spice.streaming.map(|streaming| format!("streaming-video={}", streaming.word())));
    if spice.clipboard == Some(YesNo::No) {
        words.push("disable-copy-paste=on".to_owned());
    }
    if spice.filetransfer == Some(YesNo::No) {
        words.push("disable-agent-file-xfer=on".to_owned());
    }
    let gl = gl(spice.gl.as_ref());
    words.extend(Some(gl.trim_start_matches(',').to_owned()).filter(|gl| !gl.is_empty()));
    words.push("seamless-migration=on".to_owned());
    line.option("-spice", words.join(","));
    if let Some(keymap) = &spice.keymap {
        line.option("-k", keymap.as_str());
    }
    Ok(())
}
