//! The domains that there are: found by UUID, name and number at the same cost however many there are.
//!
//! Locks are taken in this order, and nothing but the first is held while work is done on a domain: a machine's,
//! `changes`, then one map's.

mod machine;
mod shards;

use std::collections::HashMap;
use std::ffi::c_uint;
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};

use parking_lot::{ArcMutexGuard, Mutex, RawMutex, RwLock};

pub use machine::Machine;
use shards::Shards;

use crate::driver::domain::{effective_list_flags, is_listed};
use crate::driver::test::domain::definition::{self, Definition};
use crate::driver::test::error;
use crate::error::{Error, Result};
use crate::object::{Connection, Domain, Name};
use crate::types::*;
use crate::uuid::Uuid;

/// A machine that others may look at and lock.
pub type Shared = Arc<Mutex<Machine>>;

/// A machine that nobody else looks at for now.
pub type Locked = ArcMutexGuard<RawMutex, Machine>;

/// What lists need of a machine, side by side in memory: looking at ten thousand machines one by one costs ten times as much.
struct Card {
    machine: Shared,
    name: Name,
    /// Its number while it runs, else -1.
    id: i32,
}

/// All domains.
pub struct Domains {
    by_uuid: Shards<Uuid, Card>,
    by_name: Shards<String, (Uuid, Shared)>,
    active: RwLock<HashMap<i32, Shared>>,
    /// Held by who adds, removes or renames.
    changes: Mutex<()>,
    next_id: AtomicI32,
}

impl Domains {
    /// No domains; the first that starts gets the number 1.
    pub fn empty() -> Self {
        Self {
            by_uuid: Shards::default(),
            by_name: Shards::default(),
            active: RwLock::default(),
            changes: Mutex::new(()),
            next_id: AtomicI32::new(1),
        }
    }

    /// The one domain of `test:///default`, which runs.
    ///
    /// # Errors
    /// None, unless the builtin document is wrong.
    pub fn builtin() -> Result<Self> {
        let domains = Self::empty();
        let (mut machine, _) = domains.assign(&Arc::new(definition::builtin()?))?;
        machine.persistent = true;
        domains.start(&mut machine, VIR_DOMAIN_RUNNING_UNKNOWN);
        drop(machine);
        Ok(domains)
    }

    /// The machine that a handle points at.
    ///
    /// # Errors
    /// `VIR_ERR_NO_DOMAIN` when there is none with its UUID any more.
    pub fn find(&self, domain: &Domain) -> Result<Locked> {
        self.by_uuid(&domain.uuid).ok_or_else(|| {
            let text = format!("no domain with matching uuid '{}' ({})", domain.uuid, domain.name());
            error(VIR_ERR_NO_DOMAIN, text)
        })
    }

    /// As [`Domains::find`], of a domain that runs.
    ///
    /// # Errors
    /// Also `VIR_ERR_OPERATION_INVALID` "domain is not running".
    pub fn find_active(&self, domain: &Domain) -> Result<Locked> {
        let machine = self.find(domain)?;
        machine.require_active()?;
        Ok(machine)
    }

    pub fn by_uuid(&self, uuid: &Uuid) -> Option<Locked> {
        Self::locked(|| self.by_uuid.get(uuid, |card| Arc::clone(&card.machine)), |_| true)
    }

    pub fn by_name(&self, name: &str) -> Option<Locked> {
        Self::locked(|| self.by_name.get(name, |(_, machine)| Arc::clone(machine)), |machine| machine.name() == name)
    }

    pub fn by_id(&self, id: i32) -> Option<Locked> {
        Self::locked(|| self.active.read().get(&id).cloned(), |machine| machine.id == id)
    }

    /// Locks what `search` finds; searches again when that changed while its lock was waited for.
    fn locked(search: impl Fn() -> Option<Shared>, matches: impl Fn(&Machine) -> bool) -> Option<Locked> {
        loop {
            let machine = search()?.lock_arc();
            if !machine.gone && matches(&machine) {
                return Some(machine);
            }
        }
    }

    /// All machines, in no order.
    pub fn all(&self) -> Vec<Shared> {
        let mut all = Vec::with_capacity(self.by_uuid.len());
        self.by_uuid.each(|_, card| all.push(Arc::clone(&card.machine)));
        all
    }

    /// The machines that run, in no order. Costs what they are, not what there is.
    pub fn active(&self) -> Vec<Shared> {
        self.active.read().values().cloned().collect()
    }

    pub fn count_active(&self) -> usize {
        self.active.read().len()
    }

    pub fn active_ids(&self) -> Vec<i32> {
        self.active.read().keys().copied().collect()
    }

    pub fn count_inactive(&self) -> usize {
        self.by_uuid.len().saturating_sub(self.count_active())
    }

    pub fn inactive_names(&self) -> Vec<String> {
        let all = self.all();
        let locked = all.iter().map(|shared| shared.lock());
        let inactive = locked.filter(|machine| !machine.gone && !machine.is_active());
        inactive.map(|machine| machine.name().to_owned()).collect()
    }

    /// The machine with the UUID of a definition, and whether it is a new one, which has that definition and is neither
    /// running nor persistent.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_FAILED` when a machine has only its name or only its UUID.
    pub fn assign(&self, definition: &Arc<Definition>) -> Result<(Locked, bool)> {
        let uuid = definition.uuid.unwrap_or_default();
        loop {
            if let Some(machine) = self.by_uuid(&uuid) {
                if machine.name() != definition.name {
                    return Err(taken(format!("domain '{}' is already defined with uuid {uuid}", machine.name())));
                }
                return Ok((machine, false));
            }
            let shared = Arc::new(Mutex::new(Machine::new(Arc::clone(definition), uuid)));
            // Nobody knows it yet, so this does not wait.
            let machine = shared.lock_arc();
            let _changes = self.changes.lock();
            if self.by_uuid.get(&uuid, |_| ()).is_some() {
                continue;
            }
            if let Some(other) = self.by_name.get(definition.name.as_str(), |(other, _)| *other) {
                return Err(taken(format!("domain '{}' already exists with uuid {other}", definition.name)));
            }
            let name = Name::new(&definition.name);
            self.by_uuid.insert(uuid, Card { machine: Arc::clone(&shared), name, id: -1 });
            self.by_name.insert(definition.name.clone(), (uuid, shared));
            return Ok((machine, true));
        }
    }

    /// A machine that is about to run with a definition: a new one, or the one that is defined with that UUID.
    ///
    /// # Errors
    /// Those of [`Domains::assign`], and `VIR_ERR_OPERATION_INVALID` when it runs already.
    pub fn assign_live(&self, definition: Definition) -> Result<Locked> {
        let definition = Arc::new(definition);
        let (mut machine, is_new) = self.assign(&definition)?;
        if machine.is_active() {
            let text = format!("domain '{}' is already active", machine.name());
            return Err(Error::new(VIR_ERR_OPERATION_INVALID, text).from_origin(VIR_FROM_DOMAIN));
        }
        if !is_new {
            machine.next = Some(std::mem::replace(&mut machine.definition, definition));
        }
        Ok(machine)
    }

    /// Takes a machine out; whoever waits for it finds it gone.
    pub fn remove(&self, machine: &mut Locked) {
        machine.gone = true;
        let _changes = self.changes.lock();
        self.by_uuid.remove(&machine.uuid);
        self.by_name.remove(machine.name());
        if machine.is_active() {
            self.active.write().remove(&machine.id);
        }
    }

    /// Gives a machine another name in all its definitions.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_INVALID` when the name is taken, also by itself.
    pub fn rename(&self, machine: &mut Locked, name: &str) -> Result<()> {
        let _changes = self.changes.lock();
        if machine.name() == name {
            let text = "Can't rename domain to itself";
            return Err(Error::new(VIR_ERR_OPERATION_INVALID, text).from_origin(VIR_FROM_DOMAIN));
        }
        if self.by_name.get(name, |_| ()).is_some() {
            let text = format!("domain with name '{name}' already exists");
            return Err(Error::new(VIR_ERR_OPERATION_INVALID, text).from_origin(VIR_FROM_DOMAIN));
        }
        self.by_uuid.change(&machine.uuid, |card| card.name = Name::new(name));
        self.by_name.remove(machine.name());
        self.by_name.insert(name.to_owned(), (machine.uuid, Arc::clone(ArcMutexGuard::mutex(machine))));
        name.clone_into(&mut machine.live_mut().name);
        if machine.next.is_some() {
            name.clone_into(&mut machine.config_mut().name);
        }
        Ok(())
    }

    /// Lets a machine run under the next number; from here on it has two definitions.
    pub fn start(&self, machine: &mut Locked, reason: virDomainRunningReason) {
        if machine.persistent && machine.next.is_none() {
            machine.next = Some(Arc::clone(&machine.definition));
        }
        machine.id = self.next_id.fetch_add(1, Ordering::Relaxed);
        machine.live_mut().id = u32::try_from(machine.id).ok();
        if let Some(next) = &mut machine.next
            && !next.is_in_order()
        {
            Arc::make_mut(next).sort_again();
        }
        machine.set_state(VIR_DOMAIN_RUNNING, reason);
        self.active.write().insert(machine.id, Arc::clone(ArcMutexGuard::mutex(machine)));
        self.by_uuid.change(&machine.uuid, |card| card.id = machine.id);
    }

    /// A machine does not run any more; its persistent definition is the only one again.
    pub fn stop(&self, machine: &mut Locked, reason: virDomainShutoffReason) {
        let mut active = self.active.write();
        active.remove(&machine.id);
        // Listing costs room, not content.
        if active.len() < active.capacity() / 8 {
            active.shrink_to_fit();
        }
        drop(active);
        self.by_uuid.change(&machine.uuid, |card| card.id = -1);
        machine.id = -1;
        match machine.next.take() {
            Some(next) => machine.definition = next,
            None => machine.live_mut().id = None,
        }
        machine.set_state(VIR_DOMAIN_SHUTOFF, reason);
    }

    /// Handles of those machines that `VIR_CONNECT_LIST_DOMAINS_…` flags ask for.
    pub fn list(&self, connection: &Arc<Connection>, flags: c_uint) -> Vec<Arc<Domain>> {
        let flags = effective_list_flags(flags);
        if flags == 0 {
            let mut listed = Vec::with_capacity(self.by_uuid.len());
            self.by_uuid.each(|uuid, card| listed.push(Domain::named(connection, card.name.clone(), *uuid, card.id)));
            return listed;
        }
        let candidates = if flags & VIR_CONNECT_LIST_DOMAINS_ACTIVE != 0 { self.active() } else { self.all() };
        let locked = candidates.iter().map(|machine| machine.lock());
        let listed = locked.filter(|machine| !machine.gone && is_listed(&**machine, flags));
        listed.map(|machine| handle(connection, &machine)).collect()
    }
}

/// A handle of a machine.
pub fn handle(connection: &Arc<Connection>, machine: &Machine) -> Arc<Domain> {
    Domain::new(connection, machine.name(), machine.uuid, machine.id)
}

fn taken(text: String) -> Error {
    Error::new(VIR_ERR_OPERATION_FAILED, text).from_origin(VIR_FROM_DOMAIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    const UUID: &str = "aaaaaaaa-bbbb-cccc-dddd-000000000001";

    fn definition(name: &str, uuid: &str) -> Definition {
        let text = format!(
            "<domain type='test'><name>{name}</name><uuid>{uuid}</uuid><memory>1024</memory><os><type>hvm</type></os></domain>"
        );
        definition::read(&text, true).unwrap().0
    }

    #[test]
    fn names_and_uuids_belong_together() {
        let domains = Domains::empty();
        let (machine, is_new) = domains.assign(&Arc::new(definition("a", UUID))).unwrap();
        assert!(is_new && !machine.is_active());
        drop(machine);
        let (machine, is_new) = domains.assign(&Arc::new(definition("a", UUID))).unwrap();
        assert!(!is_new);
        drop(machine);
        let other = "aaaaaaaa-bbbb-cccc-dddd-000000000002";
        for (name, uuid) in [("b", UUID), ("a", other)] {
            let error = domains.assign(&Arc::new(definition(name, uuid))).err().unwrap();
            assert_eq!(error.code(), VIR_ERR_OPERATION_FAILED);
        }
        assert!(domains.by_name("b").is_none());
    }

    #[test]
    fn lives_of_a_machine() {
        let domains = Domains::builtin().unwrap();
        assert_eq!(domains.active_ids(), [1]);
        let (mut machine, _) = domains.assign(&Arc::new(definition("a", UUID))).unwrap();
        machine.persistent = true;
        domains.start(&mut machine, VIR_DOMAIN_RUNNING_BOOTED);
        assert_eq!((machine.id, machine.definition.id), (2, Some(2)));
        assert!(domains.assign_live(definition("test", "6695eb01-f6a4-8304-79aa-97f2502e193f")).is_err());
        machine
            .change(VIR_DOMAIN_AFFECT_LIVE, |live| {
                live.title = Some("live".to_owned());
                Ok(())
            })
            .unwrap();
        assert_eq!(machine.config().title, None);
        drop(machine);
        assert_eq!((domains.count_active(), domains.count_inactive()), (2, 0));

        let mut machine = domains.by_id(2).unwrap();
        domains.stop(&mut machine, VIR_DOMAIN_SHUTOFF_DESTROYED);
        assert_eq!((machine.id, machine.definition.id, &machine.definition.title), (-1, None, &None));
        domains.rename(&mut machine, "b").unwrap();
        assert!(domains.rename(&mut machine, "test").is_err());
        drop(machine);
        assert!(domains.by_id(2).is_none() && domains.by_name("a").is_none());
        assert_eq!(domains.inactive_names(), ["b"]);

        domains.remove(&mut domains.by_name("b").unwrap());
        assert!(domains.by_uuid(&Uuid::parse(UUID).unwrap()).is_none());
        assert_eq!(domains.count_inactive(), 0);
    }
}
