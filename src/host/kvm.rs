//! Whether this user can run machines with KVM, and who could.

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;

use super::Host;

const DEVICE: &str = "dev/kvm";
/// Bits of a file's mode: its group, and everybody, may read and write it.
const GROUP: u32 = 0o060;
const EVERYBODY: u32 = 0o006;

impl Host {
    /// Why KVM cannot be used, and what helps; `None` where it can.
    pub fn why_no_kvm(&self) -> Option<String> {
        let failure = OpenOptions::new().read(true).write(true).open(self.path(DEVICE)).err()?;
        Some(match failure.kind() {
            ErrorKind::NotFound => {
                "this host has no /dev/kvm: its processor cannot virtualise, that is switched off in its firmware, or the module kvm_intel \
                 or kvm_amd is not loaded"
                    .to_owned()
            }
            ErrorKind::PermissionDenied => match self.path(DEVICE).metadata() {
                Ok(metadata) => who_may(metadata.mode(), metadata.gid(), &self.read("etc/group").unwrap_or_default()),
                Err(failure) => format!("/dev/kvm is not for this user: {failure}"),
            },
            _ => format!("/dev/kvm cannot be opened: {failure}"),
        })
    }
}

/// Who may open it, as its mode and its group tell; `groups` is the host's list of them (group(5)).
fn who_may(mode: u32, group: u32, groups: &str) -> String {
    let fields = groups.lines().map(|line| line.split(':').collect::<Vec<_>>());
    let name = fields.into_iter().find_map(|fields| match fields[..] {
        [name, _, number, ..] if number.parse() == Ok(group) => Some(name.to_owned()),
        _ => None,
    });
    let name = name.unwrap_or_else(|| group.to_string());
    if mode & EVERYBODY == EVERYBODY {
        return "/dev/kvm is kept from this user although its mode lets everybody in: something else confines this process".to_owned();
    }
    if mode & GROUP == GROUP && group != 0 {
        return format!(
            "only members of the group '{name}' may open /dev/kvm: add this user to it (usermod -aG {name} USER) and log in again"
        );
    }
    format!(
        "only root may open /dev/kvm (group '{name}', mode {:04o}): give it to a group (chgrp kvm /dev/kvm; chmod 660 /dev/kvm) and add this \
         user to that",
        mode & 0o7777
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_folder::TestFolder;

    #[test]
    fn who_may_use_it_is_told() {
        let groups = "root:x:0:\nkvm:x:106:somebody\n";
        assert!(who_may(0o20660, 106, groups).contains("group 'kvm'"), "{}", who_may(0o20660, 106, groups));
        assert!(who_may(0o20660, 7, groups).contains("group '7'"));
        assert!(who_may(0o20600, 0, groups).contains("only root") && who_may(0o20600, 0, groups).contains("0600"));
        assert!(who_may(0o20666, 0, groups).contains("everybody"));
    }

    #[test]
    fn a_host_without_it_says_so() {
        let folder = TestFolder::new();
        assert!(Host::below(folder.path()).why_no_kvm().unwrap().contains("no /dev/kvm"));
    }
}
