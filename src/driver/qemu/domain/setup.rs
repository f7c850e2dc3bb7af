//! Commands that QEMU gets before a machine runs: what it has no arguments for.

use serde_json::{Value, json};

use super::Definition;
use crate::driver::qemu::args;
use crate::xml::domain::Action;
use crate::xml::domain::device::disk::{Bus, Disk};
use crate::xml::domain::device::graphics::{Connected, Kind, Password};
use crate::xml::domain::device::interface::LinkState;
use crate::xml::domain::device::memballoon::Model as BalloonModel;

/// In their order, as JSON.
pub fn commands(definition: &Definition) -> Vec<String> {
    let mut all: Vec<Value> = Vec::new();
    let mut add = |name: &str, arguments: Value| all.push(json!({ "execute": name, "arguments": arguments }));
    for graphics in &definition.devices.graphics {
        let (protocol, password) = match &graphics.kind {
            Kind::Vnc(vnc) => ("vnc", &vnc.password),
            Kind::Spice(spice) => ("spice", &spice.password),
            Kind::Sdl(_) | Kind::Rdp(_) | Kind::Desktop(_) | Kind::EglHeadless(_) | Kind::Dbus(_) => continue,
        };
        add_password(protocol, password, &mut add);
    }
    for card in &definition.devices.interfaces {
        if card.link == Some(LinkState::Down) {
            add("set_link", json!({ "name": card.alias.name, "up": false }));
        }
    }
    if let Some(balloon) = definition.devices.memballoon.as_deref()
        && balloon.model != BalloonModel::None
    {
        if balloon.stats_period > 0 {
            let path = format!("/machine/peripheral/{}", balloon.place.alias.name.as_deref().unwrap_or_default());
            let property = "guest-stats-polling-interval";
            add("qom-set", json!({ "path": path, "property": property, "value": balloon.stats_period }));
        }
        let current = definition.current_memory.size.kib;
        if current < definition.memory.size.kib {
            add("balloon", json!({ "value": current * 1024 }));
        }
    }
    for disk in &definition.devices.disks {
        if let Some(tune) = &disk.iotune {
            let mut limits = args::disk_limits(tune);
            limits.insert("id".to_owned(), Value::from(path_of(disk)));
            add("block_set_io_throttle", Value::Object(limits));
        }
    }
    // A guest that reboots ends then; the supervisor sees it end.
    if stops_at_reboot(definition) {
        add("set-action", json!({ "reboot": "shutdown" }));
    }
    all.iter().map(Value::to_string).collect()
}

/// Whether a reboot is not for QEMU to do.
fn stops_at_reboot(definition: &Definition) -> bool {
    matches!(definition.on_reboot, Some(Action::Destroy | Action::Preserve))
}

/// The command by which QEMU does at a reboot what a definition says now.
pub fn at_reboot(definition: &Definition) -> String {
    let action = if stops_at_reboot(definition) { "shutdown" } else { "reset" };
    json!({ "execute": "set-action", "arguments": { "reboot": action } }).to_string()
}

fn add_password(protocol: &str, password: &Password, add: &mut impl FnMut(&str, Value)) {
    let Some(text) = &password.password else { return };
    let mut arguments = json!({ "protocol": protocol, "password": text });
    if password.connected != Connected::Default {
        arguments["connected"] = password.connected.word().into();
    }
    add("set_password", arguments);
    if let Some(seconds) = password.valid_to.as_deref().and_then(|time| seconds_of(time)) {
        add("expire_password", json!({ "protocol": protocol, "time": seconds.to_string() }));
    }
}

/// Where QEMU's own commands find the image of a disk.
fn path_of(disk: &Disk) -> String {
    let alias = disk.place.alias.name.as_deref().unwrap_or_default();
    match disk.target.bus.unwrap_or_default() {
        Bus::Virtio => format!("/machine/peripheral/{alias}/virtio-backend"),
        Bus::Usb => format!("/machine/peripheral/{alias}/{alias}.0/legacy[0]"),
        Bus::Ide | Bus::Fdc | Bus::Scsi | Bus::Xen | Bus::Uml | Bus::Sata | Bus::Sd | Bus::Nvme => alias.to_owned(),
    }
}

/// Seconds since 1970 of `YYYY-MM-DDTHH:MM:SS`, in UTC.
fn seconds_of(time: &str) -> Option<i64> {
    let numbers: Vec<i64> = time.split(['-', 'T', ':']).map(str::parse).collect::<Result<_, _>>().ok()?;
    let [year, month, day, hour, minute, second] = numbers[..] else { return None };
    // Years that begin in March end with the leap day.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    let days = year * 365 + leaps + (153 * month + 2) / 5 + day - 719_469;
    Some(days * 86400 + hour * 3600 + minute * 60 + second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times() {
        assert_eq!(seconds_of("1970-01-01T00:00:00"), Some(0));
        assert_eq!(seconds_of("2000-02-29T12:34:56"), Some(951_827_696));
        assert_eq!(seconds_of("2000-02-29"), None);
    }

    #[test]
    fn what_has_no_argument_is_a_command() {
        let text = "<domain type='qemu'><name>a</name><memory unit='KiB'>2048</memory><currentMemory>1024</currentMemory>\
             <os><type>hvm</type></os><devices><disk><source file='/a'/><target dev='vda' bus='virtio'/>\
             <iotune><read_iops_sec>5</read_iops_sec></iotune><alias name='virtio-disk0'/></disk>\
             <graphics type='vnc' passwd='x' passwdValidTo='1970-01-01T00:01:00'/><memballoon model='virtio'/></devices></domain>";
        let options = crate::xml::Read { active: true, ..crate::xml::Read::default() };
        let (definition, _) = Definition::parse_with(text, options).unwrap();
        assert_eq!(
            commands(&definition),
            [
                r#"{"execute":"set_password","arguments":{"protocol":"vnc","password":"x"}}"#,
                r#"{"execute":"expire_password","arguments":{"protocol":"vnc","time":"60"}}"#,
                r#"{"execute":"balloon","arguments":{"value":1048576}}"#,
                r#"{"execute":"block_set_io_throttle","arguments":{"bps":0,"bps_rd":0,"bps_wr":0,"iops":0,"iops_rd":5,"iops_wr":0,"id":"/machine/peripheral/virtio-disk0/virtio-backend"}}"#,
            ]
        );
    }
}
