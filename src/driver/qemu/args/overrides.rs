//! `<qemu:override>`: properties of devices that are not to be what they would be. Last of all, over the finished command line.

use serde_json::{Map, Value};

use crate::xml::domain::Domain;
use crate::xml::domain::namespace::{Property, PropertyType};

pub(super) fn apply(domain: &Domain, words: &mut [String]) {
    let Some(overrides) = &domain.namespaces.qemu.overrides else { return };
    for at in 1..words.len() {
        if words[at - 1] != "-device" {
            continue;
        }
        let Ok(Value::Object(mut device)) = serde_json::from_str::<Value>(&words[at]) else { continue };
        let id = device.get("id").and_then(Value::as_str).unwrap_or_default();
        let Some(own) = overrides.devices.iter().find(|one| one.alias == id) else { continue };
        for property in &own.properties {
            set(&mut device, property);
        }
        words[at] = Value::Object(device).to_string();
    }
}

fn set(device: &mut Map<String, Value>, property: &Property) {
    let text = property.value.clone().unwrap_or_default();
    let value = match property.kind {
        PropertyType::String => Value::from(text),
        PropertyType::Signed => Value::from(text.parse::<i64>().unwrap_or(0)),
        PropertyType::Unsigned => Value::from(text.parse::<u64>().unwrap_or(0)),
        PropertyType::Bool => Value::from(text == "true"),
        PropertyType::Remove => {
            device.shift_remove(&property.name);
            return;
        }
    };
    device.insert(property.name.clone(), value);
}
