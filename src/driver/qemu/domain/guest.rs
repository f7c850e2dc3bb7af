//! The QEMU driver's side of `driver/domain/agent.rs`: what the guest agent tells and does.

use std::collections::BTreeMap;
use std::ffi::c_uint;
use std::net::IpAddr;

use serde_json::{Value, json};

use super::agent::Agent;
use super::live::ANSWER;
use super::{Definition, not_running};
use crate::driver::domain::{DomainAgent, FilesystemInfo, GuestInterface};
use crate::driver::qemu::{Qemu, check_flags, error, monitor};
use crate::error::Result;
use crate::object::Domain;
use crate::supervisor::client::Command;
use crate::typed_param::TypedParams;
use crate::types::*;
use crate::xml::CpuSet;
use crate::xml::domain::device::address::{Address, Pci, PciAddress};

/// The groups of information that there are.
const GROUPS: c_uint = VIR_DOMAIN_GUEST_INFO_USERS
    | VIR_DOMAIN_GUEST_INFO_OS
    | VIR_DOMAIN_GUEST_INFO_TIMEZONE
    | VIR_DOMAIN_GUEST_INFO_HOSTNAME
    | VIR_DOMAIN_GUEST_INFO_FILESYSTEM
    | VIR_DOMAIN_GUEST_INFO_DISKS
    | VIR_DOMAIN_GUEST_INFO_INTERFACES;
const NANOSECONDS: i64 = 1_000_000_000;

fn malformed(command: &str, what: &str) -> crate::error::Error {
    error(VIR_ERR_INTERNAL_ERROR, format!("'{what}' missing in reply of {command}"))
}

fn array<'v>(command: &str, value: &'v Value) -> Result<&'v [Value]> {
    let missing = || error(VIR_ERR_INTERNAL_ERROR, format!("{command} reply was missing return data"));
    value.as_array().map(Vec::as_slice).ok_or_else(missing)
}

fn text<'v>(command: &str, value: &'v Value, key: &str) -> Result<&'v str> {
    value.get(key).and_then(Value::as_str).ok_or_else(|| malformed(command, key))
}

fn count(value: &Value) -> Result<usize> {
    let count = value.as_u64().and_then(|count| usize::try_from(count).ok());
    count.ok_or_else(|| error(VIR_ERR_INTERNAL_ERROR, "malformed return value"))
}

/// Bytes in the letters of RFC 4648.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut encoded = String::new();
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for at in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * at) & 63) as usize] as char;
            encoded.push(if at <= three.len() { letter } else { '=' });
        }
    }
    encoded
}

/// The target of the disk that the agent says a filesystem is on.
fn target<'d>(definition: &'d Definition, disk: &Value) -> Option<&'d str> {
    let number = |key: &str| disk.get(key).and_then(Value::as_u64).and_then(|number| u32::try_from(number).ok());
    let part = |key: &str| disk.pointer(&format!("/pci-controller/{key}")).and_then(Value::as_u64).unwrap_or(u64::MAX);
    let is_at = |pci: &PciAddress| {
        let own = [pci.domain.0, pci.bus.0, pci.slot.0, pci.function.0].map(u64::from);
        own == ["domain", "bus", "slot", "function"].map(part)
    };
    let on_pci =
        |address: Option<&Address>| matches!(address, Some(Address::Pci(Pci { address, .. })) if is_at(address));
    let controllers = &definition.devices.controllers;
    let controller = controllers.iter().find(|one| on_pci(one.location.address.as_ref()));
    let found = definition.devices.disks.iter().find(|one| match &one.place.location.address {
        Some(Address::Drive(drive)) => {
            controller.is_some_and(|controller| controller.index == Some(drive.controller))
                && number("bus") == Some(drive.bus)
                && number("target") == Some(drive.target)
                && number("unit") == Some(drive.unit)
        }
        other => on_pci(other.as_ref()),
    });
    found.and_then(|disk| disk.target.device.as_deref())
}

/// What the guest calls its network cards, and their addresses.
fn interfaces(reply: &Value) -> Result<Vec<GuestInterface>> {
    const COMMAND: &str = "guest-network-get-interfaces";
    let mut all: Vec<GuestInterface> = Vec::new();
    let mut known = BTreeMap::new();
    for one in array(COMMAND, reply)? {
        // An alias of a card has a colon in its name, and is the card.
        let name = text(COMMAND, one, "name")?.split(':').next().unwrap_or_default();
        let at = *known.entry(name).or_insert_with(|| {
            let mac = one.get("hardware-address").and_then(Value::as_str).map(str::to_owned);
            all.push(GuestInterface { name: name.to_owned(), mac, addresses: Vec::new() });
            all.len() - 1
        });
        for address in one.get("ip-addresses").and_then(Value::as_array).into_iter().flatten() {
            let ip: IpAddr =
                text(COMMAND, address, "ip-address")?.parse().map_err(|_| malformed(COMMAND, "ip-address"))?;
            let prefix = address.get("prefix").and_then(Value::as_u64).and_then(|prefix| u32::try_from(prefix).ok());
            let address = (ip, prefix.ok_or_else(|| malformed(COMMAND, "prefix"))?);
            if !all[at].addresses.contains(&address) {
                all[at].addresses.push(address);
            }
        }
    }
    Ok(all)
}

impl Qemu {
    /// What the guest itself says of its network cards.
    pub(super) fn guest_interfaces(&self, domain: &Domain) -> Result<Vec<GuestInterface>> {
        interfaces(&self.agent(domain)?.ask("guest-network-get-interfaces", Value::Null)?)
    }

    /// What the guest itself says of its processors.
    pub(super) fn agent_vcpus(&self, domain: &Domain) -> Result<TypedParams> {
        let reply = self.agent(domain)?.ask("guest-get-vcpus", Value::Null)?;
        let (mut all, mut online, mut offlinable) = (CpuSet::default(), CpuSet::default(), CpuSet::default());
        for one in &vcpus(&reply)? {
            all.insert(one.id, one.id);
            if one.online {
                online.insert(one.id, one.id);
            }
            if one.can_offline {
                offlinable.insert(one.id, one.id);
            }
        }
        let mut params = TypedParams::new();
        params.push("vcpus", all.to_string());
        params.push("online", online.to_string());
        params.push("offlinable", offlinable.to_string());
        Ok(params)
    }

    /// Has the guest use some of its processors, or not.
    pub(super) fn set_agent_vcpus(&self, domain: &Domain, wanted: &CpuSet, enabled: bool) -> Result<()> {
        let mut agent = self.agent(domain)?;
        let known = vcpus(&agent.ask("guest-get-vcpus", Value::Null)?)?;
        let mut missing = wanted.clone();
        for one in known.iter().filter(|one| wanted.contains(one.id)) {
            if !enabled && !one.can_offline {
                return Err(error(VIR_ERR_OPERATION_UNSUPPORTED, format!("vCPU '{}' is not offlinable", one.id)));
            }
            missing.remove(one.id);
        }
        if !missing.is_empty() {
            return Err(error(VIR_ERR_INVALID_ARG, format!("guest is missing vCPUs '{missing}'")));
        }
        // The agent may do some of them only, and says how many.
        let mut left: Vec<Value> = wanted.iter().map(|id| json!({ "logical-id": id, "online": enabled })).collect();
        while !left.is_empty() {
            let done = count(&agent.ask("guest-set-vcpus", json!({ "vcpus": left }))?)?;
            if done == 0 || done > left.len() {
                return Err(error(VIR_ERR_INTERNAL_ERROR, "guest agent returned malformed or invalid return value"));
            }
            left.drain(..done);
        }
        Ok(())
    }
}

struct Vcpu {
    id: u32,
    online: bool,
    can_offline: bool,
}

fn vcpus(reply: &Value) -> Result<Vec<Vcpu>> {
    const COMMAND: &str = "guest-get-vcpus";
    let one = |one: &Value| {
        let flag = |key: &str| one.get(key).and_then(Value::as_bool);
        let id = one.get("logical-id").and_then(Value::as_u64).and_then(|id| u32::try_from(id).ok());
        Ok(Vcpu {
            id: id.ok_or_else(|| malformed(COMMAND, "logical-id"))?,
            online: flag("online").ok_or_else(|| malformed(COMMAND, "online"))?,
            can_offline: flag("can-offline").unwrap_or(false),
        })
    };
    array(COMMAND, reply)?.iter().map(one).collect()
}

/// What one group of information says.
type Step = for<'x, 'a, 'b> fn(&'x mut Information<'a, 'b>) -> Result<()>;

/// Collects what groups of information say. A group that was not asked for by name may be unknown to the agent.
struct Information<'a, 'b> {
    agent: &'a mut Agent<'b>,
    definition: &'a Definition,
    /// Nothing was asked for by name.
    any: bool,
    params: TypedParams,
}

impl Information<'_, '_> {
    fn ask(&mut self, command: &str) -> Result<Option<Value>> {
        match self.any {
            true => self.agent.ask_if_known(command),
            false => self.agent.ask(command, Value::Null).map(Some),
        }
    }

    fn maybe(&mut self, name: String, value: Option<&Value>) {
        if let Some(text) = value.and_then(Value::as_str) {
            self.params.push(name, text.to_owned());
        }
    }

    fn users(&mut self) -> Result<()> {
        const COMMAND: &str = "guest-get-users";
        let Some(reply) = self.ask(COMMAND)? else { return Ok(()) };
        let users = array(COMMAND, &reply)?;
        self.params.push("user.count", users.len() as u32);
        for (at, user) in users.iter().enumerate() {
            self.params.push(format!("user.{at}.name"), text(COMMAND, user, "user")?.to_owned());
            self.maybe(format!("user.{at}.domain"), user.get("domain"));
            let time =
                user.get("login-time").and_then(Value::as_f64).ok_or_else(|| malformed(COMMAND, "login-time"))?;
            self.params.push(format!("user.{at}.login-time"), (time * 1000.0) as u64);
        }
        Ok(())
    }

    fn system(&mut self) -> Result<()> {
        let Some(reply) = self.ask("guest-get-osinfo")? else { return Ok(()) };
        const KEYS: [&str; 10] = [
            "id",
            "name",
            "pretty-name",
            "version",
            "version-id",
            "machine",
            "variant",
            "variant-id",
            "kernel-release",
            "kernel-version",
        ];
        for key in KEYS {
            self.maybe(format!("os.{key}"), reply.get(key));
        }
        Ok(())
    }

    fn timezone(&mut self) -> Result<()> {
        const COMMAND: &str = "guest-get-timezone";
        let Some(reply) = self.ask(COMMAND)? else { return Ok(()) };
        self.maybe("timezone.name".to_owned(), reply.get("zone"));
        let offset = reply.get("offset").and_then(Value::as_i64).and_then(|offset| i32::try_from(offset).ok());
        self.params.push("timezone.offset", offset.ok_or_else(|| malformed(COMMAND, "offset"))?);
        Ok(())
    }

    fn hostname(&mut self) -> Result<()> {
        const COMMAND: &str = "guest-get-host-name";
        let Some(reply) = self.ask(COMMAND)? else { return Ok(()) };
        self.params.push("hostname", text(COMMAND, &reply, "host-name")?.to_owned());
        Ok(())
    }

    fn filesystems(&mut self) -> Result<()> {
        const COMMAND: &str = "guest-get-fsinfo";
        let Some(reply) = self.ask(COMMAND)? else { return Ok(()) };
        let all = array(COMMAND, &reply)?;
        if all.is_empty() {
            return Ok(());
        }
        self.params.push("fs.count", all.len() as u32);
        for (at, one) in all.iter().enumerate() {
            for (name, key) in [("name", "name"), ("mountpoint", "mountpoint"), ("fstype", "type")] {
                self.params.push(format!("fs.{at}.{name}"), text(COMMAND, one, key)?.to_owned());
            }
            for key in ["total-bytes", "used-bytes"] {
                if let Some(bytes) = one.get(key).and_then(Value::as_u64) {
                    self.params.push(format!("fs.{at}.{key}"), bytes);
                }
            }
            let disks = one.get("disk").and_then(Value::as_array).ok_or_else(|| malformed(COMMAND, "disk"))?;
            self.params.push(format!("fs.{at}.disk.count"), disks.len() as u32);
            for (number, disk) in disks.iter().enumerate() {
                if let Some(target) = target(self.definition, disk) {
                    self.params.push(format!("fs.{at}.disk.{number}.alias"), target.to_owned());
                }
                self.maybe(format!("fs.{at}.disk.{number}.serial"), disk.get("serial"));
                self.maybe(format!("fs.{at}.disk.{number}.device"), disk.get("dev"));
            }
        }
        Ok(())
    }

    fn disks(&mut self) -> Result<()> {
        const COMMAND: &str = "guest-get-disks";
        let Some(reply) = self.ask(COMMAND)? else { return Ok(()) };
        let all = array(COMMAND, &reply)?;
        if all.is_empty() {
            return Ok(());
        }
        self.params.push("disk.count", all.len() as u32);
        for (at, one) in all.iter().enumerate() {
            self.params.push(format!("disk.{at}.name"), text(COMMAND, one, "name")?.to_owned());
            let partition = one.get("partition").and_then(Value::as_bool);
            let partition = partition.ok_or_else(|| malformed(COMMAND, "partition"))?;
            self.params.push(format!("disk.{at}.partition"), partition);
            let needed = one.get("dependencies").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            if !needed.is_empty() {
                self.params.push(format!("disk.{at}.dependency.count"), needed.len() as u32);
            }
            for (number, name) in needed.iter().enumerate() {
                self.maybe(format!("disk.{at}.dependency.{number}.name"), Some(name));
            }
            if let Some(address) = one.get("address") {
                self.maybe(format!("disk.{at}.serial"), address.get("serial"));
                if let Some(target) = target(self.definition, address) {
                    self.params.push(format!("disk.{at}.alias"), target.to_owned());
                }
            }
            self.maybe(format!("disk.{at}.guest_alias"), one.get("alias"));
        }
        Ok(())
    }

    fn interfaces(&mut self) -> Result<()> {
        let Some(reply) = self.ask("guest-network-get-interfaces")? else { return Ok(()) };
        let all = interfaces(&reply)?;
        if all.is_empty() {
            return Ok(());
        }
        self.params.push("if.count", all.len() as u32);
        for (at, one) in all.into_iter().enumerate() {
            self.params.push(format!("if.{at}.name"), one.name);
            if let Some(mac) = one.mac {
                self.params.push(format!("if.{at}.hwaddr"), mac);
            }
            if one.addresses.is_empty() {
                continue;
            }
            self.params.push(format!("if.{at}.addr.count"), one.addresses.len() as u32);
            for (number, (ip, prefix)) in one.addresses.into_iter().enumerate() {
                let kind = if ip.is_ipv4() { "ipv4" } else { "ipv6" };
                self.params.push(format!("if.{at}.addr.{number}.type"), kind.to_owned());
                self.params.push(format!("if.{at}.addr.{number}.addr"), ip.to_string());
                self.params.push(format!("if.{at}.addr.{number}.prefix"), prefix);
            }
        }
        Ok(())
    }
}

impl DomainAgent for Qemu {
    fn set_agent_timeout(&self, domain: &Domain, seconds: i32, flags: c_uint) -> Result<()> {
        check_flags(flags, 0)?;
        if seconds < VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK {
            let least = VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK;
            let text = format!("guest agent timeout '{seconds}' is less than the minimum '{least}'");
            return Err(error(VIR_ERR_INVALID_ARG, text));
        }
        self.run_state(domain)?;
        self.set_agent_patience(&domain.uuid, seconds)
    }

    fn filesystems(&self, domain: &Domain, flags: c_uint) -> Result<Vec<FilesystemInfo>> {
        check_flags(flags, 0)?;
        const COMMAND: &str = "guest-get-fsinfo";
        let reply = self.agent(domain)?.ask(COMMAND, Value::Null)?;
        let live = self.machine(domain)?.live.ok_or_else(not_running)?;
        let one = |one: &Value| {
            let disks = one.get("disk").and_then(Value::as_array).ok_or_else(|| malformed(COMMAND, "disk"))?;
            let targets = disks.iter().filter_map(|disk| target(&live.definition, disk));
            Ok(FilesystemInfo {
                mount_point: text(COMMAND, one, "mountpoint")?.to_owned(),
                name: text(COMMAND, one, "name")?.to_owned(),
                kind: text(COMMAND, one, "type")?.to_owned(),
                devices: targets.map(str::to_owned).collect(),
            })
        };
        array(COMMAND, &reply)?.iter().map(one).collect()
    }

    fn freeze_filesystems(&self, domain: &Domain, mount_points: Option<&[&str]>, flags: c_uint) -> Result<usize> {
        check_flags(flags, 0)?;
        let mut agent = self.agent(domain)?;
        count(&match mount_points {
            Some(mount_points) => agent.ask("guest-fsfreeze-freeze-list", json!({ "mountpoints": mount_points }))?,
            None => agent.ask("guest-fsfreeze-freeze", Value::Null)?,
        })
    }

    fn thaw_filesystems(&self, domain: &Domain, mount_points: Option<&[&str]>, flags: c_uint) -> Result<usize> {
        check_flags(flags, 0)?;
        if mount_points.is_some() {
            return Err(error(VIR_ERR_ARGUMENT_UNSUPPORTED, "specifying mountpoints is not supported"));
        }
        count(&self.agent(domain)?.ask("guest-fsfreeze-thaw", Value::Null)?)
    }

    fn trim_filesystems(&self, domain: &Domain, mount_point: Option<&str>, minimum: u64, flags: c_uint) -> Result<()> {
        check_flags(flags, 0)?;
        if mount_point.is_some() {
            let text = "Specifying mount point is not supported for now";
            return Err(error(VIR_ERR_ARGUMENT_UNSUPPORTED, text));
        }
        self.agent(domain)?.ask("guest-fstrim", json!({ "minimum": minimum })).map(drop)
    }

    fn guest_info(&self, domain: &Domain, groups: c_uint, flags: c_uint) -> Result<TypedParams> {
        check_flags(flags, 0)?;
        if groups & !GROUPS != 0 {
            let text = format!("unsupported guest information types '0x{:x}'", groups & !GROUPS);
            return Err(error(VIR_ERR_INVALID_ARG, text));
        }
        let mut agent = self.agent(domain)?;
        let live = self.machine(domain)?.live.ok_or_else(not_running)?;
        let (agent, definition) = (&mut agent, &*live.definition);
        let mut information = Information { agent, definition, any: groups == 0, params: TypedParams::new() };
        let steps: [(c_uint, Step); 7] = [
            (VIR_DOMAIN_GUEST_INFO_USERS, |one| one.users()),
            (VIR_DOMAIN_GUEST_INFO_OS, |one| one.system()),
            (VIR_DOMAIN_GUEST_INFO_TIMEZONE, |one| one.timezone()),
            (VIR_DOMAIN_GUEST_INFO_HOSTNAME, |one| one.hostname()),
            (VIR_DOMAIN_GUEST_INFO_FILESYSTEM, |one| one.filesystems()),
            (VIR_DOMAIN_GUEST_INFO_DISKS, |one| one.disks()),
            (VIR_DOMAIN_GUEST_INFO_INTERFACES, |one| one.interfaces()),
        ];
        for (group, step) in steps {
            if groups == 0 || groups & group != 0 {
                step(&mut information)?;
            }
        }
        Ok(information.params)
    }

    fn hostname(&self, domain: &Domain, flags: c_uint) -> Result<String> {
        check_flags(flags, VIR_DOMAIN_GET_HOSTNAME_LEASE | VIR_DOMAIN_GET_HOSTNAME_AGENT)?;
        let none = || error(VIR_ERR_NO_HOSTNAME, format!("no hostname found for domain {}", domain.name()));
        let both = VIR_DOMAIN_GET_HOSTNAME_LEASE | VIR_DOMAIN_GET_HOSTNAME_AGENT;
        if flags & both == both {
            let text =
                "Flags 'VIR_DOMAIN_GET_HOSTNAME_LEASE' and 'VIR_DOMAIN_GET_HOSTNAME_AGENT' are mutually exclusive";
            return Err(crate::error::Error::about("flags", text).from_origin(VIR_FROM_QEMU));
        }
        if flags & VIR_DOMAIN_GET_HOSTNAME_LEASE != 0 {
            // Leases are those of virtual networks, on which no machine is.
            self.run_state(domain)?.ok_or_else(not_running)?;
            return Err(none());
        }
        let reply = self.agent(domain)?.ask("guest-get-host-name", Value::Null);
        let name = reply.ok().and_then(|reply| Some(reply.get("host-name")?.as_str()?.to_owned()));
        name.ok_or_else(none)
    }

    fn time(&self, domain: &Domain, flags: c_uint) -> Result<(i64, u32)> {
        check_flags(flags, 0)?;
        let reply = self.agent(domain)?.ask("guest-get-time", Value::Null)?;
        let time = reply.as_i64().ok_or_else(|| error(VIR_ERR_INTERNAL_ERROR, "malformed return value"))?;
        Ok((time.div_euclid(NANOSECONDS), time.rem_euclid(NANOSECONDS) as u32))
    }

    fn set_time(&self, domain: &Domain, seconds: i64, nanoseconds: u32, flags: c_uint) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_TIME_SYNC)?;
        let arguments = match flags & VIR_DOMAIN_TIME_SYNC != 0 {
            true => Value::Null,
            false => {
                let time = seconds.checked_mul(NANOSECONDS).and_then(|time| time.checked_add(nanoseconds.into()));
                let too_big = || error(VIR_ERR_INVALID_ARG, format!("Time '{seconds}' is too big for guest agent"));
                json!({ "time": time.ok_or_else(too_big)? })
            }
        };
        self.agent(domain)?.ask("guest-set-time", arguments)?;
        let live = self.machine(domain)?.live.ok_or_else(not_running)?;
        // Else QEMU goes on to make up for ticks of the clock that the guest has missed.
        if matches!(live.definition.os.arch.as_deref(), Some("x86_64" | "i686")) {
            let text = r#"{"execute":"rtc-reset-reinjection"}"#;
            monitor::run(&self.root, domain, &Command { text, deadline: ANSWER, ..Command::default() })?;
        }
        Ok(())
    }

    fn set_user_password(&self, domain: &Domain, user: &str, password: &str, flags: c_uint) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_PASSWORD_ENCRYPTED)?;
        let arguments = json!({
            "crypted": flags & VIR_DOMAIN_PASSWORD_ENCRYPTED != 0,
            "username": user,
            "password": base64(password.as_bytes()),
        });
        self.agent(domain)?.ask("guest-set-user-password", arguments).map(drop)
    }

    fn authorized_ssh_keys(&self, domain: &Domain, user: &str, flags: c_uint) -> Result<Vec<String>> {
        check_flags(flags, 0)?;
        let reply = self.agent(domain)?.ask("guest-ssh-get-authorized-keys", json!({ "username": user }))?;
        let keys = reply.get("keys").and_then(Value::as_array);
        let keys = keys.ok_or_else(|| error(VIR_ERR_INTERNAL_ERROR, "qemu agent didn't return an array of keys"))?;
        Ok(keys.iter().filter_map(Value::as_str).map(str::to_owned).collect())
    }

    fn set_authorized_ssh_keys(&self, domain: &Domain, user: &str, keys: &[&str], flags: c_uint) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND | VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE)?;
        let mut agent = self.agent(domain)?;
        let done = match flags & VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE != 0 {
            true => agent.ask("guest-ssh-remove-authorized-keys", json!({ "username": user, "keys": keys })),
            false => {
                let reset = flags & VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND == 0;
                let arguments = json!({ "username": user, "keys": keys, "reset": reset });
                agent.ask("guest-ssh-add-authorized-keys", arguments)
            }
        };
        done.map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_travel_in_letters() {
        for (text, encoded) in [("", ""), ("a", "YQ=="), ("ab", "YWI="), ("abc", "YWJj"), ("\u{3ff}\u{fe}", "z7/Dvg==")]
        {
            assert_eq!(base64(text.as_bytes()), encoded);
        }
    }

    #[test]
    fn names_of_cards_and_their_addresses() {
        let reply = json!([
            { "name": "lo", "ip-addresses": [{ "ip-address": "127.0.0.1", "prefix": 8, "ip-address-type": "ipv4" }] },
            { "name": "eth0", "hardware-address": "52:54:00:00:00:01" },
            { "name": "eth0:1", "ip-addresses": [{ "ip-address": "fe80::1", "prefix": 64, "ip-address-type": "ipv6" }] },
        ]);
        let all = interfaces(&reply).unwrap();
        let told: Vec<_> = all.iter().map(|one| (one.name.as_str(), one.mac.as_deref(), one.addresses.len())).collect();
        assert_eq!(told, [("lo", None, 1), ("eth0", Some("52:54:00:00:00:01"), 1)]);
        assert!(interfaces(&json!({})).is_err());
        assert!(interfaces(&json!([{ "name": "a", "ip-addresses": [{ "ip-address": "x", "prefix": 1 }] }])).is_err());
    }

    #[test]
    fn disks_are_found_by_what_the_guest_sees() {
        let text = "<domain type='qemu'><name>a</name><memory>1024</memory><os><type>hvm</type></os><devices>
            <controller type='sata' index='1'><address type='pci' domain='0' bus='0' slot='5' function='0'/></controller>
            <disk type='block'><source dev='/a'/><target dev='sda' bus='sata'/><address type='drive' controller='1' bus='0' target='0' unit='2'/></disk>
            <disk type='block'><source dev='/b'/><target dev='vda' bus='virtio'/><address type='pci' domain='0' bus='1' slot='0' function='0'/></disk>
            </devices></domain>";
        let (definition, _) = Definition::parse(text, true).unwrap();
        let disk = |bus: u32, slot: u32, unit: u32| json!({ "pci-controller": { "domain": 0, "bus": bus, "slot": slot, "function": 0 }, "bus": 0, "target": 0, "unit": unit });
        assert_eq!(target(&definition, &disk(0, 5, 2)), Some("sda"));
        assert_eq!(target(&definition, &disk(1, 0, 0)), Some("vda"));
        assert_eq!((target(&definition, &disk(0, 5, 1)), target(&definition, &json!({}))), (None, None));
    }
}
