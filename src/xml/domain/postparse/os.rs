//! What boots, and on which processor.

use super::PostParse;
use crate::arch;
use crate::types::*;
use crate::xml::Fault;
use crate::xml::YesNo;
use crate::xml::domain::os::{Boot, BootDevice, FeatureName, FirmwareFeature, LoaderType, Type};
use crate::xml::domain::{Domain, Hypervisor};

impl Domain {
    pub(super) fn complete_os(&mut self, driver: &PostParse) -> Result<(), Fault> {
        if let Some(arch) = &self.os.arch
            && !arch::is_known(arch)
        {
            return Err(Fault::unsupported(format!("Unknown architecture {arch}")));
        }
        let kind = match self.os.kind {
            // Xen's own word for a paravirtualized machine is kept for Xen.
            Some(Type::Xen) if self.hypervisor == Hypervisor::Xen => Type::Linux,
            Some(kind) => kind,
            None if self.bootloader.is_some() => Type::Linux,
            None => return Err(Fault::xml("an os <type> must be specified")),
        };
        self.os.kind = Some(kind);
        self.os.arch.get_or_insert_with(|| driver.arch.to_owned());
        if let Some(menu) = &self.os.bootmenu
            && menu.timeout.is_some_and(|timeout| menu.enable == Some(YesNo::Yes) && timeout > 65535)
        {
            return Err(Fault::unsupported("invalid value for boot menu timeout, must be in range [0,65535]"));
        }
        if let Some(menu) = &mut self.os.bootmenu
            && menu.enable != Some(YesNo::Yes)
        {
            menu.timeout = None;
        }
        self.complete_firmware();
        if self.os.reboot_timeout.is_some_and(|timeout| !(-1..=65535).contains(&timeout)) {
            return Err(Fault::unsupported("invalid value for rebootTimeout, must be in range [-1,65535]"));
        }
        self.complete_boot()
    }

    /// Enrolled keys are of use only where the firmware checks signatures; a loader by path is a ROM unless it says otherwise.
    fn complete_firmware(&mut self) {
        let Some(parts) = self.os.parts.there() else { return };
        let features = &mut parts.firmware_features;
        let enrolled =
            |feature: &FirmwareFeature| feature.name == FeatureName::EnrolledKeys && feature.enabled == YesNo::Yes;
        let named = features.iter().any(|feature| feature.name == FeatureName::SecureBoot);
        if features.iter().any(enrolled) && !named {
            features.push(FirmwareFeature { enabled: YesNo::Yes, name: FeatureName::SecureBoot });
        }
        features.sort_by_key(|feature| feature.name.word());
        if let Some(loader) = &mut parts.loader
            && loader.path.is_some()
            && self.os.firmware.is_none()
        {
            loader.kind.get_or_insert(LoaderType::Rom);
        }
    }

    /// A machine whose devices have no place in the boot order boots from its first disk.
    fn complete_boot(&mut self) -> Result<(), Fault> {
        let mut orders: Vec<u32> = self.boot_orders();
        if !orders.is_empty() && !self.os.boot.is_empty() {
            let text = "per-device boot elements cannot be used together with os/boot elements";
            return Err(Fault::unsupported(text));
        }
        orders.sort_unstable();
        if let Some(pair) = orders.windows(2).find(|pair| pair[0] == pair[1]) {
            let text = format!("boot order '{}' used for more than one device", pair[0]);
            return Err(Fault::new(VIR_ERR_CONFIG_UNSUPPORTED, text));
        }
        if orders.is_empty() && self.os.boot.is_empty() && self.os.kind == Some(Type::Hvm) {
            self.os.boot = vec![Boot { device: BootDevice::Disk }];
        }
        Ok(())
    }

    fn boot_orders(&self) -> Vec<u32> {
        let devices = &self.devices;
        let disks = devices.disks.iter().map(|disk| &disk.boot);
        let interfaces = devices.interfaces.iter().map(|interface| &interface.boot);
        let hostdevs = devices.hostdevs.iter().map(|hostdev| &hostdev.boot);
        let redirdevs = devices.redirdevs.iter().map(|device| &device.boot);
        let filesystems = devices.filesystems.iter().map(|filesystem| &filesystem.boot);
        let all = disks.chain(interfaces).chain(hostdevs).chain(redirdevs).chain(filesystems);
        all.flatten().map(|boot| boot.order.0).collect()
    }

    pub(super) fn is_hvm(&self) -> bool {
        self.os.kind == Some(Type::Hvm)
    }

    pub(super) fn is_x86(&self) -> bool {
        matches!(self.os.arch.as_deref(), Some("x86_64" | "i686"))
    }

    pub(super) fn is_s390(&self) -> bool {
        matches!(self.os.arch.as_deref(), Some("s390x" | "s390"))
    }
}
