//! `$NAME`: a value that the user of a filter gives.

use std::fmt;

use crate::xml::common::filterref::is_name_byte;
use crate::xml::wrapping;

/// A variable in a rule. It has a list of values.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    pub name: String,
    pub access: Access,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Access {
    /// All values, one rule for each. Variables with the same number go through their lists together; `$NAME` has 0.
    Iterator(u32),
    /// The value at this place of the list, from 0.
    Element(u32),
}

/// The greatest number of an iterator.
const LAST_ITERATOR: u32 = 1000;

impl Variable {
    /// Reads what stands behind the `$`. What stands behind the `]` is not looked at.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let end = text.bytes().position(|byte| !is_name_byte(byte)).unwrap_or(text.len());
        let (name, rest) = text.split_at(end);
        let access = if rest.is_empty() { Access::Iterator(0) } else { Access::parse(rest.strip_prefix('[')?)? };
        Some(Self { name: name.to_owned(), access })
    }
}

impl Access {
    fn parse(text: &str) -> Option<Self> {
        let text = text.trim_ascii_start();
        let (number, iterates) = text.strip_prefix('@').map_or((text, false), |number| (number, true));
        let (number, _) = number.split_once(']')?;
        let number = wrapping(number.trim_ascii_end(), 10)?;
        match iterates {
            false => Some(Self::Element(number)),
            true => (number <= LAST_ITERATOR).then_some(Self::Iterator(number)),
        }
    }
}

impl fmt::Display for Variable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "${}", self.name)?;
        match self.access {
            Access::Iterator(0) => Ok(()),
            Access::Iterator(number) => write!(out, "[@{number}]"),
            Access::Element(number) => write!(out, "[{number}]"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_come_back() {
        for text in ["IP", "IP_2", "IP[@1]", "IP[2]", "[0]", ""] {
            let variable = Variable::parse(text).expect(text);
            assert_eq!(variable.to_string(), format!("${text}"));
        }
        let same = ["IP[@0]", "IP[ @ 0 ]", "IP[@0]x"].map(|text| Variable::parse(text).expect(text).to_string());
        assert_eq!(same, ["$IP"; 3]);
        for bad in ["a-b", "IP[", "IP[]", "IP[@]", "IP[x]", "IP[1", "IP[@1001]", "IP[1 x]", "IP [1]"] {
            assert_eq!(Variable::parse(bad), None, "{bad}");
        }
    }
}
