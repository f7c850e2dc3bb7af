//! The QEMU driver's side of `driver/domain/define.rs`.

use std::ffi::c_int;
use std::path::PathBuf;
use std::sync::Arc;

use super::*;
use crate::driver::Hypervisor;
use crate::driver::qemu::capabilities::{Accelerator, domain_capabilities, is_chosen};
use crate::driver::qemu::{check_flags, definition, monitor};
use crate::object::Connection;
use crate::supervisor::client::Command;

impl Qemu {
    /// Changes the definitions that flags ask for; none when `change` fails.
    ///
    /// # Errors
    /// Those of [`Affected::of`], those of `change`, and when the file cannot be written.
    pub(super) fn change(
        &self,
        domain: &Domain,
        flags: u32,
        change: impl Fn(&mut Definition) -> Result<()>,
    ) -> Result<()> {
        let lock = self.root.store.change()?;
        let machine = self.machine(domain)?;
        let affected = machine.affected(flags)?;
        let changed = |definition: &Arc<Definition>| {
            let mut copy = Definition::clone(definition);
            change(&mut copy).map(|()| copy)
        };
        // None is written when one cannot be changed.
        // What QEMU has said is added each time.
        let stored = machine.live.as_ref().map(|live| &live.stored);
        let live = stored.filter(|_| affected.live).map(changed).transpose()?;
        let config = affected.config.then(|| changed(machine.persistent()?)).transpose()?;
        if let Some(live) = live {
            self.root.replace_running(&live)?;
        }
        match config {
            Some(config) => {
                let subject = (machine.name(), domain.uuid, domain.id());
                self.root.tell_after(subject, Happening::Changed, || lock.define(&config))
            }
            None => Ok(()),
        }
    }

    /// The file in which the machine's firmware keeps its variables, if it has one.
    fn nvram(definition: &Definition) -> Option<PathBuf> {
        let path = definition.os.nvram.as_ref()?.path.as_ref().map(PathBuf::from);
        path.filter(|path| path.exists())
    }
}

impl DomainDefine for Qemu {
    fn create_xml(&self, connection: &Arc<Connection>, xml: &str, files: &[c_int], flags: u32) -> Result<Arc<Domain>> {
        self.start_document(connection, xml, files, flags)
    }

    fn define_xml(&self, connection: &Arc<Connection>, xml: &str, flags: u32) -> Result<Arc<Domain>> {
        check_flags(flags, VIR_DOMAIN_DEFINE_VALIDATE)?;
        let (definition, _) = definition::read(xml, flags & VIR_DOMAIN_DEFINE_VALIDATE != 0, &self.host())?;
        if definition.name.contains('\n') {
            let text = format!("invalid char in name: {}", '\n');
            return Err(Error::new(VIR_ERR_XML_DETAIL, text).from_origin(VIR_FROM_XML));
        }
        let uuid = definition.uuid.unwrap_or_default();
        let lock = self.root.store.change()?;
        let again = lock.claim(&definition)?.is_some();
        let id = self.root.active(&uuid).map_or(-1, |state| state.id);
        let subject = (definition.name.as_str(), uuid, id);
        self.root.tell_after(subject, Happening::Defined { again }, || lock.define(&definition))?;
        Ok(Domain::new(connection, &definition.name, uuid, id))
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
        let Some((entry, definition)) = &machine.config else {
            return invalid("cannot undefine transient domain".to_owned());
        };
        let (store, name) = (&self.root.store, machine.name());
        let snapshots = store.snapshots(name);
        let is_active = machine.live.is_some();
        if !is_active && !snapshots.is_empty() && !asked(VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA) {
            return invalid(format!("cannot delete inactive domain with {} snapshots", snapshots.len()));
        }
        let checkpoints = store.checkpoints(name);
        if !is_active && !checkpoints.is_empty() && !asked(VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA) {
            return invalid(format!("cannot delete inactive domain with {} checkpoints", checkpoints.len()));
        }
        let saved: Vec<PathBuf> = Some(store.saved_image(name)).filter(|path| path.exists()).into_iter().collect();
        if !saved.is_empty() && !asked(VIR_DOMAIN_UNDEFINE_MANAGED_SAVE) {
            return invalid("Refusing to undefine while domain managed save image exists".to_owned());
        }
        let nvram: Vec<PathBuf> = Self::nvram(definition).into_iter().collect();
        if !is_active && !nvram.is_empty() && !asked(VIR_DOMAIN_UNDEFINE_NVRAM | VIR_DOMAIN_UNDEFINE_KEEP_NVRAM) {
            return invalid("cannot undefine domain with nvram".to_owned());
        }
        // A machine that runs on needs them still.
        let removed = if is_active { [const { Vec::new() }; 4] } else { [snapshots, checkpoints, saved, nvram] };
        // The definition last: whoever is stopped half way can undefine the machine again.
        lock.remove_files(&removed.concat())?;
        let subject = (name, domain.uuid, domain.id());
        self.root.tell_after(subject, Happening::Undefined, || lock.undefine(entry))
    }

    fn xml(&self, domain: &Domain, flags: u32) -> Result<String> {
        check_flags(
            flags,
            VIR_DOMAIN_XML_SECURE | VIR_DOMAIN_XML_INACTIVE | VIR_DOMAIN_XML_MIGRATABLE | VIR_DOMAIN_XML_UPDATE_CPU,
        )?;
        let machine = self.machine(domain)?;
        let inactive = flags & VIR_DOMAIN_XML_INACTIVE != 0;
        let definition = if inactive { machine.persistent()? } else { machine.current()? };
        // A machine that runs has the CPU that it has.
        let updates = flags & VIR_DOMAIN_XML_UPDATE_CPU != 0 && (inactive || machine.live.is_none());
        match &definition.cpu {
            Some(cpu) if updates && is_chosen(cpu) => {
                let mut updated = Definition::clone(definition);
                let emulator = self.host().emulator(&updated)?;
                self.giver(&emulator, &updated)?.update(&mut updated)?;
                Ok(definition::format(&updated, flags))
            }
            _ => Ok(definition::format(definition, flags)),
        }
    }

    fn capabilities(&self, query: &CapabilityQuery, flags: u32) -> Result<String> {
        check_flags(flags, 0)?;
        let wish = Hypervisor {
            emulator: query.emulator,
            arch: query.arch,
            machine: query.machine,
            domain_type: query.virt_type,
        };
        let emulators = &self.root.emulators;
        let choice = emulators.choose(wish, self.era())?;
        choice.check_arch()?;
        let (accelerator, details) = emulators.details_of(&choice)?;
        // As libvirt: what KVM has for Windows is told of all machines where there is KVM.
        let kvms = match accelerator {
            Accelerator::Tcg if choice.emulator.kvm.enabled => emulators.details(&choice.emulator, Accelerator::Kvm)?,
            Accelerator::Tcg | Accelerator::Kvm => Arc::clone(&details),
        };
        Ok(domain_capabilities(&choice, accelerator, &details, &kvms.enlightenments, self.era())?.format())
    }

    fn xml_to_native(&self, format: &str, xml: &str, flags: u32) -> Result<String> {
        check_flags(flags, 0)?;
        if format != "qemu-argv" {
            return Err(error(VIR_ERR_INVALID_ARG, format!("unsupported config type {format}")));
        }
        let words = definition::command_line(xml, &self.host(), &self.root.layout)?;
        Ok(words.iter().map(|word| shell_word(word)).collect::<Vec<_>>().join(" "))
    }

    fn rename(&self, domain: &Domain, new_name: &str, flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        let lock = self.root.store.change()?;
        let machine = self.machine(domain)?;
        if new_name.contains('/') {
            return Err(error(VIR_ERR_XML_ERROR, format!("name {new_name} cannot contain '/'")));
        }
        let old_name = machine.name();
        let invalid = |text: &str| Err(error(VIR_ERR_OPERATION_INVALID, text));
        let Some((entry, definition)) = &machine.config else { return invalid("cannot rename a transient domain") };
        if machine.live.is_some() {
            return invalid("cannot rename active domain");
        }
        let count = self.root.store.snapshots(old_name).len();
        if count > 0 {
            return Err(error(VIR_ERR_OPERATION_INVALID, format!("cannot rename domain with {count} snapshots")));
        }
        let renamed = Happening::Renamed { name: new_name.to_owned() };
        self.root.tell_after((old_name, domain.uuid, -1), renamed, || lock.rename(entry, definition, new_name))
    }

    fn autostart(&self, domain: &Domain) -> Result<bool> {
        Ok(self.root.store.autostart(self.machine(domain)?.name(), Autostart::Always))
    }

    fn set_autostart(&self, domain: &Domain, autostart: bool) -> Result<()> {
        self.set_start(domain, Autostart::Always, autostart)
    }

    fn autostart_once(&self, domain: &Domain) -> Result<bool> {
        Ok(self.root.store.autostart(self.machine(domain)?.name(), Autostart::Once))
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
        })?;
        match self.root.live(&domain.uuid)? {
            Some(live) => {
                let actions = live::actions(&live.definition);
                let supervisor = self.root.supervisor(domain)?;
                supervisor.set_actions(actions).map_err(|failure| failure.into_error(domain.name()))?;
                let text = setup::at_reboot(&live.definition);
                let command = Command { text: &text, deadline: live::ANSWER, ..Command::default() };
                monitor::run(&self.root, domain, &command)
            }
            None => Ok(()),
        }
    }
}

impl Qemu {
    fn set_start(&self, domain: &Domain, which: Autostart, starts: bool) -> Result<()> {
        let lock = self.root.store.change()?;
        let machine = self.machine(domain)?;
        if machine.config.is_none() {
            return Err(error(VIR_ERR_OPERATION_INVALID, "cannot set autostart for transient domain"));
        }
        lock.set_autostart(machine.name(), which, starts)
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
