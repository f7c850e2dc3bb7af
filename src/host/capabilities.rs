//! What the host tells of itself in `<capabilities>`, but for what only a hypervisor knows.

use std::collections::BTreeMap;
use std::fs;

use super::Host;
use crate::cpu;
use crate::error::Result;
use crate::xml::capabilities::host::{Host as Capabilities, PowerManagement};
use crate::xml::capabilities::resource::{Bank, Cache, CacheType};
use crate::xml::cpu::{HostCpu, PageSize};
use crate::xml::{Size, WholeSize, YesNo};

/// Caches nearer to the processor belong to one core, and nobody can divide them.
const NEAREST_SHARED_CACHE: u64 = 3;

/// The alarm of the host's clock.
const ALARM: &str = "sys/class/rtc/rtc0/wakealarm";

impl Host {
    /// # Errors
    /// When the kernel does not tell of its memory or processors.
    pub fn capabilities(&self, era: cpu::Era) -> Result<Capabilities> {
        Ok(Capabilities {
            cpu: HostCpu {
                pages: self.page_sizes().into_iter().map(|kib| PageSize { kib }).collect(),
                ..cpu::of_host(self, None, era)?
            },
            power_management: Some(self.sleep()),
            iommu: Some(if self.has_iommu() { YesNo::Yes } else { YesNo::No }),
            topology: Some(self.numa()?),
            cache: Cache { banks: self.caches(), ..Cache::default() },
            ..Capabilities::default()
        })
    }

    /// How the host can sleep.
    pub fn sleep(&self) -> PowerManagement {
        let states = self.read("sys/power/state").unwrap_or_default();
        let has = |state| states.split_ascii_whitespace().any(|word| word == state);
        // A hybrid sleep writes memory to disk and then sleeps.
        let (memory, disk) = (has("mem"), has("disk"));
        PowerManagement { memory, disk, hybrid: memory && disk }
    }

    /// Wakes the host in so many seconds.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` when its clock has no alarm, or not for this user.
    pub fn set_alarm(&self, seconds: u64) -> Result<()> {
        // One that is set already would be refused another time.
        self.write(ALARM, 0)?;
        self.write_text(ALARM, &format!("+{seconds}"))
    }

    /// Puts the host to sleep; it is awake again when this returns. `state` is the kernel's word; a `hybrid` sleep also stays in memory.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` when the kernel refuses.
    pub fn fall_asleep(&self, state: &str, hybrid: bool) -> Result<()> {
        if hybrid {
            self.write_text("sys/power/disk", "suspend")?;
        }
        self.write_text("sys/power/state", state)
    }

    fn has_iommu(&self) -> bool {
        fs::read_dir(self.path("sys/kernel/iommu_groups")).is_ok_and(|mut groups| groups.next().is_some())
    }

    /// Whether devices of PCI can be given to a guest.
    pub fn can_pass_pci_on(&self) -> bool {
        self.path("dev/vfio/vfio").exists() && self.has_iommu()
    }

    /// Whether a mainframe keeps guests' memory from itself.
    pub fn protects_guests(&self) -> bool {
        self.number("sys/firmware/uv/prot_virt_host") == Some(1)
    }

    /// The caches that processors share.
    fn caches(&self) -> Vec<Bank> {
        let mut banks = BTreeMap::new();
        for cpu in self.online_cpus().iter() {
            let folder = format!("sys/devices/system/cpu/cpu{cpu}/cache");
            for index in self.numbered(&folder, "index") {
                let file = |name| format!("{folder}/index{index}/{name}");
                let number = |name| self.number(&file(name));
                let Some((level, id)) = number("level").zip(number("id")) else { continue };
                let kind = match self.read(&file("type")).unwrap_or_default().trim() {
                    "Data" => CacheType::Data,
                    "Instruction" => CacheType::Code,
                    _ => CacheType::Both,
                };
                if level >= NEAREST_SHARED_CACHE {
                    banks.entry((level, kind.word(), id)).or_insert_with(|| Bank {
                        id: id as u32,
                        level: level as u32,
                        kind,
                        size: WholeSize(kib(&self.read(&file("size")).unwrap_or_default())),
                        cpus: self.list(&file("shared_cpu_list")),
                        controls: Vec::new(),
                    });
                }
            }
        }
        banks.into_values().collect()
    }
}

/// `32768K`
fn kib(text: &str) -> Size {
    let text = text.trim();
    let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let number: u64 = digits.parse().unwrap_or(0);
    let factor = match &text[digits.len()..] {
        "M" => 1024,
        "G" => 1024 * 1024,
        _ => 1,
    };
    Size { kib: number.saturating_mul(factor) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_as_the_kernel_writes_them() {
        assert_eq!((kib("32768K\n").kib, kib("4M").kib, kib("").kib), (32768, 4096, 0));
    }

    #[test]
    fn this_host_tells_of_itself() {
        let capabilities = Host::default().capabilities(cpu::Era::Libvirt9_0).unwrap();
        let cells = capabilities.topology.unwrap().cells;
        assert!(cells.iter().any(|cell| !cell.cpus.is_empty()));
        assert!(!capabilities.cpu.pages.is_empty());
    }
}
