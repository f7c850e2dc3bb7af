//! Taps (the kernel's Documentation/networking/tuntap.rst), and what a card of the host is told.

use std::ffi::CStr;
use std::fs::File;
use std::io;
use std::os::fd::{AsRawFd, OwnedFd, RawFd};
use std::path::Path;

/// A queue of a tap. One that was made here goes when all its queues are closed.
#[derive(Debug)]
pub struct Tap {
    pub file: OwnedFd,
    pub name: String,
}

impl Tap {
    /// Opens a queue of the tap `name`, which is made if there is none; `%d` in it becomes a number that is free. `headers`: packets come with
    /// what virtio says of them; `many`: there are several queues.
    ///
    /// # Errors
    /// Those of the device, and `InvalidInput` for a name that is none.
    pub fn open(device: &Path, name: &str, headers: bool, many: bool) -> io::Result<Self> {
        let file = File::options().read(true).write(true).open(device)?;
        let mut request = request(name)?;
        let mut flags = libc::IFF_TAP | libc::IFF_NO_PI;
        if headers {
            flags |= libc::IFF_VNET_HDR;
        }
        if many {
            flags |= libc::IFF_MULTI_QUEUE;
        }
        request.ifr_ifru.ifru_flags = flags as libc::c_short;
        control(file.as_raw_fd(), libc::TUNSETIFF as libc::Ioctl, &mut request)?;
        // SAFETY: the kernel wrote a name that ends with a NUL.
        let name = unsafe { CStr::from_ptr(request.ifr_name.as_ptr()) }.to_string_lossy().into_owned();
        Ok(Self { file: file.into(), name })
    }
}

/// # Errors
/// Those of netdevice(7), SIOCSIFHWADDR.
pub fn set_address(name: &str, address: [u8; 6]) -> io::Result<()> {
    let mut request = request(name)?;
    let mut data = [0; 14];
    for (byte, value) in data.iter_mut().zip(address) {
        *byte = value as libc::c_char;
    }
    request.ifr_ifru.ifru_hwaddr = libc::sockaddr { sa_family: libc::ARPHRD_ETHER, sa_data: data };
    ask(libc::SIOCSIFHWADDR as libc::Ioctl, &mut request)
}

/// # Errors
/// Those of netdevice(7), SIOCSIFMTU.
pub fn set_mtu(name: &str, bytes: u32) -> io::Result<()> {
    let mut request = request(name)?;
    request.ifr_ifru.ifru_mtu = i32::try_from(bytes).map_err(|_| io::Error::from(io::ErrorKind::InvalidInput))?;
    ask(libc::SIOCSIFMTU as libc::Ioctl, &mut request)
}

/// # Errors
/// Those of netdevice(7), SIOCSIFFLAGS.
pub fn set_up(name: &str) -> io::Result<()> {
    let mut request = request(name)?;
    ask(libc::SIOCGIFFLAGS as libc::Ioctl, &mut request)?;
    // SAFETY: the kernel wrote the flags.
    let flags = unsafe { request.ifr_ifru.ifru_flags };
    request.ifr_ifru.ifru_flags = flags | libc::IFF_UP as libc::c_short;
    ask(libc::SIOCSIFFLAGS as libc::Ioctl, &mut request)
}

fn request(name: &str) -> io::Result<libc::ifreq> {
    // SAFETY: numbers and bytes, all of which may be 0.
    let mut request: libc::ifreq = unsafe { std::mem::zeroed() };
    let bytes = name.as_bytes();
    if bytes.is_empty() || bytes.len() >= request.ifr_name.len() || bytes.contains(&0) {
        return Err(io::Error::from(io::ErrorKind::InvalidInput));
    }
    for (byte, value) in request.ifr_name.iter_mut().zip(bytes) {
        *byte = *value as libc::c_char;
    }
    Ok(request)
}

/// Asks the kernel about a card, through any socket.
fn ask(what: libc::Ioctl, request: &mut libc::ifreq) -> io::Result<()> {
    let socket = std::net::UdpSocket::bind("0.0.0.0:0")?;
    control(socket.as_raw_fd(), what, request)
}

fn control(file: RawFd, what: libc::Ioctl, request: &mut libc::ifreq) -> io::Result<()> {
    // SAFETY: the calls used here read and write one request.
    if unsafe { libc::ioctl(file, what, &raw mut *request) } < 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short() {
        for name in ["", "sixteen-letters!", "a\0b"] {
            assert_eq!(set_mtu(name, 1).unwrap_err().kind(), io::ErrorKind::InvalidInput, "{name}");
        }
        assert_eq!(set_up("no-such-card").unwrap_err().raw_os_error(), Some(libc::ENODEV));
    }
}
