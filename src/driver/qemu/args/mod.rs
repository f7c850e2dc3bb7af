//! From a definition that is complete, with places and names, to QEMU's command line. One file for each kind of device.

mod address;
mod audio;
mod blockdev;
mod boot;
mod chardev;
mod controller;
mod cpu;
mod crypto;
mod disk;
mod filesystem;
mod graphics;
mod hostdev;
mod hub;
mod input;
mod interface;
mod iommu;
mod launch_security;
mod line;
mod machine;
mod memballoon;
mod memory;
mod numa;
mod nvram;
mod overrides;
mod panic;
mod pstore;
mod redirdev;
mod rng;
mod shmem;
mod smartcard;
mod sound;
mod sysinfo;
mod tpm;
mod video;
mod vsock;
mod watchdog;

use std::path::PathBuf;

use super::board::Board;
use super::capabilities::Emulator;
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::clock::Offset;
use crate::xml::domain::device::audio::Kind as AudioKind;
use crate::xml::domain::device::disk::Iotune;
use crate::xml::domain::device::graphics::Kind as GraphicsKind;
pub use disk::disk_of_node;
pub use line::Attached;
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
    /// Where memory is kept in files.
    pub memory: PathBuf,
    /// The number of the first file that the command line asks for: those before are somebody else's.
    pub first_file: i32,
    /// QEMU gives up the system calls that a machine does not need.
    pub sandbox: bool,
    /// Lists of processes show the machine's name.
    pub process_name: bool,
    /// The size of the huge pages that the host's kernel takes by itself, in KiB.
    pub huge_page: Option<u64>,
}

/// What QEMU is started with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Command {
    /// The program and its arguments.
    pub words: Vec<String>,
    /// What it gets as open files, from number `Context::first_file` on.
    pub files: Vec<Attached>,
    /// What the definition wants of its environment.
    pub environment: Vec<(String, String)>,
}

/// The command for a machine.
///
/// # Errors
/// `VIR_ERR_CONFIG_UNSUPPORTED` for what is not given to QEMU.
pub fn command(domain: &Domain, emulator: &Emulator, context: &Context) -> Result<Command, Fault> {
    let board = Board::of(domain);
    let indexes = boot::Indexes::of(domain);
    let mut line = Line::of(domain.devices.emulator.as_deref().unwrap_or_default(), context.first_file);
    machine::add_first(domain, board, emulator, context, &mut line)?;
    cpu::add(domain, board, emulator, &mut line)?;
    memory::add(domain, board, emulator, context, &mut line)?;
    machine::add_processors(domain, &mut line);
    numa::add(domain, board, emulator, context, &mut line)?;
    line.option("-uuid", domain.hardware_uuid.or(domain.uuid).unwrap_or_default().to_string());
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
    machine::add_behaviour(domain, board, emulator, &mut line)?;
    iommu::add(domain, &mut line)?;
    controller::add(domain, board, &mut line)?;
    memory::add_modules(domain, board, context, &mut line)?;
    hub::add(domain, &mut line)?;
    controller::add_readers(domain, &mut line)?;
    disk::add(domain, board, &indexes, context, &mut line)?;
    filesystem::add(domain, context, &mut line)?;
    interface::add(domain, &indexes, &mut line)?;
    smartcard::add(domain, &mut line)?;
    chardev::add(domain, board, context, &mut line)?;
    tpm::add(domain, board, context, &mut line)?;
    input::add(domain, &mut line)?;
    audio::add(domain, &mut line);
    graphics::add(domain, context, &mut line)?;
    video::add(domain, board, &mut line)?;
    sound::add(domain, &mut line)?;
    watchdog::add(domain, &mut line)?;
    redirdev::add(domain, &mut line)?;
    hostdev::add(domain, &mut line)?;
    memballoon::add(domain, &mut line)?;
    rng::add(domain, &mut line)?;
    nvram::add(domain, &mut line);
    machine::add_vmcoreinfo(domain, &mut line);
    launch_security::add(domain, &mut line)?;
    let passed = domain.namespaces.qemu.commandline.iter().flat_map(|own| &own.arguments);
    line.words.extend(passed.map(|argument| argument.value.clone()));
    if context.sandbox {
        line.option("-sandbox", "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny");
    }
    panic::add(domain, &mut line)?;
    shmem::add(domain, &mut line)?;
    vsock::add(domain, &mut line)?;
    crypto::add(domain, &mut line)?;
    pstore::add(domain, &mut line)?;
    machine::add_teardown(domain, emulator, &mut line);
    line.option("-msg", "timestamp=on");
    overrides::apply(domain, &mut line.words);
    Ok(Command { words: line.words, files: line.files, environment: environment(domain) })
}

/// What `block_set_io_throttle` is told of a disk's limits, but for the disk.
pub fn disk_limits(tune: &Iotune) -> serde_json::Map<String, serde_json::Value> {
    let mut limits = blockdev::limits(&tune.rates, &tune.lengths);
    limits.maybe("group", tune.group_name.clone());
    limits.into_map()
}

/// Variables that QEMU's parts read.
fn environment(domain: &Domain) -> Vec<(String, String)> {
    let mut variables = Vec::new();
    let mut set = |name: &str, value: &str| variables.push((name.to_owned(), value.to_owned()));
    if let Offset::Timezone(zone) = &domain.clock.offset {
        set("TZ", &zone.timezone);
    }
    for audio in &domain.devices.audios {
        if let AudioKind::Sdl(sdl) = &audio.kind
            && let Some(driver) = sdl.driver
        {
            set("SDL_AUDIODRIVER", driver.word());
        }
    }
    for graphics in &domain.devices.graphics {
        if let GraphicsKind::Sdl(sdl) = &graphics.kind {
            for (name, value) in [("XAUTHORITY", &sdl.xauth), ("DISPLAY", &sdl.display)] {
                if let Some(value) = value {
                    set(name, value);
                }
            }
        }
    }
    for variable in domain.namespaces.qemu.commandline.iter().flat_map(|own| &own.variables) {
        set(&variable.name, variable.value.as_deref().unwrap_or_default());
    }
    variables
}

#[cfg(test)]
mod tests;
