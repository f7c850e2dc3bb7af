//! `-blockdev`: where the bytes of a disk are and how they are laid out, one node for each; what stands between them and the guest.

mod protocol;
mod throttle;

use std::path::Path;

use super::line::{Line, Properties};
use crate::types::VIR_ERR_NO_SECRET;
use crate::xml::common::encryption::SecretName;
use crate::xml::domain::device::disk::{Cache, DetectZeroes, Device, Discard, Disk, Io};
use crate::xml::domain::device::source::{Format, ImageFormat, Reservations, Source};
use crate::xml::{Fault, OnOff};

/// What reserves disks for all that name no program of their own.
const SHARED_HELPER: &str = "pr-helper0";

pub use protocol::bytes_of;
pub use throttle::add_groups;
pub use throttle::limits;

/// A layer of an image: the top one, or one below.
struct Layer<'a> {
    source: &'a Source,
    kind: Option<ImageFormat>,
    /// How much of the image's index is kept in memory, in bytes.
    cache_size: Option<u64>,
}

impl<'a> Layer<'a> {
    fn of(source: &'a Source, format: Option<&Format>) -> Self {
        let cache = format.and_then(|format| format.metadata_cache.as_ref());
        Self {
            source,
            kind: format.and_then(|format| format.kind),
            cache_size: cache.and_then(|cache| cache.max_size).map(|size| size.0),
        }
    }
}

/// Adds the nodes of a disk; their numbers count up from `*number`. The name of the top one, if there is an image at all.
///
/// # Errors
/// `VIR_ERR_CONFIG_UNSUPPORTED` for sources that are not given to QEMU.
pub(super) fn add(disk: &Disk, number: &mut u32, line: &mut Line) -> Result<Option<String>, Fault> {
    if disk.source.is_empty() || matches!(disk.source, Source::VhostUser(_)) {
        return Ok(None);
    }
    let cache = disk.driver.metadata_cache.as_ref().and_then(|cache| cache.max_size).map(|size| size.0);
    let mut layers = vec![Layer { source: &disk.source, kind: disk.driver.format, cache_size: cache }];
    let mut below = disk.backing_store.as_deref();
    while let Some(store) = below {
        let Some(source) = &store.source else { break };
        layers.push(Layer::of(source, store.format.as_ref()));
        below = store.below.as_deref();
    }
    let first = *number + 1;
    *number += layers.len() as u32;
    for (at, layer) in layers.iter().enumerate().rev() {
        let node = first + at as u32;
        let is_top = at == 0;
        let stored = add_storage(disk, layer.source, node, is_top, disk.readonly || !is_top, line)?;
        let mut format = Properties::of("node-name", &format!("libvirt-{node}-format"));
        format.set("read-only", disk.readonly || !is_top);
        if is_top {
            add_top_options(disk, &mut format);
        }
        set_cache(disk.driver.cache, &mut format);
        let kind = layer.kind.unwrap_or(ImageFormat::Raw);
        format.set("driver", driver(kind));
        if kind == ImageFormat::Qcow2 {
            format.maybe("cache-size", layer.cache_size);
        }
        let common = &layer.source.common().children;
        let slice = common.slices.as_ref().and_then(|slices| slices.slices.first());
        match slice {
            Some(slice) if kind == ImageFormat::Raw => {
                format.set("offset", slice.offset);
                format.set("size", slice.size);
                format.set("file", stored);
            }
            Some(slice) => {
                let name = format!("libvirt-{node}-slice-sto");
                let part = Properties::device("raw").with("node-name", name.as_str()).with("offset", slice.offset);
                line.json("-blockdev", part.with("size", slice.size).with("file", stored).with("auto-read-only", true));
                format.set("file", name);
            }
            None => format.set("file", stored),
        }
        if kind == ImageFormat::Qcow2
            && let Some(store) = &common.data_store
        {
            *number += 1;
            format.set("data-file", add_data_store(disk, store, *number, disk.readonly || !is_top, line)?);
        }
        if at + 1 < layers.len() {
            format.set("backing", format!("libvirt-{}-format", node + 1));
        } else if kind == ImageFormat::Qcow2 && disk.backing_store.is_some() {
            format.set("backing", serde_json::Value::Null);
        }
        line.json("-blockdev", format);
    }
    let mut top = format!("libvirt-{first}-format");
    if disk.driver.copy_on_read == Some(OnOff::On) {
        let name = format!("libvirt-CoR-{}", disk.target());
        let filter = Properties::device("copy-on-read").with("node-name", name.as_str()).with("file", top);
        line.json("-blockdev", filter.with("discard", "unmap"));
        top = name;
    }
    for filter in &disk.throttle_filters {
        *number += 1;
        let name = format!("libvirt-{number}-filter");
        let mut node = Properties::device("throttle").with("node-name", name.as_str());
        node.maybe("read-only", disk.readonly.then_some(true));
        line.json("-blockdev", node.with("throttle-group", throttle::id(&filter.group)).with("file", top));
        top = name;
    }
    Ok(Some(top))
}

/// QEMU's name of a way to lay out bytes. Some of libvirt's names are only of what is in them.
fn driver(kind: ImageFormat) -> &'static str {
    match kind {
        ImageFormat::Fat | ImageFormat::Dir | ImageFormat::Iso => "raw",
        kind => kind.word(),
    }
}

/// The node of an image's bytes; its name.
fn add_storage(
    disk: &Disk,
    source: &Source,
    node: u32,
    is_top: bool,
    readonly: bool,
    line: &mut Line,
) -> Result<String, Fault> {
    refuse_secrets(disk, source)?;
    let name = format!("libvirt-{node}-storage");
    let mut storage = bytes_of(source, &name, disk.device == Device::Floppy, line)?;
    if let Source::Dir(_) = source {
        storage.set("rw", !disk.readonly && is_top);
    }
    if matches!(source, Source::File(_) | Source::Block(_)) && is_top {
        match disk.driver.io {
            Io::Default => {}
            io @ (Io::Native | Io::Threads | Io::Uring) => storage.set("aio", io.word()),
        }
    }
    if let Some(reservations) = &source.common().children.reservations {
        let manager = add_reservations(reservations, &name, line);
        storage.set("pr-manager", manager);
    }
    storage.set("node-name", name.as_str());
    set_cache(disk.driver.cache, &mut storage);
    set_access(&mut storage, readonly);
    storage.set("discard", "unmap");
    line.json("-blockdev", storage);
    Ok(name)
}

/// Whether the bytes may be written: what QEMU opens by its path is opened again when somebody writes, what comes open is open for the one or the
/// other.
pub fn set_access(storage: &mut Properties, readonly: bool) {
    if storage.is_passed() {
        storage.set("read-only", readonly);
    } else {
        storage.set("auto-read-only", true);
    }
}

/// The nodes of the file of bytes to which an image is the index; the name of the upper one.
fn add_data_store(
    disk: &Disk,
    store: &crate::xml::domain::device::source::DataStore,
    node: u32,
    readonly: bool,
    line: &mut Line,
) -> Result<String, Fault> {
    let stored = add_storage(disk, &store.source, node, false, readonly, line)?;
    let name = format!("libvirt-{node}-format");
    let mut format = Properties::of("node-name", &name).with("read-only", readonly);
    let kind = store.format.as_ref().and_then(|format| format.kind).unwrap_or(ImageFormat::Raw);
    format.set("driver", driver(kind));
    format.set("file", stored);
    line.json("-blockdev", format);
    Ok(name)
}

fn add_top_options(disk: &Disk, format: &mut Properties) {
    match disk.driver.discard {
        Discard::Default => {}
        discard @ (Discard::Unmap | Discard::Ignore) => format.set("discard", discard.word()),
    }
    match disk.driver.detect_zeroes {
        DetectZeroes::Default => {}
        // What must not be discarded is written.
        DetectZeroes::Unmap if disk.driver.discard != Discard::Unmap => format.set("detect-zeroes", "on"),
        detect @ (DetectZeroes::Off | DetectZeroes::On | DetectZeroes::Unmap) => {
            format.set("detect-zeroes", detect.word());
        }
    }
    format.switch("discard-no-unref", disk.driver.discard_no_unref);
}

/// The program that asks for persistent reservations of a disk; the name of the object that speaks with it.
fn add_reservations(reservations: &Reservations, node: &str, line: &mut Line) -> String {
    let Some(path) = reservations.helper.as_ref().and_then(|helper| helper.path.as_deref()) else {
        return SHARED_HELPER.to_owned();
    };
    let name = format!("pr-helper-{node}");
    line.json("-object", Properties::object("pr-manager-helper", &name).with("path", path));
    name
}

/// The program that does so for all disks that name no other.
pub(super) fn add_shared_helper(disks: &[Disk], folder: &Path, line: &mut Line) {
    let shares = |disk: &Disk| {
        let reservations = disk.source.common().children.reservations.as_ref();
        reservations.is_some_and(|reservations| reservations.helper.is_none())
    };
    if disks.iter().any(shares) {
        let path = folder.join(format!("{SHARED_HELPER}.sock")).display().to_string();
        line.json("-object", Properties::object("pr-manager-helper", SHARED_HELPER).with("path", path));
    }
}

/// Secrets are looked up by their UUID or use; nobody keeps any for machines of QEMU yet.
fn refuse_secrets(disk: &Disk, source: &Source) -> Result<(), Fault> {
    let common = &source.common().children;
    let encryption = common.encryption.as_ref().or(disk.encryption.as_deref());
    let of_image = encryption.and_then(|encryption| encryption.secrets.first()).map(|secret| &secret.name);
    let auth = common.auth.as_ref().or(disk.auth.as_deref());
    let of_server = auth.and_then(|auth| auth.secret.as_ref()).map(|secret| &secret.name);
    let name = match of_image.or(of_server) {
        Some(SecretName { uuid: Some(uuid), .. }) => format!("uuid '{uuid}'"),
        Some(SecretName { usage: Some(usage), .. }) => format!("usage '{usage}'"),
        Some(SecretName { uuid: None, usage: None }) | None => match encryption {
            Some(_) => "no name".to_owned(),
            None => return Ok(()),
        },
    };
    let text = format!("no secret with matching {name} (for disk '{}'): define it and set its value", disk.target());
    Err(Fault::new(VIR_ERR_NO_SECRET, text))
}

fn set_cache(cache: Cache, properties: &mut Properties) {
    let (direct, no_flush) = match cache {
        Cache::Default => return,
        Cache::None | Cache::DirectSync => (true, false),
        Cache::WriteThrough | Cache::WriteBack => (false, false),
        Cache::Unsafe => (false, true),
    };
    properties.set("cache", Properties::default().with("direct", direct).with("no-flush", no_flush).into_value());
}
