//! From which NUMA nodes of the host memory is taken.

use crate::error::{Error, Result};
use crate::types::*;
use crate::xml::CpuSet;
use crate::xml::domain::numatune::{Memory, Mode, Numatune};
use crate::xml::domain::vcpu::Placement;

/// In the order of `virDomainNumatuneMemMode`.
const MODES: [Mode; 4] = [Mode::Strict, Mode::Preferred, Mode::Interleave, Mode::Restrictive];

impl Mode {
    /// As `virDomainNumatuneMemMode` numbers it.
    pub fn number(self) -> i32 {
        self as i32
    }

    pub fn from_number(number: i32) -> Option<Self> {
        usize::try_from(number).ok().and_then(|at| MODES.get(at)).copied()
    }
}

impl Numatune {
    /// Sets the mode, the nodes, or both.
    ///
    /// # Errors
    /// `VIR_ERR_CONFIG_UNSUPPORTED` for a mode where no nodes are known.
    pub fn set(&mut self, mode: Option<Mode>, nodes: Option<CpuSet>) -> Result<()> {
        if mode.is_none() && nodes.is_none() {
            return Ok(());
        }
        let mut memory = self.memory.take().unwrap_or_default();
        let known = nodes.is_some() || memory.nodeset.is_some() || memory.placement == Some(Placement::Auto);
        if !known {
            let text = "nodeset for NUMA memory tuning must be set if 'placement' is 'static'";
            return Err(Error::new(VIR_ERR_CONFIG_UNSUPPORTED, text).from_origin(VIR_FROM_DOMAIN));
        }
        memory.mode = mode.or(memory.mode).or(Some(Mode::Strict));
        if nodes.is_some() {
            // Static is what is not written.
            memory = Memory { placement: None, nodeset: nodes, ..memory };
        }
        self.memory = Some(memory);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mode_needs_nodes() {
        let mut tune = Numatune::default();
        assert!(tune.set(Some(Mode::Preferred), None).is_err());
        tune.set(None, Some(CpuSet::from(0..2))).unwrap();
        tune.set(Some(Mode::Interleave), None).unwrap();
        let memory = tune.memory.unwrap();
        assert_eq!((memory.mode, memory.nodeset), (Some(Mode::Interleave), Some(CpuSet::from(0..2))));
        assert_eq!((Mode::Restrictive.number(), Mode::from_number(4), Mode::from_number(-1)), (3, None, None));
    }
}
