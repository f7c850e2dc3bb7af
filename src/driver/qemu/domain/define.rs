//! The QEMU driver's side of `driver/domain/define.rs`.

use std::path::PathBuf;
use std::sync::Arc;

use super::*;
use crate::driver::qemu::{check_flags, definition};
use crate::object::Connection;

impl Qemu {
    /// Changes the definitions that flags ask for; none when `change` fails.
    ///
    /// # Errors
    /// Those of [`Affected::of`], those of `change`, and when the file cannot be written.
    pub(super) fn change(
        &self,
        domain: &Domain,
        flags: u32,
        change: impl FnOnce(&mut Definition) -> Result<()>,
    ) -> Result<()> {
        let lock = self.root.store.change()?;
        let machine = self.machine(domain)?;
        machine.require(flags)?;
        let mut changed = Definition::clone(&machine.definition);
        change(&mut changed)?;
        self.root.quietly(&domain.uuid, || lock.define(&changed))
    }

    /// The file in which the machine's firmware keeps its variables, if it has one.
    fn nvram(&self, machine: &Machine) -> Option<PathBuf> {
        let path = machine.definition.os.nvram.as_ref()?.path.as_ref().map(PathBuf::from);
        path.filter(|path| path.exists())
    }
}

impl DomainDefine for Qemu {
    fn define_xml(&self, connection: &Arc<Connection>, xml: &str, flags: u32) -> Result<Arc<Domain>> {
        check_flags(flags, VIR_DOMAIN_DEFINE_VALIDATE)?;
        let (definition, _) = definition::read(xml, flags & VIR_DOMAIN_DEFINE_VALIDATE != 0, &self.root.host())?;
        if definition.name.contains('\n') {
            let text = format!("invalid char in name: {}", '\n');
            return Err(Error::new(VIR_ERR_XML_DETAIL, text).from_origin(VIR_FROM_XML));
        }
        let uuid = definition.uuid.unwrap_or_default();
        let lock = self.root.store.change()?;
        lock.claim(&definition)?;
        self.root.tell_after(|| lock.define(&definition))?;
        Ok(Domain::new(connection, &definition.name, uuid, -1))
    }

    fn undefine(&self, domain: &Domain, flags: u32) -> Result<()> {
        check_flags(
            flags,
            VIR_DOMAIN_UNDEFINE_MANAGED_SAVE
                | VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA
                | VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA
                | VIR_DOMAIN_UNDEFINE_NVRAM
                | VIR_DOMAIN_UNDEFINE_KEEP_NVRAM
                | VIR_DOMAIN_UNDEFINE_TPM
                | VIR_DOMAIN_UNDEFINE_KEEP_TPM,
        )?;
        let asked = |flag| flags & flag != 0;
        let invalid = |text: String| Err(error(VIR_ERR_OPERATION_INVALID, text));
        if asked(VIR_DOMAIN_UNDEFINE_NVRAM) && asked(VIR_DOMAIN_UNDEFINE_KEEP_NVRAM) {
            return invalid("cannot both keep and delete nvram".to_owned());
        }
        if asked(VIR_DOMAIN_UNDEFINE_TPM) && asked(VIR_DOMAIN_UNDEFINE_KEEP_TPM) {
            return invalid("cannot both keep and delete TPM".to_owned());
        }
        let lock = self.root.store.change()?;
        let machine = self.machine(domain)?;
        let (store, name) = (&self.root.store, machine.entry.name.as_str());
        let snapshots = store.snapshots(name);
        if !snapshots.is_empty() && !asked(VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA) {
            return invalid(format!("cannot delete inactive domain with {} snapshots", snapshots.len()));
        }
        let checkpoints = store.checkpoints(name);
        if !checkpoints.is_empty() && !asked(VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA) {
            return invalid(format!("cannot delete inactive domain with {} checkpoints", checkpoints.len()));
        }
        let saved: Vec<PathBuf> = Some(store.saved_image(name)).filter(|path| path.exists()).into_iter().collect();
        if !saved.is_empty() && !asked(VIR_DOMAIN_UNDEFINE_MANAGED_SAVE) {
            return invalid("Refusing to undefine while domain managed save image exists".to_owned());
        }
        let nvram: Vec<PathBuf> = self.nvram(&machine).into_iter().collect();
        if !nvram.is_empty() && !asked(VIR_DOMAIN_UNDEFINE_NVRAM | VIR_DOMAIN_UNDEFINE_KEEP_NVRAM) {
            return invalid("cannot undefine domain with nvram".to_owned());
        }
        let nvram = if asked(VIR_DOMAIN_UNDEFINE_NVRAM) { nvram } else { Vec::new() };
        // The definition last: whoever is stopped half way can undefine the machine again.
        lock.remove_files(&[snapshots, checkpoints, saved, nvram].concat())?;
        self.root.tell_after(|| lock.undefine(&machine.entry))
    }

    fn xml(&self, domain: &Domain, flags: u32) -> Result<String> {
        check_flags(flags, VIR_DOMAIN_XML_SECURE | VIR_DOMAIN_XML_INACTIVE | VIR_DOMAIN_XML_MIGRATABLE)?;
        Ok(definition::format(&self.machine(domain)?.definition, flags))
    }

    fn xml_to_native(&self, format: &str, xml: &str, flags: u32) -> Result<String> {
        check_flags(flags, 0)?;
        if format != "qemu-argv" {
            return Err(error(VIR_ERR_INVALID_ARG, format!("unsupported config type {format}")));
        }
        let words = definition::command_line(xml, &self.root.host(), &self.root.layout)?;
        Ok(words.iter().map(|word| shell_word(word)).collect::<Vec<_>>().join(" "))
    }

    fn rename(&self, domain: &Domain, new_name: &str, flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        let lock = self.root.store.change()?;
        let machine = self.machine(domain)?;
        if new_name.contains('/') {
            return Err(error(VIR_ERR_XML_ERROR, format!("name {new_name} cannot contain '/'")));
        }
        let old_name = machine.entry.name.as_str();
        let count = self.root.store.snapshots(old_name).len();
        if count > 0 {
            return Err(error(VIR_ERR_OPERATION_INVALID, format!("cannot rename domain with {count} snapshots")));
        }
        self.root.tell_after(|| lock.rename(&machine.entry, &machine.definition, new_name))
    }

    fn autostart(&self, domain: &Domain) -> Result<bool> {
        Ok(self.root.store.autostart(self.entry(domain)?.name.as_str(), Autostart::Always))
    }

    fn set_autostart(&self, domain: &Domain, autostart: bool) -> Result<()> {
        self.set_start(domain, Autostart::Always, autostart)
    }

    fn autostart_once(&self, domain: &Domain) -> Result<bool> {
        Ok(self.root.store.autostart(self.entry(domain)?.name.as_str(), Autostart::Once))
    }

    fn set_autostart_once(&self, domain: &Domain, autostart: bool) -> Result<()> {
        self.set_start(domain, Autostart::Once, autostart)
    }

    fn set_lifecycle_action(&self, domain: &Domain, kind: u32, action: u32, flags: u32) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG)?;
        let ending = Ending::new(kind, action)?;
        self.change(domain, flags, |definition| {
            ending.set(definition);
            Ok(())
        })
    }
}

impl Qemu {
    fn set_start(&self, domain: &Domain, which: Autostart, starts: bool) -> Result<()> {
        let lock = self.root.store.change()?;
        lock.set_autostart(self.entry(domain)?.name.as_str(), which, starts)
    }
}

/// A word as a shell reads it back.
fn shell_word(word: &str) -> std::borrow::Cow<'_, str> {
    let plain = |c: u8| c.is_ascii_alphanumeric() || b"-_./,=:+@%".contains(&c);
    match !word.is_empty() && word.bytes().all(plain) {
        true => word.into(),
        false => format!("'{}'", word.replace('\'', r"'\''")).into(),
    }
}
