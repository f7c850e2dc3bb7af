//! Reads documents and prints them as libvirt would write them, or says what is wrong and where:
//!
//!     cargo run --example document -- [--strict] KIND FILE...
//!
//! Names that are not known go to the standard error; with `--strict` the first of them is an error. `-` is the standard input. The
//! status is 1 where a document is refused, 2 where the arguments mean nothing.

use std::process::ExitCode;
use std::{env, fs, io};

use virt::error::Result;
use virt::xml::backup::Backup;
use virt::xml::capabilities::Capabilities;
use virt::xml::checkpoint::Checkpoint;
use virt::xml::cpu::HostCpu;
use virt::xml::domain::Domain;
use virt::xml::domain::device::Device as Plug;
use virt::xml::domain::postparse::PostParse;
use virt::xml::domain_capabilities::DomainCapabilities;
use virt::xml::interface::Interface;
use virt::xml::network::Network;
use virt::xml::network_port::NetworkPort;
use virt::xml::nodedev::Device;
use virt::xml::nwfilter::{Binding, Filter};
use virt::xml::secret::Secret;
use virt::xml::snapshot::Snapshot;
use virt::xml::storage::capabilities::PoolCapabilities;
use virt::xml::storage::{Pool, PoolKind, Sources, Volume};
use virt::xml::sysinfo::HostSysinfo;
use virt::xml::{Dump, Read, Root, Unknown, format, parse};

/// The document as it is written, and names in it that are not known.
type Answer = Result<(String, Vec<Unknown>)>;

/// Passwords of one's own documents are no secret.
const SHOWN: Dump = Dump { active: false, secure: true, migratable: false };

/// Reads a document of a kind.
type Reading = fn(&str, Read) -> Answer;

/// The kinds of documents, and how one of each is read.
const KINDS: &[(&str, Reading)] = &[
    ("backup", |text, _| {
        let (backup, unknown) = Backup::parse(text)?;
        Ok((backup.format(false), unknown))
    }),
    ("binding", plain::<Binding>),
    ("capabilities", plain::<Capabilities>),
    ("checkpoint", |text, how| read::<Checkpoint>(text, how, || Ok(Checkpoint::parse(text, false)?.0.format(true)))),
    ("cpu", plain::<HostCpu>),
    ("device", |text, how| {
        let (device, unknown) = Plug::parse(text, how.strict)?;
        Ok((device.format(SHOWN), unknown))
    }),
    ("domain", |text, how| read::<Domain>(text, how, || domain(text))),
    ("domain-capabilities", plain::<DomainCapabilities>),
    ("interface", |text, how| read::<Interface>(text, how, || Ok(format(&Interface::parse(text, how)?, SHOWN)))),
    ("network", |text, how| read::<Network>(text, how, || Ok(format(&Network::parse(text, how)?.0, SHOWN)))),
    ("networkport", plain::<NetworkPort>),
    ("nodedev", |text, how| read::<Device>(text, how, || Ok(Device::parse_new(text, false)?.format()))),
    ("nwfilter", |text, how| read::<Filter>(text, how, || Ok(format(&Filter::parse(text, how)?.0, SHOWN)))),
    ("pool", |text, how| read::<Pool>(text, how, || Ok(Pool::parse(text, false)?.format()))),
    ("pool-capabilities", plain::<PoolCapabilities>),
    ("pool-sources", plain::<Sources>),
    ("secret", |text, how| read::<Secret>(text, how, || Ok(format(&Secret::parse(text, how)?.0, SHOWN)))),
    ("snapshot", |text, how| read::<Snapshot>(text, how, || Ok(Snapshot::parse(text, false, false)?.0.format(true)))),
    ("sysinfo", plain::<HostSysinfo>),
    ("volume", |text, how| read::<Volume>(text, how, || Ok(Volume::parse(text, PoolKind::Dir, false)?.format()))),
];

/// Looks for names that are not known, then lets `complete` read the document and fill in what it leaves open.
fn read<R: Root>(text: &str, how: Read, complete: impl FnOnce() -> Result<String>) -> Answer {
    let (_, unknown) = parse::<R>(text, how)?;
    Ok((complete()?, unknown))
}

/// A document that leaves nothing open.
fn plain<R: Root>(text: &str, how: Read) -> Answer {
    let (model, unknown) = parse::<R>(text, how)?;
    Ok((format(&model, SHOWN), unknown))
}

fn domain(text: &str) -> Result<String> {
    let (mut domain, _) = Domain::parse(text, false)?;
    domain.post_parse(&PostParse::default())?;
    Ok(domain.format(SHOWN))
}

fn text_of(file: &str) -> io::Result<String> {
    if file == "-" { io::read_to_string(io::stdin()) } else { fs::read_to_string(file) }
}

/// Whether the document is one of the kind.
fn show(kind: Reading, file: &str, how: Read) -> bool {
    let text = match text_of(file) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("{file}: {error}");
            return false;
        }
    };
    match kind(&text, how) {
        Ok((written, unknown)) => {
            unknown.iter().for_each(|name| eprintln!("{file}: {name}"));
            print!("{written}");
            true
        }
        Err(error) => {
            eprintln!("{file}: error {}: {error}", error.code());
            false
        }
    }
}

fn main() -> ExitCode {
    let (options, arguments): (Vec<String>, Vec<String>) = env::args().skip(1).partition(|one| one.starts_with("--"));
    let strict = options.iter().any(|option| option == "--strict");
    let known = arguments.split_first().and_then(|(kind, files)| {
        let (_, kind) = KINDS.iter().find(|(name, _)| name == kind)?;
        (!files.is_empty() && options.iter().all(|option| option == "--strict")).then_some((*kind, files))
    });
    let Some((kind, files)) = known else {
        let kinds: Vec<&str> = KINDS.iter().map(|(name, _)| *name).collect();
        eprintln!("usage: document [--strict] KIND FILE...\nKIND is one of {}", kinds.join(", "));
        return ExitCode::from(2);
    };
    let how = Read { strict, ..Read::default() };
    let refused = files.iter().filter(|file| !show(kind, file, how)).count();
    ExitCode::from(u8::from(refused > 0))
}
