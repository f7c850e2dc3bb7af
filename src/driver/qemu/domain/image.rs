//! Images of saved machines: a header, the document, and what QEMU needs to go on. As libvirt's QEMU driver writes and reads them, so that
//! either goes on from what the other has saved.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::fd::{AsRawFd, OwnedFd};
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::driver::qemu::error;
use crate::error::{Error, Result};
use crate::sys::poll::{PollFd, poll};
use crate::types::*;

const WHOLE: &[u8; 16] = b"LibvirtQemudSave";
const PARTIAL: &[u8; 16] = b"LibvirtQemudPart";
const VERSION: u32 = 2;
/// Magic, five numbers and room for fourteen more.
const HEADER: usize = 16 + 19 * 4;
/// How much longer a document that replaces the one of an image may be.
const SPARE: usize = 64 << 10;
/// What is claimed to be longer is no document.
const LONGEST: u32 = 64 << 20;

/// How QEMU's part is packed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Packing {
    #[default]
    Raw,
    Gzip,
    Bzip2,
    Xz,
    Lzop,
}

impl Packing {
    /// In the order of their numbers in files.
    const ALL: [Self; 5] = [Self::Raw, Self::Gzip, Self::Bzip2, Self::Xz, Self::Lzop];

    /// Its word, which is the program's name.
    fn word(self) -> &'static str {
        match self {
            Self::Raw => "raw",
            Self::Gzip => "gzip",
            Self::Bzip2 => "bzip2",
            Self::Xz => "xz",
            Self::Lzop => "lzop",
        }
    }

    /// That of `VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT`.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|packing| packing.word() == word)
    }

    fn run(self, arguments: &[&str], input: Stdio, output: Stdio) -> Result<Child> {
        let spawned =
            Command::new(self.word()).args(arguments).stdin(input).stdout(output).stderr(Stdio::null()).spawn();
        spawned.map_err(|cause| Error::system(&cause, format!("cannot run '{}'", self.word())))
    }

    /// A program that packs into a file what is written into the descriptor; none where nothing is packed.
    pub fn pack(self, file: &File) -> Result<Option<(Child, OwnedFd)>> {
        if self == Self::Raw {
            return Ok(None);
        }
        let file = file.try_clone().map_err(|cause| Error::system(&cause, "cannot pack a file"))?;
        let arguments: &[&str] = if self == Self::Xz { &["-c", "-3"] } else { &["-c"] };
        let mut child = self.run(arguments, Stdio::piped(), file.into())?;
        Ok(child.stdin.take().map(|pipe| (child, pipe.into())))
    }

    /// As `pack`: the descriptor gives the file unpacked.
    fn unpack(self, file: File) -> Result<(OwnedFd, Option<Child>)> {
        if self == Self::Raw {
            return Ok((file.into(), None));
        }
        let arguments: &[&str] = if self == Self::Lzop { &["-dc", "--ignore-warn"] } else { &["-dc"] };
        let mut child = self.run(arguments, file.into(), Stdio::piped())?;
        match child.stdout.take() {
            Some(pipe) => {
                // QEMU waits for ever for the first byte of a pipe that is closed already.
                let mut fds = [PollFd { fd: pipe.as_raw_fd(), events: libc::POLLIN, revents: 0 }];
                while matches!(poll(&mut fds, None), Ok(0)) {}
                if fds[0].revents & libc::POLLIN == 0 {
                    let _ = child.wait();
                    return Err(error(VIR_ERR_OPERATION_FAILED, format!("'{}' cannot unpack the image", self.word())));
                }
                Ok((pipe.into(), Some(child)))
            }
            None => Err(error(VIR_ERR_OPERATION_FAILED, "an unpacking program has no output")),
        }
    }
}

/// What stands before QEMU's part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Front {
    /// The machine ran, and is to run on.
    pub runs: bool,
    pub packing: Packing,
    pub document: String,
    /// What libvirt adds to the document.
    cookie: Vec<u8>,
    /// How much room there is for both.
    room: u32,
}

impl Front {
    pub fn new(document: String, runs: bool, packing: Packing) -> Self {
        let room = (document.len() + 1 + SPARE) as u32;
        Self { runs, packing, document, cookie: Vec::new(), room }
    }

    fn header(&self, magic: &[u8; 16]) -> Vec<u8> {
        let document = self.document.len() as u32 + 1;
        let cookie = if self.cookie.is_empty() { 0 } else { document };
        let packing = Packing::ALL.iter().position(|one| *one == self.packing).unwrap_or(0) as u32;
        let mut header = magic.to_vec();
        for number in [VERSION, self.room, u32::from(self.runs), packing, cookie] {
            header.extend(number.to_ne_bytes());
        }
        header.resize(HEADER, 0);
        header
    }

    /// All of it, of an image that is whole or not yet.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_FAILED` when there is too little room.
    fn bytes(&self, magic: &[u8; 16]) -> Result<Vec<u8>> {
        let mut bytes = self.header(magic);
        bytes.extend(self.document.as_bytes());
        bytes.push(0);
        bytes.extend(&self.cookie);
        let end = HEADER + self.room as usize;
        if bytes.len() > end {
            return Err(error(VIR_ERR_OPERATION_FAILED, "new xml too large to fit in file"));
        }
        bytes.resize(end, 0);
        Ok(bytes)
    }

    /// Begins an image, which is not whole until [`Front::finish`].
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` with the file and the reason.
    pub fn begin(&self, file: &mut File, path: &Path) -> Result<()> {
        file.write_all(&self.bytes(PARTIAL)?).map_err(|cause| {
            Error::system(&cause, format!("failed to write header to domain save file '{}'", path.display()))
        })
    }

    /// Marks an image as whole, once all of it is on the disk.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` with the file and the reason.
    pub fn finish(&self, file: &File, path: &Path) -> Result<()> {
        let finish = || {
            file.sync_data()?;
            file.write_all_at(&self.header(WHOLE), 0)?;
            file.sync_data()
        };
        finish().map_err(|cause| {
            Error::system(&cause, format!("failed to write header to domain save file '{}'", path.display()))
        })
    }

    /// Gives a whole image another document.
    ///
    /// # Errors
    /// As [`Front::begin`], and `VIR_ERR_OPERATION_FAILED` when there is too little room.
    pub fn replace(&self, file: &File, path: &Path) -> Result<()> {
        // In one write, so that who is killed has written all or nothing.
        let written = file.write_all_at(&self.bytes(WHOLE)?, 0).and_then(|()| file.sync_data());
        written.map_err(|cause| Error::system(&cause, format!("failed to write header data to '{}'", path.display())))
    }
}

/// A file for its owner only, empty; and whether it is a new one.
///
/// # Errors
/// `VIR_ERR_SYSTEM_ERROR` with the file and the reason.
pub fn create(path: &Path) -> Result<(File, bool)> {
    let is_new = !path.exists();
    let opened = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path);
    let file = opened.map_err(|cause| Error::system(&cause, format!("Failed to create file '{}'", path.display())))?;
    Ok((file, is_new))
}

/// An image to go on from.
#[derive(Debug)]
pub struct Image {
    pub front: Front,
    /// It stands where QEMU's part begins.
    pub file: File,
}

/// Why there is none.
#[derive(Debug)]
pub enum Broken {
    /// It was never finished: nothing is lost with it.
    Unfinished(Error),
    Other(Error),
}

impl From<Broken> for Error {
    fn from(broken: Broken) -> Self {
        match broken {
            Broken::Unfinished(error) | Broken::Other(error) => error,
        }
    }
}

impl Image {
    /// Opens an image, to be changed if `writable`.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` for what cannot be opened, `VIR_ERR_OPERATION_FAILED` for what is no image, or not a whole one.
    pub fn open(path: &Path, writable: bool) -> Result<Self, Broken> {
        let opened = OpenOptions::new().read(true).write(writable).open(path);
        let mut file = opened.map_err(|cause| {
            Broken::Other(Error::system(&cause, format!("Failed to open file '{}'", path.display())))
        })?;
        let front = read_front(&mut file)?;
        Ok(Self { front, file })
    }

    /// What gives QEMU its part, and the program that unpacks it.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` when that cannot be run.
    pub fn unpack(self) -> Result<(OwnedFd, Option<Child>)> {
        self.front.packing.unpack(self.file)
    }
}

fn read_front(file: &mut File) -> Result<Front, Broken> {
    let failed = |text: String| Broken::Other(error(VIR_ERR_OPERATION_FAILED, text));
    let unfinished = |text: &str| Broken::Unfinished(error(VIR_ERR_OPERATION_FAILED, text));
    let mut header = [0; HEADER];
    file.read_exact(&mut header).map_err(|_| unfinished("failed to read qemu header"))?;
    match header.first_chunk() {
        Some(WHOLE) => {}
        Some(PARTIAL) => return Err(unfinished("save image is incomplete")),
        Some(_) | None => return Err(failed("image magic is incorrect".to_owned())),
    }
    let number = |at: usize| header[16 + at * 4..].first_chunk().map_or(0, |bytes| u32::from_ne_bytes(*bytes));
    let mut numbers = [0, 1, 2, 3, 4].map(number);
    // Of a host of the other kind.
    if numbers[0] > VERSION {
        numbers = numbers.map(u32::swap_bytes);
    }
    let [version, room, runs, packing, cookie] = numbers;
    if version > VERSION {
        let text = format!("image version is not supported ({} > {VERSION})", version.cast_signed());
        return Err(failed(text));
    }
    if room == 0 || room > LONGEST {
        return Err(failed(format!("invalid header data length: {}", room.cast_signed())));
    }
    // The first version packs nothing.
    let packing = match usize::try_from(packing).ok().and_then(|at| Packing::ALL.get(at)) {
        Some(packing) => *packing,
        None if version < VERSION => Packing::Raw,
        None => return Err(failed(format!("Invalid compressed save format {}", packing.cast_signed()))),
    };
    let mut bytes = vec![0; room as usize];
    let read = match file.read_exact(&mut bytes) {
        Err(cause) if cause.kind() == io::ErrorKind::UnexpectedEof => {
            Err(failed("failed to read domain XML".to_owned()))
        }
        other => other.map_err(|cause| Broken::Other(Error::system(&cause, "failed to read domain XML"))),
    };
    read?;
    let until_nul = |bytes: &[u8]| bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    let cookie = match usize::try_from(cookie).ok().filter(|at| *at > 0).and_then(|at| bytes.get(at..)) {
        Some(rest) => rest[..(until_nul(rest) + 1).min(rest.len())].to_vec(),
        None => Vec::new(),
    };
    bytes.truncate(until_nul(&bytes));
    let document = String::from_utf8(bytes).map_err(|_| failed("the image's document is not UTF-8".to_owned()))?;
    Ok(Front { runs: runs != 0, packing, document, cookie, room })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_folder::TestFolder;

    #[test]
    fn what_was_written_is_read_once_it_is_whole() {
        let folder = TestFolder::new();
        let path = folder.path().join("image");
        let front = Front::new("<domain/>".to_owned(), true, Packing::Xz);
        let (mut file, is_new) = create(&path).unwrap();
        assert!(is_new);
        front.begin(&mut file, &path).unwrap();
        file.write_all(b"memory").unwrap();
        assert!(matches!(Image::open(&path, false), Err(Broken::Unfinished(_))));
        front.finish(&file, &path).unwrap();
        let mut image = Image::open(&path, false).unwrap();
        let mut rest = String::new();
        image.file.read_to_string(&mut rest).unwrap();
        assert_eq!((&image.front, rest.as_str()), (&front, "memory"));

        let other = Front { document: "<domain>other</domain>".to_owned(), ..image.front };
        other.replace(&Image::open(&path, true).unwrap().file, &path).unwrap();
        assert_eq!(Image::open(&path, false).unwrap().front, other);
        let long = Front { document: "x".repeat(70_000), ..other };
        assert!(long.replace(&file, &path).unwrap_err().to_string().ends_with("new xml too large to fit in file"));
    }

    #[test]
    fn cookies_stay_and_images_of_other_hosts_are_read() {
        let folder = TestFolder::new();
        let path = folder.path().join("image");
        let text = b"<domain/>\0<cookie/>\0";
        let mut bytes = WHOLE.to_vec();
        for number in [2, 40, 0, 0, 10] {
            bytes.extend(u32::swap_bytes(number).to_ne_bytes());
        }
        bytes.resize(HEADER, 0);
        bytes.extend(text);
        bytes.resize(HEADER + 40, 0);
        std::fs::write(&path, &bytes).unwrap();
        let image = Image::open(&path, true).unwrap();
        assert_eq!((image.front.document.as_str(), image.front.cookie.as_slice()), ("<domain/>", &b"<cookie/>\0"[..]));
        image.front.replace(&image.file, &path).unwrap();
        assert_eq!(Image::open(&path, false).unwrap().front, image.front);
    }

    #[test]
    fn what_is_no_image_is_refused() {
        let folder = TestFolder::new();
        let path = folder.path().join("image");
        let told = |bytes: &[u8]| {
            std::fs::write(&path, bytes).unwrap();
            Error::from(Image::open(&path, false).unwrap_err()).to_string()
        };
        let front = Front::new("<domain/>".to_owned(), true, Packing::Raw);
        let whole = front.bytes(WHOLE).unwrap();
        let with = |at: usize, number: u32| {
            let mut bytes = whole.clone();
            bytes[16 + at * 4..][..4].copy_from_slice(&number.to_ne_bytes());
            bytes
        };
        for (bytes, words) in [
            (whole[..50].to_vec(), "failed to read qemu header"),
            (vec![b'x'; 200], "image magic is incorrect"),
            (with(0, 3), "image version is not supported"),
            (with(1, 0), "invalid header data length: 0"),
            (with(1, u32::MAX), "invalid header data length: -1"),
            (with(1, 1 << 20), "failed to read domain XML"),
            (with(3, 9), "Invalid compressed save format 9"),
        ] {
            assert!(told(&bytes).contains(words), "{words}");
        }
    }
}
