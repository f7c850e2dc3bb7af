//! PCI controllers: which of their options each model has.

use super::{Whole, refuse};
use crate::driver::qemu::board::Board;
use crate::xml::Fault;
use crate::xml::domain::device::controller::{Controller, Target};

/// What each model is as a device of QEMU's, the usual one first.
fn devices_of(model: &str) -> &'static [&'static str] {
    match model {
        "pci-bridge" => &["pci-bridge"],
        "dmi-to-pci-bridge" => &["i82801b11-bridge"],
        "pcie-root-port" => &["pcie-root-port", "ioh3420"],
        "pcie-switch-upstream-port" => &["x3130-upstream"],
        "pcie-switch-downstream-port" => &["xio3130-downstream"],
        "pci-expander-bus" => &["pxb"],
        "pcie-expander-bus" => &["pxb-pcie"],
        "pcie-to-pci-bridge" => &["pcie-pci-bridge"],
        "pci-root" => &["spapr-pci-host-bridge"],
        _ => &[],
    }
}

pub(super) fn check(whole: Whole, controller: &Controller) -> Result<(), Fault> {
    let model = controller.model.as_deref().unwrap_or_default();
    let index = controller.index.unwrap_or(0);
    let named = controller.model_name.as_deref();
    let name = named.map_or("none", String::as_str);
    let is_root = matches!(model, "pci-root" | "pcie-root");
    let complain = |what: &str, option: &str| {
        Fault::unsupported(format!(
            "Option '{option}' {what} for PCI controller with index '{index}', model '{model}' and modelName '{name}'"
        ))
    };
    let invalid = |option: &str, at: &str| complain("is not valid", option).at(at).expecting("leave it out");
    let bridge = whole.board == Board::Pseries && model == "pci-root";
    if let Some(own) = named {
        let known = devices_of(model);
        refuse(is_root && !bridge, || invalid("modelName", "model/@name"))?;
        refuse(!known.contains(&own.as_str()), || {
            let hint = format!("expected {}", known.join(" or "));
            complain("has invalid value", "modelName").at("model/@name").expecting(hint)
        })?;
    }
    refuse(!is_root && index == 0, || {
        Fault::unsupported(format!("Index for '{model}' controllers must be > 0")).at("@index")
    })?;
    refuse(is_root && !bridge && index != 0, || {
        Fault::unsupported(format!("Index for '{model}' controllers must be 0")).at("@index")
    })?;
    if controller.pcihole64.is_some() {
        let fits = matches!((model, whole.board), ("pci-root", Board::I440fx) | ("pcie-root", Board::Q35));
        refuse(is_root && !fits, || {
            let text = format!("Setting the 64-bit PCI hole size is not supported for machine '{}'", whole.machine);
            Fault::unsupported(text).at("pcihole64").expecting("leave it out")
        })?;
        refuse(!is_root, || invalid("pcihole64", "pcihole64"))?;
    }
    if let Some(target) = &controller.target {
        check_target(target, model, bridge).map_err(|option| {
            let at =
                if option == "numaNode" { "target/node".to_owned() } else { format!("target/@{}", attribute(option)) };
            invalid(option, &at)
        })?;
    }
    refuse(named.is_some_and(|own| !whole.has(own)), || {
        Fault::unsupported(format!("The '{name}' device is not supported by this QEMU binary")).at("model/@name")
    })
}

/// How the document calls an option.
fn attribute(option: &str) -> &str {
    if option == "targetIndex" { "index" } else { option }
}

/// # Errors
/// libvirt's name of the first option that the model does not have.
fn check_target(target: &Target, model: &str, bridge: bool) -> Result<(), &'static str> {
    let expander = matches!(model, "pci-expander-bus" | "pcie-expander-bus");
    let port = matches!(model, "pcie-root-port" | "pcie-switch-downstream-port");
    let given = [
        ("targetIndex", target.index.is_some(), bridge),
        ("busNr", target.bus_number.is_some(), expander),
        ("numaNode", target.node.is_some(), expander || bridge && target.index != Some(0)),
        ("chassisNr", target.chassis_number.is_some(), model == "pci-bridge"),
        ("chassis", target.chassis.is_some(), port),
        ("port", target.port.is_some(), port),
        ("hotplug", target.hotplug.is_some(), port || model == "pci-root"),
    ];
    match given.iter().find(|(_, given, fits)| *given && !fits) {
        Some((option, ..)) => Err(option),
        None => Ok(()),
    }
}
