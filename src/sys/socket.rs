//! Unix sockets beyond std: packets (`SOCK_SEQPACKET`), descriptors that travel with data, and paths of any length.

use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::io;
use std::mem::MaybeUninit;
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd, RawFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::Duration;

/// How many descriptors the kernel passes with one message (`SCM_MAX_FD`).
pub const MAX_FILES: usize = 253;

/// How packets travel: one send is one receive, in order, and the end is seen.
pub const PACKETS: libc::c_int = libc::SOCK_SEQPACKET;
/// How bytes travel.
pub const STREAM: libc::c_int = libc::SOCK_STREAM;

fn descriptor(fd: libc::c_int) -> io::Result<OwnedFd> {
    // SAFETY: callers pass what a system call has just returned: a new descriptor, or a negative number.
    if fd < 0 { Err(io::Error::last_os_error()) } else { Ok(unsafe { OwnedFd::from_raw_fd(fd) }) }
}

/// Two connected sockets for packets.
///
/// # Errors
/// Those of socketpair(2).
pub fn pair() -> io::Result<(OwnedFd, OwnedFd)> {
    let mut fds = [-1; 2];
    // SAFETY: there is room for two numbers.
    if unsafe { libc::socketpair(libc::AF_UNIX, PACKETS | libc::SOCK_CLOEXEC, 0, fds.as_mut_ptr()) } != 0 {
        return Err(io::Error::last_os_error());
    }
    Ok((descriptor(fds[0])?, descriptor(fds[1])?))
}

fn socket(kind: libc::c_int, nonblocking: bool) -> io::Result<OwnedFd> {
    let flags = libc::SOCK_CLOEXEC | if nonblocking { libc::SOCK_NONBLOCK } else { 0 };
    // SAFETY: no preconditions.
    descriptor(unsafe { libc::socket(libc::AF_UNIX, kind | flags, 0) })
}

/// The address of a path. One that does not fit into `sun_path` is reached through its folder's descriptor, which is returned to be kept open meanwhile.
fn address(path: &Path) -> io::Result<(libc::sockaddr_un, Option<File>)> {
    // SAFETY: all zeros are an address.
    let mut address: libc::sockaddr_un = unsafe { MaybeUninit::zeroed().assume_init() };
    address.sun_family = libc::AF_UNIX as libc::sa_family_t;
    let mut folder = None;
    let mut name = path.as_os_str().to_owned();
    if name.len() >= address.sun_path.len() {
        let parent = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
        let opened = OpenOptions::new().read(true).custom_flags(libc::O_PATH | libc::O_DIRECTORY).open(parent)?;
        name = OsString::from(format!("/proc/self/fd/{}/", opened.as_raw_fd()));
        name.push(path.file_name().ok_or(io::ErrorKind::InvalidInput)?);
        folder = Some(opened);
    }
    let bytes = name.as_bytes();
    if bytes.len() >= address.sun_path.len() || bytes.contains(&0) {
        return Err(io::ErrorKind::InvalidFilename.into());
    }
    for (to, from) in address.sun_path.iter_mut().zip(bytes) {
        *to = (*from).cast_signed();
    }
    Ok((address, folder))
}

/// Listens on a path, where nothing must be. The file gets the rights that the umask leaves of 0777.
///
/// # Errors
/// Those of socket(2), bind(2) and listen(2).
pub fn listen(kind: libc::c_int, path: &Path) -> io::Result<OwnedFd> {
    let socket = socket(kind, true)?;
    let (address, _folder) = address(path)?;
    // SAFETY: a live address and its size.
    let bound = unsafe { libc::bind(socket.as_raw_fd(), (&raw const address).cast(), size_of_val(&address) as u32) };
    // SAFETY: a descriptor and a number.
    if bound != 0 || unsafe { libc::listen(socket.as_raw_fd(), 128) } != 0 {
        return Err(io::Error::last_os_error());
    }
    Ok(socket)
}

/// Connects to a path.
///
/// # Errors
/// Those of socket(2) and connect(2).
pub fn connect(kind: libc::c_int, path: &Path, nonblocking: bool) -> io::Result<OwnedFd> {
    let socket = socket(kind, nonblocking)?;
    let (address, _folder) = address(path)?;
    // SAFETY: a live address and its size.
    match unsafe { libc::connect(socket.as_raw_fd(), (&raw const address).cast(), size_of_val(&address) as u32) } {
        0 => Ok(socket),
        _ => Err(io::Error::last_os_error()),
    }
}

/// The next connection, which never blocks; `None` when nobody waits.
///
/// # Errors
/// Those of accept4(2).
pub fn accept(listener: &impl AsRawFd) -> io::Result<Option<OwnedFd>> {
    let flags = libc::SOCK_CLOEXEC | libc::SOCK_NONBLOCK;
    // SAFETY: nobody's address is asked for.
    let fd = unsafe { libc::accept4(listener.as_raw_fd(), std::ptr::null_mut(), std::ptr::null_mut(), flags) };
    match descriptor(fd) {
        Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted) => Ok(None),
        Err(error) if error.kind() == io::ErrorKind::ConnectionAborted => Ok(None),
        result => result.map(Some),
    }
}

/// Room for `MAX_FILES` descriptors and the header before them, aligned as headers are.
const CONTROL: usize = (size_of::<libc::cmsghdr>() + MAX_FILES * size_of::<RawFd>()).div_ceil(8) + 1;

/// Sends data, with descriptors; how much of it went. Never raises SIGPIPE.
///
/// # Errors
/// Those of sendmsg(2) but for `EINTR`; `InvalidInput` for too many descriptors.
pub fn send(socket: &impl AsRawFd, parts: &[&[u8]], files: &[RawFd], wait: bool) -> io::Result<usize> {
    if files.len() > MAX_FILES || parts.len() > 4 {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut vectors = [libc::iovec { iov_base: std::ptr::null_mut(), iov_len: 0 }; 4];
    for (vector, part) in vectors.iter_mut().zip(parts) {
        *vector = libc::iovec { iov_base: part.as_ptr().cast_mut().cast(), iov_len: part.len() };
    }
    let mut control = [0_u64; CONTROL];
    // SAFETY: all zeros are a message header; its pointers are set to live buffers with their sizes, and the control message is written inside its buffer.
    let message = unsafe {
        let mut message: libc::msghdr = MaybeUninit::zeroed().assume_init();
        message.msg_iov = vectors.as_mut_ptr();
        message.msg_iovlen = parts.len();
        if !files.is_empty() {
            let size = size_of_val(files) as u32;
            message.msg_control = control.as_mut_ptr().cast();
            message.msg_controllen = libc::CMSG_SPACE(size) as usize;
            let header = libc::CMSG_FIRSTHDR(&message);
            (*header).cmsg_level = libc::SOL_SOCKET;
            (*header).cmsg_type = libc::SCM_RIGHTS;
            (*header).cmsg_len = libc::CMSG_LEN(size) as usize;
            std::ptr::copy_nonoverlapping(files.as_ptr().cast(), libc::CMSG_DATA(header), size as usize);
        }
        message
    };
    let flags = libc::MSG_NOSIGNAL | if wait { 0 } else { libc::MSG_DONTWAIT };
    loop {
        // SAFETY: a message whose buffers live.
        let sent = unsafe { libc::sendmsg(socket.as_raw_fd(), &message, flags) };
        match usize::try_from(sent) {
            Ok(sent) => return Ok(sent),
            Err(_) => match io::Error::last_os_error() {
                error if error.kind() == io::ErrorKind::Interrupted => {}
                error => return Err(error),
            },
        }
    }
}

/// Receives into `buffer`: how many bytes, and the descriptors that came with them. 0 bytes are the end.
///
/// # Errors
/// Those of recvmsg(2) but for `EINTR`; `InvalidData` for a packet that is longer than the buffer.
pub fn receive(socket: &impl AsRawFd, buffer: &mut [u8]) -> io::Result<(usize, Vec<OwnedFd>)> {
    let mut vector = libc::iovec { iov_base: buffer.as_mut_ptr().cast(), iov_len: buffer.len() };
    let mut control = [0_u64; CONTROL];
    // SAFETY: all zeros are a message header.
    let mut message: libc::msghdr = unsafe { MaybeUninit::zeroed().assume_init() };
    message.msg_iov = &raw mut vector;
    message.msg_iovlen = 1;
    message.msg_control = control.as_mut_ptr().cast();
    message.msg_controllen = size_of_val(&control);
    let received = loop {
        // SAFETY: the buffers live and have the sizes that are said.
        let received = unsafe { libc::recvmsg(socket.as_raw_fd(), &mut message, libc::MSG_CMSG_CLOEXEC) };
        match usize::try_from(received) {
            Ok(received) => break received,
            Err(_) => match io::Error::last_os_error() {
                error if error.kind() == io::ErrorKind::Interrupted => {}
                error => return Err(error),
            },
        }
    };
    let mut files = Vec::new();
    // SAFETY: the kernel has written whole control messages; each descriptor in them is new and nobody else's.
    unsafe {
        let mut header = libc::CMSG_FIRSTHDR(&message);
        while let Some(one) = header.as_ref() {
            if one.cmsg_level == libc::SOL_SOCKET && one.cmsg_type == libc::SCM_RIGHTS {
                let count = (one.cmsg_len - libc::CMSG_LEN(0) as usize) / size_of::<RawFd>();
                let data = libc::CMSG_DATA(header).cast::<RawFd>();
                files.extend((0..count).map(|at| OwnedFd::from_raw_fd(data.add(at).read_unaligned())));
            }
            header = libc::CMSG_NXTHDR(&message, header);
        }
    }
    if message.msg_flags & (libc::MSG_TRUNC | libc::MSG_CTRUNC) != 0 {
        return Err(io::ErrorKind::InvalidData.into());
    }
    Ok((received, files))
}

/// Whether reading and writing wait.
///
/// # Errors
/// Those of fcntl(2).
pub fn set_nonblocking(socket: &impl AsRawFd) -> io::Result<()> {
    // SAFETY: descriptors and flags.
    let result = unsafe {
        let flags = libc::fcntl(socket.as_raw_fd(), libc::F_GETFL);
        libc::fcntl(socket.as_raw_fd(), libc::F_SETFL, flags | libc::O_NONBLOCK)
    };
    if result < 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}

/// Waits until there is something to read, or time is up: whether there is.
///
/// # Errors
/// Those of poll(2).
pub fn readable(socket: &impl AsRawFd, timeout: Option<Duration>) -> io::Result<bool> {
    let until = timeout.map(|time| std::time::Instant::now() + time);
    loop {
        let left = until.map(|until| until.saturating_duration_since(std::time::Instant::now()));
        let mut fds = [super::poll::PollFd { fd: socket.as_raw_fd(), events: libc::POLLIN, revents: 0 }];
        if super::poll::poll(&mut fds, left)? > 0 {
            return Ok(true);
        }
        if left.is_some_and(|left| left.is_zero()) {
            return Ok(false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packets_keep_their_bounds_and_bring_descriptors() {
        let (one, other) = pair().unwrap();
        let file = File::open("/dev/null").unwrap();
        send(&one, &[b"ab", b"c"], &[file.as_raw_fd(), file.as_raw_fd()], true).unwrap();
        send(&one, &[b"d"], &[], true).unwrap();
        let mut buffer = [0; 8];
        let (length, files) = receive(&other, &mut buffer).unwrap();
        assert_eq!((&buffer[..length], files.len()), (&b"abc"[..], 2));
        assert_eq!(receive(&other, &mut buffer).unwrap().0, 1);
        send(&one, &[b"too long for that"], &[], true).unwrap();
        assert_eq!(receive(&other, &mut buffer).unwrap_err().kind(), io::ErrorKind::InvalidData);
        drop(one);
        assert_eq!(receive(&other, &mut buffer).unwrap().0, 0);
    }

    #[test]
    fn long_paths_are_reached() {
        let folder = crate::test_folder::TestFolder::new();
        let folder = folder.path().join("x".repeat(120));
        std::fs::create_dir(&folder).unwrap();
        let path = folder.join("socket");
        let listener = listen(PACKETS, &path).unwrap();
        assert!(accept(&listener).unwrap().is_none());
        let client = connect(PACKETS, &path, false).unwrap();
        let server = accept(&listener).unwrap().unwrap();
        send(&server, &[b"x"], &[], true).unwrap();
        assert!(readable(&client, None).unwrap());
    }
}
