//! The QEMU driver's side of `driver/domain/save.rs`: machines that are saved to files and go on from them.

use std::fs;
use std::os::fd::AsRawFd;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Value, json};

use super::image::{self, Front, Image, Packing};
use super::job::{Job, Work};
use super::lifecycle::END;
use super::start::Starting;
use super::store::FOLDER_MODE;
use super::{Definition, Machine, not_running};
use crate::driver::DomainSave;
use crate::driver::qemu::monitor::CONTINUE;
use crate::driver::qemu::{Qemu, check_flags, definition, error, monitor};
use crate::durable;
use crate::error::{Error, Result};
use crate::object::{Connection, Domain, Stream};
use crate::supervisor::client::Command;
use crate::sys::cache;
use crate::typed_param::TypedParams;
use crate::types::*;

const SAVE_FLAGS: u32 = VIR_DOMAIN_SAVE_BYPASS_CACHE | VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED;
/// No limit, as libvirt asks for it.
const UNLIMITED: u64 = (i64::MAX as u64 >> 20) << 20;

/// Where a machine goes, and how.
struct Saving<'a> {
    to: &'a Path,
    /// Another document for when it goes on.
    xml: Option<&'a str>,
    packing: Packing,
    flags: u32,
}

impl Qemu {
    /// Saves a machine that runs, and ends it.
    fn save_machine(&self, domain: &Domain, machine: &Machine, saving: &Saving) -> Result<()> {
        let live = machine.live.as_ref().ok_or_else(not_running)?;
        let document = self.document_to_save(&live.definition, saving.xml)?;
        let job = self.begin_job(domain, Work::Save)?;
        refuse_blocked(&job)?;
        let state = self.run_state(domain)?.ok_or_else(not_running)?;
        let ran = state.condition.0 == VIR_DOMAIN_RUNNING;
        let runs = match saving.flags & (VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED) {
            0 => ran,
            flags => flags & VIR_DOMAIN_SAVE_RUNNING != 0,
        };
        let (file, is_new) = image::create(saving.to)?;
        let front = Front::new(document, runs, saving.packing);
        let bypasses = saving.flags & VIR_DOMAIN_SAVE_BYPASS_CACHE != 0;
        let saved = pause(&job, ran, VIR_DOMAIN_PAUSED_SAVE, VIR_DOMAIN_RUNNING_SAVE_CANCELED)
            .and_then(|()| write_image(&job, &front, file, saving.to, bypasses));
        if let Err(failure) = saved {
            if is_new {
                let _ = fs::remove_file(saving.to);
            }
            go_on(&job, ran, VIR_DOMAIN_RUNNING_SAVE_CANCELED);
            job.finish();
            self.root.hear();
            return Err(failure);
        }
        // From here on it is in the file: it must not run again.
        job.if_lost(&[], VIR_DOMAIN_RUNNING_UNKNOWN)?;
        let ended = self.root.supervisor(domain)?.destroy(false, END, VIR_DOMAIN_SHUTOFF_SAVED);
        ended.map_err(|failure| failure.into_error(domain.name()))?;
        domain.set_id(-1);
        self.root.hear();
        Ok(())
    }

    /// What an image says of a machine: as it runs, or another document that the guest sees no difference in.
    fn document_to_save(&self, live: &Definition, xml: Option<&str>) -> Result<String> {
        let flags = VIR_DOMAIN_XML_SECURE | VIR_DOMAIN_XML_INACTIVE | VIR_DOMAIN_XML_MIGRATABLE;
        match xml {
            None => Ok(definition::format(live, flags)),
            Some(xml) => Ok(definition::format(&self.other_document(live, xml)?, flags)),
        }
    }

    fn other_document(&self, own: &Definition, xml: &str) -> Result<Definition> {
        let (other, _) = definition::read(xml, false, &self.host())?;
        other.check_stability(own)?;
        Ok(other)
    }

    /// Saves a machine where it is found when it starts again.
    fn save_managed(&self, domain: &Domain, xml: Option<&str>, packing: Packing, flags: u32) -> Result<()> {
        let machine = self.machine(domain)?;
        if machine.live.is_none() {
            return Err(not_running());
        }
        if machine.config.is_none() {
            return Err(error(VIR_ERR_OPERATION_INVALID, "cannot do managed save for transient domain"));
        }
        let to = self.root.store.saved_image(machine.name());
        if let Some(folder) = to.parent() {
            durable::make_folder(folder, FOLDER_MODE)?;
        }
        self.save_machine(domain, &machine, &Saving { to: &to, xml, packing, flags })
    }

    /// The managed image of a machine.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_INVALID` when it has none.
    fn managed(&self, domain: &Domain) -> Result<PathBuf> {
        let path = self.root.store.saved_image(self.machine(domain)?.name());
        match path.exists() {
            true => Ok(path),
            false => Err(error(VIR_ERR_OPERATION_INVALID, "domain does not have managed save image")),
        }
    }

    fn change_image(&self, path: &Path, xml: &str, flags: u32) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED)?;
        let mut image = Image::open(path, true)?;
        let own = self.image_definition(&image)?;
        match flags & (VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED) {
            0 => {}
            flags => image.front.runs = flags & VIR_DOMAIN_SAVE_RUNNING != 0,
        }
        image.front.document = self.document_to_save(&own, Some(xml))?;
        image.front.replace(&image.file, path)
    }

    pub(super) fn image_definition(&self, image: &Image) -> Result<Definition> {
        definition::read(&image.front.document, false, &self.host()).map(|(definition, _)| definition)
    }

    fn image_document(&self, path: &Path, flags: u32) -> Result<String> {
        check_flags(flags, VIR_DOMAIN_SAVE_IMAGE_XML_SECURE)?;
        let definition = self.image_definition(&Image::open(path, false)?)?;
        Ok(definition::format(&definition, flags))
    }
}

/// Complains about what QEMU cannot write.
pub(super) fn refuse_blocked(job: &Job) -> Result<()> {
    let reply = job.ask(&Command { text: r#"{"execute":"query-migrate"}"#, ..Command::default() })?;
    let reasons = reply.get("blocked-reasons").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    if reasons.is_empty() {
        return Ok(());
    }
    let reasons: Vec<&str> = reasons.iter().filter_map(Value::as_str).collect();
    Err(error(VIR_ERR_OPERATION_INVALID, format!("cannot migrate domain: {}", reasons.join("; "))))
}

/// Stops a machine that runs. If this program is lost, it runs again.
pub(super) fn pause(job: &Job, runs: bool, why: virDomainPausedReason, resumes: virDomainRunningReason) -> Result<()> {
    const CANCEL: &str = r#"{"execute":"migrate_cancel"}"#;
    if !runs {
        return job.if_lost(&[CANCEL], VIR_DOMAIN_RUNNING_UNKNOWN);
    }
    job.if_lost(&[CANCEL, CONTINUE], resumes)?;
    job.ask(&Command { text: r#"{"execute":"stop"}"#, pauses: Some(why), ..Command::default() }).map(drop)
}

/// Lets a machine run again that was stopped for a job. What keeps it from that is told by its state.
pub(super) fn go_on(job: &Job, ran: bool, resumes: virDomainRunningReason) {
    if ran {
        let _ = job.ask(&Command { text: CONTINUE, resumes: Some(resumes), ..Command::default() });
    }
}

/// Lets QEMU write all that it needs to go on into a descriptor.
pub(super) fn migrate(job: &Job, to: i32, meanwhile: impl Fn()) -> Result<()> {
    let parameters = monitor::text("migrate-set-parameters", json!({ "max-bandwidth": UNLIMITED }));
    job.ask(&Command { text: &parameters, ..Command::default() })?;
    job.ask_with_file(to, "migrate", r#"{"execute":"migrate","arguments":{"uri":"fd:migrate"}}"#)?;
    job.wait(meanwhile)
}

fn write_image(job: &Job, front: &Front, mut file: fs::File, path: &Path, bypasses: bool) -> Result<()> {
    front.begin(&mut file, path)?;
    let forget = || {
        if bypasses {
            cache::forget(&file);
        }
    };
    match front.packing.pack(&file)? {
        None => migrate(job, file.as_raw_fd(), forget)?,
        Some((mut program, pipe)) => {
            let written = migrate(job, pipe.as_raw_fd(), forget);
            drop(pipe);
            let status = program.wait();
            written?;
            if !status.as_ref().is_ok_and(std::process::ExitStatus::success) {
                let text = format!("packing '{}' failed", path.display());
                return Err(error(VIR_ERR_OPERATION_FAILED, text));
            }
        }
    }
    front.finish(&file, path)?;
    forget();
    Ok(())
}

/// What is asked of a save or a restore by parameters: file, document, packing.
fn parameters(params: &TypedParams) -> Result<(Option<&str>, Option<&str>, Packing)> {
    params.validate(&[
        (VIR_DOMAIN_SAVE_PARAM_FILE, VIR_TYPED_PARAM_STRING),
        (VIR_DOMAIN_SAVE_PARAM_DXML, VIR_TYPED_PARAM_STRING),
        (VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT, VIR_TYPED_PARAM_STRING),
    ])?;
    let packing = match params.string(VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT) {
        None => Packing::Raw,
        Some(word) => Packing::of_word(word).ok_or_else(|| {
            error(
                VIR_ERR_OPERATION_FAILED,
                format!("Invalid save image format '{word}': raw, gzip, bzip2, xz and lzop are known"),
            )
        })?,
    };
    Ok((params.string(VIR_DOMAIN_SAVE_PARAM_FILE), params.string(VIR_DOMAIN_SAVE_PARAM_DXML), packing))
}

impl DomainSave for Qemu {
    fn save(&self, domain: &Domain, to: &str, xml: Option<&str>, flags: u32) -> Result<()> {
        check_flags(flags, SAVE_FLAGS)?;
        let machine = self.machine(domain)?;
        self.save_machine(domain, &machine, &Saving { to: Path::new(to), xml, packing: Packing::Raw, flags })
    }

    fn save_params(&self, domain: &Domain, params: &TypedParams, flags: u32) -> Result<()> {
        check_flags(flags, SAVE_FLAGS)?;
        let (to, xml, packing) = parameters(params)?;
        match to {
            Some(to) => {
                let machine = self.machine(domain)?;
                self.save_machine(domain, &machine, &Saving { to: Path::new(to), xml, packing, flags })
            }
            None => self.save_managed(domain, xml, packing, flags),
        }
    }

    fn restore(&self, _connection: &Arc<Connection>, from: &str, xml: Option<&str>, flags: u32) -> Result<()> {
        check_flags(flags, SAVE_FLAGS | VIR_DOMAIN_SAVE_RESET_NVRAM)?;
        let mut image = Image::open(Path::new(from), false)?;
        let own = self.image_definition(&image)?;
        let definition = match xml {
            Some(xml) => self.other_document(&own, xml)?,
            None => own,
        };
        self.refuse_taken(&definition)?;
        match flags & (VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED) {
            0 => {}
            flags => image.front.runs = flags & VIR_DOMAIN_SAVE_RUNNING != 0,
        }
        let starting = Starting {
            bypass_cache: flags & VIR_DOMAIN_SAVE_BYPASS_CACHE != 0,
            reset_nvram: flags & VIR_DOMAIN_SAVE_RESET_NVRAM != 0,
            image: Some(image),
            ..Starting::default()
        };
        self.start_machine(&definition, starting).map(drop)
    }

    fn restore_params(&self, connection: &Arc<Connection>, params: &TypedParams, flags: u32) -> Result<()> {
        let (from, xml, _) = parameters(params)?;
        let Some(from) = from else {
            return Err(error(VIR_ERR_INVALID_ARG, format!("missing parameter '{VIR_DOMAIN_SAVE_PARAM_FILE}'")));
        };
        self.restore(connection, from, xml, flags)
    }

    fn image_xml(&self, file: &str, flags: u32) -> Result<String> {
        self.image_document(Path::new(file), flags)
    }

    fn image_define_xml(&self, file: &str, xml: &str, flags: u32) -> Result<()> {
        self.change_image(Path::new(file), xml, flags)
    }

    fn managed_save(&self, domain: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, SAVE_FLAGS)?;
        self.save_managed(domain, None, Packing::Raw, flags)
    }

    fn has_managed_save(&self, domain: &Domain, flags: u32) -> Result<bool> {
        check_flags(flags, 0)?;
        Ok(self.root.store.saved_image(self.machine(domain)?.name()).exists())
    }

    fn remove_managed_save(&self, domain: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        let path = self.root.store.saved_image(self.machine(domain)?.name());
        fs::remove_file(&path)
            .map_err(|cause| Error::system(&cause, format!("Failed to remove managed save file '{}'", path.display())))
    }

    fn managed_save_xml(&self, domain: &Domain, flags: u32) -> Result<String> {
        check_flags(flags, VIR_DOMAIN_SAVE_IMAGE_XML_SECURE)?;
        self.image_document(&self.managed(domain)?, flags)
    }

    fn managed_save_define_xml(&self, domain: &Domain, xml: &str, flags: u32) -> Result<()> {
        self.change_image(&self.managed(domain)?, xml, flags)
    }

    fn core_dump(&self, domain: &Domain, to: &str, format: u32, flags: u32) -> Result<()> {
        self.dump_machine(domain, Path::new(to), format, flags)
    }

    fn screenshot(&self, domain: &Domain, stream: &Stream, screen: u32, flags: u32) -> Result<String> {
        self.take_screenshot(domain, stream, screen, flags)
    }
}
