//! `<owner>`: the machine for which there is a network's port or a filter's binding.

use crate::types::*;
use crate::uuid::Uuid;
use crate::walk;
use crate::xml::Fault;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Owner {
    pub name: String,
    /// Some once it is read.
    pub uuid: Option<Uuid>,
}

walk!(Owner, |owner, xml| {
    owner.name.sparse_leaf("name", xml);
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "Unable to parse UUID '{}'", |xml| owner.uuid.leaf("uuid", xml));
});

impl Owner {
    /// Complains about what is missing in the owner of `whose`.
    pub(crate) fn check(&self, whose: &str) -> Result<(), Fault> {
        let missing = match self.uuid {
            _ if self.name.is_empty() => "name",
            None => "UUID",
            Some(_) => return Ok(()),
        };
        Err(Fault::internal(format!("{whose} has no owner {missing}")))
    }
}
