//! `<tpm>`: modules that the emulator has, and the programs behind them.

use super::{Whole, each, refuse};
use crate::driver::qemu::board::Board;
use crate::driver::qemu::capabilities::program;
use crate::xml::domain::device::tpm::{Backend, Model, Tpm, Version};
use crate::xml::{Fault, Variant};

/// The program that emulates TPMs.
const SWTPM: &str = "swtpm";

pub(super) fn check(whole: Whole) -> Result<(), Fault> {
    let tpms = &whole.domain.devices.tpms;
    let proxies = tpms.iter().filter(|tpm| tpm.model == Some(Model::SpaprProxy)).count();
    let fault = |text: &str| Fault::unsupported(text).at("/domain/devices/tpm").expecting("leave all but one out");
    refuse(proxies > 1, || fault("only a single TPM Proxy device is supported"))?;
    refuse(tpms.len() - proxies > 1, || fault("only a single TPM non-proxy device is supported"))?;
    each("tpm", tpms, |tpm| check_tpm(whole, tpm))
}

fn check_tpm(whole: Whole, tpm: &Tpm) -> Result<(), Fault> {
    let model = tpm.model.unwrap_or_default();
    let binary = whole.binary;
    if let Backend::Emulator(module) = &tpm.backend
        && let Some(version) = module.version
    {
        let fault = |text: String| Fault::unsupported(text).at("backend/@version");
        refuse(program(SWTPM).is_none(), || {
            let fault = fault(format!("TPM version '{}' is not supported", version.word()));
            fault.expecting(format!("it is the program '{SWTPM}' that emulates it: install it"))
        })?;
        if version == Version::V1_2 {
            refuse(model == Model::Crb, || fault(format!("Unsupported interface '{}' for TPM 1.2", model.word())))?;
            refuse(model == Model::Spapr, || fault("TPM 1.2 is not supported with the SPAPR device model".to_owned()))?;
            refuse(whole.board == Board::ArmVirt, || fault("TPM 1.2 is not supported on ARM".to_owned()))?;
        }
    }
    let (backend, device) = match &tpm.backend {
        Backend::Passthrough(_) => ("passthrough", "tpm-passthrough"),
        Backend::Emulator(_) => ("emulator", "tpm-emulator"),
        Backend::External(_) => ("external", "tpm-emulator"),
    };
    refuse(!whole.has(device), || {
        let text = format!("The QEMU executable {binary} does not support TPM backend type {backend}");
        Fault::unsupported(text).at("backend/@type")
    })?;
    let proxy = model == Model::SpaprProxy;
    refuse(whole.board.is_ppc64() && proxy && tpm.backend.tag_word() != "passthrough", || {
        let text = format!("TPM Proxy model {} requires 'Passthrough' backend", model.word());
        Fault::unsupported(text).at("backend/@type").expecting("expected 'passthrough'")
    })?;
    let devices: &[&str] = match model {
        Model::Tis => &["tpm-tis", "tpm-tis-device"],
        Model::Crb => &["tpm-crb"],
        Model::Spapr => &["tpm-spapr"],
        Model::SpaprProxy => &["spapr-tpm-proxy"],
    };
    refuse(!devices.iter().any(|device| whole.has(device)), || {
        let text = format!("The QEMU executable {binary} does not support TPM model {}", model.word());
        Fault::unsupported(text).at("@model")
    })
}
