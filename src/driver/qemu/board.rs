//! What kind of mainboard a type of machine stands for: which buses there are, and what is soldered to them.

use crate::xml::domain::Domain;

/// Mainboards that differ in what libvirt adds, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Board {
    /// A PC with PCI, the chips i440FX and PIIX3.
    I440fx,
    /// A PC with PCI Express.
    Q35,
    /// A PC without either.
    IsaPc,
    /// Another board of x86: microvm, xenfv.
    X86,
    ArmVirt,
    Vexpress,
    Versatile,
    Arm,
    RiscvVirt,
    Riscv,
    Pseries,
    Ppc64,
    Ppc,
    S390,
    /// Boards of other architectures that have PCI.
    Pci,
    Other,
}

impl Board {
    pub fn of(domain: &Domain) -> Self {
        let os = &domain.os;
        Self::new(os.arch.as_deref().unwrap_or_default(), os.machine.as_deref().unwrap_or_default())
    }

    /// Of a type of machine, by libvirt's name of the architecture.
    pub fn new(arch: &str, machine: &str) -> Self {
        let is = |name: &str| machine == name || machine.strip_prefix(name).is_some_and(|rest| rest.starts_with('-'));
        match arch {
            "x86_64" | "i686" => match machine {
                "q35" => Self::Q35,
                "pc" => Self::I440fx,
                "isapc" => Self::IsaPc,
                name if name.starts_with("pc-q35-") => Self::Q35,
                name if ["pc-0.", "pc-1.", "pc-i440fx-", "rhel"].iter().any(|start| name.starts_with(start)) => {
                    Self::I440fx
                }
                _ => Self::X86,
            },
            "armv6l" if machine == "versatilepb" => Self::Versatile,
            "armv6l" | "armv7l" | "aarch64" if machine.starts_with("vexpress-") => Self::Vexpress,
            "armv7l" | "aarch64" if is("virt") => Self::ArmVirt,
            "armv6l" | "armv7l" | "aarch64" => Self::Arm,
            "riscv32" | "riscv64" if is("virt") => Self::RiscvVirt,
            "riscv32" | "riscv64" => Self::Riscv,
            "ppc64" | "ppc64le" if is("pseries") => Self::Pseries,
            "ppc64" | "ppc64le" => Self::Ppc64,
            "ppc" => Self::Ppc,
            "s390" | "s390x" => Self::S390,
            "alpha" | "sh4" | "sh4eb" | "sparc64" => Self::Pci,
            "mips" | "mipsel" | "mips64" | "mips64el" if machine == "malta" => Self::Pci,
            _ => Self::Other,
        }
    }

    pub fn is_x86(self) -> bool {
        matches!(self, Self::I440fx | Self::Q35 | Self::IsaPc | Self::X86)
    }

    pub fn is_arm(self) -> bool {
        matches!(self, Self::ArmVirt | Self::Vexpress | Self::Versatile | Self::Arm)
    }

    pub fn is_ppc64(self) -> bool {
        matches!(self, Self::Pseries | Self::Ppc64)
    }

    /// Whether devices are put on PCI, though it be in vain where the board has none.
    pub fn may_have_pci(self) -> bool {
        !matches!(self, Self::Vexpress | Self::Arm | Self::Riscv)
    }

    /// The model of the PCI controller that the board has, if it has one.
    pub fn pci_root(self) -> Option<&'static str> {
        match self {
            Self::I440fx | Self::Versatile | Self::Pseries | Self::Ppc64 | Self::Ppc | Self::Pci => Some("pci-root"),
            Self::S390 => Some("pci-root"),
            Self::Q35 | Self::ArmVirt | Self::RiscvVirt => Some("pcie-root"),
            Self::IsaPc | Self::X86 | Self::Vexpress | Self::Arm | Self::Riscv | Self::Other => None,
        }
    }
}
