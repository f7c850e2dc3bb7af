//! What a driver does with network interfaces of the host.

use std::sync::Arc;

use crate::error::{Result, unsupported};
use crate::object::{Connection, Interface};

/// Network interfaces of the host. Every method defaults to "not supported". A driver refuses flags that it does not know.
pub trait InterfaceDriver {
    /// How many interfaces are up, or down.
    fn count(&self, active: bool) -> Result<usize> {
        let _ = active;
        unsupported()
    }

    /// Names of the interfaces that are up, or down.
    fn names(&self, active: bool) -> Result<Vec<String>> {
        let _ = active;
        unsupported()
    }

    /// Interfaces that fit the `VIR_CONNECT_LIST_INTERFACES_…` flags.
    fn list(&self, connection: &Arc<Connection>, flags: u32) -> Result<Vec<Arc<Interface>>> {
        let _ = (connection, flags);
        unsupported()
    }

    /// The interface of that name.
    fn by_name(&self, connection: &Arc<Connection>, name: &str) -> Result<Arc<Interface>> {
        let _ = (connection, name);
        unsupported()
    }

    /// The interface with that MAC address.
    fn by_mac(&self, connection: &Arc<Connection>, mac: &str) -> Result<Arc<Interface>> {
        let _ = (connection, mac);
        unsupported()
    }

    /// Keeps a definition. `flags`: `VIR_INTERFACE_DEFINE_…`.
    fn define_xml(&self, connection: &Arc<Connection>, xml: &str, flags: u32) -> Result<Arc<Interface>> {
        let _ = (connection, xml, flags);
        unsupported()
    }

    /// Forgets a definition.
    fn undefine(&self, interface: &Interface) -> Result<()> {
        let _ = interface;
        unsupported()
    }

    /// Brings an interface up.
    fn create(&self, interface: &Interface, flags: u32) -> Result<()> {
        let _ = (interface, flags);
        unsupported()
    }

    /// Takes an interface down.
    fn destroy(&self, interface: &Interface, flags: u32) -> Result<()> {
        let _ = (interface, flags);
        unsupported()
    }

    /// The document. `flags`: `VIR_INTERFACE_XML_…`.
    fn xml(&self, interface: &Interface, flags: u32) -> Result<String> {
        let _ = (interface, flags);
        unsupported()
    }

    /// Whether it is up.
    fn is_active(&self, interface: &Interface) -> Result<bool> {
        let _ = interface;
        unsupported()
    }

    /// Remembers the interfaces as they are.
    fn change_begin(&self, flags: u32) -> Result<()> {
        let _ = flags;
        unsupported()
    }

    /// Keeps the changes since [`InterfaceDriver::change_begin`].
    fn change_commit(&self, flags: u32) -> Result<()> {
        let _ = flags;
        unsupported()
    }

    /// Goes back to the interfaces as they were at [`InterfaceDriver::change_begin`].
    fn change_rollback(&self, flags: u32) -> Result<()> {
        let _ = flags;
        unsupported()
    }
}
