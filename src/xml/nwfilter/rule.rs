//! `<rule>`: what happens to packets that match.

use super::content::{Content, Number, Side};
use super::protocol::{Attribute, Field, Protocol};
use crate::types::*;
use crate::xml::{Element, Expected, Fault, Reader, Text, Value, Writer};
use crate::{walk, words};

words! {
    /// What happens to a packet that matches; `Return` leaves the chain, `Continue` goes on with the next rule.
    pub enum Action { Drop = "drop", Accept = "accept", Reject = "reject", Return = "return", Continue = "continue" }
}

words! {
    /// Where packets go, seen from the machine.
    pub enum Direction { In = "in", Out = "out", InOut = "inout" }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rule {
    pub action: Action,
    pub direction: Direction,
    pub priority: Priority,
    /// Whether connections are not followed.
    pub stateless: Stateless,
    pub matches: Match,
}

walk!(Rule, |rule, xml| {
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown rule action attribute value", |xml| {
        xml.lacking(VIR_ERR_INTERNAL_ERROR, super::NO_ACTION, |xml| rule.action.required("action", xml))
    });
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown rule direction attribute value", |xml| {
        let sentence = "rule node requires direction attribute";
        xml.lacking(VIR_ERR_INTERNAL_ERROR, sentence, |xml| rule.direction.required("direction", xml))
    });
    rule.priority.attr("priority", xml);
    rule.stateless.sparse("statematch", xml);
    rule.matches.inline(xml);
});

/// From -1000, the first, to 1000; anything else is 500.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Priority(pub i32);

impl Default for Priority {
    fn default() -> Self {
        Self(500)
    }
}

impl Value for Priority {
    const EXPECTED: Expected = Expected::Signed(32);
    fn parse(text: &str) -> Option<Self> {
        let priority = i32::parse(text).filter(|priority| super::PRIORITIES.contains(priority));
        Some(priority.map_or_else(Self::default, Self))
    }
    fn fits_schema(text: &str) -> bool {
        i32::parse(text).is_some_and(|priority| super::PRIORITIES.contains(&priority))
    }
    fn write(&self, out: &mut Text) {
        self.0.write(out);
    }
}

/// `statematch`: `false` and `0` say that connections are not followed, anything else that they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stateless(pub bool);

impl Value for Stateless {
    const EXPECTED: Expected = Expected::Kind("true or false");
    fn parse(text: &str) -> Option<Self> {
        Some(Self(text == "0" || text.eq_ignore_ascii_case("false")))
    }
    /// That connections are followed is said by saying nothing.
    fn fits_schema(text: &str) -> bool {
        Self::parse(text).is_some_and(|stateless| stateless.0)
    }
    fn write(&self, out: &mut Text) {
        out.plain(if self.0 { "false" } else { "true" });
    }
}

/// `match`: `no` says that the items must not hold, anything else that they must.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Negated(bool);

impl Value for Negated {
    const EXPECTED: Expected = Expected::Kind("yes or no");
    fn parse(text: &str) -> Option<Self> {
        Some(Self(text == "no"))
    }
    fn fits_schema(text: &str) -> bool {
        matches!(text, "yes" | "no")
    }
    fn write(&self, out: &mut Text) {
        out.plain(if self.0 { "no" } else { "yes" });
    }
}

/// Which packets match: those of the protocol for which all items hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Match {
    /// None where all packets match.
    pub protocol: Option<Protocol>,
    /// In the order in which they are written.
    pub items: Vec<Item>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub field: Field,
    pub content: Content,
    /// Whether the field must be something else.
    pub negated: bool,
}

/// The first child that is a protocol decides; other elements of that name add to it.
impl Element for Match {
    fn read(&mut self, xml: &mut Reader) {
        let Some(protocol) = xml.first_among(Protocol::WORDS).and_then(|at| Protocol::parse(Protocol::WORDS[at]))
        else {
            return;
        };
        self.protocol = Some(protocol);
        let attributes: Vec<&Attribute> = protocol.attributes().collect();
        let mut slots: Vec<Option<Item>> = vec![None; attributes.len()];
        let strict = xml.is_strict();
        if strict {
            xml.single(protocol.word(), VIR_ERR_XML_ERROR, "a rule has only one protocol");
        }
        xml.every(protocol.word(), &mut |xml| {
            let negated = xml.attribute::<Negated>("match").unwrap_or_default().0;
            // Backwards, because of several bad values libvirt names the last.
            for (slot, attribute) in slots.iter_mut().zip(&attributes).rev() {
                let name = attribute.field.word();
                let refusal = |text: &str| Some(Fault::internal(format!("{name} has illegal value {text}")));
                let fits = |text: &str| !strict || attribute.kind.fits_schema(text);
                let parse = |text: &str| Content::parse(attribute.kind, text).filter(|_| fits(text));
                if let Some(content) = xml.attribute_as(name, attribute.kind.expected(), parse, refusal) {
                    *slot = Some(Item { field: attribute.field, content, negated });
                }
            }
            if strict && xml.given(Field::IpSet.word()) != xml.given(Field::IpSetFlags.word()) {
                xml.check_value(|| Err(Fault::xml("ipset and ipsetflags must stand together")));
            }
            xml.check(|| check_ports(protocol, &slots));
        });
        self.items = slots.into_iter().flatten().collect();
        self.settle(protocol);
    }

    /// An element says `match` once: it ends where negated items and others meet.
    fn write(&self, xml: &mut Writer) {
        let Some(protocol) = self.protocol else { return };
        if self.items.is_empty() {
            return xml.element(protocol.word(), |_| ());
        }
        for items in self.items.chunk_by(|one, next| one.negated == next.negated) {
            xml.element(protocol.word(), |xml| {
                if items[0].negated {
                    xml.word("match", "no");
                }
                items.iter().for_each(|item| xml.attribute_as(item.field.word(), |text| item.content.write(text)));
            });
        }
    }
}

impl Match {
    /// What stands in a field.
    pub fn get(&self, field: Field) -> Option<&Item> {
        self.items.iter().find(|item| item.field == field)
    }

    /// Negates what follows another field as that one is, and completes sets of addresses.
    fn settle(&mut self, protocol: Protocol) {
        for attribute in protocol.attributes() {
            if let Some(leader) = attribute.follows
                && let Some(at) = self.items.iter().position(|item| item.field == attribute.field)
            {
                self.items[at].negated = self.get(leader).is_some_and(|leader| leader.negated);
            }
        }
        if protocol.settles_sets() {
            self.settle_set();
        }
    }

    /// A set without flags looks at the source; flags without a set mean nothing. libvirt also forgets a set that has flags, and with
    /// it what it wrote itself: a rule would match more each time it is read.
    fn settle_set(&mut self) {
        let set = self.items.iter().position(|item| item.field == Field::IpSet);
        let flags = self.items.iter().position(|item| item.field == Field::IpSetFlags);
        match (set, flags) {
            (Some(at), None) => {
                let content = Content::Sides(vec![Side::Source]);
                self.items.insert(at + 1, Item { field: Field::IpSetFlags, content, negated: false });
            }
            (None, Some(at)) => drop(self.items.remove(at)),
            (Some(_), Some(_)) | (None, None) => {}
        }
    }
}

/// Ports of a packet of IP are there only where the protocol in it has some: TCP, UDP, DCCP or SCTP.
fn check_ports(protocol: Protocol, items: &[Option<Item>]) -> Result<(), Fault> {
    let name = match protocol {
        Protocol::Ip => "IP",
        Protocol::Ipv6 => "IPv6",
        _ => return Ok(()),
    };
    let find = |field| items.iter().flatten().find(|item| item.field == field);
    let ports = [Field::SrcPortStart, Field::SrcPortEnd, Field::DstPortStart, Field::DstPortEnd];
    let has_ports = match find(Field::IpProtocol).map(|item| &item.content) {
        Some(Content::Number(Number { value, .. })) => matches!(value, 6 | 17 | 33 | 132),
        _ => false,
    };
    if has_ports || ports.into_iter().all(|port| find(port).is_none()) {
        return Ok(());
    }
    let text = "rule with port specification requires protocol specification with protocol to be either one of tcp(6), \
                udp(17), dccp(33), or sctp(132)";
    Err(Fault::internal(format!("{name} {text}")))
}
