//! `test:///FILE`: the imagined host of a file. Source: libvirt's page on the test driver.

use std::collections::{HashMap, VecDeque};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::domain::{IoThreadPolling, Locked, Taints, definition};
use super::host::Host;
use super::{State, error};
use crate::auth::Credentials;
use crate::driver::Opening;
use crate::error::{Error, Result};
use crate::log;
use crate::types::*;
use crate::xml::node::{Cpu, Imagined, Inline, Node, Part, User};
use crate::xml::snapshot::Snapshot;

/// What a file says: the host, and who may connect.
pub struct File {
    pub state: State,
    users: Vec<User>,
}

impl File {
    /// # Errors
    /// What is wrong with the file, or one that it names.
    pub fn read(path: &str) -> Result<Self> {
        let node = Node::parse(path, &text(path)?)?;
        let mut state = State::empty();
        state.host = host(&node.cpu, node.memory.as_deref())?;
        let parts = |parts: Vec<Part>, name: &'static str| parts.into_iter().map(move |part| inline(path, part, name));
        for domain in parts(node.domains, "domain") {
            add_domain(&state, path, domain?)?;
        }
        for network in parts(node.networks, "network") {
            network?.read(|text| state.networks.add_from_xml(text))?;
        }
        for interface in parts(node.interfaces, "interface") {
            interface?.read(|text| state.interfaces.add_from_xml(text))?;
        }
        for pool in parts(node.pools, "pool") {
            let pool = pool?;
            let name = pool.read(|text| state.pools.add(text))?;
            for volume in parts(pool.volumes, "volume") {
                volume?.read(|text| state.pools.add_volume(&name, text))?;
            }
        }
        for device in parts(node.devices, "device") {
            device?.read(|text| state.devices.add(text))?;
        }
        Ok(Self { state, users: node.users })
    }

    /// Lets in whom the file knows, everybody when it knows nobody.
    ///
    /// # Errors
    /// `VIR_ERR_AUTH_FAILED`, and what is wrong with asking.
    pub fn authenticate(&self, opening: &Opening) -> Result<()> {
        if self.users.is_empty() {
            return Ok(());
        }
        let credentials = Credentials::new(opening.uri, opening.ask, "test")?;
        let name = credentials.username()?;
        let user = self.users.iter().find(|user| user.name == name);
        // Who is unknown is asked all the same, so that names cannot be found out.
        let is_known = match user {
            Some(User { password: None, .. }) => true,
            Some(User { password, .. }) => *password == Some(credentials.password(&name)?),
            None => credentials.password(&name).map(|_| false)?,
        };
        let text = "authentication failed, see test XML for the correct username/password";
        if is_known { Ok(()) } else { Err(error(VIR_ERR_AUTH_FAILED, text)) }
    }
}

/// The text of a file of XML.
fn text(path: &str) -> Result<String> {
    fs::read_to_string(path).map_err(|failure| {
        if failure.kind() != std::io::ErrorKind::InvalidData {
            // libxml2 says this itself, and programs' tests expect it.
            eprintln!("I/O warning : failed to load external entity \"{path}\"");
        }
        error(VIR_ERR_XML_ERROR, format!("failed to parse xml document '{path}'"))
    })
}

/// A part with its text, read from the file that it names where it names one.
fn inline(file: &str, part: Part, name: &str) -> Result<Inline> {
    match part {
        Part::Here(inline) => Ok(*inline),
        Part::File(path) => {
            let folder = Path::new(file).parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
            let path = folder.join(path).display().to_string();
            Ok(Inline::parse(&path, &text(&path)?, name)?)
        }
    }
}

/// The builtin host with what the file says instead.
fn host(cpu: &Cpu, memory: Option<&str>) -> Result<Host> {
    let mut host = Host { numa_cells: 0, ..Host::default() };
    let wrong = |what: &str| error(VIR_ERR_XML_ERROR, format!("invalid node {what} value"));
    let number = |text: &Option<String>, name: &str, default: u32| match text {
        None => Ok(default),
        Some(text) => text.trim_ascii_start().parse().map_err(|_| wrong(&format!("cpu {name}"))),
    };
    host.cells = number(&cpu.nodes, "nodes", host.cells)?;
    host.sockets = number(&cpu.sockets, "sockets", host.sockets)?;
    host.cores = number(&cpu.cores, "cores", host.cores)?;
    host.threads = number(&cpu.threads, "threads", host.threads)?;
    let all = [host.cells, host.sockets, host.cores, host.threads].into_iter().fold(1, u32::saturating_mul);
    host.active = number(&cpu.active, "active", all)?.min(all);
    host.mhz = number(&cpu.mhz, "mhz", host.mhz)?;
    if let Some(model) = &cpu.model {
        // The room in `virNodeInfo`.
        if model.len() > 31 {
            return Err(error(VIR_ERR_INTERNAL_ERROR, format!("Model {model} too big for destination")));
        }
        host.model.clone_from(model);
    }
    if let Some(memory) = memory {
        host.memory_kib = memory.trim_ascii_start().parse().map_err(|_| wrong("memory"))?;
    }
    Ok(host)
}

/// Adds a domain in the state in which it says that it is.
fn add_domain(state: &State, path: &str, document: Inline) -> Result<()> {
    let (mut definition, mut unknown) = document.read(|text| definition::read(text, false))?;
    definition::name_interfaces(&mut definition);
    let imagined = document.imagined;
    let begins = begins(&imagined)?;
    let (mut machine, _) = state.domains.assign(&Arc::new(definition))?;
    unknown.iter_mut().for_each(|name| name.place.0 += document.above);
    machine.unknown = unknown;
    add_snapshots(&mut machine, path, imagined.snapshots)?;
    machine.persistent = !imagined.is_transient;
    machine.saved = imagined.has_managed_save;
    if begins != VIR_DOMAIN_SHUTOFF {
        state.domains.start(&mut machine, VIR_DOMAIN_RUNNING_BOOTED);
    }
    machine.set_state(begins, 0);
    machine.taints = Taints::of(&machine.definition);
    machine.runtime.io_threads = machine.definition.io_threads().into_iter().map(IoThreadPolling::new).collect();
    Ok(())
}

/// The state in which a domain begins.
fn begins(imagined: &Imagined) -> Result<virDomainState> {
    let wrong = |text: &str| Err(error(VIR_ERR_XML_ERROR, text));
    let state = match imagined.state.as_deref().map(|text| text.trim_ascii_start().parse()) {
        None => VIR_DOMAIN_RUNNING,
        Some(Err(_)) => return wrong("invalid runstate"),
        Some(Ok(state)) => state,
    };
    if !(VIR_DOMAIN_NOSTATE..VIR_DOMAIN_LAST).contains(&state) {
        return wrong(&format!("runstate '{state}' out of range'"));
    }
    if imagined.is_transient && state == VIR_DOMAIN_SHUTOFF {
        return wrong("transient domain cannot have runstate 'shutoff'");
    }
    if imagined.has_managed_save && state != VIR_DOMAIN_SHUTOFF {
        return wrong("domain with managedsave data can only have runstate 'shutoff'");
    }
    Ok(state)
}

/// Adds the snapshots that a domain has, parents before their children.
fn add_snapshots(machine: &mut Locked, path: &str, parts: Vec<Part>) -> Result<()> {
    let wrong = |text: &str| Error::new(VIR_ERR_INTERNAL_ERROR, text).from_origin(VIR_FROM_DOMAIN_SNAPSHOT);
    let mut ready = VecDeque::new();
    // By the parent that they wait for.
    let mut waiting: HashMap<String, Vec<(String, Snapshot)>> = HashMap::new();
    for part in parts {
        let inline = inline(path, part, "domainsnapshot")?;
        let (mut snapshot, _) = inline.read(|text| Snapshot::parse(text, true, false))?;
        if snapshot.domain.0.is_none() {
            log::warning("test.test_driver", "add_snapshots", format_args!("parsing older snapshot that lacks domain"));
        }
        for embedded in [&mut snapshot.domain, &mut snapshot.inactive_domain] {
            if let Some(domain) = &mut embedded.0 {
                definition::complete(Arc::make_mut(domain))?;
            }
        }
        let name = snapshot.name.clone().unwrap_or_default();
        let is_current = inline.imagined.is_current.and_then(|text| text.trim_ascii().parse::<i32>().ok());
        if is_current.ok_or_else(|| wrong("Could not find 'active' element"))? != 0 {
            if machine.snapshots.current().is_some() {
                return Err(error(VIR_ERR_INTERNAL_ERROR, "more than one snapshot claims to be active"));
            }
            machine.snapshots.set_current(&name);
        }
        match &snapshot.parent {
            None => ready.push_back((name, snapshot)),
            Some(parent) => waiting.entry(parent.clone()).or_default().push((name, snapshot)),
        }
    }
    while let Some((name, snapshot)) = ready.pop_front() {
        ready.extend(waiting.remove(&name).unwrap_or_default());
        let parent = snapshot.parent.clone();
        machine.snapshots.insert(&name, parent.as_deref(), snapshot)?;
    }
    if !waiting.is_empty() {
        let text = format!("Snapshots have inconsistent relations for domain {}", machine.name());
        return Err(error(VIR_ERR_INTERNAL_ERROR, text));
    }
    Ok(())
}
