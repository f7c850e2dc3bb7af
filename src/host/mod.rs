//! The machine that this process runs on, as the kernel tells of it under `/proc` and `/sys`. Drivers that run machines on it share this.
//!
//! Nothing is kept: processors and memory come and go. Sources: proc(5), and `Documentation/ABI/` of the kernel.

mod capabilities;
mod cpu;
mod kvm;
mod memory;
mod numa;
mod smbios;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::types::*;
use crate::xml::CpuSet;

/// A host, by the folder that `/proc` and `/sys` are in.
#[derive(Clone, Debug)]
pub struct Host {
    root: PathBuf,
}

impl Default for Host {
    fn default() -> Self {
        Self { root: PathBuf::from("/") }
    }
}

impl Host {
    fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// The text of a file below the root.
    fn read(&self, path: &str) -> Result<String> {
        let path = self.path(path);
        fs::read_to_string(&path).map_err(|error| Error::system(&error, format!("cannot read '{}'", path.display())))
    }

    /// The number in a file; `None` where there is no such file or it holds something else.
    fn number(&self, path: &str) -> Option<u64> {
        fs::read_to_string(self.path(path)).ok()?.trim().parse().ok()
    }

    /// The list of numbers in a file (`0-3,8`); empty where there is no such file.
    fn list(&self, path: &str) -> CpuSet {
        let text = fs::read_to_string(self.path(path)).unwrap_or_default();
        CpuSet::parse_below(text.trim(), CpuSet::LIMIT).unwrap_or_default()
    }

    /// The numbers behind `prefix` of the folders in a folder (`node0`, `node1`), in order.
    fn numbered(&self, folder: &str, prefix: &str) -> Vec<u32> {
        let entries = fs::read_dir(self.path(folder)).into_iter().flatten().flatten();
        let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
        let mut numbers: Vec<u32> = names.filter_map(|name| name.strip_prefix(prefix)?.parse().ok()).collect();
        numbers.sort_unstable();
        numbers
    }

    fn write(&self, path: &str, value: u64) -> Result<()> {
        self.write_text(path, &value.to_string())
    }

    fn write_text(&self, path: &str, value: &str) -> Result<()> {
        let path = self.path(path);
        let written =
            fs::OpenOptions::new().write(true).open(&path).and_then(|mut file| file.write_all(value.as_bytes()));
        written.map_err(|error| {
            Error::system(&error, format!("cannot write {value} to '{}'", path.display())).without_origin()
        })
    }

    /// One whose files are below a folder.
    #[cfg(test)]
    pub fn below(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }
}

/// What a file of `/proc` says in a line `name: value unit`.
fn line<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    text.lines().find_map(|line| line.strip_prefix(name)?.trim_start().strip_prefix(':')).map(str::trim)
}

fn unexpected(path: &Path, what: &str) -> Error {
    Error::new(VIR_ERR_INTERNAL_ERROR, format!("'{}' does not tell {what}", path.display())).without_origin()
}

#[cfg(test)]
mod tests;
