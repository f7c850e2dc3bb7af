//! The samples of networks, storage, devices, interfaces, snapshots and checkpoints against what libvirt makes of them.
//!
//! Where a sample is newer than libvirt 9.0.0, or has what its test driver does not keep (ports, options in namespaces, device
//! files of SCSI and vDPA), the file beside it is our own.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::fs;

use super::checkpoint::Checkpoint;
use super::interface::Interface;
use super::network::Network;
use super::network_port::NetworkPort;
use super::nodedev::Device;
use super::snapshot::Snapshot;
use super::storage::amount::Amount;
use super::storage::{Pool, PoolKind, Volume};
use super::tests::samples;
use super::{Dump, Read, Root, format, parse};

/// All folders: a new one has a test that reads it.
const FOLDERS: &[&str] = &[
    "backup",
    "binding",
    "capabilities",
    "checkpoint",
    "domain",
    "domain-active",
    "domain-capabilities",
    "domain-newer",
    "interface",
    "network",
    "network-port",
    "node-device",
    "nwfilter",
    "partition",
    "pool",
    "secret",
    "snapshot",
    "sysinfo",
    "volume",
];

#[test]
fn every_folder_is_read() {
    let folders = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests-c/data")).expect("samples");
    let names: BTreeSet<String> =
        folders.map(|folder| folder.expect("a folder").file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(names, FOLDERS.iter().map(|name| (*name).to_owned()).collect());
}

/// What is written for each sample is what libvirt gives for it, comes back as it is, is read again to the same model, and has
/// only names that are known.
fn as_libvirt<R: Root + PartialEq + Debug>(folder: &str, read: impl Fn(&str) -> R) {
    let write = |model: &R| format(model, Dump::default());
    comes_back(folder, &read, write);
    for (input, out) in samples(folder) {
        let golden = fs::read_to_string(&out).expect("readable");
        assert_eq!(write(&read(&fs::read_to_string(&input).expect("readable"))), golden, "{}", input.display());
        let (_, unknown) = parse::<R>(&golden, Read { strict: true, ..Read::default() }).expect("strict");
        assert_eq!(unknown, []);
    }
}

/// What libvirt wrote comes back byte for byte and as the same model.
fn comes_back<M: PartialEq + Debug>(folder: &str, read: impl Fn(&str) -> M, write: impl Fn(&M) -> String) {
    let samples = samples(folder);
    assert!(samples.len() > 1, "{folder}");
    for (_, out) in samples {
        let golden = fs::read_to_string(&out).expect("readable");
        let model = read(&golden);
        assert_eq!(write(&model), golden, "{}", out.display());
        assert_eq!(read(&write(&model)), model, "{}", out.display());
    }
}

#[test]
fn networks() {
    as_libvirt("network", |text| Network::parse(text, Read::default()).unwrap_or_else(|fault| panic!("{fault}")).0);
    as_libvirt("network-port", |text| {
        parse::<NetworkPort>(text, Read::default()).unwrap_or_else(|fault| panic!("{fault}")).0
    });
}

/// The test driver's pools are of 100 GiB.
#[test]
fn pools() {
    let size = Amount(Some(100 << 30));
    as_libvirt("pool", |text| Pool {
        capacity: size,
        allocation: Amount(Some(0)),
        available: size,
        ..Pool::parse(text, false).unwrap_or_else(|fault| panic!("{fault}"))
    });
}

fn volume(text: &str, kind: PoolKind, folder: &str) -> Volume {
    let mut volume = Volume::parse(text, kind, false).unwrap_or_else(|fault| panic!("{fault}"));
    let path = format!("{folder}/{}", volume.name);
    (volume.key, volume.target.path) = (Some(path.clone()), Some(path));
    volume
}

#[test]
fn volumes() {
    as_libvirt("volume", |text| volume(text, PoolKind::Dir, "/default-pool"));
    as_libvirt("partition", |text| volume(text, PoolKind::Disk, "/p/disk"));
}

#[test]
fn devices_of_the_host() {
    as_libvirt("node-device", |text| Device::parse(text).unwrap_or_else(|fault| panic!("{fault}")));
    as_libvirt("interface", |text| Interface::parse(text, Read::default()).unwrap_or_else(|fault| panic!("{fault}")));
}

#[test]
fn snapshots_and_checkpoints() {
    let snapshot = |text: &str| Snapshot::parse(text, true, true).unwrap_or_else(|fault| panic!("{fault}")).0;
    comes_back("snapshot", snapshot, |snapshot| snapshot.format(true));
    let checkpoint = |text: &str| Checkpoint::parse(text, true).unwrap_or_else(|fault| panic!("{fault}")).0;
    comes_back("checkpoint", checkpoint, |checkpoint| checkpoint.format(true));
}
