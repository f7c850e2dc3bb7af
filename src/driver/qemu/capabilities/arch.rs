//! Architectures: libvirt's names, and which of QEMU's programs emulates each.

/// An architecture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arch {
    /// As libvirt calls it.
    pub name: &'static str,
    /// As QEMU calls it.
    pub target: &'static str,
    /// Bits of a word.
    pub word_size: u32,
}

/// In the order in which libvirt tells them.
const ALL: &[Arch] = &[
    arch("alpha", "alpha", 64),
    arch("armv6l", "arm", 32),
    arch("armv7l", "arm", 32),
    arch("aarch64", "aarch64", 64),
    arch("cris", "cris", 32),
    arch("i686", "i386", 32),
    arch("lm32", "lm32", 32),
    arch("loongarch64", "loongarch64", 64),
    arch("m68k", "m68k", 32),
    arch("microblaze", "microblaze", 32),
    arch("microblazeel", "microblazeel", 32),
    arch("mips", "mips", 32),
    arch("mipsel", "mipsel", 32),
    arch("mips64", "mips64", 64),
    arch("mips64el", "mips64el", 64),
    arch("ppc", "ppc", 32),
    arch("ppc64", "ppc64", 64),
    arch("ppc64le", "ppc64le", 64),
    arch("riscv32", "riscv32", 32),
    arch("riscv64", "riscv64", 64),
    arch("s390x", "s390x", 64),
    arch("sh4", "sh4", 32),
    arch("sh4eb", "sh4eb", 32),
    arch("sparc", "sparc", 32),
    arch("sparc64", "sparc64", 64),
    arch("x86_64", "x86_64", 64),
    arch("xtensa", "xtensa", 32),
    arch("xtensaeb", "xtensaeb", 32),
];

const fn arch(name: &'static str, target: &'static str, word_size: u32) -> Arch {
    Arch { name, target, word_size }
}

impl Arch {
    pub fn all() -> impl Iterator<Item = Self> {
        ALL.iter().copied()
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|arch| arch.name == name)
    }

    /// The programs that emulate it, the best one first. On a host of its own kind, or one that runs its code too, more will do.
    pub fn emulators(&self, host: &str) -> Vec<String> {
        let mut names = vec![format!("qemu-system-{}", self.target)];
        match (self.name, host) {
            ("ppc64le", _) => names.push("qemu-system-ppc64".to_owned()),
            ("i686", "x86_64") => names.push("qemu-system-x86_64".to_owned()),
            _ => {}
        }
        if self.runs_on(host) {
            names.push("qemu-kvm".to_owned());
        }
        names
    }

    /// Whether a host's processor runs its code, so that KVM can.
    pub fn runs_on(&self, host: &str) -> bool {
        self.name == host
            || matches!(
                (self.name, host),
                ("i686", "x86_64") | ("armv7l" | "armv6l", "aarch64") | ("ppc64" | "ppc64le", "ppc64" | "ppc64le")
            )
    }
}
