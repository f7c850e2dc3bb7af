//! Elements of drivers' own namespaces: `<qemu:commandline>`, `<xen:commandline>`, and their like.

use crate::{element, walk, words};

pub const QEMU: &str = "http://libvirt.org/schemas/domain/qemu/1.0";
pub const XEN: &str = "http://libvirt.org/schemas/domain/xen/1.0";
pub const LXC: &str = "http://libvirt.org/schemas/domain/lxc/1.0";
pub const BHYVE: &str = "http://libvirt.org/schemas/domain/bhyve/1.0";
pub const VMWARE: &str = "http://libvirt.org/schemas/domain/vmware/1.0";

words! {
    pub enum PropertyType {
        String = "string", Signed = "signed", Unsigned = "unsigned", Bool = "bool", Remove = "remove",
    }
}
words! { pub enum ShareType { Netns = "netns", Name = "name", Pid = "pid" } }

/// What was found in any namespace that we know. A driver takes away in post-parse what is not its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Namespaces {
    pub qemu: Qemu,
    pub xen: Option<Box<XenCommandline>>,
    pub lxc: Option<Box<Lxc>>,
    pub bhyve: Option<Box<BhyveCommandline>>,
    /// The datacenter where ESX keeps the machine.
    pub vmware: Option<String>,
}

walk!(Namespaces, |namespaces, xml| {
    namespaces.qemu.inline(xml);
    namespaces.xen.child("xen:commandline", xml);
    namespaces.lxc.child("lxc:namespace", xml);
    namespaces.bhyve.child("bhyve:commandline", xml);
    namespaces.vmware.leaf("vmware:datacenterpath", xml);
});

element! {
    pub struct Qemu {
        commandline: Option<Box<Commandline>> = child("qemu:commandline"),
        capabilities: Option<Box<Capabilities>> = child("qemu:capabilities"),
        overrides: Option<Box<Override>> = child("qemu:override"),
        /// What QEMU does when something deprecated is used.
        deprecation: Option<String> = via("qemu:deprecation", "behavior"),
    }
}

impl Qemu {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

element! {
    /// Arguments and variables that go to QEMU as they are.
    pub struct Commandline {
        arguments: Vec<Argument> = child("qemu:arg"),
        variables: Vec<Variable> = child("qemu:env"),
    }
}

element! {
    pub struct Argument {
        value: String = required("value"),
    }
}

element! {
    pub struct Variable {
        name: String = required("name"),
        value: Option<String> = attr("value"),
    }
}

element! {
    /// What is taken for granted of QEMU, or taken for missing.
    pub struct Capabilities {
        added: Vec<Capability> = child("qemu:add"),
        removed: Vec<Capability> = child("qemu:del"),
    }
}

element! {
    pub struct Capability {
        name: String = required("capability"),
    }
}

element! {
    pub struct Override {
        devices: Vec<DeviceOverride> = child("qemu:device"),
    }
}

/// Properties of a device's front end in QEMU that are not what libvirt makes them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeviceOverride {
    pub alias: String,
    pub properties: Vec<Property>,
}

walk!(DeviceOverride, |device, xml| {
    device.alias.required("alias", xml);
    xml.group("qemu:frontend", |xml| device.properties.child("qemu:property", xml));
});

element! {
    pub struct Property {
        name: String = required("name"),
        kind: PropertyType = required("type"),
        value: Option<String> = attr("value"),
    }
}

element! {
    /// Arguments that go to Xen's device model as they are.
    pub struct XenCommandline {
        arguments: Vec<Argument> = child("xen:arg"),
    }
}

element! {
    /// Which kernel namespaces a container shares, and whose they are.
    pub struct Lxc {
        net: Option<Share> = child("lxc:sharenet"),
        ipc: Option<Share> = child("lxc:shareipc"),
        uts: Option<Share> = child("lxc:shareuts"),
    }
}

element! {
    pub struct Share {
        kind: ShareType = required("type"),
        value: String = required("value"),
    }
}

element! {
    /// Arguments and variables that go to bhyve as they are.
    pub struct BhyveCommandline {
        arguments: Vec<Argument> = child("bhyve:arg"),
        variables: Vec<Variable> = child("bhyve:env"),
    }
}
