//! A command line in the making, and the properties of devices and backends, which are JSON.

use std::path::PathBuf;

use serde_json::{Map, Value};

use crate::xml::OnOff;

/// What QEMU gets as an open file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attached {
    /// A file that has this content.
    Secret(String),
    /// A file or device of the host, to read and write.
    Device(PathBuf),
    /// A queue of the tap that the card at this place of the document is on.
    Tap { card: usize },
    /// The kernel's part of a queue, `/dev/vhost-net` or what stands for it.
    Vhost(PathBuf),
}

#[derive(Debug, Default)]
pub struct Line {
    pub words: Vec<String>,
    pub files: Vec<Attached>,
    /// The number of the first of them.
    first_file: i32,
}

impl Line {
    pub fn of(program: &str, first_file: i32) -> Self {
        Self { words: vec![program.to_owned()], files: Vec::new(), first_file }
    }

    pub fn flag(&mut self, name: &str) {
        self.words.push(name.to_owned());
    }

    pub fn option(&mut self, name: &str, value: impl Into<String>) {
        self.words.extend([name.to_owned(), value.into()]);
    }

    /// Gives QEMU an open file; its number.
    pub fn attach(&mut self, file: Attached) -> i32 {
        self.files.push(file);
        self.first_file + self.files.len() as i32 - 1
    }

    /// Gives QEMU a secret that is in no command line; it is called `id`.
    pub fn secret(&mut self, id: &str, content: String) {
        let number = self.attach(Attached::Secret(content));
        self.json("-object", Properties::object("secret", id).with("file", format!("/proc/self/fd/{number}")));
    }

    /// What `make` adds, by itself: the numbers of files go on.
    pub fn part<E>(&mut self, make: impl FnOnce(&mut Self) -> Result<(), E>) -> Result<Vec<String>, E> {
        let files = std::mem::take(&mut self.files);
        let mut part = Self { words: Vec::new(), files, first_file: self.first_file };
        let made = make(&mut part);
        self.files = part.files;
        made.map(|()| part.words)
    }

    pub fn json(&mut self, name: &str, properties: Properties) {
        if let Some((uid, fid)) = properties.zpci {
            let mut device = Properties::device("zpci").with("uid", uid).with("fid", fid);
            device.maybe("target", properties.map.get("id").cloned());
            self.json("-device", device.with("id", format!("zpci{uid}")));
        }
        self.option(name, Value::Object(properties.map).to_string());
    }
}

/// In the order in which they are set.
#[derive(Clone, Debug, Default)]
pub struct Properties {
    map: Map<String, Value>,
    /// How an S390 machine's PCI bus knows the device: a device of its own before it.
    pub zpci: Option<(u64, u64)>,
}

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
        self.map.insert(name.to_owned(), value.into());
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

    /// Whether a memory backend is as any machine has one by itself.
    pub fn is_plain_memory(&self) -> bool {
        let special = ["share", "host-nodes", "hugetlb"];
        self.map.get("qom-type").is_some_and(|kind| kind == "memory-backend-ram")
            && special.iter().all(|name| !self.map.contains_key(*name))
    }

    /// Whether these are a file's that QEMU gets open.
    pub fn is_passed(&self) -> bool {
        self.map.get("filename").and_then(Value::as_str).is_some_and(|name| name.starts_with("/dev/fdset/"))
    }

    pub fn append(&mut self, other: &mut Self) {
        self.map.append(&mut other.map);
    }

    pub fn into_map(self) -> Map<String, Value> {
        self.map
    }

    pub fn into_value(self) -> Value {
        Value::Object(self.map)
    }
}

/// A value in an option that is no JSON: commas are doubled.
pub fn quoted(text: &str) -> String {
    text.replace(',', ",,")
}
