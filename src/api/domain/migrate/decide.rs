//! Which of the ways to migrate is taken, decided before anything is done.

use std::ffi::c_uint;
use std::sync::Arc;

use crate::abi::Call;
use crate::error::{Error, Result, unsupported};
use crate::object::{Connection, Domain};
use crate::typed_param::TypedParams;
use crate::types::*;

/// Parameters that drivers know which do not take all.
const OLD_PARAMS: [&str; 4] =
    [VIR_MIGRATE_PARAM_BANDWIDTH, VIR_MIGRATE_PARAM_DEST_NAME, VIR_MIGRATE_PARAM_DEST_XML, VIR_MIGRATE_PARAM_URI];

fn refused<T>(text: &str) -> Result<T> {
    Err(Error::new(VIR_ERR_ARGUMENT_UNSUPPORTED, text))
}

/// Flags about disks that contradict each other.
pub(super) fn check_disk_flags(call: &Call, flags: c_uint) -> Result<()> {
    call.exclusive(flags, flag!(VIR_MIGRATE_NON_SHARED_DISK), flag!(VIR_MIGRATE_NON_SHARED_INC))?;
    let copied = flag!(VIR_MIGRATE_NON_SHARED_DISK | VIR_MIGRATE_NON_SHARED_INC);
    call.requires(flags, flag!(VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES), copied)
}

pub(super) fn check_transport_flags(call: &Call, flags: c_uint) -> Result<()> {
    call.exclusive(flags, flag!(VIR_MIGRATE_TUNNELLED), flag!(VIR_MIGRATE_PARALLEL))
}

/// What both ends have to be able to.
fn check_ends(domain: &Domain, destination: &Connection, flags: c_uint) -> Result<()> {
    let source = domain.driver()?.migration_ways();
    let destination = destination.driver.domains()?.migration_ways();
    if flags & VIR_MIGRATE_OFFLINE != 0 {
        if !source.offline {
            return refused("offline migration is not supported by the source host");
        }
        if !destination.offline {
            return refused("offline migration is not supported by the destination host");
        }
    }
    Ok(())
}

fn check_change_protection(domain: &Domain, flags: c_uint) -> Result<()> {
    if flags & VIR_MIGRATE_CHANGE_PROTECTION != 0 && !domain.driver()?.migration_ways().change_protection {
        return refused("cannot enforce change protection");
    }
    Ok(())
}

/// To a host that there is a connection to, by the old functions: peer to peer where that is asked for.
pub(super) fn migrate(
    domain: &Domain,
    destination: &Arc<Connection>,
    params: &TypedParams,
    flags: c_uint,
) -> Result<Arc<Domain>> {
    check_ends(domain, destination, flags)?;
    if flags & VIR_MIGRATE_PEER2PEER != 0 {
        if !domain.driver()?.migration_ways().peer_to_peer {
            return unsupported();
        }
    } else {
        check_change_protection(domain, flags)?;
        if flags & VIR_MIGRATE_TUNNELLED != 0 {
            let text = "cannot perform tunnelled migration without using peer2peer flag";
            return Err(Error::new(VIR_ERR_OPERATION_INVALID, text));
        }
    }
    domain.driver()?.migrate(domain, destination, params, flags)
}

/// To a host that there is a connection to, never peer to peer.
pub(super) fn migrate_managed(
    domain: &Domain,
    destination: &Arc<Connection>,
    params: &TypedParams,
    flags: c_uint,
) -> Result<Arc<Domain>> {
    check_ends(domain, destination, flags)?;
    check_change_protection(domain, flags)?;
    let ways = [domain.driver()?.migration_ways(), destination.driver.domains()?.migration_ways()];
    if !ways.iter().all(|ways| ways.params) && params.iter().any(|(name, _)| !OLD_PARAMS.contains(&name)) {
        return refused(
            "Migration APIs with extensible parameters are not supported but extended parameters were passed",
        );
    }
    domain.driver()?.migrate(domain, destination, params, flags)
}

/// Whether a driver can migrate to a URI in the way that flags ask for.
pub(super) fn check_unmanaged(domain: &Domain, flags: c_uint) -> Result<()> {
    let ways = domain.driver()?.migration_ways();
    if flags & VIR_MIGRATE_OFFLINE != 0 && !ways.offline {
        return refused("offline migration is not supported by the source host");
    }
    match flags & VIR_MIGRATE_PEER2PEER != 0 {
        true if !ways.peer_to_peer => refused("p2p migration is not supported by the source host"),
        false if !ways.direct => refused("direct migration is not supported by the source host"),
        _ => Ok(()),
    }
}
