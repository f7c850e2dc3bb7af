//! `<iommu>`: each kind is of certain boards.

use super::{Whole, each, refuse};
use crate::driver::qemu::board::Board;
use crate::xml::Fault;
use crate::xml::domain::device::address::Address;
use crate::xml::domain::device::iommu::{Iommu, Model};

pub(super) fn check(whole: Whole) -> Result<(), Fault> {
    each("iommu", &whole.domain.devices.iommus, |iommu| check_iommu(whole, iommu))
}

fn check_iommu(whole: Whole, iommu: &Iommu) -> Result<(), Fault> {
    let word = iommu.model.word();
    let (q35, virt) = (whole.board == Board::Q35, whole.board == Board::ArmVirt);
    let (fits, boards, device) = match iommu.model {
        Model::Intel => (q35, "Q35", "intel-iommu"),
        Model::Amd => (q35, "Q35", "amd-iommu"),
        Model::Smmuv3 => (virt, "ARM Virt", "arm-smmuv3"),
        Model::Virtio => (q35 || virt, "Q35 and ARM Virt", "virtio-iommu-pci"),
    };
    let fault = |what: &str| Fault::unsupported(format!("IOMMU device: '{word}' {what}"));
    refuse(!fits, || fault(&format!("is only supported with {boards} machines")).at("@model"))?;
    refuse(!whole.has(device), || fault("is not supported with this QEMU binary").at("@model"))?;
    if iommu.model != Model::Virtio {
        return Ok(());
    }
    refuse(!whole.has_acpi(), || fault("requires ACPI").at("@model").expecting("add <acpi/> to <features>"))?;
    let address = iommu.place.location.address.as_ref();
    refuse(!matches!(address, None | Some(Address::Pci(_))), || {
        fault("needs a PCI address").at("address/@type").expecting("expected 'pci'")
    })
}
