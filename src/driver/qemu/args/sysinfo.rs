//! `-smbios` and `-fw_cfg`: what firmware tells the guest. And the generation of the machine.

use super::line::{Line, Properties, quoted};
use crate::host::Host;
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::os::Smbios as Mode;
use crate::xml::domain::sysinfo::{Block, Sysinfo};

pub(super) fn add(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    if domain.os.smbios == Some(Mode::Host) {
        let tables =
            Host::default().smbios().ok_or_else(|| Fault::unsupported("Host SMBIOS information is not available"))?;
        add_blocks(0, tables.bios.as_slice(), line);
        // The host's UUID is not the machine's.
        let mut system = tables.system;
        if let Some(system) = &mut system {
            system.entries.retain(|entry| entry.name.as_deref() != Some("uuid"));
        }
        add_blocks(1, system.as_slice(), line);
    }
    for sysinfo in &domain.sysinfo {
        match sysinfo {
            Sysinfo::Smbios(smbios) if domain.os.smbios == Some(Mode::Sysinfo) => {
                let first = [(0, &smbios.bios), (1, &smbios.system)];
                first.into_iter().for_each(|(kind, block)| add_blocks(kind, block.as_slice(), line));
                add_blocks(2, &smbios.base_boards, line);
                add_blocks(3, smbios.chassis.as_slice(), line);
                if let Some(strings) = &smbios.oem_strings {
                    let values: String =
                        strings.entries.iter().map(|text| format!(",value={}", quoted(text))).collect();
                    line.option("-smbios", format!("type=11{values}"));
                }
            }
            Sysinfo::Smbios(_) => {}
            Sysinfo::FwCfg(fw_cfg) => {
                for entry in &fw_cfg.entries {
                    let name = quoted(entry.name.as_deref().unwrap_or_default());
                    line.option(
                        "-fw_cfg",
                        match (&entry.file, &entry.value) {
                            (Some(file), _) => format!("name={name},file={}", quoted(file)),
                            (None, value) => {
                                format!("name={name},string={}", quoted(value.as_deref().unwrap_or_default()))
                            }
                        },
                    );
                }
            }
        }
    }
    if let Some(uuid) = domain.genid.as_ref().and_then(|generation| generation.uuid) {
        line.json("-device", Properties::device("vmgenid").with("guid", uuid.to_string()).with("id", "vmgenid0"));
    }
    Ok(())
}

fn add_blocks(kind: u32, blocks: &[Block], line: &mut Line) {
    for block in blocks {
        let values = block
            .entries
            .iter()
            .filter_map(|entry| Some(format!(",{}={}", entry.name.as_deref()?, quoted(entry.value.as_deref()?))));
        line.option("-smbios", format!("type={kind}{}", values.collect::<String>()));
    }
}
