//! What a record of the journal says that is no event of QMP's. Steps of life are written by supervisors too (`supervisor/server/diary.rs`).

use serde_json::{Value, json};

use super::Stamp;
use crate::event_hub::DomainEvent;
use crate::supervisor::journal::Record;
use crate::types::*;

/// Something that happened to a machine, and that a program or a supervisor did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happening {
    /// A step of its life: a `VIR_DOMAIN_EVENT_…` and its detail.
    Lifecycle {
        event: i32,
        detail: i32,
    },
    /// It was defined, for the first time or again.
    Defined {
        again: bool,
    },
    Undefined,
    Renamed {
        name: String,
    },
    /// Its definition is about to be changed: what comes of it will be said.
    Changing,
    /// That has been done, or has failed, and is told in words of its own.
    Changed,
    /// A `VIR_DOMAIN_METADATA_…` and, for an element, its namespace.
    Metadata {
        kind: i32,
        uri: Option<String>,
    },
}

impl Happening {
    pub fn new_name(&self) -> Option<&str> {
        match self {
            Self::Renamed { name } => Some(name),
            Self::Lifecycle { .. } | Self::Defined { .. } | Self::Undefined => None,
            Self::Changing | Self::Changed | Self::Metadata { .. } => None,
        }
    }

    /// A record's content; `file` is the definition's as it is now.
    pub(super) fn content(&self, file: Option<Stamp>) -> String {
        let file = file.map(|Stamp { device, inode, size, changed }| json!([device, inode, size, changed]));
        let content = match self {
            Self::Lifecycle { event, detail } => json!({ "lifecycle": [event, detail] }),
            Self::Defined { again } => json!({ "defined": again, "file": file }),
            Self::Undefined => json!({ "undefined": true }),
            Self::Renamed { name } => json!({ "renamed": name, "file": file }),
            Self::Changing => json!({ "changing": true }),
            Self::Changed => json!({ "changed": true, "file": file }),
            Self::Metadata { kind, uri } => json!({ "metadata": kind, "uri": uri }),
        };
        content.to_string()
    }

    /// What a record's content says, and the definition's file; `None` for an event of QMP's.
    pub(super) fn parse(content: &str) -> Option<(Self, Option<Stamp>)> {
        let value: Value = serde_json::from_str(content).ok()?;
        let (word, given) = value.as_object()?.iter().next()?;
        let int = |value: &Value| value.as_i64().and_then(|number| i32::try_from(number).ok());
        let file = value.get("file").and_then(|file| {
            let number = |at| file.get(at).and_then(Value::as_u64);
            let changed = file.get(3).and_then(Value::as_i64)?;
            Some(Stamp { device: number(0)?, inode: number(1)?, size: number(2)?, changed })
        });
        let happening = match word.as_str() {
            "lifecycle" => Self::Lifecycle { event: int(given.get(0)?)?, detail: int(given.get(1)?)? },
            "defined" => Self::Defined { again: given.as_bool()? },
            "undefined" => Self::Undefined,
            "renamed" => Self::Renamed { name: given.as_str()?.to_owned() },
            "changing" => Self::Changing,
            "changed" => Self::Changed,
            "metadata" => {
                let uri = value.get("uri").and_then(Value::as_str).map(str::to_owned);
                Self::Metadata { kind: int(given)?, uri }
            }
            _ => return None,
        };
        Some((happening, file))
    }

    /// What listeners are told, each with the machine's name then.
    pub(super) fn events(&self, record: &Record) -> Vec<(String, DomainEvent)> {
        let life = |event, detail| DomainEvent::Lifecycle { event, detail };
        let one = |event| vec![(record.name.clone(), event)];
        match self {
            Self::Lifecycle { event, detail } => one(life(*event, *detail)),
            Self::Defined { again: false } => one(life(VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_ADDED)),
            Self::Defined { again: true } => one(life(VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_UPDATED)),
            Self::Undefined => one(life(VIR_DOMAIN_EVENT_UNDEFINED, VIR_DOMAIN_EVENT_UNDEFINED_REMOVED)),
            Self::Renamed { name } => vec![
                (record.name.clone(), life(VIR_DOMAIN_EVENT_UNDEFINED, VIR_DOMAIN_EVENT_UNDEFINED_RENAMED)),
                (name.clone(), life(VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_RENAMED)),
            ],
            Self::Changing | Self::Changed => Vec::new(),
            Self::Metadata { kind, uri } => one(DomainEvent::MetadataChange { kind: *kind, uri: uri.clone() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let file = Some(Stamp { device: 1, inode: u64::MAX, size: 3, changed: -4 });
        let uri = Some("a\"b".to_owned());
        let with_file =
            [Happening::Defined { again: true }, Happening::Renamed { name: "n".to_owned() }, Happening::Changed];
        for one in with_file {
            assert_eq!(Happening::parse(&one.content(file)), Some((one, file)));
        }
        let without = [
            Happening::Lifecycle { event: 3, detail: 1 },
            Happening::Undefined,
            Happening::Changing,
            Happening::Metadata { kind: 2, uri },
            Happening::Metadata { kind: 0, uri: None },
        ];
        for one in without {
            assert_eq!(Happening::parse(&one.content(None)), Some((one, None)));
        }
        for other in [r#"{"event": "STOP"}"#, "[1]", "", "{}", r#"{"lifecycle": [1]}"#] {
            assert_eq!(Happening::parse(other), None);
        }
    }
}
