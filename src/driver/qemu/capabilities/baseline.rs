//! What several CPUs of mainframes have in common: only their emulator knows.

use serde_json::{Value, json};

use super::{Accelerator, Emulator, probe};
use crate::driver::qemu::error;
use crate::error::Result;
use crate::types::*;
use crate::xml::cpu::{AnyCpu, Feature, HostCpu};
use crate::xml::domain::cpu::Policy;
use crate::xml::domain_capabilities::cpu::Model as UsableModel;

/// The richest CPU that all of them can give to a guest; with `expand` every feature is told, by its name.
///
/// # Errors
/// `VIR_ERR_INVALID_ARG` for CPUs without a model, and models that the emulator has not; `VIR_ERR_OPERATION_FAILED` for features that
/// it has not, and CPUs with nothing in common.
pub fn baseline(
    emulator: &Emulator,
    accelerator: Accelerator,
    cpus: &[AnyCpu],
    usable: &[UsableModel],
    expand: bool,
) -> Result<HostCpu> {
    let invalid = |text: String| error(VIR_ERR_INVALID_ARG, text);
    let mut models = Vec::new();
    for (at, cpu) in cpus.iter().enumerate() {
        let (name, props) = described(cpu);
        let name = name.ok_or_else(|| invalid(format!("no CPU model specified at index {at}")))?;
        if !usable.iter().any(|model| model.name == name) {
            return Err(invalid(format!("CPU model '{name}' not supported by hypervisor")));
        }
        models.push(json!({ "name": name, "props": props }));
    }
    let Some((first, others)) = models.split_first() else { return Err(invalid("no CPUs given".to_owned())) };
    let answers = probe::ask(&emulator.binary, accelerator.word(), &[], |answers| {
        let common = match answers.last() {
            None => first.clone(),
            Some(answer) => kept(&answer["model"]),
        };
        let asked = answers.len();
        let expansion =
            |kind: &str| vec![question("query-cpu-model-expansion", json!({ "type": kind, "model": common }))];
        match others.get(asked) {
            // Of a model that it has not heard of nothing more is to be learnt.
            _ if answers.last() == Some(&Value::Null) => Vec::new(),
            Some(other) => vec![question("query-cpu-model-baseline", json!({ "modela": common, "modelb": other }))],
            None if asked > others.len() => Vec::new(),
            None if expand => expansion("full"),
            None if others.is_empty() => expansion("static"),
            None => Vec::new(),
        }
    })?;
    let model = &answers.last().unwrap_or(&Value::Null)["model"];
    let Some(name) = model["name"].as_str() else {
        let names: Vec<&str> = models.iter().filter_map(|model| model["name"].as_str()).collect();
        let text = format!(
            "'{}' finds no base of {}: a feature that it has not, or nothing in common",
            emulator.binary.display(),
            names.join(", ")
        );
        return Err(error(VIR_ERR_OPERATION_FAILED, text));
    };
    let on = model["props"].as_object().into_iter().flatten().filter(|(_, value)| **value == Value::Bool(true));
    let mut features: Vec<Feature> = on.map(|(name, _)| Feature { policy: None, name: name.clone() }).collect();
    if expand {
        features.sort_by(|one, other| one.name.cmp(&other.name));
    }
    Ok(HostCpu { model: Some(name.to_owned()), features, ..HostCpu::default() })
}

fn question(command: &str, arguments: Value) -> String {
    json!({ "execute": command, "arguments": arguments }).to_string()
}

/// A model with what it has; what it lacks is not said again.
fn kept(model: &Value) -> Value {
    let props = model["props"].as_object().into_iter().flatten().filter(|(_, value)| **value == Value::Bool(true));
    let props: serde_json::Map<String, Value> = props.map(|(name, value)| (name.clone(), value.clone())).collect();
    json!({ "name": model["name"], "props": props })
}

/// A CPU's model and features, as QEMU describes CPUs.
fn described(cpu: &AnyCpu) -> (Option<&str>, serde_json::Map<String, Value>) {
    match cpu {
        AnyCpu::Host(cpu) => {
            let features = cpu.features.iter().map(|feature| (feature.name.clone(), Value::Bool(true)));
            (cpu.model.as_deref(), features.collect())
        }
        AnyCpu::Guest(cpu) => {
            let features = cpu.features.iter().filter_map(|feature| match feature.policy {
                Policy::Force | Policy::Require => Some((feature.name.clone(), Value::Bool(true))),
                Policy::Disable | Policy::Forbid => Some((feature.name.clone(), Value::Bool(false))),
                Policy::Optional => None,
            });
            (cpu.model_name(), features.collect())
        }
    }
}
