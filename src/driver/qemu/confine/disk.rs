//! Disks, and the images below them.

use super::grants::Grants;
use crate::error::Result;
use crate::sys::landlock::Access;
use crate::xml::domain::device::disk::Disk;
use crate::xml::domain::device::source::{BackingStore, ImageFormat, Network, Source};

pub fn allow(disk: &mut Disk, grants: &mut Grants) -> Result<()> {
    allow_layer(&mut disk.source, disk.driver.format, !disk.readonly, grants)?;
    let mut below = disk.backing_store.as_deref_mut();
    while let Some(BackingStore { source, format, below: next, .. }) = below {
        let format = format.as_ref().and_then(|format| format.kind);
        if let Some(source) = source {
            allow_layer(source, format, false, grants)?;
        }
        below = next.as_deref_mut();
    }
    Ok(())
}

fn allow_layer(source: &mut Source, format: Option<ImageFormat>, write: bool, grants: &mut Grants) -> Result<()> {
    if source.is_empty() {
        return Ok(());
    }
    let access = if write { Access::Write } else { Access::Read };
    let common = &mut source.common_mut().children;
    if let Some(store) = &mut common.data_store {
        let format = store.format.as_ref().and_then(|format| format.kind);
        allow_layer(&mut store.source, format, write, grants)?;
    }
    let helper = common.reservations.as_ref().and_then(|reservations| reservations.helper.as_ref());
    if let Some(path) = helper.and_then(|helper| helper.path.as_deref()) {
        grants.need(path, Access::Write)?;
    }
    match source {
        // Whoever gave the descriptors has opened them.
        Source::File(file) if file.fd_group.is_some() => {}
        Source::File(file) => {
            if let Some(path) = &mut file.path {
                match format {
                    // Its other parts are found by their names beside it.
                    Some(ImageFormat::Vmdk) => grants.need(path, access)?,
                    _ => *path = grants.image(path, write)?,
                }
            }
        }
        Source::Block(block) => {
            if let Some(path) = &mut block.path {
                // A drive, not what is in it: QEMU looks whether there is something when it opens it again.
                match path.starts_with("/dev/cdrom") || path.starts_with("/dev/sr") {
                    true => grants.need(path, access)?,
                    false => *path = grants.image(path, write)?,
                }
            }
        }
        Source::Dir(dir) => {
            if let Some(path) = &dir.path {
                grants.need(path, Access::Read)?;
            }
        }
        Source::Network(network) => allow_network(network, grants),
        Source::Volume(_) | Source::Nvme(_) | Source::VhostUser(_) | Source::VhostVdpa(_) | Source::Ctl(_) => {}
    }
    Ok(())
}

/// What clients of a protocol read of their own settings.
fn allow_network(network: &Network, grants: &mut Grants) {
    let named = [&network.config, &network.known_hosts];
    let keys = network.ssh.as_ref().and_then(|ssh| ssh.keyfile.as_ref());
    for path in named.into_iter().flatten().chain(keys) {
        grants.allow(path, Access::Read);
    }
    use crate::xml::domain::device::source::Protocol;
    if network.protocol == Some(Protocol::Rbd) {
        grants.allow("/etc/ceph", Access::Read);
    }
}
