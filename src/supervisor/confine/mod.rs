//! What QEMU is kept in: said by the driver, which knows the machine's devices, put on by the supervisor between fork and exec.
//!
//! Whatever QEMU may open is here, or comes to it open. What it is given later must come open: rules can be made narrower, never wider.

use std::path::PathBuf;

use crate::supervisor::message::{Decoder, Encoder, Failure};
use crate::sys::landlock::{self, Access, Ruleset};
use crate::sys::process::Resource;

pub use crate::sys::process::User;

/// Something that QEMU may do with what is at a path, or below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    pub path: PathBuf,
    pub access: Access,
}

/// All that a QEMU is kept in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Confinement {
    /// Who QEMU runs as; `None` for the user that started it.
    pub user: Option<User>,
    pub limits: Vec<(Resource, u64)>,
    /// The files that QEMU may open, where the kernel has Landlock; `None` for all that its user may.
    pub rules: Option<Vec<Rule>>,
}

const ACCESSES: [Access; 5] = [Access::Read, Access::Execute, Access::Write, Access::Change, Access::Whole];
const RESOURCES: [Resource; 4] = [Resource::Core, Resource::Files, Resource::Processes, Resource::LockedMemory];

/// The place of something in one of the tables above, which the other end has too.
fn number<T: PartialEq>(table: &[T], value: &T) -> i32 {
    table.iter().position(|one| one == value).map_or(-1, |at| at as i32)
}

fn named<T: Copy>(table: &[T], number: i32) -> Option<T> {
    usize::try_from(number).ok().and_then(|at| table.get(at)).copied()
}

impl Confinement {
    pub(super) fn encode(&self, encoder: Encoder) -> Encoder {
        let mut encoder = encoder.flag(self.user.is_some());
        if let Some(User { user, group, groups }) = &self.user {
            let add = |encoder: Encoder, group: &u32| encoder.int(group.cast_signed());
            encoder = encoder.int(user.cast_signed()).int(group.cast_signed()).list(groups, add);
        }
        encoder = encoder
            .list(&self.limits, |encoder, (resource, most)| encoder.int(number(&RESOURCES, resource)).long(*most));
        encoder = encoder.flag(self.rules.is_some());
        encoder.list(self.rules.as_deref().unwrap_or_default(), |encoder, rule| {
            encoder.int(number(&ACCESSES, &rule.access)).path(&rule.path)
        })
    }

    pub(super) fn decode(decoder: &mut Decoder) -> Option<Self> {
        let user = match decoder.flag()? {
            true => Some(User {
                user: decoder.int()?.cast_unsigned(),
                group: decoder.int()?.cast_unsigned(),
                groups: decoder.list(|decoder| decoder.int().map(i32::cast_unsigned))?,
            }),
            false => None,
        };
        let limits = decoder.list(|decoder| Some((named(&RESOURCES, decoder.int()?)?, decoder.long()?)))?;
        let ruled = decoder.flag()?;
        let rules =
            decoder.list(|decoder| Some(Rule { access: named(&ACCESSES, decoder.int()?)?, path: decoder.path()? }))?;
        Some(Self { user, limits, rules: ruled.then_some(rules) })
    }

    /// The rules, ready to be put on; `None` for a machine without, or a kernel without Landlock.
    pub(super) fn ruleset(&self) -> Result<Option<Ruleset>, Failure> {
        let (Some(rules), Some(version)) = (&self.rules, landlock::version()) else { return Ok(None) };
        let ruleset = Ruleset::new(version).map_err(|error| Failure::system("cannot make Landlock's rules", &error))?;
        for rule in rules {
            ruleset.allow(&rule.path, rule.access).map_err(|error| {
                Failure::system(format!("cannot make a rule of Landlock's about '{}'", rule.path.display()), &error)
            })?;
        }
        Ok(Some(ruleset))
    }
}
