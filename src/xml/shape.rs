//! What texts look like that libvirt's schema describes and its parsers take as they come. Only strict reading asks.

/// A kind of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Of a network card of the host, or of a file below `/dev`.
    DeviceName,
    /// Letters, digits, dots and dashes.
    DnsName,
    /// A name in DNS or an address.
    Host,
    Ip,
    Mac,
    /// From the root on.
    AbsolutePath,
    /// As [`Shape::AbsolutePath`], or the root itself.
    AbsoluteDirectory,
    /// Such a path, a word, or a name of iSCSI.
    SourceDevice,
    /// `iqn.2013-12.com.example:disk`
    IscsiName,
    /// A name of XML's without a colon.
    Name,
    /// Letters, digits and `_`.
    Identifier,
    /// Identifiers, addresses and numbers.
    Parameter,
    /// What bridges' firewall zones are called.
    Zone,
    /// Digits, and digits behind a point.
    Decimal,
    Digits,
    /// Of 32 bits, not 0.
    Positive,
    VlanTag,
    /// Of IPv4 or IPv6, whichever has more bits.
    PrefixLength,
    /// `tcp` or `udp`
    Transport,
    /// `00:01:…`: bytes in hexadecimal digits.
    Duid,
}

impl Shape {
    pub fn fits(self, text: &str) -> bool {
        let all = |fits: fn(u8) -> bool| !text.is_empty() && text.bytes().all(fits);
        match self {
            Self::DeviceName => all(|c| c.is_ascii_alphanumeric() || b"_.-\\:/".contains(&c)),
            Self::DnsName => all(|c| c.is_ascii_alphanumeric() || b".-".contains(&c)),
            Self::Host => Self::DnsName.fits(text) || is_ip(text),
            Self::Ip => is_ip(text),
            Self::Mac => {
                let byte = |part: &str| part.len() == 2 && part.bytes().all(|c| c.is_ascii_hexdigit());
                text.split(':').count() == 6 && text.split(':').all(byte)
            }
            Self::AbsolutePath => text.len() > 1 && text.starts_with('/'),
            Self::AbsoluteDirectory => text.starts_with('/'),
            Self::SourceDevice => {
                let is_word = all(|c| c.is_ascii_alphanumeric() || b"_+-".contains(&c));
                is_word || Self::AbsolutePath.fits(text) || Self::IscsiName.fits(text)
            }
            Self::IscsiName => is_iscsi_name(text).is_some(),
            Self::Name => {
                let begins = text.starts_with(|c: char| c.is_alphabetic() || c == '_');
                begins && text.chars().all(|c| c.is_alphanumeric() || "_.-".contains(c))
            }
            Self::Identifier => all(|c| c.is_ascii_alphanumeric() || c == b'_'),
            Self::Parameter => all(|c| c.is_ascii_alphanumeric() || b"_.:".contains(&c)),
            Self::Zone => all(|c| c.is_ascii_alphanumeric() || b"_-".contains(&c)),
            Self::Decimal => {
                let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
                Self::Digits.fits(whole) && Self::Digits.fits(part)
            }
            Self::Digits => all(|c| c.is_ascii_digit()),
            Self::Positive => Self::Digits.fits(text) && text.parse::<u32>().is_ok_and(|number| number > 0),
            Self::VlanTag => text.trim_ascii().parse::<u32>().is_ok_and(|tag| tag <= 4095),
            Self::PrefixLength => text.trim_ascii().parse::<u32>().is_ok_and(|bits| bits <= 128),
            Self::Transport => matches!(text, "tcp" | "udp"),
            Self::Duid => {
                let byte = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|c| c.is_ascii_hexdigit());
                let kind = text.split(':').nth(1).and_then(|kind| u8::from_str_radix(kind, 16).ok());
                matches!(kind, Some(1..=4)) && text.split(':').count() > 6 && text.split(':').all(byte)
            }
        }
    }

    /// As a part of a sentence.
    pub(super) fn described(self) -> &'static str {
        match self {
            Self::DeviceName => "the name of a device",
            Self::DnsName => "a name in DNS",
            Self::Host => "a host's name or address",
            Self::Ip => "an IP address",
            Self::Mac => "a MAC address such as 52:54:00:12:34:56",
            Self::AbsolutePath | Self::AbsoluteDirectory => "an absolute path",
            Self::SourceDevice => "an absolute path, a word, or a name of iSCSI",
            Self::IscsiName => "a name of iSCSI such as iqn.2013-12.com.example:disk",
            Self::Name => "a name of letters, digits, '_', '.' and '-'",
            Self::Identifier => "letters, digits and '_'",
            Self::Parameter => "letters, digits, '_', '.' and ':'",
            Self::Zone => "letters, digits, '_' and '-'",
            Self::Decimal => "a number such as 0.5",
            Self::Digits => "a number",
            Self::Positive => "a number of 32 bits, not 0",
            Self::VlanTag => "a number up to 4095",
            Self::PrefixLength => "a number up to 32, in IPv6 up to 128",
            Self::Transport => "tcp or udp",
            Self::Duid => "a DUID such as 00:03:00:01:52:54:00:12:34:56",
        }
    }
}

/// An address written out in full: the C library also reads `1` and `0x7f.1`.
pub(super) fn is_ip(text: &str) -> bool {
    text.parse::<std::net::IpAddr>().is_ok()
}

/// Some for `iqn.`, year and month, the name of a host, and anything behind a colon.
fn is_iscsi_name(text: &str) -> Option<()> {
    let (date, rest) = text.strip_prefix("iqn.")?.split_once('.')?;
    let (year, month) = date.split_once('-')?;
    let (host, name) = rest.split_once(':').unwrap_or((rest, "x"));
    let month = month.parse::<u32>().ok().filter(|number| month.len() == 2 && (1..=12).contains(number));
    let is_dated = year.len() == 4 && Shape::Digits.fits(year) && month.is_some();
    (is_dated && Shape::DnsName.fits(host) && !name.is_empty()).then_some(())
}

#[cfg(test)]
mod tests {
    use super::Shape;

    #[test]
    fn texts_fit_or_do_not() {
        for (shape, good, bad) in [
            (Shape::DeviceName, "eth0.42", "a b"),
            (Shape::DnsName, "a-b.example", "a_b"),
            (Shape::Host, "::1", ":"),
            (Shape::Ip, "10.0.0.1", "10.1"),
            (Shape::Mac, "aa:bb:cc:dd:ee:ff", "aa:bb"),
            (Shape::AbsolutePath, "/x", "x"),
            (Shape::AbsoluteDirectory, "/", "x"),
            (Shape::SourceDevice, "iqn.2013-12.com.example", "a b"),
            (Shape::IscsiName, "iqn.2013-12.com.example:a b", "iqn.2013-13.com.example"),
            (Shape::Name, "no-mac", "1a"),
            (Shape::Identifier, "IP_1", "a-b"),
            (Shape::Parameter, "10.0.0.1", "a b"),
            (Shape::Zone, "a-b", "a.b"),
            (Shape::Decimal, "0.01", "1."),
            (Shape::Digits, "42", "-1"),
            (Shape::Positive, "1", "0"),
            (Shape::VlanTag, "4095", "4096"),
            (Shape::PrefixLength, "64", "129"),
            (Shape::Transport, "udp", "UDP"),
            (Shape::Duid, "0:3:0:1:52:54:0:12:34:56", "aa:bb:cc:dd:ee:ff"),
        ] {
            assert!(shape.fits(good), "{shape:?} {good}");
            assert!(!shape.fits(bad) && !shape.fits(""), "{shape:?} {bad}");
        }
    }
}
