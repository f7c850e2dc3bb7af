//! What events of QEMU's mean beside a step of the machine's life, which its supervisor has told.

use serde_json::Value;

use crate::event_hub::DomainEvent;
use crate::supervisor::journal::Record;
use crate::types::*;

/// What listeners are told of an event of QMP's.
pub fn translate(record: &Record) -> Option<DomainEvent> {
    let message: Value = serde_json::from_str(&record.content).ok()?;
    happening(message.get("event")?.as_str()?, message.get("data").unwrap_or(&Value::Null))
}

fn happening(name: &str, data: &Value) -> Option<DomainEvent> {
    let text = |key: &str| data.get(key).and_then(Value::as_str).map(str::to_owned);
    Some(match name {
        "RESET" => DomainEvent::Reboot,
        "RTC_CHANGE" => DomainEvent::RtcChange { offset: data.get("offset")?.as_i64()? },
        "WATCHDOG" => DomainEvent::Watchdog {
            action: match text("action")?.as_str() {
                "pause" => VIR_DOMAIN_EVENT_WATCHDOG_PAUSE,
                "reset" => VIR_DOMAIN_EVENT_WATCHDOG_RESET,
                "poweroff" => VIR_DOMAIN_EVENT_WATCHDOG_POWEROFF,
                "shutdown" => VIR_DOMAIN_EVENT_WATCHDOG_SHUTDOWN,
                "debug" => VIR_DOMAIN_EVENT_WATCHDOG_DEBUG,
                "inject-nmi" => VIR_DOMAIN_EVENT_WATCHDOG_INJECTNMI,
                _ => VIR_DOMAIN_EVENT_WATCHDOG_NONE,
            },
        },
        // Bytes; libvirt tells KiB.
        "BALLOON_CHANGE" => DomainEvent::BalloonChange { actual: data.get("actual")?.as_u64()? / 1024 },
        "DEVICE_DELETED" => DomainEvent::DeviceRemoved { alias: text("device")? },
        _ => return None,
    })
}
