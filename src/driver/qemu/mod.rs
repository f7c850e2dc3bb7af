//! `qemu:///system`, `qemu:///session` and `qemu:///embed?root=DIR`: machines of QEMU and KVM, without a daemon.
//!
//! What is defined is in files (`domain/store`), and every process that opens the same root sees the same machines.

mod address;
mod alias;
mod args;
mod board;
mod capabilities;
mod confine;
mod definition;
mod domain;
mod firmware;
mod host;
mod image;
mod layout;
mod monitor;
mod postparse;

use std::ffi::CStr;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::sync::{Arc, Weak};

use once_cell::sync::OnceCell;
use parking_lot::Mutex;

use crate::driver::*;
use crate::error::{Code, Error, Result};
use crate::event_hub::EventHub;
use crate::supervisor::client::Connection as Supervisor;
use crate::supervisor::slots::Slots;
use crate::types::*;
use crate::uri::Uri;
use crate::{folders, sys};
use capabilities::Emulators;
use definition::Vocabulary;
use domain::{Store, Watch};
use layout::Layout;

/// One connection to the machines of a root.
pub struct Qemu {
    root: Arc<Root>,
    vocabulary: Vocabulary,
    /// Supervisors of machines that end with this connection.
    bound: Mutex<Vec<Supervisor>>,
}

/// What the connections of this process to one root share.
struct Root {
    layout: Layout,
    events: Arc<EventHub>,
    store: Store,
    /// Documents of machines that run, or ran.
    running: Store,
    /// Opened when there is something in it.
    slots: OnceCell<Slots>,
    watch: Watch,
    emulators: Emulators,
}

/// The roots that this process has open.
static ROOTS: Mutex<Vec<Weak<Root>>> = Mutex::new(Vec::new());

impl Root {
    fn of(layout: Layout) -> Arc<Self> {
        let mut roots = ROOTS.lock();
        roots.retain(|root| root.strong_count() > 0);
        if let Some(root) = roots.iter().filter_map(Weak::upgrade).find(|root| root.layout == layout) {
            return root;
        }
        let root = Arc::new_cyclic(|root: &Weak<Self>| {
            let listened = Weak::clone(root);
            let events = EventHub::with_source(Box::new(move |anybody| Self::listen(&listened, anybody)));
            let emulators = Emulators::new(&layout.cache);
            Self {
                store: Store::new(&layout),
                running: Store::running(&layout),
                watch: Watch::new(&layout.run),
                slots: OnceCell::new(),
                layout,
                events,
                emulators,
            }
        });
        roots.push(Arc::downgrade(&root));
        root
    }
}

impl Qemu {
    /// What definitions are read and completed with.
    fn host(&self) -> definition::Host<'_> {
        let Root { layout, emulators, .. } = &*self.root;
        definition::Host { emulators, lib: &layout.lib, vocabulary: self.vocabulary }
    }
}

pub fn open(opening: &Opening) -> Result<Open> {
    let uri = opening.uri;
    if uri.scheme.as_deref() != Some("qemu") || uri.host.is_some() {
        return Ok(Open::Declined);
    }
    check_flags(opening.flags, VIR_CONNECT_RO | VIR_CONNECT_NO_ALIASES)?;
    let layout = match uri.path.as_deref() {
        // A daemon that is there already stays the only one that writes.
        Some("/system") if daemon_listens(Path::new(folders::SYSTEM_RUNTIME)) => return Ok(Open::Declined),
        Some("/system") => system(opening.flags)?,
        Some("/session") if folders::user_runtime().is_some_and(|folder| daemon_listens(&folder)) => {
            return Ok(Open::Declined);
        }
        Some("/session") => Layout::session()?,
        Some("/embed") => embedded(uri)?,
        None | Some("" | "/") => {
            return Err(error(VIR_ERR_INTERNAL_ERROR, "no QEMU URI path given, try qemu:///system"));
        }
        Some(path) => {
            let text = format!(
                "unexpected QEMU URI path '{path}', try qemu:///system, qemu:///session or qemu:///embed?root=DIR"
            );
            return Err(error(VIR_ERR_INTERNAL_ERROR, text));
        }
    };
    let vocabulary = vocabulary(uri)?;
    Ok(Open::Accepted(Box::new(Qemu { root: Root::of(layout), vocabulary, bound: Mutex::default() })))
}

/// Where this user's machines are, if any kind of QEMU is installed.
pub fn probe() -> Option<&'static str> {
    capabilities::any_emulator().then_some(if sys::is_root() { "qemu:///system" } else { "qemu:///session" })
}

/// The system's machines belong to root; everybody may look.
fn system(flags: u32) -> Result<Layout> {
    if sys::is_root() || flags & VIR_CONNECT_RO != 0 {
        return Ok(Layout::system());
    }
    let text = "qemu:///system is root's, and no libvirt daemon listens that would let you in: use qemu:///session, or become root";
    Err(error(VIR_ERR_AUTH_UNAVAILABLE, text))
}

fn embedded(uri: &Uri) -> Result<Layout> {
    let Some(root) = uri.parameter("root").filter(|root| !root.is_empty()) else {
        return Err(error(VIR_ERR_INVALID_ARG, "root parameter is required: qemu:///embed?root=DIR"));
    };
    if !root.starts_with('/') {
        return Err(error(VIR_ERR_INVALID_ARG, format!("root path must be absolute, '{root}' is not")));
    }
    Ok(Layout::embedded(Path::new(&root)))
}

/// The parameter `vocabulary`: the release whose documents this connection reads.
fn vocabulary(uri: &Uri) -> Result<Vocabulary> {
    let Some(release) = uri.parameter("vocabulary") else { return Ok(Vocabulary::default()) };
    release.parse().map_err(|()| {
        let text = format!(
            "vocabulary of libvirt '{release}' is not known: vocabulary=9.0.0 reads documents as libvirt 9.0.0 does, \
             vocabulary=12.8.0 (or no such parameter) takes all that came until then"
        );
        error(VIR_ERR_INVALID_ARG, text)
    })
}

/// Whether libvirtd or virtqemud answers in a folder of sockets.
fn daemon_listens(folder: &Path) -> bool {
    ["virtqemud-sock", "libvirt-sock"].iter().any(|name| UnixStream::connect(folder.join(name)).is_ok())
}

/// An error of this driver's.
fn error(code: Code, detail: impl Into<String>) -> Error {
    Error::new(code, detail).from_origin(VIR_FROM_QEMU)
}

/// Complains in this driver's name about flags that are not among `known`.
fn check_flags(flags: u32, known: u32) -> Result<()> {
    Error::check_flags(flags, known).map_err(|error| error.from_origin(VIR_FROM_QEMU))
}

impl Driver for Qemu {
    fn name(&self) -> &'static CStr {
        c"QEMU"
    }

    /// Of the emulator of the host's own architecture, else of any.
    fn version(&self) -> Result<u64> {
        let emulators = &self.root.emulators;
        let own = emulators.find(&sys::machine()).map(|binary| emulators.of(&binary)).transpose()?;
        let any = own.or_else(|| emulators.all().into_iter().next().map(|(_, emulator)| emulator));
        let missing =
            || error(VIR_ERR_CONFIG_UNSUPPORTED, "no QEMU is installed: there is no qemu-system-* on the path");
        Ok(u64::from(any.ok_or_else(missing)?.version))
    }

    fn events(&self) -> Result<&Arc<EventHub>> {
        Ok(&self.root.events)
    }

    fn host(&self) -> Result<&dyn HostDriver> {
        Ok(self)
    }

    fn domains(&self) -> Result<&dyn DomainDriver> {
        Ok(self)
    }
}
