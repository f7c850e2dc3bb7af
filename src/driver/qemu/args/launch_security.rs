//! Guests whose memory the host cannot read.

use super::line::{Line, Properties};
use crate::xml::domain::Domain;
use crate::xml::domain::launch_security::LaunchSecurity;
use crate::xml::{Fault, YesNo};

pub(super) fn add(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    let Some(security) = domain.launch_security.as_deref() else { return Ok(()) };
    let object = match security {
        LaunchSecurity::Sev(sev) => {
            if sev.dh_cert.is_some() || sev.session.is_some() {
                let text =
                    "launchSecurity: the owner's certificate and session (dhCert, session) are not given to QEMU";
                return Err(Fault::unsupported(text));
            }
            let mut object = Properties::object("sev-guest", "lsec0");
            object.maybe("cbitpos", sev.cbitpos);
            object.maybe("reduced-phys-bits", sev.reduced_phys_bits);
            object.maybe("policy", sev.policy.map(|policy| policy.0));
            object.maybe("kernel-hashes", sev.kernel_hashes.map(|hashes| hashes == YesNo::Yes));
            object
        }
        LaunchSecurity::S390Pv(()) => Properties::object("s390-pv-guest", "lsec0"),
        LaunchSecurity::SevSnp(_) | LaunchSecurity::Tdx(_) => {
            use crate::xml::Variant;
            let text = format!("launchSecurity of type '{}' is not given to QEMU", security.tag_word());
            return Err(Fault::unsupported(text));
        }
    };
    line.json("-object", object);
    Ok(())
}

/// How the machine is told of it.
pub(super) fn machine_option(domain: &Domain) -> Option<&'static str> {
    domain.launch_security.as_ref().map(|_| "confidential-guest-support=lsec0")
}
