//! The process that stands by each running machine, `virt-supervisor`: what it does and how one speaks with it. Both ends
//! are here: `client` is used by drivers in any program, `server` is all of the supervisor; `slots` is the state that it
//! publishes, which everybody reads from memory without asking anybody.
//!
//! # Life
//!
//! A client makes a pair of sockets, starts `virt-supervisor` with one of them as standard input and sends `Start`. The
//! supervisor detaches (fork, session, descriptors, signals), claims the machine's slot (a lock that no other process can
//! have meanwhile), publishes "starting up", and forks QEMU, whose child writes its own number into the slot before it
//! becomes QEMU: however things end, a QEMU that runs is known. It is given the listening socket of its monitor, so the
//! supervisor's connection waits there before QEMU has begun. After the handshake, the caller's commands, and `cont` unless
//! the machine is to stay paused, "running" is published and `Start` answered. The pair stays as the first connection.
//!
//! When the machine ends: reap, publish why, unlink the sockets, release the slot; only then are those answered who wait.
//! The slot keeps the reason until it is needed for another machine.
//!
//! QEMU outlives its supervisor. The kernel marks the slot of a supervisor that died (`slots::Owner::Died`), which means
//! "look", not "dead": `client::attach` starts a new one, which finds QEMU by number and start time, connects to its monitor,
//! asks for the status, catches up with what was to be done, and publishes. A start that was cut off is ended.
//!
//! # Messages
//!
//! On a Unix socket of packets (0600, in the run folder) or the pair; one packet is one message:
//!
//! | bytes | what |
//! |---|---|
//! | 0–3 | kind, see `message::Kind` |
//! | 4–7 | 1 if the content is in a file of its own, the last of the descriptors that come along: it is long |
//! | 8–15 | number of the request, chosen by the client; an answer has its request's |
//! | 16– | content |
//!
//! Numbers are little-endian; texts, lists and paths begin with their length in 4 bytes (`message::Encoder`).
//!
//! | client to supervisor | content | answer |
//! |---|---|---|
//! | `Start` | `start::Request`; descriptors: log, then QEMU's files | `Started` |
//! | `Attach` | `start::Attach`; descriptor: log | `Started` |
//! | `Command` | deadline in ms, reason if it pauses, reason if it resumes, QMP command; descriptors go along to QEMU | `Reply` |
//! | `Stop` | graceful, deadline in ms, reason to publish | `Done` |
//! | `SetActions` | `lifecycle::Actions` | `Done` |
//! | `FakeReboot` | whether the next poweroff is a reboot | `Done` |
//! | `Bind` | whether the machine ends with this connection | `Done` |
//! | `Hold` | whether from another program, name, note, commands to QEMU if this program is lost, reason if they resume, socket, whether connected anew | `Done`, with the connection to the socket |
//! | `Held` | name | `Done`: whether it is held, note |
//! | `Control` | – | `Done`: whether the monitor is lost, milliseconds that QEMU's oldest answer is waited for, or -1 |
//!
//! Each may be answered by `Failed` instead: a `Failure`. Answers to different requests come in any order.
//!
//! | supervisor to client | content |
//! |---|---|
//! | `Reply` | what QEMU said to a command, `return` or `error`, as it stands |
//! | `Taken` | what this program held is another's now: its name |
//!
//! Nobody waits for anybody: commands have deadlines that the supervisor watches, answers for which a socket has no room are tried later (a client
//! has few outstanding), and what a machine's QEMU does not answer holds up nothing but commands to it.
//!
//! # Events
//!
//! What happens is not sent to anybody: supervisors append it to one `journal` for all machines of a root, after they have published the state
//! that came of it and before they answer who caused it. Content is an event of QMP's as it stands, or a step of the machine's life,
//! `{"lifecycle": [VIR_DOMAIN_EVENT_…, its detail]}`.

pub mod client;
pub mod confine;
pub mod journal;
mod json;
pub mod lifecycle;
mod machine_log;
mod message;
pub mod seen;
pub mod server;
pub mod slots;
mod start;

pub use message::Failure;
pub use start::{FIRST_FILE, MONITOR_FILE};
