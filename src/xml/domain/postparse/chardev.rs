//! Character devices: ports, and the serial line that is also the console.

use super::PostParse;
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::chardev::{Console, ConsoleType, Mode, Serial, SerialType, Source, UdpEnd};
use crate::xml::domain::device::input::{Bus as InputBus, Type as InputType};
use crate::xml::domain::device::{rng, smartcard};

impl Domain {
    pub(super) fn complete_chardevs(&mut self, driver: &PostParse) -> Result<(), Fault> {
        let devices = &mut self.devices;
        for (at, console) in devices.consoles.iter_mut().enumerate() {
            console.port = Some(at as u32);
        }
        self.number_isa_ports()?;
        let devices = &mut self.devices;
        let mut next = 0;
        for parallel in &mut devices.parallels {
            next = parallel.port.get_or_insert(next).saturating_add(1).max(next);
        }
        self.complete_console(driver);
        number_ports(self.devices.serials.iter_mut().map(|serial| &mut serial.target.port));
        if let ([console, ..], [serial, ..]) = (&mut self.devices.consoles[..], &self.devices.serials[..])
            && console.kind == Some(ConsoleType::Serial)
        {
            console.port = serial.target.port;
        }
        for card in &mut self.devices.smartcards {
            if let smartcard::Kind::Passthrough(backend) = &mut card.kind {
                backend.kind.forget_labels();
            }
        }
        for rng in &mut self.devices.rngs {
            if let rng::Backend::Egd(backend) = &mut rng.backend {
                backend.kind.forget_labels();
            }
        }
        for device in &mut self.devices.redirdevs {
            device.backend.kind.forget_labels();
            if let Source::Dbus(named) = &mut device.backend.kind {
                named.channel.get_or_insert_with(|| "org.qemu.usbredir".to_owned());
            }
        }
        let devices = &mut self.devices;
        let backends = devices.serials.iter_mut().map(|serial| &mut serial.backend);
        let backends = backends.chain(devices.parallels.iter_mut().map(|parallel| &mut parallel.backend));
        let backends = backends.chain(devices.consoles.iter_mut().map(|console| &mut console.backend));
        let backends = backends.chain(devices.channels.iter_mut().map(|channel| &mut channel.backend));
        for backend in backends {
            if let Source::Udp(udp) = &mut backend.kind {
                udp.ends.sort_by_key(|end: &UdpEnd| end.mode == Mode::Connect);
            }
        }
        Ok(())
    }

    /// A PC has four serial ports.
    fn number_isa_ports(&mut self) -> Result<(), Fault> {
        const PORTS: usize = 4;
        let serials = self.devices.serials.iter_mut();
        let ports = serials.filter(|serial| serial.target.kind == Some(SerialType::IsaSerial));
        let mut ports: Vec<&mut Option<u32>> = ports.map(|serial| &mut serial.target.port).collect();
        let mut used = [false; PORTS];
        let most = || Fault::internal(format!("Maximum supported number of ISA serial ports is '{PORTS}'"));
        for (at, port) in ports.iter().enumerate() {
            let number = port.map(|port| port as usize);
            if at >= PORTS || number.is_some_and(|number| number >= PORTS) {
                return Err(most());
            }
            if let Some(number) = number
                && std::mem::replace(&mut used[number], true)
            {
                return Err(Fault::internal(format!("target port '{number}' already allocated")));
            }
        }
        let free = (0u32..).zip(used).filter(|(_, used)| !used).map(|(number, _)| number);
        for (port, number) in ports.iter_mut().filter(|port| port.is_none()).zip(free) {
            **port = Some(number);
        }
        Ok(())
    }

    /// The first console of a fully virtualized machine is its first serial line: whichever is missing is made from the other.
    fn complete_console(&mut self, driver: &PostParse) {
        let hvm = self.is_hvm();
        let devices = &mut self.devices;
        for console in &mut devices.consoles {
            console.kind.get_or_insert(driver.console);
        }
        if !hvm {
            return;
        }
        match (&mut devices.consoles[..], &mut devices.serials[..]) {
            ([console, ..], []) if console.kind == Some(ConsoleType::Serial) => {
                let serial =
                    Serial { backend: console.backend.clone(), place: console.place.clone(), ..Serial::default() };
                devices.serials.push(serial);
            }
            ([console, ..], [serial, ..]) if console.kind == Some(ConsoleType::Serial) => {
                console.backend = serial.backend.clone();
                console.place = serial.place.clone();
            }
            (_, [serial, ..]) => {
                let plain = match serial.target.kind {
                    None => true,
                    Some(kind) => !matches!(kind, SerialType::PciSerial | SerialType::UsbSerial | SerialType::IsaDebug),
                };
                if plain {
                    let console = Console {
                        backend: serial.backend.clone(),
                        kind: Some(ConsoleType::Serial),
                        place: serial.place.clone(),
                        ..Console::default()
                    };
                    devices.consoles.insert(0, console);
                }
            }
            (_, []) => {}
        }
    }

    /// The first console is the first serial line, wherever that has got its place.
    pub(super) fn repeat_console(&mut self) {
        if let ([console, ..], [serial, ..]) = (&mut self.devices.consoles[..], &self.devices.serials[..])
            && console.kind == Some(ConsoleType::Serial)
        {
            console.place = serial.place.clone();
        }
    }

    /// Keyboards and mice are where the machine has always had them.
    pub(super) fn complete_inputs(&mut self) {
        let (hvm, x86, s390) = (self.is_hvm(), self.is_x86(), self.is_s390());
        for input in &mut self.devices.inputs {
            input.bus.get_or_insert(match input.kind {
                _ if !hvm => InputBus::Xen,
                InputType::Mouse | InputType::Keyboard if x86 => InputBus::Ps2,
                InputType::Passthrough => InputBus::Virtio,
                InputType::Evdev => InputBus::None,
                _ if s390 => InputBus::Virtio,
                _ => InputBus::Usb,
            });
        }
    }
}

/// Those without a number get the ones behind the highest that is taken.
fn number_ports<'a>(ports: impl Iterator<Item = &'a mut Option<u32>>) {
    let mut ports: Vec<_> = ports.collect();
    let mut next = ports.iter().filter_map(|port| **port).max().map_or(0, |port| port.saturating_add(1));
    for port in ports.iter_mut().filter(|port| port.is_none()) {
        **port = Some(next);
        next = next.saturating_add(1);
    }
}
