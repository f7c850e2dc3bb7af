//! `qemu.conf`, beside the folder of definitions: what this driver carries out of libvirt's settings. It is read at each start.

use std::path::Path;

use crate::conf::Conf;
use crate::error::Result;
use crate::log;
use crate::sys::process::Resource;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Who QEMU runs as, a name or `+` and a number; `None` for the usual user.
    pub user: Option<String>,
    pub group: Option<String>,
    /// Whether machines may use files that are theirs by definition, whatever the rights of QEMU's user.
    pub dynamic_ownership: bool,
    /// Whether QEMU gives up system calls.
    pub sandbox: bool,
    /// Whether QEMU may open its own files only, where the kernel has Landlock.
    pub landlock: bool,
    /// Whether lists of processes show a machine's name.
    pub process_name: bool,
    pub limits: Vec<(Resource, u64)>,
}

/// The settings that are carried out.
const KNOWN: [&str; 9] = [
    "user",
    "group",
    "dynamic_ownership",
    "seccomp_sandbox",
    "security_driver",
    "set_process_name",
    "max_core",
    "max_files",
    "max_processes",
];

impl Settings {
    /// # Errors
    /// What is wrong with the file.
    pub fn read(path: &Path) -> Result<Self> {
        let conf = Conf::read(path)?;
        for name in conf.names().filter(|name| !KNOWN.contains(name)) {
            log::info("qemu", "settings", format_args!("{}: '{name}' has no effect here", path.display()));
        }
        let mut limits = Vec::new();
        if let Some(most) = conf.number_or("max_core", "unlimited", u64::MAX)? {
            limits.push((Resource::Core, most));
        }
        for (name, resource) in [("max_files", Resource::Files), ("max_processes", Resource::Processes)] {
            // 0 leaves them as they are.
            limits.extend(conf.number(name)?.filter(|most| *most > 0).map(|most| (resource, most.cast_unsigned())));
        }
        let text = |name| Ok::<_, crate::error::Error>(conf.text(name)?.map(str::to_owned));
        let flag = |name| Ok::<_, crate::error::Error>(conf.number(name)?.map(|number| number != 0));
        Ok(Self {
            user: text("user")?,
            group: text("group")?,
            dynamic_ownership: flag("dynamic_ownership")?.unwrap_or(true),
            sandbox: flag("seccomp_sandbox")?.unwrap_or(true),
            landlock: !conf.text_or_texts("security_driver")?.contains(&"none"),
            process_name: flag("set_process_name")?.unwrap_or(false),
            limits,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read() {
        let path = std::env::temp_dir().join(format!("solovirt-qemu-conf-{}", std::process::id()));
        let text = "user = \"+5\"\ndynamic_ownership = 0\nseccomp_sandbox = -1\nsecurity_driver = [ \"none\" ]\n\
                    max_core = \"unlimited\"\nmax_files = 100\nmax_processes = 0\nvnc_listen = \"::\"\n";
        std::fs::write(&path, text).unwrap();
        let settings = Settings::read(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        assert_eq!(settings.user.as_deref(), Some("+5"));
        assert!(!settings.dynamic_ownership && settings.sandbox && !settings.landlock && !settings.process_name);
        assert_eq!(settings.limits, [(Resource::Core, u64::MAX), (Resource::Files, 100)]);
        let usual = Settings::read(&path).unwrap();
        assert!(usual.dynamic_ownership && usual.sandbox && usual.landlock && usual.limits.is_empty());
    }
}
