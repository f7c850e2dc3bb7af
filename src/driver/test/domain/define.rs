//! The test driver's side of `driver/domain/define.rs`.

use std::ffi::c_int;
use std::sync::Arc;

use super::definition::{self};
use super::store::handle;
use crate::driver::DomainDefine;
use crate::driver::domain::Ending;
use crate::driver::test::{Test, check_flags, error};
use crate::error::{Error, Result};
use crate::event_hub::{DomainEvent, Event};
use crate::object::{Connection, Domain};
use crate::types::*;

impl DomainDefine for Test {
    fn create_xml(&self, connection: &Arc<Connection>, xml: &str, _files: &[c_int], flags: u32) -> Result<Arc<Domain>> {
        check_flags(flags, VIR_DOMAIN_START_VALIDATE)?;
        let (mut definition, unknown) = definition::read(xml, flags & VIR_DOMAIN_START_VALIDATE != 0)?;
        definition::name_interfaces(&mut definition);
        let mut machine = self.state.domains.assign_live(definition)?;
        machine.unknown = unknown;
        self.state.start(&mut machine, VIR_DOMAIN_RUNNING_BOOTED, VIR_DOMAIN_EVENT_STARTED_BOOTED);
        Ok(handle(connection, &machine))
    }

    fn define_xml(&self, connection: &Arc<Connection>, xml: &str, flags: u32) -> Result<Arc<Domain>> {
        check_flags(flags, VIR_DOMAIN_DEFINE_VALIDATE)?;
        let (mut definition, unknown) = definition::read(xml, flags & VIR_DOMAIN_DEFINE_VALIDATE != 0)?;
        definition::name_interfaces(&mut definition);
        if definition.name.contains('\n') {
            let text = format!("invalid char in name: {}", '\n');
            return Err(Error::new(VIR_ERR_XML_DETAIL, text).from_origin(VIR_FROM_XML));
        }
        let definition = Arc::new(definition);
        let (mut machine, _) = self.state.domains.assign(&definition)?;
        let detail = if machine.persistent { VIR_DOMAIN_EVENT_DEFINED_UPDATED } else { VIR_DOMAIN_EVENT_DEFINED_ADDED };
        match machine.is_active() {
            true => machine.next = Some(definition),
            false => machine.definition = definition,
        }
        machine.persistent = true;
        machine.unknown = unknown;
        self.state.emit_lifecycle(&machine, VIR_DOMAIN_EVENT_DEFINED, detail);
        Ok(handle(connection, &machine))
    }

    fn undefine(&self, domain: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_UNDEFINE_MANAGED_SAVE | VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA)?;
        let mut machine = self.state.domains.find(domain)?;
        if machine.saved && flags & VIR_DOMAIN_UNDEFINE_MANAGED_SAVE == 0 {
            let text = "Refusing to undefine while domain managed save image exists";
            return Err(error(VIR_ERR_OPERATION_INVALID, text));
        }
        let snapshots = machine.snapshots.len();
        if !machine.is_active() && snapshots > 0 && flags & VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA == 0 {
            let text = format!("cannot delete inactive domain with {snapshots} snapshots");
            return Err(error(VIR_ERR_OPERATION_INVALID, text));
        }
        machine.saved = false;
        machine.persistent = false;
        self.state.emit_lifecycle(&machine, VIR_DOMAIN_EVENT_UNDEFINED, VIR_DOMAIN_EVENT_UNDEFINED_REMOVED);
        if !machine.is_active() {
            self.state.domains.remove(&mut machine);
        }
        Ok(())
    }

    fn xml(&self, domain: &Domain, flags: u32) -> Result<String> {
        check_flags(flags, VIR_DOMAIN_XML_SECURE | VIR_DOMAIN_XML_INACTIVE | VIR_DOMAIN_XML_MIGRATABLE)?;
        let machine = self.state.domains.find(domain)?;
        let inactive = flags & VIR_DOMAIN_XML_INACTIVE != 0;
        let definition = Arc::clone(if inactive { machine.config() } else { &machine.definition });
        drop(machine);
        Ok(definition::format(&definition, flags))
    }

    fn rename(&self, domain: &Domain, new_name: &str, flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        let mut machine = self.state.domains.find(domain)?;
        if machine.is_active() {
            return Err(error(VIR_ERR_OPERATION_INVALID, "cannot rename active domain"));
        }
        if new_name.contains('/') {
            return Err(error(VIR_ERR_XML_ERROR, format!("name {new_name} cannot contain '/'")));
        }
        let old_name = machine.name().to_owned();
        self.state.domains.rename(&mut machine, new_name)?;
        let gone =
            DomainEvent::Lifecycle { event: VIR_DOMAIN_EVENT_UNDEFINED, detail: VIR_DOMAIN_EVENT_UNDEFINED_RENAMED };
        self.state.events.emit(Event::domain(&old_name, machine.uuid, machine.id, gone));
        self.state.emit_lifecycle(&machine, VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_RENAMED);
        Ok(())
    }

    fn autostart(&self, domain: &Domain) -> Result<bool> {
        Ok(self.state.domains.find(domain)?.autostart)
    }

    fn set_autostart(&self, domain: &Domain, autostart: bool) -> Result<()> {
        self.state.domains.find(domain)?.autostart = autostart;
        Ok(())
    }

    fn autostart_once(&self, domain: &Domain) -> Result<bool> {
        Ok(self.state.domains.find(domain)?.autostart_once)
    }

    fn set_autostart_once(&self, domain: &Domain, autostart: bool) -> Result<()> {
        self.state.domains.find(domain)?.autostart_once = autostart;
        Ok(())
    }

    fn set_lifecycle_action(&self, domain: &Domain, kind: u32, action: u32, flags: u32) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG)?;
        let ending = Ending::new(kind, action)?;
        self.state.domains.find(domain)?.change(flags, |definition| {
            ending.set(definition);
            Ok(())
        })
    }
}
