//! The images below a disk's: those that the definition does not name are named by the images themselves, down to the last.

use std::collections::HashSet;
use std::fs::File;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use serde_json::Value as Json;

use super::grants::{Grants, cannot_access};
use crate::driver::qemu::error;
use crate::driver::qemu::image::{self, Below};
use crate::error::{Error, Result};
use crate::types::*;
use crate::xml::Value;
use crate::xml::domain::device::disk::Disk;
use crate::xml::domain::device::source::{self, BackingStore, Format, ImageFormat, Source};

/// Writes into a disk what is below its images, and that the last one is the last.
///
/// # Errors
/// `VIR_ERR_SYSTEM_ERROR` for an image that cannot be read, with the one that needs it; `VIR_ERR_OPERATION_FAILED` for one whose format nobody
/// has said, `VIR_ERR_INTERNAL_ERROR` for one that is below itself.
pub fn complete(disk: &mut Disk, grants: &Grants) -> Result<()> {
    let Some(path) = local(&disk.source) else { return Ok(()) };
    let mut path = path.to_owned();
    let mut format = disk.driver.format.unwrap_or(ImageFormat::Raw);
    let mut end = &mut disk.backing_store;
    while end.as_ref().is_some_and(|store| store.source.is_some()) {
        let store = end.get_or_insert_default();
        format = store.format.as_ref().and_then(|format| format.kind).unwrap_or(ImageFormat::Raw);
        match store.source.as_ref().and_then(local) {
            Some(below) => path = below.to_owned(),
            // QEMU finds out what is below something on the network.
            None => return Ok(()),
        }
        end = &mut store.below;
    }
    if end.is_some() {
        return Ok(());
    }
    let mut file = grants.look(&path).map_err(|cause| cannot_access(&cause, &path))?;
    let mut seen = HashSet::new();
    loop {
        let found = file.metadata().map_err(|cause| cannot_access(&cause, &path))?;
        if !seen.insert((found.dev(), found.ino())) {
            return Err(error(VIR_ERR_INTERNAL_ERROR, format!("backing store for {path} is self-referential")));
        }
        let below = image::below(&file, format).map_err(|cause| no_header(&cause, &path, format))?;
        let Some(below) = below else { break };
        let Some(next) = resolve(&below.name, &path) else { return Ok(()) };
        file = grants.look(&next).map_err(|cause| {
            let text = format!("Cannot access backing file '{next}' of storage file '{path}'");
            Error::system(&cause, text).from_origin(VIR_FROM_STORAGE)
        })?;
        format = format_of(&below, &file, &next, &path)?;
        path = next;
        let store = end.insert(Box::new(BackingStore {
            source: Some(Source::File(source::File { path: Some(path.clone()), ..source::File::default() })),
            format: Some(Format { kind: Some(format), ..Format::default() }),
            ..BackingStore::default()
        }));
        end = &mut store.below;
    }
    *end = Some(Box::default());
    Ok(())
}

/// The path of an image on this host.
fn local(source: &Source) -> Option<&str> {
    match source {
        Source::File(file) if file.fd_group.is_some() => None,
        Source::File(_) | Source::Block(_) => Some(source.describe()).filter(|path| !path.is_empty()),
        Source::Dir(_) | Source::Network(_) | Source::Volume(_) | Source::Nvme(_) => None,
        Source::VhostUser(_) | Source::VhostVdpa(_) | Source::Ctl(_) => None,
    }
}

fn no_header(cause: &io::Error, path: &str, format: ImageFormat) -> Error {
    match cause.kind() {
        io::ErrorKind::InvalidData => {
            let text = format!(
                "image '{path}' is not in format '{}': its header is another's, or broken; the right one goes into <driver type='…'/>",
                format.word()
            );
            error(VIR_ERR_OPERATION_FAILED, text)
        }
        _ => cannot_access(cause, path),
    }
}

/// The path of what an image calls the one below it; `None` for what is not a file of this host.
fn resolve(name: &str, above: &str) -> Option<String> {
    let name = match name.strip_prefix("json:") {
        Some(json) => file_in(&serde_json::from_str(json).ok()?)?,
        None => name.strip_prefix("file:").unwrap_or(name).to_owned(),
    };
    let is_protocol = |start: &str| !start.contains('/') && !start.is_empty();
    if name.split_once(':').is_some_and(|(start, _)| is_protocol(start)) {
        return None;
    }
    let folder = Path::new(above).parent().unwrap_or(Path::new("/"));
    Some(folder.join(name).display().to_string())
}

/// The file that a description of a node in JSON is about.
fn file_in(node: &Json) -> Option<String> {
    let named = node.get("filename").or_else(|| node.get("file.filename"));
    match (named, node.get("file")) {
        (Some(name), _) => name.as_str().map(str::to_owned),
        (None, Some(below)) => file_in(below),
        (None, None) => None,
    }
}

/// The format that the image above says, or that is seen; not that, where it could be a guest that has written it.
fn format_of(below: &Below, file: &File, path: &str, above: &str) -> Result<ImageFormat> {
    if let Some(said) = below.format.as_deref() {
        let raw = ["file", "host_device", "host_cdrom"].contains(&said);
        let known = if raw { Some(ImageFormat::Raw) } else { ImageFormat::parse(said) };
        return known.ok_or_else(|| {
            let text = format!("image '{above}' says that '{path}' below it is in format '{said}', which is not known");
            error(VIR_ERR_OPERATION_FAILED, text)
        });
    }
    let failed = |cause: io::Error| cannot_access(&cause, path);
    let seen = image::format(file).map_err(failed)?;
    let deeper = image::below(file, seen).map_err(|cause| no_header(&cause, path, seen))?;
    if deeper.is_some() {
        let text = format!(
            "format of backing image '{path}' of image '{above}' was not specified in the image metadata; \
             say it: qemu-img rebase -u -b '{}' -F {} '{above}'",
            below.name,
            seen.word()
        );
        return Err(error(VIR_ERR_OPERATION_FAILED, text));
    }
    Ok(seen)
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn names_become_paths() {
        let resolved = |name| resolve(name, "/images/top");
        assert_eq!(resolved("base").as_deref(), Some("/images/base"));
        assert_eq!(resolved("/a:b/base").as_deref(), Some("/a:b/base"));
        assert_eq!(resolved("file:/base").as_deref(), Some("/base"));
        let json = r#"json:{"driver":"qcow2","file":{"driver":"file","filename":"/base"}}"#;
        assert_eq!(resolved(json).as_deref(), Some("/base"));
        assert_eq!(resolved(r#"json:{"file.filename":"base"}"#).as_deref(), Some("/images/base"));
        for elsewhere in ["nbd://host/a", "nbd:host:1", "json:{}", "json:"] {
            assert_eq!(resolved(elsewhere), None, "{elsewhere}");
        }
    }
}
