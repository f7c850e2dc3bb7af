//! What the test driver keeps of a `<domain>`, until the model of the whole document stands in `xml/domain`.

use crate::error::{Origin, Result};
use crate::types::*;
use crate::uuid::Uuid;
use crate::xml::{self, Dump, Metadata, Read, Root, Size, Unknown, parse};
use crate::{walk, words};

words! {
    pub enum Action {
        Destroy = "destroy", Restart = "restart", RenameRestart = "rename-restart", Preserve = "preserve",
    }
}
words! {
    pub enum CrashAction {
        Destroy = "destroy", Restart = "restart", RenameRestart = "rename-restart", Preserve = "preserve",
        CoredumpDestroy = "coredump-destroy", CoredumpRestart = "coredump-restart",
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Definition {
    pub hypervisor: String,
    pub id: Option<u32>,
    pub name: String,
    pub uuid: Option<Uuid>,
    pub title: Option<String>,
    pub description: Option<String>,
    pub metadata: Option<Metadata>,
    pub memory: Size,
    pub current_memory: Size,
    pub vcpus: u32,
    pub on_poweroff: Action,
    pub on_reboot: Option<Action>,
    pub on_crash: CrashAction,
}

walk!(Definition, |domain, xml| {
    domain.hypervisor.required("type", xml);
    xml.live(|xml| domain.id.attr("id", xml));
    domain.name.leaf("name", xml);
    domain.uuid.leaf("uuid", xml);
    domain.title.leaf("title", xml);
    domain.description.leaf("description", xml);
    domain.metadata.child("metadata", xml);
    domain.memory.child("memory", xml);
    domain.current_memory.child("currentMemory", xml);
    domain.vcpus.leaf("vcpu", xml);
    domain.on_poweroff.leaf("on_poweroff", xml);
    domain.on_reboot.leaf("on_reboot", xml);
    domain.on_crash.leaf("on_crash", xml);
});

impl Root for Definition {
    const NAME: &'static str = "domain";
    const LABEL: &'static str = "domain_definition";
    const ORIGIN: Origin = VIR_FROM_DOMAIN;
}

/// The domain that `test:///default` begins with, as it would be defined.
const BUILTIN: &str = "
<domain type='test'>
  <name>test</name>
  <uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>
  <memory unit='KiB'>8388608</memory>
  <currentMemory unit='KiB'>2097152</currentMemory>
  <vcpu>2</vcpu>
  <os>
    <type>hvm</type>
  </os>
  <devices>
    <disk type='file' device='disk'>
      <source file='/guest/diskimage1'/>
      <target dev='vda' bus='virtio'/>
      <address type='pci' domain='0x0000' bus='0x01' slot='0x00' function='0x0'/>
    </disk>
    <interface type='network'>
      <mac address='aa:bb:cc:dd:ee:ff'/>
      <source network='default'/>
      <target dev='testnet0'/>
      <address type='pci' domain='0x0000' bus='0x00' slot='0x01' function='0x0'/>
    </interface>
    <memballoon model='virtio'>
      <address type='pci' domain='0x0000' bus='0x00' slot='0x02' function='0x0'/>
    </memballoon>
  </devices>
</domain>";

/// Reads a document, with the defaults of this driver filled in; what it says that is not known comes back beside it.
///
/// # Errors
/// What is wrong with the document, with `strict` also what is not known; `VIR_ERR_INTERNAL_ERROR` when it has no UUID and no
/// random one can be had.
pub fn read(text: &str, strict: bool) -> Result<(Definition, Vec<Unknown>)> {
    let (mut definition, unknown) = parse::<Definition>(text, Read { strict, ..Read::default() })?;
    if definition.uuid.is_none() {
        definition.uuid = Some(Uuid::random()?);
    }
    Ok((definition, unknown))
}

pub fn builtin() -> Result<Definition> {
    Ok(read(BUILTIN, false)?.0)
}

/// The document; `flags`: `VIR_DOMAIN_XML_…`.
pub fn format(definition: &Definition, flags: u32) -> String {
    let dump = Dump {
        active: flags & VIR_DOMAIN_XML_INACTIVE == 0 && definition.id.is_some(),
        secure: flags & VIR_DOMAIN_XML_SECURE != 0,
        migratable: flags & VIR_DOMAIN_XML_MIGRATABLE != 0,
    };
    xml::format(definition, dump)
}
