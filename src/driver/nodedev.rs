//! What a driver does with devices of the host.

use std::sync::Arc;

use crate::error::{Error, Result, unsupported};
use crate::object::{Connection, NodeDevice};

/// Devices of the host. Every method defaults to "not supported".
pub trait NodeDeviceDriver {
    /// The devices that `virConnectListAllNodeDeviceFlags` choose.
    fn list(&self, connection: &Arc<Connection>, flags: u32) -> Result<Vec<Arc<NodeDevice>>> {
        let _ = (connection, flags);
        unsupported()
    }

    /// The names of all devices of a kind, or of all. No flags are known.
    fn names(&self, kind: Option<&str>, flags: u32) -> Result<Vec<String>> {
        let _ = (kind, flags);
        unsupported()
    }

    fn by_name(&self, connection: &Arc<Connection>, name: &str) -> Result<Arc<NodeDevice>> {
        let _ = (connection, name);
        unsupported()
    }

    /// The host bus adapter of that node name and port name. No flags are known.
    fn by_wwn(&self, connection: &Arc<Connection>, wwnn: &str, wwpn: &str, flags: u32) -> Result<Arc<NodeDevice>> {
        let _ = (connection, wwnn, wwpn, flags);
        unsupported()
    }

    /// Makes a device without keeping its definition. `flags` is `virNodeDeviceCreateXMLFlags`.
    fn create_xml(&self, connection: &Arc<Connection>, xml: &str, flags: u32) -> Result<Arc<NodeDevice>> {
        let _ = (connection, xml, flags);
        unsupported()
    }

    /// Keeps a definition. `flags` is `virNodeDeviceDefineXMLFlags`.
    fn define(&self, connection: &Arc<Connection>, xml: &str, flags: u32) -> Result<Arc<NodeDevice>> {
        let _ = (connection, xml, flags);
        unsupported()
    }

    /// Changes a device. `flags` is `virNodeDeviceUpdateFlags`.
    fn update(&self, device: &NodeDevice, xml: &str, flags: u32) -> Result<()> {
        let _ = (device, xml, flags);
        unsupported()
    }

    /// Starts a defined device. No flags are known.
    fn start(&self, device: &NodeDevice, flags: u32) -> Result<()> {
        let _ = (device, flags);
        unsupported()
    }

    /// Takes a device away. Gives the complaint of a driver that leaves it where it is and calls that a success, as libvirt's
    /// test driver does.
    fn destroy(&self, device: &NodeDevice) -> Result<Option<Error>> {
        let _ = device;
        unsupported()
    }

    /// Forgets a definition. No flags are known.
    fn undefine(&self, device: &NodeDevice, flags: u32) -> Result<()> {
        let _ = (device, flags);
        unsupported()
    }

    /// Takes a device from the host's driver and gives it to another, or to the usual one. No flags are known.
    fn detach(&self, device: &NodeDevice, driver: Option<&str>, flags: u32) -> Result<()> {
        let _ = (device, driver, flags);
        unsupported()
    }

    /// Gives a device back to the host's driver.
    fn reattach(&self, device: &NodeDevice) -> Result<()> {
        let _ = device;
        unsupported()
    }

    fn reset(&self, device: &NodeDevice) -> Result<()> {
        let _ = device;
        unsupported()
    }

    /// The `<device>` document. `flags` is `virNodeDeviceXMLFlags`.
    fn xml(&self, device: &NodeDevice, flags: u32) -> Result<String> {
        let _ = (device, flags);
        unsupported()
    }

    /// The name of the device that this one is a part of.
    ///
    /// # Errors
    /// `VIR_ERR_INTERNAL_ERROR` where there is none.
    fn parent(&self, device: &NodeDevice) -> Result<String> {
        let _ = device;
        unsupported()
    }

    /// What kinds of device it is, as words.
    fn capabilities(&self, device: &NodeDevice) -> Result<Vec<String>> {
        let _ = device;
        unsupported()
    }

    fn autostart(&self, device: &NodeDevice) -> Result<bool> {
        let _ = device;
        unsupported()
    }

    fn set_autostart(&self, device: &NodeDevice, autostart: bool) -> Result<()> {
        let _ = (device, autostart);
        unsupported()
    }

    fn is_active(&self, device: &NodeDevice) -> Result<bool> {
        let _ = device;
        unsupported()
    }

    fn is_persistent(&self, device: &NodeDevice) -> Result<bool> {
        let _ = device;
        unsupported()
    }
}
