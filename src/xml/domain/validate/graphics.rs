//! Screens, graphics cards, sound and input.

use super::refuse_if;
use crate::xml::Fault;
use crate::xml::YesNo;
use crate::xml::domain::Domain;
use crate::xml::domain::device::audio;
use crate::xml::domain::device::graphics::{Kind, Listen};
use crate::xml::domain::device::input::{Bus, Type};
use crate::xml::domain::device::video::{self, Video};

impl Domain {
    pub(super) fn validate_screens(&self) -> Result<(), Fault> {
        for graphics in &self.devices.graphics {
            let listens = match &graphics.kind {
                Kind::Vnc(vnc) => &vnc.listens[..],
                Kind::Spice(spice) => &spice.listens[..],
                Kind::Rdp(rdp) => &rdp.listens[..],
                Kind::Sdl(_) | Kind::Desktop(_) | Kind::EglHeadless(_) | Kind::Dbus(_) => &[],
            };
            let nameless = |listen: &Listen| matches!(listen, Listen::Network(network) if network.network.is_none());
            refuse_if(listens.iter().any(nameless), || {
                Fault::xml("'network' attribute is required for listen type 'network'")
            })?;
        }
        for video in &self.devices.videos {
            video.validate()?;
        }
        for input in &self.devices.inputs {
            let bus = input.bus.unwrap_or(Bus::None);
            let strange = match bus {
                Bus::Ps2 => !matches!(input.kind, Type::Mouse | Type::Keyboard),
                Bus::Xen => !matches!(input.kind, Type::Mouse | Type::Keyboard | Type::Tablet),
                _ => false,
            };
            refuse_if(strange, || {
                Fault::internal(format!("{} bus does not support {} input device", bus.word(), input.kind.word()))
            })?;
            let source = &input.source;
            let path = match input.kind {
                Type::Evdev => source.device.as_ref(),
                Type::Passthrough => source.evdev.as_ref(),
                Type::Mouse | Type::Tablet | Type::Keyboard => continue,
            };
            refuse_if(path.is_none(), || Fault::xml("Missing evdev path for input device"))?;
        }
        Ok(())
    }

    pub(super) fn validate_audio(&self) -> Result<(), Fault> {
        let audios = &self.devices.audios;
        for (at, one) in audios.iter().enumerate() {
            refuse_if(audios[..at].iter().any(|other| other.id == one.id), || {
                Fault::xml(format!("audio ID {} is used multiple times", one.id))
            })?;
            let ends = match &one.kind {
                audio::Kind::None(ends) | audio::Kind::Alsa(ends) | audio::Kind::Coreaudio(ends) => ends,
                audio::Kind::Jack(ends) | audio::Kind::Spice(ends) | audio::Kind::Dbus(ends) => ends,
                audio::Kind::Oss(oss) => &oss.ends,
                audio::Kind::Pulseaudio(pulse) => &pulse.ends,
                audio::Kind::Sdl(sdl) => &sdl.ends,
                audio::Kind::File(file) => &file.ends,
                audio::Kind::Pipewire(pipewire) => &pipewire.ends,
            };
            for end in [&ends.input, &ends.output] {
                let fixed = end.fixed_settings == Some(YesNo::Yes);
                refuse_if(fixed && end.mixing_engine != Some(YesNo::Yes), || {
                    Fault::unsupported("fixed audio settings requires mixing engine")
                })?;
                refuse_if(end.settings != audio::Settings::default() && !fixed, || {
                    Fault::unsupported("extra audio settings require fixed settings")
                })?;
            }
        }
        Ok(())
    }
}

impl Video {
    fn validate(&self) -> Result<(), Fault> {
        let model = &self.model;
        let only_qxl = |size: u32, what: &str| {
            refuse_if(size > 0 && model.kind != video::Type::Qxl, || {
                Fault::unsupported(format!("{what} attribute only supported for video type qxl"))
            })
        };
        only_qxl(model.ram, "ram")?;
        only_qxl(model.vram64, "vram64")?;
        let has_vgamem = matches!(model.kind, video::Type::Qxl | video::Type::Vga | video::Type::Vmvga);
        refuse_if(model.vgamem > 0 && !has_vgamem && model.kind != video::Type::Bochs, || {
            Fault::unsupported("vgamem attribute only supported for video type qxl")
        })?;
        refuse_if(model.kind == video::Type::Ramfb && self.place.location.address.is_some(), || {
            Fault::unsupported("address not supported for video type ramfb")
        })?;
        if let Some(resolution) = &model.resolution {
            refuse_if(resolution.x == 0 || resolution.y == 0, || {
                Fault::unsupported("video resolution values must be greater than 0")
            })?;
        }
        if let Some(acceleration) = &model.acceleration {
            refuse_if(acceleration.rendernode.is_some() && self.driver.name != video::Backend::VhostUser, || {
                Fault::unsupported("unsupported rendernode accel attribute without 'vhostuser'")
            })?;
        }
        Ok(())
    }
}
