//! Whole documents: what the oracle makes of the samples, and what a model survives.

use std::fs;
use std::path::Path;

use super::*;
use crate::xml::coverage;
use crate::xml::domain::device::source::Source;
use crate::xml::domain::postparse::PostParse;
use crate::xml::tests::samples;

const SHOWN: Dump = Dump { active: false, secure: true, migratable: false };

/// libvirt asks for attributes that it does not write when they are `none`.
const UNREADABLE: &str = "cpu-memory.out.xml";

/// Complains about the first line that differs.
fn assert_same(path: &Path, ours: &str, expected: &str) {
    let lines = ours.lines().zip(expected.lines()).enumerate();
    for (at, (ours, expected)) in lines {
        assert_eq!(ours, expected, "{}, line {}", path.display(), at + 1);
    }
    assert_eq!(ours, expected, "{}", path.display());
}

fn complete(text: &str) -> Domain {
    let (mut domain, _) = Domain::parse(text, true).expect("valid");
    domain.post_parse(&PostParse { arch: "i686", ..PostParse::default() }).expect("complete");
    domain
}

#[test]
fn samples_have_every_name_and_word() {
    let active = Read { active: true, ..Read::default() };
    for folder in ["domain", "domain-newer", "domain-active"] {
        for (path, _) in samples(folder) {
            let text = fs::read_to_string(&path).expect("readable");
            Domain::parse_with(&text, active).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
        }
    }
    let never = |name: &String| NEVER_FOUND.iter().any(|never| name.ends_with(&format!("::{never}")));
    let (never, missed): (Vec<String>, Vec<String>) = coverage::missed().into_iter().partition(never);
    assert_eq!(never.len(), NEVER_FOUND.len(), "{never:?}");
    assert!(missed.is_empty(), "{} names are in no sample:\n{}", missed.len(), missed.join("\n"));
}

/// Those of which no other version of libvirt tells: as they are written.
#[test]
fn samples_of_newer_and_running_machines_come_back() {
    for (folder, active) in [("domain-newer", false), ("domain-active", true)] {
        for (path, _) in samples(folder) {
            let text = fs::read_to_string(&path).expect("readable");
            let options = Read { strict: true, active, ..Read::default() };
            let parsed = Domain::parse_with(&text, options);
            let (domain, unknown) = parsed.unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
            assert_eq!(unknown, [], "{}", path.display());
            assert_same(&path, &domain.format(Dump { active, ..SHOWN }), &text);
        }
    }
}

/// What documents say in other ways, or what the test driver refuses as libvirt 9.0.0 does.
const NEVER_FOUND: [&str; 6] = [
    "Address  @type='virtio-s390'",
    "Driver  @rerror_policy='enospace'",
    "Disk  @sgio='unfiltered'",
    "Scsi  @sgio='unfiltered'",
    "ExternalSource  @mode='bind'",
    "Console  @type='spicevmc'",
];

/// `NAME.out.xml` is what the test driver of libvirt 9.0.0 gives for `NAME.xml`.
#[test]
fn samples_are_as_the_oracle_has_them() {
    let samples = samples("domain");
    assert!(samples.len() > 5);
    for (input, out) in samples {
        let text = fs::read_to_string(&input).expect("readable");
        let golden = fs::read_to_string(&out).expect("readable");
        assert_same(&input, &complete(&text).format(SHOWN), &golden);
    }
}

#[test]
fn what_was_written_is_read_again() {
    for (_, out) in samples("domain").into_iter().filter(|(_, out)| !out.ends_with(UNREADABLE)) {
        let text = fs::read_to_string(&out).expect("readable");
        let (domain, unknown) = Domain::parse(&text, true).unwrap_or_else(|fault| panic!("{}: {fault}", out.display()));
        assert_eq!(unknown, [], "{}", out.display());
        assert_same(&out, &domain.format(SHOWN), &text);
    }
}

#[test]
fn completing_again_changes_nothing() {
    for (input, _) in samples("domain") {
        let text = fs::read_to_string(&input).expect("readable");
        let once = complete(&text);
        let mut twice = once.clone();
        twice.complete_again(&PostParse { arch: "i686", ..PostParse::default() }).expect("complete");
        assert_eq!(once.format(SHOWN), twice.format(SHOWN), "{}", input.display());
    }
}

#[test]
fn passwords_and_running_state_show_only_when_asked_for() {
    let text = "<domain type='test' id='7'><name>x</name><memory>1024</memory><os><type>hvm</type></os><devices>\
        <graphics type='vnc' passwd='s3'/><sound model='ac97'><alias name='snd0'/></sound></devices></domain>";
    let (domain, _) = Domain::parse_with(text, Read { strict: true, active: true, ..Read::default() }).expect("valid");
    let shows = |dump| {
        let text = domain.format(dump);
        [text.contains("passwd='s3'"), text.contains("<alias name='snd0'/>"), text.contains(" id='7'")]
    };
    assert_eq!(shows(Dump::default()), [false; 3]);
    assert_eq!(shows(SHOWN), [true, false, false]);
    assert_eq!(shows(Dump { active: true, ..Dump::default() }), [false, true, true]);
    let (stored, _) = Domain::parse(text, true).expect("valid");
    assert_eq!((stored.id, stored.devices.sounds[0].place.alias.name.as_deref()), (None, None));
}

#[test]
fn faults_have_libvirts_code_and_our_place() {
    let machine = |devices: &str| {
        format!(
            "<domain type='test'>\n<name>x</name>\n<memory>1024</memory>\n<os><type>hvm</type></os>\n\
             <devices>\n{devices}\n</devices>\n</domain>"
        )
    };
    let fault = |devices: &str| {
        let parsed = Domain::parse(&machine(devices), false);
        let completed = parsed.and_then(|(mut domain, _)| domain.post_parse(&PostParse::default()).map(|()| domain));
        completed.expect_err("must be refused")
    };
    let wrong = fault("<disk type='file'>\n  <driver name='qemu' cache='writebak'/>\n  <target dev='vda'/>\n</disk>");
    assert_eq!(
        wrong.to_string(),
        "XML error: Invalid value for attribute 'cache' in element 'driver': 'writebak'. \
         (line 7, column 23, /domain/devices/disk/driver/@cache); expected one of default, none, writethrough, \
         writeback, directsync, unsafe; did you mean 'writeback'?"
    );
    assert_eq!((wrong.code, wrong.origin), (VIR_ERR_XML_ERROR, Some(VIR_FROM_XML)));
    let nameless = fault("<disk type='file'><source file='/x'/></disk>");
    assert_eq!((nameless.code, nameless.origin), (VIR_ERR_NO_TARGET, Some(VIR_FROM_DOMAIN)));
    assert_eq!(nameless.sentence(), "missing target information for device /x");
    let twice = fault(&"<disk type='file'><source file='/x'/><target dev='vda'/></disk>".repeat(2));
    assert_eq!(twice.sentence(), "XML error: target 'vda' duplicated for disk sources '/x' and '/x'");
}

/// A letter for each digit, as in `vdab`.
fn letters(mut number: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.insert(0, b'a' + (number % 26) as u8);
        number /= 26;
        if number == 0 {
            return String::from_utf8(name).expect("letters");
        }
        number -= 1;
    }
}

/// A second or two each in a debug build on a machine that does nothing else; what grows with the square takes minutes.
#[test]
fn many_devices_take_time_in_proportion() {
    const COUNT: usize = 20_000;
    let disk = |at| format!("<disk type='file'><source file='/i/{at}'/><target dev='vd{}'/></disk>", letters(at));
    let scsi =
        |at| format!("<disk type='file'><source file='/i/{at}'/><target dev='sd{}'/></disk>", letters(COUNT - at));
    let card = |at| format!("<interface type='user'><alias name='ua-{at}'/></interface>");
    let controller = |at| format!("<controller type='scsi' index='{}'/>", COUNT - at);
    let unnumbered = |_| "<controller type='scsi'/>".to_owned();
    let mixed = |at| match at % 2 {
        0 => format!("<controller type='usb' index='{}'/>", COUNT - at),
        _ => "<controller type='usb'/>".to_owned(),
    };
    let hostdev = |at| {
        let unit = format!("<adapter name='scsi_host0'/><address bus='0' target='0' unit='{at}'/>");
        format!("<hostdev mode='subsystem' type='scsi'><source>{unit}</source></hostdev>")
    };
    let kinds: [&dyn Fn(usize) -> String; 7] = [&disk, &scsi, &card, &controller, &unnumbered, &mixed, &hostdev];
    for (kind, element) in kinds.iter().enumerate() {
        let devices: String = (0..COUNT).map(element).collect();
        let text = format!(
            "<domain type='test'><name>x</name><memory>1</memory><os><type>hvm</type></os><devices>{devices}</devices></domain>"
        );
        let begin = std::time::Instant::now();
        let (mut domain, _) = Domain::parse(&text, true).expect("valid");
        domain.post_parse(&PostParse::default()).expect("complete");
        assert!(begin.elapsed().as_secs() < 60, "kind {kind} took {:?}", begin.elapsed());
    }
}

#[test]
fn a_few_bytes_do_not_ask_for_all_memory() {
    let cells = "<cell memory='1'/>".repeat(2000);
    let far = "<cell memory='1'><distances><sibling id='1' value='20'/></distances></cell>";
    for (parts, limit) in [
        ("<vcpu>4000000000</vcpu>".to_owned(), "limit is 1048576"),
        ("<vcpu>1000000</vcpu><vcpus><vcpu id='0' enabled='yes'/></vcpus>".to_owned(), "limit is 65536"),
        ("<iothreads>4000000000</iothreads>".to_owned(), "limit is 65536"),
        ("<iothreads>4000000000</iothreads><iothreadids><iothread id='5'/></iothreadids>".to_owned(), "limit is 65536"),
        (format!("<cpu><numa>{far}{cells}</numa></cpu>"), "limit is 1024"),
        (
            format!(
                "<vcpu>16000</vcpu><cputune>{}</cputune>",
                "<vcpusched vcpus='0-15999' scheduler='batch'/>".repeat(900)
            ),
            "must not overlap",
        ),
    ] {
        let text =
            format!("<domain type='test'><name>x</name><memory>1</memory>{parts}<os><type>hvm</type></os></domain>");
        let (mut domain, _) = Domain::parse(&text, false).expect("valid");
        let fault = domain.post_parse(&PostParse::default()).expect_err(limit);
        assert!(fault.text.contains(limit), "{}", fault.text);
    }
}

fn with_devices(devices: &str) -> Domain {
    complete(&format!(
        "<domain type='test'><name>a</name><memory>1024</memory><os><type>hvm</type></os><devices>{devices}</devices></domain>"
    ))
}

#[test]
fn migratable_documents_say_what_older_versions_know() {
    let domain = with_devices(
        "<input type='keyboard' bus='ps2'/><graphics type='vnc' socket='/v'/><graphics type='spice'/><controller type='pci' index='0' model='pci-root'>\
         <model name='spapr-pci-host-bridge'/></controller>",
    );
    let newer =
        ["<input type='keyboard' bus='ps2'/>", "<listen type='socket'", "<listen type='none'/>", "<model name='spapr"];
    let text = domain.format(SHOWN);
    assert_eq!(newer.map(|newer| text.contains(newer)), [true; 4], "{text}");
    let text = domain.format(Dump { migratable: true, ..SHOWN });
    assert_eq!(newer.map(|newer| text.contains(newer)), [false; 4], "{text}");

    assert!(text.contains("<graphics type='vnc' socket='/v'>\n    </graphics>"), "{text}");
    assert!(text.contains("<graphics type='spice' autoport='no'/>"), "{text}");
}

#[test]
fn secrets_are_shown_on_demand() {
    let domain = with_devices(
        "<graphics type='vnc' passwd='geheim' passwdValidTo='2030-01-01T00:00:00'/><graphics type='spice' connected='keep'/>\
         <disk type='network'><source protocol='https' name='x'><host name='h'/><cookies><cookie name='c'>k</cookie></cookies>\
         </source><target dev='vda'/></disk>",
    );
    let shown = |secure| domain.format(Dump { secure, ..SHOWN });
    assert!(
        shown(true).contains(" passwd='geheim'") && shown(true).contains("<cookie name='c'>k</cookie>"),
        "{}",
        shown(true)
    );
    assert!(!shown(false).contains("geheim") && !shown(false).contains("cookie"), "{}", shown(false));
    assert!(shown(false).contains("passwdValidTo='2030-01-01T00:00:00'"), "{}", shown(false));
    assert!(!shown(true).contains("connected"), "without a password it means nothing: {}", shown(true));
}

#[test]
fn drives_without_a_source_are_of_the_first_type() {
    let domain = with_devices(
        "<disk type='block' device='cdrom'><target dev='hda'/></disk><disk type='block' device='cdrom'><source dev=''/>\
         <target dev='hdb'/></disk>",
    );
    let types: Vec<bool> = domain.devices.disks.iter().map(|disk| matches!(disk.source, Source::File(_))).collect();
    assert_eq!(types, [true, false]);
    let text = domain.format(SHOWN);
    assert!(!text.contains("<source"), "{text}");
}

#[test]
fn a_finished_definition_is_sorted_by_what_it_knows() {
    let disk = |name: &str| format!("<disk type='file'><source file='/{name}'/><target dev='{name}'/></disk>");
    let mut domain = with_devices(&["hdc", "vda", "hda"].map(disk).concat());
    let names = |domain: &Domain| domain.devices.disks.iter().map(|disk| disk.target().to_owned()).collect::<Vec<_>>();
    assert_eq!((names(&domain), domain.is_in_order()), (["vda", "hda", "hdc"].map(str::to_owned).to_vec(), true));
    let mut mixed = with_devices(&["hda", "vdb", "hdc"].map(disk).concat());
    assert!(!mixed.is_in_order());
    mixed.sort_again();
    assert_eq!((names(&mixed), mixed.is_in_order()), (["hda", "hdc", "vdb"].map(str::to_owned).to_vec(), true));
    let again = domain.clone();
    domain.sort_again();
    assert_eq!(domain, again);
}
