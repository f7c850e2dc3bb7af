//! A stream to the host's end of a machine's console or channel, which is one program's at a time: a supervisor knows whose.

use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::AsRawFd;

use parking_lot::Mutex;

use crate::driver::qemu::error;
use crate::driver::{Received, StreamCallback, StreamDriver};
use crate::error::{Error, Result};
use crate::event;
use crate::supervisor::client::Connection;
use crate::sys::poll::{PollFd, poll};
use crate::types::*;

/// A port that this program has.
pub struct PortStream {
    never_waits: bool,
    state: Mutex<State>,
}

struct State {
    /// `None` after the end of the transfer.
    open: Option<Open>,
    /// Another program has taken it.
    taken: bool,
    /// The watches of the event loop that a callback waits in: of the port, and of the hold.
    watches: Option<(i32, i32)>,
}

struct Open {
    /// Does not wait.
    port: File,
    /// The connection that holds the port.
    hold: Connection,
    /// The supervisor has died: nobody can take the port any more, and it goes on.
    unwatched: bool,
}

impl PortStream {
    /// `port` is opened so that it does not wait, whatever the stream does.
    pub fn new(port: File, hold: Connection, never_waits: bool) -> Self {
        let open = Some(Open { port, hold, unwatched: false });
        Self { never_waits, state: Mutex::new(State { open, taken: false, watches: None }) }
    }

    fn close(&self) {
        let mut state = self.state.lock();
        let watches = state.watches.take();
        state.open = None;
        drop(state);
        forget(watches);
    }

    /// Does something with the port until it need not wait any more; `None` when it may not wait and would have to.
    fn with(&self, events: i16, act: impl Fn(&mut File) -> io::Result<usize>) -> Result<Option<io::Result<usize>>> {
        loop {
            let mut state = self.state.lock();
            state.look();
            let taken = state.taken;
            let Some(open) = state.open.as_mut() else {
                let text = if taken { "another program has taken the port by force" } else { "stream is not open" };
                return Err(error(if taken { VIR_ERR_OPERATION_ABORTED } else { VIR_ERR_INTERNAL_ERROR }, text));
            };
            match act(&mut open.port) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                done => return Ok(Some(done)),
            }
            if self.never_waits {
                return Ok(None);
            }
            let hold = if open.unwatched { -1 } else { open.hold.as_raw_fd() };
            let (port, hold) = (PollFd { fd: open.port.as_raw_fd(), events, revents: 0 }, hold);
            // Another thread may end the stream meanwhile: this one is told by the descriptors, which are polled again soon.
            drop(state);
            let mut fds = [port, PollFd { fd: hold, events: libc::POLLIN, revents: 0 }];
            poll(&mut fds, Some(std::time::Duration::from_millis(200)))
                .map_err(|failure| Error::system(&failure, "cannot wait for a port"))?;
        }
    }
}

impl State {
    /// Looks whether the port was taken.
    fn look(&mut self) {
        let Some(open) = &mut self.open else { return };
        let mut fds = [PollFd { fd: open.hold.as_raw_fd(), events: libc::POLLIN, revents: 0 }];
        if open.unwatched || !poll(&mut fds, Some(std::time::Duration::ZERO)).is_ok_and(|count| count > 0) {
            return;
        }
        match open.hold.was_taken() {
            true => (self.taken, self.open) = (true, None),
            false => open.unwatched = true,
        }
    }
}

fn forget(watches: Option<(i32, i32)>) {
    if let Some((port, hold)) = watches {
        event::remove_handle(port);
        event::remove_handle(hold);
    }
}

impl StreamDriver for PortStream {
    fn send(&self, data: &[u8]) -> Result<Option<usize>> {
        match self.with(libc::POLLOUT, |port| port.write(data))? {
            Some(written) => written.map(Some).map_err(|error| Error::system(&error, "cannot write to stream")),
            None => Ok(None),
        }
    }

    fn recv(&self, buffer: &mut [u8]) -> Result<Received> {
        let buffer = Mutex::new(buffer);
        match self.with(libc::POLLIN, |port| port.read(&mut buffer.lock()))? {
            Some(Ok(count)) => Ok(Received::Data(count)),
            // How a terminal says that the other end is gone.
            Some(Err(error)) if error.raw_os_error() == Some(libc::EIO) => Ok(Received::Data(0)),
            Some(Err(error)) => Err(Error::system(&error, "cannot read from stream")),
            None => Ok(Received::WouldBlock),
        }
    }

    fn finish(&self) -> Result<()> {
        self.close();
        Ok(())
    }

    fn abort(&self) -> Result<()> {
        self.close();
        Ok(())
    }

    fn add_callback(&self, events: i32, callback: StreamCallback) -> Result<()> {
        let mut state = self.state.lock();
        if state.watches.is_some() {
            return Err(error(VIR_ERR_INTERNAL_ERROR, "stream already has a callback registered"));
        }
        let open = state.open.as_ref().ok_or_else(|| error(VIR_ERR_INTERNAL_ERROR, "stream is not open"))?;
        let none = || error(VIR_ERR_INTERNAL_ERROR, "cannot register file watch on stream");
        // The bits of stream events are those of handle events.
        let other = callback.clone();
        let port = event::add_handle(open.port.as_raw_fd(), events, move |_, _, events| callback(events));
        let port = port.ok_or_else(none)?;
        let hold = event::add_handle(open.hold.as_raw_fd(), VIR_EVENT_HANDLE_READABLE, move |watch, _, _| {
            event::update_handle(watch, 0);
            other(VIR_STREAM_EVENT_READABLE);
        });
        state.watches = Some((port, hold.ok_or_else(none)?));
        Ok(())
    }

    fn update_callback(&self, events: i32) -> Result<()> {
        let watches = self.state.lock().watches;
        let (port, _) =
            watches.ok_or_else(|| error(VIR_ERR_INTERNAL_ERROR, "stream does not have a callback registered"))?;
        event::update_handle(port, events);
        Ok(())
    }

    fn remove_callback(&self) -> Result<()> {
        match self.state.lock().watches.take() {
            None => Err(error(VIR_ERR_INTERNAL_ERROR, "stream does not have a callback registered")),
            watches => {
                forget(watches);
                Ok(())
            }
        }
    }
}

impl Drop for PortStream {
    fn drop(&mut self) {
        self.close();
    }
}
