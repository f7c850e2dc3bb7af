//! Firmware that a definition asks for by its kind: the first that fits among the descriptors that packages install
//! (`/usr/share/qemu/firmware/*.json`; QEMU's docs/interop/firmware.json says what stands in them). The host's own are in `/etc`.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::types::*;
use crate::xml::domain::Domain;
use crate::xml::domain::os::{FeatureName, Firmware, Loader, LoaderType, Nvram};
use crate::xml::{Fault, OnOff, YesNo};

/// The later ones take the place of those of the same name before.
const FOLDERS: [&str; 2] = ["/usr/share/qemu/firmware", "/etc/qemu/firmware"];

/// Puts in the loader and the variables of the firmware that is asked for; `nvram` is where machines keep their variables.
///
/// # Errors
/// `VIR_ERR_OPERATION_FAILED` when nothing that is installed fits.
pub fn choose(domain: &mut Domain, nvram: &Path) -> Result<(), Fault> {
    let Some(firmware) = domain.os.firmware.take() else { return Ok(()) };
    let Some(found) = descriptors().into_iter().find(|descriptor| fits(descriptor, firmware, domain)) else {
        let text = format!("Unable to find any firmware to satisfy '{}'", firmware.word());
        let hint = "install a package of firmware (ovmf, qemu-efi-aarch64), or ask for fewer features of it";
        return Err(Fault::new(VIR_ERR_OPERATION_FAILED, text).at("/domain/os/@firmware").expecting(hint));
    };
    put_in(&found, domain, nvram);
    Ok(())
}

/// What packages have installed, in the order of the files' names.
fn descriptors() -> Vec<Value> {
    let files = FOLDERS.iter().flat_map(|folder| fs::read_dir(folder).into_iter().flatten().flatten());
    let by_name: BTreeMap<_, PathBuf> = files.map(|entry| (entry.file_name(), entry.path())).collect();
    by_name.values().filter_map(|path| serde_json::from_slice(&fs::read(path).ok()?).ok()).collect()
}

/// The firmware that is installed for a type of machine.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Installed {
    pub bios: bool,
    pub efi: bool,
    /// Whether one of them keeps its variables from the guest.
    pub secure: bool,
    pub paths: Vec<String>,
}

/// What is looked for where no descriptor fits.
const USUAL: [&str; 4] = [
    "/usr/share/OVMF/OVMF_CODE.fd",
    "/usr/share/OVMF/OVMF_CODE.secboot.fd",
    "/usr/share/AAVMF/AAVMF_CODE.fd",
    "/usr/share/AAVMF/AAVMF32_CODE.fd",
];

impl Installed {
    /// For a machine by its full name, and libvirt's name of the architecture.
    pub fn of(arch: &str, machine: &str) -> Self {
        let mut installed = Self::default();
        for descriptor in descriptors().iter().filter(|descriptor| runs_on(descriptor, arch, machine)) {
            installed.bios |= list(&descriptor["interface-types"]).any(|kind| kind == "bios");
            installed.efi |= list(&descriptor["interface-types"]).any(|kind| kind == "uefi");
            installed.secure |= has_feature(descriptor, "requires-smm");
            let mapping = &descriptor["mapping"];
            let path = match mapping["device"].as_str() {
                Some("flash") => mapping["executable"]["filename"].as_str(),
                Some("memory") => mapping["filename"].as_str(),
                _ => None,
            };
            installed.paths.extend(path.map(str::to_owned));
        }
        if installed.paths.is_empty() {
            installed.paths = USUAL.map(str::to_owned).to_vec();
        }
        let mut seen = HashSet::new();
        installed.paths.retain(|path| Path::new(path).exists() && seen.insert(path.clone()));
        installed
    }
}

fn has_feature(descriptor: &Value, name: &str) -> bool {
    list(&descriptor["features"]).any(|feature| feature == name)
}

fn list(value: &Value) -> impl Iterator<Item = &str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str)
}

fn runs_on(descriptor: &Value, arch: &str, machine: &str) -> bool {
    let is_pattern_of = |pattern: &str| match pattern.strip_suffix('*') {
        Some(start) => machine.starts_with(start),
        None => pattern == machine,
    };
    let mut targets = descriptor["targets"].as_array().into_iter().flatten();
    targets.any(|target| target["architecture"] == arch && list(&target["machines"]).any(is_pattern_of))
}

fn fits(descriptor: &Value, firmware: Firmware, domain: &Domain) -> bool {
    let interface = match firmware {
        Firmware::Bios => "bios",
        Firmware::Efi => "uefi",
    };
    let arch = domain.os.arch.as_deref().unwrap_or_default();
    let machine = domain.os.machine.as_deref().unwrap_or_default();
    let wanted = domain.os.firmware_features.iter().all(|feature| {
        let name = match feature.name {
            FeatureName::SecureBoot => "secure-boot",
            FeatureName::EnrolledKeys => "enrolled-keys",
        };
        has_feature(descriptor, name) == (feature.enabled == YesNo::Yes)
    });
    let smm = has_feature(descriptor, "requires-smm");
    let smm_off = domain.features.smm.as_ref().is_some_and(|smm| smm.state == OnOff::Off);
    let secure = domain.os.loader.as_ref().and_then(|loader| loader.secure);
    list(&descriptor["interface-types"]).any(|one| one == interface)
        && runs_on(descriptor, arch, machine)
        && wanted
        && !(smm && smm_off)
        && secure.is_none_or(|secure| (secure == YesNo::Yes) == smm)
        && descriptor["mapping"]["device"] == "flash"
        && descriptor["mapping"]["executable"]["format"] == "raw"
}

fn put_in(descriptor: &Value, domain: &mut Domain, nvram: &Path) {
    let file = |name: &str| descriptor["mapping"][name]["filename"].as_str().map(str::to_owned);
    let loader = domain.os.loader.get_or_insert_with(Loader::default);
    loader.kind = Some(LoaderType::Pflash);
    loader.readonly = Some(YesNo::Yes);
    loader.path = file("executable");
    if has_feature(descriptor, "requires-smm") {
        loader.secure = Some(YesNo::Yes);
        domain.features.smm.get_or_insert_default().state = OnOff::On;
    }
    let own = nvram.join(format!("{}_VARS.fd", domain.name)).display().to_string();
    let variables = domain.os.nvram.get_or_insert_with(Nvram::default);
    variables.template = variables.template.take().or(file("nvram-template"));
    if variables.source.is_none() {
        variables.path.get_or_insert(own);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::xml::domain::features::Smm;

    #[test]
    fn the_descriptor_decides() {
        let descriptor = serde_json::json!({
            "interface-types": ["uefi"],
            "mapping": {
                "device": "flash",
                "executable": { "filename": "/code", "format": "raw" },
                "nvram-template": { "filename": "/vars", "format": "raw" },
            },
            "targets": [{ "architecture": "x86_64", "machines": ["pc-q35-*"] }],
            "features": ["requires-smm", "secure-boot"],
        });
        let text =
            "<domain type='qemu'><name>a</name><os><type arch='x86_64' machine='pc-q35-7.2'>hvm</type></os></domain>";
        let (mut domain, _) = Domain::parse(text, true).unwrap();
        assert!(fits(&descriptor, Firmware::Efi, &domain));
        assert!(!fits(&descriptor, Firmware::Bios, &domain));
        put_in(&descriptor, &mut domain, Path::new("/n"));
        let loader = domain.os.loader.clone().unwrap();
        assert_eq!((loader.path.as_deref(), loader.secure), (Some("/code"), Some(YesNo::Yes)));
        assert_eq!(domain.os.nvram.clone().unwrap().path.as_deref(), Some("/n/a_VARS.fd"));
        domain.os.machine = Some("pc-i440fx-7.2".to_owned());
        assert!(!fits(&descriptor, Firmware::Efi, &domain));
        domain.os.machine = Some("pc-q35-7.2".to_owned());
        domain.features.smm = Some(Box::new(Smm { state: OnOff::Off, tseg: None }));
        assert!(!fits(&descriptor, Firmware::Efi, &domain));
    }
}
