//! What events of QEMU's mean beside a step of the machine's life, which its supervisor has told.

use std::sync::Arc;

use serde_json::Value;

use super::super::Definition;
use crate::driver::qemu::args;
use crate::event_hub::{DomainEvent, GraphicsAddress, MonitorEvent};
use crate::types::*;
use crate::xml::domain::clock::Offset;
use crate::xml::domain::device::disk::Disk;
use crate::xml::domain::device::graphics::{Kind, Listen};
use crate::xml::domain::device::source::Source;

/// An event of QMP's, taken apart.
pub struct Message {
    name: String,
    data: Value,
    monitor: MonitorEvent,
}

impl Message {
    pub fn parse(content: &str) -> Option<Self> {
        let mut message: Value = serde_json::from_str(content).ok()?;
        let name = message.get("event")?.as_str()?.to_owned();
        let time = |unit| message.get("timestamp").and_then(|time| time.get(unit)).and_then(Value::as_i64).unwrap_or(0);
        let (seconds, micros) = (time("seconds"), time("microseconds"));
        let details = message.get("data").map(Value::to_string);
        let monitor = MonitorEvent { name: name.clone(), seconds, micros: u32::try_from(micros).unwrap_or(0), details };
        Some(Self { name, data: message.get_mut("data").map_or(Value::Null, Value::take), monitor })
    }

    /// As it stands, for those who listen to the monitor.
    pub fn monitor(&self) -> MonitorEvent {
        self.monitor.clone()
    }

    fn text(&self, key: &str) -> Option<&str> {
        self.data.get(key).and_then(Value::as_str)
    }

    fn number(&self, key: &str) -> Option<u64> {
        self.data.get(key).and_then(Value::as_u64)
    }

    fn is(&self, key: &str) -> bool {
        self.data.get(key) == Some(&Value::Bool(true))
    }

    /// What listeners are told. `machine` is asked for when it matters what a device is called; it may be gone.
    pub fn events(&self, machine: impl Fn() -> Option<Arc<Definition>>) -> Vec<DomainEvent> {
        match self.name.as_str() {
            "BLOCK_IO_ERROR" => self.io_error(machine().as_deref()),
            "BLOCK_WRITE_THRESHOLD" => machine().map_or_else(Vec::new, |machine| self.threshold(&machine)),
            _ => self.one(machine).into_iter().collect(),
        }
    }

    fn one(&self, machine: impl Fn() -> Option<Arc<Definition>>) -> Option<DomainEvent> {
        Some(match self.name.as_str() {
            "RESET" => DomainEvent::Reboot,
            "RTC_CHANGE" => {
                let first = machine().map_or(0, |machine| first_adjustment(&machine));
                DomainEvent::RtcChange { offset: first + self.data.get("offset")?.as_i64()? }
            }
            "WATCHDOG" => DomainEvent::Watchdog { action: watchdog(self.text("action")?) },
            "VNC_CONNECTED" | "SPICE_CONNECTED" => self.graphics(VIR_DOMAIN_EVENT_GRAPHICS_CONNECT, machine)?,
            "VNC_INITIALIZED" | "SPICE_INITIALIZED" => self.graphics(VIR_DOMAIN_EVENT_GRAPHICS_INITIALIZE, machine)?,
            "VNC_DISCONNECTED" | "SPICE_DISCONNECTED" => {
                self.graphics(VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT, machine)?
            }
            "DEVICE_TRAY_MOVED" => {
                let machine = machine()?;
                let named = |key: &str| self.text(key).filter(|name| !name.is_empty());
                let disk = &machine.devices.disks[place_of(&machine, named("id").or(named("device"))?)?];
                let opened = self.is("tray-open");
                let reason =
                    if opened { VIR_DOMAIN_EVENT_TRAY_CHANGE_OPEN } else { VIR_DOMAIN_EVENT_TRAY_CHANGE_CLOSE };
                DomainEvent::TrayChange { alias: alias(disk).to_owned(), reason }
            }
            "SUSPEND" => DomainEvent::PmSuspend { reason: 0 },
            "SUSPEND_DISK" => DomainEvent::PmSuspendDisk { reason: 0 },
            "WAKEUP" => DomainEvent::PmWakeup { reason: 0 },
            // Bytes; libvirt tells KiB.
            "BALLOON_CHANGE" => DomainEvent::BalloonChange { actual: self.number("actual")? / 1024 },
            // What has no name of its own is a part of something that has.
            "DEVICE_DELETED" => DomainEvent::DeviceRemoved { alias: self.text("device")?.to_owned() },
            "DEVICE_UNPLUG_GUEST_ERROR" => DomainEvent::DeviceRemovalFailed { alias: self.text("device")?.to_owned() },
            "MEMORY_DEVICE_SIZE_CHANGE" => DomainEvent::MemoryDeviceSizeChange {
                alias: self.text("id")?.to_owned(),
                size: self.number("size")? / 1024,
            },
            "MEMORY_FAILURE" => self.memory_failure()?,
            "MIGRATION_PASS" => {
                DomainEvent::MigrationIteration { iteration: i32::try_from(self.number("pass")?).ok()? }
            }
            _ => return None,
        })
    }

    fn io_error(&self, machine: Option<&Definition>) -> Vec<DomainEvent> {
        let device = self.text("device").filter(|device| !device.is_empty());
        let node = self.text("node-name").unwrap_or_default();
        let disk = machine.and_then(|machine| match device {
            Some(device) => place_of(machine, device).map(|at| &machine.devices.disks[at]),
            None => args::disk_of_node(&machine.devices.disks, node).map(|(disk, ..)| disk),
        });
        let action = match self.text("action") {
            Some("stop") => VIR_DOMAIN_EVENT_IO_ERROR_PAUSE,
            Some("report") => VIR_DOMAIN_EVENT_IO_ERROR_REPORT,
            _ => VIR_DOMAIN_EVENT_IO_ERROR_NONE,
        };
        let path = disk.and_then(|disk| path(&disk.source)).unwrap_or_default().to_owned();
        let alias = disk.map(alias).unwrap_or_default().to_owned();
        let reason = if self.is("nospace") { "enospc" } else { "" }.to_owned();
        let old = DomainEvent::IoError { path: path.clone(), alias: alias.clone(), action };
        vec![old, DomainEvent::IoErrorReason { path, alias, action, reason }]
    }

    /// Told twice: of the disk, and of the image by its number.
    fn threshold(&self, machine: &Definition) -> Vec<DomainEvent> {
        let Some((threshold, excess)) = self.number("write-threshold").zip(self.number("amount-exceeded")) else {
            return Vec::new();
        };
        let node = self.text("node-name").unwrap_or_default();
        let Some((disk, number, depth)) = args::disk_of_node(&machine.devices.disks, node) else { return Vec::new() };
        let path = layer(disk, depth).and_then(path).map(str::to_owned);
        let target = disk.target();
        let of_image = format!("{target}[{number}]");
        let of_disk = (depth == 0).then(|| target.to_owned());
        let tell = |device| DomainEvent::BlockThreshold { device, path: path.clone(), threshold, excess };
        of_disk.into_iter().chain([of_image]).map(tell).collect()
    }

    fn graphics(&self, phase: i32, machine: impl Fn() -> Option<Arc<Definition>>) -> Option<DomainEvent> {
        let end = |side: &str| {
            let side = self.data.get(side)?;
            let text = |key: &str| side.get(key).and_then(Value::as_str);
            let family = match text("family")? {
                "ipv6" => VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV6,
                "unix" => VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_UNIX,
                _ => VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV4,
            };
            // VNC's word for it, and SPICE's.
            let service = text("service").or(text("port"))?;
            let named = sockets_name(service).and_then(|name| socket_of(&*machine()?, name));
            let service = named.unwrap_or_else(|| service.to_owned());
            Some(GraphicsAddress { family, node: text("host")?.to_owned(), service })
        };
        let named = |side: &str, key: &str| self.data.get(side)?.get(key)?.as_str().map(str::to_owned);
        let identity = |key: &str, name: &str| Some((name.to_owned(), named("client", key)?));
        let identities = [identity("x509_dname", "x509dname"), identity("sasl_username", "saslUsername")];
        Some(DomainEvent::Graphics {
            phase,
            local: end("server")?,
            remote: end("client")?,
            auth_scheme: named("server", "auth").unwrap_or_default(),
            identities: identities.into_iter().flatten().collect(),
        })
    }

    fn memory_failure(&self) -> Option<DomainEvent> {
        let flag = |key: &str, flag| match self.data.get("flags").and_then(|flags| flags.get(key)) {
            Some(Value::Bool(true)) => flag,
            _ => 0,
        };
        Some(DomainEvent::MemoryFailure {
            recipient: match self.text("recipient")? {
                "hypervisor" => VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_HYPERVISOR,
                "guest" => VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_GUEST,
                _ => return None,
            },
            action: match self.text("action")? {
                "ignore" => VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_IGNORE,
                "inject" => VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_INJECT,
                "fatal" => VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_FATAL,
                "reset" => VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_RESET,
                _ => return None,
            },
            flags: flag("action-required", VIR_DOMAIN_MEMORY_FAILURE_ACTION_REQUIRED)
                | flag("recursive", VIR_DOMAIN_MEMORY_FAILURE_RECURSIVE),
        })
    }
}

fn watchdog(action: &str) -> i32 {
    match action {
        "pause" => VIR_DOMAIN_EVENT_WATCHDOG_PAUSE,
        "reset" => VIR_DOMAIN_EVENT_WATCHDOG_RESET,
        "poweroff" => VIR_DOMAIN_EVENT_WATCHDOG_POWEROFF,
        "shutdown" => VIR_DOMAIN_EVENT_WATCHDOG_SHUTDOWN,
        "debug" => VIR_DOMAIN_EVENT_WATCHDOG_DEBUG,
        "inject-nmi" => VIR_DOMAIN_EVENT_WATCHDOG_INJECTNMI,
        _ => VIR_DOMAIN_EVENT_WATCHDOG_NONE,
    }
}

fn alias(disk: &Disk) -> &str {
    disk.place.alias.name.as_deref().unwrap_or_default()
}

/// The file's name where QEMU was given the folder of a socket open.
fn sockets_name(path: &str) -> Option<&str> {
    path.strip_prefix("/proc/self/fd/")?.split_once('/').map(|(_, name)| name)
}

/// The socket of that name among those of a machine's screens.
fn socket_of(machine: &Definition, name: &str) -> Option<String> {
    let listens = machine.devices.graphics.iter().flat_map(|graphics| match &graphics.kind {
        Kind::Vnc(vnc) => vnc.listens.as_slice(),
        Kind::Spice(spice) => spice.listens.as_slice(),
        Kind::Sdl(_) | Kind::Rdp(_) | Kind::Desktop(_) | Kind::EglHeadless(_) | Kind::Dbus(_) => &[],
    });
    let mut paths = listens.filter_map(|listen| match listen {
        Listen::Socket(socket) => socket.socket.as_deref(),
        Listen::None(_) | Listen::Address(_) | Listen::Network(_) => None,
    });
    paths.find(|path| path.rsplit('/').next() == Some(name)).map(str::to_owned)
}

/// The disk of a name, or of a path in QEMU's tree of objects.
pub fn disk_of<'a>(machine: &'a mut Definition, device: &str) -> Option<&'a mut Disk> {
    let at = place_of(machine, device)?;
    machine.devices.disks.get_mut(at)
}

fn place_of(machine: &Definition, device: &str) -> Option<usize> {
    let name =
        device.strip_prefix("/machine/peripheral/").map_or(device, |path| path.split('/').next().unwrap_or(path));
    machine.devices.disks.iter().position(|disk| alias(disk) == name)
}

/// What is so far below the top of a disk's image.
fn layer(disk: &Disk, depth: u32) -> Option<&Source> {
    let mut below = disk.backing_store.as_deref();
    if depth == 0 {
        return Some(&disk.source);
    }
    for _ in 1..depth {
        below = below?.below.as_deref();
    }
    below?.source.as_ref()
}

/// Of a file of this host.
fn path(source: &Source) -> Option<&str> {
    match source {
        Source::File(file) => file.path.as_deref(),
        Source::Block(block) => block.path.as_deref(),
        Source::Dir(_) | Source::Network(_) | Source::Volume(_) | Source::Nvme(_) => None,
        Source::VhostUser(_) | Source::VhostVdpa(_) | Source::Ctl(_) => None,
    }
}

/// By how much the guest's clock differed at first where QEMU counts from there.
fn first_adjustment(machine: &Definition) -> i64 {
    match &machine.clock.offset {
        Offset::Variable(variable) => variable.adjustment,
        _ => 0,
    }
}
