//! `<filter>` and `<filterbinding>`: which packets a machine's network card may send and receive.
//!
//! Source: <https://libvirt.org/formatnwfilter.html>, and what libvirt 9.0.0 takes and writes.

mod binding;
mod content;
mod protocol;
mod rule;
mod variable;

pub use binding::Binding;
pub use content::{Content, Form, Number, STATES, Side, TCP_FLAGS};
pub use protocol::{Field, Protocol};
pub use rule::{Action, Direction, Item, Match, Priority, Rule, Stateless};
pub use variable::{Access, Variable};

use std::ops::RangeInclusive;

use super::common::filterref::Filterref;
use super::{Fault, Filled, Read, Root, Shape, Unknown, parse};
use crate::error::Origin;
use crate::types::*;
use crate::uuid::Uuid;
use crate::{variants, walk};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    pub name: String,
    /// Where packets meet the filter: `root`, or a chain of a protocol, whose name begins with that of the protocol.
    pub chain: String,
    /// In which order chains are visited; none is 0. Some in each chain whose default is another.
    pub priority: Filled<i32>,
    /// Some once it is parsed.
    pub uuid: Option<Uuid>,
    pub entries: Vec<Entry>,
}

variants! {
    pub enum Entry { Rule(Rule) = "rule", Filterref(Filterref) = "filterref" }
}

walk!(Filter, |filter, xml| {
    xml.shaped(Shape::Name, |xml| filter.name.attr("name", xml));
    filter.chain.attr("chain", xml);
    let sentence = "Could not parse chain priority '{}'";
    xml.refuse(VIR_ERR_INVALID_ARG, sentence, |xml| filter.priority.sparse("priority", xml));
    xml.check(|| filter.check());
    xml.refuse(VIR_ERR_XML_ERROR, "malformed uuid element", |xml| filter.uuid.leaf("uuid", xml));
    // A reference without a filter has the sentence of a rule without an action.
    xml.lacking(VIR_ERR_INTERNAL_ERROR, NO_ACTION, |xml| filter.entries.among(xml));
    xml.open();
});

const NO_ACTION: &str = "rule node requires action attribute";

/// Priorities of chains and of rules.
const PRIORITIES: RangeInclusive<i32> = -1000..=1000;

/// How names of chains begin, with the priority that a chain has where nothing is said.
const CHAINS: [(&str, i32); 7] =
    [("mac", -800), ("vlan", -750), ("stp", 0), ("arp", -500), ("rarp", -400), ("ipv4", -700), ("ipv6", -600)];

const ROOT_CHAIN: &str = "root";

/// In bytes, so that an interface's name and a prefix fit into a chain's name beside it.
const LONGEST_CHAIN: usize = 12;

impl Root for Filter {
    const NAME: &'static str = "filter";
    const LABEL: &'static str = "nwfilter_definition";
    const ORIGIN: Origin = VIR_FROM_NWFILTER;
}

impl Filter {
    /// Reads a document; fills in what it leaves open, and its UUID.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn parse(text: &str, options: Read) -> Result<(Self, Vec<Unknown>), Fault> {
        let (mut filter, unknown) = parse::<Self>(text, options)?;
        filter.settle();
        if filter.uuid.is_none() {
            filter.uuid = Some(Uuid::random().map_err(|error| Fault::internal(error.to_string()))?);
        }
        Ok((filter, unknown))
    }

    fn settle(&mut self) {
        if self.chain.is_empty() {
            // libvirt looks at the priority only where there is a chain.
            self.priority.0 = None;
            ROOT_CHAIN.clone_into(&mut self.chain);
        } else {
            let default = default_priority(&self.chain).unwrap_or_default();
            let priority = self.priority.0.get_or_insert(default);
            // libvirt never writes 0, and reads the default when it comes back.
            if *priority == 0 && default == 0 {
                self.priority.0 = None;
            }
        }
    }

    fn check(&self) -> Result<(), Fault> {
        if self.name.is_empty() {
            return Err(Fault::internal("filter has no name"));
        }
        if let Some(priority) = self.priority.0.filter(|priority| !PRIORITIES.contains(priority)) {
            let (least, most) = (PRIORITIES.start(), PRIORITIES.end());
            let text = format!("Priority '{priority}' is outside valid range of [{least},{most}]");
            return Err(Fault::new(VIR_ERR_INVALID_ARG, text));
        }
        self.check_chain()
    }

    fn check_chain(&self) -> Result<(), Fault> {
        let chain = self.chain.as_str();
        let valid = |byte: u8| byte.is_ascii_alphanumeric() || b"_.:-".contains(&byte);
        let text = if chain.len() > LONGEST_CHAIN {
            format!("Name of chain is longer than {LONGEST_CHAIN} characters")
        } else if !chain.bytes().all(valid) {
            "Chain name contains invalid characters".to_owned()
        } else if chain.is_empty() || chain == ROOT_CHAIN || default_priority(chain).is_some() {
            return Ok(());
        } else {
            let prefixes = CHAINS.map(|(prefix, _)| prefix).join(", ");
            format!(
                "Invalid chain name '{chain}'. Please use a chain name called '{ROOT_CHAIN}' or any of the following \
                 prefixes: {prefixes}"
            )
        };
        // libvirt has no sentence for what only begins with `root`, and the code of those that have none.
        let code = if chain.starts_with(ROOT_CHAIN) { VIR_ERR_INTERNAL_ERROR } else { VIR_ERR_INVALID_ARG };
        Err(Fault::new(code, text))
    }
}

/// None for a name that is none of a protocol's chain.
fn default_priority(chain: &str) -> Option<i32> {
    CHAINS.iter().find(|(prefix, _)| chain.starts_with(prefix)).map(|(_, priority)| *priority)
}

#[cfg(test)]
mod tests;
