//! What one should know of a domain of a file before complaining about it: `virDomainGetMessages`. Of other domains the original
//! says nothing.

use super::definition::Definition;
use crate::xml::YesNo;
use crate::xml::domain::cpu::Mode;
use crate::xml::domain::device::disk::Device;
use crate::xml::domain::device::hostdev::Kind;
use crate::xml::domain::device::source::Source;

/// The processor that the original has made deprecated, so that programs can try what they do about it.
const DEPRECATED_MODEL: &str = "Deprecated-Test";

/// Complete sentences, in the order in which they are told.
#[derive(Debug, Default)]
pub struct Taints {
    pub taints: Vec<&'static str>,
    pub deprecations: Vec<&'static str>,
}

impl Taints {
    pub fn of(definition: &Definition) -> Self {
        let devices = &definition.devices;
        let is_raw = |rawio: Option<YesNo>| rawio == Some(YesNo::Yes);
        let raw_disk = devices.disks.iter().any(|disk| is_raw(disk.rawio));
        let raw_hostdev =
            devices.hostdevs.iter().any(|hostdev| matches!(&hostdev.kind, Kind::Scsi(scsi) if is_raw(scsi.rawio)));
        let script = devices.interfaces.iter().any(|interface| interface.script.is_some());
        let host_cdrom = devices.disks.iter().any(|disk| {
            disk.device == Device::Cdrom && matches!(&disk.source, Source::Block(block) if block.path.is_some())
        });
        let deprecated = definition
            .cpu
            .as_ref()
            .is_some_and(|cpu| cpu.mode == Some(Mode::Custom) && cpu.model_name() == Some(DEPRECATED_MODEL));
        let taints = [
            (raw_disk || raw_hostdev, "tainted: running with undesirable elevated privileges"),
            (script, "tainted: network configuration using opaque shell scripts"),
            (host_cdrom, "tainted: use of host cdrom passthrough"),
            (definition.os.dtb.is_some(), "tainted: custom device tree blob used"),
            (deprecated, "tainted: use of deprecated configuration settings"),
        ];
        Self {
            taints: taints.into_iter().filter_map(|(holds, text)| holds.then_some(text)).collect(),
            deprecations: deprecated
                .then_some("deprecated configuration: CPU model Deprecated-Test")
                .into_iter()
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::definition::read;
    use super::*;

    fn of(cpu: &str, devices: &str) -> Taints {
        let text = format!(
            "<domain type='test'><name>a</name><memory>1024</memory><os><type>hvm</type></os>{cpu}<devices>{devices}</devices></domain>"
        );
        Taints::of(&read(&text, true).expect("valid").0)
    }

    #[test]
    fn each_is_told_once() {
        let raw = "<disk type='block' device='lun' rawio='yes'><source dev='/x'/><target dev='sda' bus='scsi'/></disk>";
        let found = of("<cpu><model>Deprecated-Test</model></cpu>", raw);
        assert_eq!(
            found.taints,
            [
                "tainted: running with undesirable elevated privileges",
                "tainted: use of deprecated configuration settings"
            ]
        );
        assert_eq!(found.deprecations, ["deprecated configuration: CPU model Deprecated-Test"]);
        let empty_drive = "<disk type='block' device='cdrom'><source/><target dev='hda'/></disk>";
        assert_eq!(of("<cpu><model>other</model></cpu>", empty_drive).taints.len(), 0);
        let host_drive = "<disk type='block' device='cdrom'><source dev='/dev/sr0'/><target dev='hda'/></disk>";
        assert_eq!(of("", host_drive).taints, ["tainted: use of host cdrom passthrough"]);
    }
}
