//! The architectures that there are, by the names that documents have for them.

/// What libvirt 9.0.0 calls architectures.
const NAMES: &str = "alpha armv6l armv7l armv7b aarch64 cris i686 ia64 lm32 m68k microblaze microblazeel mips mipsel mips64 mips64el \
    openrisc parisc parisc64 ppc ppcle ppc64 ppc64le ppcemb riscv32 riscv64 s390 s390x sh4 sh4eb sparc sparc64 unicore32 \
    x86_64 xtensa xtensaeb";

/// What later versions know beyond these.
const NEWER: &str = "loongarch64";

/// Whether it is one that libvirt 9.0.0 knows.
pub fn is_known(name: &str) -> bool {
    NAMES.split_ascii_whitespace().any(|known| known == name)
}

/// Whether it is one that libvirt 12.8.0 knows.
pub fn is_known_today(name: &str) -> bool {
    is_known(name) || NEWER == name
}
