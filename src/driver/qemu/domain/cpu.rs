//! CPUs of machines: settled before they start, and learnt from QEMU when they have.

use std::time::Duration;

use super::live::ANSWER;
use super::*;
use crate::driver::qemu::capabilities::{Accelerator, Emulator, Giver, REFUSED, learn, question};
use crate::driver::qemu::monitor;
use crate::host::Host;
use crate::supervisor::client::{self, Command};
use crate::xml::domain::Hypervisor;
use crate::xml::domain::cpu::Check;

/// How long a machine that may not run is waited for.
const END: Duration = Duration::from_secs(5);

impl Qemu {
    /// Who gives a machine its CPU.
    ///
    /// # Errors
    /// `VIR_ERR_CONFIG_UNSUPPORTED` for a machine of KVM where KVM cannot be used: why, and what helps.
    pub(super) fn giver<'a>(&'a self, emulator: &'a Emulator, definition: &Definition) -> Result<Giver<'a>> {
        let accelerator = Accelerator::of(definition.hypervisor, emulator.kvm);
        let Some(accelerator) = accelerator else { return Err(without_kvm(definition, emulator)) };
        Ok(Giver { emulators: &self.root.emulators, emulator, accelerator, era: self.era() })
    }

    /// Writes into a definition what CPU its machine has got.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_FAILED` where it is not what must be: `check='full'`.
    pub(super) fn learn_cpu(&self, definition: &mut Definition, supervisor: &client::Connection) -> Result<bool> {
        let Some(question) = question(definition) else { return Ok(false) };
        let ask = |text: &str| {
            monitor::ask(supervisor, &definition.name, &Command { text, deadline: ANSWER, ..Command::default() })
        };
        // A QEMU that does not tell leaves the CPU as it was asked for.
        let Ok(answer) = ask(&question) else { return Ok(false) };
        let refused = ask(REFUSED).unwrap_or_default();
        learn(definition, &answer, &refused, self.era())?;
        Ok(true)
    }

    /// The same of a machine that waits for it: it runs then if it is to, or is ended.
    ///
    /// # Errors
    /// Those of [`Qemu::learn_cpu`], and when QEMU does not let it run.
    pub(super) fn check_cpu(
        &self,
        definition: &mut Definition,
        supervisor: &client::Connection,
        runs: bool,
    ) -> Result<()> {
        if let Err(failure) = self.learn_cpu(definition, supervisor) {
            // The failure counts, not how the machine ends.
            let _ = supervisor.destroy(false, END, VIR_DOMAIN_SHUTOFF_FAILED);
            return Err(failure);
        }
        if !runs {
            return Ok(());
        }
        monitor::let_run(supervisor, &definition.name, VIR_DOMAIN_RUNNING_BOOTED, ANSWER)
    }
}

/// Whether a machine's CPU is looked at before the guest runs.
pub(super) fn must_match(definition: &Definition) -> bool {
    definition.cpu.as_ref().is_some_and(|cpu| cpu.check == Check::Full)
}

fn without_kvm(definition: &Definition, emulator: &Emulator) -> Error {
    let (name, kind) = (&definition.name, definition.hypervisor.word());
    let text = match definition.hypervisor {
        Hypervisor::Kvm if !emulator.kvm.present => {
            let path = emulator.binary.display();
            format!("domain '{name}': '{path}' has no KVM; type 'qemu' emulates the processor")
        }
        Hypervisor::Kvm => match Host::default().why_no_kvm() {
            Some(why) => format!("domain '{name}' is of type 'kvm', but {why}; type 'qemu' needs no KVM"),
            None => {
                format!("domain '{name}': the host's KVM cannot run machines of this architecture; type 'qemu' can")
            }
        },
        _ => format!("domain '{name}': machines of type '{kind}' are not run on this host"),
    };
    error(VIR_ERR_CONFIG_UNSUPPORTED, text)
}
