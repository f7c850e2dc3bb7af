//! The CPUID instruction.

/// What a leaf and subleaf of CPUID say: EAX, EBX, ECX and EDX. Zeros on other architectures.
pub fn read(leaf: u32, subleaf: u32) -> [u32; 4] {
    #[cfg(target_arch = "x86_64")]
    {
        let said = std::arch::x86_64::__cpuid_count(leaf, subleaf);
        [said.eax, said.ebx, said.ecx, said.edx]
    }
    #[cfg(not(target_arch = "x86_64"))]
    {
        let _ = (leaf, subleaf);
        [0; 4]
    }
}

/// The first leaf of the standard ones, and of the extended ones.
const FIRST: [u32; 2] = [0, 0x8000_0000];

/// A processor that tells of more leaves than this is not believed.
const MOST: u32 = 0x400;

/// The leaves whose features are split over subleaves 0 and 1.
const WITH_SECOND: [u32; 4] = [0xd, 0xf, 0x12, 0x24];

/// Features have subleaves of their own: the first one says which is the last.
const COUNTED: [u32; 3] = [0x7, 0x14, 0x1e];

/// Every leaf that may tell of features, with its number and its subleaf's.
pub fn leaves() -> Vec<(u32, u32, [u32; 4])> {
    let mut leaves = Vec::new();
    for first in FIRST {
        let [last, ..] = read(first, 0);
        for leaf in first..=last.clamp(first, first + MOST) {
            let said = read(leaf, 0);
            let last = match leaf {
                _ if COUNTED.contains(&leaf) => said[0].min(MOST),
                // Without SGX (leaf 7, EBX, bit 2) the leaf about it says nothing.
                0x12 if read(7, 0)[1] & 4 == 0 => continue,
                _ if WITH_SECOND.contains(&leaf) => 1,
                _ => 0,
            };
            leaves.push((leaf, 0, said));
            leaves.extend((1..=last).map(|subleaf| (leaf, subleaf, read(leaf, subleaf))));
        }
    }
    leaves
}
