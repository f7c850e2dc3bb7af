//! Ports of USB controllers and hubs. Where there are more devices than ports, hubs are added.

use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::address::{Address, Usb};
use crate::xml::domain::device::chardev::SerialType;
use crate::xml::domain::device::controller::{Controller, Type};
use crate::xml::domain::device::disk::Bus as DiskBus;
use crate::xml::domain::device::hostdev::Kind as HostdevKind;
use crate::xml::domain::device::hub::Hub;
use crate::xml::domain::device::input::Bus as InputBus;
use crate::xml::domain::device::sound::Model as SoundModel;

const HUB_PORTS: usize = 8;
/// Hubs behind hubs, with the root.
const DEPTH: usize = 4;

/// A hub, or the root of a bus: what is on each port.
#[derive(Debug, Default)]
struct Ports(Vec<Port>);

#[derive(Debug, Default)]
enum Port {
    #[default]
    Free,
    Device,
    Hub(Ports),
}

impl Ports {
    fn new(count: usize) -> Self {
        Self((0..count).map(|_| Port::Free).collect())
    }

    /// The path to the first free port: this hub's own before those of hubs on it.
    fn free(&self, depth: usize) -> Option<Vec<usize>> {
        if let Some(at) = self.0.iter().position(|port| matches!(port, Port::Free)) {
            return Some(vec![at + 1]);
        }
        if depth >= DEPTH {
            return None;
        }
        self.0.iter().enumerate().find_map(|(at, port)| match port {
            Port::Hub(hub) => {
                let below = hub.free(depth + 1)?;
                Some([&[at + 1], &below[..]].concat())
            }
            Port::Free | Port::Device => None,
        })
    }

    fn at(&mut self, path: &[usize]) -> Option<&mut Port> {
        let (first, rest) = path.split_first()?;
        let port = self.0.get_mut(first.checked_sub(1)?)?;
        match (rest, port) {
            ([], port) => Some(port),
            (rest, Port::Hub(hub)) => hub.at(rest),
            (_, Port::Free | Port::Device) => None,
        }
    }
}

/// By the numbers of their controllers.
type Buses = Vec<Option<Ports>>;

pub(super) fn assign(domain: &mut Domain) -> Result<(), Fault> {
    add_hubs(domain)?;
    let mut buses: Buses = Vec::new();
    for controller in domain.devices.controllers.iter().filter(|one| one.kind == Type::Usb) {
        let ports = ports_of(controller);
        let index = controller.index.unwrap_or(0) as usize;
        if ports > 0 && index < 1024 {
            buses.resize_with(buses.len().max(index + 1), || None);
            buses[index] = Some(Ports::new(ports));
        }
    }
    for hub in &domain.devices.hubs {
        if let Some(Address::Usb(usb)) = &hub.place.location.address
            && let Some(path) = path_of(usb)
        {
            reserve(&mut buses, usb, &path, true)?;
        }
    }
    for place in devices(domain) {
        if let Some(Address::Usb(usb)) = place
            && let Some(path) = path_of(usb)
        {
            reserve(&mut buses, usb, &path, false)?;
        }
    }
    for hub in &mut domain.devices.hubs {
        place(&mut buses, &mut hub.place.location.address, true)?;
    }
    devices(domain).into_iter().try_for_each(|address| place(&mut buses, address, false))
}

fn ports_of(controller: &Controller) -> usize {
    match controller.model.as_deref() {
        None | Some("piix3-uhci" | "piix4-uhci" | "vt82c686b-uhci") => 2,
        Some("ehci" | "ich9-ehci1") => 6,
        Some("pci-ohci") => 3,
        Some("nec-xhci" | "qemu-xhci") => controller.ports.unwrap_or(4) as usize,
        Some(_) => 0,
    }
}

/// Devices but hubs, in the order in which they get ports.
fn devices(domain: &mut Domain) -> Vec<&mut Option<Address>> {
    let devices = &mut domain.devices;
    let hosts = devices.hostdevs.iter_mut().filter(|host| matches!(host.kind, HostdevKind::Usb(_)));
    let mut all: Vec<_> = hosts.map(|host| &mut host.location.address).collect();
    let disks = devices.disks.iter_mut().filter(|disk| disk.target.bus == Some(DiskBus::Usb));
    all.extend(disks.map(|disk| &mut disk.place.location.address));
    let readers = devices.controllers.iter_mut().filter(|one| one.kind == Type::Ccid);
    all.extend(readers.map(|reader| &mut reader.location.address));
    let inputs = devices.inputs.iter_mut().filter(|input| input.bus == Some(InputBus::Usb));
    all.extend(inputs.map(|input| &mut input.place.location.address));
    let serials = devices.serials.iter_mut().filter(|serial| serial.target.kind == Some(SerialType::UsbSerial));
    all.extend(serials.map(|serial| &mut serial.place.location.address));
    let sounds = devices.sounds.iter_mut().filter(|sound| sound.model == SoundModel::Usb);
    all.extend(sounds.map(|sound| &mut sound.place.location.address));
    all.extend(devices.redirdevs.iter_mut().map(|device| &mut device.place.location.address));
    all
}

fn path_of(usb: &Usb) -> Option<Vec<usize>> {
    let port = usb.port.as_deref()?;
    let path: Option<Vec<usize>> = port.split('.').map(|part| part.parse().ok()).collect();
    path.filter(|path| path.first().is_some_and(|first| *first > 0))
}

fn is_wanted(address: &Option<Address>) -> bool {
    match address {
        None => true,
        Some(Address::Usb(usb)) => path_of(usb).is_none(),
        Some(_) => false,
    }
}

/// One more port than devices, so that another can be plugged in.
fn add_hubs(domain: &mut Domain) -> Result<(), Fault> {
    let controllers = &domain.devices.controllers;
    let ports: usize = controllers.iter().filter(|one| one.kind == Type::Usb).map(ports_of).sum();
    let ports = ports + domain.devices.hubs.len() * HUB_PORTS;
    let disabled = controllers.iter().all(|one| one.kind != Type::Usb || one.model.as_deref() == Some("none"));
    let hubs = domain.devices.hubs.iter().map(|hub| &hub.place.location.address);
    let hubs = hubs.filter(|address| matches!(address, None | Some(Address::Usb(_)))).count();
    let count = |address: &&mut Option<Address>| matches!(address, None | Some(Address::Usb(_)));
    let devices = devices(domain).iter().filter(|address| count(address)).count() + hubs;
    if devices > 0 && disabled {
        let text = "USB is disabled for this domain, but USB devices are present in the domain XML";
        return Err(Fault::unsupported(text));
    }
    if devices > ports {
        let needed = (devices - ports + 1).div_ceil(HUB_PORTS - 1);
        domain.devices.hubs.extend((0..needed).map(|_| Hub::default()));
    }
    Ok(())
}

fn reserve(buses: &mut Buses, usb: &Usb, path: &[usize], hub: bool) -> Result<(), Fault> {
    let bus = usb.bus;
    let port = usb.port.as_deref().unwrap_or_default();
    let Some(Some(root)) = buses.get_mut(bus as usize) else {
        return Err(Fault::xml(format!("Missing USB bus {bus}")));
    };
    match root.at(path) {
        Some(free @ Port::Free) => {
            *free = if hub { Port::Hub(Ports::new(HUB_PORTS)) } else { Port::Device };
            Ok(())
        }
        Some(Port::Device | Port::Hub(_)) => Err(Fault::xml(format!("Duplicate USB address bus {bus} port {port}"))),
        None => Err(Fault::xml(format!("requested USB port {port} not present on USB bus {bus}"))),
    }
}

fn place(buses: &mut Buses, address: &mut Option<Address>, hub: bool) -> Result<(), Fault> {
    if !is_wanted(address) {
        return Ok(());
    }
    let wished = match address {
        Some(Address::Usb(usb)) => Some(usb.bus as usize),
        _ => None,
    };
    if let Some(bus) = wished
        && buses.get(bus).is_none_or(Option::is_none)
    {
        let text = format!("USB bus {bus} requested but no controller with that index is present");
        return Err(Fault::xml(text));
    }
    let mut candidates = buses.iter().enumerate().filter(|(at, _)| wished.is_none_or(|bus| bus == *at));
    let found = candidates.find_map(|(at, ports)| Some((at, ports.as_ref()?.free(1)?)));
    let Some((bus, path)) = found else { return Err(Fault::internal("No free USB ports")) };
    let port = path.iter().map(usize::to_string).collect::<Vec<_>>().join(".");
    let usb = Usb { bus: bus as u32, port: Some(port) };
    reserve(buses, &usb, &path, hub)?;
    *address = Some(Address::Usb(usb));
    Ok(())
}
