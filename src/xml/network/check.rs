//! What has to fit together in a network. In the sentences `{name}` stands for its name, which the reader fills in.

use std::collections::HashSet;

use super::{ForwardMode, Network};
use crate::address::Subnet;
use crate::types::*;
use crate::xml::Fault;

pub(super) fn name(name: &str) -> Result<(), Fault> {
    if name.is_empty() {
        return Err(Fault::new(VIR_ERR_NO_NAME, ""));
    }
    if name.contains('/') {
        return Err(Fault::detail("invalid char in name: /").with_origin(VIR_FROM_XML));
    }
    Ok(())
}

pub(super) fn network(network: &Network) -> Result<(), Fault> {
    if let Some(mac) = network.mac.filter(|mac| mac.is_multicast()) {
        return Err(Fault::xml(format!("Invalid multicast bridge mac address '{mac}' in network '{{name}}'")));
    }
    bandwidth(network)?;
    if network.mode().has_own_bridge() {
        own_bridge(network)?;
    } else {
        other_bridge(network)?;
    }
    routes(network)
}

fn bandwidth(network: &Network) -> Result<(), Fault> {
    let groups = network.portgroups.iter().filter_map(|group| group.bandwidth.as_ref());
    for bandwidth in network.bandwidth.iter().chain(groups) {
        bandwidth.refuse_class()?;
        bandwidth.refuse_floor()?;
    }
    Ok(())
}

/// Of networks for which libvirt makes a bridge.
fn own_bridge(network: &Network) -> Result<(), Fault> {
    let mode = network.mode();
    let Some(forward) = network.forward.as_ref().filter(|_| mode != ForwardMode::None) else { return Ok(()) };
    let word = mode.word();
    if network.ips.is_empty() {
        let text = format!("{word} forwarding requested, but no IP address provided for network '{{name}}'");
        return Err(Fault::xml(text));
    }
    if forward.interfaces.len() > 1 {
        let text = "multiple forwarding interfaces specified for network '{name}', only one is supported";
        return Err(Fault::xml(text));
    }
    if mode == ForwardMode::Open && (forward.device.is_some() || !forward.interfaces.is_empty()) {
        return Err(Fault::xml("forward dev not allowed for network '{name}' with forward mode='open'"));
    }
    Ok(())
}

/// Of networks that use a bridge or a card that is there.
fn other_bridge(network: &Network) -> Result<(), Fault> {
    let (word, bridge) = (network.mode().word(), &network.bridge);
    if network.mode() != ForwardMode::Bridge {
        if !bridge.name.is_empty() {
            return Err(Fault::xml(format!("bridge name not allowed in {word} mode (network '{{name}}')")));
        }
        if bridge.mac_table_manager.is_some() {
            let text = format!("bridge macTableManager setting not allowed in {word} mode (network '{{name}}')");
            return Err(Fault::xml(text));
        }
        if !bridge.zone.is_empty() {
            return Err(Fault::xml(format!("bridge zone not allowed in {word} mode (network '{{name}}')")));
        }
    }
    if bridge.delay.is_some_and(|delay| delay > 0) || bridge.stp.is_some() || !bridge.zone.is_empty() {
        let text = format!(
            "bridge delay/stp/zone options only allowed in route, nat, and isolated mode, not in {word} (network '{{name}}')"
        );
        return Err(Fault::xml(text));
    }
    let forward = network.forward.as_ref();
    let has_cards = forward
        .is_some_and(|forward| forward.device.is_some() || !forward.interfaces.is_empty() || forward.pf.is_some());
    if !bridge.name.is_empty() && has_cards {
        let text = format!(
            "A network with forward mode='{word}' can specify a bridge name or a forward dev, but not both (network '{{name}}')"
        );
        return Err(Fault::xml(text));
    }
    if network.mtu > 0 {
        let text =
            format!("mtu size only allowed in open, route, nat, and isolated mode, not in {word} (network '{{name}}')");
        return Err(Fault::xml(text));
    }
    Ok(())
}

fn routes(network: &Network) -> Result<(), Fault> {
    let subnets: HashSet<Subnet> = network.ips.iter().filter_map(|ip| ip.subnet()).collect();
    // There are few lengths, however many subnets there are.
    let prefixes: HashSet<u32> = subnets.iter().map(Subnet::prefix).collect();
    for gateway in network.routes.iter().filter_map(|route| route.gateway) {
        let mut around = prefixes.iter().filter_map(|prefix| Subnet::of(gateway, *prefix));
        if !around.any(|subnet| subnets.contains(&subnet)) {
            let text = format!("unreachable static route gateway '{gateway}' specified for network '{{name}}'");
            return Err(Fault::unsupported(text));
        }
    }
    Ok(())
}
