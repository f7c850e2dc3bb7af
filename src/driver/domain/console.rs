//! Domains: consoles, channels, graphics, keys, signals.

use std::ffi::c_uint;
use std::os::fd::{OwnedFd, RawFd};

use crate::error::{Result, unsupported};
use crate::object::{Domain, Stream};
use crate::types::virKeycodeSet;

/// Consoles, channels, graphics, keys, signals. Every method defaults to "not supported".
pub trait DomainConsole {
    /// Connects a stream to the console, serial or parallel port with that alias, or to the first.
    fn open_console(&self, domain: &Domain, device: Option<&str>, stream: &Stream, flags: c_uint) -> Result<()> {
        let _ = (domain, device, stream, flags);
        unsupported()
    }

    /// Connects a stream to the channel with that alias or target name, or to the first.
    fn open_channel(&self, domain: &Domain, name: Option<&str>, stream: &Stream, flags: c_uint) -> Result<()> {
        let _ = (domain, name, stream, flags);
        unsupported()
    }

    /// Connects the graphics of that number to a socket that stays the caller's.
    fn open_graphics(&self, domain: &Domain, index: c_uint, socket: RawFd, flags: c_uint) -> Result<()> {
        let _ = (domain, index, socket, flags);
        unsupported()
    }

    /// A socket that is connected to the graphics of that number.
    fn open_graphics_fd(&self, domain: &Domain, index: c_uint, flags: c_uint) -> Result<OwnedFd> {
        let _ = (domain, index, flags);
        unsupported()
    }

    /// `kind` is a `VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_…`.
    fn reload_graphics(&self, domain: &Domain, kind: c_uint, flags: c_uint) -> Result<()> {
        let _ = (domain, kind, flags);
        unsupported()
    }

    /// `keys` are codes of `codeset`, one to 16; they are held for `milliseconds`.
    fn send_key(
        &self,
        domain: &Domain,
        codeset: virKeycodeSet,
        milliseconds: c_uint,
        keys: &[c_uint],
        flags: c_uint,
    ) -> Result<()> {
        let _ = (domain, codeset, milliseconds, keys, flags);
        unsupported()
    }

    /// `process` is not 0.
    fn send_process_signal(&self, domain: &Domain, process: i64, signal: c_uint, flags: c_uint) -> Result<()> {
        let _ = (domain, process, signal, flags);
        unsupported()
    }

    fn inject_nmi(&self, domain: &Domain, flags: c_uint) -> Result<()> {
        let _ = (domain, flags);
        unsupported()
    }
}
