//! From a definition that is complete, with places and names, to QEMU's command line. One file for each kind of device.

mod address;
mod audio;
mod blockdev;
mod boot;
mod chardev;
mod controller;
mod cpu;
mod disk;
mod filesystem;
mod graphics;
mod hostdev;
mod input;
mod interface;
mod line;
mod machine;
mod memory;
mod small;
mod sound;
mod sysinfo;
mod video;

use std::path::PathBuf;

use super::board::Board;
use super::capabilities::Emulator;
use crate::xml::Fault;
use crate::xml::domain::Domain;
use line::Line;

/// Where QEMU listens for its monitor's commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Monitor {
    /// On a socket in the machine's folder.
    Socket,
    /// On a socket that it is given open, under this number.
    File(i32),
}

/// What a command line needs beside the definition.
#[derive(Clone, Debug)]
pub struct Context {
    pub monitor: Monitor,
    /// Where the machine's sockets are: `monitor.sock` and others.
    pub folder: PathBuf,
    /// Where channels without a path have their sockets.
    pub channels: PathBuf,
}

/// The words of the command line, from the program on.
///
/// # Errors
/// `VIR_ERR_CONFIG_UNSUPPORTED` for what is not given to QEMU.
pub fn command_line(domain: &Domain, emulator: &Emulator, context: &Context) -> Result<Vec<String>, Fault> {
    let board = Board::of(domain);
    let indexes = boot::Indexes::of(domain);
    let mut line = Line(vec![domain.devices.emulator.clone().unwrap_or_default()]);
    machine::add_first(domain, board, emulator, &mut line)?;
    cpu::add(domain, board, &mut line)?;
    memory::add(domain, board, emulator, &mut line)?;
    machine::add_processors(domain, &mut line);
    memory::add_nodes(domain, &mut line)?;
    line.option("-uuid", domain.uuid.unwrap_or_default().to_string());
    sysinfo::add(domain, &mut line)?;
    if graphics::needs_no_display(domain) {
        line.option("-display", "none");
    }
    line.flag("-no-user-config");
    line.flag("-nodefaults");
    let monitor = match context.monitor {
        Monitor::Socket => format!("path={}", line::quoted(&context.folder.join("monitor.sock").display().to_string())),
        Monitor::File(number) => format!("fd={number}"),
    };
    line.option("-chardev", format!("socket,id=charmonitor,{monitor},server=on,wait=off"));
    line.option("-mon", "chardev=charmonitor,id=monitor,mode=control");
    machine::add_behaviour(domain, board, &mut line)?;
    small::add_iommus(domain, &mut line)?;
    controller::add(domain, board, &mut line)?;
    memory::add_modules(domain, &mut line)?;
    small::add_hubs(domain, &mut line)?;
    controller::add_readers(domain, &mut line)?;
    disk::add(domain, board, &indexes, &mut line)?;
    filesystem::add(domain, &mut line)?;
    interface::add(domain, &indexes, &mut line)?;
    small::add_smartcards(domain, &mut line)?;
    chardev::add(domain, board, context, &mut line)?;
    small::refuse_tpms(domain)?;
    input::add(domain, &mut line)?;
    audio::add(domain, &mut line);
    graphics::add(domain, context, &mut line)?;
    video::add(domain, board, &mut line)?;
    sound::add(domain, &mut line)?;
    small::add_watchdogs(domain, &mut line)?;
    small::add_redirdevs(domain, &mut line)?;
    hostdev::add(domain, &mut line)?;
    small::add_memballoon(domain, &mut line)?;
    small::add_rngs(domain, &mut line)?;
    small::add_rest(domain, &mut line)?;
    let passed = domain.namespaces.qemu.commandline.iter().flat_map(|own| &own.arguments);
    line.0.extend(passed.map(|argument| argument.value.clone()));
    let sandbox = "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny";
    line.option("-sandbox", sandbox);
    small::add_last(domain, &mut line)?;
    line.option("-msg", "timestamp=on");
    Ok(line.0)
}

#[cfg(test)]
mod tests;
