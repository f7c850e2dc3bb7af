//! `<capabilities>` of a container: what its root user may do.

use super::Required;
use crate::words;
use crate::xml::{Element, OnOff, Reader, Writer};

words! { pub enum Policy { Default = "default", Allow = "allow", Deny = "deny" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Capabilities {
    pub policy: Policy,
    /// Those that are named.
    pub states: Vec<(&'static str, OnOff)>,
}

/// The kernel's names, in the order in which they are written.
pub const NAMES: [&str; 37] = [
    "audit_control",
    "audit_write",
    "block_suspend",
    "chown",
    "dac_override",
    "dac_read_search",
    "fowner",
    "fsetid",
    "ipc_lock",
    "ipc_owner",
    "kill",
    "lease",
    "linux_immutable",
    "mac_admin",
    "mac_override",
    "mknod",
    "net_admin",
    "net_bind_service",
    "net_broadcast",
    "net_raw",
    "setgid",
    "setfcap",
    "setpcap",
    "setuid",
    "sys_admin",
    "sys_boot",
    "sys_chroot",
    "sys_module",
    "sys_nice",
    "sys_pacct",
    "sys_ptrace",
    "sys_rawio",
    "sys_resource",
    "sys_time",
    "sys_tty_config",
    "syslog",
    "wake_alarm",
];

/// By hand, because the children are a list of names.
impl Element for Capabilities {
    fn read(&mut self, xml: &mut Reader) {
        use crate::xml::read::Field as _;
        self.policy.attr("policy", xml);
        for name in NAMES {
            let mut state: Option<Required> = None;
            state.child(name, xml);
            self.states.extend(state.map(|required| (name, required.state)));
        }
    }
    fn write(&self, xml: &mut Writer) {
        use crate::xml::write::Field as _;
        self.policy.attr("policy", xml);
        xml.open();
        for &(name, state) in &self.states {
            Required { state }.child(name, xml);
        }
    }
}
