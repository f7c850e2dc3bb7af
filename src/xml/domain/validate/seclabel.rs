//! Security labels, of the machine and of its disks.

use super::refuse_if;
use crate::xml::Fault;
use crate::xml::YesNo;
use crate::xml::domain::Domain;
use crate::xml::domain::seclabel::{DeviceSeclabel, Seclabel, SeclabelType};

impl Domain {
    pub(super) fn validate_seclabels(&self) -> Result<(), Fault> {
        let several = self.seclabels.len() > 1;
        for (at, label) in self.seclabels.iter().enumerate() {
            refuse_if(several && label.model.is_none(), || {
                Fault::xml("missing security model when using multiple labels")
            })?;
            if let Some(model) = &label.model {
                let before = self.seclabels[..at].iter().any(|other| other.model.as_ref() == Some(model));
                refuse_if(before, || Fault::detail(format!("seclabel for model {model} is already provided")))?;
            }
            label.validate()?;
        }
        for disk in &self.devices.disks {
            self.validate_device(&disk.source.common().children.seclabels)?;
        }
        for serial in &self.devices.serials {
            self.validate_device(serial.backend.seclabels())?;
        }
        Ok(())
    }

    fn validate_device(&self, labels: &[DeviceSeclabel]) -> Result<(), Fault> {
        for (at, label) in labels.iter().enumerate() {
            let relabels = label.relabel == YesNo::Yes;
            if let Some(model) = &label.model {
                let before = labels[..at].iter().any(|other| other.model.as_ref() == Some(model));
                refuse_if(before, || Fault::detail(format!("seclabel for model {model} is already provided")))?;
            }
            let machine = match &label.model {
                Some(model) => self.seclabels.iter().find(|other| other.model.as_ref() == Some(model)),
                None => self.seclabels.first(),
            };
            refuse_if(machine.is_some_and(|machine| machine.relabel == Some(YesNo::No)) && relabels, || {
                Fault::unsupported("label overrides require relabeling to be enabled at the domain level")
            })?;
        }
        refuse_if(labels.len() > 1 && labels.iter().any(|label| label.model.is_none()), || {
            Fault::xml("missing security model when using multiple labels")
        })
    }
}

impl Seclabel {
    fn validate(&self) -> Result<(), Fault> {
        refuse_if(self.kind == Some(SeclabelType::Static) && self.label.is_none(), || {
            Fault::xml("security label is missing")
        })
    }
}
