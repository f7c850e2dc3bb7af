//! I/O threads: which there are, and where each may run.

use crate::error::{Error, Result};
use crate::types::*;
use crate::xml::CpuSet;
use crate::xml::domain::Domain;
use crate::xml::domain::cputune::Iothreadpin;
use crate::xml::domain::vcpu::IoThread;

fn wrong(text: String) -> Error {
    Error::new(VIR_ERR_INVALID_ARG, text).from_origin(VIR_FROM_DOMAIN)
}

impl Domain {
    /// Their numbers: those that are listed, else as many as are said, from 1 on.
    pub fn io_threads(&self) -> Vec<u32> {
        match &self.iothread_ids[..] {
            [] => (1..=self.iothreads.unwrap_or(0)).collect(),
            listed => listed.iter().map(|thread| thread.id).collect(),
        }
    }

    /// Whether there is one of that number.
    pub fn has_io_thread(&self, id: u32) -> bool {
        match &self.iothread_ids[..] {
            [] => (1..=self.iothreads.unwrap_or(0)).contains(&id),
            listed => listed.iter().any(|thread| thread.id == id),
        }
    }

    /// # Errors
    /// `VIR_ERR_INVALID_ARG` when there is one of that number.
    pub fn add_io_thread(&mut self, id: u32) -> Result<()> {
        if self.has_io_thread(id) {
            return Err(wrong(format!("an IOThread is already using iothread_id '{id}'")));
        }
        self.list_io_threads();
        self.iothread_ids.push(IoThread { id, ..IoThread::default() });
        self.iothreads = Some(self.iothread_ids.len() as u32);
        Ok(())
    }

    /// # Errors
    /// `VIR_ERR_INVALID_ARG` when there is none of that number, or something uses it.
    pub fn delete_io_thread(&mut self, id: u32) -> Result<()> {
        if !self.has_io_thread(id) {
            return Err(wrong(format!("cannot find IOThread '{id}' in iothreadids list")));
        }
        if let Some(disk) = self.devices.disks.iter().find(|disk| disk.driver.iothread == id) {
            let disk = disk.target.device.as_deref().unwrap_or_default();
            return Err(wrong(format!("cannot remove IOThread {id} since it is being used by disk '{disk}'")));
        }
        let left = self.iothreads.unwrap_or(0).saturating_sub(1);
        // Numbers that nobody gave stay unwritten where they can.
        if !self.iothread_ids.is_empty() || id <= left {
            self.list_io_threads();
            self.iothread_ids.retain(|thread| thread.id != id);
        }
        self.iothreads = (left > 0).then_some(left);
        if let Some(tune) = self.cputune.there() {
            tune.iothreadpins.retain(|pin| pin.iothread != id);
            for sched in &mut tune.iothreadscheds {
                sched.iothreads.remove(id);
            }
            tune.iothreadscheds.retain(|sched| !sched.iothreads.is_empty());
        }
        Ok(())
    }

    fn list_io_threads(&mut self) {
        if self.iothread_ids.is_empty() {
            let ids = self.io_threads().into_iter();
            self.iothread_ids = ids.map(|id| IoThread { id, ..IoThread::default() }).collect();
        }
    }

    /// Where one may run, when that is limited.
    pub fn io_thread_pin(&self, id: u32) -> Option<&CpuSet> {
        let own = self.cputune.iothreadpins.iter().find(|pin| pin.iothread == id).map(|pin| &pin.cpuset);
        own.or(self.vcpu.cpuset.as_deref())
    }

    pub fn pin_io_thread(&mut self, id: u32, cpus: &CpuSet) {
        let pins = &mut self.cputune.iothreadpins;
        match pins.iter_mut().find(|pin| pin.iothread == id) {
            Some(pin) => pin.cpuset = cpus.clone(),
            None => pins.push(Iothreadpin { iothread: id, cpuset: cpus.clone() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn threads_come_and_go() {
        let mut domain = Domain { iothreads: Some(2), ..Domain::default() };
        assert_eq!(domain.io_threads(), [1, 2]);
        assert!(domain.add_io_thread(2).is_err());
        domain.delete_io_thread(2).unwrap();
        assert_eq!((domain.iothreads, domain.iothread_ids.len()), (Some(1), 0));
        domain.add_io_thread(5).unwrap();
        assert_eq!((domain.iothreads, domain.io_threads()), (Some(2), vec![1, 5]));
        domain.delete_io_thread(1).unwrap();
        domain.delete_io_thread(5).unwrap();
        assert_eq!((domain.iothreads, domain.io_threads()), (None, vec![]));
        assert!(domain.delete_io_thread(5).is_err());
    }
}
