//! What is not carried out is refused by its path.

use super::*;

fn refused(more: &str, devices: &str) -> Option<String> {
    refused_of("qemu", more, devices)
}

fn refused_of(kind: &str, more: &str, devices: &str) -> Option<String> {
    let text = format!(
        "<domain type='{kind}'><name>a</name><memory>1024</memory><os><type>hvm</type></os>{more}<devices>{devices}</devices></domain>"
    );
    let mut emulator = Emulator::default();
    emulator.version = 7_002_000;
    refuse(&Definition::parse(&text, true).unwrap().0, &emulator).err().map(|error| error.to_string())
}

#[test]
fn by_path_and_reason() {
    assert_eq!(refused("", "<graphics type='vnc' port='-1'/>"), None);
    let cases = [
        ("<cputune><shares>1</shares></cputune>", "", "/domain/cputune/shares needs a cgroup"),
        ("<features><hap/></features>", "", "/domain/features/hap is for machines of another hypervisor"),
        ("", "<interface type='user'><vlan><tag id='1'/></vlan></interface>", "/domain/devices/interface[1]/vlan"),
        ("", "<tpm model='tpm-tis'><backend type='emulator'/></tpm>", "tpm[1]/backend/@type='emulator' needs swtpm"),
        (
            "",
            "<disk><source file='/a'/><target dev='a'/></disk><disk><driver discard_no_unref='on'/><source file='/b'/>\
             <target dev='b'/></disk>",
            "/domain/devices/disk[2]/driver/@discard_no_unref needs QEMU 8.1 or later",
        ),
    ];
    for (more, devices, expected) in cases {
        let text = refused(more, devices).unwrap();
        assert!(text.contains(expected), "{text}");
    }
}

#[test]
fn an_accelerator_of_2007_is_not_looked_for() {
    let text = refused_of("kqemu", "", "").unwrap();
    assert!(text.contains("/domain/@type='kqemu' needs a QEMU before 0.12; make it 'kvm' or 'qemu'"), "{text}");
}
