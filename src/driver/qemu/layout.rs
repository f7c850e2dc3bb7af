//! The folders of a root of machines, laid out as libvirt's QEMU driver does, so that what either defines the other finds.
//!
//! | | `/system` | `/session` | `/embed?root=DIR` |
//! |---|---|---|---|
//! | configuration | `/etc/libvirt/qemu` | `$XDG_CONFIG_HOME/libvirt/qemu` | `DIR/etc/qemu` |
//! | run | `/run/libvirt/qemu` | `$XDG_RUNTIME_DIR/libvirt/qemu/run` | `DIR/run/qemu` |
//! | lib | `/var/lib/libvirt/qemu` | `$XDG_CONFIG_HOME/libvirt/qemu/lib` | `DIR/lib/qemu` |
//! | log | `/var/log/libvirt/qemu` | `$XDG_CACHE_HOME/libvirt/qemu/log` | `DIR/log/qemu` |
//! | cache | `/var/cache/libvirt/qemu` | `$XDG_CACHE_HOME/libvirt/qemu/cache` | `DIR/cache/qemu` |

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::folders;
use crate::sys;
use crate::types::*;

/// Where the machines of one root live. Nothing is made before something is written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Layout {
    /// Definitions, `NAME.xml`; links to those that start with the host in `autostart/`.
    pub configuration: PathBuf,
    /// What is true until the host goes down: states, sockets.
    pub run: PathBuf,
    /// What machines keep: saved memory, NVRAM.
    pub lib: PathBuf,
    pub log: PathBuf,
    /// What can be found out again.
    pub cache: PathBuf,
    /// Machines of the system: root starts them, and they run as somebody else.
    pub privileged: bool,
}

impl Layout {
    pub fn system() -> Self {
        Self {
            configuration: Path::new(folders::SYSTEM_CONFIGURATION).join("qemu"),
            run: Path::new(folders::SYSTEM_RUNTIME).join("qemu"),
            lib: "/var/lib/libvirt/qemu".into(),
            log: "/var/log/libvirt/qemu".into(),
            cache: "/var/cache/libvirt/qemu".into(),
            privileged: sys::is_root(),
        }
    }

    /// # Errors
    /// `VIR_ERR_NO_CONNECT` for a user without a home.
    pub fn session() -> Result<Self> {
        let missing = || {
            let text =
                "qemu:///session has no place: set $HOME, or $XDG_CONFIG_HOME, $XDG_CACHE_HOME and $XDG_RUNTIME_DIR";
            Error::new(VIR_ERR_NO_CONNECT, text).from_origin(VIR_FROM_QEMU)
        };
        let configuration = folders::user_configuration().ok_or_else(missing)?.join("qemu");
        let cache = folders::user_cache().ok_or_else(missing)?.join("qemu");
        Ok(Self {
            run: folders::user_runtime().ok_or_else(missing)?.join("qemu/run"),
            lib: configuration.join("lib"),
            log: cache.join("log"),
            cache: cache.join("cache"),
            configuration,
            privileged: false,
        })
    }

    /// `qemu.conf`, beside the folder of definitions.
    pub fn settings(&self) -> PathBuf {
        self.configuration.with_extension("conf")
    }

    /// All below one folder, for programs that keep machines of their own.
    pub fn embedded(root: &Path) -> Self {
        let folder = |name: &str| root.join(name).join("qemu");
        Self {
            configuration: folder("etc"),
            run: folder("run"),
            lib: folder("lib"),
            log: folder("log"),
            cache: folder("cache"),
            privileged: sys::is_root(),
        }
    }
}
