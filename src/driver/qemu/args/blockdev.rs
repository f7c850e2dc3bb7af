//! `-blockdev`: where the bytes of a disk are and how they are laid out, one node for each.

use super::line::{Line, Properties};
use crate::xml::Fault;
use crate::xml::domain::device::disk::{Cache, DetectZeroes, Discard, Disk, Io};
use crate::xml::domain::device::source::{Host, ImageFormat, Network, Protocol, Source, Transport};

/// A layer of an image: the top one, or one below.
struct Layer<'a> {
    source: &'a Source,
    format: Option<ImageFormat>,
}

/// Adds the nodes of a disk; their numbers count up from `*number`. The name of the top one, if there is an image at all.
///
/// # Errors
/// `VIR_ERR_CONFIG_UNSUPPORTED` for sources that are not given to QEMU.
pub(super) fn add(disk: &Disk, number: &mut u32, line: &mut Line) -> Result<Option<String>, Fault> {
    if disk.source.is_empty() {
        return Ok(None);
    }
    let mut layers = vec![Layer { source: &disk.source, format: disk.driver.format }];
    let mut below = disk.backing_store.as_deref();
    while let Some(store) = below {
        let Some(source) = &store.source else { break };
        layers.push(Layer { source, format: store.format.as_ref().and_then(|format| format.kind) });
        below = store.below.as_deref();
    }
    let first = *number + 1;
    *number += layers.len() as u32;
    for (at, layer) in layers.iter().enumerate().rev() {
        let node = first + at as u32;
        let mut storage = protocol(layer.source)?;
        let common = layer.source.common();
        if common.children.encryption.is_some() || common.children.auth.is_some() || disk.encryption.is_some() {
            let text =
                format!("Secret not found: sources with secrets are not given to QEMU (disk '{}')", disk.target());
            return Err(Fault::unsupported(text));
        }
        if matches!(layer.source, Source::File(_) | Source::Block(_)) && at == 0 {
            match disk.driver.io {
                Io::Default => {}
                io @ (Io::Native | Io::Threads | Io::Uring) => storage.set("aio", io.word()),
            }
        }
        storage.set("node-name", format!("libvirt-{node}-storage"));
        cache(disk.driver.cache, &mut storage);
        storage.set("auto-read-only", true);
        storage.set("discard", "unmap");
        line.json("-blockdev", storage);
        let mut format = Properties::of("node-name", &format!("libvirt-{node}-format"));
        format.set("read-only", disk.readonly || at > 0);
        if at == 0 {
            match disk.driver.discard {
                Discard::Default => {}
                discard @ (Discard::Unmap | Discard::Ignore) => format.set("discard", discard.word()),
            }
            match disk.driver.detect_zeroes {
                DetectZeroes::Default => {}
                detect => format.set("detect-zeroes", detect.word()),
            }
        }
        cache(disk.driver.cache, &mut format);
        let kind = layer.format.unwrap_or(ImageFormat::Raw);
        format.set(
            "driver",
            match kind {
                ImageFormat::Fat | ImageFormat::Dir | ImageFormat::Iso => "raw",
                kind => kind.word(),
            },
        );
        format.set("file", format!("libvirt-{node}-storage"));
        if kind == ImageFormat::Qcow2 || at + 1 < layers.len() {
            if at + 1 < layers.len() {
                format.set("backing", format!("libvirt-{}-format", node + 1));
            } else if disk.backing_store.is_some() {
                format.set("backing", serde_json::Value::Null);
            }
        }
        line.json("-blockdev", format);
    }
    Ok(Some(format!("libvirt-{first}-format")))
}

fn cache(cache: Cache, properties: &mut Properties) {
    let (direct, no_flush) = match cache {
        Cache::Default => return,
        Cache::None | Cache::DirectSync => (true, false),
        Cache::WriteThrough | Cache::WriteBack => (false, false),
        Cache::Unsafe => (false, true),
    };
    properties.set("cache", Properties::default().with("direct", direct).with("no-flush", no_flush).into_value());
}

fn protocol(source: &Source) -> Result<Properties, Fault> {
    let path = source.describe();
    Ok(match source {
        Source::File(file) if file.fd_group.is_some() => {
            let group = file.fd_group.as_deref().map_or("", String::as_str);
            let text = format!("file descriptor group '{group}' was not associated with the domain");
            return Err(Fault::new(crate::types::VIR_ERR_INVALID_ARG, text));
        }
        Source::File(_) => Properties::device("file").with("filename", path),
        Source::Block(_) => {
            let driver = if path.starts_with("/dev/cdrom") || path.starts_with("/dev/sr") {
                "host_cdrom"
            } else {
                "host_device"
            };
            Properties::device(driver).with("filename", path)
        }
        Source::Dir(_) => Properties::device("vvfat").with("dir", path).with("floppy", false).with("rw", false),
        Source::Network(network) => of_network(network)?,
        Source::Volume(volume) => {
            let pool = volume.pool.as_deref().unwrap_or_default();
            let text = format!("no storage pool with matching name '{pool}'");
            return Err(Fault::new(crate::types::VIR_ERR_NO_STORAGE_POOL, text));
        }
        Source::Nvme(_) | Source::VhostUser(_) | Source::VhostVdpa(_) | Source::Ctl(_) => {
            use crate::xml::Variant;
            return Err(Fault::unsupported(format!("disks of type '{}' are not given to QEMU", source.tag_word())));
        }
    })
}

fn of_network(network: &Network) -> Result<Properties, Fault> {
    let name = network.name.as_deref().unwrap_or_default();
    let protocol = network.protocol.unwrap_or(Protocol::Nbd);
    let server = |host: &Host| {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        match &host.socket {
            Some(socket) => Properties::of("type", "unix").with("path", socket.as_str()),
            None => {
                let port = host.port.map(|port| port.0.to_string()).unwrap_or_default();
                Properties::of("type", "inet").with("host", text(&host.name)).with("port", port)
            }
        }
    };
    let only = network.hosts.first().map(server);
    let split = name.split_once('/').unwrap_or((name, ""));
    Ok(match protocol {
        Protocol::Nbd => {
            let mut nbd = Properties::device("nbd");
            nbd.maybe("server", only.map(Properties::into_value));
            nbd.maybe("export", network.name.clone());
            nbd
        }
        Protocol::Rbd => {
            let mut rbd = Properties::device("rbd").with("pool", split.0).with("image", split.1);
            rbd.maybe("snapshot", network.snapshot.clone());
            rbd.maybe("conf", network.config.clone());
            rbd
        }
        Protocol::Gluster => {
            let servers: Vec<_> = network.hosts.iter().map(|host| server(host).into_value()).collect();
            Properties::device("gluster").with("volume", split.0).with("path", split.1).with("server", servers)
        }
        Protocol::Http | Protocol::Https | Protocol::Ftp | Protocol::Ftps | Protocol::Tftp => {
            let host = network.hosts.first();
            let machine = host.and_then(|host| host.name.as_deref()).unwrap_or_default();
            let port = host.and_then(|host| host.port).map(|port| format!(":{}", port.0)).unwrap_or_default();
            let query = network.query.as_ref().map(|query| format!("?{query}")).unwrap_or_default();
            let word = protocol.word();
            Properties::device(word).with("url", format!("{word}://{machine}{port}/{name}{query}"))
        }
        Protocol::Iscsi => {
            let (target, lun) = name.split_once('/').unwrap_or((name, "0"));
            let host = network.hosts.first();
            let machine = host.and_then(|host| host.name.as_deref()).unwrap_or_default();
            let port = host.and_then(|host| host.port).map_or(3260, |port| port.0);
            let transport = if host.is_some_and(|host| host.transport == Transport::Rdma) { "iser" } else { "tcp" };
            let mut iscsi =
                Properties::device("iscsi").with("portal", format!("{machine}:{port}")).with("target", target);
            iscsi.set("lun", lun.parse::<u32>().unwrap_or(0));
            iscsi.set("transport", transport);
            iscsi.maybe("initiator-name", network.initiator.clone());
            iscsi
        }
        Protocol::Ssh => {
            let mut ssh = Properties::device("ssh").with("path", name);
            if let Some(host) = network.hosts.first() {
                let port = host.port.map_or(22, |port| port.0).to_string();
                let server = Properties::of("host", host.name.as_deref().unwrap_or_default()).with("port", port);
                ssh.set("server", server.into_value());
            }
            ssh
        }
        Protocol::Nfs => {
            let host = network.hosts.first().and_then(|host| host.name.as_deref()).unwrap_or_default();
            let server = Properties::of("host", host).with("type", "inet");
            Properties::device("nfs").with("server", server.into_value()).with("path", format!("/{name}"))
        }
        Protocol::Sheepdog | Protocol::Vxhs => {
            return Err(Fault::unsupported(format!("QEMU does not know the protocol '{}' any more", protocol.word())));
        }
    })
}
