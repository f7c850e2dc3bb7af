//! A CPU as a document describes it, whether a host's or a guest's, and the small changes to guests' that all architectures make.

use super::fail;
use crate::error::Result;
use crate::types::*;
use crate::xml::cpu::{AnyCpu, HostCpu};
use crate::xml::domain::cpu::{Cpu, Fallback, Feature, Match, Mode, Model, Policy};

/// What a document says.
#[derive(Clone, Debug)]
pub(super) struct Described<'a> {
    pub is_host: bool,
    pub arch: Option<&'a str>,
    pub mode: Mode,
    pub matching: Match,
    pub model: Option<&'a str>,
    pub vendor: Option<&'a str>,
    /// A host's features have no policy.
    pub features: Vec<(Option<Policy>, &'a str)>,
}

impl<'a> From<&'a HostCpu> for Described<'a> {
    fn from(cpu: &'a HostCpu) -> Self {
        Self {
            is_host: true,
            arch: cpu.arch.as_deref(),
            mode: Mode::Custom,
            matching: Match::Exact,
            model: cpu.model.as_deref(),
            vendor: cpu.vendor.as_deref(),
            features: cpu.features.iter().map(|feature| (None, feature.name.as_str())).collect(),
        }
    }
}

impl<'a> From<&'a Cpu> for Described<'a> {
    fn from(cpu: &'a Cpu) -> Self {
        Self {
            is_host: false,
            arch: None,
            mode: cpu.mode.unwrap_or(Mode::Custom),
            matching: cpu.matching.unwrap_or_default(),
            model: model_of(cpu),
            vendor: cpu.vendor.as_deref(),
            features: cpu.features.iter().map(|feature| (Some(feature.policy), feature.name.as_str())).collect(),
        }
    }
}

impl<'a> From<&'a AnyCpu> for Described<'a> {
    fn from(cpu: &'a AnyCpu) -> Self {
        match cpu {
            AnyCpu::Host(cpu) => Self::from(&**cpu),
            AnyCpu::Guest(cpu) => Self::from(&**cpu),
        }
    }
}

/// The name of a guest's model.
pub(super) fn model_of(cpu: &Cpu) -> Option<&str> {
    cpu.model.as_ref()?.name.as_deref()
}

pub(super) fn feature_of<'f>(features: &'f [Feature], name: &str) -> Option<&'f Feature> {
    features.iter().find(|feature| feature.name == name)
}

/// Gives a feature a policy; new ones come last.
pub(super) fn set_feature(features: &mut Vec<Feature>, name: &str, policy: Policy) {
    match features.iter_mut().find(|feature| feature.name == name) {
        Some(feature) => feature.policy = policy,
        None => features.push(Feature { policy, name: name.to_owned() }),
    }
}

/// A CPU for a guest that is exactly a model and some features.
pub(super) fn guest(model: &str, fallback: Fallback, vendor: Option<&str>, features: Vec<(Policy, &str)>) -> Cpu {
    Cpu {
        mode: Some(Mode::Custom),
        matching: Some(Match::Exact),
        model: Some(Model { fallback, vendor_id: None, name: Some(model.to_owned()) }),
        vendor: vendor.map(str::to_owned),
        features: features.into_iter().map(|(policy, name)| Feature { policy, name: name.to_owned() }).collect(),
        ..Cpu::default()
    }
}

/// A guest's CPU becomes the host's.
pub(super) fn take_host(guest: &mut Cpu, host: Option<&Cpu>) -> Result<()> {
    let host = host.ok_or_else(|| fail(VIR_ERR_CONFIG_UNSUPPORTED, "unknown host CPU model"))?;
    let fallback = guest.model.as_ref().map(|model| model.fallback).unwrap_or_default();
    guest.model = host.model.clone().map(|model| Model { fallback, ..model });
    guest.vendor = host.vendor.clone();
    guest.features = host.features.clone();
    guest.mode = Some(Mode::Custom);
    guest.matching = Some(Match::Exact);
    Ok(())
}
