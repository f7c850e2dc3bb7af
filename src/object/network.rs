//! Virtual networks and their ports.

use std::ffi::CString;
use std::sync::Arc;

use super::tag::{c_text, name_text, object};
use super::{Connection, Tag};
use crate::driver::NetworkDriver;
use crate::error::Result;
use crate::uuid::Uuid;

object! {
    /// A virtual network.
    Network = 5, VIR_ERR_INVALID_NETWORK, VIR_FROM_NETWORK {
        c_name: CString,
        uuid: Uuid,
    }
}

impl Network {
    pub fn new(connection: &Arc<Connection>, name: &str, uuid: Uuid) -> Arc<Self> {
        Arc::new(Self { tag: Tag::new(), connection: Arc::clone(connection), c_name: c_text(name), uuid })
    }

    pub fn name(&self) -> &str {
        name_text(&self.c_name)
    }

    pub fn driver(&self) -> Result<&dyn NetworkDriver> {
        self.connection.driver.networks()
    }
}

object! {
    /// A port of a virtual network.
    NetworkPort = 6, VIR_ERR_INVALID_NETWORK_PORT, VIR_FROM_NETWORK {
        uuid: Uuid,
        network: Arc<Network>,
    }
}

impl NetworkPort {
    pub fn new(network: &Arc<Network>, uuid: Uuid) -> Arc<Self> {
        let connection = Arc::clone(&network.connection);
        Arc::new(Self { tag: Tag::new(), connection, uuid, network: Arc::clone(network) })
    }

    pub fn driver(&self) -> Result<&dyn NetworkDriver> {
        self.connection.driver.networks()
    }
}
