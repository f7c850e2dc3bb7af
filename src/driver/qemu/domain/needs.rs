//! What a machine needs of the host, looked at before QEMU is started where that costs next to nothing. What is missing is told with its
//! place in the document and what helps. What only QEMU finds out is in `fault`.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

use super::{Definition, Error, Result};
use crate::driver::qemu::address::pci;
use crate::driver::qemu::capabilities::Emulator;
use crate::driver::qemu::{error, image};
use crate::host::Host;
use crate::sys;
use crate::types::*;
use crate::xml::domain::Hypervisor;
use crate::xml::domain::cpu::Mode;
use crate::xml::domain::device::disk::{Device, Disk};
use crate::xml::domain::device::hostdev::{Hostdev, Kind, Usb};
use crate::xml::domain::device::source::{ImageFormat, Source, StartupPolicy};
use crate::xml::domain::memory::HugePages;
use crate::xml::nearest;

/// Where the kernel refuses what can never be there at once (vm.overcommit_memory in its Documentation/admin-guide/sysctl/vm.rst).
const HEURISTIC: &str = "0";

/// # Errors
/// The first of what is missing: `VIR_ERR_SYSTEM_ERROR` for files, `VIR_ERR_CONFIG_UNSUPPORTED` for what the host or the emulator does
/// not have, `VIR_ERR_OPERATION_FAILED` for devices, `VIR_ERR_NO_MEMORY`.
pub(super) fn check(definition: &Definition, emulator: &Emulator) -> Result<()> {
    let told = |missing: Missing| missing.into_error(&definition.name);
    kvm(definition).map_err(told)?;
    processor(definition, emulator).map_err(told)?;
    memory(definition).map_err(told)?;
    boot(definition).map_err(told)?;
    let disks = &definition.devices.disks;
    for (at, disk) in disks.iter().enumerate() {
        disk_image(disk, &numbered("disk", at, disks.len())).map_err(told)?;
    }
    let hostdevs = &definition.devices.hostdevs;
    for (at, hostdev) in hostdevs.iter().enumerate() {
        host_device(hostdev, &numbered("hostdev", at, hostdevs.len())).map_err(told)?;
    }
    Ok(())
}

/// What is missing, where the document asks for it, and what helps.
struct Missing {
    error: Error,
    path: String,
    remedy: String,
}

impl Missing {
    fn new(error: Error, path: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { error, path: path.into(), remedy: remedy.into() }
    }

    fn into_error(self, name: &str) -> Error {
        let error = self.error.from_origin(VIR_FROM_QEMU);
        error.with_addition(&format!(" (domain '{name}', {}); {}", self.path, self.remedy))
    }
}

type Needed<T = ()> = std::result::Result<T, Missing>;

/// The path of the `at`th of so many devices of a name.
fn numbered(name: &str, at: usize, count: usize) -> String {
    match count {
        1 => format!("/domain/devices/{name}"),
        _ => format!("/domain/devices/{name}[{}]", at + 1),
    }
}

fn kvm(definition: &Definition) -> Needed {
    const DEVICE: &str = "/dev/kvm";
    if definition.hypervisor != Hypervisor::Kvm {
        return Ok(());
    }
    let Err(cause) = OpenOptions::new().read(true).write(true).open(DEVICE) else { return Ok(()) };
    let why = Host::default().why_no_kvm().unwrap_or_default();
    let remedy = format!("{why}; or say type='qemu', which emulates the processor");
    let text = Error::system(&cause, format!("KVM cannot be used, {DEVICE}")).to_string();
    Err(Missing::new(error(VIR_ERR_CONFIG_UNSUPPORTED, text), "/domain/@type", remedy))
}

fn processor(definition: &Definition, emulator: &Emulator) -> Needed {
    let Some(cpu) = definition.cpu.as_ref().filter(|cpu| cpu.mode == Some(Mode::Custom)) else { return Ok(()) };
    let Some(model) = cpu.model.as_ref().and_then(|model| model.name.as_deref()) else { return Ok(()) };
    // Emulators of other architectures take names that they do not tell.
    let mut known = emulator.x86_models().peekable();
    if known.peek().is_none() || emulator.x86_models().any(|known| known == model) {
        return Ok(());
    }
    // The guest gets the nearest model that the emulator has, or is refused then.
    if crate::cpu::is_model("x86_64", model) {
        return Ok(());
    }
    let text = format!("CPU model {model} not supported by hypervisor");
    let like = nearest(model, known);
    let like = like.map_or(String::new(), |like| format!("did you mean '{like}'? "));
    let remedy = format!("{like}'{} -cpu help' lists those that there are", emulator.binary.display());
    Err(Missing::new(error(VIR_ERR_CONFIG_UNSUPPORTED, text), "/domain/cpu/model", remedy))
}

fn memory(definition: &Definition) -> Needed {
    let backing = &definition.memory_backing;
    if let Some(pages) = &backing.hugepages {
        return huge_pages(definition, pages);
    }
    let setting = fs::read_to_string("/proc/sys/vm/overcommit_memory").unwrap_or_default();
    let host = Host::default();
    let (Ok(memory), Some(swap)) = (host.memory(None), host.swap()) else { return Ok(()) };
    let (wanted, there) = (definition.memory.size.kib, memory.total + swap);
    if setting.trim() != HEURISTIC || wanted <= there {
        return Ok(());
    }
    let gib = |kib: u64| kib as f64 / f64::from(1 << 20);
    let text = format!(
        "the guest's memory, {:.1} GiB, is more than the host has with its swap, {:.1} GiB",
        gib(wanted),
        gib(there)
    );
    Err(Missing::new(
        Error::sentence(VIR_ERR_NO_MEMORY, format!("out of memory: {text}")),
        "/domain/memory",
        "ask for less",
    ))
}

/// Memory in huge pages of one size is there if so many are free.
fn huge_pages(definition: &Definition, pages: &HugePages) -> Needed {
    let host = Host::default();
    let size = match pages.pages.as_slice() {
        [] => host.huge_page(),
        [page] if page.nodeset.is_none() => Some(page.size.kib),
        _ => None,
    };
    let Some(size) = size.and_then(|size| u32::try_from(size).ok()) else { return Ok(()) };
    let free = host.pages(None, size).map_or(0, |(_, free)| free);
    let wanted = definition.memory.size.kib.div_ceil(u64::from(size.max(1)));
    if wanted <= free {
        return Ok(());
    }
    let text = format!("out of memory: the guest needs {wanted} hugepages of {size} KiB, and the host has {free} free");
    let remedy = "reserve more (virsh allocpages, or sysctl vm.nr_hugepages), or take <hugepages/> out";
    Err(Missing::new(Error::sentence(VIR_ERR_NO_MEMORY, text), "/domain/memoryBacking/hugepages", remedy))
}

fn boot(definition: &Definition) -> Needed {
    let os = &definition.os;
    let loader = os.loader.as_ref().and_then(|loader| loader.path.as_deref());
    let nvram = os.nvram.as_ref().filter(|nvram| nvram.path.as_ref().is_some_and(|path| !Path::new(path).exists()));
    let template = nvram.and_then(|nvram| nvram.template.as_deref());
    let files = [
        (os.kernel.as_deref(), "/domain/os/kernel"),
        (os.initrd.as_deref(), "/domain/os/initrd"),
        (os.shim.as_deref(), "/domain/os/shim"),
        (os.dtb.as_deref(), "/domain/os/dtb"),
        (loader.filter(|path| path.starts_with('/')), "/domain/os/loader"),
        (template, "/domain/os/nvram/@template"),
    ];
    let tables = os.acpi_tables.iter().map(|table| (table.path.as_deref(), "/domain/os/acpi/table"));
    for (file, path) in files.into_iter().chain(tables) {
        let Some(file) = file.map(Path::new) else { continue };
        let opened = fs::metadata(file).and_then(|status| match status.is_dir() {
            true => Err(io::Error::from_raw_os_error(libc::EISDIR)),
            false => sys::may_access(file, false, false),
        });
        opened.map_err(|cause| {
            let failure = Error::system(&cause, format!("cannot access '{}'", file.display()));
            Missing::new(failure, path, "install the file, or name another one")
        })?;
    }
    Ok(())
}

fn disk_image(disk: &Disk, element: &str) -> Needed {
    let (attribute, fd_group) = match &disk.source {
        Source::File(file) => ("file", file.fd_group.is_some()),
        Source::Block(_) => ("dev", false),
        Source::Dir(_) | Source::Network(_) | Source::Volume(_) | Source::Nvme(_) => return Ok(()),
        Source::VhostUser(_) | Source::VhostVdpa(_) | Source::Ctl(_) => return Ok(()),
    };
    if disk.source.is_empty() || fd_group {
        return Ok(());
    }
    let path = Path::new(disk.source.describe());
    let optional = disk.source.common().attributes.policy == StartupPolicy::Optional;
    if optional && !path.exists() {
        return Ok(());
    }
    let place = format!("{element}/source/@{attribute}");
    let write = !disk.readonly && disk.device != Device::Cdrom;
    let failed = |cause: io::Error| {
        let failure = Error::system(&cause, format!("Cannot access storage file '{}'", path.display()));
        Missing::new(failure, place.as_str(), remedy(&cause, path, write))
    };
    let status = fs::metadata(path).map_err(failed)?;
    if status.is_dir() {
        let text = format!("'{}' is a folder, and no image", path.display());
        let remedy = "name a file in it, or say type='dir' for a folder that the guest sees as a FAT disk";
        return Err(Missing::new(error(VIR_ERR_CONFIG_UNSUPPORTED, text), place, remedy));
    }
    sys::may_access(path, write, false).map_err(failed)?;
    // A part of a file has no mark at the file's begin.
    if !status.is_file() || disk.source.common().children.slices.is_some() {
        return Ok(());
    }
    let file = File::open(path).map_err(failed)?;
    let format = disk.driver.format.unwrap_or(ImageFormat::Raw);
    if !image::may_be(&file, format).map_err(failed)? {
        let own = image::format(&file).map_err(failed)?;
        let text = format!("'{}' is not of format '{}'", path.display(), format.word());
        let remedy = format!("it looks like '{}'", own.word());
        return Err(Missing::new(error(VIR_ERR_CONFIG_UNSUPPORTED, text), format!("{element}/driver/@type"), remedy));
    }
    Ok(())
}

/// What helps where an image cannot be opened.
fn remedy(cause: &io::Error, path: &Path, write: bool) -> String {
    match cause.kind() {
        io::ErrorKind::NotFound => {
            format!("make it with 'qemu-img create', or name another one: {}", nearest_folder(path))
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            let (to, else_) = if write { ("read and write", ", or say <readonly/>") } else { ("read", "") };
            format!("let user {} {to} it and search its folders{else_}", sys::user_id())
        }
        _ => "name another image".to_owned(),
    }
}

/// How much of a path there is.
fn nearest_folder(path: &Path) -> String {
    let there = path.ancestors().skip(1).find(|folder| folder.is_dir()).unwrap_or(Path::new("/"));
    format!("the folder '{}' is there", there.display())
}

fn host_device(hostdev: &Hostdev, element: &str) -> Needed {
    const DEVICES: &str = "/sys/bus/pci/devices";
    match &hostdev.kind {
        Kind::Pci(device) => {
            let name = pci::text(&device.address);
            let folder = format!("{DEVICES}/{name}");
            let text = format!("Device {name} not found: could not access {folder}");
            let remedy = "'lspci -D' lists those that there are";
            let missing =
                || Missing::new(error(VIR_ERR_OPERATION_FAILED, text), format!("{element}/source/address"), remedy);
            Path::new(&folder).exists().then_some(()).ok_or_else(missing)
        }
        Kind::Mdev(device) => {
            let folder = format!("/sys/bus/mdev/devices/{}", device.uuid);
            let text = format!("mediated device '{}' not found: could not access {folder}", device.uuid);
            let remedy = "'mdevctl list' lists those that there are; 'mdevctl start' makes one";
            let missing = || {
                Missing::new(error(VIR_ERR_OPERATION_FAILED, text), format!("{element}/source/address/@uuid"), remedy)
            };
            Path::new(&folder).exists().then_some(()).ok_or_else(missing)
        }
        Kind::Usb(device) => usb(device, element),
        Kind::Scsi(_) | Kind::ScsiHost(_) | Kind::Storage(_) | Kind::Misc(_) | Kind::Net(_) => Ok(()),
    }
}

fn usb(device: &Usb, element: &str) -> Needed {
    // What need not be there may come later.
    if matches!(device.policy, StartupPolicy::Optional | StartupPolicy::Requisite) {
        return Ok(());
    }
    let folders = fs::read_dir("/sys/bus/usb/devices").into_iter().flatten().flatten();
    let is = |folder: &Path, file: &str, wanted: Option<u32>, radix: u32| {
        let text = fs::read_to_string(folder.join(file)).unwrap_or_default();
        wanted.is_none_or(|wanted| u32::from_str_radix(text.trim(), radix) == Ok(wanted))
    };
    let place = device.address.as_ref();
    let (vendor, product) = (device.vendor.map(|id| id.0 as u32), device.product.map(|id| id.0 as u32));
    let mut folders = folders.map(|folder| folder.path()).filter(|folder| folder.join("idVendor").exists());
    let found = folders.any(|folder| {
        is(&folder, "idVendor", vendor, 16)
            && is(&folder, "idProduct", product, 16)
            && is(&folder, "busnum", place.map(|place| place.bus), 10)
            && is(&folder, "devnum", place.map(|place| place.device), 10)
    });
    if found {
        return Ok(());
    }
    let ids = vendor.zip(product).map(|(vendor, product)| format!(" {vendor:04x}:{product:04x}"));
    let address = place.map(|place| format!(" bus:{} device:{}", place.bus, place.device));
    let text = format!("Did not find USB device{}{}", ids.unwrap_or_default(), address.unwrap_or_default());
    let remedy = "'lsusb' lists those that there are; startupPolicy='optional' starts without";
    Err(Missing::new(error(VIR_ERR_OPERATION_FAILED, text), format!("{element}/source"), remedy))
}
