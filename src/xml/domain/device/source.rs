//! `<source>` of a disk, a backing store or an NVRAM: where the bytes are.

use super::address::PciAddress;
use super::chardev::Reconnect;
use crate::types::*;
use crate::xml::common::encryption::{Auth, Encryption};
use crate::xml::domain::seclabel::DeviceSeclabel;
use crate::xml::{Expected, Fault, OnOff, Rare, Size, Text, Value, YesNo};
use crate::{element, rare, variants, walk, words};

words! { pub enum StartupPolicy { unsaid Default = "default", Mandatory = "mandatory", Requisite = "requisite", Optional = "optional" } }
words! { pub enum HelperType { Unix = "unix" } }
words! { pub enum HelperMode { Client = "client" } }
words! {
    /// How the bytes of a disk are laid out.
    pub enum ImageFormat {
        Raw = "raw", Dir = "dir", Bochs = "bochs", Cloop = "cloop", Dmg = "dmg", Iso = "iso", Vpc = "vpc", Vdi = "vdi",
        Fat = "fat", Vhd = "vhd", Ploop = "ploop", Cow = "cow", Qcow = "qcow", Qcow2 = "qcow2", Qed = "qed",
        Vmdk = "vmdk",
    }
}
words! { pub enum VolumeMode { Host = "host", Direct = "direct" } }
words! { pub enum Transport { Tcp = "tcp", Unix = "unix", Rdma = "rdma" } }
words! {
    pub enum Protocol {
        Nbd = "nbd", Rbd = "rbd", Sheepdog = "sheepdog", Gluster = "gluster", Iscsi = "iscsi", Http = "http",
        Https = "https", Ftp = "ftp", Ftps = "ftps", Tftp = "tftp", Ssh = "ssh", Vxhs = "vxhs", Nfs = "nfs",
    }
}

variants! {
    pub enum Source {
        File(File) = "file",
        Block(Block) = "block",
        Dir(Dir) = "dir",
        Network(Box<Network>) = "network",
        Volume(Box<Volume>) = "volume",
        Nvme(Box<Nvme>) = "nvme",
        VhostUser(Box<VhostUser>) = "vhostuser";
        newer: VhostVdpa(Block) = "vhostvdpa", Ctl(Block) = "ctl",
    }
}

impl Source {
    /// What an error message calls it.
    pub fn describe(&self) -> &str {
        let name = match self {
            Self::File(file) => &file.path,
            Self::Block(block) | Self::VhostVdpa(block) | Self::Ctl(block) => &block.path,
            Self::Dir(dir) => &dir.path,
            Self::Network(network) => &network.name,
            Self::Volume(volume) => &volume.volume,
            Self::VhostUser(vhost) => &vhost.path,
            Self::Nvme(_) => &None,
        };
        name.as_deref().unwrap_or_default()
    }

    /// Whether it points at nothing, as an empty drive does.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::File(_) | Self::Block(_) | Self::Dir(_) => self.describe().is_empty(),
            Self::Volume(volume) => volume.pool.is_none() || volume.volume.is_none(),
            Self::Network(network) => network.protocol.is_none(),
            Self::Nvme(_) | Self::VhostUser(_) | Self::VhostVdpa(_) | Self::Ctl(_) => false,
        }
    }

    /// Whether nothing at all stands in it, so that it is not written.
    fn is_unsaid(&self) -> bool {
        match self {
            Self::File(file) => *file == File::default(),
            Self::Block(block) | Self::VhostVdpa(block) | Self::Ctl(block) => *block == Block::default(),
            Self::Dir(dir) => *dir == Dir::default(),
            Self::Network(network) => **network == Network::default(),
            Self::Volume(volume) => **volume == Volume::default(),
            Self::Nvme(nvme) => **nvme == Nvme::default(),
            Self::VhostUser(vhost) => **vhost == VhostUser::default(),
        }
    }

    /// Makes one in which nothing stands what a drive without any has: the first kind.
    pub(super) fn settle(&mut self) {
        if self.is_unsaid() {
            *self = Self::default();
        }
    }

    /// As [`Source::common`], to change it.
    pub fn common_mut(&mut self) -> &mut Common {
        match self {
            Self::File(file) => &mut file.common,
            Self::Block(block) | Self::VhostVdpa(block) | Self::Ctl(block) => &mut block.common,
            Self::Dir(dir) => &mut dir.common,
            Self::Network(network) => &mut network.common,
            Self::Volume(volume) => &mut volume.common,
            Self::Nvme(nvme) => &mut nvme.common,
            Self::VhostUser(vhost) => &mut vhost.common,
        }
    }

    /// What every kind has.
    pub fn common(&self) -> &Common {
        match self {
            Self::File(file) => &file.common,
            Self::Block(block) | Self::VhostVdpa(block) | Self::Ctl(block) => &block.common,
            Self::Dir(dir) => &dir.common,
            Self::Network(network) => &network.common,
            Self::Volume(volume) => &volume.common,
            Self::Nvme(nvme) => &nvme.common,
            Self::VhostUser(vhost) => &vhost.common,
        }
    }
}

element! {
    pub struct File {
        path: Option<String> = attr("file"),
        fd_group: Option<Box<String>> = attr("fdgroup"),
        common: Common = inline(),
    }
}

element! {
    pub struct Block {
        path: Option<String> = attr("dev"),
        common: Common = inline(),
    }
}

element! {
    pub struct Dir {
        path: Option<String> = attr("dir"),
        common: Common = inline(),
    }
}

element! {
    pub struct Volume {
        pool: Option<String> = attr("pool"),
        volume: Option<String> = attr("volume"),
        mode: Option<VolumeMode> = attr("mode")
            else VIR_ERR_CONFIG_UNSUPPORTED "unknown source mode '{}' for volume type disk",
        common: Common = inline(),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Network {
    /// None where there is no `<source>` at all.
    pub protocol: Option<Protocol>,
    pub name: Option<String>,
    pub query: Option<String>,
    pub tls: Option<YesNo>,
    pub tls_hostname: Option<String>,
    pub hosts: Vec<Host>,
    pub reconnect: Option<Delay>,
    pub snapshot: Option<String>,
    pub config: Option<String>,
    pub initiator: Option<String>,
    pub ssl_verify: Option<YesNo>,
    pub cookies: Vec<Cookie>,
    pub readahead: u64,
    pub timeout: u64,
    pub user: Option<String>,
    pub group: Option<String>,
    pub known_hosts: Option<String>,
    pub ssh: Option<Box<SshIdentity>>,
    pub common: Common,
}

walk!(Network, |network, xml| {
    network.protocol.required_attr("protocol", xml);
    network.name.attr("name", xml);
    network.query.attr("query", xml);
    network.tls.attr("tls", xml);
    network.tls_hostname.attr("tlsHostname", xml);
    network.common.attributes.inline(xml);
    network.hosts.child("host", xml);
    xml.newer(|xml| network.reconnect.child("reconnect", xml));
    network.snapshot.via("snapshot", "name", xml);
    network.config.via("config", "file", xml);
    xml.group("initiator", |xml| network.initiator.via("iqn", "name", xml));
    network.ssl_verify.via("ssl", "verify", xml);
    if xml.secure() {
        xml.group("cookies", |xml| network.cookies.child("cookie", xml));
    }
    network.readahead.sparse_via("readahead", "size", xml);
    network.timeout.sparse_via("timeout", "seconds", xml);
    if network.protocol == Some(Protocol::Ssh) {
        xml.newer(|xml| {
            network.known_hosts.via("knownHosts", "path", xml);
            network.ssh.child("identity", xml);
        });
    } else {
        xml.group("identity", |xml| {
            network.user.attr("user", xml);
            network.group.attr("group", xml);
        });
    }
    network.common.children.inline(xml);
    xml.check(|| network.check());
    if xml.is_strict() {
        xml.check_value(|| network.check_schema());
    }
});

impl Network {
    /// What the schema wants of protocols, and nothing else does.
    fn check_schema(&self) -> Result<(), Fault> {
        if self.protocol == Some(Protocol::Iscsi) && self.hosts.is_empty() {
            return Err(Fault::xml("an iSCSI source needs a <host>"));
        }
        if self.protocol == Some(Protocol::Nfs) && self.user.is_none() && self.group.is_none() {
            return Err(Fault::xml("an NFS source needs an <identity>"));
        }
        Ok(())
    }

    /// A pool and an image in it.
    fn check(&self) -> Result<(), Fault> {
        let pooled = matches!(self.protocol, Some(Protocol::Gluster | Protocol::Rbd));
        match &self.name {
            Some(name) if pooled && name.find('/').is_none_or(|at| at == 0) => {
                Err(Fault::xml(format!("can't split path '{name}' into pool name and image name")))
            }
            _ => Ok(()),
        }
    }
}

element! {
    /// How long NBD waits for a server that is gone, in seconds.
    pub struct Delay {
        delay: u32 = required("delay"),
    }
}

element! {
    /// Who enters a server by SSH.
    pub struct SshIdentity {
        username: Option<String> = attr("username"),
        keyfile: Option<String> = attr("keyfile"),
        agent_socket: Option<String> = attr("agentsock"),
    }
}

/// A namespace of an NVMe controller of the host.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Nvme {
    pub managed: Option<YesNo>,
    pub namespace: u64,
    pub address: Option<PciAddress>,
    pub common: Common,
}

walk!(Nvme, |nvme, xml| {
    xml.refuse(VIR_ERR_XML_ERROR, "missing 'type' attribute to disk source", |xml| xml.need("type"));
    xml.word("type", "pci");
    nvme.managed.attr("managed", xml);
    xml.refuse(VIR_ERR_XML_ERROR, "malformed namespace '{}'", |xml| nvme.namespace.required("namespace", xml));
    nvme.common.attributes.inline(xml);
    nvme.address.child("address", xml);
    nvme.common.children.inline(xml);
    xml.check(|| match nvme.address {
        Some(_) => Ok(()),
        None => Err(Fault::xml("NVMe disk source is missing address")),
    });
});

/// A socket of a program that is the disk.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VhostUser {
    pub path: Option<String>,
    pub reconnect: Option<Reconnect>,
    pub common: Common,
}

walk!(VhostUser, |vhost, xml| {
    xml.word("type", "unix");
    vhost.path.attr("path", xml);
    vhost.common.attributes.inline(xml);
    vhost.reconnect.child("reconnect", xml);
    vhost.common.children.inline(xml);
});

element! {
    /// What every kind of source may have.
    pub struct Common {
        attributes: CommonAttributes = inline(),
        children: Rare<CommonChildren> = inline(),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CommonAttributes {
    pub policy: StartupPolicy,
    /// What a running machine calls this image.
    pub index: u32,
}

walk!(CommonAttributes, |common, xml| {
    common.policy.sparse("startupPolicy", xml);
    xml.live(|xml| common.index.sparse("index", xml));
});

element! {
    pub struct CommonChildren {
        slices: Option<Slices> = child("slices"),
        seclabels: Vec<DeviceSeclabel> = slim("seclabel"),
        auth: Option<Auth> = child("auth"),
        encryption: Option<Encryption> = child("encryption"),
        reservations: Option<Reservations> = child("reservations"),
        data_store: Option<Box<DataStore>> = child("dataStore") @newer,
    }
}

rare! { CommonChildren }

/// A file of bytes to which a QCOW2 image is the index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DataStore {
    pub source: Source,
    pub format: Option<Format>,
}

walk!(DataStore, |store, xml| {
    store.source.required_tag("type", xml);
    store.format.child("format", xml);
    store.source.child("source", xml);
});

element! {
    pub struct Slices {
        slices: Vec<Slice> = child("slice"),
    }
}

/// A part of an image, in bytes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slice {
    pub offset: u64,
    pub size: u64,
}

walk!(Slice, |slice, xml| {
    xml.word("type", "storage");
    slice.offset.required("offset", xml);
    slice.size.required("size", xml);
});

/// Who holds persistent reservations of a SCSI disk.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reservations {
    pub managed: Option<YesNo>,
    pub migration: Option<OnOff>,
    pub helper: Option<Helper>,
}

walk!(Reservations, |reservations, xml| {
    reservations.managed.required_attr("managed", xml);
    xml.newer(|xml| reservations.migration.attr("migration", xml));
    xml.read_if(reservations.managed == Some(YesNo::No), |xml| reservations.helper.child("source", xml));
});

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Helper {
    pub kind: HelperType,
    pub path: Option<String>,
    pub mode: HelperMode,
}

walk!(Helper, |helper, xml| {
    xml.refuse(VIR_ERR_XML_ERROR, "missing connection type for <reservations/>", |xml| xml.need("type"));
    xml.refuse(VIR_ERR_XML_ERROR, "unsupported connection type for <reservations/>: {}", |xml| {
        helper.kind.attr("type", xml);
    });
    xml.refuse(VIR_ERR_XML_ERROR, "missing path for <reservations/>", |xml| helper.path.required_attr("path", xml));
    xml.refuse(VIR_ERR_XML_ERROR, "missing connection mode for <reservations/>", |xml| xml.need("mode"));
    xml.refuse(VIR_ERR_XML_ERROR, "unsupported connection mode for <reservations/>: {}", |xml| {
        helper.mode.attr("mode", xml);
    });
});

element! {
    pub struct Host {
        name: Option<String> = attr("name"),
        port: Option<Port> = attr("port"),
        transport: Transport = sparse("transport")
            else VIR_ERR_CONFIG_UNSUPPORTED "unknown protocol transport type '{}'",
        socket: Option<String> = attr("socket"),
    }
}

/// Of TCP or UDP.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Port(pub u16);

impl Value for Port {
    const EXPECTED: Expected = Expected::Unsigned(16);
    fn parse(text: &str) -> Option<Self> {
        u16::parse(text).map(Self)
    }
    fn write(&self, out: &mut Text) {
        out.number(i128::from(self.0));
    }
    fn refusal(text: &str) -> Option<Fault> {
        let text = match u32::parse(text) {
            Some(port) => format!("port '{port}' out of range"),
            None => format!("failed to parse port number '{text}'"),
        };
        Some(Fault::new(VIR_ERR_INVALID_ARG, text).with_origin(VIR_FROM_NONE))
    }
}

element! {
    /// Shown only with `VIR_DOMAIN_XML_SECURE`.
    pub struct Cookie {
        name: String = required("name"),
        value: Option<String> = text(),
    }
}

/// The image below a layered one; empty at the end of the chain.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BackingStore {
    pub source: Option<Source>,
    pub index: u32,
    pub format: Option<Format>,
    pub below: Option<Box<BackingStore>>,
}

walk!(BackingStore, |store, xml| {
    store.source.tag("type", xml);
    xml.live(|xml| store.index.sparse("index", xml));
    let complete = store.source.is_none() || xml.has("format");
    xml.check(|| if complete { Ok(()) } else { Err(Fault::xml("missing disk backing store format")) });
    let complete = store.source.is_none() || xml.has("source");
    xml.check(|| if complete { Ok(()) } else { Err(Fault::xml("missing disk backing store source")) });
    // Whatever stands in one without a type, it is the end of the chain.
    let is_there = store.source.is_some();
    xml.read_if(is_there, |xml| {
        store.format.child("format", xml);
        store.source.child("source", xml);
        store.below.child("backingStore", xml);
    });
});

element! {
    pub struct Format {
        kind: Option<ImageFormat> = attr("type") else VIR_ERR_XML_ERROR "unknown storage source format '{}'",
        metadata_cache: Option<MetadataCache> = child("metadata_cache"),
    }
}

element! {
    pub struct MetadataCache {
        max_size: Option<Bytes> = child("max_size"),
    }
}

/// A size that is written in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bytes(pub u64);

impl crate::xml::Element for Bytes {
    fn read(&mut self, xml: &mut crate::xml::Reader) {
        self.0 = Size::read_bytes(xml, 1).unwrap_or_default();
    }
    fn write(&self, xml: &mut crate::xml::Writer) {
        xml.attribute("unit", &crate::xml::Unit::Bytes);
        xml.content(&self.0);
    }
}
