//! Domains: migration.

use std::ffi::c_uint;
use std::sync::Arc;

use crate::error::{Result, unsupported};
use crate::object::{Connection, Domain};
use crate::typed_param::TypedParams;

/// Which ways of migrating a driver has. What is asked for beyond them fails before anything is done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MigrationWays {
    /// Domains that do not run.
    pub offline: bool,
    /// From one driver to the other, without the client.
    pub peer_to_peer: bool,
    /// The hypervisor does it without a driver at the destination.
    pub direct: bool,
    /// The domain's definition cannot be changed meanwhile.
    pub change_protection: bool,
    /// `VIR_MIGRATE_PARAM_…` beyond name, XML, URI and bandwidth.
    pub params: bool,
}

/// Migration. Parameters are `VIR_MIGRATE_PARAM_…`, flags `VIR_MIGRATE_…`. Every method defaults to "not supported".
pub trait DomainMigrate {
    fn migration_ways(&self) -> MigrationWays {
        MigrationWays::default()
    }

    /// Migrates to a host that this process has a connection to; gives the domain there.
    fn migrate(
        &self,
        domain: &Domain,
        destination: &Arc<Connection>,
        params: &TypedParams,
        flags: c_uint,
    ) -> Result<Arc<Domain>> {
        let _ = (domain, destination, params, flags);
        unsupported()
    }

    /// Migrates to where a URI points: a driver's, peer to peer, or else the hypervisor's own.
    fn migrate_to_uri(&self, domain: &Domain, uri: Option<&str>, params: &TypedParams, flags: c_uint) -> Result<()> {
        let _ = (domain, uri, params, flags);
        unsupported()
    }

    /// In bytes.
    fn migration_compression_cache(&self, domain: &Domain, flags: c_uint) -> Result<u64> {
        let _ = (domain, flags);
        unsupported()
    }

    fn set_migration_compression_cache(&self, domain: &Domain, bytes: u64, flags: c_uint) -> Result<()> {
        let _ = (domain, bytes, flags);
        unsupported()
    }

    /// For how long the guest may stand still at the end, in milliseconds.
    fn migration_max_downtime(&self, domain: &Domain, flags: c_uint) -> Result<u64> {
        let _ = (domain, flags);
        unsupported()
    }

    fn set_migration_max_downtime(&self, domain: &Domain, milliseconds: u64, flags: c_uint) -> Result<()> {
        let _ = (domain, milliseconds, flags);
        unsupported()
    }

    /// In MiB/s.
    fn migration_max_speed(&self, domain: &Domain, flags: c_uint) -> Result<u64> {
        let _ = (domain, flags);
        unsupported()
    }

    fn set_migration_max_speed(&self, domain: &Domain, bandwidth: u64, flags: c_uint) -> Result<()> {
        let _ = (domain, bandwidth, flags);
        unsupported()
    }

    /// Lets the guest run at the destination before all of its memory is there.
    fn start_post_copy(&self, domain: &Domain, flags: c_uint) -> Result<()> {
        let _ = (domain, flags);
        unsupported()
    }
}
