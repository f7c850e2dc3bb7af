//! Command lines of small definitions.

use std::path::Path;

use super::*;
use crate::driver::qemu::alias;
use crate::driver::qemu::postparse::{self, Driver};
use crate::xml::domain::postparse::PostParse;

/// The words of the option `name`, for a machine with those devices.
fn options(devices: &str, name: &str) -> Vec<String> {
    options_of("", devices, name)
}

/// As [`options`], of a definition with `more` before the devices.
fn options_of(more: &str, devices: &str, name: &str) -> Vec<String> {
    let text = format!(
        "<domain type='qemu'><name>a,b</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type>\
         </os>{more}<devices><emulator>/q</emulator><controller type='usb' model='none'/><memballoon model='none'/>{devices}\
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

#[test]
fn what_stands_between_a_disk_and_its_bytes() {
    let disk = "<disk><driver type='qcow2' copy_on_read='on'/><source file='/a'><slices><slice type='storage' offset='1' size='2'/></slices>\
         </source><target dev='vda'/><throttlefilters><throttlefilter group='g'/></throttlefilters></disk>";
    let groups = "<throttlegroups><throttlegroup><group_name>g</group_name><total_bytes_sec>5</total_bytes_sec></throttlegroup></throttlegroups>";
    let nodes = options_of(groups, disk, "-blockdev");
    assert_eq!(
        nodes[1..],
        [
            r#"{"driver":"raw","node-name":"libvirt-1-slice-sto","offset":1,"size":2,"file":"libvirt-1-storage","auto-read-only":true}"#,
            r#"{"node-name":"libvirt-1-format","read-only":false,"driver":"qcow2","file":"libvirt-1-slice-sto"}"#,
            r#"{"driver":"copy-on-read","node-name":"libvirt-CoR-vda","file":"libvirt-1-format","discard":"unmap"}"#,
            r#"{"driver":"throttle","node-name":"libvirt-2-filter","throttle-group":"throttle-g","file":"libvirt-CoR-vda"}"#,
        ]
    );
    assert_eq!(
        options_of(groups, disk, "-object")[..1],
        [r#"{"qom-type":"throttle-group","id":"throttle-g","limits":{"bps-total":5}}"#]
    );
}

#[test]
fn a_guest_knows_its_generation() {
    let device = r#"{"driver":"vmgenid","guid":"e9392370-2917-565e-692b-d057f46512d6","id":"vmgenid0"}"#;
    assert_eq!(options_of("<genid>e9392370-2917-565e-692b-d057f46512d6</genid>", "", "-device"), [device]);
}

#[test]
fn a_tap_and_its_kernel_part_come_open() {
    let card = "<interface type='ethernet'><mac address='52:54:00:00:00:01'/><model type='virtio'/>\
         <driver name='vhost' queues='2'/><tune><sndbuf>0</sndbuf></tune></interface>";
    assert_eq!(
        options(card, "-netdev"),
        [r#"{"type":"tap","fds":"10:11","vhostfds":"12:13","vhost":true,"sndbuf":0,"id":"hostnet0"}"#]
    );
}

#[test]
fn overrides_have_the_last_word() {
    let more = "<qemu:override xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'><qemu:device alias='ua-r'><qemu:frontend>\
         <qemu:property name='max-bytes' type='unsigned' value='7'/><qemu:property name='period' type='remove'/>\
         </qemu:frontend></qemu:device></qemu:override>";
    let rng = "<rng model='virtio'><rate bytes='1'/><backend model='builtin'/><alias name='ua-r'/></rng>";
    let device = options_of(more, rng, "-device").pop().unwrap();
    assert!(device.contains(r#""max-bytes":7"#) && !device.contains("period"), "{device}");
}
