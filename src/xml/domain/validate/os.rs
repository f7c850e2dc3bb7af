//! Firmware, features, tables of the firmware, the processor.

use super::refuse_if;
use crate::xml::Fault;
use crate::xml::OnOff;
use crate::xml::YesNo;
use crate::xml::domain::Domain;
use crate::xml::domain::os::{Firmware, Loader};
use crate::xml::domain::sysinfo::{Block, Sysinfo};

impl Domain {
    pub(super) fn validate_os(&self) -> Result<(), Fault> {
        refuse_if(self.os.acpi_tables.len() > 1, || Fault::xml("Only one acpi table is supported"))?;
        let nothing = Loader::default();
        let loader = self.os.loader.as_ref();
        let named = loader.unwrap_or(&nothing);
        match self.os.firmware {
            Some(firmware) => {
                for (given, what) in [
                    (named.readonly.is_some(), "readonly"),
                    (named.kind.is_some(), "type"),
                    (named.path.is_some(), "path"),
                ] {
                    refuse_if(given, || match what {
                        "path" => {
                            Fault::detail("loader path cannot be specified when firmware autoselection is enabled")
                        }
                        what => Fault::detail(format!(
                            "loader attribute '{what}' cannot be specified when firmware autoselection is enabled"
                        )),
                    })?;
                }
                let template = self.os.nvram.as_ref().is_some_and(|nvram| nvram.template.is_some());
                refuse_if(template, || {
                    Fault::detail(
                        "nvram attribute 'template' cannot be specified when firmware autoselection is enabled",
                    )
                })?;
                if firmware == Firmware::Bios {
                    refuse_if(named.stateless == Some(YesNo::No), || Fault::detail("Only EFI firmware permits NVRAM"))?;
                    let nvram = self.os.nvram.is_some();
                    refuse_if(nvram, || Fault::detail("firmware type 'bios' does not support nvram"))?;
                }
            }
            None => {
                let incomplete = named.path.is_none() && (loader.is_some() || self.os.nvram.is_some());
                refuse_if(incomplete, || {
                    Fault::detail("no loader path specified and firmware auto selection disabled")
                })?;
                refuse_if(!self.os.firmware_features.is_empty(), || {
                    Fault::detail(
                        "cannot use feature-based firmware autoselection when firmware autoselection is disabled",
                    )
                })?;
            }
        }
        let stateless = named.stateless == Some(YesNo::Yes);
        refuse_if(stateless && self.os.nvram.is_some(), || {
            Fault::detail("NVRAM is not permitted when loader is stateless")
        })
    }

    pub(super) fn validate_features(&self) -> Result<(), Fault> {
        let ring = self.features.kvm.as_ref().and_then(|kvm| kvm.dirty_ring.as_ref());
        if let Some(ring) = ring {
            let good = ring.size.is_power_of_two() && (1024..=65536).contains(&ring.size);
            refuse_if(ring.state == OnOff::On && !good, || {
                Fault::xml("dirty ring must be power of 2 and ranges [1024, 65536]")
            })?;
        }
        Ok(())
    }

    pub(super) fn validate_sysinfo(&self) -> Result<(), Fault> {
        for sysinfo in &self.sysinfo {
            match sysinfo {
                Sysinfo::Smbios(smbios) => {
                    if let Some(date) = smbios.bios.as_ref().and_then(|bios| bios.get("date")) {
                        refuse_if(!is_bios_date(date), || Fault::detail("Invalid BIOS 'date' format"))?;
                    }
                    if let Some(text) = smbios.system.as_ref().and_then(|system| system.get("uuid")) {
                        let uuid = crate::uuid::Uuid::parse(text);
                        refuse_if(uuid.is_none(), || Fault::detail("malformed <sysinfo> uuid element"))?;
                        refuse_if(uuid != self.uuid, || Fault::detail("UUID mismatch between <uuid> and <sysinfo>"))?;
                    }
                }
                Sysinfo::FwCfg(config) => {
                    for entry in &config.entries {
                        refuse_if(entry.name.is_none(), || Fault::xml("Firmware entry is missing 'name' attribute"))?;
                        refuse_if(entry.value.is_some() && entry.file.is_some(), || {
                            Fault::xml("firmware entry can't have both value and 'file' attribute")
                        })?;
                        refuse_if(entry.value.is_none() && entry.file.is_none(), || {
                            Fault::xml("Firmware entry must have either value or 'file' attribute")
                        })?;
                    }
                }
            }
        }
        Ok(())
    }
}

impl Block {
    fn get(&self, name: &str) -> Option<&str> {
        self.entries.iter().find(|entry| entry.name.as_deref() == Some(name))?.value.as_deref()
    }
}

/// `MM/DD/YY` or `MM/DD/YYYY`.
fn is_bios_date(date: &str) -> bool {
    let parts: Vec<&str> = date.split('/').collect();
    let number = |text: &str| text.bytes().all(|c| c.is_ascii_digit()).then(|| text.parse::<u32>().ok()).flatten();
    let [month, day, year] = parts[..] else { return false };
    let in_range = |text: &str, last: u32| number(text).is_some_and(|number| (1..=last).contains(&number));
    let year_fits = match number(year) {
        Some(year) => year < 100 || (1900..=9999).contains(&year),
        None => false,
    };
    in_range(month, 12) && in_range(day, 31) && year_fits
}
