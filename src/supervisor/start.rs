//! What a supervisor is told at its beginning: everything about one machine's process and nothing about its devices.

use std::path::PathBuf;

use crate::supervisor::confine::Confinement;
use crate::supervisor::lifecycle::Actions;
use crate::supervisor::message::{Decoder, Encoder};
use crate::uuid::Uuid;

/// QEMU finds the listening socket of its monitor under this number:
/// `-chardev socket,id=…,fd=3,server=on,wait=off -mon chardev=…,mode=control`.
pub const MONITOR_FILE: i32 = 3;

/// QEMU finds the files that come with a start under this number and the following ones, in their order.
pub const FIRST_FILE: i32 = 10;

/// Where a machine's files are. All folders must exist; all paths are absolute.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// The file of all machines' states, `slots::Slots`.
    pub slots: PathBuf,
    /// Where the supervisor and QEMU work; only their user may write there, because QEMU looks there for firmware first.
    pub run_folder: PathBuf,
    /// The supervisor's own socket.
    pub socket: PathBuf,
    /// The socket of QEMU's monitor.
    pub monitor: PathBuf,
    /// How paths of core dumps begin; the date is put behind.
    pub dump_prefix: PathBuf,
}

impl Places {
    fn encode(&self, encoder: Encoder) -> Encoder {
        encoder.path(&self.slots).path(&self.run_folder).path(&self.socket).path(&self.monitor).path(&self.dump_prefix)
    }

    fn decode(decoder: &mut Decoder) -> Option<Self> {
        Some(Self {
            slots: decoder.path()?,
            run_folder: decoder.path()?,
            socket: decoder.path()?,
            monitor: decoder.path()?,
            dump_prefix: decoder.path()?,
        })
    }
}

/// What `Kind::Start` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    pub uuid: Uuid,
    /// The domain's number while it runs.
    pub id: i32,
    pub places: Places,
    pub executable: PathBuf,
    /// Without the name of the program itself.
    pub arguments: Vec<String>,
    /// All of QEMU's environment.
    pub environment: Vec<(String, String)>,
    pub confinement: Confinement,
    pub actions: Actions,
    /// QMP commands to be sent one after the other before the machine runs; the first error ends the start.
    pub setup: Vec<String>,
    /// The machine is not to run yet.
    pub paused: bool,
    /// It goes on from saved memory, which is all there when QEMU says that a migration has completed.
    pub incoming: bool,
    /// Why it is running, or paused, a `VIR_DOMAIN_RUNNING_…` or `VIR_DOMAIN_PAUSED_…`.
    pub reason: i32,
    /// The machine ends when the connection that started it does.
    pub bound: bool,
    /// How long the start may take, in milliseconds.
    pub deadline: u64,
}

impl Request {
    pub(super) fn encode(&self) -> Vec<u8> {
        let text = |encoder: Encoder, text: &String| encoder.bytes(text.as_bytes());
        let mut encoder = self.places.encode(Encoder::default().bytes(&self.uuid.0).int(self.id));
        encoder = encoder.path(&self.executable).list(&self.arguments, text);
        encoder = encoder.list(&self.environment, |encoder, (name, value)| text(text(encoder, name), value));
        encoder = self.confinement.encode(encoder);
        encoder = self.actions.encode(encoder).list(&self.setup, text);
        encoder.flag(self.paused).flag(self.incoming).int(self.reason).flag(self.bound).long(self.deadline).0
    }

    pub(super) fn decode(content: &[u8]) -> Option<Self> {
        let mut decoder = Decoder(content);
        let decoder = &mut decoder;
        Some(Self {
            uuid: Uuid(decoder.bytes()?.try_into().ok()?),
            id: decoder.int()?,
            places: Places::decode(decoder)?,
            executable: decoder.path()?,
            arguments: decoder.list(Decoder::text)?,
            environment: decoder.list(|decoder| Some((decoder.text()?, decoder.text()?)))?,
            confinement: Confinement::decode(decoder)?,
            actions: Actions::decode(decoder)?,
            setup: decoder.list(Decoder::text)?,
            paused: decoder.flag()?,
            incoming: decoder.flag()?,
            reason: decoder.int()?,
            bound: decoder.flag()?,
            deadline: decoder.long()?,
        })
    }
}

/// What `Kind::Attach` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attach {
    pub uuid: Uuid,
    pub places: Places,
    /// How long it may take, in milliseconds.
    pub deadline: u64,
}

impl Attach {
    pub(super) fn encode(&self) -> Vec<u8> {
        self.places.encode(Encoder::default().bytes(&self.uuid.0)).long(self.deadline).0
    }

    pub(super) fn decode(content: &[u8]) -> Option<Self> {
        let mut decoder = Decoder(content);
        Some(Self {
            uuid: Uuid(decoder.bytes()?.try_into().ok()?),
            places: Places::decode(&mut decoder)?,
            deadline: decoder.long()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::supervisor::confine::Rule;
    use crate::supervisor::lifecycle::{Action, CrashAction};
    use crate::sys::landlock::Access;
    use crate::sys::process::{Resource, User};

    #[test]
    fn requests_come_back_as_they_were() {
        let places = Places {
            slots: "/a".into(),
            run_folder: "/b".into(),
            socket: "/c".into(),
            monitor: "/d".into(),
            dump_prefix: "/e".into(),
        };
        let text = |text: &str| text.to_owned();
        let request = Request {
            uuid: Uuid([7; 16]),
            id: 3,
            places: places.clone(),
            executable: "/q".into(),
            arguments: vec![text("-S"), text("")],
            environment: vec![(text("A"), text("b"))],
            confinement: Confinement {
                user: Some(User { user: 1, group: u32::MAX - 1, groups: vec![3, 4] }),
                limits: vec![(Resource::LockedMemory, u64::MAX), (Resource::Core, 0)],
                rules: Some(vec![Rule { path: "/r".into(), access: Access::Whole }]),
            },
            actions: Actions {
                on_poweroff: Action::Restart,
                on_reboot: Action::Destroy,
                on_crash: CrashAction::CoredumpRestart,
            },
            setup: vec![text("{}")],
            paused: true,
            incoming: true,
            reason: 11,
            bound: true,
            deadline: 1 << 33,
        };
        let content = request.encode();
        assert_eq!(Request::decode(&content), Some(request));
        for end in 0..content.len() {
            assert_eq!(Request::decode(&content[..end]), None);
        }
        let attach = Attach { uuid: Uuid([8; 16]), places, deadline: 9 };
        assert_eq!(Attach::decode(&attach.encode()), Some(attach));
    }
}
