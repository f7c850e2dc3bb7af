//! The host's interfaces that there are.

use std::collections::HashMap;
use std::sync::Arc;

use parking_lot::Mutex;

use crate::driver::test::error;
use crate::error::{Error, Result};
use crate::types::*;
use crate::xml::Read;
use crate::xml::interface::Interface;

/// All interfaces, under one lock: nothing that is done with them takes time.
#[derive(Default)]
pub struct Interfaces(Mutex<Inner>);

#[derive(Default)]
struct Inner {
    by_name: HashMap<String, Entry>,
    /// The definitions as they were when a change began.
    before: Option<Vec<Arc<Interface>>>,
}

struct Entry {
    definition: Arc<Interface>,
    active: bool,
}

impl Interfaces {
    /// The one interface of `test:///default`.
    ///
    /// # Errors
    /// None, unless the builtin document is wrong.
    pub fn builtin() -> Result<Self> {
        let interfaces = Self::default();
        interfaces.add_from_xml(include_str!("builtin.xml"))?;
        Ok(interfaces)
    }

    /// One more interface, which is up: what stands in a `test:///FILE`.
    ///
    /// # Errors
    /// What is wrong with the document.
    pub fn add_from_xml(&self, xml: &str) -> Result<()> {
        let definition = self.define(Interface::parse(xml, Read::default())?);
        self.0.lock().entry(&definition.name)?.active = true;
        Ok(())
    }

    pub fn count(&self, active: bool) -> usize {
        self.0.lock().by_name.values().filter(|entry| entry.active == active).count()
    }

    /// Names in alphabetical order.
    pub fn names(&self, active: bool) -> Vec<String> {
        self.definitions(|is| is == active).iter().map(|definition| definition.name.clone()).collect()
    }

    /// Those that are listed, by whether they are up, in alphabetical order.
    pub fn definitions(&self, listed: impl Fn(bool) -> bool) -> Vec<Arc<Interface>> {
        let inner = self.0.lock();
        let entries = inner.by_name.values().filter(|entry| listed(entry.active));
        let mut found: Vec<_> = entries.map(|entry| Arc::clone(&entry.definition)).collect();
        found.sort_unstable_by(|one, other| one.name.cmp(&other.name));
        found
    }

    /// # Errors
    /// `VIR_ERR_NO_INTERFACE`.
    pub fn definition(&self, name: &str) -> Result<Arc<Interface>> {
        Ok(Arc::clone(&self.0.lock().entry(name)?.definition))
    }

    /// # Errors
    /// `VIR_ERR_NO_INTERFACE`.
    pub fn is_active(&self, name: &str) -> Result<bool> {
        Ok(self.0.lock().entry(name)?.active)
    }

    /// # Errors
    /// `VIR_ERR_NO_INTERFACE`, or `VIR_ERR_MULTIPLE_INTERFACES` where several have that address.
    pub fn by_mac(&self, mac: &str) -> Result<Arc<Interface>> {
        let inner = self.0.lock();
        let definitions = inner.by_name.values().map(|entry| &entry.definition);
        let mut found = definitions.filter(|known| !mac.is_empty() && known.mac().eq_ignore_ascii_case(mac));
        match (found.next(), found.next()) {
            (Some(one), None) => Ok(Arc::clone(one)),
            (Some(_), Some(_)) => Err(Error::bare(VIR_ERR_MULTIPLE_INTERFACES).from_origin(VIR_FROM_TEST)),
            (None, _) => Err(error(VIR_ERR_NO_INTERFACE, format!("no interface with matching mac '{mac}'"))),
        }
    }

    /// Puts a definition in the place of the one with its name; whether that is up does not change.
    pub fn define(&self, definition: Interface) -> Arc<Interface> {
        let definition = Arc::new(definition);
        let mut inner = self.0.lock();
        match inner.by_name.get_mut(&definition.name) {
            Some(entry) => entry.definition = Arc::clone(&definition),
            None => inner.insert(&definition),
        }
        definition
    }

    /// # Errors
    /// `VIR_ERR_NO_INTERFACE`.
    pub fn undefine(&self, name: &str) -> Result<()> {
        let mut inner = self.0.lock();
        inner.entry(name)?;
        inner.by_name.remove(name);
        Ok(())
    }

    /// # Errors
    /// `VIR_ERR_NO_INTERFACE`; `VIR_ERR_OPERATION_INVALID` where it is so already.
    pub fn set_active(&self, name: &str, active: bool) -> Result<()> {
        let mut inner = self.0.lock();
        let entry = inner.entry(name)?;
        if entry.active == active {
            return Err(Error::bare(VIR_ERR_OPERATION_INVALID).from_origin(VIR_FROM_TEST));
        }
        entry.active = active;
        Ok(())
    }

    /// Remembers the definitions.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_INVALID` while they are remembered already.
    pub fn begin(&self) -> Result<()> {
        let mut inner = self.0.lock();
        if inner.before.is_some() {
            return Err(invalid("there is another transaction running."));
        }
        inner.before = Some(inner.by_name.values().map(|entry| Arc::clone(&entry.definition)).collect());
        Ok(())
    }

    /// Forgets what [`Interfaces::begin`] remembered.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_INVALID` when nothing is remembered.
    pub fn commit(&self) -> Result<()> {
        match self.0.lock().before.take() {
            Some(_) => Ok(()),
            None => Err(invalid("no transaction running, nothing to be committed.")),
        }
    }

    /// Goes back to what [`Interfaces::begin`] remembered: the definitions, none of them up (so does libvirt).
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_INVALID` when nothing is remembered.
    pub fn roll_back(&self) -> Result<()> {
        let mut inner = self.0.lock();
        let before = inner.before.take().ok_or_else(|| invalid("no transaction running, nothing to rollback."))?;
        inner.by_name.clear();
        before.iter().for_each(|definition| inner.insert(definition));
        Ok(())
    }
}

impl Inner {
    fn entry(&mut self, name: &str) -> Result<&mut Entry> {
        let found = self.by_name.get_mut(name);
        found.ok_or_else(|| error(VIR_ERR_NO_INTERFACE, format!("no interface with matching name '{name}'")))
    }

    /// A new interface, which is down.
    fn insert(&mut self, definition: &Arc<Interface>) {
        let entry = Entry { definition: Arc::clone(definition), active: false };
        self.by_name.insert(definition.name.clone(), entry);
    }
}

fn invalid(text: &str) -> Error {
    error(VIR_ERR_OPERATION_INVALID, text)
}
