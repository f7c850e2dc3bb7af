//! What boots: firmware and its variables, kernels, tables.

use super::grants::Grants;
use crate::error::Result;
use crate::xml::YesNo;
use crate::xml::domain::Domain;
use crate::xml::domain::device::source::Source;
use crate::xml::domain::os::LoaderType;
use crate::xml::domain::sysinfo::Sysinfo;

pub fn allow(definition: &mut Domain, grants: &mut Grants) -> Result<()> {
    let os = &mut *definition.os.parts;
    for path in [&mut os.kernel, &mut os.initrd, &mut os.dtb] {
        read(path, grants)?;
    }
    for table in &mut os.acpi_tables {
        read(&mut table.path, grants)?;
    }
    if let Some(loader) = &mut os.loader
        && let Some(path) = &mut loader.path
    {
        *path = match loader.kind {
            Some(LoaderType::Pflash) => grants.image(path, loader.readonly != Some(YesNo::Yes))?,
            Some(LoaderType::Rom) | None => grants.content(path)?,
        };
    }
    if let Some(nvram) = &mut os.nvram {
        let path = match &mut nvram.source {
            Some(Source::File(file)) => &mut file.path,
            Some(Source::Block(block)) => &mut block.path,
            Some(_) | None => &mut nvram.path,
        };
        if let Some(path) = path {
            *path = grants.image(path, true)?;
        }
    }
    for sysinfo in &mut definition.sysinfo {
        match sysinfo {
            Sysinfo::FwCfg(blobs) => {
                for entry in &mut blobs.entries {
                    read(&mut entry.file, grants)?;
                }
            }
            Sysinfo::Smbios(_) => {}
        }
    }
    Ok(())
}

/// What QEMU reads by name when it begins.
pub fn read(path: &mut Option<String>, grants: &mut Grants) -> Result<()> {
    if let Some(path) = path {
        *path = grants.content(path)?;
    }
    Ok(())
}
