//! Which chip it is, as leaf 1 of CPUID tells: family, model and stepping.

/// The chips that a model stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Signature {
    family: u32,
    model: u32,
    /// First and last; none where all are meant.
    steppings: Option<(u32, u32)>,
}

/// One chip.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chip {
    pub family: u32,
    pub model: u32,
    pub stepping: u32,
}

impl Chip {
    /// From register EAX of leaf 1. The extended family is always added, as libvirt does.
    pub fn of(eax: u32) -> Self {
        Self {
            family: (eax >> 20 & 0xff) + (eax >> 8 & 0xf),
            model: (eax >> 12 & 0xf0) + (eax >> 4 & 0xf),
            stepping: eax & 0xf,
        }
    }

    /// Nothing is known of which chip it is.
    pub fn is_unknown(self) -> bool {
        self == Self::default()
    }
}

impl Signature {
    /// From `family/model` or `family/model/first-last`.
    pub fn parse(text: &str) -> Option<Self> {
        let (family, rest) = text.split_once('/')?;
        let (model, steppings) = match rest.split_once('/') {
            Some((model, steppings)) => {
                let (first, last) = steppings.split_once('-')?;
                (model, Some((first.parse().ok()?, last.parse().ok()?)))
            }
            None => (rest, None),
        };
        Some(Self { family: family.parse().ok()?, model: model.parse().ok()?, steppings })
    }

    pub fn is_of(&self, chip: Chip) -> bool {
        let stepping = |(first, last)| (first..=last).contains(&chip.stepping);
        (self.family, self.model) == (chip.family, chip.model) && self.steppings.is_none_or(stepping)
    }

    /// The first chip that it means.
    pub fn first(&self) -> Chip {
        let stepping = self.steppings.map_or(0, |(first, _)| first);
        Chip { family: self.family, model: self.model, stepping }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chips_and_signatures() {
        assert_eq!(Chip::of(0x50654), Chip { family: 6, model: 85, stepping: 4 });
        assert_eq!(Chip::of(0x00b0_0f21), Chip { family: 26, model: 2, stepping: 1 });
        let skylake = Signature::parse("6/85/0-4").expect("a signature");
        assert!(skylake.is_of(Chip::of(0x50654)) && !skylake.is_of(Chip::of(0x50657)));
        assert!(Signature::parse("6/15").is_some_and(|any| any.is_of(Chip { family: 6, model: 15, stepping: 11 })));
        assert_eq!(Signature::parse("arch-capabilities"), None);
    }
}
