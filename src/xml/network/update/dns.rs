//! Changes of what the name server answers.

use super::{Change, Command, invalid, unknown_command, unsupported};
use crate::xml::Fault;
use crate::xml::network::{DnsHost, Network, Srv, Txt};

impl Network {
    pub(super) fn update_dns_host(&mut self, change: &Change) -> Result<(), Fault> {
        let command = change.command();
        if command == Command::Modify {
            return Err(unsupported("DNS HOST records cannot be modified, only added or deleted"));
        }
        let host: DnsHost = change.read("host", &self.name)?;
        host.check(command == Command::Delete)?;
        if host.ip.is_none() && host.names.is_empty() {
            return Err(Fault::detail("Missing ip and hostname in network '{name}' DNS HOST record"));
        }
        let hosts = &mut self.dns.hosts;
        match command {
            Command::AddFirst | Command::AddLast => {
                if hosts.iter().any(|known| known.ip == host.ip) {
                    let text = "there is already at least one DNS HOST record with a matching field in network {name}";
                    return Err(invalid(text));
                }
                command.add(hosts, host);
            }
            Command::Delete => {
                let named = |known: &DnsHost| known.names.iter().any(|name| host.names.contains(name));
                let found = |known: &DnsHost| host.ip.is_some() && known.ip == host.ip || named(known);
                let many = "multiple matching DNS HOST records were found in network {name}";
                remove_one(hosts, found, "couldn't locate a matching DNS HOST record in network {name}", many)?;
            }
            Command::Modify => {}
            Command::Unknown(number) => return Err(unknown_command(number)),
        }
        Ok(())
    }

    pub(super) fn update_dns_txt(&mut self, change: &Change) -> Result<(), Fault> {
        let command = change.command();
        if command == Command::Modify {
            return Err(unsupported("DNS TXT records cannot be modified, only added or deleted"));
        }
        let txt: Txt = change.read("txt", &self.name)?;
        txt.check(command == Command::Delete)?;
        let txts = &mut self.dns.txts;
        let found = txts.iter().position(|known| known.name == txt.name);
        match (command, found) {
            (Command::AddFirst | Command::AddLast, Some(_)) => {
                let name = &txt.name;
                return Err(invalid(format!(
                    "there is already a DNS TXT record with name '{name}' in network {{name}}"
                )));
            }
            (Command::AddFirst | Command::AddLast, None) => command.add(txts, txt),
            (Command::Delete, Some(at)) => drop(txts.remove(at)),
            (Command::Delete, None) => {
                return Err(invalid("couldn't locate a matching DNS TXT record in network {name}"));
            }
            (Command::Modify, _) => {}
            (Command::Unknown(number), _) => return Err(unknown_command(number)),
        }
        Ok(())
    }

    pub(super) fn update_dns_srv(&mut self, change: &Change) -> Result<(), Fault> {
        let command = change.command();
        if command == Command::Modify {
            return Err(unsupported("DNS SRV records cannot be modified, only added or deleted"));
        }
        let mut srv: Srv = change.read("srv", &self.name)?;
        srv.settle();
        srv.check(command == Command::Delete)?;
        let srvs = &mut self.dns.srvs;
        match command {
            Command::AddFirst | Command::AddLast => {
                if srvs.iter().any(|known| known.fits(&srv)) {
                    let text =
                        "there is already at least one DNS SRV record matching all specified fields in network {name}";
                    return Err(invalid(text));
                }
                command.add(srvs, srv);
            }
            Command::Delete => {
                let many = "multiple DNS SRV records matching all specified fields were found in network {name}";
                let none = "couldn't locate a matching DNS SRV record in network {name}";
                remove_one(srvs, |known| known.fits(&srv), none, many)?;
            }
            Command::Modify => {}
            Command::Unknown(number) => return Err(unknown_command(number)),
        }
        Ok(())
    }
}

/// Takes the one element out that fits; complains with `none` or `many` where it is not one.
fn remove_one<T>(list: &mut Vec<T>, fits: impl Fn(&T) -> bool, none: &str, many: &str) -> Result<(), Fault> {
    let mut found = (0..list.len()).filter(|at| fits(&list[*at]));
    match (found.next(), found.next()) {
        (Some(at), None) => drop(list.remove(at)),
        (Some(_), Some(_)) => return Err(invalid(many)),
        (None, _) => return Err(invalid(none)),
    }
    Ok(())
}

impl Srv {
    /// Whether it is all that `wanted` says.
    fn fits(&self, wanted: &Self) -> bool {
        fn same<T: PartialEq>(wanted: &Option<T>, have: &Option<T>) -> bool {
            wanted.is_none() || wanted == have
        }
        same(&wanted.service, &self.service)
            && same(&wanted.protocol, &self.protocol)
            && same(&wanted.domain, &self.domain)
            && same(&wanted.target, &self.target)
            && same(&wanted.port.0, &self.port.0)
            && same(&wanted.priority.0, &self.priority.0)
            && same(&wanted.weight.0, &self.weight.0)
    }
}
