//! What stands in an attribute of a protocol: the kinds of values, how they are read and how they are written.

use std::net::{IpAddr, Ipv6Addr};

use super::variable::Variable;
use crate::address;
use crate::mac::Mac;
use crate::words;
use crate::xml::{Expected, Text, Value, wrapping};

/// A value, or the variable that will have it.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    Variable(Variable),
    Number(Number),
    /// An address, or the bits of one that matter.
    Mac(Mac),
    Address(IpAddr),
    /// How many bits of an address matter.
    Prefix(u8),
    Flag(bool),
    Text(String),
    /// States of a connection: bits of [`STATES`].
    States(u8),
    /// Which flags of TCP are looked at, and which of them must be set: bits of [`TCP_FLAGS`].
    TcpFlags {
        mask: u8,
        flags: u8,
    },
    Sides(Vec<Side>),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    pub value: u32,
    pub form: Form,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Form {
    Decimal,
    Hexadecimal,
    Word(&'static str),
}

words! {
    /// Which address or port of a packet is looked up in a set.
    pub enum Side { Destination = "dst", Source = "src" }
}

/// What may stand in an attribute.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    Number(Range),
    Mac,
    MacMask,
    Ipv4,
    Ipv4Mask,
    Ipv6,
    Ipv6Mask,
    Flag,
    Comment,
    States,
    TcpFlags,
    SetName,
    Sides,
}

/// Which numbers may stand there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range {
    least: u32,
    most: u32,
    base16: Base16,
    names: &'static [(u32, &'static str)],
    expected: &'static str,
}

/// What a number in base 16 is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Base16 {
    Refused,
    /// Written in base 10.
    Read,
    Kept,
}

impl Kind {
    pub const U8: Self = Self::number(0, 0xff, "a number up to 255, or in base 16 up to 0xff");
    pub const U16: Self = Self::number(0, 0xffff, "a number up to 65535, or in base 16 up to 0xffff");
    pub const U32: Self = Self::number(0, u32::MAX, "a number of 32 bits, or one in base 16");
    pub const DSCP: Self = Self::number(0, 63, "a number up to 63, or in base 16 up to 0x3f");
    pub const VLAN: Self = Self::number(0, 4095, "a number up to 4095, or in base 16 up to 0xfff");
    pub const LIMIT: Self = Self::number(0, 0xffff, "a number up to 65535").with(Base16::Refused);
    pub const ETHERTYPE: Self =
        Self::number(0x600, 0xffff, "a number from 0x600 to 0xffff or one of arp, rarp, ipv4, ipv6, vlan")
            .named(ETHERTYPES);
    pub const ENCAPSULATED: Self =
        Self::number(0x3c, 0xffff, "a number from 0x3c to 0xffff or one of arp, rarp, ipv4, ipv6, vlan")
            .named(ETHERTYPES);
    pub const OPCODE: Self = Self::number(0, 0xffff, "a number up to 65535 or a name such as Request or Reply")
        .named(OPCODES)
        .with(Base16::Read);
    pub const IP_PROTOCOL: Self =
        Self::number(0, 0xff, "a number up to 255 or one of tcp, udp, udplite, esp, ah, icmp, igmp, sctp, icmpv6")
            .named(IP_PROTOCOLS);

    const fn number(least: u32, most: u32, expected: &'static str) -> Self {
        Self::Number(Range { least, most, base16: Base16::Kept, names: &[], expected })
    }

    const fn named(self, names: &'static [(u32, &'static str)]) -> Self {
        match self {
            Self::Number(range) => Self::Number(Range { names, ..range }),
            other => other,
        }
    }

    const fn with(self, base16: Base16) -> Self {
        match self {
            Self::Number(range) => Self::Number(Range { base16, ..range }),
            other => other,
        }
    }

    pub fn expected(self) -> Expected {
        Expected::Kind(match self {
            Self::Number(range) => range.expected,
            Self::Mac => "a MAC address such as 52:54:00:12:34:56",
            Self::MacMask => "a mask such as ff:ff:ff:00:00:00, its ones before its zeros",
            Self::Ipv4 => "an IPv4 address",
            Self::Ipv4Mask => "a number up to 32 or a mask such as 255.255.255.0",
            Self::Ipv6 => "an IPv6 address",
            Self::Ipv6Mask => "a number up to 128 or a mask such as ffff:ffff::",
            Self::Flag => "true or false",
            Self::Comment => "text",
            Self::States => "some of NEW, ESTABLISHED, RELATED, INVALID, or NONE",
            Self::TcpFlags => "two lists of FIN, SYN, RST, PSH, ACK, URG, or ALL or NONE, such as SYN,ACK/SYN",
            Self::SetName => "up to 31 letters, digits, blanks and _.:-+",
            Self::Sides => "up to 6 of src and dst with commas between them",
        })
    }

    /// Whether libvirt's schema takes a text that [`Content::parse`] takes.
    pub fn fits_schema(self, text: &str) -> bool {
        let is_variable = text.starts_with('$');
        is_variable
            || match self {
                Self::Number(range) => range.fits_schema(text),
                Self::Ipv4 => text.split('.').count() == 4,
                Self::States => !text.is_empty(),
                Self::Mac
                | Self::MacMask
                | Self::Ipv4Mask
                | Self::Ipv6
                | Self::Ipv6Mask
                | Self::Flag
                | Self::Comment
                | Self::TcpFlags
                | Self::SetName
                | Self::Sides => true,
            }
    }

    /// Reads what is not a variable.
    fn parse(self, text: &str) -> Option<Content> {
        Some(match self {
            Self::Number(range) => Content::Number(range.parse(text)?),
            Self::Mac => Content::Mac(Mac::parse(text)?),
            Self::MacMask => Content::Mac(Mac::parse(text).filter(|mask| is_mask(*mask))?),
            Self::Ipv4 => Content::Address(ipv4(text)?),
            Self::Ipv4Mask => Content::Prefix(prefix(text, 32, ipv4)?),
            Self::Ipv6 => Content::Address(ipv6(text)?),
            Self::Ipv6Mask => Content::Prefix(prefix(text, 128, ipv6)?),
            Self::Flag => Content::Flag(matches!(text, "true" | "1" | "yes")),
            Self::Comment => Content::Text(text[..text.floor_char_boundary(LONGEST_COMMENT)].to_owned()),
            Self::States => Content::States(states(text)?),
            Self::TcpFlags => {
                let (mask, flags) = text.split_once('/')?;
                Content::TcpFlags { mask: bits(mask, TCP_FLAGS)?, flags: bits(flags, TCP_FLAGS)? }
            }
            Self::SetName => Content::Text(Some(text).filter(|name| is_set_name(name))?.to_owned()),
            Self::Sides => Content::Sides(sides(text)?),
        })
    }
}

impl Content {
    pub(super) fn parse(kind: Kind, text: &str) -> Option<Self> {
        match text.strip_prefix('$') {
            Some(variable) => Variable::parse(variable).map(Self::Variable),
            None => kind.parse(text),
        }
    }

    pub(super) fn write(&self, out: &mut Text) {
        match self {
            Self::Variable(variable) => out.displayed(variable),
            Self::Number(Number { form: Form::Word(word), .. }) => out.plain(word),
            Self::Number(Number { form: Form::Hexadecimal, value }) => out.hex((*value).into(), 1),
            Self::Number(Number { form: Form::Decimal, value }) => value.write(out),
            Self::Mac(mac) => mac.write(out),
            Self::Address(address) => address.write(out),
            Self::Prefix(bits) => bits.write(out),
            Self::Flag(set) => out.plain(if *set { "true" } else { "false" }),
            Self::Text(text) => out.escaped(text),
            Self::States(states) => list(out, names(*states, STATES)),
            Self::TcpFlags { mask, flags } => {
                tcp_flags(*mask, out);
                out.plain("/");
                tcp_flags(*flags, out);
            }
            Self::Sides(sides) => list(out, sides.iter().map(|side| side.word())),
        }
    }
}

impl Range {
    /// Numbers in base 16 have their prefix, where they may be at all.
    fn fits_schema(self, text: &str) -> bool {
        let is_named = self.names.iter().any(|(_, name)| name.eq_ignore_ascii_case(text));
        let is_hexadecimal = text.starts_with("0x") && self.base16 == Base16::Kept;
        is_named || is_hexadecimal || wrapping(text, 10).is_some()
    }

    fn parse(self, text: &str) -> Option<Number> {
        let words = self.names.iter();
        let (value, form) = match (wrapping(text, 10), wrapping(text, 16)) {
            (Some(value), _) => (value, Form::Decimal),
            (None, Some(value)) if self.base16 == Base16::Kept => (value, Form::Hexadecimal),
            (None, Some(value)) if self.base16 == Base16::Read => (value, Form::Decimal),
            _ => (words.clone().find(|(_, name)| name.eq_ignore_ascii_case(text))?.0, Form::Decimal),
        };
        let word = words.clone().find(|(known, _)| *known == value).map(|(_, name)| Form::Word(name));
        (self.least..=self.most).contains(&value).then_some(Number { value, form: word.unwrap_or(form) })
    }
}

const ETHERTYPES: &[(u32, &str)] =
    &[(0x806, "arp"), (0x8035, "rarp"), (0x800, "ipv4"), (0x86dd, "ipv6"), (0x8100, "vlan")];

const OPCODES: &[(u32, &str)] = &[
    (1, "Request"),
    (2, "Reply"),
    (3, "Request_Reverse"),
    (4, "Reply_Reverse"),
    (5, "DRARP_Request"),
    (6, "DRARP_Reply"),
    (7, "DRARP_Error"),
    (8, "InARP_Request"),
    (9, "ARP_NAK"),
];

const IP_PROTOCOLS: &[(u32, &str)] = &[
    (6, "tcp"),
    (17, "udp"),
    (136, "udplite"),
    (50, "esp"),
    (51, "ah"),
    (1, "icmp"),
    (2, "igmp"),
    (132, "sctp"),
    (58, "icmpv6"),
];

/// States of a connection, each with its bit.
pub const STATES: &[(u8, &str)] = &[(1, "NEW"), (2, "ESTABLISHED"), (4, "RELATED"), (8, "INVALID"), (NO_STATE, "NONE")];

/// The state that excludes all others.
const NO_STATE: u8 = 16;

/// Flags of TCP, each with its bit (RFC 9293, 3.1), and words for all and none of them.
pub const TCP_FLAGS: &[(u8, &str)] =
    &[(1, "FIN"), (2, "SYN"), (4, "RST"), (8, "PSH"), (16, "ACK"), (32, "URG"), (ALL_TCP_FLAGS, "ALL"), (0, "NONE")];

const ALL_TCP_FLAGS: u8 = 0x3f;

/// In bytes; what is longer is cut.
const LONGEST_COMMENT: usize = 256;
const LONGEST_SET_NAME: usize = 31;
const MOST_SIDES: usize = 6;

/// The bits of all words in a list. Commas and blanks may stand between words, but need not.
fn bits(text: &str, words: &[(u8, &str)]) -> Option<u8> {
    let mut rest = text.as_bytes();
    let mut bits = 0;
    loop {
        while let [b',' | b' ' | b'\t' | b'\n' | b'\r', tail @ ..] = rest {
            rest = tail;
        }
        if rest.is_empty() {
            return Some(bits);
        }
        let starts = |word: &str| rest.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word.as_bytes()));
        let (bit, word) = words.iter().find(|(_, word)| starts(word))?;
        bits |= bit;
        rest = &rest[word.len()..];
    }
}

fn states(text: &str) -> Option<u8> {
    bits(text, STATES).map(|states| if states & NO_STATE != 0 { NO_STATE } else { states })
}

fn names(bits: u8, words: &[(u8, &'static str)]) -> impl Iterator<Item = &'static str> {
    words.iter().filter(move |(bit, _)| bit.is_power_of_two() && bits & bit != 0).map(|(_, word)| *word)
}

fn list(out: &mut Text, words: impl Iterator<Item = &'static str>) {
    for (at, word) in words.enumerate() {
        if at > 0 {
            out.plain(",");
        }
        out.plain(word);
    }
}

fn tcp_flags(flags: u8, out: &mut Text) {
    match flags {
        0 => out.plain("NONE"),
        ALL_TCP_FLAGS => out.plain("ALL"),
        _ => list(out, names(flags, TCP_FLAGS)),
    }
}

/// Whether all ones stand before all zeros.
fn is_mask(mask: Mac) -> bool {
    let bits = mask.0.iter().fold(0u64, |bits, byte| bits << 8 | u64::from(*byte)) << 16;
    bits.leading_ones() + bits.trailing_zeros() >= u64::BITS
}

/// An IPv4 address, which may also be written as one of IPv6.
fn ipv4(text: &str) -> Option<IpAddr> {
    match address::parse(text)? {
        IpAddr::V6(mapped) => mapped.to_ipv4_mapped().map(IpAddr::V4),
        ipv4 => Some(ipv4),
    }
}

fn ipv6(text: &str) -> Option<IpAddr> {
    text.parse::<Ipv6Addr>().ok().map(IpAddr::V6)
}

fn prefix(text: &str, most: u32, parse: impl FnOnce(&str) -> Option<IpAddr>) -> Option<u8> {
    let bits = wrapping(text, 10).map_or_else(|| address::ones(parse(text)?), |bits| (bits <= most).then_some(bits))?;
    bits.try_into().ok()
}

fn is_set_name(name: &str) -> bool {
    let valid = |byte: u8| byte.is_ascii_alphanumeric() || b"_.:-+ ".contains(&byte);
    name.len() <= LONGEST_SET_NAME && name.bytes().all(valid)
}

/// As libvirt, which takes a comma behind the sixth.
fn sides(text: &str) -> Option<Vec<Side>> {
    let mut parts: Vec<&str> = text.split(',').collect();
    parts.pop_if(|last| last.is_empty() && text.matches(',').count() == MOST_SIDES);
    let side = |word: &&str| Side::WORDS.iter().position(|known| known.eq_ignore_ascii_case(word));
    let sides: Option<Vec<Side>> =
        parts.iter().map(|word| side(word).and_then(|at| Side::parse(Side::WORDS[at]))).collect();
    sides.filter(|sides| sides.len() <= MOST_SIDES)
}
