//! What is of the machine as a whole.

use super::{Found, Why};
use crate::driver::qemu::domain::Definition;
use crate::xml::domain::clock::{Adjustment, Offset};
use crate::xml::domain::features::Switch;
use crate::xml::domain::numatune::Mode;
use crate::xml::domain::vcpu::Placement;
use crate::xml::domain::{Hypervisor, LockFailureAction};
use crate::xml::{OnOff, YesNo};

pub(super) fn find(definition: &Definition, found: &mut Found) {
    tuning(definition, found);
    rest(definition, found);
}

fn tuning(definition: &Definition, found: &mut Found) {
    let tune = &definition.cputune;
    let bandwidths = [tune.quota, tune.global_quota, tune.emulator_quota, tune.iothread_quota];
    let periods = [tune.period, tune.global_period, tune.emulator_period, tune.iothread_period];
    let bandwidth = bandwidths.iter().any(|quota| *quota != 0) || periods.iter().any(|period| *period != 0);
    let numa = &definition.numatune;
    let memory = numa.memory.as_ref();
    let auto = |placement: Option<Placement>| placement == Some(Placement::Auto);
    let restrictive = memory.is_some_and(|memory| memory.mode == Some(Mode::Restrictive))
        || numa.nodes.iter().any(|node| node.mode == Mode::Restrictive);
    let cgroup = Why::Needs("a cgroup of the machine's own, which is not made yet");
    let resctrl = Why::Needs("/sys/fs/resctrl, which is not used yet");
    let numad = Why::Needs("numad, which is not asked yet");
    found.ask(
        "/domain",
        [
            (tune.shares.is_some(), "/cputune/shares", cgroup),
            (bandwidth, "/cputune: period and quota", cgroup),
            (!tune.cachetunes.is_empty(), "/cputune/cachetune", resctrl),
            (!tune.memorytunes.is_empty(), "/cputune/memorytune", resctrl),
            (!tune.energytunes.is_empty(), "/cputune/energytune", resctrl),
            (definition.memtune != Default::default(), "/memtune", cgroup),
            (definition.blkiotune != Default::default(), "/blkiotune", cgroup),
            (auto(definition.vcpu.placement), "/vcpu/@placement='auto'", numad),
            (auto(memory.and_then(|memory| memory.placement)), "/numatune/memory/@placement='auto'", numad),
            (restrictive, "/numatune: mode 'restrictive'", cgroup),
            (definition.resource.partition.is_some(), "/resource/partition", cgroup),
            (definition.resource.appid.is_some(), "/resource/fibrechannel", cgroup),
            (definition.perf.events.iter().any(|event| event.enabled == YesNo::Yes), "/perf", Why::Unbuilt),
        ],
    )
}

fn rest(definition: &Definition, found: &mut Found) {
    let features = &definition.features;
    let on = |switch: &Option<Switch>| switch.as_ref().is_some_and(|switch| switch.state == OnOff::On);
    let os = &definition.os;
    let adjusted = match &definition.clock.offset {
        Offset::Utc(clock) | Offset::Localtime(clock) => clock.adjustment == Some(Adjustment::Reset),
        Offset::Variable(_) | Offset::Timezone(_) | Offset::Absolute(_) => false,
    };
    let qemu = &definition.namespaces.qemu;
    let lock = definition.on_lockfailure != LockFailureAction::default();
    let kvm = features.kvm.as_ref();
    let dirty = kvm.and_then(|kvm| kvm.dirty_ring.as_ref()).is_some_and(|ring| ring.state == OnOff::On);
    found.ask(
        "/domain",
        [
            (definition.iommufd.as_ref().is_some_and(|fd| fd.enabled == YesNo::Yes), "/iommufd", Why::Newer(9_000_000)),
            (qemu.capabilities.is_some(), "/qemu:capabilities", Why::Unbuilt),
            (!definition.devices.leases.is_empty(), "/devices/lease", Why::Needs("a lock manager, and there is none")),
            (lock, "/on_lockfailure", Why::Needs("a lock manager, and there is none")),
            (adjusted, "/clock/@adjustment='reset'", Why::Unbuilt),
            (on(&features.hap), "/features/hap", Why::Foreign),
            (features.viridian, "/features/viridian", Why::Foreign),
            (features.privnet, "/features/privnet", Why::Foreign),
            (features.xen.is_some(), "/features/xen", Why::Foreign),
            (features.capabilities.is_some(), "/features/capabilities", Why::Foreign),
            (features.msrs.is_some(), "/features/msrs", Why::Foreign),
            (dirty && definition.hypervisor != Hypervisor::Kvm, "/features/kvm/dirty-ring", Why::Needs("type 'kvm'")),
            (
                definition.hypervisor == Hypervisor::Kqemu,
                "/@type='kqemu'",
                Why::Needs("a QEMU before 0.12; make it 'kvm' or 'qemu'"),
            ),
            (os.shim.is_some(), "/os/shim", Why::Newer(10_000_000)),
            (os.varstore.is_some(), "/os/varstore", Why::Newer(10_000_000)),
            (os.root.is_some(), "/os/root", Why::Foreign),
            (os.init.is_some(), "/os/init", Why::Foreign),
            (definition.bootloader.is_some(), "/bootloader", Why::Foreign),
        ],
    )
}
