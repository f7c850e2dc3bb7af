//! Changes of the classes of cards.

use super::{Change, Command, invalid, unknown_command};
use crate::xml::Fault;
use crate::xml::network::{Network, PortGroup};

impl Network {
    pub(super) fn update_portgroup(&mut self, change: &Change) -> Result<(), Fault> {
        let group: PortGroup = change.read("portgroup", &self.name)?;
        let name = &group.name;
        let command = change.command();
        let found = self.portgroups.iter().position(|known| known.name == *name);
        let default = self.portgroups.iter().any(|known| known.default.0 && known.name != *name);
        match (command, found) {
            (Command::Modify | Command::Delete, None) => {
                let text =
                    format!("couldn't find a portgroup entry in network '{{name}}' matching <portgroup name='{name}'>");
                return Err(invalid(text));
            }
            (Command::AddFirst | Command::AddLast, Some(_)) => {
                let text = format!(
                    "there is an existing portgroup entry in network '{{name}}' that matches \"<portgroup name='{name}'>\""
                );
                return Err(invalid(text));
            }
            (Command::Modify | Command::AddFirst | Command::AddLast, _) if group.default.0 && default => {
                let text = "a different portgroup entry in network '{name}' is already set as the default. Only one default \
                            is allowed.";
                return Err(invalid(text));
            }
            (Command::Modify, Some(at)) => self.portgroups[at] = group,
            (Command::Delete, Some(at)) => drop(self.portgroups.remove(at)),
            (Command::AddFirst | Command::AddLast, None) => command.add(&mut self.portgroups, group),
            (Command::Unknown(number), _) => return Err(unknown_command(number)),
        }
        Ok(())
    }
}
