//! What a small definition becomes.

use std::path::Path;

use super::*;
use crate::xml::Dump;

/// The places of controllers and devices, one a line, as they stand in the complete definition.
fn places(devices: &str, machine: &str) -> Result<Vec<String>, Fault> {
    let text = format!(
        "<domain type='qemu'><name>a</name><memory>1024</memory><os><type arch='x86_64' machine='{machine}'>hvm</type></os>\
         <devices><emulator>/q</emulator>{devices}</devices></domain>"
    );
    let (mut domain, _) = Domain::parse(&text, true)?;
    let emulator = Emulator::with_machines(&["pc", "q35"]);
    complete(
        &mut domain,
        Driver { emulator: &emulator, lib: Path::new("/n"), vocabulary: Vocabulary::default() },
        &PostParse { validate: false, ..PostParse::default() },
    )?;
    let dump = domain.format(Dump { active: false, secure: false, migratable: false });
    let lines = dump.lines().map(str::trim);
    let mut places = Vec::new();
    let mut device = "";
    for line in lines {
        match line {
            line if line.starts_with("<address type='pci'") => {
                let numbers: Vec<&str> = line.split('\'').filter(|part| part.starts_with("0x")).collect();
                places.push(format!("{device} {}", numbers[1..].join(".")));
            }
            line if line.starts_with("<address") => places.push(format!("{device} {line}")),
            line if line.starts_with("<controller") || line.starts_with("<target dev") || line.starts_with("<memb") => {
                device = line;
            }
            _ => {}
        }
    }
    Ok(places)
}

#[test]
fn a_pc_has_its_chips_where_they_are_soldered() {
    let disks = "<disk><source file='/a'/><target dev='vda'/></disk><disk><source file='/b'/><target dev='hda'/></disk>\
                 <controller type='usb' model='piix3-uhci'/>";
    assert_eq!(
        places(disks, "pc").unwrap(),
        [
            "<target dev='vda' bus='virtio'/> 0x00.0x02.0x0",
            "<target dev='hda' bus='ide'/> <address type='drive' controller='0' bus='0' target='0' unit='0'/>",
            "<controller type='usb' index='0' model='piix3-uhci'> 0x00.0x01.0x2",
            "<controller type='ide' index='0'> 0x00.0x01.0x1",
            "<memballoon model='virtio'> 0x00.0x03.0x0",
        ]
    );
}

#[test]
fn a_q35_grows_a_port_for_each_device_and_one_more() {
    assert_eq!(
        places("<disk><source file='/a'/><target dev='vda'/></disk>", "q35").unwrap(),
        [
            "<target dev='vda' bus='virtio'/> 0x02.0x00.0x0",
            "<controller type='usb' index='0' model='qemu-xhci'> 0x01.0x00.0x0",
            "<controller type='sata' index='0'> 0x00.0x1f.0x2",
            "<controller type='pci' index='1' model='pcie-root-port'> 0x00.0x01.0x0",
            "<controller type='pci' index='2' model='pcie-root-port'> 0x00.0x01.0x1",
            "<controller type='pci' index='3' model='pcie-root-port'> 0x00.0x01.0x2",
            "<controller type='pci' index='4' model='pcie-root-port'> 0x00.0x01.0x3",
            "<memballoon model='virtio'> 0x03.0x00.0x0",
        ]
    );
}

#[test]
fn a_place_is_one_devices() {
    let disk = |name: &str| {
        format!("<disk><source file='/{name}'/><target dev='{name}'/><address type='pci' slot='0x7'/></disk>")
    };
    let fault = places(&(disk("vda") + &disk("vdb")), "pc").unwrap_err();
    assert_eq!(fault.text, "Attempted double use of PCI Address 0000:00:07.0");
}

#[test]
fn devices_beyond_the_ports_get_a_hub() {
    let tablet = "<input type='tablet' bus='usb'/>";
    let lines = places(&format!("<controller type='usb' model='piix3-uhci'/>{}", tablet.repeat(4)), "pc").unwrap();
    let ports: Vec<&str> = lines.iter().filter_map(|line| line.split("port=").nth(1)).collect();
    assert_eq!(ports, ["'2'/>", "'1.1'/>", "'1.2'/>", "'1.3'/>", "'1'/>"]);
}
