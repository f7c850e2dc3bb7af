//! What emulators tell only when they are asked more closely, which takes them longer than all else: their CPUs with an accelerator,
//! displays, interrupt controllers, encryption of memory.

use serde_json::{Map, Value, json};

use super::{CpuModel, Kvm, spelling};
use crate::sys::cpuid;
use crate::xml::domain::Hypervisor;

/// Leaf of CPUID that tells of AMD's encryption of memory.
const ENCRYPTION_LEAF: u32 = 0x8000_001f;

/// How machines run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Accelerator {
    Kvm,
    Tcg,
}

impl Accelerator {
    pub fn word(self) -> &'static str {
        match self {
            Self::Kvm => "kvm",
            Self::Tcg => "tcg",
        }
    }

    /// The one of a kind of domain; `None` for those that QEMU does not run here.
    pub fn of(hypervisor: Hypervisor, kvm: Kvm) -> Option<Self> {
        match hypervisor {
            Hypervisor::Qemu => Some(Self::Tcg),
            Hypervisor::Kvm => kvm.enabled.then_some(Self::Kvm),
            _ => None,
        }
    }

    pub(super) fn questions(self) -> &'static [&'static str] {
        match self {
            Self::Kvm => &QUESTIONS_KVM,
            Self::Tcg => &QUESTIONS_TCG,
        }
    }
}

const CPU_MODELS: &str = r#"{"execute":"query-cpu-definitions"}"#;
const SCHEMA: &str = r#"{"execute":"query-qmp-schema"}"#;
const GIC: &str = r#"{"execute":"query-gic-capabilities"}"#;
const SEV: &str = r#"{"execute":"query-sev-capabilities"}"#;
const SGX: &str = r#"{"execute":"query-sgx-capabilities"}"#;

/// In the order of the answers. The richest CPU comes twice: as it may move to another host, and as it may not.
const QUESTIONS_TCG: [&str; 7] = [
    CPU_MODELS,
    SCHEMA,
    GIC,
    SEV,
    SGX,
    r#"{"execute":"query-cpu-model-expansion","arguments":{"type":"static","model":{"name":"max"}}}"#,
    r#"{"execute":"query-cpu-model-expansion","arguments":{"type":"static","model":{"name":"max","props":{"migratable":false}}}}"#,
];

/// The last one tells which enlightenments KVM has for Windows.
const QUESTIONS_KVM: [&str; 8] = [
    CPU_MODELS,
    SCHEMA,
    GIC,
    SEV,
    SGX,
    r#"{"execute":"query-cpu-model-expansion","arguments":{"type":"static","model":{"name":"host"}}}"#,
    r#"{"execute":"query-cpu-model-expansion","arguments":{"type":"static","model":{"name":"host","props":{"migratable":false}}}}"#,
    r#"{"execute":"query-cpu-model-expansion","arguments":{"type":"full","model":{"name":"host","props":{"migratable":false,"hv-passthrough":true}}}}"#,
];

/// The answers, with what is not needed of the longest of them left out.
pub(super) fn distilled(mut answers: Vec<Value>) -> Vec<Value> {
    if let Some(schema) = answers.get_mut(1) {
        *schema = distilled_schema(schema);
    }
    answers
}

/// The commands, and the words for kinds of displays.
fn distilled_schema(schema: &Value) -> Value {
    let entries = || schema.as_array().into_iter().flatten();
    let named = |name: &Value| entries().find(|entry| entry["name"] == *name);
    let commands = entries().filter(|entry| entry["meta-type"] == "command");
    let commands: Vec<&Value> = commands.map(|entry| &entry["name"]).collect();
    let displays = named(&json!("query-display-options"))
        .and_then(|command| named(&command["ret-type"]))
        .and_then(|options| options["members"].as_array()?.iter().find(|member| member["name"] == "type"))
        .and_then(|member| named(&member["type"]))
        .map_or(Value::Null, |kinds| kinds["values"].clone());
    json!({ "commands": commands, "displays": displays })
}

/// What an emulator can do with an accelerator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    /// By QEMU's names, in the order in which it tells them.
    pub cpu_models: Vec<CpuModel>,
    commands: Vec<String>,
    displays: Vec<String>,
    pub interrupt_controllers: Vec<InterruptController>,
    pub encryption: Option<Encryption>,
    pub enclaves: Option<Enclaves>,
    /// The host's CPU (KVM), or the most that can be emulated.
    pub richest_cpu: Option<Properties>,
    /// Enlightenments for Windows, by libvirt's names; none where they are not told.
    pub enlightenments: Vec<String>,
}

/// A version of ARM's interrupt controller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InterruptController {
    pub version: u32,
    pub emulated: bool,
    pub in_kernel: bool,
}

/// AMD's SEV.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Encryption {
    pub platform: String,
    pub certificates: String,
    pub chip: Option<String>,
    pub encryption_bit: u32,
    pub lost_bits: u32,
}

impl Encryption {
    /// The most guests whose memory is encrypted, and the most whose registers are too.
    pub fn guests(&self) -> (u32, u32) {
        match cpuid::read(ENCRYPTION_LEAF, 0) {
            [_, _, all, first] if all != 0 && first != 0 => (all - first + 1, first - 1),
            _ => (0, 0),
        }
    }
}

/// Intel's SGX.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Enclaves {
    pub flexible: bool,
    pub version_1: bool,
    pub version_2: bool,
    /// Bytes of each NUMA node.
    pub sections: Vec<(u32, u64)>,
}

/// A CPU as QEMU describes it: the model that it starts from, and properties by QEMU's names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Properties {
    pub model: String,
    pub values: Map<String, Value>,
    /// The same when it may never move to another host; `None` where QEMU does not tell them apart.
    pub unmovable: Option<Map<String, Value>>,
}

impl Properties {
    /// Features by QEMU's names, with whether the CPU has them. `movable`: those of a guest that can move to another host.
    pub fn features(&self, movable: bool) -> impl Iterator<Item = (&str, bool)> {
        self.values.iter().filter_map(move |(name, value)| {
            let own = value.as_bool()?;
            let other = || self.unmovable.as_ref()?.get(name)?.as_bool();
            Some((name.as_str(), own || !movable && other() == Some(true)))
        })
    }

    /// All that QEMU has a word for, by libvirt's names; `movable`: without what keeps a guest from moving.
    pub fn known_features(&self, movable: bool) -> Vec<String> {
        let stays = |name: &&String| {
            let is_on = |values: &Map<String, Value>| values.get(*name).and_then(Value::as_bool) == Some(true);
            !is_on(&self.values) && self.unmovable.as_ref().is_some_and(is_on)
        };
        let names = self.values.keys().filter(|name| !movable || !stays(name));
        names.map(|name| spelling::from_qemu(name).to_owned()).collect()
    }

    pub fn text(&self, name: &str) -> Option<&str> {
        self.values.get(name)?.as_str()
    }

    pub fn number(&self, name: &str) -> u32 {
        self.values.get(name).and_then(Value::as_u64).unwrap_or(0) as u32
    }
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn number(value: &Value) -> u32 {
    value.as_u64().unwrap_or(0) as u32
}

impl Details {
    /// From the answers to [`Accelerator::questions`], distilled.
    pub(super) fn from_answers(answers: &[Value]) -> Option<Self> {
        let [models, schema, gic, sev, sgx, cpu, unmovable, rest @ ..] = answers else {
            return None;
        };
        let flag = |value: &Value| value.as_bool().unwrap_or(false);
        let controller = |one: &Value| InterruptController {
            version: number(&one["version"]),
            emulated: flag(&one["emulated"]),
            in_kernel: flag(&one["kernel"]),
        };
        let encryption = || Encryption {
            platform: text(&sev["pdh"]),
            certificates: text(&sev["cert-chain"]),
            chip: sev["cpu0-id"].as_str().map(str::to_owned),
            encryption_bit: number(&sev["cbitpos"]),
            lost_bits: number(&sev["reduced-phys-bits"]),
        };
        let sections = || sgx["sections"].as_array().into_iter().flatten();
        let enclaves = || Enclaves {
            flexible: flag(&sgx["flc"]),
            version_1: flag(&sgx["sgx1"]),
            version_2: flag(&sgx["sgx2"]),
            sections: sections().map(|one| (number(&one["node"]), one["size"].as_u64().unwrap_or(0))).collect(),
        };
        let values = |answer: &Value| answer["model"]["props"].as_object().cloned();
        Some(Self {
            cpu_models: models.as_array().into_iter().flatten().filter_map(CpuModel::from_answer).collect(),
            commands: texts(&schema["commands"]),
            displays: texts(&schema["displays"]),
            interrupt_controllers: gic.as_array().into_iter().flatten().map(controller).collect(),
            encryption: sev.is_object().then(encryption),
            enclaves: (sgx.is_object() && flag(&sgx["sgx"])).then(enclaves),
            richest_cpu: values(cpu).map(|values| Properties {
                model: text(&cpu["model"]["name"]),
                values,
                unmovable: unmovable["model"]["props"].as_object().cloned(),
            }),
            enlightenments: rest.first().and_then(values).map(|values| enlightenments(&values)).unwrap_or_default(),
        })
    }

    pub fn has_command(&self, name: &str) -> bool {
        self.commands.iter().any(|known| known == name)
    }

    pub fn has_display(&self, name: &str) -> bool {
        self.displays.iter().any(|known| known == name)
    }
}

/// By libvirt's names: `hv-vendor-id` is `vendor_id`.
fn enlightenments(values: &Map<String, Value>) -> Vec<String> {
    let is_there = |value: &Value| match value {
        Value::Bool(is_on) => *is_on,
        Value::Number(number) => number.as_u64().is_some_and(|number| number > 0),
        Value::String(_) => true,
        Value::Null | Value::Array(_) | Value::Object(_) => false,
    };
    let there = values.iter().filter(|(_, value)| is_there(value));
    there.filter_map(|(name, _)| Some(name.strip_prefix("hv-")?.replace('-', "_"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schema_is_distilled() {
        let schema = json!([
            { "name": "query-display-options", "meta-type": "command", "ret-type": "1" },
            { "name": "1", "meta-type": "object", "members": [{ "name": "full" }, { "name": "type", "type": "2" }] },
            { "name": "2", "meta-type": "enum", "values": ["sdl", "dbus"] },
        ]);
        let answers = distilled(vec![Value::Null, schema]);
        assert_eq!(answers[1], json!({ "commands": ["query-display-options"], "displays": ["sdl", "dbus"] }));
    }

    #[test]
    fn a_cpu_that_may_move_has_less() {
        let map = |value: Value| value.as_object().unwrap().clone();
        let cpu = Properties {
            model: "base".to_owned(),
            values: map(json!({ "sse": true, "invtsc": false, "x": false, "level": 13, "vendor": "AuthenticAMD" })),
            unmovable: Some(map(json!({ "sse": true, "invtsc": true, "x": false }))),
        };
        let has = |movable| cpu.features(movable).filter(|(_, has)| *has).map(|(name, _)| name).collect::<Vec<_>>();
        assert_eq!((has(true), has(false)), (vec!["sse"], vec!["sse", "invtsc"]));
        assert_eq!((cpu.text("vendor"), cpu.number("level")), (Some("AuthenticAMD"), 13));
    }

    #[test]
    fn enlightenments_have_libvirts_names() {
        let values =
            json!({ "hv-vendor-id": "", "hv-spinlocks": 4095, "hv-relaxed": false, "hv-vapic": true, "sse": true });
        let mut names = enlightenments(values.as_object().unwrap());
        names.sort_unstable();
        assert_eq!(names, ["spinlocks", "vapic", "vendor_id"]);
    }
}
