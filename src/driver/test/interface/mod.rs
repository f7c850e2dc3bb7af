//! The test driver's side of `driver/interface.rs`.

mod store;

use std::sync::Arc;

pub use store::Interfaces;

use crate::driver::InterfaceDriver;
use crate::driver::test::{Test, check_flags};
use crate::error::Result;
use crate::object::{Connection, Interface};
use crate::types::*;
use crate::xml::{self, Dump, Read};

impl InterfaceDriver for Test {
    fn count(&self, active: bool) -> Result<usize> {
        Ok(self.state.interfaces.count(active))
    }

    fn names(&self, active: bool) -> Result<Vec<String>> {
        Ok(self.state.interfaces.names(active))
    }

    fn list(&self, connection: &Arc<Connection>, flags: u32) -> Result<Vec<Arc<Interface>>> {
        check_flags(flags, VIR_CONNECT_LIST_INTERFACES_ACTIVE | VIR_CONNECT_LIST_INTERFACES_INACTIVE)?;
        let listed = |active| {
            flags == 0
                || flags & VIR_CONNECT_LIST_INTERFACES_ACTIVE != 0 && active
                || flags & VIR_CONNECT_LIST_INTERFACES_INACTIVE != 0 && !active
        };
        let found = self.state.interfaces.definitions(listed);
        Ok(found.iter().map(|definition| handle(connection, definition)).collect())
    }

    fn by_name(&self, connection: &Arc<Connection>, name: &str) -> Result<Arc<Interface>> {
        let definition = self.state.interfaces.definition(name)?;
        Ok(handle(connection, &definition))
    }

    fn by_mac(&self, connection: &Arc<Connection>, mac: &str) -> Result<Arc<Interface>> {
        let definition = self.state.interfaces.by_mac(mac)?;
        Ok(handle(connection, &definition))
    }

    fn define_xml(&self, connection: &Arc<Connection>, xml: &str, flags: u32) -> Result<Arc<Interface>> {
        check_flags(flags, VIR_INTERFACE_DEFINE_VALIDATE)?;
        let strict = flags & VIR_INTERFACE_DEFINE_VALIDATE != 0;
        let definition = xml::interface::Interface::parse(xml, Read { strict, active: false, ..Read::default() })?;
        Ok(handle(connection, &self.state.interfaces.define(definition)))
    }

    fn undefine(&self, interface: &Interface) -> Result<()> {
        self.state.interfaces.undefine(interface.name())
    }

    fn create(&self, interface: &Interface, flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        self.state.interfaces.set_active(interface.name(), true)
    }

    fn destroy(&self, interface: &Interface, flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        self.state.interfaces.set_active(interface.name(), false)
    }

    fn xml(&self, interface: &Interface, flags: u32) -> Result<String> {
        check_flags(flags, 0)?;
        Ok(xml::format(&*self.state.interfaces.definition(interface.name())?, Dump::default()))
    }

    fn is_active(&self, interface: &Interface) -> Result<bool> {
        self.state.interfaces.is_active(interface.name())
    }

    fn change_begin(&self, flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        self.state.interfaces.begin()
    }

    fn change_commit(&self, flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        self.state.interfaces.commit()
    }

    fn change_rollback(&self, flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        self.state.interfaces.roll_back()
    }
}

fn handle(connection: &Arc<Connection>, definition: &xml::interface::Interface) -> Arc<Interface> {
    Interface::new(connection, &definition.name, definition.mac())
}
