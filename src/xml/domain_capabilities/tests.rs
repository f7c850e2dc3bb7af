//! Samples, and what programs ask of the model.

use super::*;
use crate::xml::tests::check_samples;
use crate::xml::{Read, parse};

fn read(text: &str) -> DomainCapabilities {
    parse(text, Read::default()).unwrap_or_else(|fault| panic!("{fault}")).0
}

#[test]
fn samples_come_back_as_libvirt_writes_them() {
    check_samples("domain-capabilities", read);
}

#[test]
fn choices_are_found_by_name() {
    let disk = Capability::with(&[("diskDevice", &["disk", "lun"]), ("bus", &[])]);
    let capabilities = DomainCapabilities {
        arch: "riscv64".to_owned(),
        devices: Devices { disk: Some(disk), tpm: Some(Capability::none()), ..Devices::default() },
        ..DomainCapabilities::default()
    };
    assert_eq!(read(&capabilities.format()), capabilities);
    let disk = capabilities.devices.disk.expect("a disk");
    assert_eq!(disk.choice("diskDevice"), Some(&["disk".to_owned(), "lun".to_owned()][..]));
    assert_eq!((disk.choice("bus"), disk.choice("model")), (Some(&[][..]), None));
}

#[test]
fn what_hinders_a_model_is_the_models() {
    let text = "<domainCapabilities><cpu><mode name='custom' supported='yes'><model usable='no'>a</model>
        <blockers model='b'><feature name='x'/></blockers><model usable='no'>b</model></mode></cpu></domainCapabilities>";
    let [CpuMode::Custom(custom)] = &read(text).cpu_modes[..] else { panic!("no custom mode") };
    let blockers: Vec<&[String]> = custom.models.0.iter().map(|model| &model.blockers[..]).collect();
    assert_eq!(blockers, [&[][..], &["x".to_owned()][..]]);
}

#[test]
fn a_model_like_the_hosts_may_say_what_only_a_guests_says() {
    let text =
        "<domainCapabilities><cpu><mode name='host-model' supported='yes' match='strict'/></cpu></domainCapabilities>";
    let capabilities = read(text);
    assert!(capabilities.format().contains("<mode name='host-model' supported='yes' match='strict'>\n    </mode>"));
    assert_eq!(read(&capabilities.format()), capabilities);
}
