//! The map: features and models by name and by place, made of the two tables when somebody asks first.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::feature_table::FEATURES;
use super::model_table::MODELS;
use super::set::{CAPACITY, Set};
use super::signature::Signature;
use crate::cpu::Era;

/// The four registers of CPUID; a model-specific register has the first as its lower half and the last as its upper one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    Eax,
    Ebx,
    Ecx,
    Edx,
}

/// Where features show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Source {
    /// A leaf of CPUID and its subleaf.
    Leaf(u32, u32),
    /// A model-specific register.
    Msr(u32),
}

#[derive(Debug)]
pub(super) struct Feature {
    pub name: &'static str,
    pub source: Source,
    pub half: Half,
    pub bit: u32,
    /// Whether a guest that has it can move to another host.
    pub migratable: bool,
}

/// Who makes a processor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vendor {
    Intel,
    Amd,
    Hygon,
}

impl Vendor {
    pub const ALL: [Self; 3] = [Self::Intel, Self::Amd, Self::Hygon];

    /// What documents call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Intel => "Intel",
            Self::Amd => "AMD",
            Self::Hygon => "Hygon",
        }
    }

    /// What leaf 0 of CPUID calls it.
    pub fn identity(self) -> &'static [u8; 12] {
        match self {
            Self::Intel => b"GenuineIntel",
            Self::Amd => b"AuthenticAMD",
            Self::Hygon => b"HygonGenuine",
        }
    }

    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|vendor| vendor.name() == name)
    }
}

/// What a model's name may be given to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Names {
    HostsAndGuests,
    Hosts,
    Nothing,
}

#[derive(Debug)]
pub(super) struct Model {
    pub name: &'static str,
    pub vendor: Option<Vendor>,
    pub names: Names,
    pub signatures: Vec<Signature>,
    pub features: Set,
    /// Features that belonged to it once.
    pub withdrawn: Vec<usize>,
}

/// What is known of x86 processors.
#[derive(Debug, Default)]
pub(super) struct Map {
    features: Vec<Feature>,
    feature_places: HashMap<&'static str, usize>,
    models: Vec<Model>,
    model_places: HashMap<&'static str, usize>,
}

impl Map {
    /// What libvirt knew in an era.
    pub fn of(era: Era) -> &'static Self {
        static OLD: OnceLock<Map> = OnceLock::new();
        static WHOLE: OnceLock<Map> = OnceLock::new();
        match era {
            Era::Libvirt9_0 => OLD.get_or_init(|| Self::read(false)),
            Era::Libvirt12_8 => WHOLE.get_or_init(|| Self::read(true)),
        }
    }

    fn read(newer: bool) -> Self {
        let mut map = Self::default();
        FEATURES.lines().for_each(|line| map.read_register(line, newer));
        MODELS.lines().filter(|line| newer || !line.starts_with('+')).for_each(|line| map.read_model(line));
        map
    }

    fn read_register(&mut self, line: &'static str, newer: bool) {
        let mut words = line.split(' ');
        let mut word = || words.next().unwrap_or_default();
        let number = |text: &str| u32::from_str_radix(text, 16).unwrap_or_default();
        let source = match word() {
            "msr" => Source::Msr(number(word())),
            leaf => {
                let (leaf, subleaf) = leaf.split_once(':').unwrap_or((leaf, "0"));
                Source::Leaf(number(leaf), number(subleaf))
            }
        };
        let half = match word() {
            "eax" => Half::Eax,
            "ebx" => Half::Ebx,
            "ecx" => Half::Ecx,
            _ => Half::Edx,
        };
        let mut bit = 0;
        for word in words {
            if let Ok(next) = word.parse() {
                bit = next;
                continue;
            }
            let name = word.trim_start_matches(['+', '!']);
            if newer || !word.starts_with('+') {
                self.feature_places.insert(name, self.features.len());
                self.features.push(Feature { name, source, half, bit, migratable: !word.starts_with('!') });
            }
            bit += 1;
        }
        debug_assert!(self.features.len() <= CAPACITY && bit <= 32, "{line}");
    }

    fn read_model(&mut self, line: &'static str) {
        let mut words = line.split(' ');
        let mut word = || words.next().unwrap_or_default();
        let mut model = Model {
            name: word().trim_start_matches('+'),
            vendor: Vendor::find(word()),
            names: match word() {
                "both" => Names::HostsAndGuests,
                "host" => Names::Hosts,
                _ => Names::Nothing,
            },
            signatures: Vec::new(),
            features: Set::default(),
            withdrawn: Vec::new(),
        };
        for word in words {
            if let Some(signature) = Signature::parse(word) {
                model.signatures.push(signature);
            } else if let Some(base) = word.strip_prefix('<') {
                model.features = self.model(base).map(|base| base.features).unwrap_or_default();
            } else {
                let place = self.place(word.trim_start_matches(['-', '~']));
                debug_assert!(place.is_some(), "{line}: {word}");
                match (place, word.as_bytes()[0]) {
                    (None, _) => {}
                    (Some(place), b'-') => model.features.remove(place),
                    (Some(place), b'~') => {
                        model.features.remove(place);
                        model.withdrawn.push(place);
                    }
                    (Some(place), _) => model.features.insert(place),
                }
            }
        }
        self.model_places.insert(model.name, self.models.len());
        self.models.push(model);
    }

    /// A feature's place by its name.
    pub fn place(&self, feature: &str) -> Option<usize> {
        self.feature_places.get(feature).copied()
    }

    pub fn feature(&self, place: usize) -> &Feature {
        &self.features[place]
    }

    pub fn features(&self) -> &[Feature] {
        &self.features
    }

    pub fn model(&self, name: &str) -> Option<&Model> {
        self.model_places.get(name).map(|place| &self.models[*place])
    }

    /// All models, oldest first.
    pub fn models(&self) -> &[Model] {
        &self.models
    }

    pub fn names(&self, set: Set) -> impl Iterator<Item = &'static str> {
        set.places().map(|place| self.features[place].name)
    }

    /// Whether a guest may move that has the feature; of unknown ones nothing is known to keep it.
    pub fn is_migratable(&self, feature: &str) -> bool {
        self.place(feature).is_none_or(|place| self.features[place].migratable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sound() {
        for map in [Map::of(Era::Libvirt9_0), Map::of(Era::Libvirt12_8)] {
            assert_eq!(map.features.len(), map.feature_places.len());
            assert_eq!(map.models.len(), map.model_places.len());
            for (at, feature) in map.features.iter().enumerate() {
                assert!(feature.bit < 32, "{}", feature.name);
                let twin = |other: &Feature| {
                    (other.source, other.half, other.bit) == (feature.source, feature.half, feature.bit)
                };
                assert!(!map.features[..at].iter().any(twin), "{}", feature.name);
            }
        }
        for line in MODELS.lines() {
            for word in line.split(' ').skip(3).filter(|word| Signature::parse(word).is_none()) {
                let map = Map::of(Era::Libvirt12_8);
                let known = match word.strip_prefix('<') {
                    Some(base) => map.model(base).is_some(),
                    None => map.place(word.trim_start_matches(['-', '~'])).is_some(),
                };
                assert!(known, "{line}: {word}");
            }
        }
    }

    #[test]
    fn what_9_0_knows_is_a_part_of_the_whole() {
        let (old, whole) = (Map::of(Era::Libvirt9_0), Map::of(Era::Libvirt12_8));
        assert!(old.features.len() < whole.features.len());
        for model in &old.models {
            let today = whole.model(model.name).expect("every model");
            assert_eq!(old.names(model.features).collect::<Vec<_>>(), whole.names(today.features).collect::<Vec<_>>());
        }
    }
}
