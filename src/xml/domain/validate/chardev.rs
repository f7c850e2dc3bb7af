//! Character devices, and other devices that talk through one.

use super::refuse_if;
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::chardev::{Backend, ChannelTarget, ConsoleType, Mode, Source};
use crate::xml::domain::device::{rng, smartcard};

impl Domain {
    pub(super) fn validate_chardevs(&self) -> Result<(), Fault> {
        let devices = &self.devices;
        let second = devices.consoles.iter().skip(1).any(|console| console.kind == Some(ConsoleType::Serial));
        refuse_if(second && self.os.kind == Some(crate::xml::domain::os::Type::Hvm), || {
            Fault::unsupported("Only the first console can be a serial port")
        })?;
        let lines = devices.serials.iter().map(|serial| &serial.backend);
        let lines = lines.chain(devices.parallels.iter().map(|parallel| &parallel.backend));
        let lines = lines.chain(devices.consoles.iter().map(|console| &console.backend));
        let agent = || Fault::unsupported("spicevmc device type only supports virtio");
        let is_agent = |backend: &Backend| matches!(backend.kind, Source::Spicevmc(()));
        lines.into_iter().try_for_each(|backend| {
            refuse_if(is_agent(backend), agent)?;
            backend.validate(false)
        })?;
        for channel in &devices.channels {
            let Some(target) = &channel.target else {
                return Err(Fault::xml("target type must be specified for channel device"));
            };
            let virtio = matches!(target, ChannelTarget::Virtio(_));
            refuse_if(is_agent(&channel.backend) && !virtio, agent)?;
            channel.backend.validate(!matches!(target, ChannelTarget::Guestfwd(_)))?;
        }
        for card in &devices.smartcards {
            match &card.kind {
                smartcard::Kind::Passthrough(backend) => backend.validate(false)?,
                smartcard::Kind::HostCertificates(host) => {
                    refuse_if(host.certificates.len() != 3, || {
                        Fault::xml("host-certificates mode needs exactly three certificates")
                    })?;
                    let relative = host.database.as_ref().filter(|path| !path.starts_with('/'));
                    if let Some(path) = relative {
                        return Err(Fault::xml(format!("expecting absolute path: {path}")));
                    }
                }
                smartcard::Kind::Host(()) => {}
            }
        }
        for device in &devices.redirdevs {
            device.backend.validate(false)?;
        }
        for rng in &devices.rngs {
            if let rng::Backend::Egd(backend) = &rng.backend {
                backend.validate(false)?;
            }
        }
        Ok(())
    }
}

impl Backend {
    /// `optional_path`: libvirt makes up the path of a socket.
    fn validate(&self, optional_path: bool) -> Result<(), Fault> {
        let need = |value: &Option<String>, what: &str| {
            let given = value.as_ref().is_some_and(|value| !value.is_empty());
            refuse_if(!given, || Fault::internal(format!("Missing source {what} attribute for char device")))
        };
        match &self.kind {
            Source::File(file) => need(&file.path, "path"),
            Source::Dev(path) | Source::Pipe(path) => need(&path.path, "path"),
            Source::Nmdm(nmdm) => refuse_if(nmdm.master.is_none() || nmdm.slave.is_none(), || {
                Fault::internal("Should define both master and slave path attributes for nmdm device")
            }),
            Source::Tcp(tcp) => {
                need(&tcp.host, "host")?;
                need(&tcp.service, "service")?;
                refuse_if(tcp.mode == Mode::Bind && tcp.reconnect.is_some(), reconnect_of_listener)
            }
            Source::Udp(udp) => {
                let sent_to = udp.ends.iter().find(|end| end.mode == Mode::Connect);
                need(&sent_to.and_then(|end| end.service.clone()), "service")
            }
            Source::Unix(unix) => {
                if !optional_path {
                    need(&unix.path, "path")?;
                }
                refuse_if(unix.mode == Mode::Bind && unix.reconnect.is_some(), reconnect_of_listener)
            }
            Source::Spiceport(named) => need(&named.channel, "channel"),
            Source::Dbus(named) => need(&named.channel, "channel"),
            Source::Pty(_) | Source::Null(()) | Source::Vc(()) | Source::Stdio(()) => Ok(()),
            Source::Spicevmc(()) | Source::Vdagent(_) => Ok(()),
        }
    }
}

fn reconnect_of_listener() -> Fault {
    Fault::internal("chardev reconnect is possible only for connect mode")
}
