//! Memory: how much there is, in pages of which sizes, and how the kernel merges equal pages.

use super::{Host, line, unexpected};
use crate::error::{Error, Result};
use crate::types::*;

/// KiB.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    pub total: u64,
    pub free: u64,
    /// Only of the host as a whole.
    pub buffers: u64,
    /// Only of the host as a whole.
    pub cached: u64,
}

const NODES: &str = "sys/devices/system/node";
const HUGE: &str = "hugepages/hugepages-";

impl Host {
    /// Of a NUMA node, or of the host as a whole.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` when there is no such node.
    pub fn memory(&self, node: Option<u32>) -> Result<Memory> {
        let path = match node {
            None => "proc/meminfo".to_owned(),
            Some(node) => format!("{NODES}/node{node}/meminfo"),
        };
        if let Some(node) = node.filter(|_| !self.path(&path).exists()) {
            return Err(Error::about("cellNum", format!("this host has no NUMA node {node}")).without_origin());
        }
        let text = self.read(&path)?;
        // A node's lines begin with its name: `Node 0 MemTotal: 8386980 kB`.
        let prefix = node.map_or_else(String::new, |node| format!("Node {node} "));
        let kib = |name: &str| {
            let value = text.lines().find_map(|one| line(one.strip_prefix(&prefix)?, name));
            value.and_then(|value| value.split_ascii_whitespace().next()?.parse().ok())
        };
        let total = kib("MemTotal").ok_or_else(|| unexpected(&self.path(&path), "how much memory there is"))?;
        let part = |name| kib(name).unwrap_or(0);
        Ok(Memory { total, free: part("MemFree"), buffers: part("Buffers"), cached: part("Cached") })
    }

    /// The sizes of pages that the host has, in KiB, the ordinary one first.
    pub fn page_sizes(&self) -> Vec<u32> {
        let mut sizes: Vec<u32> = self.huge_folders("sys/kernel/mm");
        sizes.insert(0, page_kib());
        sizes
    }

    /// The size of the huge pages that are taken where no size is given, in KiB.
    pub fn huge_page(&self) -> Option<u64> {
        self.amount("Hugepagesize")
    }

    /// How much can be swapped out, in KiB.
    pub fn swap(&self) -> Option<u64> {
        self.amount("SwapTotal")
    }

    /// What the kernel tells of memory by that name, in KiB.
    fn amount(&self, name: &str) -> Option<u64> {
        let text = self.read("proc/meminfo").ok()?;
        let value = text.lines().find_map(|one| line(one, name))?;
        value.split_ascii_whitespace().next()?.parse().ok()
    }

    fn huge_folders(&self, folder: &str) -> Vec<u32> {
        let entries = std::fs::read_dir(self.path(folder).join("hugepages")).into_iter().flatten().flatten();
        let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
        let size = |name: String| name.strip_prefix("hugepages-")?.strip_suffix("kB")?.parse().ok();
        let mut sizes: Vec<u32> = names.filter_map(size).collect();
        sizes.sort_unstable();
        sizes
    }

    /// How many pages of a size (KiB) a node or the whole host has, and how many of them are free.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_FAILED` when it has no pages of that size; those of [`Host::memory`].
    pub fn pages(&self, node: Option<u32>, size: u32) -> Result<(u64, u64)> {
        if size == page_kib() {
            let memory = self.memory(node)?;
            // Memory in huge pages is no ordinary memory, free or not.
            let huge: u64 = self
                .huge_folders("sys/kernel/mm")
                .into_iter()
                .map(|size| self.huge_pages(node, size).map_or(0, |(count, _)| count * u64::from(size)))
                .sum();
            return Ok((memory.total.saturating_sub(huge) / u64::from(size), memory.free / u64::from(size)));
        }
        self.huge_pages(node, size).ok_or_else(|| {
            let wherever = node.map_or_else(String::new, |node| format!(" on node {node}"));
            let text = format!("page size {size} KiB is not available{wherever}; the host has {:?}", self.page_sizes());
            Error::new(VIR_ERR_OPERATION_FAILED, text).without_origin()
        })
    }

    fn huge_pages(&self, node: Option<u32>, size: u32) -> Option<(u64, u64)> {
        let folder = huge_folder(node, size);
        Some((self.number(&format!("{folder}/nr_hugepages"))?, self.number(&format!("{folder}/free_hugepages"))?))
    }

    /// Reserves so many huge pages of a size (KiB), or with `add` so many more.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_UNSUPPORTED` for ordinary pages, `VIR_ERR_OPERATION_FAILED` when the host has no such pages, or the kernel found
    /// room for fewer; `VIR_ERR_SYSTEM_ERROR` when it refuses.
    pub fn reserve_pages(&self, node: Option<u32>, size: u32, count: u64, add: bool) -> Result<()> {
        let fail = |text: String| Err(Error::new(VIR_ERR_OPERATION_FAILED, text).without_origin());
        if size == page_kib() {
            let text = format!("system pages pool can't be modified: pages of {size} KiB are the ordinary ones");
            return Err(Error::new(VIR_ERR_OPERATION_UNSUPPORTED, text).without_origin());
        }
        let (there, _) = self.pages(node, size)?;
        let wanted = if add { there.saturating_add(count) } else { count };
        let path = format!("{}/nr_hugepages", huge_folder(node, size));
        self.write(&path, wanted)?;
        match self.number(&path) {
            Some(got) if got == wanted => Ok(()),
            got => fail(format!(
                "Unable to allocate {wanted} pages of {size} KiB, allocated {}: free memory, or reserve them at boot",
                got.unwrap_or(0)
            )),
        }
    }

    /// A setting or a figure of the kernel's merging of equal pages (`/sys/kernel/mm/ksm`); `None` where the kernel has none.
    pub fn merging(&self, name: &str) -> Option<u64> {
        self.number(&format!("sys/kernel/mm/ksm/{name}"))
    }

    /// Changes a setting of it.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` when the kernel refuses.
    pub fn set_merging(&self, name: &str, value: u64) -> Result<()> {
        self.write(&format!("sys/kernel/mm/ksm/{name}"), value)
    }
}

fn huge_folder(node: Option<u32>, size: u32) -> String {
    match node {
        None => format!("sys/kernel/mm/{HUGE}{size}kB"),
        Some(node) => format!("{NODES}/node{node}/{HUGE}{size}kB"),
    }
}

/// The size of an ordinary page in KiB.
fn page_kib() -> u32 {
    crate::sys::page_size() / 1024
}
