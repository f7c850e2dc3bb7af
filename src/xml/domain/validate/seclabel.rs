//! Security labels, of the machine and of its disks.

use std::collections::{HashMap, HashSet};

use super::refuse_if;
use crate::xml::Fault;
use crate::xml::YesNo;
use crate::xml::domain::Domain;
use crate::xml::domain::seclabel::{DeviceSeclabel, Seclabel, SeclabelType};

impl Domain {
    pub(super) fn validate_seclabels(&self) -> Result<(), Fault> {
        let several = self.seclabels.len() > 1;
        let mut models = HashMap::new();
        for label in &self.seclabels {
            refuse_if(several && label.model.is_none(), || {
                Fault::xml("missing security model when using multiple labels")
            })?;
            if let Some(model) = &label.model {
                let before = models.insert(model.as_str(), label);
                refuse_if(before.is_some(), || {
                    Fault::detail(format!("seclabel for model {model} is already provided"))
                })?;
            }
            label.validate()?;
        }
        for disk in &self.devices.disks {
            self.validate_device(&disk.source.common().children.seclabels, &models)?;
        }
        for serial in &self.devices.serials {
            self.validate_device(serial.backend.seclabels(), &models)?;
        }
        Ok(())
    }

    /// `models` has the machine's labels that name their model.
    fn validate_device(&self, labels: &[DeviceSeclabel], models: &HashMap<&str, &Seclabel>) -> Result<(), Fault> {
        let mut seen = HashSet::new();
        for label in labels {
            let relabels = label.relabel == YesNo::Yes;
            if let Some(model) = &label.model {
                refuse_if(!seen.insert(model), || {
                    Fault::detail(format!("seclabel for model {model} is already provided"))
                })?;
            }
            let machine = match &label.model {
                Some(model) => models.get(model.as_str()).copied(),
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
