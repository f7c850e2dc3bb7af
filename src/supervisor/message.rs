//! Packets: how a message stands in one, and the values inside. The table is in `supervisor/mod.rs`.

use std::fs::File;
use std::io::{self, Read, Seek};
use std::os::fd::{AsRawFd, OwnedFd, RawFd};
use std::path::{Path, PathBuf};

use crate::sys;
use crate::sys::socket;

/// Longer contents travel in a file in memory, of which the socket's buffer holds a descriptor only.
const INLINE: usize = 4 << 10;
/// No content is longer: libvirt's own limit of a reply of QEMU's monitor.
pub const LONGEST: usize = 10 << 20;

const HEADER: usize = 16;

macro_rules! kinds {
    ($($name:ident = $number:literal),* $(,)?) => {
        /// What a message is; see the table in `supervisor/mod.rs`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Kind { $($name = $number),* }

        impl Kind {
            fn from_number(number: u32) -> Option<Self> {
                match number { $($number => Some(Self::$name),)* _ => None }
            }
        }
    };
}
kinds! {
    Start = 1, Attach = 2, Command = 3, Stop = 4, SetActions = 6, FakeReboot = 7, Bind = 8, Hold = 9, Held = 10, Control = 11,
    Started = 101, Reply = 102, Done = 103, Failed = 104, Taken = 108,
}

/// One message, received.
#[derive(Debug)]
pub struct Message {
    pub kind: Kind,
    pub id: u64,
    pub content: Vec<u8>,
    pub files: Vec<OwnedFd>,
}

/// Sends one message; whole or not at all.
///
/// # Errors
/// Those of sendmsg(2): `WouldBlock` when the socket is full and `wait` is not set.
pub fn send(socket: &impl AsRawFd, kind: Kind, id: u64, content: &[u8], files: &[RawFd], wait: bool) -> io::Result<()> {
    let header = |flags: u32| {
        let mut header = [0; HEADER];
        header[..4].copy_from_slice(&(kind as u32).to_le_bytes());
        header[4..8].copy_from_slice(&flags.to_le_bytes());
        header[8..].copy_from_slice(&id.to_le_bytes());
        header
    };
    if content.len() <= INLINE {
        socket::send(socket, &[&header(0), content], files, wait)?;
    } else {
        let file = sys::memory_file(content)?;
        let files: Vec<RawFd> = files.iter().copied().chain([file.as_raw_fd()]).collect();
        socket::send(socket, &[&header(1)], &files, wait)?;
    }
    Ok(())
}

/// The next message; `None` at the end.
///
/// # Errors
/// Those of recvmsg(2), and `InvalidData` for what is no message.
pub fn receive(socket: &impl AsRawFd) -> io::Result<Option<Message>> {
    let mut buffer = [0; HEADER + INLINE];
    let (length, mut files) = socket::receive(socket, &mut buffer)?;
    if length == 0 {
        return Ok(None);
    }
    let (Some(header), content) = (buffer[..length].get(..HEADER), buffer.get(HEADER..length)) else {
        return Err(io::ErrorKind::InvalidData.into());
    };
    let (number, flags) = (u32_at(header, 0), u32_at(header, 4));
    let id = u64::from(u32_at(header, 8)) | u64::from(u32_at(header, 12)) << 32;
    let kind = Kind::from_number(number).ok_or(io::ErrorKind::InvalidData)?;
    let mut content = content.unwrap_or_default().to_vec();
    if flags & 1 != 0 {
        let mut file = File::from(files.pop().ok_or(io::ErrorKind::InvalidData)?);
        // A descriptor of another kind could block for ever.
        let size = file.metadata().ok().filter(std::fs::Metadata::is_file).map_or(u64::MAX, |status| status.len());
        if size > LONGEST as u64 {
            return Err(io::ErrorKind::InvalidData.into());
        }
        file.rewind()?;
        content = Vec::with_capacity(size as usize);
        file.take(size).read_to_end(&mut content)?;
    }
    Ok(Some(Message { kind, id, content, files }))
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

/// Puts values into a content.
#[derive(Default)]
pub struct Encoder(pub Vec<u8>);

impl Encoder {
    pub fn flag(mut self, value: bool) -> Self {
        self.0.push(value.into());
        self
    }

    pub fn int(mut self, value: i32) -> Self {
        self.0.extend(value.to_le_bytes());
        self
    }

    pub fn long(mut self, value: u64) -> Self {
        self.0.extend(value.to_le_bytes());
        self
    }

    pub fn bytes(mut self, value: &[u8]) -> Self {
        self.0.extend((value.len() as u32).to_le_bytes());
        self.0.extend(value);
        self
    }

    pub fn path(self, value: &Path) -> Self {
        self.bytes(value.as_os_str().as_encoded_bytes())
    }

    pub fn list<T>(self, values: &[T], one: impl Fn(Self, &T) -> Self) -> Self {
        values.iter().fold(self.int(values.len() as i32), one)
    }
}

/// Takes values out of a content, in the same order. `None` when there are none left.
pub struct Decoder<'a>(pub &'a [u8]);

impl Decoder<'_> {
    fn take(&mut self, length: usize) -> Option<&[u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    pub fn flag(&mut self) -> Option<bool> {
        self.take(1).map(|byte| byte != [0])
    }

    pub fn int(&mut self) -> Option<i32> {
        self.take(4).map(|bytes| u32_at(bytes, 0).cast_signed())
    }

    pub fn long(&mut self) -> Option<u64> {
        self.take(8).map(|bytes| u64::from(u32_at(bytes, 0)) | u64::from(u32_at(bytes, 4)) << 32)
    }

    pub fn bytes(&mut self) -> Option<Vec<u8>> {
        let length = usize::try_from(self.int()?).ok()?;
        self.take(length).map(<[u8]>::to_vec)
    }

    pub fn text(&mut self) -> Option<String> {
        String::from_utf8(self.bytes()?).ok()
    }

    pub fn path(&mut self) -> Option<PathBuf> {
        use std::os::unix::ffi::OsStringExt;
        self.bytes().map(std::ffi::OsString::from_vec).map(PathBuf::from)
    }

    pub fn list<T>(&mut self, mut one: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.int()?;
        (0..count).map(|_| one(self)).collect()
    }

    pub fn rest(self) -> Vec<u8> {
        self.0.to_vec()
    }
}

/// Why a request was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The machine has a supervisor (its process) already.
    Running { supervisor: Option<u32> },
    /// There is no such machine (any more), so nothing can be asked of it.
    NotRunning,
    /// It is being started: commands are for later.
    Starting,
    /// QEMU ended before the machine ran. How, for people; what it printed, from the log.
    Exited { how: String, output: String },
    /// A command of the start was refused: which, and QEMU's reply.
    Setup { command: String, reply: String },
    /// Time is up: what was waited for.
    Timeout { waited_for: String },
    /// The client has too many unanswered requests.
    Busy,
    /// The request makes no sense: why.
    Invalid { why: String },
    /// The supervisor died, or was not what answered.
    SupervisorDied,
    /// A system call failed: what was tried, and `errno` (0 where there is none).
    System { what: String, errno: i32 },
    /// Another program holds what was asked for.
    Held,
}

impl Failure {
    /// A failed system call.
    pub fn system(what: impl Into<String>, error: &io::Error) -> Self {
        let what = what.into();
        match error.raw_os_error() {
            Some(errno) => Self::System { what, errno },
            None => Self::System { what: format!("{what}: {error}"), errno: 0 },
        }
    }

    pub(super) fn encode(&self) -> Vec<u8> {
        let encoder = Encoder::default();
        match self {
            Self::Running { supervisor } => encoder.int(1).int(supervisor.unwrap_or(0).cast_signed()),
            Self::NotRunning => encoder.int(2),
            Self::Starting => encoder.int(3),
            Self::Exited { how, output } => encoder.int(4).bytes(how.as_bytes()).bytes(output.as_bytes()),
            Self::Setup { command, reply } => encoder.int(5).bytes(command.as_bytes()).bytes(reply.as_bytes()),
            Self::Timeout { waited_for } => encoder.int(6).bytes(waited_for.as_bytes()),
            Self::Busy => encoder.int(7),
            Self::Invalid { why } => encoder.int(8).bytes(why.as_bytes()),
            Self::SupervisorDied => encoder.int(9),
            Self::System { what, errno } => encoder.int(10).bytes(what.as_bytes()).int(*errno),
            Self::Held => encoder.int(11),
        }
        .0
    }

    pub(super) fn decode(content: &[u8]) -> Option<Self> {
        let mut decoder = Decoder(content);
        Some(match decoder.int()? {
            1 => Self::Running { supervisor: Some(decoder.int()?.cast_unsigned()).filter(|pid| *pid != 0) },
            2 => Self::NotRunning,
            3 => Self::Starting,
            4 => Self::Exited { how: decoder.text()?, output: decoder.text()? },
            5 => Self::Setup { command: decoder.text()?, reply: decoder.text()? },
            6 => Self::Timeout { waited_for: decoder.text()? },
            7 => Self::Busy,
            8 => Self::Invalid { why: decoder.text()? },
            9 => Self::SupervisorDied,
            10 => Self::System { what: decoder.text()?, errno: decoder.int()? },
            11 => Self::Held,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_long_contents_arrive() {
        let (one, other) = socket::pair().unwrap();
        let file = File::open("/dev/null").unwrap();
        for length in [0, 1, INLINE, INLINE + 1, 3 << 20] {
            let content: Vec<u8> = (0..length).map(|at| at as u8).collect();
            send(&one, Kind::Reply, 1 << 40, &content, &[file.as_raw_fd()], true).unwrap();
            let message = receive(&other).unwrap().unwrap();
            assert_eq!((message.kind, message.id, message.files.len()), (Kind::Reply, 1 << 40, 1));
            assert_eq!(message.content, content);
        }
        drop(one);
        assert!(receive(&other).unwrap().is_none());
    }

    #[test]
    fn what_is_no_message_is_refused() {
        let (one, other) = socket::pair().unwrap();
        let mut file_flag = [0; HEADER];
        file_flag[0] = Kind::Reply as u8;
        file_flag[4] = 1;
        for packet in [&b"x"[..], &[0; HEADER], &file_flag] {
            socket::send(&one, &[packet], &[], true).unwrap();
            assert_eq!(receive(&other).unwrap_err().kind(), io::ErrorKind::InvalidData);
        }
        // A pipe as the file would block whoever reads it.
        socket::send(&one, &[&file_flag], &[one.as_raw_fd()], true).unwrap();
        assert_eq!(receive(&other).unwrap_err().kind(), io::ErrorKind::InvalidData);
    }

    #[test]
    fn failures_come_back_as_they_were() {
        let text = || "text".to_owned();
        for failure in [
            Failure::Running { supervisor: Some(7) },
            Failure::Running { supervisor: None },
            Failure::NotRunning,
            Failure::Starting,
            Failure::Exited { how: text(), output: text() },
            Failure::Setup { command: text(), reply: text() },
            Failure::Timeout { waited_for: text() },
            Failure::Busy,
            Failure::Invalid { why: text() },
            Failure::SupervisorDied,
            Failure::System { what: text(), errno: 2 },
            Failure::Held,
        ] {
            let content = failure.encode();
            assert_eq!(Failure::decode(&content), Some(failure));
            for end in 0..content.len() {
                assert_eq!(Failure::decode(&content[..end]), None);
            }
        }
    }
}
