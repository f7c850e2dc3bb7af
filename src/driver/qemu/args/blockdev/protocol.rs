//! Which of QEMU's drivers reads and writes the bytes of an image, and what it is told.

use super::super::chardev::CREDENTIALS;
use super::super::line::{Line, Properties};
use crate::xml::domain::device::source::{Host, Network, Protocol, Source, Transport};
use crate::xml::{Fault, YesNo};

/// Where the bytes of an image are; `node` is how the node will be called, `floppy` whether a guest sees them as a floppy.
///
/// # Errors
/// `VIR_ERR_CONFIG_UNSUPPORTED` for what QEMU has no driver for.
pub fn bytes_of(source: &Source, node: &str, floppy: bool, line: &mut Line) -> Result<Properties, Fault> {
    let path = source.describe();
    Ok(match source {
        Source::File(file) if file.fd_group.is_some() => {
            let group = file.fd_group.as_deref().map_or("", String::as_str);
            let text = format!("file descriptor group '{group}' was not associated with the domain");
            return Err(Fault::new(crate::types::VIR_ERR_INVALID_ARG, text));
        }
        Source::File(_) => Properties::device("file").with("filename", path),
        Source::Block(_) => Properties::device(block_driver(path)).with("filename", path),
        Source::Dir(_) => Properties::device("vvfat").with("dir", path).with("floppy", floppy).with("rw", false),
        Source::Network(network) => of_network(network, node, line)?,
        Source::Nvme(nvme) => {
            let address = nvme.address.as_ref().map(crate::driver::qemu::address::pci::text).unwrap_or_default();
            Properties::device("nvme").with("device", address).with("namespace", nvme.namespace)
        }
        Source::Volume(volume) => {
            let pool = volume.pool.as_deref().unwrap_or_default();
            let text = format!("no storage pool with matching name '{pool}'");
            return Err(Fault::new(crate::types::VIR_ERR_NO_STORAGE_POOL, text));
        }
        Source::VhostUser(_) | Source::VhostVdpa(_) | Source::Ctl(_) => {
            use crate::xml::Variant;
            return Err(Fault::unsupported(format!("disks of type '{}' are not given to QEMU", source.tag_word())));
        }
    })
}

/// Which of QEMU's drivers speaks with a device of the host.
fn block_driver(path: &str) -> &'static str {
    let device = std::fs::canonicalize(path);
    match device.is_ok_and(|device| device.as_os_str().as_encoded_bytes().starts_with(b"/dev/sr")) {
        true => "host_cdrom",
        false => "host_device",
    }
}

fn of_network(network: &Network, node: &str, line: &mut Line) -> Result<Properties, Fault> {
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
            if network.tls == Some(YesNo::Yes) {
                let id = format!("obj{node}_tls0");
                let credentials = Properties::object("tls-creds-x509", &id).with("dir", CREDENTIALS);
                line.json("-object", credentials.with("endpoint", "client").with("verify-peer", true));
                nbd.set("tls-creds", id);
                nbd.maybe("tls-hostname", network.tls_hostname.clone());
            }
            nbd.maybe("reconnect-delay", network.reconnect.as_ref().map(|reconnect| reconnect.delay));
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
            let mut curl = Properties::device(word).with("url", format!("{word}://{machine}{port}/{name}{query}"));
            curl.maybe("sslverify", network.ssl_verify.map(|verify| verify == YesNo::Yes));
            if !network.cookies.is_empty() {
                let id = format!("{node}-httpcookie-secret0");
                let cookies = network
                    .cookies
                    .iter()
                    .map(|cookie| format!("{}={}", cookie.name, cookie.value.as_deref().unwrap_or_default()));
                line.secret(&id, cookies.collect::<Vec<_>>().join("; "));
                curl.set("cookie-secret", id);
            }
            curl.maybe("readahead", Some(network.readahead).filter(|size| *size > 0));
            curl.maybe("timeout", Some(network.timeout).filter(|seconds| *seconds > 0));
            curl
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
            let user = network.ssh.as_ref().and_then(|ssh| ssh.username.clone());
            ssh.maybe("user", user);
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
            let path = format!("/{}", name.trim_start_matches('/'));
            let mut nfs = Properties::device("nfs").with("server", server.into_value()).with("path", path);
            nfs.maybe("user", network.user.as_deref().map(|user| number_of(user, "user")).transpose()?);
            nfs.maybe("group", network.group.as_deref().map(|group| number_of(group, "group")).transpose()?);
            nfs
        }
        Protocol::Sheepdog => {
            let mut sheepdog = Properties::device("sheepdog");
            sheepdog.maybe("server", only.map(Properties::into_value));
            sheepdog.with("vdi", name)
        }
        Protocol::Vxhs => {
            let server = network.hosts.first().map(server);
            let mut vxhs = Properties::device("vxhs").with("vdisk-id", name);
            vxhs.maybe("server", server.map(Properties::into_value));
            vxhs
        }
    })
}

/// The number of a user or group of the server, which is all that QEMU takes.
fn number_of(text: &str, what: &str) -> Result<u32, Fault> {
    text.trim_start_matches('+').parse().map_err(|_| {
        let text = format!("the {what} '{text}' of an NFS source is no number, and names are known to its server only");
        Fault::unsupported(text)
    })
}
