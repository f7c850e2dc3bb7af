//! Files that the test driver writes, as libvirt's own test driver writes and reads them: images of saved domains, which are
//! a magic, a length and a document, and core dumps, which are the magic alone.

use std::fmt::Display;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;

use super::definition::{self, Definition};
use crate::driver::test::error;
use crate::error::{Error, Result};
use crate::types::*;
use crate::xml::Unknown;

const MAGIC: &[u8; 15] = b"TestGuestMagic\0";

/// What is claimed to be longer is no document.
const LONGEST: i32 = 16 << 20;

fn failed(error: &io::Error, what: impl Display) -> Error {
    Error::system(error, what).from_origin(VIR_FROM_TEST)
}

/// A file for its owner only, empty.
fn create(path: &str) -> io::Result<File> {
    OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)
}

/// Writes a domain's image. Nothing is left of one that could not be written.
///
/// # Errors
/// `VIR_ERR_SYSTEM_ERROR`; `VIR_ERR_OVERFLOW` for a document that is too long for an image.
pub fn write(path: &str, definition: &Definition) -> Result<()> {
    let document = definition::format(definition, VIR_DOMAIN_XML_SECURE);
    let length = i32::try_from(document.len()).ok().filter(|length| *length <= LONGEST);
    let length = length.ok_or_else(|| error(VIR_ERR_OVERFLOW, "the document is too long for a save image"))?;
    let what = format!("saving domain '{}' to '{path}'", definition.name);
    let mut file = create(path).map_err(|error| failed(&error, format!("{what}: open failed")))?;
    let content = [MAGIC.as_slice(), &length.to_ne_bytes(), document.as_bytes()].concat();
    file.write_all(&content).map_err(|error| {
        // Only what was made here: not a device or a pipe that the caller named.
        if file.metadata().is_ok_and(|metadata| metadata.is_file()) {
            let _ = fs::remove_file(path);
        }
        failed(&error, format!("{what}: write failed"))
    })
}

/// Reads the definition out of a domain's image, and what its document says that is not known.
///
/// # Errors
/// `VIR_ERR_SYSTEM_ERROR` for a file that cannot be read or is too short, `VIR_ERR_INTERNAL_ERROR` for one that is no image, and
/// what is wrong with the document.
pub fn read(path: &str) -> Result<(Definition, Vec<Unknown>)> {
    let file = File::open(path).map_err(|error| failed(&error, format!("cannot read domain image '{path}'")))?;
    let mut image = Image { file, path };
    let magic: [u8; MAGIC.len()] = image.take("incomplete save header")?;
    if magic != *MAGIC {
        return Err(error(VIR_ERR_INTERNAL_ERROR, "mismatched header magic"));
    }
    let length = i32::from_ne_bytes(image.take("failed to read metadata length")?);
    if !(1..=LONGEST).contains(&length) {
        return Err(error(VIR_ERR_INTERNAL_ERROR, "length of metadata out of range"));
    }
    let mut document = vec![0; length as usize];
    image.fill(&mut document, "incomplete metadata")?;
    definition::read(&String::from_utf8_lossy(&document), false)
}

/// Writes what stands for the memory of the imagined guest. Buffers of the system's may still hold it when this returns.
///
/// # Errors
/// `VIR_ERR_SYSTEM_ERROR`.
pub fn write_core(path: &str, name: &str) -> Result<()> {
    let what = |step: &str| format!("domain '{name}' coredump: failed to {step} {path}");
    let mut file = create(path).map_err(|error| failed(&error, what("open")))?;
    file.write_all(MAGIC).map_err(|error| failed(&error, what("write header to")))
}

struct Image<'a> {
    file: File,
    path: &'a str,
}

impl Image<'_> {
    fn take<const N: usize>(&mut self, complaint: &str) -> Result<[u8; N]> {
        let mut bytes = [0; N];
        self.fill(&mut bytes, complaint)?;
        Ok(bytes)
    }

    fn fill(&mut self, bytes: &mut [u8], complaint: &str) -> Result<()> {
        self.file.read_exact(bytes).map_err(|error| {
            // A file that ends is no failed system call, but that is how it is told.
            let error = match error.kind() {
                io::ErrorKind::UnexpectedEof => io::Error::from_raw_os_error(0),
                _ => error,
            };
            failed(&error, format!("{complaint} in '{}'", self.path))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let path = std::env::temp_dir().join(format!("solovirt-image-{}", std::process::id()));
        let path = path.to_str().unwrap();
        let definition = definition::builtin().unwrap();
        write(path, &definition).unwrap();
        let (read_back, unknown) = read(path).unwrap();
        assert_eq!((read_back, unknown), (definition, Vec::new()));
        let content = fs::read(path).unwrap();
        for length in [0, 14, 17, content.len() - 1] {
            fs::write(path, &content[..length]).unwrap();
            assert_eq!(read(path).unwrap_err().code(), VIR_ERR_SYSTEM_ERROR);
        }
        fs::remove_file(path).unwrap();
    }
}
