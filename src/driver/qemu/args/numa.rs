//! `-numa`: the guest's NUMA nodes, how far they are from each other, and how fast their memory is.

use super::Context;
use super::line::{Line, Properties};
use super::memory::{Wanted, backend, cells};
use crate::driver::qemu::board::Board;
use crate::driver::qemu::capabilities::Emulator;
use crate::xml::domain::Domain;
use crate::xml::domain::cpu::{AccessType, Associativity, Cell, NodeCache, WritePolicy};
use crate::xml::{CpuSet, Fault};

/// How far a node is from itself and from others, where nothing is said.
const DISTANCES: (u32, u32) = (10, 20);

/// Whether the speed of memory is described.
pub(super) fn has_hmat(domain: &Domain) -> bool {
    let Some(numa) = domain.cpu.as_ref().and_then(|cpu| cpu.numa.as_ref()) else { return false };
    let connections = &numa.interconnects;
    !connections.latencies.is_empty()
        || !connections.bandwidths.is_empty()
        || numa.cells.iter().any(|cell| !cell.caches.is_empty())
}

pub(super) fn add(
    domain: &Domain,
    board: Board,
    emulator: &Emulator,
    context: &Context,
    line: &mut Line,
) -> Result<(), Fault> {
    let cells = cells(domain);
    if cells.is_empty() {
        return Ok(());
    }
    let hmat = has_hmat(domain);
    let objects = cells.iter().map(|cell| {
        let id = cell.id.unwrap_or(0);
        let kib = cell.memory.kib.next_multiple_of(super::memory::piece(board));
        let wanted = Wanted { kib, is_system: false, cell: Some(id), module: None };
        Ok((id, kib, backend(domain, &format!("ram-node{id}"), &wanted, context)?))
    });
    let objects: Vec<(u32, u64, Properties)> = objects.collect::<Result<_, Fault>>()?;
    let machine = domain.os.machine.as_deref().unwrap_or_default();
    // Old machines take memory out of one piece, and their guests must find it there again.
    let one_piece = emulator.machine(machine).is_some_and(|machine| machine.numa_memory)
        && !hmat
        && objects.iter().all(|(_, _, object)| object.is_plain_memory());
    let Some(first) = cells.iter().find(|cell| cell.cpus.is_some()) else {
        return Err(Fault::unsupported("At least one NUMA node has to have CPUs"));
    };
    for (cell, (id, kib, object)) in cells.iter().zip(objects) {
        let mut words = format!("node,nodeid={id}");
        words.extend(cell.cpus.iter().flat_map(ranges).map(|range| format!(",cpus={range}")));
        if hmat {
            let initiator = cell.cpus.as_ref().map_or(first.id, |_| cell.id).unwrap_or(0);
            words.push_str(&format!(",initiator={initiator}"));
        }
        if one_piece {
            words.push_str(&format!(",mem={}", kib / 1024));
        } else {
            line.json("-object", object);
            words.push_str(&format!(",memdev=ram-node{id}"));
        }
        line.option("-numa", words);
    }
    add_distances(cells, line);
    if hmat {
        add_speeds(domain, line);
        for cell in cells {
            for cache in &cell.caches {
                line.option("-numa", of_cache(cell.id.unwrap_or(0), cache));
            }
        }
    }
    Ok(())
}

/// All distances, as soon as one is given.
fn add_distances(cells: &[Cell], line: &mut Line) {
    if cells.iter().all(|cell| cell.distances.is_empty()) {
        return;
    }
    for from in cells {
        for to in cells {
            let (source, target) = (from.id.unwrap_or(0), to.id.unwrap_or(0));
            let said = |of: &Cell, id: u32| of.distances.iter().find(|one| one.id == id).map(|one| one.value);
            let default = if source == target { DISTANCES.0 } else { DISTANCES.1 };
            let value = said(from, target).or_else(|| said(to, source)).unwrap_or(default);
            line.option("-numa", format!("dist,src={source},dst={target},val={value}"));
        }
    }
}

fn add_speeds(domain: &Domain, line: &mut Line) {
    let Some(numa) = domain.cpu.as_ref().and_then(|cpu| cpu.numa.as_ref()) else { return };
    let place = |initiator: u32, target: u32, cache: u32, kind: AccessType| {
        let hierarchy = match cache {
            0 => "memory".to_owned(),
            level => ["first-level", "second-level", "third-level"][level.min(3) as usize - 1].to_owned(),
        };
        format!("hmat-lb,initiator={initiator},target={target},hierarchy={hierarchy},data-type={}", kind.word())
    };
    for one in &numa.interconnects.latencies {
        let place = place(one.initiator, one.target, one.cache, one.kind);
        line.option("-numa", format!("{place}-latency,latency={}", one.value));
    }
    for one in &numa.interconnects.bandwidths {
        let place = place(one.initiator, one.target, one.cache, one.kind);
        line.option("-numa", format!("{place}-bandwidth,bandwidth={}K", one.value.kib));
    }
}

fn of_cache(node: u32, cache: &NodeCache) -> String {
    let associativity = match cache.associativity {
        Associativity::None => "none",
        Associativity::Direct => "direct",
        Associativity::Full => "complex",
    };
    let policy = match cache.policy {
        WritePolicy::None => "none",
        WritePolicy::WriteBack => "write-back",
        WritePolicy::WriteThrough => "write-through",
    };
    let (size, level) = (cache.size.size.kib, cache.level);
    let line = if cache.line.value > 0 { format!(",line={}", cache.line.value) } else { String::new() };
    format!("hmat-cache,node-id={node},size={size}K,level={level},associativity={associativity},policy={policy}{line}")
}

/// `0-3`, `5`: the parts of a set.
fn ranges(set: &CpuSet) -> Vec<String> {
    set.to_string().split(',').map(str::to_owned).collect()
}
