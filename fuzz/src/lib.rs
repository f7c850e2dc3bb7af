//! What every fuzz target does with its bytes. For documents that is one thing: what is refused gets a short error; what is
//! accepted is written, all of that is known and accepted, is written again as the same text, and read as the same model.

use std::fmt::{Debug, Display};

use virt::xml::backup::Backup;
use virt::xml::capabilities::Capabilities;
use virt::xml::checkpoint::Checkpoint;
use virt::xml::cpu::HostCpu;
use virt::xml::domain::Domain;
use virt::xml::domain::device::Device;
use virt::xml::domain::postparse::PostParse;
use virt::xml::domain_capabilities::DomainCapabilities;
use virt::xml::interface::Interface;
use virt::xml::network::Change;
use virt::xml::network::Network;
use virt::xml::network_port::NetworkPort;
use virt::xml::node::{Inline, Node};
use virt::xml::nwfilter::{Binding, Filter};
use virt::xml::secret::Secret;
use virt::xml::snapshot::Snapshot;
use virt::xml::storage::capabilities::PoolCapabilities;
use virt::xml::storage::{Pool, PoolKind, Sources, Volume};
use virt::xml::sysinfo::HostSysinfo;
use virt::xml::{Dump, Metadata, Read, Root, format, nodedev};
use virt::{conf, cpu, key_file, uri};

/// Bytes of the longest error.
const LONGEST_ERROR: usize = 16 * 1024;

/// Secrets are written, so that they come back.
const ALL: Dump = Dump { active: true, secure: true, migratable: false };
const STORED: Dump = Dump { active: false, secure: true, migratable: false };

fn how(strict: bool, active: bool) -> Read {
    Read { strict, active, ..Read::default() }
}

/// The model that was read, if it was one.
fn accepted<M, E: Display>(result: Result<M, E>) -> Option<M> {
    result
        .map_err(|error| {
            assert!(error.to_string().len() < LONGEST_ERROR, "an error of more than {LONGEST_ERROR} bytes")
        })
        .ok()
}

/// `parse` is told whether to be strict.
fn check<M: PartialEq + Debug, E: Display + Debug>(
    data: &[u8],
    parse: impl Fn(&str, bool) -> Result<M, E>,
    format: impl Fn(&M) -> String,
) -> Option<M> {
    let text = std::str::from_utf8(data).ok()?;
    accepted(parse(text, true));
    let model = accepted(parse(text, false))?;
    let written = format(&model);
    // Not strictly: what a reader lets pass need not fit the schema, and is written as it was said.
    let read = || parse(&written, false).unwrap_or_else(|error| panic!("{error}\n{written}"));
    let again = read();
    let written_again = format(&again);
    assert!(written_again == written, "written first:\n{written}\nand then:\n{written_again}");
    // Not as `model`: elements in which nothing stands are not written.
    assert!(again == read(), "read twice:\n{written}");
    Some(model)
}

pub fn domain(data: &[u8]) {
    let read = |active| move |text: &str, strict| Domain::parse_with(text, how(strict, active)).map(|(model, _)| model);
    check(data, read(true), |model| model.format(ALL));
    let Some(mut model) = check(data, read(false), |model| model.format(STORED)) else { return };
    let defaults = PostParse::default();
    if accepted(model.post_parse(&defaults)).is_none() {
        return;
    }
    let written = model.format(STORED);
    let (mut again, _) = Domain::parse(&written, false).unwrap_or_else(|error| panic!("{error}\n{written}"));
    // Disks are put in order by what the first reading did not know, as libvirt puts them; here they keep theirs.
    again.complete_again(&defaults).unwrap_or_else(|error| panic!("{error}\n{written}"));
    let written_again = again.format(STORED);
    assert!(written_again == written, "completed first:\n{written}\nand then:\n{written_again}");
}

pub fn device(data: &[u8]) {
    check(data, |text, strict| Device::parse(text, strict).map(|(model, _)| model), |model| model.format(STORED));
}

pub fn network(data: &[u8]) {
    let read =
        |text: &str, strict| Network::parse(text, how(strict, false)).map(|(model, _)| Network { uuid: None, ..model });
    check(data, read, |model| format(model, STORED));
}

/// Two numbers that choose command and section, then the element.
pub fn network_update(data: &[u8]) {
    const BEFORE: &str = "<network><name>n</name><uuid>f7b1b9c4-0000-4000-8000-000000000001</uuid><forward mode='nat'/>
        <bridge name='b'/><ip address='10.0.0.1' netmask='255.255.255.0'><dhcp><range start='10.0.0.2' end='10.0.0.9'/>
        <host mac='52:54:00:00:00:01' name='h' ip='10.0.0.3'/></dhcp></ip><dns><txt name='t' value='v'/>
        <host ip='10.0.0.4'><hostname>d</hostname></host><srv service='s' protocol='tcp'/></dns>
        <portgroup name='p' default='yes'/></network>";
    let (&[command, section], Some(xml)) = (data.first_chunk().unwrap_or(&[0; 2]), data.get(2..)) else { return };
    let Ok(xml) = std::str::from_utf8(xml) else { return };
    let (mut network, _) = Network::parse(BEFORE, Read::default()).unwrap_or_else(|error| panic!("{error}"));
    let change = Change { command: command.into(), section: section.into(), parent_index: -1, xml };
    if accepted(network.update(&change)).is_some() {
        let read = |text: &str, strict| Network::parse(text, how(strict, false)).map(|(model, _)| model);
        check(format(&network, STORED).as_bytes(), read, |model| format(model, STORED));
    }
}

/// A document that leaves nothing open.
fn plain<R: Root + PartialEq + Debug>(data: &[u8], active: bool) {
    let read = |text: &str, strict| virt::xml::parse::<R>(text, how(strict, active)).map(|(model, _)| model);
    check(data, read, |model| format(model, if active { ALL } else { STORED }));
}

pub fn network_port(data: &[u8]) {
    plain::<NetworkPort>(data, false);
}

pub fn capabilities(data: &[u8]) {
    plain::<Capabilities>(data, false);
}

pub fn domain_capabilities(data: &[u8]) {
    plain::<DomainCapabilities>(data, false);
}

pub fn sysinfo(data: &[u8]) {
    plain::<HostSysinfo>(data, false);
}

/// As it is asked for, then with a domain; and as it runs.
pub fn backup(data: &[u8]) {
    const DOMAIN: &str = "<domain type='test'><name>d</name><devices>
        <disk type='file'><source file='/a'/><target dev='vda'/></disk><disk type='file'><target dev='hda'/></disk>
        </devices></domain>";
    plain::<Backup>(data, true);
    plain::<Backup>(data, false);
    let Some((mut backup, _)) = std::str::from_utf8(data).ok().and_then(|text| accepted(Backup::parse(text))) else {
        return;
    };
    let (domain, _) = Domain::parse(DOMAIN, false).unwrap_or_else(|error| panic!("{error}"));
    if accepted(backup.align(&domain, "copy")).is_some() {
        let written = backup.format(false);
        let (again, _) = Backup::parse(&written).unwrap_or_else(|error| panic!("{error}\n{written}"));
        assert!(again.format(false) == written, "{written}");
    }
}

pub fn nwfilter(data: &[u8]) {
    let read =
        |text: &str, strict| Filter::parse(text, how(strict, false)).map(|(model, _)| Filter { uuid: None, ..model });
    check(data, read, |model| format(model, STORED));
}

pub fn nwfilter_binding(data: &[u8]) {
    plain::<Binding>(data, false);
}

pub fn secret(data: &[u8]) {
    let read =
        |text: &str, strict| Secret::parse(text, how(strict, false)).map(|(model, _)| Secret { uuid: None, ..model });
    check(data, read, |model| format(model, STORED));
}

pub fn pool(data: &[u8]) {
    check(data, Pool::parse, Pool::format);
}

pub fn pool_sources(data: &[u8]) {
    plain::<Sources>(data, false);
    plain::<PoolCapabilities>(data, false);
}

pub fn volume(data: &[u8]) {
    for kind in [PoolKind::Dir, PoolKind::Disk, PoolKind::Logical, PoolKind::Rbd] {
        check(data, |text, strict| Volume::parse(text, kind, strict), Volume::format);
    }
}

pub fn nodedev(data: &[u8]) {
    check(data, nodedev::Device::parse_new, nodedev::Device::format);
}

pub fn interface(data: &[u8]) {
    let read = |text: &str, strict| Interface::parse(text, how(strict, false));
    check(data, read, |model| format(model, STORED));
}

pub fn snapshot(data: &[u8]) {
    for exists in [false, true] {
        let read = |text: &str, strict| Snapshot::parse(text, exists, strict).map(|(model, _)| model);
        let first = std::str::from_utf8(data).ok().and_then(|text| read(text, false).ok());
        // As libvirt's, a time of 0 is not written, and one that exists must have a time.
        if !exists || first.is_some_and(|model| model.creation_time.is_some()) {
            check(data, read, |model| model.format(true));
        }
    }
}

pub fn checkpoint(data: &[u8]) {
    for exists in [false, true] {
        check(data, |text, _| Checkpoint::parse(text, exists).map(|(model, _)| model), |model| model.format(true));
    }
}

/// Documents of CPUs with a zero byte between them.
pub fn cpu(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let documents: Vec<&str> = text.split('\0').collect();
    for document in &documents {
        accepted(HostCpu::parse(document));
    }
    for expand in [false, true] {
        accepted(cpu::baseline_of_hosts(&documents, expand, &cpu::Options::default()));
    }
}

pub fn node(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    accepted(Node::parse("file", text));
    for name in ["domain", "pool", "domainsnapshot"] {
        if let Some(part) = accepted(Inline::parse("file", text, name)) {
            accepted(part.read(|text| Domain::parse(text, false)));
        }
    }
}

/// A key, an address and an element, with line ends between them.
pub fn metadata(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let mut parts = text.splitn(3, '\n');
    let (Some(key), Some(uri), Some(element)) = (parts.next(), parts.next(), parts.next()) else { return };
    let mut metadata = Metadata::default();
    if accepted(metadata.set(element, key, uri)).is_some() {
        if let Some(given) = metadata.get(uri) {
            metadata.set(&given, key, uri).unwrap_or_else(|error| panic!("{error}\n{given}"));
            let again = metadata.get(uri);
            assert!(again.as_ref() == Some(&given), "given first:\n{given}\nand then:\n{again:?}");
        }
        metadata.remove(uri);
    }
}

pub fn uri(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Some(uri) = accepted(uri::Uri::parse(text)) {
        uri.parameters().for_each(drop);
        uri.parameter("name");
        uri.transport();
    }
}

/// `libvirt.conf` and `auth.conf`.
pub fn conf(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Some(conf) = accepted(conf::Conf::parse("file".to_owned(), text)) {
        accepted(conf.text("uri_default"));
        accepted(conf.texts("uri_aliases"));
    }
    if let Some(file) = accepted(key_file::KeyFile::parse("file".to_owned(), text)) {
        file.get("credentials-test", "username");
    }
}
