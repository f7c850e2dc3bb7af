//! The test driver's side of `driver/domain/tune.rs`.

use std::ffi::c_uint;

use super::definition::Definition;
use crate::driver::DomainTune;
use crate::driver::test::{Test, check_flags, error};
use crate::error::{Error, Result};
use crate::object::Domain;
use crate::typed_param::TypedParams;
use crate::types::*;
use crate::xml::domain::blkiotune::Blkiotune;
use crate::xml::domain::device::disk::Iotune;
use crate::xml::domain::device::interface::Interface;
use crate::xml::domain::numatune::Mode;
use crate::xml::domain::perf::Perf;
use crate::xml::{CpuSet, Value};

const DEFINITIONS: c_uint = VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG;

/// The weight that every domain has.
const WEIGHT: u32 = 50;

fn in_driver(error: Error) -> Error {
    error.from_origin(VIR_FROM_TEST)
}

/// The place of a disk among a definition's, or what `missing` says.
fn find_disk(definition: &Definition, disk: &str, missing: impl FnOnce() -> String) -> Result<usize> {
    definition.find_disk(disk).ok_or_else(|| error(VIR_ERR_INVALID_ARG, missing()))
}

/// The nodes that a parameter names.
fn node_set(text: &str) -> Result<CpuSet> {
    CpuSet::parse(text).ok_or_else(|| {
        Error::new(VIR_ERR_INVALID_ARG, format!("Failed to parse bitmap '{text}'")).from_origin(VIR_FROM_NONE)
    })
}

impl DomainTune for Test {
    fn scheduler_type(&self, _domain: &Domain) -> Result<(String, usize)> {
        Ok(("fair".to_owned(), 1))
    }

    fn scheduler_parameters(&self, domain: &Domain, flags: c_uint) -> Result<TypedParams> {
        check_flags(flags, 0)?;
        drop(self.state.domains.find(domain)?);
        let mut params = TypedParams::new();
        params.push(VIR_DOMAIN_SCHEDULER_WEIGHT, WEIGHT);
        Ok(params)
    }

    /// The imagined scheduler takes a weight and goes on as before, as that of the original does.
    fn set_scheduler_parameters(&self, domain: &Domain, params: &TypedParams, flags: c_uint) -> Result<()> {
        check_flags(flags, 0)?;
        params.validate(&[(VIR_DOMAIN_SCHEDULER_WEIGHT, VIR_TYPED_PARAM_UINT)])?;
        self.state.domains.find(domain).map(drop)
    }

    fn blkio_parameters(&self, domain: &Domain, flags: c_uint) -> Result<TypedParams> {
        check_flags(flags, DEFINITIONS)?;
        let machine = self.state.domains.find(domain)?;
        Ok(machine.one(flags)?.blkiotune.params())
    }

    fn set_blkio_parameters(&self, domain: &Domain, params: &TypedParams, flags: c_uint) -> Result<()> {
        check_flags(flags, DEFINITIONS)?;
        params.validate(Blkiotune::PARAMS)?;
        let mut machine = self.state.domains.find(domain)?;
        machine.one_mut(flags)?.blkiotune.set_params(params)
    }

    fn block_io_tune(&self, domain: &Domain, disk: Option<&str>, flags: c_uint) -> Result<TypedParams> {
        check_flags(flags, DEFINITIONS)?;
        let machine = self.state.domains.find(domain)?;
        let definition = machine.one(flags)?;
        let Some(disk) = disk else { return Ok(Iotune::default().params()) };
        let missing = || format!("disk '{disk}' was not found in the domain config");
        let disk = &definition.devices.disks[find_disk(definition, disk, missing)?];
        Ok(disk.iotune.as_deref().unwrap_or(&Iotune::default()).params())
    }

    fn set_block_io_tune(&self, domain: &Domain, disk: &str, params: &TypedParams, flags: c_uint) -> Result<()> {
        check_flags(flags, DEFINITIONS)?;
        Iotune::validate_params(params)?;
        let mut machine = self.state.domains.find(domain)?;
        let definition = machine.one_mut(flags)?;
        let missing = || format!("missing persistent configuration for disk '{disk}'");
        let at = find_disk(definition, disk, missing)?;
        let disk = &mut definition.devices.disks[at];
        let limits = disk.iotune.clone().unwrap_or_default().with_params(params).map_err(in_driver)?;
        limits.check_limits().and_then(|()| limits.check_peaks()).map_err(in_driver)?;
        disk.iotune = (!limits.is_empty()).then(|| Box::new(limits));
        Ok(())
    }

    fn interface_parameters(&self, domain: &Domain, device: Option<&str>, flags: c_uint) -> Result<TypedParams> {
        check_flags(flags, DEFINITIONS)?;
        let machine = self.state.domains.find(domain)?;
        let definition = machine.one(flags)?;
        let Some(device) = device else { return Ok(Interface::default().bandwidth_params()) };
        Ok(definition.devices.interfaces[definition.find_interface(device)?].bandwidth_params())
    }

    fn set_interface_parameters(
        &self,
        domain: &Domain,
        device: &str,
        params: &TypedParams,
        flags: c_uint,
    ) -> Result<()> {
        check_flags(flags, DEFINITIONS)?;
        params.validate(Interface::BANDWIDTH_PARAMS)?;
        let mut machine = self.state.domains.find(domain)?;
        let definition = machine.one_mut(flags)?;
        let at = definition.find_interface(device)?;
        definition.devices.interfaces[at].set_bandwidth_params(params);
        Ok(())
    }

    fn numa_parameters(&self, domain: &Domain, flags: c_uint) -> Result<TypedParams> {
        check_flags(flags, DEFINITIONS)?;
        let machine = self.state.domains.find(domain)?;
        let memory = machine.one(flags)?.numatune.memory.as_ref();
        let mode = memory.and_then(|memory| memory.mode).unwrap_or_default();
        let nodes = memory.and_then(|memory| memory.nodeset.as_ref()).map(ToString::to_string);
        let mut params = TypedParams::new();
        params.push(VIR_DOMAIN_NUMA_MODE, mode.number());
        params.push(VIR_DOMAIN_NUMA_NODESET, nodes.unwrap_or_default());
        Ok(params)
    }

    fn set_numa_parameters(&self, domain: &Domain, params: &TypedParams, flags: c_uint) -> Result<()> {
        check_flags(flags, DEFINITIONS)?;
        params.validate(&[
            (VIR_DOMAIN_NUMA_MODE, VIR_TYPED_PARAM_INT),
            (VIR_DOMAIN_NUMA_NODESET, VIR_TYPED_PARAM_STRING),
        ])?;
        let mut machine = self.state.domains.find(domain)?;
        machine.one(flags)?;
        let live = machine.affected(flags)?.live;
        let mode = params.int(VIR_DOMAIN_NUMA_MODE).map(|number| {
            let unknown = || error(VIR_ERR_INVALID_ARG, format!("unsupported numatune mode: '{number}'"));
            Mode::from_number(number).ok_or_else(unknown)
        });
        let (mode, nodes) = (mode.transpose()?, params.string(VIR_DOMAIN_NUMA_NODESET).map(node_set).transpose()?);
        let tune = &mut machine.one_mut(flags)?.numatune;
        let now = tune.memory.as_ref().map(|memory| memory.mode.unwrap_or_default());
        if live && now.is_some() && mode.is_some() && mode != now {
            return Err(error(VIR_ERR_OPERATION_INVALID, "can't change numatune mode for running domain"));
        }
        tune.set(mode, nodes)
    }

    fn perf_events(&self, domain: &Domain, flags: c_uint) -> Result<TypedParams> {
        check_flags(flags, DEFINITIONS)?;
        let machine = self.state.domains.find(domain)?;
        Ok(machine.one(flags)?.perf.params())
    }

    fn set_perf_events(&self, domain: &Domain, params: &TypedParams, flags: c_uint) -> Result<()> {
        check_flags(flags, DEFINITIONS)?;
        Perf::validate_params(params)?;
        let mut machine = self.state.domains.find(domain)?;
        machine.one_mut(flags)?.perf.set_params(params);
        Ok(())
    }
}
