//! A command line in the making, and the properties of devices and backends, which are JSON.

use serde_json::{Map, Value};

use crate::xml::OnOff;

#[derive(Debug, Default)]
pub struct Line(pub Vec<String>);

impl Line {
    pub fn flag(&mut self, name: &str) {
        self.0.push(name.to_owned());
    }

    pub fn option(&mut self, name: &str, value: impl Into<String>) {
        self.0.extend([name.to_owned(), value.into()]);
    }

    pub fn json(&mut self, name: &str, properties: Properties) {
        self.option(name, Value::Object(properties.0).to_string());
    }
}

/// In the order in which they are set.
#[derive(Clone, Debug, Default)]
pub struct Properties(Map<String, Value>);

impl Properties {
    pub fn device(driver: &str) -> Self {
        Self::of("driver", driver)
    }

    pub fn object(kind: &str, id: &str) -> Self {
        Self::of("qom-type", kind).with("id", id)
    }

    pub fn of(name: &str, value: &str) -> Self {
        Self::default().with(name, value)
    }

    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.set(name, value);
        self
    }

    pub fn set(&mut self, name: &str, value: impl Into<Value>) {
        self.0.insert(name.to_owned(), value.into());
    }

    pub fn maybe(&mut self, name: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.set(name, value);
        }
    }

    pub fn switch(&mut self, name: &str, value: Option<OnOff>) {
        self.maybe(name, value.map(|value| value == OnOff::On));
    }

    pub fn nonzero(&mut self, name: &str, value: u32) {
        self.maybe(name, Some(value).filter(|value| *value > 0));
    }

    /// The thread that serves the device; 0 is QEMU's main thread.
    pub fn iothread(&mut self, id: u32) {
        self.maybe("iothread", Some(id).filter(|id| *id > 0).map(|id| format!("iothread{id}")));
    }

    pub fn append(&mut self, other: &mut Self) {
        self.0.append(&mut other.0);
    }

    pub fn into_value(self) -> Value {
        Value::Object(self.0)
    }
}

/// A value in an option that is no JSON: commas are doubled.
pub fn quoted(text: &str) -> String {
    text.replace(',', ",,")
}
