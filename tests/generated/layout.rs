//! Which part of the API stands in which header and in which description, and where its source is.

/// One public header.
pub struct Layout {
    /// The header's name without ".h".
    pub name: &'static str,
    pub summary: &'static str,
    /// The headers whose types it uses, or that a program may count on with it.
    pub includes: &'static [&'static str],
    /// Files under `src/types`. Constants are said before others refer to them. Function-like macros are in
    /// a ".h" file beside.
    pub types: &'static [&'static str],
    /// Files and folders under `src/api`.
    pub api: &'static [&'static str],
}

/// The headers, each after those that it includes.
pub const HEADERS: &[Layout] = &[
    Layout {
        name: "libvirt-common",
        summary: "the API level, typed parameters, and what all other headers share",
        includes: &[],
        types: &["common"],
        api: &["typed_param"],
    },
    Layout {
        name: "libvirt-host",
        summary: "connections, and the host that they lead to",
        includes: &["libvirt-common"],
        types: &["host"],
        api: &["connect", "host", "cpu"],
    },
    Layout {
        name: "libvirt-domain",
        summary: "domains: virtual machines and containers",
        includes: &["libvirt-common", "libvirt-host"],
        types: &[
            "domain/mod",
            "domain/state",
            "domain/lookup",
            "domain/lifecycle",
            "domain/define",
            "domain/save",
            "domain/memory",
            "domain/vcpu",
            "domain/tune",
            "domain/block",
            "domain/interface",
            "domain/device",
            "domain/console",
            "domain/agent",
            "domain/job",
            "domain/migrate",
            "domain/security",
            "domain/stats",
            "domain/metadata",
            "domain/event",
            "domain/callback",
        ],
        api: &["domain"],
    },
    Layout {
        name: "libvirt-domain-checkpoint",
        summary: "checkpoints of domains: points in time that incremental backups start from",
        includes: &["libvirt-domain"],
        types: &["checkpoint"],
        api: &["checkpoint"],
    },
    Layout {
        name: "libvirt-domain-snapshot",
        summary: "snapshots of domains: states that a domain can go back to",
        includes: &["libvirt-domain"],
        types: &["snapshot"],
        api: &["snapshot"],
    },
    Layout {
        name: "libvirt-event",
        summary: "the event loop that delivers events, timeouts and streams",
        includes: &["libvirt-common"],
        types: &["event"],
        api: &["event"],
    },
    Layout {
        name: "libvirt-interface",
        summary: "the host's network interfaces",
        includes: &["libvirt-host"],
        types: &["interface"],
        api: &["interface"],
    },
    Layout {
        name: "libvirt-network",
        summary: "virtual networks and their ports",
        includes: &["libvirt-host"],
        types: &["network"],
        api: &["network", "network_port"],
    },
    Layout {
        name: "libvirt-nodedev",
        summary: "the host's devices",
        includes: &["libvirt-host"],
        types: &["nodedev"],
        api: &["nodedev"],
    },
    Layout {
        name: "libvirt-nwfilter",
        summary: "rules that filter the traffic of domains",
        includes: &["libvirt-host"],
        types: &["nwfilter"],
        api: &["nwfilter", "nwfilter_binding"],
    },
    Layout {
        name: "libvirt-secret",
        summary: "secrets: passphrases and keys that other objects refer to",
        includes: &["libvirt-host"],
        types: &["secret"],
        api: &["secret"],
    },
    Layout {
        name: "libvirt-storage",
        summary: "storage pools and their volumes",
        includes: &["libvirt-host"],
        types: &["storage"],
        api: &["storage_pool", "storage_volume"],
    },
    Layout {
        name: "libvirt-stream",
        summary: "streams of data: consoles, volumes, screenshots",
        includes: &["libvirt-host"],
        types: &["stream"],
        api: &["stream"],
    },
    Layout { name: "virterror", summary: "errors", includes: &["libvirt"], types: &["virterror"], api: &["error"] },
    Layout {
        name: "libvirt-qemu",
        summary: "what only QEMU has: its monitor and the raw guest agent (libvirt-qemu.so.0)",
        includes: &["libvirt"],
        types: &["qemu"],
        api: &["qemu"],
    },
    Layout {
        name: "libvirt-lxc",
        summary: "what only LXC containers have: namespaces, control groups, labels (libvirt-lxc.so.0)",
        includes: &["libvirt"],
        types: &[],
        api: &["lxc"],
    },
    Layout {
        name: "libvirt-admin",
        summary: "the administration of a running daemon (libvirt-admin.so.0)",
        includes: &["libvirt-common"],
        types: &["admin"],
        api: &["admin"],
    },
];

/// The header that brings along all of libvirt.so.0's, except for virterror.h.
pub const UMBRELLA: &str = "libvirt";

/// A library, and the version script that says what it exports.
pub struct Library {
    pub name: &'static str,
    pub script: &'static str,
}

pub const LIBRARIES: &[Library] = &[
    Library { name: "libvirt", script: "src/abi/libvirt.map" },
    Library { name: "libvirt-qemu", script: "libs/qemu/libvirt-qemu.map" },
    Library { name: "libvirt-lxc", script: "libs/lxc/libvirt-lxc.map" },
    Library { name: "libvirt-admin", script: "libs/admin/libvirt-admin.map" },
];

impl Layout {
    /// The library whose functions the header declares.
    pub fn library(&self) -> &'static str {
        let own = LIBRARIES.iter().skip(1).find(|library| library.name == self.name);
        own.map_or(LIBRARIES[0].name, |library| library.name)
    }

    /// What descriptions call the source file of its functions. Generators go by it: libvirt-python makes nothing of typed
    /// parameters, which have types of Python's.
    pub fn module(&self) -> &'static str {
        match self.name {
            "libvirt-common" => "virtypedparam-public",
            "libvirt-event" => "virevent",
            "virterror" => "virerror",
            name => name,
        }
    }

    /// Whether [`UMBRELLA`] includes it.
    pub fn is_under_umbrella(&self) -> bool {
        self.library() == LIBRARIES[0].name && self.name != "virterror"
    }
}
