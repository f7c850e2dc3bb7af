//! IP addresses: their text as the C library reads it, and which network they are in.

use std::net::{IpAddr, Ipv4Addr};

/// Reads an address as `getaddrinfo` does with `AI_NUMERICHOST`: IPv4 also in fewer than four numbers, each decimal, octal
/// (`010`) or hexadecimal (`0x10`).
pub fn parse(text: &str) -> Option<IpAddr> {
    match text.parse() {
        Ok(address) => Some(address),
        Err(_) => parse_ipv4(text).map(IpAddr::V4),
    }
}

/// As `inet_aton`: the last number fills the bytes that are left.
fn parse_ipv4(text: &str) -> Option<Ipv4Addr> {
    let mut address = 0;
    let mut parts = text.split('.').peekable();
    let mut bits_left = 32;
    while let Some(part) = parts.next() {
        let number = parse_number(part)?;
        let last = parts.peek().is_none();
        let bits = if last { bits_left } else { 8 };
        if bits == 0 || u64::from(number) >> bits != 0 {
            return None;
        }
        bits_left = u32::checked_sub(bits_left, bits)?;
        address |= number << bits_left;
    }
    Some(Ipv4Addr::from(address))
}

fn parse_number(text: &str) -> Option<u32> {
    let hex = text.strip_prefix("0x").or(text.strip_prefix("0X"));
    let (digits, base) = match hex {
        Some(digits) => (digits, 16),
        None if text.len() > 1 && text.starts_with('0') => (text, 8),
        None => (text, 10),
    };
    if !digits.starts_with(|c: char| c.is_ascii_hexdigit()) {
        return None;
    }
    u32::from_str_radix(digits, base).ok()
}

/// The text that the C library has for an address: as Rust's, but for an IPv6 address of which only the last 32 bits are set.
pub fn text(address: IpAddr) -> String {
    match address {
        IpAddr::V6(ip) if ip.segments()[..6] == [0; 6] && ip.segments()[6] != 0 => {
            let [.., a, b, c, d] = ip.octets();
            format!("::{a}.{b}.{c}.{d}")
        }
        IpAddr::V4(_) | IpAddr::V6(_) => address.to_string(),
    }
}

/// How many bits of an IPv4 mask are set; none when it has holes, or is no IPv4 mask.
pub fn prefix_of_mask(mask: IpAddr) -> Option<u32> {
    if mask.is_ipv4() { ones(mask) } else { None }
}

/// How many bits of a mask are set; none when it has holes.
pub fn ones(mask: IpAddr) -> Option<u32> {
    let (bits, width) = bits(mask);
    let ones = (!(bits << (128 - width))).leading_zeros();
    (bits == low_bits(width) ^ low_bits(width - ones)).then_some(ones)
}

/// The prefix of an address that was given without one: that of its class in IPv4, 64 in IPv6. None for classes that have none.
pub fn default_prefix(address: IpAddr) -> Option<u32> {
    match address {
        IpAddr::V6(_) => Some(64),
        IpAddr::V4(address) => match address.octets()[0] {
            0..=127 => Some(8),
            128..=191 => Some(16),
            192..=223 => Some(24),
            224.. => None,
        },
    }
}

/// The addresses that begin with the same bits as one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Subnet {
    first: IpAddr,
    prefix: u32,
}

impl Subnet {
    /// The network of an address; none where the prefix is longer than the address.
    pub fn of(address: IpAddr, prefix: u32) -> Option<Self> {
        let (bits, width) = bits(address);
        let rest = width.checked_sub(prefix)?;
        Some(Self { first: from_bits(bits & !low_bits(rest), width), prefix })
    }

    /// How many bits its addresses begin with alike.
    pub fn prefix(&self) -> u32 {
        self.prefix
    }

    /// All bits behind the prefix are 0.
    pub fn first(&self) -> IpAddr {
        self.first
    }

    /// All bits behind the prefix are 1.
    pub fn last(&self) -> IpAddr {
        let (bits, width) = bits(self.first);
        from_bits(bits | low_bits(width - self.prefix), width)
    }

    pub fn contains(&self, address: IpAddr) -> bool {
        address.is_ipv4() == self.first.is_ipv4() && Self::of(address, self.prefix) == Some(*self)
    }
}

/// How many addresses come before `last` and not before `first`; none of different families.
pub fn distance(first: IpAddr, last: IpAddr) -> Option<i128> {
    let ((first, width), (last, other)) = (bits(first), bits(last));
    // The top bit of an IPv6 address is lost only where the distance itself is beyond all use.
    (width == other).then(|| (last as i128).saturating_sub(first as i128))
}

/// The address as a number, and how many bits it has.
fn bits(address: IpAddr) -> (u128, u32) {
    match address {
        IpAddr::V4(address) => (u128::from(u32::from(address)), 32),
        IpAddr::V6(address) => (u128::from(address), 128),
    }
}

fn from_bits(bits: u128, width: u32) -> IpAddr {
    match width {
        32 => IpAddr::V4((bits as u32).into()),
        _ => IpAddr::V6(bits.into()),
    }
}

/// So many ones.
fn low_bits(count: u32) -> u128 {
    1u128.checked_shl(count).map_or(u128::MAX, |bit| bit - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        parse(text).unwrap_or_else(|| panic!("{text}"))
    }

    #[test]
    fn texts_that_c_reads() {
        assert_eq!(
            [ip("1.2.3"), ip("1.131075"), ip("16908291")].map(|ip| ip.to_string()),
            ["1.2.0.3", "1.2.0.3", "1.2.0.3"]
        );
        assert_eq!(ip("192.168.010.0x1"), ip("192.168.8.1"));
        assert_eq!(ip("2001:DB8::0001").to_string(), "2001:db8::1");
        let written = ["::1:2", "::1", "::ffff:1.2.3.4", "1::1:2"].map(|address| text(ip(address)));
        assert_eq!(written, ["::0.1.0.2", "::1", "::ffff:1.2.3.4", "1::1:2"]);
        for bad in [
            "",
            "x",
            "1.2.3.256",
            "1.2.65536",
            "1.2.3.4.5",
            "1.2.3.4.5.6",
            "1..2",
            "1.2.3.4 ",
            "08.1.1.1",
            "::g",
            "0x",
            "+1",
            "1.2.3.",
        ] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn prefixes() {
        assert_eq!(prefix_of_mask(ip("255.255.255.0")), Some(24));
        assert_eq!([prefix_of_mask(ip("0.0.0.0")), prefix_of_mask(ip("255.255.255.255"))], [Some(0), Some(32)]);
        assert_eq!([prefix_of_mask(ip("255.0.255.0")), prefix_of_mask(ip("ffff::"))], [None; 2]);
        assert_eq!(
            ["ffff:8000::", "::", "ffff::1", "255.255.255.255"].map(|mask| ones(ip(mask))),
            [Some(17), Some(0), None, Some(32)]
        );
        assert_eq!([default_prefix(ip("10.0.0.1")), default_prefix(ip("224.0.0.1"))], [Some(8), None]);
    }

    #[test]
    fn subnets() {
        let subnet = Subnet::of(ip("192.168.122.1"), 24).expect("fits");
        assert_eq!((subnet.first(), subnet.last()), (ip("192.168.122.0"), ip("192.168.122.255")));
        assert!(
            subnet.contains(ip("192.168.122.77"))
                && !subnet.contains(ip("192.168.123.1"))
                && !subnet.contains(ip("::1"))
        );
        assert_eq!(Subnet::of(ip("1.2.3.4"), 33), None);
        let all = Subnet::of(ip("::1"), 0).expect("fits");
        assert!(all.contains(ip("ffff::")));
        assert_eq!(distance(ip("1.2.3.4"), ip("1.2.4.4")), Some(256));
        assert_eq!(distance(ip("1.2.3.4"), ip("1.2.3.3")), Some(-1));
    }
}
