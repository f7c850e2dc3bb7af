//! What a driver does with network filters, and with filters in use on ports.

use std::sync::Arc;

use crate::error::{Result, unsupported};
use crate::object::{Connection, NwFilter, NwFilterBinding};
use crate::uuid::Uuid;

/// Network filters and their bindings. Every method defaults to "not supported".
pub trait NwFilterDriver {
    /// All filters. No flags are known.
    fn list(&self, connection: &Arc<Connection>, flags: u32) -> Result<Vec<Arc<NwFilter>>> {
        let _ = (connection, flags);
        unsupported()
    }

    /// The names of all filters.
    fn names(&self) -> Result<Vec<String>> {
        unsupported()
    }

    fn by_name(&self, connection: &Arc<Connection>, name: &str) -> Result<Arc<NwFilter>> {
        let _ = (connection, name);
        unsupported()
    }

    fn by_uuid(&self, connection: &Arc<Connection>, uuid: Uuid) -> Result<Arc<NwFilter>> {
        let _ = (connection, uuid);
        unsupported()
    }

    /// Makes or changes a filter. `flags` is `virNWFilterDefineFlags`.
    fn define(&self, connection: &Arc<Connection>, xml: &str, flags: u32) -> Result<Arc<NwFilter>> {
        let _ = (connection, xml, flags);
        unsupported()
    }

    fn undefine(&self, filter: &NwFilter) -> Result<()> {
        let _ = filter;
        unsupported()
    }

    /// The `<filter>` document. No flags are known.
    fn xml(&self, filter: &NwFilter, flags: u32) -> Result<String> {
        let _ = (filter, flags);
        unsupported()
    }

    /// All bindings. No flags are known.
    fn bindings(&self, connection: &Arc<Connection>, flags: u32) -> Result<Vec<Arc<NwFilterBinding>>> {
        let _ = (connection, flags);
        unsupported()
    }

    /// The binding on that port.
    fn binding_by_port(&self, connection: &Arc<Connection>, port: &str) -> Result<Arc<NwFilterBinding>> {
        let _ = (connection, port);
        unsupported()
    }

    /// Puts a filter in use on a port. `flags` is `virNWFilterBindingCreateFlags`.
    fn create_binding(&self, connection: &Arc<Connection>, xml: &str, flags: u32) -> Result<Arc<NwFilterBinding>> {
        let _ = (connection, xml, flags);
        unsupported()
    }

    fn delete_binding(&self, binding: &NwFilterBinding) -> Result<()> {
        let _ = binding;
        unsupported()
    }

    /// The `<filterbinding>` document. No flags are known.
    fn binding_xml(&self, binding: &NwFilterBinding, flags: u32) -> Result<String> {
        let _ = (binding, flags);
        unsupported()
    }
}
