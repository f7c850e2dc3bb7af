//! The programs that are connected. None of them can hold up the others or take memory: what is for one that does not read is
//! kept up to a bound, after which nothing more is read from it.

use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::os::fd::{AsRawFd, OwnedFd};
use std::time::Duration;

use crate::supervisor::message::{self, Failure, Kind, Message};
use crate::sys::epoll::Epoll;
use crate::sys::poll::{PollFd, poll};

/// The first number of a client in the epoll set; smaller ones are the supervisor's own.
pub const FIRST_TOKEN: u64 = 16;
/// So many programs may be connected.
const MOST: usize = 256;
/// So many requests of one may be unanswered.
const MOST_REQUESTS: usize = 32;

struct Client {
    socket: OwnedFd,
    /// The machine ends with this connection.
    bound: bool,
    /// Answers that did not fit.
    unsent: VecDeque<(Kind, u64, Vec<u8>)>,
    /// Requests without an answer.
    requests: usize,
    /// What the epoll set was told last.
    waits: (bool, bool),
}

#[derive(Default)]
pub struct Clients {
    all: BTreeMap<u64, Client>,
    next: u64,
}

impl Client {
    /// Sends what waits. An error means that the other side is gone.
    fn flush(&mut self) -> io::Result<()> {
        while let Some((kind, id, content)) = self.unsent.front() {
            if !sent(message::send(&self.socket, *kind, *id, content, &[], false))? {
                return Ok(());
            }
            self.unsent.pop_front();
        }
        Ok(())
    }

    /// What to wait for now: to read unless too much is unanswered, to write if something waits.
    fn wants(&self) -> (bool, bool) {
        (self.unsent.len() < MOST_REQUESTS, !self.unsent.is_empty())
    }
}

/// Whether the other side is gone, whatever it has left to be read.
fn has_left(socket: &OwnedFd) -> bool {
    let mut fds = [PollFd { fd: socket.as_raw_fd(), events: 0, revents: 0 }];
    poll(&mut fds, Some(Duration::ZERO)).is_ok_and(|count| count > 0)
}

/// Whether it went; a full socket is no error.
fn sent(result: io::Result<()>) -> io::Result<bool> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(false),
        result => result.map(|()| true),
    }
}

impl Clients {
    /// Takes a new connection in; its number. One too many is told so and closed.
    pub fn add(&mut self, epoll: &Epoll, socket: OwnedFd) -> Option<u64> {
        if self.all.len() >= MOST {
            let _ = message::send(&socket, Kind::Failed, 0, &Failure::Busy.encode(), &[], false);
            return None;
        }
        let token = FIRST_TOKEN + self.next;
        self.next += 1;
        epoll.add(&socket, token).ok()?;
        let client = Client { socket, bound: false, unsent: VecDeque::new(), requests: 0, waits: (true, false) };
        self.all.insert(token, client);
        Some(token)
    }

    pub fn bind(&mut self, token: u64, whether: bool) {
        if let Some(client) = self.all.get_mut(&token) {
            client.bound = whether;
        }
    }

    /// The next request of one that is readable. `Err` when it is gone, with whether the machine ends with it.
    pub fn receive(&mut self, token: u64) -> Result<Option<Message>, bool> {
        let Some(client) = self.all.get_mut(&token) else { return Ok(None) };
        if !client.waits.0 && !has_left(&client.socket) {
            return Ok(None);
        }
        match message::receive(&client.socket) {
            Ok(Some(message)) if client.requests < MOST_REQUESTS => {
                client.requests += 1;
                Ok(Some(message))
            }
            Ok(Some(message)) => {
                client.unsent.push_back((Kind::Failed, message.id, Failure::Busy.encode()));
                Ok(None)
            }
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(None),
            // The end, or a program that does not speak our language.
            Ok(None) | Err(_) => {
                let bound = client.bound;
                self.all.remove(&token);
                Err(bound)
            }
        }
    }

    /// Answers a request.
    pub fn answer(&mut self, epoll: &Epoll, token: u64, kind: Kind, id: u64, content: Vec<u8>) {
        if let Some(client) = self.all.get_mut(&token) {
            client.requests = client.requests.saturating_sub(1);
            client.unsent.push_back((kind, id, content));
            self.flush(epoll, token);
        }
    }

    /// Answers a request with a descriptor. It cannot wait: one that does not read its answers gets none.
    pub fn answer_with(&mut self, epoll: &Epoll, token: u64, id: u64, file: OwnedFd) {
        let Some(client) = self.all.get_mut(&token) else { return };
        let files = [file.as_raw_fd()];
        let is_sent = client.unsent.is_empty()
            && sent(message::send(&client.socket, Kind::Done, id, &[], &files, false)).unwrap_or(true);
        match is_sent {
            true => client.requests = client.requests.saturating_sub(1),
            false => self.answer(epoll, token, Kind::Failed, id, Failure::Busy.encode()),
        }
    }

    /// Tells one client something that it did not ask for, unless it does not read.
    pub fn tell(&mut self, token: u64, kind: Kind, content: &[u8]) {
        if let Some(client) = self.all.get(&token) {
            let _ = message::send(&client.socket, kind, 0, content, &[], false);
        }
    }

    /// Sends what waits for one client, and sees to it that the rest goes when there is room.
    pub fn flush(&mut self, epoll: &Epoll, token: u64) {
        let Some(client) = self.all.get_mut(&token) else { return };
        // One that is gone is seen when it is read.
        if client.flush().is_err() {
            client.unsent.clear();
        }
        let wants = client.wants();
        if client.waits != wants {
            client.waits = wants;
            let _ = epoll.change(&client.socket, token, wants.0, wants.1);
        }
    }

    /// Sends what can be sent, for the last time.
    pub fn flush_all(&mut self) {
        for client in self.all.values_mut() {
            let _ = client.flush();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sys::socket;

    #[test]
    fn who_does_not_read_is_not_read_either() {
        let (epoll, mut clients) = (Epoll::new().unwrap(), Clients::default());
        let (ours, theirs) = socket::pair().unwrap();
        socket::set_nonblocking(&ours).unwrap();
        let token = clients.add(&epoll, ours).unwrap();
        let (mut asked, mut answered) = (0, 0);
        // Requests are sent as long as there is room for them, and answered at once.
        while sent(message::send(&theirs, Kind::Bind, asked, &[1], &[], false)).unwrap() {
            asked += 1;
            while let Ok(Some(message)) = clients.receive(token) {
                clients.answer(&epoll, token, Kind::Done, message.id, vec![0; 4000]);
                answered += 1;
            }
            assert!(clients.all[&token].unsent.len() <= MOST_REQUESTS);
        }
        assert!(asked > answered && clients.all[&token].unsent.len() == MOST_REQUESTS);
        // Once it reads, all comes in order.
        for id in 0..answered {
            let message = message::receive(&theirs).unwrap().unwrap();
            assert_eq!((message.kind, message.id), (Kind::Done, id));
            clients.flush(&epoll, token);
        }
        assert_eq!(clients.all[&token].waits, (true, false));
        assert!(clients.receive(token).unwrap().is_some());
    }

    #[test]
    fn who_leaves_is_forgotten() {
        let (epoll, mut clients) = (Epoll::new().unwrap(), Clients::default());
        for bound in [false, true] {
            let (ours, theirs) = socket::pair().unwrap();
            socket::set_nonblocking(&ours).unwrap();
            let token = clients.add(&epoll, ours).unwrap();
            clients.bind(token, bound);
            assert!(clients.receive(token).unwrap().is_none());
            drop(theirs);
            clients.answer(&epoll, token, Kind::Done, 0, Vec::new());
            assert_eq!(clients.receive(token).unwrap_err(), bound);
            assert!(clients.all.is_empty());
        }
    }
}
