//! A transfer between a stream and an open file, pipe or socket of this process.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::fd::AsRawFd;

use parking_lot::Mutex;

use super::{Received, StreamCallback, StreamDriver};
use crate::error::{Error, Result};
use crate::event;
use crate::types::*;

/// Reads from and writes to a file where it stands. Pipes and sockets of streams that do not wait are opened so
/// (`O_NONBLOCK`).
pub struct FileStream(Mutex<Open>);

struct Open {
    /// `None` after the end of the transfer.
    file: Option<File>,
    /// The watch of the event loop that a callback waits in.
    watch: Option<i32>,
}

impl FileStream {
    pub fn new(file: File) -> Self {
        Self(Mutex::new(Open { file: Some(file), watch: None }))
    }

    fn with<R>(&self, action: impl FnOnce(&mut File) -> Result<R>) -> Result<R> {
        self.0.lock().file.as_mut().ok_or_else(|| error("stream is not open")).and_then(action)
    }

    /// Closes the file; once is enough.
    fn close(&self) {
        let mut open = self.0.lock();
        let watch = open.watch.take();
        open.file = None;
        drop(open);
        watch.map(event::remove_handle);
    }
}

fn error(text: &str) -> Error {
    Error::new(VIR_ERR_INTERNAL_ERROR, text)
}

impl StreamDriver for FileStream {
    fn send(&self, data: &[u8]) -> Result<Option<usize>> {
        self.with(|file| match file.write(data) {
            Ok(count) => Ok(Some(count)),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(None),
            Err(error) => Err(Error::system(&error, "cannot write to stream")),
        })
    }

    fn recv(&self, buffer: &mut [u8]) -> Result<Received> {
        self.with(|file| match file.read(buffer) {
            Ok(count) => Ok(Received::Data(count)),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(Received::WouldBlock),
            Err(error) => Err(Error::system(&error, "cannot read from stream")),
        })
    }

    fn send_hole(&self, length: i64) -> Result<()> {
        self.with(|file| {
            let end = file.seek(SeekFrom::Current(length)).map_err(|error| Error::system(&error, "unable to seek"))?;
            file.set_len(end).map_err(|error| Error::system(&error, "unable to truncate"))
        })
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
        let mut open = self.0.lock();
        let file = open.file.as_ref().ok_or_else(|| error("stream is not open"))?;
        if open.watch.is_some() {
            return Err(error("stream already has a callback registered"));
        }
        // The bits of stream events are those of handle events.
        let watch = event::add_handle(file.as_raw_fd(), events, move |_, _, events| callback(events));
        open.watch = Some(watch.ok_or_else(|| error("cannot register file watch on stream"))?);
        Ok(())
    }

    fn update_callback(&self, events: i32) -> Result<()> {
        let watch = self.0.lock().watch.ok_or_else(|| error("stream does not have a callback registered"))?;
        event::update_handle(watch, events);
        Ok(())
    }

    fn remove_callback(&self) -> Result<()> {
        let watch = self.0.lock().watch.take().ok_or_else(|| error("stream does not have a callback registered"))?;
        event::remove_handle(watch);
        Ok(())
    }
}

impl Drop for FileStream {
    fn drop(&mut self) {
        self.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pipe_carries_bytes_until_it_is_closed() {
        let (reader, writer) = io::pipe().unwrap();
        let [reader, writer] = [std::os::fd::OwnedFd::from(reader), writer.into()].map(File::from);
        let (from, to) = (FileStream::new(reader), FileStream::new(writer));
        assert_eq!(to.send(b"bytes").unwrap(), Some(5));
        to.finish().unwrap();
        let mut buffer = [0; 10];
        assert_eq!(from.recv(&mut buffer).unwrap(), Received::Data(5));
        assert_eq!(from.recv(&mut buffer).unwrap(), Received::Data(0));
        assert_eq!(to.send(b"x").unwrap_err().to_string(), "internal error: stream is not open");
    }
}
