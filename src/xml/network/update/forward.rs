//! Changes of the cards that a network may use.

use super::{Change, Command, invalid, unknown_command, unsupported};
use crate::xml::Fault;
use crate::xml::network::{ForwardInterface, Network};

impl Network {
    pub(super) fn update_forward_interface(&mut self, change: &Change) -> Result<(), Fault> {
        let command = change.command();
        if command == Command::Modify {
            return Err(unsupported("forward interface entries cannot be modified, only added or deleted"));
        }
        let interface: ForwardInterface = change.read("interface", &self.name)?;
        let device = interface.device.clone();
        // An isolated network has none, and does not keep any.
        let Some(forward) = &mut self.forward else { return Ok(()) };
        let found = forward.interfaces.iter().position(|known| known.device == device);
        match (command, found) {
            (Command::AddFirst | Command::AddLast, Some(_)) => {
                let text = format!(
                    "there is an existing interface entry in network '{{name}}' that matches \"<interface dev='{device}'>\""
                );
                return Err(invalid(text));
            }
            (Command::AddFirst | Command::AddLast, None) => command.add(&mut forward.interfaces, interface),
            (Command::Delete, Some(at)) => match forward.interfaces[at].connections {
                0 => drop(forward.interfaces.remove(at)),
                used => {
                    let text = format!(
                        "unable to delete interface '{device}' in network '{{name}}'. It is currently being used  by {used} \
                         domains."
                    );
                    return Err(invalid(text));
                }
            },
            (Command::Delete, None) => {
                let text = format!(
                    "couldn't find an interface entry in network '{{name}}' matching <interface dev='{device}'>"
                );
                return Err(invalid(text));
            }
            (Command::Modify, _) => {}
            (Command::Unknown(number), _) => return Err(unknown_command(number)),
        }
        // It follows the first of the list.
        forward.device = None;
        Ok(())
    }
}
