//! Sound cards.

use super::line::{Line, Properties};
use super::{address, audio};
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::sound::{Codec, CodecType, Model};

pub(super) fn add(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    for sound in &domain.devices.sounds {
        let alias = sound.place.alias.name.as_deref().unwrap_or_default();
        let backend = audio::name(domain, sound.audio);
        let (driver, codecs) = match sound.model {
            Model::Sb16 => ("sb16", false),
            Model::Es1370 => ("ES1370", false),
            Model::Ac97 => ("AC97", false),
            Model::Ich6 => ("intel-hda", true),
            Model::Ich9 => ("ich9-intel-hda", true),
            Model::Usb => ("usb-audio", false),
            Model::Pcspk => {
                if let Some(backend) = backend {
                    line.option("-machine", format!("pcspk-audiodev={backend}"));
                }
                continue;
            }
            model @ (Model::Ich7 | Model::Virtio) => {
                return Err(Fault::unsupported(format!(
                    "sound card model '{}' is not supported by qemu",
                    model.word()
                )));
            }
        };
        let mut device = Properties::device(driver).with("id", alias);
        if sound.model == Model::Usb {
            device.maybe("multi", sound.multichannel.map(|multi| multi == crate::xml::YesNo::Yes));
        }
        if !codecs {
            device.maybe("audiodev", backend.clone());
        }
        address::set(domain, &sound.place.location, &mut device)?;
        line.json("-device", device);
        let duplex = [Codec { kind: CodecType::Duplex }];
        let list = if sound.codecs.is_empty() { &duplex[..] } else { &sound.codecs };
        for (at, codec) in list.iter().enumerate().filter(|_| codecs) {
            let driver = match codec.kind {
                CodecType::Duplex => "hda-duplex",
                CodecType::Micro => "hda-micro",
                CodecType::Output => "hda-output",
            };
            let mut device = Properties::device(driver).with("id", format!("{alias}-codec{at}"));
            device.set("bus", format!("{alias}.0"));
            device.set("cad", at as u32);
            device.maybe("audiodev", backend.clone());
            line.json("-device", device);
        }
    }
    Ok(())
}
