//! `<os>`: what boots.

use std::ops::{Deref, DerefMut};

use super::device::source::Source;
use crate::types::*;
use crate::xml::{IsYes, Rare, YesNo};
use crate::{element, rare, walk, words};

words! { pub enum Type { Hvm = "hvm", Xen = "xen", Linux = "linux", Exe = "exe", Uml = "uml", XenPvh = "xenpvh" } }
words! { pub enum BootDevice { Disk = "hd", Floppy = "fd", Cdrom = "cdrom", Network = "network" } }
words! { pub enum Firmware { Bios = "bios", Efi = "efi" } }
words! { pub enum LoaderType { Rom = "rom", Pflash = "pflash" } }
words! { pub enum FeatureName { EnrolledKeys = "enrolled-keys", SecureBoot = "secure-boot" } }
words! { pub enum Smbios { Emulate = "emulate", Host = "host", Sysinfo = "sysinfo" } }
words! { pub enum PflashFormat { Raw = "raw", Qcow2 = "qcow2" } }
words! { pub enum AcpiTableType { Slic = "slic"; newer: Raw = "raw", RawSet = "rawset", Msdm = "msdm" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Os {
    pub firmware: Option<Firmware>,
    pub arch: Option<String>,
    pub machine: Option<String>,
    /// Must be there after post-parse.
    pub kind: Option<Type>,
    /// What is read of it is also found through [`Deref`].
    pub parts: Rare<Parts>,
    pub boot: Vec<Boot>,
    pub bootmenu: Option<BootMenu>,
    pub use_serial: Option<IsYes>,
    pub reboot_timeout: Option<i32>,
    pub smbios: Option<Smbios>,
}

walk!(Os, |os, xml| {
    xml.refuse(VIR_ERR_XML_ERROR, "unknown firmware value {}", |xml| os.firmware.attr("firmware", xml));
    xml.group("type", |xml| {
        os.arch.attr("arch", xml);
        os.machine.attr("machine", xml);
        xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown OS type '{}'", |xml| os.kind.text(xml));
    });
    os.parts.inline(xml);
    os.boot.child("boot", xml);
    os.bootmenu.slim("bootmenu", xml);
    xml.group("bios", |xml| {
        os.use_serial.attr("useserial", xml);
        os.reboot_timeout.attr("rebootTimeout", xml);
    });
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown smbios mode '{}'", |xml| os.smbios.via("smbios", "mode", xml));
});

/// What is booted directly, or instead of what the machine's firmware would choose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parts {
    pub firmware_features: Vec<FirmwareFeature>,
    pub init: Option<String>,
    pub init_arguments: Vec<String>,
    pub init_environment: Vec<InitVariable>,
    pub init_directory: Option<String>,
    pub init_user: Option<String>,
    pub init_group: Option<String>,
    pub loader: Option<Loader>,
    pub nvram: Option<Nvram>,
    pub varstore: Option<VarStore>,
    pub kernel: Option<String>,
    pub initrd: Option<String>,
    pub cmdline: Option<String>,
    /// Loaded beside a kernel whose signature is checked.
    pub shim: Option<String>,
    pub root: Option<String>,
    pub dtb: Option<String>,
    pub acpi_tables: Vec<AcpiTable>,
}

walk!(Parts, |os, xml| {
    xml.group("firmware", |xml| os.firmware_features.child("feature", xml));
    os.init.leaf("init", xml);
    os.init_arguments.leaf("initarg", xml);
    os.init_environment.child("initenv", xml);
    os.init_directory.leaf("initdir", xml);
    os.init_user.leaf("inituser", xml);
    os.init_group.leaf("initgroup", xml);
    os.loader.slim("loader", xml);
    os.nvram.slim("nvram", xml);
    xml.newer(|xml| os.varstore.child("varstore", xml));
    os.kernel.leaf("kernel", xml);
    os.initrd.leaf("initrd", xml);
    os.cmdline.leaf("cmdline", xml);
    xml.newer(|xml| os.shim.leaf("shim", xml));
    os.dtb.leaf("dtb", xml);
    os.root.leaf("root", xml);
    xml.group("acpi", |xml| os.acpi_tables.child("table", xml));
});

rare! { Parts }

impl Deref for Os {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.parts
    }
}

impl DerefMut for Os {
    fn deref_mut(&mut self) -> &mut Parts {
        &mut self.parts
    }
}

element! {
    pub struct FirmwareFeature {
        enabled: YesNo = required("enabled"),
        name: FeatureName = required("name"),
    }
}

element! {
    pub struct InitVariable {
        name: String = required("name"),
        value: Option<String> = text(),
    }
}

element! {
    pub struct Loader {
        readonly: Option<YesNo> = attr("readonly"),
        secure: Option<YesNo> = attr("secure"),
        kind: Option<LoaderType> = attr("type"),
        stateless: Option<YesNo> = attr("stateless"),
        format: Option<PflashFormat> = attr("format") @newer,
        path: Option<String> = text(),
    }
}

/// Variables of the firmware: a path as text, or a `<source>` like a disk's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Nvram {
    pub template: Option<String>,
    pub template_format: Option<PflashFormat>,
    pub source: Option<Source>,
    pub format: Option<PflashFormat>,
    pub path: Option<String>,
}

walk!(Nvram, |nvram, xml| {
    nvram.template.attr("template", xml);
    xml.newer(|xml| nvram.template_format.attr("templateFormat", xml));
    nvram.source.tag("type", xml);
    xml.newer(|xml| nvram.format.attr("format", xml));
    match nvram.source {
        Some(_) => nvram.source.child("source", xml),
        None => nvram.path.text(xml),
    }
});

element! {
    /// Variables of firmware that keeps them in a device of QEMU.
    pub struct VarStore {
        template: Option<String> = attr("template"),
        path: Option<String> = attr("path"),
    }
}

element! {
    pub struct AcpiTable {
        kind: AcpiTableType = required("type") else VIR_ERR_XML_ERROR "Unknown acpi table type: {}",
        path: Option<String> = text(),
    }
}

element! {
    pub struct Boot {
        device: BootDevice = required("dev"),
    }
}

element! {
    pub struct BootMenu {
        enable: Option<YesNo> = attr("enable"),
        timeout: Option<u32> = attr("timeout")
            else VIR_ERR_CONFIG_UNSUPPORTED "invalid value for boot menu timeout, must be in range [0,65535]",
    }
}
