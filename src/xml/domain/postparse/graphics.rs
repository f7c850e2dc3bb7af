//! Screens: ports, and the addresses where they listen.

use crate::xml::Fault;
use crate::xml::YesNo;
use crate::xml::domain::Domain;
use crate::xml::domain::device::graphics::{Address, ChannelMode, Kind, Listen, Rdp, Socket, Spice, Vnc};

impl Domain {
    pub(super) fn complete_graphics(&mut self) -> Result<(), Fault> {
        // A machine that runs has the ports that it was given.
        let runs = self.id.is_some();
        for graphics in &mut self.devices.graphics {
            match &mut graphics.kind {
                Kind::Vnc(vnc) => complete_vnc(vnc, runs)?,
                Kind::Rdp(rdp) => complete_rdp(rdp)?,
                Kind::Spice(spice) => complete_spice(spice, runs)?,
                Kind::Sdl(sdl) => sdl.fullscreen = sdl.fullscreen.filter(|fullscreen| *fullscreen == YesNo::Yes),
                Kind::Desktop(desktop) => {
                    desktop.fullscreen = desktop.fullscreen.filter(|fullscreen| *fullscreen == YesNo::Yes);
                }
                Kind::Dbus(dbus) => dbus.p2p = dbus.p2p.filter(|p2p| *p2p == YesNo::Yes),
                Kind::EglHeadless(_) => {}
            }
        }
        Ok(())
    }
}

fn complete_vnc(vnc: &mut Vnc, runs: bool) -> Result<(), Fault> {
    if let Some(socket) = vnc.socket.take().filter(|socket| !socket.is_empty()) {
        let listen = Listen::Socket(Socket { socket: Some(*socket) });
        match vnc.listens.first_mut() {
            Some(Listen::Socket(first)) if first.socket.is_some() && Listen::Socket(first.clone()) != listen => {
                return Err(Fault::unsupported(
                    "graphics 'socket' attribute must match 'socket' attribute of first listen element",
                ));
            }
            Some(first) => *first = listen,
            None => vnc.listens = vec![listen],
        }
        vnc.listen = None;
    }
    complete_listens(&mut vnc.listens, &mut vnc.listen)?;
    match vnc.listens.first() {
        Some(Listen::Socket(socket)) => {
            vnc.socket = socket.socket.clone().map(Box::new);
            (vnc.port, vnc.autoport, vnc.websocket) = (None, None, None);
        }
        Some(Listen::None(())) => (vnc.port, vnc.autoport, vnc.websocket) = (None, None, None),
        _ => {
            let auto = vnc.autoport == Some(YesNo::Yes) || matches!(vnc.port, None | Some(-1));
            vnc.autoport = Some(YesNo::from(auto));
            if auto && !(runs && vnc.port.is_some()) {
                vnc.port = Some(-1);
            }
        }
    }
    Ok(())
}

fn complete_rdp(rdp: &mut Rdp) -> Result<(), Fault> {
    complete_listens(&mut rdp.listens, &mut rdp.listen)?;
    let auto = rdp.autoport == Some(YesNo::Yes) || matches!(rdp.port, None | Some(-1));
    rdp.port = if auto { Some(0) } else { rdp.port };
    rdp.autoport = auto.then_some(YesNo::Yes);
    Ok(())
}

fn complete_spice(spice: &mut Spice, runs: bool) -> Result<(), Fault> {
    // Of one channel the last word counts, and what may be either is not said.
    spice.channels.reverse();
    spice.channels.sort_by_key(|channel| channel.name as usize);
    spice.channels.dedup_by_key(|channel| channel.name);
    spice.channels.retain(|channel| channel.mode != ChannelMode::Any);
    spice.default_mode.take_if(|mode| *mode == ChannelMode::Any);
    complete_listens(&mut spice.listens, &mut spice.listen)?;
    let no_port = |port: Option<i32>| matches!(port, None | Some(0));
    if let [listen @ (Listen::Address(_) | Listen::Network(_))] = &mut spice.listens[..]
        && no_port(spice.port)
        && no_port(spice.tls_port)
        && spice.autoport != Some(YesNo::Yes)
    {
        *listen = Listen::None(());
        spice.listen = None;
    }
    match spice.listens.first() {
        Some(Listen::Socket(_) | Listen::None(())) => {
            (spice.port, spice.tls_port, spice.autoport) = (None, None, None);
        }
        _ => {
            let auto = spice.autoport == Some(YesNo::Yes) || spice.port == Some(-1) && spice.tls_port == Some(-1);
            spice.autoport = Some(YesNo::from(auto));
            let given = |port: Option<i32>| port.filter(|port| *port != 0 && (runs || !auto));
            (spice.port, spice.tls_port) = (given(spice.port), given(spice.tls_port));
        }
    }
    Ok(())
}

/// The attribute `listen` is the address of the first `<listen>`; without one there is one without an address.
fn complete_listens(listens: &mut Vec<Listen>, attribute: &mut Option<String>) -> Result<(), Fault> {
    let attribute_given = attribute.take().filter(|address| !address.is_empty());
    if listens.is_empty() {
        *listens = vec![Listen::Address(Address::default())];
    }
    if let (Some(Listen::Address(first)), Some(address)) = (listens.first_mut(), attribute_given) {
        match &first.address {
            Some(found) if *found != address => {
                return Err(Fault::unsupported(format!(
                    "graphics 'listen' attribute '{address}' must match 'address' attribute of first listen element (found '{found}')"
                )));
            }
            _ => first.address = Some(address),
        }
    }
    if let Some(Listen::Address(first)) = listens.first_mut() {
        first.address = first.address.take().filter(|address| !address.is_empty());
        *attribute = first.address.clone();
    }
    Ok(())
}
