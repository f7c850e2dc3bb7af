//! Command lines of small definitions.

use std::path::Path;

use super::*;
use crate::driver::qemu::alias;
use crate::driver::qemu::postparse::{self, Driver};
use crate::xml::domain::postparse::PostParse;

/// The words of the option `name`, for a machine with those devices.
fn options(devices: &str, name: &str) -> Vec<String> {
    let text = format!(
        "<domain type='qemu'><name>a,b</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type>\
         </os><devices><emulator>/q</emulator><controller type='usb' model='none'/><memballoon model='none'/>{devices}\
         </devices></domain>"
    );
    let (mut domain, _) = Domain::parse(&text, true).unwrap();
    let emulator = Emulator::with_machines(&["pc", "q35"]);
    let driver = Driver { emulator: &emulator, lib: Path::new("/n"), vocabulary: Default::default() };
    // What the emulator has is not asked here.
    postparse::complete(&mut domain, driver, &PostParse { validate: false, ..PostParse::default() }).unwrap();
    alias::assign(&mut domain);
    let context = Context {
        monitor: Monitor::Socket,
        folder: "/run/a".into(),
        channels: "/run/c".into(),
        memory: "/run/m".into(),
        first_file: 10,
        sandbox: true,
        process_name: false,
        huge_page: Some(2048),
    };
    let words = command(&domain, &emulator, &context).unwrap().words;
    assert_eq!(words[0], "/q");
    words.windows(2).filter(|pair| pair[0] == name).map(|pair| pair[1].clone()).collect()
}

#[test]
fn the_machine_as_a_whole() {
    assert_eq!(options("", "-name"), ["guest=a,,b,debug-threads=on"]);
    assert_eq!(options("", "-m"), ["64"]);
    assert_eq!(options("", "-smp"), ["1,sockets=1,cores=1,threads=1"]);
    assert_eq!(options("", "-device"), [""; 0]);
}

#[test]
fn a_disk_is_two_nodes_and_a_device() {
    let disk =
        "<disk><driver type='qcow2' cache='none'/><source file='/a'/><target dev='vda'/><serial>s</serial></disk>";
    assert_eq!(
        options(disk, "-blockdev"),
        [
            r#"{"driver":"file","filename":"/a","node-name":"libvirt-1-storage","cache":{"direct":true,"no-flush":false},"auto-read-only":true,"discard":"unmap"}"#,
            r#"{"node-name":"libvirt-1-format","read-only":false,"cache":{"direct":true,"no-flush":false},"driver":"qcow2","file":"libvirt-1-storage"}"#,
        ]
    );
    assert_eq!(
        options(disk, "-device"),
        [
            r#"{"driver":"virtio-blk-pci","bus":"pci.0","addr":"0x2","drive":"libvirt-1-format","id":"virtio-disk0","bootindex":1,"serial":"s","write-cache":"on"}"#
        ]
    );
}

#[test]
fn a_port_has_a_backend() {
    let serial = "<serial type='tcp'><source mode='bind' host='h' service='1'/><protocol type='telnet'/></serial>";
    assert_eq!(options(serial, "-chardev")[1..], ["socket,id=charserial0,host=h,port=1,telnet=on,server=on,wait=off"]);
    assert_eq!(
        options(serial, "-device"),
        [r#"{"driver":"isa-serial","chardev":"charserial0","id":"serial0","index":0}"#]
    );
}

#[test]
fn a_card_is_on_a_network() {
    let card = "<interface type='user'><mac address='52:54:00:00:00:01'/><model type='virtio'/></interface>";
    assert_eq!(options(card, "-netdev"), [r#"{"type":"user","id":"hostnet0"}"#]);
    assert_eq!(
        options(card, "-device"),
        [
            r#"{"driver":"virtio-net-pci","netdev":"hostnet0","id":"net0","mac":"52:54:00:00:00:01","bus":"pci.0","addr":"0x2"}"#
        ]
    );
}
