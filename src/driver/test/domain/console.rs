//! The test driver's side of `driver/domain/console.rs`: an imagined guest takes what is sent to it and does nothing.

use std::ffi::c_uint;

use crate::driver::DomainConsole;
use crate::driver::test::{Test, check_flags, error};
use crate::error::Result;
use crate::keycode;
use crate::object::Domain;
use crate::types::*;

impl DomainConsole for Test {
    fn send_key(
        &self,
        domain: &Domain,
        codeset: virKeycodeSet,
        _milliseconds: c_uint,
        keys: &[c_uint],
        flags: c_uint,
    ) -> Result<()> {
        check_flags(flags, 0)?;
        drop(self.state.domains.find_active(domain)?);
        match keys.iter().find(|key| !keycode::has(codeset, **key)) {
            Some(key) => {
                let text = format!("invalid keycode {key} of {} codeset", keycode::name(codeset));
                Err(error(VIR_ERR_INTERNAL_ERROR, text))
            }
            None => Ok(()),
        }
    }

    fn send_process_signal(&self, domain: &Domain, process: i64, signal: c_uint, flags: c_uint) -> Result<()> {
        check_flags(flags, 0)?;
        if process != 1 {
            return Err(error(VIR_ERR_INVALID_ARG, "only sending a signal to pid 1 is supported"));
        }
        if signal >= VIR_DOMAIN_PROCESS_SIGNAL_LAST.cast_unsigned() {
            let text = format!("signum value {} is out of range", signal.cast_signed());
            return Err(error(VIR_ERR_INVALID_ARG, text));
        }
        self.state.domains.find(domain).map(drop)
    }

    fn inject_nmi(&self, domain: &Domain, flags: c_uint) -> Result<()> {
        check_flags(flags, 0)?;
        self.state.domains.find_active(domain).map(drop)
    }
}
