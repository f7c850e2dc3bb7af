//! The test driver's side of `driver/domain/save.rs`. What an image looks like is in `image.rs`.

use std::sync::Arc;

use super::{definition, image, screenshot};
use crate::driver::test::{Test, check_flags, error};
use crate::driver::{DomainSave, FileStream};
use crate::error::{Error, Result};
use crate::object::{Connection, Domain, Stream};
use crate::sys;
use crate::types::*;

/// The imagined guest goes on with the document that it was saved with.
fn refuse_other_document(xml: Option<&str>) -> Result<()> {
    match xml {
        Some(_) => Err(error(VIR_ERR_ARGUMENT_UNSUPPORTED, "xml modification unsupported")),
        None => Ok(()),
    }
}

impl DomainSave for Test {
    fn save(&self, domain: &Domain, to: &str, xml: Option<&str>, flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        refuse_other_document(xml)?;
        let mut machine = self.state.domains.find_active(domain)?;
        image::write(to, &machine.definition)?;
        self.state.stop(&mut machine, domain, VIR_DOMAIN_SHUTOFF_SAVED, VIR_DOMAIN_EVENT_STOPPED_SAVED);
        Ok(())
    }

    fn restore(&self, _connection: &Arc<Connection>, from: &str, xml: Option<&str>, flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        refuse_other_document(xml)?;
        let (mut definition, unknown) = image::read(from)?;
        definition::name_interfaces(&mut definition);
        let mut machine = self.state.domains.assign_live(definition)?;
        machine.unknown = unknown;
        self.state.start(&mut machine, VIR_DOMAIN_RUNNING_RESTORED, VIR_DOMAIN_EVENT_STARTED_RESTORED);
        Ok(())
    }

    fn image_xml(&self, file: &str, flags: u32) -> Result<String> {
        check_flags(flags, VIR_DOMAIN_SAVE_IMAGE_XML_SECURE)?;
        let (definition, _) = image::read(file)?;
        Ok(definition::format(&definition, flags))
    }

    fn image_define_xml(&self, file: &str, xml: &str, flags: u32) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED)?;
        image::read(file)?;
        let (definition, _) = definition::read(xml, false)?;
        image::write(file, &definition)
    }

    fn managed_save(&self, domain: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_SAVE_BYPASS_CACHE | VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED)?;
        let mut machine = self.state.domains.find_active(domain)?;
        if !machine.persistent {
            return Err(error(VIR_ERR_OPERATION_INVALID, "cannot do managed save for transient domain"));
        }
        self.state.stop(&mut machine, domain, VIR_DOMAIN_SHUTOFF_SAVED, VIR_DOMAIN_EVENT_STOPPED_SAVED);
        machine.saved = true;
        Ok(())
    }

    fn has_managed_save(&self, domain: &Domain, flags: u32) -> Result<bool> {
        check_flags(flags, 0)?;
        Ok(self.state.domains.find(domain)?.saved)
    }

    fn remove_managed_save(&self, domain: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        self.state.domains.find(domain)?.saved = false;
        Ok(())
    }

    fn core_dump(&self, domain: &Domain, to: &str, format: u32, flags: u32) -> Result<()> {
        check_flags(flags, VIR_DUMP_CRASH)?;
        let mut machine = self.state.domains.find_active(domain)?;
        image::write_core(to, machine.name())?;
        if format != VIR_DOMAIN_CORE_DUMP_FORMAT_RAW as u32 {
            return Err(error(VIR_ERR_OPERATION_UNSUPPORTED, "kdump-compressed format is not supported here"));
        }
        if flags & VIR_DUMP_CRASH != 0 {
            self.state.stop(&mut machine, domain, VIR_DOMAIN_SHUTOFF_CRASHED, VIR_DOMAIN_EVENT_STOPPED_CRASHED);
        }
        Ok(())
    }

    /// Every screen shows the same, whatever the guest does.
    fn screenshot(&self, _domain: &Domain, stream: &Stream, _screen: u32, flags: u32) -> Result<String> {
        check_flags(flags, 0)?;
        let file =
            sys::memory_file(&screenshot::png()).map_err(|error| Error::system(&error, "cannot keep the picture"))?;
        stream.begin(Box::new(FileStream::new(file))).map_err(|failure| failure.from_origin(VIR_FROM_TEST))?;
        Ok("image/png".to_owned())
    }
}
