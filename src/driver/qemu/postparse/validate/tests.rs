//! What is refused: why, where, and what is taken instead.

use std::path::Path;

use super::*;
use crate::driver::qemu::postparse::complete;
use crate::types::*;
use crate::xml::domain::postparse::PostParse;

/// What is said of a machine of that type.
fn told(machine: &str, text: &str, vocabulary: Vocabulary) -> Result<(), Fault> {
    let text = format!(
        "<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='{machine}'>hvm</type></os>\
         {text}</domain>"
    );
    let (mut domain, _) = Domain::parse(&text, true)?;
    domain.devices.emulator = Some("/q".to_owned());
    let emulator = Emulator::with_machines(&["pc", "q35"]);
    let driver = Driver { emulator: &emulator, lib: Path::new("/l"), vocabulary };
    complete(&mut domain, driver, &PostParse::default())
}

fn refused(text: &str) -> Fault {
    told("pc", text, Vocabulary::default()).expect_err(text)
}

#[test]
fn a_complaint_says_where_and_what_instead() {
    let fault = refused("<cpu mode='host-passthrough'><cache level='2' mode='emulate'/></cpu>");
    assert_eq!(
        fault.to_string(),
        "unsupported configuration: CPU cache mode 'emulate' can only be used with level='3' (/domain/cpu/cache/@level); expected 3"
    );
    let disks = "<disk><source file='/a'/><target dev='vda'/></disk>\
                 <disk><source file='/b'/><target dev='vdb1'/></disk>";
    let fault = refused(&format!("<devices>{disks}</devices>"));
    assert_eq!(fault.text, "invalid disk target 'vdb1', partitions can't appear in disk targets");
    assert_eq!(fault.path, "/domain/devices/disk[target/@dev='vdb1']/target/@dev");
    let graphics = "<graphics type='sdl'/><graphics type='egl-headless'/>";
    assert_eq!(refused(&format!("<devices>{graphics}</devices>")).path, "/domain/devices/graphics[1]/@type");
    let timer = "<clock offset='utc'><timer name='rtc' tickpolicy='merge'/></clock>";
    assert_eq!(refused(timer).path, "/domain/clock/timer/@tickpolicy");
}

#[test]
fn what_one_part_needs_of_another_is_checked() {
    let cases = [
        (
            "<maxMemory slots='2' unit='MiB'>128</maxMemory>",
            "At least one numa node has to be configured when enabling memory hotplug",
        ),
        (
            "<cputune><cachetune vcpus='0'><cache id='0' level='3' type='both' size='3' unit='MiB'/></cachetune></cputune>",
            "cachetune is only supported for KVM domains",
        ),
        (
            "<features><hpt resizing='required'/></features>",
            "The 'hpt' feature is not supported for architecture 'x86_64' or machine type 'pc'",
        ),
        ("<pm><suspend-to-mem enabled='yes'/></pm>", "setting ACPI S3 not supported"),
        ("<vcpu>300</vcpu>", "Maximum CPUs greater than specified machine type limit 255"),
    ];
    for (text, sentence) in cases {
        let fault = refused(text);
        assert_eq!((fault.code, fault.text.as_str()), (VIR_ERR_CONFIG_UNSUPPORTED, sentence), "{text}");
    }
}

#[test]
fn threads_that_are_only_counted_have_numbers() {
    let disk = |iothread: u32| {
        format!(
            "<iothreads>2</iothreads><devices><disk><driver name='qemu' iothread='{iothread}'/><source file='/a'/>\
             <target dev='vda'/></disk><memballoon model='none'/></devices>"
        )
    };
    assert_eq!(told("pc", &disk(2), Vocabulary::default()), Ok(()));
    assert_eq!(refused(&disk(3)).text, "Disk iothread '3' not defined in iothreadid");
}

/// libvirt's driver does not keep a machine that has powered off; a supervisor does.
#[test]
fn what_only_libvirt_cannot_is_refused_in_its_name_only() {
    let text = "<on_poweroff>preserve</on_poweroff>";
    assert_eq!(told("pc", text, Vocabulary::Libvirt12_8), Ok(()));
    let fault = told("pc", text, Vocabulary::Libvirt9_0).unwrap_err();
    assert_eq!(fault.text, "qemu driver doesn't support the 'preserve' action for 'on_reboot'/'on_poweroff'");
}
