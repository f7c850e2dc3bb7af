//! Objects of the host: interfaces, node devices, secrets, network filters and their bindings.

use std::ffi::{CStr, CString};
use std::sync::{Arc, OnceLock};

use super::tag::{c_text, name_text, object};
use super::{Connection, Tag};
use crate::driver::{InterfaceDriver, NodeDeviceDriver, NwFilterDriver, SecretDriver};
use crate::error::Result;
use crate::uuid::Uuid;

object! {
    /// A network interface of the host.
    Interface = 9, VIR_ERR_INVALID_INTERFACE, VIR_FROM_INTERFACE {
        c_name: CString,
        c_mac: CString,
    }
}

impl Interface {
    pub fn new(connection: &Arc<Connection>, name: &str, mac: &str) -> Arc<Self> {
        let connection = Arc::clone(connection);
        Arc::new(Self { tag: Tag::new(), connection, c_name: c_text(name), c_mac: c_text(mac) })
    }

    pub fn name(&self) -> &str {
        name_text(&self.c_name)
    }

    pub fn driver(&self) -> Result<&dyn InterfaceDriver> {
        self.connection.driver.interfaces()
    }
}

object! {
    /// A device of the host.
    NodeDevice = 10, VIR_ERR_INVALID_NODE_DEVICE, VIR_FROM_NODEDEV {
        c_name: CString,
        /// What `virNodeDeviceGetParent` said first; C may keep looking at it.
        c_parent: OnceLock<CString>,
    }
}

impl NodeDevice {
    pub fn new(connection: &Arc<Connection>, name: &str) -> Arc<Self> {
        let connection = Arc::clone(connection);
        Arc::new(Self { tag: Tag::new(), connection, c_name: c_text(name), c_parent: OnceLock::new() })
    }

    pub fn name(&self) -> &str {
        name_text(&self.c_name)
    }

    /// What [`NodeDevice::keep_parent`] was told.
    pub fn kept_parent(&self) -> Option<&CStr> {
        self.c_parent.get().map(CString::as_c_str)
    }

    /// The parent's name as text that lives as long as the object; the first one that it is told.
    pub fn keep_parent(&self, parent: &str) -> &CStr {
        self.c_parent.get_or_init(|| c_text(parent))
    }

    pub fn driver(&self) -> Result<&dyn NodeDeviceDriver> {
        self.connection.driver.node_devices()
    }
}

object! {
    /// A secret.
    Secret = 11, VIR_ERR_INVALID_SECRET, VIR_FROM_SECRET {
        uuid: Uuid,
        /// A `VIR_SECRET_USAGE_TYPE_…`.
        usage_type: i32,
        c_usage_id: CString,
    }
}

impl Secret {
    pub fn new(connection: &Arc<Connection>, uuid: Uuid, usage_type: i32, usage_id: &str) -> Arc<Self> {
        let connection = Arc::clone(connection);
        Arc::new(Self { tag: Tag::new(), connection, uuid, usage_type, c_usage_id: c_text(usage_id) })
    }

    pub fn driver(&self) -> Result<&dyn SecretDriver> {
        self.connection.driver.secrets()
    }
}

object! {
    /// A network filter.
    NwFilter = 12, VIR_ERR_INVALID_NWFILTER, VIR_FROM_NWFILTER {
        c_name: CString,
        uuid: Uuid,
    }
}

impl NwFilter {
    pub fn new(connection: &Arc<Connection>, name: &str, uuid: Uuid) -> Arc<Self> {
        Arc::new(Self { tag: Tag::new(), connection: Arc::clone(connection), c_name: c_text(name), uuid })
    }

    pub fn name(&self) -> &str {
        name_text(&self.c_name)
    }

    pub fn driver(&self) -> Result<&dyn NwFilterDriver> {
        self.connection.driver.nwfilters()
    }
}

object! {
    /// A network filter in use on a port.
    NwFilterBinding = 13, VIR_ERR_INVALID_NWFILTER_BINDING, VIR_FROM_NWFILTER {
        c_port: CString,
        c_filter: CString,
    }
}

impl NwFilterBinding {
    pub fn new(connection: &Arc<Connection>, port: &str, filter: &str) -> Arc<Self> {
        let connection = Arc::clone(connection);
        Arc::new(Self { tag: Tag::new(), connection, c_port: c_text(port), c_filter: c_text(filter) })
    }

    pub fn port(&self) -> &str {
        name_text(&self.c_port)
    }

    pub fn driver(&self) -> Result<&dyn NwFilterDriver> {
        self.connection.driver.nwfilters()
    }
}
