//! Screens, graphics cards, sound and input.

use std::collections::HashSet;

use super::refuse_if;
use crate::xml::Fault;
use crate::xml::YesNo;
use crate::xml::domain::device::audio;
use crate::xml::domain::device::graphics::{Connected, Kind, Listen};
use crate::xml::domain::device::input::{Bus, Input, Type};
use crate::xml::domain::device::video::{self, Video};
use crate::xml::domain::{Domain, Hypervisor, os};

impl Domain {
    pub(super) fn validate_screens(&self) -> Result<(), Fault> {
        for graphics in &self.devices.graphics {
            if let Kind::Vnc(vnc) = &graphics.kind {
                refuse_if(!matches!(vnc.password.connected, Connected::Default | Connected::Keep), || {
                    Fault::unsupported("VNC supports connected='keep' only")
                })?;
            }
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
            self.validate_input_bus(input)?;
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

    /// Each kind of machine has its own ways to a keyboard.
    fn validate_input_bus(&self, input: &Input) -> Result<(), Fault> {
        let bus = input.bus.unwrap_or(Bus::None);
        let simple = matches!(input.kind, Type::Mouse | Type::Keyboard);
        let unfit = |bus: Bus| {
            let text = format!("{} bus does not support {} input device", bus.word(), input.kind.word());
            Err(Fault::internal(text))
        };
        let unsupported = || Err(Fault::internal(format!("unsupported input bus {}", bus.word())));
        let container = matches!(self.hypervisor, Hypervisor::Vz | Hypervisor::Parallels);
        match self.os.kind {
            Some(os::Type::Hvm) if bus == Bus::Ps2 && !simple => unfit(bus),
            Some(os::Type::Hvm) if bus == Bus::Xen => unsupported(),
            Some(os::Type::Hvm) => Ok(()),
            Some(os::Type::Xen | os::Type::Linux | os::Type::XenPvh) if bus != Bus::Xen => unsupported(),
            Some(os::Type::Xen | os::Type::Linux | os::Type::XenPvh) if !simple => unfit(bus),
            Some(os::Type::Xen | os::Type::Linux | os::Type::XenPvh) => Ok(()),
            Some(os::Type::Exe | os::Type::Uml) | None if container && bus != Bus::Parallels => {
                Err(Fault::internal(format!("parallels containers don't support input bus {}", bus.word())))
            }
            Some(os::Type::Exe | os::Type::Uml) | None if container && !simple => unfit(bus),
            Some(os::Type::Exe | os::Type::Uml) | None if container => Ok(()),
            Some(os::Type::Exe | os::Type::Uml) | None => {
                Err(Fault::internal("Input devices are not supported by this virtualization driver."))
            }
        }
    }

    pub(super) fn validate_audio(&self) -> Result<(), Fault> {
        let mut seen = HashSet::new();
        for one in &self.devices.audios {
            refuse_if(!seen.insert(one.id), || Fault::xml(format!("audio ID {} is used multiple times", one.id)))?;
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
        if let Some(resolution) = &model.resolution {
            refuse_if(resolution.x == 0 || resolution.y == 0, || {
                Fault::unsupported("video resolution values must be greater than 0")
            })?;
        }
        let only_qxl = |size: u32, what: &str| {
            refuse_if(size > 0 && model.kind != video::Type::Qxl, || {
                Fault::unsupported(format!("{what} attribute only supported for video type qxl"))
            })
        };
        only_qxl(model.ram, "ram")?;
        only_qxl(model.vram64, "vram64")?;
        only_qxl(model.vgamem, "vgamem")?;
        refuse_if(model.kind == video::Type::Ramfb && self.place.location.address.is_some(), || {
            Fault::unsupported("address not supported for video type ramfb")
        })?;
        if model.kind != video::Type::Virtio {
            self.driver.virtio.refuse()?;
        }
        if let Some(acceleration) = &model.acceleration {
            refuse_if(acceleration.rendernode.is_some() && self.driver.name != video::Backend::VhostUser, || {
                Fault::unsupported("unsupported rendernode accel attribute without 'vhostuser'")
            })?;
        }
        Ok(())
    }
}
