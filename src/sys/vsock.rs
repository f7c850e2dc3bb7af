//! Numbers of guests for sockets between them and the host.

use std::io;
use std::os::fd::RawFd;

/// `VHOST_VSOCK_SET_GUEST_CID`.
const SET_GUEST_CID: libc::Ioctl = 0x4008_af60_u32 as libc::Ioctl;
/// Numbers below are the hypervisor's and the host's.
const FIRST: u32 = 3;

/// The first number that no guest has. It is free again when the device is closed: who starts a guest with it must do so at once.
///
/// # Errors
/// Those of the device, `/dev/vhost-vsock`, that is open as `device`.
pub fn claim_context(device: RawFd) -> io::Result<u32> {
    for number in FIRST..u32::MAX {
        let wide = u64::from(number);
        // SAFETY: the call reads eight bytes, which live until it returns.
        if unsafe { libc::ioctl(device, SET_GUEST_CID, &raw const wide) } == 0 {
            return Ok(number);
        }
        let error = io::Error::last_os_error();
        if error.raw_os_error() != Some(libc::EADDRINUSE) {
            return Err(error);
        }
    }
    Err(io::Error::from_raw_os_error(libc::EADDRINUSE))
}
