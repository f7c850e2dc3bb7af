//! `<interface>`: what user networking can give to a guest, and options of virtio cards.

use super::{Whole, each, refuse};
use crate::types::*;
use crate::xml::domain::device::interface::{BackendType, Interface, Kind, TeamType};
use crate::xml::{Fault, Variant};

/// The version of QEMU that first had them.
const FIRST_VDPA: u32 = 5_001_000;

pub(super) fn check(whole: Whole) -> Result<(), Fault> {
    each("interface", &whole.domain.devices.interfaces, |card| check_card(whole, card))
}

fn check_card(whole: Whole, card: &Interface) -> Result<(), Fault> {
    let kind = card.kind.tag_word();
    let model = card.model.as_deref().unwrap_or_default();
    let is_vdpa = matches!(card.kind, Kind::Vdpa(_));
    let is_user = matches!(card.kind, Kind::User(_));
    if is_user {
        check_guest_addresses(card)?;
    }
    refuse(is_vdpa && whole.emulator.version < FIRST_VDPA, || {
        Fault::unsupported("vDPA devices are not supported with this QEMU binary").at("@type")
    })?;
    refuse(is_vdpa && model != "virtio", || {
        let fault = Fault::unsupported(format!("invalid model for interface of type '{kind}': '{model}'"));
        fault.at("model/@type").expecting("expected 'virtio'")
    })?;
    let addressed = !card.ips.is_empty() || !card.routes.is_empty();
    refuse(addressed && !is_user && !is_vdpa, || {
        let text =
            "Invalid attempt to set network interface guest-side IP route and/or address info, not supported by QEMU";
        let at = if card.ips.is_empty() { "route" } else { "ip" };
        Fault::unsupported(text).at(at).expecting("only user networking gives addresses to a guest")
    })?;
    let virtio = model.starts_with("virtio");
    if virtio {
        let power = |size: u32, name: &str| {
            refuse(size > 0 && !size.is_power_of_two(), || {
                let fault = Fault::unsupported(format!("{name} has to be a power of two"));
                fault.at(format!("driver/@{name}")).expecting(format!("such as {}", size.next_power_of_two()))
            })
        };
        power(card.driver.rx_queue_size, "rx_queue_size")?;
        power(card.driver.tx_queue_size, "tx_queue_size")?;
    }
    let passt = card.backend.kind == BackendType::Passt;
    let with_mtu = matches!(card.kind, Kind::Network(_) | Kind::Bridge(_) | Kind::Ethernet(_) | Kind::VhostUser(_));
    refuse(card.mtu > 0 && !with_mtu && !passt, || {
        let fault = Fault::unsupported(format!("setting MTU on interface type {kind} is not supported yet"));
        fault.at("mtu").expecting("leave it out")
    })?;
    if let Some(team) = &card.teaming {
        refuse(team.kind == TeamType::Persistent && !virtio, || {
            let text = format!("virtio-net teaming persistent interface must be <model type='virtio'/>, not '{model}'");
            Fault::unsupported(text).at("model/@type")
        })?;
        let host = matches!(card.kind, Kind::Hostdev(_) | Kind::Network(_));
        refuse(team.kind == TeamType::Transient && !host, || {
            let text = format!("virtio-net teaming transient interface must be type='hostdev', not '{kind}'");
            Fault::unsupported(text).at("@type")
        })?;
    }
    refuse(card.coalesce > 0 && !matches!(card.kind, Kind::Network(_) | Kind::Bridge(_)), || {
        Fault::unsupported(format!("coalesce settings on interface type {kind} are not supported")).at("coalesce")
    })
}

/// One address of each family, of a net as large as SLIRP's.
fn check_guest_addresses(card: &Interface) -> Result<(), Fault> {
    refuse(!card.routes.is_empty(), || {
        let text = "Invalid attempt to set network interface guest-side IP route, not supported by QEMU";
        Fault::unsupported(text).at("route").expecting("leave it out")
    })?;
    let (mut has_v4, mut has_v6) = (false, false);
    for ip in &card.ips {
        refuse(ip.peer.is_some(), || {
            Fault::unsupported("Invalid attempt to set peer IP for guest").at("ip/@peer").expecting("leave it out")
        })?;
        let Some(address) = ip.address else { continue };
        let prefix = ip.prefix.unwrap_or(0);
        let seen = if address.is_ipv4() { &mut has_v4 } else { &mut has_v6 };
        refuse(std::mem::replace(seen, true), || {
            let family = if address.is_ipv4() { "IPv4" } else { "IPv6" };
            Fault::unsupported(format!("Only one {family} address per interface is allowed")).at("ip")
        })?;
        if address.is_ipv4() {
            refuse(prefix > 0 && !(4..=27).contains(&prefix), || {
                Fault::new(VIR_ERR_XML_ERROR, "invalid prefix, must be in range of 4-27").at("ip/@prefix")
            })?;
        } else {
            refuse(prefix > 0 && prefix != 64, || {
                let text = format!("unsupported IPv6 address prefix='{prefix}' - must be 64");
                Fault::unsupported(text).at("ip/@prefix")
            })?;
        }
    }
    Ok(())
}
