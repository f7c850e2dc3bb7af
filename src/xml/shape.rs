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
    /// Digits, and digits behind a point.
    Decimal,
    Digits,
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
            Self::Decimal => {
                let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
                Self::Digits.fits(whole) && Self::Digits.fits(part)
            }
            Self::Digits => all(|c| c.is_ascii_digit()),
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
            Self::AbsolutePath => "an absolute path",
            Self::Decimal => "a number such as 0.5",
            Self::Digits => "a number",
        }
    }
}

/// An address written out in full: the C library also reads `1` and `0x7f.1`.
pub(super) fn is_ip(text: &str) -> bool {
    text.parse::<std::net::IpAddr>().is_ok()
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
            (Shape::Decimal, "0.01", "1."),
            (Shape::Digits, "42", "-1"),
        ] {
            assert!(shape.fits(good), "{shape:?} {good}");
            assert!(!shape.fits(bad) && !shape.fits(""), "{shape:?} {bad}");
        }
    }
}
