//! `<shmem>`: memory shared with other machines.

use super::address::Place;
use crate::types::*;
use crate::xml::{Element, OnOff, Reader, Size, Unit, Writer};
use crate::{element, walk, words};

words! { pub enum Model { Ivshmem = "ivshmem", Plain = "ivshmem-plain", Doorbell = "ivshmem-doorbell" } }
words! { pub enum Role { unsaid Default = "default", Master = "master", Peer = "peer" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shmem {
    pub name: String,
    pub role: Role,
    pub model: Model,
    pub size: Option<Megabytes>,
    pub server: Option<Server>,
    pub msi: Option<Msi>,
    pub place: Place,
}

walk!(Shmem, |shmem, xml| {
    xml.refuse(VIR_ERR_XML_ERROR, "shmem element must contain 'name' attribute", |xml| {
        shmem.name.required("name", xml)
    });
    shmem.role.sparse("role", xml);
    shmem.model.via("model", "type", xml);
    shmem.size.child("size", xml);
    shmem.server.child("server", xml);
    shmem.msi.child("msi", xml);
    shmem.place.inline(xml);
});

element! {
    pub struct Server {
        path: Option<String> = attr("path"),
    }
}

element! {
    pub struct Msi {
        vectors: u32 = sparse("vectors"),
        ioeventfd: Option<OnOff> = attr("ioeventfd"),
    }
}

/// In bytes; written in whole mebibytes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Megabytes(pub u64);

impl Element for Megabytes {
    fn read(&mut self, xml: &mut Reader) {
        self.0 = Size::read_bytes(xml, 1).unwrap_or_default();
    }
    fn write(&self, xml: &mut Writer) {
        xml.attribute("unit", &Unit::M);
        xml.content(&(self.0 >> 20));
    }
}
