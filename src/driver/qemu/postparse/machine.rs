//! The machine itself: its type, and what its board always has.

use std::path::Path;

use super::{Driver, cpu};
use crate::driver::qemu::board::Board;
use crate::driver::qemu::definition;
use crate::types::*;
use crate::xml::domain::Domain;
use crate::xml::domain::device::audio::{self, Audio};
use crate::xml::domain::device::controller::{Controller, Type as ControllerType};
use crate::xml::domain::device::graphics;
use crate::xml::domain::device::input::{Bus, Input, Type as InputType};
use crate::xml::domain::device::memory::{Memory, Model as MemoryModel};
use crate::xml::domain::device::panic::{Model as PanicModel, Panic};
use crate::xml::domain::features::{Gic, GicVersion};
use crate::xml::domain::os::{LoaderType, Nvram};
use crate::xml::{CpuSet, Fault, OnOff, YesNo, nearest};

/// Of the memory of ppc64, in KiB.
const PPC64_BLOCK: u64 = 256 << 10;

pub(super) fn complete(domain: &mut Domain, driver: Driver) -> Result<(), Fault> {
    if domain.bootloader.is_some() || domain.bootloader_args.is_some() {
        return Err(Fault::unsupported("bootloader is not supported by QEMU"));
    }
    domain.devices.emulator.get_or_insert_with(|| driver.emulator.binary.display().to_string());
    if domain.os.machine.is_none() {
        domain.os.machine = Some(preferred_machine(domain, driver)?);
    }
    check_machine(domain, driver)?;
    complete_nvram(domain, driver);
    if Board::of(domain).is_ppc64() {
        domain.devices.memories.iter_mut().try_for_each(align_module)?;
    }
    complete_memory(domain);
    let board = Board::of(domain);
    add_devices(domain, board)?;
    let name = domain.os.machine.as_deref().unwrap_or_default();
    if let Some(machine) = driver.emulator.machine(name) {
        domain.os.machine = Some(machine.name.clone());
    }
    cpu::complete(domain, board, driver.emulator)?;
    if board == Board::ArmVirt || domain.features.gic.as_ref().is_some_and(|gic| gic.version.is_none()) {
        let gic = domain.features.gic.get_or_insert_with(Gic::default);
        gic.version.get_or_insert(GicVersion::V2);
    }
    forget_own_sockets(domain, driver.lib);
    check_vcpus(domain)?;
    check_tseg(domain, board)?;
    fill_first_cell(domain);
    Ok(())
}

/// Memory of ppc64 comes in blocks; what an NVDIMM's file has beyond the last whole one is not shown.
fn align_module(module: &mut Memory) -> Result<(), Fault> {
    let size = &mut module.target.size.kib;
    if module.model != MemoryModel::Nvdimm {
        *size = size.next_multiple_of(PPC64_BLOCK);
        return Ok(());
    }
    let label = module.target.label_size.unwrap_or_default().kib;
    match size.saturating_sub(label) / PPC64_BLOCK {
        0 => {
            let text = "minimum target size for the NVDIMM must be 256MB plus the label size";
            Err(Fault::xml(text).at("/domain/devices/memory/target/size"))
        }
        blocks => {
            *size = blocks * PPC64_BLOCK + label;
            Ok(())
        }
    }
}

/// Sockets that libvirt once made up for VNC are none that anybody asked for.
fn forget_own_sockets(domain: &mut Domain, lib: &Path) {
    let own = |path: &str| Path::new(path).starts_with(lib);
    for graphics in &mut domain.devices.graphics {
        let graphics::Kind::Vnc(vnc) = &mut graphics.kind else { continue };
        vnc.socket = vnc.socket.take().filter(|path| !own(path));
        for listen in &mut vnc.listens {
            if matches!(listen, graphics::Listen::Socket(socket) if socket.socket.as_deref().is_some_and(own)) {
                *listen = graphics::Listen::Address(graphics::Address::default());
            }
        }
    }
}

/// The memory that only system management mode sees.
fn check_tseg(domain: &Domain, board: Board) -> Result<(), Fault> {
    let Some(smm) = domain.features.smm.as_ref().filter(|smm| smm.state == OnOff::On) else { return Ok(()) };
    let Some(tseg) = &smm.tseg else { return Ok(()) };
    let fault = |text: &str| Fault::unsupported(text).at("/domain/features/smm/tseg");
    if board != Board::Q35 {
        return Err(fault("SMM TSEG is only supported with q35 machine type").expecting("leave it out"));
    }
    if tseg.0.0.kib % 1024 != 0 {
        return Err(fault("SMM TSEG size must be divisible by 1 MiB"));
    }
    Ok(())
}

/// Processors that no node has are the first one's.
fn fill_first_cell(domain: &mut Domain) {
    let most = domain.vcpu.maximum.unwrap_or(1);
    let Some(numa) = domain.cpu.as_mut().and_then(|cpu| cpu.numa.as_mut()) else { return };
    let count: usize = numa.cells.iter().filter_map(|cell| cell.cpus.as_ref()).map(CpuSet::len).sum();
    let Some((first, others)) = numa.cells.split_first_mut() else { return };
    if count < most as usize {
        let mut rest = CpuSet::default();
        rest.insert(0, most - 1);
        for cpu in others.iter().filter_map(|cell| cell.cpus.as_ref()).flat_map(CpuSet::iter) {
            rest.remove(cpu);
        }
        first.cpus = Some(rest);
    }
}

/// A board that nobody knows has nothing; before anything is said of that.
fn check_machine(domain: &Domain, driver: Driver) -> Result<(), Fault> {
    let machine = domain.os.machine.as_deref().unwrap_or_default();
    if driver.emulator.machine(machine).is_some() {
        return Ok(());
    }
    let binary = domain.devices.emulator.as_deref().unwrap_or_default();
    let text = format!("Emulator '{binary}' does not support machine type '{machine}'");
    let names = driver.emulator.machines.iter().flat_map(|known| [Some(known.name.as_str()), known.alias.as_deref()]);
    let like = nearest(machine, names.flatten()).map_or(String::new(), |like| format!("did you mean '{like}'? "));
    let hint = format!("{like}'{binary} -machine help' lists those that it has");
    Err(Fault::unsupported(text).at("/domain/os/type/@machine").expecting(hint))
}

fn preferred_machine(domain: &Domain, driver: Driver) -> Result<String, Fault> {
    let emulator = driver.emulator;
    let preferred = emulator.default_machine().or_else(|| match emulator.target.as_str() {
        "arm" | "aarch64" | "riscv32" | "riscv64" => emulator.machine("virt"),
        _ => emulator.machines.iter().find(|machine| machine.name != "none"),
    });
    preferred.map(|machine| machine.name.clone()).ok_or_else(|| {
        let binary = domain.devices.emulator.as_deref().unwrap_or_default();
        let text = format!("could not get preferred machine for {binary} type={}", domain.hypervisor.word());
        Fault::new(VIR_ERR_INVALID_ARG, text)
    })
}

/// A machine of NUMA nodes has what they have together, and what is plugged in.
fn complete_memory(domain: &mut Domain) {
    let cells = domain.cpu.iter().filter_map(|cpu| cpu.numa.as_ref()).flat_map(|numa| &numa.cells);
    let in_cells: u64 = cells.map(|cell| cell.memory.kib).sum();
    if in_cells > 0 {
        let plugged: u64 = domain.devices.memories.iter().map(|memory| memory.target.size.kib).sum();
        domain.memory.size.kib = in_cells + plugged;
        domain.current_memory.size = domain.current_memory.size.min(domain.memory.size);
    }
}

/// UEFI by the path of its read-only part keeps its variables in a file of the machine's.
fn complete_nvram(domain: &mut Domain, driver: Driver) {
    let os = &mut domain.os;
    let Some(loader) = &os.loader else { return };
    let by_path = os.firmware.is_none()
        && loader.kind == Some(LoaderType::Pflash)
        && loader.readonly == Some(YesNo::Yes)
        && loader.stateless != Some(YesNo::Yes);
    let is_there = os.nvram.as_ref().is_some_and(|nvram| nvram.path.is_some() || nvram.source.is_some());
    if by_path && !is_there {
        let file = definition::nvram(driver.lib).join(format!("{}_VARS.fd", domain.name));
        let nvram = os.nvram.get_or_insert_with(Nvram::default);
        nvram.path = Some(file.display().to_string());
    }
}

/// What the board has, and what libvirt plugs in because nearly everybody wants it.
fn add_devices(domain: &mut Domain, board: Board) -> Result<(), Fault> {
    if board.is_x86() {
        add_input(domain, InputType::Mouse, Bus::Ps2);
        add_input(domain, InputType::Keyboard, Bus::Ps2);
    }
    let without_usb = matches!(board, Board::IsaPc | Board::RiscvVirt | Board::Riscv | Board::S390)
        || board.is_arm()
        || domain.os.arch.as_deref() == Some("sparc");
    if !without_usb {
        add_controller(domain, ControllerType::Usb, (board == Board::Q35).then_some("qemu-xhci"));
    }
    if board == Board::Q35 {
        add_controller(domain, ControllerType::Sata, None);
    }
    if let Some(root) = board.pci_root() {
        add_controller(domain, ControllerType::Pci, Some(root));
        let mut controllers = domain.devices.controllers.iter();
        let first = controllers.find(|one| one.kind == ControllerType::Pci && one.index == Some(0));
        let model = first.and_then(|first| first.model.as_deref()).unwrap_or_default();
        if model != root {
            return Err(Fault::xml(format!(
                "The PCI controller with index='0' must be model='{root}' for this machine type, but model='{model}' was found instead"
            )));
        }
    }
    let without_balloon = board.is_arm() || domain.os.arch.as_deref() == Some("sparc");
    if !without_balloon {
        domain.devices.memballoon.get_or_insert_default();
    }
    if board.is_ppc64() && !domain.devices.graphics.is_empty() {
        add_input(domain, InputType::Keyboard, Bus::Usb);
        let tablet = |input: &Input| input.kind == InputType::Tablet && input.bus == Some(Bus::Usb);
        if !domain.devices.inputs.iter().any(tablet) {
            add_input(domain, InputType::Mouse, Bus::Usb);
        }
    }
    let panic = match board {
        Board::Pseries => Some(PanicModel::Pseries),
        Board::S390 => Some(PanicModel::S390),
        _ => None,
    };
    let panics = &mut domain.devices.panics;
    if panic.is_some() && !panics.iter().any(|one| one.model.is_none() || one.model == panic) {
        panics.push(Panic::default());
    }
    add_audio(domain);
    Ok(())
}

fn add_input(domain: &mut Domain, kind: InputType, bus: Bus) {
    let inputs = &mut domain.devices.inputs;
    if !inputs.iter().any(|input| input.kind == kind && input.bus == Some(bus)) {
        inputs.push(Input { kind, bus: Some(bus), ..Input::default() });
    }
}

fn add_controller(domain: &mut Domain, kind: ControllerType, model: Option<&str>) {
    let there = |one: &Controller| one.kind == kind && one.index == Some(0);
    if !domain.devices.controllers.iter().any(there) {
        let model = model.map(str::to_owned);
        domain.devices.controllers.push(Controller { kind, index: Some(0), model, ..Controller::default() });
    }
}

/// Sound goes where the screen is shown.
fn add_audio(domain: &mut Domain) {
    if !domain.devices.audios.is_empty() {
        return;
    }
    let nowhere = || Some(audio::Kind::None(audio::Ends::default()));
    let by_screen = |graphics: &graphics::Graphics| match graphics.kind {
        graphics::Kind::Spice(_) => Some(audio::Kind::Spice(audio::Ends::default())),
        graphics::Kind::Vnc(_) => nowhere(),
        graphics::Kind::Sdl(_)
        | graphics::Kind::Rdp(_)
        | graphics::Kind::Desktop(_)
        | graphics::Kind::EglHeadless(_)
        | graphics::Kind::Dbus(_) => None,
    };
    let screens = &domain.devices.graphics;
    let kind = if screens.is_empty() { nowhere() } else { screens.iter().find_map(by_screen) };
    domain.devices.audios.extend(kind.map(|kind| Audio { id: 1, kind, timer_period: 0 }));
}

/// The first processor is there from the start; an order is of all or of none.
fn check_vcpus(domain: &Domain) -> Result<(), Fault> {
    let Some(first) = domain.vcpus.iter().find(|vcpu| vcpu.id == 0) else { return Ok(()) };
    if first.enabled == YesNo::No {
        return Err(Fault::unsupported("vcpu 0 can't be offline"));
    }
    if first.hotpluggable == Some(YesNo::Yes) {
        return Err(Fault::unsupported("vcpu0 can't be hotpluggable"));
    }
    let order = first.order.unwrap_or(0);
    if order > 1 {
        return Err(Fault::unsupported("vcpu0 must be enabled first"));
    }
    let unlike = |vcpu: &crate::xml::domain::vcpu::OneVcpu| (vcpu.order.unwrap_or(0) != 0) != (order != 0);
    if domain.vcpus.iter().any(|vcpu| vcpu.enabled == YesNo::Yes && unlike(vcpu)) {
        return Err(Fault::unsupported("all vcpus must have either set or unset order"));
    }
    Ok(())
}
