//! Who QEMU runs as.

use std::fs;

use super::settings::Settings;
use crate::driver::qemu::error;
use crate::error::{Error, Result};
use crate::log;
use crate::sys::process::User;
use crate::sys::user::{find_group, find_user, groups_of, is_known_user};
use crate::types::*;

/// What packages of distributions call the user of QEMU's processes.
const NAMES: [&str; 2] = ["libvirt-qemu", "qemu"];

/// The number that Debian keeps for it, which is taken where no package has made the user.
const NUMBER: u32 = 64055;

/// The group that `/dev/kvm` belongs to.
const KVM: &str = "kvm";

/// Who QEMU runs as when root starts it; `None` for root.
///
/// # Errors
/// `VIR_ERR_INVALID_ARG` for a user or group that there is not, `VIR_ERR_CONFIG_UNSUPPORTED` when nobody is left to be taken.
pub fn of_system(settings: &Settings) -> Result<Option<User>> {
    let named = |name: &str| {
        let (user, own) = find_user(name)?;
        Some((user, own, groups_of(name, own)))
    };
    let (name, (user, own, mut groups)) = match &settings.user {
        Some(text) => (
            text.as_str(),
            match text.strip_prefix('+').map(str::parse) {
                Some(Ok(number)) => (number, number, vec![number]),
                _ => named(text).ok_or_else(|| unknown("user", text))?,
            },
        ),
        None => match NAMES.iter().find_map(|name| Some((*name, named(name)?))) {
            Some(found) => found,
            None => ("", without_package()?),
        },
    };
    let group = match &settings.group {
        Some(text) => group(text)?,
        None => find_group(name).unwrap_or(own),
    };
    if !groups.contains(&group) {
        groups.push(group);
    }
    if user == 0 && group == 0 {
        return Ok(None);
    }
    Ok(if is_mapped(user, "uid_map") && is_mapped(group, "gid_map") {
        Some(User { user, group, groups })
    } else {
        // Root of such a namespace is somebody unprivileged outside.
        let text = format_args!("this user namespace has no user {user} and group {group}: QEMU runs as its root");
        log::warning("qemu", "identity", text);
        None
    })
}

/// A label as libvirt writes it, `user:group`, each a name or `+` and a number.
///
/// # Errors
/// `VIR_ERR_INVALID_ARG` for what is none.
pub fn of_label(label: &str) -> Result<User> {
    let wrong = || error(VIR_ERR_INVALID_ARG, format!("Failed to parse uid and gid from '{label}'"));
    let (owner, rest) = label.split_once(':').ok_or_else(wrong)?;
    let group = group(rest)?;
    let (user, mut groups) = match owner.strip_prefix('+').unwrap_or(owner).parse() {
        Ok(number) => (number, vec![group]),
        Err(_) => {
            let (user, own) = find_user(owner).ok_or_else(|| unknown("user", owner))?;
            (user, groups_of(owner, own))
        }
    };
    if !groups.contains(&group) {
        groups.push(group);
    }
    Ok(User { user, group, groups })
}

fn group(text: &str) -> Result<u32> {
    match text.strip_prefix('+').unwrap_or(text).parse() {
        Ok(number) => Ok(number),
        Err(_) => find_group(text).ok_or_else(|| unknown("group", text)),
    }
}

fn unknown(what: &str, name: &str) -> Error {
    let text = format!("Failed to parse {what} '{name}': there is no such {what}; a number is written as +{NUMBER}");
    error(VIR_ERR_INVALID_ARG, text)
}

fn without_package() -> Result<(u32, u32, Vec<u32>)> {
    if is_known_user(NUMBER) {
        let text = format!(
            "QEMU has no user to run as: there is no user '{}' or '{}', and number {NUMBER} is somebody else's; \
             make one of them (useradd --system {}), or name one as user in qemu.conf",
            NAMES[0], NAMES[1], NAMES[0]
        );
        return Err(error(VIR_ERR_CONFIG_UNSUPPORTED, text));
    }
    let mut groups = vec![NUMBER];
    groups.extend(find_group(KVM));
    Ok((NUMBER, NUMBER, groups))
}

/// Whether there is a user or group of that number in this process's user namespace.
fn is_mapped(number: u32, file: &str) -> bool {
    let Ok(map) = fs::read_to_string(format!("/proc/self/{file}")) else { return true };
    map.lines().any(|line| {
        let mut numbers = line.split_ascii_whitespace().map(|number| number.parse::<u64>().unwrap_or(0));
        let (first, count) = (numbers.next().unwrap_or(0), numbers.nth(1).unwrap_or(0));
        (first..first + count).contains(&u64::from(number))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read() {
        assert_eq!(of_label("+5:+6").unwrap(), User { user: 5, group: 6, groups: vec![6] });
        assert_eq!(of_label("root:0").unwrap().user, 0);
        for wrong in ["", "+5", "no such user:+6", "+5:no such group"] {
            assert!(of_label(wrong).is_err(), "{wrong}");
        }
        assert!(is_mapped(0, "uid_map") && !is_mapped(u32::MAX, "uid_map"));
    }
}
