//! Taps: network cards of the host whose other ends are cards of guests.

use std::os::fd::OwnedFd;
use std::path::Path;

use super::Definition;
use crate::driver::qemu::error;
use crate::error::{Error, Result};
use crate::mac::Mac;
use crate::sys::tap::{self, Tap};
use crate::types::*;
use crate::xml::YesNo;
use crate::xml::domain::device::interface::Interface;

/// Where taps are made, where nothing else is said.
const DEVICE: &str = "/dev/net/tun";
/// How taps without a name are called; the kernel puts a number in.
const PATTERN: &str = "vnet%d";

/// Opens a queue of the tap that a card is on. A tap without a name is made, and gets its name in the definition, by which the
/// next queue finds it.
///
/// # Errors
/// `VIR_ERR_SYSTEM_ERROR` with the tap and the reason; `VIR_ERR_OPERATION_INVALID` for a tap that is to be there, and is not.
pub fn open(definition: &mut Definition, at: usize) -> Result<OwnedFd> {
    let domain = &definition.name;
    let Some(card) = definition.devices.interfaces.get_mut(at) else {
        return Err(error(VIR_ERR_INTERNAL_ERROR, format!("domain '{domain}' has no card number {at}")));
    };
    let name = card.target.as_ref().and_then(|target| target.device.as_deref()).unwrap_or(PATTERN).to_owned();
    let is_given = card.target.as_ref().is_some_and(|target| target.managed == Some(YesNo::No));
    if is_given && !Path::new("/sys/class/net").join(&name).exists() {
        let text = format!(
            "domain '{domain}': /domain/devices/interface[{}]/target: the host has no tap '{name}', and managed='no' says that it \
             is there; make it by 'ip tuntap add {name} mode tap'",
            at + 1
        );
        return Err(error(VIR_ERR_OPERATION_INVALID, text));
    }
    let device = card.backend.tap.as_deref().unwrap_or(DEVICE);
    let failed = |what: &str| {
        let text = format!(
            "domain '{domain}': /domain/devices/interface[{}]: {what} the tap '{name}' through '{device}'",
            at + 1
        );
        move |cause: std::io::Error| Error::system(&cause, text)
    };
    let is_virtio = card.model.as_deref().is_some_and(|model| model.starts_with("virtio"));
    let many = is_virtio && card.driver.queues > 1;
    let tap = Tap::open(Path::new(device), &name, is_virtio, many).map_err(failed("cannot open"))?;
    if !is_given {
        set_up(card, &tap).map_err(failed("cannot set up"))?;
    }
    card.target.get_or_insert_default().device = Some(tap.name);
    Ok(tap.file)
}

/// As libvirt has them: never the lowest address of a bridge, so that the bridge does not take theirs.
fn set_up(card: &Interface, tap: &Tap) -> std::io::Result<()> {
    let Mac(mut mac) = card.mac.address.unwrap_or_default();
    mac[0] = 0xfe;
    tap::set_address(&tap.name, mac)?;
    if card.mtu > 0 {
        tap::set_mtu(&tap.name, card.mtu)?;
    }
    tap::set_up(&tap.name)
}
