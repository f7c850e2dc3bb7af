//! From a definition to a machine that runs: names and command line, QEMU under a supervisor, and what is only known then.

use std::ffi::c_int;
use std::fs;
use std::path::Path;
use std::process::Child;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use super::image::{Broken, Image};
use super::live::{ANSWER, Launch, reason};
use super::store::{FILE_MODE, FOLDER_MODE};
use super::{attach, fault, needs, prepare, tuning, unbuilt, *};
use crate::driver::qemu::board::Board;
use crate::driver::qemu::confine::{self, Settings};
use crate::driver::qemu::{alias, args, check_flags, definition, firmware, monitor};
use crate::durable;
use crate::host::Host;
use crate::object::Connection;
use crate::supervisor::client::{self, Command};
use crate::supervisor::{FIRST_FILE, MONITOR_FILE};
use crate::sys::cache;
use crate::xml::Variant;
use crate::xml::domain::cpu::Check;
use crate::xml::domain::device::chardev::Source;
use crate::xml::domain::device::interface::Kind;

/// Ways of starting that are known.
const FLAGS: u32 = VIR_DOMAIN_START_PAUSED
    | VIR_DOMAIN_START_AUTODESTROY
    | VIR_DOMAIN_START_BYPASS_CACHE
    | VIR_DOMAIN_START_FORCE_BOOT
    | VIR_DOMAIN_START_VALIDATE
    | VIR_DOMAIN_START_RESET_NVRAM;

/// How a machine begins.
#[derive(Default)]
pub(super) struct Starting {
    pub paused: bool,
    /// It ends with the connection.
    pub bound: bool,
    pub bypass_cache: bool,
    pub reset_nvram: bool,
    /// It goes on from there.
    pub image: Option<Image>,
}

impl Starting {
    /// What `VIR_DOMAIN_START_…` say.
    fn of_flags(flags: u32) -> Self {
        let has = |flag| flags & flag != 0;
        Self {
            paused: has(VIR_DOMAIN_START_PAUSED),
            bound: has(VIR_DOMAIN_START_AUTODESTROY),
            bypass_cache: has(VIR_DOMAIN_START_BYPASS_CACHE),
            reset_nvram: has(VIR_DOMAIN_START_RESET_NVRAM),
            image: None,
        }
    }
}

impl Qemu {
    /// Starts a machine that is defined.
    pub(super) fn start_defined(&self, domain: &Domain, files: &[c_int], flags: u32) -> Result<()> {
        check_flags(flags, FLAGS & !VIR_DOMAIN_START_VALIDATE)?;
        refuse_files(files)?;
        let machine = self.machine(domain)?;
        if machine.live.is_some() {
            return Err(error(VIR_ERR_OPERATION_INVALID, "domain is already running"));
        }
        let mut starting = Starting::of_flags(flags);
        let saved = self.root.store.saved_image(machine.name());
        let own = machine.persistent()?;
        let definition = match self.managed_image(&saved, own, flags)? {
            Some((definition, image)) => {
                starting.image = Some(image);
                Arc::new(definition)
            }
            None => Arc::clone(own),
        };
        let goes_on = starting.image.is_some();
        let state = self.start_machine(&definition, starting)?;
        domain.set_id(state.id);
        if goes_on {
            durable::remove(&saved)?;
        }
        Ok(())
    }

    /// Starts a machine by its document: a transient one, or one that is defined and runs with this document until it ends.
    pub(super) fn start_document(
        &self,
        connection: &Arc<Connection>,
        xml: &str,
        files: &[c_int],
        flags: u32,
    ) -> Result<Arc<Domain>> {
        check_flags(flags, FLAGS & !VIR_DOMAIN_START_FORCE_BOOT)?;
        refuse_files(files)?;
        let (definition, _) = definition::read(xml, flags & VIR_DOMAIN_START_VALIDATE != 0, &self.host())?;
        self.refuse_taken(&definition)?;
        let state = self.start_machine(&definition, Starting::of_flags(flags))?;
        Ok(Domain::new(connection, &definition.name, definition.uuid.unwrap_or_default(), state.id))
    }

    /// Complains when the name or the UUID of a machine that is to start is another's, or when it runs.
    pub(super) fn refuse_taken(&self, definition: &Definition) -> Result<()> {
        let uuid = definition.uuid.unwrap_or_default();
        {
            // Name and UUID must be free, or both be those of one machine.
            let lock = self.root.store.change()?;
            lock.claim(definition)?;
        }
        let index = self.root.running.index()?;
        let other = index.by_name(&definition.name).filter(|entry| entry.uuid != uuid);
        if let Some(entry) = other.filter(|entry| self.root.active(&entry.uuid).is_some()) {
            let text = format!("domain '{}' already exists with uuid {}", definition.name, entry.uuid);
            return Err(Error::new(VIR_ERR_OPERATION_FAILED, text).from_origin(VIR_FROM_DOMAIN));
        }
        if self.root.active(&uuid).is_some() {
            let text = format!("domain '{}' is already active", definition.name);
            return Err(Error::new(VIR_ERR_OPERATION_INVALID, text).from_origin(VIR_FROM_DOMAIN));
        }
        Ok(())
    }

    /// The image from which a machine goes on, with the definition that it was saved with. One that was never finished is removed.
    fn managed_image(&self, path: &Path, own: &Definition, flags: u32) -> Result<Option<(Definition, Image)>> {
        if !path.exists() {
            return Ok(None);
        }
        if flags & VIR_DOMAIN_START_FORCE_BOOT != 0 {
            durable::remove(path)?;
            return Ok(None);
        }
        let image = match Image::open(path, false) {
            Err(Broken::Unfinished(_)) => {
                durable::remove(path)?;
                return Ok(None);
            }
            other => other?,
        };
        let saved = self.image_definition(&image)?;
        if saved.name != own.name || saved.uuid != own.uuid {
            let text = format!(
                "cannot restore domain '{}' uuid {} from a file which belongs to domain '{}' uuid {}",
                own.name,
                own.uuid.unwrap_or_default(),
                saved.name,
                saved.uuid.unwrap_or_default()
            );
            return Err(error(VIR_ERR_OPERATION_FAILED, text));
        }
        Ok(Some((saved, image)))
    }

    pub(super) fn start_machine(&self, definition: &Definition, starting: Starting) -> Result<State> {
        let mut live = definition.clone();
        refuse_networks(&live)?;
        let host = self.host();
        let emulator = host.emulator(&live)?;
        unbuilt::refuse(&live, &emulator)?;
        firmware::choose(&mut live, &host.nvram())?;
        needs::check(&live, &emulator)?;
        self.giver(&emulator, &live)?.settle(&mut live)?;
        make_nvram(&live, starting.reset_nvram)?;
        alias::assign(&mut live);
        let prepared =
            prepare::prepare(&mut live, &self.root.layout).map_err(|failure| fault::placed(failure, definition))?;
        let settings_file = self.root.layout.settings();
        let settings = Settings::read(&settings_file)?;
        let place = confine::Place {
            settings_file: &settings_file,
            settings: &settings,
            privileged: self.root.layout.privileged,
            folder: &prepared.folder,
        };
        let confined = confine::confine(&mut live, &place).map_err(|failure| fault::placed(failure, definition))?;
        let context = args::Context {
            folder: confined.folder.clone(),
            channels: prepared.channels.clone(),
            memory: confined.folder,
            monitor: args::Monitor::File(MONITOR_FILE),
            first_file: FIRST_FILE + confined.files.len() as i32,
            sandbox: settings.sandbox,
            process_name: settings.process_name,
            huge_page: Host::default().huge_page(),
        };
        let command = args::command(&confined.definition, &emulator, &context)?;
        let mut files = confined.files;
        files.extend(attach::open(&mut live, &command.files)?);
        let mut words = command.words.into_iter();
        let executable = words.next().unwrap_or_default().into();
        let mut arguments: Vec<String> = words.chain(confined.arguments).collect();
        enforce(&live, &mut arguments);
        // A CPU that must be exactly what was asked for is looked at before the guest runs. QEMU looks at that of an image itself.
        let (fresh, paused) = (starting.image.is_none(), starting.paused);
        let checked = fresh && cpu::must_match(&live);
        let mut launch = Launch {
            executable,
            arguments,
            environment: command.environment,
            files,
            names: confined.names,
            confinement: confined.confinement,
            paused: paused || checked,
            held: tuning::is_wanted(&live),
            incoming: None,
            bound: starting.bound,
        };
        let held = launch.held;
        let bypassed = starting.image.as_ref().filter(|_| starting.bypass_cache).map(|image| image.file.try_clone());
        let unpacking = match starting.image {
            Some(image) => go_on_from(image, &mut launch)?,
            None => None,
        };
        let released = (!launch.paused).then(|| reason(false, launch.incoming.is_some()));
        let launched = self.root.launch(&live, launch);
        if let Some(mut program) = unpacking {
            // It ends when nobody reads any more.
            let _ = program.wait();
        }
        if let Some(Ok(file)) = bypassed {
            cache::forget(&file);
        }
        let (state, supervisor) = launched?;
        if held {
            self.tune(&live, &supervisor, &state, released)?;
        }
        live.id = u32::try_from(state.id).ok();
        if checked {
            self.check_cpu(&mut live, &supervisor, !paused)?;
        }
        let learnt = fresh && !checked && self.learn_cpu(&mut live, &supervisor)?;
        if find_terminals(&mut live, &supervisor).unwrap_or(false) || learnt || checked {
            self.root.replace_running(&live)?;
        }
        if starting.bound {
            self.bound.lock().push(supervisor);
        }
        self.root.hear();
        Ok(state)
    }
}

impl Qemu {
    /// Puts the threads of a machine that is held where they are to be, and lets it go, for that reason, unless it is to stay paused. One that cannot be put so does not run.
    fn tune(
        &self,
        live: &Definition,
        supervisor: &client::Connection,
        state: &State,
        released: Option<virDomainRunningReason>,
    ) -> Result<()> {
        let pid = state.process.map_or(0, |(pid, _)| pid);
        let tuned = tuning::apply(live, supervisor, pid);
        let released = tuned.and_then(|()| match released {
            None => Ok(()),
            Some(reason) => monitor::let_run(supervisor, &live.name, reason, ANSWER),
        });
        released.inspect_err(|_| {
            // It has not run yet: there is nothing to be written back.
            let _ = supervisor.destroy(false, Duration::ZERO, VIR_DOMAIN_SHUTOFF_FAILED);
            let _ = durable::remove(&self.root.running.file_of(&live.name));
        })
    }
}

/// A processor that is to be checked whole has every feature that it was to have, or there is no machine. QEMU compares: only it knows what
/// it can do on this host.
fn enforce(definition: &Definition, arguments: &mut [String]) {
    let checked = definition.cpu.as_ref().is_some_and(|cpu| cpu.check == Check::Full);
    let option = arguments.iter().position(|argument| argument == "-cpu");
    if let (true, Some(at)) = (checked && Board::of(definition).is_x86(), option)
        && let Some(value) = arguments.get_mut(at + 1)
    {
        value.push_str(",enforce");
    }
}

/// Cards whose other end the host would have to make are not built yet.
fn refuse_networks(definition: &Definition) -> Result<()> {
    for card in &definition.devices.interfaces {
        match card.kind {
            Kind::User(_) | Kind::Server(_) | Kind::Client(_) | Kind::Mcast(_) | Kind::Udp(_) => {}
            Kind::Ethernet(_) | Kind::VhostUser(_) | Kind::Vdpa(_) | Kind::Null(()) => {}
            Kind::Network(_)
            | Kind::Bridge(_)
            | Kind::Internal(_)
            | Kind::Direct(_)
            | Kind::Hostdev(_)
            | Kind::Vds(_) => {
                let text = format!(
                    "domain '{}': interfaces of type '{}' cannot be started yet (/domain/devices/interface/@type); type 'user' needs nothing of the host",
                    definition.name,
                    card.kind.tag_word()
                );
                return Err(error(VIR_ERR_CONFIG_UNSUPPORTED, text));
            }
        }
    }
    Ok(())
}

/// Lets a machine go on from an image; the program that unpacks it.
fn go_on_from(image: Image, launch: &mut Launch) -> Result<Option<Child>> {
    let paused = launch.paused || !image.front.runs;
    let (file, program) = image.unpack()?;
    let number = FIRST_FILE + launch.files.len() as i32;
    launch.files.push(file);
    launch.arguments.extend(["-incoming".to_owned(), "defer".to_owned()]);
    launch.paused = paused;
    launch.incoming = Some(format!("fd:{number}"));
    Ok(program)
}

/// The variables of a machine's firmware begin as a copy of the firmware's own.
fn make_nvram(definition: &Definition, again: bool) -> Result<()> {
    let Some(nvram) = &definition.os.nvram else { return Ok(()) };
    let (Some(path), Some(template)) = (&nvram.path, &nvram.template) else { return Ok(()) };
    if Path::new(path).exists() && !again {
        return Ok(());
    }
    let content = fs::read(template)
        .map_err(|cause| Error::system(&cause, format!("cannot read the firmware's variables '{template}'")))?;
    if let Some(folder) = Path::new(path).parent() {
        durable::make_folder(folder, FOLDER_MODE)?;
    }
    durable::replace(Path::new(path), &content, FILE_MODE)
}

/// Descriptors of the caller's for the guest's first process are for containers: QEMU has no process to give them to.
fn refuse_files(files: &[c_int]) -> Result<()> {
    match files {
        [] => Ok(()),
        _ => crate::error::unsupported(),
    }
}

/// Writes the terminals that QEMU has opened into a definition; whether there are any.
///
/// # Errors
/// When QEMU does not tell.
fn find_terminals(definition: &mut Definition, supervisor: &client::Connection) -> Result<bool> {
    let devices = &mut definition.devices;
    let serials = devices.serials.iter_mut().map(|one| (&one.place.alias, &mut one.backend.kind));
    let parallels = devices.parallels.iter_mut().map(|one| (&one.place.alias, &mut one.backend.kind));
    let channels = devices.channels.iter_mut().map(|one| (&one.place.alias, &mut one.backend.kind));
    let consoles = devices.consoles.iter_mut().map(|one| (&one.place.alias, &mut one.backend.kind));
    let all = serials.chain(parallels).chain(channels).chain(consoles);
    let mut terminals: Vec<_> = all
        .filter_map(|(alias, source)| match source {
            Source::Pty(pty) => Some((format!("char{}", alias.name.as_deref().unwrap_or_default()), pty)),
            _ => None,
        })
        .collect();
    if terminals.is_empty() {
        return Ok(false);
    }
    let command = Command { text: r#"{"execute":"query-chardev"}"#, deadline: ANSWER, ..Command::default() };
    let reply = monitor::ask(supervisor, &definition.name, &command)?;
    for one in reply.as_array().into_iter().flatten() {
        let text = |name: &str| one.get(name).and_then(Value::as_str);
        let Some((label, file)) = text("label").zip(text("filename")) else { continue };
        if let Some((_, pty)) = terminals.iter_mut().find(|(name, _)| name == label) {
            pty.path = file.strip_prefix("pty:").map(str::to_owned);
        }
    }
    // A console that is the first serial port has its terminal.
    let first = devices.serials.first().map(|serial| serial.backend.kind.clone());
    if let (Some(Source::Pty(serial)), Some(console)) = (first, devices.consoles.first_mut())
        && let Source::Pty(pty) = &mut console.backend.kind
        && pty.path.is_none()
    {
        pty.path.clone_from(&serial.path);
    }
    for console in &mut devices.consoles {
        if let Source::Pty(pty) = &console.backend.kind {
            console.tty = pty.path.clone().map(Box::new);
        }
    }
    Ok(true)
}
