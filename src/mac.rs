//! MAC addresses: six bytes, and their text.

use std::fmt;

/// An address in the order in which it is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Mac(pub [u8; 6]);

impl Mac {
    /// Reads six numbers of one or two hexadecimal digits with colons between them. What follows a blank is not looked at.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(|c| c <= ' ').next()?.split(':');
        let mut bytes = [0; 6];
        for byte in &mut bytes {
            let part = parts.next().filter(|part| matches!(part.len(), 1 | 2))?;
            let digits = part.bytes().all(|c| c.is_ascii_hexdigit());
            *byte = digits.then(|| u8::from_str_radix(part, 16).ok()).flatten()?;
        }
        parts.next().is_none().then_some(Self(bytes))
    }

    /// Whether it names a group, not one card.
    pub fn is_multicast(self) -> bool {
        self.0[0] & 1 == 1
    }

    /// An address with libvirt's prefix for a kind of machine, `52:54:00` for most, and three bytes from `random`.
    pub fn with_prefix(prefix: [u8; 3], random: [u8; 3]) -> Self {
        let ([a, b, c], [d, e, f]) = (prefix, random);
        Self([a, b, c, d, e, f])
    }
}

impl fmt::Display for Mac {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, c, d, e, f] = self.0;
        write!(out, "{a:02x}:{b:02x}:{c:02x}:{d:02x}:{e:02x}:{f:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_bytes() {
        let mac = Mac([0x52, 0x54, 0, 0, 1, 0xaa]);
        assert_eq!(mac.to_string(), "52:54:00:00:01:aa");
        assert_eq!(["52:54:0:0:1:AA", "52:54:00:00:01:aa ", "52:54:0:0:1:aa x"].map(Mac::parse), [Some(mac); 3]);
        for bad in
            ["", "52:54:00:00:01", "52:54:00:00:01:aa:", " 52:54:00:00:01:aa", "52-54-00-00-01-aa", "+2:54:00:00:01:aa"]
        {
            assert_eq!(Mac::parse(bad), None, "{bad}");
        }
    }
}
