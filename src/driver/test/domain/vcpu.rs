//! The test driver's side of `driver/domain/vcpu.rs`. Times that nothing measures are the ones libvirt's test driver tells.

use std::ffi::c_uint;

use super::clock;
use super::runtime::IoThreadPolling;
use super::store::Machine;
use crate::driver::test::host::MAX_VCPUS;
use crate::driver::test::{Test, check_flags, error};
use crate::driver::{CpuStats, DomainVcpu, IoThread};
use crate::error::{Error, Result};
use crate::object::Domain;
use crate::typed_param::TypedParams;
use crate::types::*;
use crate::xml::CpuSet;

/// How many CPUs of the host have something to tell of each domain.
const CPUS_WITH_STATS: u32 = 2;
/// Nanoseconds on all of them.
const CPU_TIME: u64 = 48_772_617_035;
const USER_TIME: u64 = 5_540_000_000;
const SYSTEM_TIME: u64 = 6_460_000_000;
/// Nanoseconds of the virtual processors on the first of them.
const VCPU_TIME: u64 = 23_151_740_627;

const DEFINITIONS: c_uint = VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG;

impl Test {
    /// All CPUs of the host.
    fn host_cpus(&self) -> CpuSet {
        CpuSet::from(0..self.state.host.cpus())
    }
}

fn bad(text: impl Into<String>) -> Error {
    error(VIR_ERR_INVALID_ARG, text)
}

/// Refuses more than there may be.
fn check_count(count: c_uint, maximum: u32) -> Result<()> {
    if count > maximum {
        return Err(bad(format!("requested cpu amount exceeds maximum ({count} > {maximum})")));
    }
    Ok(())
}

fn require_io_thread_id(id: c_uint) -> Result<()> {
    if id == 0 { Err(bad("invalid value of 0 for iothread_id")) } else { Ok(()) }
}

/// What one CPU of the host did for a domain.
fn stats_of_cpu(number: u32) -> TypedParams {
    let mut params = TypedParams::new();
    let number = u64::from(number);
    params.push(VIR_DOMAIN_CPU_STATS_CPUTIME, CPU_TIME / u64::from(CPUS_WITH_STATS) + number);
    params.push(VIR_DOMAIN_CPU_STATS_VCPUTIME, VCPU_TIME + number);
    params
}

fn stats_of_all_cpus() -> TypedParams {
    let mut params = TypedParams::new();
    params.push(VIR_DOMAIN_CPU_STATS_CPUTIME, CPU_TIME);
    params.push(VIR_DOMAIN_CPU_STATS_USERTIME, USER_TIME);
    params.push(VIR_DOMAIN_CPU_STATS_SYSTEMTIME, SYSTEM_TIME);
    params
}

impl DomainVcpu for Test {
    fn vcpu_count(&self, domain: &Domain, flags: c_uint) -> Result<usize> {
        check_flags(flags, DEFINITIONS | VIR_DOMAIN_VCPU_MAXIMUM)?;
        let machine = self.state.domains.find(domain)?;
        let definition = machine.one(flags)?;
        let maximum = flags & VIR_DOMAIN_VCPU_MAXIMUM != 0;
        Ok(if maximum { definition.maximum_vcpus() } else { definition.current_vcpus() } as usize)
    }

    fn set_vcpus(&self, domain: &Domain, count: c_uint, flags: c_uint) -> Result<()> {
        check_flags(flags, DEFINITIONS | VIR_DOMAIN_VCPU_MAXIMUM)?;
        let most = MAX_VCPUS.unsigned_abs();
        if count > most {
            let text =
                format!("requested cpu amount exceeds maximum supported amount ({} > {most})", count.cast_signed());
            return Err(bad(text));
        }
        let mut machine = self.state.domains.find(domain)?;
        let affected = machine.affected(flags)?;
        let maximum = flags & VIR_DOMAIN_VCPU_MAXIMUM != 0;
        if affected.live {
            check_count(count, machine.definition.maximum_vcpus())?;
        }
        if affected.config && !maximum {
            check_count(count, machine.config().maximum_vcpus())?;
        }
        if affected.live {
            machine.live_mut().set_vcpus(count);
        }
        match affected.config {
            true if maximum => machine.config_mut().set_maximum_vcpus(count),
            true => machine.config_mut().set_vcpus(count),
            false => {}
        }
        Ok(())
    }

    fn vcpus(&self, domain: &Domain) -> Result<Vec<(virVcpuInfo, CpuSet)>> {
        let machine = self.state.domains.find(domain)?;
        if !machine.is_active() {
            return Err(error(VIR_ERR_OPERATION_INVALID, "cannot list vcpus for an inactive domain"));
        }
        let (time, everywhere) = (clock::microseconds() / 10, self.host_cpus());
        let one = |number| {
            if !machine.definition.has_vcpu(number) {
                return (virVcpuInfo { number: 0, state: VIR_VCPU_OFFLINE, cpuTime: 0, cpu: 0 }, CpuSet::default());
            }
            let cpus = machine.definition.vcpu_pin(number).unwrap_or(&everywhere).clone();
            let cpu = cpus.last().and_then(|cpu| i32::try_from(cpu).ok()).unwrap_or(-1);
            (virVcpuInfo { number, state: VIR_VCPU_RUNNING, cpuTime: time, cpu }, cpus)
        };
        Ok((0..machine.definition.current_vcpus()).map(one).collect())
    }

    fn vcpu_pins(&self, domain: &Domain, flags: c_uint) -> Result<Vec<CpuSet>> {
        let machine = self.state.domains.find(domain)?;
        let definition = machine.one(flags)?;
        let everywhere = self.host_cpus();
        let one = |number| definition.vcpu_pin(number).unwrap_or(&everywhere).clone();
        Ok((0..definition.maximum_vcpus()).map(one).collect())
    }

    fn pin_vcpu(&self, domain: &Domain, vcpu: c_uint, cpus: &CpuSet, flags: c_uint) -> Result<()> {
        check_flags(flags, 0)?;
        self.pin_running_vcpu(domain, vcpu, cpus)
    }

    fn pin_running_vcpu(&self, domain: &Domain, vcpu: c_uint, cpus: &CpuSet) -> Result<()> {
        let mut machine = self.state.domains.find(domain)?;
        if !machine.is_active() {
            return Err(error(VIR_ERR_OPERATION_INVALID, "cannot pin vcpus on an inactive domain"));
        }
        if !machine.definition.has_vcpu(vcpu) {
            return Err(bad(format!("requested vcpu '{}' is not present in the domain", vcpu.cast_signed())));
        }
        machine.live_mut().pin_vcpu(vcpu, cpus);
        Ok(())
    }

    fn emulator_pin(&self, domain: &Domain, flags: c_uint) -> Result<CpuSet> {
        check_flags(flags, DEFINITIONS)?;
        let machine = self.state.domains.find(domain)?;
        Ok(machine.one(flags)?.emulator_pin().cloned().unwrap_or_else(|| self.host_cpus()))
    }

    fn pin_emulator(&self, domain: &Domain, cpus: &CpuSet, flags: c_uint) -> Result<()> {
        check_flags(flags, DEFINITIONS)?;
        let mut machine = self.state.domains.find(domain)?;
        let definition = machine.one_mut(flags)?;
        if cpus.is_empty() {
            return Err(bad("Empty cpu list for pinning"));
        }
        definition.cputune.emulatorpin = Some(cpus.clone());
        Ok(())
    }

    fn io_threads(&self, domain: &Domain, flags: c_uint) -> Result<Vec<IoThread>> {
        check_flags(flags, DEFINITIONS)?;
        let machine = self.state.domains.find(domain)?;
        let definition = machine.one(flags)?;
        // As many CPUs as the domain has of its own: so does the original.
        let everywhere = CpuSet::from(0..definition.maximum_vcpus());
        let one = |id| IoThread { id, cpus: definition.io_thread_pin(id).unwrap_or(&everywhere).clone() };
        Ok(definition.io_threads().into_iter().map(one).collect())
    }

    fn pin_io_thread(&self, domain: &Domain, id: c_uint, cpus: &CpuSet, flags: c_uint) -> Result<()> {
        check_flags(flags, DEFINITIONS)?;
        let mut machine = self.state.domains.find(domain)?;
        let definition = machine.one_mut(flags)?;
        if cpus.is_empty() {
            return Err(bad("Empty iothread cpumap list for pinning"));
        }
        if !definition.has_io_thread(id) {
            return Err(bad(format!("iothreadid {} not found", id.cast_signed())));
        }
        definition.pin_io_thread(id, cpus);
        Ok(())
    }

    fn add_io_thread(&self, domain: &Domain, id: c_uint, flags: c_uint) -> Result<()> {
        check_flags(flags, DEFINITIONS)?;
        require_io_thread_id(id)?;
        let mut machine = self.state.domains.find(domain)?;
        machine.one_mut(flags)?.add_io_thread(id)?;
        machine.runtime.io_threads.push(IoThreadPolling::new(id));
        Ok(())
    }

    fn delete_io_thread(&self, domain: &Domain, id: c_uint, flags: c_uint) -> Result<()> {
        check_flags(flags, DEFINITIONS)?;
        require_io_thread_id(id)?;
        let mut machine = self.state.domains.find(domain)?;
        machine.one_mut(flags)?.delete_io_thread(id)?;
        let threads = &mut machine.runtime.io_threads;
        if let Some(at) = threads.iter().position(|thread| thread.id == id) {
            threads.remove(at);
        }
        Ok(())
    }

    fn set_io_thread_params(&self, domain: &Domain, id: c_uint, params: &TypedParams, flags: c_uint) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_AFFECT_LIVE)?;
        require_io_thread_id(id)?;
        let mut machine = self.state.domains.find(domain)?;
        if !machine.one(flags)?.has_io_thread(id) {
            return Err(bad(format!("cannot find IOThread '{id}' in iothreadids")));
        }
        params.validate(&[
            (VIR_DOMAIN_IOTHREAD_POLL_MAX_NS, VIR_TYPED_PARAM_ULLONG),
            (VIR_DOMAIN_IOTHREAD_POLL_GROW, VIR_TYPED_PARAM_UINT),
            (VIR_DOMAIN_IOTHREAD_POLL_SHRINK, VIR_TYPED_PARAM_UINT),
        ])?;
        set_polling(&mut machine, id, params)
    }

    fn cpu_stats(&self, domain: &Domain, start: i32, count: c_uint, flags: c_uint) -> Result<CpuStats> {
        check_flags(flags, 0)?;
        drop(self.state.domains.find_active(domain)?);
        let Ok(start) = u32::try_from(start) else {
            return Ok(CpuStats { cpus: 1, params: vec![stats_of_all_cpus()] });
        };
        if start >= CPUS_WITH_STATS {
            return Err(bad(format!("start_cpu {start} larger than maximum of {}", CPUS_WITH_STATS - 1)));
        }
        let end = start.saturating_add(count).min(CPUS_WITH_STATS);
        Ok(CpuStats { cpus: CPUS_WITH_STATS as usize, params: (start..end).map(stats_of_cpu).collect() })
    }
}

/// Only threads that were added by a call can be tuned here, as in the original.
fn set_polling(machine: &mut Machine, id: c_uint, params: &TypedParams) -> Result<()> {
    let Some(polling) = machine.runtime.io_threads.iter_mut().find(|thread| thread.id == id) else {
        return Err(Error::without_cause());
    };
    if let Some(nanoseconds) = params.ullong(VIR_DOMAIN_IOTHREAD_POLL_MAX_NS) {
        polling.max_nanoseconds = nanoseconds;
    }
    if let Some(factor) = params.uint(VIR_DOMAIN_IOTHREAD_POLL_GROW) {
        polling.grow = factor;
    }
    if let Some(factor) = params.uint(VIR_DOMAIN_IOTHREAD_POLL_SHRINK) {
        polling.shrink = factor;
    }
    Ok(())
}
