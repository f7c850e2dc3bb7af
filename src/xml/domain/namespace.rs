//! Elements of drivers' own namespaces: `<qemu:commandline>`, `<test:domainstate>`, and their like.

use crate::{element, walk};

pub const QEMU: &str = "http://libvirt.org/schemas/domain/qemu/1.0";

element! {
    /// `<qemu:commandline>`: arguments and variables that go to QEMU as they are.
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

/// What was found in any namespace that we know. A driver takes away in post-parse what is not its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Namespaces {
    pub qemu: Option<Commandline>,
}

walk!(Namespaces, |namespaces, xml| {
    namespaces.qemu.child("qemu:commandline", xml);
});
