//! What the screens of imagined guests show: a test picture, as PNG (RFC 2083).

/// In points; every eighth of a line is one byte.
const WIDTH: u32 = 640;
const HEIGHT: u32 = 400;

/// The whole file: black and white, one bit a point, not compressed.
pub fn png() -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    // One bit a point, grey; the only ways of compressing and filtering that there are; line after line.
    let header = [&WIDTH.to_be_bytes()[..], &HEIGHT.to_be_bytes()[..], &[1, 0, 0, 0, 0]].concat();
    chunk(&mut file, b"IHDR", &header);
    chunk(&mut file, b"IDAT", &zlib(&points()));
    chunk(&mut file, b"IEND", &[]);
    file
}

/// Frames in one another, each line with the number of its filter before it.
fn points() -> Vec<u8> {
    let is_white = |x: u32, y: u32| (x.min(WIDTH - 1 - x).min(y.min(HEIGHT - 1 - y)) / 20).is_multiple_of(2);
    let mut points = Vec::with_capacity(((WIDTH / 8 + 1) * HEIGHT) as usize);
    for y in 0..HEIGHT {
        points.push(0);
        for x in (0..WIDTH).step_by(8) {
            points.push((0..8).fold(0, |byte, bit| byte << 1 | u8::from(is_white(x + bit, y))));
        }
    }
    points
}

fn chunk(file: &mut Vec<u8>, kind: &[u8; 4], content: &[u8]) {
    file.extend((content.len() as u32).to_be_bytes());
    let named = [kind, content].concat();
    file.extend(&named);
    file.extend(crc32(&named).to_be_bytes());
}

/// A zlib stream (RFC 1950) of blocks that are stored as they are (RFC 1951).
fn zlib(content: &[u8]) -> Vec<u8> {
    let mut stream = vec![0x78, 0x01];
    let mut blocks = content.chunks(usize::from(u16::MAX)).peekable();
    while let Some(block) = blocks.next() {
        let length = block.len() as u16;
        stream.push(u8::from(blocks.peek().is_none()));
        stream.extend(length.to_le_bytes());
        stream.extend((!length).to_le_bytes());
        stream.extend(block);
    }
    stream.extend(adler32(content).to_be_bytes());
    stream
}

fn crc32(content: &[u8]) -> u32 {
    let step = |crc: u32| if crc & 1 != 0 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
    !content.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc)))
}

fn adler32(content: &[u8]) -> u32 {
    let (a, b) = content.iter().fold((1, 0), |(a, b): (u32, u32), byte| {
        let a = (a + u32::from(*byte)) % 65521;
        (a, (b + a) % 65521)
    });
    b << 16 | a
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(adler32(b"Wikipedia"), 0x11e6_0398);
    }

    #[test]
    fn is_a_picture() {
        let file = png();
        assert!(file.starts_with(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x02\x80\0\0\x01\x90\x01\0\0\0\0"));
        assert!(file.ends_with(b"\0\0\0\0IEND\xae\x42\x60\x82"));
        assert_eq!(points().len(), 81 * 400);
    }
}
