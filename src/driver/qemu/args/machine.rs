//! `-name`, `-machine`, `-accel`, `-smp`, `-rtc`, `-boot` and what else is of the machine as a whole.

use super::line::{Line, Properties, quoted};
use super::{Context, blockdev, launch_security};
use crate::driver::qemu::board::Board;
use crate::driver::qemu::capabilities::Emulator;
use crate::xml::domain::clock::{Basis, Offset, Tickpolicy, TimerName, Track};
use crate::xml::domain::device::iommu::Model as IommuModel;
use crate::xml::domain::device::memory::Model as MemoryModel;
use crate::xml::domain::device::source::{File, Source};
use crate::xml::domain::launch_security::CipherName;
use crate::xml::domain::os::{AcpiTableType, LoaderType};
use crate::xml::domain::{Domain, Hypervisor};
use crate::xml::{Fault, IsYes, OnOff, YesNo};

pub(super) fn add_first(
    domain: &Domain,
    board: Board,
    emulator: &Emulator,
    context: &Context,
    line: &mut Line,
) -> Result<(), Fault> {
    let name = quoted(&domain.name);
    let process = if context.process_name { format!(",process=qemu:{name}") } else { String::new() };
    line.option("-name", format!("guest={name}{process},debug-threads=on"));
    if let Some(behaviour) = domain.namespaces.qemu.deprecation.as_deref() {
        let input = Some(behaviour).filter(|behaviour| matches!(*behaviour, "reject" | "crash"));
        if matches!(behaviour, "omit" | "reject" | "crash") {
            let mut compat = Properties::of("deprecated-output", "hide");
            compat.maybe("deprecated-input", input);
            line.json("-compat", compat);
        }
    }
    line.flag("-S");
    add_pflash(domain, line)?;
    line.option("-machine", machine(domain, board, emulator)?);
    let kvm = domain.hypervisor == Hypervisor::Kvm;
    let ring = domain.features.kvm.as_ref().and_then(|kvm| kvm.dirty_ring.as_ref());
    let ring = ring.filter(|ring| kvm && ring.state == OnOff::On);
    line.option(
        "-accel",
        match ring {
            Some(ring) => format!("kvm,dirty-ring-size={}", ring.size),
            None if kvm => "kvm".to_owned(),
            None => match domain.features.tcg.as_ref().and_then(|tcg| tcg.tb_cache) {
                Some(cache) => format!("tcg,tb-size={}", cache.kib >> 10),
                None => "tcg".to_owned(),
            },
        },
    );
    if let Some(tseg) = domain.features.smm.as_ref().and_then(|smm| smm.tseg) {
        line.option("-global", format!("mch.extended-tseg-mbytes={}", tseg.0.0.kib >> 10));
    }
    Ok(())
}

/// Firmware in flash: the code, and the variables.
fn add_pflash(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    let Some(loader) = &domain.os.loader else { return Ok(()) };
    if domain.os.firmware.is_some() || loader.kind != Some(LoaderType::Pflash) {
        return Ok(());
    }
    let code = loader.path.as_ref().map(|path| {
        let path = Properties::device("file").with("filename", path.as_str());
        (path, loader.readonly == Some(YesNo::Yes), loader.format)
    });
    let variables = match variables(domain) {
        Some(Source::File(file)) => {
            let path = file.path.as_deref().unwrap_or_default();
            Some(Properties::device("file").with("filename", path))
        }
        Some(source) => Some(blockdev::bytes_of(&source, "libvirt-pflash1-storage", false, line)?),
        None => None,
    };
    let format = domain.os.nvram.as_ref().and_then(|nvram| nvram.format);
    let variables = variables.map(|bytes| (bytes, false, format));
    for (at, part) in [code, variables].into_iter().enumerate() {
        let Some((bytes, readonly, kind)) = part else { continue };
        let name = format!("libvirt-pflash{at}-storage");
        let mut storage = bytes.with("node-name", name.as_str());
        blockdev::set_access(&mut storage, readonly);
        line.json("-blockdev", storage.with("discard", "unmap"));
        let format = Properties::of("node-name", &format!("libvirt-pflash{at}-format")).with("read-only", readonly);
        line.json("-blockdev", format.with("driver", kind.unwrap_or_default().word()).with("file", name));
    }
    Ok(())
}

/// Where the firmware's variables are.
fn variables(domain: &Domain) -> Option<Source> {
    let nvram = domain.os.nvram.as_ref()?;
    match &nvram.source {
        Some(source) => Some(source.clone()),
        None => nvram.path.as_ref().map(|path| Source::File(File { path: Some(path.clone()), ..File::default() })),
    }
}

fn machine(domain: &Domain, board: Board, emulator: &Emulator) -> Result<String, Fault> {
    let name = domain.os.machine.as_deref().unwrap_or_default();
    let mut words = vec![name.to_owned(), "usb=off".to_owned()];
    let features = &domain.features;
    let mut switch =
        |name: &str, state: Option<OnOff>| words.extend(state.map(|state| format!("{name}={}", state.word())));
    switch("vmport", features.vmport.as_ref().map(|feature| feature.state));
    switch("smm", features.smm.as_ref().map(|feature| feature.state));
    switch("i8042", features.ps2.as_ref().map(|feature| feature.state));
    switch("ras", features.ras.as_ref().map(|feature| feature.state));
    for cipher in &domain.keywrap {
        let name = match cipher.name {
            CipherName::Aes => "aes-key-wrap",
            CipherName::Dea => "dea-key-wrap",
        };
        switch(name, Some(cipher.state));
    }
    if board == Board::ArmVirt
        && let Some(version) = features.gic.as_ref().and_then(|gic| gic.version)
    {
        words.push(format!("gic-version={}", version.word()));
    }
    if let Some(aia) = &features.aia {
        words.push(format!("aia={}", aia.value.word()));
    }
    if domain.devices.iommus.iter().any(|iommu| iommu.model == IommuModel::Smmuv3) {
        words.push("iommu=smmuv3".to_owned());
    }
    if domain.memory_backing.nosharepages {
        words.push("mem-merge=off".to_owned());
    }
    let core = domain.memory.dump_core.map_or("off", OnOff::word);
    words.push(format!("dump-guest-core={core}"));
    if domain.devices.memories.iter().any(|memory| memory.model == MemoryModel::Nvdimm) {
        words.push("nvdimm=on".to_owned());
    }
    if let Some(ioapic) = &features.ioapic {
        let split = ioapic.driver == crate::xml::domain::features::IoapicDriver::Qemu;
        words.push(format!("kernel_irqchip={}", if split { "split" } else { "on" }));
    }
    if let Some(resizing) = features.hpt.as_ref().and_then(|hpt| hpt.resizing) {
        words.push(format!("resize-hpt={}", resizing.word()));
    }
    if let Some(size) = features.hpt.as_ref().and_then(|hpt| hpt.maxpagesize) {
        words.push(format!("cap-hpt-max-page-size={}k", size.kib));
    }
    let mut capability =
        |name: &str, value: Option<&'static str>| words.extend(value.map(|value| format!("{name}={value}")));
    capability("cap-htm", features.htm.as_ref().map(|one| one.state.word()));
    capability("cap-nested-hv", features.nested_hv.as_ref().map(|one| one.state.word()));
    capability("cap-ccf-assist", features.ccf_assist.as_ref().map(|one| one.state.word()));
    capability("cap-cfpc", features.cfpc.as_ref().map(|one| one.value.word()));
    capability("cap-sbbc", features.sbbc.as_ref().map(|one| one.value.word()));
    capability("cap-ibs", features.ibs.as_ref().map(|one| one.value.word()));
    if board == Board::S390 {
        let disks = domain.devices.disks.iter().filter_map(|disk| disk.boot.as_ref());
        let cards = domain.devices.interfaces.iter().filter_map(|card| card.boot.as_ref());
        let hosts = domain.devices.hostdevs.iter().filter_map(|host| host.boot.as_ref());
        let first = disks.chain(cards).chain(hosts).min_by_key(|boot| boot.order.0);
        words.extend(first.and_then(|boot| boot.loadparm.as_ref()).map(|parm| format!("loadparm={}", parm.0)));
    }
    if super::memory::cells(domain).is_empty()
        && let Some(ram) = emulator.machine(name).and_then(|machine| machine.default_ram_id.as_deref())
    {
        words.push(format!("memory-backend={ram}"));
    }
    let flash = domain.os.loader.as_ref().filter(|loader| loader.kind == Some(LoaderType::Pflash));
    if flash.is_some_and(|loader| loader.path.is_some()) {
        words.push("pflash0=libvirt-pflash0-format".to_owned());
        if variables(domain).is_some() {
            words.push("pflash1=libvirt-pflash1-format".to_owned());
        }
    }
    words.extend(super::memory::machine_options(domain));
    words.extend(launch_security::machine_option(domain).map(str::to_owned));
    if super::numa::has_hmat(domain) {
        words.push("hmat=on".to_owned());
    }
    // With it, the firmware of PCs shows itself on the serial line.
    if domain.os.use_serial == Some(IsYes(true)) {
        words.push("graphics=off".to_owned());
    }
    Ok(words.join(","))
}

pub(super) fn add_processors(domain: &Domain, line: &mut Line) {
    let most = domain.vcpu.maximum.unwrap_or(1);
    let now = domain.vcpu.current.unwrap_or(most);
    let mut smp = now.to_string();
    if now != most {
        smp.push_str(&format!(",maxcpus={most}"));
    }
    match domain.cpu.as_ref().and_then(|cpu| cpu.topology.as_ref()) {
        Some(topology) => {
            let (cores, threads) = (topology.cores.0, topology.threads.0);
            smp.push_str(&format!(",sockets={}", topology.sockets.0));
            smp.push_str(&format!(",dies={}", topology.dies.map_or(1, |dies| dies.0)));
            // Only boards of ARM have them.
            if let Some(clusters) = topology.clusters.filter(|clusters| clusters.0 > 1) {
                smp.push_str(&format!(",clusters={}", clusters.0));
            }
            smp.push_str(&format!(",cores={cores},threads={threads}"));
        }
        None => smp.push_str(&format!(",sockets={most},cores=1,threads=1")),
    }
    line.option("-smp", smp);
    // Threads that have no entry of their own have the free numbers from 1 on.
    let named = |id: &u32| domain.iothread_ids.iter().any(|thread| thread.id == *id);
    let missing = (domain.iothreads.unwrap_or(0) as usize).saturating_sub(domain.iothread_ids.len());
    for id in (1..).filter(|id| !named(id)).take(missing) {
        line.json("-object", Properties::object("iothread", &format!("iothread{id}")));
    }
    for thread in &domain.iothread_ids {
        let mut object = Properties::object("iothread", &format!("iothread{}", thread.id));
        object.maybe("thread-pool-min", thread.thread_pool_min);
        object.maybe("thread-pool-max", thread.thread_pool_max);
        object.maybe("poll-max-ns", thread.poll.max);
        object.maybe("poll-grow", thread.poll.grow);
        object.maybe("poll-shrink", thread.poll.shrink);
        line.json("-object", object);
    }
    if let Some(main) = &domain.default_iothread {
        let mut object = Properties::object("main-loop", "main-loop");
        object.maybe("thread-pool-min", main.thread_pool_min);
        object.maybe("thread-pool-max", main.thread_pool_max);
        line.json("-object", object);
    }
}

/// Where a guest leaves what a dump of its memory needs.
pub(super) fn add_vmcoreinfo(domain: &Domain, line: &mut Line) {
    if domain.features.vmcoreinfo.as_ref().is_some_and(|feature| feature.state == OnOff::On) {
        line.json("-device", Properties::device("vmcoreinfo"));
    }
}

/// A guest's memory is given back after its QEMU has ended.
pub(super) fn add_teardown(domain: &Domain, emulator: &Emulator, line: &mut Line) {
    if domain.features.async_teardown.as_ref().is_some_and(|teardown| teardown.enabled == YesNo::Yes) {
        match emulator.version >= 8_001_000 {
            true => line.option("-run-with", "async-teardown=on"),
            false => line.flag("-async-teardown"),
        }
    }
}

/// Clock, power and boot.
pub(super) fn add_behaviour(domain: &Domain, board: Board, emulator: &Emulator, line: &mut Line) -> Result<(), Fault> {
    add_clock(domain, line)?;
    line.flag("-no-shutdown");
    let acpi = board.is_x86() || emulator.target == "aarch64";
    if acpi && !domain.features.acpi {
        line.flag("-no-acpi");
    }
    let chip = if board == Board::Q35 { "ICH9-LPC" } else { "PIIX4_PM" };
    if board == Board::Q35 || board == Board::I440fx {
        for (name, enabled) in [("disable_s3", domain.pm.suspend_to_mem), ("disable_s4", domain.pm.suspend_to_disk)] {
            if let Some(enabled) = enabled {
                line.option("-global", format!("{chip}.{name}={}", u32::from(enabled == YesNo::No)));
            }
        }
    }
    let os = &domain.os;
    let mut boot = Vec::new();
    if let Some(menu) = &os.bootmenu
        && let Some(enable) = menu.enable
    {
        boot.push(format!("menu={}", if enable == YesNo::Yes { "on" } else { "off" }));
        boot.extend(menu.timeout.map(|timeout| format!("splash-time={timeout}")));
    }
    boot.extend(os.reboot_timeout.map(|timeout| format!("reboot-timeout={timeout}")));
    boot.push("strict=on".to_owned());
    line.option("-boot", boot.join(","));
    let named = [("-kernel", &os.kernel), ("-initrd", &os.initrd), ("-append", &os.cmdline), ("-dtb", &os.dtb)];
    for (name, value) in named {
        if let Some(value) = value {
            line.option(name, value.as_str());
        }
    }
    if let Some(loader) = &os.loader
        && loader.kind == Some(LoaderType::Rom)
        && let Some(path) = &loader.path
    {
        line.option("-bios", path.as_str());
    }
    if os.loader.as_ref().is_some_and(|loader| loader.secure == Some(YesNo::Yes)) {
        line.option("-global", "driver=cfi.pflash01,property=secure,value=on");
    }
    for table in &os.acpi_tables {
        let path = table.path.as_deref().unwrap_or_default();
        let kind = match table.kind {
            AcpiTableType::Slic => "sig=SLIC,",
            AcpiTableType::Msdm => "sig=MSDM,",
            AcpiTableType::Raw => "",
            AcpiTableType::RawSet => {
                return Err(Fault::unsupported("ACPI tables of type 'rawset' are Xen's; give each by itself"));
            }
        };
        let way = if kind.is_empty() { "data" } else { "file" };
        line.option("-acpitable", format!("{kind}{way}={}", quoted(path)));
    }
    Ok(())
}

fn add_clock(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    let mut rtc = match &domain.clock.offset {
        Offset::Utc(_) => "base=utc".to_owned(),
        Offset::Localtime(_) | Offset::Timezone(_) => "base=localtime".to_owned(),
        Offset::Variable(variable) => {
            let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
            let seconds = now.as_secs() as i64 + variable.adjustment;
            match variable.basis {
                Some(Basis::Localtime) if variable.adjustment == 0 => "base=localtime".to_owned(),
                _ => format!("base={}", date(seconds)),
            }
        }
        Offset::Absolute(absolute) => format!("base={}", date(absolute.start as i64)),
    };
    let timers = &domain.clock.timers;
    if let Some(timer) = timers.iter().find(|timer| timer.name == TimerName::Rtc) {
        match timer.track {
            Some(Track::Guest) => rtc.push_str(",clock=vm"),
            Some(Track::Realtime) => rtc.push_str(",clock=rt"),
            Some(Track::Wall) => rtc.push_str(",clock=host"),
            Some(Track::Boot) | None => {}
        }
        if timer.tickpolicy == Some(Tickpolicy::Catchup) {
            rtc.push_str(",driftfix=slew");
        }
    }
    line.option("-rtc", rtc);
    for timer in timers {
        match (timer.name, timer.tickpolicy) {
            (TimerName::Pit, Some(policy @ (Tickpolicy::Delay | Tickpolicy::Discard))) => {
                line.option("-global", format!("kvm-pit.lost_tick_policy={}", policy.word()));
            }
            (TimerName::Hpet, _) if timer.present == Some(YesNo::No) => line.flag("-no-hpet"),
            _ => {}
        }
    }
    Ok(())
}

/// `2026-11-28T14:57:49`, in UTC.
fn date(seconds: i64) -> String {
    let (days, second) = (seconds.div_euclid(86400), seconds.rem_euclid(86400));
    // Years that begin in March end with the leap day; 400 of them are 146097 days.
    let days = days + 719_468;
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1460 + day / 36524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let march = (5 * day + 2) / 153;
    let (day, month) = (day - (153 * march + 2) / 5 + 1, if march < 10 { march + 3 } else { march - 9 });
    let year = year + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60)
}

#[cfg(test)]
mod tests {
    #[test]
    fn dates() {
        assert_eq!(super::date(0), "1970-01-01T00:00:00");
        assert_eq!(super::date(951_827_696), "2000-02-29T12:34:56");
        assert_eq!(super::date(253_402_300_799), "9999-12-31T23:59:59");
    }
}
