//! The codes that keys have, in the ten code sets of `virKeycodeSet`. Source: what libvirt 9.0.0 takes.

use crate::types::*;

/// A code set: what errors call it, and the codes in it: first and last of each range.
struct CodeSet {
    name: &'static str,
    codes: &'static [(u32, u32)],
}

/// In the order of `virKeycodeSet`.
const SETS: [CodeSet; VIR_KEYCODE_SET_LAST as usize] = [
    CodeSet { name: "linux", codes: LINUX },
    CodeSet { name: "xt", codes: XT },
    CodeSet { name: "atset1", codes: XT },
    CodeSet { name: "atset2", codes: ATSET2 },
    CodeSet { name: "atset3", codes: ATSET3 },
    CodeSet { name: "os_x", codes: OS_X },
    CodeSet { name: "xt_kbd", codes: XT_KBD },
    CodeSet { name: "usb", codes: USB },
    CodeSet { name: "win32", codes: WIN32 },
    CodeSet { name: "qnum", codes: QNUM },
];

const LINUX: &[(u32, u32)] = &[
    (0, 265),
    (272, 279),
    (288, 299),
    (303, 318),
    (320, 327),
    (330, 337),
    (352, 439),
    (448, 451),
    (464, 484),
    (497, 506),
    (512, 524),
];

const XT: &[(u32, u32)] = &[
    (0, 95),
    (99, 109),
    (111, 121),
    (123, 123),
    (125, 126),
    (57345, 57356),
    (57358, 57360),
    (57362, 57385),
    (57387, 57398),
    (57400, 57439),
    (57443, 57453),
    (57455, 57465),
    (57467, 57467),
    (57469, 57469),
];

const ATSET2: &[(u32, u32)] = &[
    (0, 1),
    (3, 7),
    (9, 15),
    (17, 22),
    (26, 30),
    (33, 39),
    (41, 47),
    (49, 55),
    (58, 63),
    (65, 70),
    (73, 78),
    (81, 82),
    (84, 85),
    (88, 91),
    (93, 93),
    (95, 95),
    (97, 100),
    (102, 103),
    (105, 109),
    (112, 127),
    (131, 131),
    (57360, 57362),
    (57364, 57365),
    (57368, 57368),
    (57375, 57377),
    (57379, 57379),
    (57383, 57384),
    (57387, 57387),
    (57391, 57392),
    (57394, 57394),
    (57396, 57396),
    (57399, 57400),
    (57402, 57403),
    (57407, 57408),
    (57416, 57416),
    (57418, 57418),
    (57421, 57421),
    (57424, 57424),
    (57434, 57434),
    (57438, 57438),
    (57449, 57449),
    (57451, 57452),
    (57455, 57458),
    (57460, 57461),
    (57463, 57463),
    (57465, 57466),
    (57469, 57469),
];

const ATSET3: &[(u32, u32)] = &[
    (0, 0),
    (7, 63),
    (65, 71),
    (73, 79),
    (82, 82),
    (84, 103),
    (105, 118),
    (121, 122),
    (124, 131),
    (133, 135),
    (139, 142),
    (145, 145),
    (147, 152),
    (154, 163),
];

const OS_X: &[(u32, u32)] =
    &[(0, 51), (53, 65), (67, 67), (69, 69), (71, 76), (78, 107), (109, 111), (113, 126), (255, 255)];

const XT_KBD: &[(u32, u32)] = &[
    (0, 95),
    (99, 109),
    (111, 121),
    (123, 123),
    (125, 126),
    (257, 268),
    (270, 272),
    (274, 297),
    (299, 310),
    (312, 351),
    (355, 365),
    (367, 377),
    (379, 379),
    (381, 381),
];

const USB: &[(u32, u32)] =
    &[(0, 0), (4, 48), (50, 119), (121, 125), (133, 133), (135, 140), (144, 148), (182, 183), (224, 251)];

const WIN32: &[(u32, u32)] = &[
    (0, 2),
    (4, 6),
    (8, 9),
    (13, 13),
    (17, 22),
    (26, 29),
    (32, 42),
    (44, 57),
    (65, 93),
    (95, 135),
    (144, 145),
    (160, 161),
    (163, 163),
    (165, 180),
    (186, 192),
    (219, 222),
    (226, 226),
    (242, 242),
    (250, 251),
];

const QNUM: &[(u32, u32)] = &[
    (0, 95),
    (99, 109),
    (111, 121),
    (123, 123),
    (125, 126),
    (129, 140),
    (142, 144),
    (146, 169),
    (171, 182),
    (184, 223),
    (227, 237),
    (239, 249),
    (251, 251),
    (253, 253),
];

fn set(codeset: virKeycodeSet) -> Option<&'static CodeSet> {
    usize::try_from(codeset).ok().and_then(|at| SETS.get(at))
}

/// Whether a key has that code.
pub fn has(codeset: virKeycodeSet, code: u32) -> bool {
    set(codeset).is_some_and(|set| set.codes.iter().any(|(first, last)| (*first..=*last).contains(&code)))
}

/// What errors call a code set.
pub fn name(codeset: virKeycodeSet) -> &'static str {
    set(codeset).map_or("unknown", |set| set.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes() {
        assert!(has(VIR_KEYCODE_SET_LINUX, 28) && !has(VIR_KEYCODE_SET_LINUX, 266));
        assert!(has(VIR_KEYCODE_SET_WIN32, 13) && !has(VIR_KEYCODE_SET_USB, 1) && !has(VIR_KEYCODE_SET_LAST, 1));
        assert_eq!((name(VIR_KEYCODE_SET_ATSET3), name(-1)), ("atset3", "unknown"));
    }
}
