//! What a machine's screens show, and programs that look at them.

use std::ffi::c_uint;
use std::fs::{self, File};
use std::os::fd::{AsRawFd, OwnedFd, RawFd};
use std::os::unix::fs::OpenOptionsExt;
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::{Value, json};

use super::live::ANSWER;
use super::{Definition, not_running};
use crate::driver::FileStream;
use crate::driver::qemu::{Qemu, check_flags, error, monitor};
use crate::error::{Error, Result};
use crate::object::{Domain, Stream};
use crate::supervisor::client::Command;
use crate::types::*;
use crate::xml::Variant;
use crate::xml::domain::device::graphics::{Graphics, Kind};

/// Numbers files and descriptors of this process.
static NEXT: AtomicU32 = AtomicU32::new(0);

/// A name that no other process uses meanwhile.
fn fresh_name(what: &str) -> String {
    format!("{what}-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

impl Qemu {
    /// Puts a picture of what a screen shows into a stream.
    pub(super) fn take_screenshot(&self, domain: &Domain, stream: &Stream, screen: u32, flags: u32) -> Result<String> {
        check_flags(flags, 0)?;
        let live = self.machine(domain)?.live.ok_or_else(not_running)?;
        let device = device_of(&live.definition, screen)?;
        let (written, read) = self.nameless_file()?;
        let supervisor = self.root.supervisor(domain)?;
        let ask = |command: &str, arguments, files: &[RawFd]| {
            let text = monitor::text(command, arguments);
            let command = Command { text: &text, deadline: ANSWER, files, ..Command::default() };
            monitor::ask(&supervisor, domain.name(), &command)
        };
        let set = ask("add-fd", Value::Null, &[written.as_raw_fd()])?["fdset-id"].take();
        let mut arguments = json!({ "filename": format!("/dev/fdset/{set}"), "format": "png" });
        if let Some((alias, head)) = device {
            arguments["device"] = alias.into();
            arguments["head"] = head.into();
        }
        let taken = ask("screendump", arguments, &[]);
        let _ = ask("remove-fd", json!({ "fdset-id": set }), &[]);
        taken?;
        let picture = FileStream::new(read);
        stream.begin(Box::new(picture)).map_err(|failure| failure.from_origin(VIR_FROM_QEMU))?;
        Ok("image/png".to_owned())
    }

    /// A file without a name, to be written and to be read.
    fn nameless_file(&self) -> Result<(File, File)> {
        let path = self.root.layout.run.join(fresh_name("screen"));
        let failed = |cause| Error::system(&cause, format!("cannot keep a picture in '{}'", path.display()));
        let written = File::options().write(true).create_new(true).mode(0o600).open(&path).map_err(failed)?;
        let read = File::open(&path);
        let _ = fs::remove_file(&path);
        Ok((written, read.map_err(failed)?))
    }

    /// Gives QEMU a socket of somebody who looks at a screen.
    pub(super) fn add_graphics_client(
        &self,
        domain: &Domain,
        index: c_uint,
        socket: RawFd,
        flags: c_uint,
    ) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH)?;
        let live = self.machine(domain)?.live.ok_or_else(not_running)?;
        let protocol = protocol_of(&live.definition, index)?;
        let supervisor = self.root.supervisor(domain)?;
        let name = fresh_name("graphics");
        let ask = |command: &str, arguments, files: &[RawFd]| {
            let text = monitor::text(command, arguments);
            monitor::ask(
                &supervisor,
                domain.name(),
                &Command { text: &text, deadline: ANSWER, files, ..Command::default() },
            )
        };
        ask("getfd", json!({ "fdname": name }), &[socket])?;
        let skips = flags & VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH != 0;
        let added = ask("add_client", json!({ "protocol": protocol, "fdname": name, "skipauth": skips }), &[]);
        if added.is_err() {
            // QEMU has it still, unless it closed it over the refusal.
            let _ = ask("closefd", json!({ "fdname": name }), &[]);
        }
        added.map(drop)
    }

    /// A socket whose other end QEMU has.
    pub(super) fn open_graphics_client(&self, domain: &Domain, index: c_uint, flags: c_uint) -> Result<OwnedFd> {
        let pair = UnixStream::pair();
        let (ours, theirs) = pair.map_err(|cause| Error::system(&cause, "cannot make a pair of sockets"))?;
        self.add_graphics_client(domain, index, theirs.as_raw_fd(), flags)?;
        Ok(ours.into())
    }
}

/// The device of a screen, and which of its heads; `None` for the first screen, which is QEMU's default.
fn device_of(definition: &Definition, screen: u32) -> Result<Option<(&str, u32)>> {
    let videos = &definition.devices.videos;
    if videos.is_empty() {
        return Err(error(VIR_ERR_OPERATION_INVALID, "no screens to take screenshot from"));
    }
    if screen == 0 {
        return Ok(None);
    }
    let mut head = screen;
    for video in videos {
        let heads = video.model.heads;
        if head < heads {
            return Ok(Some((video.place.alias.name.as_deref().unwrap_or_default(), head)));
        }
        head -= heads;
    }
    Err(error(VIR_ERR_OPERATION_INVALID, "no such screen ID"))
}

/// What is spoken at the graphics of that number.
fn protocol_of(definition: &Definition, index: c_uint) -> Result<&'static str> {
    let graphics = usize::try_from(index).ok().and_then(|index| definition.devices.graphics.get(index));
    let Some(Graphics { kind, .. }) = graphics else {
        return Err(error(VIR_ERR_INTERNAL_ERROR, format!("No graphics backend with index {}", index.cast_signed())));
    };
    match kind {
        Kind::Vnc(_) => Ok("vnc"),
        Kind::Spice(_) => Ok("spice"),
        Kind::Dbus(_) => Ok("@dbus-display"),
        Kind::Sdl(_) | Kind::Rdp(_) | Kind::Desktop(_) | Kind::EglHeadless(_) => {
            let text = format!("Can only open VNC, SPICE or D-Bus p2p graphics backends, not {}", kind.tag_word());
            Err(error(VIR_ERR_CONFIG_UNSUPPORTED, text))
        }
    }
}
