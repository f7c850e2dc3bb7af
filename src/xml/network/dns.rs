//! `<dns>`: what the network's name server answers, and whom it asks.

use std::net::IpAddr;

use crate::types::*;
use crate::walk;
use crate::xml::{Fault, Lenient, Shape, YesNo};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dns {
    pub enable: Option<YesNo>,
    pub forward_plain_names: Option<YesNo>,
    pub forwarders: Vec<Forwarder>,
    pub txts: Vec<Txt>,
    pub srvs: Vec<Srv>,
    pub hosts: Vec<DnsHost>,
}

walk!(Dns, |dns, xml| {
    dns.enable.attr("enable", xml);
    dns.forward_plain_names.attr("forwardPlainNames", xml);
    dns.forwarders.child("forwarder", xml);
    dns.txts.child("txt", xml);
    dns.srvs.child("srv", xml);
    dns.hosts.child("host", xml);
    xml.check(|| dns.check());
});

/// Who is asked: for all names, or for those of a domain; without an address, nobody is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Forwarder {
    pub domain: Option<String>,
    pub address: Option<IpAddr>,
    /// 0 is that of DNS, 53.
    pub port: u16,
}

walk!(Forwarder, |forwarder, xml| {
    xml.shaped(Shape::DnsName, |xml| forwarder.domain.attr("domain", xml));
    let sentence = "Invalid forwarder IP address '{}' in network '{name}'";
    xml.refuse(VIR_ERR_XML_ERROR, sentence, |xml| forwarder.address.attr("addr", xml));
    xml.newer(|xml| forwarder.port.sparse("port", xml));
    let empty = forwarder.domain.is_none() && forwarder.address.is_none();
    let text = "Invalid forwarder element, must contain at least one of addr or domain";
    xml.check(|| if empty { Err(Fault::xml(text)) } else { Ok(()) });
});

/// A text that a name has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Txt {
    pub name: String,
    /// None only where a record is named that is to be deleted, as with everything optional in the records that follow.
    pub value: Option<String>,
}

walk!(Txt, |txt, xml| {
    let sentence = "missing required name attribute in DNS TXT record of network {name}";
    xml.lacking(VIR_ERR_XML_DETAIL, sentence, |xml| {
        xml.shaped(Shape::DnsName, |xml| txt.name.required("name", xml));
    });
    txt.value.attr("value", xml);
});

/// Where a service is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Srv {
    pub service: Option<String>,
    pub protocol: Option<String>,
    pub domain: Option<String>,
    pub target: Option<String>,
    pub port: Lenient<u16>,
    /// None is 0, in both that follow.
    pub priority: Lenient<u16>,
    pub weight: Lenient<u16>,
}

walk!(Srv, |srv, xml| {
    srv.service.attr("service", xml);
    xml.shaped(Shape::Transport, |xml| srv.protocol.attr("protocol", xml));
    xml.shaped(Shape::DnsName, |xml| srv.domain.attr("domain", xml));
    srv.target.attr("target", xml);
    let given = ["port", "priority", "weight"].map(|name| xml.given(name));
    srv.port.attr("port", xml);
    srv.priority.attr("priority", xml);
    srv.weight.attr("weight", xml);
    xml.check(|| srv.check_numbers(given));
});

/// The names of an address.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DnsHost {
    pub ip: Option<IpAddr>,
    pub names: Vec<String>,
}

walk!(DnsHost, |host, xml| {
    let sentence = "Invalid IP address in network '{name}' DNS HOST record";
    xml.refuse(VIR_ERR_XML_DETAIL, sentence, |xml| host.ip.attr("ip", xml));
    xml.shaped(Shape::DnsName, |xml| host.names.leaf("hostname", xml));
});

impl Dns {
    pub fn has_records(&self) -> bool {
        !self.forwarders.is_empty() || !self.txts.is_empty() || !self.srvs.is_empty() || !self.hosts.is_empty()
    }

    pub(super) fn settle(&mut self) {
        for srv in &mut self.srvs {
            srv.settle();
        }
    }

    pub(super) fn check(&self) -> Result<(), Fault> {
        if self.enable == Some(YesNo::No) && self.has_records() {
            return Err(Fault::xml("Extra data in disabled network '{name}'"));
        }
        self.txts.iter().try_for_each(|txt| txt.check(false))?;
        self.srvs.iter().try_for_each(|srv| srv.check(false))?;
        self.hosts.iter().try_for_each(|host| host.check(false))
    }
}

impl Txt {
    /// `partial`: it only names a record.
    pub(super) fn check(&self, partial: bool) -> Result<(), Fault> {
        let name = &self.name;
        if name.contains([' ', ',']) {
            return Err(Fault::detail(format!(
                "prohibited character in DNS TXT record name '{name}' of network {{name}}"
            )));
        }
        if self.value.is_none() && !partial {
            let text = format!("missing required value attribute in DNS TXT record named '{name}' of network {{name}}");
            return Err(Fault::detail(text));
        }
        Ok(())
    }
}

impl Srv {
    pub(super) fn settle(&mut self) {
        self.priority.0.take_if(|priority| *priority == 0);
        self.weight.0.take_if(|weight| *weight == 0);
    }

    fn service(&self) -> &str {
        self.service.as_deref().unwrap_or_default()
    }

    fn check_numbers(&self, given: [bool; 3]) -> Result<(), Fault> {
        let bad = [
            given[0] && !matches!(self.port.0, Some(1..)),
            given[1] && self.priority.0.is_none(),
            given[2] && self.weight.0.is_none(),
        ];
        let names = ["invalid DNS SRV port", "Invalid DNS SRV priority", "invalid DNS SRV weight"];
        match bad.iter().position(|bad| *bad) {
            Some(at) => {
                let (name, service) = (names[at], self.service());
                Err(Fault::detail(format!("{name} attribute for service '{service}' in network '{{name}}'")))
            }
            None => Ok(()),
        }
    }

    /// `partial`: it only names a record.
    pub(super) fn check(&self, partial: bool) -> Result<(), Fault> {
        if self.service.is_none() && !partial {
            return Err(Fault::detail("missing required service attribute in DNS SRV record of network '{name}'"));
        }
        let service = self.service();
        if service.len() > MAX_SERVICE {
            let text = format!(
                "service attribute '{service}' in network '{{name}}' is too long, limit is {MAX_SERVICE} bytes"
            );
            return Err(Fault::detail(text));
        }
        refuse_others("service", service, "_-+/*")?;
        if self.protocol.is_none() && !partial {
            let text =
                format!("missing required protocol attribute in DNS SRV record '{service}' of network '{{name}}'");
            return Err(Fault::detail(text));
        }
        refuse_others("protocol", self.protocol.as_deref().unwrap_or_default(), "-+/")?;
        let numbers = [(self.port.0, "port"), (self.priority.0, "priority"), (self.weight.0, "weight")];
        if let (None, Some((_, name))) = (&self.target, numbers.iter().find(|(number, _)| number.is_some())) {
            let text = format!(
                "DNS SRV {name} attribute not permitted without target for service '{service}' in network '{{name}}'"
            );
            return Err(Fault::detail(text));
        }
        Ok(())
    }
}

/// The longest name of a service, in bytes.
const MAX_SERVICE: usize = 482;

/// Complains about what is neither a letter nor a digit nor one of `signs`.
fn refuse_others(attribute: &str, value: &str, signs: &str) -> Result<(), Fault> {
    match value.chars().all(|c| c.is_ascii_alphanumeric() || signs.contains(c)) {
        true => Ok(()),
        false => Err(Fault::detail(format!(
            "invalid character in {attribute} attribute '{value}' in DNS SRV record of network '{{name}}'"
        ))),
    }
}

impl DnsHost {
    /// `partial`: it only names a record.
    pub(super) fn check(&self, partial: bool) -> Result<(), Fault> {
        if self.ip.is_none() && !partial {
            return Err(Fault::detail("Missing IP address in network '{name}' DNS HOST record"));
        }
        if self.names.is_empty() && !partial {
            return Err(Fault::detail("Missing hostname in network '{name}' DNS HOST record"));
        }
        Ok(())
    }
}
