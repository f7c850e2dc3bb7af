//! Graphics cards: their type and memory.

use crate::xml::Fault;
use crate::xml::IsYes;
use crate::xml::domain::device::video::{Model, Type, Video};
use crate::xml::domain::{Domain, Hypervisor, os};

impl Domain {
    pub(super) fn complete_videos(&mut self, default: Option<Type>) -> Result<(), Fault> {
        let default = default.unwrap_or_else(|| self.default_video());
        let videos = &mut self.devices.videos;
        if videos.is_empty() && !self.devices.graphics.is_empty() {
            videos.push(Video::default());
        }
        let mut primaries = videos.iter().filter(|video| video.model.primary.0);
        if primaries.next().is_some() && primaries.next().is_some() {
            return Err(Fault::unsupported("Only one primary video device is supported"));
        }
        let primary = videos.iter().position(|video| video.model.primary.0);
        if let Some(at) = primary {
            let first = videos.remove(at);
            videos.insert(0, first);
        } else if let Some(first) = videos.first_mut() {
            first.model.primary = IsYes(true);
        }
        for (at, video) in videos.iter_mut().enumerate() {
            let model = &mut video.model;
            if at > 0 {
                model.primary = IsYes(false);
            }
            if model.kind == Type::Default {
                model.kind = default;
            }
            complete(model);
            if model.kind == Type::None {
                model.primary = IsYes(false);
            }
        }
        if videos.len() > 1 && videos.iter().any(|video| video.model.kind == Type::None) {
            let text = "a 'none' video type must be the only video device defined for the domain";
            return Err(Fault::unsupported(text));
        }
        Ok(())
    }

    fn default_video(&self) -> Type {
        match self.hypervisor {
            Hypervisor::Test | Hypervisor::Xen => match self.os.kind {
                Some(os::Type::Xen | os::Type::Linux | os::Type::XenPvh) => Type::Xen,
                _ => Type::Cirrus,
            },
            Hypervisor::Vbox => Type::Vbox,
            Hypervisor::Vmware => Type::Vmvga,
            Hypervisor::Vz | Hypervisor::Parallels => match self.is_hvm() {
                true => Type::Vga,
                false => Type::Parallels,
            },
            Hypervisor::Bhyve => Type::Gop,
            _ if self.os.arch.as_deref().is_some_and(|arch| arch.starts_with("ppc")) => Type::Vga,
            _ => Type::Cirrus,
        }
    }
}

/// In KiB.
fn complete(model: &mut Model) {
    let (ram, vram) = match model.kind {
        Type::Vga | Type::Cirrus | Type::Vmvga | Type::Bochs => (0, 16 * 1024),
        Type::Xen => (0, 4 * 1024),
        Type::Vbox => (0, 8 * 1024),
        Type::Qxl => (64 * 1024, 64 * 1024),
        Type::Gop | Type::Parallels | Type::Virtio | Type::None | Type::Ramfb | Type::Default => (0, 0),
    };
    if model.ram == 0 {
        model.ram = ram;
    }
    if model.vram == 0 {
        model.vram = vram;
    }
    if model.heads == 0 && model.kind != Type::None {
        model.heads = 1;
    }
    let power = |size: u32| if size == 0 { 0 } else { size.checked_next_power_of_two().unwrap_or(size) };
    (model.ram, model.vram) = (power(model.ram), power(model.vram));
}
