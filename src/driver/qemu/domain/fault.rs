//! Why a machine did not start, from what QEMU said last: an error of the library's with the object, its place in the document and what
//! helps. What is looked at before QEMU is started is in `needs`.

use std::io;
use std::path::Path;

use serde_json::Value;

use super::{Definition, holder};
use crate::driver::qemu::{Root, definition, error};
use crate::error::{Code, Error};
use crate::types::*;
use crate::xml::{path_of_alias, path_of_value};

/// One complaint of QEMU's: `-device {"driver":…}: message`, or a message alone.
#[derive(Debug, Default, PartialEq)]
struct Complaint<'a> {
    /// Without its dash; empty where no option is named.
    option: &'a str,
    value: &'a str,
    message: &'a str,
    /// What follows on further lines.
    more: String,
}

/// What is known about messages: what they contain, the code, where in the document it is if the option does not tell, what helps.
const KNOWN: [(&str, Code, &str, &str); 25] = [
    (
        "Failed to get",
        VIR_ERR_RESOURCE_BUSY,
        "",
        "stop who has it, or give the image <shareable/> in both if its users expect that",
    ),
    (
        "Address already in use",
        VIR_ERR_RESOURCE_BUSY,
        "",
        "stop who has it, or take another one (autoport='yes' chooses a port of a display)",
    ),
    (
        "binding socket to",
        VIR_ERR_RESOURCE_BUSY,
        "/domain/devices/graphics/@port",
        "stop who has it, or take another one (autoport='yes' chooses)",
    ),
    (
        "Cannot assign requested address",
        VIR_ERR_CONFIG_UNSUPPORTED,
        "",
        "name an address of this host, or 0.0.0.0 for all of them",
    ),
    ("Connection refused", VIR_ERR_OPERATION_FAILED, "", "start the program that listens there first"),
    (
        "not a valid device model name",
        VIR_ERR_CONFIG_UNSUPPORTED,
        "",
        "'EMULATOR -device help' lists those that this QEMU has",
    ),
    (
        "unable to find CPU model",
        VIR_ERR_CONFIG_UNSUPPORTED,
        "/domain/cpu/model",
        "'EMULATOR -cpu help' lists those that this QEMU has",
    ),
    (
        "failed to initialize kvm",
        VIR_ERR_CONFIG_UNSUPPORTED,
        "/domain/@type",
        "say type='qemu', which emulates the processor",
    ),
    (
        "Could not access KVM",
        VIR_ERR_CONFIG_UNSUPPORTED,
        "/domain/@type",
        "say type='qemu', which emulates the processor",
    ),
    ("cannot set up guest memory", VIR_ERR_NO_MEMORY, "/domain/memory", "ask for less, or free memory of the host"),
    ("Cannot allocate memory", VIR_ERR_NO_MEMORY, "/domain/memory", "ask for less, or free memory of the host"),
    ("phys-bits too low", VIR_ERR_CONFIG_UNSUPPORTED, "/domain/memory", "ask for less, or set /domain/cpu/maxphysaddr"),
    ("Invalid SMP CPUs", VIR_ERR_CONFIG_UNSUPPORTED, "/domain/vcpu", "ask for fewer"),
    ("could not open kernel file", VIR_ERR_SYSTEM_ERROR, "/domain/os/kernel", "name another file"),
    (
        "invalid kernel header",
        VIR_ERR_OPERATION_FAILED,
        "/domain/os/kernel",
        "name a kernel: a bzImage, or what else the machine can boot",
    ),
    (
        "could not load kernel",
        VIR_ERR_OPERATION_FAILED,
        "/domain/os/kernel",
        "name a kernel of the machine's architecture",
    ),
    (
        "linux kernel too old",
        VIR_ERR_OPERATION_FAILED,
        "/domain/os/kernel",
        "name a kernel that can load one, or take <initrd> out",
    ),
    ("could not load initrd", VIR_ERR_OPERATION_FAILED, "/domain/os/initrd", "name another file"),
    (
        "Could not open backing file",
        VIR_ERR_SYSTEM_ERROR,
        "",
        "put the file back, or name where it is now by 'qemu-img rebase -u'",
    ),
    (
        "Image is not in",
        VIR_ERR_CONFIG_UNSUPPORTED,
        "",
        "'qemu-img info' tells the format; say it in <driver type='…'/>",
    ),
    (
        "Unsupported qcow2 version",
        VIR_ERR_OPERATION_FAILED,
        "",
        "'qemu-img check' tells whether the image is whole; a newer QEMU may know it",
    ),
    ("is corrupt", VIR_ERR_OPERATION_FAILED, "", "'qemu-img check -r all' may mend the image; copy it before"),
    ("no such host device", VIR_ERR_OPERATION_FAILED, "", "'lspci -D' lists those that there are"),
    (
        "Property",
        VIR_ERR_CONFIG_UNSUPPORTED,
        "",
        "a newer QEMU may know it; 'EMULATOR -device TYPE,help' lists what this one has",
    ),
    ("not compiled in", VIR_ERR_CONFIG_UNSUPPORTED, "", "install a QEMU that has it"),
];

/// What the kernel says, which QEMU puts at the end.
const CAUSES: [i32; 12] = [
    libc::ENOENT,
    libc::EACCES,
    libc::EPERM,
    libc::ENOSPC,
    libc::EISDIR,
    libc::ENOTDIR,
    libc::EROFS,
    libc::EBUSY,
    libc::ENXIO,
    libc::ENODEV,
    libc::EINVAL,
    libc::EIO,
];

/// Puts the place in the document behind an error about a file that the document names.
pub(super) fn placed(failure: Error, definition: &Definition) -> Error {
    let text = failure.to_string();
    let mut named = text.split('\'').skip(1).step_by(2).filter(|name| name.starts_with('/'));
    if text.contains("/domain/") {
        return failure;
    }
    let document = definition::running(definition);
    match named.find_map(|name| path_of_value(&document, name)) {
        Some(path) => failure.with_addition(&format!(" (domain '{}', {path})", definition.name)),
        None => failure,
    }
}

/// A start that failed.
pub(super) struct Failed<'a> {
    pub root: &'a Root,
    /// With aliases.
    pub definition: &'a Definition,
    pub arguments: &'a [String],
    /// How the process ended, for people.
    pub how: &'a str,
    /// What QEMU has printed.
    pub output: &'a str,
    pub log: &'a Path,
}

impl Failed<'_> {
    pub fn into_error(self) -> Error {
        let Some(complaint) = complaint(self.output) else {
            let words = self.output.trim();
            let words = if words.is_empty() { "it said nothing" } else { words };
            let text = format!("QEMU ended before the machine ran ({}): {words}", self.how);
            return self.told(VIR_ERR_OPERATION_FAILED, &text, "/domain", "how it was started stands in the log");
        };
        if let Some(features) = missing_features(self.output) {
            let text = format!("guest CPU doesn't match specification: missing features: {features}");
            let remedy = "take a model that the host has, make the features optional, or say check='none'";
            return self.told(VIR_ERR_OPERATION_FAILED, &text, "/domain/cpu", remedy);
        }
        let path = self.path(&complaint);
        let message = complaint.message;
        let known = KNOWN.iter().find(|(words, ..)| message.contains(words));
        let Some((words, code, own_path, remedy)) = known else {
            let cause = CAUSES.into_iter().find(|errno| message.ends_with(&sentence(*errno)));
            let code = if cause.is_some() { VIR_ERR_SYSTEM_ERROR } else { VIR_ERR_OPERATION_FAILED };
            let text = format!("QEMU cannot {}: {message}", complaint.deed());
            return self.told(
                code,
                &text,
                path.as_deref().unwrap_or("/domain"),
                "how it was started stands in the log",
            );
        };
        let path = path.as_deref().or(Some(*own_path).filter(|path| !path.is_empty())).unwrap_or("/domain");
        let (text, path) = match *words {
            "Failed to get" => (self.locked(&complaint), format!("{path}/source/@file")),
            "Address already in use" | "binding socket to" => self.taken(&complaint, path),
            "not a valid device model name" if complaint.option == "device" && !complaint.value.starts_with('{') => {
                (message.to_owned(), "/domain/qemu:commandline/qemu:arg".to_owned())
            }
            "invalid kernel header" | "could not load kernel" | "linux kernel too old" => {
                let kernel = self.definition.os.kernel.as_deref().unwrap_or_default();
                (format!("'{kernel}' cannot be booted: {message}"), path.to_owned())
            }
            "could not load initrd" => {
                let initrd = self.definition.os.initrd.as_deref().unwrap_or_default();
                (format!("'{initrd}' cannot be loaded: {message}"), path.to_owned())
            }
            _ if complaint.option == "blockdev" => {
                let file = self.disk_of(&complaint).map_or(String::new(), |disk| format!("'{disk}': "));
                (format!("{file}{message}"), format!("{path}/source/@file"))
            }
            _ => (message.to_owned(), path.to_owned()),
        };
        let emulator = self.definition.devices.emulator.as_deref().unwrap_or("qemu-system-…");
        self.told(*code, &text, &path, &remedy.replace("EMULATOR", emulator))
    }

    fn told(&self, code: Code, text: &str, path: &str, remedy: &str) -> Error {
        let place = format!(" (domain '{}', {path}); {remedy} (log: {})", self.definition.name, self.log.display());
        match code {
            VIR_ERR_NO_MEMORY => {
                Error::sentence(code, format!("out of memory: {text}{place}")).from_origin(VIR_FROM_QEMU)
            }
            code => error(code, format!("{text}{place}")),
        }
    }

    /// Where in the document the thing stands that an option is about.
    fn path(&self, complaint: &Complaint) -> Option<String> {
        let own = match complaint.option {
            "machine" => "/domain/os/type/@machine",
            "accel" => "/domain/@type",
            "cpu" => "/domain/cpu",
            "smp" => "/domain/vcpu",
            "m" | "mem-path" => "/domain/memory",
            "numa" => "/domain/cpu/numa",
            "kernel" | "append" => "/domain/os/kernel",
            "initrd" => "/domain/os/initrd",
            "dtb" => "/domain/os/dtb",
            "bios" => "/domain/os/loader",
            "acpitable" => "/domain/os/acpi/table",
            "vnc" | "spice" | "display" => "/domain/devices/graphics",
            "audiodev" => "/domain/devices/audio",
            "boot" => "/domain/os/boot",
            "sandbox" | "name" | "msg" | "" => return None,
            _ => "",
        };
        if !own.is_empty() {
            return Some(own.to_owned());
        }
        let id = property(complaint.value, &["id", "node-name"])?;
        if let Some(flash) = id.strip_prefix("libvirt-pflash") {
            let path = if flash.starts_with('0') { "/domain/os/loader" } else { "/domain/os/nvram" };
            return Some(path.to_owned());
        }
        if id == "pc.ram" || id.starts_with("ram-node") {
            return Some("/domain/memory".to_owned());
        }
        let id = if id.starts_with("libvirt-") { self.device_of_node(&id)? } else { id };
        let document = definition::running(self.definition);
        // Backends are named after the devices that they serve.
        let prefixes = ["", "host", "char", "obj", "fsdev-", "mem", "drive-", "shmmem-", "monitor", "tpm-"];
        let mut aliases = prefixes.iter().filter_map(|prefix| id.strip_prefix(prefix));
        aliases.find_map(|alias| path_of_alias(&document, alias))
    }

    /// The device that uses a node of images: nodes are numbered through, so it is the last whose own number is not greater.
    fn device_of_node(&self, node: &str) -> Option<String> {
        let number = |node: &str| node.strip_prefix("libvirt-")?.split('-').next()?.parse::<u32>().ok();
        let wanted = number(node)?;
        let devices = self.arguments.iter().filter_map(|argument| {
            let drive = number(&property(argument, &["drive"])?).filter(|number| *number <= wanted)?;
            Some((drive, property(argument, &["id"])?))
        });
        devices.max_by_key(|(number, _)| *number).map(|(_, id)| id)
    }

    /// The image of the disk that a node is of.
    fn disk_of(&self, complaint: &Complaint) -> Option<&str> {
        let alias = self.device_of_node(&property(complaint.value, &["node-name"])?)?;
        let disk =
            self.definition.devices.disks.iter().find(|disk| disk.place.alias.name.as_deref() == Some(&alias))?;
        Some(disk.source.describe())
    }

    /// Who has locked an image.
    fn locked(&self, complaint: &Complaint) -> String {
        let file = complaint.more.split_once('[').and_then(|(_, rest)| rest.split_once(']')).map(|(file, _)| file);
        let own = || self.disk_of(complaint);
        let Some(file) = file.or_else(own) else { return complaint.message.to_owned() };
        let holder = holder::of_file(self.root, Path::new(file));
        let holder = holder.unwrap_or_else(|| "another process, maybe on another host".to_owned());
        format!("the image '{file}' is in use by {holder}")
    }

    /// Who listens already, and where that is asked for.
    fn taken(&self, complaint: &Complaint, path: &str) -> (String, String) {
        let text = complaint.value;
        let named = |name: &str| text.split(',').find_map(|part| part.strip_prefix(name)?.strip_prefix('='));
        let (address, port, path) = match complaint.option {
            "vnc" => {
                let (address, display) =
                    text.split(',').next().and_then(|place| place.rsplit_once(':')).unwrap_or_default();
                (
                    address,
                    display.parse::<u16>().ok().and_then(|display| display.checked_add(5900)),
                    format!("{path}/@port"),
                )
            }
            "spice" => (
                named("addr").unwrap_or_default(),
                named("port").and_then(|port| port.parse().ok()),
                format!("{path}/@port"),
            ),
            "chardev" if named("path").is_some() => {
                let socket = named("path").unwrap_or_default();
                return (format!("the socket '{socket}' is in use"), format!("{path}/source/@path"));
            }
            "chardev" => (
                named("host").unwrap_or_default(),
                named("port").and_then(|port| port.parse().ok()),
                format!("{path}/source/@service"),
            ),
            _ => ("", None, path.to_owned()),
        };
        let Some(port) = port else { return (complaint.message.to_owned(), path) };
        let holder = holder::of_port(self.root, port).unwrap_or_else(|| "another process".to_owned());
        (format!("port {port} of {address} is in use by {holder}"), path)
    }
}

impl Complaint<'_> {
    /// What QEMU was about to do.
    fn deed(&self) -> String {
        let id = property(self.value, &["id", "node-name"]);
        match (self.option, id) {
            ("", _) => "start".to_owned(),
            (option, Some(id)) => format!("make {option} '{id}'"),
            (option, None) => format!("do what -{option} says"),
        }
    }
}

/// The sentence of an error number.
fn sentence(errno: i32) -> String {
    let text = io::Error::from_raw_os_error(errno).to_string();
    text.split(" (os error").next().unwrap_or_default().to_owned()
}

/// A property of an option's value, in JSON or in QEMU's own form; the first that is there.
fn property(value: &str, names: &[&str]) -> Option<String> {
    if value.starts_with('{') {
        let object: Value = serde_json::from_str(value).ok()?;
        return names.iter().find_map(|name| object.get(name)?.as_str().map(str::to_owned));
    }
    let named = |name: &&str| value.split(',').find_map(|part| part.strip_prefix(name)?.strip_prefix('='));
    names.iter().find_map(named).map(str::to_owned)
}

/// Features that a processor was to have and does not, from the warnings about each.
fn missing_features(output: &str) -> Option<String> {
    if !output.contains("support requested features") {
        return None;
    }
    let feature = |line: &str| {
        let (_, rest) = line.split_once("support requested feature: ")?;
        let name = rest.rsplit_once(" [").map_or(rest, |(name, _)| name);
        Some(name.rsplit_once('.').map_or(name, |(_, name)| name).trim().to_owned())
    };
    let names: Vec<String> = output.lines().filter_map(feature).collect();
    (!names.is_empty()).then(|| names.join(","))
}

/// The first complaint in what QEMU has printed, with the lines that belong to it.
fn complaint(output: &str) -> Option<Complaint<'_>> {
    let mut lines = output.lines().filter(|line| !line.contains("char device redirected to"));
    let mut own = lines
        .by_ref()
        .filter_map(own_words)
        .filter(|words| !words.starts_with("warning: ") && !words.starts_with("info: "));
    let words = own.next()?;
    let mut complaint = split(words);
    let more: Vec<&str> = output
        .lines()
        .skip_while(|line| !line.ends_with(words))
        .skip(1)
        .take_while(|line| own_words(line).is_none())
        .collect();
    complaint.more = more.join(" ");
    Some(complaint)
}

/// What stands behind the time and the name of the program.
fn own_words(line: &str) -> Option<&str> {
    let behind_time = line.split_once("Z ").filter(|(time, _)| {
        time.len() > 10 && time.bytes().all(|byte| byte.is_ascii_digit() || b"-:.T".contains(&byte))
    });
    let line = behind_time.map_or(line, |(_, rest)| rest);
    let (program, words) = line.split_once(": ")?;
    let program = program.rsplit('/').next().unwrap_or(program);
    program.starts_with("qemu").then_some(words)
}

/// `-option value: message`
fn split(words: &str) -> Complaint<'_> {
    let alone = Complaint { message: words, ..Complaint::default() };
    let Some((option, rest)) = words.strip_prefix('-').and_then(|rest| rest.split_once(' ')) else { return alone };
    let end = match rest.starts_with('{') {
        true => {
            let mut values = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
            values.next().and_then(Result::ok).map(|_| values.byte_offset())
        }
        false => rest.find(": "),
    };
    match end.and_then(|end| Some((&rest[..end], rest[end..].strip_prefix(": ")?))) {
        Some((value, message)) => Complaint { option, value, message, more: String::new() },
        None => alone,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::driver::qemu::alias;
    use crate::driver::qemu::layout::Layout;
    use crate::test_folder::TestFolder;

    const TIME: &str = "2026-11-28T17:10:35.072258Z qemu-system-x86_64: ";

    #[test]
    fn complaints_are_taken_apart() {
        let text = format!(
            "char device redirected to /dev/pts/1 (label charserial0)\n{TIME}warning: x\n{TIME}-device {{\"id\":\"a: b\"}}: no\nIs it [/a]?\n{TIME}other"
        );
        let found = complaint(&text).unwrap();
        assert_eq!((found.option, found.value, found.message), ("device", r#"{"id":"a: b"}"#, "no"));
        assert_eq!(found.more, "Is it [/a]?");
        assert_eq!(complaint("qemu: invalid kernel header").unwrap().message, "invalid kernel header");
        assert_eq!(complaint("free words"), None);
        assert_eq!(split("-vnc :1: in use").message, "in use");
        assert_eq!(property("socket,id=charserial0,port=1", &["id"]).as_deref(), Some("charserial0"));
        let words = format!(
            "{TIME}warning: TCG doesn't support requested feature: CPUID.07H:EDX.amx-tile [bit 24]\n{TIME}TCG doesn't support requested features"
        );
        assert_eq!(missing_features(&words).as_deref(), Some("amx-tile"));
    }

    #[test]
    fn files_are_found_in_the_document() {
        let text = "<domain type='qemu'><name>a</name><memory>1024</memory><os><type arch='x86_64'>hvm</type><kernel>/k</kernel></os>
            <devices><serial type='file'><source path='/log'/></serial></devices></domain>";
        let (definition, _) = Definition::parse(text, true).unwrap();
        let told = |text: &str| placed(error(VIR_ERR_SYSTEM_ERROR, text), &definition).to_string();
        assert_eq!(
            told("cannot open '/log': no"),
            "cannot open '/log': no (domain 'a', /domain/devices/serial/source/@path)"
        );
        assert_eq!(told("cannot open 'x' of '/k'"), "cannot open 'x' of '/k' (domain 'a', /domain/os/kernel)");
        assert_eq!(told("cannot open '/m'"), "cannot open '/m'");
        assert_eq!(told("'/k' (/domain/os/kernel)"), "'/k' (/domain/os/kernel)");
    }

    #[test]
    fn what_qemu_says_is_told_with_its_place() {
        let text = "<domain type='qemu'><name>a</name><memory>1024</memory><os><type arch='x86_64'>hvm</type></os><devices>
            <disk type='file'><source file='/one'/><target dev='vda' bus='virtio'/></disk><disk type='file'><source file='/two'/><target dev='vdb' bus='virtio'/></disk>
            <serial type='pty'/></devices></domain>";
        let (mut definition, _) = Definition::parse(text, true).unwrap();
        alias::assign(&mut definition);
        let folder = TestFolder::new();
        let root = Root::of(Layout::embedded(folder.path()));
        let arguments = [
            r#"{"driver":"virtio-blk-pci","drive":"libvirt-2-format","id":"virtio-disk0"}"#,
            r#"{"drive":"libvirt-1-format","id":"virtio-disk1"}"#,
        ]
        .map(str::to_owned);
        let told = |output: &str| {
            let failed = Failed {
                root: &root,
                definition: &definition,
                arguments: &arguments,
                how: "exit status: 1",
                output,
                log: Path::new("/log"),
            };
            let error = failed.into_error();
            (error.code(), error.to_string())
        };
        let (code, text) = told(&format!(
            "{TIME}-blockdev {{\"node-name\":\"libvirt-3-storage\"}}: Could not read: Input/output error"
        ));
        assert_eq!(code, VIR_ERR_SYSTEM_ERROR);
        assert!(text.contains("/domain/devices/disk[1])") && text.contains("Input/output error"), "{text}");
        let (code, text) = told(&format!(
            "{TIME}-device {{\"id\":\"virtio-disk1\"}}: Failed to get \"write\" lock\nIs another process using the image [/two]?"
        ));
        assert_eq!(code, VIR_ERR_RESOURCE_BUSY);
        assert!(
            text.contains("'/two' is in use by another process")
                && text.contains("/domain/devices/disk[2]/source/@file"),
            "{text}"
        );
        let (code, text) = told(&format!("{TIME}-chardev pty,id=charserial0: no more"));
        assert_eq!(code, VIR_ERR_OPERATION_FAILED);
        assert!(text.contains("/domain/devices/serial)"), "{text}");
        let (_, text) = told("");
        assert!(text.contains("exit status: 1") && text.contains("/log"), "{text}");
    }
}
