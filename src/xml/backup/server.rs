//! `<server>` of a backup: from where its disks are pulled.

use super::invalid;
use crate::xml::domain::device::source::Port;
use crate::xml::{Fault, Value, YesNo};
use crate::{walk, words};

words! { pub enum Transport { Tcp = "tcp", Unix = "unix"; newer: Fd = "fd" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Server {
    pub transport: Transport,
    pub tls: Option<YesNo>,
    /// The address to listen at.
    pub name: Option<String>,
    /// 0 where the driver may choose.
    pub port: u32,
    /// The path of a socket to listen at.
    pub socket: Option<String>,
    /// Sockets that the program handed over.
    pub fd_group: Option<String>,
}

walk!(Server, |server, xml| {
    server.transport.attr("transport", xml);
    server.tls.attr("tls", xml);
    server.name.attr("name", xml);
    server.port.sparse("port", xml);
    server.socket.attr("socket", xml);
    xml.newer(|xml| server.fd_group.attr("fdgroup", xml));
    xml.check(|| server.check());
});

impl Server {
    fn check(&self) -> Result<(), Fault> {
        let (name, socket, group) = (self.name.as_deref(), self.socket.as_deref(), self.fd_group.as_deref());
        match (self.transport, name, socket, group) {
            (Transport::Tcp, Some(name), None, None) if is_host(name) => {}
            (Transport::Unix, None, Some(path), None) if path.starts_with('/') && self.port == 0 => {}
            (Transport::Fd, None, None, Some(_)) if self.port == 0 => {}
            (Transport::Tcp, ..) => {
                return Err(invalid("a server with transport='tcp' needs a name, and no more than a port"));
            }
            (Transport::Unix, ..) => {
                return Err(invalid("a server with transport='unix' needs an absolute path as socket, and no more"));
            }
            (Transport::Fd, ..) => return Err(invalid("a server with transport='fd' needs an fdgroup, and no more")),
        }
        match u16::try_from(self.port) {
            Ok(_) => Ok(()),
            Err(_) => Err(Port::refusal(&self.port.to_string()).unwrap_or_else(|| invalid("no port"))),
        }
    }
}

/// Whether it is a name or an address of a host.
fn is_host(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|c| c.is_ascii_alphanumeric() || b".-_:".contains(&c))
}
