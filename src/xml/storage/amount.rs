//! Amounts of bytes: `<capacity unit='bytes'>1073741824</capacity>`.

use crate::xml::{Element, Reader, Size, Writer};

/// Bytes, if they are known; read in any unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amount(pub Option<u64>);

impl Amount {
    /// 0 where it is not known.
    pub fn bytes(self) -> u64 {
        self.0.unwrap_or_default()
    }
}

impl Element for Amount {
    fn read(&mut self, xml: &mut Reader) {
        self.0 = Size::read_bytes(xml, 1);
    }
    fn write(&self, xml: &mut Writer) {
        if let Some(bytes) = self.0 {
            xml.word("unit", "bytes");
            xml.content(&bytes);
        }
    }
}

/// The cluster size of an image, in bytes; 0 is the format's own choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClusterSize(pub u64);

impl Element for ClusterSize {
    fn read(&mut self, xml: &mut Reader) {
        self.0 = Size::read_bytes(xml, 1).unwrap_or_default();
    }
    fn write(&self, xml: &mut Writer) {
        if self.0 != 0 {
            xml.word("unit", "B");
            xml.content(&self.0);
        }
    }
}
