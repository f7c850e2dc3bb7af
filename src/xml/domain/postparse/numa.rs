//! `<numa>` of the guest, and where its memory comes from.

use crate::types::*;
use crate::xml::domain::Domain;
use crate::xml::domain::cpu::{Check, Cpu, Match, Mode, Sibling};
use crate::xml::{Fault, NonZero};

impl Domain {
    pub(super) fn complete_numa(&mut self) -> Result<(), Fault> {
        self.refuse_vcpus_of_numa()?;
        let Some(cpu) = &mut self.cpu else { return Ok(()) };
        if let Some(topology) = &mut cpu.topology {
            topology.dies.get_or_insert(NonZero(1));
        }
        complete_mode(cpu)?;
        if **cpu == Cpu::default() {
            self.cpu = None;
            return Ok(());
        }
        let Some(numa) = &mut cpu.numa else { return Ok(()) };
        for (at, cell) in numa.cells.iter_mut().enumerate() {
            cell.id.get_or_insert(at as u32);
        }
        numa.cells.sort_by_key(|cell| cell.id);
        for (at, cell) in numa.cells.iter().enumerate() {
            let id = cell.id.unwrap_or_default();
            if id as usize > at {
                return Err(Fault::xml(
                    "Exactly one 'cell' element per guest NUMA cell allowed, non-contiguous ranges or ranges not starting from 0 are not allowed",
                ));
            }
            if (id as usize) < at {
                return Err(Fault::xml(format!("Duplicate NUMA cell info for cell id '{id}'")));
            }
        }
        complete_distances(&mut numa.cells)
    }
}

/// A model says how it is to be matched; a CPU that is only a topology says nothing of the kind.
fn complete_mode(cpu: &mut Cpu) -> Result<(), Fault> {
    let is_custom = matches!(cpu.mode, None | Some(Mode::Custom));
    match cpu.model_name() {
        Some(_) if is_custom => {
            cpu.mode = Some(Mode::Custom);
            cpu.matching.get_or_insert(Match::Exact);
        }
        None if is_custom => {
            if cpu.check != Check::Default {
                return Err(Fault::unsupported("check attribute specified for CPU with no model"));
            }
            (cpu.mode, cpu.matching) = (None, None);
            cpu.model.take_if(|model| model.vendor_id.is_none());
        }
        _ => cpu.matching = None,
    }
    Ok(())
}

/// Cells with distances: each has as many as there are cells. The kernel of a guest knows no more.
const MOST_DISTANT: u32 = 1024;

/// Where one distance is given, all are: the way back is as far as the way there, 10 to itself, 20 to others.
fn complete_distances(cells: &mut [crate::xml::domain::cpu::Cell]) -> Result<(), Fault> {
    if cells.iter().all(|cell| cell.distances.is_empty()) {
        return Ok(());
    }
    let count = cells.len() as u32;
    if count > MOST_DISTANT {
        return Err(Fault::unsupported(format!(
            "{count} NUMA cells with distances are too many, limit is {MOST_DISTANT}"
        )));
    }
    let given = |from: u32, to: u32| {
        let siblings = cells.get(from as usize).map_or(&[][..], |cell| &cell.distances);
        siblings.iter().find(|sibling| sibling.id == to).map(|sibling| sibling.value)
    };
    for (at, cell) in cells.iter().enumerate() {
        for sibling in &cell.distances {
            if sibling.id >= count {
                return Err(Fault::xml(format!(
                    "'sibling_id {}' does not refer to a valid cell within NUMA 'cell id {at}'",
                    sibling.id
                )));
            }
            if !(10..=255).contains(&sibling.value) || (sibling.id as usize == at) != (sibling.value == 10) {
                return Err(Fault::new(
                    VIR_ERR_XML_ERROR,
                    format!(
                        "'value {}' is invalid for 'sibling id {}' under NUMA 'cell id {at}'",
                        sibling.value, sibling.id
                    ),
                ));
            }
        }
    }
    let all: Vec<Vec<Sibling>> = (0..count)
        .map(|from| {
            let distance = |to| given(from, to).or_else(|| given(to, from)).unwrap_or(if from == to { 10 } else { 20 });
            (0..count).map(|to| Sibling { id: to, value: distance(to) }).collect()
        })
        .collect();
    for (cell, distances) in cells.iter_mut().zip(all) {
        cell.distances = distances;
    }
    Ok(())
}
