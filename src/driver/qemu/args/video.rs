//! Graphics cards.

use super::address;
use super::controller::virtio_options;
use super::line::{Line, Properties};
use crate::driver::qemu::board::Board;
use crate::xml::domain::Domain;
use crate::xml::domain::device::video::{Backend, Type, Video};
use crate::xml::{Fault, YesNo};

pub(super) fn add(domain: &Domain, board: Board, line: &mut Line) -> Result<(), Fault> {
    for video in &domain.devices.videos {
        if let Some(driver) = driver(video, board)? {
            line.json("-device", device(domain, video, &driver)?);
        }
    }
    Ok(())
}

fn driver(video: &Video, board: Board) -> Result<Option<String>, Fault> {
    if video.driver.name == Backend::VhostUser {
        return Err(Fault::unsupported("Unable to find a satisfying vhost-user-gpu"));
    }
    let first = video.model.primary.0;
    let location = &video.place.location;
    Ok(Some(match video.model.kind {
        Type::None | Type::Default => return Ok(None),
        Type::Vga => "VGA".to_owned(),
        Type::Cirrus => "cirrus-vga".to_owned(),
        Type::Vmvga => "vmware-svga".to_owned(),
        Type::Qxl => if first { "qxl-vga" } else { "qxl" }.to_owned(),
        Type::Bochs => "bochs-display".to_owned(),
        Type::Ramfb => "ramfb".to_owned(),
        Type::Virtio => {
            let accelerated = video.model.acceleration.as_ref().is_some_and(|one| one.accel3d == Some(YesNo::Yes));
            let vga = first && (board.is_x86() || board.is_ppc64());
            let name = if vga { "virtio-vga".to_owned() } else { address::virtio("virtio-gpu", location, "") };
            match (accelerated, name.strip_prefix("virtio-gpu")) {
                (false, _) => name,
                (true, Some(bus)) => format!("virtio-gpu-gl{bus}"),
                (true, None) => name + "-gl",
            }
        }
        kind @ (Type::Xen | Type::Vbox | Type::Parallels | Type::Gop) => {
            return Err(Fault::unsupported(format!("video type '{}' is not supported with QEMU", kind.word())));
        }
    }))
}

fn device(domain: &Domain, video: &Video, driver: &str) -> Result<Properties, Fault> {
    let model = &video.model;
    let mut device = Properties::device(driver);
    virtio_options(&video.driver.virtio, &mut device);
    device.maybe("id", video.place.alias.name.clone());
    match model.kind {
        Type::Virtio => {
            device.nonzero("max_outputs", model.heads);
            device.switch("blob", model.blob);
            device.switch("edid", model.edid);
        }
        Type::Qxl => {
            device.nonzero("max_outputs", model.heads);
            device.set("ram_size", u64::from(model.ram) * 1024);
            device.set("vram_size", u64::from(model.vram) * 1024);
            device.set("vram64_size_mb", model.vram64 / 1024);
            device.set("vgamem_mb", model.vgamem / 1024);
        }
        Type::Vga => {
            device.nonzero("vgamem_mb", model.vram / 1024);
            device.switch("edid", model.edid);
        }
        Type::Vmvga => device.nonzero("vgamem_mb", model.vram / 1024),
        Type::Bochs => {
            device.nonzero("vgamem", model.vram * 1024);
            device.switch("edid", model.edid);
        }
        Type::None
        | Type::Default
        | Type::Cirrus
        | Type::Ramfb
        | Type::Xen
        | Type::Vbox
        | Type::Parallels
        | Type::Gop => {}
    }
    if let Some(resolution) = &model.resolution {
        device.set("xres", resolution.x);
        device.set("yres", resolution.y);
    }
    address::set(domain, &video.place.location, &mut device)?;
    Ok(device)
}
