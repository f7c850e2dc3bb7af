//! Labels of security models, as libvirt has them: what a definition asks for, and what a machine has got.

use std::borrow::Cow;

use super::{Place, Settings, identity};
use crate::driver::qemu::error;
use crate::error::Result;
use crate::sys::landlock;
use crate::sys::process::User;
use crate::types::*;
use crate::xml::YesNo;
use crate::xml::capabilities::host::{BaseLabel, SecurityModel};
use crate::xml::domain::seclabel::{Seclabel, SeclabelType};
use crate::xml::domain::{Domain, Hypervisor};

/// Users and groups.
const DAC: &str = "dac";
/// The kernel's Landlock, which keeps a machine to its own files.
const LANDLOCK: &str = "landlock";
/// libvirt's name for nothing beside users and groups.
const NONE: &str = "none";
/// Each model interprets its labels in one way only.
const DOI: &str = "0";

/// What a definition says to a model.
fn of_model<'d>(definition: &'d Domain, model: &str) -> Option<&'d Seclabel> {
    definition.seclabels.iter().find(|label| label.model.as_deref() == Some(model))
}

/// Refuses labels of models that nobody carries out.
///
/// # Errors
/// `VIR_ERR_CONFIG_UNSUPPORTED`, with libvirt's sentence.
pub fn check(definition: &Domain) -> Result<()> {
    let models = definition.seclabels.iter().filter_map(|label| label.model.as_deref());
    match models.into_iter().find(|model| ![DAC, LANDLOCK, NONE].contains(model)) {
        None => Ok(()),
        Some(model) => {
            let text = format!("Unable to find security driver for model {model}; there are '{DAC}' and '{LANDLOCK}'");
            Err(error(VIR_ERR_CONFIG_UNSUPPORTED, text))
        }
    }
}

/// Who a machine runs as; `None` for who runs this process.
///
/// # Errors
/// Those of `identity`.
pub fn user(definition: &Domain, place: &Place) -> Result<Option<User>> {
    if !place.privileged {
        return Ok(None);
    }
    let said = of_model(definition, DAC).and_then(|label| match label.kind {
        Some(SeclabelType::Static) => label.label.as_deref(),
        Some(SeclabelType::Dynamic) | None => label.baselabel.as_deref(),
        Some(SeclabelType::None) => None,
    });
    match said {
        Some(text) => identity::of_label(text).map(|user| Some(user).filter(|user| user.user != 0 || user.group != 0)),
        None => identity::of_system(place.settings),
    }
}

/// Whether a machine gets its files whatever the rights of its user are.
pub fn relabels(definition: &Domain) -> bool {
    of_model(definition, DAC)
        .is_none_or(|label| label.kind != Some(SeclabelType::None) && label.relabel != Some(YesNo::No))
}

/// Which version of Landlock keeps a machine to its files; `None` where none does.
pub fn landlock(definition: &Domain, settings: &Settings) -> Option<u32> {
    let refuses = of_model(definition, LANDLOCK).is_some_and(|label| label.kind == Some(SeclabelType::None));
    landlock::version().filter(|_| settings.landlock && !refuses)
}

/// Writes into a definition what its machine has got.
pub fn settle(definition: &mut Domain, place: &Place, user: Option<&User>, landlock: Option<u32>) {
    let relabels = relabels(definition);
    let asked = |model: &str| of_model(definition, model).and_then(|label| label.kind);
    let (of_dac, of_landlock) = (asked(DAC), asked(LANDLOCK));
    let labels = &mut definition.seclabels;
    if place.privileged && of_dac != Some(SeclabelType::None) {
        let (user, group) = user.map_or((0, 0), |user| (user.user, user.group));
        let text = format!("+{user}:+{group}");
        let old = labels.iter().find(|label| label.model.as_deref() == Some(DAC)).cloned();
        labels.retain(|label| label.model.as_deref() != Some(DAC));
        labels.push(Seclabel {
            kind: Some(of_dac.unwrap_or(SeclabelType::Dynamic)),
            model: Some(DAC.to_owned()),
            relabel: Some(if relabels { YesNo::Yes } else { YesNo::No }),
            imagelabel: relabels.then(|| text.clone()),
            label: Some(text),
            ..old.unwrap_or_default()
        });
    }
    if of_landlock != Some(SeclabelType::None) {
        labels.retain(|label| label.model.as_deref() != Some(LANDLOCK));
        labels.extend(landlock.map(|version| Seclabel {
            kind: Some(SeclabelType::Dynamic),
            model: Some(LANDLOCK.to_owned()),
            relabel: Some(YesNo::No),
            label: Some(format!("own files only (version {version})")),
            ..Seclabel::default()
        }));
    }
}

/// A definition without the labels that a start has chosen: for whoever starts it again, maybe elsewhere.
pub fn without_chosen(definition: &Domain) -> Cow<'_, Domain> {
    let is_chosen = |label: &Seclabel| {
        label.kind == Some(SeclabelType::Dynamic) && label.label.is_some() && label.baselabel.is_none()
    };
    if !definition.seclabels.iter().any(is_chosen) {
        return Cow::Borrowed(definition);
    }
    let mut without = definition.clone();
    without.seclabels.retain(|label| !is_chosen(label));
    Cow::Owned(without)
}

/// What a running machine is kept in, by model: the text, and whether it is enforced.
pub fn of_running(definition: &Domain, privileged: bool) -> Vec<(String, bool)> {
    let text = |model| of_model(definition, model).and_then(|label| label.label.clone());
    let first = match text(LANDLOCK) {
        Some(text) => (text, true),
        None if landlock::version().is_none() => ("unconfined: the kernel has no Landlock".to_owned(), false),
        None => ("unconfined: Landlock is not wanted".to_owned(), false),
    };
    let mut all = vec![first];
    if privileged {
        all.push((text(DAC).unwrap_or_default(), true));
    }
    all
}

/// The models that machines of these settings are kept by, the first one first.
pub fn models(settings: &Settings, privileged: bool) -> Vec<SecurityModel> {
    let model = |model: &str, base_labels| SecurityModel { model: model.to_owned(), doi: DOI.to_owned(), base_labels };
    let confines = settings.landlock && landlock::version().is_some();
    let mut models = vec![model(if confines { LANDLOCK } else { NONE }, Vec::new())];
    if privileged && let Ok(user) = identity::of_system(settings) {
        let (user, group) = user.map_or((0, 0), |user| (user.user, user.group));
        let base = |hypervisor: Hypervisor| BaseLabel {
            kind: Some(hypervisor.word().to_owned()),
            label: format!("+{user}:+{group}"),
        };
        models.push(model(DAC, vec![base(Hypervisor::Kvm), base(Hypervisor::Qemu)]));
    }
    models
}

#[cfg(test)]
mod tests {
    use super::*;

    fn definition(labels: &str) -> Domain {
        let text = format!("<domain type='qemu'><name>a</name><os><type>hvm</type></os>{labels}</domain>");
        Domain::parse(&text, true).unwrap().0
    }

    #[test]
    fn definitions_are_followed() {
        assert!(relabels(&definition("")));
        assert!(!relabels(&definition("<seclabel type='none' model='dac'/>")));
        let labelled = "<seclabel type='static' model='dac' relabel='no'><label>+5:+6</label></seclabel>";
        assert!(!relabels(&definition(labelled)));
        assert!(check(&definition(labelled)).is_ok());
        let other = "<seclabel type='static' model='smack' relabel='no'><label>a</label></seclabel>";
        assert!(check(&definition(other)).unwrap_err().to_string().contains("for model smack"));
    }

    #[test]
    fn what_was_chosen_is_told_and_left_out() {
        let settings = Settings::read(std::path::Path::new("/no/such/file")).unwrap();
        let nowhere = std::path::Path::new("/");
        let place = Place { settings_file: nowhere, settings: &settings, privileged: true, folder: nowhere };
        let mut machine = definition("");
        let user = User { user: 5, group: 6, groups: vec![6] };
        settle(&mut machine, &place, Some(&user), Some(7));
        let told = of_running(&machine, true);
        assert_eq!(told, [("own files only (version 7)".to_owned(), true), ("+5:+6".to_owned(), true)]);
        assert!(without_chosen(&machine).seclabels.is_empty());
        let mut machine = definition("<seclabel type='none' model='landlock'/>");
        assert_eq!(landlock(&machine, &settings), None);
        settle(&mut machine, &place, None, None);
        assert_eq!(without_chosen(&machine).seclabels.len(), 1);
        assert!(!of_running(&machine, true)[0].1);
    }
}
