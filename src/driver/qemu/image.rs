//! What an image says in its header of the one below it: QEMU's docs/interop/qcow2.txt and qed_spec.txt say where that stands.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;

use crate::xml::domain::device::source::ImageFormat;

/// Names longer than this are none.
const LONGEST: u32 = 1023;

/// The image below another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Below {
    /// As it stands there: a path, maybe relative to the folder of the image above, or a URI.
    pub name: String,
    pub format: Option<String>,
}

/// The format that a file's first bytes tell, `raw` when they tell none.
///
/// # Errors
/// Those of read(2).
pub fn format(file: &File) -> io::Result<ImageFormat> {
    let mut start = [0; 8];
    let read = read_most(file, &mut start, 0)?;
    Ok(match &start[..read] {
        [b'Q', b'F', b'I', 0xfb, 0, 0, 0, 1] => ImageFormat::Qcow,
        [b'Q', b'F', b'I', 0xfb, 0, 0, 0, 2 | 3] => ImageFormat::Qcow2,
        [b'Q', b'E', b'D', 0, ..] => ImageFormat::Qed,
        [b'K', b'D', b'M', b'V', ..] => ImageFormat::Vmdk,
        _ => ImageFormat::Raw,
    })
}

/// Whether a file can be of a format: it begins as all of that format do, whatever its version, or nothing is known of how they begin.
///
/// # Errors
/// Those of read(2).
pub fn may_be(file: &File, format: ImageFormat) -> io::Result<bool> {
    let mut start = [0; 4];
    let read = read_most(file, &mut start, 0)?;
    let start = &start[..read];
    Ok(match format {
        ImageFormat::Qcow | ImageFormat::Qcow2 => start == b"QFI\xfb",
        ImageFormat::Qed => start == b"QED\0",
        ImageFormat::Vmdk => start == b"KDMV" || start == b"# Di",
        ImageFormat::Raw | ImageFormat::Dir | ImageFormat::Bochs | ImageFormat::Cloop | ImageFormat::Dmg => true,
        ImageFormat::Iso | ImageFormat::Vpc | ImageFormat::Vdi | ImageFormat::Fat | ImageFormat::Vhd => true,
        ImageFormat::Ploop | ImageFormat::Cow => true,
    })
}

/// The image below a file of a format; `None` for one that stands alone.
///
/// # Errors
/// Those of read(2), and `InvalidData` for a header that is none.
pub fn below(file: &File, format: ImageFormat) -> io::Result<Option<Below>> {
    match format {
        ImageFormat::Qcow | ImageFormat::Qcow2 => below_qcow(file),
        ImageFormat::Qed => below_qed(file),
        ImageFormat::Raw | ImageFormat::Dir | ImageFormat::Bochs | ImageFormat::Cloop | ImageFormat::Dmg => Ok(None),
        ImageFormat::Iso | ImageFormat::Vpc | ImageFormat::Vdi | ImageFormat::Fat | ImageFormat::Vhd => Ok(None),
        // Its layers are found by QEMU itself.
        ImageFormat::Ploop | ImageFormat::Cow | ImageFormat::Vmdk => Ok(None),
    }
}

/// As many bytes as there are.
fn read_most(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
    let mut read = 0;
    while read < buffer.len() {
        match file.read_at(&mut buffer[read..], offset + read as u64) {
            Ok(0) => break,
            Ok(more) => read += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(read)
}

fn big_32(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map_or(0, u32::from_be_bytes)
}

fn name(file: &File, offset: u64, length: u32) -> io::Result<String> {
    if length > LONGEST {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut text = vec![0; length as usize];
    file.read_exact_at(&mut text, offset).map_err(|_| io::ErrorKind::InvalidData)?;
    String::from_utf8(text).map_err(|_| io::ErrorKind::InvalidData.into())
}

fn below_qcow(file: &File) -> io::Result<Option<Below>> {
    let mut header = [0; 112];
    let read = read_most(file, &mut header, 0)?;
    if read < 72 || !header.starts_with(b"QFI\xfb") {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let (version, high, low, length) =
        (big_32(&header, 4), big_32(&header, 8), big_32(&header, 12), big_32(&header, 16));
    let offset = u64::from(high) << 32 | u64::from(low);
    if offset == 0 || length == 0 {
        return Ok(None);
    }
    let name = name(file, offset, length)?;
    let mut format = None;
    let mut at = match version {
        1 => return Ok(Some(Below { name, format })),
        2 => 72,
        _ => u64::from(big_32(&header, 100)),
    };
    // Extensions stand between the header and the name: a kind, a length, and so many bytes, filled up to a multiple of 8.
    while at + 8 <= offset {
        let mut extension = [0; 8];
        file.read_exact_at(&mut extension, at).map_err(|_| io::ErrorKind::InvalidData)?;
        let (kind, length) = (big_32(&extension, 0), big_32(&extension, 4));
        match kind {
            0 => break,
            0xe279_2aca => format = Some(self::name(file, at + 8, length)?),
            _ => {}
        }
        at += 8 + u64::from(length).next_multiple_of(8);
    }
    Ok(Some(Below { name, format }))
}

fn below_qed(file: &File) -> io::Result<Option<Below>> {
    let mut header = [0; 64];
    let read = read_most(file, &mut header, 0)?;
    if read < header.len() || !header.starts_with(b"QED\0") {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let number = |at: usize| u32::from_be_bytes([header[at + 3], header[at + 2], header[at + 1], header[at]]);
    let (features, offset, length) = (number(16), number(56), number(60));
    if features & 1 == 0 {
        return Ok(None);
    }
    let is_raw = features & 4 != 0;
    Ok(Some(Below { name: name(file, u64::from(offset), length)?, format: is_raw.then(|| "raw".to_owned()) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn image(content: &[u8]) -> File {
        crate::sys::memory_file(content).unwrap()
    }

    fn qcow2(version: u32, below: &[u8], format: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0; 200];
        bytes[..4].copy_from_slice(b"QFI\xfb");
        bytes[4..8].copy_from_slice(&version.to_be_bytes());
        bytes[15] = 200;
        bytes[19] = below.len() as u8;
        let extension = if version == 2 { 72 } else { 104 };
        bytes[103] = 104;
        if version == 2 {
            bytes[100..104].fill(0);
        }
        bytes[extension..extension + 4].copy_from_slice(&0xe279_2aca_u32.to_be_bytes());
        bytes[extension + 7] = format.len() as u8;
        bytes[extension + 8..extension + 8 + format.len()].copy_from_slice(format);
        bytes.extend(below);
        bytes
    }

    #[test]
    fn images_name_the_one_below() {
        for version in [2, 3] {
            let file = image(&qcow2(version, b"base", b"raw"));
            assert_eq!(format(&file).unwrap(), ImageFormat::Qcow2);
            let expected = Below { name: "base".to_owned(), format: Some("raw".to_owned()) };
            assert_eq!(below(&file, ImageFormat::Qcow2).unwrap(), Some(expected));
        }
        assert_eq!(below(&image(&qcow2(3, b"", b"raw")), ImageFormat::Qcow2).unwrap(), None);
        assert_eq!(format(&image(b"x")).unwrap(), ImageFormat::Raw);
        assert!(may_be(&image(b"x"), ImageFormat::Raw).unwrap() && !may_be(&image(b"x"), ImageFormat::Qcow2).unwrap());
        assert!(may_be(&image(&qcow2(99, b"", b"")), ImageFormat::Qcow2).unwrap());
        assert_eq!(below(&image(b"x"), ImageFormat::Raw).unwrap(), None);
    }

    #[test]
    fn broken_headers_are_told() {
        let whole = qcow2(3, b"base", b"raw");
        for end in 0..whole.len() {
            assert!(below(&image(&whole[..end]), ImageFormat::Qcow2).is_err(), "{end}");
        }
        let mut long = whole.clone();
        long[16..20].copy_from_slice(&u32::MAX.to_be_bytes());
        assert!(below(&image(&long), ImageFormat::Qcow2).is_err());
        let mut qed = vec![0; 64];
        qed[..4].copy_from_slice(b"QED\0");
        qed[16] = 5;
        (qed[56], qed[60]) = (64, 4);
        qed.extend(b"base");
        let expected = Below { name: "base".to_owned(), format: Some("raw".to_owned()) };
        assert_eq!(below(&image(&qed), ImageFormat::Qed).unwrap(), Some(expected));
        assert!(below(&image(&qed[..60]), ImageFormat::Qed).is_err());
    }
}
