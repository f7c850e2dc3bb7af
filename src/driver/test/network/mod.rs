//! The test driver's side of `driver/network.rs`. It has no ports and gives out no addresses.

mod change;
mod metadata;
mod store;

use std::sync::Arc;

use store::Entry;
pub use store::Networks;

use crate::driver::test::{Test, check_flags, error};
use crate::driver::{NetworkChange, NetworkDriver};
use crate::error::{Error, Result};
use crate::event_hub::{Event, NetworkEvent};
use crate::object::{Connection, Network};
use crate::types::*;
use crate::uuid::Uuid;
use crate::xml::{self, Dump, Read};

impl NetworkDriver for Test {
    fn count(&self, active: bool) -> Result<usize> {
        Ok(self.state.networks.count(active))
    }

    fn names(&self, active: bool) -> Result<Vec<String>> {
        let found = self.state.networks.list(Some(active), |_| true);
        Ok(found.iter().map(|definition| definition.name.clone()).collect())
    }

    fn list(&self, connection: &Arc<Connection>, flags: u32) -> Result<Vec<Arc<Network>>> {
        check_flags(flags, ALL_FILTERS)?;
        let active = match flags & (VIR_CONNECT_LIST_NETWORKS_ACTIVE | VIR_CONNECT_LIST_NETWORKS_INACTIVE) {
            VIR_CONNECT_LIST_NETWORKS_ACTIVE => Some(true),
            VIR_CONNECT_LIST_NETWORKS_INACTIVE => Some(false),
            _ => None,
        };
        let found = self.state.networks.list(active, |entry| is_listed(entry, flags));
        Ok(found.iter().map(|definition| handle(connection, definition)).collect())
    }

    fn by_name(&self, connection: &Arc<Connection>, name: &str) -> Result<Arc<Network>> {
        Ok(handle(connection, &self.state.networks.by_name(name)?.definition))
    }

    fn by_uuid(&self, connection: &Arc<Connection>, uuid: &Uuid) -> Result<Arc<Network>> {
        Ok(handle(connection, &self.state.networks.by_uuid(*uuid)?.definition))
    }

    fn create_xml(&self, connection: &Arc<Connection>, xml: &str, flags: u32) -> Result<Arc<Network>> {
        check_flags(flags, VIR_NETWORK_CREATE_VALIDATE)?;
        let definition = self.state.networks.create(parse(xml, flags & VIR_NETWORK_CREATE_VALIDATE != 0)?)?;
        self.emit(&definition, VIR_NETWORK_EVENT_STARTED);
        Ok(handle(connection, &definition))
    }

    fn define_xml(&self, connection: &Arc<Connection>, xml: &str, flags: u32) -> Result<Arc<Network>> {
        check_flags(flags, VIR_NETWORK_DEFINE_VALIDATE)?;
        let definition = self.state.networks.define(parse(xml, flags & VIR_NETWORK_DEFINE_VALIDATE != 0)?)?;
        self.emit(&definition, VIR_NETWORK_EVENT_DEFINED);
        Ok(handle(connection, &definition))
    }

    fn undefine(&self, network: &Network) -> Result<()> {
        let definition = self.state.networks.change(network.name(), |entry| {
            if entry.active {
                let text = format!("Network '{}' is still running", network.name());
                return Err(error(VIR_ERR_OPERATION_INVALID, text));
            }
            entry.persistent = false;
            Ok(Arc::clone(&entry.definition))
        })?;
        self.emit(&definition, VIR_NETWORK_EVENT_UNDEFINED);
        Ok(())
    }

    fn create(&self, network: &Network) -> Result<()> {
        let definition = self.state.networks.change(network.name(), |entry| {
            if entry.active {
                let text = format!("Network '{}' is already running", network.name());
                return Err(error(VIR_ERR_OPERATION_INVALID, text));
            }
            entry.active = true;
            Ok(Arc::clone(&entry.definition))
        })?;
        self.emit(&definition, VIR_NETWORK_EVENT_STARTED);
        Ok(())
    }

    fn destroy(&self, network: &Network) -> Result<()> {
        let definition = self.state.networks.change(network.name(), |entry| {
            entry.stop();
            Ok(Arc::clone(&entry.definition))
        })?;
        self.emit(&definition, VIR_NETWORK_EVENT_STOPPED);
        Ok(())
    }

    fn update(&self, network: &Network, change: &NetworkChange, flags: u32) -> Result<()> {
        check_flags(flags, VIR_NETWORK_UPDATE_AFFECT_LIVE | VIR_NETWORK_UPDATE_AFFECT_CONFIG)?;
        self.state.networks.change_by_uuid(network.uuid, |entry| {
            change::apply(entry, flags, |definition| definition.update(change).map_err(Error::from))
        })
    }

    fn xml(&self, network: &Network, flags: u32) -> Result<String> {
        check_flags(flags, 0)?;
        let entry = self.state.networks.by_name(network.name())?;
        Ok(xml::format(&*entry.definition, Dump { active: entry.active, ..Dump::default() }))
    }

    fn bridge_name(&self, network: &Network) -> Result<String> {
        let entry = self.state.networks.by_name(network.name())?;
        match entry.definition.bridge.name.as_str() {
            "" => {
                let text = format!("network '{}' does not have a bridge name.", network.name());
                Err(error(VIR_ERR_INTERNAL_ERROR, text))
            }
            name => Ok(name.to_owned()),
        }
    }

    fn autostart(&self, network: &Network) -> Result<bool> {
        Ok(self.state.networks.by_name(network.name())?.autostart)
    }

    fn set_autostart(&self, network: &Network, autostart: bool) -> Result<()> {
        self.state.networks.change(network.name(), |entry| {
            entry.autostart = autostart;
            Ok(())
        })
    }

    fn is_active(&self, network: &Network) -> Result<bool> {
        Ok(self.state.networks.by_uuid(network.uuid)?.active)
    }

    fn is_persistent(&self, network: &Network) -> Result<bool> {
        Ok(self.state.networks.by_uuid(network.uuid)?.persistent)
    }

    fn metadata(&self, network: &Network, kind: i32, uri: Option<&str>, flags: u32) -> Result<String> {
        check_flags(flags, VIR_NETWORK_UPDATE_AFFECT_LIVE | VIR_NETWORK_UPDATE_AFFECT_CONFIG)?;
        let entry = self.state.networks.by_name(network.name())?;
        metadata::get(change::selected(&entry, flags)?, kind, uri.unwrap_or_default())
    }

    fn set_metadata(
        &self,
        network: &Network,
        kind: i32,
        text: Option<&str>,
        key: Option<&str>,
        uri: Option<&str>,
        flags: u32,
    ) -> Result<()> {
        check_flags(flags, VIR_NETWORK_UPDATE_AFFECT_LIVE | VIR_NETWORK_UPDATE_AFFECT_CONFIG)?;
        let (key, namespace) = (key.unwrap_or_default(), uri.unwrap_or_default());
        self.state.networks.change(network.name(), |entry| {
            change::apply(entry, flags, |definition| metadata::set(definition, kind, text, key, namespace))
        })?;
        let event = NetworkEvent::MetadataChange { kind, uri: uri.map(str::to_owned) };
        self.state.events.emit(Event::Network(network.name().to_owned(), network.uuid, event));
        Ok(())
    }
}

impl Test {
    fn emit(&self, definition: &xml::network::Network, event: i32) {
        self.state.events.emit(Event::network_lifecycle(&definition.name, definition.uuid(), event));
    }
}

const ALL_FILTERS: u32 = VIR_CONNECT_LIST_NETWORKS_ACTIVE
    | VIR_CONNECT_LIST_NETWORKS_INACTIVE
    | VIR_CONNECT_LIST_NETWORKS_PERSISTENT
    | VIR_CONNECT_LIST_NETWORKS_TRANSIENT
    | VIR_CONNECT_LIST_NETWORKS_AUTOSTART
    | VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART;

/// Whether it fits the flags' groups, but for whether it runs.
fn is_listed(entry: &Entry, flags: u32) -> bool {
    let fits = |yes: u32, no: u32, is: bool| flags & (yes | no) == 0 || flags & if is { yes } else { no } != 0;
    fits(VIR_CONNECT_LIST_NETWORKS_PERSISTENT, VIR_CONNECT_LIST_NETWORKS_TRANSIENT, entry.persistent)
        && fits(VIR_CONNECT_LIST_NETWORKS_AUTOSTART, VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART, entry.autostart)
}

/// Reads a definition. Options for dnsmasq are not this driver's.
fn parse(xml: &str, strict: bool) -> Result<xml::network::Network> {
    let (mut definition, _) = xml::network::Network::parse(xml, Read { strict, as_9_0: true, ..Read::default() })?;
    definition.options.clear();
    Ok(definition)
}

fn handle(connection: &Arc<Connection>, definition: &xml::network::Network) -> Arc<Network> {
    Network::new(connection, &definition.name, definition.uuid())
}
