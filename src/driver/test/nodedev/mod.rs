//! Devices of the imagined host: the store, and the test driver's side of `driver/nodedev.rs`.

mod kind;
mod store;

use std::sync::Arc;

pub use store::Devices;

use crate::driver::NodeDeviceDriver;
use crate::driver::test::{Test, check_flags, error};
use crate::error::{Error, Result};
use crate::event_hub::Event;
use crate::object::{Connection, NodeDevice};
use crate::types::*;
use crate::xml::Variant;
use crate::xml::nodedev::Device;

impl NodeDeviceDriver for Test {
    fn list(&self, connection: &Arc<Connection>, flags: u32) -> Result<Vec<Arc<NodeDevice>>> {
        check_flags(flags, kind::ALL)?;
        let devices = self.state.devices.read();
        let found = devices.all().filter(|device| flags == 0 || flags & kind::of(device) != 0);
        Ok(found.map(|device| NodeDevice::new(connection, &device.name)).collect())
    }

    fn names(&self, kind: Option<&str>, flags: u32) -> Result<Vec<String>> {
        check_flags(flags, 0)?;
        let wanted = kind.map(kind::called);
        let devices = self.state.devices.read();
        let found = devices.all().filter(|device| wanted.is_none_or(|wanted| wanted & kind::of(device) != 0));
        Ok(found.map(|device| device.name.clone()).collect())
    }

    fn by_name(&self, connection: &Arc<Connection>, name: &str) -> Result<Arc<NodeDevice>> {
        Ok(NodeDevice::new(connection, &self.state.devices.read().by_name(name)?.name))
    }

    fn create_xml(&self, connection: &Arc<Connection>, xml: &str, flags: u32) -> Result<Arc<NodeDevice>> {
        check_flags(flags, VIR_NODE_DEVICE_CREATE_XML_VALIDATE)?;
        let wanted = Device::parse_new(xml, flags & VIR_NODE_DEVICE_CREATE_XML_VALIDATE != 0)?;
        let names = wanted.fibre_channel().ok_or_else(not_an_adapter)?;
        self.state.devices.read().check_parent(&wanted)?;
        self.make_virtual_adapter(names.wwnn.as_deref(), names.wwpn.as_deref())?;
        let device = NodeDevice::new(connection, VIRTUAL_ADAPTER);
        if let Some(parent) = &wanted.parent.name {
            device.keep_parent(parent);
        }
        Ok(device)
    }

    fn destroy(&self, device: &NodeDevice) -> Result<Option<Error>> {
        let mut devices = self.state.devices.write();
        let found = devices.by_name(device.name())?;
        if found.fibre_channel().is_none() {
            return Ok(Some(not_an_adapter()));
        }
        let parent = found.parent.name.clone().unwrap_or_default();
        if devices.by_name(&parent).is_err() {
            let text = format!("cannot find parent '{parent}' definition");
            return Ok(Some(error(VIR_ERR_INTERNAL_ERROR, text)));
        }
        devices.remove(device.name())?;
        drop(devices);
        self.state.events.emit(Event::node_device_lifecycle(device.name(), VIR_NODE_DEVICE_EVENT_DELETED));
        Ok(None)
    }

    fn xml(&self, device: &NodeDevice, flags: u32) -> Result<String> {
        check_flags(flags, 0)?;
        Ok(self.state.devices.read().by_name(device.name())?.format())
    }

    fn parent(&self, device: &NodeDevice) -> Result<String> {
        let devices = self.state.devices.read();
        let parent = devices.by_name(device.name())?.parent.name.clone();
        parent.ok_or_else(|| error(VIR_ERR_INTERNAL_ERROR, "no parent for this device"))
    }

    fn capabilities(&self, device: &NodeDevice) -> Result<Vec<String>> {
        let devices = self.state.devices.read();
        let capabilities = &devices.by_name(device.name())?.capabilities;
        Ok(capabilities.iter().map(|capability| capability.tag_word().to_owned()).collect())
    }
}

/// After which every virtual adapter is made, and what it is called.
const TEMPLATE: &str = "scsi_host11";
const VIRTUAL_ADAPTER: &str = "scsi_host12";

impl Test {
    /// Makes the virtual adapter, or makes it anew.
    ///
    /// # Errors
    /// `VIR_ERR_NO_NODE_DEVICE` on a host without the one that it is made after.
    pub(super) fn make_virtual_adapter(&self, wwnn: Option<&str>, wwpn: Option<&str>) -> Result<()> {
        let mut devices = self.state.devices.write();
        let mut adapter = devices.by_name(TEMPLATE)?.clone();
        VIRTUAL_ADAPTER.clone_into(&mut adapter.name);
        if let Some(names) = adapter.fibre_channel_mut() {
            names.wwnn = wwnn.map(str::to_owned);
            names.wwpn = wwpn.map(str::to_owned);
        }
        devices.insert(adapter);
        drop(devices);
        self.state.events.emit(Event::node_device_lifecycle(VIRTUAL_ADAPTER, VIR_NODE_DEVICE_EVENT_CREATED));
        Ok(())
    }

    /// Takes the virtual adapter away.
    ///
    /// # Errors
    /// `VIR_ERR_NO_NODE_DEVICE` when there is none.
    pub(super) fn remove_virtual_adapter(&self) -> Result<()> {
        self.state.devices.write().remove(VIRTUAL_ADAPTER)?;
        self.state.events.emit(Event::node_device_lifecycle(VIRTUAL_ADAPTER, VIR_NODE_DEVICE_EVENT_DELETED));
        Ok(())
    }
}

fn not_an_adapter() -> Error {
    store::refused("Device is not a fibre channel HBA")
}
