//! Domains: migration.

use std::ffi::c_uint;

/// Which bandwidth limit of a migration is meant.
pub type virDomainMigrateMaxSpeedFlags = c_uint;
pub const VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY: virDomainMigrateMaxSpeedFlags = 1;

/// How a domain moves to another host.
pub type virDomainMigrateFlags = c_uint;
pub const VIR_MIGRATE_LIVE: virDomainMigrateFlags = 1;
pub const VIR_MIGRATE_PEER2PEER: virDomainMigrateFlags = 2;
pub const VIR_MIGRATE_TUNNELLED: virDomainMigrateFlags = 1 << 2;
pub const VIR_MIGRATE_PERSIST_DEST: virDomainMigrateFlags = 1 << 3;
pub const VIR_MIGRATE_UNDEFINE_SOURCE: virDomainMigrateFlags = 1 << 4;
pub const VIR_MIGRATE_PAUSED: virDomainMigrateFlags = 1 << 5;
pub const VIR_MIGRATE_NON_SHARED_DISK: virDomainMigrateFlags = 1 << 6;
pub const VIR_MIGRATE_NON_SHARED_INC: virDomainMigrateFlags = 1 << 7;
pub const VIR_MIGRATE_CHANGE_PROTECTION: virDomainMigrateFlags = 1 << 8;
pub const VIR_MIGRATE_UNSAFE: virDomainMigrateFlags = 1 << 9;
pub const VIR_MIGRATE_OFFLINE: virDomainMigrateFlags = 1 << 10;
pub const VIR_MIGRATE_COMPRESSED: virDomainMigrateFlags = 1 << 11;
pub const VIR_MIGRATE_ABORT_ON_ERROR: virDomainMigrateFlags = 1 << 12;
pub const VIR_MIGRATE_AUTO_CONVERGE: virDomainMigrateFlags = 1 << 13;
pub const VIR_MIGRATE_RDMA_PIN_ALL: virDomainMigrateFlags = 1 << 14;
pub const VIR_MIGRATE_POSTCOPY: virDomainMigrateFlags = 1 << 15;
pub const VIR_MIGRATE_TLS: virDomainMigrateFlags = 1 << 16;
pub const VIR_MIGRATE_PARALLEL: virDomainMigrateFlags = 1 << 17;
pub const VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES: virDomainMigrateFlags = 1 << 18;
pub const VIR_MIGRATE_POSTCOPY_RESUME: virDomainMigrateFlags = 1 << 19;
pub const VIR_MIGRATE_ZEROCOPY: virDomainMigrateFlags = 1 << 20;

pub const VIR_MIGRATE_PARAM_AUTO_CONVERGE_INCREMENT: &str = "auto_converge.increment";
pub const VIR_MIGRATE_PARAM_AUTO_CONVERGE_INITIAL: &str = "auto_converge.initial";
pub const VIR_MIGRATE_PARAM_BANDWIDTH: &str = "bandwidth";
pub const VIR_MIGRATE_PARAM_BANDWIDTH_AVAIL_SWITCHOVER: &str = "bandwidth.avail.switchover";
pub const VIR_MIGRATE_PARAM_BANDWIDTH_POSTCOPY: &str = "bandwidth.postcopy";
pub const VIR_MIGRATE_PARAM_COMPRESSION: &str = "compression";
pub const VIR_MIGRATE_PARAM_COMPRESSION_MT_DTHREADS: &str = "compression.mt.dthreads";
pub const VIR_MIGRATE_PARAM_COMPRESSION_MT_LEVEL: &str = "compression.mt.level";
pub const VIR_MIGRATE_PARAM_COMPRESSION_MT_THREADS: &str = "compression.mt.threads";
pub const VIR_MIGRATE_PARAM_COMPRESSION_XBZRLE_CACHE: &str = "compression.xbzrle.cache";
pub const VIR_MIGRATE_PARAM_COMPRESSION_ZLIB_LEVEL: &str = "compression.zlib.level";
pub const VIR_MIGRATE_PARAM_COMPRESSION_ZSTD_LEVEL: &str = "compression.zstd.level";
pub const VIR_MIGRATE_PARAM_DEST_NAME: &str = "destination_name";
pub const VIR_MIGRATE_PARAM_DEST_XML: &str = "destination_xml";
pub const VIR_MIGRATE_PARAM_DISKS_PORT: &str = "disks_port";
pub const VIR_MIGRATE_PARAM_DISKS_URI: &str = "disks_uri";
pub const VIR_MIGRATE_PARAM_GRAPHICS_URI: &str = "graphics_uri";
pub const VIR_MIGRATE_PARAM_LISTEN_ADDRESS: &str = "listen_address";
pub const VIR_MIGRATE_PARAM_MIGRATE_DISKS: &str = "migrate_disks";
pub const VIR_MIGRATE_PARAM_MIGRATE_DISKS_DETECT_ZEROES: &str = "migrate_disks_detect_zeroes";
pub const VIR_MIGRATE_PARAM_MIGRATE_DISKS_TARGET_ZERO: &str = "migrate_disks_target_zero";
pub const VIR_MIGRATE_PARAM_PARALLEL_CONNECTIONS: &str = "parallel.connections";
pub const VIR_MIGRATE_PARAM_PERSIST_XML: &str = "persistent_xml";
pub const VIR_MIGRATE_PARAM_TLS_DESTINATION: &str = "tls.destination";
pub const VIR_MIGRATE_PARAM_URI: &str = "migrate_uri";
