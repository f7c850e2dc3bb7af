//! `<capability type='net'>`: a network card; and `<capability type='vdpa'>`: one that a guest can drive by virtio.

use crate::types::*;
use crate::xml::Fault;
use crate::xml::common::link::Link;
use crate::{element, walk, words};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Net {
    pub interface: Option<String>,
    pub address: Option<String>,
    pub link: Link,
    /// What the card does instead of the host, in the order of the words.
    pub features: Vec<NetFeature>,
    pub kind: Option<NetKind>,
}

walk!(Net, |net, xml| {
    net.interface.leaf("interface", xml);
    net.address.leaf("address", xml);
    net.link.child("link", xml);
    net.features.child("feature", xml);
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "invalid network type supplied for '{name}'", |xml| {
        net.kind.via("capability", "type", xml);
    });
    xml.check(|| match net.interface {
        Some(_) => Ok(()),
        None => Err(Fault::internal("no network interface supplied for '{name}'")),
    });
});

impl Net {
    /// Brings the features into the order of their words, each once.
    pub(super) fn order(&mut self) {
        self.features.sort_by_key(|feature| feature.name as usize);
        self.features.dedup();
    }
}

words! { pub enum NetKind { Ethernet = "80203", Wireless = "80211" } }

words! {
    pub enum Feature {
        Rx = "rx", Tx = "tx", Sg = "sg", Tso = "tso", Gso = "gso", Gro = "gro", Lro = "lro", RxVlan = "rxvlan",
        TxVlan = "txvlan", NTuple = "ntuple", RxHash = "rxhash", Rdma = "rdma", TxUdpTunnel = "txudptnl",
        SwitchDev = "switchdev",
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetFeature {
    pub name: Feature,
}

walk!(NetFeature, |feature, xml| {
    xml.refuse(VIR_ERR_XML_ERROR, "missing network device feature name", |xml| xml.need("name"));
    xml.refuse(VIR_ERR_XML_ERROR, "unknown network device feature '{}'", |xml| feature.name.attr("name", xml));
});

element! {
    pub struct Vdpa {
        /// The device file.
        chardev: Option<String> = leaf("chardev"),
    }
}
