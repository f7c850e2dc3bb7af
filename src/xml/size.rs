//! Amounts of memory and storage: `<memory unit='KiB'>524288</memory>`.

use super::element::UnitField;
use super::{Element, Expected, Fault, Reader, Value, Writer, unsigned};
use crate::types::{VIR_ERR_INVALID_ARG, VIR_ERR_OVERFLOW, VIR_FROM_NONE};
use crate::words;

/// Kept in the unit that libvirt writes, KiB, rounded up; read in any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Size {
    pub kib: u64,
}

words! {
    /// The units in which sizes are written.
    pub enum Unit { KiB = "KiB", MiB = "MiB", GiB = "GiB", TiB = "TiB", PiB = "PiB", EiB = "EiB", Bytes = "bytes", M = "M" }
}

/// Bytes in `amount` of a unit: none, `b`, `byte`, `bytes`, or one of `k m g t p e` in any case, alone or with `iB` (powers of
/// 1024), or with `B` (powers of 1000). `default` is how many bytes one is when no unit is given.
///
/// # Errors
/// An unknown unit ([`VIR_ERR_INVALID_ARG`]), or more than `limit` bytes ([`VIR_ERR_OVERFLOW`]).
pub fn bytes_in(amount: u64, unit: &str, default: u64, limit: u64) -> Result<u64, Fault> {
    let lower = unit.to_ascii_lowercase();
    let scale = match lower.as_str() {
        "" => Some(default),
        "b" | "byte" | "bytes" => Some(1),
        _ => scale_of(&lower),
    };
    let Some(scale) = scale else {
        let hint = "expected one of bytes, KB, KiB, MB, MiB, GB, GiB, TB, TiB, PB, PiB, EB, EiB";
        let fault = Fault::new(VIR_ERR_INVALID_ARG, format!("unknown suffix '{unit}'")).with_origin(VIR_FROM_NONE);
        return Err(Fault { hint: Some(hint.to_owned()), ..fault });
    };
    let bytes = amount.checked_mul(scale).filter(|bytes| *bytes <= limit);
    bytes.ok_or_else(|| {
        Fault::new(VIR_ERR_OVERFLOW, format!("value too large: {amount}{unit}")).with_origin(VIR_FROM_NONE)
    })
}

fn scale_of(unit: &str) -> Option<u64> {
    let (letter, rest) = unit.split_at_checked(1)?;
    let base: u64 = match rest {
        "" | "ib" => 1024,
        "b" => 1000,
        _ => return None,
    };
    "kmgtpe".find(letter).map(|power| base.pow(power as u32 + 1))
}

impl Size {
    /// The largest that a document may ask for, so that its bytes are a number of 63 bits.
    const LIMIT: u64 = i64::MAX as u64;

    /// Rounds up.
    pub fn from_bytes(bytes: u64) -> Self {
        Self { kib: bytes.div_ceil(1024) }
    }

    pub fn bytes(self) -> u64 {
        self.kib.saturating_mul(1024)
    }

    fn read(xml: &mut Reader) -> Option<Self> {
        Self::read_bytes(xml, 1024).map(Self::from_bytes)
    }

    /// The bytes that the text of this element says; without a unit, one is `default` bytes.
    pub fn read_bytes(xml: &mut Reader, default: u64) -> Option<u64> {
        let unit: Option<String> = xml.attribute("unit");
        let amount: u64 = xml.content()?;
        Self::scaled(amount, unit, default, xml)
    }

    fn scaled(amount: u64, unit: Option<String>, default: u64, xml: &mut Reader) -> Option<u64> {
        let bytes = bytes_in(amount, unit.as_deref().unwrap_or_default(), default, Self::LIMIT);
        bytes.map_err(|fault| xml.check_value(|| Err(fault))).ok()
    }
}

/// By hand, because what is written is not what was read.
impl Element for Size {
    fn read(&mut self, xml: &mut Reader) {
        *self = Self::read(xml).unwrap_or_default();
    }
    fn write(&self, xml: &mut Writer) {
        xml.attribute("unit", &Unit::KiB);
        xml.content(&self.kib);
    }
}

impl UnitField for Size {
    fn read(&mut self, name: &'static str, unit: &'static str, xml: &mut Reader) {
        let unit = xml.attribute(unit);
        match xml.attribute(name) {
            Some(amount) => *self = Self::scaled(amount, unit, 1024, xml).map(Self::from_bytes).unwrap_or_default(),
            None => xml.missing(name),
        }
    }
    fn write(&self, name: &'static str, unit: &'static str, xml: &mut Writer) {
        xml.attribute(name, &self.kib);
        xml.attribute(unit, &Unit::KiB);
    }
}

/// A size that may be left out.
impl UnitField for Option<Size> {
    fn read(&mut self, name: &'static str, unit: &'static str, xml: &mut Reader) {
        let unit = xml.attribute(unit);
        let amount = xml.attribute(name);
        *self = amount.and_then(|amount| Size::scaled(amount, unit, 1024, xml)).map(Size::from_bytes);
    }
    fn write(&self, name: &'static str, unit: &'static str, xml: &mut Writer) {
        if let Some(size) = self {
            UnitField::write(size, name, unit, xml);
        }
    }
}

/// As an attribute without a unit: KiB.
impl Value for Size {
    const EXPECTED: Expected = Expected::Unsigned(64);
    fn parse(text: &str) -> Option<Self> {
        unsigned(text, 10).map(|kib| Self { kib })
    }
    fn write(&self, out: &mut super::Text) {
        out.number(i128::from(self.kib));
    }
}

/// A size that is written in the largest unit that divides it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WholeSize(pub Size);

impl Element for WholeSize {
    fn read(&mut self, xml: &mut Reader) {
        self.0 = Size::read(xml).unwrap_or_default();
    }
    fn write(&self, xml: &mut Writer) {
        let (amount, unit) = self.parts();
        xml.attribute("unit", &unit);
        xml.content(&amount);
    }
}

impl UnitField for WholeSize {
    fn read(&mut self, name: &'static str, unit: &'static str, xml: &mut Reader) {
        UnitField::read(&mut self.0, name, unit, xml);
    }
    fn write(&self, name: &'static str, unit: &'static str, xml: &mut Writer) {
        let (amount, word) = self.parts();
        xml.attribute(name, &amount);
        xml.attribute(unit, &word);
    }
}

impl WholeSize {
    /// How many of which unit.
    pub fn parts(self) -> (u64, Unit) {
        const UNITS: [Unit; 6] = [Unit::KiB, Unit::MiB, Unit::GiB, Unit::TiB, Unit::PiB, Unit::EiB];
        let power = match self.0.kib {
            0 => 0,
            kib => (kib.trailing_zeros() / 10).min(5),
        };
        (self.0.kib >> (10 * power), UNITS[power as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units() {
        let bytes = |unit| bytes_in(3, unit, 1024, u64::MAX).ok();
        assert_eq!(bytes(""), Some(3072));
        assert_eq!([bytes("b"), bytes("BYTES")], [Some(3); 2]);
        assert_eq!([bytes("k"), bytes("KiB"), bytes("kib"), bytes("K")], [Some(3072); 4]);
        assert_eq!([bytes("KB"), bytes("kb")], [Some(3000); 2]);
        assert_eq!(bytes("EiB"), None.or(3u64.checked_mul(1 << 60)));
        assert_eq!([bytes("x"), bytes("KiBx"), bytes("é"), bytes("kbyte")], [None; 4]);
    }

    #[test]
    fn too_large() {
        let fault = bytes_in(u64::MAX, "", 1024, u64::MAX).expect_err("too large");
        assert_eq!(
            (fault.code, fault.sentence().as_str()),
            (VIR_ERR_OVERFLOW, "numerical overflow: value too large: 18446744073709551615")
        );
    }
}
