//! `<cpu>`: which processors a guest can be given.

use std::collections::HashMap;

use super::Choice;
use crate::xml::domain::cpu::Cpu;
use crate::xml::{Element, Reader, Writer, YesNo};
use crate::{element, variants, walk, words};

variants! {
    /// A way to choose the guest's processor.
    pub enum CpuMode by required "name" {
        HostPassthrough(Passthrough) = "host-passthrough",
        Maximum(Passthrough) = "maximum",
        HostModel(Box<HostModel>) = "host-model",
        Custom(Custom) = "custom",
    }
}

element! {
    /// The processor is what the host or the emulator has.
    pub struct Passthrough {
        supported: YesNo = required("supported"),
        choices: Vec<Choice> = child("enum"),
    }
}

/// The processor is a model that is like the host's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HostModel {
    pub supported: YesNo,
    pub cpu: Cpu,
}

walk!(HostModel, |mode, xml| {
    mode.supported.required("supported", xml);
    let supported = mode.supported == YesNo::Yes;
    if xml.is_reading() || supported {
        xml.read_if(supported, |xml| mode.cpu.inline(xml));
        xml.open();
    }
});

element! {
    /// The processor is a model that the domain names.
    pub struct Custom {
        supported: YesNo = required("supported"),
        models: Models = inline(),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Models(pub Vec<Model>);

words! { pub enum Usable { Unknown = "unknown", Yes = "yes", No = "no" } }

/// A model that the emulator knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    pub name: String,
    /// Whether this host can run it.
    pub usable: Usable,
    pub deprecated: Option<YesNo>,
    pub vendor: Option<String>,
    /// The model of which it is another name.
    pub canonical: Option<String>,
    /// The features for want of which the host cannot run it.
    pub blockers: Vec<String>,
}

walk!(Model, |model, xml| {
    model.usable.attr("usable", xml);
    model.deprecated.attr("deprecated", xml);
    model.vendor.attr("vendor", xml);
    model.canonical.attr("canonical", xml);
    model.name.text(xml);
});

element! {
    /// The features that a model lacks, which stand after it.
    pub struct Blockers {
        model: String = required("model"),
        features: Vec<Feature> = child("feature"),
    }
}

element! {
    pub struct Feature {
        name: String = required("name"),
    }
}

/// By hand, because two kinds of elements stand side by side that belong together.
impl Element for Models {
    fn read(&mut self, xml: &mut Reader) {
        use crate::xml::read::Field as _;
        self.0.child("model", xml);
        let mut blockers: Vec<Blockers> = Vec::new();
        blockers.child("blockers", xml);
        let names = |of: Blockers| (of.model, of.features.into_iter().map(|feature| feature.name).collect());
        let mut blockers: HashMap<String, Vec<String>> = blockers.into_iter().map(names).collect();
        for model in &mut self.0 {
            model.blockers = blockers.remove(&model.name).unwrap_or_default();
        }
    }

    fn write(&self, xml: &mut Writer) {
        for model in &self.0 {
            xml.element("model", |xml| model.write(xml));
            if model.blockers.is_empty() {
                continue;
            }
            let features = model.blockers.iter().map(|name| Feature { name: name.clone() }).collect();
            let blockers = Blockers { model: model.name.clone(), features };
            xml.element("blockers", |xml| blockers.write(xml));
        }
    }
}
